"""What is known of persons when speakers and those who take part are sought."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.index import Index, index
from pipeline.annotate.lexicon.triggers import SPORT_WORDS
from pipeline.annotate.reading import Reading
from pipeline.model.annotations import Annotations, PersonFact, Role, Span


class Speaker(msgspec.Struct, frozen=True):
    """The words that name the speaker, and the entity meant, if it is known."""

    text: str
    span: Span
    entity: str | None = None


class People(msgspec.Struct, frozen=True):
    """What is known of persons when speakers and those who take part are sought: mentions, roles, and whether it is sport."""

    reading: Reading
    known: Index
    roles: tuple[Role, ...]
    sport: bool = False
    styled: tuple[PersonFact, ...] = ()


def people(reading: Reading, annotations: Annotations) -> People:
    """What the steps so far know of persons."""
    styled = tuple(each for each in annotations.facts if each.property == "honorificPrefix")
    return People(reading, index(reading, annotations), annotations.roles, is_sport(reading), styled)


SPORT_SHARE = 1 / 60
"""Words of sport from which on an article is about sport."""


def is_sport(reading: Reading) -> bool:
    """Whether an article is about sport, by the share of its words."""
    words = re.findall(r"[a-z-]+", reading.text.lower())
    return sum(1 for each in words if each in SPORT_WORDS) >= max(3.0, SPORT_SHARE * len(words))
