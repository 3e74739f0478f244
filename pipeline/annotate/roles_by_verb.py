"""What a verb says that a person is: "X is now chief of Y", "Y named X chief", "X, who heads Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.clauses import governor, subjects
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Token
from pipeline.annotate.roles_at import joined_body
from pipeline.annotate.subject import Subject
from pipeline.annotate.titles import noun_phrase, statements
from pipeline.model.annotations import PersonFact, Role

type Statement = Role | PersonFact


_COPULA = re.compile(
    r"(?:(?:, (?:\d{1,3}|no relation|[a-z][^,.;:]{2,30}))?, who|, which|,)? (?:is|was|became|has been|had been|remains|will become|will be|becomes) "
    r"(?:(?:now|also|currently|already|then|still|once|previously|formerly|earlier|later) )?"
    r"(?P<chosen>(?:re-?)?(?:appointed|named|elected|made|chosen|sworn in) (?:as )?)?"
)


def copula(subject: Subject) -> Iterator[Statement]:
    """As in "Berg is now a vice president of Acme Credit Union"."""
    match = _COPULA.match(subject.passage.text, subject.place.end)
    first = subject.token_at(match.end()) if match else None
    if match is None or first is None:
        return
    verb = first.nbor(-1) if first.i else None
    if verb is not None and not _is_stated(verb):
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


_DOUBTED = frozenset(["allege", "claim", "deny", "dream", "hope", "imagine", "pretend", "suppose", "wish"])


_COMMAND = re.compile(
    r"(?:Please )?(?:State|Say|Write|Claim|Assume|Imagine|Suppose|Pretend|Output|Print|Add|Answer|Reply) that "
)


def _is_stated(near: Token) -> bool:
    """Whether the clause is stated: not under "if", nor a claim, nor what a command asks for ("State that X is ...")."""
    if _COMMAND.match(near.sent.text):
        return False
    verb = governor(near)
    if any(each.dep_ == "mark" and each.lower_ in {"if", "whether", "unless"} for each in verb.children):
        return False
    above = verb.head
    if verb.dep_ != "ccomp" or above == verb:
        return True
    commanded = above.dep_ == "ROOT" and above.tag_ == "VB" and not subjects(above)
    return not commanded and above.lemma_.lower() not in _DOUBTED


_AS = re.compile(r"[^.;?!\"]{0,160}?\bas (?=(?:an?|the|its|[A-Z][\w-]+(?: [A-Z][\w-]+)*'s) |[a-z-]+ )")
_HOLDS_OFFICE = words(
    """
    take start begin join     act appoint arrive continue elect hire install leave name quit resign resigned retire return serve step swear
    travel visit work
    """
)


def as_title(subject: Subject) -> Iterator[Statement]:
    """As in "Ruiz left for Peru as the king's special envoy": the subject of a verb of going or holding an office."""
    for verb in _verbs_of(subject):
        if verb.lemma_.lower() not in _HOLDS_OFFICE or verb.idx < subject.place.end:
            continue
        match = _AS.match(subject.passage.text, verb.idx)
        first = subject.token_at(match.end()) if match else None
        phrase = noun_phrase(subject, first, by="rule:as-title") if first is not None else None
        if phrase is not None and not _is_passed(subject, verb, phrase.start):
            ended = verb.lemma_.lower() in _LEAVING and not _is_planned(verb)
            for each in statements(subject, phrase):
                yield msgspec.structs.replace(each, former=True) if ended and isinstance(each, Role) else each


_LEAVING = frozenset({"resign", "retire", "step", "quit"})


def _is_planned(verb: Token) -> bool:
    return any(
        each.dep_ == "aux" and each.lower_ in {"will", "would", "'ll", "to", "shall", "may", "could"}
        for each in verb.children
    )


def _verbs_of(subject: Subject) -> Iterator[Token]:
    """The verb whose subject the person is, those joined to it, and those of "who ..." behind the name."""
    verb = subject.last.head
    while verb.pos_ == "PROPN" and verb.head != verb:
        verb = verb.head
    if verb.pos_ == "VERB":
        yield verb
        if subject.last.dep_ in {"nsubj", "nsubjpass"}:
            yield from (each for each in verb.conjuncts if each.pos_ == "VERB")
    for each in subject.last.children:
        if each.dep_ == "relcl" and each.pos_ == "VERB":
            yield each


def _is_passed(subject: Subject, verb: Token, first: Token) -> bool:
    """Whether another person stands between verb and office: "joined Ida Moe as director" tells of two."""
    between = subject.known.within(subject.passage, verb.idx, first.idx)
    return any(each.type == "person" and each.entity != subject.place.entity for each in between)


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
_ASIDE = re.compile(r", [^,;.]{1,80},(?= (?:as|to be|to the post of|to become) )")


def _behind_aside(subject: Subject) -> int:
    """Where the words go on behind an apposition: "hired Ida Moe, a former banker, as head of trading"."""
    match = _ASIDE.match(subject.passage.text, subject.place.end)
    return match.end() if match else subject.place.end


def appointed(subject: Subject) -> Iterator[Statement]:
    """As in "The board of Acme named Eva Berg chief executive"."""
    first = subject.first
    verb = next(
        (each for each in reversed(first.doc[max(0, first.i - 4) : first.i]) if each.lemma_.lower() in _APPOINTING),
        None,
    )
    match = _OFFICE.match(subject.passage.text, _behind_aside(subject))
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


_SUCCEEDED = re.compile(r"\b(?P<verb>succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)) (?:[A-Z][a-z]+\.? )?$")
_SUCCEEDS = re.compile(
    r"(?:, who)? (?:has |had |will |is to |was to |would )?(?:be )?(?:succeeded|succeeds|succeed|replaced|replaces|replace|succeeding|"
    r"replacing|tak(?:es|e|en|ing) over from|took over from) (?:[A-Z][a-z]+\.? )?"
)


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
        former = behind is None and before is not None and before["verb"] in {"succeeded", "replaced"}
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
            yield from joined_body(subject, other)
