"""Which verbs tell of a deed, and which of a state, a thought, speech or a figure."""

from __future__ import annotations

from pipeline.annotate.clauses import agents, is_calendar, objects_of, patients
from pipeline.annotate.lexicon.happening_verbs import DEEDS_WITH_OBJECT, FIGURES, NO_HAPPENING
from pipeline.annotate.lexicon.speech import DENYING
from pipeline.annotate.lexicon.triggers import RETURNING
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.modality import UNREAL_VERBS
from pipeline.annotate.planned import is_fate
from pipeline.annotate.reading import Token


def is_action(verb: Token) -> bool:
    """Whether a verb can tell of something that happens: no state, thought, speech, figure or mere modal."""
    children = list(verb.children)
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or verb.dep_ in {"amod", "compound"}:
        return False
    if lemma in NO_HAPPENING | UNREAL_VERBS | DENYING:
        return _is_deed_here(verb)
    beside = {each.lower_ for each in children}
    flown = any(each.dep_ in {"auxpass", "nsubjpass"} for each in children)  # "the bodies are to be flown home"
    back = lemma in RETURNING and beside & {"home", "back"} and not flown
    if (lemma == "rule" and "out" in beside) or back or is_fate(verb):
        return False
    taking = lemma == "take" and beside & {"place", "part"}
    if taking or (verb.tag_ == "VBG" and verb.dep_ in {"xcomp", "pcomp"}):  # "likes shooting on Sundays"
        return False
    if lemma in DEEDS_WITH_OBJECT and not any(each.dep_ in {"dobj", "nsubjpass"} for each in children):
        return False
    said = any(each.dep_ == "ccomp" for each in children) and not any(each.dep_ == "dobj" for each in children)
    return (not said or lemma == "announce") and str(verb.sent.text).rstrip()[-1:] != "?"


def _is_deed_here(verb: Token) -> bool:
    """Whether a verb that mostly tells of no happening tells of one with the words beside it."""
    return any(tells(verb) for tells in _DEEDS)


def idiom(verb: Token) -> str:
    """The words that make a deed of a verb: "into force", "on trial", "state witness", "sail"; empty where there are none."""
    wanted = _IDIOMS.get(verb.lemma_.lower(), frozenset())
    for each in verb.children if wanted else ():
        if each.dep_ in {"nsubj", "nsubjpass", "advcl", "ccomp"}:
            continue
        below = each.children if each.dep_ == "prep" else ()
        found = each if _is_one(each, wanted) else next((one for one in below if _is_one(one, wanted)), None)
        if found is not None and found.i > verb.i:
            first = each if found.head == each else found
            compounds = [one.i for one in found.lefts if one.dep_ in {"compound", "amod"}]
            return str(verb.doc[min([first.i, *compounds]) : found.i + 1].text)
    return ""


def _is_one(token: Token, wanted: frozenset[str]) -> bool:
    return token.lemma_.lower() in wanted or token.lower_ in wanted


def _by_idiom(verb: Token) -> bool:
    return bool(idiom(verb))


_IDIOMS: dict[str, frozenset[str]] = {
    "come": words("home back force effect power office ashore first second third fourth fifth last"),
    "go": words("force effect trial sale show display air administration bankruptcy free live ashore"),
    "enter": words("force effect"),
    "take": words("effect"),
    "turn": words("professional pro witness"),
    "set": words("sail fire record off foot"),
    "make": words("debut comeback landing appearance"),
    "call": words("election referendum strike vote police ambulance"),
    "get": words("married engaged divorced"),
    "fall": words("ill overboard"),
    "stand": words("trial"),
    "lie": words("state"),
    "finish": words("first second third fourth fifth last runner-up"),
    "hang": words("glove boot cap"),
    "lead": words("dig excavation expedition mission march protest delegation"),
}
"""Words beside which verbs that mostly tell of no happening do tell of one."""


def _comes_to(verb: Token) -> bool:
    """As in "came to Denmark in 1987", "came from Haiphong"."""
    goals = objects_of(verb, frozenset({"to", "from", "into"}))
    return verb.lemma_.lower() == "come" and any(each.pos_ == "PROPN" and not is_calendar(each) for each in goals)


def _starts_work(verb: Token) -> bool:
    """As in "Ida Moe starts on 1 July": somebody named begins in an office."""
    if verb.lemma_.lower() not in {"start", "begin"} or any(
        each.dep_ in {"dobj", "xcomp", "ccomp"} for each in verb.children
    ):
        return False
    return any(each.dep_ == "nsubj" and each.pos_ == "PROPN" for each in verb.children)


def _takes_on(verb: Token) -> bool:
    """As in "climbed K2", "dropped the charges": done to a thing, such a verb tells of no figure."""
    if verb.lemma_.lower() not in _WITH_THING:
        return False
    things = [each for each in verb.children if each.dep_ in {"dobj", "nsubjpass"}]
    return any(each.pos_ in {"NOUN", "PROPN"} and not _is_figure(each) for each in things)


_WITH_THING = frozenset({"climb", "drop", "hit", "close", "finish", "recover", "reach", "cut", "halt", "stop"})


def tells_figure(verb: Token) -> bool:
    """As in "trade reached 86 billion", "shares closed at 12 euros"."""
    things = (*patients(verb), *objects_of(verb, frozenset({"at", "to", "by"})))
    return verb.lemma_.lower() in FIGURES and any(_is_figure(each) for each in things)


def _is_figure(noun: Token) -> bool:
    """As in "climbed 3 %", "hit a record", "dropped 40 points"."""
    return noun.pos_ == "NUM" or noun.lemma_.lower() in _MARKS or any(each.dep_ == "nummod" for each in noun.children)


_MARKS = words(
    "average bottom ceiling demand estimate expectation figure forecast growth high hint income level loss low mark market number "
    "output peak point price production profit rate record result revenue sale share stock target total year"
)


def _is_found(verb: Token) -> bool:
    """As in "Moe was found on Saturday behind her house", "a boy found the hull in 2019", but not "was found to be"."""
    if verb.lemma_.lower() != "find" or any(each.dep_ in {"ccomp", "xcomp", "oprd", "acomp"} for each in verb.children):
        return False
    things = patients(verb)
    if any(each.dep_ == "auxpass" for each in verb.children):
        return any(each.pos_ == "PROPN" or each.lemma_.lower() in _LOST for each in things)
    return bool(agents(verb)) and any(
        each.lemma_.lower() in _LOST or any(one.lower_ in {"a", "an"} for one in each.children) for each in things
    )


_LOST = words(
    "body boy car child couple girl gun hiker hull man plane person remains ship skeleton weapon woman wreck wreckage"
)


def _moves_off(verb: Token) -> bool:
    """As in "the jet slid off the runway", "the hillside dropped onto the road": no figure moves like that."""
    links = frozenset({"off", "onto", "into", "down"})
    return verb.lemma_.lower() in _MOVES and any(
        each.pos_ in {"NOUN", "PROPN"} for each in objects_of(verb, links) if each.lemma_.lower() not in _TROUBLE
    )


_MOVES = frozenset({"slide", "slip", "drop", "tumble", "plunge", "ease"})
_TROUBLE = words("bankruptcy chaos crisis deficit depression loss place recession red territory trouble")


def _is_stopped(verb: Token) -> bool:
    """As in "a lorry was stopped near Oslo": done to something, it is a deed."""
    return verb.lemma_.lower() == "stop" and any(each.dep_ == "auxpass" for each in verb.children)


def is_awaited(verb: Token) -> bool:
    """As in "are expected in Geneva on Saturday": who is expected somewhere is to be there."""
    if verb.lemma_.lower() != "expect" or verb.tag_ != "VBN":
        return False
    if not any(each.lower_ in {"is", "are"} for each in verb.children if each.dep_ == "auxpass"):
        return False
    goals = objects_of(verb, frozenset({"in", "at"}))
    return not any(each.dep_ in {"xcomp", "ccomp"} for each in verb.children) and any(
        each.pos_ == "PROPN" and not is_calendar(each) for each in goals
    )


def _surrenders(verb: Token) -> bool:
    """As in "turned himself in", "gave herself up"."""
    beside = {each.lower_ for each in verb.children if each.dep_ in {"prt", "advmod", "prep"}}
    own = any(each.dep_ == "dobj" and each.lower_ in _SELVES for each in verb.children)
    return own and verb.lemma_.lower() in {"turn", "give"} and bool(beside & {"in", "up"})


_SELVES = frozenset({"himself", "herself", "themselves"})


def _is_brought_out(verb: Token) -> bool:
    """As in "her first novel appeared in 1974"."""
    return verb.lemma_.lower() in {"appear", "come"} and any(
        each.dep_ == "nsubj" and each.lemma_.lower() in _WORKS for each in verb.children
    )


_WORKS = words(
    "album anthology biography book collection edition film memoir novel record report single study translation volume"
)


def _appears_before(verb: Token) -> bool:
    """As in "appeared in the magistrates' court on Monday"."""
    links = frozenset({"in", "at", "before"})
    return verb.lemma_.lower() == "appear" and any(each.lemma_.lower() in _JUDGING for each in objects_of(verb, links))


_JUDGING = words("committee court hearing inquest inquiry judge jury magistrate panel parliament tribunal")


_DEEDS = (
    _by_idiom,
    _comes_to,
    _starts_work,
    _takes_on,
    _is_found,
    _moves_off,
    _is_stopped,
    is_awaited,
    _appears_before,
    _is_brought_out,
    _surrenders,
)
"""What makes deeds of verbs that mostly tell of none."""
