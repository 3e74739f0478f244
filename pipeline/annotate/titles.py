"""One noun phrase that says what a person is, taken apart: nationality, organization, honorific, title, home."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.bodies import generic_organization, only_body_called, owner_of_its, spoken_of_before
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.lexicon.organizations import COMMON_OPENERS, GENERIC_ORGANIZATIONS
from pipeline.annotate.lexicon.titles import (
    FORMER_PREFIXES,
    FORMER_WORDS,
    FORMS_OF_ADDRESS,
    JOB_ENDINGS,
    JOBS,
    NOT_JOBS,
    OUTSIDERS,
    PREFIX_HONORIFICS,
    RANK_MODIFIERS,
    TITLE_MODIFIERS,
    WEAK_JOBS,
)
from pipeline.annotate.lexicon.trades import LAST_OF_TWO
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.subject import Subject
from pipeline.annotate.tails import tail_of
from pipeline.annotate.unlikely_titles import is_title, whole_end
from pipeline.model.annotations import PersonFact, Role


class Phrase(msgspec.Struct, frozen=True):
    """The words from ``start`` to the job noun ``head``; ``tail`` says whether "of ..." phrases may follow."""

    start: Token
    head: Token
    by: str
    tail: bool = False


def is_job(word: str) -> bool:
    """Whether a lower-case noun names a job or office."""
    bare = re.sub(r"^(?:ex|then|co|vice|deputy|former|sub|arch)-", "", word)
    if bare in NOT_JOBS or bare in WEAK_JOBS:
        return False
    return bare in JOBS or (len(bare) > 6 and bare.endswith(JOB_ENDINGS))


def is_seat(token: Token) -> bool:
    """As in "team member", "board member", "a member of parliament": a member of something that is said."""
    if token.lower_ != "member" or token.i + 1 >= len(token.doc):
        return False
    before = token.nbor(-1) if token.i else None
    return bool(token.nbor(1).lower_ == "of" or (before is not None and before.tag_ in {"NN", "NNP"}))


_PHRASE_TAGS = words("AFX CD DT HYPH JJ JJR JJS NN NNP NNPS NNS POS PRP$ RB VBG VBN")
_LONGEST_PHRASE = 14


_AGENT = re.compile(r"[a-z]{3,}-[a-z]{3,}(?:er|or)")
_NO_AGENTS = words("timer footer liner runner comer goer")


def is_office(token: Token) -> bool:
    """Whether a token is a job's noun, also the last part of a hyphenated one: "film-maker", "dog-handler", "player-coach"."""
    if is_job(token.lower_) or _is_of_two(token):
        return True
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_ or token.nbor(-2).whitespace_:
        return False
    whole = f"{token.nbor(-2).lower_}-{token.lower_}"
    return is_job(whole) or (_AGENT.fullmatch(whole) is not None and token.lower_ not in _NO_AGENTS)


def _is_of_two(token: Token) -> bool:
    """As in "a talk-show host", "the research fellow"."""
    allowed = LAST_OF_TWO.get(token.lower_)
    return allowed is not None and token.i > 0 and token.nbor(-1).lower_ in allowed


def noun_phrase(subject: Subject, first: Token, *, by: str) -> Phrase | None:
    """The noun phrase that begins at ``first``, if a job is its head."""
    doc, head = first.doc, None
    for token in doc[first.i : first.i + _LONGEST_PHRASE]:
        place = subject.known.of_token(subject.passage, token)
        word = token.text.lower()
        if place is None and (is_office(token) or is_seat(token)) and token.tag_ not in {"NNS", "NNPS"}:
            head = token
        elif place is not None and place.type == "person" and not subject.passage.text.startswith("'s", place.end):
            break
        elif word in {"and", "&", "/"}:
            if head is not None and not _another_job(subject, token):
                break
            if head is None and token.i > first.i and token.nbor(-1).lower_ in WEAK_JOBS:
                first = token.nbor(1)  # "an Australian woman and former teacher"
        elif not (place is not None or token.tag_ in _PHRASE_TAGS):
            break
    if head is None or _is_possessor(head) or is_of_a_thing(head) or _names_another(subject, head):
        return None
    return Phrase(first, head, by, tail=True)


def _names_another(subject: Subject, head: Token) -> bool:
    """As in "pianist Ida Moe, singer Ana Ruiz": the job stands in front of the next person's name."""
    behind = head.nbor(1) if head.i + 1 < len(head.doc) else None
    place = subject.known.of_token(subject.passage, behind) if behind is not None else None
    return place is not None and place.type == "person" and place.entity != subject.place.entity


def _another_job(subject: Subject, conjunction: Token) -> bool:
    """As in "president and chief executive": whether a job follows within the same noun phrase."""
    for token in conjunction.doc[conjunction.i + 1 : conjunction.i + 5]:
        if subject.known.of_token(subject.passage, token) is not None or token.tag_ not in _PHRASE_TAGS:
            return False
        if is_job(token.text.lower()):
            return True
    return False


def _is_possessor(head: Token) -> bool:
    return bool(head.i + 1 < len(head.doc) and head.nbor(1).tag_ == "POS")


def is_of_a_thing(head: Token) -> bool:
    """As in "commanded merchant ships" and "two doctor visits": the job's noun says what kind of thing it is."""
    behind = head.nbor(1) if head.i + 1 < len(head.doc) and head.whitespace_ else None
    things = behind is not None and behind.tag_ == "NNS" and _HYPHENATED.match(f" {behind.lower_}") is None
    return things and head.dep_ == "compound" and head.head == behind


def statements(subject: Subject, phrase: Phrase) -> Iterator[Role | PersonFact]:
    """The role that a phrase says, and the nationality, honorific and home that stand in it."""
    start, organization = _lead(subject, phrase)
    yield from nationality(subject, phrase.start, phrase.head)
    first, former = _without_lead(_behind_age(start), phrase)
    if (split := _job_then_honorific(phrase, first)) is not None:
        yield from statements(subject, Phrase(phrase.start, split, "rule:before-honorific"))
        phrase, first = Phrase(split.nbor(1), phrase.head, phrase.by), split.nbor(1)
    if _is_honorific(phrase, first):
        passage = subject.passage
        value = passage.original(first.idx, subject.place.start).strip()
        yield subject.fact(
            "honorificPrefix", value, passage.span(first.idx, first.idx + len(value)), by="rule:honorific"
        )
        if organization is not None:  # "Harwell police Lt. Ida Moe"
            span = passage.span(phrase.start.idx, first.idx + len(value))
            yield Role(
                person=subject.place.entity, span=span, by="rule:rank", organization=organization, probability=0.8
            )
        return
    end = _behind_hyphens(subject, phrase.head)
    if phrase.tail:
        tail = tail_of(subject, end)
        end = whole_end(phrase.head, end, tail.end)
        organization = organization or tail.organization
        yield from tail.facts
    if not is_title(first, phrase.head, subject.passage.text[first.idx : end]):
        return
    if organization is None and first.i < phrase.head.i and subject.known.of_token(subject.passage, first) is None:
        organization = only_body_called(first.text, subject.known) if _may_name_body(first) else None
    if phrase.head.lower_ in OUTSIDERS:
        organization = None
    belongs = phrase.head.lower_ == "member" and organization is not None
    plain = belongs and first == phrase.head and not _SEATS.search(subject.passage.text[phrase.head.idx : end])
    yield Role(
        person=subject.place.entity,
        title=None if plain else subject.passage.original(first.idx, end),
        span=subject.passage.span(phrase.start.idx, end),
        by=phrase.by,
        organization=organization,
        relation="memberOf" if belongs else "worksFor" if organization else "affiliation",
        former=former,
        probability=0.85,
    )


def _may_name_body(first: Token) -> bool:
    """As in "Army spokesman Jon Dahl" and "panel chair Ida Moe"; a "Police Academy graduate" is of another body."""
    return first.tag_ in {"NN", "NNP"} and len(first.text) > 3 and first.nbor(1).text[:1] != "-"


_SEATS = re.compile(
    r"\b(?:parliament|congress|senate|assembly|council|board|committee|house|cabinet|commission|bundestag|knesset|duma|legislature)\b",
    re.IGNORECASE,
)
"""Bodies whose members hold an office; to be a member of anything else is no title."""


_HYPHENATED = re.compile(
    r"(?:-[^\W\d_]+)+| emerit(?:us|a)\b| general\b| designate\b| pro tem(?:pore)?\b| de mission\b| d'affaires\b"
)


def _behind_hyphens(subject: Subject, head: Token) -> int:
    """Where the job's word ends: "director-general", "editor-in-chief" are one."""
    end = int(head.idx + len(head))
    more = _HYPHENATED.match(subject.passage.text, end)
    return more.end() if more else end


def nationality(subject: Subject, first: Token, last: Token) -> Iterator[PersonFact]:
    """The demonyms between two tokens: "South Korean", "Dutch"."""
    doc, at = first.doc, first.i
    if last.i - at < 1 and at > 0 and f"{first.nbor(-1).text} {first.text}" in DEMONYMS:
        at -= 1
    while at <= last.i:
        two = doc[at : at + 2].text
        word = two if two in DEMONYMS else doc[at].text
        born = doc[at + 1 : at + 3].text.lower() == "-born"
        if word in DEMONYMS and not born:
            start = doc[at].idx
            yield subject.fact(
                "nationality", word, subject.passage.span(start, start + len(word)), by="rule:nationality"
            )
        at += 2 if word == two else 1


def _lead(subject: Subject, phrase: Phrase) -> tuple[Token, str | None]:
    """The first token behind possessors, places and organizations in front of the title, and the organization said there."""
    doc, known, passage = phrase.head.doc, subject.known, subject.passage
    at, organization = phrase.start.i, None
    for token in doc[phrase.start.i : phrase.head.i]:
        place = known.of_token(passage, token)
        if place is not None and _is_part_of_title(passage.text[place.start : place.end]):
            continue
        if place is not None and place.type == "organization":
            organization, at = place.entity, token.i + 1
        elif place is None and token.i == phrase.start.i and _is_generic(token):
            organization = organization or _generic(subject, token, token.idx)
        elif token.tag_ == "POS":
            organization = organization or _generic(subject, doc[phrase.start.i : token.i], token.idx)
            at = token.i + 1
        elif token.lower_ == "its" and token.i == phrase.start.i:
            organization = owner_of_its(passage, token, known) or _body_before(subject, token)
    return doc[at], organization


def _is_generic(token: Token) -> bool:
    """As in "the club captain"; a "Team-mate" is no team's mate."""
    return token.lower_ in GENERIC_ORGANIZATIONS and token.nbor(1).text != "-"


def _is_part_of_title(name: str) -> bool:
    """As in "Shadow Home Secretary", "Fire Chief", "an Australian doctor", where the words in front were taken for a name."""
    return name in DEMONYMS or all(
        each.lower() in TITLE_MODIFIERS or each.lower() in COMMON_OPENERS for each in name.split()
    )


def _it_is_a_thing(passage: Passage, its: Token) -> bool:
    """As in "It was named after its owner": "its" is what "it" is, and that need be no organization."""
    earlier = (each for each in its.sent if each.lower_ == "it" and each.i < its.i and not passage.is_quoted(each.idx))
    return any(each.dep_ in {"nsubj", "nsubjpass"} for each in earlier)


def _generic(subject: Subject, owner: object, offset: int) -> str | None:
    """As in "the bank's former chief": the organization last named that such a word can mean."""
    phrase = re.sub(r"^(?:.*\b)?(?:the|this|that|a|an|now|once|her|his) ", "", str(owner).lower())
    return generic_organization(subject.passage, offset, phrase, subject.known)


def _body_before(subject: Subject, its: Token) -> str | None:
    """The organization that the sentence before is of, if it is of a thing, else the one last named."""
    body = spoken_of_before(subject.passage, its.sent.start_char, subject.known)
    if body is not None and not any(_is_body(subject, each) for each in its.doc[its.sent.start : its.i]):
        return body
    return _last_unless_thing(subject, its)


def _is_body(subject: Subject, token: Token) -> bool:
    place = subject.known.of_token(subject.passage, token)
    return place is not None and place.type == "organization" and not subject.passage.is_quoted(token.idx)


def _last_unless_thing(subject: Subject, its: Token) -> str | None:
    if _it_is_a_thing(subject.passage, its):
        return None
    return next(
        (each.entity for each in subject.known.before(subject.passage, its.idx) if each.type == "organization"), None
    )


_SKIPPED = words("also now currently a an and another both her his its my one our own the their whose")
_SKIPPED_IN_SMALL = words("new newly appointed elected fellow two three four five six seven eight several other")
"""What a title may open with and does not hold: "its new chief executive", "three ministers"."""


def _behind_age(start: Token) -> Token:
    """As in "a 31-year-old postman": the age is no part of the title."""
    first = start.nbor(1) if start.lower_ in {"a", "an", "the"} and start.i + 1 < len(start.doc) else start
    if not first.like_num or first.doc[first.i : first.i + 5].text.lower()[-9:] != "-year-old":
        return start
    return first.doc[min(first.i + 5, len(first.doc) - 1)]


def _without_lead(start: Token, phrase: Phrase) -> tuple[Token, bool]:
    """The title's first token: behind articles and demonyms; and whether the role has ended."""
    first, head = start, phrase.head
    while first.i < head.i:
        two = first.doc[first.i : first.i + 2].text
        if two in DEMONYMS and first.i + 1 < head.i:
            first = first.nbor(2)
        elif (
            first.text in DEMONYMS
            or (first.text.lower() in _SKIPPED and first.nbor(1).text != "-")
            or first.text in _SKIPPED_IN_SMALL
            or (first.tag_ == "CD" and first.lower_ in _SKIPPED_IN_SMALL)
            or (first.lower_ in {"born", "based", "educated"} and first.nbor(-1).text == "-")
            or first.text.lower() in {"late", "current"}
            or first.text in {",", "-"}
        ):
            first = first.nbor(1)
        else:
            break
    words = [each.text.lower() for each in phrase.start.doc[phrase.start.i : head.i + 1]]
    former = any(each in FORMER_WORDS or each.startswith(FORMER_PREFIXES) for each in words)
    return first, former


def _job_then_honorific(phrase: Phrase, first: Token) -> Token | None:
    """As in "marine biologist Dr Moe": the job's last word, where a form of address follows it."""
    if (
        phrase.by != "rule:before-name"
        or phrase.head.i - first.i < 1
        or phrase.head.lower_.rstrip(".") not in FORMS_OF_ADDRESS
    ):
        return None
    before = phrase.head.nbor(-1)
    return before if is_job(before.lower_) else None


def _is_honorific(phrase: Phrase, first: Token) -> bool:
    """As in "Vice Marshal", "Dr", "Sir": a form of address or a rank, not a job."""
    if phrase.by != "rule:before-name":
        return False
    words = [each.text.lower().rstrip(".") for each in first.doc[first.i : phrase.head.i + 1] if each.text != "."]
    ranks = all(each in RANK_MODIFIERS or each in PREFIX_HONORIFICS or each == "-" for each in words[:-1])
    return words[-1] in PREFIX_HONORIFICS and ranks and first.text[:1].isupper()
