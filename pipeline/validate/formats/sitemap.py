"""Sitemaps and Google News sitemaps.

Specifications: https://www.sitemaps.org/protocol.html,
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap (checked 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from pipeline.standards import iri
from pipeline.standards.iso8601_values import date_trouble
from pipeline.validate.formats.fault import Element, XmlEntry, XmlFault, child_or_self
from pipeline.validate.remark import shown

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MOST_ADDRESSES = 50_000
MOST_NEWS = 1_000
MOST_BYTES = 52_428_800
LONGEST_ADDRESS = 2_048
FRESH = timedelta(days=2)
_FREQUENCIES = frozenset(("always", "hourly", "daily", "weekly", "monthly", "yearly", "never"))
_RETIRED = frozenset(("access", "genres", "keywords", "stock_tickers", "geo_locations"))
_LANGUAGE = re.compile(r"[a-z]{2,3}|zh-cn|zh-tw")


def rules(root: Element, *, now: datetime | None, size: int) -> Iterator[XmlFault]:
    """What is wrong with a urlset or an index of sitemaps."""
    if not root.tag.startswith(SITEMAP):
        yield XmlFault(
            "sitemap-namespace",
            root,
            f"The root is {shown(root.tag)}, not in the namespace of sitemaps.",
            SITEMAP.strip("{}"),
        )
        return
    if size > MOST_BYTES:
        yield XmlFault("sitemap-too-large", root, f"The sitemap has {size:,} bytes; {MOST_BYTES:,} are read.")
    entries = [each for each in root if isinstance(each.tag, str)]
    if len(entries) > MOST_ADDRESSES:
        yield XmlFault(
            "sitemap-too-large", root, f"The sitemap has {len(entries):,} addresses; {MOST_ADDRESSES:,} are read."
        )
    news = list(root.iter(f"{NEWS}news"))
    if len(news) > MOST_NEWS:
        yield XmlFault(
            "sitemap-too-large", root, f"The news sitemap has {len(news):,} articles; {MOST_NEWS:,} are read."
        )
    seen: dict[str, Element] = {}
    for each in entries:
        yield from _entry(each, seen, now)


def listed(root: Element) -> Iterator[XmlEntry]:
    """The addresses that a urlset lists, with title and date of news."""
    for each in root.iter(f"{SITEMAP}url"):
        said = [("address", _text(each, f"{SITEMAP}loc"), child_or_self(each, f"{SITEMAP}loc"))]
        for news in each.iter(f"{NEWS}news"):
            for name, local in (("title", f"{NEWS}title"), ("published", f"{NEWS}publication_date")):
                if text := _text(news, local):
                    said.append((name, text, child_or_self(news, local)))
        yield XmlEntry(tuple(said), is_exact=True)


def _entry(entry: Element, seen: dict[str, Element], now: datetime | None) -> Iterator[XmlFault]:
    loc = child_or_self(entry, f"{SITEMAP}loc")
    address = _text(entry, f"{SITEMAP}loc")
    if not iri.is_web(address) or iri.forbidden(address):
        yield XmlFault("sitemap-address", loc, f"loc is {shown(address)}, no absolute web address.")
    elif len(address) > LONGEST_ADDRESS:
        yield XmlFault("sitemap-address", loc, f"loc has {len(address):,} characters; {LONGEST_ADDRESS:,} are read.")
    elif address in seen:
        yield XmlFault("sitemap-repeated", loc, f"{shown(address)} stands here and in line {seen[address].sourceline}.")
    seen.setdefault(address, loc)
    first = next(iter(seen))
    if iri.is_web(address) and iri.is_web(first) and urlsplit(address).hostname != urlsplit(first).hostname:
        yield XmlFault("sitemap-other-site", loc, f"{shown(address)} is on another site than {shown(first)}.")
    yield from _values(entry, now)
    for each in entry.iter(f"{NEWS}news"):
        yield from _news(each, now)


def _values(entry: Element, now: datetime | None) -> Iterator[XmlFault]:
    for name, good in (("changefreq", _is_frequency), ("priority", _is_priority)):
        value = _text(entry, SITEMAP + name)
        if value and not good(value):
            yield XmlFault("sitemap-value", child_or_self(entry, SITEMAP + name), f"{name} is {shown(value)}.")
    modified, at = _text(entry, f"{SITEMAP}lastmod"), child_or_self(entry, f"{SITEMAP}lastmod")
    if modified and date_trouble(modified) is not None:
        yield XmlFault("sitemap-date", at, f"lastmod is {shown(modified)}, no W3C date.", _DATE_HINT)
    elif modified and now is not None and _moment(modified) > now + timedelta(days=1):
        yield XmlFault("sitemap-date", at, f"lastmod {modified} is in the future.")


_DATE_HINT = "Write 2014-11-18 or 2014-11-18T09:00:00+09:00."


def _is_frequency(value: str) -> bool:
    return value in _FREQUENCIES


def _is_priority(value: str) -> bool:
    return re.fullmatch(r"0(\.\d+)?|1(\.0+)?", value) is not None


def _news(news: Element, now: datetime | None) -> Iterator[XmlFault]:
    publication = news.find(f"{NEWS}publication")
    needed = {
        "publication/name": _text(publication, f"{NEWS}name") if publication is not None else "",
        "publication/language": _text(publication, f"{NEWS}language") if publication is not None else "",
        "publication_date": _text(news, f"{NEWS}publication_date"),
        "title": _text(news, f"{NEWS}title"),
    }
    for name, value in needed.items():
        if not value:
            yield XmlFault("news-sitemap-required", news, f"The news entry lacks {name}.")
    language = needed["publication/language"]
    if language and not _LANGUAGE.fullmatch(language):
        yield XmlFault(
            "sitemap-value", news, f"language is {shown(language)}.", "Write en, or zh-cn or zh-tw for Chinese."
        )
    yield from _age(needed["publication_date"], child_or_self(news, f"{NEWS}publication_date"), now)
    for each in news:
        name = str(each.tag).removeprefix(NEWS)
        if name in _RETIRED:
            yield XmlFault("news-sitemap-retired", each, f"Google no longer reads {name}.")


def _age(text: str, at: Element, now: datetime | None) -> Iterator[XmlFault]:
    if text and date_trouble(text) is not None:
        yield XmlFault("sitemap-date", at, f"publication_date is {shown(text)}, no W3C date.", _DATE_HINT)
    elif text and now is not None and _moment(text) < now - FRESH - timedelta(days=1):
        yield XmlFault("news-sitemap-old", at, f"The article of {text} is older than two days.", "Take it out.")


def _moment(text: str) -> datetime:
    """The start of the stated moment; a date that says less is taken as its first day in UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = datetime.fromisoformat((text + "-01-01")[:10])
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _text(element: Element, name: str) -> str:
    found = element.find(name)
    return (found.text or "").strip() if found is not None else ""
