"""Who speaks: the subject of a verb of speech beside a quotation, by name, title, pronoun or organization."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.by_title import by_title
from pipeline.annotate.clauses import agents, governor, subjects
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.speech import DOCUMENTS, STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.people import People, Speaker
from pipeline.annotate.reading import Passage, Token

# --- beside a quotation -------------------------------------------------------------------------------------------------


def speaker_after(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """The speaker named between a quotation's end and the next: "..., said X" or "..., X said"."""
    tokens = _first_sentence(passage.tokens(start, end))
    if (quoted := _quoted_as_saying(passage, start, end, who)) is not None:
        return quoted
    verb = next((each for each in tokens if _is_speech(each)), None)
    if verb is None:
        return _according_to(passage, tokens, who) or _credited(passage, start, end, who)
    between = [each for each in tokens if each.i < verb.i and each.is_alpha]
    if between and all(each.pos_ == "CCONJ" for each in between):
        return None  # '..., and told the police': another clause, which has its own words
    if not between or _is_inverted(passage, verb, who):
        return _behind(passage, verb, end, who)
    return _in_front(passage, [each for each in tokens if each.i < verb.i], verb, who)


def speaker_before(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """The speaker of a sentence that leads to a quotation: "She added: ...", "X said it was ..."."""
    tokens = _last_sentence(passage.tokens(start, end))
    colon = bool(tokens) and tokens[-1].text == ":"
    if tokens and (quoted := _quoted_as_saying(passage, tokens[0].idx, end, who)) is not None:
        return quoted
    verbs = [each for each in tokens if _is_speech(each) or (_is_weak(each) and colon and each.tag_ != "VBG")]
    if not verbs:
        return (
            _saying(passage, tokens, who)
            or _according_to(passage, tokens, who)
            or _weak(passage, tokens, who)
            or (_who_acts(passage, tokens, who) if colon else None)
        )
    found = [_of_verb(passage, verb, tokens, end, who) for verb in reversed(verbs)]
    return next((each for each in found if each is not None and each.entity is not None), found[0])


def _of_verb(passage: Passage, verb: Token, tokens: list[Token], end: int, who: People) -> Speaker | None:
    """Who speaks by a verb in front of a quotation."""
    before = [each for each in tokens if each.i < verb.i]
    if not any(each.is_alpha for each in before):
        return _behind(passage, verb, end, who)
    return _in_front(passage, before, verb, who)


_AS_SAYING = re.compile(r"\bquoted (?=[^.;]{1,60} as (?:saying|telling)\b)")
_WAS_QUOTED = re.compile(r" (?:was|were|has been) (?:widely )?quoted as (?:saying|telling)\b")


def _quoted_as_saying(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in "the paper quoted Moe as saying" and "Moe was quoted as saying"."""
    match = _AS_SAYING.search(passage.text, start, end)
    for place in who.known.within(passage, match.end() if match else start, end):
        if place.type == "person" and (match or _WAS_QUOTED.match(passage.text, place.end)):
            return named(passage, place)
    return None


_DASH = re.compile(r"[\"'”’]? ?[-–—] ?(?:[A-Z][a-z]+\.? )?")


def _credited(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in '"We cannot pay." — Jon Dahl, finance minister'."""
    match = _DASH.match(passage.text, start)
    place = who.known.at(passage, match.end(), match.end() + 1) if match else None
    whole = place is not None and place.start == match.end() if match else False
    if place is None or not whole or place.type != "person":
        return None
    return named(passage, place) if re.match(r"[,.(]|$", passage.text[place.end : end].strip()) else None


def _is_inverted(passage: Passage, verb: Token, who: People) -> bool:
    """As in '..., which can be as good, said Moe': the speaker stands right behind a verb that follows a comma."""
    if verb.i == 0 or verb.nbor(-1).text != "," or verb.i + 1 >= len(verb.doc):
        return False
    place = who.known.of_token(passage, verb.nbor(1))
    return place is not None and place.type == "person"


_SAYING_REACH = 4


def _saying(passage: Passage, tokens: list[Token], who: People) -> Speaker | None:
    """As in "Moe defended the plan, saying: ..." and "with the mayor telling reporters ...": a participle right in front."""
    for verb in reversed(tokens[-_SAYING_REACH:]):
        if verb.tag_ == "VBG" and verb.lemma_.lower() in STRONG_SPEECH_VERBS:
            return _of_clause(passage, verb, who)
    return None


def _of_clause(passage: Passage, verb: Token, who: People) -> Speaker | None:
    """The subject of a verb that it has in common with another one: "X left and said ...", "X left, saying ..."."""
    for head in subjects(verb):
        if head.lower_ in DOCUMENTS and (above := governor(head)) not in (verb, head):
            return _of_clause(passage, above, who)  # "released a statement saying ..."
        start, stop = _subject_phrase(head, list(head.subtree))
        return _from_phrase(passage, start, stop, max(stop, verb.idx if verb.i > head.i else stop), who)
    return None


def _who_acts(passage: Passage, tokens: list[Token], who: People) -> Speaker | None:
    """As in "Moe was in no mood to wait: ...", "For Moe, it is clear: ..." and "Moe: ...": whom a sentence before a colon is of."""
    label = who.known.of_token(passage, tokens[-2]) if len(tokens) > 1 else None
    first = who.known.of_token(passage, tokens[1]) if len(tokens) > 2 and tokens[0].lower_ in {"for", "to"} else None
    for each in (label if label is not None and not _has_verb(tokens) else None, first):
        if each is not None and each.type == "person":
            return named(passage, each)
    for token in tokens:
        place = who.known.of_token(passage, token) if token.dep_ in {"nsubj", "nsubjpass"} else None
        main = place is not None and (token.head.dep_ == "ROOT" or token.head.head.dep_ == "ROOT")
        if place is not None and place.type == "person" and main and not passage.text.startswith("'s", place.end):
            return named(passage, place)
    return None


def _has_verb(tokens: list[Token]) -> bool:
    return any(each.pos_ in {"VERB", "AUX"} for each in tokens)


def reported(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """Whose words the last sentence between two offsets reports: "Moe said that it was closed." and a quotation follows."""
    tokens = passage.tokens(start, end)
    if tokens and _ends_sentence(tokens[-1]):
        tokens = _last_sentence(tokens[:-1])
    for verb in tokens:
        if _is_speech(verb) and not passage.is_quoted(verb.idx):
            before = [each for each in tokens if each.i < verb.i]
            inverted = not any(each.is_alpha for each in before) or _is_inverted(passage, verb, who)
            found = (_behind(passage, verb, end, who) if inverted else None) or (
                _in_front(passage, before, verb, who) if before else None
            )
            if found is not None and found.entity is not None:
                return found
    return None


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
        named(passage, place)
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
    return named(passage, first) if first is not None and acts else None


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
    by = next((each for each in agents(verb) if each.i > verb.i), None)
    if by is not None:  # "the plan was described by Moe as ..."
        start, stop = _subject_phrase(by, list(by.subtree))
        return _from_phrase(passage, start, stop, stop, who)
    subject = next((each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"} and each in tokens), None)
    if subject is None and verb.dep_ == "conj" and not any(each.dep_ in {"nsubj", "nsubjpass"} for each in tokens):
        return _of_clause(passage, verb, who)
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
        return named(passage, persons[0])
    behind = [
        each for each in who.known.within(passage, stop, limit) if each.type == "person" and each.form != "pronoun"
    ]
    if behind and re.fullmatch(r",? (?:[\w'-]+ ){0,3}", passage.text[stop : behind[0].start]):
        return named(passage, behind[0])
    if _FOR_ANOTHER.match(text):
        return unnamed
    organization = next(
        (each for each in places if each.type == "organization" and _is_head(passage, each, start, stop)), None
    )
    if organization is not None:
        return named(passage, organization)
    entity = _who_stated(passage, start, who) if _STATEMENT.fullmatch(text) else by_title(passage, start, text, who)
    return msgspec.structs.replace(unnamed, entity=entity)


def _speaks_itself(passage: Passage, place: Place, start: int, stop: int) -> bool:
    """Whether a mention is no mere possessor: "his lawyer" and "Lund's aide" are others."""
    if place.form == "pronoun":
        return place.start == start and place.end == stop
    if re.fullmatch(r" (?:[a-z-]+ ){0,2}[a-z-]+", passage.text[place.end : stop]) and passage.text[
        start:stop
    ].startswith(("the ", "The ")):
        return False  # "the Harwell councillor", whatever "Harwell" is
    return not passage.text.startswith("'s", place.end)


def _is_head(passage: Passage, place: Place, start: int, stop: int) -> bool:
    """Whether the organization itself speaks, not somebody of it: only an article stands before it, brackets behind."""
    if not re.fullmatch(r"(?:[Tt]he |[A-Z][\w-]+'s )?", passage.text[start : place.start]):
        return False
    return re.fullmatch(r"(?: \([^)]*\))?\W*", passage.text[place.end : stop]) is not None


def named(passage: Passage, place: Place) -> Speaker:
    """The speaker whom a mention names."""
    return Speaker(passage.original(place.start, place.end), passage.span(place.start, place.end), place.entity)


_STATEMENT = re.compile(r"(?:[Tt]he|[Tt]hat|[Tt]his) statement")
_STATED = re.compile(
    r"\b(?:said|says|announced|warned|added|confirmed|denied) in (?:a|its|his|her) (?:\w+ )?statement\b"
)


def _who_stated(passage: Passage, start: int, who: People) -> str | None:
    """Whose statement "the statement" is: of whom it was said just before that he "said in a statement"."""
    told = _STATED.search(passage.text, 0, start)
    found = reported(passage, 0, told.end(), who) if told else None
    return found.entity if found is not None else None
