"""Is this the same person, organization, place or event? A proposal and what is known of a candidate in; a probability and its
reasons out. Pure: weights are log-odds, each with its reason, so that every answer can be explained and argued with."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

import msgspec

from pipeline.mapping.names import folded
from pipeline.mapping.national_names import is_generic
from pipeline.model.identity import Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority_fields import EVERYDAY, common_field, fields, jobs_of
from pipeline.store.authority_identifiers import scheme

SAME = 0.5
"""The least probability at which two are held for one; below, a new entity is proposed and the doubt shown."""
SURE = 0.9
"""From here on there is no doubt to show."""


Match = Literal["name", "short", "other", "form"]
"""How a candidate was found: by the proposal's full name as its own, as its short name, by another name of the proposal, or by a
pet name or another spelling."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """What the authority knows of one entity: folded values, most frequent first."""

    entity: int
    name: str
    match: Match = "name"
    bulk: bool = False
    identifiers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    start: Moment | None = None

    @property
    def undetermined(self) -> bool:
        """Whether nothing is known that tells it from others of its name."""
        return not (self.identifiers or self.titles or self.organizations or self.places or self.nations)


class Verdict(msgspec.Struct, frozen=True):
    """How probable it is that the two are one, and why."""

    probability: float
    reason: str

    @property
    def same(self) -> bool:
        """Whether to hold them for one."""
        return self.probability >= SAME


type Weight = tuple[float, str]


def judge(proposal: Proposal, candidate: Candidate) -> Verdict:
    """Weigh what speaks for and against."""
    weights = [*_identifiers(proposal, candidate), *_WEIGH[proposal.kind](proposal, candidate)]
    probability = round(1 / (1 + math.exp(-sum(each[0] for each in weights))), 3)
    return Verdict(probability, "; ".join(each[1] for each in weights if each[1]))


def _identifiers(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    shared = set(proposal.identifiers) & set(candidate.identifiers)
    if shared:
        yield 12, f"same identifier {min(shared)}"
        return
    ours = {scheme(each): each for each in proposal.identifiers}
    theirs = {scheme(each): each for each in candidate.identifiers}
    for registry in sorted(set(ours) & set(theirs)):
        yield -12, f"another identifier: {ours[registry]}, not {theirs[registry]}"


def _person(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    words = len(folded(proposal.name).split())
    if candidate.bulk:
        yield -0.5, "same name as somebody of a registry, which does not say that it is the same person"
    else:
        yield _named(candidate, 2.2, "same full name") if words > 1 else (-1.5, "same name, but only one word of it")
    yield from _titles(proposal, candidate)
    yield from _life(proposal, candidate)
    yield from _shared("organization", proposal.organizations, candidate.organizations, 2.0, -1.5)
    yield from _shared("nationality", proposal.nations, candidate.nations, 1.0, -2.5)
    yield from _shared("home", proposal.places, candidate.places, 1.0, _elsewhere(proposal, candidate))
    yield from _shared("company", proposal.participants, candidate.company, 1.5, 0.0)


def _elsewhere(proposal: Proposal, candidate: Candidate) -> float:
    """Another home tells two people apart where nothing else is known of what they do; a mayor may come from anywhere."""
    known = (proposal.titles or proposal.organizations) and (candidate.titles or candidate.organizations)
    return -1.0 if known else -2.5


def _named(candidate: Candidate, weight: float, words: str) -> Weight:
    """The weight of a shared full name; a short or other name says less."""
    if candidate.match == "name":
        return weight, words
    if candidate.match == "form":
        return -0.5, f"a pet name or another spelling of {candidate.name}"
    return 1.0, f"{words}, as a {candidate.match} name of {candidate.name}"


def _titles(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    """The same job speaks for one person, jobs of different walks of life for two; careers within one field are common."""
    if not proposal.titles or not candidate.titles:
        return
    ours = {word for each in proposal.titles for word in folded(each).split()}
    theirs = {word for each in candidate.titles for word in each.split()}
    common = common_field(ours, theirs)
    if common == EVERYDAY:
        yield (
            (0.5, "same job, but one that many have")
            if ours & theirs & jobs_of(EVERYDAY)
            else (-2.5, "other everyday jobs")
        )
    elif common:
        yield 1.5, f"both in {common}"
    elif {each for each in ours & theirs if len(each) > 3} - _OFFICE_WORDS:
        yield 2.0, "same job"
    elif fields(ours) and fields(theirs):
        past = {"former", "ex"} & (ours | theirs)
        yield (-1.5 if past else -4.0), f"different jobs: {proposal.titles[0]}, not {candidate.titles[0]}"
    else:
        yield -1.5, f"jobs differ: {proposal.titles[0]}, {candidate.titles[0]}"


_OFFICE_WORDS = frozenset({"former", "late", "chief", "senior", "deputy", "vice", "assistant", "acting"})


def _life(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    """Dates of birth decide, where both are known."""
    if proposal.start and candidate.start:
        same = _compatible(proposal.start, candidate.start)
        yield (4.0, f"born {candidate.start}") if same else (-8.0, f"born {proposal.start}, not {candidate.start}")
    elif proposal.born and candidate.born:
        near = min(abs(proposal.born - int(each)) for each in candidate.born)
        yield (0.5, "same age") if near <= 1 else (-6.0, f"born about {proposal.born}, not {candidate.born[0]}")


def _organization(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    generic = is_generic(folded(proposal.name)) and candidate.match == "name"
    yield (-0.5, "same name, but one that many have") if generic else _named(candidate, 2.5, "same name")
    yield from _shared("place", proposal.places, candidate.places, 2.0, -3.0)
    yield from _shared("company", proposal.participants, candidate.company, 1.5, 0.0)


def _place(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    known = bool(proposal.identifiers or candidate.identifiers)
    yield (0.5, "same name, but only one of them is identified") if known else _named(candidate, 1.5, "same name")
    yield from _shared("place", proposal.places, candidate.places, 2.0, -3.0)


def _event(proposal: Proposal, candidate: Candidate) -> Iterable[Weight]:
    yield -1.5, f"same kind of event ({proposal.type})"
    yield from _when(proposal, candidate.start)
    yield from _shared("participant", proposal.participants, candidate.company, 2.5, -3.0)
    yield from _shared("place", proposal.places, candidate.places, 1.0, -1.5)
    if folded(proposal.name) in candidate.names:
        yield 1.5, "same name"


def _when(proposal: Proposal, known: Moment | None) -> Iterable[Weight]:
    if proposal.previous_start and known and _compatible(proposal.previous_start, known):
        yield 2.5, f"moved from {known}"
        return
    if proposal.start is None or known is None:
        yield -1.2, "one of them is undated"
        return
    if _compatible(proposal.start, known):
        exact = len(proposal.start) >= 10 and len(known) >= 10  # both name the day
        yield (2.0 if exact else 1.0), f"same time ({min(proposal.start, known, key=len)})"
    elif _days(proposal.start, known) <= 1:
        yield -0.5, "a day apart"
    else:
        yield -6.0, f"another time: {proposal.start}, not {known}"


def _compatible(one: Moment, other: Moment) -> bool:
    """Whether the coarser of two dates covers the other, day by day."""
    length = min(len(one), len(other), 10)
    return one[:length] == other[:length]


def _days(one: Moment, other: Moment) -> int:
    first, second = one.day, other.day
    return abs((first - second).days) if isinstance(first, date) else 0


def _shared(what: str, ours: tuple[str, ...], theirs: tuple[str, ...], agree: float, differ: float) -> Iterable[Weight]:
    mine = {folded(each): each for each in ours}
    if not mine or not theirs:
        return
    common = [mine[each] for each in theirs if each in mine]
    if common:
        yield agree, f"{what} shared: {common[0]}"
    elif differ:
        yield differ, f"{what} differs: {ours[0]}, not {theirs[0]}"


_WEIGH: dict[str, Callable[[Proposal, Candidate], Iterable[Weight]]] = {
    "person": _person,
    "organization": _organization,
    "place": _place,
    "event": _event,
}
