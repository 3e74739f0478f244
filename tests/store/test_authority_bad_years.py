"""What an authority meets in bad years: floods of one name, files that are newer, locked or cut. A clear outcome, nothing lost."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.model.errors import PipelineError
from pipeline.model.identity import Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_editing import find, merge
from pipeline.store.authority_export import export_csv

NEWS = "https://news.example"


def smiths(count: int, firm: Callable[[int], tuple[str, ...]]) -> Iterator[Proposal]:
    """So many articles, each about a John Smith of some firm."""
    for number in range(count):
        yield Proposal(
            article=f"{NEWS}/{number:07}", local="person-1", kind="person", type="Person", key="john-smith", name="John Smith",
            organizations=firm(number), places=firm(number), published=Moment("2030-01-01"),
        )  # fmt: skip


def statements(proposals: Iterator[Proposal]) -> tuple[int, int]:
    """How many SQL statements it takes to settle these, and how many entities they are then."""
    said = 0

    def count(_: str) -> None:
        nonlocal said
        said += 1

    with Authority.open(Path(":memory:")) as authority:
        authority.connection.set_trace_callback(count)
        answers = authority.settle(proposals)
        return said, len({each["person-1"].slug for each in answers.values()})


def test_a_flood_of_one_name_costs_each_article_the_same() -> None:
    few, _ = statements(smiths(50, lambda _: ("Harbour Board",)))
    many, entities = statements(smiths(500, lambda _: ("Harbour Board",)))
    assert entities == 1
    assert many <= few * 10


def test_a_flood_of_namesakes_costs_each_article_no_more_than_a_bound() -> None:
    few, _ = statements(smiths(150, lambda number: (f"Firm {number}",)))
    many, entities = statements(smiths(300, lambda number: (f"Firm {number}",)))
    assert entities == 300
    assert many / 300 <= 1.5 * few / 150
    assert many / 300 < 300


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Authority.open(tmp_path / "authority.sqlite") as authority:
        authority.settle(smiths(3, lambda _: ("Harbour Board",)))
    return tmp_path / "authority.sqlite"


def test_an_authority_of_a_newer_version_is_left_as_it_is(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(PipelineError, match=r"newer newsgraph.*Update newsgraph"):
        Authority.open(path)
    assert path.read_bytes() == before


def test_a_locked_authority_says_so_and_loses_nothing(path: Path) -> None:
    late = list(smiths(5, lambda _: ("Harbour Board",)))
    with Authority.open(path) as authority:
        authority.connection.execute("PRAGMA busy_timeout = 0")
        before = export_csv(authority)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(PipelineError, match="locked by another process"):
            authority.settle(late)
        other.execute("ROLLBACK")
        other.close()
        assert export_csv(authority) == before
        assert len(authority.settle(late)) == 5


def read_and_write(path: Path) -> None:
    with Authority.open(path) as authority:
        export_csv(authority)
        authority.settle(smiths(9, lambda _: ()))


def add_and_fail(authority: Authority) -> None:
    with authority.writing():
        authority.rows.add_entity("person", "Person", "ida-moe", "Ida Moe")
        _ = 1 / 0


def test_an_authority_that_was_cut_is_named_and_its_backup_is_whole(path: Path, tmp_path: Path) -> None:
    with Authority.open(path) as authority:
        authority.backup(tmp_path / "backup.sqlite")
        before = export_csv(authority)
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(PipelineError, match=r"Restore a backup"):
        read_and_write(path)
    with Authority.open(tmp_path / "backup.sqlite") as authority:
        assert export_csv(authority) == before


def test_what_fails_inside_a_transaction_leaves_no_half_of_it(path: Path) -> None:
    with Authority.open(path) as authority:
        before = export_csv(authority)
        with pytest.raises(ZeroDivisionError):
            add_and_fail(authority)
        assert export_csv(authority) == before


def test_a_merge_of_a_person_with_a_place_is_refused_and_changes_nothing(path: Path) -> None:
    town = Proposal(
        article=f"{NEWS}/t", local="place-1", kind="place", type="City", key="smith-town", name="Smith Town"
    )
    with Authority.open(path) as authority:
        authority.settle([town])
        before = export_csv(authority)
        with pytest.raises(PipelineError, match="person"):
            merge(authority, find(authority, "person/john-smith"), find(authority, "place/smith-town"))
        assert export_csv(authority) == before
