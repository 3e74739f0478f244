"""Verbs that tell of a happening only with a second word, a certain object or somebody who acts: "took over", "found a body"."""

from __future__ import annotations

from pipeline.annotate.clauses import agents, objects_of, patients
from pipeline.annotate.lexicon.titles import KIN, PEOPLE_NOUNS, WEAK_JOBS
from pipeline.annotate.lexicon.triggers import (
    PERFORMING_JOBS,
    PERFORMING_VERBS,
    VERBS,
    Trigger,
)
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.titles import is_job

_TOOK_OFFICE = Trigger("appointment", "appointment", "subject")
_PHRASAL: dict[tuple[str, str], Trigger] = {
    **{(verb, "for"): VERBS["visit"] for verb in ("leave", "depart", "head", "fly", "sail")},
    ("fly", "to"): VERBS["visit"],
    ("lift", "off"): Trigger("launch", "launch", "subject", "Event", True),
    ("blast", "off"): Trigger("launch", "launch", "subject", "Event", True),
    ("run", "aground"): Trigger("crash", "grounding", "subject", "Event", True),
    ("go", "aground"): Trigger("crash", "grounding", "subject", "Event", True),
    ("touch", "down"): Trigger("landing", "landing"),
    ("pass", "away"): VERBS["die"],
    ("go", "missing"): Trigger("disappearance", "disappearance"),
    ("stand", "aside"): VERBS["resign"],
    ("step", "aside"): VERBS["resign"],
    ("beat", "death"): VERBS["kill"],
    ("find", "guilty"): VERBS["convict"],
    ("find", "dead"): Trigger("death", "death", "object", "Event", True),
    ("take", "hostage"): VERBS["kidnap"],
    ("set", "free"): VERBS["release"],
    ("plead", "guilty"): Trigger("verdict", "guilty plea"),
    ("step", "down"): VERBS["resign"],
    ("stand", "down"): VERBS["resign"],
    ("set", "up"): VERBS["found"],
    ("take", "over"): _TOOK_OFFICE,
    ("take", "office"): _TOOK_OFFICE,
    ("break", "out"): Trigger("outbreak", "outbreak"),
    ("blow", "up"): VERBS["explode"],
    ("shut", "down"): VERBS["close"],
    ("shoot", "dead"): VERBS["kill"],
    ("swear", "in"): VERBS["inaugurate"],
    ("fly", "in"): VERBS["arrive"],
    ("see", "off"): VERBS["beat"],
    ("send", "jail"): VERBS["sentence"],
    ("send", "prison"): VERBS["sentence"],
    ("walk", "out"): Trigger("strike", "walkout"),
}
"""Verbs that tell of a happening only with a second word."""


def words_behind(token: Token) -> set[str]:
    """The words that hang on a verb and stand behind it, in small letters."""
    return {each.lower_ for each in token.children if each.i > token.i}


def by_object(token: Token, lemma: str) -> Trigger | None:
    """What a verb tells of only with a certain object or direction: a case that is heard, a boulder that is blown up."""
    following = words_behind(token)
    if lemma == "fall" and following & {"into", "off", "onto", "from"}:
        return Trigger("other", "fall")
    if lemma == "blow" and "up" in following and any(each.dep_ == "dobj" for each in token.children):
        return Trigger("explosion", "blowing-up", "object")
    done_to = {each.lemma_.lower() for each in patients(token)} if lemma in _BY_OBJECT else set()
    return _BY_OBJECT[lemma][1] if done_to & _BY_OBJECT.get(lemma, (frozenset(), None))[0] else None


_REJECTED = words(
    "bill proposal plan motion offer bid appeal amendment request deal contract agreement measure treaty petition application"
)
_DEALINGS = words("purchase acquisition deal sale merger takeover transaction book gap")
_RESULTS_OF_FIRMS = words(
    "profit loss earning earnings income result results revenue sales rise fall increase decrease drop"
)
_HEARD = words("case appeal petition application motion evidence argument complaint lawsuit claim")
_LAWS = words("act amendment bill budget law legislation measure motion ordinance reform resolution statute")
_FOUND = words("body corpse remains wreck wreckage skeleton debris bomb cache grave")
_BY_OBJECT: dict[str, tuple[frozenset[str], Trigger]] = {
    "reject": (_REJECTED, Trigger("vote", "rejection", "object")),
    "close": (_DEALINGS, Trigger("other", "close")),
    "report": (_RESULTS_OF_FIRMS, Trigger("other", "report")),
    "post": (_RESULTS_OF_FIRMS, Trigger("other", "post")),
    "pass": (_LAWS, Trigger("vote", "passage", "object")),
    "hear": (_HEARD, Trigger("hearing", "hearing", "object")),
    "concede": (words("defeat election race"), Trigger("other", "concede")),
    "find": (_FOUND, VERBS["discover"]),
}
"""Verbs that tell of a happening where they are done to one of these things, and which."""


def by_phrase(token: Token, lemma: str, passage: Passage, who: People) -> Trigger | None:
    """What a verb tells of together with a second word, or with a performer for its subject."""
    following = words_behind(token)
    if lemma in {"plead", "find"} and _is_not_guilty(token):
        return _DENIED if lemma == "plead" else VERBS["acquit"]
    if lemma in {"shoot", "stab", "beat", "hack"} and "death" in {
        each.lower_ for each in objects_of(token, frozenset({"to"}))
    }:
        return VERBS["kill"]
    if lemma == "send":
        following |= {each.lower_ for each in objects_of(token, frozenset({"to"}))}
    found = next((_PHRASAL[lemma, each] for each in sorted(following) if (lemma, each) in _PHRASAL), None)
    if found is _TOOK_OFFICE and "over" in following and patients(token):
        return VERBS["acquire"]
    if found is not None and _means_else(found, token, passage, who):
        return None
    if lemma == "stand" and any(each.dep_ == "auxpass" for each in token.children):
        return VERBS["suspend"]  # "have been stood down"
    return found or _of_some(token, lemma) or _by_sense(token, lemma, passage, who)


_DENIED = Trigger("hearing", "not guilty plea")


def _is_not_guilty(verb: Token) -> bool:
    """As in "pleaded not guilty", "was found not guilty of murder"."""
    guilty = (each for each in verb.subtree if each.lower_ == "guilty" and each.i > verb.i)
    return any(each.doc[each.i - 1].lower_ == "not" for each in guilty)


def _of_some(token: Token, lemma: str) -> Trigger | None:
    """What a verb tells of only with certain things: a bid thrown out, a vessel that goes down, a body that sits."""
    following = words_behind(token)
    if lemma == "throw" and "out" in following and {each.lemma_.lower() for each in patients(token)} & _REJECTED:
        return Trigger("vote", "rejection", "object")
    if lemma == "go" and "down" in following and _is_vessel(token):
        return Trigger("crash", "sinking", "subject", "Event", True)
    if lemma == "sit" and any(each.lemma_.lower() in _SITTING for each in agents(token)):
        return Trigger("meeting", "session") if not following & {"on", "with"} or "from" in following else None
    return None


def _is_vessel(verb: Token) -> bool:
    """As in "the MV Ada went down", "the ferry went down off Oslo"."""
    alone = not any(each.lower_ == "down" and any(each.children) for each in verb.children)  # not "went down the river"
    return alone and any(
        each.lemma_.lower() in _VESSELS or any(one.text in {"MV", "MS", "SS", "HMS", "USS", "MT"} for one in each.lefts)
        for each in agents(verb)
    )


_VESSELS = words("aircraft boat dinghy ferry freighter helicopter jet plane ship steamer tanker trawler vessel yacht")
_SITTING = words("assembly cabinet commission committee council court parliament senate tribunal")
"""Bodies that sit when they meet."""


def _by_sense(token: Token, lemma: str, passage: Passage, who: People) -> Trigger | None:
    """What a verb tells of only of some: to an audience, of a country that is left, of somebody who performs."""
    if lemma == "become" and any(each.dep_ == "attr" and is_job(each.lemma_.lower()) for each in token.children):
        return _TOOK_OFFICE
    if lemma == "hold" and _is_held(token, passage, who):
        return VERBS["arrest"]
    if lemma == "seize" and any(is_human(each, passage, who) for each in patients(token)):
        return VERBS["kidnap"]
    if lemma == "speak" and _audience(token):
        return Trigger("speech", "remarks")
    if lemma == "leave" and _leaves_country(token, passage, who):
        return Trigger("departure", "departure", "subject")
    return VERBS["perform"] if lemma in PERFORMING_VERBS and _performs(token, passage, who) else None


def _is_held(verb: Token, passage: Passage, who: People) -> bool:
    """As in "a man was held at the station on Saturday": by the police, not "held hostage", nor by a gang."""
    beside = {each.lower_ for each in verb.children}
    passive = "was" in beside or "were" in beside
    kept = beside & {"hostage", "captive", "prisoner", "had", "has", "have"} or any(
        each.dep_ == "agent" for each in verb.children
    )
    return passive and not kept and any(is_human(each, passage, who) for each in patients(verb))


def _audience(verb: Token) -> bool:
    """As in "spoke to reporters at City Hall", "will speak to students": words to those who came to hear them."""
    return any(each.lemma_.lower() in _HEARERS for each in objects_of(verb, frozenset({"to", "before"})))


_HEARERS = words(
    """
    assembly audience committee conference congregation congress council crowd delegate demonstrator journalist lawmaker
    legislator media meeting member mourner parliament press protester reporter senate shareholder student supporter
    """
)


def _means_else(found: Trigger, token: Token, passage: Passage, who: People) -> bool:
    """As in "walked out of the meeting", "heading home for his ninth goal", "oil leaves for Rome"."""
    if found.noun == "walkout":
        return any(each.lower_ == "of" for each in token.subtree)
    if found.type != "visit":
        return False
    headed = who.sport and token.lemma_.lower() in {"head", "sail"}
    return headed or not any(is_human(each, passage, who) for each in agents(token))


def _performs(token: Token, passage: Passage, who: People) -> bool:
    """Whether the one who plays, brings or appears is a performer by trade."""
    performers = {each.person for each in who.roles if set((each.title or "").lower().split()) & PERFORMING_JOBS}
    subjects_ = [who.known.of_token(passage, each) for each in agents(token)]
    named = any(each is not None and each.entity in performers for each in subjects_)
    if not named and not who.sport and token.lemma_.lower() in {"play", "perform", "headline"}:
        stop = token.sent.end_char
        venue = any(each.type == "facility" for each in who.known.within(passage, token.idx, stop))
        named = venue and any(
            each is not None and each.type in {"person", "organization", "other"} for each in subjects_
        )
    return named or any(each.lower_ in PERFORMING_JOBS for each in agents(token))


def is_human(noun: Token, passage: Passage, who: People) -> bool:
    """Whether a noun can mean a person: a pronoun, a job, a kind of people, a number of them, a name of two words."""
    place = who.known.of_token(passage, noun)
    if place is not None:
        return place.type == "person"
    beside = (who.known.of_token(passage, each) for each in noun.children if each.dep_ == "appos")
    if any(each is not None and each.type == "person" for each in beside):
        return True  # "the party's number two, Moe,"
    word = noun.lower_
    if word in _HUMAN_PRONOUNS or word in KIN or word in PEOPLE_NOUNS or word in WEAK_JOBS:
        return True
    return (
        is_job(noun.lemma_.lower())
        or noun.lemma_.lower() in WEAK_JOBS
        or noun.lemma_.lower() in _GROUPS
        or noun.pos_ == "NUM"
    )


_HUMAN_PRONOUNS = words("he her herself him himself she them they who whom")
_GROUPS = words(
    """
    baby couple crew delegation envoy family group hostage hunter migrant miner one pair people person prisoner
    team trio troop
    """
)


def _leaves_country(verb: Token, passage: Passage, who: People) -> bool:
    """As in "Moe left Norway in June"."""
    places = [who.known.of_token(passage, each) for each in patients(verb)]
    return any(each is not None and each.type == "place" for each in places) and any(
        is_human(each, passage, who) for each in agents(verb)
    )
