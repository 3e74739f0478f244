"""What a verb says that a person is: "X is now chief of Y", "Y named X chief", "X, who heads Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token
from pipeline.annotate.titles import Subject, noun_phrase, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact


_COPULA = re.compile(
    r"(?:, who|, which|,)? (?:is|was|became|has been|had been|remains|will become|will be|becomes) "
    r"(?:(?:now|also|currently|already|then|still|once|previously|formerly|earlier|later) )?"
    r"(?P<chosen>(?:re-?)?(?:appointed|named|elected|made|chosen|sworn in) (?:as )?)?"
)


def copula(subject: Subject) -> Iterator[Statement]:
    """As in "Berg is now a vice president of Acme Credit Union"."""
    match = _COPULA.match(subject.passage.text, subject.place.end)
    first = subject.token_at(match.end()) if match else None
    if match is None or first is None:
        return
    phrase = noun_phrase(subject, first, by="rule:copula")
    if phrase is None or any(
        each.pos_ in {"VERB", "AUX"} and each.tag_ != "VBN" for each in first.doc[first.i : phrase.head.i]
    ):
        return
    past = re.search(r"\b(?:was|had been) |previously|formerly", match.group()) is not None and not (
        match["chosen"] or "now" in match.group()
    )
    for each in statements(subject, phrase):
        yield msgspec.structs.replace(each, former=True) if past and isinstance(each, Role) else each


_AS = re.compile(r"[^.;?!\"]{0,160}?\bas (?=(?:an?|the|its|[A-Z][\w-]+(?: [A-Z][\w-]+)*'s) |[a-z-]+ )")
_HOLDS_OFFICE = words(
    """
    take start begin join     act appoint arrive continue elect hire install leave name quit resign resigned retire return serve step swear
    travel visit work
    """
)


def as_title(subject: Subject) -> Iterator[Statement]:
    """As in "Ruiz left for Peru as the king's special envoy": the subject of a verb of going or holding an office."""
    verb = subject.last.head
    while verb.pos_ == "PROPN" and verb.head != verb:
        verb = verb.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _HOLDS_OFFICE or verb.idx < subject.place.end:
        return
    match = _AS.match(subject.passage.text, verb.idx)
    first = subject.token_at(match.end()) if match else None
    phrase = noun_phrase(subject, first, by="rule:as-title") if first is not None else None
    if phrase is not None:
        ended = verb.lemma_.lower() in {"resign", "retire", "step", "quit"}
        for each in statements(subject, phrase):
            yield msgspec.structs.replace(each, former=True) if ended and isinstance(each, Role) else each


_APPOINTING = frozenset(
    [
        "name",
        "appoint",
        "elect",
        "nominate",
        "make",
        "promote",
        "hire",
        "pick",
        "choose",
        "select",
        "install",
        "confirm",
        "reappoint",
    ]
)
_OFFICE = re.compile(r" (?:as |to be |to the post of |to become )?")


def appointed(subject: Subject) -> Iterator[Statement]:
    """As in "The board of Acme named Eva Berg chief executive"."""
    first = subject.first
    verb = next(
        (each for each in reversed(first.doc[max(0, first.i - 4) : first.i]) if each.lemma_.lower() in _APPOINTING),
        None,
    )
    match = _OFFICE.match(subject.passage.text, subject.place.end)
    begin = subject.token_at(match.end()) if verb is not None and match else None
    if verb is None or begin is None or any(each.text in {",", "."} for each in first.doc[verb.i : first.i]):
        return
    phrase = noun_phrase(subject, begin, by="rule:appointed")
    if phrase is None:
        return
    for each in statements(subject, phrase):
        if not isinstance(each, Role) or each.organization is not None:
            yield each
            continue
        within = subject.known.within(subject.passage, verb.sent.start_char, verb.idx)
        owner = next((one.entity for one in reversed(within) if one.type == "organization"), None)
        yield msgspec.structs.replace(each, organization=owner)


_LEADS = re.compile(
    r"(?:, \d{1,3})?, (?:who|which) (?:now |also |currently )?(?:heads|leads|chairs|runs|directs|manages|coaches|captains|founded|owns|works (?:at|for)|"
    r"teaches at|plays for) "
)
_LEADS_REACH = 70


def leads(subject: Subject) -> Iterator[Role]:
    """As in "Ida Moe, who heads the physics department at Oslo University": where she belongs, though no title is said."""
    match = _LEADS.match(subject.passage.text, subject.place.end)
    if match is None:
        return
    stop = re.search(r"[,.;]", subject.passage.text[match.end() : match.end() + _LEADS_REACH])
    end = match.end() + (stop.start() if stop else _LEADS_REACH)
    target = next(
        (each for each in subject.known.within(subject.passage, match.end(), end) if each.type == "organization"), None
    )
    if target is not None:
        yield Role(
            person=subject.place.entity,
            span=subject.passage.span(subject.place.end + 2, target.end),
            by="rule:leads",
            organization=target.entity,
            relation="worksFor",
            probability=0.75,
        )


_BELONGS = re.compile(
    r"(?:(?:, who)? (?:has |had )?(?:(?:re)?joined|(?:co-?)?founded)|,(?: (?:now|formerly|previously|currently|also))? (?:at|of|from|with)| of) (?:the )?"
)


def belongs(subject: Subject) -> Iterator[Role]:
    """As in "Priya Lund of Carnegie" and "Eva Berg, now at the University of Oslo": an organization without a title."""
    match = _BELONGS.match(subject.passage.text, subject.place.end)
    target = subject.known.at(subject.passage, match.end(), match.end() + 1) if match else None
    if match is not None and target is not None and target.type == "organization" and target.start == match.end():
        yield Role(
            person=subject.place.entity,
            span=subject.passage.span(match.start(), target.end),
            by="rule:belongs",
            organization=target.entity,
            former="formerly" in match.group() or "previously" in match.group(),
            probability=0.75,
        )


_LED_BY = re.compile(
    r"(?:,| \([A-Z]+\),?)? (?:(?:which )?(?:is|was) )?(?:now |currently |jointly )?"
    r"(?P<verb>led|headed|chaired|run|directed|managed|coached|founded|co-founded) "
    r"by [^,.;:()\"]{0,60}$"
)


def led_by(subject: Subject) -> Iterator[Role]:
    """As in "The Green Alliance, led by former minister Ida Moe": where the person belongs."""
    match = _LED_BY.search(subject.passage.text, 0, subject.place.start)
    if match is None:
        return
    owner = subject.known.at(subject.passage, match.start() - 1, match.start())
    between = subject.known.within(subject.passage, match.end("verb"), subject.place.start)
    if owner is None or owner.type != "organization" or any(each.type == "person" for each in between):
        return
    yield Role(
        person=subject.place.entity,
        span=subject.passage.span(owner.start, subject.place.end),
        by="rule:led-by",
        organization=owner.entity,
        relation="worksFor",
        probability=0.8,
    )


_SUCCEEDED = re.compile(r"\b(?P<verb>succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)) (?:[A-Z][a-z]+\.? )?$")
_SUCCEEDS = re.compile(r"(?:, who)? (?:has |had )?(?:succeeded|succeeds|replaced|replaces) (?:[A-Z][a-z]+\.? )?")


def succeeded(subject: Subject) -> Iterator[Statement]:
    """As in "Ida Moe succeeded Otto Lind as director": what the predecessor was, and what the successor is."""
    text, end = subject.passage.text, subject.place.end
    before, behind = _SUCCEEDED.search(text, 0, subject.place.start), _SUCCEEDS.match(text, end)
    if behind is not None:
        other = subject.known.at(subject.passage, behind.end(), behind.end() + 1)
        end = other.end if other is not None and other.type == "person" else len(text)
    elif before is None:
        return
    first = subject.token_at(end + 4) if text.startswith(" as ", end) else None
    phrase = noun_phrase(subject, first, by="rule:succeeded") if first is not None else None
    if phrase is not None:
        former = behind is None and before is not None and before["verb"].endswith("ed")
        for each in statements(subject, phrase):
            if not isinstance(each, Role):
                yield each
                continue
            body = each.organization or (_where(subject) if behind is not None else None)
            yield msgspec.structs.replace(each, former=former, organization=body)


def _where(subject: Subject) -> str | None:
    """As in "joined the Nordic Bank in Oslo, where she ...": the organization last named in front of "where"."""
    at = subject.place.start
    within = subject.known.within(subject.passage, subject.first.sent.start_char, at)
    bodies = [each.entity for each in within if each.type == "organization"]
    return bodies[-1] if bodies and subject.passage.text[:at].endswith(", where ") else None


def became(subject: Subject) -> Iterator[Statement]:
    """As in "Ida Moe joined Acme in 2004 and became its finance director in 2010"."""
    verb = subject.last.head
    for other in verb.conjuncts if subject.last.dep_ in {"nsubj", "nsubjpass"} else ():
        lemma = other.lemma_.lower()
        if lemma == "become" and other.idx > verb.idx and other.i + 1 < len(other.doc):
            phrase = noun_phrase(subject, other.nbor(1), by="rule:became")
            yield from statements(subject, phrase) if phrase is not None else ()
        if lemma in {"join", "rejoin"}:
            yield from _joined_body(subject, other)


def _joined_body(subject: Subject, verb: Token) -> Iterator[Role]:
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
    """As in "Jon Dahl (Labour Party)" and "Acme's Eva Berg": an organization right beside the name."""
    passage, known, place = subject.passage, subject.known, subject.place
    behind = known.at(passage, place.end + 2, place.end + 3) if passage.text.startswith(" (", place.end) else None
    before = (
        known.at(passage, place.start - 4, place.start - 3) if passage.text[: place.start].endswith("'s ") else None
    )
    closed = behind is not None and behind.start == place.end + 2 and passage.text.startswith(")", behind.end)
    for each in (behind if closed else None, before):
        if each is not None and each.type == "organization":
            yield Role(
                person=place.entity,
                span=passage.span(min(each.start, place.start), max(each.end, place.end)),
                by="rule:beside",
                organization=each.entity,
                probability=0.75,
            )
