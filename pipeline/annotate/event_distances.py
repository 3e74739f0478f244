"""Dates counted from another happening: "a day after her sacking", "two weeks before the vote", "within hours of the crash"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from pipeline.annotate.clauses import is_verb, path_up
from pipeline.annotate.date_units import shifted
from pipeline.annotate.event_merging import INCIDENTS, WRONGS, agrees
from pipeline.annotate.happenings import Happening
from pipeline.annotate.lexicon.calendar import NUMERALS
from pipeline.annotate.lexicon.triggers import NOUNS
from pipeline.annotate.reading import Passage, Token
from pipeline.model.annotations import TimeExpression
from pipeline.model.moment import Moment

_NUMBER = r"an?|the|\d{1,2}|" + "|".join(each for each in NUMERALS if each not in {"a", "an"})
_DISTANCE = re.compile(
    rf"\b(?:(?P<number>{_NUMBER}) (?P<unit>day|night|morning|evening|week|fortnight|month|year)s? (?P<way>after|before|following)"
    r"|(?:(?:(?:a few |several |just |only |within |less than an? |an |two |three )*(?:hours?|minutes)|shortly|immediately|moments) (?P<soon>after|before)|within (?:hours|minutes) of)"
    r"|on the (?P<eve>eve) of) ",
    re.IGNORECASE,
)
"""How far from what; hours do not change the day."""


_HINT = re.compile(r"(?:s|y|k|t|h|r|g) (?:after|before|following) |within |eve of |(?:later|afterwards?)\b")


def distant(passage: Passage, told: Sequence[Happening]) -> dict[Token, TimeExpression]:
    """The days of what a passage tells by its distance from another happening, by the word that tells it."""
    if not _HINT.search(passage.text):
        return {}
    found: dict[Token, TimeExpression] = {}
    own = {each.token: each for each in told if each.passage is passage}
    for match in _DISTANCE.finditer(passage.text):
        if passage.is_quoted(match.start()):
            continue
        link = passage.tokens(match.start(), match.end())[-1]
        base = _behind(link)
        target = _above(link, base, own) if base is not None else None
        if base is None or target is None:
            continue
        there = own.get(target)
        known = _day_of(own[base], told) if base in own else _day_meant(base, there, told)
        if known is not None and (there is None or there.start is None):
            _note(found, target, _counted(passage, match, known, back=False))
        elif known is None and there is not None and there.start is not None:
            _note(found, base, _counted(passage, match, there.start.value, back=True))
    return dict(soon_after(passage, told)) | found


_LATER = re.compile(
    r"\b(?:(?:an|half an|\w+) hours?|\w+ minutes|minutes|moments|hours) (?:later|afterwards?)\b|\b(?:shortly|soon) (?:afterwards?|after)(?=[.,;]|$)",
    re.IGNORECASE,
)


def soon_after(passage: Passage, told: Sequence[Happening]) -> Iterator[tuple[Token, TimeExpression]]:
    """As in "She conceded an hour later": on the day of what was told just before, in this paragraph or the last one."""
    for match in _LATER.finditer(passage.text):
        hangs = passage.tokens(match.start(), match.end())
        verb = next((each for each in path_up(hangs[-1]) if is_verb(each)), None) if hangs else None
        if verb is None or passage.is_quoted(match.start()) or any(each.token == verb and each.start for each in told):
            continue
        before = [each for each in told if each.start is not None and _is_before(each, passage, verb)]
        start = before[-1].start if before and before[-1].status is None else None
        if start is not None and start.value is not None and len(start.value) >= len("2024-06-12"):
            yield verb, msgspec.structs.replace(start, value=Moment(start.value.day.isoformat()), end=None)


def _is_before(told: Happening, passage: Passage, verb: Token) -> bool:
    if told.passage is passage:
        return told.token.i < verb.i and not (verb in told.token.subtree and verb.dep_ == "ccomp")
    return passage.number - 2 <= told.passage.number < passage.number


def _note(found: dict[Token, TimeExpression], token: Token, time: TimeExpression | None) -> None:
    if time is not None:
        found[token] = time


def _behind(link: Token) -> Token | None:
    """The noun or the verb behind "after": "after the vote", "after resigning", "after the panel had met"."""
    if link.dep_ == "mark":
        return link.head
    return next((each for each in link.children if each.dep_ in {"pobj", "pcomp"}), None)


def _above(link: Token, base: Token, own: dict[Token, Happening]) -> Token | None:
    """What happened so long after or before: the nearest happening above, else the nearest verb."""
    for up in path_up(base if link.dep_ == "mark" else link):
        if up in own or is_verb(up):
            return up
    return None


def _day_of(base: Happening | None, told: Sequence[Happening]) -> Moment | None:
    """When the happening was that is counted from: as its own clause says, or another that tells of the same."""
    if base is None:
        return None
    if base.start is not None:
        return base.start.value
    same = [each for each in told if each.start is not None and _is_meant(each, base)]
    near = min(same, key=lambda each: abs(each.passage.number - base.passage.number), default=None)
    return near.start.value if near is not None and near.start is not None else None


def _day_meant(base: Token, there: Happening | None, told: Sequence[Happening]) -> Moment | None:
    """As in "the day after her death", "after the accident": when that was of which the article has told before.

    Where a kind has happened more than once, whom it befell decides.
    """
    if is_verb(base) or not any(each.lower_ in _KNOWN for each in base.children):
        return None
    lemma = base.lemma_.lower()
    kinds = WRONGS if lemma in INCIDENTS else {NOUNS[lemma].type} if lemma in NOUNS else frozenset[str]()
    same = [each for each in told if each.start is not None and each.status is None and each.trigger.type in kinds]
    people = set(there.people) if there is not None else set()
    same = [each for each in same if people & set(each.people)] or (same if lemma in INCIDENTS else [])
    first = next(iter(same), None)
    return first.start.value if first is not None and first.start is not None else None


_KNOWN = frozenset({"the", "his", "her", "their", "its"})


def _is_meant(one: Happening, base: Happening) -> bool:
    if base.trigger.noun in INCIDENTS and base.definite and one.trigger.type in WRONGS:
        return True
    return one.trigger.type == base.trigger.type != "other" and agrees(one, base)


def _counted(passage: Passage, match: re.Match[str], known: Moment | None, *, back: bool) -> TimeExpression | None:
    if known is None:
        return None
    unit, number = "day", 0
    if match["unit"]:
        unit = match["unit"].lower()
        word = match["number"].lower()
        number = 1 if word == "the" else int(word) if word.isdigit() else NUMERALS[word]
        unit, number = ("week", 2 * number) if unit == "fortnight" else (unit, number)
        unit = "day" if unit in {"night", "morning", "evening"} else unit
    elif match["eve"]:
        number = 1
    before = bool(match["eve"]) or "before" in {match["way"], match["soon"]}
    enough = {"year": "2024", "month": "2024-06"}.get(unit, "2024-06-12")
    if len(known) < len(enough):
        return None
    value = shifted(known.day, -number if before != back else number, unit)
    return TimeExpression(
        span=passage.span(match.start(), match.end() - 1),
        text=passage.original(match.start(), match.end() - 1),
        by="rule:date:distance",
        value=value,
        probability=0.8,
    )
