"""NewsML-G2, checked by IPTC's own XML schema."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from pipeline.model.edition import retract
from pipeline.model.graph import Graph
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Correction
from pipeline.publish.finished import Finished
from pipeline.publish.newsml_g2 import newsml_g2, newsml_g2_removal
from tests.publish import samples

XSD = Path(__file__).parents[3] / "shared" / "external" / "newsml-g2" / "NewsML-G2_2.35-spec-All-Power.xsd"
NS = {"g": "http://iptc.org/std/nar/2006-10-01/", "h": "http://www.w3.org/1999/xhtml"}
LISTS = ("Second", "Minute", "Hour", "Day", "MonthDay", "Month", "YearDay", "WeekNo", "Setpos")
RETRACTED = retract(samples.ENTRY, now=Moment("2026-03-05T08:00:00Z"), reason="Withdrawn.")


def item(graph=samples.GRAPH, **changes):
    finished = Finished(article=samples.article(**changes), graph=graph, newsroom=samples.NEWSROOM)
    return etree.fromstring(newsml_g2(finished, samples.ENTRY))


@cache
def schema():
    """The schema; a copy that ends early misses only the list types of recurring events, which we never write."""
    text = XSD.read_text(encoding="utf-8")
    if not text.rstrip().endswith("</xs:schema>") and "</xs:schema>" not in text:
        kept = text[: text.rindex('<xs:simpleType name="BySecondListType">')]
        lists = "".join(
            f'<xs:simpleType name="By{each}ListType"><xs:list itemType="xs:string"/></xs:simpleType>' for each in LISTS
        )
        text = f"{kept}{lists}</xs:schema>"
    return etree.XMLSchema(etree.fromstring(text.encode(), base_url=XSD.as_uri()))


def schema_errors(document) -> list[str]:
    if not XSD.is_file():
        pytest.skip("the NewsML-G2 schema is not beside this checkout")
    schema().validate(document)
    return [str(each) for each in schema().error_log]


def all_of(document, path):
    return document.xpath(path, namespaces=NS)


def test_headline_dates_authors_and_body_are_kept():
    document = item()
    assert document.get("guid") == samples.URL
    assert document.get("version") == "2"
    assert all_of(document, "//g:contentMeta/g:headline/text()") == [samples.ARTICLE.headline]
    assert all_of(document, "//g:versionCreated/text()") == ["2026-03-04T11:00:00+01:00"]
    assert all_of(document, "//g:contentMeta/g:contentCreated/text()") == ["2026-03-04T10:15:00+01:00"]
    assert all_of(document, "//g:creator/g:name/text()") == ["Jo Marsh", "Lee Okafor"]
    assert all_of(document, "//h:body/h:p/text()")[0] == samples.ARTICLE.paragraphs[0].text


def test_a_correction_has_its_signal_and_note():
    document = item()
    assert all_of(document, "//g:signal/@qcode") == ["sig:correction"]
    assert all_of(document, "//g:edNote/text()") == ["Correction: The bridge is 412 metres long, not 421."]


def test_a_clarification_is_an_update_and_no_correction():
    document = item(correction=(Correction(text="It is a road bridge.", kind="clarification"),))
    assert all_of(document, "//g:signal/@qcode") == ["sig:update"]


def test_people_and_events_are_concepts():
    document = item()
    person = all_of(document, "//g:assert[g:type/@qcode='cpnat:person']")[0]
    assert all_of(person, "g:name/text()") == ["Ana Lindqvist"]
    assert all_of(person, "g:personDetails/g:affiliation/g:name/text()") == ["City Council"]
    event = all_of(document, "//g:assert[g:type/@qcode='cpnat:event']")[0]
    assert all_of(event, "g:eventDetails/g:dates/g:start/text()") == ["2026-03-03"]
    assert all_of(event, "g:eventDetails/g:location/g:name/text()") == ["Harbour Bridge"]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"author": (), "image": (), "date_published": None, "date_modified": None, "headline": None, "paragraphs": ()},
        {"headline": samples.HOSTILE, "description": "\ud800 ]]>", "paragraphs": (samples.Block("paragraph", samples.HOSTILE),)},
        {"date_published": Moment("2026"), "alternative_headline": "Other", "dateline": "HARBOUR", "credit_text": "C"},
        {"embargoed": Moment("2026-03-05T00:00:00Z"), "urgency": 4, "genre": ("Feature",), "copyright_holder": "X"},
    ],
)  # fmt: skip
def test_it_passes_the_standards_own_schema(changes):
    assert schema_errors(item(**changes)) == []


def test_an_empty_graph_and_a_full_event_pass_too():
    event = samples.NODES[-1] | {
        "endDate": "2026-03-04T10:00",
        "eventStatus": "https://schema.org/EventPostponed",
        "attendee": [{"@id": f"{samples.SITE}/entities/person/ana-lindqvist"}],
        "organizer": {"@id": f"{samples.SITE}/entities/organization/city-council"},
    }
    assert schema_errors(item(Graph(nodes=()))) == []
    assert schema_errors(item(Graph(nodes=(*samples.NODES[:-1], event)))) == []


def test_a_retraction_is_canceled_and_carries_no_text():
    document = etree.fromstring(newsml_g2_removal(RETRACTED, samples.NEWSROOM))
    assert schema_errors(document) == []
    assert all_of(document, "//g:pubStatus/@qcode") == ["stat:canceled"]
    assert not all_of(document, "//g:contentSet")
