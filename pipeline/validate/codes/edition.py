"""Codes of the set layer; they need several files, so they have no examples here (tests/validate/test_edition.py has)."""

from __future__ import annotations

from pipeline.validate.codes.entry import Entry

ENTRIES = (
    Entry(
        code="edition-contradiction",
        severity="warning",
        layer="edition",
        title="Two files contradict each other",
        why="Both describe the thing with one @id, but with different types, names or dates; a consumer joins them into nonsense.",
        fix="Correct the wrong file, or give the two things two @ids.",
        source="https://www.w3.org/TR/json-ld11/#node-identifiers",
    ),
    Entry(
        code="edition-name-varies",
        severity="info",
        layer="edition",
        title="Two files name one thing more and less fully",
        why="One name is a part of the other, as Washington of Washington D.C.; it may be one thing, or a part and its whole.",
        fix="Use one name, with the other one as alternateName; or give the two things two @ids.",
        source="https://schema.org/alternateName",
    ),
    Entry(
        code="edition-two-articles",
        severity="error",
        layer="edition",
        title="Two articles with one @id",
        why="Each publication of one overwrites the other.",
        fix="Give each article an @id of its own.",
        source="https://www.w3.org/TR/json-ld11/#node-identifiers",
    ),
    Entry(
        code="edition-entry-differs",
        severity="warning",
        layer="edition",
        title="A sitemap or feed says otherwise than the article",
        why="Title or day of the entry are not the article's; Google News wants the title that stands on the page, and readers who "
        "follow a feed arrive at another story. Shorter titles and a day's difference are none.",
        fix="Make the entry from the article's own headline and date.",
        source="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap (checked 2026-11)",
    ),
    Entry(
        code="edition-unknown-address",
        severity="warning",
        layer="edition",
        title="A sitemap or feed lists what is not there",
        why="Crawlers ask for a page that does not exist, or that lost its markup.",
        fix="Take the entry out, or publish the article.",
        source="https://www.sitemaps.org/protocol.html",
    ),
)
