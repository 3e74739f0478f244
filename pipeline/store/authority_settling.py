"""Proposals of one article -> settled entities: an editor's word first, then what the article was told before, then identifiers,
then the best of those who bear the name; otherwise a new entity, named by its identity."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import msgspec

from pipeline.mapping.ids import slug
from pipeline.mapping.names import folded
from pipeline.model.identity import Proposal
from pipeline.store.authority_matching import SURE, Candidate, Match, Verdict, judge
from pipeline.store.authority_names import event_keys, form_keys, full_names, lasting, other_names, usual_names
from pipeline.store.authority_rows import Entity, Rows, Settled

STICKY = 0.99
"""The probability that an edited article still means whom it meant."""
SURE_ENOUGH = 0.999
"""From here on an identifier has spoken, and who came first is as good as any."""
FOREMOST = 4
"""How many times more often than any other of its name an organization must be named to be meant by the bare name."""
APART = ("person", "event")
"""Kinds of which an article's own distinctions count: two local ids are two, even of one name."""


class Choice(msgspec.Struct, frozen=True):
    """The entity chosen for a proposal, and why."""

    entity: int
    probability: float
    reason: str


type Judged = tuple[Candidate, Verdict]


def settle_article(rows: Rows, article: str, proposals: list[Proposal]) -> None:
    """Settle one article's proposals; the same proposals again change nothing."""
    before = rows.settled(article)
    if [each.proposal for each in before] == sorted(proposals, key=lambda each: each.local):
        return
    rows.retract(article)
    taken: set[int] = set()
    for proposal in sorted(proposals, key=_order):
        choice = _choose(rows, proposal, before, taken)
        if proposal.kind in APART and "/" not in proposal.local:
            taken.add(choice.entity)
        learn(rows, proposal, choice)


def _order(proposal: Proposal) -> tuple[bool, str, str, str]:
    """Who is identified comes first, so that it cannot matter in which order an article names them."""
    return (not proposal.identifiers, proposal.kind, proposal.key, proposal.local)


def _choose(rows: Rows, proposal: Proposal, before: list[Settled], taken: set[int]) -> Choice:
    """``taken`` are the entities that this article means by others: two persons that it tells apart are two."""
    pinned = rows.pinned(proposal)
    if pinned is not None:
        return Choice(pinned, 1.0, "an editor said so")
    if proposal.kind not in APART or "/" in proposal.local:
        taken = set()
    kept = _kept(rows, proposal, before, taken)
    if kept is not None:
        return kept
    judged = [each for each in _judged(rows, proposal) if each[0].entity not in taken]
    best = _best(rows, judged)
    if best is not None:
        return Choice(best[0].entity, best[1].probability, _with_doubt(best[1], judged))
    return _new(rows, proposal, judged)


def _best(rows: Rows, judged: list[Judged]) -> Judged | None:
    """The most probable one. Where several are equally so: the one of whom nothing is known that tells them apart, or an
    organization that is named far more often than the others of its name."""
    same = [each for each in judged if each[1].same]
    top = max((each[1].probability for each in same), default=0.0)
    first = [each for each in same if each[1].probability == top]
    if len(first) < 2 or top >= SURE_ENOUGH:
        return first[0] if first else None
    unknown = [each for each in first if each[0].undetermined]
    return unknown[0] if unknown else _foremost(rows, first)


def _foremost(rows: Rows, judged: list[Judged]) -> Judged | None:
    if any(rows.entity(each[0].entity).kind != "organization" for each in judged):
        return None
    ranked = sorted(judged, key=lambda each: -rows.prominence(each[0].entity))
    first, second = (rows.prominence(each[0].entity) for each in ranked[:2])
    return ranked[0] if first >= FOREMOST * max(second, 1) else None


def _kept(rows: Rows, proposal: Proposal, before: list[Settled], taken: set[int]) -> Choice | None:
    """What this article was told before of the same name; an event may change its name and date and stays the same."""
    same = [each for each in before if each.kind == proposal.kind and each.folded == folded(proposal.name)]
    if proposal.kind == "event" and not same:
        same = [each for each in before if each.kind == "event" and _same_happening(proposal, each.proposal)]
    exact = [each for each in same if each.local == proposal.local] if len(same) > 1 else []
    entities = {rows.root(each.entity).id for each in exact or same} - taken
    if len(entities) != 1:
        return None
    return Choice(entities.pop(), max(STICKY, same[0].score), same[0].reason or "kept from the article's last version")


def _same_happening(proposal: Proposal, earlier: Proposal) -> bool:
    """Whether an edited article still tells of this event: same kind, someone or somewhere in common."""
    who = {folded(each) for each in proposal.participants} & {folded(each) for each in earlier.participants}
    where = {folded(each) for each in proposal.places} & {folded(each) for each in earlier.places}
    return proposal.type == earlier.type and bool(who or where)


def _judged(rows: Rows, proposal: Proposal) -> Iterator[Judged]:
    found: dict[int, Match] = dict.fromkeys(rows.identified(proposal.kind, proposal.identifiers), "name")
    for entity, short in rows.bearing(proposal.kind, (*full_names(proposal), *event_keys(proposal))).items():
        found.setdefault(entity, "short" if short else "name")
    for entity, short in rows.bearing(proposal.kind, other_names(proposal)).items():
        if not short:
            found.setdefault(entity, "other")
    for entity in rows.bearing(proposal.kind, form_keys(proposal)):
        found.setdefault(entity, "form")
    company = [folded(each) for each in proposal.participants]
    for entity, match in sorted(found.items()):
        candidate = rows.candidate(entity, company, match)
        yield candidate, judge(proposal, candidate)


def _with_doubt(best: Verdict, judged: list[Judged]) -> str:
    """The reason, with how many others bear the name in full; in doubt where it could be one of those."""
    others = [each[1] for each in judged if each[1] is not best and each[0].match == "name"]
    rival = any(each.same for each in others)
    doubt = "; in doubt" if best.probability < SURE or rival else ""
    return best.reason + (f"; {len(others)} other of this name" if others else "") + doubt


def _new(rows: Rows, proposal: Proposal, judged: list[Judged]) -> Choice:
    entity = rows.add_entity(proposal.kind, proposal.type, _free_slug(rows, proposal), proposal.name)
    likely = max(judged, key=lambda each: each[1].probability, default=None)
    if likely is None:
        return Choice(entity.id, 1.0, "new")
    if likely[1].same:
        return Choice(entity.id, 0.5, f"new, because it could be any of {len(judged)} of this name; in doubt")
    rest = round(1 - likely[1].probability, 3)
    return Choice(entity.id, rest, f"new, not the one of the same name: {likely[1].reason}")


def _free_slug(rows: Rows, proposal: Proposal) -> str:
    return next(each for each in _slugs(proposal) if each and rows.by_slug(proposal.kind, each) is None)


def _slugs(proposal: Proposal) -> Iterator[str]:
    """The key; for a namesake with what tells them apart; at last with a digest of the article."""
    yield proposal.key
    for each in (*proposal.titles, *proposal.organizations, *proposal.places):
        yield slug(f"{proposal.key} {each}")
    digest = hashlib.blake2b(f"{proposal.article} {proposal.local}".encode(), digest_size=16).hexdigest()
    for length in range(6, 33):
        yield f"{proposal.key[:60]}-{digest[:length]}"


def learn(rows: Rows, proposal: Proposal, choice: Choice) -> None:
    """Keep an answer, and what its proposal says of the entity chosen."""
    entity: Entity = rows.root(choice.entity)
    rows.add_names(entity, (proposal.name, *usual_names(proposal)), proposal.article)
    rows.add_names(
        entity, (each for each in proposal.alternate_names if lasting(proposal, each)), proposal.article, short=True
    )
    rows.add_keys(entity, (*full_names(proposal)[1:], *form_keys(proposal), *event_keys(proposal)), proposal.article)
    rows.add_identifiers(entity, proposal.identifiers, proposal.article)
    if proposal.start and (proposal.kind == "event" or entity.start is None):
        rows.set_start(entity.id, proposal.start)
    rows.answer(proposal, entity.id, choice.probability, choice.reason)
