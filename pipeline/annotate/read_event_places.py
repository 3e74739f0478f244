"""Where a happening was, from the links of the facts model, in the sentence that tells of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.linking import Known, Link
from pipeline.annotate.reading import Passage
from pipeline.model.annotations import Event

SURE = 2.0
"""Log odds from which a place is taken (measured on stories that were not trained on, 2026-11)."""


def unplaced(passages: Sequence[Passage], events: Sequence[Event], known: Sequence[Known]) -> Iterator[str]:
    """The happenings whose place is worth asking for: the rules found none, and their sentence names one."""
    places = [each for each in known if each.kind == "place"]
    for event in events:
        if not event.places and any(_is_told(passages, each, event) for each in places):
            yield event.id


def placed(passages: Sequence[Passage], events: Sequence[Event], links: Sequence[Link]) -> tuple[Event, ...]:
    """The events, those for which the rules found no place with the surest one of their sentence."""
    best: dict[str, Link] = {}
    told = {each.id: each for each in events if not each.places}
    for each in links:
        event = told.get(each.a)
        if event is None or each.score <= SURE or not _is_told(passages, each.at_b, event):
            continue
        if each.a not in best or best[each.a].score < each.score:
            best[each.a] = each
    return tuple(
        msgspec.structs.replace(each, places=(best[each.id].b,)) if each.id in best else each for each in events
    )


def _is_told(passages: Sequence[Passage], known: Known, event: Event) -> bool:
    """Whether the event's sentence holds it, so that the sentence is evidence for it."""
    return event.span.start <= passages[known.text].block.start + known.start < event.span.end
