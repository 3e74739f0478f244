"""The port to a model that says what belongs together: texts and what is known of them in, links out. Adapters live in the shell."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Literal, NamedTuple, Protocol

Kind = Literal["person", "pronoun", "organization", "described", "place", "time", "happening", "role"]


"""``described`` is an organization that a pronoun or "the company" means, ``pronoun`` a person. A ``role`` ("goalkeeper") is
found by the model itself."""


class Known(NamedTuple):
    """What stands at ``start`` to ``end`` of a text (its number); things of one ``id`` are the same."""

    text: int
    start: int
    end: int
    kind: Kind
    id: str


class Link(NamedTuple):
    """Two ids, the log odds that they belong together and that this is over, and where the text says so."""

    a: str
    b: str
    score: float
    past: float
    at_a: Known
    at_b: Known


class Asked(NamedTuple):
    """Whose organizations, whose roles, and the places of which happenings are asked for."""

    organizations: Set[str] = frozenset()
    roles: Set[str] = frozenset()
    places: Set[str] = frozenset()


class Told(NamedTuple):
    """A word of a text (its number) that tells what happens at a known time or place, and the log odds that it does."""

    at: Known
    start: int
    end: int
    score: float


class FactsRead(Protocol):
    """One article's texts, read; asked for links of what is known in them."""

    def told(self) -> list[Told]:
        """For each time the words near it that may tell what happens then."""
        ...

    def links(self, asked: Asked, happenings: Sequence[Known] = ()) -> list[Link]:
        """Each person or happening asked about with each thing near it that may belong to it, once."""
        ...


class Linker(Protocol):
    """Reads texts in which persons, organizations, places and times are known. ``name`` identifies model and version in evidence
    (``newsgraph-facts-2``)."""

    @property
    def name(self) -> str:
        """Which model, and which version of it."""
        ...

    def read(self, texts: Sequence[str], known: Sequence[Known]) -> FactsRead:
        """The texts, to be asked about."""
        ...
