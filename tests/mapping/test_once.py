"""What a source gives twice stands once in the graph, and what is left out is reported."""

from __future__ import annotations

import msgspec

from pipeline.mapping.once import once, with_names
from pipeline.model.annotations import Annotations, Event, Span
from pipeline.model.sidecar import Credit, Image
from tests.mapping.made import ARTICLE


def test_the_second_credit_of_a_name_adds_what_the_first_lacks() -> None:
    twice = (Credit(name="Ida Quell"), Credit(name="IDA QUELL", url="https://news.example/ida"))
    outcome = once(msgspec.structs.replace(ARTICLE, author=twice))
    assert outcome.value.author == (Credit(name="Ida Quell", url="https://news.example/ida"),)
    assert outcome.findings == ()


def test_where_two_credits_contradict_each_other_the_first_stands_and_that_is_told() -> None:
    twice = (Credit(name="Ida Quell", url="https://a.example"), Credit(name="Ida Quell", url="https://b.example"))
    outcome = once(msgspec.structs.replace(ARTICLE, author=twice))
    assert outcome.value.author == twice[:1]
    assert "'https://b.example'; the first stands" in outcome.findings[0].message


def test_a_picture_given_twice_is_one_picture() -> None:
    pictures = (Image(url="https://a.example/1.jpg", text="A bridge"), Image(url="https://a.example/1.jpg", width=800))
    outcome = once(msgspec.structs.replace(ARTICLE, image=pictures))
    assert outcome.value.image == (Image(url="https://a.example/1.jpg", text="A bridge", width=800),)


def test_signs_are_nobodys_name() -> None:
    outcome = once(msgspec.structs.replace(ARTICLE, author=(Credit(name="&"), Credit(name="Ida Quell"))))
    assert [each.name for each in outcome.value.author] == ["Ida Quell"]
    assert "'&' has no letter" in outcome.findings[0].message


def test_an_event_without_a_name_is_reported_and_left_out() -> None:
    event = Event(id="event-1", name=" ", type="other", span=Span(0, 4), trigger=Span(0, 4), by="rule:event:other")
    outcome = with_names(Annotations(events=(event,)))
    assert outcome.value.events == ()
    assert "event-1" in outcome.findings[0].message
