"""An output folder whose authority is lost -> an authority that gives every article the same ids again. What the published graphs
do not hold (editors' decisions, suppressions) cannot come back: a backup holds it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from pipeline.model.errors import UsageError
from pipeline.model.identity import IdentityKind, Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_editing import KINDS
from pipeline.store.authority_formats import many, names, path_of, texts
from pipeline.store.authority_rows import Rows
from pipeline.store.authority_settling import Choice, learn

FILE = Path(".state/authority.sqlite")
_REASON = "recovered from the article's published graph"
_TAKING_PART = ("attendee", "organizer", "performer", "about", "actor", "competitor", "homeTeam", "awayTeam", "sponsor")


class Published(msgspec.Struct, frozen=True):
    """An entity as one article's graph shows it, and the slug that it was published under."""

    slug: str
    proposal: Proposal


class Recovered(msgspec.Struct, frozen=True):
    """How many entities of how many articles have their ids again."""

    entities: int
    articles: int


def is_lost(output: Path) -> bool:
    """Whether the folder holds published entities and no authority that knows them."""
    return not (output / FILE).exists() and any((output / "entities").glob("*/*.jsonld"))


def recover(authority: Authority, output: Path) -> Recovered:
    """Read every article's graph below ``output``; raises ``UsageError`` if the authority knows articles already."""
    if authority.connection.execute("SELECT 1 FROM settled LIMIT 1").fetchone():
        raise UsageError(
            "the authority knows articles already; recover is for a lost one. Move its file away first, or leave it as it is."
        )
    paths = sorted((output / "articles").glob("*/graph.jsonld"))
    if not paths:
        raise UsageError(f"{output}: holds no articles/*/graph.jsonld. Name the folder that `newsgraph build` wrote.")
    slugs: set[tuple[str, str]] = set()
    with authority.writing():
        for path in paths:
            for each in read_graph(path.read_bytes(), str(path)):
                _learn(authority.rows, each)
                slugs.add((each.proposal.kind, each.slug))
    return Recovered(len(slugs), len(paths))


def _learn(rows: Rows, published: Published) -> None:
    proposal = published.proposal
    entity = rows.by_slug(proposal.kind, published.slug) or rows.add_entity(
        proposal.kind, proposal.type, published.slug, proposal.name
    )
    learn(rows, proposal, Choice(entity.id, 1.0, _REASON))


def read_graph(content: bytes, name: str) -> Iterator[Published]:
    """The persons, organizations, places and events of an article's graph, one for each of their names there."""
    try:
        nodes = [each for each in json.loads(content)["@graph"] if isinstance(each, dict)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError(
            f"{name}: is no graph of an article ({error}). Take the file away, or build it again."
        ) from error
    called = {each["@id"]: str(each["name"]) for each in nodes if each.get("@id") and each.get("name")}
    address = next((each["url"] for each in nodes if str(each.get("@id", "")).endswith("#article")), None)
    for node in nodes if isinstance(address, str) else ():
        kind, slug = path_of(str(node.get("@id", "")))
        if kind in KINDS and isinstance(node.get("name"), str):
            yield from _published(str(address), kind, slug, node, called)


def _published(address: str, kind: str, slug: str, node: dict[str, Any], called: dict[str, str]) -> Iterator[Published]:
    others = texts(node.get("alternateName"))
    whole = Proposal(
        article=address,
        local=f"{kind}/{slug}",
        kind=msgspec.convert(kind, IdentityKind),
        type=_type(kind, node),
        key=slug,
        name=node["name"],
        alternate_names=others,
        identifiers=(*texts(node.get("sameAs")), *texts(node.get("identifier"))),
        titles=texts(node.get("jobTitle")),
        organizations=_called(node, called, "affiliation", "worksFor", "memberOf"),
        places=_called(node, called, "homeLocation", "birthPlace", "containedInPlace", "location"),
        participants=_called(node, called, *_TAKING_PART) if kind == "event" else (),
        nations=_called(node, called, "nationality"),
        start=_moment(node, "birthDate" if kind == "person" else "startDate"),
    )
    yield Published(slug, whole)
    for number, other in enumerate(others):
        if kind != "person" or " " in other:
            yield Published(slug, _by_other_name(whole, number, other))


def _by_other_name(whole: Proposal, number: int, name: str) -> Proposal:
    """The article may call the entity so, and its graph by the name that the authority knows."""
    return Proposal(
        article=whole.article,
        local=f"{whole.local}/{number}",
        kind=whole.kind,
        type=whole.type,
        key=whole.key,
        name=name,
    )


def _type(kind: str, node: dict[str, Any]) -> str:
    """Our own kind of an event ("visit"), the schema.org type of anything else."""
    found = many(node.get("additionalType" if kind == "event" else "@type"))
    return str(found[0]) if found else ""


def _called(node: dict[str, Any], called: dict[str, str], *properties: str) -> tuple[str, ...]:
    """The names of what a node refers to, whether they stand in the node or elsewhere in the graph."""
    referred = [each for key in properties for each in many(node.get(key)) if isinstance(each, dict)]
    found = [called.get(str(each.get("@id"))) for each in referred]
    return tuple(dict.fromkeys((*names(node, *properties), *(each for each in found if each))))


def _moment(node: dict[str, Any], name: str) -> Moment | None:
    try:
        return Moment(str(node[name]))
    except (KeyError, ValueError):
        return None
