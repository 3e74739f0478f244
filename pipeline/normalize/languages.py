"""The language of an article: what its source states, checked, else what its text looks like (py3langid, offline)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.model.article import Article, Origin
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source

MIN_WORDS = 12
"""Shorter texts are guessed wrongly too often."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")


def settle_language(article: Article, source: Source, newsroom: Newsroom) -> Outcome[Article]:  # noqa: ARG001 - a step's form
    """A stated language as a BCP 47 tag; without one, the language that the text is in."""
    stated = tag(article.in_language or "")
    if stated:
        return Outcome(article if stated == article.in_language else replace(article, in_language=stated))
    text = " ".join(each.text for each in article.paragraphs)[:3000]
    if len(text.split()) < MIN_WORDS and not re.search(r"[\u3040-\u9fff\uac00-\ud7af]{8}", text):
        return Outcome(article if article.in_language is None else replace(article, in_language=None))
    return Outcome(
        replace(article, in_language=detected(text), origins={**article.origins, "inLanguage": Origin(source="langid")})
    )


def tag(stated: str) -> str | None:
    """A well-formed tag in its usual case (``en-GB``); None for anything else, such as a language's name."""
    wanted = stated.strip().replace("_", "-")
    if not _TAG.fullmatch(wanted) or wanted.lower() in ("und", "mul", "zxx"):
        return None
    first, *rest = wanted.split("-")
    return "-".join([first.lower(), *(_cased(each) for each in rest)])


def detected(text: str) -> str:
    """The likeliest language of a text as an ISO 639-1 code."""
    import py3langid  # noqa: PLC0415 - costs 0.5 s, needed only where nothing states the language

    language, _ = py3langid.classify(text)
    return str(language)


def _cased(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.capitalize()
    return subtag.upper() if len(subtag) in (2, 3) else subtag.lower()
