"""Direct quotations with their speakers: split, nested, over several paragraphs; no scare quotes, titles or terms."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.speech import NOT_SPEECH_BEFORE, THINGS_THAT_SAY
from pipeline.annotate.people import People, Speaker, people
from pipeline.annotate.quotation_parts import Part, gather, quotation
from pipeline.annotate.quote_marks import Quoted
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.set_phrases import is_equated, speaker_by_beat, speaker_of_beat_before
from pipeline.annotate.speakers import reported, speaker_after, speaker_before
from pipeline.annotate.speaking_phrases import named, whom_it_means
from pipeline.model.annotations import Annotations

SHORTEST_FRAGMENT = 4
"""Words that a quoted part of a sentence needs to be speech rather than scare quotes, if it is no sentence of its own."""
LONGEST_GAP = 160
"""Characters between two parts that may still be one quotation."""


def find_quotations(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the direct quotations of the body added."""
    who = people(reading, annotations)
    groups: list[list[Part]] = []
    previous: Part | None = None
    for passage in reading.passages:
        parts = list(_speech(passage, who, previous)) if passage.is_body else []
        gather(groups, parts, previous)
        previous = parts[-1] if parts and _ends_with(passage, parts[-1].quoted) else None
    for group in groups:
        if group[-1].speaker is None:
            group[-1].speaker = _named_next(group[-1], who)
    return msgspec.structs.replace(
        annotations, quotations=tuple(quotation(f"quotation-{number}", each) for number, each in enumerate(groups, 1))
    )


_NEXT = re.compile(
    r"(?:So (?:said|says)|Such (?:was|were|are|is)|(?:Those|These) (?:were|are) the words of|That (?:was|is) (?:the \w+ (?:of|from|by)|how)|"
    r"The (?:words|speaker|voice) (?:are|were|was|is)) "
)
_NEXT_REACH = 60


def _named_next(part: Part, who: People) -> Speaker | None:
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
    last: Part | None

    @property
    def inside(self) -> str:
        return self.passage.text[self.quoted.start : self.quoted.end].strip()

    @property
    def lead(self) -> str:
        return self.passage.text[self.left : self.quoted.start - 1]

    @property
    def is_sentence(self) -> bool:
        return self.inside[:1].isupper() and self.inside.rstrip("\"'”’")[-1:] in ".?!,…—-"


def _speech(passage: Passage, who: People, previous: Part | None) -> Iterator[Part]:
    parts = passage.quoted
    last = previous
    for number, part in enumerate(parts):
        left = parts[number - 1].end + 1 if number else 0
        right = parts[number + 1].start - 1 if number + 1 < len(parts) else len(passage.text)
        found = _attributed(_Context(passage, part, left, right, last), who)
        if found is not None:
            yield found
            last = found


def _attributed(context: _Context, who: People) -> Part | None:
    """The part with its speaker, or None if it is no speech. The first rule that holds decides."""
    if not any(each.isalpha() for each in context.inside) or _is_term(context):
        return None
    for rule, find in _RULES:
        found, speaker = find(context, who)
        if found:
            return Part(context.passage, context.quoted, speaker, rule)
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


_ON = re.compile(r",? (?:and|but|or|nor|yet|adding|while)\b[^.;:?!\"]{0,100}$")


def _same_sentence(context: _Context, _: People) -> _Verdict:
    """As in 'Moe said it was "dead in the water" and that they had "no idea what they were doing"'."""
    last = context.last
    if (
        last is None
        or last.passage is not context.passage
        or last.by not in {"rule:speaker-then-quote", "rule:same-sentence"}
    ):
        return _NO
    if len(context.inside.split()) < SHORTEST_FRAGMENT or last.speaker is None or context.inside[:1].isupper():
        return _NO
    return (_ON.fullmatch(context.lead.lstrip("\"'”’")) is not None, last.speaker)


def _beat_before(context: _Context, who: People) -> _Verdict:
    """As in 'Moe shook her head. "Never in my life have I seen this."': who acts in the sentence in front, and nobody else there."""
    if not context.is_sentence or len(context.inside.split()) < SHORTEST_FRAGMENT:
        return _NO
    if not context.lead.rstrip().endswith((".", "!", "?")) or re.match(r"(?:He|She)\b", context.inside):
        return _NO
    left = context.left if context.last is not None and context.last.passage is context.passage else 0
    speaker = speaker_of_beat_before(context.passage, left, context.quoted.start - 1, who)
    return (speaker is not None, speaker)


def _before_its_speaker(context: _Context, who: People) -> _Verdict:
    """As in "...," X said."""
    behind = context.passage.text[context.quoted.end + 1 : context.quoted.end + 2]
    last = (context.inside.rstrip("'’ ") or context.inside)[-1]  # 'He said, "Go,"' within another's words
    plain = last not in ",?!…—-" and behind != ","
    if plain and not is_equated(context.passage, context.quoted.end + 1):
        return _NO
    speaker = speaker_after(context.passage, context.quoted.end + 1, context.right, who)
    return (speaker is not None, _same_if_pronoun(speaker, context, who))


_NOBODY = frozenset({"i", "we", "you", "someone", "somebody", "people", "which", "that", "it", "they", "one", "this"})


def _behind_its_speaker(context: _Context, who: People) -> _Verdict:
    """As in X added: "...", and X said it was "a mistake from the start"."""
    if len(context.inside.split()) < SHORTEST_FRAGMENT and not _is_whole(context):
        return _NO
    speaker = speaker_before(context.passage, context.left, context.quoted.start - 1, who)
    if speaker is not None and (speaker.text.lower() in _NOBODY or _is_printed(speaker, context)):
        return _NO
    return (speaker is not None, _same_if_pronoun(speaker, context, who))


_FEW_WORDS = 8


def _is_printed(speaker: Speaker, context: _Context) -> bool:
    """As in "Posters promise the "oldest ship in the world"": a printed thing's few words."""
    if speaker.entity is not None or context.is_sentence or len(context.inside.split()) > _FEW_WORDS:
        return False
    nouns = {each.removesuffix("s") for each in re.findall(r"[\w-]+", speaker.text.lower())}
    return bool(nouns & THINGS_THAT_SAY)


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
    ("rule:same-sentence", _same_sentence),
    ("rule:quote-reported-before", _reported_before),
    ("rule:quote-behind-beat", _beat_before),
    ("rule:quote-goes-on", _goes_on),
    ("rule:quoted-sentence", _whole_sentence),
)


def _same_if_pronoun(speaker: Speaker | None, context: _Context, who: People) -> Speaker | None:
    """As in "he added" behind a quotation of the same paragraph: the one who spoke."""
    speaker = _not_self_named(speaker, context, who)
    last = context.last
    if speaker is not None and (told := _told_apart(speaker, context, who)) is not speaker:
        return told
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


def _told_apart(speaker: Speaker, context: _Context, who: People) -> Speaker:
    """The speaker whom the sentence before leaves no doubt of: the one who was asked, or the source of what it reports."""
    source = _source_meant(speaker, context, who)
    return _asked(speaker, context, who) if source is None else msgspec.structs.replace(speaker, entity=source)


_ASKED = re.compile(
    r"(?:^|[.?!][\"”’]* )(?:I|We|we) (?:\w+ly )?asked ([^,;:?\"“”]{2,60}?),? (?:what|whether|if|how|why|who|when|where|about)\b[^.?!\"“”]{0,160}[.?]\s*$"
)


def _asked(speaker: Speaker, context: _Context, who: People) -> Speaker:
    """As in 'I asked the curator why. "It leaked," she said.': who was asked, though nobody with a name is known by that description."""
    match = _ASKED.search(context.passage.text, context.left, max(context.left, context.quoted.start - 1))
    if match is None or speaker.text.lower() not in {"he", "she"}:
        return speaker
    meant = whom_it_means(context.passage, match.start(1), match.end(1), match.end(1), who)
    return msgspec.structs.replace(speaker, entity=meant.entity if meant is not None else None)


_ACCORDING = re.compile(r"\b[Aa]ccording to (?:the )?")


def _source_meant(speaker: Speaker, context: _Context, who: People) -> str | None:
    """As in 'It was late, according to Ida Moe of Harwell. "Very late," she said.': who was the source of the sentence before."""
    if speaker.text.lower() not in {"he", "she"} or (
        context.last is not None and context.last.passage is context.passage
    ):
        return None
    passage, at = context.passage, context.quoted.start - 1
    *_, sentence = (each for each in (*passage.doc.sents,) if each.start_char < max(at, 1))
    lead = passage.text[sentence.start_char : at].rstrip()
    match = _ACCORDING.search(lead)
    if match is None or not lead.endswith("."):
        return None
    start = sentence.start_char + match.end()
    place = next((each for each in who.known.within(passage, start, at) if each.type == "person"), None)
    if place is None or len(passage.text[start : place.start].split()) > _FEW_WORDS:
        return None
    given = who.known.entities[place.entity].name.split()[0].lower()
    against = MALE_NAMES if speaker.text.lower() == "she" else FEMALE_NAMES
    return None if given in against else place.entity


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
