"""What another annotator states counts only as far as the article's own words bear it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate import Annotate, annotator
from pipeline.annotate.confidence import OTHER
from pipeline.annotate.grounding import MOST_LISTED, Voice
from pipeline.annotate.reading import Parse
from pipeline.annotate.statements import MOST_STATEMENTS, Statement, parse_reply
from pipeline.annotate.tagging import NameSpan
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, canonical_text
from pipeline.model.finding import Finding, Outcome
from pipeline.model.sidecar import Decision
from pipeline.run.engines import load_annotator, load_parser
from tests.annotate.articles import article, name_of, names, quotes, titles

TEXT = (
    "La maire Ana Lima a rencontré Rui Costa à Porto. « Le pont tient », a dit Ana Lima.",
    "Ana Lima préside Pontes Unidas.",
)


class Said:
    """What the other annotator says next."""

    statements: tuple[Statement, ...] = ()

    def __call__(self, _: Article) -> Outcome[tuple[Statement, ...]]:
        return Outcome(self.statements)


class FindsNothing:
    """A names model that knows no name, so that all names are the other annotator's."""

    name = "nothing"

    def __call__(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        return [() for _ in texts]


SAID = Said()


@pytest.fixture(scope="module")
def parse() -> Parse:
    return load_parser(names=False)[0]


@pytest.fixture(scope="module")
def trusting(parse: Parse) -> Annotate:
    return annotator(parse, FindsNothing(), other=(SAID, Voice(name=f"{OTHER}test", probability=0.8)))


@pytest.fixture(scope="module")
def doubting(parse: Parse) -> Annotate:
    return annotator(parse, FindsNothing(), other=(SAID, Voice(name=f"{OTHER}test", probability=0.3)))


@pytest.fixture(scope="module")
def beside_ours() -> Annotate:
    return load_annotator(other=(SAID, Voice(name=f"{OTHER}test", probability=0.8)))


def hear(annotate: Annotate, one: Article, *statements: dict[str, Any]) -> Outcome[Annotations]:
    SAID.statements = tuple(Statement(**each) for each in statements)
    return annotate(one)


def refused(findings: tuple[Finding, ...]) -> list[str]:
    return [each.message for each in findings if each.code == "statement-refused"]


def test_what_the_text_bears_is_added_with_its_voice_in_any_language(trusting):
    one = article(*TEXT, language="fr")
    outcome = hear(
        trusting,
        one,
        {"kind": "organization", "name": "Pontes Unidas", "evidence": "Ana Lima préside Pontes Unidas"},
        {"kind": "person", "name": "Ana Lima", "evidence": "La maire Ana Lima"},
        {"kind": "role", "person": "Ana Lima", "title": "maire", "evidence": "La maire Ana Lima"},
        {
            "kind": "role",
            "person": "Ana Lima",
            "organization": "Pontes Unidas",
            "evidence": "Ana Lima préside Pontes Unidas.",
        },
        {
            "kind": "quotation",
            "text": "Le pont tient",
            "speaker": "Ana Lima",
            "evidence": "« Le pont tient », a dit Ana Lima",
        },
    )
    assert refused(outcome.findings) == []
    found = outcome.value
    assert "Ana Lima" in names(found, "person")
    assert "Pontes Unidas" in names(found, "organization")
    assert titles(found, "Ana Lima") == ["maire", None]
    assert [name_of(found, each.organization) for each in found.roles] == [None, "Pontes Unidas"]
    assert quotes(found) == [("Le pont tient", "Ana Lima")]
    assert {each.by for each in (*found.roles, *found.quotations)} == {"other:test"}
    text = canonical_text(one)
    assert all(text[each.span.start : each.span.end] == each.text for each in found.mentions)


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ({"kind": "person", "name": "Ana Lima", "evidence": "Mayor Ana Lima"}, "does not stand in the text"),
        ({"kind": "person", "name": "Eva Braga", "evidence": "La maire Ana Lima"}, "name does not stand"),
        ({"kind": "person", "name": "maire", "evidence": "La maire Ana Lima"}, "no proper name"),
        (
            {"kind": "role", "person": "Ana Lima", "title": "ministre", "evidence": "La maire Ana Lima"},
            "title does not stand",
        ),
        ({"kind": "role", "person": "Ana Lima", "evidence": "La maire Ana Lima"}, "neither title nor organization"),
        ({"kind": "role", "person": "Eva", "title": "maire", "evidence": "La maire Ana Lima"}, "no such person"),
        ({"kind": "quotation", "text": "a rencontré", "evidence": "a rencontré Rui Costa"}, "between quotation marks"),
        ({"kind": "quotation", "text": "Le pont tombe", "evidence": "Le pont tient"}, "do not stand in its evidence"),
        ({"kind": "event", "name": "Meeting in Lisbon", "evidence": "a rencontré Rui Costa"}, "does not know 'Lisbon'"),
        (
            {"kind": "event", "name": "meeting", "when": "lundi", "evidence": "a rencontré Rui Costa"},
            "does not give its date",
        ),
        ({"kind": "event", "name": "", "evidence": "a rencontré Rui Costa"}, "between 1 and"),
        ({"kind": "event", "name": "meeting", "evidence": ""}, "does not stand in the text"),
        ({"kind": "person", "name": "Ana Lim", "evidence": "La maire Ana Lim"}, "does not stand in the text"),
    ],
)
def test_what_the_text_does_not_bear_is_refused_with_the_reason(trusting, statement, reason):
    person = {"kind": "person", "name": "Ana Lima", "evidence": "La maire Ana Lima"}
    plain, other = (hear(trusting, article(*TEXT, language="fr"), person, *some) for some in ((), (statement,)))
    assert len(refused(other.findings)) == 1
    assert reason in refused(other.findings)[0]
    assert other.value == plain.value


def test_what_is_trusted_too_little_is_withheld_and_an_editor_can_confirm_it(doubting):
    statement = {"kind": "organization", "name": "Pontes Unidas", "evidence": "Ana Lima préside Pontes Unidas."}
    one = article("Em dezembro, pontes unidas", TEXT[1], language="pt")
    SAID.statements = ()
    known = {each.name for each in doubting(one).value.entities}
    assert "Pontes Unidas" not in known
    outcome = hear(doubting, one, statement)
    assert {each.name for each in outcome.value.entities} == known
    assert [(each.text, each.by) for each in outcome.value.withheld] == [("Pontes Unidas", "other:test")]
    confirmed = article("Em dezembro, pontes unidas", TEXT[1], language="pt")
    confirmed = Article(
        slug=confirmed.slug,
        url=confirmed.url,
        source="test",
        in_language="pt",
        paragraphs=confirmed.paragraphs,
        decisions=(Decision(action="confirm", subject="Pontes Unidas"),),
    )
    assert "Pontes Unidas" in names(hear(doubting, confirmed, statement).value, "organization")


def test_our_own_statements_stay_as_they_are(beside_ours, annotate):
    text = "Barack Obama, the former president, visited Berlin on Monday. “We are friends,” Obama said."
    ours = annotate(article(text)).value
    outcome = hear(
        beside_ours,
        article(text),
        {"kind": "place", "name": "Barack Obama", "evidence": "Barack Obama, the former president"},
        {"kind": "person", "name": "Barack Obama", "evidence": "Barack Obama, the former president"},
        {
            "kind": "event",
            "name": "Visit to Berlin",
            "type": "visit",
            "evidence": "Barack Obama, the former president, visited Berlin on Monday",
        },
        {
            "kind": "quotation",
            "text": "We are friends,",
            "speaker": "Obama",
            "evidence": '"We are friends," Obama said',
        },
    )
    assert [each for each in refused(outcome.findings) if "something else" not in each] == []
    assert outcome.value.entities == ours.entities
    assert outcome.value.events == ours.events
    assert outcome.value.quotations == ours.quotations


def test_an_event_gets_its_date_from_our_own_rules(beside_ours):
    text = "The regatta in Porto Covo delighted Rui Costa on 3 May 2024, visitors recalled."
    outcome = hear(
        beside_ours,
        article(text),
        {
            "kind": "event", "name": "Regatta in Porto Covo", "type": "regatta", "when": "on 3 May 2024", "participants": ("Rui Costa",),
            "evidence": "The regatta in Porto Covo delighted Rui Costa on 3 May 2024",
        },
    )  # fmt: skip
    event = next(each for each in outcome.value.events if each.by == "other:test")
    assert (event.name, event.type, event.start) == ("Regatta in Porto Covo", "other", "2024-05-03")
    assert [name_of(outcome.value, each.entity) for each in event.participants] == ["Rui Costa"]


def test_many_refusals_are_counted(trusting):
    bad = [{"kind": "person", "name": f"Name {each}", "evidence": f"Name {each}"} for each in range(MOST_LISTED + 5)]
    found = refused(hear(trusting, article(*TEXT), *bad).findings)
    assert len(found) == MOST_LISTED + 1
    assert "5 more statements" in found[-1]


# --- the reply ----------------------------------------------------------------------------------------------------------


def test_a_fenced_reply_is_read_and_broken_statements_are_told():
    reply = '```json\n{"statements": [{"kind": "person", "name": "A B", "evidence": "A B"}, {"kind": "weather"}]}\n```'
    statements, broken = parse_reply(reply)
    assert [each.name for each in statements] == ["A B"]
    assert len(broken) == 1
    assert "kind" in broken[0]


def test_no_more_statements_are_read_than_the_limit():
    one = '{"kind": "person", "name": "A", "evidence": "A"}'
    statements, broken = parse_reply(f'{{"statements": [{", ".join([one] * (MOST_STATEMENTS + 2))}]}}')
    assert len(statements) == MOST_STATEMENTS
    assert broken == (f"2 statements behind the first {MOST_STATEMENTS} were not read",)


@pytest.mark.parametrize("reply", ["", "I cannot do that.", "[]", "{}", '{"statements": 3}', "[" * 100_000])
def test_what_is_no_list_of_statements_is_an_error(reply):
    with pytest.raises(ValueError, match="it is no"):
        parse_reply(reply)


@given(st.text() | st.builds(lambda each: f'{{"statements": {each}}}', st.text()))
def test_no_reply_raises_anything_else(reply):
    try:
        parse_reply(reply)
    except ValueError as error:
        assert str(error).startswith("it is no")  # noqa: PT017 - either outcome is right
