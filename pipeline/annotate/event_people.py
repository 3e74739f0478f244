"""Who takes part in a happening, by the grammar around its word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from pipeline.annotate.clauses import agents, is_verb, objects_of, path_up, patients, subjects
from pipeline.annotate.event_groups import at_the_head, group, named_behind, unnamed
from pipeline.annotate.event_places import stay
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.triggers import LIGHT, PLANNING
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
    links = _COMPANIONS | {"to", "from"} if verb.lemma_.lower() in _PASSING_ON else _COMPANIONS
    if verb.lemma_.lower() in {"lose", "win"} or (who.sport and verb.lemma_.lower() in {"fall", "draw"}):
        links = links | {"to", "against", "over"}
    others = _entities(passage, objects_of(verb, links), who)
    others += tuple(each for each in _entities(passage, _sides(verb), who) if each not in doers)
    others += tuple(each for each in _entities(passage, _met_there(verb), who) if each not in doers)
    others += tuple(each for each in _entities(passage, _beyond(verb), who) if each not in doers + done_to)
    led = _entities(passage, (*objects_of(verb, frozenset({"under"})), *_before_whom(verb)), who)
    others += tuple(each for each in led if who.known.entities[each].type == "person")
    if verb.lemma_.lower() == "found":  # nobody founds a person, whoever "the works" is taken for
        done_to = tuple(each for each in done_to if who.known.entities[each].type != "person")
    return doers, done_to, others


_PASSING_ON = words("acquire award buy deliver donate give hand present purchase return sell sign supply transfer")
"""Verbs whose "to" and "from" tell who else takes part."""


_BOTH_DO = words(
    "agree begin bring conclude extend file form ink lose make open reach renew seal settle share sign strike win"
)
"""What takes two: a contract is signed by both, and torn up by one."""
_DOING_TO = words("beat defeat edge injure kill oust overcome topple unseat wound")
"""What befalls the other side: "won the seat, beating Jon Dahl", "trains collided, killing Jon Dahl"."""


def _sides(verb: Token) -> Iterator[Token]:
    """As in "signed a contract with the ministry", "won the seat, beating Jon Dahl", "opened it, with Ida Moe cutting the ribbon"."""
    for head in verb.children:
        if head.dep_ == "dobj" and head.pos_ == "NOUN" and verb.lemma_.lower() in _BOTH_DO:
            yield from objects_of(head, frozenset({"with", "against", "between"}))
        if head.dep_ == "advcl" and head.tag_ == "VBG" and head.lemma_.lower() in _DOING_TO:
            yield from patients(head)
        if head.dep_ == "prep" and head.lower_ == "with":
            for clause in (each for each in head.children if each.dep_ == "pcomp" and each.tag_ == "VBG"):
                yield from (each for each in clause.children if each.dep_ == "nsubj")


def _beyond(verb: Token) -> Iterator[Token]:
    """As in "took over from Moe", "voted to oust the government of President Dahl": whom the deed is about."""
    lemma = verb.lemma_.lower()
    if lemma == "take" and any(each.lower_ == "over" for each in verb.children):
        yield from objects_of(verb, frozenset({"from"}))
    if lemma == "vote":
        for clause in (each for each in verb.children if each.dep_ == "xcomp"):
            for head in patients(clause):
                yield from (head, *objects_of(head, frozenset({"of", "under", "led"})))


def _before_whom(verb: Token) -> Iterator[Token]:
    """As in "appeared before Judge Moe", "made his first appearance before Magistrate Dahl"."""
    made = any(each.dep_ == "dobj" and each.lemma_.lower() == "appearance" for each in verb.children)
    if made or verb.lemma_.lower() in {"appear", "testify", "plead"}:
        yield from objects_of(verb, frozenset({"before"}))
        yield from (
            one for each in verb.children if each.dep_ == "dobj" for one in objects_of(each, frozenset({"before"}))
        )


def _met_there(verb: Token) -> Iterator[Token]:
    """As in "will fly to Oslo to see Dahl", "left for Oslo for talks with Dahl": whom somebody goes to see takes part."""
    for child in verb.children:
        if (
            child.dep_ in {"xcomp", "advcl"}
            and child.tag_ == "VB"
            and child.lemma_.lower() in {"see", "meet", "join", "visit"}
        ):
            yield from patients(child)
    if verb.lemma_.lower() in _GOING:
        for talks in objects_of(verb, frozenset({"for"})):
            if talks.lemma_.lower() in _TALKING:
                yield from objects_of(talks, frozenset({"with"}))


_GOING = words("arrive come depart fly go head leave return sail travel")
_TALKING = words("breakfast consultation dinner discussion lunch meeting negotiation summit talk")


def _found(verb: Token) -> list[Token]:
    """Whom a verb says something of in a small clause: "found Jon Dahl guilty"."""
    if verb.lemma_.lower() == "swear" and not any(each.dep_ in {"dobj", "nsubjpass"} for each in verb.children):
        return list(objects_of(verb, frozenset({"in"})))  # "swore in Ana Ruiz"
    small = (each for each in verb.children if each.dep_ == "ccomp" and each.lower_ == "guilty")
    found = [one for each in small for one in each.children if one.dep_ == "nsubj"]
    kinds = {"oprd", "dobj"} if verb.lemma_.lower() in _NAMING else {"oprd"}
    offices = (each for each in verb.children if each.dep_ in kinds and each.pos_ == "NOUN")
    return found + [
        one for each in offices for one in each.lefts if one.dep_ in {"compound", "nmod"} and one.pos_ == "PROPN"
    ]


_NAMING = frozenset({"appoint", "crown", "declare", "elect", "name", "nominate", "fine", "fin"})
"""Verbs of two objects, of which the parse may hang the first on the second: "fined Harwell Motors two million euros"."""


def who_has(passage: Passage, noun: Token, verb: Token, who: People, *, affected: bool) -> Who:
    """Who a noun belongs to: possessors and "by", "of", "between", "with"; the subject of a verb that lends it: "hold talks"."""
    owners = _entities(passage, possessors(noun), who)
    by = _entities(passage, objects_of(noun, frozenset({"by"})), who)
    of = _of_whom(passage, noun, who)
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
    others += _entities(passage, (*_led_by(noun, verb), *_said_next(noun), *_handed_to(noun, verb)), who)
    others += _listed_next(passage, noun, who)
    others += _entities(passage, (*_speaking_there(noun), *_staying_for(passage, noun, who)), who)
    if noun.lemma_.lower() in _BEFORE_COURT:
        judges = _entities(
            passage, (one for each in (noun, verb) for one in objects_of(each, frozenset({"before"}))), who
        )
        others += tuple(each for each in judges if who.known.entities[each].type == "person")
    if noun.dep_ in {"nsubj", "nsubjpass"} and noun.head == verb and verb.lemma_.lower() in PLANNING:
        others += _entities(passage, objects_of(verb, _COMPANIONS), who)  # "Talks are planned there with Moe"
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


def _of_whom(passage: Passage, noun: Token, who: People) -> tuple[str, ...]:
    """As in "the wedding of Ana Ruiz and Jon Dahl", even where the parse joins Dahl to the wedding."""
    of = _entities(passage, objects_of(noun, frozenset({"of"})), who)
    joined = [who.known.of_token(passage, each) for each in noun.conjuncts if each.pos_ == "PROPN"] if of else []
    kinds = {who.known.entities[each].type for each in of}
    return (*of, *(each.entity for each in joined if each is not None and each.type in kinds and each.entity not in of))


_BEFORE_COURT = frozenset({"trial", "hearing", "inquest", "appeal", "case", "retrial", "appearance"})


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
        and (noun.head.lower_ in {"at", "in", "during"} or (noun.head.lower_ == "on" and noun.lemma_.lower() == "call"))
        and verb.lemma_.lower() not in {"be", "kill", "injure", "die", "happen", "occur"}
        and (noun.lemma_.lower() not in _POLLS or verb.lemma_.lower() in _STANDING)
        and not (noun.head.lower_ == "during" and verb.lemma_.lower() in {"say", "tell", "add", "report", "announce"})
    )


_POLLS = frozenset({"election", "referendum", "poll", "ballot", "by-election", "runoff", "run-off"})
_STANDING = words(
    "beat campaign compete contest defeat face finish gain lose oust participate run seat stand take topple unseat vote win"
)
"""What those do who take part in an election; others only say something of it."""
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


def _speaking_there(noun: Token) -> Iterator[Token]:
    """As in "a symposium at which Moe was to speak": who does something there takes part."""
    for clause in noun.children:
        if clause.dep_ == "relcl" and any(
            each.lower_ == "where"
            or (each.lower_ in {"at", "in", "during"} and any(one.lower_ == "which" for one in each.children))
            for each in clause.children
        ):
            yield from subjects(clause)


def _staying_for(passage: Passage, noun: Token, who: People) -> Iterator[Token]:
    """As in "Minister Moe, in Oslo for talks with the bank, has not commented"."""
    if stay(passage, noun, who):
        above = (each for each in path_up(noun.head) if each.pos_ == "PROPN")
        persons = (each for each in above if (own := who.known.of_token(passage, each)) and own.type == "person")
        yield from islice(persons, 1)


def _handed_to(noun: Token, verb: Token) -> Iterator[Token]:
    """As in "handed his resignation to President Moe"."""
    if is_verb(verb) and noun.head == verb and noun.dep_ == "dobj" and verb.lemma_.lower() in _HANDING:
        for top in (verb, noun):
            yield from objects_of(top, frozenset({"to"}))
        yield from (each for each in verb.children if each.dep_ == "dative" and each.pos_ != "ADP")


_HANDING = words("deliver give hand offer present send submit tender")


def _led_by(noun: Token, verb: Token) -> Iterator[Token]:
    """As in "talks chaired by Moe", "the inquiry, led by Judge Dahl", "the talks had been chaired by Moe": who is at the head."""
    if is_verb(verb) and verb.lemma_.lower() in _LEADING and noun in (*verb.children,) and noun.dep_ == "nsubjpass":
        yield from agents(verb)
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


def _listed_next(passage: Passage, noun: Token, who: People) -> tuple[str, ...]:
    """As in "It includes a biologist, Jon Dahl, and a lawyer from Oslo, Ida Moe.": the persons of the list."""
    after = noun.sent.end
    if noun.dep_ not in {"nsubj", "nsubjpass"} or noun.head.dep_ != "ROOT" or after >= len(noun.doc):
        return ()
    sentence = noun.doc[after].sent
    if sentence[0].lower_ not in {"it", "the", "its"} or (
        sentence[0].lower_ != "it" and noun.lower_ not in {each.lower_ for each in sentence[:3]}
    ):
        return ()
    told = next((each for each in sentence if each.lemma_.lower() in _LISTING and is_stated(each)), None)
    if told is None or not is_verb(told):
        return ()
    named = who.known.within(passage, told.idx, sentence.end_char)
    return tuple(
        dict.fromkeys(
            each.entity
            for each in named
            if each.type == "person" and not passage.text.startswith(("'s", "’s"), each.end)
        )
    )


_LISTING = frozenset({"include", "involve", "feature", "comprise"})
_LEADING = words("attend call chair convene give head hold host lead moderate organise organize preside stage")


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
    found = found or group(passage, head, who) or unnamed(passage, head, who)
    found = found or tuple(each for one in named_behind(head) for each in surely_meant(passage, one, who))
    found += tuple(each for one in at_the_head(head) for each in surely_meant(passage, one, who))
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
