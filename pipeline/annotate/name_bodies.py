"""Bodies by the words around their names: what a common noun in front calls one ("the patients' association Norte"), and teams by their scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.annotate.lexicon.countries import CONTINENTS, COUNTRY_CODES, DEMONYMS, US_STATES
from pipeline.annotate.name_patterns import Name, named, without_opening
from pipeline.annotate.reading import Passage

_KINDS = (
    r"association|cooperative|co-operative|charity|union|trade union|labou?r union|federation|foundation|consultancy|think-?tank|"
    r"law firm|brokerage|investment bank|(?:opposition|ruling|coalition|green|far-right|centre-left|centre-right) party|advocacy group|"
    r"aid group|rights group|pressure group|lobby group|trade body|industry body|consortium|conglomerate|start-?up|"
    r"shipbuilder|brewer|carmaker|chipmaker|drugmaker|retailer|insurer|airline|carrier|publisher|broadcaster|orchestra|choir|ensemble|"
    r"(?:dance|theatre|theater|puppet|circus) (?:company|troupe|group)|troupe|(?:rock|folk|jazz|punk|metal|brass|indie|pop) (?:band|trio|duo|quartet)|"
    r"(?:[A-Z][a-z]+|string|jazz|folk) (?:trio|quartet|quintet)|record label|news agency|(?:online |news )?portal|radio station|TV station|"
    r"(?:daily|weekly) newspaper|newspaper|magazine"
)
_CALLED = re.compile(
    rf"\b(?:[Tt]he|an?|[Ii]ts|[Tt]heir|[A-Z][\w-]+'s?|[a-z]+s'|[A-Z][a-z]+(?:-based)?) (?:[\w'-]+ ){{0,2}}?(?:{_KINDS}) $|\b[a-z]+s' (?:association|union|group) $"
)
_CALLED_BEHIND = re.compile(
    rf", an? (?:[a-z-]+ ){{0,3}}(?:{_KINDS}|weekly|daily|website|blog)(?=[,.;)]| (?:in|based|that|which|for|from|of)\b)"
)
_STAFFED = re.compile(
    r"\b(?:editor|editor-in-chief|news editor|columnist|correspondent|reporter|journalist) (?:of the|(?:for|at|with)(?: the)?) $"
)
_NOT_NAMES = re.compile(r"[\"'“]|.*\d")


def is_called_body(passage: Passage, name: Name) -> bool:
    """As in "the patients' association Norte Vivo": a common noun says what the name is of. A person may stand there, too, and is left."""
    if name.type not in {"organization", "other", "place", "product", "work"} or _NOT_NAMES.match(name.text):
        return False
    if name.text in COUNTRY_CODES or name.text in US_STATES or name.text in CONTINENTS:
        return False
    before = max(0, name.start - 80)
    staffed = name.type != "place" and _STAFFED.search(passage.text, before, name.start) is not None
    behind = name.type != "place" and _CALLED_BEHIND.match(passage.text, name.end) is not None
    return staffed or behind or _CALLED.search(passage.text, before, name.start) is not None


_SCORE = r"\d{1,3}(?:-|–| to )\d{1,3}\b(?!-)"
_SETS = re.compile(rf"{_SCORE},? (?:and )?(?:{_SCORE}|\(\d)")
"""As in "6-4, 6-3": players have names of one word, too."""
_BEATS = (
    r"beat|beats|beating|defeat(?:s|ed|ing)?|edg(?:e|es|ed|ing)|down(?:s|ed|ing)|rout(?:s|ed|ing)|thrash(?:es|ed|ing)|outscor(?:e|ed|ing)|upset|swept|sweeps|"
    r"shut out|blank(?:s|ed|ing)|run-rul(?:e|es|ed|ing)|overcame|overpower(?:s|ed|ing)|outlast(?:s|ed|ing)|topp(?:le|led|ling)|top(?:s|ped|ping)|crush(?:es|ed|ing)|"
    r"los(?:t|es|ing) to|fell to|falls to|loss to|wins? over|victory over|defeat of|drew with|draw with|dr[ae]w against|tied with|past|against|held"
)
_BEATEN = re.compile(
    rf"\b(?:{_BEATS}) (?:(?:top-seeded|visiting|neighbou?rs|rivals|[a-z]+-(?:placed|ranked|seeded)|No\. \d+|the) ){{0,2}}$"
)
_AND_SCORE = re.compile(rf",? (?:by |by a score of )?{_SCORE}")
_WINS = re.compile(rf" (?:\(\d{{1,2}}-\d{{1,2}}(?:-\d{{1,2}})?\) )?(?:{_BEATS}) [^.;!?]{{2,60}}?(?<![\d,]) {_SCORE}")
_LEADS = re.compile(
    rf" (?:\(\d{{1,2}}-\d{{1,2}}(?:-\d{{1,2}})?\),? )(?:(?:is|are|was|were|has|have|had|will|lost|won|led|leads?|trailed|trails?|plays?|play|host|hosts|scored|finished|opened?|opens)\b)|"
    rf" (?:led|leads|trailed|trails|won|lost) {_SCORE}"
)


def is_team(passage: Passage, name: Name) -> bool:
    """As in "Harwell beat Torvik 5-4" and "Harwell (17-6) led": a team bears the town's name. Nations and persons do so, too, and are left."""
    if name.type not in {"person", "place"} or name.text in COUNTRY_CODES or name.text in US_STATES:
        return False
    text, before = passage.text, max(0, name.start - 60)
    if _SETS.search(text, name.end, name.end + 60):
        return False
    beaten = _BEATEN.search(text, before, name.start) is not None and _AND_SCORE.match(text, name.end) is not None
    if name.type == "person":
        return beaten and " " not in name.text
    return beaten or _WINS.match(text, name.end) is not None or _LEADS.match(text, name.end) is not None


def body_names(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Names of bodies that need no model: branches of unions, town forces, a state's institutions. ``names`` are those found already."""
    yield from _locals(passage)
    yield from _forces(passage, names)
    yield from _institutions(passage, names)


_LOCAL = re.compile(
    r"(?<![\w'])(?!(?:Members|Leaders|Officials) of )(?:[A-Z][\w'-]+ (?:(?:of|and|&) )?){0,6}(?:Local|Lodge) \d{1,5}(?![\w,.]\d)"
)


_POLICE = re.compile(
    r"(?<![\w'])(?!The |A |An |Local |Regional |National |Federal |Military |Riot |Border )[A-Z][\w'-]+(?: [A-Z][\w'-]+)? police (?=(?:Lt|Sgt|Capt|Chief|Det|Officer|Cmdr|Insp|Cpl|Maj)\b\.? ?[A-Z])"
)


def _forces(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """As in "Harwell police Lt. Ida Moe": a town's force, by the rank of whom it employs."""
    for match in _POLICE.finditer(passage.text):
        towns = [each for each in names if each.start < match.end() and match.start() < each.end]
        if [each.start for each in towns] == [match.start()]:
            yield named(passage, match.start(), match.end() - 1, "organization", "rule:police")


def _locals(passage: Passage) -> Iterator[Name]:
    """Branches of a union by their number: "Harbour Workers Local 12"."""
    for match in _LOCAL.finditer(passage.text):
        bare = without_opening(match.group())
        yield named(passage, match.end() - len(bare), match.end(), "organization", "rule:local")


_PEOPLES = "|".join(sorted(DEMONYMS, key=len, reverse=True))
_INSTITUTION = re.compile(
    rf"(?<![\w-])(?:(?:(?P<people>{_PEOPLES}) )?(?P<body>presidential (?:office|administration|palace)|prime minister's office|"
    r"(?:foreign|interior|defen[cs]e|finance|health|justice|education|transport|labou?r|agriculture|culture|trade|environment|"
    r"energy|economy|home) ministry|ministry of [a-z]+|central bank|(?:supreme|constitutional) court|election commission|"
    r"coast guard|city council)"
    rf"|(?P<state>{_PEOPLES}) (?:government|army|military|police|parliament|navy|air force|embassy|authorities))(?![\w-])"
)


def _institutions(passage: Passage, names: Sequence[Name]) -> Iterator[Name]:
    """Bodies of a state that news names by common nouns: "the foreign ministry", "the Peruvian government"."""
    for match in _INSTITUTION.finditer(passage.text):
        overlaps = [each for each in names if each.start < match.end() and match.start() < each.end]
        article = passage.text[: match.start()].lower().endswith(("the ", "'s ")) or match["state"] or match["people"]
        if article and all(each.text in DEMONYMS for each in overlaps):
            yield named(passage, *match.span(), "organization", "rule:institution", 0.7)
