"""Builds count versions only when readers can see a difference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from pipeline.model.errors import PipelineError
from pipeline.store.builds import Build, Builds
from pipeline.store.outbox_database import Database

ARTICLE = "https://example.org/a"
FIRST = Build(
    article=ARTICLE,
    slug="a",
    source="a.txt",
    source_hash="s1",
    canonical_hash="g1",
    page_hash="p1",
    first_published="2014-11-18",
)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "newsgraph.sqlite") as database:
        yield database


def changed(**values: str) -> Build:
    return msgspec.structs.replace(FIRST, **values)


def test_the_first_build_is_version_one(database: Database) -> None:
    change = Builds(database).record(FIRST, now=1.0)
    assert (change.build.version, change.anything) == (1, True)


def test_the_same_build_again_changes_nothing(database: Database) -> None:
    builds = Builds(database)
    builds.record(FIRST, now=1.0)
    again = builds.record(changed(source_hash="other bytes", modified="2014-11-19"), now=2.0)
    assert (again.build.version, again.anything) == (1, False)
    assert len(builds.history(ARTICLE)) == 1
    stored = builds.get(ARTICLE)
    assert stored is not None
    assert stored.source_hash == "other bytes"


def test_graph_page_and_back_again_are_versions_of_their_own(database: Database) -> None:
    builds = Builds(database)
    hashes = [("g1", "p1"), ("g2", "p1"), ("g1", "p1"), ("g1", "p2")]
    versions = [builds.record(changed(canonical_hash=g, page_hash=p), now=1.0).build.version for g, p in hashes]
    assert versions == [1, 2, 3, 4]
    assert [each.canonical_hash for each in builds.history(ARTICLE)] == ["g1", "g2", "g1", "g1"]


def test_a_changed_page_alone_is_told_apart(database: Database) -> None:
    builds = Builds(database)
    builds.record(FIRST, now=1.0)
    change = builds.record(changed(page_hash="p2"), now=2.0)
    assert (change.graph_changed, change.page_changed) == (False, True)


def test_a_retraction_and_a_return_are_versions(database: Database) -> None:
    builds = Builds(database)
    builds.record(FIRST, now=1.0)
    gone = builds.retract(ARTICLE, now=2.0)
    assert gone is not None
    assert (gone.build.state, gone.build.version, gone.state_changed) == ("deleted", 2, True)
    assert builds.record(FIRST, now=3.0).build.version == 3


def test_retracting_what_was_never_built_is_nothing(database: Database) -> None:
    assert Builds(database).retract("https://example.org/none", now=1.0) is None


def test_the_first_publication_is_kept(database: Database) -> None:
    builds = Builds(database)
    builds.record(FIRST, now=1.0)
    later = builds.record(changed(first_published="2020-01-01"), now=2.0)
    assert later.build.first_published == "2014-11-18"


def test_a_slug_belongs_to_one_article(database: Database) -> None:
    builds = Builds(database)
    builds.record(FIRST, now=1.0)
    with pytest.raises(PipelineError, match=r"belongs to https://example\.org/a"):
        builds.record(changed(article="https://example.org/b"), now=2.0)
    assert builds.get("https://example.org/b") is None


def test_builds_of_a_source_are_found(database: Database) -> None:
    builds = Builds(database)
    builds.record(FIRST, now=1.0)
    builds.record(changed(article="https://example.org/b", slug="b"), now=1.0)
    assert [each.slug for each in builds.of_source("a.txt")] == ["a", "b"]
