"""The JSON-LD scripts of an HTML page with their offsets: page text in, script texts out (HTML, section 4.12.1.3)."""

from __future__ import annotations

import re

import msgspec

_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:-->|--!>|\Z))"
    r"|<script(?P<attributes>(?:[\s/](?:[^>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}')*+)?)>",
    re.IGNORECASE | re.DOTALL,
)
_TYPE = re.compile(r"""(?:^|[\s"'/])type\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_LD = re.compile(r"(?<![a-z])ld(?![a-z])|jsonld|ldjson")
_END = re.compile(r"</script(?=[\s/>])", re.IGNORECASE)


class Script(msgspec.Struct, frozen=True):
    """The text of one script and its offset in the page (code points); ``closed`` is False where the end tag is missing."""

    text: str
    offset: int
    closed: bool = True


def json_ld_scripts(page: str) -> tuple[Script, ...]:
    """Every ``<script type="application/ld+json">`` that a browser would see, in order."""
    found: list[Script] = []
    offset = 0
    while match := _TAG.search(page, offset):
        offset = match.end()
        if match["attributes"] is None:
            continue
        end = _END.search(page, offset)
        stop = end.start() if end else len(page)
        if _media_type(match["attributes"]) == "application/ld+json":
            found.append(Script(page[offset:stop], offset, end is not None))
        offset = stop
    return tuple(found)


def mistyped_scripts(page: str) -> tuple[tuple[int, str], ...]:
    """Scripts whose type was meant as JSON-LD's and is none, so that nobody reads them: the offset of the tag, and the type."""
    found = []
    for match in _TAG.finditer(page):
        kind = _media_type(match["attributes"]) if match["attributes"] is not None else ""
        if kind != "application/ld+json" and "json" in kind and _LD.search(kind):
            found.append((match.start(), kind))
    return tuple(found)


def _media_type(attributes: str) -> str:
    match = _TYPE.search(attributes)
    value = next((each for each in match.groups() if each is not None), "") if match else ""
    return value.split(";")[0].strip().lower()
