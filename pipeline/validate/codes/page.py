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
_SCRIPT = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Envoy leaves"}'
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
        "script-repeated",
        "info",
        "The same JSON-LD twice",
        "It says nothing new; often the theme and a plugin both write it, and one day they will differ.",
        "Take one of the scripts out.",
        wrong=_page("", head=f'<script type="application/ld+json">{_SCRIPT}</script>'),
        right=_page(""),
    ),
    _entry(
        "scripts-contradict",
        "warning",
        "Two scripts describe the article differently",
        "They name one article and give it two headlines, dates or authors; consumers take the one or the other.",
        "Let one tool write the article's data.",
        wrong=_page(
            ', "datePublished": "2025-11-18"',
            head=f'<script type="application/ld+json">{_SCRIPT[:-1]}, "datePublished": "2025-11-10"}}</script>',
        ),
        right=_page(', "datePublished": "2025-11-18"'),
    ),
    _entry(
        "selector-not-on-page",
        "warning",
        "A selector that selects nothing",
        "The paid or spoken part is named by a selector, and the page has no such element: consumers take paid text for hidden text.",
        "Write the class of an element that the page has.",
        wrong=_page(
            ', "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}',
            body="<h1>Envoy leaves</h1>",
        ),
        right=_page(
            ', "isAccessibleForFree": false, "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}',
            body='<h1>Envoy leaves</h1><p class="paid">And more.</p>',
        ),
    ),
    _entry(
        "page-language-invalid",
        "warning",
        "The page's language is no language tag",
        "Screen readers choose their voice by it, and consumers the edition.",
        "Write a tag such as en or pt-BR.",
        wrong=_page("", language="en_GB"),
        right=_page("", language="en-GB"),
    ),
    _entry(
        "canonical-relative",
        "warning",
        "The canonical address is relative",
        "It is resolved against whatever address the page was fetched from, so copies name themselves.",
        "Write the whole address with https://.",
        wrong=_page("", head='<link rel="canonical" href="/a">'),
        right=_page("", head='<link rel="canonical" href="https://example.org/a">'),
    ),
    _entry(
        "canonical-twice",
        "warning",
        "Two canonical addresses",
        "Search engines take none of them where a page names two.",
        "Keep one.",
        wrong=_page(
            "",
            head='<link rel="canonical" href="https://example.org/a"><link rel="canonical" href="https://example.org/b">',
        ),
        right=_page("", head='<link rel="canonical" href="https://example.org/a">'),
    ),
    _entry(
        "og-url-differs",
        "warning",
        "og:url is not the canonical address",
        "Networks count shares and comments by og:url, search engines by the canonical address.",
        "Write the same address.",
        wrong=_page(
            "",
            head='<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/b">',
        ),
        right=_page(
            "",
            head='<link rel="canonical" href="https://example.org/a"><meta property="og:url" content="https://example.org/a">',
        ),
    ),
    _entry(
        "meta-repeated",
        "warning",
        "One property of the page with two values",
        "A page has one title, type and address for networks; they take the first or the last, as they like.",
        "Keep one.",
        wrong=_page("", head='<meta property="og:type" content="article"><meta property="og:type" content="website">'),
        right=_page("", head='<meta property="og:type" content="article">'),
    ),
    _entry(
        "meta-relative-url",
        "warning",
        "A relative address for networks",
        "Networks read the address without the page, and show no picture.",
        "Write the whole address.",
        wrong=_page("", head='<meta property="og:image" content="/a.jpg">'),
        right=_page("", head='<meta property="og:image" content="https://example.org/a.jpg">'),
    ),
    _entry(
        "meta-date",
        "warning",
        "A date for networks that is none",
        "Open Graph's dates are written as ISO 8601.",
        "Write 2014-11-18T09:00:00+09:00.",
        wrong=_page("", head='<meta property="article:published_time" content="18 November 2025">'),
        right=_page("", head='<meta property="article:published_time" content="2025-11-18T09:00:00+01:00">'),
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
