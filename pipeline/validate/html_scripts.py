"""The JSON-LD scripts of an HTML page with their offsets: page text in, script texts out (HTML, section 4.12.1.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_START = re.compile(
    r"<!--(?:-?>|.*?(?:-->|--!>|\Z))|<(?P<name>script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
"""Comments, scripts, and the other elements whose content browsers take as text: a script that is shown in one is none."""
_ATTRIBUTES = re.compile(r"(?:[^>\"'=]++|=[\s]{0,20}(?:\"[^\"]{0,4000}\"|'[^']{0,4000}')|[=\"'])*+", re.DOTALL)
"""What stands between a tag's name and its end. Quotes count behind an equals sign only, and if they are closed soon."""
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
    return tuple(
        Script(page[start:stop], start, closed)
        for _, kind, start, stop, closed in _scripts(page)
        if kind == "application/ld+json"
    )


def mistyped_scripts(page: str) -> tuple[tuple[int, str], ...]:
    """Scripts whose type was meant as JSON-LD's and is none, so that nobody reads them: the offset of the tag, and the type."""
    return tuple(
        (at, kind)
        for at, kind, _, _, _ in _scripts(page)
        if kind != "application/ld+json" and "json" in kind and _LD.search(kind)
    )


def _scripts(page: str) -> Iterator[tuple[int, str, int, int, bool]]:
    """All scripts: the offset of the tag, the media type, start and end of the text, and whether there is an end tag.

    No character is looked at more than twice, whatever the page holds.
    """
    offset, ends = 0, _Ends(page)
    while match := _START.search(page, offset):
        offset = match.end()
        name = (match["name"] or "").lower()
        if name != "script":
            offset = (ends.after(name, offset) or offset) if name else offset
            continue
        inside = _ATTRIBUTES.match(page, offset)
        offset = inside.end() if inside else offset
        if inside is None or page[offset : offset + 1] != ">":
            offset += 1  # what was read is no tag, and holds none
            continue
        start, end = offset + 1, _END.search(page, offset + 1)
        offset = end.start() if end else len(page)
        yield match.start(), _media_type(inside[0]), start, offset, end is not None


class _Ends:
    """The end tags of a page by name; one that is missing once is not searched for again."""

    def __init__(self, page: str) -> None:
        self._page, self._missing = page, set[str]()

    def after(self, name: str, offset: int) -> int | None:
        """Where the element's content ends, or None where it has no end tag."""
        if name in self._missing:
            return None
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self._page, offset)
        if found is None:
            self._missing.add(name)
        return found.start() if found else None


def _media_type(attributes: str) -> str:
    match = _TYPE.search(attributes)
    value = next((each for each in match.groups() if each is not None), "") if match else ""
    return value.split(";")[0].strip().lower()
