"""Texts: markup and entities in them, the wrong language, a wrong count, and names and quotations that do not stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pipeline.standards.bcp47 import is_language_tag, likely_tag
from pipeline.standards.json_pointer import Path
from pipeline.standards.lazy_pattern import LazyPattern
from pipeline.validate.compare import plain
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
READ_BY_HUMANS = (
    "headline", "alternativeHeadline", "name", "alternateName", "description", "abstract", "articleBody", "text", "caption",
    "creditText", "copyrightNotice", "articleSection", "jobTitle", "keywords", "reviewBody",
)  # fmt: skip
RICH_TEXT = (("Answer", "text"), ("Question", "text"), ("JobPosting", "description"))
"""Texts that Google's guides want or allow as HTML (FAQ page, Q&A page, job posting; checked 2026-11)."""
RICH_NAMES = frozenset(name for _, name in RICH_TEXT)
_TAGS = (
    "a|abbr|article|aside|b|blockquote|br|center|cite|code|div|em|figure|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|q|s|script|section|"
    "small|span|strong|style|sub|sup|table|tbody|td|th|tr|u|ul|video"
)
_MARKUP = LazyPattern(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,500}})?/?>", re.IGNORECASE)
_ENTITY = LazyPattern(
    r"&(?:amp|lt|gt|quot|apos|nbsp|hellip|[lr][sd]quo|[mn]dash|copy|eacute|egrave|uuml|ouml|auml|#\d{2,6}|#x[0-9a-f]{2,6});",
    re.IGNORECASE,
)
_MOJIBAKE = LazyPattern(r"â€[™œ\x9d“”˜¦]|Ã[©¨¶¤¼±³¡­]|ï»¿|\ufffd")
_BROKEN = ("â€", "Ã", "ï»¿", "\ufffd")
_MARKS = (("{{", "}}"), ("<%", "%>"), ("${", "}"), ("[object Object]", ""))
_EMPTY_WORDS = frozenset(
    ["undefined", "null", "none", "nan", "n/a", "tbd", "todo", "test", "untitled", "undefined undefined", "null null"]
)
_FIRST_POSTS = frozenset(["hello world!", "sample page", "auto draft", "(no title)", "no title", "home", "homepage"])
"""Titles that content systems give until somebody writes one; only a headline is asked."""
_GAPS = frozenset(" .-–—_|,:;/*")
_FIELD_WORDS = frozenset(("headline", "title", "description"))
LONG_ENOUGH = 200
"""Characters of running text from which on its language and its words tell something."""


def markup(scope: Scope) -> Remarks:
    """HTML tags, entities, broken encodings and forgotten template marks in texts for humans."""
    for node in scope.view.nodes:
        for name in READ_BY_HUMANS:
            if name not in node.value:
                continue
            rich = name in RICH_NAMES and any(name == each and scope.is_a(node, kind) for kind, each in RICH_TEXT)
            for text, path in values_of(node.value[name], (*node.path, name)):
                if isinstance(text, str):
                    yield from _marks(name, text, path, rich=rich)


def _marks(name: str, text: str, path: Path, *, rich: bool) -> Remarks:
    if not rich:
        yield from _html(name, text, path)
    if any(each in text for each in _BROKEN) and _MOJIBAKE.search(text):
        yield Remark("mojibake", path, f"{name} {shown(text)} was decoded in a wrong encoding.")
    if _is_placeholder(name, text):
        yield Remark("placeholder-text", path, f"{name} {shown(text)} was left by a template.")


def _html(name: str, text: str, path: Path) -> Remarks:
    if "<" in text and (tag := _MARKUP.search(text)):
        yield Remark("html-in-text", path, f"{name} holds the tag {shown(tag.group())}.")
    if "&" in text and (entity := _ENTITY.search(text)):
        yield Remark("entity-in-text", path, f"{name} holds {shown(entity.group())}, which readers see as it stands.")


def _is_placeholder(name: str, text: str) -> bool:
    if len(text) > 1000:
        return False
    if any(start in text and end in text for start, end in _MARKS):
        return True
    word = text.strip().casefold()
    if len(word) > 2 and word.startswith("%") and word.endswith("%") and " " not in word:
        return True
    if word and _GAPS.issuperset(word):
        return True
    if name == "headline" and word in _FIRST_POSTS:
        return True
    return word in _EMPTY_WORDS or word.startswith("lorem ipsum") or (name != "name" and word in _FIELD_WORDS)


def language(scope: Scope) -> Remarks:
    """Language tags that are none, and texts in another language than their tag says."""
    for node in scope.view.nodes:
        value = node.get("inLanguage") if "inLanguage" in node.value else None
        if value is None:
            continue
        for tag, path in values_of(value, (*node.path, "inLanguage")):
            if isinstance(tag, str) and not is_language_tag(tag):
                guess = likely_tag(tag)
                hint = f"Write {guess}." if guess else "Write a tag such as en or pt-BR."
                yield Remark("invalid-language-tag", path, f"inLanguage {shown(tag)} is no language tag.", hint)
            elif isinstance(tag, str):
                yield from _spoken(node, tag, path)


def _spoken(node: Node, tag: str, path: Path) -> Remarks:
    text = " ".join(filter(None, (text_of(node, each) for each in ("headline", "description", "articleBody", "text"))))
    if len(text) < LONG_ENOUGH:
        return
    from pipeline.standards.text_language import likely_languages  # noqa: PLC0415 - only long texts need it

    likely = likely_languages(text)
    if likely and tag.split("-", maxsplit=1)[0].lower() not in likely:
        message = f"inLanguage is {shown(tag)}, but the text reads like {likely[0]}."
        yield Remark("language-of-text", path, message)


def word_count(scope: Scope) -> Remarks:
    """WordCount that is far from the words of articleBody."""
    for node in scope.articles:
        count, body = node.get("wordCount"), text_of(node, "articleBody")
        if isinstance(count, bool) or not isinstance(count, int) or len(body) < LONG_ENOUGH:
            continue
        words = len(re.findall(r"\w[\w'’-]*", body))
        if abs(words - count) > max(20, words * 0.2):
            message = f"wordCount is {count}, but articleBody has about {words} words."
            yield Remark("word-count-differs", (*node.path, key_of(node, "wordCount")), message)


def names_in_text(scope: Scope) -> Remarks:
    """Persons said to be in the article whose name its text does not have."""
    body = scope.plain_body
    if len(body) < LONG_ENOUGH or not any(text_of(each, "articleBody") for each in scope.articles):
        return
    for article in scope.articles:
        for name in ("about", "mentions"):
            for value, path, node in scope.linked(article, name):
                if not isinstance(value, dict) or node is None or (scope.own and len(node.value) <= 3):
                    continue  # a slice of our graph has references, whose other names stand in another file
                if scope.is_a(node, "Person", "Organization", "Place"):
                    yield from _named(scope, node, path, name, body)


def _named(scope: Scope, node: Node, path: Path, relation: str, body: str) -> Remarks:
    names = [*_texts(node, "name"), *_texts(node, "alternateName"), *_texts(node, "familyName")]
    whole = not scope.is_a(node, "Person")
    if not names or any(
        _stands_in(each, body, whole=whole) or (whole and _initials_stand_in(each, body)) for each in names
    ):
        return
    message = f"{shown(names[0])} stands in {relation}, but not in the article's text."
    yield Remark("entity-not-in-text", path, message)


def _texts(node: Node, name: str) -> Iterator[str]:
    value = node.get(name)
    for each, _ in values_of(value, ()) if value is not None else ():
        if isinstance(each, str) and each.strip():
            yield each


def _initials_stand_in(name: str, body: str) -> bool:
    """Whether the text says UK or U.K. for United Kingdom."""
    initials = [each[0].casefold() for each in name.split() if each[0].isupper()]
    if len(initials) < 2:
        return False
    short, dotted = "".join(initials), "".join(f"{each}." for each in initials)
    return dotted in body or re.search(rf"\b{re.escape(short)}\b", body) is not None


def _stands_in(name: str, body: str, *, whole: bool) -> bool:
    words = [each for each in plain(name).split() if len(each) > 1]
    if not words:
        return True
    if whole:
        telling = [each for each in words if len(each) > 3 or len(words) == 1]
        return any(each[:5] in body for each in telling) if telling else " ".join(words) in body
    return words[-1] in body or words[0] in body


def quotations_in_text(scope: Scope) -> Remarks:
    """Quotations whose words the article's text does not have."""
    body = scope.plain_body
    if len(body) < LONG_ENOUGH or not any(text_of(each, "articleBody") for each in scope.articles):
        return
    for node in scope.of_type("Quotation"):
        parts = [plain(each).strip(" .,") for each in re.split(r"…|\.\.\.|\[[^\]]*\]", text_of(node, "text"))]
        missing = next((each for each in parts if each and each not in body), None)
        if missing is not None:
            message = f"The article's text does not have the words {shown(missing)}."
            yield Remark("quotation-not-in-text", (*node.path, key_of(node, "text")), message)


def site_name(scope: Scope) -> Remarks:
    """The publisher's name at the end of the headline, as page titles have it."""
    for article in scope.articles:
        headline = text_of(article, "headline")
        if not any(each in headline for each in ("| ", "– ", "— ", "· ", "- ")):
            continue
        tail = re.search(r"\s[|–—·-]\s([^|–—·]{2,60})$", headline)
        publishers = [text_of(node, "name") for _, _, node in scope.linked(article, "publisher")]
        if tail and any(each and plain(each) == plain(tail[1]) for each in publishers):
            message = f"The headline ends with the publisher's name {shown(tail[1])}."
            yield Remark("headline-with-site-name", (*article.path, key_of(article, "headline")), message)


RULES = (markup, language, word_count, names_in_text, quotations_in_text, site_name)
