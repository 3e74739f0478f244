"""What is built does not depend on how many processes built it, and a second build from the files of the first changes nothing."""

from __future__ import annotations

from pathlib import Path

from pipeline.run.edition import build
from pipeline.run.reading import Request
from tests.run.test_edition import NEWSROOM, NOW, files

BRIDGE = (
    "PORTO — Ana Lima, the mayor of Porto, opened the bridge on Monday. “It holds,” Lima told Agence France-Presse."
)
MUSEUM = "LISBON — Rui Costa, director of the National Museum, reopened the east wing in Lisbon on Friday after two years of repairs."


def sources(folder: Path) -> Path:
    for name, headline, text in (("bridge", "Bridge opens in Porto", BRIDGE), ("museum", "Museum reopens", MUSEUM)):
        folder.mkdir(exist_ok=True)
        folder.joinpath(f"{name}.txt").write_text(
            f"{headline}\n\n{text}\n\n{text} Nobody was hurt.\n", encoding="utf-8"
        )
        folder.joinpath(f"{name}.sidecar.json").write_text(
            f'{{"url": "https://example.org/{name}", "datePublished": "2026-11-23T09:00:00Z"}}', encoding="utf-8"
        )
    return folder


def test_one_process_and_two_write_the_same_bytes(tmp_path: Path) -> None:
    given = str(sources(tmp_path / "in"))
    for workers in (0, 2):
        request = Request(arguments=(given,), workers=workers)
        report = build(request, NEWSROOM, tmp_path / str(workers), now=NOW, say=lambda _: None)
        assert [each.state for each in report.articles] == ["live", "live"]
    assert files(tmp_path / "0") == files(tmp_path / "2")


def test_a_second_build_finds_everything_unchanged_whoever_built_it(tmp_path: Path) -> None:
    given, output = str(sources(tmp_path / "in")), tmp_path / "out"
    build(Request(arguments=(given,), workers=1), NEWSROOM, output, now=NOW, say=lambda _: None)
    again = build(Request(arguments=(given,), workers=0), NEWSROOM, output, now=NOW, say=lambda _: None)
    assert {(each.why, each.changed) for each in again.articles} == {("unchanged", False)}
