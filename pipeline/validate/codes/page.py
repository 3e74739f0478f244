"""Codes of the page layer: what a page's JSON-LD says against what the page says."""

from __future__ import annotations

from pipeline.model.finding import Severity
from pipeline.validate.codes.entry import Entry

_POLICY = "https://developers.google.com/search/docs/appearance/structured-data/sd-policies (checked 2026-11)"
_BODY = "".join(
    "<p>The envoy left the capital for talks with the minister and is expected on Friday.</p>" for _ in range(4)
)


def _page(members: str, head: str = "", body: str = "<h1>Envoy leaves</h1>", language: str = "en") -> str:
    script = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Envoy leaves"{members}}}'
    return (
        f'<!doctype html><html lang="{language}"><head><title>Envoy leaves</title>{head}'
        f'<script type="application/ld+json">{script}</script></head><body>{body}{_BODY}</body></html>'
    )


def _entry(  # noqa: PLR0913 - one row of the table
    code: str, severity: Severity, title: str, why: str, fix: str, *, wrong: str, right: str
) -> Entry:
    return Entry(
        code=code,
        severity=severity,
        layer="page",
        title=title,
        why=why,
        fix=fix,
        source=_POLICY,
        wrong=wrong,
        right=right,
    )


_OK = _page("")
ENTRIES = (
    _entry(
        "markup-contradicts",
        "warning",
        "Microdata or RDFa contradict JSON-LD",
        "The page describes its article twice, with two headlines; consumers take the one or the other.",
        "Keep one syntax, best JSON-LD.",
        wrong=_page(
            "",
            body='<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Envoy leaves at last</h1></div>',
        ),
        right=_page(
            "",
            body='<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Envoy leaves</h1></div>',
        ),
    ),
    _entry(
        "date-not-shown",
        "info",
        "The page shows one of the article's two dates",
        "Readers see the day of the last change or of publication, and the markup has the other day as well; most sites do so.",
        "Show both, if readers should know when the article first stood there.",
        wrong=_page(
            ', "datePublished": "2025-11-10", "dateModified": "2025-11-18"',
            body='<h1>Envoy leaves</h1><time datetime="2025-11-18">18 November 2025</time>',
        ),
        right=_page(
            ', "datePublished": "2025-11-18", "dateModified": "2025-11-18"',
            body='<h1>Envoy leaves</h1><time datetime="2025-11-18">18 November 2025</time>',
        ),
    ),
    _entry(
        "headline-not-on-page",
        "warning",
        "The headline stands nowhere on the page",
        "Markup must describe what readers see; a headline of another article misleads them.",
        "Write the page's headline.",
        wrong=_page("", body="<h1>Minister resigns</h1>").replace("<title>Envoy leaves", "<title>Minister resigns"),
        right=_OK,
    ),
    _entry(
        "author-not-on-page",
        "warning",
        "The page does not name the author",
        "Markup must describe what readers see.",
        "Show the byline, or correct the author.",
        wrong=_page(', "author": {"@type": "Person", "name": "Ada Byron"}'),
        right=_page(
            ', "author": {"@type": "Person", "name": "Ada Byron"}', body="<h1>Envoy leaves</h1><p>By Ada Byron</p>"
        ),
    ),
    _entry(
        "date-not-on-page",
        "warning",
        "The page shows another date",
        "The page states dates, and none of them is the one that the markup gives.",
        "Write the same date in both.",
        wrong=_page(', "datePublished": "2014-11-18"', body='<time datetime="2013-01-05">5 January 2013</time>'),
        right=_page(', "datePublished": "2014-11-18"', body='<time datetime="2014-11-18">18 November 2014</time>'),
    ),
    _entry(
        "image-not-on-page",
        "warning",
        "The page does not use the picture",
        "A picture in search results that readers do not find on the page disappoints them.",
        "Name a picture of the page.",
        wrong=_page(', "image": "https://example.org/envoy.jpg"', body='<img src="/other.jpg" alt="">'),
        right=_page(', "image": "https://example.org/envoy.jpg"', body='<img src="/envoy.jpg" alt="">'),
    ),
    _entry(
        "canonical-differs",
        "warning",
        "Not the page's canonical address",
        "Consumers take the markup for another page than the one that the page says it is.",
        "Write the canonical address.",
        wrong=_page(', "url": "https://example.org/b"', head='<link rel="canonical" href="https://example.org/a">'),
        right=_page(', "url": "https://example.org/a"', head='<link rel="canonical" href="https://example.org/a">'),
    ),
    _entry(
        "og-title-differs",
        "warning",
        "og:title is another headline",
        "The two have hardly a word in common: one of them belongs to another article.",
        "Write the article's headline in both.",
        wrong=_page("", head='<meta property="og:title" content="Minister resigns after debate">'),
        right=_page("", head='<meta property="og:title" content="Envoy leaves for talks">'),
    ),
    _entry(
        "og-date-differs",
        "warning",
        "Open Graph gives another day",
        "The two dates are more than a day apart.",
        "Write the same date in both.",
        wrong=_page(
            ', "datePublished": "2014-11-18"',
            head='<meta property="article:published_time" content="2014-10-01T09:00:00Z">',
        ),
        right=_page(
            ', "datePublished": "2014-11-18"',
            head='<meta property="article:published_time" content="2014-11-18T09:00:00Z">',
        ),
    ),
    _entry(
        "page-language-differs",
        "warning",
        "The page is in another language",
        "inLanguage and the page's lang attribute name two languages.",
        "Correct the wrong one.",
        wrong=_page(', "inLanguage": "de"'),
        right=_page(', "inLanguage": "en-GB"'),
    ),
)
