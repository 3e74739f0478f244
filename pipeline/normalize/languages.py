"""The language of an article: what its source states, checked, else what its text looks like (py3langid, offline)."""

from __future__ import annotations

import re

from msgspec.structs import replace

from pipeline.model.article import Article, Origin
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say

MIN_WORDS = 12
"""Shorter texts are guessed wrongly too often."""
SURE = 5.0
"""Log-likelihood by which the first must lead the second language: 150 times as likely."""
NEWS_LANGUAGES = frozenset(
    [
        "ar",
        "az",
        "bg",
        "bn",
        "bs",
        "ca",
        "cs",
        "cy",
        "da",
        "de",
        "el",
        "en",
        "es",
        "et",
        "eu",
        "fa",
        "fi",
        "fr",
        "ga",
        "gl",
        "gu",
        "he",
        "hi",
        "hr",
        "hu",
        "hy",
        "id",
        "is",
        "it",
        "ja",
        "ka",
        "kk",
        "km",
        "kn",
        "ko",
        "lo",
        "lt",
        "lv",
        "mk",
        "ml",
        "mn",
        "mr",
        "ms",
        "my",
        "nb",
        "ne",
        "nl",
        "nn",
        "no",
        "pa",
        "pl",
        "ps",
        "pt",
        "ro",
        "ru",
        "si",
        "sk",
        "sl",
        "sq",
        "sr",
        "sv",
        "sw",
        "ta",
        "te",
        "th",
        "tl",
        "tr",
        "uk",
        "ur",
        "uz",
        "vi",
        "zh",
    ]
)
_WIDE = re.compile("[\u3040-\u9fff\uac00-\ud7af]{8}")
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{5,8})*")


def settle_language(article: Article, source: Source, newsroom: Newsroom) -> Outcome[Article]:  # noqa: ARG001 - a step's form
    """A stated language as a BCP 47 tag; without one, the language that the text is in, or none where that is not sure."""
    said = article.in_language
    stated = tag(said or "")
    if stated:
        corrected = () if stated == said else (say.language_corrected(str(said), stated),)
        return Outcome(replace(article, in_language=stated), corrected)
    told = (say.language_unreadable(said),) if said else ()
    found = detected(" ".join(each.text for each in article.paragraphs)[:3000])
    if found is None:
        return Outcome(replace(article, in_language=None), (*told, say.language_unsure()))
    origins = {**article.origins, "inLanguage": Origin(source="langid")}
    return Outcome(replace(article, in_language=found, origins=origins), told)


def tag(stated: str) -> str | None:
    """A well-formed tag in its usual case (``en-GB``); None for anything else, such as a language's name."""
    wanted = stated.strip().replace("_", "-")
    if not _TAG.fullmatch(wanted) or wanted.lower() in ("und", "mul", "zxx"):
        return None
    first, *rest = wanted.split("-")
    return "-".join([first.lower(), *(_cased(each) for each in rest)])


def detected(text: str) -> str | None:
    """The likeliest of the news languages as an ISO 639-1 code; None for a short text or a close race."""
    if len(text.split()) < MIN_WORDS and not _WIDE.search(text):
        return None
    import py3langid  # noqa: PLC0415 - costs 0.5 s, needed only where nothing states the language

    ranked = [(score, name) for name, score in py3langid.rank(text) if name in NEWS_LANGUAGES]
    (best, name), (second, _) = sorted(ranked, reverse=True)[:2]
    return str(name) if best - second >= SURE else None


def _cased(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.capitalize()
    return subtag.upper() if len(subtag) in (2, 3) else subtag.lower()
