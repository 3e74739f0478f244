"""What "it", "its", "the company" and "the city" mean: the organization or place named before, where that is plain; else nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from pipeline.annotate.clauses import governor, path_up, subjects
from pipeline.annotate.gazetteer import Cities
from pipeline.annotate.index import Index, Place, index
from pipeline.annotate.lexicon.countries import COUNTRY_CODES, COUNTRY_NAMES, US_STATES
from pipeline.annotate.lexicon.organizations import MEDIA_WORDS
from pipeline.annotate.lexicon.speech import STRONG_SPEECH_VERBS, WEAK_SPEECH_VERBS
from pipeline.annotate.lexicon.things import AGENT_VERBS, KINDS, ORGANIZATION_NOUNS, PLACE_NOUNS, PLAIN_NOUNS
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.annotate.titles import is_job
from pipeline.model.annotations import Annotations, Entity, Mention, MentionForm

_REACH = 4
"""How many blocks back what is meant may have been named."""
_SPEECH = STRONG_SPEECH_VERBS | WEAK_SPEECH_VERBS


class Things(msgspec.Struct, frozen=True):
    """The article, its mentions so far, and what each organization and place may be called."""

    reading: Reading
    known: Index
    kinds: dict[str, frozenset[str]]


def thing_finder(cities: Cities) -> Callable[[Reading, Annotations], Annotations]:
    """Bind the table of cities: which place is a city, no parse tells. What it returns adds a mention for each that is plain."""

    def find_things(reading: Reading, annotations: Annotations) -> Annotations:
        known = index(reading, annotations)
        kinds = {
            each.id: _kinds(each, known, cities)
            for each in annotations.entities
            if each.type in {"organization", "place"}
        }
        things = Things(reading, known, kinds)
        found = [each for passage in reading.passages if passage.is_body for each in _in_passage(passage, things)]
        every = sorted((*annotations.mentions, *found), key=lambda each: each.span)
        return msgspec.structs.replace(annotations, mentions=tuple(every)) if found else annotations

    return find_things


def _kinds(entity: Entity, known: Index, cities: Cities) -> frozenset[str]:
    """The kinds of thing that a name and the nouns beside it speak of; empty where nothing does."""
    called = known.called.get(entity.id, frozenset())
    if entity.type == "place":
        return _kinds_of_place(entity.name, cities)
    parts = set(re.findall(r"[^\W\d_]+", " ".join((entity.name, *entity.alternate_names)).lower()))
    found = {kind for kind, (nouns, words) in KINDS.items() if called & nouns or parts & words}
    return frozenset(found | ({"medium"} if parts & MEDIA_WORDS else set()))


def _kinds_of_place(name: str, cities: Cities) -> frozenset[str]:
    if name in COUNTRY_CODES or name in COUNTRY_NAMES:
        return frozenset({"country"})
    if name in US_STATES:
        return frozenset({"state"} | ({"city"} if name in {"New York", "Washington"} else set()))
    if name.endswith((" Island", " Islands")):
        return frozenset({"island"})
    return frozenset({"city"}) if cities.is_city(name) else frozenset({"place"})


def _in_passage(passage: Passage, things: Things) -> Iterator[Mention]:
    for token in passage.doc:
        word = token.lower_
        if word not in _GOING_ON or things.known.of_token(passage, token) is not None:
            continue
        if word in _OWNERS or (word in _IT and token.dep_ in {"nsubj", "nsubjpass"}):
            yield from _pronoun(passage, token, things)
        elif word not in _OWNERS | _IT:
            yield from _noun(passage, token, things)


_OWNERS = frozenset({"its", "their"})
_IT = frozenset({"it", "they"})
_GOING_ON = _OWNERS | _IT | ORGANIZATION_NOUNS | frozenset(PLACE_NOUNS)


# --- "it" and "its" -----------------------------------------------------------------------------------------------------


def _pronoun(passage: Passage, token: Token, things: Things) -> Iterator[Mention]:
    owner = token.lower_ in _OWNERS
    place, by = (_owner(passage, token, things), token.lower_) if owner else _it(passage, token, things)
    if place is not None and passage.is_quoted(place.start) == passage.is_quoted(token.idx):
        yield _mention(passage, token.idx, token.idx + len(token), place.entity, "pronoun", f"rule:thing-{by}")


def _owner(passage: Passage, its: Token, things: Things) -> Place | None:
    """The subject of the clause, or of the one above where the clause has none that "its" could mean."""
    verb = governor(its)
    while True:
        heads = [each for each in subjects(verb) if each.i < its.i]
        place = _thing_at(passage, heads[0], things) if len(heads) == 1 else None
        if place is not None:
            return place if _is_free(passage, heads[0], its, things, place) else None
        if any(_may_own(each, its) for each in heads) or verb.head == verb:
            return None
        above = governor(verb.head)
        if above == verb:
            return None
        verb = above


def _may_own(head: Token, its: Token) -> bool:
    """Whether a subject without a name could be what "its" means: one thing; "their": several."""
    if its.lower_ == "their":
        return (
            head.tag_ in {"NNS", "NNPS"}
            or head.lower_ in {"they", "we", "who", "which", "that"}
            or bool(head.conjuncts)
        )
    return head.tag_ in {"NN", "NNP"} or head.lower_ in {"it", "this", "that", "which", "each"}


def _is_free(passage: Passage, head: Token, pronoun: Token, things: Things, place: Place) -> bool:
    """Whether nothing else stands between that the pronoun could mean: another body or place, or for "they" several persons."""
    if any(
        each.entity != place.entity and each.type in {"organization", "place", "facility"}
        for each in things.known.within(passage, head.idx + len(head), pronoun.idx)
    ):
        return False
    return pronoun.lower_ not in {"they", "their"} or not any(
        each.tag_ in {"NNS", "NNPS"} for each in passage.doc[head.i + 1 : pronoun.i]
    )


def _it(passage: Passage, token: Token, things: Things) -> tuple[Place | None, str]:
    if _is_empty(token):
        return None, ""
    verb = governor(token)
    above = next((each for each in path_up(verb) if each.pos_ == "VERB"), None) if verb.dep_ == "ccomp" else None
    if above is not None and above.lemma_.lower() in _SPEECH | _MENTAL:
        return _sole_subject(passage, above, token, things), f"{token.lower_}-said"
    if verb.dep_ in {"advcl", "conj"} and verb.head.pos_ == "VERB" and _acts(verb):
        return _sole_subject(passage, verb.head, token, things), f"{token.lower_}-{verb.dep_}"
    if verb.dep_ == "relcl" and governor(verb.head) != verb:
        return _sole_subject(passage, governor(verb.head), token, things), f"{token.lower_}-relcl"
    if token.is_sent_start and _acts(verb):
        return _last_subject(passage, token, things), f"{token.lower_}-next"
    return None, ""


def _acts(verb: Token) -> bool:
    """Whether it is a deed of organizations, which things are not said to do."""
    return verb.lemma_.lower() in AGENT_VERBS | STRONG_SPEECH_VERBS and not any(
        each.dep_ == "auxpass" for each in verb.children
    )


_MENTAL = frozenset({"believe", "expect", "hope", "think", "plan", "know", "say", "decide", "promise", "fear", "find"})
_EMPTY_VERBS = frozenset({"be", "seem", "appear", "take", "become", "turn", "rain", "snow", "happen", "emerge", "make"})


def _is_empty(token: Token) -> bool:
    """As in "it is unclear", "it took years": "it" stands for no thing."""
    verb = token.head
    if verb.lemma_.lower() not in _EMPTY_VERBS:
        return False
    below = [verb, *(each for each in verb.children if each.dep_ in {"acomp", "attr"})]
    clause = any(each.dep_ in _CLAUSES for head in below for each in head.children)
    return clause or verb.lemma_.lower() != "be"


_CLAUSES = frozenset({"ccomp", "csubj", "xcomp", "advcl", "acl", "relcl"})


def _sole_subject(passage: Passage, verb: Token, it: Token, things: Things) -> Place | None:
    heads = [each for each in subjects(verb) if each.i < it.i]
    place = _thing_at(passage, heads[0], things) if len(heads) == 1 else None
    return place if place is not None and _is_free(passage, heads[0], it, things, place) else None


def _last_subject(passage: Passage, token: Token, things: Things) -> Place | None:
    """The subject of the sentence in front, which names no other thing."""
    sentences = list(passage.doc.sents)
    at = next(number for number, each in enumerate(sentences) if each.start <= token.i < each.end)
    if at == 0:
        return None
    before = sentences[at - 1]
    root = before.root
    heads = subjects(root)
    place = _thing_at(passage, heads[0], things) if len(heads) == 1 else None
    others = {
        each.entity
        for each in things.known.within(passage, before.start_char, before.end_char)
        if each.type == "organization"
    }
    return place if place is not None and others <= {place.entity} else None


def _thing_at(passage: Passage, head: Token, things: Things) -> Place | None:
    place = things.known.of_token(passage, head)
    if place is None or place.type not in {"organization", "place"} or place.end < head.idx + len(head):
        return None
    return place


# --- "the company", "the city" ------------------------------------------------------------------------------------------


def _noun(passage: Passage, noun: Token, things: Things) -> Iterator[Mention]:
    start = _opening(noun)
    capital = noun.text[0].isupper() and noun.i > 0
    if start is None or noun.tag_ not in {"NN", "NNP"} or (capital and noun.lower_ in PLAIN_NOUNS):
        return
    if noun.lower_ in ORGANIZATION_NOUNS:
        entity, by = _organization(passage, start, noun.lower_, things)
    else:
        entity, by = _place(passage, start, noun.lower_, things), "place"
    if entity is not None and not _another_since(passage, start, noun.lower_, entity, things):
        yield _mention(passage, start, noun.idx + len(noun), entity, "description", f"rule:thing-{by}")


def _opening(noun: Token) -> int | None:
    """Where "the company" begins, or "company" in "company chief executive Ida Moe"; None for what means nothing named before."""
    the = next((each for each in noun.children if each.lower_ == "the"), None)
    if the is not None:
        return int(the.idx) if _is_plain(noun) else None
    job = noun.dep_ in {"compound", "nmod"} and is_job(noun.head.lower_) and not any(True for _ in noun.children)
    free = job and not any(each.dep_ in {"det", "poss"} for each in noun.head.children)
    return int(noun.idx) if free and noun.lower_ in PLAIN_NOUNS else None


_OWN = frozenset({"det", "punct", "case", "amod"})
_PARTS = frozenset({"compound", "appos", "attr", "nmod", "npadvmod", "oprd", "conj"})
_OTHERS = frozenset(
    {
        "other",
        "same",
        "first",
        "second",
        "whole",
        "entire",
        "new",
        "old",
        "next",
        "last",
        "largest",
        "only",
        "rival",
        "parent",
    }
)


def _is_plain(noun: Token) -> bool:
    """As in "the company" and "the struggling company": nothing says which one, no name stands beside it."""
    children = list(noun.children)
    if noun.dep_ in _PARTS or any(each.dep_ not in _OWN for each in children):
        return False
    if any(
        each.lower_ in _OTHERS or each.tag_ in {"JJS", "NNP"} or each.text[0].isupper()
        for each in children
        if each.dep_ != "det"
    ):
        return False
    behind = noun.nbor(1) if noun.i + 1 < len(noun.doc) else None
    return behind is None or not (behind.pos_ in {"PROPN", "NOUN"} or behind.text == "-" or behind.lower_ == "of")


def _organization(passage: Passage, offset: int, noun: str, things: Things) -> tuple[str | None, str]:
    near = [each for each in _near(passage, offset, things) if each.type == "organization"]
    kind = PLAIN_NOUNS.get(noun)
    if kind is not None:
        able = [each for each in near if things.kinds.get(each.entity, frozenset()) <= {kind}]
        return _sole(able) or _spoken_of(able, things), "organization"
    called = [
        each for each in near if noun in things.known.called.get(each.entity, ()) or _is_in_name(noun, each, things)
    ]
    sole = _sole(called) if noun in _OFTEN_SEVERAL else None
    return (sole if noun in _OFTEN_SEVERAL else called[0].entity if called else None), "called"


_OFTEN_SEVERAL = frozenset({"team", "side", "club", "squad"})


def _spoken_of(able: list[Place], things: Things) -> str | None:
    """The only one that the last sentence with any names, if it is the subject there."""
    if not able:
        return None
    other = things.reading.passages[able[0].passage]
    sentence = other.tokens(able[0].start, able[0].end)[0].sent
    within = [
        each for each in able if each.passage == other.number and sentence.start_char <= each.start < sentence.end_char
    ]
    acts = any(each.dep_ in {"nsubj", "nsubjpass"} for each in other.tokens(within[-1].start, within[-1].end))
    return within[0].entity if acts and len({each.entity for each in within}) == 1 else None


def _is_in_name(noun: str, place: Place, things: Things) -> bool:
    return noun in things.known.entities[place.entity].name.lower().split()


def _place(passage: Passage, offset: int, noun: str, things: Things) -> str | None:
    kind = PLACE_NOUNS[noun]
    near = [each for each in _near(passage, offset, things) if each.type == "place"]
    return _sole([each for each in near if kind in things.kinds.get(each.entity, frozenset())])


def _sole(places: list[Place]) -> str | None:
    """The only entity there is, or the only one in the last block that has any."""
    if len({each.entity for each in places}) == 1:
        return places[0].entity
    return None


def _near(passage: Passage, offset: int, things: Things) -> Iterator[Place]:
    for each in things.known.before(passage, offset):
        if passage.number - each.passage > _REACH:
            return
        yield each


def _another_since(passage: Passage, offset: int, noun: str, entity: str, things: Things) -> bool:
    """Whether an unnamed one was brought in since: "a company"."""
    last = next(each for each in things.known.before(passage, offset) if each.entity == entity)
    start = things.reading.passages[last.passage].block.start + last.end
    since = things.reading.text[start : passage.block.start + offset]
    return re.search(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w'-]+ ){{0,3}}?{re.escape(noun)}\b", since) is not None


def _mention(passage: Passage, start: int, end: int, entity: str, form: MentionForm, by: str) -> Mention:
    return Mention(
        span=passage.span(start, end),
        text=passage.original(start, end),
        entity=entity,
        form=form,
        by=by,
        probability=0.85,
    )
