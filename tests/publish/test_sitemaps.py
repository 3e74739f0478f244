"""The plain and the news sitemap."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from pipeline.model.edition import Edition, retract
from pipeline.model.moment import Moment
from pipeline.publish.news_sitemap import news_sitemap
from pipeline.publish.sitemap import sitemap
from tests.publish import samples

NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}
RETRACTED = Edition(entries=(retract(samples.ENTRY, now=Moment("2026-03-04T11:30:00Z"), reason="Withdrawn."),))


def dated(moment: str) -> Edition:
    return Edition(entries=(samples.entry(published=Moment(moment)),))


def test_the_news_sitemap_states_name_language_date_and_title():
    (file,) = news_sitemap(samples.EDITION, samples.NEWSROOM, samples.NOW)
    document = etree.fromstring(file.content)
    assert file.path == "sitemaps/news.xml"
    assert document.xpath("//s:loc/text()", namespaces=NS) == [samples.URL]
    assert document.xpath("//n:name/text()", namespaces=NS) == ["The Example Courier"]
    assert document.xpath("//n:language/text()", namespaces=NS) == ["en"]
    assert document.xpath("//n:publication_date/text()", namespaces=NS) == ["2026-03-04T10:15:00+01:00"]
    assert document.xpath("//n:title/text()", namespaces=NS) == [samples.ARTICLE.headline]


@pytest.mark.parametrize("moment", ["2026-03-02T12:00:00Z", "2026-03-04T12:00:00Z", "2026-03-02", "2026-03-04T11:59"])
def test_an_article_in_the_window_is_news(moment):
    assert news_sitemap(dated(moment), samples.NEWSROOM, samples.NOW)


@pytest.mark.parametrize("moment", ["2026-03-02T11:59:59Z", "2026-03-04T12:00:01Z", "2026-03-01", "2026-03", "2026"])
def test_an_article_outside_the_window_is_none_and_the_file_is_absent(moment):
    assert news_sitemap(dated(moment), samples.NEWSROOM, samples.NOW) == ()


def test_a_retracted_article_stands_in_no_sitemap():
    assert news_sitemap(RETRACTED, samples.NEWSROOM, samples.NOW) == ()
    assert sitemap(RETRACTED, samples.NEWSROOM) == ()


def test_more_than_a_thousand_news_give_an_index_at_the_same_address():
    files = news_sitemap(samples.numbered(2_001), samples.NEWSROOM, samples.NOW)
    assert [each.path for each in files] == [
        "sitemaps/news.xml", "sitemaps/news-1.xml", "sitemaps/news-2.xml", "sitemaps/news-3.xml",
    ]  # fmt: skip
    index = etree.fromstring(files[0].content)
    assert index.xpath("//s:sitemap/s:loc/text()", namespaces=NS) == [
        f"{samples.SITE}/sitemaps/news-{number}.xml" for number in (1, 2, 3)
    ]
    counts = [len(etree.fromstring(each.content).findall("s:url", NS)) for each in files[1:]]
    assert counts == [1_000, 1_000, 1]


def test_a_local_time_is_given_as_its_day():
    (file,) = news_sitemap(dated("2026-03-04T11:59"), samples.NEWSROOM, samples.NOW)
    assert b"<news:publication_date>2026-03-04</news:publication_date>" in file.content


def test_the_sitemap_lists_every_live_article():
    (file,) = sitemap(samples.numbered(3), samples.NEWSROOM)
    locations = etree.fromstring(file.content).xpath("//s:loc/text()", namespaces=NS)
    assert locations == [f"{samples.SITE}/{each}" for each in range(3)]


def test_an_article_of_another_site_stands_in_no_sitemap_of_ours():
    edition = Edition(entries=(samples.entry(url="https://elsewhere.example/a"),))
    assert sitemap(edition, samples.NEWSROOM) == ()
    assert news_sitemap(edition, samples.NEWSROOM, samples.NOW) == ()


def test_an_address_in_another_script_is_given_in_ascii():
    (file,) = sitemap(Edition(entries=(samples.entry(url=f"{samples.SITE}/é?a=1&b=2"),)), samples.NEWSROOM)
    assert b"<loc>https://news.example/%C3%A9?a=1&amp;b=2</loc>" in file.content


def schema() -> etree.XMLSchema:
    """The protocol's schema together with one for Google's elements, since the first wants to know all that stands in it."""
    xsd = Path(__file__).parents[3] / "shared" / "external" / "sitemap" / "sitemap.xsd"
    if not xsd.is_file():
        pytest.skip("the sitemap schema is not beside this checkout")
    news = Path(__file__).parent / "news-sitemap.xsd"
    both = f"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
      <xsd:import namespace="{NS["s"]}" schemaLocation="{xsd.resolve().as_uri()}"/>
      <xsd:import namespace="{NS["n"]}" schemaLocation="{news.as_uri()}"/></xsd:schema>"""
    return etree.XMLSchema(etree.fromstring(both))


@pytest.mark.parametrize("headline", ["A headline", samples.HOSTILE])
@pytest.mark.parametrize("moment", ["2026-03-04", "2026-03-04T10:15:00+01:00", "2026-03-04T11:59"])
def test_both_sitemaps_pass_their_schemas(headline, moment):
    edition = Edition(entries=(samples.entry(headline=headline, published=Moment(moment)),))
    checker = schema()
    for file in (*sitemap(edition, samples.NEWSROOM), *news_sitemap(edition, samples.NEWSROOM, samples.NOW)):
        assert checker.validate(etree.fromstring(file.content)), checker.error_log
