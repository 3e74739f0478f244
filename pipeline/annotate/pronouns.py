"""Whom "he", "she", "his", "herself" mean: the persons named near, weighed by grammar; nobody, where somebody unnamed is meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from pipeline.annotate.clauses import agents, governor, path_up, subjects
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.lexicon.titles import FEMALE_NOUNS, JOBS, KIN, MALE_NOUNS
from pipeline.annotate.quote_marks import Quoted
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.titles import is_office

REACH = 3
"""How many blocks back a pronoun or a title may point."""
PRONOUNS: dict[str, bool] = {
    "he": False, "him": False, "his": False, "himself": False, "she": True, "her": True, "hers": True, "herself": True,
}  # fmt: skip
NEAREST = 60
"""How many mentions of a block are weighed: those before it in a crowded block are out of mind."""
REFLEXIVES = frozenset({"himself", "herself"})

# What speaks for a candidate, found on the news of open corpora: a sentence back costs as much as being the subject wins.
_SENTENCE_BACK = -1.0
_SUBJECT = 1.0
_GOVERNS = 0.4
_FIRST_OF_BLOCK = 0.4
_POSSESSIVE = -0.5
_SOURCE = -0.8
_INSIDE_QUOTES = -1.6
_GENDER_KNOWN = 0.4
_SAME_SENTENCE_OBJECT = -0.2
_FRONTED = 2.0
_GOES_ON_SPEAKING = 0.5
_LIVED = 2.5
_FIRST_WORDS = 12
"""Words of a paragraph within which a pronoun is of whom the whole is."""


class Candidates(msgspec.Struct, frozen=True):
    """The article, the mentions of persons so far by block, and the persons' genders, as far as they are known.

    ``starts`` and ``strangers`` fill as they are asked for; readings of one article share them.
    """

    reading: Reading
    placed: dict[int, list[Place]]
    female: dict[str, bool]
    starts: dict[int, tuple[int, ...]] = {}
    strangers: dict[int, tuple[Token, ...]] = {}
    lived: str | None = None
    """Whose life the article tells: in an obituary a paragraph's "she" is seldom anybody else."""

    def sentence(self, passage: Passage, token: Token) -> int:
        """The number of a token's sentence in its block."""
        if passage.number not in self.starts:
            self.starts[passage.number] = tuple(each.start for each in passage.doc.sents)
        return bisect_right(self.starts[passage.number], token.i) - 1

    def sentences(self, passage: Passage) -> int:
        """How many sentences a block has."""
        self.sentence(passage, passage.doc[0])
        return len(self.starts[passage.number])

    def unnamed(self, passage: Passage) -> tuple[Token, ...]:
        """The persons without a name whom a block brings in."""
        if passage.number not in self.strangers:
            self.strangers[passage.number] = tuple(unnamed(passage, self.placed.get(passage.number, ())))
        return self.strangers[passage.number]


class Chosen(msgspec.Struct, frozen=True):
    """Whom a pronoun means; ``sure`` where nobody else was near or the grammar leaves no choice."""

    place: Place
    sure: bool = False


def resolve(passage: Passage, pronoun: Token, who: Candidates, *, want: bool | None) -> Chosen | None:
    """The candidate for whom most speaks; None where nobody of that gender was named near, or an unnamed person is nearer."""
    if pronoun.lower_ in REFLEXIVES:
        return _reflexive(passage, pronoun, who)
    able = list(_able(passage, pronoun, who, want=want))
    if not able:
        return None
    governing = frozenset(each.i for each in _governing(pronoun))
    scores = [(_score(passage, pronoun, each, who, governing), each.passage, each.start, each) for each in able]
    best = max(scores, key=lambda each: each[:3])
    if _rival(passage, pronoun, who, want=want, governing=governing) > best[0]:
        return None
    alone = len({each.entity for each in able}) == 1
    return Chosen(best[3], alone or _governs(passage, pronoun, best[3], governing))


def _governs(passage: Passage, pronoun: Token, place: Place, governing: frozenset[int]) -> bool:
    """As in "Moe said she": who acts in the clause above, and the pronoun in the clause below."""
    if place.passage != passage.number or pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    token = passage.tokens(place.start, place.end)[-1]
    return bool(governing & {token.i, _top(token).i})


def _reflexive(passage: Passage, pronoun: Token, who: Candidates) -> Chosen | None:
    """The subject of its own clause and nobody else."""
    for head in subjects(governor(pronoun)):
        place = _at(passage, head, who)
        if place is not None:
            return Chosen(place, sure=True)
    return None


def _able(passage: Passage, pronoun: Token, who: Candidates, *, want: bool | None) -> Iterator[Place]:
    barred = {each.entity for each in _barred(passage, pronoun, who)}
    for place in _near(passage, pronoun, who):
        if place.type != "person" or place.entity in barred:
            continue
        if want is None or who.female.get(place.entity, want) == want:
            yield place


def _near(passage: Passage, pronoun: Token, who: Candidates) -> Iterator[Place]:
    """What was mentioned before the pronoun, or right behind a fronted one; of every block the nearest."""
    for number in range(max(0, passage.number - REACH), passage.number):
        yield from sorted(who.placed.get(number, ()))[-NEAREST:]
    own = sorted(who.placed.get(passage.number, ()))
    before = bisect_left(own, pronoun.idx, key=_start)
    yield from own[max(0, before - NEAREST) : before]
    yield from (each for each in own[before : before + NEAREST] if _fronted(pronoun, each))


def _start(place: Place) -> int:
    return place.start


# --- who cannot be meant ------------------------------------------------------------------------------------------------

_OF_THE_VERB = frozenset({"to", "by", "about", "against", "of", "for"})
"""Prepositions behind which a pronoun is not the subject: "she wrote to her", but "she took it with her"."""


def _barred(passage: Passage, pronoun: Token, who: Candidates) -> Iterator[Place]:
    """The subject of the pronoun's own clause, where it is an object; inside a quotation, who says it; whom its own words name."""
    heads = subjects(governor(pronoun)) if _is_object(pronoun) else []
    part = next((each for each in passage.quoted if each.start <= pronoun.idx < each.end), None)
    if part is not None:
        heads = [*heads, *_speaking(passage, part)]
    for head in heads:
        place = _at(passage, head, who)
        if place is not None:
            yield place
    yield from _described_by_it(passage, pronoun, who)
    yield from _named_by_it(passage, pronoun, who)


_APPOSED = re.compile(r",? (?:then |now |once |later |formerly |today |and )?$")


def _described_by_it(passage: Passage, pronoun: Token, who: Candidates) -> Iterator[Place]:
    """As in "Jon Dahl, then her driver": nobody is his own driver, brother or deputy."""
    if pronoun.tag_ != "PRP$" or not (pronoun.head.lower_ in KIN or is_office(pronoun.head)):
        return
    for place in who.placed.get(passage.number, ()):
        if place.end <= pronoun.idx and _APPOSED.fullmatch(passage.text, place.end, pronoun.idx):
            yield place


def _named_by_it(passage: Passage, pronoun: Token, who: Candidates) -> Iterator[Place]:
    """As in "He said Moe was late" and "She added: "Moe was late"": nobody is named within what "he" does or says."""
    if pronoun.dep_ not in {"nsubj", "nsubjpass"}:
        return
    verb = governor(pronoun)
    below = [each for each in verb.subtree if each.i > pronoun.i and not _in_relative_clause(each, verb)]
    spans = [(each.idx, each.idx + 1) for each in below]
    if verb.lemma_.lower() in _SPEECH:
        spans += [(each.start, each.end) for each in passage.quoted if 0 < each.start - verb.idx < _LEAD]
    for place in who.placed.get(passage.number, ()):
        named = place.start > pronoun.idx and place.form != "pronoun"
        if named and any(place.start < end and start < place.end for start, end in spans):
            yield place


def _in_relative_clause(token: Token, verb: Token) -> bool:
    above = (token, *path_up(token))
    return any(each.dep_ == "relcl" for each in above[: above.index(verb)])


_LEAD = 40
"""How many characters may stand between a verb of speech and its quotation."""


def _is_object(pronoun: Token) -> bool:
    if pronoun.tag_ == "PRP$":
        return False
    at = pronoun.head
    return pronoun.dep_ in {"dobj", "dative", "iobj"} or (
        pronoun.dep_ == "pobj" and at.lower_ in _OF_THE_VERB and at.head.pos_ == "VERB"
    )


def _speaking(passage: Passage, part: Quoted) -> Iterator[Token]:
    """The subjects of the verbs of speech that lead to a quoted part or follow it in its sentence."""
    left = max((each.end for each in passage.quoted if each.end < part.start), default=0)
    right = min((each.start for each in passage.quoted if each.start > part.end), default=len(passage.text))
    lead = passage.text[left : part.start - 1]
    left += max((each.end() for each in _SENTENCE_END.finditer(lead)), default=0)
    ends = _SENTENCE_END.search(passage.text, part.end, right)
    for token in (*passage.tokens(left, part.start - 1), *passage.tokens(part.end, ends.end() if ends else right)):
        if token.pos_ == "VERB" and token.lemma_.lower() in _SPEECH:
            yield from subjects(token)


_SENTENCE_END = re.compile(r"[.?!](?= |$)(?<! [A-Z]\.)")
_SPEECH = STRONG_SPEECH_VERBS | WEAK_SPEECH_VERBS


# --- what speaks for whom -----------------------------------------------------------------------------------------------


def _governing(pronoun: Token) -> Iterator[Token]:
    """Who acts in the clauses that the pronoun's clause hangs on: "Moe, who told Dahl that she ..."."""
    own = governor(pronoun) if pronoun.dep_ in {"nsubj", "nsubjpass"} else None
    for verb in path_up(pronoun):
        if verb.pos_ in {"VERB", "AUX"} and verb != own:
            yield from subjects(verb)
            yield from agents(verb)


def _score(passage: Passage, pronoun: Token, place: Place, who: Candidates, governing: frozenset[int]) -> float:
    other = who.reading.passages[place.passage]
    token = other.tokens(place.start, place.end)[-1]
    score = _prominence(passage, pronoun, other, token, who, governing)
    score += _GENDER_KNOWN if place.entity in who.female else 0.0
    score += (
        _LIVED if place.entity == who.lived and pronoun.i < _FIRST_WORDS and not passage.is_quoted(pronoun.idx) else 0.0
    )
    if token.dep_ in {"poss", "case"} or other.text.startswith("'s", place.end):
        score += _POSSESSIVE
    if place.passage == passage.number and place.start > pronoun.idx:
        score += _FRONTED
    if other.is_quoted(place.start) != passage.is_quoted(pronoun.idx):
        score += _INSIDE_QUOTES
    return score


def _prominence(
    passage: Passage, pronoun: Token, other: Passage, token: Token, who: Candidates, governing: frozenset[int]
) -> float:
    """How much a noun is in the reader's mind where the pronoun stands."""
    score = _SENTENCE_BACK * _sentences_between(passage, pronoun, other, token, who)
    same = other.number == passage.number
    governs = same and bool(governing & {token.i, _top(token).i})
    if same and _is_helped(pronoun, token):
        score += _SUBJECT + _GOVERNS + _FIRST_OF_BLOCK
    elif governs:
        score += _SUBJECT + _GOVERNS
    elif token.dep_ in {"nsubj", "nsubjpass"} or _stands_beside(token).dep_ in {"nsubj", "nsubjpass"}:
        score += _SUBJECT
    elif other.number == passage.number and token.sent == pronoun.sent:
        score += _SAME_SENTENCE_OBJECT
    if same and _speaks(pronoun) and _speaks(_stands_beside(token)):
        score += _GOES_ON_SPEAKING
    if token.dep_ == "pobj" and token.head.lower_ == "to" and token.head.head.lower_ == "according":
        score += _SOURCE
    return score + (_FIRST_OF_BLOCK if token.i <= 6 else 0.0)


def _speaks(token: Token) -> bool:
    """As in "It sank, Moe told reporters. "It was old," he said": the subject of a verb of speech."""
    return token.dep_ == "nsubj" and token.head.lemma_.lower() in STRONG_SPEECH_VERBS


def _stands_beside(token: Token) -> Token:
    """The noun that a name explains: "Moe's brother, Jon Dahl, went"; of "his brother, Jon Dahl" the text is still about "him"."""
    noun = token.head
    if (
        token.dep_ != "appos"
        or not 0 < token.i - noun.i < _BESIDE
        or any(each.lower_ in {"his", "her"} for each in noun.children)
    ):
        return token
    return noun


_BESIDE = 7
"""How many tokens behind a noun its name may end."""


def _is_helped(pronoun: Token, token: Token) -> bool:
    """As in "a collection to help Moe with his defence": the object of an infinitive, whose clause names nobody else."""
    verb = governor(pronoun)
    own = any(each.dep_ in {"nsubj", "nsubjpass"} for each in verb.children)
    infinitive = any(each.dep_ == "aux" and each.lower_ == "to" for each in verb.children)
    return pronoun.tag_ == "PRP$" and infinitive and not own and token.dep_ == "dobj" and token.head == verb


def _top(token: Token) -> Token:
    """The noun that a name stands beside: "his father Jon Dahl" is one person."""
    at = token
    while at.dep_ in {"appos", "compound", "flat", "nmod"} and at.head != at:
        at = at.head
    return at


def _sentences_between(passage: Passage, pronoun: Token, other: Passage, token: Token, who: Candidates) -> float:
    before, own = who.sentence(passage, pronoun), who.sentence(other, token)
    if passage.number == other.number:
        return float(max(0, before - own))
    return before + who.sentences(other) - 1 - own + (passage.number - other.number) * 1.0


def _fronted(pronoun: Token, place: Place) -> bool:
    """As in "In her opening remarks, Moe said": a possessive in front of the subject of its own sentence's main verb."""
    if pronoun.tag_ != "PRP$" or pronoun.head.lower_ in _STANDS_IN:
        return False
    root = pronoun.sent.root
    head = next((each for each in root.children if each.dep_ in {"nsubj", "nsubjpass"}), None)
    if head is None or not place.start <= head.idx < place.end or place.form == "pronoun":
        return False
    at = pronoun
    while at.head not in (root, at):
        at = at.head
    return at.dep_ in {"prep", "advcl"} and at.i < head.i


_STANDS_IN = frozenset({"place", "stead", "absence", "footsteps", "behalf", "successor", "predecessor"})
"""As in "In his place, Moe will ...": somebody else's."""


# --- persons without a name ---------------------------------------------------------------------------------------------


def _rival(passage: Passage, pronoun: Token, who: Candidates, *, want: bool | None, governing: frozenset[int]) -> float:
    """How much speaks for the best person without a name: "his mother", "a detective"."""
    best = float("-inf")
    barred = {each.i for each in (subjects(governor(pronoun)) if _is_object(pronoun) else [])}
    for number in range(max(0, passage.number - 1), passage.number + 1):
        other = who.reading.passages[number]
        for noun in who.unnamed(other):
            if number == passage.number and (noun.idx >= pronoun.idx or noun.i in barred or noun == pronoun.head):
                continue
            if gender_of(noun) != want or other.is_quoted(noun.idx) != passage.is_quoted(pronoun.idx):
                continue
            best = max(best, _prominence(passage, pronoun, other, noun, who, governing) + _GENDER_KNOWN)
    return best


def unnamed(passage: Passage, places: Sequence[Place]) -> Iterator[Token]:
    """Nouns for one person whom the text brings in without a name."""
    for noun in passage.doc:
        if noun.tag_ != "NN" or noun.lower_ not in _PERSONS or noun.dep_ in {"compound", "appos", "attr", "amod"}:
            continue
        first = next((each for each in noun.children if each.dep_ in {"det", "poss"}), None)
        if first is None or (first.lower_ == "the" and noun.lower_ not in KIN):
            continue  # "the singer" is as a rule somebody named
        if not _is_named(noun, places):
            yield noun


_PERSONS = frozenset(KIN) | FEMALE_NOUNS | MALE_NOUNS | JOBS


def _is_named(noun: Token, places: Iterable[Place]) -> bool:
    """Whether a name stands beside the noun: "his mother, Ida Moe", "a detective named Dahl"."""
    end = max(each.idx + len(each) for each in noun.subtree)
    start = min(each.idx for each in noun.subtree)
    beside = [
        each for each in places if start <= each.start < end + 2 and each.type == "person" and each.form != "pronoun"
    ]
    return any(each.start > noun.idx for each in beside)


def gender_of(noun: Token) -> bool | None:
    """Whether a noun means a woman (True) or a man (False), if it says so."""
    if noun.lower_ in FEMALE_NOUNS:
        return True
    return False if noun.lower_ in MALE_NOUNS else None


def _at(passage: Passage, token: Token, who: Candidates) -> Place | None:
    """The person whose mention holds a token."""
    return next(
        (
            each
            for each in who.placed.get(passage.number, ())
            if each.start <= token.idx < each.end and each.type == "person"
        ),
        None,
    )
