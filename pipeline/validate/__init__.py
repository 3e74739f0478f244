"""Findings about a graph, page or edition, one file per family of rules; the catalogue explains every code.

``validator`` binds the loaded resources; what it returns is pure: bytes or a parsed document in, findings out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from pipeline.model.finding import Finding
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate.engine import DEFAULTS, Engine, Settings
from pipeline.validate.profiles import Profile

type Json = Any


class Validate(Protocol):
    """Checks one file (bytes) or one parsed document. ``path`` stands in the findings; it and the media type tell pages from
    JSON. It never raises for what it is given."""

    def __call__(  # noqa: D102 - the class says it
        self, content: bytes | Json, *, path: str = "", media_type: str | None = None
    ) -> tuple[Finding, ...]: ...


def validator(
    *,
    schemas: Mapping[str, Json],
    vocabulary: Vocabulary,
    context: Json,
    profiles: Mapping[str, Profile],
    settings: Settings = DEFAULTS,
) -> Validate:
    """Bind schemas by ``$id``, the vocabulary, schema.org's JSON-LD context and the chosen consumer profiles."""
    return Engine(
        schemas=schemas, vocabulary=vocabulary, context=context, profiles=profiles, settings=settings
    ).validate
