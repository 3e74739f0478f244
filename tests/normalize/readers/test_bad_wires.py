"""Broken feeds and wires: what is whole is read, what is wrong is a finding, nothing raises."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.config import DEFAULT
from pipeline.model.codec import builtins, encode
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.formats import detect
from pipeline.normalize.readers import READERS
from tests.normalize.readers.samples import FOLDER, articles, body, codes, outcome, sample

SAMPLES = sorted(each.name for each in FOLDER.iterdir())
WIRES = sorted(set(READERS) - {"html", "text"})
RSS = '<rss version="2.0"><channel><title>T</title>{}</channel></rss>'


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("rss.xml", "feed"), ("atom.xml", "feed"), ("feed.json", "json-feed"), ("ninjs-1.json", "ninjs"), ("ninjs-3.json", "ninjs"),
        ("newsml-g2.xml", "newsml-g2"), ("nitf.xml", "nitf"), ("wordpress.json", "wordpress"), ("wxr.xml", "wxr"),
        ("article.jsonld", "json-ld"), ("yaml.md", "front-matter"), ("toml.md", "front-matter"), ("release.eml", "e-mail"),
    ],
)  # fmt: skip
def test_the_format_is_told_from_the_content_and_not_the_name(name: str, expected: str) -> None:
    assert detect(Source(name="-", content=sample(name))) == expected


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
@pytest.mark.parametrize("name", ["rss.xml", "newsml-g2.xml", "feed.json"])
def test_a_byte_order_mark_does_not_hide_the_format(name: str, encoding: str) -> None:
    text = (
        sample(name)
        .decode()
        .replace('encoding="UTF-8"', 'encoding="UTF-16"' if encoding == "utf-16" else 'encoding="UTF-8"')
    )
    found = outcome(text.encode(encoding))
    assert [each.headline for each in found.value] == [each.headline for each in articles(name)]


def test_a_feed_with_undeclared_prefixes_is_read() -> None:
    item = "<item><title>A</title><dc:creator>Ada Marsh</dc:creator><content:encoded>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</content:encoded></item>"
    found = outcome(RSS.format(item))
    assert "xml-malformed" in [each.code for each in found.findings]
    assert (found.value[0].author[0].name, body(found.value[0])) == (
        "Ada Marsh",
        [("paragraph", "One."), ("paragraph", "Two.")],
    )


@pytest.mark.parametrize("space", ["", ' xmlns="http://www.w3.org/2005/atom/"', ' xmlns="urn:unknown"'])
def test_an_atom_feed_without_its_namespace_is_read(space: str) -> None:
    feed = f"<feed{space}><title>T</title><entry><title>A</title><id>x</id><link href='https://news.example/a'/></entry></feed>"
    (entry,) = outcome(feed).value
    assert (entry.headline, entry.url, entry.identifier) == ("A", "https://news.example/a", "x")


def test_a_feed_in_another_encoding_than_it_declares_is_read() -> None:
    text = '<?xml version="1.0" encoding="utf-8"?>' + RSS.format("<item><title>Café in Zürich</title></item>")
    found = outcome(text.encode("cp1252"))
    assert found.value[0].headline == "Café in Zürich"
    assert "charset-wrong" in [each.code for each in found.findings]


def test_html_entities_in_a_feed_are_characters() -> None:
    found = outcome(RSS.format("<item><title>Caf&eacute;&nbsp;bar</title></item>"))
    assert found.value[0].headline == "Café bar"
    assert "xml-malformed" in [each.code for each in found.findings]


def test_html_in_a_title_is_told() -> None:
    found = outcome(RSS.format("<item><title>&lt;em&gt;Ferry&lt;/em&gt; reopens</title></item>"))
    assert found.value[0].headline == "Ferry reopens"
    assert "markup-removed" in [each.code for each in found.findings]


def test_signs_that_are_no_markup_stay_in_a_title() -> None:
    found = outcome(RSS.format("<item><title>AT&amp;amp;T: 3 &lt; 5 &amp; more</title></item>"))
    assert found.value[0].headline == "AT&T: 3 < 5 & more"


def test_a_feed_that_was_cut_gives_the_items_before_the_cut() -> None:
    whole = RSS.format("".join(f"<item><title>Item {number}</title></item>" for number in range(10)))
    found = outcome(whole[: whole.index("Item 7")])
    assert [each.headline for each in found.value][:7] == [f"Item {number}" for number in range(7)]
    assert "xml-malformed" in [each.code for each in found.findings]


@pytest.mark.parametrize(
    "date", ["Mon, 01 Jan 0001 00:00:00 +0000", "Thu, 01 Jan 1970 00:00:00 GMT", "0000-00-00 00:00:00", "soon"]
)
def test_a_date_that_stands_for_none_is_none(date: str) -> None:
    found = outcome(RSS.format(f"<item><title>A</title><pubDate>{date}</pubDate></item>"))
    assert found.value[0].date_published is None
    assert "date-unreadable" in [each.code for each in found.findings]


def test_an_empty_feed_says_so() -> None:
    assert codes(RSS.format("")) == ["no-items"]


def test_one_broken_item_of_a_news_message_does_not_pull_the_others_with_it() -> None:
    broken = sample("newsml-g2.xml").replace(b"<genre qcode", b"<p><b></p><genre qcode")
    found = outcome(broken)
    assert [each.headline for each in found.value] == ["Quay"]
    assert [each.code for each in found.findings if each.severity == "error"] == ["item-unreadable"]


def test_a_concept_item_is_told_and_no_article() -> None:
    item = '<conceptItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="x"><itemMeta><title>T</title></itemMeta></conceptItem>'
    assert codes(item) == ["item-no-article", "no-items"]


@pytest.mark.parametrize(
    "status", ["stat:unknown", "stat:withheld", "http://cv.iptc.org/newscodes/pubstatusg2/withheld"]
)
def test_a_status_that_is_not_usable_is_never_usable(status: str) -> None:
    changed = sample("newsml-g2.xml").replace(b"stat:withheld", status.encode())
    assert outcome(changed).value[0].pub_status == "withheld"


def test_an_unknown_status_of_ninjs_withholds_the_item() -> None:
    item = json.loads(sample("ninjs-3.json")) | {"pubStatus": "spiked"}
    found = outcome(json.dumps(item))
    assert found.value[0].pub_status == "withheld"
    assert "property-wrong" in [each.code for each in found.findings]


def test_a_value_of_the_wrong_type_is_told_and_the_rest_is_read() -> None:
    item = json.loads(sample("ninjs-1.json")) | {"headline": ["x"], "place": "Kirkwall", "urgency": "high"}
    found = outcome(json.dumps(item))
    assert [each.code for each in found.findings].count("property-wrong") == 3
    assert body(found.value[0])


def test_an_item_without_text_is_read_and_told() -> None:
    found = outcome('{"uri": "urn:x", "type": "picture", "headline": "A", "versioncreated": "2025-03-03T09:30:00Z"}')
    assert [each.code for each in found.findings if each.code.startswith("item")] == ["item-without-text"]


def test_entities_are_never_expanded() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    found = outcome(
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]>'
        + RSS.format("<item><title>A &e8;</title></item>")
    )
    assert "xml-entities-refused" in [each.code for each in found.findings]
    assert len(found.value[0].headline or "") < 20


def test_no_file_is_read_through_an_entity() -> None:
    text = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x; text</p></body.content></body></nitf>'
    assert "root:" not in encode(outcome(text).value).decode()


def test_markup_nested_beyond_reason_is_told() -> None:
    feed = RSS.format(f"<item><title>A</title><description><![CDATA[{'<div>' * 5_000}deep]]></description></item>")
    assert "page-too-deep" in codes(feed) or "item-summary-only" in codes(feed)


def test_json_nested_beyond_reason_is_told() -> None:
    assert "json-unreadable" in codes('{"uri":' + "[" * 100_000, format="ninjs")


def test_a_sitemap_is_told_to_be_followed() -> None:
    text = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://news.example/a</loc></url></urlset>'
    assert codes(text) == ["source-is-sitemap"]


@pytest.mark.parametrize("text", ['<?xml version="1.0"?><gpx><trk/></gpx>', '{"rows": [1, 2]}', "[1, 2, 3]"])
def test_other_xml_and_json_are_no_articles(text: str) -> None:
    assert codes(text) == ["format-undetected"]


@pytest.mark.parametrize("name", ["rss.xml", "ninjs-1.json", "wordpress.json", "nitf.xml"])
def test_a_record_is_read_back_as_it_was(name: str) -> None:
    made = articles(name)
    lines = b"\n".join(encode(each) for each in made)
    read_back = outcome(lines, name="other").value
    changed = [{**builtins(each), "source": ""} for each in read_back]
    assert changed == [{**builtins(each), "source": ""} for each in made]


def test_a_broken_line_of_records_is_told_and_the_others_are_read() -> None:
    record = encode(articles("ninjs-1.json")[0])
    found = outcome(b"\n".join((record, b'{"slug": 1}', record[:50], record)))
    assert len(found.value) == 2
    assert [each.code for each in found.findings].count("item-unreadable") == 2


def test_an_unknown_name_in_a_record_is_kept_and_told() -> None:
    record = builtins(articles("ninjs-1.json")[0]) | {"wordCount": 7}
    found = outcome(json.dumps(record))
    assert found.value[0].additional_property["wordCount"] == 7
    assert [each.code for each in found.findings] == ["property-unknown"]


def test_a_reference_to_half_a_character_in_a_malformed_feed_does_no_harm() -> None:
    found = outcome(
        RSS.format("<item><title>Bridge &#xD800; & tunnel</title><description>&#55296; Open.</description></item>")
    )
    assert "xml-malformed" in [each.code for each in found.findings]
    assert "Bridge" in (found.value[0].headline or "")


@pytest.mark.parametrize("wire", WIRES)
@given(content=st.binary(max_size=300))
@settings(max_examples=40, deadline=None)
def test_no_bytes_make_a_reader_raise(wire: str, content: bytes) -> None:
    normalize(Source(name="x", content=content, format=wire), DEFAULT)


@pytest.mark.parametrize("name", SAMPLES)
@given(
    cut=st.integers(0, 6_000), length=st.integers(0, 200), inserted=st.binary(max_size=20), other=st.sampled_from(WIRES)
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_damage_to_a_document_makes_a_reader_raise(
    name: str, cut: int, length: int, inserted: bytes, other: str
) -> None:
    content = sample(name)
    damaged = content[:cut] + inserted + content[cut + length :]
    for wire in (None, other):
        if wire or detect(Source(name="x", content=damaged)) in WIRES:
            encode(normalize(Source(name="x", content=damaged, format=wire), DEFAULT).value)


def members(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in a JSON value with one of its keys."""
    for key, member in (
        value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    ):
        yield value, key
        yield from members(member)


ODD = (
    None,
    True,
    -1,
    1e300,
    "",
    "x",
    [],
    [[]],
    {},
    {"a": []},
    ["x"],
    [{}],
    [None],
    {"rendered": 5},
    "2025-13-45",
    "<b>",
    "http://[",
)


@pytest.mark.parametrize("name", [each for each in SAMPLES if each.endswith((".json", ".jsonld"))])
@given(pick=st.data())
@settings(max_examples=200, deadline=None)
def test_no_value_in_place_of_another_makes_a_reader_raise(name: str, pick: st.DataObject) -> None:
    value = json.loads(sample(name))
    for _ in range(2):
        container, key = pick.draw(st.sampled_from(list(members(value))))
        container[key] = copy.deepcopy(pick.draw(st.sampled_from(ODD)))
        if not any(True for _ in members(value)):
            return
    wire = detect(Source(name="-", content=sample(name)))
    encode(normalize(Source(name="x", content=json.dumps(value).encode(), format=wire), DEFAULT).value)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"headlines": [{"role": "main", "value": "A", "tone": "x"}]}, "property-unknown"),
        ({"type": "poem"}, "property-wrong"),
        ({"urgency": 12}, "property-wrong"),
        ({"versionCreated": "2025-03-03"}, "property-invalid"),
        ({"uri": "no uri"}, "property-invalid"),
        ({"renditions": [{"href": "https://harbour.example/a.jpg"}]}, "property-missing"),
        ({"places": [{"name": "A", "geoJSON": {"type": "Spot"}}]}, "property-wrong"),
        ({"bodies": "text"}, "property-wrong"),
        ({"eventDetails": {"dates": {}}}, "property-missing"),
        ({"altIds": [{"role": "x", "value": 5}]}, "property-wrong"),
    ],
)
def test_what_the_ninjs_schema_does_not_allow_is_told(change: dict[str, Any], code: str) -> None:
    assert code in codes(json.dumps(json.loads(sample("ninjs-3.json")) | change))


def test_what_newsml_g2_demands_is_told() -> None:
    item = '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" version="x"><contentMeta><headline>A</headline></contentMeta></newsItem>'
    found = codes(item)
    assert {"identifier-missing", "property-wrong"} <= set(found)
    assert found.count("property-missing") == 5


@pytest.mark.parametrize("name", SAMPLES)
def test_reading_twice_gives_the_same_bytes(name: str) -> None:
    assert encode(outcome(sample(name)).value) == encode(outcome(sample(name)).value)
