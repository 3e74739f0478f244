"""One entity, one id: across articles, whatever the order, for ever."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapping.ids import slug
from pipeline.model.identity import Identities, Identity, Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority

ALPHA, BETA, GAMMA = (f"https://news.example/{each}" for each in ("alpha", "beta", "gamma"))


def person(article: str, name: str, local: str = "person-1", **more: Any) -> Proposal:
    return Proposal(article=article, local=local, kind="person", type="Person", key=slug(name), name=name, **more)


def event(article: str, name: str, start: str | None, **more: Any) -> Proposal:
    moment = Moment(start) if start else None
    more = {"local": "event-1", "type": "visit", **more}
    return Proposal(article=article, kind="event", key=slug(f"{name} {start or ''}"), name=name, start=moment, **more)


@pytest.fixture
def authority(tmp_path: Path) -> Any:
    with Authority.open(tmp_path / "authority.db") as opened:
        yield opened


def only(answers: dict[str, Identities], article: str) -> Identity:
    (identity,) = answers[article].values()
    return identity


def test_the_same_person_in_two_articles_has_one_id(authority: Authority) -> None:
    answers = authority.settle([person(ALPHA, "Anna Brandt"), person(BETA, "Anna Brandt")])
    assert only(answers, ALPHA).slug == only(answers, BETA).slug == "anna-brandt"


def test_accents_and_case_do_not_make_another_person(authority: Authority) -> None:
    answers = authority.settle([person(ALPHA, "Zoë Łuczak"), person(BETA, "Zoe Luczak")])
    assert only(answers, ALPHA).slug == only(answers, BETA).slug


def test_two_people_of_one_name_with_different_jobs_stay_two(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "John Smith", titles=("judge",), organizations=("High Court",)),
        person(BETA, "John Smith", titles=("goalkeeper",), organizations=("Eastport Rovers",)),
    ])  # fmt: skip
    assert {only(answers, each).slug for each in (ALPHA, BETA)} == {"john-smith", "john-smith-goalkeeper"}
    assert "different jobs: goalkeeper, not judge" in only(answers, BETA).reason


def test_a_career_within_one_field_is_one_person(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "Anna Brandt", titles=("finance minister",), published=Moment("2030-01-01")),
        person(BETA, "Anna Brandt", titles=("prime minister",), published=Moment("2031-01-01")),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug == only(answers, BETA).slug


def test_doubt_is_shown(authority: Authority) -> None:
    answers = authority.settle([person(ALPHA, "Anna Brandt"), person(BETA, "Anna Brandt")])
    assert "in doubt" in only(answers, BETA).reason or only(answers, BETA).score >= 0.9


def test_a_single_name_is_not_linked_without_context(authority: Authority) -> None:
    answers = authority.settle([person(ALPHA, "Brandt"), person(BETA, "Brandt")])
    assert only(answers, ALPHA).slug != only(answers, BETA).slug


def test_different_identifiers_keep_namesakes_apart(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "Kim Min-ji", identifiers=("https://isni.org/isni/0000000000000001",)),
        person(BETA, "Kim Min-ji", identifiers=("https://isni.org/isni/0000000000000002",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug != only(answers, BETA).slug


def test_the_same_identifier_joins_two_names(authority: Authority) -> None:
    known = ("https://isni.org/isni/0000000000000001",)
    answers = authority.settle([
        person(ALPHA, "Kim Min-ji", identifiers=known),
        person(BETA, "Min-ji Kim", identifiers=known),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug == only(answers, BETA).slug
    assert only(answers, ALPHA).same_as == known


def test_a_second_run_changes_nothing(authority: Authority, tmp_path: Path) -> None:
    proposals = [person(ALPHA, "Anna Brandt"), event(ALPHA, "Visit of Anna Brandt", "2030-01-02")]
    first = authority.settle(proposals)
    dump = list(authority.connection.iterdump())
    assert authority.settle(reversed(proposals)) == first
    assert list(authority.connection.iterdump()) == dump


def test_what_was_settled_can_be_read_again(authority: Authority) -> None:
    answers = authority.settle([person(ALPHA, "Anna Brandt")])
    assert authority.identities(ALPHA) == answers[ALPHA]


def test_an_edited_article_keeps_its_persons(authority: Authority) -> None:
    before = authority.settle([person(ALPHA, "John Smith", titles=("judge",))])
    after = authority.settle([person(ALPHA, "John Smith", local="person-7", titles=("goalkeeper",))])
    assert only(before, ALPHA).slug == only(after, ALPHA).slug


def test_an_event_keeps_its_id_when_it_is_renamed_or_postponed(authority: Authority) -> None:
    who = ("Anna Brandt",)
    before = authority.settle([event(ALPHA, "Brandt visits Porto", "2030-01-02", participants=who)])
    after = authority.settle([event(ALPHA, "Brandt's visit to Porto", "2030-02-09", participants=who)])
    assert only(before, ALPHA).slug == only(after, ALPHA).slug


def test_a_postponement_told_by_another_article_keeps_the_id(authority: Authority) -> None:
    moved = Moment("2030-01-02")
    answers = authority.settle([
        event(ALPHA, "Visit", "2030-01-02", participants=("Anna Brandt",), published=Moment("2030-01-01")),
        event(BETA, "Visit", "2030-02-09", participants=("Anna Brandt",), previous_start=moved, published=Moment("2030-01-05")),
        event(GAMMA, "The visit", "2030-02-09", participants=("Anna Brandt",), published=Moment("2030-02-10")),
    ])  # fmt: skip
    assert len({only(answers, each).slug for each in (ALPHA, BETA, GAMMA)}) == 1


def test_yearly_events_stay_apart(authority: Authority) -> None:
    answers = authority.settle([
        event(ALPHA, "Maritime Day", "2030-05-20", places=("Porto",)),
        event(BETA, "Maritime Day", "2031-05-20", places=("Porto",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug != only(answers, BETA).slug


def test_a_supreme_court_of_another_country_is_another_court(authority: Authority) -> None:
    def court(article: str, country: str) -> Proposal:
        return Proposal(
            article=article, local="organization-1", kind="organization", type="Organization",
            key="supreme-court", name="Supreme Court", places=(country,),
        )  # fmt: skip

    answers = authority.settle([court(ALPHA, "Brazil"), court(BETA, "Ghana"), court(GAMMA, "Brazil")])
    slugs = [only(answers, each).slug for each in (ALPHA, BETA, GAMMA)]
    assert slugs[0] != slugs[1]
    assert slugs[0] == slugs[2]


def test_two_people_whom_one_article_tells_apart_stay_two(authority: Authority) -> None:
    proposals = [person(ALPHA, "Geoffrey Poole"), person(ALPHA, "Geoffrey Poole", local="person-2")]
    first = authority.settle(proposals)
    assert len({each.slug for each in first[ALPHA].values()}) == 2
    edited = [person(ALPHA, "Geoffrey Poole", titles=("chairman",)), proposals[1]]
    again = authority.settle(edited)
    assert {key: each.slug for key, each in again[ALPHA].items()} == {
        key: each.slug for key, each in first[ALPHA].items()
    }


def test_the_same_local_id_proposed_twice_is_settled_once_whatever_the_order(authority: Authority) -> None:
    twice = [person(ALPHA, "Anna Brandt"), person(ALPHA, "Anna B. Brandt")]
    assert authority.settle(twice) == authority.settle(reversed(twice))


def test_a_reporter_who_is_in_the_story_is_one_person(authority: Authority) -> None:
    answers = authority.settle([person(ALPHA, "Anna Brandt"), person(ALPHA, "Anna Brandt", local="author/0")])
    assert len({each.slug for each in answers[ALPHA].values()}) == 1


def test_forgotten_articles_leave_their_ids_reserved(authority: Authority) -> None:
    authority.settle([person(ALPHA, "Anna Brandt", titles=("judge",))])
    authority.forget([ALPHA])
    assert authority.identities(ALPHA) == {}
    assert only(authority.settle([person(BETA, "Anna Brandt")]), BETA).slug == "anna-brandt"


NAMES = ("Anna Brandt", "John Smith", "Kim Min-ji", "Brandt")
TITLES = ((), ("judge",), ("goalkeeper",), ("prime minister",), ("deputy minister",))
PROPOSALS = st.lists(
    st.builds(
        lambda article, number, name, titles, year: person(
            f"https://news.example/{article}", name, f"person-{number}", titles=titles, published=Moment(f"20{year}-01-01")
        ),
        st.sampled_from("abcdefgh"), st.integers(1, 3), st.sampled_from(NAMES), st.sampled_from(TITLES), st.integers(30, 33),
    ),
    max_size=25,
    unique_by=lambda each: (each.article, each.local),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(PROPOSALS, st.randoms(use_true_random=False))
def test_the_order_of_the_proposals_cannot_matter(proposals: list[Proposal], random: Random) -> None:
    shuffled = proposals[:]
    random.shuffle(shuffled)
    with Authority.open(Path(":memory:")) as one, Authority.open(Path(":memory:")) as other:
        assert one.settle(proposals) == other.settle(shuffled)


@settings(max_examples=40, deadline=None)
@given(PROPOSALS)
def test_settling_again_gives_the_same_answers(proposals: list[Proposal]) -> None:
    with Authority.open(Path(":memory:")) as one:
        assert one.settle(proposals) == one.settle(proposals)


def test_another_nationality_is_another_person(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "Maria Silva", nations=("Portugal",)), person(BETA, "Maria Silva", nations=("Brazil",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug != only(answers, BETA).slug


def test_dates_of_birth_decide(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "Maria Silva", titles=("judge",), start=Moment("1960-03-01")),
        person(BETA, "Maria Silva", titles=("judge",), start=Moment("1988")),
        person(GAMMA, "Maria Silva", titles=("striker",), start=Moment("1960")),
    ])  # fmt: skip
    slugs = [only(answers, each).slug for each in (ALPHA, BETA, GAMMA)]
    assert slugs[0] == slugs[2] != slugs[1]


def test_another_employer_and_another_home_are_another_person(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "Maria Silva", organizations=("Harbour Board",), places=("Porto",)),
        person(BETA, "Maria Silva", organizations=("Tide Bank",), places=("Recife",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug != only(answers, BETA).slug


def test_titles_that_many_walks_of_life_have_tell_nobody_apart(authority: Authority) -> None:
    answers = authority.settle([
        person(ALPHA, "Maria Silva", titles=("president",)), person(BETA, "Maria Silva", titles=("captain",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug == only(answers, BETA).slug
    assert "in doubt" in only(answers, BETA).reason


def test_one_happening_told_by_two_papers_in_other_words_is_one(authority: Authority) -> None:
    answers = authority.settle([
        event(ALPHA, "Brandt visits Porto", "2030-01-02", participants=("Anna Brandt",), places=("Porto",)),
        event(BETA, "Minister's trip to Portugal", "2030-01", participants=("Anna Brandt", "Bo Chen"), places=("Porto",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug == only(answers, BETA).slug


def test_two_arrests_of_one_day_in_one_city_are_two_if_others_are_arrested(authority: Authority) -> None:
    answers = authority.settle([
        event(ALPHA, "Arrest of Ann Lee", "2030-01-02", type="arrest", participants=("Ann Lee",), places=("Porto",)),
        event(BETA, "Arrest of Bo Chen", "2030-01-02", type="arrest", participants=("Bo Chen",), places=("Porto",)),
    ])  # fmt: skip
    assert only(answers, ALPHA).slug != only(answers, BETA).slug


def test_an_undated_visit_is_not_taken_for_a_dated_one_by_the_visitor_alone(authority: Authority) -> None:
    answers = authority.settle([
        event(ALPHA, "Brandt visits Porto", "2030-01-02", participants=("Anna Brandt",), places=("Porto",)),
        event(BETA, "Brandt visits Oslo", None, participants=("Anna Brandt",), places=("Oslo",)),
        event(GAMMA, "Brandt's visit", None, participants=("Anna Brandt",)),
    ])  # fmt: skip
    assert len({only(answers, each).slug for each in (ALPHA, BETA, GAMMA)}) == 3
