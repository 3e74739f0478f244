"""Words that tell of a happening: verbs and nouns with the happening's type, its schema.org class and its noun."""

from __future__ import annotations

from typing import Literal, NamedTuple

Patient = Literal["object", "subject", "both"]


class Trigger(NamedTuple):
    """``noun`` names the happening ("arrest"); ``patient`` says whose it is: that of the verb's object or its subject."""

    type: str
    noun: str
    patient: Patient = "subject"
    schema: str = "Event"


def _verbs(type_: str, noun: str, patient: Patient, schema: str, lemmas: str) -> dict[str, Trigger]:
    return {lemma: Trigger(type_, noun, patient, schema) for lemma in lemmas.split()}


VERBS: dict[str, Trigger] = {
    **_verbs("visit", "visit", "subject", "Event", "visit arrive travel tour"),
    **_verbs("departure", "departure", "subject", "Event", "depart"),
    **_verbs("meeting", "meeting", "both", "Event", "meet"),
    **_verbs("release", "release", "object", "Event", "release free"),
    **_verbs("arrest", "arrest", "object", "Event", "arrest detain apprehend seize capture"),
    **_verbs("verdict", "conviction", "object", "Event", "convict"),
    **_verbs("verdict", "acquittal", "object", "Event", "acquit"),
    **_verbs("sentence", "sentencing", "object", "Event", "sentence jail imprison"),
    **_verbs("charge", "indictment", "object", "Event", "indict"),
    **_verbs("lawsuit", "lawsuit against", "object", "Event", "sue"),
    **_verbs("attack", "attack on", "object", "Event", "attack bomb shell raid storm ambush"),
    **_verbs("death", "killing", "object", "Event", "kill assassinate murder shoot stab"),
    **_verbs("death", "death", "subject", "Event", "die drown"),
    **_verbs("birth", "birth", "subject", "Event", "bear"),
    **_verbs("election", "election", "object", "Event", "elect re-elect reelect"),
    **_verbs("appointment", "appointment", "object", "Event", "appoint nominate hire"),
    **_verbs("resignation", "resignation", "subject", "Event", "resign"),
    **_verbs("dismissal", "dismissal", "object", "Event", "dismiss sack fire oust"),
    **_verbs("retirement", "retirement", "subject", "Event", "retire"),
    **_verbs("founding", "founding", "object", "BusinessEvent", "found establish"),
    **_verbs("closure", "closure", "object", "BusinessEvent", "close shut"),
    **_verbs("opening", "opening", "object", "Event", "inaugurate unveil"),
    **_verbs("launch", "launch", "object", "Event", "launch"),
    **_verbs("acquisition", "acquisition", "object", "BusinessEvent", "acquire buy purchase"),
    **_verbs("agreement", "signing", "object", "Event", "sign ratify"),
    **_verbs("vote", "approval", "object", "Event", "approve pass adopt"),
    **_verbs("vote", "rejection", "object", "Event", "reject veto"),
    **_verbs("match", "victory over", "object", "SportsEvent", "beat defeat thrash"),
    **_verbs("award", "award to", "object", "Event", "award"),
    **_verbs("performance", "performance", "subject", "Event", "perform"),
    **_verbs("crash", "crash", "subject", "Event", "crash collide derail"),
    **_verbs("explosion", "explosion", "subject", "Event", "explode"),
    **_verbs("collapse", "collapse", "subject", "Event", "collapse"),
    **_verbs("testimony", "testimony", "subject", "Event", "testify"),
    **_verbs("flood", "flooding", "object", "Event", "flood"),
    **_verbs("wedding", "wedding", "both", "Event", "marry wed"),
}
"""Verbs that tell of a happening on their own."""


def _nouns(type_: str, schema: str, lemmas: str) -> dict[str, Trigger]:
    return {lemma: Trigger(type_, lemma, "subject", schema) for lemma in lemmas.split()}


NOUNS: dict[str, Trigger] = {
    **_nouns("visit", "Event", "visit trip tour"),
    **_nouns("meeting", "Event", "meeting talk summit negotiation hearing inquest briefing"),
    **_nouns("conference", "BusinessEvent", "conference convention symposium congress workshop seminar"),
    **_nouns("concert", "MusicEvent", "concert recital gig"),
    **_nouns("performance", "TheaterEvent", "premiere première performance"),
    **_nouns("screening", "ScreeningEvent", "screening"),
    **_nouns("festival", "Festival", "festival carnival"),
    **_nouns("exhibition", "ExhibitionEvent", "exhibition expo"),
    **_nouns("match", "SportsEvent", "match final semi-final semifinal derby tournament championship game draw"),
    **_nouns("trial", "Event", "trial sentencing verdict"),
    **_nouns("election", "Event", "election referendum runoff by-election"),
    **_nouns("protest", "Event", "protest demonstration rally march strike walkout"),
    **_nouns("attack", "Event", "attack bombing shooting raid airstrike ambush"),
    **_nouns(
        "disaster", "Event", "earthquake eruption flood wildfire avalanche landslide tsunami explosion crash collision"
    ),
    **_nouns("ceremony", "Event", "ceremony funeral inauguration wedding vigil memorial"),
    **_nouns("release", "Event", "release"),
    **_nouns("resignation", "Event", "resignation"),
    **_nouns("death", "Event", "death"),
    **_nouns("launch", "Event", "launch"),
}
"""Nouns that name a happening, in the singular."""

HYPOTHETICAL = frozenset(["would", "could", "might", "may"])
PLANNED = frozenset(["will", "shall", "schedule", "plan", "expect", "due", "set", "slate", "intend"])
CANCELLING = frozenset(["cancel", "scrap", "abandon"])
POSTPONING = frozenset(["postpone", "delay", "reschedule", "move", "defer"])
