"""Codes of the profiles layer. Each message names the profile; its file names source and date."""

from __future__ import annotations

from pipeline.model.finding import Severity
from pipeline.validate.codes.entry import Entry

_IMAGE = "https://example.org/a.jpg"


def _article(members: str) -> str:
    return f'{{"@context": "https://schema.org", "@type": "NewsArticle", {members}}}'


_FULL = (
    f'"headline": "A", "image": "{_IMAGE}", "datePublished": "2014-11-18T09:00:00Z", "dateModified": "2014-11-18T09:00:00Z", '
    '"author": {"@type": "Person", "name": "B", "url": "https://example.org/b"}, '
    '"publisher": {"@type": "Organization", "name": "C"}'
)
_TRAIL = (
    '{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": ['
    '{"@type": "ListItem", "position": 1, "name": "A", "item": "https://example.org/a"}, '
    '{"@type": "ListItem", "position": 2, "name": "B"}]}'
)


def _entry(code: str, severity: Severity, title: str, why: str, fix: str, *, wrong: str = "", right: str = "") -> Entry:  # noqa: PLR0913 - a row
    return Entry(
        code=code,
        severity=severity,
        layer="profiles",
        title=title,
        why=why,
        fix=fix,
        source="schemas/profiles",
        wrong=wrong,
        right=right,
    )


ENTRIES = (
    _entry(
        "profile-ended",
        "info",
        "A consumer no longer shows this type",
        "The markup stays valid and other consumers may read it, but nothing is shown for it any more.",
        "Keep it for the others, or take it out.",
        wrong='{"@context": "https://schema.org", "@type": "FAQPage", "name": "A", "mainEntity": '
        '{"@type": "Question", "name": "B", "acceptedAnswer": {"@type": "Answer", "text": "C"}}}',
        right=_TRAIL,
    ),
    _entry(
        "profile-required",
        "error",
        "A consumer requires what is missing",
        "Without it the consumer does not show what the markup is for.",
        "Add it, or do not choose the profile.",
        wrong=_TRAIL.replace('"position": 2, ', ""),
        right=_TRAIL,
    ),
    _entry(
        "profile-recommended",
        "warning",
        "A consumer recommends what is missing",
        "The consumer shows less without it.",
        "Add it where it is known.",
        wrong=_article(_FULL.replace(f'"image": "{_IMAGE}", ', "")),
        right=_article(_FULL),
    ),
    _entry(
        "profile-advised",
        "info",
        "A consumer uses what is missing",
        "It is one of the lesser recommendations.",
        "Add it where it is known.",
        wrong=_article(_FULL.replace(', "url": "https://example.org/b"', "")),
        right=_article(_FULL),
    ),
    _entry(
        "profile-forbidden",
        "error",
        "A consumer forbids what is there",
        "The consumer drops the markup.",
        "Take it out.",
    ),
    _entry(
        "profile-value",
        "warning",
        "A value that a consumer does not take",
        "The property is there, but its value is not what the consumer asks for.",
        "Correct the value as the message says.",
        wrong=_article(
            _FULL.replace('"datePublished": "2014-11-18T09:00:00Z"', '"datePublished": "2014-11-18T09:00:00"')
        ),
        right=_article(_FULL),
    ),
)
