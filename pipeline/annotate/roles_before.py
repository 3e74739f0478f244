"""What stands in front of a name: "Peruvian President ...", "Gen. ...", "U.S. Secretary of State ...", "Kenya's ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.kinship import kin_in_front
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.organizations import GENERIC_ORGANIZATIONS
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.lexicon.titles import (
    ABBREVIATIONS,
    FORMS_OF_ADDRESS,
    GIVEN_NAMES_LIKE_JOBS,
    KIN,
    PREFIX_HONORIFICS,
    RANK_MODIFIERS,
    STYLES_OF_TWO_WORDS,
    SUFFIXES,
    TITLE_MODIFIERS,
)
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token
from pipeline.annotate.roles_with_of import before_hyphen, office_before_name, start_of_phrase
from pipeline.annotate.subject import Subject
from pipeline.annotate.titles import Phrase, is_job, is_office, is_seat, nationality, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact

SPEECH_VERBS = STRONG_SPEECH_VERBS | WEAK_SPEECH_VERBS


def suffix(subject: Subject) -> Iterator[PersonFact]:
    """As in "Jr.", "III"."""
    words = subject.passage.original(subject.place.start, subject.place.end).split()
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        span = subject.passage.span(subject.place.end - len(words[-1]), subject.place.end)
        yield subject.fact("honorificSuffix", words[-1], span, by="rule:suffix")


_OF_TWO_WORDS = re.compile(rf"(?<![\w])({'|'.join(STYLES_OF_TWO_WORDS)}) $")


def before_name(subject: Subject) -> Iterator[Statement]:
    """As in "Peruvian President Ana Ruiz", "the farmer and poet Rui do Vale", "Gen. Otto Lind"."""
    first = subject.first
    if styled := _OF_TWO_WORDS.search(subject.passage.text, max(0, subject.place.start - 12), subject.place.start):
        span = subject.passage.span(styled.start(), subject.place.start - 1)
        yield subject.fact("honorificPrefix", styled[1], span, by="rule:honorific")
        first = subject.token_at(styled.start()) or first
    if first.i == 0:
        return
    last = first.nbor(-1)
    if last.text == ".":
        if last.i == 0 or last.nbor(-1).lower_ not in ABBREVIATIONS:
            return  # "... left the director. Ida Moe said"
        last = last.nbor(-1)
    if last.tag_ == "POS" and last.i > 0:
        yield from _of_country(subject, last.nbor(-1))
    last = before_hyphen(last)
    if not _ends_title(last):
        yield from nationality(subject, last, last)
        close = last.i >= first.i - 1
        yield from _called(subject, last) if close else ()
        yield from tuple(_title_of(subject)) or (office_before_name(subject, last) if close else ())
        return
    start = _start(subject, last)
    yield from _kin_in_front_of_title(subject, start)
    if (rank := _rank_behind_title(start, last)) is not None:
        before = rank.nbor(-1)
        start_before = _start(subject, before) if before.lower_ != "staff" else _start(subject, before.nbor(-2))
        yield from statements(subject, Phrase(start_before, before, "rule:before-rank"))
        start = rank
    elif start.i > 1 and start.text[:1].isupper() and start.nbor(-1).whitespace_:
        yield from _office_before_rank(subject, start, last)
    yield from statements(subject, Phrase(start, last, "rule:before-name"))


def _called(subject: Subject, last: Token) -> Iterator[Statement]:
    """As in "a planning inspector called Jon Dahl" and "a hotelier named Ida Moe"."""
    job = last.nbor(-1) if last.i else last
    if last.lower_ in {"called", "named"} and (is_office(job) or is_seat(job)):
        start = start_of_phrase(subject, job)
        if start.lower_ in {"a", "an"}:
            yield from statements(subject, Phrase(start, job, "rule:called"))


def _kin_in_front_of_title(subject: Subject, start: Token) -> Iterator[PersonFact]:
    """As in "his daughter, team president Eva Berg" and "his widow, the singer Ida Moe"."""
    before = start.nbor(-1) if start.i else start
    if before.lower_ == "the" and before.i > 0:
        before = before.nbor(-1)
    if before.text == "," and before.i > 1:
        yield from kin_in_front(subject, before.nbor(-1))


def _start(subject: Subject, last: Token) -> Token:
    """The first token of the title that ends with the token."""
    start = last
    while start.i > 0 and _in_title(start.nbor(-1), subject):
        start = start.nbor(-1)
    if start.i > 0 and start.nbor(-1).lower_ == "its":
        start = start.nbor(-1)
    while start.i < last.i and _says(start):
        start = start.nbor(1)
    return start


def _says(token: Token) -> bool:
    """As in ""It is slow," claims writer Ida Moe": the verb in front of a title, which the parse takes for a noun."""
    before = token.nbor(-1) if token.i else None
    quoted = before is not None and before.text in {'"', "'", "''", ","}
    return quoted and token.text.islower() and token.lemma_.lower() in SPEECH_VERBS and not is_job(token.lower_)


def _rank_behind_title(start: Token, last: Token) -> Token | None:
    """The first token of the rank in "authority director General Moe" and "the army's chief of staff Gen. Moe"."""
    rank = last
    while rank.i > start.i and (_is_rank(rank.nbor(-1)) or rank.nbor(-1).text == "."):
        rank = rank.nbor(-1)
    if not _is_rank(last) or rank.i <= start.i:
        return None
    before = rank.nbor(-1)
    if is_job(before.lower_) and (before.text.islower() or before.text.isupper()):
        return rank
    return None


def _office_before_rank(subject: Subject, rank: Token, last: Token) -> Iterator[Statement]:
    """As in "chief of staff General Moe" and "head of research Dr Moe"."""
    if all(_is_rank(each) or each.text == "." for each in rank.doc[rank.i : last.i + 1]):
        yield from office_before_name(subject, rank.nbor(-1))


def _is_rank(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    return bool(token.text[:1].isupper() and (word in PREFIX_HONORIFICS or word in RANK_MODIFIERS))


def _of_country(subject: Subject, owner: Token) -> Iterator[PersonFact]:
    """As in "Kenya's Ida Moe"."""
    place = subject.known.of_token(subject.passage, owner)
    if place is not None and place.type == "place" and subject.known.entities[place.entity].name in COUNTRY_CODES:
        name = subject.known.entities[place.entity].name
        span = subject.passage.span(place.start, place.end)
        yield subject.fact("nationality", name, span, by="rule:of-country", entity=place.entity, probability=0.75)


_TITLE_OF = re.compile(
    r"(?P<title>(?:(?:[A-Z][\w.-]*|[Dd]eputy|[Ff]ormer|[Aa]cting|[Aa]ssistant) )*?(?P<head>[A-Z][a-z]+)) (?:of|for) (?:the )?"
    r"(?:[A-Z][\w&'-]+(?:,? (?:and )?)?)+ $"
)


def _title_of(subject: Subject) -> Iterator[Statement]:
    """As in "U.S. Secretary of State Ida Moe" and "Minister of Finance Jon Dahl"."""
    before = subject.passage.text[: subject.place.start]
    match = _TITLE_OF.search(before)
    if match is None or not is_job(match["head"].lower()):
        return
    start, end = match.start("title"), subject.place.start - 1
    if any(each.type == "person" for each in subject.known.within(subject.passage, start, end)):
        return
    lead = next(
        (
            each
            for each in subject.known.within(subject.passage, start, end)
            if each.start == start and each.type == "place"
        ),
        None,
    )
    begin = lead.end + 1 if lead is not None and lead.end + 1 < match.start("head") + 1 else start
    country = re.match(r"(?:U\.S\.|U\.K\.|US|UK) ", subject.passage.text[begin:end])
    begin += country.end() if country else 0
    title = subject.passage.original(begin, end)
    yield Role(
        person=subject.place.entity,
        title=title,
        span=subject.passage.span(begin, end),
        by="rule:title-of",
        former=title.lower().startswith("former"),
        probability=0.85,
    )


def _ends_title(token: Token) -> bool:
    word = token.text.lower().rstrip(".")
    if is_seat(token):
        return True
    if token.text.islower() and (word in KIN or word in FORMS_OF_ADDRESS):
        return False  # "his father Jon", "I will miss Ida"
    if word in {"man", "woman"}:
        return bool(token.i > 0 and token.nbor(-1).tag_ == "NN" and token.nbor(-1).text.islower())
    if token.text[:1].isupper() and word in GIVEN_NAMES_LIKE_JOBS and token.i + 2 >= len(token.doc):
        return False
    return is_office(token) or is_job(word) or word in PREFIX_HONORIFICS


_TITLE_TAGS = words("AFX HYPH JJ JJR JJS NN NNP NNPS NNS RB VBD VBG VBN")


def _in_title(token: Token, subject: Subject) -> bool:
    """Whether a token further to the left still belongs to the words in front of a name."""
    place = subject.known.of_token(subject.passage, token)
    if place is not None:
        return place.type in {"organization", "place", "facility"}
    word = token.text.lower()
    if word in {"of", "and", "&"} and token.i > 0 and token.i + 1 < len(token.doc):
        return _joins(token, word)
    if token.text in {"-", "–", "—"} and (token.whitespace_ or (token.i > 0 and token.nbor(-1).whitespace_)):
        return False
    if token.text == "-" or _first_of_two(token, subject) or _co(token):
        return True
    if (
        token.pos_ == "VERB"
        and token.dep_ not in {"amod", "compound"}
        and word not in {"retired", "acting", "outgoing", "managing", "ousted", "leading"}
    ):
        return False
    return (token.tag_ in _TITLE_TAGS and token.dep_ not in {"ROOT", "nsubj", "dobj", "pobj"}) or word == "then"


def _co(token: Token) -> bool:
    """As in "study co-author Ida Moe"."""
    return token.lower_ in {"co", "ex", "vice"} and token.i + 1 < len(token.doc) and token.nbor(1).text == "-"


def _first_of_two(token: Token, subject: Subject) -> bool:
    """As in "Acme CEO and co-founder Ida Moe", where the parse takes the first job for another person."""
    if not is_job(token.lower_) or token.i == 0 or token.nbor(1).lower_ != "and":
        return False
    before = token.nbor(-1)
    while before.i > 0 and before.lower_ in TITLE_MODIFIERS:
        before = before.nbor(-1)
    owner = subject.known.of_token(subject.passage, before)
    if before.lower_ in GENERIC_ORGANIZATIONS or before.tag_ == "POS":
        return True
    return owner is not None and owner.type == "organization"


def _joins(token: Token, word: str) -> bool:
    before, after = token.nbor(-1), token.nbor(1)
    if word == "of":
        return bool(before.text[:1].isupper() and after.text[:1].isupper())
    if is_job(before.lower_) and (is_job(after.lower_) or after.lower_ in {"co", "vice"}):
        return True
    return bool(
        before.tag_ in {"NN", "NNP", "JJ"}
        and after.tag_ in {"NN", "NNP", "JJ", "RB"}
        and before.text.islower() == after.text.islower()
    )
