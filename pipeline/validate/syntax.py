"""The syntax layer: bytes that claim to be JSON in, the parsed value with what is wrong in the text out (RFC 8259)."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from pipeline.standards.json_pointer import Path
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
MAX_DEPTH = 200
"""Deeper than any real document; the JSON-LD processors in use stop at about 1,000 levels."""
_LOST_PRECISION = 2**53


class TextFault(msgspec.Struct, frozen=True):
    """A fault at an offset of the text, before there is a tree that a pointer could point into."""

    code: str
    offset: int
    message: str
    hint: str = ""
    source: str = ""


class Parsed(msgspec.Struct, frozen=True):
    """The value (None where the text is no JSON), what is wrong with the text, and whether an object has a key twice."""

    value: Json = None
    faults: tuple[TextFault, ...] = ()
    duplicates: bool = False

    @property
    def ok(self) -> bool:
        """Whether there is a value to go on with."""
        return not any(each.code in FATAL for each in self.faults)


ONCE = frozenset(
    ["headline", "alternativeHeadline", "name", "legalName", "givenName", "familyName", "description", "articleBody", "abstract",
     "text", "url", "contentUrl", "mainEntityOfPage", "identifier", "datePublished", "dateModified", "dateCreated", "startDate",
     "endDate", "birthDate", "deathDate", "foundingDate", "isAccessibleForFree", "inLanguage", "wordCount", "position", "price",
     "priceCurrency", "ratingValue", "latitude", "longitude", "width", "height", "eventStatus", "publisher", "license"]
)  # fmt: skip
"""Properties of which a thing has one value as a rule: of two, consumers take one or the other."""
FATAL = frozenset({"json-syntax", "json-too-deep", "json-empty"})


def parse(text: str) -> Parsed:
    """Parse JSON text; every fault keeps its offset."""
    if not text.strip(" \t\r\n\ufeff"):
        return Parsed(faults=(TextFault("json-empty", 0, "There is no JSON here, only blank space."),))
    faults: list[TextFault] = []
    if text.startswith("\ufeff"):
        faults.append(TextFault("json-byte-order-mark", 0, "The text starts with a byte order mark."))
        text = " " + text[1:]
    seen = _Seen()
    try:
        value = json.loads(text, object_pairs_hook=seen.pairs, parse_constant=seen.constant)
    except json.JSONDecodeError as error:
        return Parsed(faults=(*faults, explain(text, error)))
    except RecursionError:
        return Parsed(faults=(*faults, TextFault("json-too-deep", 0, TOO_DEEP)))
    if depth(value) > MAX_DEPTH:
        return Parsed(faults=(*faults, TextFault("json-too-deep", 0, TOO_DEEP)))
    faults.extend(_constants(text, seen))
    return Parsed(value, tuple(faults), seen.duplicate)


def duplicate(path: Path, *, may_repeat: bool) -> Remark:
    """What is wrong with a key at ``path`` that stands twice in its object. ``may_repeat`` says that the format knows lists of
    values everywhere, as JSON-LD does."""
    key = str(path[-1])
    if not may_repeat or key.startswith("@") or key.rpartition("/")[2].rpartition(":")[2] in ONCE:
        return Remark(
            "duplicate-key", path, f"The key {shown(key)} stands twice in one object; the first value is lost."
        )
    message = f"The property {shown(key)} stands twice in one object; all values but the last are lost."
    return Remark("repeated-property", path, message, "Write it once, with a list of all values.")


TOO_DEEP = f"The values are nested more than {MAX_DEPTH} levels deep; nothing below is checked."


class _Seen:
    """What the parser meets on its way."""

    def __init__(self) -> None:
        self.duplicate = False
        self.constants: list[str] = []

    def pairs(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        found = dict(pairs)
        if len(found) != len(pairs):
            self.duplicate = True
        return found

    def constant(self, name: str) -> None:
        self.constants.append(name)


def _constants(text: str, seen: _Seen) -> list[TextFault]:
    faults = []
    for name in dict.fromkeys(seen.constants):
        match = re.search(rf"(?<=[\s:,\[]){re.escape(name)}\b", text)
        message = f"{name} is no JSON value."
        faults.append(
            TextFault("json-not-a-value", match.start() if match else 0, message, "Write null or leave it out.")
        )
    return faults


def depth(value: Json) -> int:
    """How many containers lie in one another; never recurses."""
    deepest = 0
    level = [value] if isinstance(value, dict | list) else []
    while level:
        deepest += 1
        below: list[Json] = []
        for each in level:
            inside = each.values() if isinstance(each, dict) else each
            below.extend(child for child in inside if isinstance(child, dict | list))
        level = below
    return deepest


def explain(text: str, error: json.JSONDecodeError) -> TextFault:
    """The likely cause of a syntax error, at its place."""
    if error.pos == len(text) - len(text.lstrip()) and text[error.pos].isalpha() and not _VALUE.match(text, error.pos):
        return TextFault(
            "json-syntax", error.pos, f"{error.msg}: this is no JSON, but other text.", "Check the file's name."
        )
    if error.msg == "Extra data" and text[error.pos] in "{[":
        message = "Extra data: a second value starts here, and a script or file holds one."
        return TextFault("json-syntax", error.pos, message, "Join them in a list, or give each a script of its own.")
    if error.msg == "Extra data" and text[error.pos] in "}]":
        return TextFault("json-syntax", error.pos, "Extra data: one closing bracket too many.", "Take it out.")
    if error.msg == "Expecting ',' delimiter" and text[error.pos : error.pos + 1] in ("}", "]"):
        other = "]" if text[error.pos] == "}" else "}"
        return TextFault(
            "json-syntax", error.pos, f"{error.msg}: a closing {other} is missing before this.", f"Write {other}."
        )
    for pattern, offset_from, message, hint in _CAUSES:
        match = pattern.match(text, max(0, error.pos + offset_from))
        if match:
            return TextFault("json-syntax", error.pos, f"{error.msg}: {message}", hint)
    near = text[error.pos : error.pos + 20].split("\n", maxsplit=1)[0]
    return TextFault("json-syntax", error.pos, f"{error.msg}, at {shown(near)}." if near else f"{error.msg}.")


_VALUE = LazyPattern(r"(?:true|false|null|True|False|None|undefined|NaN)\b|(?:var|let|const|window)\b|[\w.$]+\s*[=:]")
"""What starts with a letter and still was meant as a value: constants, assignments, keys without quotes."""
_CAUSES = (
    (
        LazyPattern(r"(?s)\Z"),
        0,
        "the text ends too early.",
        "A closing bracket or quote is missing, or the text was cut.",
    ),
    (LazyPattern(r"[“”„«»‘’]"), 0, "a typographic quote stands where a straight one must.", 'Write ".'),
    (
        LazyPattern(r"&(?:quot|#34|#x22);"),
        0,
        "the JSON is escaped for HTML, which scripts are not.",
        'Write " for &quot;.',
    ),
    (
        LazyPattern(r"(?:(?:var|let|const)\s+\w+|window[.\[][^=\n]{1,60}|[\w.]{1,40})\s*=\s*[{\[]"),
        0,
        "this is a program's assignment; a script of JSON-LD holds the value alone.",
        "Take out what stands before the brace.",
    ),
    (LazyPattern(r";\s*\Z"), 0, "a semicolon stands behind the value.", "Take it out."),
    (
        LazyPattern(r"[-+]?0\d|\+\d"),
        0,
        "JSON writes numbers without a plus or a zero in front.",
        "Write the digits alone.",
    ),
    (LazyPattern(r'[@\w$]+"\s*:'), 0, "the name of the property lacks its first quote.", 'Write ".'),
    (LazyPattern(r"'"), 0, "a single quote stands where a double one must.", 'Write ".'),
    (LazyPattern(r"//|/\*"), 0, "JSON has no comments.", "Take the comment out."),
    (LazyPattern(r"<!--|-->|<!\[CDATA\[|\]\]>|</?script\b"), 0, "an HTML remain stands in the JSON.", "Take it out."),
    (LazyPattern(r",\s*[}\]]"), -1, "a comma stands before a closing bracket.", "Take the comma out."),
    (
        LazyPattern(r"[}\]]"),
        0,
        "a comma stands before a closing bracket, or a value is missing.",
        "Take the comma out.",
    ),
    (
        LazyPattern(r"[\x00-\x1f]"),
        0,
        "a control character (such as a line break) stands in a text.",
        r"Write \n or \t.",
    ),
    (LazyPattern(r"(?:True|False|None|undefined|NaN)\b"), 0, "this is no JSON value.", "Write true, false or null."),
    (LazyPattern(r"\\"), 0, "this escape does not exist in JSON.", r"Write \\ for a backslash."),
    (LazyPattern(r'[{"]'), 0, "a comma is missing before this.", "Write a comma between two members."),
    (LazyPattern(r"[A-Za-z_$]\w*\s*:"), 0, "a property's name has no quotes.", 'Write "name": ...'),
    (LazyPattern(r"[\w.#$-]"), 0, "a quote inside a text may lack its backslash, or a quote is missing.", r"Write \"."),
)


def value_rules(value: Json, path: Path = ()) -> Remarks:
    """What is legal JSON and still loses data: numbers too large for a double, lone surrogates, control characters."""
    stack: list[tuple[Json, Path]] = [(value, path)]
    while stack:
        current, at = stack.pop()
        if isinstance(current, dict):
            stack.extend((each, (*at, key)) for key, each in reversed(current.items()))
        elif isinstance(current, list):
            stack.extend((each, (*at, index)) for index, each in reversed([*enumerate(current)]))
        elif isinstance(current, str):
            if not current.isprintable() and _CONTROL.search(current):
                message = f"The text holds a control character: {shown(_CONTROL.sub('�', current))}."
                yield Remark("control-character", at, message)
        elif isinstance(current, int) and not isinstance(current, bool) and abs(current) > _LOST_PRECISION:
            yield Remark("number-loses-precision", at, f"{shown(current)} is too large for a JSON number.")


_CONTROL = LazyPattern(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
