"""A correction through a whole build: a new version that every channel marks."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import feedparser
from lxml import etree

from pipeline.model.moment import Moment
from pipeline.model.sidecar import Correction
from pipeline.run.article import Annotated, Prepared
from pipeline.run.edition import build_prepared
from tests.publish import samples

WRONG = samples.article(correction=(), date_modified=None)
RIGHT = samples.article(
    correction=(Correction(text="The bridge is 412 metres long, not 421."),), date_modified=Moment("2026-03-04T12:30:00+01:00")
)  # fmt: skip


def build(output: Path, article, hours: int):
    prepared = Prepared(source="a", articles=(Annotated(article=article, annotations=samples.ANNOTATIONS),))
    now = samples.NOW + timedelta(hours=hours)
    (line,) = build_prepared((prepared,), samples.NEWSROOM, output, now=now).articles
    return line


def test_a_correction_is_a_new_version_that_every_channel_marks(tmp_path: Path):
    assert build(tmp_path, WRONG, 0).version == 1
    assert build(tmp_path, RIGHT, 1).version == 2
    folder = tmp_path / "articles" / samples.ARTICLE.slug
    graph = json.loads((folder / "graph.jsonld").read_text())["@graph"]
    assert any(each["@type"] == "CorrectionComment" for each in graph)
    assert graph[0]["dateModified"] == "2026-03-04T12:30:00+01:00"
    ninjs = json.loads((folder / "ninjs.json").read_text())
    assert (ninjs["version"], ninjs["versionCreated"]) == ("2", "2026-03-04T12:30:00+01:00")
    assert "not 421" in ninjs["edNote"]
    assert b'signal qcode="sig:correction"' in (folder / "newsml-g2.xml").read_bytes()
    assert "not 421" in (folder / "page.html").read_text()
    for name in ("rss.xml", "atom.xml"):
        (item,) = feedparser.parse((tmp_path / "feeds" / name).read_bytes()).entries
        assert item.id == samples.URL
        assert item.updated_parsed[:5] == (2026, 3, 4, 11, 30)
        assert "not 421" in item.content[-1].value
    lastmod = etree.parse(tmp_path / "sitemaps" / "sitemap.xml").findtext(".//{*}lastmod")
    assert lastmod == "2026-03-04T12:30:00+01:00"


def test_a_version_keeps_its_instant_when_only_its_files_are_made_again(tmp_path: Path):
    undated = samples.article(date_modified=None, date_published=None)
    build(tmp_path, undated, 0)
    assert build(tmp_path, samples.article(date_modified=None, date_published=None, headline="Another"), 1).version == 2
    feed, wire = tmp_path / "feeds" / "atom.xml", tmp_path / "articles" / samples.ARTICLE.slug / "ninjs.json"
    before = feed.read_bytes(), wire.read_bytes()
    wire.unlink()
    line = build(tmp_path, samples.article(date_modified=None, date_published=None, headline="Another"), 5)
    assert (line.why, line.version) == ("missing files", 2)
    assert (feed.read_bytes(), wire.read_bytes()) == before
