"""Identities: which entity in the world an article's entity is. Workers propose, one writer settles."""

from __future__ import annotations

from typing import Literal

import msgspec

from pipeline.model.defaults import written
from pipeline.model.moment import Moment

IdentityKind = Literal["person", "organization", "place", "event"]


class Proposal(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An article's claim that it speaks of an entity: enough to find the entity, or to make it.

    ``article`` is the article's URL, ``local`` the id in its annotations; ``key`` is made from the identity itself (never
    from order) and names a new entity; the rest decides matches. ``start`` and ``end`` are those of an event, or of a life.
    ``born`` is about the year of birth, from an age that the article gives. ``usual_name`` is what the article calls an organization far more often than by its fullest name.
    """

    article: str
    local: str
    kind: IdentityKind
    type: str
    key: str
    name: str
    alternate_names: tuple[str, ...] = ()
    usual_name: str | None = None
    identifiers: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    start: Moment | None = None
    end: Moment | None = None
    born: int | None = None
    previous_start: Moment | None = None
    published: Moment | None = None


class Identity(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The settled answer for one local id: the persistent ``slug`` that its @id is made from, and what is known of it.

    ``aliases`` are slugs it had before it was merged with others. ``suppressed`` marks a person who must no longer be named: nothing of them may be published.
    """

    local: str
    kind: IdentityKind
    slug: str
    name: str = ""
    same_as: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    score: float = written(1.0)
    reason: str = ""
    suppressed: bool = False


type Identities = dict[str, Identity]
