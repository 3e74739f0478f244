"""Dated clauses: what somebody named does on a day that the clause states is a happening, whatever its verb."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.annotate.clauses import agents, is_bare_past, is_verb, patients
from pipeline.annotate.event_clock import NOT_THEN, Clock, is_day
from pipeline.annotate.event_deeds import is_action, is_awaited
from pipeline.annotate.event_nouns import GATHERING, nouns_under
from pipeline.annotate.event_times import described_days, is_cause, planned_under, sharing_date
from pipeline.annotate.lexicon.countries import COUNTRY_CODES
from pipeline.annotate.lexicon.happening_verbs import NO_HAPPENING, PLANNED
from pipeline.annotate.lexicon.triggers import PLANNING, Trigger
from pipeline.annotate.people import People
from pipeline.annotate.reading import Passage, Token
from pipeline.annotate.reference import meant
from pipeline.model.annotations import TimeExpression

CLAUSE = "clause"
"""The rule's name for happenings that only their date makes one."""
_DAY, _MONTH = len("2024-06-12"), len("2024-06")
_ACTORS = frozenset({"person", "organization", "group"})
_NAMED = _ACTORS | {"place", "facility", "product", "work", "named-event", "other"}


def dated_clauses(clock: Clock, triggers: dict[Token, Trigger], who: People) -> dict[Token, Trigger]:
    """The verbs that no table knows, under which a date stands that belongs to no other happening."""
    found: dict[Token, Trigger] = {}
    for time in clock.times:
        verb = _verb_of(clock, time, triggers)
        if verb is not None and verb not in triggers and _happens(clock.passage, verb, time, who):
            found[verb] = Trigger("other", verb.lemma_.lower())
    for verb in clock.counted:
        deed = is_action(verb) or (verb.dep_ == "pcomp" and verb.lemma_.lower() not in NO_HAPPENING)
        bare = verb not in triggers and is_verb(verb) and not nouns_under(verb, triggers)
        if bare and deed and _acts(clock.passage, verb, who):
            found[verb] = Trigger("other", verb.lemma_.lower())
    for verb in described_days(clock, [each for each in clock.passage.doc if is_verb(each) and each not in triggers]):
        if is_action(verb) and _acts(clock.passage, verb, who) and not nouns_under(verb, triggers):
            found[verb] = Trigger("other", verb.lemma_.lower())
    days = [each for each in clock.times if is_day(each)]
    for verb in {above for time in days if (above := _dated_verb(clock, time)) in found | triggers}:
        found |= {each: Trigger("other", each.lemma_.lower()) for each in _joined(clock.passage, verb, triggers)}
    return found


def _dated_verb(clock: Clock, time: TimeExpression) -> Token | None:
    """The nearest verb above a date."""
    return next((each for each in clock.path(time) if is_verb(each)), None)


def _joined(passage: Passage, verb: Token, triggers: dict[Token, Trigger]) -> Iterator[Token]:
    """As in "flew in on Monday and laid a wreath": deeds joined to a dated one, by the same subject."""
    for each in sharing_date(verb):
        if each not in triggers and is_action(each) and not passage.is_quoted(each.idx):
            yield each


def lead_clause(passage: Passage, triggers: dict[Token, Trigger], who: People) -> tuple[Token, Trigger] | None:
    """What the first sentence says that somebody named has done: news tells its main happening there, dated or not."""
    if not len(passage.doc):
        return None
    root = _told_behind(_reported(passage.first_sentence.root), triggers)
    verb = next((each for each in root.children if each.dep_ == "xcomp" and each in triggers), root)
    if passage.is_quoted(verb.idx) or not (_is_past(root) or _is_future(root) or _is_to(verb)):
        return None
    own = (*agents(verb), *patients(verb))
    gathering = verb.lemma_.lower() in GATHERING
    nouns = [each for each in nouns_under(verb, triggers) if gathering or each in own or triggers[each].type == "visit"]
    if nouns and verb not in triggers:
        return nouns[0], triggers[nouns[0]]._replace(lead=True)
    if (verb not in triggers and not is_action(verb)) or not _acts(passage, verb, who):
        return None
    return verb, triggers.get(verb, Trigger("other", verb.lemma_.lower()))._replace(lead=True)


def _told_behind(root: Token, triggers: dict[Token, Trigger]) -> Token:
    """As in "shares rose after the agency licensed a vaccine": news that opens with an effect tells its cause in a clause."""
    if root in triggers or is_action(root) or nouns_under(root, triggers):
        return root
    return next((each for each in root.children if is_cause(each)), root)


def _reported(root: Token) -> Token:
    """The verb of what somebody is said to have done: "police said two men were ..."."""
    if root.lemma_.lower() in {"say", "tell", "confirm", "report", "reveal", "announce", "state"}:
        return next((each for each in root.children if each.dep_ == "ccomp" and is_verb(each)), root)
    return root


def _verb_of(clock: Clock, time: TimeExpression, triggers: dict[Token, Trigger]) -> Token | None:
    """The nearest verb above a date; none where the date hangs on something else that happens, or on a mere noun."""
    passage = clock.passage
    token = clock.token(time)
    before = passage.text[: time.span.start - passage.block.start]
    if token is None or only_tells_which(clock, time, token) or NOT_THEN.search(before) or passage.is_quoted(token.idx):
        return None
    by_day = len(time.value or "") >= _DAY and time.end is None
    for above in clock.path(time):
        if above in triggers:
            return None
        if is_verb(above):
            return None if _is_told_elsewhere(above, triggers) else above
        if above.pos_ in {"NOUN", "PROPN", "PRON"} and not (by_day or _opens(clock, time, token)):
            return None
    return None


def only_tells_which(clock: Clock, time: TimeExpression, token: Token) -> bool:
    """As in "today's world", "a Sunday brunch": a day that only tells which."""
    inside = token.dep_ in {"compound", "nmod"}
    misread = token.head.pos_ == "PROPN" and _opens(clock, time, token)  # "Today Harwell opened ..."
    return token.dep_ == "poss" or (inside and not misread)


def _opens(clock: Clock, time: TimeExpression, token: Token) -> bool:
    """Whether a date opens its sentence, so that it is that of the clause wherever the parse hangs it."""
    return bool(time.span.start - clock.passage.block.start <= token.sent.start_char + len("In "))


def _is_told_elsewhere(verb: Token, triggers: dict[Token, Trigger]) -> bool:
    """Whether a verb's date is that of another happening: of its noun, of the noun it describes, of what it plans."""
    if nouns_under(verb, triggers) or planned_under(verb, triggers):
        return True
    clause = verb.head if verb.dep_ == "xcomp" else verb  # "a concert that the choir was to give on Friday"
    return clause.dep_ in {"acl", "relcl"} and clause.head in triggers


def _happens(passage: Passage, verb: Token, time: TimeExpression, who: People) -> bool:
    """Whether the verb is an action in a tense that fits the date, with somebody or something named."""
    if passage.is_quoted(verb.idx) or not is_action(verb) or not fits_tense(verb, time, who):
        return False
    by_month = len(time.value or "") >= _MONTH
    return _acts(passage, verb, who, exact=(by_month or _is_future(verb)) and verb.tag_ != "VBG")


def fits_tense(verb: Token, time: TimeExpression, who: People) -> bool:
    """Whether a verb in its tense can be of a date: not "today produces", "ranks fifth in 2025", "were to open last year"."""
    return _is_past(verb) or (_is_planned(verb) and not _is_over(verb, time, who))


def _is_over(verb: Token, time: TimeExpression, who: People) -> bool:
    """Whether a day lies before the day of publication, so that nobody plans anything for it, or is the present at large."""
    published = who.reading.article.date_published
    if time.value is None or published is None:
        return False
    now = time.value.day == published.day and "day" in time.text.lower() and not _is_future(verb)
    length = min(len(time.value), _DAY)
    return time.value[:length] < published[:length] or now


def _is_past(verb: Token) -> bool:
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    if verb.tag_ == "VBD" or is_bare_past(verb):
        return True
    if verb.tag_ == "VBN":
        return bool(helpers & {"was", "were", "had", "has", "have", "been", "'ve", "'s"}) or verb.dep_ in {
            "acl",
            "conj",
            "advcl",
        }
    return False


def _is_future(verb: Token) -> bool:
    helpers = {each.lower_ for each in verb.children if each.dep_ in {"aux", "auxpass"}}
    return bool(helpers & {"will", "'ll", "shall", "would"}) or _is_to(verb)


def _is_to(verb: Token) -> bool:
    """As in "is to open", "is expected to load", "agreed to pay"."""
    head = verb.head
    if (
        not (verb.tag_ == "VB" or (verb.tag_ == "VBN" and any(each.lower_ == "be" for each in verb.children)))
        or not any(each.lower_ == "to" for each in verb.children)
        or verb.dep_ not in {"xcomp", "ccomp"}
    ):
        return False
    return head.lemma_.lower() in PLANNING | PLANNED


def _is_planned(verb: Token) -> bool:
    return verb.tag_ in {"VBZ", "VBP", "VBG"} or _is_future(verb) or is_awaited(verb)


def _acts(passage: Passage, verb: Token, who: People, *, exact: bool = True) -> bool:
    """Whether somebody acts: in a mere year one who is named, on a stated day or in a month whatever noun it is."""
    doers, done_to = agents(verb), patients(verb)
    if any(each.lower_ in {"i", "we", "you"} for each in (*doers, *done_to)) or not (doers or done_to):
        return False
    doers = [each for each in doers if each.lower_ != "it" or _is_clear(passage, each, who)]
    done_to = [each for each in done_to if each.lower_ != "it"]
    named = {who.known.entities[one].type for each in (*doers, *done_to) for one in meant(passage, each, who)}
    if named & (_NAMED if exact else _ACTORS) or any(_is_country(passage, each, who) for each in doers):
        return True
    return exact and any(each.pos_ in {"NOUN", "PROPN", "NUM"} for each in (*doers, *done_to))


def _is_country(passage: Passage, noun: Token, who: People) -> bool:
    place = who.known.of_token(passage, noun)
    return place is not None and who.known.entities[place.entity].name in COUNTRY_CODES


def _is_clear(passage: Passage, it: Token, who: People) -> bool:
    """Whether "it" follows a clause whose subject is the organization that "it" is taken for."""
    verb = it.head
    before = verb.head if verb.dep_ in {"ccomp", "conj", "advcl"} and verb.head != verb else None
    if before is None and it.sent.start > 0:
        before = passage.doc[it.sent.start - 1].sent.root
    named = [entity for each in (agents(before) if before is not None else ()) for entity in meant(passage, each, who)]
    return bool(set(named) & set(meant(passage, it, who)))
