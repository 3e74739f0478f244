"""Codes of the other formats: XML, sitemaps, feeds, ninjs."""

from __future__ import annotations

from pipeline.model.finding import Severity
from pipeline.validate.codes.entry import Entry

_SITEMAPS = "https://www.sitemaps.org/protocol.html"
_NEWS = "https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap (checked 2026-11)"
_RSS = "https://www.rssboard.org/rss-specification"
_NINJS = "https://iptc.org/std/ninjs/"


def _sitemap(inside: str, extra: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"{extra}>{inside}</urlset>'


def _news(inside: str) -> str:
    entry = (
        "<url><loc>https://example.org/a</loc><news:news><news:publication><news:name>B</news:name>"
        f"<news:language>en</news:language></news:publication>{inside}</news:news></url>"
    )
    return _sitemap(entry, ' xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"')


def _rss(item: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><link>https://example.org/</link>'
        f"<description>B</description><item>{item}</item></channel></rss>"
    )


_APPLE = "https://developer.apple.com/documentation/applenewsformat/articledocument (checked 2026-11)"
_APPLE_OK = (
    '{"version": "1.8", "identifier": "1", "title": "A", "language": "en", "layout": {"columns": 7, "width": 1024}, '
    '"components": [{"role": "body", "text": "B"}], "componentTextStyles": {}}'
)
_URL = "<url><loc>https://example.org/a</loc></url>"
_ITEM = '<title>C</title><guid isPermaLink="false">c</guid>'
_NINJS_OK = '{"uri": "urn:example:1", "type": "text", "headlines": [{"value": "A"}]}'
_NEWS_OK = "<news:publication_date>2026-01-01</news:publication_date><news:title>C</news:title>"


def _entry(  # noqa: PLR0913 - one row of the table
    code: str, severity: Severity, title: str, why: str, fix: str, *, source: str, wrong: str = "", right: str = ""
) -> Entry:
    return Entry(
        code=code,
        severity=severity,
        layer="formats",
        title=title,
        why=why,
        fix=fix,
        source=source,
        wrong=wrong,
        right=right,
    )


ENTRIES = (
    _entry(
        "xml-not-well-formed",
        "error",
        "The XML is not well-formed",
        "A parser stops here, and readers get nothing.",
        "Correct the place shown; let an XML library write the file.",
        source="https://www.w3.org/TR/xml/",
        wrong=_sitemap("<url>"),
        right=_sitemap(_URL),
    ),
    _entry(
        "xml-entity",
        "warning",
        "The XML declares entities",
        "Entities can read files or grow without end, so careful readers refuse the document.",
        "Write the text itself.",
        source="https://www.w3.org/TR/xml/#sec-entity-decl",
    ),
    _entry(
        "sitemap-namespace",
        "error",
        "Not in the namespace of sitemaps",
        "Crawlers know a sitemap by its namespace.",
        "Declare it on the root.",
        source=_SITEMAPS,
        wrong='<?xml version="1.0"?><urlset><url><loc>https://example.org/a</loc></url></urlset>',
        right=_sitemap(_URL),
    ),
    _entry(
        "sitemap-too-large",
        "error",
        "Too large a sitemap",
        "Crawlers read 50,000 addresses, 1,000 articles of news, and 50 MB.",
        "Split it, and list the parts in an index.",
        source=_SITEMAPS,
    ),
    _entry(
        "sitemap-address",
        "error",
        "No address in loc",
        "Crawlers need an absolute address of at most 2,048 characters.",
        "Write the whole address.",
        source=_SITEMAPS,
        wrong=_sitemap("<url><loc>/a</loc></url>"),
        right=_sitemap(_URL),
    ),
    _entry(
        "sitemap-repeated",
        "warning",
        "An address stands twice",
        "The second entry says nothing, or something else.",
        "Take one of them out.",
        source=_SITEMAPS,
        wrong=_sitemap(_URL + _URL),
        right=_sitemap(_URL),
    ),
    _entry(
        "sitemap-other-site",
        "error",
        "An address of another site",
        "A sitemap may speak for its own site only; crawlers ignore the others.",
        "Put it into that site's sitemap.",
        source=_SITEMAPS + "#location",
        wrong=_sitemap(_URL + "<url><loc>https://example.com/a</loc></url>"),
        right=_sitemap(_URL),
    ),
    _entry(
        "sitemap-date",
        "error",
        "No date that crawlers read",
        "Dates are written as W3C datetime, and cannot lie in the future.",
        "Write 2014-11-18 or 2014-11-18T09:00:00+09:00.",
        source="https://www.w3.org/TR/NOTE-datetime",
        wrong=_sitemap("<url><loc>https://example.org/a</loc><lastmod>18 November 2014</lastmod></url>"),
        right=_sitemap("<url><loc>https://example.org/a</loc><lastmod>2014-11-18</lastmod></url>"),
    ),
    _entry(
        "sitemap-value",
        "error",
        "A value that the format does not know",
        "changefreq, priority and language take few values.",
        "Write one of them, or leave it out.",
        source=_SITEMAPS,
        wrong=_sitemap("<url><loc>https://example.org/a</loc><changefreq>often</changefreq></url>"),
        right=_sitemap("<url><loc>https://example.org/a</loc><changefreq>daily</changefreq></url>"),
    ),
    _entry(
        "news-sitemap-required",
        "error",
        "A news entry lacks something",
        "Google drops news entries without name, language, date and title.",
        "Add it.",
        source=_NEWS,
        wrong=_news("<news:publication_date>2026-01-01</news:publication_date>"),
        right=_news(_NEWS_OK),
    ),
    _entry(
        "news-sitemap-old",
        "warning",
        "An old article in a news sitemap",
        "Google asks for articles of the last two days only.",
        "Take it out; ordinary sitemaps keep it.",
        source=_NEWS,
        wrong=_news("<news:publication_date>2014-11-18</news:publication_date><news:title>C</news:title>"),
        right=_news(_NEWS_OK),
    ),
    _entry(
        "news-sitemap-retired",
        "info",
        "An element that Google no longer reads",
        "access, genres, keywords, stock_tickers and geo_locations were dropped.",
        "Take it out.",
        source=_NEWS,
        wrong=_news(_NEWS_OK + "<news:keywords>x</news:keywords>"),
        right=_news(_NEWS_OK),
    ),
    _entry(
        "feed-old",
        "info",
        "An old kind of feed",
        "Only RSS 2.0, Atom and JSON Feed are checked.",
        "Publish one of them.",
        source=_RSS,
        wrong='<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>',
        right=_rss(_ITEM),
    ),
    _entry(
        "feed-required",
        "error",
        "A feed lacks what its format requires",
        "Readers refuse the feed or drop the entry.",
        "Add it.",
        source=_RSS,
        wrong=_rss('<guid isPermaLink="false">c</guid>'),
        right=_rss(_ITEM),
    ),
    _entry(
        "feed-recommended",
        "warning",
        "An entry without an identity",
        "Readers show each new version as a new article.",
        "Add guid.",
        source=_RSS,
        wrong=_rss("<title>C</title>"),
        right=_rss(_ITEM),
    ),
    _entry(
        "feed-date",
        "error",
        "No date of the feed's format",
        "RSS takes RFC 822, Atom and JSON Feed take RFC 3339; readers sort by these dates.",
        "Write it as the message says.",
        source=_RSS,
        wrong=_rss(_ITEM + "<pubDate>2014-11-18</pubDate>"),
        right=_rss(_ITEM + "<pubDate>Tue, 18 Nov 2014 09:00:00 +0900</pubDate>"),
    ),
    _entry(
        "feed-link",
        "error",
        "No absolute address",
        "In a reader there is no page that the address could be relative to.",
        "Write the whole address.",
        source=_RSS,
        wrong=_rss(_ITEM + "<link>/c</link>"),
        right=_rss(_ITEM + "<link>https://example.org/c</link>"),
    ),
    _entry(
        "feed-repeated",
        "error",
        "Two entries with one identity",
        "Readers show only one of them.",
        "Give each entry an identity of its own.",
        source=_RSS,
        wrong=_rss(f"{_ITEM}</item><item>{_ITEM}"),
        right=_rss(_ITEM),
    ),
    _entry(
        "ninjs-required",
        "error",
        "A ninjs item lacks something",
        "Receivers find items by uri, and read the value of headlines and bodies.",
        "Add it.",
        source=_NINJS,
        wrong='{"uri": "1", "headlines": [{"value": "A"}]}',
        right=_NINJS_OK,
    ),
    _entry(
        "ninjs-value",
        "error",
        "A value that ninjs does not take",
        "Receivers check items against IPTC's schema and refuse them.",
        "Correct the value as the message says.",
        source=_NINJS,
        wrong='{"uri": "urn:example:1", "headlines": [{"value": "A"}], "pubStatus": "draft"}',
        right=_NINJS_OK,
    ),
    _entry(
        "ninjs-unknown-property",
        "error",
        "A property that ninjs does not have",
        "IPTC's schema forbids unknown properties.",
        "Write the name that was meant.",
        source=_NINJS,
        wrong='{"uri": "urn:example:1", "headlines": [{"value": "A"}], "headline": "A"}',
        right=_NINJS_OK,
    ),
    _entry(
        "apple-news-required",
        "error",
        "An article of Apple News lacks something",
        "Apple refuses articles without the members that its format requires, and components without a role.",
        "Add it.",
        source=_APPLE,
        wrong=_APPLE_OK.replace('"language": "en", ', ""),
        right=_APPLE_OK,
    ),
    _entry(
        "apple-news-value",
        "error",
        "A value that Apple News does not take",
        "Apple refuses articles whose members are of another kind than its format says.",
        "Correct the value as the message says.",
        source=_APPLE,
        wrong=_APPLE_OK.replace('"en"', '"en_US"'),
        right=_APPLE_OK,
    ),
    _entry(
        "apple-news-excerpt",
        "info",
        "An excerpt of another length than Apple recommends",
        "The excerpt stands in the article's tile and where the article is shared; it should have 80 to 300 characters.",
        "Write one or two sentences.",
        source="https://developer.apple.com/documentation/applenewsformat/metadata (checked 2026-11)",
        wrong=_APPLE_OK[:-1] + ', "metadata": {"excerpt": "The envoy leaves."}}',
        right=_APPLE_OK,
    ),
)
