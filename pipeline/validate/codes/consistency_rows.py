"""What the entries of the consistency layer share: how a row is written, and pieces of their examples."""

from __future__ import annotations

from pipeline.model.finding import Severity
from pipeline.validate.codes.entry import Entry

ARTICLE_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/article (checked 2026-11)"
EVENT_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/event (checked 2026-11)"
JSON_LD = "https://www.w3.org/TR/json-ld11/#node-identifiers"
POLICIES = "https://developers.google.com/search/docs/appearance/structured-data/sd-policies (checked 2026-11)"
SOURCES = {
    "listed-twice": "https://schema.org/docs/datamodel.html",
    "refers-to-itself": JSON_LD,
    "published-before-created": "https://schema.org/dateCreated",
    "expires-before-published": "https://schema.org/expires",
    "mojibake": "https://encoding.spec.whatwg.org/#legacy-single-byte-encodings",
    "placeholder-text": POLICIES,
    "doubled-url": "https://www.rfc-editor.org/rfc/rfc3986#section-5",
    "placeholder-url": POLICIES,
    "staging-url": POLICIES,
    "negative-count": "https://schema.org/Integer",
    "not-a-contact": "https://schema.org/ContactPoint",
    "null-island": "https://schema.org/latitude",
    "implausible-age": "https://schema.org/birthDate",
    "life-in-the-future": "https://schema.org/birthDate",
    "shortcode-in-text": POLICIES,
    "markdown-in-text": "https://schema.org/Text",
    "program-in-text": POLICIES,
    "invisible-character": "https://www.unicode.org/reports/tr36/#Invisible_Characters",
    "blank-around-text": "https://schema.org/Text",
    "all-capitals": "https://schema.org/headline",
    "description-repeats-headline": "https://schema.org/description",
}
"""Where a rule is from that is plain sense: what schema.org says of the value, or Google's policies on its quality."""
HEAD = '"@type": "NewsArticle", "headline": "A"'


def document(members: str) -> str:
    """Members as a whole document."""
    return members if members.startswith("{") else f'{{"@context": "https://schema.org", {members}}}'


def row(  # noqa: PLR0913 - one row of the table
    code: str, severity: Severity, title: str, why: str, fix: str, *, wrong: str, right: str, source: str = ""
) -> Entry:
    """One row of the table."""
    return Entry(
        code=code,
        severity=severity,
        layer="consistency",
        title=title,
        why=why,
        fix=fix,
        source=source or SOURCES[code],
        wrong=document(wrong),
        right=document(right),
    )


def graph(*nodes: str) -> str:
    """Nodes as a graph."""
    return '"@graph": [' + ", ".join("{" + each + "}" for each in nodes) + "]"


BODY = " ".join(["The envoy left the capital for talks with the minister and is expected to return on Friday."] * 4)
