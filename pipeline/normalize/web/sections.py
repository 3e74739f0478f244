"""The section: what the page states for it, else its trail of sections, else the first folder of its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from pipeline.normalize.prose import same
from pipeline.normalize.web.candidate import Candidate, SourceName

STATED: tuple[SourceName, ...] = ("open-graph", "json-ld", "microdata", "meta")
INFERRED: tuple[SourceName, ...] = ("dom", "breadcrumb", "url")
MAX_SECTIONS = 4
_NO_SECTION = frozenset(
    [
        "a",
        "amp",
        "archive",
        "archives",
        "article",
        "articles",
        "author",
        "blog",
        "blogs",
        "category",
        "content",
        "contents",
        "default",
        "detail",
        "display",
        "en",
        "entry",
        "es",
        "feature",
        "features",
        "fr",
        "de",
        "home",
        "html",
        "index",
        "item",
        "latest",
        "main",
        "media",
        "new",
        "news",
        "nyheter",
        "p",
        "page",
        "pages",
        "post",
        "posts",
        "read",
        "search",
        "sites",
        "stories",
        "story",
        "tag",
        "topic",
        "topics",
        "uk",
        "us",
        "v",
        "video",
        "videos",
        "view",
        "web",
        "wiki",
        "www",
    ]
)
_NONE = frozenset(("uncategorized", "uncategorised", "nosection", "none", "default", "article", "home"))


def from_address(url: str) -> Iterator[Candidate]:
    """The first folder of the path, where it is a word and not one that every site has; News where there is no other."""
    try:
        folders = [each for each in urlsplit(url).path.split("/") if each]
    except ValueError:
        return
    first = next((each for each in folders[:-1] if each.lower() not in _NO_SECTION), "")
    if len(folders) >= 2 and re.fullmatch(r"[A-Za-z][A-Za-z-]{2,24}", first) and first.count("-") <= 2:
        name = first.replace("-", " ")
        yield Candidate("articleSection", (name[:1].upper() + name[1:],), "url")
    elif "news" in folders[:-1]:
        yield Candidate("articleSection", ("News",), "url")


def choose_section(candidates: Sequence[Candidate]) -> Candidate | None:
    """All sections that the page states for itself, once each; without any, the first inferred one."""
    stated = [each for source in STATED for each in candidates if each.source == source]
    names: dict[str, str] = {}
    for each in stated:
        for name in each.value:
            if same(name) not in _NONE and len(name) < 60:
                names.setdefault(same(name), name)
    if names:
        return Candidate("articleSection", tuple(names.values())[:MAX_SECTIONS], stated[0].source)
    return next((each for source in INFERRED for each in candidates if each.source == source), None)
