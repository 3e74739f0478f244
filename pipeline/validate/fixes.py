"""Fixes that cannot change what a document means: its text and remarks in, edits out. An editor's words are never touched."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import msgspec

from pipeline.standards.bcp47 import likely_tag
from pipeline.standards.json_source_map import Place
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate.remark import Remark

type Json = Any


class Edit(msgspec.Struct, frozen=True, order=True):
    """Replace ``start`` to ``end`` (offsets in the file's text) by ``text``; ``code`` is the finding that it answers."""

    start: int
    end: int
    text: str
    code: str


def edit(remark: Remark, value: Json, place: Place, vocabulary: Vocabulary) -> Edit | None:
    """The fix for a remark about ``value`` at ``place`` (offsets in the JSON text), or None where none is safe."""
    if remark.code == "superseded-property" and place.key is not None:
        return _rename(remark, place, vocabulary)
    change = VALUES.get(remark.code)
    new = change(value) if change is not None else None
    return None if new is None else Edit(place.start, place.end, new, remark.code)


def _boolean(value: Json) -> str | None:
    return {"true": "true", "false": "false"}.get(value.strip().lower()) if isinstance(value, str) else None


def _number(value: Json) -> str | None:
    text = value.strip() if isinstance(value, str) else ""
    return text if re.fullmatch(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?", text) else None


def _text(value: Json) -> str | None:
    return json.dumps(str(value)) if isinstance(value, int) and not isinstance(value, bool) else None


def _stripped(value: Json) -> str | None:
    return json.dumps(value.strip(), ensure_ascii=False) if isinstance(value, str) else None


def _language(value: Json) -> str | None:
    guess = likely_tag(value) if isinstance(value, str) and "_" in value else None
    return json.dumps(guess) if guess is not None else None


def _unescaped(value: Json) -> str | None:
    """An address as it was before somebody escaped it for HTML."""
    return json.dumps(_AMPERSAND.sub("&", value), ensure_ascii=False) if isinstance(value, str) else None


_AMPERSAND = LazyPattern(r"&(?:amp|#0*38|#x0*26);", re.IGNORECASE)


def _context(value: Json) -> str | None:
    return '"https://schema.org"' if isinstance(value, str) else None


VALUES: dict[str, Callable[[Json], str | None]] = {
    "boolean-as-text": _boolean,
    "number-as-text": _number,
    "number-for-text": _text,
    "year-as-number": _text,
    "url-with-blanks": _stripped,
    "invalid-language-tag": _language,
    "misspelt-context": _context,
    "entity-in-url": _unescaped,
}
FIXABLE = frozenset({*VALUES, "superseded-property", "json-byte-order-mark", "json-syntax"})


def _rename(remark: Remark, place: Place, vocabulary: Vocabulary) -> Edit | None:
    """The name that superseded a property, if it is one and takes the same values."""
    name = str(remark.path[-1])
    old = vocabulary.table.properties.get(name)
    if old is None or len(old.superseded) != 1 or place.key is None:
        return None
    new = vocabulary.table.properties.get(old.superseded[0])
    if new is None or not set(old.range) <= set(new.range) or not set(old.domain) <= set(new.domain):
        return None
    return Edit(place.key, place.key + len(name) + 2, json.dumps(old.superseded[0]), remark.code)


def syntax_edit(text: str, offset: int, code: str) -> Edit | None:
    """The fix for a fault of the text: a comma before a closing bracket, or a byte order mark."""
    if code == "json-byte-order-mark":
        return Edit(0, 1, "", code) if text.startswith("\ufeff") else None
    for at in (offset, offset - 1):
        match = re.compile(r",(?=\s*[}\]])").match(text, max(0, at))
        if match:
            return Edit(match.start(), match.end(), "", code)
    before = re.compile(r",\s*$").search(text[:offset])
    if before and text[offset : offset + 1] in ("}", "]"):
        return Edit(before.start(), before.start() + 1, "", code)
    return None


def apply(text: str, edits: list[Edit]) -> str:
    """The text with all edits made; of edits that overlap, the first is made."""
    parts: list[str] = []
    end = 0
    for each in sorted(edits):
        if each.start >= end:
            parts.extend((text[end : each.start], each.text))
            end = each.end
    return "".join((*parts, text[end:]))
