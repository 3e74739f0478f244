"""What persons are: job titles with their organization, nationality, honorifics, kinship, home, as the text says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from pipeline.annotate.index import Index, index
from pipeline.annotate.kinship import kin_behind, kin_in_front
from pipeline.annotate.lexicon.countries import COUNTRY_CODES, DEMONYMS
from pipeline.annotate.lexicon.titles import GIVEN_NAMES_LIKE_JOBS, PREFIX_HONORIFICS, SUFFIXES
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.titles import Phrase, Subject, is_job, nationality, noun_phrase, statements
from pipeline.model.annotations import Annotations, PersonFact, Role

type Statement = Role | PersonFact


def find_roles(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with the roles and facts of every person added."""
    known = index(reading, annotations)
    found = [each for passage in reading.passages for each in _in_passage(passage, known)]
    roles = tuple(each for each in found if isinstance(each, Role))
    facts = tuple(each for each in found if isinstance(each, PersonFact))
    return msgspec.structs.replace(annotations, roles=_distinct(roles), facts=_distinct_facts(facts))


def _in_passage(passage: Passage, known: Index) -> Iterator[Statement]:
    for place in known.by_passage.get(passage.number, ()):
        tokens = passage.tokens(place.start, place.end)
        if place.type == "person" and tokens:
            subject = Subject(passage, place, known, tokens[0], tokens[-1])
            for find in FINDERS:
                yield from find(subject)


def _suffix(subject: Subject) -> Iterator[PersonFact]:
    """As in "Jr.", "III"."""
    words = subject.passage.original(subject.place.start, subject.place.end).split()
    if len(words) > 1 and words[-1].lower() in SUFFIXES:
        span = subject.passage.span(subject.place.end - len(words[-1]), subject.place.end)
        yield subject.fact("honorificSuffix", words[-1], span, by="rule:suffix")


def _before_name(subject: Subject) -> Iterator[Statement]:
    """As in "Peruvian President Ana Ruiz", "the farmer and poet Rui do Vale", "Gen. Otto Lind"."""
    first = subject.first
    if first.i == 0:
        return
    last = first.nbor(-1)
    if last.text == "." and last.i > 0 and not last.nbor(-1).whitespace_:
        last = last.nbor(-1)
    if last.tag_ == "POS" and last.i > 0:
        yield from _of_country(subject, last.nbor(-1))
    if not _ends_title(last):
        yield from nationality(subject, last, last)
        yield from _title_of(subject)
        return
    start = last
    while start.i > 0 and _in_title(start.nbor(-1), subject):
        start = start.nbor(-1)
    yield from statements(subject, Phrase(start, last, "rule:before-name"))


def _of_country(subject: Subject, owner: Token) -> Iterator[PersonFact]:
    """As in "Kenya's Ida Moe"."""
    place = subject.known.of_token(subject.passage, owner)
    if place is not None and place.type == "place" and subject.known.entities[place.entity].name in COUNTRY_CODES:
        name = subject.known.entities[place.entity].name
        span = subject.passage.span(place.start, place.end)
        yield subject.fact("nationality", name, span, by="rule:of-country", entity=place.entity, probability=0.75)


_TITLE_OF = re.compile(
    r"(?P<title>(?:(?:[A-Z][\w.-]*|[Dd]eputy|[Ff]ormer|[Aa]cting|[Aa]ssistant) )*?(?P<head>[A-Z][a-z]+)) (?:of|for) (?:the )?"
    r"(?:[A-Z][\w&'-]+(?:,? (?:and )?)?)+ $"
)


def _title_of(subject: Subject) -> Iterator[Statement]:
    """As in "U.S. Secretary of State Ida Moe" and "Minister of Finance Jon Dahl"."""
    before = subject.passage.text[: subject.place.start]
    match = _TITLE_OF.search(before)
    if match is None or not is_job(match["head"].lower()):
        return
    start, end = match.start("title"), subject.place.start - 1
    if any(each.type == "person" for each in subject.known.within(subject.passage, start, end)):
        return
    lead = next(
        (
            each
            for each in subject.known.within(subject.passage, start, end)
            if each.start == start and each.type == "place"
        ),
        None,
    )
    begin = lead.end + 1 if lead is not None and lead.end + 1 < match.start("head") + 1 else start
    country = re.match(r"(?:U\.S\.|U\.K\.|US|UK) ", subject.passage.text[begin:end])
    begin += country.end() if country else 0
    title = subject.passage.original(begin, end)
    yield Role(
        person=subject.place.entity,
        title=title,
        span=subject.passage.span(begin, end),
        by="rule:title-of",
        former=title.lower().startswith("former"),
        probability=0.85,
    )


def _ends_title(token: Token) -> bool:
    word = token.text.lower().rstrip(".")
    if word in {"man", "woman"}:
        return bool(token.i > 0 and token.nbor(-1).tag_ == "NN" and token.nbor(-1).text.islower())
    if token.text[:1].isupper() and word in GIVEN_NAMES_LIKE_JOBS and token.i + 2 >= len(token.doc):
        return False
    return is_job(word) or word in PREFIX_HONORIFICS


_TITLE_TAGS = words("AFX HYPH JJ JJR JJS NN NNP NNPS NNS RB VBD VBG VBN")


def _in_title(token: Token, subject: Subject) -> bool:
    """Whether a token further to the left still belongs to the words in front of a name."""
    place = subject.known.of_token(subject.passage, token)
    if place is not None:
        return place.type in {"organization", "place", "facility"}
    word = token.text.lower()
    if word in {"of", "and", "&"} and token.i > 0 and token.i + 1 < len(token.doc):
        return _joins(token, word)
    if token.text == "-":
        return True
    if (
        token.pos_ == "VERB"
        and token.dep_ not in {"amod", "compound"}
        and word not in {"retired", "acting", "outgoing", "managing", "ousted", "leading"}
    ):
        return False
    return (token.tag_ in _TITLE_TAGS and token.dep_ not in {"ROOT", "nsubj", "dobj", "pobj"}) or word == "then"


def _joins(token: Token, word: str) -> bool:
    before, after = token.nbor(-1), token.nbor(1)
    if word == "of":
        return bool(before.text[:1].isupper() and after.text[:1].isupper())
    return bool(
        before.tag_ in {"NN", "NNP", "JJ"}
        and after.tag_ in {"NN", "NNP", "JJ"}
        and before.text.islower() == after.text.islower()
    )


_AGE = re.compile(r",? \(?(?:aged )?\d{1,3}\)?(?=,)")
_OPENING = re.compile(r"(?:, (?:who (?:is|was) |now |also |currently |formerly |then )?| \((?=[a-z]))")


def _behind_name(subject: Subject) -> Iterator[Statement]:
    """As in "Ida Moe, a professor at the University ...", "Jon Dahl, the captain, ..."."""
    text, at = subject.passage.text, subject.place.end
    if age := _AGE.match(text, at):
        at = age.end()
    opening = _OPENING.match(text, at)
    first = subject.token_at(opening.end()) if opening else None
    if opening is None or first is None:
        return
    yield from _home(subject, opening.end())
    yield from kin_behind(subject, first)
    phrase = noun_phrase(subject, first, by="rule:apposition")
    if phrase is not None:
        yield from statements(subject, phrase)
    else:
        yield from nationality(subject, first, first)


def _apposition_before(subject: Subject) -> Iterator[Statement]:
    """As in "ACME's acting president, Eva Berg, ..." and "his father, R.B. Stone, ..."."""
    first, last = subject.first, subject.last
    if first.i < 2 or first.nbor(-1).text != ",":
        yield from kin_in_front(subject, first.nbor(-1)) if first.i else ()
        return
    if last.i + 1 < len(last.doc) and last.nbor(1).text not in {",", ".", ";", ")", ":"}:
        return
    head = first.nbor(-2)
    yield from kin_in_front(subject, head)
    if not is_job(head.lower_):
        yield from _office_with_of(subject, head)
    if not is_job(head.text.lower()):
        return
    start = head
    while start.i > 0 and _in_noun_phrase(start.nbor(-1), subject):
        start = start.nbor(-1)
    if _is_definite(start, head):
        yield from statements(subject, Phrase(start, head, "rule:apposition-before"))


def _office_with_of(subject: Subject, last: Token) -> Iterator[Statement]:
    """As in "Its former head of compliance, Geir Lund, ..."."""
    for job in reversed(last.doc[max(0, last.i - 6) : last.i]):
        if is_job(job.lower_) and job.nbor(1).lower_ in {"of", "for"} and last in list(job.subtree):
            start = job
            while start.i > 0 and _in_noun_phrase(start.nbor(-1), subject):
                start = start.nbor(-1)
            if _is_definite(start, job):
                for each in statements(subject, Phrase(start, job, "rule:apposition-before")):
                    end = last.idx + len(last)
                    longer = isinstance(each, Role) and each.title is not None
                    begin = (
                        each.span.end - subject.passage.block.start - len(each.title or "")
                        if isinstance(each, Role)
                        else 0
                    )
                    yield msgspec.structs.replace(each, title=subject.passage.original(begin, end)) if longer else each
            return


_PHRASE_TAGS = words("AFX CD DT HYPH JJ JJR JJS NN NNP NNPS NNS POS PRP$ RB VBG VBN")


def _in_noun_phrase(token: Token, subject: Subject) -> bool:
    place = subject.known.of_token(subject.passage, token)
    return place is not None or (token.tag_ in _PHRASE_TAGS and token.text != ",")


def _is_definite(start: Token, head: Token) -> bool:
    opening = start.text.lower() in {"the", "its", "his", "her", "their", "our", "my", "another"}
    return opening or any(each.tag_ == "POS" for each in start.doc[start.i : head.i])


_COPULA = re.compile(
    r"(?:, who|, which|,)? (?:is|was|became|has been|had been|remains|will become|will be|becomes) "
    r"(?:(?:now|also|currently|already|then|still|once|previously|formerly|earlier|later) )?"
)


def _copula(subject: Subject) -> Iterator[Statement]:
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
    past = (
        re.search(r"\b(?:was|had been) |previously|formerly", match.group()) is not None and "now" not in match.group()
    )
    for each in statements(subject, phrase):
        yield msgspec.structs.replace(each, former=True) if past and isinstance(each, Role) else each


_AS = re.compile(r"[^.;?!\"]{0,160}?\bas (?=(?:an?|the|its|[A-Z][\w-]+(?: [A-Z][\w-]+)*'s) )")
_HOLDS_OFFICE = words(
    """
    take start begin join     act appoint arrive continue elect hire install leave name quit resign resigned retire return serve step swear
    travel visit work
    """
)


def _as_title(subject: Subject) -> Iterator[Statement]:
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


_CITIZENS = re.compile(
    r"citizens|nationals|men|women|people|residents|soldiers|students|journalists|tourists|hostages|prisoners|detainees|climbers|players|workers|[a-z]+ists|[a-z]+ers|[a-z]+ors"
)


def _in_list(subject: Subject) -> Iterator[Statement]:
    """As in "two detained Peruvian citizens, Jon Dahl and Ida Moe"."""
    before = subject.passage.text[: subject.place.start]
    match = re.search(
        r"((?:[A-Z]\w+ )?[A-Z]\w+) ((?:[a-z]+ )?)([a-z]+),? (?:(?:[A-Z][\w.'-]+ ?)+(?:, | and |, and ))*$", before
    )
    if match is None or not _CITIZENS.fullmatch(match[3]):
        return
    for word in (match[1], match[1].split()[-1]):
        if word in DEMONYMS:
            start = match.end(1) - len(word)
            yield subject.fact(
                "nationality",
                word,
                subject.passage.span(start, match.end(1)),
                by="rule:nationality-of-list",
                probability=0.85,
            )
            return


_FROM = re.compile(r"(?:of|from) ")


def _home(subject: Subject, at: int) -> Iterator[PersonFact]:
    """As in "Ann Lee, 74, of Bergen"."""
    match = _FROM.match(subject.passage.text, at)
    place = subject.known.at(subject.passage, match.end(), match.end() + 1) if match else None
    if place is not None and place.type == "place":
        yield subject.fact(
            "homeLocation",
            subject.known.entities[place.entity].name,
            subject.passage.span(at, place.end),
            by="rule:home",
            entity=place.entity,
            probability=0.8,
        )


_IS_FROM = re.compile(r"(?:, who[^,.]{0,40}?)? (?:is|was|comes|came|hails) (?:originally )?from ")


def _is_from(subject: Subject) -> Iterator[PersonFact]:
    """As in "Maria Oslo, who despite her name is from Bergen"."""
    match = _IS_FROM.match(subject.passage.text, subject.place.end)
    if match:
        yield from _home(subject, match.end() - len("from "))


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


def _appointed(subject: Subject) -> Iterator[Statement]:
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


def _leads(subject: Subject) -> Iterator[Role]:
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


_BELONGS = re.compile(r"(?:,(?: (?:now|formerly|previously|currently|also))? (?:at|of|from|with)| of) (?:the )?")


def _belongs(subject: Subject) -> Iterator[Role]:
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


FINDERS = (
    _suffix,
    _before_name,
    _behind_name,
    _apposition_before,
    _copula,
    _as_title,
    _appointed,
    _leads,
    _belongs,
    _in_list,
    _is_from,
)
"""Each looks at one mention of a person and yields what it says."""


def _distinct(roles: Iterable[Role]) -> tuple[Role, ...]:
    seen: dict[tuple[str, str], Role] = {}
    for each in sorted(roles, key=lambda role: role.span):
        key = (each.person, (each.title or "").lower())
        if key not in seen or (seen[key].organization is None and each.organization is not None):
            seen[key] = each
    return tuple(seen.values())


def _distinct_facts(facts: Iterable[PersonFact]) -> tuple[PersonFact, ...]:
    seen: dict[tuple[str, str, str], PersonFact] = {}
    for each in sorted(facts, key=lambda fact: fact.span):
        seen.setdefault((each.person, each.property, each.value.lower()), each)
    return tuple(seen.values())
