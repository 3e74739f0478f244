"""CloudEvents in structured mode."""

from __future__ import annotations

import json

from pipeline.deliver.cloudevents import TYPES
from pipeline.model.edition import retract
from pipeline.model.graph import document
from pipeline.model.moment import Moment
from pipeline.publish.cloud_event import PUBLISHED, REMOVED, cloud_event, envelope
from pipeline.publish.finished import Finished
from tests.publish import samples

FINISHED = Finished(article=samples.ARTICLE, graph=samples.GRAPH, newsroom=samples.NEWSROOM)


def test_the_event_carries_the_document_and_names_article_and_version():
    event = json.loads(cloud_event(FINISHED, samples.ENTRY))
    assert event["specversion"] == "1.0"
    assert event["id"] == f"{samples.URL}?version=2"
    assert event["subject"] == samples.URL
    assert event["source"] == samples.SITE
    assert event["time"] == "2026-03-04T11:00:00+01:00"
    assert event["data"] == document(samples.GRAPH)


def test_a_retraction_is_a_removal():
    gone = retract(samples.ENTRY, now=Moment("2026-03-05T08:00:00Z"), reason="Withdrawn.")
    event = json.loads(envelope(gone, {}, samples.NEWSROOM))
    assert (event["type"], event["articleversion"]) == (REMOVED, "3")


def test_the_types_are_those_of_the_http_channel():
    assert {"put": PUBLISHED, "delete": REMOVED} == TYPES
