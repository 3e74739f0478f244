"""Set phrases that say whose words a quotation is without a verb of speech: "according to Moe", "For Moe, ...", "was Moe's reply"."""

from __future__ import annotations

import re

from pipeline.annotate.people import People, Speaker
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.sentences import ends_sentence, last_sentence
from pipeline.annotate.speaking_phrases import named

_EQUATED = re.compile(
    r",? (?:was|is|were|are) (?:how|what|all(?: that)?|the way|(?:the|his|her|their) (?:\w+ )?(?:answer|comment|message|reaction|reply|response|retort|verdict|view|warning|words?) (?:of|from)|"
    r"(?=[^,.;]{2,40}'s? (?:\w+ )?(?:answer|comment|message|motto|reaction|reply|response|retort|verdict|view|warning|words?)\b)) "
)


_EQUATED_REACH = 60


def equated(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in '"Tired" was how Moe described them' and '"No comment," was the reply from Dahl'."""
    match = _EQUATED.match(passage.text, start)
    if match is None:
        return None
    within = who.known.within(passage, match.end(), min(end, match.end() + _EQUATED_REACH))
    place = within[0] if within else None
    between = passage.text[match.end() : place.start] if place is not None else "-"
    return named(passage, place) if place is not None and re.fullmatch(r"(?:[\w.'-]+ ){0,4}", between) else None


def is_equated(passage: Passage, start: int) -> bool:
    """Whether the words behind a quotation say whose it is though no comma stands between: '"Tired" was how Moe described them'."""
    return _EQUATED.match(passage.text, start) is not None or _DASHED.match(passage.text, start) is not None


_DASHED = re.compile(r" [-–—] ?[A-Z][^,.;:\"]{2,50}(?:,[^.;:\"]{2,60})?\.?$")


_VIEW = re.compile(
    r"(?:For|To|In the (?:eyes|view|opinion|words) of) (?:the )?(?=[A-Z]|her|him)|(?:In|As) (?=[A-Z][^,;:]{1,40}'s? (?:view|words|eyes|opinion|telling|phrase|version))"
)


def in_the_view_of(passage: Passage, tokens: list[Token], who: People) -> Speaker | None:
    """As in 'For Moe, "..."' and 'In Moe's words, "..."': whose view it is, with nothing else said in front of the quotation."""
    if not tokens:
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    match = _VIEW.match(passage.text, start, end)
    place = next(iter(who.known.within(passage, match.end(), end)), None) if match else None
    if (
        match is None
        or place is None
        or place.type != "person"
        or place.start - match.end() > len("the former minister ")
    ):
        return None
    return named(passage, place) if re.fullmatch(r"(?:'s? \w+)?,", passage.text[place.end : end]) else None


_AS_SAYING = re.compile(r"\bquoted (?=[^.;]{1,60} as (?:saying|telling)\b)")


_WAS_QUOTED = re.compile(r" (?:was|were|has been) (?:widely )?quoted as (?:saying|telling)\b")


def quoted_as_saying(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in "the paper quoted Moe as saying" and "Moe was quoted as saying"."""
    match = _AS_SAYING.search(passage.text, start, end)
    for place in who.known.within(passage, match.end() if match else start, end):
        if place.type == "person" and (match or _WAS_QUOTED.match(passage.text, place.end)):
            return named(passage, place)
    return None


_DASH = re.compile(r"(?P<dash>[\"'”’]? ?[-–—] ?)(?:[A-Z][a-z]+\.? )?")


def credited(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in '"We cannot pay." — Jon Dahl, finance minister'."""
    match = _DASH.match(passage.text, start)
    place = next(iter(who.known.within(passage, match.end("dash"), end)), None) if match else None
    whole = match is not None and place is not None and place.start in {match.end("dash"), match.end()}
    if place is None or not whole or place.type != "person":
        return None
    return named(passage, place) if re.match(r"[,.(]|$", passage.text[place.end : end].strip()) else None


_CREDIT = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the words of) (?:the )?|\b[Aa]s (?=[^.,;]{1,60} put it)")


def according_to(passage: Passage, tokens: list[Token], who: People) -> Speaker | None:
    """As in "according to X", "in the words of X", "as X put it"."""
    if not tokens:
        return None
    start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1])
    match = _CREDIT.search(passage.text, start, end)
    if match is None:
        return None
    within = who.known.within(passage, match.end(), end)
    place = next((each for each in within if each.type in {"person", "organization"}), None)
    return (
        named(passage, place)
        if place
        else Speaker(passage.original(match.start(), end), passage.span(match.start(), end))
    )


def speaker_by_beat(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """As in "It is closed." Moe paused. "For ever.": who acts between two parts of one speech."""
    within = [each for each in who.known.within(passage, start, end) if each.type == "person"]
    first = within[0] if within else None
    acts = (
        first is not None
        and not passage.text[start : first.start].strip()
        and re.match(r" [a-z]+", passage.text[first.end :])
    )
    return named(passage, first) if first is not None and acts else None


_LONGEST_BEAT = 14


def speaker_of_beat_before(passage: Passage, start: int, end: int, who: People) -> Speaker | None:
    """Who acts in the short sentence right in front of a quotation, if it names nobody else, as in "Moe laughed"."""
    tokens = passage.tokens(start, end)
    tokens = last_sentence(tokens[:-1]) if tokens and ends_sentence(tokens[-1]) else []
    tokens = [each for each in tokens if each.text not in {'"', "'", "''"}]
    if not tokens or len(tokens) > _LONGEST_BEAT:
        return None
    within = who.known.within(passage, tokens[0].idx, end)
    persons = [each for each in within if each.type == "person"]
    first = persons[0] if persons and len({each.entity for each in persons}) == 1 else None
    if first is None or (first.form == "pronoun" and first.start != tokens[0].idx):
        return None
    if passage.text.startswith("'s ", first.end):
        return named(passage, first) if _HIS_TONE.match(passage.text, first.end) else None
    head = passage.tokens(first.start, first.end)[-1]
    return named(passage, first) if head.dep_ == "nsubj" and head.head.tag_ in {"VBD", "VBZ"} else None


_HIS_TONE = re.compile(
    r"'s (?:\w+ )?(?:answer|message|reply|response|verdict|view|advice|reaction|conclusion|argument|point|warning|explanation)\b"
)
