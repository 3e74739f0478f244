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
from pipeline.store.authority_formats import read_csv
from pipeline.store.authority_import import import_entities

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


PEOPLE = (
    ("John Smith", "judge", "Supreme Court"),
    ("John Smith", "striker", "Porto"),
    ("John Smith", "actor", "Harbour Theatre"),
    ("Anna Brandt", "mayor", "City of Kiel"),
    ("Anna Brandt", "surgeon", "Harwell Hospital"),
)
"""Namesakes of different walks of life: for each the name, what they are and where."""


@st.composite
def namesakes(draw: st.DrawFn) -> list[list[Proposal]]:
    """Articles, each with a day and one or two of the namesakes, in the order of their days."""
    told = draw(st.lists(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2, unique=True), max_size=7))
    return [
        [
            Proposal(
                article=f"https://news.example/{number}", local=f"person-{local}", kind="person", type="Person",
                key=slug(name), name=name, titles=(job,), organizations=(body,), published=Moment(f"2030-01-{number + 1:02}"),
            )
            for local, (name, job, body) in enumerate(people)
        ]
        for number, people in enumerate(told)
    ]  # fmt: skip


def who(found: list[list[Proposal]], given: dict[tuple[str, str], str]) -> dict[str, set[tuple[str, str]]]:
    """Under each slug the persons that articles mean by it."""
    people: dict[str, set[tuple[str, str]]] = {}
    for each in (one for article in found for one in article):
        people.setdefault(given[each.article, each.local], set()).add((each.name, each.titles[0]))
    return people


@settings(max_examples=60, deadline=None)
@given(namesakes(), st.randoms(use_true_random=False))
def test_articles_that_arrive_in_any_order_never_mix_namesakes_nor_change_an_id(
    found: list[list[Proposal]], random: Random
) -> None:
    arriving = found[:]
    random.shuffle(arriving)
    with Authority.open(Path(":memory:")) as authority:
        given_: dict[tuple[str, str], str] = {}
        for each in arriving:
            given_ |= slugs(authority.settle(each))
        everything = slugs(authority.settle(one for article in found for one in article))
    assert everything == given_, "a rebuild gives the ids that were given on arrival"
    assert all(len(each) == 1 for each in who(found, given_).values()), "a slug never means two"
    assert len(who(found, given_)) == len({(each.name, each.titles) for article in found for each in article})


@settings(max_examples=40, deadline=None)
@given(namesakes(), st.randoms(use_true_random=False))
def test_an_authority_read_back_from_its_export_gives_every_namesake_the_id_of_before(
    found: list[list[Proposal]], random: Random
) -> None:
    arriving = found[:]
    random.shuffle(arriving)
    with Authority.open(Path(":memory:")) as authority:
        before: dict[tuple[str, str], str] = {}
        for each in arriving:
            before |= slugs(authority.settle(each))
        export = export_csv(authority)
    with Authority.open(Path(":memory:")) as authority:
        import_entities(authority, read_csv(export.decode().splitlines(keepends=True), "export"))
        assert slugs(authority.settle(one for article in found for one in article)) == before
