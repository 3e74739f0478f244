"""Somebody's page and a JSON-LD document -> the same page with the document in it; no other byte is touched.

A script that we put there before (it has the id ``newsgraph``) is replaced; otherwise the script goes to the end of ``head``.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.finding import Finding, Outcome
from pipeline.model.graph import Json
from pipeline.publish.json_ld import MEDIA_TYPE, SCRIPT_ID, ascii_script_element
from pipeline.standards.html_scan import Tag, tags

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")
_WANTED = frozenset({b"head", b"body", b"html", b"script"})
_SHIFTED = b"\x1b$"


def embed(page: bytes, document: Json, *, replace_all: bool = False) -> Outcome[bytes]:
    """The page with the document; with ``replace_all`` it takes the place of every other JSON-LD in the page too.

    An error finding, and the page as it was, if its encoding hides tags (UTF-16, ISO-2022) or an open comment or tag
    swallows the rest of it; a warning if other JSON-LD
    stays, since readers then find two graphs.
    """
    if page.startswith(_WIDE) or _SHIFTED in page:
        return Outcome(page, (_unreadable(),))
    found = tuple(tags(page, _WANTED))
    script = ascii_script_element(document).encode("ascii")
    scripts = [each for each in found if is_json_ld(each)]
    targets = [each for each in scripts if replace_all or _is_ours(each)]
    after = _replaced(page, targets, script) if targets else _inserted(page, _place(page, found), script)
    if not any(_is_ours(each) for each in tags(after, _WANTED)):
        return Outcome(page, (_no_place(),))
    return Outcome(after, _findings([] if replace_all else [each for each in scripts if not _is_ours(each)]))


def without_own(page: bytes) -> bytes:
    """The page without a script that we put there before, which is our word and not the page's."""
    own = [each for each in tags(page, _WANTED) if _is_ours(each)]
    return _replaced(page, own, b"") if own else page


def is_json_ld(tag: Tag) -> bool:
    """Whether the tag opens a JSON-LD script."""
    media_type = tag.attributes.get(b"type", b"").split(b";")[0].strip().lower()
    return tag.name == b"script" and not tag.closing and media_type == MEDIA_TYPE.encode()


def _is_ours(tag: Tag) -> bool:
    return is_json_ld(tag) and tag.attributes.get(b"id") == SCRIPT_ID.encode()


def _inserted(page: bytes, place: int, script: bytes) -> bytes:
    return page[:place] + script + b"\n" + page[place:]


def _replaced(page: bytes, targets: Sequence[Tag], script: bytes) -> bytes:
    """The script in the first one's place; further ones are taken out."""
    first, *rest = targets
    parts, position = [page[: first.start], script], first.outer_end
    for each in rest:
        parts.append(page[position : each.start])
        position = each.outer_end
    return b"".join((*parts, page[position:]))


def _place(page: bytes, found: Sequence[Tag]) -> int:
    """The end of ``head``; without one, where the body begins or ends, or the end of the page."""
    for name, closing in ((b"head", True), (b"body", False), (b"body", True), (b"html", True)):
        for each in found:
            if each.name == name and each.closing == closing:
                return each.start
    return len(page)


def _findings(others: Sequence[Tag]) -> tuple[Finding, ...]:
    if not others:
        return ()
    return (
        Finding(
            code="page-has-other-json-ld",
            severity="warning",
            message=f"The page keeps {len(others)} other JSON-LD script(s); readers will find several graphs.",
            hint="Let --replace-all take their place, or remove them from the template.",
        ),
    )


def _unreadable() -> Finding:
    return Finding(
        code="page-encoding-unsupported",
        severity="error",
        message="The page is in UTF-16 or ISO-2022, where bytes that look like tags are none.",
        hint="Save the page as UTF-8.",
    )


def _no_place() -> Finding:
    return Finding(
        code="page-swallows-script",
        severity="error",
        message="The page has a comment, a tag or a text element that never ends, so that a script behind it is no script.",
        hint="Close it; an HTML checker shows where.",
    )
