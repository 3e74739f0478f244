"""``evidence.jsonld`` (W3C Web Annotation) -> the statements and the words they stand on. A reader of what publishing writes."""

from __future__ import annotations

import json
from typing import Any, cast

from pipeline.model.annotations import Span
from pipeline.model.graph import Evidence, Statement


def statements(evidence: bytes) -> tuple[Statement, ...]:
    """Every statement of an annotation page, in its order; ``ValueError`` or ``KeyError`` if it is no page of ours."""
    return tuple(_statement(each) for each in json.loads(evidence)["items"])


def _statement(annotation: dict[str, Any]) -> Statement:
    body = annotation["body"]
    name = str(body["rdf:predicate"]["id"])
    return Statement(
        subject=body["rdf:subject"]["id"],
        property="@type" if name == "rdf:type" else name.removeprefix("schema:"),
        value=_value(body.get("rdf:object", "")),
        evidence=Evidence(
            source=cast("Any", body["prov:wasDerivedFrom"]),  # one of the literals, for publishing wrote it
            by=body["prov:wasGeneratedBy"],
            spans=tuple(_span(each) for each in _several(annotation["target"]) if isinstance(each, dict)),
            probability=body.get("itsrdf:taConfidence", 1.0),
        ),
    )


def _value(meant: Any) -> str:  # a literal or a node
    return str(meant["id"]) if isinstance(meant, dict) else str(meant)


def _span(target: dict[str, Any]) -> Span:
    position = next(each for each in target["selector"] if each["type"] == "TextPositionSelector")
    return Span(position["start"], position["end"])


def _several(value: Any) -> list[Any]:  # one target or several
    return value if isinstance(value, list) else [value]
