"""Who takes part in a happening, and where it takes place, by the grammar around its word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.annotate.clauses import agents, is_verb, objects_of, path_up, patients, subjects
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.calendar import WEEKDAYS
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.triggers import LIGHT, Trigger
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.modality import is_stated
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.reference import meant

SHARING = frozenset(
    [
        "tell",
        "address",
        "perform",
        "sing",
        "play",
        "speak",
        "appear",
        "attend",
        "read",
        "compete",
        "star",
        "debut",
        "reach",
    ]
)
"""Verbs whose subject takes part in what stands behind them: "will speak at the festival"."""
_COMPANIONS = frozenset({"with", "between", "alongside"})


type Who = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def who_does(passage: Passage, verb: Token, who: People) -> Who:
    """Who does what a verb says, to whom, and with whom."""
    doers = _entities(passage, agents(verb), who)
    done_to = tuple(each for each in _entities(passage, [*patients(verb), *_found(verb)], who) if each not in doers)
    links = (
        _COMPANIONS | {"to", "from"}
        if verb.lemma_.lower() in {"sell", "buy", "acquire", "purchase", "sign", "present", "give", "hand", "award"}
        else _COMPANIONS
    )
    others = _entities(passage, objects_of(verb, links), who)
    others += tuple(each for each in _entities(passage, _met_there(verb), who) if each not in doers)
    led = _entities(passage, objects_of(verb, frozenset({"under"})), who)
    others += tuple(each for each in led if who.known.entities[each].type == "person")
    return doers, done_to, others


def _met_there(verb: Token) -> Iterator[Token]:
    """As in "will fly to Oslo to see Dahl": whom somebody goes to see takes part."""
    for child in verb.children:
        if (
            child.dep_ in {"xcomp", "advcl"}
            and child.tag_ == "VB"
            and child.lemma_.lower() in {"see", "meet", "join", "visit"}
        ):
            yield from patients(child)


def _found(verb: Token) -> list[Token]:
    """Whom a verb says something of in a small clause: "found Jon Dahl guilty"."""
    if verb.lemma_.lower() == "swear" and not any(each.dep_ in {"dobj", "nsubjpass"} for each in verb.children):
        return list(objects_of(verb, frozenset({"in"})))  # "swore in Ana Ruiz"
    small = (each for each in verb.children if each.dep_ == "ccomp" and each.lower_ == "guilty")
    return [one for each in small for one in each.children if one.dep_ == "nsubj"]


def who_has(passage: Passage, noun: Token, verb: Token, who: People, *, affected: bool) -> Who:
    """Who a noun belongs to: possessors and "by", "of", "between", "with"; the subject of a verb that lends it: "hold talks"."""
    owners = _entities(passage, possessors(noun), who)
    by = _entities(passage, objects_of(noun, frozenset({"by"})), who)
    of = _entities(passage, objects_of(noun, frozenset({"of"})), who)
    if affected:
        of = (*owners, *of)
    else:
        by = (*owners, *by)
    if noun.dep_ == "pobj" and noun.head.lower_ == "on" and noun.lemma_.lower() in _TOURS and not owners:
        above = noun.head.head  # "Moe, on a visit to Rome, ...", "left on a visit to Rome"
        by = (*_entities(passage, subjects(above) if is_verb(above) else [above], who), *by)
    if _is_due(noun, verb) and not owners:
        by = (*_entities(passage, agents(verb), who), *by)
    beside = frozenset({"with", "between", "against", "for"})
    if who.sport:
        beside |= {"over", "at", "to", "by"}
    others = _entities(passage, objects_of(noun, beside), who)
    others += _entities(passage, _by_under(noun), who)
    others += _entities(passage, (*_led_by(noun), *_said_next(noun)), who)
    lends = is_verb(verb) and (verb.lemma_.lower() in LIGHT or verb.lemma_.lower() in SHARING)
    if lends and noun not in subjects(verb) and _hangs_on(noun, verb):
        of = (*of, *_entities(passage, _given(verb), who)) if affected else of
        sharing = tuple(each for each in _entities(passage, agents(verb), who) if each not in by)
        by, others = (by + sharing, others) if verb.lemma_.lower() in LIGHT else (by, others + sharing)
        others += _entities(passage, objects_of(verb, _COMPANIONS), who)
    elif (
        who.sport and noun.dep_ == "pobj" and noun.head.lower_ == "with" and is_verb(verb)
    ):  # "went top with a 2-0 win"
        by = (*_entities(passage, agents(verb), who), *by)
    elif _is_there(noun, verb):
        others += tuple(each for each in _entities(passage, agents(verb), who) if each not in by)
    return by, of, tuple(dict.fromkeys(others))


def _is_due(noun: Token, verb: Token) -> bool:
    """As in "Moe is due in Oslo on Friday for a visit"."""
    awaited = is_verb(verb) and (
        any(each.dep_ == "acomp" and each.lower_ == "due" for each in verb.children)
        or (verb.lemma_.lower() == "expect" and verb.tag_ == "VBN")
    )
    return awaited and noun.dep_ == "pobj" and noun.head.lower_ == "for" and noun.lemma_.lower() in _TOURS


def _hangs_on(noun: Token, verb: Token) -> bool:
    """Whether a noun is a verb's own object or in its phrase: "launched an inquiry into the killing" lends no killer."""
    if verb in (noun.head, noun.head.head) or (noun.dep_ == "conj" and verb in (noun.head.head, noun.head.head.head)):
        return not (noun.dep_ == "pobj" and noun.head.lower_ in {"since", "before", "after", "into", "over"})
    return False


def _given(verb: Token) -> Iterator[Token]:
    """As in "was given an award", "earned him an award": who gets it."""
    if any(each.dep_ == "auxpass" for each in verb.children):
        yield from subjects(verb)
    yield from (each for each in verb.children if each.dep_ == "dative")


def _is_there(noun: Token, verb: Token) -> bool:
    """As in "pledged money at a ceremony", "lost its majority in the election": who does something there takes part."""
    return bool(
        is_verb(verb)
        and noun.dep_ == "pobj"
        and noun.head.head == verb
        and noun.head.lower_ in {"at", "in", "during"}
        and verb.lemma_.lower() not in {"be", "kill", "injure", "die", "happen", "occur"}
        and not (noun.head.lower_ == "during" and verb.lemma_.lower() in {"say", "tell", "add", "report", "announce"})
    )


_TOURS = frozenset({"visit", "trip", "tour"})


def _by_under(noun: Token) -> Iterator[Token]:
    """As in "the premiere of a new opera by X": who made what a performance shows."""
    if noun.lemma_.lower() not in {
        "premiere",
        "première",
        "exhibition",
        "concert",
        "screening",
        "retrospective",
        "performance",
    }:
        return
    for token in noun.subtree:
        if token.lower_ == "by" and not any(is_verb(up) for up in _below(token, noun)):
            yield from (each for each in token.children if each.dep_ == "pobj")


def _led_by(noun: Token) -> Iterator[Token]:
    """As in "talks chaired by Moe", "the inquiry, led by Judge Dahl": who is at the head of it."""
    for clause in noun.children:
        if clause.dep_ == "acl" and clause.tag_ == "VBN" and clause.lemma_.lower() in _LEADING:
            yield from agents(clause)


def _said_next(noun: Token) -> Iterator[Token]:
    """As in "An inquiry opened on Monday. It is led by Judge Moe and includes a biologist, Jon Dahl."."""
    after = noun.sent.end
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.dep_ != "ROOT" or after >= len(noun.doc):
        return
    verb = noun.doc[after].sent.root
    its = [each for each in verb.children if each.dep_ in {"nsubj", "nsubjpass"}]
    if not is_verb(verb) or not its or its[0].i > after + 1 or its[0].lower_ not in {"it", noun.lower_}:
        return
    if verb.lemma_.lower() in _LEADING and any(each.dep_ == "auxpass" for each in verb.children):
        yield from agents(verb)
    for told in (verb, *(each for each in verb.conjuncts if is_verb(each))):
        if told.lemma_.lower() in {"include", "involve", "feature"} and is_stated(told):
            for each in patients(told):
                yield from (each, *(one for one in each.children if one.dep_ == "appos"))


_LEADING = words("attend chair convene head host lead moderate organise organize preside stage")


def _below(token: Token, top: Token) -> Iterator[Token]:
    for up in path_up(token):
        if up.i == top.i:
            return
        yield up


def possessors(noun: Token) -> list[Token]:
    """The nouns whose happening it is: "Ruiz's trip"."""
    return [each for each in noun.children if each.dep_ == "poss"]


def _entities(passage: Passage, heads: Iterable[Token], who: People) -> tuple[str, ...]:
    found = [entity for head in heads for entity in _meant(passage, head, who)]
    return tuple(each for each in dict.fromkeys(found) if _can_act(each, who))


def _meant(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """Whom a noun means; "a biologist who resigned" behind a name is the one so named."""
    if head.lower_ in {"team", "group", "side"} and who.known.of_token(passage, head) is None and not who.sport:
        return ()
    found = surely_meant(passage, head, who)
    found = found or (surely_meant(passage, head.head, who) if head.dep_ == "appos" else ())
    return (*found, *_beside(passage, head, who)) if found else found


def surely_meant(passage: Passage, head: Token, who: People) -> tuple[str, ...]:
    """Whom a noun means; "the council" is no organization that is none by its name, whatever was named last."""
    found = meant(passage, head, who)
    if who.known.of_token(passage, head) is not None or head.lower_ not in BODIES:
        return found
    return tuple(each for each in found if head.lower_ in who.known.entities[each].name.lower())


BODIES = words(
    """
    administration agency assembly authority board bureau cabinet chamber commission committee congress council court
    department government institute legislature ministry office panel parliament party police senate tribunal
    """
)
"""Bodies of which an article may name one and mean another."""


def _beside(passage: Passage, head: Token, who: People) -> Iterator[str]:
    """As in "President Moe and her host, President Dahl, signed": an apposition that names another person is one of the pair."""
    own = who.known.of_token(passage, head)
    joined = any(each.dep_ == "conj" and each.pos_ == "NOUN" for each in head.children)
    if own is None or own.type != "person" or not joined:
        return
    for child in head.children:
        place = who.known.of_token(passage, child) if child.dep_ == "appos" else None
        if place is not None and place.type == "person" and place.entity != own.entity:
            yield place.entity


def _can_act(entity: str, who: People) -> bool:
    """Persons and organizations do things; so do countries, and teams that bear the name of their town."""
    one = who.known.entities[entity]
    return one.type in {"person", "organization"} or (one.type == "place" and (one.name in COUNTRY_CODES or who.sport))


_PLACE_WORDS = words("in at to on near outside inside across around from off over for through along ashore into")


_INSIDE = frozenset({"in", "at", "near", "outside", "off", "on"})


def where(passage: Passage, token: Token, verb: Token, trigger: Trigger, who: People) -> tuple[str, ...]:
    """The places that hang on the happening's word, or on the verb that governs it and on no other happening."""
    parted = trigger.type == "visit" and verb.lemma_.lower() in {"leave", "depart"}
    tops = [token] if is_verb(token) or not is_verb(verb) or parted else [token, verb]
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
        found += [each for each in _places_under(passage, top, who, links) if each not in found]
    if not found and is_verb(token):
        found = [each for head in patients(token) for each in _places_under(passage, head, who, _INSIDE)]
    if is_verb(verb) and verb.lemma_.lower() in {"host", "stage"} and token in patients(verb):
        hosts = (who.known.of_token(passage, each) for each in subjects(verb))
        found += [each for each in hosts if each is not None and each.type in {"place", "facility"}]
    if not found and is_verb(token):
        found = [each for clause in _outcomes(token) for each in _places_under(passage, clause, who)]
    if not found and trigger.type in {"strike", "vote", "protest"}:
        found = [each for head in subjects(verb) for each in _places_under(passage, head, who, _INSIDE)]
    found = found or _behind(passage, verb if is_verb(verb) else token, who)
    if not found and trigger.type == "election":
        found = _country_of(passage, token, who)
    named = [each.entity for each in sorted(found)]
    return tuple(dict.fromkeys([*named, *_where_clause(passage, verb, who), *_venue(passage, token, verb, who)]))


_GOING = frozenset({"go", "travel", "fly", "head", "return", "come"})


def _links(trigger: Trigger) -> frozenset[str]:
    """Where somebody comes from is not where a deed is done, unless it is a departure."""
    if trigger.type in {"verdict", "sentence", "charge"}:
        return _PLACE_WORDS - {"from", "for", "over"}  # "jailed for a murder in Oslo"
    leaving = trigger.type in {"departure", "evacuation"} or trigger.noun in _LEAVING
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


def _venue(passage: Passage, token: Token, verb: Token, who: People) -> Iterator[str]:
    """As in "a lecture at the Harwell Institute": a house that is named as an organization."""
    if who.sport:
        return
    for top in dict.fromkeys((token, verb)):
        for head in objects_of(top, frozenset({"at", "in", "inside", "outside"})):
            place = who.known.of_token(passage, head)
            if place is not None and place.type == "organization" and _is_house(who.known.entities[place.entity].name):
                yield place.entity


def _is_house(name: str) -> bool:
    return any(each in HOUSES for each in name.lower().split())


HOUSES = words(
    """
    academy airport arena castle cathedral centre center chapel church cinema club college court embassy gallery garden
    gardens hall hospital hotel house institute institution library market mosque museum observatory opera palace park
    parliament plant prison restaurant school stadium station synagogue temple theater theatre university zoo
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
    return [each for each in found if not _only_describes(passage, each)][:2]


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
        if token.dep_ == "prep" and token.lower_ in {"in", "at", "near", "outside"}:
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
        if not passage.text.startswith("'s", place.end) and token.dep_ not in {"compound", "poss", "amod"}:
            yield place


def _in_clause_of(token: Token, prep: Token) -> bool:
    """Whether a verb stands between a token and the preposition it is sought under."""
    if token.i == prep.i:
        return False
    for up in path_up(token):
        if up.i == prep.i:
            return False
        if is_verb(up):
            return True
    return True
