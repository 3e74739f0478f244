"""The commands as a user types them, over real sources: outputs, messages and exit codes."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main

CASES = Path(__file__).parents[1] / "data" / "cases"
SAMPLE = CASES / "north-korean-official-departs-for-russia" / "1-source.txt"
SIDECAR = SAMPLE.with_name("1-source.sidecar.json")

pytestmark = pytest.mark.slow


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with no settings and no endpoint."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NEWSGRAPH_ENDPOINT", raising=False)
    return tmp_path


def newsgraph(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def graph_of(result: Result) -> list[dict[str, object]]:
    nodes: list[dict[str, object]] = json.loads(result.stdout)["@graph"]
    return nodes


def test_normalize_prints_the_record_of_the_sample(here: Path) -> None:
    result = newsgraph("normalize", SAMPLE, "--sidecar", SIDECAR, "--workers", "0")
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    assert record["headline"] == "North Korean Official Departs for Russia"
    assert record["articleSection"] == ["The Koreas"]
    assert record["description"].startswith("Choe Ryong-hae, Kim Jong-un’s special envoy")
    assert record["image"][0]["creditText"] == "Wikimedia Commons"
    assert len(record["paragraphs"]) == 9
    assert record["datePublished"] == "2014-11-18T09:00:00+09:00"
    assert "Recent Features" in {each["text"] for each in record["dropped"]}


def test_annotations_cut_out_their_words(here: Path) -> None:
    from pipeline.model.article import Article, canonical_text  # noqa: PLC0415 - beside its only use
    from pipeline.model.codec import decode  # noqa: PLC0415 - beside its only use

    article = decode(newsgraph("normalize", SAMPLE, "--sidecar", SIDECAR, "--workers", "0").stdout.encode(), Article)
    found = json.loads(newsgraph("annotate", SAMPLE, "--sidecar", SIDECAR, "--workers", "0").stdout)
    text = canonical_text(article)
    assert found["mentions"]
    for each in found["mentions"]:
        assert text[each["span"]["start"] : each["span"]["end"]] == each["text"]
        assert each["by"]


def test_map_states_the_story_of_the_sample(here: Path) -> None:
    nodes = graph_of(newsgraph("map", SAMPLE, "--sidecar", SIDECAR, "--workers", "0"))
    assert nodes[0]["@type"] == "NewsArticle"
    persons = {str(each["name"]) for each in nodes if each["@type"] == "Person"}
    gold = {
        "Choe Ryong-hae", "Kim Jong-un", "Vladimir Putin", "Kim Kye Gwan", "No Kwang Chol", "Ri Yong Chol", "Hwang Pyong-so",
        "Lim Byung-chul", "Kenneth Bae", "Matthew Miller", "Yang Moo-jin",
    }  # fmt: skip
    assert len(persons & gold) >= 9
    assert persons <= gold | {"Kwang Chol"}
    quoted = " ".join(str(each["text"]) for each in nodes if each["@type"] == "Quotation")
    assert "North Korea is putting a lot of effort" in quoted
    assert "We will keep monitoring Choe" in quoted
    dates = {str(each.get("startDate")) for each in nodes if each["@type"] == "Event"}
    assert {"2014-11-17", "2014-11-08"} <= dates


def test_every_reference_of_a_graph_resolves_and_every_node_has_an_id(here: Path) -> None:
    result = newsgraph("map", CASES / "*" / "1-source.*", "--workers", "0")
    for line in result.stdout.splitlines():
        nodes = json.loads(line)["@graph"]
        ids = [each["@id"] for each in nodes]
        assert len(ids) == len(set(ids))
        assert references(nodes) <= set(ids) | inline(nodes)


def references(value: object) -> set[str]:
    if isinstance(value, dict):
        return ({value["@id"]} if set(value) == {"@id"} else set()) | {
            each for one in value.values() for each in references(one)
        }
    return {each for one in value for each in references(one)} if isinstance(value, list) else set()


def inline(value: object) -> set[str]:
    """The ids of the nodes that stand inside others."""
    if isinstance(value, dict):
        return ({value["@id"]} if set(value) > {"@id"} else set()) | {
            each for one in value.values() for each in inline(one)
        }
    return {each for one in value for each in inline(one)} if isinstance(value, list) else set()


def test_one_bad_file_among_good_ones_is_named_and_the_others_are_built(here: Path) -> None:
    sources = here / "sources"
    sources.mkdir()
    (sources / "good.txt").write_bytes(SAMPLE.read_bytes())
    (sources / "empty.txt").touch()
    (sources / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (sources / "wrong.txt").write_bytes(SAMPLE.read_bytes())
    (sources / "wrong.sidecar.json").write_text('{"datePublished": 5}')
    (sources / "short.txt").write_text("Hello there.")
    result = newsgraph("build", sources, "--workers", "0", "--output", here / "output")
    assert result.exit_code == 1
    assert "1 articles, 1 new or changed" in result.stdout
    for code in ("source-empty", "source-binary", "sidecar-invalid", "no-article"):
        assert f"[{code}]" in result.stderr
    assert "$.datePublished" in result.stderr
    assert (here / "output" / "articles" / "north-korean-official-departs-for-russia" / "page.html").is_file()


def test_a_bare_text_becomes_a_graph_without_a_date_and_says_so(here: Path) -> None:
    result = newsgraph("map", copy(here), "--workers", "0")
    article = graph_of(result)[0]
    assert article["url"] == "https://example.org/north-korean-official-departs-for-russia"
    assert "datePublished" not in article
    assert "[date-published-missing]" in result.stderr


def test_build_prints_what_is_wrong_with_an_article_not_only_how_much(here: Path) -> None:
    (here / "newsroom.toml").write_text(
        'fail_on = "warning"\n[site]\nurl = "https://example.org"\n[publisher]\nname = "Example"\n', encoding="utf-8"
    )
    built = newsgraph("build", copy(here), "--workers", "0")
    assert built.exit_code == 1
    assert "google-article recommends datePublished" in built.stderr


def copy(folder: Path) -> Path:
    target = folder / "story.txt"
    target.write_bytes(SAMPLE.read_bytes())
    return target


def test_an_output_folder_that_cannot_be_written_is_exit_code_2(here: Path) -> None:
    (here / "file").write_text("a file stands where a folder should be")
    result = newsgraph("build", copy(here), "--workers", "0", "--output", here / "file" / "output")
    assert result.exit_code == 2
    assert "Choose" in result.stderr


def test_no_source_is_exit_code_2(here: Path) -> None:
    result = newsgraph("normalize")
    assert result.exit_code == 2
    assert "No source is named" in result.stderr


def test_an_endpoint_that_is_down_is_exit_code_3_and_the_outbox_keeps_the_article(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (here / "newsroom.toml").write_text(
        '[site]\nurl = "https://example.org"\n[publisher]\nname = "News"\n'
        f'[[endpoints]]\nname = "down"\nurl = "http://127.0.0.1:{port}/articles"\nallow_private = true\n'
    )
    assert newsgraph("build", copy(here), "--workers", "0").exit_code == 0
    result = newsgraph("publish", "--wait", "0")
    assert result.exit_code == 3
    assert "1 waiting" in result.stderr
    dry = newsgraph("publish", "--dry-run")
    assert "https://example.org/north-korean-official-departs-for-russia version 1" in dry.stdout


def test_the_demo_publishes_once_and_says_the_second_time_that_nothing_changed(here: Path) -> None:
    first = newsgraph("demo", SAMPLE, "--sidecar", SIDECAR, "--workers", "0")
    assert first.exit_code == 0, first.stderr
    assert "1 receipts from the sample receiver" in first.stdout
    second = newsgraph("demo", SAMPLE, "--sidecar", SIDECAR, "--workers", "0")
    assert second.exit_code == 0
    assert second.stdout.startswith("Nothing changed.")
    assert "Nothing to push" in second.stdout


def test_the_preview_shows_what_was_built(here: Path) -> None:
    newsgraph("build", SAMPLE, "--sidecar", SIDECAR, "--workers", "0")
    result = newsgraph("preview")
    assert result.exit_code == 0
    page = (here / "output" / "preview" / "north-korean-official-departs-for-russia.html").read_text()
    assert "Lim Byung-chul" in page
    assert (here / "output" / "preview" / "index.html").is_file()
