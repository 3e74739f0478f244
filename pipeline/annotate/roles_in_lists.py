"""What is said of several persons at once: "publishers X and Y", "finance ministers X of Peru and Y", "two Peruvian citizens, X and Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.countries import DEMONYMS
from pipeline.annotate.reading import Token
from pipeline.annotate.roles_with_of import start_of_phrase
from pipeline.annotate.subject import Subject
from pipeline.annotate.titles import Phrase, is_job, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact

_LONGEST_LIST = 8
_JOINT = re.compile(r"(?:,? and|,|;|,? or) $")
_ASIDE = re.compile(r"(?: \([^()]{1,30}\)|, \d{1,3}|,? (?:of|from) (?:the )?\S[^,;.()]{0,40})?,?")


def title_of_list(subject: Subject) -> Iterator[Statement]:
    """As in "the photographers Ida Moe, Jon Dahl and Ana Ruiz": each of them is one."""
    head = _plural(subject)
    if head is None:
        return
    one = singular(head.text)
    for each in statements(subject, Phrase(start_of_phrase(subject, head), head, "rule:title-of-list")):
        if isinstance(each, Role) and each.title is not None:
            title = each.title.removesuffix(head.text) + one
            yield msgspec.structs.replace(each, title=title, former=each.former, probability=0.8)
        elif not isinstance(each, Role):
            yield each


def singular(word: str) -> str:
    """The singular of a regular plural, or of one in -men: "ministers", "CEOs", "secretaries", "businesswomen"."""
    if word.endswith("men"):
        return word[:-3] + "man"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "ches")) else word[:-1]


def _plural(subject: Subject) -> Token | None:
    """The plural job in front of the list that a person stands in."""
    passage, at = subject.passage, subject.place.start
    for _ in range(_LONGEST_LIST):
        head = passage.tokens(max(0, at - 30), at)[-1:]
        if head and head[0].text in {":", ","} and head[0].i > 0:
            head = [head[0].nbor(-1)] if head[0].nbor(-1).tag_ in {"NNS", "NNPS"} else head
        if head and _is_plural_job(head[0]) and subject.known.of_token(passage, head[0]) is None:
            return head[0] if at < subject.place.start or _is_followed(subject) else None
        before = _before_in_list(subject, at)
        if before is None:
            return None
        at = before.start
    return None


_NEXT_REACH = 90


def _is_followed(subject: Subject) -> bool:
    """Whether another person follows, so that the plural is of both; "the chair of the judges, Ida Moe" is one."""
    end = min(subject.place.end + _NEXT_REACH, subject.first.sent.end_char)
    return any(each.type == "person" for each in subject.known.within(subject.passage, subject.place.end, end))


def _is_plural_job(token: Token) -> bool:
    word = token.text
    plural = word.endswith(("s", "men"))
    return plural and len(word) > 2 and not is_job(word.lower()) and is_job(singular(word).lower())


def _before_in_list(subject: Subject, at: int) -> Place | None:
    """The person in front of this one in a list, with nothing between but what is told of him aside."""
    text = subject.passage.text
    joint = _JOINT.search(text, 0, at)
    if joint is None:
        return None
    persons = [
        each
        for each in subject.known.by_passage.get(subject.passage.number, ())
        if each.type == "person" and each.end <= joint.start() and each.form != "pronoun"
    ]
    if not persons or _ASIDE.fullmatch(text, persons[-1].end, joint.start()) is None:
        return None
    return persons[-1]


_CITIZENS = re.compile(
    r"citizens|nationals|men|women|people|residents|soldiers|students|journalists|tourists|hostages|prisoners|detainees|climbers|players|workers|[a-z]+ists|[a-z]+ers|[a-z]+ors"
)


def nationality_of_list(subject: Subject) -> Iterator[Statement]:
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
