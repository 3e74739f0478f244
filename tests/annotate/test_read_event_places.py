"""A happening without a place gets the one that the facts model links to it, if its own sentence names it."""

from __future__ import annotations

from pipeline.annotate.linking import Known, Link
from pipeline.annotate.read_event_places import SURE, placed, unplaced
from pipeline.annotate.reading import Reading, read
from pipeline.model.annotations import Event, Span
from tests.annotate.articles import article

TEXT = "A bridge fell at Harwell. Bergen sent help."


def reading() -> Reading:
    return read(article(TEXT), lambda texts: [None for _ in texts])


def event(places: tuple[str, ...] = ()) -> Event:
    trigger = Span(9, 13, 0)
    return Event(
        id="event-1", name="Fall", type="accident", span=Span(0, 25, 0), trigger=trigger, by="x", places=places
    )


def link(name: str, score: float) -> Link:
    at = TEXT.index(name)
    return Link(
        "event-1",
        name,
        score,
        -5.0,
        Known(0, 9, 13, "happening", "event-1"),
        Known(0, at, at + len(name), "place", name),
    )


def test_the_surest_place_of_the_sentence_is_where_it_was() -> None:
    links = [link("Harwell", SURE + 1), link("Bergen", SURE + 2)]
    assert [each.places for each in placed(reading().passages, [event()], links)] == [("Harwell",)]


def test_a_doubtful_place_is_none_and_the_rules_keep_theirs() -> None:
    assert placed(reading().passages, [event()], [link("Harwell", SURE - 0.1)]) == (event(),)
    assert placed(reading().passages, [event(("oslo",))], [link("Harwell", SURE + 1)]) == (event(("oslo",)),)


def test_only_a_happening_without_a_place_whose_sentence_names_one_is_asked_about() -> None:
    passages = reading().passages
    harwell, bergen = (link(each, 0.0).at_b for each in ("Harwell", "Bergen"))
    assert list(unplaced(passages, [event()], [harwell])) == ["event-1"]
    assert list(unplaced(passages, [event()], [bergen])) == []
    assert list(unplaced(passages, [event(("oslo",))], [harwell])) == []
