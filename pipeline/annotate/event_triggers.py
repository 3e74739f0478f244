"""The words of a passage that tell of a happening: verbs, nouns and the names of events."""

from __future__ import annotations

from pipeline.annotate.clauses import patients
from pipeline.annotate.lexicon.triggers import NOUNS, STRICT_OBJECT, VERBS, Trigger
from pipeline.annotate.quote_marks import quoted_parts
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.speakers import People


def find_triggers(passage: Passage, who: People) -> dict[Token, Trigger]:
    """Each word outside quotation marks that tells of a happening, with what it tells."""
    quoted = quoted_parts(passage.block.text)
    found: dict[Token, Trigger] = {}
    for token in passage.doc:
        if any(each.start <= token.idx < each.end for each in quoted):
            continue
        trigger = _named_event(passage, token, who) or (None if who.known.of_token(passage, token) else _trigger(token))
        if trigger is not None:
            found[token] = trigger
    return found


def _trigger(token: Token) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB":
        return _verb_trigger(token, lemma)
    if token.pos_ == "NOUN" and token.dep_ not in {"compound", "nmod", "amod"} and not _is_measure(token):
        return NOUNS.get(token.lower_) or NOUNS.get(lemma)
    return None


_TOOK_OFFICE = Trigger("appointment", "appointment", "subject")
_PHRASAL: dict[tuple[str, str], Trigger] = {
    **{(verb, "for"): VERBS["visit"] for verb in ("leave", "depart", "head", "fly", "sail")},
    ("fly", "to"): VERBS["visit"],
    ("find", "guilty"): VERBS["convict"],
    ("plead", "guilty"): Trigger("verdict", "guilty plea"),
    ("step", "down"): VERBS["resign"],
    ("stand", "down"): VERBS["resign"],
    ("set", "up"): VERBS["found"],
    ("take", "over"): _TOOK_OFFICE,
    ("take", "office"): _TOOK_OFFICE,
    ("break", "out"): Trigger("outbreak", "outbreak"),
    ("blow", "up"): VERBS["explode"],
    ("shut", "down"): VERBS["close"],
    ("swear", "in"): VERBS["inaugurate"],
}
"""Verbs that tell of a happening only with a second word."""
_NO_MEETING = frozenset(
    [
        "demand",
        "target",
        "need",
        "deadline",
        "goal",
        "corner",
        "cross",
        "requirement",
        "standard",
        "end",
        "expectation",
        "criterion",
    ]
)


def _verb_trigger(token: Token, lemma: str) -> Trigger | None:
    following = {each.lower_ for each in token.children if each.i > token.i}
    phrasal = next((_PHRASAL[lemma, each] for each in sorted(following) if (lemma, each) in _PHRASAL), None)
    if phrasal is _TOOK_OFFICE and "over" in following and patients(token):
        return VERBS["acquire"]
    if phrasal is not None or lemma not in VERBS:
        return phrasal
    objects = {each.lemma_.lower() for each in token.children if each.dep_ == "dobj"}
    gerund = token.tag_ == "VBG" and (lemma in STRICT_OBJECT or (lemma == "travel" and "with" in following))
    return None if gerund or (lemma == "meet" and objects & _NO_MEETING) else VERBS[lemma]


def _is_measure(token: Token) -> bool:
    """As in "two deaths", "a 94th-minute winner": a number of things, not one happening."""
    return any(each.dep_ == "nummod" for each in token.children) and token.tag_ == "NNS"


def _named_event(passage: Passage, token: Token, who: People) -> Trigger | None:
    """A name that is an event's ("Typhoon Sori", "FA Cup") counts by its last word."""
    place = who.known.of_token(passage, token)
    if place is None or place.type != "named-event" or token.idx + len(token) != place.end:
        return None
    return NOUNS.get(token.lower_)
