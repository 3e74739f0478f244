"""A person who must no longer be named is out of everything that is published at the next build, and updates are queued."""

from __future__ import annotations

from pathlib import Path

from pipeline.store.authority import Authority
from tests.run.test_edition import article, build, files, queued

STATE = Path(".state") / "authority.sqlite"


def suppress(output: Path, name: str) -> None:
    with Authority.open(output / STATE) as authority:
        authority.suppress(None, (name,), "court order")


def test_no_published_file_names_a_suppressed_person(tmp_path: Path) -> None:
    build(tmp_path, article())
    assert any(b"Lima" in each for each in files(tmp_path).values())
    suppress(tmp_path, "Ana Lima")
    report = build(tmp_path, article())
    assert {name: each for name, each in files(tmp_path).items() if b"Lima" in each or b"lima" in name.encode()} == {}
    assert [(each.why, each.changed) for each in report.articles] != [("unchanged", False)]
    assert not (tmp_path / "entities" / "person" / "ana-lima.jsonld").exists()


def test_the_update_is_queued_for_every_endpoint(tmp_path: Path) -> None:
    build(tmp_path, article())
    suppress(tmp_path, "Ana Lima")
    build(tmp_path, article())
    assert [version for _, version, _ in queued(tmp_path)][-1] == 2


def test_the_rest_of_the_article_stays(tmp_path: Path) -> None:
    build(tmp_path, article())
    suppress(tmp_path, "Ana Lima")
    build(tmp_path, article())
    text = (tmp_path / "articles" / "bridge" / "article.txt").read_text()
    assert "the mayor of Porto, opened the bridge. “It holds,” ████ said." in text
    assert b"Rui Costa" in (tmp_path / "articles" / "bridge" / "graph.jsonld").read_bytes()


def test_a_build_after_a_suppression_is_stable(tmp_path: Path) -> None:
    suppress(tmp_path, "Ana Lima")
    build(tmp_path, article())
    report = build(tmp_path, article())
    assert [(each.why, each.changed) for each in report.articles] == [("unchanged", False)]
