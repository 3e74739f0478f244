"""Who speaks: the subject of a verb of speech beside a quotation, by name, title, pronoun or organization."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.speech import DOCUMENTS, STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.lexicon.titles import KIN
from pipeline.annotate.lexicon.triggers import SPORT_WORDS
from pipeline.annotate.pronouns import REACH
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.titles import is_job
from pipeline.model.annotations import Annotations, Role, Span


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


def people(reading: Reading, annotations: Annotations) -> People:
    """What the steps so far know of persons."""
    return People(reading, index(reading, annotations), annotations.roles, _is_sport(reading))


SPORT_SHARE = 1 / 60
"""Words of sport from which on an article is about sport."""


def _is_sport(reading: Reading) -> bool:
    words = re.findall(r"[a-z-]+", reading.text.lower())
    return sum(1 for each in words if each in SPORT_WORDS) >= max(3.0, SPORT_SHARE * len(words))


# --- beside a quotation -------------------------------------------------------------------------------------------------


def speaker_after(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """The speaker named between a quotation's end and the next: "..., said X" or "..., X said"."""
    tokens = _first_sentence(passage.tokens(start, end))
    verb = next((each for each in tokens if _is_speech(each)), None)
    if verb is None:
        return _according_to(passage, tokens, who)
    if not any(each.is_alpha for each in tokens if each.i < verb.i):
        return _behind(passage, verb, end, who)
    return _in_front(passage, [each for each in tokens if each.i < verb.i], verb, who)


def speaker_before(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """The speaker of a sentence that leads to a quotation: "She added: ...", "X said it was ..."."""
    tokens = _last_sentence(passage.tokens(start, end))
    colon = bool(tokens) and tokens[-1].text == ":"
    verbs = [each for each in tokens if _is_speech(each) or (_is_weak(each) and colon)]
    if not verbs:
        return _according_to(passage, tokens, who) or _weak(passage, tokens, who)
    before = [each for each in tokens if each.i < verbs[-1].i]
    if not any(each.is_alpha for each in before):
        return _behind(passage, verbs[-1], end, who)
    return _in_front(passage, before, verbs[-1], who)


def _is_speech(token: Token) -> bool:
    if token.tag_ in {"VBG", "NNS", "NN"} and token.lower_ not in {"says", "said"}:
        return False
    return token.lemma_.lower() in STRONG_SPEECH_VERBS and token.pos_ in {"VERB", "AUX", "NOUN", "PROPN"}


def _is_weak(token: Token) -> bool:
    return token.lemma_.lower() in WEAK_SPEECH_VERBS and token.pos_ in {"VERB", "NOUN"}


def _weak(passage: Passage, tokens: list[Token], who: People) -> Speaker | None:
    """As in "The minister called the plan "a gift to ..."": verbs that judge, with the quotation close behind."""
    verb = next((each for each in reversed(tokens) if _is_weak(each) and each.pos_ == "VERB"), None)
    if verb is None or tokens[-1].i - verb.i > 12:
        return None
    before = [each for each in tokens if each.i < verb.i]
    return _in_front(passage, before, verb, who) if before else None


def _first_sentence(tokens: list[Token]) -> list[Token]:
    cut = next((number for number, each in enumerate(tokens) if number and _ends_sentence(each)), len(tokens))
    return tokens[:cut]


def _last_sentence(tokens: list[Token]) -> list[Token]:
    """The tokens behind the last full stop: none, if the sentence before a quotation has ended."""
    cut = max((number for number, each in enumerate(tokens) if _ends_sentence(each)), default=-1)
    return tokens[cut + 1 :]


def _ends_sentence(token: Token) -> bool:
    return token.text in {".", "?", "!"} and (token.i + 1 >= len(token.doc) or bool(token.whitespace_))


_CREDIT = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of) (?:the )?|\b[Aa]s (?=[^.,;]{1,60} put it)")


def _according_to(passage: Passage, tokens: list[Token], who: People) -> Speaker | None:
    """As in "according to X", "in the words of X", "as X put it"."""
    if not tokens:
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    match = _CREDIT.search(passage.text, start, end)
    if match is None:
        return None
    within = who.known.within(passage, match.end(), end)
    place = next((each for each in within if each.type in {"person", "organization"}), None)
    return (
        _named(passage, place)
        if place
        else Speaker(passage.original(match.start(), end), passage.span(match.start(), end))
    )


def speaker_by_beat(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in "It is closed." Moe paused. "For ever.": who acts between two parts of one speech."""
    within = [each for each in who.known.within(passage, start, end) if each.type == "person"]
    first = within[0] if within else None
    acts = (
        first is not None
        and not passage.text[start : first.start].strip()
        and re.match(r" [a-z]+", passage.text[first.end :])
    )
    return _named(passage, first) if first is not None and acts else None


_STOPS = frozenset(["who", "which", "that"])


def _behind(passage: Passage, verb: Token, end: int, who: People) -> Speaker | None:
    """The noun phrase right behind the verb."""
    tokens: list[Token] = []
    for token in verb.doc[verb.i + 1 :]:
        if token.idx >= end or token.lower_ in _STOPS or _ends_sentence(token) or token.text in {";", ":"}:
            break
        tokens.append(token)
    comma = next((number for number, each in enumerate(tokens) if each.text == ","), len(tokens))
    if comma == 0 or not tokens:
        return None
    head, last = tokens[comma - 1], tokens[-1]
    return _from_phrase(passage, tokens[0].idx, head.idx + len(head), last.idx + len(last), who)


def _in_front(passage: Passage, tokens: list[Token], verb: Token, who: People) -> Speaker | None:
    """The subject in front of the verb: the parse's, else the last noun there."""
    subject = next((each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"} and each in tokens), None)
    if subject is None:
        subject = next((each for each in reversed(tokens) if each.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None:
        subject = next((each for each in reversed(tokens) if each.pos_ in {"PROPN", "NOUN", "PRON"}), None)
    if subject is None:
        return None
    if subject.lower_ in _STOPS and subject.head.dep_ == "relcl":
        subject = subject.head.head
        tokens = [*subject.subtree]
    start, stop = _subject_phrase(subject, tokens)
    return _from_phrase(passage, start, stop, verb.idx, who)


def _subject_phrase(subject: Token, tokens: list[Token]) -> tuple[int, int]:
    """The subject without relative clauses, as offsets."""
    allowed = {each.i for each in tokens}
    inside = [each for each in subject.subtree if each.i in allowed and not _in_clause(each, subject)] or [subject]
    return min(each.idx for each in inside), max(each.idx + len(each) for each in inside)


def _in_clause(token: Token, subject: Token) -> bool:
    at = token
    while at.i != subject.i:
        if at.dep_ in {"relcl", "acl", "advcl"} and at.i > subject.i:
            return True
        at = at.head
    return False


# --- whom a phrase means ------------------------------------------------------------------------------------------------

_FOR_ANOTHER = re.compile(
    r"(?:an?|the|his|her|its|their|another|one)? ?(?:[\w'-]+ ){0,3}?(?:spokes\w+|aide|aides|lawyers?|attorneys?|advis[eo]rs?|representatives?|agents?|relatives?|officials?) (?:for|of|to) ",
    re.IGNORECASE,
)


def _from_phrase(passage: Passage, start: int, stop: int, limit: int, who: People) -> Speaker | None:
    """The entity that a phrase names: a person in it, else by pronoun, organization or title."""
    partly = who.known.at(passage, start, stop)
    if partly is not None and partly.form not in {"pronoun", "description"}:
        start, stop = min(start, partly.start), max(stop, partly.end)
    text = passage.text[start:stop]
    unnamed = Speaker(passage.original(start, stop), passage.span(start, stop))
    places = [each for each in who.known.within(passage, start, stop) if _speaks_itself(passage, each, start, stop)]
    persons = [each for each in places if each.type == "person"]
    if persons and not _FOR_ANOTHER.match(text):
        return _named(passage, persons[0])
    behind = [
        each for each in who.known.within(passage, stop, limit) if each.type == "person" and each.form != "pronoun"
    ]
    if behind and re.fullmatch(r",? (?:[\w'-]+ ){0,3}", passage.text[stop : behind[0].start]):
        return _named(passage, behind[0])
    if _FOR_ANOTHER.match(text):
        return unnamed
    organization = next(
        (each for each in places if each.type == "organization" and _is_head(passage, each, start, stop)), None
    )
    if organization is not None:
        return _named(passage, organization)
    return msgspec.structs.replace(unnamed, entity=by_title(passage, start, text, who))


def _speaks_itself(passage: Passage, place: Place, start: int, stop: int) -> bool:
    """Whether a mention is no mere possessor: "his lawyer" and "Lund's aide" are others."""
    if place.form == "pronoun":
        return place.start == start and place.end == stop
    return not passage.text.startswith("'s", place.end)


def _is_head(passage: Passage, place: Place, start: int, stop: int) -> bool:
    """Whether the organization itself speaks, not somebody of it: only an article stands before it, brackets behind."""
    if not re.fullmatch(r"(?:[Tt]he |[A-Z][\w-]+'s )?", passage.text[start : place.start]):
        return False
    return re.fullmatch(r"(?: \([^)]*\))?\W*", passage.text[place.end : stop]) is not None


def _named(passage: Passage, place: Place) -> Speaker:
    return Speaker(passage.original(place.start, place.end), passage.span(place.start, place.end), place.entity)


_INDEFINITE = re.compile(r"(?:an?|one|another|some|several) ", re.IGNORECASE)


def by_title(passage: Passage, start: int, text: str, who: People) -> str | None:
    """Whom "the trumpeter", "the Dutchman" or "the scorer" is, said of a person named before; None for "a spokesman"."""
    noun = text.strip().split()[-1].lower() if text.strip() else ""
    if _INDEFINITE.match(text) or noun in DOCUMENTS or not noun:
        return None
    if noun in KIN:
        return None
    if place := _with_role(passage, start, noun, who):
        return place
    if any(each in DEMONYMS for each in text.split()) and is_job(noun):
        return _nearest_person(passage, start, who)
    if text.strip().split()[-1] in DEMONYMS or re.search(r"\d+-year-old", text):
        return _nearest_person(passage, start, who)
    return _agent(passage, start, noun, who)


def _with_role(passage: Passage, start: int, noun: str, who: People) -> str | None:
    """The person last named who has such a role, unless an unnamed one was brought in since."""
    holders = {each.person for each in who.roles if noun in re.findall(r"[\w-]+", (each.title or "").lower())}
    place = next((each for each in who.known.before(passage, start) if each.entity in holders), None)
    if place is None:
        return None
    since = who.reading.text[who.reading.passages[place.passage].block.start + place.end : passage.block.start + start]
    return None if re.search(rf"\b[Aa]n? (?:[\w'-]+ ){{0,3}}?{noun}\b", since) else place.entity


def _nearest_person(passage: Passage, start: int, who: People) -> str | None:
    return next(
        (
            each.entity
            for each in who.known.before(passage, start)
            if each.type == "person" and passage.number - each.passage <= 1
        ),
        None,
    )


def _agent(passage: Passage, start: int, noun: str, who: People) -> str | None:
    """As in "the scorer": the person last said to have done what the noun says."""
    if not noun.endswith(("er", "or")):
        return None
    stem = noun[:-2]
    for number in range(passage.number, max(-1, passage.number - REACH - 1), -1):
        earlier = who.reading.passages[number]
        for token in earlier.doc:
            if (
                token.pos_ == "VERB"
                and token.lemma_.lower().rstrip("e").startswith(stem)
                and (number < passage.number or token.idx < start)
            ):
                subject = _doer(earlier, token, who)
                if subject is not None:
                    return subject
    return None


def _doer(passage: Passage, verb: Token, who: People) -> str | None:
    """The person who is the subject of a verb or of the verb that governs it."""
    at = verb
    for _ in range(4):
        for child in at.children:
            place = who.known.of_token(passage, child) if child.dep_ == "nsubj" else None
            if place is not None and place.type == "person":
                return place.entity
        at = at.head
    return None
