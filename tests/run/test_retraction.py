"""Retractions, reinstatements and releases through a whole build."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import feedparser
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from pipeline.cli import main
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from pipeline.run.article import Annotated, Prepared
from pipeline.run.edition import build_prepared
from pipeline.run.history import history
from pipeline.run.report import Line
from pipeline.run.retraction import reinstate, retract
from pipeline.store.holds import Holds
from pipeline.store.outbox import Outbox
from pipeline.store.outbox_database import Database
from tests.publish import samples

NOW = samples.NOW
URL, SLUG = samples.URL, samples.ARTICLE.slug
NEWSROOM = replace(samples.NEWSROOM, endpoints=(Endpoint(name="aggregator", url="https://aggregator.example/"),))
REASON = "The source withdrew its account."


def build(output: Path, *, now: datetime = NOW, newsroom=NEWSROOM, article=samples.ARTICLE, annotations=None) -> Line:
    annotated = Annotated(article=article, annotations=annotations or samples.ANNOTATIONS)
    (line,) = build_prepared((Prepared(source="a", articles=(annotated,)),), newsroom, output, now=now).articles
    return line


def deliveries(output: Path) -> list[tuple[int, str]]:
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    found = [(each.version, each.operation) for each in outbox.of_article(URL)]
    outbox.close()
    return found


def text_of(output: Path, path: str) -> str:
    return (output / path).read_text(encoding="utf-8")


def later(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


def test_a_retraction_leaves_tombstones_everywhere_and_queues_the_removal(tmp_path: Path):
    build(tmp_path)
    entry = retract(URL, REASON, NEWSROOM, tmp_path, now=later(1))
    assert (entry.state, entry.version) == ("retracted", 2)
    folder = tmp_path / "articles" / SLUG
    assert sorted(each.name for each in folder.iterdir()) == [
        "cloud-event.json",
        "graph.jsonld",
        "newsml-g2.xml",
        "ninjs.json",
        "page.html",
    ]
    assert REASON in text_of(folder, "page.html")
    assert json.loads(text_of(folder, "ninjs.json"))["pubStatus"] == "canceled"
    assert not (tmp_path / "sitemaps").exists() or not list((tmp_path / "sitemaps").iterdir())
    assert 'deleted-entry ref="' in text_of(tmp_path, "feeds/atom.xml")
    (item,) = feedparser.parse(text_of(tmp_path, "feeds/rss.xml")).entries
    assert item.title.startswith("Retracted: ")
    assert deliveries(tmp_path) == [(1, "put"), (2, "delete")]


def test_the_source_of_a_retracted_article_does_not_bring_it_back(tmp_path: Path):
    build(tmp_path)
    retract(URL, REASON, NEWSROOM, tmp_path, now=later(1))
    page = text_of(tmp_path, f"articles/{SLUG}/page.html")
    line = build(tmp_path, now=later(2))
    assert (line.state, line.why, line.version) == ("retracted", REASON, 2)
    assert text_of(tmp_path, f"articles/{SLUG}/page.html") == page
    assert deliveries(tmp_path) == [(1, "put"), (2, "delete")]


def test_a_reinstated_article_is_published_again_as_a_new_version(tmp_path: Path):
    build(tmp_path)
    retract(URL, REASON, NEWSROOM, tmp_path, now=later(1))
    reinstate(URL, "The account was confirmed.", tmp_path, now=later(2))
    line = build(tmp_path, now=later(3))
    assert (line.state, line.version) == ("live", 3)
    assert "noindex" not in text_of(tmp_path, f"articles/{SLUG}/page.html")
    (item,) = feedparser.parse(text_of(tmp_path, "feeds/atom.xml")).entries
    assert item.id == URL
    assert deliveries(tmp_path) == [(1, "put"), (2, "delete"), (3, "put")]


def test_a_source_that_cancels_a_published_article_retracts_it_and_may_take_that_back(tmp_path: Path):
    build(tmp_path)
    canceled = samples.article(pub_status="canceled")
    line = build(tmp_path, article=canceled, now=later(1))
    assert (line.state, line.version) == ("retracted", 2)
    assert build(tmp_path, article=canceled, now=later(2)).version == 2
    assert build(tmp_path, now=later(3)).state == "live"


def test_a_canceled_article_that_was_never_published_is_held(tmp_path: Path):
    line = build(tmp_path, article=samples.article(pub_status="canceled"))
    assert line.state == "held"
    assert deliveries(tmp_path) == []
    assert json.loads(text_of(tmp_path, "held.json"))["held"][0]["rule"] == "status"


def test_what_was_never_published_cannot_be_retracted(tmp_path: Path):
    with pytest.raises(UsageError, match="never published"):
        retract(URL, REASON, NEWSROOM, tmp_path, now=NOW)
    with pytest.raises(UsageError, match="not retracted"):
        reinstate(URL, "", tmp_path, now=NOW)


def test_retracting_twice_says_so(tmp_path: Path):
    build(tmp_path)
    retract(URL, REASON, NEWSROOM, tmp_path, now=later(1))
    with pytest.raises(UsageError, match="retracted already"):
        retract(URL, REASON, NEWSROOM, tmp_path, now=later(2))


def test_history_tells_versions_decisions_and_deliveries(tmp_path: Path):
    build(tmp_path)
    build(tmp_path, article=samples.article(headline="Harbour bridge opens again"), now=later(1))
    retract(URL, REASON, NEWSROOM, tmp_path, now=later(2))
    found = history(URL, tmp_path)
    assert [(each.version, each.what) for each in found.steps] == [
        (1, "published"), (2, "updated"), (3, "tombstone"), (0, "retracted"),
    ]  # fmt: skip
    assert found.steps[1].detail == "Changed: graph and page."
    assert found.steps[3].detail == REASON
    assert [(each.version, each.operation) for each in found.deliveries] == [(1, "put"), (2, "put"), (3, "delete")]
    with pytest.raises(UsageError):
        history(f"{URL}x", tmp_path)


def test_history_tells_of_releases_too(tmp_path: Path):
    embargoed = samples.article(embargoed=samples.Moment(later(9).isoformat()))
    build(tmp_path, article=embargoed)
    (hold,) = history(URL, tmp_path).waiting
    with Database(tmp_path / ".state" / "newsgraph.sqlite") as database:
        Holds(database).release([(hold.id, URL)], reason="Agreed.", now=NOW.timestamp())
    assert build(tmp_path, article=embargoed, now=later(1)).state == "live"
    assert [each.what for each in history(URL, tmp_path).steps] == ["released", "published"]


def test_the_commands_do_the_same(tmp_path: Path):
    build(tmp_path)

    def run(*arguments: str):
        return CliRunner().invoke(main, [*arguments, "--output", str(tmp_path)])

    assert run("retract", URL).exit_code == 2
    assert run("retract", URL, "--reason", REASON, "--now", later(1).isoformat()).exit_code == 0
    assert "retracted, version 2" in run("history", URL).stdout
    assert json.loads(run("history", URL, "--json").stdout)["entry"]["reason"] == REASON
    assert run("retract", URL, "--undo").exit_code == 0
    assert run("retract", f"{URL}x", "--reason", REASON).exit_code == 2
