"""Firms, teams, ships and medicines that were taken for persons: what the words around all their mentions say they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.index import Index, Place
from pipeline.annotate.lexicon.given_names import FEMALE_NAMES, MALE_NAMES
from pipeline.annotate.lexicon.titles import ABBREVIATIONS, FORMS_OF_ADDRESS, PREFIX_HONORIFICS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading
from pipeline.annotate.titles import is_job
from pipeline.model.annotations import Annotations, EntityType, Mention

_KINDS = (
    r"charity|aid group|aid agency|newspaper|magazine|broadsheet|tabloid|(?:radio|television|TV) (?:station|channel|network)|union|"
    r"party|club|firm|company|start-?up|drugmaker|carmaker|insurer|lender|retailer|airline|agency|brokerage|bank|watchdog|regulator|"
    r"broker|consultancy|conglomerate|utility|(?:rail|bus|ferry|port|tram|network|terminal) operator|bureau|think ?tank|non-profit|NGO|"
    r"foundation|supermarket|cooperative|co-operative|federation|group|band|trio|duo|quartet|quintet|sextet|troupe|circus|collective|ensemble|orchestra|choir|website|platform|"
    r"subsidiary|joint venture|rival firm|team|manufacturer|producers?' association|association|institute|"
    r"(?:news |online |web |job )?portal|news site|news outlet|site|blog|podcast|daily|weekly|record label|label|(?:hedge |pension |wealth |sovereign |investment |buyout )?fund|"
    r"(?:hotel |grocery |pachinko |coffee |cinema |gym |restaurant |supermarket )?chain|brand|subcontractor|auditors?|accountants|lobby|lobby group|trade body|consortium|"
    r"start-up|studio|theatre company|dance company|shipyard|yard|sawmill|mill|winery|bakery|brewery|distillery|refinery|mine|cinema|gallery|school|academy|hospital|clinic|"
    r"law firm|shipping line|shipping company|builders|developers|traders|fishery|dairy|seafood exporter|salmon farmer|fish farmer|grid operator"
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
_OWN_KINDS = r"employer|publisher|parent|landlord|sponsor|insurer|label|club|team|auditor|lender|supplier|contractor|rival|gallery|host club|broker"
_ITS_KIND_BEFORE = re.compile(rf"\b(?:his|her|its|their|the company's|the firm's) (?:[a-z-]+ )?(?:{_OWN_KINDS}),? $")
_ITS_KIND_BEHIND = re.compile(rf", (?:his|her|its|their) (?:[a-z-]+ )?(?:{_OWN_KINDS})(?=[,.;:])")
_ARM_BEHIND = re.compile(
    r", (?:an?|the|one of|[\w'-]+'s)(?: (?!(?:at|by|for|from|in|of|on|to|who|with) )[\w'-]+){0,4} (?:arm|unit|branch|division|subsidiary|maker|operator|producer|owner|publisher|chain|rival|darling|affiliate|outlet)"
    r"(?: of (?=[A-Z]|the (?:company|group|firm|bank|state|port|railway))|(?=,? (?:whose|which)))"
)
_WHOSE = re.compile(
    r",? whose (?:(?:former|new|acting|own|only|local|German|French|American|[A-Z][a-z]+) )?(?:owners?|directors?|managing director|chief(?: executive| engineer| economist| scientist)?|chair(?:man|woman)?|CEO|president|"
    r"depot manager|ships?|vessels?|trucks|fleet|factory|plants?|mines?|mills?|shares?|staff|members?|workers|employees|drivers|customers|branches|stores|shops|board|website|headquarters|spokes\w+|buyer|receptionist|"
    r"sustainability chief|finance chief|bottlers|parent|readers|editor)\b"
)
_SAYS_ITS = re.compile(
    r"(?:, [^,;.]{3,60},)? (?:said|says|announced|denied|denies|insisted|insists|claims|claimed|confirmed)(?: on \w+| in a statement| late on \w+)?(?: that)? its "
)
_WORDS = r"(?:(?!(?:at|by|for|from|in|of|on|to|who|with) )[\w'-]+ ){0,4}?"
_THE_BEFORE = re.compile(r"\b[Tt]he $")
_PLACE_BEFORE = re.compile(
    r"\b(?:(?:near|north of|south of|east of|west of|outskirts of|centre of|center of|port of|town of|city of|village of|island of|province of|district of|"
    r"born (?:in|on)|raised (?:in|on)|based in|arrived in|landed (?:in|on)|flew to|sailed (?:to|from)|coast of|shores? of|settled (?:in|on)|moved to) )$"
)
_OF_THE_TEXT = r"(?=[,.;:)]|$| (?:that|which|based|in|from|of|with|behind|whose|founded|owned|run)\b)"
_KIND_BEHIND = re.compile(
    rf", (?:an?|the|its|one of [a-z' ]{{3,20}}|[A-Z][\w-]+'s) {_WORDS}(?:{_KINDS}|(?:competition|tax|port|aviation|transport|health|data|markets?|food|water|maritime) authority){_OF_THE_TEXT}"
)
_LARGEST_BEHIND = re.compile(
    r", (?:(?:the|its|[A-Z][\w-]+'s) )?(?:[A-Z][\w'-]+ )?(?:second-|third-)?(?:largest|biggest|leading|top|main|only|oldest|sole) (?:[a-z-]+ ){0,2}"
    r"(?:producer|maker|manufacturer|operator|importer|exporter|owner|supplier|distributor|publisher|builder|developer|miner|grower|employer|landlord) of [a-z]"
)
_DEAL_BEFORE = re.compile(
    r"\b(?:(?:takeover|acquisition|purchase|flotation|nationali[sz]ation|privati[sz]ation|merger) of|(?:merger|takeover|acquisition) talks (?:\w+ ){0,3}with|"
    r"(?:bid|offer|counterbid|takeover bid) for|stake in|shares (?:in|of)|merge with|per cent of|percent of|\d% of|takes? over|took over|chairs) (?:[A-Z][\w-]+'s )?$"
)
_MAYBE_BEHIND = re.compile(rf", (?:an?|the|its) {_WORDS}(?:{_MAY_BE_PERSONS}){_OF_THE_TEXT}")
_LEADERS = (
    r"chief executives?(?: officer)?|CEO|CFO|chief (?:financial|operating|scientific|medical|technology|commercial) officer|"
    r"(?:managing|finance|sporting|executive|commercial|technical|medical|communications|marketing|sales) director|director-general|"
    r"chief (?:engineer|economist|strategist|scientist|investment officer|analyst|pilot|editor)|vice-president|vice president|general counsel|treasurer|"
    r"lobbyist|goalkeeper|midfielder|winger|defender|striker|top scorer|head coach|team doctor|"
    r"general secretary|secretary-general|chair(?:man|woman|person)?|co-?founder|head of [a-z]+(?: and [a-z]+)?|team principal|"
    r"parent company|parent|lobbyist|board|shareholders?|shares|supervisory board|headquarters|subsidiary|employees|newsroom|factory|plants?|fleet"
)
_LEADER_BEFORE = re.compile(rf"\b(?:{_LEADERS}|founder) (?:of|at) (?:the )?$")
_LEADS_FIRM = re.compile(
    rf"\b(?:president|director|chief executive|executive|spokes\w+|chairman|owner|founder|head|manager|lawyer|employee|worker)s? (?:of|at|for) (?:the )?(?:{_MAY_BE_PERSONS}|builder|farmer) $"
)
_OWNS_BEHIND = re.compile(rf"'s? (?:(?:former|new|acting|outgoing|interim|deputy|current|then) )?(?:{_LEADERS})\b")
_FOUNDED = re.compile(r",? (?:which|(?:was )?(?:founded|established|set up|headquartered|incorporated) in)\b")
_WORK_FOR = re.compile(
    r"\b(?:work(?:s|ed|ing)? (?:for|at)|r(?:ides?|ode) for|plays? for|drives? for|employed by|made by|built by|owned by|bought by|"
    r"spokes(?:man|woman|person) (?:of|for)|staff (?:of|at)|(?:employee|driver|rider|striker|captain|worker|engineer)s? (?:at|with)) (?:the )?$"
)
_SPEAKS_FOR = re.compile(r"'s? (?:spokes(?:man|woman|person)|staff|website|workers|riders|management|offices?)\b")
_PLACES_OPEN = words(
    """
    ain bir bukit cabo cayo cerro gunung ilha isla isola jabal jazirat jebel kafr kampong kampung khirbet koh kota kuala lago laguna monte morro nusa playa
    poço pointe porto pueblo puerto pulau punta qasr ras río rio serra sierra sungai tanjong tanjung tel tell valle wadi
    """
)
"""First words of places' names in other languages."""
_AT = re.compile(r"\b(?:at|in|near|behind|off|beyond|around|from|above|below|outside|towards|on) $")
_FOREIGN_KINDS = words(
    """
    agencia agence armement ascensores association astilleros azienda banca banco bank banka banque caixa caja canal cassa cantina cervecería cine clube club compagnie constructora construtora coral coro companhia compañía cooperativa
    crédit crédito deportes dnevnik domaine editorial editora ediciones éditions empresa fabrika ferrocarriles forno frutas gaceta galeria galería
    gazeta granja holding kino kombinat laboratori librairie librería livraria maison minera orquesta orquestra panadería pastificio pesquera quaderni
    radyo ruedas tipografia uitgeverij usina usinas verlag viñas viñedos zavod fondation fundación fundação fondazione groupe grupo gruppo grup instituto institut
    kanal laboratoire laboratorio laboratorios molino molinos cementos constructora minera supermercados consejo alianza confederación federación movimento movimiento olympique partido partito partidul parti puerto radio rádio rádió sindicato sociedad
    société sporting studio stiftung syndicat team tele télé tele teatro théâtre transportes união unión viação atlético deportivo
    """
)
"""First words of bodies' names in other languages, which a person is not called by."""
_LAST_WORDS = words(
    """
    assicurazioni calcio chocolade courier couriers energi energia energie energy freight grupp gruppe havbruk ladies mutual parcel unidas unidos
    women securities terminals seafoods farma pharma biotech telecom shipping insurance bank radio television airways railways ferries
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
    if (plain := _by_first_words(parts, places)) is not None:
        return plain
    given = len(parts) > 1 and parts[0].lower() in MALE_NAMES | FEMALE_NAMES
    if given and not any(_is_plainly_body(passage, place) for passage, place in places):
        return None
    if len(parts) == 1 and _is_common(name, places):
        return "other"
    if any(_is_person(passage, place, known) for passage, place in places):
        return None
    shorter = {passage.text[place.start : place.end] for passage, place in places} - {name}
    if len(parts) > 1 and any(each.split()[-1] == parts[-1] for each in shorter):
        return None  # "Dahl" for "Torvik Dahl": persons go by their last word, firms by their first
    return _by_context(parts, places) or _body(name, parts, places, known)


_PLAIN_KINDS = re.compile(
    r"\b(?:trio|quartet|quintet|band|troupe|orchestra|choir|ensemble|(?:dance|theatre|theater|puppet) company|retailer|chain|brand|label|airline|brewer|carmaker|"
    r"law firm|shipping line|conglomerate|supermarket|[Rr]ivals?) $"
)
_FOUNDS = re.compile(
    r" (?:co-)?(?:founded|formed|started|set up|joined|left|led|leads|runs|ran|owns|owned|fronts|fronted|conducts|conducted|sang)\b"
)
_WHICH = re.compile(
    r", which (?:is|was|has|had|makes|made|sells|sold|owns|runs|operates|employs|will|would|said|says)\b"
)


def _is_plainly_body(passage: Passage, place: Place) -> bool:
    """As in "the folk trio Martha Dahl play" and "Leo Dahl, which makes shoes": a given name or not."""
    kind = _PLAIN_KINDS.search(_before(passage, place)) is not None and not _is_in_relative_clause(passage, place)
    kind = kind and _FOUNDS.match(passage.text, place.end) is None
    return kind or _WHICH.match(passage.text, place.end) is not None


def _by_first_words(parts: list[str], places: list[tuple[Passage, Place]]) -> EntityType | None:
    """A ship by its article, a place by what its name begins with: "the Judith Dahl", "near Wadi Moen"."""
    if len(parts) > 1 and parts[0].lower() in _PLACES_OPEN and any(_AT.search(_before(*each)) for each in places):
        return "place"
    return "product" if _is_with_the(parts, places) else None


def _is_with_the(parts: list[str], places: list[tuple[Passage, Place]]) -> bool:
    """As in "a ketch named the Judith Dahl": nobody has an article, unless something else is named for him."""
    full = [(passage, place) for passage, place in places if place.form == "name"]
    alone = all(
        not re.match(r" [a-z]", passage.text[place.end : place.end + 2]) or _acts(passage, place)
        for passage, place in full
    )
    return len(parts) > 1 and bool(full) and alone and all(_THE_BEFORE.search(_before(*each)) for each in full)


def _acts(passage: Passage, place: Place) -> bool:
    behind = passage.token_at(place.end)
    return behind is not None and behind.pos_ in {"VERB", "AUX", "ADV", "ADP", "CCONJ"}


def _by_context(parts: list[str], places: list[tuple[Passage, Place]]) -> EntityType | None:
    """A thing, a place or an illness, by the words in front of the name."""
    if any(_is_thing(passage, place) for passage, place in places):
        return "product"
    if len(parts) > 1 and any(_PLACE_BEFORE.search(_before(passage, place)) for passage, place in places):
        return "place"
    return "other" if _is_illness(parts, places) else None


def _body(name: str, parts: list[str], places: list[tuple[Passage, Place]], known: Index) -> EntityType | None:
    """An organization, if enough speaks for it."""
    shorter = {passage.text[place.start : place.end] for passage, place in places} - {name}
    shorter |= {each.name for each in known.entities.values() if each.type == "organization"}
    as_firm = len(parts) == 1 or any(name.startswith(f"{each} ") for each in shorter)
    signs = sum(max(_signs(passage, place, as_firm=as_firm), default=0) for passage, place in places)
    signs += _SURE if len(parts) > 1 and _is_called_body(parts) else 0
    return "organization" if signs >= _SURE else None


_FEASTS = words(
    "advent christmas diwali easter eid epiphany evensong hanukkah lent matins passover pentecost purim ramadan thanksgiving whitsun yuletide"
)
_NO_NAMES = frozenset({"NNS", "VBD", "VBN", "VBG", "VBZ", "RB", "IN", "UH"})


def _is_common(name: str, places: list[tuple[Passage, Place]]) -> bool:
    """As in "Deliveries begin", "Engaged: Miss Moe", "Oil minister Jon Dahl", "Ald. Ida Moe", "by Easter": a word, and nobody's name."""
    if name.lower() in _FEASTS or (name.lower() in ABBREVIATIONS and len(name) > 1):
        return True
    for passage, place in places:
        token = passage.token_at(place.start)
        behind = token.nbor(1) if token is not None and token.i + 1 < len(token.doc) else None
        if token is None or not token.is_sent_start:
            return False
        office = token.tag_ in {"NN", "JJ"} and behind is not None and behind.text.islower() and is_job(behind.lower_)
        if not (office or token.tag_ in _NO_NAMES):
            return False
    return True


def _is_illness(parts: list[str], places: list[tuple[Passage, Place]]) -> bool:
    """As in "the Zika virus" and "a Zika outbreak", whether or not the noun was taken for a surname."""
    if len(parts) > 1:
        return _ILLNESS.fullmatch(f" {parts[-1].lower()}") is not None
    return any(_ILLNESS.match(passage.text, place.end) for passage, place in places)


def _is_called_body(parts: list[str]) -> bool:
    return parts[0].lower() in _FOREIGN_KINDS or parts[-1].lower() in _LAST_WORDS


def _is_thing(passage: Passage, place: Place) -> bool:
    return bool(_THING_BEFORE.search(_before(passage, place)) or _COMMANDED.match(passage.text, place.end))


def is_styled(passage: Passage, place: Place) -> bool:
    """Whether a title or form of address stands in front of a name."""
    before = re.search(r"([\w'-]+)(?P<stop>\.?) $", _before(passage, place))
    word = before[1].lower() if before and (not before["stop"] or before[1].lower() in ABBREVIATIONS) else ""
    return (
        word in PREFIX_HONORIFICS
        or word in FORMS_OF_ADDRESS
        or (is_job(word) and not _is_called_as_body(passage, place))
    )


def _is_called_as_body(passage: Passage, place: Place) -> bool:
    return any(each.search(_before(passage, place)) for each in (_MAYBE_BEFORE, *_BEFORE_BODIES))


def _is_person(passage: Passage, place: Place, known: Index) -> bool:
    """Whether a title or form of address, an age, "who" or "he" stands beside the name."""
    text = passage.text
    if _AGED.match(text, place.end) or is_styled(passage, place):
        return True
    if _is_called_as_body(passage, place):
        return False  # "for the subcontractor Torvik. He was found"
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
    sure = any(each.search(before) for each in _BEFORE_BODIES)
    if sure or _is_plainly_body(passage, place) or any(each.match(text, end) for each in _BEHIND_BODIES):
        yield _SURE
    if _MAYBE_BEFORE.search(before) or _MAYBE_BEHIND.match(text, end):
        yield _SURE if as_firm else 1
    if _DEAL_BEFORE.search(before):
        yield _SURE
    if _WORK_FOR.search(before) or _SPEAKS_FOR.match(text, end):
        yield 1


_BEFORE_BODIES = (_KIND_BEFORE, _STATE_OWNED, _LEADER_BEFORE, _ITS_KIND_BEFORE, _LEADS_FIRM)
_BEHIND_BODIES = (
    _LARGEST_BEHIND,
    _KIND_BEHIND,
    _OWNS_BEHIND,
    _FOUNDED,
    _ITS_KIND_BEHIND,
    _ARM_BEHIND,
    _WHOSE,
    _SAYS_ITS,
)


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
