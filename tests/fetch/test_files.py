"""Files, folders, patterns and standard input: what becomes a source, and what becomes a finding."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.model.errors import UsageError
from pipeline.model.sidecar import Sidecar
from pipeline.model.source import Source
from tests.fetch.gathered import codes, gather


def test_a_file_is_a_source_with_the_name_given(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_bytes(b"Text")
    assert gather(story) == [Source(name=str(story), content=b"Text")]


def test_a_folder_is_read_sorted_without_hidden_files_and_sidecars(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", ".hidden.txt", "deep/c.txt", ".git/config", "a.sidecar.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"" if name.endswith("toml") else b"Text")
    assert codes(gather(tmp_path)) == ["a.html", "b.txt", "c.txt"]


def test_a_sidecar_beside_the_file_is_attached(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(b"Text")
    (tmp_path / "story.sidecar.json").write_bytes(b'{"headline": "Given"}')
    (source,) = gather(tmp_path / "story.txt")
    assert isinstance(source, Source)
    assert source.sidecar == Sidecar(headline="Given")


def test_a_given_sidecar_wins_over_the_one_beside(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_bytes(b"Text")
    (tmp_path / "story.sidecar.json").write_bytes(b'{"headline": "Beside"}')
    (tmp_path / "other.json").write_bytes(b'{"headline": "Given"}')
    (source,) = gather(tmp_path / "story.txt", sidecar=tmp_path / "other.json")
    assert isinstance(source, Source)
    assert source.sidecar == Sidecar(headline="Given")


def test_a_source_with_a_wrong_sidecar_is_held_back_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Text")
    (tmp_path / "a.sidecar.json").write_bytes(b'{"embargo": "2030-01-01"}')
    (tmp_path / "b.txt").write_bytes(b"Text")
    assert codes(gather(tmp_path)) == ["sidecar-invalid", "source-held-back", "b.txt"]


def test_two_sidecars_for_one_source_hold_it_back(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Text")
    (tmp_path / "a.sidecar.json").write_bytes(b"{}")
    (tmp_path / "a.sidecar.toml").write_bytes(b"")
    assert codes(gather(tmp_path / "a.txt")) == ["source-held-back"]


def test_a_sidecar_without_a_source_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Text")
    (tmp_path / "b.sidecar.json").write_bytes(b"{}")
    assert codes(gather(tmp_path)) == ["a.txt", "sidecar-orphan"]


def test_a_missing_sidecar_that_was_given_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Text")
    assert codes(gather(tmp_path / "a.txt", sidecar=tmp_path / "none.json")) == ["sidecar-unreadable"]


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "source-empty"), (b" \n\t ", "source-empty"), (b"x" * 50_000_000, "source-too-large")],
    ids=["empty", "white space", "50 MB"],
)
def test_a_file_that_cannot_be_an_article_is_a_finding(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "bad.txt").write_bytes(content)
    (tmp_path / "good.txt").write_bytes(b"Text")
    assert codes(gather(tmp_path)) == [code, "good.txt"]


def test_missing_sources_are_findings_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_bytes(b"Text")
    found = gather(tmp_path / "none.txt", tmp_path / "*.xml", "", "nul\0byte", tmp_path / "good.txt")
    assert codes(found) == ["source-missing"] * 4 + ["good.txt"]


def test_an_empty_folder_is_a_finding(tmp_path: Path) -> None:
    assert codes(gather(tmp_path)) == ["source-missing"]


def test_a_picture_in_a_folder_is_left_out_with_a_note(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0rest")
    (tmp_path / "story.txt").write_bytes(b"Text")
    assert codes(gather(tmp_path)) == ["source-skipped", "story.txt"]


def test_a_pipe_and_a_link_that_leads_round_are_left_out_of_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("A story.")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    assert codes(gather(folder)) == ["a.txt", "source-skipped", "source-skipped"]


def test_a_pattern_gives_its_files_sorted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html", "a.sidecar.json"):
        (tmp_path / name).write_bytes(b"{}")
    assert codes(gather(tmp_path / "*")) == ["a.txt", "b.txt", "c.html"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_bytes(b"Text")
    assert codes(gather(tmp_path / "a[1].txt")) == ["a[1].txt"]


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    assert gather("-", stdin=lambda: b"Text") == [Source(name="-", content=b"Text")]
    assert codes(gather("-", stdin=lambda: b"")) == ["source-empty"]


def test_the_format_and_the_address_given_stand_in_the_source(tmp_path: Path) -> None:
    (source,) = gather("-", stdin=lambda: b"Text", format="rss", url="https://news.example/a")
    assert isinstance(source, Source)
    assert (source.format, source.url) == ("rss", "https://news.example/a")


@pytest.mark.parametrize("option", [{"url": "https://news.example/a"}, {"sidecar": Path("s.json")}])
def test_what_speaks_of_one_document_needs_one_argument(tmp_path: Path, option: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="one source"):
        gather(tmp_path, **option)
    with pytest.raises(UsageError, match="one source"):
        gather("a.txt", "b.txt", **option)


def test_an_address_given_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="no address"):
        gather("-", stdin=lambda: b"Text", url="javascript:alert(1)")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://news.example/a", "gopher://x", "data:text/html,x"])
def test_addresses_of_other_schemes_are_not_fetched(address: str) -> None:
    assert codes(gather(address)) == ["source-scheme-forbidden"]
