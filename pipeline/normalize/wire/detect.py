"""The wire format, feed or e-mail that a source is in, told from its bytes; its name is asked only about Markdown."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from pipeline.model.source import Source

HEAD_BYTES = 65_536
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_MISC = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(rb"\s*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_ROOTS = {
    b"rss": "feed", b"rdf": "feed", b"feed": "feed", b"channel": "feed", b"nitf": "nitf", b"newsitem": "newsml-g2",
    b"newsmessage": "newsml-g2", b"packageitem": "newsml-g2", b"conceptitem": "newsml-g2", b"knowledgeitem": "newsml-g2",
    b"planningitem": "newsml-g2", b"catalogitem": "newsml-g2", b"urlset": "sitemap", b"sitemapindex": "sitemap",
}  # fmt: skip
_HTML = frozenset(
    {b"html", b"head", b"body", b"article", b"meta", b"title", b"div", b"p", b"h1", b"h2", b"script", b"section", b"main", b"span",
     b"header", b"figure", b"img", b"a", b"table", b"ul", b"ol", b"blockquote", b"link", b"style", b"b", b"i", b"em", b"strong", b"br",
     b"pre", b"nav", b"center", b"font", b"form", b"base", b"noscript", b"iframe", b"small", b"hr", b"h3", b"h4", b"h5", b"h6",
     b"footer", b"aside", b"svg", b"button", b"time", b"u", b"s", b"sub", b"sup", b"picture", b"video", b"audio", b"template"}
)  # fmt: skip
_TELLING = frozenset(
    {"pubstatus", "versioncreated", "bodies", "headlines", "body_text", "body_html", "body_xhtml", "renditions"}
)
"""Names that only ninjs uses beside a ``uri``."""
_NINJS = _TELLING | frozenset(
    ("type", "headline", "byline", "by", "title", "descriptions", "people", "person", "organisations", "organisation", "places",
     "place", "subjects", "subject", "events", "event", "eventdetails", "associations", "altids", "language", "version", "profile",
     "firstcreated", "copyrightholder", "slugline", "urgency", "located", "genres", "infosources", "plannedcoverage")
)  # fmt: skip
_FRONT = re.compile(
    rb"\s*(?:---[^\S\n]*\r?\n(?:[^\n]*\n){0,400}?(?:---|\.\.\.)[^\S\n]*\r?(?:\n|\Z)|\+\+\+[^\S\n]*\r?\n)"
)
_NAMED = re.compile(rb"---[^\S\n]*\r?\n\s*(?:#[^\n]*\n\s*)*[\"']?[A-Za-z_][\w -]{0,40}[\"']?\s*:")
_HEADER = re.compile(rb"(?:>?From [^\n]+\n)?(?:[A-Za-z][A-Za-z0-9-]{1,50}:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_MAIL_NAMES = (
    b"from",
    b"date",
    b"subject",
    b"message-id",
    b"mime-version",
    b"received",
    b"return-path",
    b"to",
    b"content-type",
)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_MARKDOWN_TYPES = frozenset({"text/markdown", "text/x-markdown"})


def wire_format(source: Source) -> str | None:
    """The key of a reader for wires, feeds, front matter, records and e-mail; None for pages and plain text."""
    head = source.content[:HEAD_BYTES]
    for each in _BOMS:
        head = head.removeprefix(each)
    head = head.replace(b"\x00", b"").lstrip()
    if head.startswith(b"<"):
        return _xml_format(head)
    if head[:1] in (b"{", b"["):
        return _json_format(source.content, head)
    if _FRONT.match(head) and (head.startswith(b"+++") or _NAMED.match(head)):
        return "front-matter"
    if _is_mail(head):
        return "e-mail"
    return "front-matter" if _is_markdown(source) else None


def _xml_format(head: bytes) -> str | None:
    at = 0
    declared = head.startswith(b"<?xml")
    while found := _MISC.match(head, at):
        at = found.end()
    root = _ROOT.match(head, at)
    if root is None:
        return None
    name = root[1].lower()
    if name == b"rss" and b"wordpress.org/export/" in head[:4096]:
        return "wxr"
    if name in _ROOTS or name in _HTML:
        return _ROOTS.get(name)
    return _by_namespace(head) or ("xml" if declared else None)


def _by_namespace(head: bytes) -> str | None:
    if b"<nitf" in head or b"iptc.org/std/NITF/" in head:
        return "nitf"
    if b"iptc.org/std/nar/" in head:
        return "newsml-g2"
    return None


def _json_format(content: bytes, head: bytes) -> str | None:
    try:
        value = msgspec.json.decode(_as_text(content))
    except (msgspec.DecodeError, RecursionError):
        return _lines_format(head)
    if isinstance(value, list):
        value = next((each for each in value if isinstance(each, dict)), None)
    return _object_format(value) if isinstance(value, dict) else "json"


def _as_text(content: bytes) -> str:
    """Good enough to tell a format: the reader decodes with more care."""
    wide = content.startswith(_BOMS[1:])
    return content.decode("utf-16" if wide else "utf-8-sig", "replace")


def _lines_format(head: bytes) -> str | None:
    """JSON Lines by their first line; broken JSON by its names; a text that begins with a bracket is a text."""
    try:
        first = msgspec.json.decode(head.partition(b"\n")[0].decode("utf-8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return "json" if re.match(rb"[\[{]\s*(?:\{\s*)?\"[^\"\n]{1,80}\"\s*:", head) else None
    if not isinstance(first, dict):
        return None
    return _object_format(first) if _is_record(first) else "json"


def _object_format(value: dict[str, Any]) -> str:
    names = {str(each).lower() for each in value}
    standard = value.get("standard")
    if str(value.get("version", "")).startswith("https://jsonfeed.org/") or {"home_page_url", "items"} <= names:
        return "json-feed"
    if _is_record(value):
        return "article"
    if "@context" in names or "@graph" in names or ("specversion" in names and isinstance(value.get("data"), dict)):
        return "json-ld"
    if isinstance(value.get("title"), dict) and "rendered" in value["title"]:
        return "wordpress"
    if isinstance(standard, dict) and "ninjs" in str(standard.get("name", "")).lower():
        return "ninjs"
    known = names & _NINJS or {each for each in names if each.startswith("body_")}
    return "ninjs" if "uri" in names and (len(known) > 1 or known & _TELLING) else "json"


def _is_record(value: dict[str, Any]) -> bool:
    paragraphs = value.get("paragraphs")
    blocks = isinstance(paragraphs, list) and all(isinstance(each, dict | list) for each in paragraphs[:3])
    return blocks or {"slug", "url", "source", "headline"} <= value.keys()


def _is_mail(head: bytes) -> bool:
    found = _HEADER.match(head.replace(b"\r\n", b"\n"))
    if found is None:
        return False
    names = {line.partition(b":")[0].strip().lower() for line in found[0].split(b"\n")}
    known = [each for each in _MAIL_NAMES if each in names]
    return len(known) >= 3 and b"from" in names


def _is_markdown(source: Source) -> bool:
    name = (source.member or source.name).lower()
    return name.endswith(_MARKDOWN_NAMES) or (source.media_type or "").partition(";")[0].strip() in _MARKDOWN_TYPES
