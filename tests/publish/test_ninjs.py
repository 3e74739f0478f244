"""ninjs, checked by IPTC's own schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource

from pipeline.model.article import Subject
from pipeline.model.edition import retract
from pipeline.model.graph import Graph
from pipeline.model.moment import Moment
from pipeline.publish.finished import Finished
from pipeline.publish.ninjs import ninjs, ninjs_removal
from tests.publish import samples

EXTERNAL = Path(__file__).parents[3] / "shared" / "external" / "ninjs"
RETRACTED = retract(samples.ENTRY, now=Moment("2026-03-05T08:00:00Z"), reason="Withdrawn.")


def item(**changes):
    finished = Finished(article=samples.article(**changes), graph=samples.GRAPH, newsroom=samples.NEWSROOM)
    return json.loads(ninjs(finished, samples.ENTRY))


def schema_errors(document) -> list[str]:
    if not EXTERNAL.is_dir():
        pytest.skip("the ninjs schema is not beside this checkout")
    schema = json.loads((EXTERNAL / "ninjs-schema_3.1.json").read_text())
    geo = json.loads((EXTERNAL / "GeoJSON.json").read_text())
    geo_id = "https://geojson.org/schema/GeoJSON.json"
    registry = Registry().with_resource(geo_id, Resource.from_contents(geo))
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(schema, registry=registry, format_checker=checker)
    return [f"{list(each.absolute_path)}: {each.message}" for each in validator.iter_errors(document)]


def test_headline_dates_url_author_and_body_are_kept():
    document = item()
    assert document["uri"] == samples.URL
    assert document["headlines"][0]["value"] == samples.ARTICLE.headline
    assert document["contentCreated"] == "2026-03-04T10:15:00+01:00"
    assert document["versionCreated"] == "2026-03-04T11:00:00+01:00"
    assert document["version"] == "2"
    assert document["by"] == "Jo Marsh, Lee Okafor"
    assert document["bodies"][1]["value"].startswith("The harbour bridge opened")
    assert document["pubStatus"] == "usable"


def test_the_correction_is_a_note():
    assert item()["edNote"] == "Correction: The bridge is 412 metres long, not 421."


def test_who_and_what_is_named_is_listed_by_kind():
    document = item()
    assert document["people"] == [
        {"name": "Ana Lindqvist", "rel": "about", "uri": f"{samples.SITE}/entities/person/ana-lindqvist"}
    ]
    assert [each["name"] for each in document["organisations"]] == ["City Council"]
    assert [each["name"] for each in document["places"]] == ["Harbour Bridge"]
    assert [each["rel"] for each in document["events"]] == ["about"]
    event = next(each for each in document["associations"] if each["type"] == "event")
    assert event["eventDetails"]["dates"] == {"expectedStartDate": "2026-03-03"}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"author": (), "image": (), "date_published": None, "date_modified": None, "headline": None, "paragraphs": ()},
        {"headline": samples.HOSTILE, "description": "\ud800", "date_published": Moment("2026")},
        {"subjects": (Subject(name="economy", identifier="medtop:04000000"), Subject(name="x", identifier="https://ö.example/ü"))},
        {"embargoed": Moment("2026-03-05T00:00:00Z"), "urgency": 4, "genre": ("Feature",), "expires": Moment("2027")},
    ],
)  # fmt: skip
def test_it_passes_the_standards_own_schema(changes):
    assert schema_errors(item(**changes)) == []


def test_a_retraction_is_canceled_and_carries_no_text():
    document = json.loads(ninjs_removal(RETRACTED))
    assert schema_errors(document) == []
    assert document["pubStatus"] == "canceled"
    assert document["version"] == "3"
    assert "Withdrawn." in document["edNote"]
    assert "bodies" not in document


def test_an_empty_graph_gives_an_item_without_entities():
    finished = Finished(article=samples.ARTICLE, graph=Graph(nodes=()), newsroom=samples.NEWSROOM)
    document = json.loads(ninjs(finished, samples.ENTRY))
    assert "people" not in document
    assert schema_errors(document) == []
