"""Where a person belongs though no title is said: "who heads Y", "X of Y", "Y's X and Z", "signed for Y", "X scored for Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.bodies import generic_organization
from pipeline.annotate.index import Place
from pipeline.annotate.lexicon.organizations import PARTY_HEADS
from pipeline.annotate.reading import Token
from pipeline.annotate.subject import Subject
from pipeline.model.annotations import Role

_NOW = r"(?:now |also |currently |still )?"
_LEADS = re.compile(
    rf"(?:, \d{{1,3}})?, (?:who|which) {_NOW}(?:(?:has |had )?(?:heads|leads|chairs|runs|ran|directs|manages|coaches|captains|commands|oversees|edits|presides over|founded|owns|"
    rf"led|headed|chaired|run|directed|managed|coached|captained|represents|works (?:at|for|with)|worked (?:at|for)|"
    rf"(?:teaches|taught|lectures|lectured)(?: (?!at)[a-z]+){{0,3}} (?:at|in)|plays for|played for|sits on|serves on|sat on|served on|studies at|is with|is at) )"
)
_LEADS_REACH = 70
_ENDED = re.compile(
    r"(?<!has )\b(?:led|headed|chaired|ran|directed|managed|coached|captained|worked|taught|played|sat|served) "
)


def leads(subject: Subject) -> Iterator[Role]:
    """As in "Ida Moe, who heads the physics department at Oslo University": where she belongs, though no title is said."""
    match = _LEADS.match(subject.passage.text, subject.place.end)
    if match is None:
        yield from _heads(subject)
        return
    stop = re.search(
        r"[,.;]| (?:in|on|to|by|against|after|when|until|since) ",
        subject.passage.text[match.end() : match.end() + _LEADS_REACH],
    )
    end = match.end() + (stop.start() if stop else _LEADS_REACH)
    target = next(
        (each for each in subject.known.within(subject.passage, match.end(), end) if each.type == "organization"), None
    )
    entity = target.entity if target is not None else _generic(subject, match.end())
    last = target.end if target is not None else end
    named = (
        target is not None and re.fullmatch(r"(?:the )?", subject.passage.text[match.end() : target.start]) is not None
    )
    title = _as_title(subject, match.group().split()[-1], match.end(), last, body=named or target is None is not entity)
    if entity is not None or title is not None:
        role = role_at(subject, entity, subject.place.end + 2, last, by="rule:leads", former=_has_ended(match.group()))
        yield msgspec.structs.replace(role, title=title)


_OFFICE_OF = {"heads": "head", "chairs": "chair", "commands": "commander"}
_OFFICE_OF_BODY = {
    "captains": "captain", "chaired": "chair", "coached": "coach", "coaches": "coach", "directs": "director", "edits": "editor",
    "founded": "founder", "headed": "head", "leads": "leader", "manages": "manager", "managed": "manager", "owns": "owner",
}  # fmt: skip


def _as_title(subject: Subject, verb: str, start: int, end: int, *, body: bool) -> str | None:
    """The office that a verb says: who "heads the inquiry" is "head of the inquiry"; None for a verb of no office."""
    office = _OFFICE_OF.get(verb) or (_OFFICE_OF_BODY.get(verb) if body else None)
    what = subject.passage.original(start, end).strip()
    return f"{office} of {what}" if office and what and what not in {"it", "them", "one"} else None


_PLURAL = re.compile(r"(?:Both|The (?:two|pair|couple)) (?:work|worked|play|played|ride|rode) (?:for|at) ")
_TWO = 2


def both(subject: Subject) -> Iterator[Role]:
    """As in "Ida Moe and Jon Dahl were freed. Both work for the Nordic Relief": two persons in the sentence before."""
    passage, at = subject.passage, subject.first.sent.end_char
    match = _PLURAL.match(passage.text, at + 1)
    if match is None:
        return
    within = subject.known.within(passage, subject.first.sent.start_char, at)
    persons = {each.entity for each in within if each.type == "person"}
    stop = re.search(r"[.,;:]", passage.text[match.end() : match.end() + _LEADS_REACH])
    end = match.end() + (stop.start() if stop else _LEADS_REACH)
    target = next(
        (each for each in subject.known.within(passage, match.end(), end) if each.type == "organization"), None
    )
    if len(persons) == _TWO and target is not None:
        yield role_at(subject, target.entity, match.start(), target.end, by="rule:both", former="ed " in match.group())


def _has_ended(words: str) -> bool:
    return _ENDED.search(words) is not None and "has " not in words


_HEADS = re.compile(
    rf"(?:, (?:an?|the|its|his|her) [^,.;:()\"]{{3,60}},|, \d{{1,3}},|, who)? {_NOW}(?:(?:has |have )(?:led|headed|chaired|run|coached|managed|worked (?:at|for)|played for|been (?:with|at))|(?P<past>worked (?:at|for)|taught at|retired from|resigned from|was (?:sacked|fired|dismissed|laid off) (?:by|from))|(?:co-)?founded|leads|heads|chairs|runs|coaches|"
    r"captains|works (?:at|for)|(?:teaches|lectures)(?: (?!at)[a-z]+){0,3} (?:at|in)|plays for) (?:the )?"
)


def _heads(subject: Subject) -> Iterator[Role]:
    """As in "Ida Moe heads the Nordic Bank" and "Moe has led the bank since 2019"."""
    match = _HEADS.match(subject.passage.text, subject.place.end)
    if match is None:
        return
    target = subject.known.at(subject.passage, match.end(), match.end() + 1)
    named = target is not None and target.type == "organization" and target.start == match.end()
    entity = target.entity if named and target is not None else _generic(subject, match.end() - len("the "))
    if entity is not None:
        start = match.end() - len("the ") if match.group().endswith("the ") else match.end()
        common = _COMMON.match(subject.passage.text, start)
        end = common.end() if common is not None and not named else target.end if target is not None else match.end()
        verb = re.search(r"[a-z]+(?=(?: the)? $)", match.group())
        title = _as_title(subject, verb[0] if verb else "", start, end, body=True)
        former = match["past"] is not None
        yield msgspec.structs.replace(
            role_at(subject, entity, match.start() + 1, end, by="rule:heads", former=former), title=title
        )


_COMMON = re.compile(r"the ([a-z]+)(?=[,.;]| (?:since|for|from|until|in|through|as|and)\b)")


def _generic(subject: Subject, at: int) -> str | None:
    """The organization that "the bank" behind a verb means."""
    match = _COMMON.match(subject.passage.text, at)
    return generic_organization(subject.passage, at, match[1], subject.known) if match else None


def role_at(subject: Subject, organization: str | None, start: int, end: int, *, by: str, former: bool = False) -> Role:
    """The role that says no title: where a person belongs, with the words between two offsets as its evidence."""
    return Role(
        person=subject.place.entity,
        span=subject.passage.span(start, end),
        by=by,
        organization=organization,
        relation="worksFor" if by in {"rule:leads", "rule:heads", "rule:both"} else "affiliation",
        former=former,
        probability=0.75,
    )


_BELONGS = re.compile(
    r"(?:(?:, who|, an? (?:[a-z-]+ ){1,4}who)? (?:has |had )?(?:(?:re)?joined|(?:co-?)?founded)|(?:, \d{1,3})?,(?: (?:now|formerly|previously|currently|also|then))? (?:at|of|from|with)"
    r"| (?:of|from|at|with)) (?:the )?"
)


def belongs(subject: Subject) -> Iterator[Role]:
    """As in "Priya Lund of Carnegie" and "Eva Berg, now at the University of Oslo": an organization without a title."""
    match = _BELONGS.match(subject.passage.text, subject.place.end)
    kind = _OF_KIND.match(subject.passage.text, match.end()) if match else None
    begin = kind.end() if kind else match.end() if match else 0
    target = subject.known.at(subject.passage, begin, begin + 1) if match else None
    if match is None or target is None or target.type != "organization" or target.start != begin:
        return
    behind = re.match(r" ([a-z]+)", subject.passage.text[target.end :])
    if behind is not None and behind[1] in _PARTS:
        return  # "of the Social Welfare constituency"
    if match.group().startswith((" at", " with")) and not re.match(
        r"[,.;)]|$| (?:said|says)", subject.passage.text[target.end :]
    ):
        return  # "met Ida Moe at the United Nations on Monday"
    yield Role(
        person=subject.place.entity,
        span=subject.passage.span(match.start(), target.end),
        by="rule:belongs",
        organization=target.entity,
        former=re.search(r"formerly|previously|then", match.group()) is not None,
        probability=0.75,
    )


_OF_KIND = re.compile(
    r"(?:[A-Z][\w.]*(?:[ -][A-Z][\w.]*)?-based )?(?:(?:[a-z-]+ ){0,2}(?:broker|brokers|brokerage|consultancy|consultants|think-?tank|charity|bank|firm|company|group|"
    r"agency|union|fund|club|hospital|newspaper|weekly|daily|magazine|website|start-up|school|theatre|label|studio|party|movement|network|auditors|lobby) )?(?=[A-Z])"
)
"""As in "Ida Moe of Oslo-based Nordic Research" and "of brokers Dahl & Moe"."""
_PARTS = frozenset(["constituency", "district", "ward", "region", "area", "neighbourhood", "neighborhood"])


_LED_BY = re.compile(
    r"(?:,| \([A-Z]+\),?)? (?:(?:which )?(?:is|was) )?(?:now |currently |jointly )?"
    r"(?P<verb>led|headed|chaired|run|directed|managed|coached|founded|co-founded) "
    r"(?:(?:in|on) [A-Z\d][\w ]{1,30} )?by [^,.;:()\"]{0,60}$"
)


def led_by(subject: Subject) -> Iterator[Role]:
    """As in "The Green Alliance, led by former minister Ida Moe": where the person belongs."""
    match = _LED_BY.search(subject.passage.text, 0, subject.place.start)
    if match is None:
        return
    owner = subject.known.at(subject.passage, match.start() - 1, match.start())
    between = subject.known.within(subject.passage, match.end("verb"), subject.place.start)
    others = [each for each in between if each.type == "person" and not _is_beside(subject, each)]
    if owner is None or owner.type != "organization" or others:
        return
    yield Role(
        person=subject.place.entity,
        span=subject.passage.span(owner.start, subject.place.end),
        by="rule:led-by",
        title=_LED.get(match["verb"]),
        organization=owner.entity,
        relation="worksFor",
        probability=0.8,
    )


def _is_beside(subject: Subject, other: Place) -> bool:
    """As in "run by sisters Mary and Jane Dahl"."""
    return subject.passage.text[other.end : subject.place.start] == " and "


_LED = {"headed": "head", "chaired": "chair", "founded": "founder", "co-founded": "co-founder", "coached": "coach"}


_OF_WHICH = re.compile(r"(?: \([A-Za-z&-]{2,10}\))?, (?:a [^,;.]{3,60}, )?(?:which|that) (?:[A-Z][a-z]+\.? )?$")
_VERB_OF_WHICH = re.compile(
    r" (?P<aux>has |had )?(?:now |also |long |since )?(?P<verb>chaired|led|headed|run|runs|ran|leads|chairs|heads|founded|co-founded|directed|directs|managed|manages|owns|coached|"
    r"coaches|edited|edits|joined|set up|started)\b"
)


def of_which(subject: Subject) -> Iterator[Role]:
    """As in "the Nordic Alliance (NA), which Moe has chaired since 2014"."""
    text, place = subject.passage.text, subject.place
    before, behind = (
        _OF_WHICH.search(text, max(0, place.start - 90), place.start),
        _VERB_OF_WHICH.match(text, place.end),
    )
    owner = subject.known.at(subject.passage, before.start() - 1, before.start()) if before and behind else None
    if owner is None or behind is None or owner.type != "organization":
        return
    former = behind["aux"] is None and behind["verb"] in {
        "chaired",
        "led",
        "headed",
        "ran",
        "directed",
        "managed",
        "coached",
        "edited",
    }
    role = role_at(subject, owner.entity, owner.start, behind.end(), by="rule:of-which", former=former)
    yield msgspec.structs.replace(role, title=_LED.get(behind["verb"]), relation="worksFor")


_OF_ITS_LEADER = re.compile(
    r" of (?:(?:Mr|Mrs|Ms|Dr|Sir|[A-Z][a-z]+ [Mm]inister|[Pp]resident|former [a-z]+ [a-z]+)\.? )?$"
)


def leader_of(subject: Subject) -> Iterator[Role]:
    """As in "The Renewal Front of Ida Moe won 34 seats": a party that the text knows by its leader."""
    text, place = subject.passage.text, subject.place
    before = (
        _OF_ITS_LEADER.search(text, max(0, place.start - 40), place.start) if subject.first != subject.last else None
    )
    owner = subject.known.at(subject.passage, before.start() - 1, before.start()) if before else None
    if owner is None or owner.type != "organization" or owner.end > place.start:
        return
    if subject.known.entities[owner.entity].name.split()[-1].lower() in PARTY_HEADS:
        yield role_at(subject, owner.entity, owner.start, place.end, by="rule:leader-of")


_WHOSE = re.compile(r"(?:, \d{1,3})?, whose (?:[a-z-]+ ){0,2}")


def whose(subject: Subject) -> Iterator[Role]:
    """As in "Ida Moe, whose Harwell Watch group monitors elections"."""
    match = _WHOSE.match(subject.passage.text, subject.place.end)
    target = subject.known.at(subject.passage, match.end(), match.end() + 1) if match else None
    if match is None or target is None or target.type != "organization" or target.start != match.end():
        return
    if not subject.passage.text.startswith(("'", " and ", ","), target.end):
        yield role_at(subject, target.entity, match.start() + 2, target.end, by="rule:whose")


def joined_body(subject: Subject, verb: Token) -> Iterator[Role]:
    """As in "Ida Moe studied in Oslo and in 1963 joined the Nordic Bank"."""
    for each in verb.children:
        place = subject.known.of_token(subject.passage, each) if each.dep_ == "dobj" else None
        if place is not None and place.type == "organization":
            yield Role(
                person=subject.place.entity,
                span=subject.passage.span(verb.idx, place.end),
                by="rule:joined-body",
                organization=place.entity,
                probability=0.75,
            )


def beside(subject: Subject) -> Iterator[Role]:
    """As in "Jon Dahl (Labour Party)", "Acme's Eva Berg" and "Acme's Eva Berg and Jon Dahl"."""
    passage, known, place = subject.passage, subject.known, subject.place
    behind = known.at(passage, place.end + 2, place.end + 3) if passage.text.startswith(" (", place.end) else None
    closed = behind is not None and behind.start == place.end + 2 and passage.text.startswith(")", behind.end)
    for each in (behind if closed else None, _owner(subject, place.start)):
        if each is not None and each.type == "organization":
            yield Role(
                person=place.entity,
                span=passage.span(min(each.start, place.start), max(each.end, place.end)),
                by="rule:beside",
                organization=each.entity,
                probability=0.75,
            )


_SHARED = re.compile(r"(?:,| and|, and) $")
_SAID_OF_IT = re.compile(r",? (?:of|from|an?|the) | \(")
_MOST_IN_A_ROW = 8
"""Persons of one owner in a row; a longer list is a list of names."""


def _owner(subject: Subject, at: int) -> Place | None:
    """Whose the person at the offset is: "Acme's Eva Berg and Jon Dahl" are both Acme's, if nothing else is said of the second."""
    passage, text = subject.passage, subject.passage.text
    alone = _SAID_OF_IT.match(text, subject.place.end) is not None
    for _ in range(_MOST_IN_A_ROW):
        if text.endswith(("'s ", "s' "), 0, at):
            end = at - (3 if text.endswith("'s ", 0, at) else 2)
            return subject.known.at(passage, end - 1, end)
        shared = _SHARED.search(text, max(0, at - 6), at)
        if shared is None or alone:
            return None
        other = subject.known.at(passage, shared.start() - 1, shared.start())
        if other is None or other.type != "person" or other.end != shared.start() or other.form == "pronoun":
            return None
        at = other.start
    return None
