"""Whether a page whose section is stated in its head or data would be filed the same without that statement."""

from __future__ import annotations

from typing import Literal

from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.prose import same
from pipeline.normalize.readers.web_page import blocks, candidates
from pipeline.normalize.web.fuse import names_of_others
from pipeline.normalize.web.json_ld import read_json_ld
from pipeline.normalize.web.page import parse
from pipeline.normalize.web.sections import STATED, choose_section


def recovered(html: bytes, *, name: str, url: str) -> Literal["same", "other", "nothing"] | None:
    """What the other sources tell; None for a page that states no section."""
    page = parse(decode(Source(name=name, content=html, url=url)).value or "", url).value
    if page is None:
        return None
    segments, _ = blocks(page)
    found = tuple(candidates(page, segments, read_json_ld(page.tree).value))
    others = names_of_others(found)
    able = [each for each in found if each.field == "articleSection"]
    stated = choose_section([each for each in able if each.source in STATED], others)
    told = choose_section([each for each in able if each.source not in STATED], others)
    if stated is None:
        return None
    if told is None:
        return "nothing"
    return "same" if {same(each) for each in stated.value} & {same(each) for each in told.value} else "other"
