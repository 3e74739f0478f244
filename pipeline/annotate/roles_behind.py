"""What stands behind a name or beside it between commas: "X, a professor at Y", "Y's chairman, X", "X, 74, of Z"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.kinship import kin_behind, kin_in_front
from pipeline.annotate.lexicon.titles import FORMS_OF_ADDRESS, KIN, PREFIX_HONORIFICS, RANK_MODIFIERS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token
from pipeline.annotate.roles_with_of import before_hyphen, is_definite, office_before_comma, start_of_phrase
from pipeline.annotate.subject import Subject
from pipeline.annotate.titles import Phrase, is_job, is_office, is_seat, nationality, noun_phrase, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact


_AGE = re.compile(r"(?: \([^()]{2,30}\)|,? \(?(?:aged )?\d{1,3}\)?|, no relation)(?=,| [-–—] )")
_OF = re.compile(r" (?:of|from) (?:the )?")


def _behind_aside(subject: Subject) -> int:
    """Where the words go on behind "of the Philippines", ", 54" and ", her son"."""
    text, at = subject.passage.text, subject.place.end
    where = _OF.match(text, at)
    named = subject.known.at(subject.passage, where.end(), where.end() + 1) if where else None
    if where is not None and named is not None and named.start == where.end() and text.startswith(",", named.end):
        at = named.end
    for aside in (_AGE, _HIS_KIN):
        if match := aside.match(text, at):
            at = match.end()
    return at


_HIS_KIN = re.compile(rf", (?:his|her|their) (?:[a-z-]+ )?(?:{'|'.join(KIN)})(?=, (?:an?|the) )")
_OPENING = re.compile(
    r"(?:(?P<mark>,| [-–—]) (?:who is |(?:himself|herself) |now |also |currently |formerly |previously |then |latterly |once |"
    r"for \w+ years |(?P<until>until (?:last \w+|recently|(?:[A-Z][a-z]+ )?\d{4}|\w+ \w+ ago) )|since (?:last \w+|(?:[A-Z][a-z]+ )?\d{4}) )?| \((?=[a-z]))"
)


def behind_name(subject: Subject) -> Iterator[Statement]:
    """As in "Ida Moe, a professor at the University ...", "Jon Dahl, the captain, ..."."""
    text, at = subject.passage.text, _behind_aside(subject)
    opening = _OPENING.match(text, at)
    first = subject.token_at(opening.end()) if opening else None
    if opening is None or first is None or first.lower_ in {"and", "or", "but"}:
        return
    yield from home(subject, opening.end())
    yield from kin_behind(subject, first)
    phrase = noun_phrase(subject, first, by="rule:apposition")
    if phrase is None:
        yield from lives_at(subject, first)
        bare = first.nbor(1) if first.lower_ in {"a", "an", "the"} and first.i + 1 < len(first.doc) else first
        yield from nationality(subject, bare, bare)
        return
    if phrase.start.i > first.i:
        yield from nationality(subject, first, phrase.start)
    ended = re.search(r"formerly|previously|once |until ", opening.group()) is not None
    for each in statements(subject, phrase):
        if not isinstance(each, Role):
            yield each
        elif not _opens_clause(subject, each, dash=opening["mark"] not in {",", None}):
            yield msgspec.structs.replace(_with_employer(subject, each), former=each.former or ended)


_VERB_BEHIND = re.compile(r" (?:is|was|were|are|has|had|have|will|would|could|may|[a-z]{3,}ed|said|told) ")
_CLOSED = re.compile(r"[,.;:)!?]| [-–—] |$")


def _opens_clause(subject: Subject, role: Role, *, dash: bool) -> bool:
    """Whether the phrase is the subject of what follows: "According to Moe, a clerk was asked", "by Moe – the minister left"."""
    end = role.span.end - subject.passage.block.start
    if dash:
        return _VERB_BEHIND.match(subject.passage.text, end) is not None
    behind = subject.token_at(end)
    if behind is not None and behind.dep_ == "acl":
        return False  # "nothing is known of Moe, a geologist seized with them"
    governed = (
        subject.last.dep_ in {"pobj", "dobj"} or subject.first.nbor(-1).lower_ == "to" if subject.first.i else False
    )
    return governed and _VERB_BEHIND.match(subject.passage.text, end) is not None


def _with_employer(subject: Subject, role: Role) -> Role:
    """As in "Ida Moe, chief economist, Nordic Bank": the organization stands behind a second comma."""
    end = role.span.end - subject.passage.block.start
    if role.organization is not None or not subject.passage.text.startswith(", ", end):
        return role
    place = subject.known.at(subject.passage, end + 2, end + 3)
    if place is None or place.type != "organization" or place.start != end + 2:
        return role
    if _CLOSED.match(subject.passage.text, place.end) is None:
        return role
    return msgspec.structs.replace(role, organization=place.entity, relation="worksFor")


_JOINED = re.compile(
    r" and(?:,? [^,;.:()\"]{3,40},)? (?P<adverb>(?:now|also|later|currently|previously) )?(?P<article>an?|the|its|her|his|[a-z]+(?= of )|[A-Z][\w&'-]+) "
)
_END_OF_APPOSITION = re.compile(r"[,;:()!?\"]|\. |\.$")


def fronted(subject: Subject) -> Iterator[Statement]:
    """As in "A marine chemist by training, she came in 1991": what the sentence opens with is said of its subject."""
    first = subject.first
    if first.i < 3 or first.nbor(-1).text != "," or first.dep_ not in {"nsubj", "nsubjpass"}:
        return
    start = first.sent[0]
    opening = _FRONTED.match(subject.passage.text, start.idx)
    begin = subject.token_at(opening.end()) if opening else start if start.lower_ in {"a", "an"} else None
    phrase = noun_phrase(subject, begin, by="rule:fronted") if begin is not None else None
    if phrase is None or phrase.head.i >= first.i:
        return
    said = tuple(statements(subject, phrase))
    end = max((each.span.end - subject.passage.block.start for each in said), default=first.idx)
    behind = _OF_TOWN.sub("", subject.passage.text[end : first.idx])
    if not any(each in behind.rstrip(", ") for each in ",;:"):
        yield from said


_FRONTED = re.compile(
    r"(?:The (?:first|last|only|youngest|oldest) (?:[A-Z][a-z]+ )?(?:woman|man|person|outsider|foreigner|native|[A-Z][a-z]+) to (?:be|become|serve as|work as|hold the post of) |"
    r"(?:Appointed|Named|Elected|Made|Re-elected|Reappointed|Promoted to) (?:as )?)(?:an? |the )?"
)
_OF_TOWN = re.compile(r"^, (?:of|in|from) [A-Z][\w'-]+(?: [A-Z][\w'-]+)?(?=,)")


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
        if match["article"][:1].isupper():
            owner = subject.known.at(subject.passage, match.start("article"), match.start("article") + 1)
            certain = owner is not None and owner.type == "organization"
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
    """Where a name begins with its form of address or its rank: "Dr. Ida Moe", "Gen. Otto Lind"."""
    at = first
    while at.i > 0 and (_is_style(at.nbor(-1)) or _is_inside_rank(at.nbor(-1), at, first)):
        at = at.nbor(-1)
    return at.nbor(1) if at.text in {"-", "."} else _before_article(at, first)


def _is_inside_rank(token: Token, behind: Token, first: Token) -> bool:
    """The full stop of "Gen." and the hyphen of "Rear-Admiral"."""
    if token.text == "." and token.i > 0:
        return behind != first or token.nbor(-1).lower_ in PREFIX_HONORIFICS
    return token.text == "-" and behind != first and not token.whitespace_


def _before_article(at: Token, first: Token) -> Token:
    """As in "the rector, the Rev Ida Moe"."""
    return at.nbor(-1) if at != first and at.i > 0 and at.nbor(-1).lower_ == "the" else at


def _is_style(token: Token) -> bool:
    word = token.lower_.rstrip(".")
    if word in FORMS_OF_ADDRESS:
        return True
    ranked = token.text.endswith(".") or token.text[:1].isupper()
    return ranked and (
        word in PREFIX_HONORIFICS or word in RANK_MODIFIERS or (token.text[1:].islower() and is_job(word))
    )


_CLOSERS = frozenset({",", ".", ";", "(", ")", ":", "-", "–", "—", '"'})


def apposition_before(subject: Subject) -> Iterator[Statement]:
    """As in "ACME's acting president, Eva Berg, ..." and "his father, R.B. Stone, ..."."""
    first, last = subject.first, subject.last
    first = _before_title(subject, _before_honorific(first))
    if first.i < 2 or first.nbor(-1).text != ",":
        yield from kin_in_front(subject, first.nbor(-1)) if first.i else ()
        return
    if last.i + 1 < len(last.doc) and last.nbor(1).text not in _CLOSERS and not _is_closed_behind_of(subject):
        return
    head = before_hyphen(first.nbor(-2))
    yield from kin_in_front(subject, head)
    if not is_office(head) and not is_seat(head):
        yield from office_before_comma(subject, head)
        return
    start = start_of_phrase(subject, head)
    if is_definite(subject, start, head) and not _ends_opening(subject, start, head):
        yield from statements(subject, Phrase(start, head, "rule:apposition-before"))


def _ends_opening(subject: Subject, start: Token, head: Token) -> bool:
    """As in "For want of an interpreter, Jon Dahl pleaded": the comma parts the sentence's opening from its subject."""
    return start.lower_ in {"a", "an"} and head.dep_ == "pobj" and subject.last.dep_ in {"nsubj", "nsubjpass"}


def _before_title(subject: Subject, first: Token) -> Token:
    """As in "The jury's president, the Malian director Jon Dahl": where a second title begins."""
    if first.i < 3 or not is_office(first.nbor(-1)):
        return first
    start = start_of_phrase(subject, first.nbor(-1))
    return start if start.lower_ == "the" and start.i > 1 and start.nbor(-1).text == "," else first


def _is_closed_behind_of(subject: Subject) -> bool:
    """As in "The driver, Jon Dahl of Nordic Express, ..."."""
    text = subject.passage.text
    where = _OF.match(text, subject.place.end)
    named = subject.known.at(subject.passage, where.end(), where.end() + 1) if where else None
    return (
        named is not None
        and where is not None
        and named.start == where.end()
        and text[named.end : named.end + 1] in {",", "."}
    )


_FROM = re.compile(r"(?:of|from) ")
_COMES_FROM = re.compile(r"[^,.;:()\"]{0,60}? who (?:is|comes|came|hails) (?:originally )?from ")


def home(subject: Subject, at: int) -> Iterator[PersonFact]:
    """As in "Ann Lee, 74, of Bergen"."""
    match = _FROM.match(subject.passage.text, at)
    place = subject.known.at(subject.passage, match.end(), match.end() + 1) if match else None
    if place is not None and place.type == "facility" and subject.passage.text.startswith(", ", place.end):
        place = subject.known.at(subject.passage, place.end + 2, place.end + 3)  # "of Harwell Crescent, Oslo"
    if place is not None and place.type == "place":
        yield subject.fact(
            "homeLocation",
            subject.known.entities[place.entity].name,
            subject.passage.span(at, place.end),
            by="rule:home",
            entity=place.entity,
            probability=0.8,
        )


_RESIDENTS = words(
    "boy citizen girl grandmother father fan man mother native pensioner refugee resident retiree student teenager victim voter woman"
)
_HOME_REACH = 8


def lives_at(subject: Subject, first: Token) -> Iterator[PersonFact]:
    """As in "a resident of Khulna" and "a 14-year-old boy from Irving": where somebody without a title is from."""
    for token in first.doc[first.i : first.i + _HOME_REACH]:
        if token.text == "," or token.pos_ == "VERB":
            return
        if (
            token.pos_ in {"NOUN", "PROPN"}
            and token.i > first.i
            and token.nbor(1).lower_ == "from"
            and first.lower_ in {"a", "an", "the"}
        ):
            yield from home(subject, token.nbor(1).idx)
            return
        if token.lower_ in _RESIDENTS and token.i + 1 < len(token.doc):
            behind = token.nbor(1)
            if behind.lower_ == "from" or (behind.lower_ == "of" and token.lower_ in {"resident", "native"}):
                yield from home(subject, behind.idx)
            return


_IS_FROM = re.compile(r"(?:, who[^,.]{0,40}?)? (?:is|was|comes|came|hails) (?:originally )?from ")


def is_from(subject: Subject) -> Iterator[PersonFact]:
    """As in "Maria Oslo, who despite her name is from Bergen"."""
    text, end = subject.passage.text, subject.place.end
    opening = _OPENING.match(text, end)
    match = _IS_FROM.match(text, end) or (_COMES_FROM.match(text, opening.end()) if opening else None)
    if match:
        yield from home(subject, match.end() - len("from "))
