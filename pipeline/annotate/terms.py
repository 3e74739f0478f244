"""When persons took and left their offices: "chair since 2019", "minister from 2011 to 2018", "appointed in March", "resigned on Tuesday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Role, TimeExpression
from pipeline.model.moment import Moment

_BEHIND = re.compile(
    r",? (?:(?:a|the) (?:post|job|role|position|office|title) (?:he|she|they) (?:has |have |had )?(?:held|holds|hold) )?"
    r"(?:(?P<since>since)|(?P<until>until|till|through)|(?P<span>from|between|\()|(?P<on>in|on)) (?:the )?"
)
_BRACKET = re.compile(r" \((?=\d{4}[-–])")
_JOINT = re.compile(r" ?(?:to|until|till|and|through|[-–]) ?(?:the )?")
_TAKING = frozenset(
    [
        "appoint", "become", "begin", "choose", "elect", "hire", "install", "join", "make", "name", "pick", "promote", "reelect",
        "rejoin", "select", "sign", "start", "succeed", "swear",
    ]
)  # fmt: skip
_LEAVING = frozenset(["depose", "dismiss", "fire", "oust", "quit", "remove", "resign", "retire", "sack", "step"])
_TOLD_BY_VERB: dict[str, int] = {
    "rule:appointed": 12, "rule:as-title": 12, "rule:became": 2, "rule:belongs": 2, "rule:copula": 2, "rule:joined-body": 2,
    "rule:signed": 4, "rule:succeeded": 12,
}  # fmt: skip
"""Rules that read a verb, and how many tokens in front of the office it may stand."""


def find_terms(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations whose roles have the days on which they began and ended, where the text says them."""
    published = str(reading.article.date_published or "")[:10]
    roles = tuple(_dated(reading, annotations, each, published) for each in annotations.roles)
    return msgspec.structs.replace(annotations, roles=roles)


def _dated(reading: Reading, annotations: Annotations, role: Role, published: str) -> Role:
    if role.start is not None or role.end is not None or not role.by.startswith("rule:"):
        return role
    passage = reading.passage_at(role.span.start)
    block = passage.block
    times = [each for each in annotations.times if block.start <= each.span.start < block.start + len(block.text)]
    start, end = _behind(passage, role, times) if times else (None, None)
    if times and start is None and end is None:
        start, end = _by_verb(passage, role, times)
    if start is not None and end is not None and end[: len(start)] < start[: len(end)]:
        return role  # two days that cannot be both
    ended = end is not None and bool(published) and end < published[: len(end)]
    return msgspec.structs.replace(role, start=start, end=end, former=role.former or ended)


type Term = tuple[Moment | None, Moment | None]


def _at(passage: Passage, times: list[TimeExpression], offset: int) -> TimeExpression | None:
    start = passage.block.start + offset
    return next((each for each in times if each.span.start <= start < each.span.end and each.value), None)


def _behind(passage: Passage, role: Role, times: list[TimeExpression]) -> Term:
    """The term right behind the office: "since 2019", "until March", "from 2011 to 2018", "(2011-18)"."""
    at = role.span.end - passage.block.start
    match = _BEHIND.match(passage.text, at) or _BRACKET.match(passage.text, at)
    time = _at(passage, times, match.end()) if match else None
    if match is None or time is None:
        return None, None
    found = match.groupdict()
    if found.get("since"):
        return time.value, None
    if found.get("until"):
        return None, time.value
    if found.get("on"):
        return None, None  # "minister in 2011" says neither when it began nor when it ended
    if time.end is not None:
        return time.value, time.end
    joint = _JOINT.match(passage.text, time.span.end - passage.block.start)
    last = _at(passage, times, joint.end()) if joint else None
    return (time.value, last.value) if last is not None else (None, None)


def _by_verb(passage: Passage, role: Role, times: list[TimeExpression]) -> Term:
    """The day of the verb that gives or ends the office: "appointed her chair in March", "resigned as minister on Tuesday"."""
    verb = _verb(passage, role) if role.by in _TOLD_BY_VERB else None
    if verb is None:
        return None, None
    day = next(_days(passage, verb, times), None)
    if verb.lemma_.lower() in _LEAVING:
        return None, day
    return (day, None) if not role.former else (None, None)


def _verb(passage: Passage, role: Role) -> Token | None:
    first = passage.token_at(role.span.start - passage.block.start)
    if first is None:
        return None
    last = passage.token_at(role.span.end - passage.block.start)
    stop = last.i if last is not None else len(first.doc)
    near = [each for each in first.doc[max(0, first.i - _TOLD_BY_VERB[role.by]) : stop] if each.sent == first.sent]
    verbs = [each for each in near if each.pos_ == "VERB"]
    return next((each for each in reversed(verbs) if each.lemma_.lower() in _TAKING | _LEAVING), None)


def _days(passage: Passage, verb: Token, times: list[TimeExpression]) -> Iterator[Moment]:
    """The days that hang on the verb itself, not on another one or on a noun."""
    for time in times:
        token = passage.token_at(time.span.start - passage.block.start)
        if token is None or time.value is None or time.end is not None or token.sent != verb.sent:
            continue
        above = token
        while above.head != above and (above.pos_ in {"PROPN", "NOUN", "NUM", "ADP", "DET", "ADJ"}) and above != verb:
            above = above.head
        if above == verb:
            yield time.value
