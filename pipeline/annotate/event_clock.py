"""The dates of a passage: what each hangs on, how sure it is, what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import msgspec

from pipeline.annotate.clauses import is_verb, path_up
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import TimeExpression
from pipeline.model.moment import Moment

type WordsAt = Mapping[int, tuple[tuple[int, float], ...]]
"""By where a time begins, the words of its article that may tell what happens then: where each begins, and the log odds."""


class Clock(msgspec.Struct, frozen=True):
    """The dates of a passage by the token that each hangs on."""

    passage: Passage
    times: tuple[TimeExpression, ...]
    counted: Mapping[Token, TimeExpression] = MappingProxyType({})
    """Days told by their distance from another happening, by the word that tells what happened then."""
    told: WordsAt = MappingProxyType({})
    """Words that a model takes for what happens at a time."""

    def token(self, time: TimeExpression) -> Token | None:
        """The last token of a date, from which its governors are sought."""
        offset = self.passage.block.start
        inside = self.passage.tokens(time.span.start - offset, time.span.end - offset)
        return next((each for each in inside if each.head not in inside), inside[-1] if inside else None)

    def path(self, time: TimeExpression) -> Iterator[Token]:
        """What a date hangs on, nearest first: behind "said on Monday" it is the saying, wherever the parse hangs it."""
        token = self.token(time)
        if token is None:
            return
        said = self._said(time)
        if said is not None and said not in path_up(token):
            yield said
            yield from path_up(said)
        elif said is not None:
            yield from (each for each in path_up(token) if each == said or said not in path_up(each))
        else:
            yield from path_up(token)

    def _said(self, time: TimeExpression) -> Token | None:
        start = time.span.start - self.passage.block.start
        match = _SAID.search(self.passage.text[:start])
        found = self.passage.tokens(match.start("said"), match.end("said")) if match is not None else []
        return found[0] if found and is_verb(found[0]) else None


_SAID = re.compile(
    r"\b(?P<said>said|says|announced|confirmed|added|reported|revealed|disclosed|claimed|warned|denied)(?: in a statement)?,?"
    r"(?: early| late)?(?: on)? $"
)
"""Verbs of speech right before a date."""
_VAGUE = re.compile(r"rule:date:(?:relative-unit|weekend|quarter|half|season|decade)")
_PRECISIONS = (len("2024-06"), len("2024"))
LASTING = frozenset({"festival", "conference", "exhibition", "tournament"})
"""Types that may well last a whole weekend."""


def rounded(time: TimeExpression | None, kind: str) -> TimeExpression | None:
    """As in "last week", "in the third quarter": what happens then happens some day then, so only month or year is sure."""
    if time is None or time.value is None or time.end is None or not _VAGUE.match(time.by):
        return time
    if kind in LASTING and "weekend" in time.text:
        return time
    value, end = time.value, time.end
    shared = next((Moment(value[:each]) for each in _PRECISIONS if value[:each] == end[:each]), None)
    return msgspec.structs.replace(time, value=shared, end=None) if shared else None


NOT_THEN = re.compile(
    r"\b(?:[Ss]ince|[Bb]efore|(?<!shortly )(?<!just )(?<!soon )[Aa]fter|than|dated|(?:year|quarter|months) (?:ending|ended)) (?:the )?$"
)
"""Words before a date that say that nothing happens on it."""


def is_day(time: TimeExpression) -> bool:
    """Whether a time is one day, or a time of it."""
    return time.value is not None and time.end is None and time.value.precision in {"day", "local", "instant"}
