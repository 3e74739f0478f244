"""Quoted parts -> quotations: what one speaker says in a paragraph, or goes on with from an open one, is one quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from pipeline.annotate.people import Speaker
from pipeline.annotate.quote_marks import Quoted
from pipeline.annotate.reading import Passage
from pipeline.model.annotations import Quotation, Span


class Part(msgspec.Struct):
    """One quoted part of speech: where it stands, who says it and which rule says so."""

    passage: Passage
    quoted: Quoted
    speaker: Speaker | None
    by: str

    @property
    def words(self) -> str:
        """What stands between the marks."""
        return self.passage.text[self.quoted.start : self.quoted.end].strip()


def gather(groups: list[list[Part]], parts: Sequence[Part], previous: Part | None) -> None:
    """Add parts to the groups: what one speaker says in a paragraph, or goes on with from an open one, is one quotation."""
    for number, each in enumerate(parts):
        goes_on = (
            number == 0 and previous is not None and (each.by == "rule:quote-goes-on" or not previous.quoted.closed)
        )
        if groups and (
            goes_on or (number > 0 and _same_speaker(groups[-1][-1], each) and not _narrated(groups[-1][-1], each))
        ):
            groups[-1].append(each)
        else:
            groups.append([each])


_SENTENCE_END = re.compile(r"[.?!][\"'”’]?(?= [\"“‘'A-Z]|\s*$)")


def _narrated(one: Part, two: Part) -> bool:
    """Whether the story goes on between two parts: more than the sentence that says who speaks."""
    between = one.passage.text[one.quoted.end + 1 : two.quoted.start - 1]
    sentences = len(_SENTENCE_END.findall(between))
    own = two.by == "rule:quote-then-speaker" and one.by == "rule:quote-then-speaker"
    return one.passage is two.passage and (
        sentences > 1 or (sentences == 1 and own and one.words.endswith((".", "?", "!")))
    )


def _same_speaker(one: Part, two: Part) -> bool:
    if one.speaker is None or two.speaker is None:
        return one.speaker is two.speaker
    if one.speaker.entity is None or two.speaker.entity is None:
        return one.speaker is two.speaker
    return one.speaker.entity == two.speaker.entity


def _bare(part: Part) -> tuple[int, int]:
    """The offsets without the spaces inside the marks and the comma that belongs to the sentence around."""
    text, start, end = part.passage.block.text, part.quoted.start, part.quoted.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in ", ":
        end -= 1
    return start, end


def quotation(local: str, parts: Sequence[Part]) -> Quotation:
    """One quotation of all the parts, by the first speaker that is known."""
    speaker = next((each.speaker for each in parts if each.speaker is not None), None)
    bounds = [(each.passage, *_bare(each)) for each in parts]
    spans: tuple[Span, ...] = tuple(passage.span(start, end) for passage, start, end in bounds)
    texts = [passage.original(start, end) for passage, start, end in bounds]
    return Quotation(
        id=local,
        text=" … ".join(texts),
        spans=spans,
        by=parts[0].by,
        speaker=speaker.entity if speaker else None,
        speaker_text=speaker.text if speaker else None,
        speaker_span=speaker.span if speaker else None,
        probability=0.9 if speaker and speaker.entity else 0.75,
    )
