"""The section: what the page states for it and its trail of sections, else its label above the headline, else a folder of its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from pipeline.normalize.prose import same
from pipeline.normalize.web.candidate import Candidate, SourceName

STATED: tuple[SourceName, ...] = ("open-graph", "json-ld", "microdata", "meta")
INFERRED: tuple[SourceName, ...] = ("breadcrumb", "dom", "url")
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
        "blog-posts",
        "category",
        "company",
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
        "insight",
        "insights",
        "item",
        "latest",
        "live",
        "main",
        "media",
        "new",
        "newsletter",
        "newsletters",
        "news",
        "nyheter",
        "our-blog",
        "p",
        "page",
        "pages",
        "post",
        "posts",
        "read",
        "resources",
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
_NONE = frozenset(("uncategorized", "uncategorised", "nosection", "none", "default", "article", "home", "homepage"))
_GENERIC = frozenset(
    (
        "news",
        "blog",
        "articles",
        "article",
        "stories",
        "posts",
        "all",
        "latest",
        "featured",
        "general",
        "topics",
        "resources",
    )
)
"""Names that say nothing beside a real section."""
_LOCALE = re.compile(r"[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
MAX_LENGTH = 60
MAX_PART_WORDS = 4


def from_address(url: str) -> Iterator[Candidate]:
    """The first folder of the path, where it is a word and not one that every site has; News where there is no other."""
    try:
        folders = [each for each in urlsplit(url).path.split("/") if each]
    except ValueError:
        return
    first = next((each for each in folders[:-1] if not (each.lower() in _NO_SECTION or _LOCALE.fullmatch(each))), "")
    if len(folders) >= 2 and re.fullmatch(r"[A-Za-z][A-Za-z-]{2,24}", first) and first.count("-") <= 2:
        name = first.replace("-", " ")
        yield Candidate("articleSection", (name[:1].upper() + name[1:],), "url")
    elif "news" in folders[:-1]:
        yield Candidate("articleSection", ("News",), "url")


def choose_section(candidates: Sequence[Candidate], unlike: frozenset[str] = frozenset()) -> Candidate | None:
    """All sections that the page states for itself, once each, and those of its trail; without any, the first inferred one.
    ``unlike`` are names that are no section's: the headline's, the authors', as ``same`` folds them."""
    stated = [each for source in (*STATED, "breadcrumb") for each in candidates if each.source == source]
    names: dict[str, str] = {}
    for each in stated:
        for name in each.value:
            for part in _parts(name):
                if same(part) not in _NONE | unlike and len(part) < MAX_LENGTH:
                    names.setdefault(same(part), part)
    telling = {folded: name for folded, name in names.items() if folded not in _GENERIC} or names
    if telling:
        return Candidate("articleSection", tuple(telling.values())[:MAX_SECTIONS], stated[0].source)
    able = (each for source in INFERRED for each in candidates if each.source == source)
    return next((each for each in able if same(each.value[0]) not in _NONE | unlike), None)


def _parts(name: str) -> tuple[str, ...]:
    """The sections that one text lists ("Leadership, Student Achievement"); a name with a comma in it ends with "and ..."."""
    parts = tuple(each.strip() for each in name.split(",") if each.strip())
    listed = all(len(each.split()) <= MAX_PART_WORDS for each in parts) and not re.search(
        r"(?:\band\b|&)", parts[-1] if parts else ""
    )
    return parts if listed else (name,)
