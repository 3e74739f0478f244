"""A person's mention with what is needed to look around it: every rule on roles begins here."""

from __future__ import annotations

import msgspec

from pipeline.annotate.index import Index, Place
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import PersonFact, PersonProperty, Span


class Subject(msgspec.Struct, frozen=True):
    """A person's mention with all that is needed to look around it."""

    passage: Passage
    place: Place
    known: Index
    first: Token
    last: Token

    def token_at(self, offset: int) -> Token | None:
        """The first token that begins at or behind an offset of the passage."""
        return self.passage.token_at(offset)

    def fact(
        self,
        name: PersonProperty,
        value: str,
        span: Span,
        *,
        by: str,
        entity: str | None = None,
        probability: float = 0.9,
    ) -> PersonFact:
        """A fact of this person."""
        return PersonFact(
            person=self.place.entity,
            property=name,
            value=value,
            span=span,
            by=by,
            entity=entity,
            probability=probability,
        )
