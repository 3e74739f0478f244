"""Offices that are said with what they are of, in front of a name: "head of the Nordic Bank, Ida Moe", "director of football Jon Dahl"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.bodies import generic_organization
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS
from pipeline.annotate.lexicon.titles import KIN
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token
from pipeline.annotate.subject import Subject
from pipeline.annotate.titles import Phrase, is_job, is_seat, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact

_REACH = 14
_LINKS = frozenset({"of", "for", "at", "with", "in", "to"})
_BETWEEN = words("AFX CC CD DT HYPH IN JJ JJR JJS NN NNP NNPS NNS POS PRP$ RB TO VBG VBN")
_PHRASE_TAGS = words("AFX CD DT HYPH JJ JJR JJS NN NNP NNPS NNS POS PRP$ RB VBG VBN WP$")


def office_before_comma(subject: Subject, last: Token) -> Iterator[Statement]:
    """As in "Its former head of compliance, Geir Lund, ..." and "The surgeon at the Nordic Hospital, Ida Moe, ..."."""
    job = _job(subject, last)
    if job is None:
        return
    start = start_of_phrase(subject, job)
    if is_definite(subject, start, job):
        yield from _said(subject, Phrase(start, job, "rule:apposition-before"), last)


def office_before_name(subject: Subject, last: Token) -> Iterator[Statement]:
    """As in "the chair of the Nordic Council Ida Moe", "Lawyer for the family Jon Dahl", "director of football Eva Berg"."""
    job = _job(subject, last) if not last.is_punct else None
    if job is None:
        return
    start = start_of_phrase(subject, job)
    if _is_certain(subject, start, job, last):
        yield from _said(subject, Phrase(start, job, "rule:office-before-name"), last)


_IS = re.compile(
    r"(?:^|[.!?;:\"] |, and |, while |, but )(?P<phrase>[^.;:!?,\"]{4,70}) (?:is|was|remains) (?:now |still )?$"
)


def said_to_be(subject: Subject) -> Iterator[Statement]:
    """As in "Coach is Ida Moe, a former catcher" and "The head of the union is Jon Dahl"."""
    match = _IS.search(subject.passage.text, max(0, subject.place.start - 100), subject.place.start)
    behind = subject.token_at(match.end("phrase")) if match else None
    if match is None or behind is None or behind.i == 0:
        return
    last = behind.nbor(-1)
    if is_job(last.lower_) or is_seat(last):
        start = start_of_phrase(subject, last)
        if start.idx == match.start("phrase"):
            yield from statements(subject, Phrase(start, last, "rule:said-to-be"))
        return
    job = _job(subject, last)
    if job is not None and start_of_phrase(subject, job).idx == match.start("phrase"):
        yield from _said(subject, Phrase(start_of_phrase(subject, job), job, "rule:said-to-be"), last)


def before_hyphen(last: Token) -> Token:
    """The job's word of "secretary-general"."""
    behind = last.i > 1 and last.nbor(-1).text == "-"
    return last.nbor(-2) if behind and not is_job(last.lower_) and is_job(last.nbor(-2).lower_) else last


def _job(subject: Subject, last: Token) -> Token | None:
    """The job's noun whose "of ..." ends with the token, if nothing but nouns and names stands between."""
    for job in reversed(last.doc[max(0, last.i - _REACH) : last.i]):
        behind = job.nbor(1).lower_
        if (is_job(job.lower_) or is_seat(job)) and behind in _LINKS and job.tag_ not in {"NNS", "NNPS"}:
            named = subject.known.within(subject.passage, job.idx, last.idx + len(last))
            return None if any(each.type == "person" for each in named) else job
        place = subject.known.of_token(subject.passage, job)
        if place is None and (job.tag_ not in _BETWEEN or job.text == ","):
            return None
    return None


def _is_certain(subject: Subject, start: Token, job: Token, last: Token) -> bool:
    """Whether the name behind is whose office it is, and does not begin a clause: "the head of the union Moe left"."""
    passage = subject.passage
    place = subject.known.of_token(passage, last)
    plain = passage.text[job.nbor(2).idx : last.idx + len(last)] if job.i + 2 <= last.i else ""
    if re.fullmatch(r"[a-z]+(?: (?:and )?[a-z]+)?", plain) and last.tag_ in {"NN", "NNS"} and plain.split()[0] != "the":
        return bool(job.nbor(1).lower_ == "of")
    before = start.nbor(-1) if start.i else None
    opens = start.is_sent_start or before is None or before.text in {",", '"', ":", "(", "-", "–", "—"}
    opens = opens or (before is not None and _leads_in(before))
    if place is not None and place.type in {"organization", "place", "facility"}:
        return bool(job.text[:1].isupper() or opens)
    return bool(opens and subject.last.i > subject.first.i)


def _leads_in(before: Token) -> bool:
    return bool(before.lemma_.lower() in STRONG_SPEECH_VERBS or before.lower_ in {"that", "with", "as"})


def start_of_phrase(subject: Subject, job: Token) -> Token:
    """The first token of the noun phrase whose head the job's noun is."""
    start = job
    while start.i > 0 and not _opens(start) and _in_noun_phrase(start.nbor(-1), subject):
        start = start.nbor(-1)
    while start.i < job.i and start.tag_ == "RB" and start.lower_ not in {"then", "now"}:
        start = start.nbor(1)
    return start


def _opens(token: Token) -> bool:
    """As in "on 3 June a guard, Jon Dahl": an article begins the phrase."""
    return token.tag_ in {"DT", "WP$"} and token.lower_ in _ARTICLES and not token.is_sent_start


def _in_noun_phrase(token: Token, subject: Subject) -> bool:
    if token.lower_ == "and" and token.i > 0 and (is_job(token.nbor(-1).lower_) or token.nbor(-1).lower_ in KIN):
        return True  # "the vice president and general counsel of the company"
    place = subject.known.of_token(subject.passage, token)
    verb = token.pos_ == "VERB" and token.dep_ not in {"amod", "compound"}
    return bool(place is not None or (token.tag_ in _PHRASE_TAGS and token.text != "," and not verb))


_ARTICLES = frozenset({"the", "a", "an", "one", "its", "his", "her", "their", "our", "my", "another", "whose"})


def is_definite(subject: Subject, start: Token, head: Token) -> bool:
    """Whether a noun phrase can stand in apposition to the name behind the comma: "the mayor, X", "Acme CEO, X"."""
    if start.text.lower() in _ARTICLES or any(each.tag_ == "POS" for each in start.doc[start.i : head.i]):
        return True
    place = subject.known.of_token(subject.passage, start)
    return bool(start.is_sent_start or (place is not None and place.type == "organization"))


def _said(subject: Subject, phrase: Phrase, last: Token) -> Iterator[Statement]:
    for each in statements(subject, phrase):
        yield _with_tail(subject, each, phrase.head, last) if isinstance(each, Role) else each


def _with_tail(subject: Subject, role: Role, job: Token, last: Token) -> Role:
    """The role with "of ..." in its title and the organization that stands there."""
    passage, end = subject.passage, last.idx + len(last)
    named = subject.known.within(passage, job.idx, end)
    owner = next((each.entity for each in named if each.type == "organization"), None)
    tail = re.fullmatch(r"the ([a-z]+(?:'s|')?(?: [a-z]+)?)", passage.text[job.nbor(2).idx : end])
    if owner is None and tail is not None:
        owner = generic_organization(passage, job.idx, tail[1], subject.known)
    title = role.title
    if title is not None and (job.nbor(1).lower_ in {"of", "for", "to"} or owner is not None):
        title = passage.original(role.span.end - passage.block.start - len(title), end)
    owner = role.organization or owner
    return msgspec.structs.replace(
        role, title=title, organization=owner, relation="worksFor" if owner else role.relation
    )
