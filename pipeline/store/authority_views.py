"""What people read of the authority: a list of entities, and one entity with everything known of it, who says it, and why."""

from __future__ import annotations

import msgspec

from pipeline.mapping.names import folded
from pipeline.store.authority import Authority
from pipeline.store.authority_rows import Entity

MAX_ARTICLES = 20
"""Articles that a view names; their number is told in full."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One entity in a list."""

    reference: str
    name: str
    type: str
    articles: int
    identifiers: tuple[str, ...] = ()


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one property, and how many articles say it."""

    property: str
    value: str
    articles: int


class Mentioned(msgspec.Struct, frozen=True, kw_only=True):
    """One article that speaks of the entity: under which name, how sure, and why."""

    article: str
    name: str
    score: float
    reason: str


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One entity with everything that is merged into it."""

    reference: str
    name: str
    type: str
    names: tuple[str, ...]
    identifiers: tuple[str, ...]
    start: str | None
    merged: tuple[str, ...]
    merged_into: str | None
    said: tuple[Said, ...]
    articles: int
    mentioned: tuple[Mentioned, ...]


def reference(entity: Entity) -> str:
    """How an entity is named on the command line."""
    return f"{entity.kind}/{entity.slug}"


def search(authority: Authority, text: str = "", *, kind: str | None = None, limit: int = 50) -> tuple[Line, ...]:
    """Entities with a name that holds the text, those that most articles name first."""
    rows = authority.connection.execute(
        "SELECT entity.id, (SELECT count(DISTINCT article) FROM settled WHERE settled.entity = entity.id) AS articles"
        " FROM entity WHERE merged_into IS NULL AND name <> '' AND (? IS NULL OR kind = ?)"
        " AND (? = '' OR id IN (SELECT root FROM name JOIN entity ON entity.id = name.entity WHERE instr(folded, ?) > 0))"
        " ORDER BY articles DESC, kind, slug LIMIT ?",
        (kind, kind, folded(text), folded(text), limit),
    ).fetchall()
    return tuple(_line(authority, authority.rows.entity(row["id"]), row["articles"]) for row in rows)


def view(authority: Authority, entity: Entity) -> View:
    """Everything known of an entity."""
    root = authority.rows.entity(entity.root)
    merged = [each for each in authority.rows.family(root.id) if each.id != root.id]
    mentioned = _mentioned(authority, root)
    return View(
        reference=reference(entity),
        name=entity.name,
        type=entity.type,
        names=authority.rows.names(root.id),
        identifiers=authority.rows.identifiers(root.id),
        start=root.start,
        merged=tuple(reference(each) for each in merged),
        merged_into=reference(root) if root.id != entity.id else None,
        said=_said(authority, root),
        articles=len({each.article for each in mentioned}),
        mentioned=mentioned[:MAX_ARTICLES],
    )


def _line(authority: Authority, entity: Entity, articles: int) -> Line:
    known = authority.rows.identifiers(entity.id)
    return Line(reference=reference(entity), name=entity.name, type=entity.type, articles=articles, identifiers=known)


def _said(authority: Authority, root: Entity) -> tuple[Said, ...]:
    rows = authority.connection.execute(
        "SELECT property, min(shown) AS shown, sum(articles) AS total FROM entity JOIN feature ON feature.entity = entity.id"
        " WHERE root = ? GROUP BY property, value ORDER BY property, total DESC, value",
        (root.id,),
    )
    return tuple(Said(property=row["property"], value=row["shown"], articles=row["total"]) for row in rows)


def _mentioned(authority: Authority, root: Entity) -> tuple[Mentioned, ...]:
    rows = authority.connection.execute(
        "SELECT article, local FROM entity JOIN settled ON settled.entity = entity.id WHERE root = ? ORDER BY article, local",
        (root.id,),
    ).fetchall()
    answers = (authority.rows.answer_of(row["article"], row["local"]) for row in rows)
    return tuple(
        Mentioned(article=each.proposal.article, name=each.proposal.name, score=each.score, reason=each.reason)
        for each in answers
    )
