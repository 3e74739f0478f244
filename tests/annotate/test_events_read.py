"""Dates that the rules leave without a happening get the one that a model points at, if the text states it."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.annotate.events import find_events
from pipeline.annotate.reading import Parse, read
from pipeline.model.annotations import Annotations, Event
from pipeline.run.engines import load_parser
from tests.annotate.articles import article


@pytest.fixture(scope="module")
def parse() -> Parse:
    return load_parser(names=False)[0]


@pytest.fixture
def told(annotate: Annotate, parse: Parse):
    """The events of a sentence, when a model takes one word for what happens at each of its times."""

    def events(sentence: str, word: str, score: float = 5.0) -> tuple[Event, ...]:
        given = article("Nobody knows Harwell.", sentence)
        known = annotate(given).value
        bare = Annotations(
            language=known.language, annotator="", entities=known.entities, mentions=known.mentions, times=known.times
        )
        begin = [each.block.start for each in read(given, parse).passages if each.is_body][1]
        words = {each.span.start: ((begin + sentence.index(word), score),) for each in known.times}
        return find_events(read(given, parse), bare, words).events

    return events


@pytest.mark.parametrize(
    ("sentence", "word", "name"),
    [
        ("Her memoir, Low Water, appeared in 2015.", "appeared", "Memoir appears"),
        (
            "Three years earlier, in 2012, Ida Moe had been made an honorary fellow.",
            "made",
            "Ida Moe made honorary fellow",
        ),
        ("Ida Moe first saw the comet on 3 May 2019.", "saw", "Ida Moe sees comet"),
        (
            "The court overturned Jon Dahl's conviction on Friday.",
            "overturned",
            "Court overturns Jon Dahl's conviction",
        ),
        ("A preliminary report is due on 3 July.", "report", "Preliminary report"),
    ],
)
def test_what_the_model_points_at_is_an_event_on_that_date(told, sentence: str, word: str, name: str) -> None:
    (event,) = told(sentence, word)
    assert (event.name, event.by.split(":")[1]) == (name, "event-read")
    assert event.start is not None


@pytest.mark.parametrize(
    ("sentence", "word", "score"),
    [
        ("Ida Moe would have seen the comet on 3 May 2019 had it not rained.", "seen", 5.0),
        ("Ida Moe denied that she had gone to Oslo on Monday.", "gone", 5.0),
        ("“I went to Oslo on Monday,” said Ida Moe.", "went", 5.0),
        ("Ida Moe likes shooting on Sunday mornings.", "shooting", 5.0),
        ("Its shares closed at 12 euros on Monday.", "closed", 5.0),
        ("Trade between them reached $86 billion in 2022.", "reached", 5.0),
        ("Ida Moe recalled on Monday.", "recalled", 5.0),
        ("Ida Moe first saw the comet on 3 May 2019.", "saw", -0.1),
    ],
)
def test_what_is_not_stated_says_nothing_or_is_doubtful_is_none(told, sentence: str, word: str, score: float) -> None:
    assert not [each for each in told(sentence, word, score) if each.by.startswith("rule:event-read")]


def test_a_date_that_the_rules_gave_to_a_happening_stays_with_it(told) -> None:
    (event,) = told("Police arrested Jon Dahl on Friday after a long search.", "search")
    assert (event.type, event.by) == ("arrest", "rule:event:arrest")
