"""Things that are planned, held, moved or called off: they are happenings whatever their noun ("a memorial lecture", "a fashion show")."""

from __future__ import annotations

from pipeline.annotate.clauses import is_verb, patients, subjects
from pipeline.annotate.index import Index
from pipeline.annotate.lexicon.calendar import MONTHS, WEEKDAYS
from pipeline.annotate.lexicon.triggers import CANCELLING, MOVING, NO_EVENTS, NOUNS, POSTPONING, Trigger
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.titles import is_job


def is_fate(verb: Token) -> bool:
    """Whether a verb says what becomes of a plan: cancelled, put off, moved to another day, called off."""
    lemma = verb.lemma_.lower()
    particles = {each.lower_ for each in verb.children if each.dep_ in {"prt", "advmod"}}
    if particles & {"almost", "nearly", "but", "virtually"}:
        return False  # "had all but called off the search"
    if lemma in CANCELLING | POSTPONING or (lemma == "call" and "off" in particles) or lemma == "adjourn":
        return True
    if is_off(verb) or will_not_be(verb) or (lemma in DROPPING and any(is_planned(each) for each in own_nouns(verb))):
        return True
    dated = any(
        child.lower_ in {"to", "until", "from"} and any(is_day(each) for each in child.subtree)
        for child in verb.children
    )
    moved = {"forward"} if lemma == "bring" else {"back", "off", "forward"}  # "bring back" is no delay
    return lemma in MOVING and (bool(particles & moved) or dated)


DROPPING = frozenset({"drop", "pull", "stop", "halt", "withdraw", "replace"})
"""Verbs that call off what is planned; other things are dropped, too."""


def is_off(verb: Token) -> bool:
    """As in "Friday's dinner is off", "a planned visit fell through", "the cup stands cancelled"."""
    if verb.lemma_.lower() in {"stand", "remain"} and any(each.lower_ in _CALLED_OFF for each in verb.children):
        return True
    particle = {"be": "off", "fall": "through"}.get(verb.lemma_.lower())
    return particle is not None and any(
        each.lower_ == particle and not any(one.dep_ in {"pobj", "pcomp"} for one in each.children)
        for each in verb.children
    )


_CALLED_OFF = frozenset({"cancelled", "canceled", "abandoned", "scrapped"})


def will_not_be(verb: Token) -> bool:
    """As in "the parade won't go ahead", "will no longer take place", "is not going ahead"."""
    if not (_goes_ahead(verb) or is_holding(verb)):
        return False
    children = list(verb.children)
    denied = any(each.dep_ == "neg" for each in children) or any(
        each.lower_ == "longer" and any(one.lower_ == "no" for one in each.children) for each in children
    )
    ahead = any(
        each.lower_ in {"will", "wo", "'ll", "is", "are"} for each in children if each.dep_ in {"aux", "auxpass"}
    )
    elsewhere = any(
        each.dep_ in {"prep", "npadvmod"} and each.i > verb.i and each.lower_ in _WHERE for each in children
    )
    return denied and ahead and not elsewhere


_WHERE = frozenset({"in", "at", "on", "before", "until", "here", "there", "inside"})
"""Words that tell what the denial is of: "will not be held in Oslo" may well be held."""


def _goes_ahead(verb: Token) -> bool:
    return verb.lemma_.lower() in {"go", "proceed"} and (
        verb.lemma_.lower() == "proceed" or any(each.lower_ in {"ahead", "forward"} for each in verb.children)
    )


def is_planned(noun: Token) -> bool:
    """As in "a reading set for Friday", "the vigil, which was to have been held tonight"."""
    if noun.head.lemma_.lower() in _SETTING and noun.head.dep_ == "csubjpass":
        return True
    for each in noun.children:
        if each.dep_ == "amod" and each.lower_ in {"due", "planned", "scheduled"}:
            return True
        if each.dep_ in {"acl", "relcl"} and (
            each.lemma_.lower() in _SETTING or any(one.tag_ == "TO" for one in each.subtree) or is_holding(each)
        ):
            return True
    return False


def is_day(token: Token) -> bool:
    """Whether a token names a month or a day of the week."""
    return (
        token.lower_.rstrip(".") in MONTHS
        or token.lower_ in WEEKDAYS
        or token.lower_ in {"tomorrow", "week", "weekend", "month", "year", "spring", "summer", "autumn", "winter"}
    )


def is_holding(verb: Token) -> bool:
    """As in "will be held", "takes place", "is set for": a verb of which every subject is a happening."""
    lemma = verb.lemma_.lower()
    passive = any(each.dep_ == "auxpass" for each in verb.children)
    if lemma == "take":
        return any(each.dep_ == "dobj" and each.lower_ == "place" for each in verb.children)
    if lemma in _BY_ITSELF:
        return not any(each.dep_ in {"dobj", "xcomp", "ccomp", "prt", "acomp"} for each in verb.children)
    if lemma in {"hold", "stage"} and not passive:  # "will hold a prayer for the dead"
        things = [each for each in verb.children if each.dep_ == "dobj"]
        return any(each.lower_ in {"a", "an", "its", "their"} for thing in things for each in thing.children)
    return (lemma in {"hold", "stage"} and passive) or _has_day(verb) or (passive and _is_rite(verb))


def _is_rite(verb: Token) -> bool:
    """As in "a mass will be said on Sunday"."""
    if verb.lemma_.lower() not in {"say", "celebrate", "sing"}:
        return False
    return any(each.lemma_.lower() in _RITES for each in verb.children if each.dep_ == "nsubjpass")


_RITES = frozenset({"mass", "requiem", "vespers", "evensong", "liturgy", "service", "prayer"})


def _has_day(verb: Token) -> bool:
    """As in "which runs from 3 to 9 July", "a reading set for next Friday"."""
    if verb.lemma_.lower() == "run":
        return any(each.lower_ == "from" and any(is_day(one) for one in each.subtree) for each in verb.children)
    if verb.lemma_.lower() not in _SETTING or verb.tag_ not in {"VBN", "VBD"}:
        return False
    thing = [each for each in verb.children if each.dep_ == "dobj"]
    lost = not thing and any(
        each.dep_ == "nsubj" and each.tag_ == "NN" and not is_job(each.lemma_.lower()) for each in verb.children
    )  # "A mass planned there for Saturday has been moved", where the parse sees a past
    planned = verb.dep_ == "acl" or lost or any(one.lower_ in {"a", "an"} for each in thing for one in each.children)
    return planned and any(_on_day(each, frozenset({"for", "on"})) for each in (verb, *thing))


_SETTING = frozenset({"set", "plan", "schedule", "slate", "book", "pencil", "bill", "earmark"})
"""Verbs that give a day to what they describe."""


def _on_day(verb: Token, links: frozenset[str]) -> bool:
    return any(
        each.lower_ in links
        and any(one.dep_ == "pobj" and any(is_day(part) for part in (one, *one.lefts)) for one in each.children)
        for each in verb.children
    )


_BY_ITSELF = frozenset({"happen", "occur", "begin", "start", "commence", "resume", "return", "unfold"})
"""Verbs whose subject is a happening where they have no object: "the campaign begins on Monday"."""
WORKS = frozenset(
    {"construction", "work", "production", "sale", "delivery", "service", "training", "trading", "filming", "voting"}
)
"""Work that goes on for long, of which only the beginning is a happening."""


def own_nouns(verb: Token) -> list[Token]:
    """The nouns that such a verb is about: its subject, or its object where somebody cancels something."""
    heads = [*subjects(verb), *(each for each in patients(verb) if each not in subjects(verb))]
    if verb.lemma_.lower() in CANCELLING | POSTPONING | MOVING and _is_active(verb):
        things = [each for each in patients(verb) if each.dep_ == "dobj" and each.lemma_.lower() not in _DAYS_OF_IT]
        heads = things or heads  # "a strike has put off the trial": the strike goes on
    clauses = [each for each in verb.children if each.dep_ in {"csubj", "csubjpass"} and each.tag_ in {"VBN", "VBD"}]
    if clauses:  # "A forum billed for Oslo has been shelved", where the parse takes "billed" for a clause's verb
        heads = [*(each for each in heads if each not in clauses), *(one for each in clauses for one in subjects(each))]
    return [core(each) for each in heads]


def core(noun: Token) -> Token:
    """As in "a second day of strikes", "the first round of talks": the happening, not the part of it."""
    if noun.lemma_.lower() not in _PARTS:
        return noun
    return next(
        (one for each in noun.children if each.lower_ == "of" for one in each.children if one.dep_ == "pobj"), noun
    )


_DAYS_OF_IT = frozenset({"date", "day", "start", "opening", "time", "venue", "place"})
"""What a festival may move of itself: "the fair has moved its date"."""


_PARTS = frozenset(
    {"day", "round", "series", "wave", "night", "week", "leg", "part", "number", "spate", "string", "set"}
)


def planned_things(passage: Passage, known: Index) -> dict[Token, Trigger]:
    """The nouns of the passage that are happenings because of what is done with them."""
    found: dict[Token, Trigger] = {}
    for verb in passage.doc:
        if not is_verb(verb) or not (is_fate(verb) or is_holding(verb)):
            continue
        nouns = _planned_by(verb)
        for noun in nouns:
            lemma = noun.lemma_.lower()
            plain = (
                noun.tag_ in {"NN", "NNS"} or (noun.pos_ == "PROPN" and verb.lemma_.lower() not in _BY_ITSELF)
            ) or (noun.tag_ == "JJ" and (lemma == "fair" or any(each.dep_ == "det" for each in noun.children)))
            whole = lemma.isalpha() and not passage.text.startswith("-", noun.idx + len(noun))
            kept = (
                lemma not in NO_EVENTS or (verb.lemma_.lower() in _BY_ITSELF and lemma in WORKS) or _is_tour_date(noun)
            )
            if (
                plain
                and whole
                and not is_day(noun)
                and _may_be_held(passage, noun, known)
                and kept
                and not is_job(lemma)
            ):
                found[noun] = Trigger("other", lemma)
    return found


def _planned_by(verb: Token) -> list[Token]:
    """What is held, moved or called off: the object of somebody who does so, else the subject."""
    if not _is_active(verb) or verb.lemma_.lower() == "take":
        return own_nouns(verb)
    if any(each.lemma_.lower() in NOUNS for each in subjects(verb)):
        return []  # "the inquiry held its first session": one happening
    return [core(each) for each in patients(verb)]


def _is_tour_date(noun: Token) -> bool:
    """As in "a Boston date, set for Saturday": a show on a tour."""
    return noun.lemma_.lower() in {"date", "leg"} and any(
        each.dep_ == "compound" and each.pos_ == "PROPN" for each in noun.children
    )


def _may_be_held(passage: Passage, noun: Token, known: Index) -> bool:
    """Whether a noun is no name of a person, place or organization: "the Blessing of the Fleet" may be held."""
    place = known.of_token(passage, noun)
    if place is None:
        return True
    held = place.type in {"named-event", "other"} or noun.lower_ in _CONTESTS
    return held and place.end == noun.idx + len(noun)


_CONTESTS = frozenset({"open", "masters", "cup", "classic", "festival", "games", "fair", "marathon", "championships"})
"""Last words of names that are taken for organizations' but are held: "the Harwell Open"."""


def _is_active(verb: Token) -> bool:
    return not any(each.dep_ in {"auxpass", "nsubjpass"} for each in verb.children) and any(
        each.dep_ == "dobj" for each in verb.children
    )
