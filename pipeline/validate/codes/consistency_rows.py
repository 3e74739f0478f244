"""What the entries of the consistency layer share: how a row is written, and pieces of their examples."""

from __future__ import annotations

from pipeline.model.finding import Severity
from pipeline.validate.codes.entry import Entry

ARTICLE_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/article (checked 2026-11)"
EVENT_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/event (checked 2026-11)"
JSON_LD = "https://www.w3.org/TR/json-ld11/#node-identifiers"
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
        source=source,
        wrong=document(wrong),
        right=document(right),
    )


def graph(*nodes: str) -> str:
    """Nodes as a graph."""
    return '"@graph": [' + ", ".join("{" + each + "}" for each in nodes) + "]"


BODY = " ".join(["The envoy left the capital for talks with the minister and is expected to return on Friday."] * 4)
