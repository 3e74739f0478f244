"""The output folder is written whole files at a time, and nothing leaves it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.errors import PipelineError
from pipeline.model.publication import Publication
from pipeline.store.output import OutputFolder


def publication(path: str, content: bytes = b"text") -> Publication:
    return Publication(path=path, media_type="text/plain", content=content)


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    assert output.write([publication("articles/a/page.html")]) == ("articles/a/page.html",)
    assert output.write([publication("articles/a/page.html")]) == ()
    assert output.write([publication("articles/a/page.html", b"new")]) == ("articles/a/page.html",)
    assert [each.name for each in (tmp_path / "articles" / "a").iterdir()] == ["page.html"]


@pytest.mark.parametrize("path", ["../out", "/etc/out", "a/../../out", "", "a\\..\\b", "a\0b"])
def test_nothing_leaves_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="would leave"):
        OutputFolder(tmp_path).write([publication(path)])


def test_what_no_run_made_is_removed_from_a_folder(tmp_path: Path) -> None:
    output = OutputFolder(tmp_path)
    output.write([publication("feeds/old.xml"), publication("feeds/new.xml"), publication("articles/a")])
    assert output.keep_only("feeds", ["feeds/new.xml"]) == ("feeds/old.xml",)
    assert output.has("feeds/new.xml")
    assert output.has("articles/a")


def test_a_folder_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "articles").write_text("a file stands where a folder is needed")
    with pytest.raises(PipelineError, match="choose another output folder"):
        OutputFolder(tmp_path).write([publication("articles/a")])
