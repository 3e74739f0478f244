"""The content of a NewsML-G2 item (inlineXML, inlineData, remoteContent) -> body, pictures and what the text inside states."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.model.finding import Outcome
from pipeline.model.sidecar import Image
from pipeline.normalize.address import absolute
from pipeline.normalize.wire import fragment, nitf_document
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.fragment import Fragment
from pipeline.normalize.wire.xml import Element, children, first, name, text


def statements(item: Element, *, headline: str) -> Outcome[dict[str, Any]]:
    """What the text inside states: NITF with its head first, then HTML, then plain text."""
    content = first(item, "contentSet")
    inside = [child for each in children(content, "inlineXML") for child in each if name(child)]
    for each in inside:
        if name(each).lower() == "nitf":
            made = nitf_document.statements(each)
            stated = {key: value for key, value in made.value.items() if value not in (None, "", (), {})}
            told = tuple(finding for finding in made.findings if finding.code != "item-without-text")
            return Outcome({key: value for key, value in stated.items() if key != "pub_status"}, told)
    found = _fragment(inside, content)
    return Outcome({**body(found, headline=headline), "image": found.images}, found.findings)


def pictures(item: Element) -> Iterator[Image]:
    """The largest remote picture with the item's caption."""
    remote = [each for each in children(first(item, "contentSet"), "remoteContent") if _is_picture(each)]
    best = max(remote, key=lambda each: _pixels(each.get("width")) or 0, default=None)
    if best is None:
        return
    content = first(item, "contentMeta")
    captions = [text(each) for each in children(content, "description") if "caption" in (each.get("role") or "")]
    yield Image(
        url=str(best.get("href")),
        caption=next(iter(captions), None),
        credit_text=text(first(content, "creditline")) or None,
        creator=text(first(content, "by")) or text(first(content, "creator", "name")) or None,
        copyright_notice=text(first(item, "rightsInfo", "copyrightNotice")) or None,
        width=_pixels(best.get("width")),
        height=_pixels(best.get("height")),
    )


def _fragment(inside: list[Element], content: Element | None) -> Fragment:
    for each in inside:
        found = fragment.from_element(each)
        if found.blocks:
            return found
    for each in children(content, "inlineData"):
        if not (each.get("encoding") or "") and (each.text or "").strip():
            return fragment.read(each.text or "")
    return Fragment()


def _is_picture(remote: Element) -> bool:
    return (remote.get("contenttype") or "").lower().startswith("image/") and absolute(remote.get("href") or "")


def _pixels(value: str | None) -> int | None:
    found = re.fullmatch(r"\s*(\d{1,5})\s*", value or "")
    return int(found[1]) if found else None
