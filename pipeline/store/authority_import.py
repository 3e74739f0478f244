"""Entities from elsewhere -> the authority, all of them or none: whatever contradicts what is known, or itself, is listed first."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from pipeline.mapping.names import folded
from pipeline.model.errors import UsageError
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_edit_rows import EditRows
from pipeline.store.authority_editing import DEFAULT_TYPE, KINDS, free_slug
from pipeline.store.authority_identifiers import canonical, scheme
from pipeline.store.authority_rows import BULK, CURATED, Entity, Rows

MAX_LISTED = 50
"""Contradictions that are listed; an import with more is wrong as a whole."""
SOURCE = "import"


class Imported(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entity as a file describes it; ``where`` says in which line or entry. ``bulk`` marks what nobody has looked
    at one by one: of such a person an article must say more than the name to mean them."""

    where: str
    kind: str
    name: str
    type: str = ""
    slug: str = ""
    names: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    merged_into: str = ""
    start: Moment | None = None
    bulk: bool = False


class Counts(msgspec.Struct, frozen=True):
    """How many entities were new, and how many known ones learned something."""

    added: int
    known: int


def import_entities(authority: Authority, entities: Iterable[Imported]) -> Counts:
    """Take in every entity in one transaction; raises ``UsageError`` with every contradiction, and then nothing is taken in."""
    problems: list[str] = []
    added = known = 0
    merges: list[tuple[Imported, Entity]] = []
    with authority.writing():
        for each in entities:
            entity, is_new = _take_in(authority.rows, authority.edits, each, problems)
            if entity is not None and each.merged_into:
                merges.append((each, entity))
            added, known = added + (entity is not None and is_new), known + (entity is not None and not is_new)
            if len(problems) >= MAX_LISTED:
                break
        for each, entity in merges:
            _merge(authority.rows, authority.edits, each, entity, problems)
        if problems:
            raise UsageError("\n".join([f"{len(problems)} contradictions; nothing was imported:", *problems]))
    return Counts(added, known)


def _take_in(rows: Rows, edits: EditRows, entry: Imported, problems: list[str]) -> tuple[Entity | None, bool]:
    each = msgspec.structs.replace(entry, name=" ".join(entry.name.split()))
    identifiers = tuple(dict.fromkeys(canonical(one) for one in each.identifiers if one.strip()))
    if each.kind not in KINDS or not folded(each.name):
        problems.append(
            f"{each.where}: kind {each.kind!r}, name {each.name!r}: give a kind ({', '.join(KINDS)}) and a name."
        )
        return None, False
    entity, problem = _owner(rows, edits, each, identifiers)
    problem = problem or _contradiction(rows, each, entity, identifiers)
    if problem:
        problems.append(f"{each.where}: {problem}")
        return None, False
    is_new = entity is None
    if entity is None:
        slug = (
            each.slug
            if each.slug and rows.by_slug(each.kind, each.slug) is None
            else free_slug(rows, each.kind, each.name)
        )
        entity = rows.add_entity(
            each.kind, each.type or DEFAULT_TYPE[each.kind], slug, each.name, curated=BULK if each.bulk else CURATED
        )
        if each.start:
            rows.set_start(entity.id, each.start)
    for name in (each.name, *each.names):
        rows.add_names(entity, (name,), SOURCE, short=" " in each.name and " " not in name)
    rows.add_identifiers(entity, identifiers, SOURCE)
    edits.add_features(
        entity.id,
        {"title": each.titles, "organization": each.organizations, "place": each.places, "nation": each.nations},
    )
    return entity, is_new


def _owner(rows: Rows, edits: EditRows, each: Imported, identifiers: tuple[str, ...]) -> tuple[Entity | None, str]:
    """Whom the entry means: by identifier, by slug, or the only curated entity of exactly this name."""
    owners = rows.identified(each.kind, identifiers)
    if len(owners) > 1:
        names = ", ".join(f"{one.kind}/{one.slug}" for one in map(rows.entity, owners))
        return None, f"{each.name} has identifiers of {names}."
    by_slug = rows.by_slug(each.kind, each.slug) if each.slug else None
    if owners and by_slug is not None and by_slug.root != owners[0]:
        return None, f"{each.kind}/{each.slug} and {identifiers[0]} are two entities here."
    if owners:
        return by_slug or rows.entity(owners[0]), ""
    if by_slug is not None or each.slug:
        return by_slug, ""
    return edits.curated_namesake(each.kind, folded(each.name), identifiers), ""


def _contradiction(rows: Rows, each: Imported, entity: Entity | None, identifiers: tuple[str, ...]) -> str:
    for kind in KINDS:
        other = rows.identified(kind, identifiers) if kind != each.kind else []
        if other:
            return (
                f"{each.name} is a {each.kind} here, but {identifiers[0]} is the {kind} {rows.entity(other[0]).slug}."
            )
    schemes: dict[str, str] = {}
    known = rows.identifiers(entity.root) if entity else ()
    for one in (*known, *identifiers):
        if schemes.setdefault(scheme(one), one) != one:
            return f"{each.name} would be {schemes[scheme(one)]} and {one} at once."
    return ""


def _merge(rows: Rows, edits: EditRows, each: Imported, entity: Entity, problems: list[str]) -> None:
    target = rows.by_slug(each.kind, each.merged_into.rpartition("/")[2])
    if target is None or target.root == entity.id:
        problems.append(f"{each.where}: {each.name} is merged into {each.merged_into!r}, which is not there.")
    elif entity.merged_into is None and target.root != entity.root:
        edits.merge(entity, target)
