"""Bodies that people work for: stations and centres that act as organizations, and short references such as "the centre"."""

from __future__ import annotations

import re

import msgspec

from pipeline.annotate.clauses import governor, subjects
from pipeline.annotate.index import Index, Place
from pipeline.annotate.lexicon.organizations import GENERIC_IN_NAMES, GENERIC_ORGANIZATIONS, MEDIA_WORDS
from pipeline.annotate.lexicon.words import words
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Entity

_BODY_HEADS = words(
    "center centre garden gardens laboratory lab observatory station zoo aquarium gallery museum library"
)
_OFFICES = re.compile(
    r"\b(?:(?:director(?:-general)?|head|chairman|chairwoman|chair|president|chief|deputy|forecaster|scientist|researcher|"
    r"analyst|fellow|professor|curator|spokesman|spokeswoman|spokesperson|advis[eo]r|member|trustee|founder|expert|"
    r"[a-z]{4,}ologist|physicist|chemist|engineer|economist|officer) (?:of|at|for|with|to)|(?:joined|runs|ran|heads|headed|works for)) "
    r"(?:the |[A-Z][\w-]+'s )?$",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"(?: \([A-Z]+\))? (?:said|announced|denied|warned|confirmed) ")


def see_bodies(reading: Reading, annotations: Annotations, known: Index) -> Annotations:
    """Annotations in which what has staff or makes statements is an organization: "director of the Oslo Centre", "at Lowther Lund"."""
    acting = {
        place.entity
        for passage in reading.passages
        for place in known.by_passage.get(passage.number, ())
        if (place.type == "facility" and _acts(passage, place, known.entities[place.entity]))
        or (place.type == "person" and _is_company(passage, place))
    }
    acting |= {
        each.id
        for each in annotations.entities
        if each.type == "person" and _is_called_company(each.name, reading.text)
    }
    if not acting:
        return annotations
    entities = tuple(
        msgspec.structs.replace(each, type="organization") if each.id in acting else each
        for each in annotations.entities
    )
    return msgspec.structs.replace(annotations, entities=entities)


def _acts(passage: Passage, place: Place, entity: Entity) -> bool:
    name = entity.name.split()
    if name[0] == name[-1] or name[-1].lower() not in _BODY_HEADS:
        return False
    before = passage.text[: place.start]
    return _OFFICES.search(before) is not None or _STATEMENT.match(passage.text, place.end) is not None


_STAFF_AT = re.compile(
    r"\b(?:analyst|strategist|economist|trader|broker|banker|fund manager|portfolio manager|engineer|executive|researcher|partner|consultant|"
    r"programmer|developer|salesman|employee|worker|staff|intern)s? at $"
)
_KIND_BEFORE = re.compile(
    r"\b(?:brewer|brewery|carmaker|automaker|planemaker|chipmaker|drugmaker|glassmaker|shipbuilder|steelmaker|chemicals? group|retailer|lender|insurer|"
    r"supermarket|airline|utility|telecoms? group|consultancy|consultants|brokerage|start-?up|conglomerate|manufacturer|agency|parent company|"
    r"owned by|acquired by) $",
    re.IGNORECASE,
)
_COMPANY_BEHIND = re.compile(
    r" (?:SA|AG|SE|NV|BV|Oyj|ASA|AB|plc|PLC|Inc|Ltd|LLC|Corp|GmbH|SpA|Bhd|Pty)\b|'s (?:shares|stock|share price|shareholders|board|chief executive|CEO|CFO|"
    r"chief financial|supervisory board|market value|subsidiary|headquarters|customers|workforce|plants?|factor(?:y|ies))\b|"
    r" (?:shares|stock|shareholders|executives) (?:fell|rose|were|have|had|jumped|slid|closed|dropped|gained)\b"
)


def _is_company(passage: Passage, place: Place) -> bool:
    """Whether what was taken for a person has staff, shares or a legal form."""
    before, text = passage.text[: place.start], passage.text
    if place.form in {"pronoun", "description"}:
        return False
    return bool(_STAFF_AT.search(before) or _KIND_BEFORE.search(before) or _COMPANY_BEHIND.match(text, place.end))


_COMPANY_WORDS = words(
    """
    airlines airways analytics brewing capital chemicals constructors consulting consultants electronics engineering foods holdings
    industries logistics metals networks optics partners petroleum pharma pharmaceuticals pictures records robotics semiconductors
    software steel technologies textiles ventures
    """
)


def _is_called_company(name: str, text: str) -> bool:
    """Whether a name ends as a company's, or has a legal form, shares or staff somewhere in the text."""
    parts = name.split()
    if len(parts) > 1 and parts[-1].lower() in _COMPANY_WORDS:
        return True
    at = text.find(name)
    while at >= 0:
        if _COMPANY_BEHIND.match(text, at + len(name)):
            return True
        at = text.find(name, at + len(name))
    return False


_ANY_BODY = words(
    """
    airline automaker bank body business carmaker charity club company corporation firm group lender maker manufacturer
    organisation organization regulator retailer side team
    """
)
"""Common nouns whose organization's name seldom holds them; "the union" is one that is called so."""


def generic_organization(passage: Passage, offset: int, phrase: str, known: Index) -> str | None:
    """The organization that a lower-case phrase such as "bank" or "electoral board" means, or None.

    It is the one last named that ends with these words; for a common noun also the one whose name has the word, or one for
    it in another language; else the last one that is no medium.
    """
    wanted = re.findall(r"[^\W\d_]+", phrase.lower())
    named = [each.entity for each in known.before(passage, offset) if each.type == "organization"]
    parts = {each: re.findall(r"[^\W\d_]+", known.entities[each].name.lower()) for each in named}
    if not wanted:
        return None
    ending = [each for each in named if _is_short_for(wanted, parts[each])]
    if ending or wanted[-1] not in GENERIC_ORGANIZATIONS:
        return next(iter(ending), None)
    near = next((each for each in known.before(passage, offset) if each.type == "organization"), None)
    if wanted in (["team"], ["club"], ["side"]) and near is not None and near.passage == passage.number:
        return near.entity  # few clubs are called so
    same = [each for each in named if wanted[-1] in known.called.get(each, ()) or _is_kind_of(wanted[-1], parts[each])]
    others = [each for each in named if not MEDIA_WORDS.intersection(parts[each])]
    plain = len(wanted) == 1 and wanted[0] in _ANY_BODY  # "the Afghan team" is not just any team named before
    return next(iter(same or (others if plain else ())), None)


def _is_short_for(wanted: list[str], name: list[str]) -> bool:
    """As in "the electoral board" for a "National Electoral Board" and a "National Electoral Board of Peru"."""
    kernel = name[: name.index("of")] if "of" in name else name
    return wanted[-1:] in (kernel[-1:], name[-1:]) and set(wanted) <= set(name)


def _is_kind_of(word: str, name: list[str]) -> bool:
    """As in "the bank" for Banco Azul; the "United" of a club stands behind its town, that of a country in front."""
    kinds = GENERIC_IN_NAMES.get(word, "").split()
    return word in name or any(each in name[-1:] or (each in name[:1] and each != "united") for each in kinds)


def owner_of_its(passage: Passage, its: Token, known: Index) -> str | None:
    """The organization that "its" means: the subject of its clause or of one that this clause hangs on, or None."""
    verb = governor(its)
    while True:
        for subject in subjects(verb):
            place = known.of_token(passage, subject)
            if place is not None and place.type == "organization":
                return place.entity
        if verb.head == verb:
            return None
        above = governor(verb.head)
        if above == verb:
            return None
        verb = above


_SOLE = frozenset({"NN", "NNP"})


def spoken_of_before(passage: Passage, start: int, known: Index) -> str | None:
    """The organization that the last sentence before an offset is of: "The bank denied it. Its head ..."."""
    before = next((each for each in reversed(list(passage.doc.sents)) if each.end_char <= start), None)
    heads = [] if before is None else [each for each in before.root.children if each.dep_ in {"nsubj", "nsubjpass"}]
    if len(heads) != 1 or passage.is_quoted(heads[0].idx) or heads[0].tag_ not in _SOLE or list(heads[0].conjuncts):
        return None
    place = known.of_token(passage, heads[0])
    if place is not None:
        return place.entity if place.type == "organization" else None
    within = known.within(passage, heads[0].sent.start_char, heads[0].sent.end_char)
    if heads[0].left_edge.lower_ not in {"the", "this"} or any(each.type == "organization" for each in within):
        return None
    return generic_organization(passage, heads[0].idx, str(heads[0].lower_), known)


def only_body_called(word: str, known: Index) -> str | None:
    """The only organization of the article whose name ends with a word: the "Army" of "Army spokesman"."""
    wanted = word.lower()
    fits = [
        each.id
        for each in known.entities.values()
        if each.type == "organization" and " " in each.name and _kernel(each.name)[-1:] == [wanted]
    ]
    return fits[0] if len(fits) == 1 else None


def _kernel(name: str) -> list[str]:
    parts = re.findall(r"[^\W\d_]+", name.lower())
    return parts[: parts.index("of")] if "of" in parts[1:] else parts
