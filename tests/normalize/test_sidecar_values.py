"""A sidecar says each thing once; TOML may use its own dates."""

from __future__ import annotations

from pipeline import config
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Sidecar
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.sidecar import parse


def test_a_key_that_stands_twice_is_refused() -> None:
    outcome = parse(b'{"headline": "a", "headline": "b"}', "story.sidecar.json")
    assert outcome.value is None
    assert "twice" in outcome.findings[0].message


def test_a_date_of_toml_itself_is_a_date() -> None:
    outcome = parse(b"datePublished = 2025-01-01T10:00:00Z\ndateCreated = 2024-12-31\n", "story.sidecar.toml")
    assert outcome.value is not None
    assert outcome.value.date_published == "2025-01-01T10:00:00+00:00"
    assert outcome.value.date_created == "2024-12-31"


def test_a_sidecar_beside_several_articles_holds_them_all_back() -> None:
    entry = "<item><title>{0}</title><link>https://n.example/{0}</link><description>Some text of this item.</description></item>"
    feed = f"<rss version='2.0'><channel><title>News</title>{entry.format('a')}{entry.format('b')}</channel></rss>"
    source = Source(name="feed.xml", content=feed.encode(), sidecar=Sidecar(embargoed=Moment("2099-01-01T00:00:00Z")))
    outcome = normalize(source, config.DEFAULT)
    assert outcome.value == ()
    assert "sidecar-ambiguous" in {each.code for each in outcome.findings}
