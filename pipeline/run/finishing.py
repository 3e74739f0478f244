"""The third pass over one article: settled identities in, graph, findings, canonical hash and files out. Pure work, in any process."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from functools import partial

import msgspec

from pipeline.fetch import packaged
from pipeline.mapping.gazetteer import Gazetteer
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph, document
from pipeline.model.identity import Identities
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish import html
from pipeline.publish.article_files import article_files
from pipeline.publish.finished import Finished
from pipeline.publish.json_ld import json_ld
from pipeline.publish.verify import verify_page
from pipeline.run import article
from pipeline.run.article import Annotated
from pipeline.run.validation import packaged_validator
from pipeline.standards.canonical import Context, canonical_hash
from pipeline.store.gazetteer import PackagedGazetteer
from pipeline.validate import Validate


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its identities, ready for the third pass; ``made_from`` is the hash of all it depends on."""

    name: str
    annotated: Annotated
    identities: Identities
    made_from: str


class Summary(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What an article's graph holds and what was found: numbers for reports."""

    persons: int = 0
    organizations: int = 0
    places: int = 0
    events: int = 0
    quotations: int = 0
    statements: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """A finished article: its files but those that state a version, and its hashes. ``page_hash`` is over the page's bytes."""

    settled: Settled
    finished: Finished
    files: tuple[Publication, ...]
    content: bytes
    canonical_hash: str
    page_hash: str
    summary: Summary


def make_finisher(newsroom: Newsroom) -> Callable[[Settled], Built]:
    """Load schemas, vocabulary and profiles and bind them: called once in every worker."""
    return partial(
        finish,
        newsroom=newsroom,
        validate=packaged_validator(newsroom),
        context=packaged.context()["@context"],
        gazetteer=PackagedGazetteer(),
    )


def finish(
    settled: Settled, *, newsroom: Newsroom, validate: Validate, context: Context, gazetteer: Gazetteer
) -> Built:
    """Map, validate and lay out one article."""
    graph, findings = article.graph(settled.annotated, settled.identities, newsroom, gazetteer)
    content = json_ld(graph)
    path = f"articles/{settled.annotated.article.slug}/graph.jsonld"
    findings += validate(content, path=path, media_type="application/ld+json")
    finished = Finished(
        article=settled.annotated.article,
        annotations=settled.annotated.annotations,
        graph=graph,
        newsroom=newsroom,
        findings=findings,
        context=context,
    )
    page = html.page(finished.article, graph, newsroom)
    finished = msgspec.structs.replace(finished, findings=findings + verify_page(page, graph, context))
    return Built(
        settled=settled,
        finished=finished,
        files=article_files(finished),
        content=content,
        canonical_hash=canonical_hash(document(graph), context),
        page_hash=hashlib.sha256(page).hexdigest(),
        summary=summary(graph, finished.findings),
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
