"""Authors, publishers and the addresses that say who someone is."""

from __future__ import annotations

import re
from typing import Any

from pipeline.standards import iri
from pipeline.standards.json_pointer import Path
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.validate.consistency.scope import Scope, key_of, name_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
CREDITS = ("author", "creator", "contributor", "editor")
GOOGLE_AUTHOR = "https://developers.google.com/search/docs/appearance/structured-data/article#author-bp"
_AND = LazyPattern(r"\s*(?:,|;|/|\s(?:and|und|et|y|e|en|og|och)\s|\s?&\s?)\s*", re.IGNORECASE)
_JOINS = (
    ",",
    ";",
    "/",
    "&",
    " and ",
    " und ",
    " et ",
    " y ",
    " e ",
    " en ",
    " og ",
    " och ",
    " AND ",
    " Und ",
    " And ",
)
_SUFFIX = LazyPattern(r"(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|m\.?a|esq|mba|obe|mp|jd|dds|rn|cpa)\.?", re.IGNORECASE)
_NAME = LazyPattern(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’-]+){1,4}")
_SINGLE = LazyPattern(r"[^\W\d_][\w'’-]+")
_BYLINE = LazyPattern(
    r"^(?:by|von|par|por|di|words by|written by|posted by|story by|text)\s*:?\s+\S|https?://|@|\b(?:staff writer|staff reporter|"
    r"correspondent|contributor|associated press writer|special to)\b|\s[|–—-]\s",
    re.IGNORECASE,
)
_MORE = (
    "by ", "von ", "par ", "por ", "di ", "text", "http", "@", "staff", "correspondent", "contributor", "writer", "special to",
    " |", " –", " —", " -",
)  # fmt: skip
"""What must stand in a text before the pattern above is tried."""
_SOCIAL = frozenset(
    [
        "twitter.com",
        "x.com",
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "youtube.com",
        "tiktok.com",
        "threads.net",
        "bsky.app",
        "pinterest.com",
    ]
)


def merged(scope: Scope) -> Remarks:
    """Several persons in one name."""
    for name, value, path, node in _credits(scope):
        if node is not None and not scope.is_a(node, "Person"):
            continue
        text = name_of(value, node).strip()
        if _several(text):
            at = path if isinstance(value, str) else _name_path(node, path)
            hint = "Write one entry for each, with the name only."
            yield Remark("merged-authors", at, f"{name} {shown(text)} names several persons.", hint)


def _several(text: str) -> bool:
    if not any(each in text for each in _JOINS):
        return False
    parts = [each for each in _AND.split(text) if each and not _SUFFIX.fullmatch(each)]
    if len(parts) < 2 or len(text) > 200:
        return False
    last_is_full = _NAME.fullmatch(parts[-1]) is not None
    joined = re.search(r"\s(?:and|und|et|y)\s|&", text, re.IGNORECASE) is not None
    if joined and last_is_full and all(_NAME.fullmatch(each) or _SINGLE.fullmatch(each) for each in parts):
        return True
    return all(_NAME.fullmatch(each) for each in parts)


def _credits(scope: Scope) -> list[tuple[str, Json, Path, Node | None]]:
    return [
        (name, value, path, facts)
        for node in scope.of_type("CreativeWork")
        for name in CREDITS
        for value, path, facts in scope.linked(node, name)
    ]


def _name_path(node: Node | None, path: Path) -> Path:
    return (*node.path, key_of(node, "name")) if node is not None else path


def byline(scope: Scope) -> Remarks:
    """More than a name in an author's name."""
    for name, value, path, node in _credits(scope):
        text = name_of(value, node).strip()
        if any(each in text.lower() for each in _MORE) and _BYLINE.search(text) and not iri.has_scheme(text):
            at = path if isinstance(value, str) else _name_path(node, path)
            hint = "Write the name only; job titles belong to jobTitle, addresses to url."
            yield Remark("author-more-than-name", at, f"{name} {shown(text)} holds more than a name.", hint)


def author_is_publisher(scope: Scope) -> Remarks:
    """A person who bears the name of a publisher that is none."""
    for article in scope.articles:
        publishers = {
            name_of(value, node).casefold()
            for value, _, node in scope.linked(article, "publisher")
            if node is None or not scope.is_a(node, "Person")
        } - {""}
        for value, path, node in scope.linked(article, "author"):
            named = name_of(value, node)
            if named.casefold() in publishers and node is not None and scope.is_a(node, "Person"):
                message = f"The author {shown(named)} is typed Person, and the publisher of the same name is no person."
                hint = 'Write "@type": "Organization" if the author is no human being, else a Person as publisher.'
                yield Remark("author-is-publisher", path, message, hint)


def publisher_type(scope: Scope) -> Remarks:
    """A news article published by a person."""
    for article in scope.articles:
        if not scope.is_a(article, "NewsArticle"):
            continue
        for _, path, node in scope.linked(article, "publisher"):
            if node is not None and node.types == ("Person",):
                yield Remark("publisher-is-person", path, "The publisher of a news article is a Person.")


def nameless(scope: Scope) -> Remarks:
    """An author, publisher, organizer or speaker without a name."""
    for node in scope.view.nodes:
        for name in (*CREDITS, "publisher", "organizer", "spokenByCharacter"):
            if name not in node.value:
                continue
            for value, path, facts in scope.linked(node, name):
                if facts is not None and isinstance(value, dict) and _is_nameless(scope, facts):
                    yield Remark("nameless-agent", path, f"The {name} has no name.")


def _is_nameless(scope: Scope, node: Node) -> bool:
    if not scope.is_a(node, "Person", "Organization") or scope.is_a(node, "Role"):
        return False
    return not any(node.get(each) for each in ("name", "legalName", "givenName", "familyName", "alternateName"))


def same_as(scope: Scope) -> Remarks:
    """SameAs that is no address, or the address of a whole social network."""
    for node in scope.view.nodes:
        value = node.get("sameAs")
        if value is None:
            continue
        for each, path in values_of(value, (*node.path, key_of(node, "sameAs"))):
            if isinstance(each, str) and each.startswith("@"):
                hint = "Write the whole address of the profile."
                yield Remark("social-handle", path, f"sameAs {shown(each)} is a handle, no address.", hint)
            elif isinstance(each, str) and iri.is_web(each) and _is_start_page(each):
                yield Remark(
                    "same-as-not-specific", path, f"sameAs {shown(each)} is a start page, which is the same as nobody."
                )
            elif isinstance(each, str) and each and each == text_of(node, "url"):
                yield Remark("same-as-itself", path, f"sameAs {shown(each)} is the node's own address.")


def _is_start_page(url: str) -> bool:
    from urllib.parse import urlsplit  # noqa: PLC0415 - only needed where sameAs names a social network

    if not any(each in url for each in _SOCIAL):
        return False
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    return host in _SOCIAL and not parts.path.strip("/") and not parts.query


RULES = (merged, byline, author_is_publisher, publisher_type, nameless, same_as)
