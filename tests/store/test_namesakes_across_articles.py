"""One name in two articles: jobs, ages, homes and spellings say whether it is one person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.model.identity import Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority

type Said = dict[str, Any]


@pytest.fixture
def authority() -> Iterator[Authority]:
    with Authority.open(Path(":memory:")) as opened:
        yield opened


def slugs(authority: Authority, *said: Said) -> list[str]:
    """The slug of the person of each article."""
    proposals = [
        Proposal(
            article=f"https://example.org/{number}", local="person-1", kind="person", type="Person",
            key=each["name"].lower().replace(" ", "-"), published=Moment("2030-01-01"), **each,
        )
        for number, each in enumerate(said)
    ]  # fmt: skip
    answers = authority.settle(proposals)
    return [answers[each.article]["person-1"].slug for each in proposals]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"titles": ("chief executive of Harwell Foods",)}, {"titles": ("detective",)}),
        ({"titles": ("engineer at Harwell",)}, {"titles": ("actress",)}),
        ({"titles": ("nurse",)}, {"titles": ("plumber",)}),
        ({"titles": ("farmer",), "places": ("Perth",)}, {"titles": ("pensioner",), "places": ("Cardiff",)}),
        ({"born": 2007, "places": ("Glasgow",)}, {"born": 1969, "places": ("Cardiff",)}),
        ({"born": 2007}, {"born": 1969}),
        ({"places": ("Glasgow",)}, {"places": ("Cardiff",)}),
    ],
)
def test_two_people_of_one_name_stay_two(authority: Authority, one: Said, other: Said) -> None:
    first, second = slugs(authority, {"name": "James Wilson", **one}, {"name": "James Wilson", **other})
    assert first != second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"titles": ("finance minister",)}, {"titles": ("former finance minister",)}),
        ({"titles": ("actor",)}, {"titles": ("former actor", "governor")}),
        ({"titles": ("governor of Ohio",), "born": 1971}, {"titles": ("senator",), "born": 1972}),
        ({"titles": ("mayor",), "places": ("Leeds",)}, {"titles": ("mayor of Leeds",), "places": ("Hull",)}),
    ],
)
def test_one_person_with_another_title_stays_one(authority: Authority, one: Said, other: Said) -> None:
    first, second = slugs(authority, {"name": "James Wilson", **one}, {"name": "James Wilson", **other})
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert Ashdown", "Bob Ashdown"),
        ("Mohammed Salih", "Muhammad Salih"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy"),
    ],
)
def test_a_pet_name_or_another_spelling_is_the_same_person_where_the_job_is(
    authority: Authority, one: str, other: str
) -> None:
    same = slugs(authority, {"name": one, "titles": ("mayor",)}, {"name": other, "titles": ("mayor of Leeds",)})
    assert len(set(same)) == 1


@pytest.mark.parametrize("more", [{}, {"titles": ("judge",)}])
def test_a_pet_name_alone_joins_nobody(authority: Authority, more: Said) -> None:
    two = slugs(authority, {"name": "Robert Ashdown", "titles": ("mayor",)}, {"name": "Bob Ashdown", **more})
    assert len(set(two)) == 2
