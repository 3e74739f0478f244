"""What stands behind a name or beside it between commas: "X, a professor at Y", "Y's chairman, X", "X, 74, of Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.bodies import generic_organization
from pipeline.annotate.kinship import kin_behind, kin_in_front
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.titles import FORMS_OF_ADDRESS, KIN
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token
from pipeline.annotate.titles import Phrase, Subject, is_job, nationality, noun_phrase, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact


_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?=,)")
_OPENING = re.compile(r"(?:, (?:who (?:is|was) |now |also |currently |formerly |previously |then )?| \((?=[a-z]))")


def behind_name(subject: Subject) -> Iterator[Statement]:
    """As in "Ida Moe, a professor at the University ...", "Jon Dahl, the captain, ..."."""
    text, at = subject.passage.text, subject.place.end
    if age := _AGE.match(text, at):
        at = age.end()
    opening = _OPENING.match(text, at)
    first = subject.token_at(opening.end()) if opening else None
    if opening is None or first is None or first.lower_ in {"and", "or", "but"}:
        return
    yield from home(subject, opening.end())
    yield from kin_behind(subject, first)
    phrase = noun_phrase(subject, first, by="rule:apposition")
    if phrase is not None:
        ended = re.search(r"formerly|previously", opening.group()) is not None
        for each in statements(subject, phrase):
            yield msgspec.structs.replace(each, former=True) if ended and isinstance(each, Role) else each
    else:
        yield from nationality(subject, first, first)


_JOINED = re.compile(
    r" and (?P<adverb>(?:now|also|later|currently|previously) )?(?P<article>an?|the|its|her|his|[a-z]+(?= of )) "
)
_END_OF_APPOSITION = re.compile(r"[,;:()!?\"]|\. |\.$")


def joined(subject: Subject) -> Iterator[Statement]:
    """As in "Jon Dahl, a former pilot and now an adviser to the fleet": what is joined to the first title or kinship."""
    text, opening = subject.passage.text, _OPENING.match(subject.passage.text, subject.place.end)
    if opening is None:
        return
    stop = _END_OF_APPOSITION.search(text, opening.end())
    end = stop.start() if stop else len(text)
    kin = re.match(r"(?:once )?(?:an?|the|her|his|their) (?:[a-z]+ )?([a-z-]+) of ", text[opening.end() : end])
    for match in _JOINED.finditer(text, opening.end(), end):
        certain = match["adverb"] is not None or match["article"] in {"a", "an"}
        named = subject.known.at(subject.passage, match.start() - 1, match.start())
        certain = certain or (is_job(match["article"]) and named is not None and named.type == "organization")
        if not certain and (kin is None or kin[1] not in KIN):
            continue
        first = subject.token_at(match.start("article"))
        phrase = noun_phrase(subject, first, by="rule:joined") if first is not None else None
        if (
            phrase is None
            or phrase.head.idx >= end
            or any(each.pos_ in {"VERB", "AUX"} for each in phrase.head.doc[phrase.start.i : phrase.head.i])
        ):
            continue
        said = tuple(statements(subject, phrase))
        if certain or any(isinstance(each, Role) and each.organization is not None for each in said):
            yield from said


def _before_honorific(first: Token) -> Token:
    """Where a name begins with its form of address: "Dr. Ida Moe"."""
    at = first
    while at.i > 0 and (
        at.nbor(-1).lower_.rstrip(".") in FORMS_OF_ADDRESS or (at.nbor(-1).text == "." and at != first)
    ):
        at = at.nbor(-1)
    return at


def _before_hyphen(last: Token) -> Token:
    """The job's word of "secretary-general"."""
    behind = last.i > 1 and last.nbor(-1).text == "-"
    return last.nbor(-2) if behind and not is_job(last.lower_) and is_job(last.nbor(-2).lower_) else last


def apposition_before(subject: Subject) -> Iterator[Statement]:
    """As in "ACME's acting president, Eva Berg, ..." and "his father, R.B. Stone, ..."."""
    first, last = subject.first, subject.last
    first = _before_honorific(first)
    if first.i < 2 or first.nbor(-1).text != ",":
        yield from kin_in_front(subject, first.nbor(-1)) if first.i else ()
        return
    if last.i + 1 < len(last.doc) and last.nbor(1).text not in {",", ".", ";", ")", ":"}:
        return
    head = _before_hyphen(first.nbor(-2))
    yield from kin_in_front(subject, head)
    if not is_job(head.lower_):
        yield from _office_with_of(subject, head)
    if not is_job(head.text.lower()):
        return
    start = head
    while start.i > 0 and _in_noun_phrase(start.nbor(-1), subject):
        start = start.nbor(-1)
    if _is_definite(start, head):
        yield from statements(subject, Phrase(start, head, "rule:apposition-before"))


_OFFICE_REACH = 10


def _office_with_of(subject: Subject, last: Token) -> Iterator[Statement]:
    """As in "Its former head of compliance, Geir Lund, ..." and "The surgeon at the Nordic Hospital, Ida Moe, ..."."""
    for job in reversed(last.doc[max(0, last.i - _OFFICE_REACH) : last.i]):
        link = job.nbor(1).lower_
        if is_job(job.lower_) and link in {"of", "for", "at", "with", "in"} and last in list(job.subtree):
            start = job
            while start.i > 0 and _in_noun_phrase(start.nbor(-1), subject):
                start = start.nbor(-1)
            if _is_definite(start, job):
                for each in statements(subject, Phrase(start, job, "rule:apposition-before")):
                    yield _with_tail(subject, each, job, last) if isinstance(each, Role) else each
            return


def _with_tail(subject: Subject, role: Role, job: Token, last: Token) -> Role:
    """The role with "of ..." in its title and the organization that stands there."""
    passage, end = subject.passage, last.idx + len(last)
    named = subject.known.within(passage, job.idx, end)
    owner = next((each.entity for each in named if each.type == "organization"), None)
    tail = re.fullmatch(r"the ([a-z]+(?: [a-z]+)?)", passage.text[job.nbor(2).idx : end])
    if owner is None and tail is not None:
        owner = generic_organization(passage, job.idx, tail[1], subject.known)
    title = role.title
    if title is not None and (job.nbor(1).lower_ in {"of", "for"} or owner is not None):
        title = passage.original(role.span.end - passage.block.start - len(title), end)
    owner = role.organization or owner
    return msgspec.structs.replace(
        role, title=title, organization=owner, relation="worksFor" if owner else role.relation
    )


_PHRASE_TAGS = words("AFX CD DT HYPH JJ JJR JJS NN NNP NNPS NNS POS PRP$ RB VBG VBN")


def _in_noun_phrase(token: Token, subject: Subject) -> bool:
    place = subject.known.of_token(subject.passage, token)
    return place is not None or (token.tag_ in _PHRASE_TAGS and token.text != ",")


def _is_definite(start: Token, head: Token) -> bool:
    opening = start.text.lower() in {"the", "its", "his", "her", "their", "our", "my", "another"}
    return opening or any(each.tag_ == "POS" for each in start.doc[start.i : head.i])


_CITIZENS = re.compile(
    r"citizens|nationals|men|women|people|residents|soldiers|students|journalists|tourists|hostages|prisoners|detainees|climbers|players|workers|[a-z]+ists|[a-z]+ers|[a-z]+ors"
)


def in_list(subject: Subject) -> Iterator[Statement]:
    """As in "two detained Peruvian citizens, Jon Dahl and Ida Moe"."""
    before = subject.passage.text[: subject.place.start]
    match = re.search(
        r"((?:[A-Z]\w+ )?[A-Z]\w+) ((?:[a-z]+ )?)([a-z]+),? (?:(?:[A-Z][\w.'-]+ ?)+(?:, | and |, and ))*$", before
    )
    if match is None or not _CITIZENS.fullmatch(match[3]):
        return
    for word in (match[1], match[1].split()[-1]):
        if word in DEMONYMS:
            start = match.end(1) - len(word)
            yield subject.fact(
                "nationality",
                word,
                subject.passage.span(start, match.end(1)),
                by="rule:nationality-of-list",
                probability=0.85,
            )
            return


_FROM = re.compile(r"(?:of|from) ")


def home(subject: Subject, at: int) -> Iterator[PersonFact]:
    """As in "Ann Lee, 74, of Bergen"."""
    match = _FROM.match(subject.passage.text, at)
    place = subject.known.at(subject.passage, match.end(), match.end() + 1) if match else None
    if place is not None and place.type == "place":
        yield subject.fact(
            "homeLocation",
            subject.known.entities[place.entity].name,
            subject.passage.span(at, place.end),
            by="rule:home",
            entity=place.entity,
            probability=0.8,
        )


_IS_FROM = re.compile(r"(?:, who[^,.]{0,40}?)? (?:is|was|comes|came|hails) (?:originally )?from ")


def is_from(subject: Subject) -> Iterator[PersonFact]:
    """As in "Maria Oslo, who despite her name is from Bergen"."""
    match = _IS_FROM.match(subject.passage.text, subject.place.end)
    if match:
        yield from home(subject, match.end() - len("from "))
