"""The JSON Schema layer (2020-12): a document against `schemas/`, by a fast engine that decides and a reference that explains.

The fast engine is jsonschema-rs: what it accepts is clean. Only what it refuses is given to jsonschema for its errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pipeline.standards import iri
from pipeline.standards.iso8601_values import date_trouble, is_duration
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
type Gate = Callable[[Json], bool]
type Explain = Callable[[Json], Remarks]
SCHEMA_BASE = "https://newsgraph.example/schemas/1/"
SOURCE = "https://json-schema.org/draft/2020-12/json-schema-validation"


def is_web_url(value: object) -> bool:
    """The format ``iri`` of our schemas: an absolute IRI, and with a host where it is a web address."""
    return not isinstance(value, str) or iri.is_absolute(value)


def is_moment(value: object) -> bool:
    """The format ``date`` of our schemas: what schema.org takes as Date or DateTime, and a day that exists."""
    return not isinstance(value, str) or date_trouble(value) is None


def is_period(value: object) -> bool:
    """The format ``duration``."""
    return not isinstance(value, str) or is_duration(value)


FORMATS: Mapping[str, Callable[[object], bool]] = {
    "iri": is_web_url,
    "x-moment": is_moment,
    "duration": is_period,
}


def gate(schemas: Mapping[str, Json], root: str) -> Gate:
    """A function that says whether a document keeps the schema with the ``$id`` ``root``."""
    import jsonschema_rs  # noqa: PLC0415 - a heavy library

    registry = jsonschema_rs.Registry([(each, schema) for each, schema in schemas.items()])
    validator = jsonschema_rs.Draft202012Validator(
        {"$ref": root}, registry=registry, validate_formats=True, formats=dict(FORMATS)
    )

    def is_clean(document: Json) -> bool:
        try:
            return validator.is_valid(document)
        except (OverflowError, ValueError):
            return False  # a text that is no Unicode, or a number beyond all types: the slow layers tell

    return is_clean


def only_for(schemas: Mapping[str, Json], types: frozenset[str]) -> Mapping[str, Json]:
    """The schemas for documents that hold no other types: the chain of ``node.schema.json`` without the links that such a
    document never takes. Compiling what is left takes a third of the time, which counts where one document is checked."""
    name = SCHEMA_BASE + "node.schema.json"
    node = dict(schemas[name])
    links = []
    link: Json = node
    while "if" in link:
        links.append(link)
        link = link["else"]
    needed = {SCHEMA_BASE + "common.schema.json", SCHEMA_BASE + "document.schema.json"}
    for each in reversed(links):
        kind = each["if"]["properties"]["@type"]
        if not types.isdisjoint(kind.get("enum", (kind.get("const"),))):
            link = {"if": each["if"], "then": each["then"], "else": link}
            choices = each["then"].get("anyOf", (each["then"],))
            needed.update(SCHEMA_BASE + choice["$ref"] for choice in choices)
    kept = {key: value for key, value in node.items() if key not in ("if", "then", "else", "$ref", "examples")}
    return {name: {**kept, **link}, **{each: schemas[each] for each in needed}}


def reference(schemas: Mapping[str, Json], root: str) -> Explain:
    """A function that names every place where a document breaks the schema. Nothing is ever retrieved."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - a heavy library
    from referencing import Registry  # noqa: PLC0415 - a heavy library
    from referencing.jsonschema import DRAFT202012  # noqa: PLC0415 - a heavy library

    checker = FormatChecker(formats=())
    for name, check in FORMATS.items():
        checker.checks(name)(check)
    resources = [(each, DRAFT202012.create_resource(schema)) for each, schema in schemas.items()]
    registry: Registry[Json] = Registry().with_resources(resources)
    validator = Draft202012Validator({"$ref": root}, registry=registry, format_checker=checker)

    def explain(document: Json) -> Remarks:
        errors = sorted(
            _leaves(validator.iter_errors(document)), key=lambda each: [str(part) for part in each.absolute_path]
        )
        for error in errors:
            yield _remark(error)

    return explain


def _leaves(errors: Iterator[Any]) -> Iterator[Any]:
    """Errors of choices are opened: the alternative that came closest tells more than that none fits."""
    for error in errors:
        if error.validator in ("anyOf", "oneOf") and error.context:
            yield from _leaves(iter(_closest(error)))
        else:
            yield error


def _closest(error: Any) -> list[Any]:  # jsonschema's ValidationError
    branches: dict[int, list[Any]] = {}
    for each in error.context:
        branches.setdefault(each.schema_path[0], []).append(each)
    fitting = [found for found in branches.values() if not any(_is_of_other_type(each, error) for each in found)]
    if len(fitting) == 1:
        return fitting[0]
    deep = [(max(len(each.absolute_path) for each in found), -len(found)) for found in branches.values()]
    best = max(deep)
    if best[0] == len(error.absolute_path) and len(branches) > 1:
        error.context = []
        return [error]
    return [*branches.values()][deep.index(best)]


def _is_of_other_type(inner: Any, outer: Any) -> bool:  # jsonschema's ValidationError
    """Whether an alternative takes values of another JSON type altogether."""
    return bool(inner.validator == "type" and inner.absolute_path == outer.absolute_path)


def _remark(error: Any) -> Remark:  # jsonschema's ValidationError
    path = tuple(error.absolute_path)
    code, message, key = _say(error)
    title = error.schema.get("title") if isinstance(error.schema, dict) else None
    return Remark(code, (*path, key) if key else path, message, f"Expected: {title}." if title else "", key=bool(key))


def _say(error: Any) -> tuple[str, str, str]:  # jsonschema's ValidationError
    """Code, message and, where the fault is a property's presence, its name."""
    value, rule, given = error.validator_value, error.validator, error.instance
    if rule == "required":
        missing = next((each for each in value if each not in given), "")
        return "schema-required", f"{_kind(given)} lacks {missing}.", ""
    if rule in ("unevaluatedProperties", "additionalProperties"):
        extra = _extra(error.message)
        return (
            "schema-unknown-property",
            f"{_kind(given)} has {', '.join(extra)}, which we never publish.",
            extra[0] if extra else "",
        )
    if rule == "format":
        return "schema-format", f"{shown(given)} is no {value.removeprefix('x-')}.", ""
    if rule in ("enum", "const"):
        allowed = value if isinstance(value, list) else [value]
        return "schema-value", f"{shown(given)} is not one of {', '.join(map(str, allowed[:12]))}.", ""
    if rule == "type":
        return "schema-type", f"{shown(given)} is not of the type {value}.", ""
    return f"schema-{_RULES.get(rule, 'value')}", _plain(error.message), ""


_RULES = {
    "minLength": "length", "maxLength": "length", "minItems": "length", "maxItems": "length", "pattern": "format",
    "anyOf": "value", "oneOf": "value", "minimum": "range", "maximum": "range", "uniqueItems": "duplicate-item",
    "not": "value", "contains": "value", "dependentRequired": "required",
}  # fmt: skip


def _kind(given: Json) -> str:
    kind = given.get("@type") if isinstance(given, dict) else None
    return str(kind) if isinstance(kind, str) else "The object"


def _extra(message: str) -> list[str]:
    return re.findall(r"'([^']+)'", message.rsplit("(", maxsplit=1)[-1])


def _plain(message: str) -> str:
    return message if len(message) <= 200 else message[:199] + "…"
