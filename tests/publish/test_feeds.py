"""The three feeds, read by parsers that share no code with their writers."""

from __future__ import annotations

import json
import re

import feedparser
import pytest
from lxml import etree

from pipeline.model.edition import Edition, guid_of, retract
from pipeline.model.moment import Moment
from pipeline.publish.atom import atom
from pipeline.publish.json_feed import json_feed
from pipeline.publish.rss import rss
from tests.publish import samples

FEEDS = (rss, atom)
RETRACTED = Edition(
    entries=(retract(samples.ENTRY, now=Moment("2026-03-05T08:00:00Z"), reason="The source withdrew its account."),)
)


@pytest.mark.parametrize("write", FEEDS)
def test_headline_dates_url_authors_and_body_survive(write):
    feed = feedparser.parse(write(samples.EDITION, samples.NEWSROOM))
    assert not feed.bozo
    (item,) = feed.entries
    assert item.title == samples.ARTICLE.headline
    assert item.link == samples.URL
    assert item.id == samples.URL
    assert item.published_parsed[:5] == (2026, 3, 4, 9, 15)
    assert item.updated_parsed[:5] == (2026, 3, 4, 10, 0)
    assert item.summary == samples.ARTICLE.description
    text = re.sub("<[^>]+>", "\n", item.content[-1].value)
    assert all(block.text.replace("&", "&amp;") in text for block in samples.ARTICLE.paragraphs)
    assert "not 421" in text


def test_every_author_is_named():
    document = etree.fromstring(rss(samples.EDITION, samples.NEWSROOM))
    assert document.xpath("//item/*[local-name()='creator']/text()") == ["Jo Marsh", "Lee Okafor"]
    (item,) = feedparser.parse(atom(samples.EDITION, samples.NEWSROOM)).entries
    assert [each.name for each in item.authors] == ["Jo Marsh", "Lee Okafor"]
    (item,) = json.loads(json_feed(samples.EDITION, samples.NEWSROOM))["items"]
    assert [each["name"] for each in item["authors"]] == ["Jo Marsh", "Lee Okafor"]


def test_json_feed_keeps_id_dates_and_body():
    feed = json.loads(json_feed(samples.EDITION, samples.NEWSROOM))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    (item,) = feed["items"]
    assert item["id"] == item["url"] == samples.URL
    assert item["date_published"] == "2026-03-04T10:15:00+01:00"
    assert "Trains follow in 2027." in item["content_html"]


@pytest.mark.parametrize("write", [rss, atom, json_feed])
def test_hostile_text_gives_a_valid_feed(write):
    hostile = samples.article(headline=samples.HOSTILE, description="\ud800", author=(), image=())
    content = write(Edition(entries=(samples.entry(article=hostile),)), samples.NEWSROOM)
    if write is json_feed:
        assert json.loads(content)["items"][0]["title"].startswith("He said </script>")
    else:
        feed = feedparser.parse(content)
        assert not feed.bozo
        etree.fromstring(content)


@pytest.mark.parametrize("write", [rss, atom, json_feed])
def test_a_body_that_would_close_cdata_is_carried_whole(write):
    article = samples.article(paragraphs=(samples.Block("paragraph", "a ]]> b"),))
    content = write(Edition(entries=(samples.entry(article=article),)), samples.NEWSROOM)
    if write is json_feed:
        assert "a ]]&gt; b" in json.loads(content)["items"][0]["content_html"]
    else:
        assert "a ]]&gt; b" in feedparser.parse(content).entries[0].content[-1].value


def test_a_retraction_keeps_the_guid_and_shows_the_notice_in_rss():
    (item,) = feedparser.parse(rss(RETRACTED, samples.NEWSROOM)).entries
    assert item.id == samples.URL
    assert item.title == f"Retracted: {samples.ARTICLE.headline}"
    assert "The source withdrew its account." in item.summary
    assert "Trains" not in item.content[-1].value


def test_a_retraction_is_a_deleted_entry_in_atom():
    document = etree.fromstring(atom(RETRACTED, samples.NEWSROOM))
    (deleted,) = document.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert deleted.get("ref") == samples.URL
    assert deleted.get("when") == "2026-03-05T08:00:00Z"
    assert not document.findall("{http://www.w3.org/2005/Atom}entry")


def test_a_guid_never_changes_with_an_edit():
    edited = samples.entry(version=3, headline="Another headline", article=samples.article(headline="Another headline"))
    (item,) = feedparser.parse(rss(Edition(entries=(edited,)), samples.NEWSROOM)).entries
    assert item.id == samples.URL


@pytest.mark.parametrize("write", [rss, atom, json_feed])
def test_same_edition_same_bytes_in_any_order(write):
    edition = samples.numbered(5)
    turned = Edition(entries=edition.entries[::-1])
    assert write(edition, samples.NEWSROOM) == write(turned, samples.NEWSROOM)


@pytest.mark.parametrize("write", [rss, atom, json_feed])
def test_an_empty_edition_gives_a_readable_feed(write):
    content = write(Edition(), samples.NEWSROOM)
    assert json.loads(content)["items"] == [] if write is json_feed else not feedparser.parse(content).bozo


def test_a_date_without_a_time_is_not_turned_into_an_instant():
    dated = samples.entry(published=Moment("2026-03-04"))
    (item,) = feedparser.parse(rss(Edition(entries=(dated,)), samples.NEWSROOM)).entries
    assert "published" not in item


def test_json_feed_marks_corrections_and_retractions_in_an_extension():
    (item,) = json.loads(json_feed(samples.EDITION, samples.NEWSROOM))["items"]
    assert item["_newsgraph"]["version"] == 2
    assert item["_newsgraph"]["corrections"][0]["text"] == "The bridge is 412 metres long, not 421."
    (item,) = json.loads(json_feed(RETRACTED, samples.NEWSROOM))["items"]
    assert item["_newsgraph"] == {"version": 3, "retracted": "2026-03-05T08:00:00Z"}


def test_rss_has_a_synopsis_before_the_full_text_and_no_empty_text():
    bare = samples.article(description=None)
    content = rss(Edition(entries=(samples.entry(article=bare),)), samples.NEWSROOM)
    names = [etree.QName(each).localname for each in etree.fromstring(content).find(".//item")]
    assert names.index("description") < names.index("encoded")
    empty = samples.article(paragraphs=(), correction=())
    assert b"encoded" not in rss(Edition(entries=(samples.entry(article=empty),)), samples.NEWSROOM)
    assert b"<content" not in atom(Edition(entries=(samples.entry(article=empty),)), samples.NEWSROOM)


def test_an_address_in_another_script_is_ascii_in_every_feed_and_the_same_guid():
    edition = Edition(entries=(samples.entry(url=f"{samples.SITE}/é", guid=f"{samples.SITE}/é"),))
    expected = f"{samples.SITE}/%C3%A9"
    for write in FEEDS:
        (item,) = feedparser.parse(write(edition, samples.NEWSROOM)).entries
        assert (item.id, item.link) == (expected, expected)
    (item,) = json.loads(json_feed(edition, samples.NEWSROOM))["items"]
    assert (item["id"], item["url"]) == (expected, expected)


def test_rss_dates_are_in_gmt():
    dated = samples.entry(published=Moment("2026-03-04T10:15:00+05:45"))
    content = rss(Edition(entries=(dated,)), samples.NEWSROOM)
    assert b"<pubDate>Wed, 04 Mar 2026 04:30:00 GMT</pubDate>" in content


@pytest.mark.parametrize(
    ("identifier", "is_guid"),
    [
        ("urn:newsml:news.example:20260304:bridge", True),
        ("tag:news.example,2026:bridge", True),
        ("https://news.example/id/7", True),
        ("urn:newsml:a b", False),
        ("urn:x", False),
        ("tag:news.example:bridge", False),
        ("7", False),
        ("javascript:alert(1)", False),
    ],
)
def test_only_an_identifier_that_every_reader_takes_becomes_the_guid(identifier, is_guid):
    article = samples.article(identifier=identifier)
    assert guid_of(article) == (identifier if is_guid else samples.URL)


def test_a_json_feed_item_without_a_body_still_has_content():
    empty = samples.article(paragraphs=(), correction=())
    (item,) = json.loads(json_feed(Edition(entries=(samples.entry(article=empty),)), samples.NEWSROOM))["items"]
    assert item["content_text"] == samples.ARTICLE.description
    assert "content_html" not in item
