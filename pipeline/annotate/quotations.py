"""Direct quotations with their speakers: split, nested, over several paragraphs; no scare quotes, titles or terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.lexicon.speech import NOT_SPEECH_BEFORE
from pipeline.annotate.people import People, Speaker, people
from pipeline.annotate.quote_marks import Quoted
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.speakers import named, reported, speaker_after, speaker_before, speaker_by_beat
from pipeline.model.annotations import Annotations, Quotation, Span

SHORTEST_FRAGMENT = 4
"""Words that a quoted part of a sentence needs to be speech rather than scare quotes, if it is no sentence of its own."""
LONGEST_GAP = 160
"""Characters between two parts that may still be one quotation."""


class _Part(msgspec.Struct):
    """One quoted part of speech: where it stands, who says it and which rule says so."""

    passage: Passage
    quoted: Quoted
    speaker: Speaker | None
    by: str

    @property
    def words(self) -> str:
        return self.passage.text[self.quoted.start : self.quoted.end].strip()


def find_quotations(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the direct quotations of the body added."""
    who = people(reading, annotations)
    groups: list[list[_Part]] = []
    previous: _Part | None = None
    for passage in reading.passages:
        parts = list(_speech(passage, who, previous)) if passage.is_body else []
        _gather(groups, parts, previous)
        previous = parts[-1] if parts and _ends_with(passage, parts[-1].quoted) else None
    for group in groups:
        if group[-1].speaker is None:
            group[-1].speaker = _named_next(group[-1], who)
    return msgspec.structs.replace(
        annotations, quotations=tuple(_quotation(f"quotation-{number}", each) for number, each in enumerate(groups, 1))
    )


_NEXT = re.compile(
    r"(?:So (?:said|says)|Such (?:was|were|are|is)|(?:Those|These) (?:were|are) the words of|That (?:was|is) (?:the \w+ (?:of|from|by)|how)|"
    r"The (?:words|speaker|voice) (?:are|were|was|is)) "
)
_NEXT_REACH = 60


def _named_next(part: _Part, who: People) -> Speaker | None:
    """As in "Those were the words of Ida Moe": the paragraph behind says who spoke."""
    number = part.passage.number + 1
    if number >= len(who.reading.passages) or not _ends_with(part.passage, part.quoted):
        return None
    behind = who.reading.passages[number]
    opening = _NEXT.match(behind.text)
    if opening is None:
        return None
    within = who.known.within(behind, opening.end(), opening.end() + _NEXT_REACH)
    place = next((each for each in within if each.type == "person"), None)
    return named(behind, place) if place is not None else None


# --- speech or not ------------------------------------------------------------------------------------------------------


class _Context(msgspec.Struct, frozen=True):
    """A quoted part with the words around it: ``lead`` reaches back and ``left``, ``right`` are offsets of other parts."""

    passage: Passage
    quoted: Quoted
    left: int
    right: int
    last: _Part | None

    @property
    def inside(self) -> str:
        return self.passage.text[self.quoted.start : self.quoted.end].strip()

    @property
    def lead(self) -> str:
        return self.passage.text[self.left : self.quoted.start - 1]

    @property
    def is_sentence(self) -> bool:
        return self.inside[:1].isupper() and self.inside.rstrip("\"'”’")[-1:] in ".?!,…—-"


def _speech(passage: Passage, who: People, previous: _Part | None) -> Iterator[_Part]:
    parts = passage.quoted
    last = previous
    for number, part in enumerate(parts):
        left = parts[number - 1].end + 1 if number else 0
        right = parts[number + 1].start - 1 if number + 1 < len(parts) else len(passage.text)
        found = _attributed(_Context(passage, part, left, right, last), who)
        if found is not None:
            yield found
            last = found


def _attributed(context: _Context, who: People) -> _Part | None:
    """The part with its speaker, or None if it is no speech. The first rule that holds decides."""
    if not any(each.isalpha() for each in context.inside) or _is_term(context):
        return None
    for rule, find in _RULES:
        found, speaker = find(context, who)
        if found:
            return _Part(context.passage, context.quoted, speaker, rule)
    return None


def _is_term(context: _Context) -> bool:
    """Whether a name, a title or a term stands in the marks: "so-called ...", "the film ..."."""
    before = re.search(r"([\w-]+)[ (]*$", context.lead)
    if before is None:
        return False
    return before[1].lower() in NOT_SPEECH_BEFORE and not (context.is_sentence and context.inside[-1] in ".?!")


type _Verdict = tuple[bool, Speaker | None]
_NO: _Verdict = (False, None)


def _split_by_speaker(context: _Context, _: People) -> _Verdict:
    """As in "My client," said X, "built this ...": one sentence goes on behind its speaker."""
    last = context.last
    if last is None or last.passage is not context.passage or len(context.lead) > LONGEST_GAP:
        return _NO
    unbroken = not re.search(r"[.?!][\"'”’)]? [A-Z]", context.lead) and not re.search(r"[.?!]\s*$", context.lead)
    comma = context.lead.rstrip().endswith((",", "—", "–", "-")) and last.words.endswith((",", "—", "–", "-"))
    return (True, last.speaker) if unbroken and comma else _NO


def _before_its_speaker(context: _Context, who: People) -> _Verdict:
    """As in "...," X said."""
    behind = context.passage.text[context.quoted.end + 1 : context.quoted.end + 2]
    if context.inside[-1] not in ",?!…—-" and behind != ",":
        return _NO
    speaker = speaker_after(context.passage, context.quoted.end + 1, context.right, who)
    return (speaker is not None, _same_if_pronoun(speaker, context, who))


_NOBODY = frozenset({"i", "we", "you", "someone", "somebody", "people", "which", "that", "it", "they", "one", "this"})


def _behind_its_speaker(context: _Context, who: People) -> _Verdict:
    """As in X added: "...", and X said it was "a mistake from the start"."""
    if len(context.inside.split()) < SHORTEST_FRAGMENT and not _is_whole(context):
        return _NO
    speaker = speaker_before(context.passage, context.left, context.quoted.start - 1, who)
    if speaker is not None and speaker.text.lower() in _NOBODY:
        return _NO
    return (speaker is not None, _same_if_pronoun(speaker, context, who))


def _is_whole(context: _Context) -> bool:
    """Whether a few words are a sentence of their own; in 'a so-called "Antennagate," saying' the comma is not theirs."""
    led = context.lead.rstrip().endswith((":", ","))
    return context.is_sentence and (led or context.inside.rstrip("\"'”’")[-1:] in ".?!…")


def _reported_before(context: _Context, who: People) -> _Verdict:
    """As in 'Moe said it was closed. "We will not open again."': a sentence right behind one that reports speech."""
    lead = context.lead.rstrip()
    if not context.is_sentence or len(context.inside.split()) < SHORTEST_FRAGMENT:
        return _NO
    if lead.endswith((".", "!", "?")):
        left = context.left if context.last is not None and context.last.passage is context.passage else 0
        found = reported(context.passage, left, context.quoted.start - 1, who)
        return (found is not None, _same_if_pronoun(found, context, who))
    return _NO


def _goes_on(context: _Context, _: People) -> _Verdict:
    """A sentence of speech without a speaker of its own, right behind one that has a speaker."""
    last = context.last
    if last is None:
        return _NO
    if last.passage is not context.passage:
        return (not context.lead.strip(), last.speaker)
    near = context.lead.strip() in {"", ":", "–", "—", ";"} or (
        re.search(r"[.?!]\s*$", context.lead) is not None and len(context.lead) < LONGEST_GAP
    )
    return (near and context.is_sentence, last.speaker)


def _whole_sentence(context: _Context, who: People) -> _Verdict:
    """A sentence in marks that opens a paragraph is speech, though nobody is named; who acts behind it may have spoken."""
    if not context.is_sentence or len(context.inside.split()) < SHORTEST_FRAGMENT or context.lead.strip():
        return _NO
    if context.right < len(context.passage.text):
        return (True, speaker_by_beat(context.passage, context.quoted.end + 1, context.right, who))
    return (
        True,
        _of_last_paragraph(context, who) if not context.passage.text[context.quoted.end + 1 :].strip() else None,
    )


def _of_last_paragraph(context: _Context, who: People) -> Speaker | None:
    """Who goes on speaking in a paragraph that is nothing but a quotation: whose words the last sentence before reported."""
    number = context.passage.number - 1
    before = who.reading.passages[number] if number >= 0 else None
    if before is None or not before.is_body:
        return None
    *_, last = before.doc.sents
    found = reported(before, last.start_char, len(before.text), who)
    named = [each for each in who.known.within(before, last.start_char, len(before.text)) if each.type == "person"]
    return found if found is not None and len({each.entity for each in named} | {found.entity}) == 1 else None


_RULES = (
    ("rule:quote-split", _split_by_speaker),
    ("rule:quote-then-speaker", _before_its_speaker),
    ("rule:speaker-then-quote", _behind_its_speaker),
    ("rule:quote-reported-before", _reported_before),
    ("rule:quote-goes-on", _goes_on),
    ("rule:quoted-sentence", _whole_sentence),
)


def _same_if_pronoun(speaker: Speaker | None, context: _Context, who: People) -> Speaker | None:
    """As in "he added" behind a quotation of the same paragraph: the one who spoke."""
    speaker = _not_self_named(speaker, context, who)
    last = context.last
    if speaker is not None and speaker.entity is None and speaker.text.lower() == "it":
        return msgspec.structs.replace(speaker, entity=_body_meant(context, who))
    if speaker is None or last is None or last.speaker is None or last.passage is not context.passage:
        return speaker
    if speaker.text.lower() not in {"he", "she", "they"} or last.speaker.entity is None:
        return speaker
    end = speaker.span.start - context.passage.block.start
    between = who.known.within(context.passage, last.quoted.end, max(end, context.quoted.start))
    if any(each.type == "person" and each.form != "pronoun" and each.entity != last.speaker.entity for each in between):
        return speaker  # somebody else has come in since
    return msgspec.structs.replace(speaker, entity=last.speaker.entity)


def _body_meant(context: _Context, who: People) -> str | None:
    """Which organization "it" is: the one that spoke last, else the last one named in the paragraph."""
    last = context.last
    if last is not None and last.speaker is not None and last.speaker.entity is not None:
        spoken = who.known.entities[last.speaker.entity]
        return spoken.id if spoken.type == "organization" else None
    places = (each for each in who.known.before(context.passage, context.quoted.start))
    near = next(places, None)
    same = near is not None and near.passage == context.passage.number and near.type == "organization"
    return near.entity if same and near is not None else None


def _not_self_named(speaker: Speaker | None, context: _Context, who: People) -> Speaker | None:
    """Nobody speaks of himself by name: "he said" of a quotation that names the one last spoken of is somebody else."""
    if speaker is None or speaker.entity is None or speaker.text.lower() not in {"he", "she"}:
        return speaker
    inside = who.known.within(context.passage, context.quoted.start, context.quoted.end)
    if not any(each.entity == speaker.entity and each.form != "pronoun" for each in inside):
        return speaker
    before = who.known.before(context.passage, speaker.span.start - context.passage.block.start)
    other = next((each for each in before if each.type == "person" and each.entity != speaker.entity), None)
    near = other is not None and context.passage.number - other.passage <= 1
    return msgspec.structs.replace(speaker, entity=other.entity if other is not None and near else None)


def _ends_with(passage: Passage, part: Quoted) -> bool:
    """Whether the paragraph ends with the quotation, so that the next may go on with it."""
    return not part.closed or not passage.block.text[part.end + 1 :].strip()


# --- one quotation each -------------------------------------------------------------------------------------------------


def _gather(groups: list[list[_Part]], parts: Sequence[_Part], previous: _Part | None) -> None:
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


def _narrated(one: _Part, two: _Part) -> bool:
    """Whether the story goes on between two parts: more than the sentence that says who speaks."""
    between = one.passage.text[one.quoted.end + 1 : two.quoted.start - 1]
    sentences = len(_SENTENCE_END.findall(between))
    own = two.by == "rule:quote-then-speaker" and one.by == "rule:quote-then-speaker"
    return one.passage is two.passage and (
        sentences > 1 or (sentences == 1 and own and one.words.endswith((".", "?", "!")))
    )


def _same_speaker(one: _Part, two: _Part) -> bool:
    if one.speaker is None or two.speaker is None:
        return one.speaker is two.speaker
    if one.speaker.entity is None or two.speaker.entity is None:
        return one.speaker is two.speaker
    return one.speaker.entity == two.speaker.entity


def _bare(part: _Part) -> tuple[int, int]:
    """The offsets without the spaces inside the marks and the comma that belongs to the sentence around."""
    text, start, end = part.passage.block.text, part.quoted.start, part.quoted.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1] in ", ":
        end -= 1
    return start, end


def _quotation(local: str, parts: Sequence[_Part]) -> Quotation:
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
