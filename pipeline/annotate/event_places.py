"""Where a happening takes place, by the grammar around its word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.annotate.clauses import is_verb, objects_of, path_up, patients, subjects
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.calendar import ORDINALS, WEEKDAYS
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.triggers import Trigger
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.reference import meant

_PLACE_WORDS = words(
    "in at to on near outside inside across around from off over for through along ashore into "
    "under behind beneath beside below above past opposite"
)


_INSIDE = frozenset({"in", "at", "near", "outside", "off", "on"})


def where(passage: Passage, token: Token, verb: Token, trigger: Trigger, who: People) -> tuple[str, ...]:
    """The places that hang on the happening's word, or on the verb that governs it and on no other happening."""
    parted = trigger.type == "visit" and verb.lemma_.lower() in {"leave", "depart"}
    beside = _only_beside(token, verb)
    alone = is_verb(token) or not is_verb(verb) or parted or beside
    tops = [token] if alone else [token, verb]
    found: list[Place] = []
    if (
        is_verb(token)
        and token.dep_ in {"advcl", "xcomp"}
        and token.tag_ == "VB"
        and token.head.lemma_.lower() in _GOING
    ):
        tops.append(token.head)  # "go to Oslo to meet Moe"
    tops += [each for each in verb.children if each.dep_ == "xcomp" and each.tag_ == "VB"] if verb in tops else []
    for top in tops:
        links = _links(trigger) if is_verb(top) else _PLACE_WORDS - {"for", "over", "into"}
        links = links | {"of"} if top == token and trigger.type == "visit" and not is_verb(top) else links
        links = links - {"for"} if top != token and trigger.type != "visit" else links
        found += [each for each in _places_under(passage, top, who, links) if each not in found]
    there = _where_clause(passage, verb, who)
    if not found and is_verb(token) and not there:
        found = [each for head in patients(token) for each in _places_under(passage, head, who, _INSIDE)]
    if is_verb(verb) and verb.lemma_.lower() in {"host", "stage"} and token in patients(verb):
        hosts = (who.known.of_token(passage, each) for each in subjects(verb))
        found += [each for each in hosts if each is not None and each.type in {"place", "facility"}]
    if not found and is_verb(token):
        found = [each for clause in _outcomes(token) for each in _places_under(passage, clause, who)]
    if not found and trigger.type in {"strike", "vote", "protest", "verdict", "ruling", "sentence"}:
        found = [each for head in subjects(verb) for each in _places_under(passage, head, who, _INSIDE)]
    if there and not found:
        return there
    found = found or stay(passage, token, who) or _told_there(passage, token, who)
    found = found or _behind(passage, verb if is_verb(verb) and not (beside and not is_verb(token)) else token, who)
    if not found and trigger.type == "election":
        found = _country_of(passage, token, who)
    named = [each.entity for each in sorted(found)]
    return tuple(dict.fromkeys([*named, *there, *_venue(passage, token, verb, who, trigger)]))


def stay(passage: Passage, noun: Token, who: People) -> list[Place]:
    """As in "Moe, in Oslo for talks with the bank": where somebody is for it."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return []
    link = noun.head.idx
    before = who.known.within(passage, noun.sent.start_char, link)[-1:]
    return [
        each
        for each in before
        if each.type in {"place", "facility"}
        and passage.text[each.end : link] == " "
        and passage.text[: each.start].endswith(("in ", "In ", "in the "))
    ]


def _told_there(passage: Passage, noun: Token, who: People) -> list[Place]:
    """As in "the race that gave Norway its gold in Beijing": the place of the clause that describes it."""
    for clause in noun.children if not is_verb(noun) else ():
        own = [each for each in clause.children if each.dep_ == "nsubj" and each.lower_ in {"that", "which"}]
        if clause.dep_ == "relcl" and own and clause.tag_ == "VBD":
            return list(_in_clause(passage, clause, who))
    return []


def _only_beside(noun: Token, verb: Token) -> bool:
    """As in "two days after the blast, police arrested a man in Leeds": the verb's place is not that of the noun."""
    for up in path_up(noun):
        if up == verb:
            return False
        if up.dep_ in {"prep", "pcomp"} and up.lower_ in _OTHER_TIMES:
            return True
    return False


_OTHER_TIMES = frozenset({"after", "before", "since", "following", "despite", "over", "about", "ahead", "amid"})
_GOING = frozenset({"go", "travel", "fly", "head", "return", "come"})


def _links(trigger: Trigger) -> frozenset[str]:
    """Where somebody comes from is not where a deed is done, unless it is a departure."""
    if trigger.type in {"verdict", "sentence", "charge"}:
        return _PLACE_WORDS - {"from", "for", "over"}  # "jailed for a murder in Oslo"
    leaving = trigger.type in {"departure", "evacuation", "release"} or trigger.noun in _LEAVING
    return _PLACE_WORDS if leaving else _PLACE_WORDS - {"from"}


_LEAVING = frozenset({"flee", "escape", "emigrate", "withdraw", "launch", "sail", "broadcast", "depart"})


def _outcomes(verb: Token) -> Iterator[Token]:
    """As in "the bridge collapsed, killing four people in Bergen": where its victims are is where it happened."""
    for child in verb.children:
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.lemma_.lower() in _HARMING:
            yield from (child, *patients(child))


_HARMING = frozenset({"kill", "injure", "wound", "trap", "destroy", "damage", "leave"})


def _country_of(passage: Passage, token: Token, who: People) -> list[Place]:
    """As in "Norway's ruling party lost the election": the country that the sentence names as an owner."""
    inside = who.known.within(passage, token.sent.start_char, token.sent.end_char)
    return [
        each
        for each in inside
        if who.known.entities[each.entity].name in COUNTRY_CODES and passage.text.startswith("'s ", each.end)
    ][:1]


def _venue(passage: Passage, token: Token, verb: Token, who: People, trigger: Trigger) -> Iterator[str]:
    """As in "a lecture at the Harwell Institute", "was taken to Harwell Hospital": a house that is named as an organization."""
    if who.sport:
        return
    for top in dict.fromkeys((token, verb)):
        links = _AT | {"to", "into"} if top.lemma_.lower() in _MOVED_TO else _AT
        links = links | {"from"} if trigger.type == "release" else links
        for head in objects_of(top, links):
            place = who.known.of_token(passage, head)
            if place is None or place.type != "organization":
                continue
            if _is_house(who.known.entities[place.entity].name) or (
                head.head.lower_ == "at" and trigger.type in _HELD_AT
            ):
                yield place.entity


_AT = frozenset({"at", "in", "inside", "outside"})
_MOVED_TO = words("admit airlift bring carry fly move rush send shift take transfer evacuate")
"""Verbs that say where somebody is brought."""
_HELD_AT = words(
    "ceremony conference exercise concert exhibition festival funeral inauguration interview meeting opening parade performance protest "
    "screening speech tournament unveiling"
)
"""Types that take place at what is named behind "at", be it a house or a body: "a rally at Harwell Motors"."""


def _is_house(name: str) -> bool:
    return any(each in HOUSES for each in name.lower().split())


HOUSES = words(
    """
    abbey academy airport archive archives arena auditorium base camp campus casino castle cathedral centre center chapel church cinema
    clinic club college consulate court courthouse embassy factory gallery garden gardens gym hall headquarters hospital hotel house infirmary
    institute institution jail library market mill ministry monastery mosque motel museum observatory office opera palace park
    parliament pavilion penitentiary plant prison pub racecourse restaurant school showgrounds shipyard stadium station synagogue temple
    theater theatre university velodrome winery zoo
    """
)
"""Words of organizations that are houses, too: things take place at them."""


_LOCATIVE = re.compile(r"\b(?:in|at|near|off|outside|on) (?:the )?(?:(?!from\b|to\b)[\w-]+ ){0,2}(?:of )?(?:the )?$")


def _behind(passage: Passage, verb: Token, who: People) -> list[Place]:
    """Where the parse lost the thread: places behind the verb, up to the next verb, that stand behind "in", "at", "off" ..."""
    stop = next(
        (
            each.idx
            for each in verb.doc[verb.i + 1 :]
            if (is_verb(each) and each.dep_ != "pobj") or each.text in {";", ":", ".", '"'}
        ),
        len(passage.text),
    )
    within = [each for each in who.known.within(passage, verb.idx, stop) if each.type in {"place", "facility"}]
    found = [each for each in within if _LOCATIVE.search(passage.text[verb.idx : each.start])]
    return [each for each in found if not (_only_describes(passage, each) or _is_of_another(passage, each, verb))][:2]


def _is_of_another(passage: Passage, place: Place, verb: Token) -> bool:
    """As in "the meeting will take place on Monday, but a tour in Oslo is off": the place of another clause's subject."""
    last = passage.tokens(place.start, place.end)[-1:]
    for up in path_up(last[0]) if last else ():
        if up == verb:
            return False
        if up.dep_ in {"nsubj", "nsubjpass"} and up.head != verb and up.head.i > verb.i:
            return True
    return False


_PLANNED_FOR = re.compile(_LOCATIVE.pattern.replace("(?:in|", "(?:in|for|through|around|across|fill|pack|"))


def planned_places(passage: Passage, noun: Token, told: Token, who: People) -> tuple[str, ...]:
    """As in "A talk with pupils in Lyon, set for Friday, is off": the places between a plan's noun and what became of it."""
    if told.i < noun.i:
        return ()
    within = [each for each in who.known.within(passage, noun.idx, told.idx) if each.type in {"place", "facility"}]
    found = [each for each in within if _PLANNED_FOR.search(passage.text[noun.idx : each.start])]
    named = [each for each in who.known.within(passage, noun.idx, told.idx) if each.type == "organization"]
    found += [
        each for each in named if passage.text[noun.idx : each.start].endswith((" at ", " at the ")) and not who.sport
    ]
    found = found or [each for verb in (told, *told.conjuncts) for each in _new_places(passage, verb, who)]
    return tuple(dict.fromkeys(each.entity for each in sorted(found) if not _only_describes(passage, each)))


def _new_places(passage: Passage, verb: Token, who: People) -> list[Place]:
    """As in "will now be played on 27 August in Harwell": where what was put off will be."""
    ahead = any(each.lower_ in {"will", "'ll"} for each in verb.children if each.dep_ == "aux")
    return list(_places_under(passage, verb, who)) if ahead and is_verb(verb) else []


def _only_describes(passage: Passage, place: Place) -> bool:
    """As in "the Himalayan nation": a name that only tells which one."""
    last = passage.tokens(place.start, place.end)[-1:]
    return any(each.dep_ in {"amod", "compound", "poss"} and each.head.i > each.i for each in last)


def _where_clause(passage: Passage, verb: Token, who: People) -> tuple[str, ...]:
    """As in "the School of Music, where a seminar takes place"."""
    if verb.dep_ != "relcl" or not any(each.lower_ == "where" for each in verb.children):
        return ()
    kinds = {"place", "facility", "organization"}
    return tuple(each for each in meant(passage, verb.head, who) if who.known.entities[each].type in kinds)


def _places_under(passage: Passage, top: Token, who: People, links: frozenset[str] | None = None) -> Iterator[Place]:
    for child in top.children:
        if (child.dep_ in {"prep", "prt", "advmod"} and child.lower_ in (links or _PLACE_WORDS)) or (
            child.dep_ in {"dobj", "obj"} and top.lemma_.lower() in BEFALLING
        ):
            yield from _places_in(passage, child, who)
        elif child.dep_ in {"acl", "relcl"} and not is_verb(top) and child.lemma_.lower() in _PLANNED:
            yield from _in_clause(passage, child, who)
        elif (
            child.dep_ in {"npadvmod", "dobj", "nmod"} and child.lower_ in WEEKDAYS and top.lemma_.lower() in BEFALLING
        ):
            beside = (who.known.of_token(passage, each) for each in child.children if each.dep_ == "compound")
            yield from (each for each in beside if each is not None and each.type in {"place", "facility"})
        elif child.dep_ in {"npadvmod", "appos"} and child.lower_ in ORDINALS:
            yield from _in_clause(passage, child, who)  # "in three payments, the first of them in Oslo"
        elif child.lower_ == "there" and child.dep_ == "advmod":
            yield from _there(passage, child, who)
        elif child.dep_ == "compound" or (
            child.dep_ == "poss" and top.lemma_.lower() in {"election", "referendum", "poll"}
        ):
            place = who.known.of_token(passage, child)
            if place is not None and place.type in {"place", "facility"}:
                yield place


BEFALLING = words(
    "visit tour enter reach hit strike shake batter slam rock pound lash devastate ravage storm bomb shell invade flood attack raid "
    "cross sweep engulf destroy leave"
)
"""Verbs whose object is the place where something happens."""
_PLANNED = words("plan schedule set hold announce call slate expect arrange organise organize be take due fix")


def _in_clause(passage: Passage, clause: Token, who: People) -> Iterator[Place]:
    """As in "planned for Friday in Oslo", wherever the parse hangs "in Oslo"."""
    for token in clause.subtree:
        if token.dep_ == "prep" and token.lower_ in {"in", "at", "near", "outside", "off", "across", "around"}:
            yield from _places_in(passage, token, who)


def _there(passage: Passage, word: Token, who: People) -> Iterator[Place]:
    """The place last named, for "there"."""
    place = next((each for each in who.known.before(passage, word.idx) if each.type in {"place", "facility"}), None)
    if place is not None and passage.number - place.passage <= 1:
        yield place


def _places_in(passage: Passage, prep: Token, who: People) -> Iterator[Place]:
    """The places in a phrase, without those inside a clause of it or those that only describe a noun."""
    for token in prep.subtree:
        if _in_clause_of(token, prep):
            continue
        place = who.known.of_token(passage, token)
        if place is None or place.type not in {"place", "facility"} or token.idx + len(token) != place.end:
            continue
        if _tells_where(token, prep):
            yield place
            continue
        if not passage.text.startswith("'s", place.end) and token.dep_ not in {"compound", "poss", "amod"}:
            yield place


def _tells_where(name: Token, prep: Token) -> bool:
    """As in "in an Oslo hotel", "at a Lyon apartment", "at Malpensa airport": a name before premises is where they are."""
    house = name.head
    return (
        name.dep_ in {"compound", "nmod"}
        and house.tag_ == "NN"
        and house.head == prep
        and house.lower_ in HOUSES | _PREMISES
    )


_PREMISES = words(
    "apartment bar bungalow cafe café courtroom factory farmhouse flat home pub room shop store suburb warehouse"
)


def _in_clause_of(token: Token, prep: Token) -> bool:
    """Whether a verb stands between a token and the preposition it is sought under."""
    if token.i == prep.i:
        return False
    for up in path_up(token):
        if up.i == prep.i:
            return False
        if is_verb(up) or (up.dep_ == "prep" and up.lower_ == "from"):
            return True
    return True
