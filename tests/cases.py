"""The cases of ``tests/data/cases``: one article each, at every step of the road. Made here, compared by the tests."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from pipeline import config, fetch
from pipeline.annotate import Annotate
from pipeline.fetch import packaged
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.codec import builtins, decode, encode_pretty
from pipeline.model.edition import entry_of
from pipeline.model.finding import Finding
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.model.source import Source
from pipeline.normalize.sidecar import parse as parse_sidecar
from pipeline.publish.article_files import versioned_files
from pipeline.run.article import Annotated, Prepared, prepare, proposals
from pipeline.run.finishing import Built, Settled, finish
from pipeline.run.validation import packaged_validator
from pipeline.store.authority import Authority
from pipeline.store.gazetteer import PackagedGazetteer

ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT / "tests" / "data" / "cases"
SLUGS = tuple(sorted(each.name for each in CASES.iterdir() if each.is_dir()))
NOW = datetime(2026, 1, 1, 12, tzinfo=UTC)
ARTICLE, ANNOTATIONS, GRAPH, FINDINGS = "2-article.json", "3-annotations.json", "4-graph.jsonld", "5-findings.json"
PUBLICATIONS = "6-publications"
ELSEWHERE = {"article.json", "annotations.json", "graph.jsonld", "findings.json"}
"""Publications that are a step of their own."""


def newsroom() -> Newsroom:
    """The sample newsroom."""
    return config.load(ROOT / "newsroom.toml")


def source(slug: str) -> Source:
    """The case's source with its sidecar, named as seen from the project's root."""
    (path,) = [each for each in (CASES / slug).glob("1-source.*") if ".sidecar." not in each.name]
    (given,) = fetch.gather(
        [os.path.relpath(path)], settings=fetch.FetchSettings(), stdin=lambda: b"", parse_sidecar=parse_sidecar
    )
    assert isinstance(given, Source)
    return replace(given, name=path.relative_to(ROOT).as_posix())


def described(slug: str) -> dict[str, Any]:
    """``case.toml``: what the case shows, and the codes that it expects."""
    return tomllib.loads((CASES / slug / "case.toml").read_text(encoding="utf-8"))


def prepared(slug: str, annotate: Annotate) -> Prepared:
    """The first pass."""
    return prepare(source(slug), newsroom=newsroom(), annotate=annotate)


def finished(annotated: Annotated) -> Built:
    """The second and the third pass over this article alone."""
    settings, gazetteer = newsroom(), PackagedGazetteer()
    with Authority.open(Path(":memory:")) as authority:
        identities = authority.settle(proposals(annotated, settings, gazetteer)).get(annotated.article.url, {})
    settled = Settled(name=annotated.article.source, annotated=annotated, identities=identities, made_from="")
    return finish(
        settled,
        newsroom=settings,
        now=NOW,
        validate=packaged_validator(settings),
        context=packaged.context()["@context"],
        gazetteer=gazetteer,
    )


def steps(prepared_: Prepared) -> dict[str, bytes]:
    """Every step after the source, by file name."""
    (annotated,) = prepared_.articles
    return {
        ARTICLE: encode_pretty(annotated.article),
        ANNOTATIONS: encode_pretty(annotated.annotations),
        **later_steps(annotated, prepared_.findings),
    }


def later_steps(annotated: Annotated, findings: tuple[Finding, ...]) -> dict[str, bytes]:
    """The steps after annotating."""
    built = finished(annotated)
    return {
        GRAPH: built.content,
        FINDINGS: encode_pretty(findings + built.finished.findings),
        **{f"{PUBLICATIONS}/{each.path.rsplit('/', 1)[1]}": each.content for each in publications(built)},
    }


def publications(built: Built) -> Iterator[Publication]:
    """The files of the article that are no step of their own, at version 1."""
    moment = Moment(NOW.isoformat())
    entry = entry_of(built.finished.article, version=1, first_published=moment, now=moment)
    for each in (*built.files, *versioned_files(replace(built.finished, entry=entry))):
        if each.path.rsplit("/", 1)[1] not in ELSEWHERE:
            yield each


def committed(slug: str) -> Annotated:
    """The article as the case has it after the first pass."""
    folder = CASES / slug
    return Annotated(
        article=decode((folder / ARTICLE).read_bytes(), Article),
        annotations=decode((folder / ANNOTATIONS).read_bytes(), Annotations),
    )


def statements(annotations: Annotations) -> Any:  # JSON
    """The annotations without probabilities, whose last digits may differ between processors."""
    return _without_probability(builtins(annotations))


def _without_probability(value: Any) -> Any:  # JSON
    if isinstance(value, dict):
        return {
            key: _without_probability(each) for key, each in value.items() if key not in ("probability", "salience")
        }
    return [_without_probability(each) for each in value] if isinstance(value, list | tuple) else value
