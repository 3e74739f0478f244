"""Who speaks: the subject of a verb of speech beside a quotation, by name, title, pronoun or organization."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.clauses import agents, governor, subjects
from pipeline.annotate.lexicon.speech import DOCUMENTS, MANNER_VERBS, STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.people import People, Speaker
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.sentences import ends_sentence, first_sentence, last_sentence
from pipeline.annotate.set_phrases import according_to, credited, equated, in_the_view_of, quoted_as_saying
from pipeline.annotate.speaking_phrases import named, whom_it_means


def speaker_after(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """The speaker named between a quotation's end and the next: "..., said X" or "..., X said"."""
    tokens = first_sentence(passage.tokens(start, end))
    if (quoted := quoted_as_saying(passage, start, end, who) or equated(passage, start, end, who)) is not None:
        return quoted
    if (close := _in_a_manner(passage, tokens, end, who)) is not None:
        return close
    verb = next((each for each in tokens if _is_speech(each)), None)
    if verb is None:
        return according_to(passage, tokens, who) or credited(passage, start, end, who)
    between = [each for each in tokens if each.i < verb.i and each.is_alpha]
    if between and all(each.pos_ == "CCONJ" for each in between):
        return None  # '..., and told the police': another clause, which has its own words
    if not between or _is_inverted(passage, verb, who):
        return _behind(passage, verb, end, who)
    return _in_front(passage, [each for each in tokens if each.i < verb.i], verb, who)


def _in_a_manner(passage: Passage, tokens: list[Token], end: int, who: People) -> Speaker | None:
    """As in '"It is shut," sniffed Moe' and '"It is shut," Moe shrugged': nothing but the speaker beside the quotation."""
    own = [each for each in tokens if each.text not in {'"', "'", "''", ","}]
    if not own:
        return None
    if (
        own[0].lemma_.lower() in MANNER_VERBS
        and own[0].tag_ in {"VBD", "VBZ", "VBN", "VBP", "NN", "NNS", "NNP", "JJ"}
        and own[0].text.islower()
    ):
        return _behind(passage, own[0], end, who)
    place = who.known.of_token(passage, own[0])
    if place is None or place.type != "person":
        return None
    verb = passage.token_at(place.end)
    return (
        named(passage, place) if verb is not None and verb.idx < end and verb.lemma_.lower() in MANNER_VERBS else None
    )


def speaker_before(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """The speaker of a sentence that leads to a quotation: "She added: ...", "X said it was ..."."""
    tokens = last_sentence(passage.tokens(start, end))
    colon = bool(tokens) and tokens[-1].text == ":"
    if tokens and (quoted := quoted_as_saying(passage, tokens[0].idx, end, who)) is not None:
        return quoted
    if (own := in_the_view_of(passage, tokens, who)) is not None:
        return own
    verbs = [
        each
        for each in tokens
        if (_is_speech(each) and not _is_asked(each)) or (_is_weak(each) and colon and each.tag_ != "VBG")
    ]
    if not verbs:
        return (
            _saying(passage, tokens, who)
            or according_to(passage, tokens, who)
            or _weak(passage, tokens, who)
            or (_who_acts(passage, tokens, who) if colon else None)
        )
    found = [_of_verb(passage, verb, tokens, end, who) for verb in reversed(verbs)]
    best = next((each for each in found if each is not None and each.entity is not None), found[0])
    return (_who_acts(passage, tokens, who) or best) if colon and (best is None or best.entity is None) else best


def _is_asked(verb: Token) -> bool:
    """As in "Asked whether he would go, Moe smiled": somebody else asked."""
    return verb.tag_ == "VBN" and verb.is_sent_start is True


def _of_verb(passage: Passage, verb: Token, tokens: list[Token], end: int, who: People) -> Speaker | None:
    """Who speaks by a verb in front of a quotation."""
    before = [each for each in tokens if each.i < verb.i]
    if not any(each.is_alpha for each in before):
        return _behind(passage, verb, end, who)
    return _in_front(passage, before, verb, who)


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
    if tokens and ends_sentence(tokens[-1]):
        tokens = last_sentence(tokens[:-1])
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


_STOPS = frozenset(["who", "which", "that"])


def _behind(passage: Passage, verb: Token, end: int, who: People) -> Speaker | None:
    """The noun phrase right behind the verb."""
    tokens: list[Token] = []
    for token in verb.doc[verb.i + 1 :]:
        if token.idx >= end or token.lower_ in _STOPS or ends_sentence(token) or token.text in {";", ":"}:
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
    if (apart := _explained(passage, tokens, verb, who) or _set_apart(passage, tokens, verb, who)) is not None:
        return apart
    if subject.lower_ in _STOPS and subject.head.dep_ == "relcl":
        subject = _whose_they_are(subject.head.head)
        tokens = [*subject.subtree]
    start, stop = _subject_phrase(subject, tokens)
    return _from_phrase(passage, start, stop, verb.idx, who)


def _whose_they_are(noun: Token) -> Token:
    """As in "a manager for Moe, who asked not to be named": the manager."""
    above = noun.head.head
    return above if noun.dep_ == "pobj" and noun.head.lower_ in {"for", "of", "to"} and above.pos_ == "NOUN" else noun


_WHO_HE_IS = re.compile(
    r"(?:^|[a-z]+ |[.,;:] )(?:his|her|their|its|[A-Z][\w-]+'s) (?:[a-z-]+ ){0,3}?[a-z-]+, $", re.MULTILINE
)
_FRONT_REACH = 60


def _explained(passage: Passage, tokens: list[Token], verb: Token, who: People) -> Speaker | None:
    """As in "in a race her coach, Jon Dahl, described as ...": a name that says who the noun in front of it is, right at the verb."""
    place = next(
        (each for each in who.known.within(passage, tokens[0].idx, verb.idx) if each.end == verb.idx - 2), None
    )
    if place is None or place.type != "person" or place.form == "pronoun" or passage.text[place.end : verb.idx] != ", ":
        return None
    front = _WHO_HE_IS.search(passage.text, max(0, place.start - _FRONT_REACH), place.start)
    if front is None or _is_preposition(passage, front.start(), place.start):
        return None
    return named(passage, place)


def _is_preposition(passage: Passage, start: int, end: int) -> bool:
    """Whether the first word of a stretch governs what follows: "for her coach, Jon Dahl, described as"."""
    first = next(iter(passage.tokens(start, end)), None)
    return first is not None and first.pos_ in {"ADP", "SCONJ"}


_ASIDE = re.compile(r",(?: \d{1,3},)? (?:an?|the|its|his|her|[A-Z][^,;:()\"]{1,40}'s?|[a-z-]+) [^;:()\"]{2,90}, $")


def _set_apart(passage: Passage, tokens: list[Token], verb: Token, who: People) -> Speaker | None:
    """As in "Moe, the council's director of mergers, wrote": the person in front of an aside that ends at the verb."""
    for place in who.known.within(passage, tokens[0].idx, verb.idx):
        behind = passage.text[place.end : verb.idx]
        if place.type == "person" and place.form != "pronoun" and _ASIDE.fullmatch(behind):
            inner = passage.tokens(place.end, verb.idx)
            head = passage.tokens(place.start, place.end)[-1]
            clause = any(each.pos_ in {"VERB", "AUX"} and each.tag_ in {"VBD", "VBZ", "VBP"} for each in inner)
            of_another = head.dep_ == "poss" or (
                head.dep_ == "pobj" and head.head.lower_ not in {"in", "on", "during", "after"}
            )
            return None if clause or of_another else named(passage, place)
    return None


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


_STATEMENT = re.compile(r"(?:[Tt]he|[Tt]hat|[Tt]his) statement")
_STATED = re.compile(
    r"\b(?:said|says|announced|warned|added|confirmed|denied) in (?:a|its|his|her) (?:\w+ )?statement\b"
)


def _from_phrase(passage: Passage, start: int, stop: int, limit: int, who: People) -> Speaker | None:
    """Whom a phrase means; "the statement" is of whoever made one just before."""
    found = whom_it_means(passage, start, stop, limit, who)
    if found is not None and found.entity is None and _STATEMENT.fullmatch(passage.text[start:stop]):
        return msgspec.structs.replace(found, entity=_who_stated(passage, start, who))
    return found


def _who_stated(passage: Passage, start: int, who: People) -> str | None:
    """Whose statement "the statement" is: of whom it was said just before that he "said in a statement"."""
    told = _STATED.search(passage.text, 0, start)
    found = reported(passage, 0, told.end(), who) if told else None
    return found.entity if found is not None else None
