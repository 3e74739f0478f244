"""Graphs of many articles -> one JSON-LD document for each person, organization, place and event: what all of them together say,
every statement with the articles that say it and when (https://schema.org/Claim), contradictions and changes left visible.

Two steps, so that a large edition need not be in memory: ``said_of`` takes one graph apart, ``entity_document`` joins what was
said of one entity.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator

import msgspec

from pipeline.model.codec import encode_pretty
from pipeline.model.graph import CONTEXT, Graph, Json, Node
from pipeline.model.publication import Publication
from pipeline.publish.graph_view import KINDS, article_node, by_id, kind_of, values
from pipeline.publish.json_ld import MEDIA_TYPE
from pipeline.standards.json_tree import clean, encoded

SINGLE = (
    "@type", "name", "birthDate", "deathDate", "birthPlace", "deathPlace", "gender", "startDate", "endDate", "previousStartDate",
    "eventStatus", "superEvent", "containedInPlace", "geo", "address", "parentOrganization", "description",
)  # fmt: skip
"""Properties of which an entity has one value: the latest article's is shown, and different ones contradict each other."""
UNCLAIMED = ("@type", "@id", "name", "alternateName", "sameAs", "identifier", "geo", "address")
"""What identifies the entity; it is shown and needs no claim of its own."""


class Saying(msgspec.Struct, frozen=True, kw_only=True):
    """What one article says of one entity: ``node`` with the names of what it points at, ``quotations`` and ``events`` by or with it."""

    entity: str
    article: Node
    published: str
    node: Node
    mentioned: bool
    quotations: tuple[Node, ...] = ()
    events: tuple[Node, ...] = ()


def entity_documents(graphs: Iterable[Graph]) -> Iterator[Publication]:
    """The documents of all entities of these graphs, sorted by path."""
    found: dict[str, list[Saying]] = {}
    for graph in graphs:
        for each in said_of(graph):
            found.setdefault(each.entity, []).append(each)
    publications = (entity_document(sayings) for sayings in found.values())
    yield from sorted(publications, key=lambda each: each.path)


def said_of(graph: Graph) -> Iterator[Saying]:
    """What this article says of each entity that it names."""
    article = article_node(graph)
    nodes = by_id(graph)
    subjects = set(_ids(values(article, "about", "mentions")))
    quotations, events = _quotations(graph, nodes), _events(graph)
    for node in graph.nodes:
        if kind_of(node) in KINDS:
            yield Saying(
                entity=node["@id"],
                article=_short_article(article),
                published=str(article.get("datePublished", "")),
                node=_named(node, nodes),
                mentioned=node["@id"] in subjects,
                quotations=tuple(quotations.get(node["@id"], ())),
                events=tuple(each for each in events.get(node["@id"], ()) if each["@id"] != node["@id"]),
            )


def entity_document(sayings: Iterable[Saying]) -> Publication:
    """The document of one entity from everything that is said of it; at least one saying, all of the same entity."""
    ordered = sorted(sayings, key=lambda each: (each.published, each.article["@id"]))
    entity = ordered[0].entity
    claims = _claims(entity, ordered)
    quotations = {each["@id"]: each for saying in ordered for each in saying.quotations}
    graph = [_entity(ordered), *claims, *quotations.values()]
    content = encoded({"@context": CONTEXT, "@graph": graph}, encode_pretty)
    return Publication(path=document_path(entity), media_type=MEDIA_TYPE, content=content)


def document_path(entity: str) -> str:
    """Where the document of the entity with this @id belongs in the output folder."""
    kind, slug = entity.rstrip("/").rsplit("/", 2)[1:]
    return f"entities/{kind}/{slug}.jsonld"


def _short_article(article: Node) -> Node:
    keys = ("@id", "@type", "headline", "url", "datePublished", "dateModified")
    return {key: article[key] for key in keys if key in article}


def _named(node: Node, nodes: dict[str, Node]) -> Node:
    """The node with type and name beside every @id that it points at, since those nodes stay behind."""
    return {key: _with_name(value, nodes) for key, value in node.items()}


def _with_name(value: Json, nodes: dict[str, Node]) -> Json:
    if isinstance(value, list):
        return [_with_name(each, nodes) for each in value]
    if isinstance(value, dict) and set(value) == {"@id"} and value["@id"] in nodes:
        target = nodes[value["@id"]]
        return clean({"@id": value["@id"], "@type": target.get("@type"), "name": target.get("name")})
    return value


def _quotations(graph: Graph, nodes: dict[str, Node]) -> dict[str, list[Node]]:
    """The quotations by their speakers' @ids."""
    found: dict[str, list[Node]] = {}
    for each in graph.nodes:
        if each.get("@type") == "Quotation":
            said = _named(each, nodes) | {"isPartOf": _short_article(article_node(graph))}
            for speaker in dict.fromkeys(_ids(values(each, "spokenByCharacter", "creator"))):
                found.setdefault(speaker, []).append(said)
    return found


def _events(graph: Graph) -> dict[str, list[Node]]:
    """The events of this article by the @ids that they point at, by whatever property."""
    found: dict[str, list[Node]] = {}
    for each in graph.nodes:
        if kind_of(each) == "event":
            short: Node = {key: each[key] for key in ("@id", "@type", "name", "startDate") if key in each}
            for target in dict.fromkeys(_ids(values(each, *each))):
                found.setdefault(target, []).append(short)
    return found


def _ids(found: Iterable[Json]) -> Iterator[str]:
    """The @ids of the nodes among values."""
    return (each["@id"] for each in found if isinstance(each, dict) and "@id" in each)


def _entity(ordered: list[Saying]) -> Node:
    """The union of what is said, latest first; of what can only be one thing the latest."""
    node: Node = {"@id": ordered[0].entity}
    for saying in reversed(ordered):
        for key in saying.node:
            if key == "@id" or (key in SINGLE and key in node):
                continue
            node[key] = _union(node.get(key), saying.node[key])
    ended = _ended(ordered)
    titles = [each for each in _many(node.get("jobTitle")) if _text(each).casefold() not in ended]
    if "jobTitle" in node:
        node["jobTitle"] = titles[0] if len(titles) == 1 else titles
    names = {str(saying.node["name"]) for saying in ordered if "name" in saying.node} - {str(node.get("name"))}
    node["alternateName"] = _union(node.get("alternateName"), sorted(names))
    articles = [saying.article for saying in reversed(ordered) if saying.mentioned]
    events = {each["@id"]: each for saying in reversed(ordered) for each in saying.events}
    node["subjectOf"] = [*articles, *events.values()]
    return clean(node)


_FORMER = re.compile(r"(?:former|onetime|one-time|erstwhile|retired|ex)[ -](?=\w)", re.IGNORECASE)


def _ended(ordered: list[Saying]) -> dict[str, str]:
    """Titles that an article calls former and no later one gives again, with the day from which on they are."""
    ended: dict[str, str] = {}
    for saying in ordered:
        titles = [_text(each) for each in _many(saying.node.get("jobTitle"))]
        for title in (each for each in titles if not _FORMER.match(each)):
            ended.pop(title.casefold(), None)
        for title in (each for each in titles if _FORMER.match(each)):
            ended.setdefault(_FORMER.sub("", title, count=1).casefold(), saying.published[:10])
    return ended


def _union(known: Json, more: Json) -> Json:
    """The values of both, each once; one value stands alone."""
    found: dict[str, Json] = {}
    for each in (*_many(known), *_many(more)):
        found.setdefault(_text(each), each)
    return next(iter(found.values())) if len(found) == 1 else list(found.values())


def _many(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Json) -> str:
    """A value as people read it: a node by its name."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("roleName") or value["@id"])
    return str(value)


def _claims(entity: str, ordered: list[Saying]) -> list[Node]:
    """One claim for each value of each property, with first and every other article that makes it."""
    found: dict[tuple[str, str], list[tuple[Saying, Json]]] = {}
    for saying in ordered:
        for key, value in saying.node.items():
            for each in _many(value) if key not in UNCLAIMED else []:
                found.setdefault((key, _text(each)), []).append((saying, each))
    ended = _ended(ordered)
    rivals = {key: sum(1 for name, _ in found if name == key) for key, _ in found}
    return [
        _claim(entity, key, text, said, contradicted=key in SINGLE and rivals[key] > 1)
        | clean({"expires": ended.get(text.casefold()) if key == "jobTitle" else None})
        for (key, text), said in found.items()
    ]


def _claim(entity: str, key: str, text: str, said: list[tuple[Saying, Json]], *, contradicted: bool) -> Node:
    articles = list({saying.article["@id"]: saying.article for saying, _ in said}.values())
    dates = [saying.published[:10] for saying, _ in said if saying.published]
    value = said[0][1]
    digest = hashlib.blake2b(f"{key} {text}".encode(), digest_size=6).hexdigest()
    return clean(
        {
            "@id": f"{entity}#claim-{digest}",
            "@type": "Claim",
            "name": key,
            "text": text,
            "about": [{"@id": entity}, *([{"@id": value["@id"]}] if isinstance(value, dict) else [])],
            "firstAppearance": articles[0],
            "appearance": articles[1:],
            "temporalCoverage": f"{dates[0]}/{dates[-1]}" if dates else None,
            "creativeWorkStatus": "Contradicted" if contradicted else None,
        }
    )
