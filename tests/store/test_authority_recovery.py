"""The state is lost and the output is left: ids come back, and namesakes do not swap theirs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.model.errors import UsageError
from pipeline.model.identity import Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_recovery import is_lost, recover

OLD, NEW = "https://news.example/old", "https://news.example/new"


@pytest.fixture
def authority() -> Iterator[Authority]:
    with Authority.open(Path(":memory:")) as opened:
        yield opened


def person(article: str, title: str, day: str) -> Proposal:
    return Proposal(
        article=article, local="person-1", kind="person", type="Person", key="jon-dahl", name="Jon Dahl",
        titles=(title,), published=Moment(day),
    )  # fmt: skip


def publish(output: Path, article: str, *nodes: dict[str, Any]) -> None:
    """An article's graph in the output folder."""
    folder = output / "articles" / article.rpartition("/")[2]
    folder.mkdir(parents=True)
    story = {"@id": f"{article}#article", "@type": "NewsArticle", "url": article}
    (folder / "graph.jsonld").write_text(json.dumps({"@context": "https://schema.org", "@graph": [story, *nodes]}))


def dahl(slug: str, title: str) -> dict[str, Any]:
    address = f"https://news.example/entities/person/{slug}"
    return {"@id": address, "@type": "Person", "name": "Jon Dahl", "jobTitle": title}


BOTH = [person(OLD, "judge", "2030-01-01"), person(NEW, "plumber", "2030-02-01")]


def test_namesakes_keep_their_slugs_though_the_older_article_came_later(authority: Authority, tmp_path: Path) -> None:
    publish(tmp_path, NEW, dahl("jon-dahl", "plumber"))
    publish(tmp_path, OLD, dahl("jon-dahl-judge", "judge"))
    assert authority.settle(BOTH)[OLD]["person-1"].slug == "jon-dahl"  # what a fresh authority would say
    with Authority.open(Path(":memory:")) as fresh:
        assert recover(fresh, tmp_path).entities == 2
        answers = fresh.settle(BOTH)
    assert answers[NEW]["person-1"].slug == "jon-dahl"
    assert answers[OLD]["person-1"].slug == "jon-dahl-judge"


def test_an_article_that_is_not_built_again_still_speaks_for_its_person(authority: Authority, tmp_path: Path) -> None:
    publish(tmp_path, OLD, dahl("jon-dahl", "judge"))
    recover(authority, tmp_path)
    assert authority.settle([person(NEW, "plumber", "2030-02-01")])[NEW]["person-1"].slug == "jon-dahl-plumber"
    other = "https://news.example/other"
    assert authority.settle([person(other, "judge", "2030-03-01")])[other]["person-1"].slug == "jon-dahl"


def test_another_name_in_the_graph_is_found_too(authority: Authority, tmp_path: Path) -> None:
    body = {
        "@id": "https://news.example/entities/organization/korean-peoples-army",
        "@type": "Organization",
        "name": "Korean People's Army",
        "alternateName": "North Korean army",
    }
    publish(tmp_path, OLD, body)
    recover(authority, tmp_path)
    proposal = Proposal(
        article=OLD, local="organization-1", kind="organization", type="Organization", key="north-korean-army",
        name="North Korean army",
    )  # fmt: skip
    assert authority.settle([proposal])[OLD]["organization-1"].slug == "korean-peoples-army"


def test_an_event_keeps_its_id(authority: Authority, tmp_path: Path) -> None:
    visit = {
        "@id": "https://news.example/entities/event/visit-of-dahl-2030-01-02",
        "@type": "Event",
        "additionalType": "visit",
        "name": "Visit of Dahl",
        "startDate": "2030-01-02",
        "attendee": {"@id": "https://news.example/entities/person/jon-dahl"},
    }
    publish(tmp_path, OLD, dahl("jon-dahl", "judge"), visit)
    recover(authority, tmp_path)
    renamed = Proposal(
        article=OLD, local="event-1", kind="event", type="visit", key="dahls-visit-2030-01-05", name="Dahl's visit",
        participants=("Jon Dahl",), start=Moment("2030-01-05"),
    )  # fmt: skip
    assert authority.settle([renamed])[OLD]["event-1"].slug == "visit-of-dahl-2030-01-02"


def test_an_authority_that_knows_articles_is_left_alone(authority: Authority, tmp_path: Path) -> None:
    publish(tmp_path, OLD, dahl("jon-dahl", "judge"))
    authority.settle(BOTH)
    with pytest.raises(UsageError, match="knows articles already"):
        recover(authority, tmp_path)


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"@graph": 1}', b"\xff"])
def test_a_file_that_is_no_graph_is_named_and_nothing_is_taken_in(
    authority: Authority, tmp_path: Path, content: bytes
) -> None:
    publish(tmp_path, NEW, dahl("jon-dahl", "plumber"))
    publish(tmp_path, OLD)
    (tmp_path / "articles" / "old" / "graph.jsonld").write_bytes(content)
    with pytest.raises(UsageError, match=r"old/graph\.jsonld: is no graph"):
        recover(authority, tmp_path)
    assert authority.rows.by_slug("person", "jon-dahl") is None


def test_a_folder_without_graphs_is_no_output(authority: Authority, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Name the folder"):
        recover(authority, tmp_path)


def test_it_is_lost_where_entities_are_and_no_authority(tmp_path: Path) -> None:
    assert not is_lost(tmp_path)
    (tmp_path / "entities" / "person").mkdir(parents=True)
    (tmp_path / "entities" / "person" / "jon-dahl.jsonld").write_text("{}")
    assert is_lost(tmp_path)
    (tmp_path / ".state").mkdir()
    Authority.open(tmp_path / ".state" / "authority.sqlite").close()
    assert not is_lost(tmp_path)
