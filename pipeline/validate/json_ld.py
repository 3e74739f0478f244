"""The JSON-LD layer: contexts and keywords, and expansion by pyld where a document is not plainly right.

Specification: https://www.w3.org/TR/json-ld11-api/ (its error codes stand in the messages).
"""

from __future__ import annotations

from typing import Any

from pipeline.standards.json_ld import KEYWORDS, JsonLdError, expand, is_schema_org
from pipeline.standards.json_pointer import Path
from pipeline.validate.nodes import View
from pipeline.validate.remark import Remark, Remarks, shown
from pipeline.validate.spelling import nearest

type Json = Any
PLAIN_KEYWORDS = frozenset({"@context", "@graph", "@id", "@type"})
OF_STANDARDS = frozenset({"http://www.w3.org/ns/anno.jsonld"})
"""Contexts that a recommendation prescribes and fixes, and that define no name of schema.org: W3C's annotations."""
EXTENSIONS = ("auto.schema.org", "bib.schema.org", "health-lifesci.schema.org", "iot.schema.org", "pending.schema.org")
"""Hosts that schema.org served its extensions at (https://schema.org/docs/extension.html)."""
LARGEST_EXPANDED = 20_000
"""Objects in a document that pyld may expand: it takes about 0.1 ms for each."""


def rules(view: View, context: Json, *, thorough: bool = False) -> Remarks:
    """All findings of this layer. ``context`` is schema.org's, as we serve it; no other is ever loaded."""
    contexts = list(_contexts(view.document, ()))
    yield from _missing_context(view)
    if not isinstance(view.document, dict | list):
        return
    for value, path in contexts:
        yield from _context(value, path)
    keywords = list(_keywords(view))
    yield from keywords
    if not keywords and len(view.nodes) <= LARGEST_EXPANDED and (thorough or not plainly_right(view.document)):
        yield from _expansion(view, context)


def _contexts(value: Json, path: Path) -> list[tuple[Json, Path]]:
    found: list[tuple[Json, Path]] = []
    stack: list[tuple[Json, Path]] = [(value, path)]
    while stack:
        current, at = stack.pop()
        if isinstance(current, list):
            stack.extend((each, (*at, index)) for index, each in reversed([*enumerate(current)]))
        elif isinstance(current, dict):
            if "@context" in current:
                found.append((current["@context"], (*at, "@context")))
            inside = [(each, (*at, key)) for key, each in current.items() if key != "@context"]
            stack.extend(reversed(inside))
    return found


def _missing_context(view: View) -> Remarks:
    if not isinstance(view.document, dict | list) or not view.document:
        yield Remark("no-json-ld", (), f"{shown(view.document)} is JSON, but no JSON-LD: it holds no object.")
        return
    roots = view.document if isinstance(view.document, list) else [view.document]
    for index, root in enumerate(roots):
        path: Path = (index,) if isinstance(view.document, list) else ()
        if not isinstance(root, dict):
            yield Remark("no-json-ld", path, f"{shown(root)} is no JSON-LD object.")
        elif "@context" not in root and not _is_expanded(root):
            near = nearest("@context", root)
            hint = f"Write @context for {near}." if near else 'Add "@context": "https://schema.org".'
            yield Remark("missing-context", path, "There is no @context, so no property has a meaning.", hint)


def _is_expanded(root: dict[str, Json]) -> bool:
    """Whether every property is written in full, as expansion leaves it: such a document needs no context."""
    kinds = root.get("@type", [])
    return (
        bool(root)
        and all(key in KEYWORDS or "://" in key for key in root)
        and all(not isinstance(each, str) or ":" in each for each in (kinds if isinstance(kinds, list) else [kinds]))
        and "@graph" not in root
    )


def _context(value: Json, path: Path) -> Remarks:
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from _context(each, (*path, index))
    elif isinstance(value, str) and not is_schema_org(value) and value not in OF_STANDARDS:
        yield from _address(value, path)
    elif value is not None and not isinstance(value, str | dict):
        yield Remark("json-ld-invalid-local-context", path, f"{shown(value)} is no context.")


def _address(value: str, path: Path) -> Remarks:
    host = value.strip().lower().rpartition("//")[2].partition("/")[0]
    if host.endswith(EXTENSIONS):
        message = f"{shown(value)} was a part of schema.org with a host of its own; its terms are schema.org's today."
        yield Remark("context-not-loaded", path, message, 'Write "https://schema.org".')
    elif "schema.org" in host or host == "schema" or nearest(host, ("schema.org", "www.schema.org")):
        hint = 'Write "https://schema.org".'
        yield Remark("misspelt-context", path, f"{shown(value)} is not the address of schema.org's context.", hint)
    else:
        message = f"The context {shown(value)} is not loaded; terms that only it defines are not checked."
        yield Remark("context-not-loaded", path, message)


def _keywords(view: View) -> Remarks:
    for node in view.nodes:
        for key in node.value:
            if key.startswith("@") and key not in KEYWORDS:
                guess = nearest(key, KEYWORDS)
                hint = f"Did you mean {guess}?" if guess else "Properties do not start with @."
                yield Remark("unknown-keyword", (*node.path, key), f"JSON-LD has no keyword {shown(key)}.", hint, True)


def plainly_right(document: Json) -> bool:
    """Whether a document cannot break JSON-LD: schema.org's context at the top only, ids and types that are texts, no other
    keyword. What this says yes to, pyld expands without an error (a test holds both to that)."""
    if not isinstance(document, dict) or not _plain_context(document.get("@context")):
        return False
    stack: list[Json] = [value for key, value in document.items() if key not in ("@context", "@type", "@id")]
    if not _plain_head(document):
        return False
    while stack:
        current = stack.pop()
        if isinstance(current, list):
            stack.extend(each for each in current if isinstance(each, dict | list))
        elif isinstance(current, dict):
            if "@context" in current or not _plain_head(current):
                return False
            stack.extend(each for each in current.values() if isinstance(each, dict | list))
    return True


def _plain_context(context: Json) -> bool:
    return isinstance(context, str) and is_schema_org(context)


def _plain_head(value: dict[str, Json]) -> bool:
    """Whether the keywords of one object are plain; the aliases id and type are left to the processor."""
    if any(key.startswith("@") and key not in PLAIN_KEYWORDS for key in value) or "id" in value or "type" in value:
        return False
    if not isinstance(value.get("@id", ""), str) or not isinstance(value.get("@graph", []), dict | list):
        return False
    kinds = value.get("@type", "")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return all(isinstance(each, str) and not each.startswith("@") for each in listed)


def _expansion(view: View, context: Json) -> Remarks:
    try:
        expanded = expand(view.document, context=context, base=view.base)
    except JsonLdError as fault:
        code = "json-ld-" + fault.code.lower().replace(" ", "-").replace("@", "")
        yield Remark(code, _fault_path(view, fault.code), f"{fault.code}: {fault.detail}")
        return
    except RecursionError:
        yield Remark("json-too-deep", (), "The document is nested too deep to be expanded.")
        return
    if any(each.terms.foreign for each in view.nodes):
        return  # the terms may be those of a context that was not loaded
    if not expanded.document and isinstance(view.document, dict) and set(view.document) - {"@context"}:
        yield Remark("expands-to-nothing", (), "Nothing of this document is left after JSON-LD expansion.")


def _fault_path(view: View, code: str) -> Path:
    """The first place that may break the rule which the error code names; the top where only the processor knows."""
    words = code.split()
    keyword = next((each for each in words if each in KEYWORDS), None) or next(
        (each for each in ("@id", "@type", "@language", "@reverse", "@graph") if each[1:] in words), None
    )
    for node in view.nodes:
        if keyword in node.value and not (keyword in _TEXTS and isinstance(node.value[keyword], str)):
            return (*node.path, str(keyword))
    if any(each in words for each in _OF_CONTEXTS):
        return next((path for value, path in _contexts(view.document, ()) if not _plain_context(value)), ())
    marks = next((marks for word, marks in _OF_VALUES if word in words), ())
    return _first_with(view.document, marks) if marks else ()


_TEXTS = frozenset({"@id", "@type", "@language", "@index"})
"""Keywords whose value may be a text."""
_OF_CONTEXTS = frozenset(
    ["context", "mapping", "term", "alias", "redefinition", "IRI", "default", "direction", "property",
     "@version", "@import", "@propagate", "@prefix", "@protected"]
)  # fmt: skip
_OF_VALUES = (
    ("object", ("@value", "@list", "@set")),
    ("typed", ("@value",)),
    ("language-tagged", ("@language",)),
    ("literal", ("@value",)),
)
"""Words of the error codes, and what such a thing holds in the document."""


def _first_with(document: Json, marks: tuple[str, ...]) -> Path:
    """The path of the first object that has one of the keys; the top where none has."""
    stack: list[tuple[Json, Path]] = [(document, ())]
    while stack:
        current, at = stack.pop()
        if isinstance(current, dict):
            if any(each in current for each in marks):
                return at
            stack.extend((each, (*at, key)) for key, each in reversed(current.items()) if key != "@context")
        elif isinstance(current, list):
            stack.extend((each, (*at, index)) for index, each in reversed([*enumerate(current)]))
    return ()
