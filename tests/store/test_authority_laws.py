"""Laws of the authority, for persons, organizations, places and events alike."""

from __future__ import annotations

from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapping.ids import slug
from pipeline.model.identity import Identities, Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_export import export_csv

KINDS = {"person": "Person", "organization": "Organization", "place": "Place", "event": "visit"}
NAMES = ("Anna Brandt", "John Smith", "Supreme Court", "Apple Inc.", "Apple", "Springfield", "Zoë Łuczak")
WORDS = st.lists(
    st.sampled_from(["judge", "striker", "Porto", "Ghana", "Harbour Board", "Anna Brandt"]), max_size=2
).map(tuple)
DAYS = st.sampled_from([None, "2030-01-01", "2030-01-02", "2030-01", "2031"])
IDENTIFIERS = st.sampled_from([(), (), (), ("Q1",), ("Q2",), ("geonames:7",)])


@st.composite
def proposals(draw: st.DrawFn) -> list[Proposal]:
    """Articles with a day each, and what they propose."""
    found = []
    for article in range(draw(st.integers(0, 6))):
        published = Moment(f"2030-0{draw(st.integers(1, 9))}-01")
        for local in range(draw(st.integers(1, 4))):
            kind, name = draw(st.sampled_from(sorted(KINDS))), draw(st.sampled_from(NAMES))
            start = draw(DAYS)
            found.append(
                Proposal(
                    article=f"https://news.example/{article}", local=f"{kind}-{local}", kind=kind, type=KINDS[kind],
                    key=slug(name), name=name, alternate_names=draw(st.sampled_from([(), ("AP",), ("Apple",)])),
                    identifiers=draw(IDENTIFIERS), titles=draw(WORDS), organizations=draw(WORDS), places=draw(WORDS),
                    participants=draw(WORDS), start=Moment(start) if start and kind == "event" else None, published=published,
                )
            )  # fmt: skip
    return found


def fresh(*batches: list[Proposal]) -> tuple[dict[str, Identities], bytes]:
    """The answers and the export of a new authority that settles one batch after the other."""
    answers: dict[str, Identities] = {}
    with Authority.open(Path(":memory:")) as authority:
        for each in batches:
            answers |= authority.settle(each)
        return answers, export_csv(authority)


@settings(max_examples=60, deadline=None)
@given(proposals(), st.randoms(use_true_random=False))
def test_the_authority_is_the_same_whatever_the_order(found: list[Proposal], random: Random) -> None:
    shuffled = found[:]
    random.shuffle(shuffled)
    assert fresh(found) == fresh(shuffled)


@settings(max_examples=60, deadline=None)
@given(proposals())
def test_settling_day_by_day_equals_settling_all_at_once(found: list[Proposal]) -> None:
    articles = sorted({(str(each.published), each.article) for each in found})
    batches = [[each for each in found if each.article == article] for _, article in articles]
    (daily, daily_export), (at_once, export) = fresh(*batches), fresh(found)
    assert daily_export == export
    assert slugs(daily) == slugs(at_once)


def slugs(answers: dict[str, Identities]) -> dict[tuple[str, str], str]:
    return {(article, local): each.slug for article, one in answers.items() for local, each in one.items()}


@settings(max_examples=60, deadline=None)
@given(proposals())
def test_settling_again_changes_nothing(found: list[Proposal]) -> None:
    with Authority.open(Path(":memory:")) as authority:
        first = authority.settle(found)
        dump = list(authority.connection.iterdump())
        assert authority.settle(found) == first
        assert list(authority.connection.iterdump()) == dump


@settings(max_examples=60, deadline=None)
@given(proposals())
def test_what_is_read_later_is_what_was_answered(found: list[Proposal]) -> None:
    with Authority.open(Path(":memory:")) as authority:
        answers = authority.settle(found)
        assert {article: authority.identities(article) for article in answers} == answers


@settings(max_examples=60, deadline=None)
@given(proposals())
def test_forgetting_every_article_leaves_no_statement_behind(found: list[Proposal]) -> None:
    with Authority.open(Path(":memory:")) as authority:
        authority.settle(found)
        authority.forget({each.article for each in found})
        tables = ("settled", "feature", "withheld")
        left = [authority.connection.execute(f"SELECT count(*) FROM {each}").fetchone()[0] for each in tables]  # noqa: S608 - our own tables
        assert left == [0, 0, 0]
