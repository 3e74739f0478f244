"""A person who must no longer be named is out of everything that is published at the next build, and updates are queued."""

from __future__ import annotations

from pathlib import Path

from pipeline.run.edition import build as run
from pipeline.run.reading import Request
from pipeline.store.authority import Authority
from tests.run.test_edition import BODY, NEWSROOM, NOW, article, build, files, queued

FILLER = "The bridge carries the road from Porto to Gaia over the river Douro; it is four hundred metres long and was closed in 2021."
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


def test_nothing_that_the_build_keeps_names_the_person(tmp_path: Path) -> None:
    source, output = tmp_path / "bridge.html", tmp_path / "output"
    text = "".join(
        f"<p>{each}</p>" for each in (BODY, "Rui Costa thanked the Ana Lima Foundation and Ana Lima.", FILLER)
    )
    source.write_text(
        f"<html lang=en><head><title>Bridge</title><link rel=canonical href='https://example.org/bridge'></head><body>"
        f"<article><h1>Bridge opens in Porto</h1>{text}</article></body></html>",
        encoding="utf-8",
    )
    for names in ((), ("Ana Lima",), ()):
        for name in names:
            suppress(output, name)
        run(Request(arguments=(str(source),), workers=0), NEWSROOM, output, now=NOW, say=lambda _: None)
    found = {
        path.relative_to(output).as_posix()
        for path in output.rglob("*")
        if path.is_file() and (b"lima" in path.read_bytes().lower() or "lima" in path.name)
    }
    assert found == set()


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
