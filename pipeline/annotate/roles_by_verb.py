"""What a verb says that a person is: "X is now chief of Y", "Y named X chief", "X, who heads Y"."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from pipeline.annotate.clauses import governor, subjects
from pipeline.annotate.lexicon.titles import TITLE_MODIFIERS
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
    past = re.search(r"\b(?:was|had been) |previously|formerly", match.group()) is not None and not (
        match["chosen"] or "now" in match.group()
    )
    yield from _predicate(subject, first, past=past)


def linked(subject: Subject) -> Iterator[Statement]:
    """As in "Jon Dahl, her father, is a fire captain" and "Ida Moe, who began it and is a cook, left": by the parse."""
    for verb in _linking_verbs(subject):
        first = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
        while first.pos_ == "ADV" and first.i + 1 < len(first.doc):
            first = first.nbor(1)
        denied = any(each.dep_ == "neg" for each in verb.children)
        if verb.idx > subject.place.end and not denied and _is_stated(verb):
            past = verb.lower_ in {"was", "were"} or any(each.lower_ == "had" for each in verb.children)
            yield from _predicate(subject, first, past=past)


def _linking_verbs(subject: Subject) -> Iterator[Token]:
    """The forms of "be" and "become" whose subject the person is: of his clause, of "who ...", and those joined to them."""
    own = [subject.last, *([] if subject.first == subject.last else [subject.first])]
    verbs = [each.head for each in own if each.dep_ == "nsubj"]
    verbs += [each for token in own for each in token.children if each.dep_ == "relcl" and _says_who(each)]
    for verb in verbs:
        yield from (each for each in (verb, *_joined_to(verb)) if each.lemma_.lower() in _LINKING)
        yield from (each for each in verb.children if each.dep_ == "xcomp" and each.lemma_.lower() == "become")


_LINKING = frozenset({"be", "become", "remain"})


def _says_who(verb: Token) -> bool:
    return any(each.lower_ == "who" and each.dep_ == "nsubj" for each in verb.children)


def _joined_to(verb: Token) -> Iterator[Token]:
    """The verbs joined to one that have no subject of their own."""
    for each in verb.conjuncts:
        if each.i > verb.i and not any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in each.children):
            yield each


def _predicate(subject: Subject, first: Token, *, past: bool) -> Iterator[Statement]:
    """What the noun phrase behind "is" says of the person."""
    phrase = noun_phrase(subject, first, by="rule:copula")
    if phrase is None or any(
        each.pos_ in {"VERB", "AUX"} and each.tag_ != "VBN" and each.lower_ not in TITLE_MODIFIERS
        for each in first.doc[first.i : phrase.head.i]
    ):
        return
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
    travel visit work         anoint confirm crown dismiss double drop fire introduce nominate oust pick present promote re-elect reappoint
    reelect reinstate remove sack suspend unveil
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


_LEAVING = frozenset({"resign", "retire", "step", "quit", "dismiss", "drop", "fire", "oust", "remove", "sack"})


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
_REMOVING = frozenset({"dismiss", "fire", "oust", "remove", "sack"})
_OFFICE = re.compile(r" (?:as |to be |to the post of |to become )?")
_ASIDE = re.compile(r"(?:, [^,;.]{1,80},| (?:of|from) [A-Z][\w' -]{1,40})(?= (?:as|to be|to the post of|to become) )")


def _behind_aside(subject: Subject) -> int:
    """Where the words go on behind an apposition: "hired Ida Moe, a former banker, as head of trading"."""
    match = _ASIDE.match(subject.passage.text, subject.place.end)
    return match.end() if match else subject.place.end


def appointed(subject: Subject) -> Iterator[Statement]:
    """As in "The board of Acme named Eva Berg chief executive"."""
    first = subject.first
    verb = next(
        (
            each
            for each in reversed(first.doc[max(0, first.i - 4) : first.i])
            if each.lemma_.lower() in _APPOINTING | _REMOVING
        ),
        None,
    )
    match = _OFFICE.match(subject.passage.text, _behind_aside(subject))
    begin = subject.token_at(match.end()) if verb is not None and match else None
    if verb is None or begin is None or any(each.text in {",", "."} for each in first.doc[verb.i : first.i]):
        return
    phrase = noun_phrase(subject, begin, by="rule:appointed")
    removed = verb.lemma_.lower() in _REMOVING
    if phrase is None or (removed and not subject.passage.text.endswith(" as ", 0, begin.idx)):
        return
    within = subject.known.within(subject.passage, verb.sent.start_char, verb.idx)
    owner = next((one.entity for one in reversed(within) if one.type == "organization"), None)
    for each in statements(subject, phrase):
        if isinstance(each, Role):
            body = each.organization or owner
            yield msgspec.structs.replace(each, organization=body, former=each.former or removed)
        else:
            yield each


_NOUNS = r"(?:re-?)?(?:appointment|election)|promotion|removal|dismissal|resignation|ousting|departure|exit|selection|confirmation|sacking"
_BY_NOUN = re.compile(rf"\b(?P<noun>{_NOUNS}) (?:on \w+ )?of (?:[A-Z][a-z]+\.? )?$")
_NOUN_BEHIND = re.compile(rf"'s? (?:[a-z-]+ )?(?P<noun>{_NOUNS})(?: (?:on|in|last) \w+)? as ")


def by_noun(subject: Subject) -> Iterator[Statement]:
    """As in "the appointment of Ida Moe as vice-chancellor" and "Jon Dahl's resignation as mayor"."""
    text, place = subject.passage.text, subject.place
    before, behind = _BY_NOUN.search(text, max(0, place.start - 60), place.start), _NOUN_BEHIND.match(text, place.end)
    at = behind.end() if behind else place.end + 4 if before and text.startswith(" as ", place.end) else None
    first = subject.token_at(at) if at is not None else None
    phrase = noun_phrase(subject, first, by="rule:by-noun") if first is not None else None
    ended = any(each is not None and re.match(_ENDING, each["noun"]) for each in (before, behind))
    for each in statements(subject, phrase) if phrase is not None else ():
        yield msgspec.structs.replace(each, former=True) if ended and isinstance(each, Role) else each


_ENDING = r"removal|dismissal|resignation|ousting|departure|exit|sacking"


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
        pronoun = _HIM.match(text, behind.end())
        named = other is not None and other.type == "person"
        end = other.end if other is not None and named else pronoun.end() if pronoun else len(text)
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


_HIM = re.compile(r"(?:him|her|them)\b")


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
