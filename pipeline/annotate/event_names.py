"""Names for events, as a person would give them: "Ana Ruiz's visit to Peru", "Release of Jon Dahl and Ida Moe"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.annotate.clauses import is_calendar, is_verb, patients, phrase_bounds
from pipeline.annotate.event_headlines import headline
from pipeline.annotate.happenings import Happening
from pipeline.annotate.lexicon.triggers import AFFECTED, PUBLIC, VEHICLES
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token

LONGEST_PHRASE = 7
"""Words that a phrase may have inside a name."""
MOST_NAMES = 3


def event_name(event: Happening, who: People) -> str:
    """The event's name: its noun with whom it is of, by or between, and where."""
    if not is_verb(event.token):
        name = _noun_name(event, who)
    else:
        told = event.trigger.type == "other"
        if event.token.lemma_.lower() == "announce" and not patients(event.token):
            return f"Announcement by {_names(event.agents, who)}" if event.agents else "Announcement"
        name = _headline(event, who) if told else _verb_name(event, who)
        name = name if " " in name else _headline(event, who) or _with_names(name, event, who)
    return name if name[1:2].isupper() else name[:1].upper() + name[1:]


def _with_names(name: str, event: Happening, who: People) -> str:
    names = _names(event.people, who)
    return f"{name} with {names}" if names and name else name


def _headline(event: Happening, who: People) -> str:
    told = headline(event, who)
    return _with_place(told, event, who) if told else ""


def _verb_name(event: Happening, who: People) -> str:
    special = _SPECIAL.get(event.trigger.type)
    if special is not None:
        return special(event, who)
    noun = event.trigger.noun
    if event.trigger.patient == "both":
        together = _names(event.people, who)
        other = _object_phrase(event) if len(event.people) == 1 else ""
        together = f"{together} and {other}" if other and together and other != together else together
        return _with_place(f"{noun} of {together}" if together else noun, event, who)
    if event.trigger.patient == "object":
        return _done_name(event, who)
    doers = _names(event.agents, who)
    if event.trigger.type == "crash" and (vehicle := _vehicle(event)):
        return _with_place(f"{vehicle} crash", event, who)
    if event.trigger.type in AFFECTED | {"crash", "sinking", "collapse", "explosion", "launch"}:
        return _with_place(f"{noun} of {doers}" if doers else _subject_name(event, noun), event, who)
    whose = f"{_possessive(doers)} {noun}" if doers else _subject_name(event, noun)
    return _with_place(whose, event, who, link=_departure_link(event))


def _vehicle(event: Happening) -> str:
    verb = event.token
    own = [each for each in verb.children if each.dep_ == "nsubj"]
    near = own if any(each.lemma_.lower() in VEHICLES for each in own) else verb.doc[verb.sent.start : verb.i]
    return next((each.lemma_.lower() for each in near if each.lemma_.lower() in VEHICLES), "")


def _visit_name(event: Happening, who: People) -> str:
    doers = _names(event.agents, who)
    return _with_place(f"{_possessive(doers)} visit" if doers else "visit", event, who, link="to")


def _departure_link(event: Happening) -> str:
    return "from" if event.trigger.noun in {"departure", "evacuation"} else "in"


def _any_match_name(event: Happening, who: People) -> str:
    return _match_name(event, who) or _half_match(event, who)


def _win_name(event: Happening, who: People) -> str:
    """As in "Moe's Harwell Prize win"; what is no prize by name is told as a headline: "Harwell Group wins order"."""
    if not any(each.pos_ == "PROPN" for each in patients(event.token)):
        return _headline(event, who)
    doers, prize = _names(event.agents, who), re.sub(r"^the ", "", _object_phrase(event))
    return " ".join(each for each in (_possessive(doers) if doers else "", prize, "win") if each)


def _vote_name(event: Happening, who: People) -> str:
    """As in "Council votes to keep line": who votes is told as it stands, nearest to the verb."""
    name = _headline(event, who) if event.token.lemma_.lower() == "vote" else ""
    return name or _done_name(event, who)


_SPECIAL: dict[str, Callable[[Happening, People], str]] = {
    "visit": _visit_name,
    "match": _any_match_name,
    "win": _win_name,
    "vote": _vote_name,
    "speech": _headline,
}
_LINKED = (" on", " to", " over", " against", " for")


def _done_name(event: Happening, who: People) -> str:
    """As in "Arrest of X", "Attack on Y", "Signing of a treaty": by what it is done to, else by whom."""
    noun, whom = event.trigger.noun, _names(event.patients, who) or _object_phrase(event)
    if whom:
        return f"{noun} {whom}" if noun.endswith(_LINKED) else f"{noun} of {whom}"
    doers = _names(event.agents, who)
    return _with_place(f"{noun.split()[0]} by {doers}" if doers else noun.split()[0], event, who)


def _subject_name(event: Happening, noun: str) -> str:
    subject = next((each for each in event.token.children if each.dep_ in {"nsubj", "nsubjpass"}), None)
    phrase = _short_phrase(event.passage, subject) if subject is not None and subject.pos_ in {"NOUN", "PROPN"} else ""
    return f"{noun} of {phrase}" if phrase else noun


_SCORE = re.compile(r"(?<![(\d-])\b(\d{1,3}[-–]\d{1,3})\b(?![-)])")


def _match_name(event: Happening, who: People) -> str:
    sides = event.people
    if len(sides) < 2:
        return ""
    teams = any(who.known.entities[each].type != "person" for each in sides)
    if teams and any(who.known.entities[each].type == "person" for each in sides):
        return ""  # the scorer is no side
    found = _score(event) if teams else ""
    one, two = (who.known.entities[each].name for each in (sides[1::-1] if _is_lost(event.token) else sides[:2]))
    return f"{one} {found} {two}" if found else f"{one} v {two}"


def _score(event: Happening) -> str:
    """The score that a sentence tells, the one behind the verb before others."""
    sentence = event.token.sent
    at = event.token.idx - sentence.start_char
    found = _SCORE.search(sentence.text, at) or _SCORE.search(sentence.text)
    return found[1] if found else ""


def _is_lost(token: Token) -> bool:
    """As in "lost 2-0 to Harwell", "fell 4-1 to Milton": the score begins with the other side's."""
    return is_verb(token) and token.lemma_.lower() in {"lose", "fall"}


def _half_match(event: Happening, who: People) -> str:
    """A match of which the text names one side or none: "4-0 defeat of Harwell"."""
    score = _score(event)
    sides = _names(event.patients or event.agents, who)
    noun = "defeat" if event.patients or event.token.tag_ == "VBN" else "match"
    return " ".join(each for each in (score, noun, f"of {sides}" if sides else "") if each)


def _noun_name(event: Happening, who: People) -> str:
    own = who.known.of_token(event.passage, event.token)
    if event.token.lower_ == "polls":
        return _with_place("election", event, who)
    core = who.known.entities[own.entity].name if own is not None else _core(event.passage, event.token)
    if event.trigger.type == "match" and len(event.people) > 1:
        return _match_name(event, who)
    link = "to" if event.trigger.type == "visit" or _is_bound_for(event, who) else "in"
    return _with_place(_noun_with_people(core, event, who), event, who, link=link)


def _is_bound_for(event: Happening, who: People) -> bool:
    """As in "a flight to Oslo", where a test flight may be at its airport."""
    first = who.known.entities[event.places[0]].name if event.places else ""
    return event.trigger.type == "flight" and f"to {first}" in event.passage.text


def _noun_with_people(core: str, event: Happening, who: People) -> str:
    """The noun with the phrase that follows it, or with those it is of, by or between."""
    links = {"of", "on", "over", "about"} | ({"between"} if event.trigger.type == "clash" else set())
    of = _phrase_behind(event, frozenset(links))
    travellers = tuple(each for each in event.others if who.known.entities[each].type == "person")
    doers = _names(event.agents or (travellers if event.trigger.type == "visit" else ()), who)
    if event.trigger.type in {"meeting", "ceasefire"} and len(event.agents + event.others) > 1:
        name = f"{core} between {_names(tuple(dict.fromkeys(event.agents + event.others)), who)}"
    elif of and event.trigger.type != "visit":
        name = f"{core} {of}"
    elif event.patients:
        name = f"{core} of {_names(event.patients, who)}"
    elif not doers or event.trigger.type in AFFECTED | PUBLIC:
        name = core
    else:
        name = f"{core} by {doers}" if event.trigger.type == "concert" else f"{_possessive(doers)} {core}"
    return name


def _core(passage: Passage, noun: Token) -> str:
    """The noun with the words that make it a kind: "charity concert", "four-day state visit"."""
    left = [
        each
        for each in noun.lefts
        if (
            each.dep_ in {"compound", "amod", "nmod", "npadvmod"}
            and not any(_is_of_calendar(one) for one in each.subtree)
        )
        or (
            each.dep_ == "poss"
            and each.tag_ == "NNS"
            and all(one == each or one.pos_ in {"DET", "PART"} for one in each.subtree)
        )  # "teachers' strike"
    ]
    start = min([each.left_edge.idx for each in left] or [noun.idx])
    text = passage.original(start, noun.idx + len(noun))
    whole = next((each for each in noun.children if each.dep_ == "poss" and noun.lemma_ == "edition"), None)
    if whole is not None:  # "the festival's 40th edition"
        ordinal = re.search(r"\b\d+(?:st|nd|rd|th)\b", passage.original(whole.idx, noun.idx))
        return f"{ordinal[0]} {whole.text}" if ordinal else whole.text
    return re.sub(r"^(?:the|an?|his|her|its|their|this|that) ", "", text, flags=re.IGNORECASE)


def _is_of_calendar(token: Token) -> bool:
    """A day, month or year, but not the number of "second round"."""
    return token.dep_ != "nummod" and is_calendar(token)


def _phrase_behind(event: Happening, words: frozenset[str]) -> str:
    """As in "on ships and sailing": the first such phrase behind the noun, with its preposition."""
    for prep in event.token.rights:
        if prep.dep_ == "prep" and prep.lower_ in words:
            head = next((each for each in prep.children if each.dep_ == "pobj"), None)
            if head is None or is_calendar(head):
                continue
            end = max([phrase_bounds(head)[1], *(phrase_bounds(each)[1] for each in head.conjuncts)])
            text = event.passage.original(prep.idx, end)
            if "magnitude" in text:
                continue
            if len(text.split()) <= LONGEST_PHRASE + 1:
                return text.replace('"', "").replace("“", "").replace("”", "")
    return ""


def _object_phrase(event: Happening) -> str:
    head = next(iter(patients(event.token)), None)
    return _short_phrase(event.passage, head) if head is not None else ""


def _short_phrase(passage: Passage, head: Token) -> str:
    if head.pos_ not in {"NOUN", "PROPN"}:
        return ""
    text = re.sub(
        r"^(?:an?|his|her|its|their|some) ",
        "",
        passage.original(*phrase_bounds(head)).split(", ")[0],
        flags=re.IGNORECASE,
    )
    first = passage.doc[head.left_edge.i]
    if first.is_sent_start and first.pos_ != "PROPN" and text[:1].isupper() and not text[:2].isupper():
        text = f"{text[0].lower()}{text[1:]}"  # a capital that only the sentence's beginning gave it
    return text if len(text.split()) <= LONGEST_PHRASE and '"' not in text else ""


def _with_place(name: str, event: Happening, who: People, *, link: str = "in") -> str:
    places = [who.known.entities[each].name for each in event.places]
    if not places or any(each.lower() in name.lower() for each in places):
        return name
    facility = who.known.entities[event.places[0]].type in {"facility", "organization"}
    the = "the " if facility and f"the {places[0]}" in event.passage.block.text else ""
    beside = re.search(
        rf"\b(off|near|outside) (?:the )?(?:(?:coast|island|town|village|city|port) of )?(?:the )?{re.escape(places[0])}",
        event.passage.block.text,
    )
    word = beside[1] if beside and link == "in" else "at" if facility and link == "in" else link
    return f"{name} {word} {the}{places[0]}"


def _names(entities: tuple[str, ...], who: People) -> str:
    names = [who.known.entities[each].name for each in entities]
    if len(names) > MOST_NAMES:
        return f"{names[0]} and others"
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
