"""The resources that come with the package: schemas, vocabulary, context and profiles, from a checkout or from the wheel."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from pipeline.model.errors import PipelineError
from pipeline.standards.schema_org import Table, Vocabulary

type Json = Any
_PACKAGE = Path(__file__).resolve().parents[1]


@cache
def folder() -> Path:
    """Where the schemas lie: ``pipeline/_schemas`` in an installed package, ``schemas`` beside ``pipeline`` in a checkout."""
    for candidate in (_PACKAGE / "_schemas", _PACKAGE.parent / "schemas"):
        if (candidate / "document.schema.json").is_file():
            return candidate
    raise PipelineError(
        f"The schemas are missing beside {_PACKAGE}. Install the package again: pip install --force-reinstall newsgraph"
    )


def schema_documents() -> dict[str, Json]:
    """Every JSON Schema by its ``$id``."""
    documents = [json.loads(each.read_bytes()) for each in sorted(folder().glob("*.schema.json"))]
    return {each["$id"]: each for each in documents}


def vocabulary_table() -> Table:
    """The compiled schema.org release."""
    return msgspec.json.decode((folder() / "vocabulary" / "schema-org.json").read_bytes(), type=Table)


@cache
def vocabulary() -> Vocabulary:
    """The compiled schema.org release, ready for questions; one for the whole process, because it remembers answers."""
    return Vocabulary(vocabulary_table())


@cache
def context() -> Json:
    """Our own small context, which stands for https://schema.org wherever JSON-LD is processed. Not to be changed."""
    return json.loads((folder() / "vocabulary" / "context.jsonld").read_bytes())


def profile_names() -> tuple[str, ...]:
    """The names of all consumer profiles."""
    return tuple(sorted(each.stem for each in (folder() / "profiles").glob("*.toml")))


def profile(name: str) -> Json:
    """One consumer profile as parsed TOML; ``name`` is one of ``profile_names``."""
    return tomllib.loads((folder() / "profiles" / f"{name}.toml").read_text(encoding="utf-8"))
