"""What stands behind a job's noun and belongs to the title: "of education and law at Yale", "for the Oslo Sheriff's office"."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.bodies import generic_organization
from pipeline.annotate.clauses import is_calendar
from pipeline.annotate.index import Place
from pipeline.annotate.subject import Subject
from pipeline.model.annotations import PersonFact


class Tail(msgspec.Struct, frozen=True):
    """Where a title ends, and the organization and the facts that its last words name."""

    end: int
    organization: str | None = None
    facts: tuple[PersonFact, ...] = ()


_LINK = re.compile(r" (of|at|for|with|in|to|from|on) ")
_STOP = re.compile(
    r"[,.;:()\"?!]| (?:who|which|that|whose|where|when|as|and|but|while|said|says|told|has|had|is|was|were|will|would|only|just|last|this|next|after|before|during|amid|despite|because|yesterday|today)\b| (?:in|on|since|until|from|to|at|for|with) "
)
_BASED = re.compile(
    r"(?:-based)?(?: (?:law firm|think-?tank|consultancy|brokerage|daily|newspaper|weekly|station|charity|bank|firm|club|union|hospital|school|university|investment bank|fund manager|start-?up))? (?:the )?(?=[A-Z])"
)
_LEADING = re.compile(r"(?:the |both |its |his |her |their |[A-Z][\w'-]+'s )?")


def tail_of(subject: Subject, end: int) -> Tail:
    """Where a title ends with its "of ..." phrases, and the organization and home that they name."""
    text, organization, at = subject.passage.text, None, end
    facts: list[PersonFact] = []
    while match := _LINK.match(text, at):
        lead = _LEADING.match(text, match.end())
        target = _named_at(subject, lead.end() if lead else match.end()) or _named_at(subject, match.end())
        if target is None and text[match.end() : match.end() + 1].isdigit():
            break  # "from 1990 to 1995"
        if target is None:
            at = _end_of_field(text, match.end())
            if match[1] in {"of", "for", "to"} and text[match.end() : at].strip():
                end = at
            if match[1] in {"of", "for", "to", "at", "with"}:
                organization = organization or _generic_tail(subject, match.end(), at)
            continue
        if match[1] == "from":
            facts.append(_home(subject, match, target))
            break
        if target.type == "person" or (match[1] == "in" and target.type == "place"):
            end = target.end if match[1] == "to" else end
            break
        if target.type in {"place", "organization"} and (based := _BASED.match(text, target.end)):
            target = _named_at(subject, based.end()) or target
        at = end = _behind_name(subject, target)
        longer = re.match(r" [A-Z]", text[target.end : end]) is not None  # "LA" in "LA Sheriff's office" is no body
        organization = organization or (target.entity if target.type == "organization" and not longer else None)
    return Tail(end, organization, tuple(facts))


_FIELD = re.compile(r" and [a-z]+(?: [a-z]+)?(?= (?:at|of|for|in|with) (?:the )?[A-Z]|[,.;)])")


def _end_of_field(text: str, start: int) -> int:
    """Where the words behind a title's "of" end; "and" may join a second field: "of education and law at Yale"."""
    stop = _STOP.search(text, start)
    more = _FIELD.match(text, stop.start()) if stop else None
    return more.end() if more else stop.start() if stop else len(text)


_OWNED = re.compile(r"(?:'s)? (?=\w)")
_LONGEST_OWNED = 40


def _behind_name(subject: Subject, target: Place) -> int:
    """Where the words end that go on behind a name: "for the Oslo Sheriff's office", "for Acme marketing"."""
    text = subject.passage.text
    match = _OWNED.match(text, target.end)
    token = subject.token_at(match.end()) if match else None
    if token is None or token.tag_ not in {"NN", "NNP", "NNPS", "NNS"} or is_calendar(token):
        return target.end
    stop = _STOP.search(text, match.end() if match else target.end)
    end = stop.start() if stop else len(text)
    other = subject.known.within(subject.passage, target.end, end)
    return target.end if other or end - target.end > _LONGEST_OWNED else end


def _named_at(subject: Subject, offset: int) -> Place | None:
    return next(
        (each for each in subject.known.by_passage.get(subject.passage.number, ()) if each.start == offset), None
    )


def _generic_tail(subject: Subject, start: int, end: int) -> str | None:
    """As in "a deputy spokeswoman for the office"."""
    match = re.fullmatch(r"the ([a-z]+(?:'s|')?(?: [a-z]+)?)", subject.passage.text[start:end].strip())
    return generic_organization(subject.passage, start, match[1], subject.known) if match else None


def _home(subject: Subject, match: re.Match[str], target: Place) -> PersonFact:
    return subject.fact(
        "homeLocation",
        subject.known.entities[target.entity].name,
        subject.passage.span(match.start() + 1, target.end),
        by="rule:home",
        entity=target.entity,
        probability=0.8,
    )
