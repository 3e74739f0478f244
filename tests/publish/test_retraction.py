"""What stands where a retracted article stood."""

from __future__ import annotations

import json

import html5lib
from lxml import html as lxml_html

from pipeline.model.edition import retract
from pipeline.model.moment import Moment
from pipeline.publish.retraction import notice, retraction_files, tombstone
from pipeline.publish.verify import verify_embedded
from tests.publish import samples

WHEN = Moment("2026-03-05T08:00:00Z")
RETRACTED = retract(samples.ENTRY, now=WHEN, reason="The source withdrew <b>everything</b>.")
HOSTILE = retract(samples.entry(headline=samples.HOSTILE), now=WHEN, reason=samples.HOSTILE)


def test_the_page_is_a_notice_with_the_reason_and_no_word_of_the_body():
    content = notice(RETRACTED, samples.NEWSROOM)
    document = lxml_html.document_fromstring(content)
    assert "The source withdrew <b>everything</b>." in document.text_content()
    assert "5 March 2026, 08:00 (UTC)" in document.text_content()
    assert "4 March 2026, 10:15 (UTC+01:00)" in document.text_content()
    assert document.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert b"ribbon" not in content
    assert b"Lindqvist" not in content


def test_the_tombstone_keeps_id_dates_and_status():
    (node,) = tombstone(RETRACTED)["@graph"]
    assert node["@id"] == f"{samples.URL}#article"
    assert node["creativeWorkStatus"] == "Retracted"
    assert node["dateModified"] == "2026-03-05T08:00:00Z"
    assert node["correction"]["text"].startswith("This article has been retracted.")
    assert "articleBody" not in node


def test_the_page_says_what_the_tombstone_says_whatever_the_text():
    for each in (RETRACTED, HOSTILE):
        content = notice(each, samples.NEWSROOM)
        assert verify_embedded(content, tombstone(each)) == ()
        html5lib.HTMLParser(strict=True).parse(content.decode())


def test_every_format_has_its_tombstone():
    files = {each.path.rsplit("/", 1)[1]: each.content for each in retraction_files(RETRACTED, samples.NEWSROOM)}
    assert sorted(files) == ["cloud-event.json", "graph.jsonld", "newsml-g2.xml", "ninjs.json", "page.html"]
    assert json.loads(files["ninjs.json"])["pubStatus"] == "canceled"
    assert b"stat:canceled" in files["newsml-g2.xml"]
