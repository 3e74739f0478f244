"""Where findings about sitemaps and feeds stand."""

import pytest

from pipeline.run import validation
from pipeline.validate.engine import Settings

ENGINE = validation.engine(Settings(), validation.DEFAULT_PROFILES)
SITEMAP = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
RSS = '<rss version="2.0"><channel><title>ä</title><link>https://a.example</link><description>b</description>'


def places(content: bytes):
    return [(each.code, each.line, each.column) for each in ENGINE.inspect(content, path="a.xml").findings]


def test_a_finding_stands_at_its_element_and_not_at_its_line():
    text = f"{SITEMAP}<!-- ü --><url><loc>https://a.example/1</loc></url><url><loc>nothing</loc></url></urlset>"
    assert places(text.encode()) == [("sitemap-address", 1, text.rindex("<loc>") + 1)]


def test_lines_beyond_the_parsers_own_count_are_right():
    entries = "<url>\n<loc>https://a.example/1</loc>\n<!--\n\n\n\n\n\n\n--></url>\n" * 8_000
    text = f"{SITEMAP}\n{entries}<url>\n <loc>nothing</loc></url></urlset>"
    assert places(text.encode())[-1] == ("sitemap-address", 80_003, 2)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_encoding_does_not_move_the_place(encoding):
    text = f'<?xml version="1.0" encoding="{encoding}"?>{RSS}\r\n<item><title>ü</title><guid>é</guid></item></channel></rss>'
    assert places(text.encode(encoding)) == [("feed-link", 2, 23)]


def test_a_document_with_entities_keeps_at_least_the_lines():
    text = f'<!DOCTYPE a [<!ENTITY b "<c/>">]>\n{SITEMAP}\n<url><loc>nothing</loc></url></urlset>'
    assert places(text.encode()) == [("xml-entity", 1, 1), ("sitemap-address", 3, 1)]


def test_more_addresses_than_crawlers_read_are_told():
    entries = "".join(f"<url><loc>https://a.example/{number}</loc></url>" for number in range(50_001))
    assert places(f"{SITEMAP}{entries}</urlset>".encode()) == [("sitemap-too-large", 1, 1)]
