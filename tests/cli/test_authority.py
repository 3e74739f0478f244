"""What an editor types and reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main
from pipeline.cli.authority import ask_wikidata
from pipeline.fetch import Page
from pipeline.model.errors import UsageError
from pipeline.model.finding import Finding
from pipeline.store.authority import Authority
from tests.store.test_authority import ALPHA, BETA, person
from tests.store.test_authority_import import item
from tests.store.test_authority_recovery import dahl, publish


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "authority.sqlite"
    with Authority.open(path) as authority:
        authority.settle(
            [person(ALPHA, "John Smith", titles=("judge",)), person(BETA, "John Smith", titles=("goalkeeper",))]
        )
    return path


def typed(file: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["authority", "--file", str(file), *arguments])


def printed(file: Path, *arguments: str) -> str:
    result = typed(file, *arguments)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_entities_are_listed_and_shown_with_the_reasons(file: Path) -> None:
    assert "person/john-smith-goalkeeper" in printed(file, "list", "smith")
    shown = json.loads(printed(file, "show", "person/john-smith-goalkeeper", "--json"))
    assert shown["said"] == [{"property": "title", "value": "goalkeeper", "articles": 1}]
    assert "different jobs" in shown["mentioned"][0]["reason"]
    assert "title: goalkeeper  (1 articles)" in printed(file, "show", "john-smith-goalkeeper")


def test_a_merge_is_taken_back_by_a_split(file: Path) -> None:
    printed(file, "merge", "person/john-smith", "john-smith-goalkeeper")
    assert "includes person/john-smith-goalkeeper" in printed(file, "show", "person/john-smith")
    assert printed(file, "split", "john-smith-goalkeeper") == "person/john-smith-goalkeeper\n"


def test_what_is_added_and_linked_can_be_exported(file: Path, tmp_path: Path) -> None:
    assert (
        printed(file, "add", "place", "Far Harbour", "--alias", "Harbour", "--identifier", "Q77")
        == "place/far-harbour\n"
    )
    printed(file, "link", "place/far-harbour", "geonames:123")
    printed(file, "export", str(tmp_path / "all.csv"))
    assert (
        "Far Harbour,Place,Harbour,http://www.wikidata.org/entity/Q77|https://sws.geonames.org/123/"
        in (tmp_path / "all.csv").read_text()
    )


def test_a_suppressed_name_is_gone(file: Path) -> None:
    assert "1 names suppressed" in printed(file, "suppress", "John Smith", "--reason", "court order")
    assert printed(file, "list", "smith") == ""
    assert printed(file, "suppress", "John Smith", "--lift") == "lifted\n"


def test_a_backup_is_an_authority(file: Path, tmp_path: Path) -> None:
    printed(file, "backup", str(tmp_path / "copy.sqlite"))
    assert "john-smith" in printed(tmp_path / "copy.sqlite", "list")


def test_a_table_that_comes_along_is_imported(file: Path) -> None:
    assert "added, 0 known before" in printed(file, "import", "--built-in", "countries")
    assert "place/japan" in printed(file, "list", "japan", "--kind", "place")


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "Nobody"),
        ("merge", "person/john-smith", "person/john-smith"),
        ("split", "person/john-smith"),
        ("import",),
        ("import", "none.csv"),
        ("import", "--wikidata", "42"),
        ("link", "person/john-smith", "Q1", "--remove"),
        ("export", "/nowhere/at/all.csv"),
    ],
)
def test_what_cannot_be_meant_is_explained_in_one_line_without_a_traceback(
    file: Path, arguments: tuple[str, ...]
) -> None:
    result = typed(file, *arguments)
    assert result.exit_code != 0
    assert result.exception is not None
    text = str(result.exception)
    assert text == "2" or text.endswith((".", ")"))
    assert "Traceback" not in result.output


def test_wikidata_is_asked_once_for_each_item() -> None:
    asked: list[str] = []

    def get(url: str) -> Page | Finding:
        asked.append(url)
        content = json.dumps({"entities": {"Q1": item("Q1", "Ann Lee")}}).encode()
        return Page(url=url, content=content)

    (found,) = ask_wikidata(("Q1", "Q1"), get)
    assert (found.name, found.kind, found.identifiers) == ("Ann Lee", "person", ("Q1",))
    assert asked == ["https://www.wikidata.org/wiki/Special:EntityData/Q1.json"]


def test_an_item_that_wikidata_does_not_give_stops_the_import() -> None:
    def get(url: str) -> Page | Finding:
        return Finding(code="source-unreachable", severity="error", message=f"{url} does not answer.")

    with pytest.raises(UsageError, match=r"does not answer\. Nothing was imported"):
        ask_wikidata(("Q1",), get)


def test_a_lost_authority_is_recovered_from_the_output(tmp_path: Path) -> None:
    publish(tmp_path, ALPHA, dahl("jon-dahl-judge", "judge"))
    file = tmp_path / ".state" / "authority.sqlite"
    file.parent.mkdir()
    assert printed(file, "recover") == "1 entities of 1 articles have their ids again\n"
    assert "person/jon-dahl-judge" in printed(file, "list")
    assert "knows articles already" in typed(file, "recover").output


def test_a_build_says_that_the_authority_is_missing(tmp_path: Path) -> None:
    document = tmp_path / "entities" / "person" / "jon-dahl.jsonld"
    document.parent.mkdir(parents=True)
    document.write_text("{}")
    empty = tmp_path / "empty"
    empty.mkdir()
    result = CliRunner().invoke(main, ["build", str(empty), "--output", str(tmp_path)])
    assert "newsgraph authority recover" in result.output
