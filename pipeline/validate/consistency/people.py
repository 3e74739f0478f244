"""Authors, publishers and the addresses that say who someone is."""

from __future__ import annotations

import re
from typing import Any

from pipeline.standards import iri
from pipeline.standards.json_pointer import Path
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.validate.consistency.scope import Scope, key_of, name_of, text_of
from pipeline.validate.nodes import Node
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
ACCOUNTS = frozenset(
    [
        "admin",
        "administrator",
        "root",
        "webmaster",
        "wordpress",
        "editor",
        "author",
        "user",
        "guest",
        "team",
        "staff",
        "unknown",
        "anonymous",
        "undefined",
        "null",
        "none",
        "n/a",
        "undefined undefined",
        "null null",
    ]
)
"""Names of accounts and gaps, which stand where nobody has entered who wrote the article."""
_JOB = LazyPattern(
    r",\s+(?:\w+\s+){0,3}(?:reporter|editor|correspondent|writer|columnist|journalist|producer|author|contributor|analyst|"
    r"photographer|fellow|intern|manager|director|specialist|redakteurin?|rédact\w+|redactora?|periodista|journaliste)\s*$",
    re.IGNORECASE,
)


def merged(scope: Scope) -> Remarks:
    """Several persons in one name."""
    for name, value, path, node in _credits(scope):
        if node is not None and not scope.is_a(node, "Person"):
            continue
        text = name_of(value, node).strip()
        if _several(text) and not _JOB.search(text):
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
        if isinstance(value, str) and iri.has_scheme(text):
            continue  # an address instead of an author, which the vocabulary layer tells of
        if (any(each in text.lower() for each in _MORE) and _BYLINE.search(text)) or (
            "," in text and _JOB.search(text)
        ):
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


def odd_names(scope: Scope) -> Remarks:
    """Authors that are an account, a number, an address, in capitals, or whose address is the article."""
    for article in scope.articles:
        own = text_of(article, "url")
        for value, path, node in scope.linked(article, "author"):
            text = name_of(value, node).strip()
            at = path if isinstance(value, str) else _name_path(node, path)
            if text.casefold() in ACCOUNTS or (text and not any(each.isalpha() for each in text)):
                yield Remark("author-placeholder", at, f"author {shown(text)} is nobody's name.")
            elif text.isupper() and " " in text and len(text) > SHORTEST_IN_CAPITALS:
                yield Remark("all-capitals", at, f"author {shown(text)} is in capitals.")
            if node is not None and own.startswith("http") and text_of(node, "url") == own:
                message = f"The author's url is {shown(own)}, the address of the article."
                yield Remark("author-url-is-article", (*node.path, key_of(node, "url")), message)


SHORTEST_IN_CAPITALS = 6
"""Letters from which on capitals are no initials, such as J K."""
RULES = (merged, byline, author_is_publisher, publisher_type, nameless, odd_names)
