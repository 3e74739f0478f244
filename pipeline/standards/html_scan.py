"""Finding tags in the bytes of an HTML page without parsing or changing it.

Specification: HTML, tokenization (https://html.spec.whatwg.org/multipage/parsing.html#tokenization), so far as it decides
where a tag stands: comments, quoted attribute values and the text of ``script``, ``style``, ``title`` ... hide what looks
like a tag. Works for every encoding in which ASCII bytes mean ASCII.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

_RAW_TEXT = frozenset({b"script", b"style", b"title", b"textarea", b"xmp", b"iframe", b"noembed", b"noframes"})
_TAG = re.compile(
    rb"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)"
    rb"(?P<rest>(?:[^>\"'=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"']))|\"|')*+)>"
)
_ATTRIBUTE = re.compile(rb"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_OPENED = re.compile(rb"</?[a-zA-Z]")
_BOGUS = re.compile(rb"<[!?/]")
_SCRIPT_MARK = re.compile(rb"<!--|-->|<script[\s/>]|</script[\s/>]", re.IGNORECASE)


class Tag(msgspec.Struct, frozen=True, kw_only=True):
    """A tag at ``start`` (its ``<``) to ``end`` (behind its ``>``). Of an element with raw text, such as ``script``, the
    closing tag belongs to it: ``outer_end`` is behind that, ``text`` what stands between. ``inside`` are the bytes
    between name and ``>``."""

    name: bytes
    start: int
    end: int
    closing: bool
    inside: bytes = b""
    text: bytes = b""
    outer_end: int

    @property
    def attributes(self) -> dict[bytes, bytes]:
        """The attributes, names in lower case; of two with one name the first counts."""
        return _attributes(self.inside)


def tags(page: bytes, wanted: frozenset[bytes]) -> Iterator[Tag]:
    """The tags with a name that is ``wanted`` (lower case), in order; a tag that the page never finishes ends the reading."""
    position = 0
    while (position := page.find(b"<", position)) >= 0:
        if page.startswith(b"<!--", position):
            position = _comment_end(page, position + 4)
        elif match := _TAG.match(page, position):
            name = match["name"].lower()
            position = match.end()
            if name in wanted or name in _RAW_TEXT:
                tag = _tag(page, match, name)
                position = tag.outer_end
                if name in wanted:
                    yield tag
        elif _OPENED.match(page, position):
            return
        elif _BOGUS.match(page, position):
            position = _after(page, rb">", position)
        else:
            position += 1


def _tag(page: bytes, match: re.Match[bytes], name: bytes) -> Tag:
    closing = bool(match["close"])
    text_end = outer_end = match.end()
    if name in _RAW_TEXT and not closing:
        text_end = _script_end(page, match.end()) if name == b"script" else _raw_end(page, match.end(), name)
        outer_end = _after(page, rb">", text_end)
    return Tag(
        name=name,
        start=match.start(),
        end=match.end(),
        closing=closing,
        inside=match["rest"],
        text=page[match.end() : text_end],
        outer_end=outer_end,
    )


def _attributes(text: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), next((each for each in values if each), b""))
    return found


def _raw_end(page: bytes, start: int, name: bytes) -> int:
    match = re.compile(rb"</" + name + rb"[\s/>]", re.IGNORECASE).search(page, start)
    return match.start() if match else len(page)


def _script_end(page: bytes, start: int) -> int:
    """Where the script's closing tag starts: behind ``<!--`` an inner ``<script`` takes one closing tag for itself."""
    in_comment = in_inner = False
    for match in _SCRIPT_MARK.finditer(page, start):
        mark = match[0].lower()
        if mark == b"<!--":
            in_comment = True
        elif mark == b"-->":
            in_comment = in_inner = False
        elif mark.startswith(b"<script"):
            in_inner = in_comment
        elif in_inner:
            in_inner = False
        else:
            return match.start()
    return len(page)


def _comment_end(page: bytes, start: int) -> int:
    """Behind the comment; ``<!-->`` and ``<!--->`` are whole comments."""
    abrupt = re.compile(rb"-?>").match(page, start)
    return abrupt.end() if abrupt else _after(page, rb"--!?>", start)


def _after(page: bytes, pattern: bytes, start: int) -> int:
    match = re.compile(pattern).search(page, start)
    return match.end() if match else len(page)
