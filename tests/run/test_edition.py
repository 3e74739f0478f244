"""A build over annotated articles: what is written, what a second run does, what an edit changes, what is held back."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from pipeline import config
from pipeline.model.annotations import Annotations, Entity, Mention, Quotation, Span
from pipeline.model.article import Article, Block, canonical_text
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Endpoint, HoldRule
from pipeline.model.sidecar import Credit
from pipeline.run.article import Annotated, Prepared
from pipeline.run.edition import build_prepared
from pipeline.run.report import Report
from pipeline.run.retraction import retract
from pipeline.store.holds import Holds
from pipeline.store.outbox import Outbox
from pipeline.store.outbox_database import Database
from pipeline.store.outbox_endpoints import Allowance

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
NEWSROOM = replace(config.DEFAULT, endpoints=(Endpoint(name="aggregator", url="https://aggregator.example/articles"),))
BODY = "Ana Lima, the mayor of Porto, opened the bridge. “It holds,” Lima said."


def article(url: str = "https://example.org/bridge", body: str = BODY) -> Article:
    return Article(
        slug=url.rsplit("/", 1)[1],
        url=url,
        source=f"{url.rsplit('/', 1)[1]}.html",
        headline="Bridge opens in Porto",
        author=(Credit(name="Rui Costa"),),
        publisher=Credit(name="Example Newsroom", type="Organization"),
        date_published=Moment("2026-11-24T09:00:00+00:00"),
        in_language="en",
        paragraphs=(Block("paragraph", body),),
    )


def prepared(*articles: Article) -> tuple[Prepared, ...]:
    return tuple(
        Prepared(source=each.source, articles=(Annotated(article=each, annotations=annotations(each)),))
        for each in articles
    )


def annotations(one: Article) -> Annotations:
    text = canonical_text(one)

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(start, start + len(words), 0)

    person = Entity(id="person-1", type="person", name="Ana Lima")
    mention = Mention(span=span("Ana Lima"), text="Ana Lima", entity="person-1", by="test")
    quote = Quotation(id="quotation-1", text="It holds,", spans=(span("It holds,"),), by="test", speaker="person-1")
    return Annotations(language="en", annotator="test", entities=(person,), mentions=(mention,), quotations=(quote,))


def build(output: Path, *articles: Article, now: datetime = NOW) -> Report:
    return build_prepared(prepared(*articles), NEWSROOM, output, now=now)


def queued(output: Path) -> list[tuple[str, int, str]]:
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    rows = [(each.article, each.version, each.state) for each in outbox.listing()]
    outbox.close()
    return rows


def files(output: Path) -> dict[str, bytes]:
    found = (each for each in output.rglob("*") if each.is_file() and ".state" not in each.parts)
    return {each.relative_to(output).as_posix(): each.read_bytes() for each in found}


def test_every_article_gets_its_files_and_the_edition_its_feeds(tmp_path: Path) -> None:
    report = build(tmp_path, article())
    assert [(each.state, each.why, each.version, each.changed) for each in report.articles] == [
        ("live", "new", 1, True)
    ]
    expected = {
        "article.json",
        "article.txt",
        "annotations.json",
        "graph.jsonld",
        "evidence.jsonld",
        "findings.json",
        "page.html",
    }
    assert expected <= {each.name for each in (tmp_path / "articles" / "bridge").iterdir()}
    assert report.totals.persons == 2
    assert report.totals.quotations == 1
    assert {"feeds/rss.xml", "feeds/atom.xml", "feeds/feed.json", "report.json"} <= set(files(tmp_path))
    assert queued(tmp_path) == [("https://example.org/bridge", 1, "pending")]


def test_the_news_sitemap_has_the_article_for_two_days_and_is_absent_afterwards(tmp_path: Path) -> None:
    build(tmp_path, article())
    (sitemap,) = [each for each in files(tmp_path) if each.startswith("sitemaps/") and "news" in each]
    assert (
        etree.fromstring((tmp_path / sitemap).read_bytes()).xpath("string(//*[local-name()='loc'])")
        == "https://example.org/bridge"
    )
    build(tmp_path, article(), now=NOW + timedelta(days=3))
    assert not (tmp_path / sitemap).exists()


def test_a_second_run_changes_nothing_and_queues_nothing(tmp_path: Path) -> None:
    build(tmp_path, article())
    before = files(tmp_path)
    report = build(tmp_path, article(), now=NOW + timedelta(hours=1))
    assert [(each.why, each.version, each.changed) for each in report.articles] == [("unchanged", 1, False)]
    after = files(tmp_path)
    assert {name for name in before | after if before.get(name) != after.get(name)} == {"report.json"}
    assert len(queued(tmp_path)) == 1


def test_the_order_of_the_sources_changes_nothing(tmp_path: Path) -> None:
    one, two = article("https://example.org/one"), article("https://example.org/two", BODY + " Nobody objected.")
    build(tmp_path / "forwards", one, two)
    build(tmp_path / "backwards", two, one)
    forwards, backwards = files(tmp_path / "forwards"), files(tmp_path / "backwards")
    del forwards["report.json"], backwards["report.json"]
    assert forwards == backwards


def test_an_edit_is_a_new_version_with_the_same_ids(tmp_path: Path) -> None:
    build(tmp_path, article())
    first = json.loads((tmp_path / "articles/bridge/graph.jsonld").read_bytes())
    report = build(tmp_path, article(body=BODY + " It rained."), now=NOW + timedelta(hours=1))
    second = json.loads((tmp_path / "articles/bridge/graph.jsonld").read_bytes())
    assert [(each.why, each.version) for each in report.articles] == [("changed", 2)]
    assert [each["@id"] for each in first["@graph"]] == [each["@id"] for each in second["@graph"]]
    assert [row[1:] for row in queued(tmp_path)] == [(1, "superseded"), (2, "pending")]


def test_a_held_article_leaves_what_is_public_alone(tmp_path: Path) -> None:
    build(tmp_path, article())
    before = files(tmp_path)
    report = build(tmp_path, replace(article(body=BODY + " Secret."), embargoed=Moment("2027-01-01T00:00:00Z")))
    assert [each.state for each in report.articles] == ["held"]
    after = files(tmp_path)
    public = [each for each in before if each.startswith("articles/")]
    assert all(before[each] == after[each] for each in public)
    assert not any("Secret" in content.decode() for name, content in after.items() if not name.startswith("held"))
    assert len(queued(tmp_path)) == 1


def test_an_edit_that_is_taken_back_waits_for_nobody(tmp_path: Path) -> None:
    rule = HoldRule(name="bridge", kind="words", words=("opened the bridge",))
    newsroom = replace(NEWSROOM, holds=(rule,))
    build_prepared(prepared(article()), newsroom, tmp_path, now=NOW)
    before = files(tmp_path)
    assert [each["keeps"] for each in json.loads(before["held.json"])["held"]] == ["statement"]
    build_prepared(prepared(replace(article(), embargoed=Moment("2027-01-01T00:00:00Z"))), newsroom, tmp_path, now=NOW)
    assert "article" in [each["keeps"] for each in json.loads((tmp_path / "held.json").read_bytes())["held"]]
    report = build_prepared(prepared(article()), newsroom, tmp_path, now=NOW)
    assert [(each.state, each.changed) for each in report.articles] == [("live", False)]
    after = files(tmp_path)
    assert {name: each for name, each in after.items() if name != "report.json"} == {
        name: each for name, each in before.items() if name != "report.json"
    }


def test_a_statement_that_a_rule_keeps_back_goes_out_once_it_is_released(tmp_path: Path) -> None:
    rule = HoldRule(name="bridge", kind="words", words=("opened the bridge",), keeps="article")
    newsroom = replace(NEWSROOM, holds=(rule,))
    report = build_prepared(prepared(article()), newsroom, tmp_path, now=NOW)
    assert [each.state for each in report.articles] == ["held"]
    (held,) = json.loads((tmp_path / "held.json").read_bytes())["held"]
    with Database(tmp_path / ".state" / "newsgraph.sqlite") as database:
        Holds(database).release([(held["id"], held["article"])], reason="checked", now=NOW.timestamp())
    report = build_prepared(prepared(article()), newsroom, tmp_path, now=NOW)
    assert [each.state for each in report.articles] == ["live"]
    assert json.loads((tmp_path / "held.json").read_bytes())["held"] == []
    assert not (tmp_path / "held" / "articles" / "bridge").exists()


def test_an_entity_has_a_document_that_goes_with_its_last_article(tmp_path: Path) -> None:
    build(
        tmp_path,
        article(),
        article("https://example.org/tunnel", BODY + " The tunnel below it stays shut until the pumps work."),
    )
    document = tmp_path / "entities" / "person" / "ana-lima.jsonld"
    said = document.read_text()
    assert "https://example.org/bridge" in said
    assert "https://example.org/tunnel" in said
    retract("https://example.org/bridge", "It was another mayor.", NEWSROOM, tmp_path, now=NOW)
    assert "https://example.org/bridge" not in document.read_text()
    retract("https://example.org/tunnel", "It was another mayor.", NEWSROOM, tmp_path, now=NOW)
    assert not document.exists()


def test_an_embargo_stops_what_is_queued_until_it_ends(tmp_path: Path) -> None:
    build(tmp_path, article())
    assert claimable(tmp_path) == ["https://example.org/bridge"]
    build(tmp_path, replace(article(), embargoed=Moment("2027-01-01T00:00:00Z")))
    assert claimable(tmp_path) == []
    build(tmp_path, replace(article(), embargoed=Moment("2027-01-01T00:00:00Z")), now=datetime(2027, 1, 2, tzinfo=UTC))
    assert claimable(tmp_path) == ["https://example.org/bridge"]


def claimable(output: Path) -> list[str]:
    """What a publisher would get, without the claim being kept."""
    outbox = Outbox.open(output / ".state" / "newsgraph.sqlite")
    late = datetime(2028, 1, 1, tzinfo=UTC).timestamp()
    claims = outbox.claim("aggregator", limit=10, allowance=Allowance(lease_s=0.0), lease="test", now=late)
    outbox.close()
    return [each.delivery.article for each in claims]


def test_a_damaged_page_or_document_is_made_again(tmp_path: Path) -> None:
    build(tmp_path, article())
    document = tmp_path / "articles/bridge/graph.jsonld"
    content = document.read_bytes()
    document.write_bytes(content + b"x")
    report = build(tmp_path, article())
    assert [each.why for each in report.articles] == ["missing files"]
    assert document.read_bytes() == content


def test_a_removed_file_is_made_again_without_a_push(tmp_path: Path) -> None:
    build(tmp_path, article())
    page = tmp_path / "articles/bridge/page.html"
    content = page.read_bytes()
    page.unlink()
    report = build(tmp_path, article())
    assert [(each.why, each.version, each.changed) for each in report.articles] == [("missing files", 1, False)]
    assert page.read_bytes() == content
    assert len(queued(tmp_path)) == 1


def test_an_endpoint_that_is_new_gets_what_is_unchanged(tmp_path: Path) -> None:
    build(tmp_path, article())
    newcomer = Endpoint(name="second", url="https://second.example/articles")
    build_prepared(prepared(article()), replace(NEWSROOM, endpoints=(*NEWSROOM.endpoints, newcomer)), tmp_path, now=NOW)
    assert len(queued(tmp_path)) == 2


def test_a_story_at_two_addresses_is_built_once_and_names_the_other(tmp_path: Path) -> None:
    first, again = article(), article("https://www.example.org/2026/bridge-opens")
    for run in (build(tmp_path, first, again), build(tmp_path, again, first)):
        assert [(each.url, each.version) for each in run.articles] == [("https://example.org/bridge", 1)]
        assert [each.code for each in run.findings if each.code.startswith("article-")] == ["article-copy"]
    graph = json.loads(files(tmp_path)["articles/bridge/graph.jsonld"])
    assert graph["@graph"][0]["sameAs"] == "https://www.example.org/2026/bridge-opens"
