"""What a page says of itself in its head, against itself: language, canonical address, metadata for networks (HTML, Open Graph)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.standards import iri
from pipeline.standards.bcp47 import is_language_tag, likely_tag
from pipeline.standards.iso8601_values import date_trouble
from pipeline.validate.compare import letters, page_address
from pipeline.validate.page_view import Meta, Page
from pipeline.validate.remark import Remark, shown

type Placed = tuple[Remark, int, str]
"""A remark, the line of its element, and a text that stands in it."""
ONE_VALUE = ("og:title", "og:url", "og:type", "twitter:card")
"""Properties of which a page has one; consumers take the first or the last, as they like."""
ADDRESSES = ("og:image", "og:image:secure_url", "og:url", "twitter:image", "twitter:image:src")
DATES = ("article:published_time", "article:modified_time", "og:updated_time")


def rules(page: Page) -> Iterator[Placed]:
    """All findings of this layer, with the elements they are about."""
    yield from _language(page)
    yield from _canonical(page)
    yield from _twice(page)
    yield from _values(page)


def _language(page: Page) -> Iterator[Placed]:
    said = page.language
    if said and not is_language_tag(said):
        guess = likely_tag(said)
        hint = f"Write {guess}." if guess else "Write a tag such as en or pt-BR."
        yield (
            Remark("page-language-invalid", (), f"The page's language {shown(said)} is no language tag.", hint),
            page.language_line,
            said,
        )


def _canonical(page: Page) -> Iterator[Placed]:
    found = page.canonical_links
    for text, line in found[:1]:
        if not iri.has_scheme(text):
            message = f"The canonical address {shown(text)} is relative."
            yield Remark("canonical-relative", (), message, "Write the whole address with https://."), line, text
    for text, line in found[1:]:
        if page_address(text) != page_address(found[0][0]):
            message = f"The page names a second canonical address, {shown(text)}, beside {shown(found[0][0])}."
            yield Remark("canonical-twice", (), message), line, text
    if found and iri.has_scheme(found[0][0]):
        for meta in page.metas:
            if meta.name == "og:url" and iri.is_web(meta.content) and _bare(meta.content) != _bare(found[0][0]):
                message = f"og:url is {shown(meta.content)}, but the canonical address is {shown(found[0][0])}."
                yield Remark("og-url-differs", (), message), meta.line, meta.content


def _bare(address: str) -> str:
    return page_address(address).partition("?")[0].rstrip("/").lower()


def _twice(page: Page) -> Iterator[Placed]:
    first: dict[str, Meta] = {}
    for meta in page.metas:
        if meta.name in ONE_VALUE and meta.content:
            known = first.setdefault(meta.name, meta)
            if letters(known.content) != letters(meta.content):
                message = f"{meta.name} stands twice: {shown(known.content)} and {shown(meta.content)}."
                yield Remark("meta-repeated", (), message), meta.line, meta.content


def _values(page: Page) -> Iterator[Placed]:
    for meta in page.metas:
        if meta.name in ADDRESSES and meta.content and not iri.has_scheme(meta.content):
            message = f"{meta.name} is the relative address {shown(meta.content)}."
            yield (
                Remark("meta-relative-url", (), message, "Write the whole address: networks do not resolve it."),
                meta.line,
                meta.content,
            )
        elif meta.name in DATES and meta.content and date_trouble(meta.content) is not None:
            message = f"{meta.name} is {shown(meta.content)}, no date of ISO 8601."
            yield Remark("meta-date", (), message, "Write 2014-11-18T09:00:00+09:00."), meta.line, meta.content
