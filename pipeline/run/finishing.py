"""The third pass over one article: settled identities in, graph, findings, canonical hash and files out. Pure work, in any process."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from functools import partial

import msgspec
from msgspec.structs import replace

from pipeline.fetch import packaged
from pipeline.mapping.gazetteer import Gazetteer
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph, document
from pipeline.model.hold import Hold
from pipeline.model.identity import Identities
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish import html
from pipeline.publish.addresses import article_path
from pipeline.publish.article_files import article_files
from pipeline.publish.finished import Finished
from pipeline.publish.holds import holds, statement_holds
from pipeline.publish.json_ld import json_ld
from pipeline.publish.readiness import article_findings
from pipeline.publish.verify import verify_page
from pipeline.publish.withholding import withhold
from pipeline.run import article
from pipeline.run.article import Annotated
from pipeline.run.validation import packaged_validator
from pipeline.standards.canonical import Context, canonical_hash
from pipeline.store.gazetteer import PackagedGazetteer
from pipeline.validate import Validate


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its identities, ready for the third pass. ``made_from`` is the hash of all it depends on, ``released``
    the ids of holds that an editor let go."""

    name: str
    annotated: Annotated
    identities: Identities
    made_from: str
    released: frozenset[str] = frozenset()


class Summary(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an article's graph holds and what was found: numbers for reports. ``public_hash`` is over the files as written."""

    persons: int = 0
    organizations: int = 0
    places: int = 0
    events: int = 0
    quotations: int = 0
    statements: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    public_hash: str = ""


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """A finished article: its files but those that state a version, its hashes, and what is kept back of it. ``page_hash`` is
    over the page's bytes."""

    settled: Settled
    finished: Finished
    files: tuple[Publication, ...]
    content: bytes
    canonical_hash: str
    page_hash: str
    summary: Summary
    holds: tuple[Hold, ...] = ()

    @property
    def node_id(self) -> str:
        """The @id of the article's node."""
        return str(self.finished.graph.nodes[0]["@id"]) if self.finished.graph.nodes else ""


def make_finisher(newsroom: Newsroom, now: datetime) -> Callable[[Settled], Built]:
    """Load schemas, vocabulary and profiles and bind them: called once in every worker."""
    return partial(
        finish,
        newsroom=newsroom,
        now=now,
        validate=packaged_validator(newsroom),
        context=packaged.context()["@context"],
        gazetteer=PackagedGazetteer(),
    )


def finish(
    settled: Settled,
    *,
    newsroom: Newsroom,
    now: datetime,
    validate: Validate,
    context: Context,
    gazetteer: Gazetteer,
) -> Built:
    """Map, keep back, validate and lay out one article. ``now`` ends embargoes."""
    graph, findings = article.graph(settled.annotated, settled.identities, newsroom, gazetteer)
    finished = Finished(
        article=settled.annotated.article,
        annotations=settled.annotated.annotations,
        graph=graph,
        newsroom=newsroom,
        findings=findings,
        context=context,
    )
    finished = replace(finished, graph=withhold(graph, _kept_back(finished, settled.released)))
    page = html.page(finished.article, finished.graph, newsroom)
    finished = replace(finished, findings=findings + _checked(finished, page, validate, context))
    return Built(
        settled=settled,
        finished=finished,
        files=article_files(finished),
        content=json_ld(finished.graph),
        canonical_hash=canonical_hash(document(finished.graph), context),
        page_hash=hashlib.sha256(page).hexdigest(),
        summary=summary(finished.graph, finished.findings),
        holds=holds(replace(finished, graph=graph), now=now, released=settled.released),
    )


def _kept_back(finished: Finished, released: frozenset[str]) -> tuple[Hold, ...]:
    return tuple(each for each in statement_holds(finished) if each.id not in released)


def _checked(finished: Finished, page: bytes, validate: Validate, context: Context) -> tuple[Finding, ...]:
    """What the validator says of the document, and whether the page says the same as the graph."""
    path = article_path(finished.article.slug, "graph.jsonld")
    found = validate(json_ld(finished.graph), path=path, media_type="application/ld+json")
    return (
        *article_findings(finished.article, finished.graph, finished.newsroom),
        *found,
        *verify_page(page, finished.graph, context, newsroom=finished.newsroom, slug=finished.article.slug),
    )


def summary(graph: Graph, findings: tuple[Finding, ...]) -> Summary:
    """Count the story's entities by the kind in their @id, the statements, and the findings."""
    kinds = Counter(
        kind
        for node in graph.nodes
        for kind in ("person", "organization", "place", "event")
        if f"/entities/{kind}/" in node["@id"]
    )
    grave = Counter(each.severity for each in findings)
    return Summary(
        persons=kinds["person"],
        organizations=kinds["organization"],
        places=kinds["place"],
        events=kinds["event"],
        quotations=sum(node.get("@type") == "Quotation" for node in graph.nodes),
        statements=len(graph.statements),
        errors=grave["error"],
        warnings=grave["warning"],
        infos=grave["info"],
    )
