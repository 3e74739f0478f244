"""Firms, teams, ships and medicines that were taken for persons: what the words around all their mentions say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import Index, Place
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.titles import FORMS_OF_ADDRESS, PREFIX_HONORIFICS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.titles import is_job
from pipeline.model.annotations import Annotations, EntityType, Mention

_KINDS = (
    r"charity|aid group|aid agency|newspaper|magazine|broadsheet|tabloid|(?:radio|television|TV) (?:station|channel|network)|union|"
    r"party|club|firm|company|start-?up|drugmaker|carmaker|insurer|lender|retailer|airline|agency|brokerage|bank|watchdog|regulator|"
    r"broker|consultancy|conglomerate|utility|(?:rail|bus|ferry|port|tram|network|terminal) operator|bureau|think ?tank|non-profit|NGO|"
    r"foundation|supermarket|cooperative|co-operative|federation|group|band|trio|duo|quartet|ensemble|orchestra|choir|website|platform|"
    r"subsidiary|joint venture|rival firm|team|manufacturer|producers?' association|association|institute"
)
_MAY_BE_PERSONS = (
    r"broadcaster|contractor|builder|supplier|promoter|developer|operator|maker|publisher|distributor|shipper|sponsor|"
    r"owner|producer|exporter|importer|hauler|haulier|carrier|organi[sz]er|auctioneer"
)
"""Kinds of firms that are jobs of persons as well: only a name of one word, or one that is shortened as firms' are, is sure."""
_KIND_BEFORE = re.compile(rf"\b(?:{_KINDS}),? $")
_MAYBE_BEFORE = re.compile(rf"\b(?:{_MAY_BE_PERSONS}),? $")
_STATE_OWNED = re.compile(
    rf"\b(?:state|family|privately|publicly|foreign)-(?:owned|run|backed|held) (?:[a-z-]+ )?(?:{_MAY_BE_PERSONS}),? $"
)
_OF_THE_TEXT = r"(?=[,.;:)]|$| (?:that|which|based|in|from|of|with|behind|whose|founded|owned|run)\b)"
_KIND_BEHIND = re.compile(rf", (?:an?|the|its|one of [a-z' ]{{3,20}}) (?:[\w'-]+ ){{0,4}}?(?:{_KINDS}){_OF_THE_TEXT}")
_MAYBE_BEHIND = re.compile(rf", (?:an?|the|its) (?:[\w'-]+ ){{0,4}}?(?:{_MAY_BE_PERSONS}){_OF_THE_TEXT}")
_LEADERS = (
    r"chief executives?(?: officer)?|CEO|CFO|chief (?:financial|operating|scientific|medical|technology|commercial) officer|"
    r"(?:managing|finance|sporting|executive|commercial|technical|medical|communications|marketing|sales) director|director-general|"
    r"general secretary|secretary-general|chair(?:man|woman|person)?|co-?founder|head of [a-z]+(?: and [a-z]+)?|team principal|"
    r"board|shareholders?|shares|supervisory board|headquarters|subsidiary|employees|newsroom|factory|plants?|fleet"
)
_LEADER_BEFORE = re.compile(rf"\b(?:{_LEADERS}|founder) (?:of|at) (?:the )?$")
_OWNS_BEHIND = re.compile(rf"'s? (?:(?:former|new|acting|outgoing|interim|deputy|current|then) )?(?:{_LEADERS})\b")
_FOUNDED = re.compile(r",? (?:which|(?:was )?(?:founded|established|set up|headquartered|incorporated) in)\b")
_WORK_FOR = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:for|at)|r(?:ides?|ode) for|plays? for|drives? for|employed by|made by|built by|owned by|bought by|"
    r"spokes(?:man|woman|person) (?:of|for)|staff (?:of|at)|(?:employee|driver|rider|striker|captain|worker|engineer)s? (?:at|with)) (?:the )?$"
)
_SPEAKS_FOR = re.compile(r"'s? (?:spokes(?:man|woman|person)|staff|website|workers|riders|management|offices?)\b")
_FOREIGN_KINDS = words(
    """
    agencia agence association banca banco bank banka banque caixa caja canal cassa clube club compagnie companhia compañía cooperativa
    crédit crédito editorial editora ediciones empresa fondation fundación fundação fondazione groupe grupo gruppo grup instituto institut
    kanal laboratoire laboratorios movimento movimiento olympique partido partito partidul parti puerto radio rádio rádió sindicato sociedad
    société sporting studio stiftung syndicat team tele télé tele teatro théâtre transportes união unión usinas viação atlético deportivo
    """
)
"""First words of bodies' names in other languages, which a person is not called by."""
_LAST_WORDS = words(
    """
    securities terminals seafoods farma pharma biotech telecom shipping insurance bank radio television airways railways ferries
    minerals resources investments finance brewery motors media studios systems labs labour cycling athletic rovers
    """
)
_THING_BEFORE = re.compile(
    r"\b(?:corvette|frigate|destroyer|trawler|tanker|freighter|submarine|ferry|schooner|lifeboat|cruiser|icebreaker|minesweeper|patrol (?:boat|vessel)|"
    r"vaccine|jab|drug|pill|antibiotic|medicine|therapy|treatment|shot|chatbot|app|smartphone|satellite|rocket)"
    r"(?:,? (?:called|named|known as|dubbed|christened|branded))?(?:,? the)? $"
)
_COMMANDED = re.compile(r",? (?:commanded|skippered|captained|crewed) by\b")
_ILLNESS = re.compile(r" (?:fever|virus|vaccines?|jabs?|outbreak|epidemic|infections?|patients|cases)\b")
_AGED = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?=[,.;) ]|$)|, who\b")
_HE_OR_SHE = re.compile(r"\b(?:he|she|himself|herself)\b", re.IGNORECASE)
_PRONOUN_REACH = 120
_REACH = 60
_SURE = 2


def see_things(reading: Reading, annotations: Annotations, known: Index) -> Annotations:
    """Annotations in which firms, teams, ships and medicines are persons no longer, if their mentions say so."""
    at: dict[str, list[tuple[Passage, Place]]] = {}
    for passage in reading.passages:
        for place in known.by_passage.get(passage.number, ()):
            if place.type == "person" and place.form in {"name", "short-name", "acronym"}:
                at.setdefault(place.entity, []).append((passage, place))
    found = {
        entity: kind
        for entity, places in at.items()
        if (kind := _kind(known.entities[entity].name, [each for each in places if not _is_with_article(*each)], known))
    }
    return _retyped(reading, annotations, found) if found else annotations


def _is_with_article(passage: Passage, place: Place) -> bool:
    """As in "the Sahel" behind "Eau Claire Sahel": a word of a name that means something else."""
    return place.form == "short-name" and passage.text.endswith(("the ", "The "), 0, place.start)


def _retyped(reading: Reading, annotations: Annotations, found: dict[str, EntityType]) -> Annotations:
    """The annotations with other types; a body known by the first words of a longer name is the same."""
    names = {each.id: each.name for each in annotations.entities}
    same = {
        each.id: longer
        for each in annotations.entities
        for longer, kind in found.items()
        if kind == each.type == "organization" and names[longer].startswith(f"{each.name} ")
    }
    mentions = tuple(
        msgspec.structs.replace(each, entity=same.get(each.entity, each.entity))
        for each in annotations.mentions
        if each.entity not in found or not _is_another_thing(reading, each)
    )
    entities = tuple(
        msgspec.structs.replace(each, type=found.get(each.id, each.type))
        for each in annotations.entities
        if each.id not in same
    )
    return msgspec.structs.replace(annotations, entities=entities, mentions=mentions)


def _is_another_thing(reading: Reading, mention: Mention) -> bool:
    return mention.form == "short-name" and reading.text.endswith(("the ", "The "), 0, mention.span.start)


def _kind(name: str, places: list[tuple[Passage, Place]], known: Index) -> EntityType | None:
    """What a "person" is instead, or None if it may well be one."""
    parts = name.split()
    if len(parts) > 1 and parts[0].lower() in MALE_NAMES | FEMALE_NAMES:
        return None
    if any(_is_person(passage, place, known) for passage, place in places):
        return None
    shorter = {passage.text[place.start : place.end] for passage, place in places} - {name}
    if len(parts) > 1 and any(each.split()[-1] == parts[-1] for each in shorter):
        return None  # "Dahl" for "Torvik Dahl": persons go by their last word, firms by their first
    if any(_is_thing(passage, place) for passage, place in places):
        return "product"
    if _is_illness(parts, places):
        return "other"
    shorter |= {each.name for each in known.entities.values() if each.type == "organization"}
    as_firm = len(parts) == 1 or any(name.startswith(f"{each} ") for each in shorter)
    signs = sum(max(_signs(passage, place, as_firm=as_firm), default=0) for passage, place in places)
    signs += _SURE if len(parts) > 1 and _is_called_body(parts) else 0
    return "organization" if signs >= _SURE else None


def _is_illness(parts: list[str], places: list[tuple[Passage, Place]]) -> bool:
    """As in "the Zika virus" and "a Zika outbreak", whether or not the noun was taken for a surname."""
    if len(parts) > 1:
        return _ILLNESS.fullmatch(f" {parts[-1].lower()}") is not None
    return any(_ILLNESS.match(passage.text, place.end) for passage, place in places)


def _is_called_body(parts: list[str]) -> bool:
    return parts[0].lower() in _FOREIGN_KINDS or parts[-1].lower() in _LAST_WORDS


def _is_thing(passage: Passage, place: Place) -> bool:
    return bool(_THING_BEFORE.search(_before(passage, place)) or _COMMANDED.match(passage.text, place.end))


def _is_person(passage: Passage, place: Place, known: Index) -> bool:
    """Whether a title or form of address, an age, "who" or "he" stands beside the name."""
    text = passage.text
    if _AGED.match(text, place.end):
        return True
    before = re.search(r"([\w'-]+)\.? $", _before(passage, place))
    word = before[1].lower() if before else ""
    if (
        word in PREFIX_HONORIFICS
        or word in FORMS_OF_ADDRESS
        or (is_job(word) and not _MAYBE_BEFORE.search(_before(passage, place)))
    ):
        return True
    said = _HE_OR_SHE.search(text, place.end, place.end + _PRONOUN_REACH)
    if said is None or passage.is_quoted(said.start()):
        return False
    earlier = known.within(passage, 0, said.start())
    return [each.entity for each in earlier if each.type == "person"][-1:] == [place.entity]


def _signs(passage: Passage, place: Place, *, as_firm: bool) -> Iterator[int]:
    """How sure the words around one mention make it that it is a body."""
    text, before, end = passage.text, _before(passage, place), place.end
    if _is_in_relative_clause(passage, place):
        return
    sure = any(each.search(before) for each in (_KIND_BEFORE, _STATE_OWNED, _LEADER_BEFORE))
    if sure or any(each.match(text, end) for each in (_KIND_BEHIND, _OWNS_BEHIND, _FOUNDED)):
        yield _SURE
    if _MAYBE_BEFORE.search(before) or _MAYBE_BEHIND.match(text, end):
        yield _SURE if as_firm else 1
    if _WORK_FOR.search(before) or _SPEAKS_FOR.match(text, end):
        yield 1


def _before(passage: Passage, place: Place) -> str:
    """The last words in front of a mention."""
    return passage.text[max(0, place.start - _REACH) : place.start]


def _is_in_relative_clause(passage: Passage, place: Place) -> bool:
    """As in "the company Torvik Dahl founded": the name is who did it."""
    tokens = passage.tokens(place.start, place.end)
    verbs = [
        each.head for each in tokens if each.dep_ == "nsubj" and each.head.dep_ == "relcl" and each.head.i > each.i
    ]
    return any(verb.head.dep_ != "ROOT" for verb in verbs)
