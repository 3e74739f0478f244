"""One finished article -> its files under ``articles/<slug>/``, by visible tuples of formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from pipeline.model.article import canonical_text
from pipeline.model.codec import builtins, encode_pretty
from pipeline.model.edition import Entry
from pipeline.model.publication import Publication
from pipeline.publish import cloud_event, html, json_ld, newsml_g2, ninjs, rdf, type_documents
from pipeline.publish.addresses import article_path
from pipeline.publish.evidence import evidence
from pipeline.publish.finished import Finished
from pipeline.standards.json_tree import encoded
from pipeline.standards.xml_text import legal


class Format(msgspec.Struct, frozen=True):
    """A file's name and media type, and what writes it."""

    name: str
    media_type: str
    write: Callable[[Finished], bytes]


class VersionedFormat(msgspec.Struct, frozen=True):
    """A format that states version and times, so that it needs the entry."""

    name: str
    media_type: str
    write: Callable[[Finished, Entry], bytes]


def article_files(finished: Finished) -> tuple[Publication, ...]:
    """The article's files, in the order of ``ARTICLE_FORMATS``; with an entry those of ``VERSIONED_FORMATS`` as well."""
    return (*_unversioned(finished), *versioned_files(finished))


def versioned_files(finished: Finished) -> tuple[Publication, ...]:
    """The files that state a version; none without an entry."""
    entry, slug = finished.entry, finished.article.slug
    if entry is None:
        return ()
    return tuple(
        _publication(slug, each.name, each.media_type, each.write(finished, entry)) for each in VERSIONED_FORMATS
    )


def _unversioned(finished: Finished) -> Iterator[Publication]:
    for each in ARTICLE_FORMATS:
        yield _publication(finished.article.slug, each.name, each.media_type, each.write(finished))


def _publication(slug: str, name: str, media_type: str, content: bytes) -> Publication:
    return Publication(path=article_path(slug, name), media_type=media_type, content=content)


def _record(record: object) -> bytes:
    return encoded(builtins(record), encode_pretty)


ARTICLE_FORMATS = (
    Format("article.json", "application/json", lambda each: _record(each.article)),
    Format("article.txt", "text/plain", lambda each: legal(canonical_text(each.article)).encode()),
    Format("annotations.json", "application/json", lambda each: _record(each.annotations)),
    Format("graph.jsonld", json_ld.MEDIA_TYPE, lambda each: json_ld.json_ld(each.graph)),
    Format("news-article.jsonld", json_ld.MEDIA_TYPE, lambda each: type_documents.news_article(each.graph)),
    Format("persons.jsonld", json_ld.MEDIA_TYPE, lambda each: type_documents.persons(each.graph)),
    Format("events.jsonld", json_ld.MEDIA_TYPE, lambda each: type_documents.events(each.graph)),
    Format("evidence.jsonld", json_ld.MEDIA_TYPE, lambda each: evidence(each.article, each.graph)),
    Format("graph.nq", rdf.N_QUADS, lambda each: rdf.n_quads(each.graph, each.context)),
    Format("graph.ttl", rdf.TURTLE, lambda each: rdf.turtle(each.graph, each.context)),
    Format("findings.json", "application/json", lambda each: _record(each.findings)),
    Format("page.html", html.MEDIA_TYPE, lambda each: html.page(each.article, each.graph, each.newsroom)),
    Format("fragment.html", html.MEDIA_TYPE, lambda each: html.fragment(each.article, each.graph, each.newsroom)),
)
VERSIONED_FORMATS = (
    VersionedFormat("ninjs.json", ninjs.MEDIA_TYPE, ninjs.ninjs),
    VersionedFormat("newsml-g2.xml", newsml_g2.MEDIA_TYPE, newsml_g2.newsml_g2),
    VersionedFormat("cloud-event.json", cloud_event.MEDIA_TYPE, cloud_event.cloud_event),
)
