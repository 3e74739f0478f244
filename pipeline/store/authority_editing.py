"""What an editor decides about the authority: add, merge, split, link, tell apart. Each is one transaction, noted in the journal,
and each can be taken back. What cannot be meant is refused with the reason."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from pipeline.mapping.ids import slug as make_slug
from pipeline.mapping.names import folded
from pipeline.model.errors import UsageError
from pipeline.model.identity import IdentityKind
from pipeline.store.authority import Authority
from pipeline.store.authority_identifiers import canonical, scheme
from pipeline.store.authority_rows import CURATED, Entity, Rows

KINDS: tuple[str, ...] = get_args(IdentityKind)
DEFAULT_TYPE = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event"}
EDITOR = "editor"


def find(authority: Authority, reference: str) -> Entity:
    """The entity meant by ``kind/slug``, by the end of its @id, or by a slug or a name that only one entity has."""
    kind, _, slug = reference.rstrip("/").removeprefix("entities/").rpartition("/")
    kind = kind.rsplit("/", 1)[-1]
    kinds = (kind,) if kind in KINDS else KINDS
    found = [entity for each in kinds if (entity := authority.rows.by_slug(each, slug or reference)) is not None]
    if not found:
        ids = [each for one in kinds for each in authority.rows.named(one, (folded(reference),))]
        found = [authority.rows.entity(each) for each in ids]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"{reference!r} is nothing the authority knows. `newsgraph authority list NAME` finds entities."
        )
    names = ", ".join(f"{each.kind}/{each.slug}" for each in found)
    raise UsageError(f"{reference!r} could be {names}. Name one of them.")


def add(
    authority: Authority,
    *,
    kind: str,
    name: str,
    schema_type: str = "",
    names: Iterable[str] = (),
    identifiers: Iterable[str] = (),
) -> Entity:
    """A new entity by an editor's word; raises ``UsageError`` if its identifier is another's."""
    if kind not in KINDS or not folded(name):
        raise UsageError(f"{kind} {name!r}: give a kind ({', '.join(KINDS)}) and a name.")
    name = " ".join(name.split())
    known = tuple(canonical(each) for each in identifiers)
    with authority.writing():
        for each in known:
            _check_free(authority, None, kind, each)
        entity = authority.rows.add_entity(
            kind, schema_type or DEFAULT_TYPE[kind], free_slug(authority.rows, kind, name), name, curated=CURATED
        )
        authority.rows.add_names(entity, (name, *names), EDITOR)
        authority.rows.add_identifiers(entity, known, EDITOR)
        authority.edits.journal("add", entity, name)
    return entity


def merge(authority: Authority, kept: Entity, other: Entity) -> None:
    """``other`` is ``kept``: its id stays known and answers with the other's. Undone by ``split``."""
    if kept.kind != other.kind:
        raise UsageError(
            f"{other.slug} ({other.kind}) and {kept.slug} ({kept.kind}) cannot be one. Nothing was changed."
        )
    if kept.root == other.root:
        raise UsageError(f"{other.kind}/{other.slug} and {kept.kind}/{kept.slug} are one already.")
    rows, edits = authority.rows, authority.edits
    if edits.distinct(kept.root, other.root):
        raise UsageError(
            f"{kept.slug} and {other.slug} have been told apart by an editor. Take that back first: authority same."
        )
    _check_agreement(authority, kept, other)
    with authority.writing():
        edits.merge(rows.root(other.id), rows.root(kept.id))
        edits.journal("merge", kept, other.slug)


def split(authority: Authority, entity: Entity, articles: Iterable[str] = ()) -> Entity:
    """Without articles: take back the merge of this entity. With: what these articles say is of somebody else, who is new."""
    rows, edits = authority.rows, authority.edits
    chosen = tuple(articles)
    if not chosen:
        if entity.merged_into is None:
            raise UsageError(
                f"{entity.kind}/{entity.slug} was never merged. Name the articles that mean somebody else."
            )
        with authority.writing():
            edits.unmerge(entity)
            edits.journal("split", entity, "")
        return rows.entity(entity.id)
    with authority.writing():
        moved = [each for one in chosen for each in edits.settled_as(one, entity.root)]
        if not moved:
            raise UsageError(
                f"none of these articles speaks of {entity.slug}. `newsgraph authority show {entity.slug}` lists its articles."
            )
        fresh = rows.add_entity(
            entity.kind, entity.type, free_slug(authority.rows, entity.kind, entity.name), entity.name
        )
        for each in moved:
            edits.move(each, fresh)
        edits.tell_apart(entity.root, fresh.id)
        edits.journal("split", entity, fresh.slug)
    return fresh


def link(authority: Authority, entity: Entity, identifier: str) -> None:
    """The entity is known in the world by this identifier (an IRI, or ``scheme:value``)."""
    identifier = canonical(identifier)
    with authority.writing():
        _check_free(authority, entity, entity.kind, identifier)
        authority.rows.add_identifiers(authority.rows.root(entity.id), (identifier,), EDITOR)
        authority.edits.journal("link", entity, identifier)


def unlink(authority: Authority, entity: Entity, identifier: str) -> None:
    """Take an identifier away."""
    with authority.writing():
        if not authority.edits.remove_identifier(entity.root, canonical(identifier)):
            raise UsageError(f"{entity.slug} has no identifier {identifier}. Nothing was changed.")
        authority.edits.journal("unlink", entity, identifier)


def tell_apart(authority: Authority, one: Entity, other: Entity) -> None:
    """The two are not one, whatever they have in common."""
    if one.root == other.root:
        raise UsageError(f"{one.slug} and {other.slug} are merged. Split them first: authority split {other.slug}.")
    with authority.writing():
        authority.edits.tell_apart(one.root, other.root)
        authority.edits.journal("distinct", one, other.slug)


def _check_agreement(authority: Authority, kept: Entity, other: Entity) -> None:
    ours = {scheme(each): each for each in authority.rows.identifiers(kept.root)}
    for each in authority.rows.identifiers(other.root):
        mine = ours.get(scheme(each))
        if mine is not None and mine != each:
            raise UsageError(
                f"{kept.slug} is {mine}, {other.slug} is {each}: the world holds them for two. Unlink the wrong one first."
            )


def _check_free(authority: Authority, entity: Entity | None, kind: str, identifier: str) -> None:
    """An identifier names one entity, and an entity has one identifier of each scheme."""
    for each in authority.rows.identified(kind, (identifier,)):
        if entity is None or each != entity.root:
            owner = authority.rows.entity(each)
            raise UsageError(f"{identifier} is {owner.kind}/{owner.slug} already. Merge the two, or unlink it there.")
    if entity is None:
        return
    for known in authority.rows.identifiers(entity.root):
        if scheme(known) == scheme(identifier) and known != identifier:
            raise UsageError(
                f"{entity.slug} is {known} already, which contradicts {identifier}. Unlink the wrong one first."
            )


def free_slug(rows: Rows, kind: str, name: str) -> str:
    """The name as a slug, numbered where others have it."""
    base = make_slug(name)
    number = next(
        each for each in range(1, 1_000_000) if rows.by_slug(kind, f"{base}-{each}" if each > 1 else base) is None
    )
    return base if number == 1 else f"{base}-{number}"
