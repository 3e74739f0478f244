"""Where persons work or belong, from the links of the facts model."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

import msgspec

from pipeline.annotate.lexicon.titles import KIN, OUTSIDERS
from pipeline.annotate.linking import Known, Link
from pipeline.annotate.modality import says_so
from pipeline.annotate.reading import Passage
from pipeline.model.annotations import Annotations, Role

SURE = 1.5
"""Log odds from which a link is taken: 10 of 10 were right, of persons of whom no rule knew where they belong, in stories that were not
trained on (2026-11)."""
MARGIN = 0.5
"""By how much the surest must be surer than the next."""
OVER = 0.0
"""Log odds from which it is taken for over."""


def affiliations(
    passages: Sequence[Passage], annotations: Annotations, known: Sequence[Known], links: Sequence[Link]
) -> list[Role]:
    """The roles that say so, in the order of the text."""
    cited = {each.entity for each in annotations.citations}
    taken = {(each.person, each.organization) for each in annotations.roles if each.organization is not None}
    found = [
        _role(passages, each)
        for each in _surest(links, {person for person, _ in taken})
        if each.score > SURE
        and each.past < OVER
        and each.b not in cited
        and not _is_something_else(passages, each)
        and not _stand_apart(passages, each)
        and not _is_of_another(passages, each, known, taken)
    ]
    return sorted(found, key=lambda role: role.span)


def _surest(links: Sequence[Link], employed: Set[str]) -> Iterator[Link]:
    """The surest organization of each person, if no other comes near."""
    by_person: dict[str, list[Link]] = {}
    for each in links:
        if each.at_a.kind != "happening" and each.at_b.kind in {"organization", "described"} and each.a not in employed:
            by_person.setdefault(each.a, []).append(each)
    for mine in by_person.values():
        best, *others = sorted(mine, key=lambda link: (-link.score, link.at_b))
        if not others or best.score - others[0].score > MARGIN:
            yield best


_LEFT = re.compile(
    r"\b(?:join|sign|mov|arriv|c[ao]m|transferr|switch|hir|recruit|poach|lur)(?:e|es|ed|ing)?\b[^.;:]{0,30} from (?:the )?(?:[\w’'-]+ ){0,3}$"
)
_TOLD = re.compile(r"\b(?:told|tells?|telling)\b[^.;:]{0,40}$")
_BASED = re.compile(r"-(?:based|born|headquartered|listed)\b| (?:company|firm|group|start-?up|maker)\b")


_OF_HIS_CLIENT = re.compile(
    r"\b(?:his|her|their) (?:client|patient|pupil|son|daughter|father|mother|brother|sister|wife|husband|predecessor|successor|victim)s?\b"
)
_OF_NO_MEMBER = re.compile(
    rf"\b(?:{'|'.join(sorted(OUTSIDERS))})s? (?:of|at|for|on|in) (?:the )?$|\b(?:{'|'.join(sorted(KIN))}) of (?:an? |the )?[a-z]+ (?:at|of|in|with) (?:the )?$|"
    rf"\bwhose (?:[a-z-]+ )?(?:{'|'.join(sorted(KIN))})\b[^,;]*$|\b(?:said|says) (?:that )?(?:the )?$"
)
_SAYS_SO = re.compile(r" (?:said|says|announced|confirmed|reported)\b")
_AT_PLACE = re.compile(r" at (?:the )?")
_WHERE = re.compile(r",? (?:in [A-Z]|on [A-Z][a-z]+day|during|after|before)")


_AND = re.compile(r",? and (?:the )?(?:[a-z-]+ ){0,5}$")
_KIN = re.compile(rf"\b(?:{'|'.join(sorted(KIN))}|friend|neighbou?r|agent|lawyer) of (?:the )?$")


def _is_something_else(passages: Sequence[Passage], link: Link) -> bool:
    """As in "Ida Moe told Harwell Radio", "who joined from Harwell Foods" and "the Harwell-based firm"."""
    a, b = link.at_a, link.at_b
    text = passages[b.text].text
    behind = a.text == b.text and a.end <= b.start
    between = text[a.end : b.start] if behind else ""
    other = any(each.search(between) for each in (_TOLD, _LEFT, _KIN, _OF_HIS_CLIENT, _OF_NO_MEMBER))
    other = other or (between.endswith((", ", ", the ")) and _SAYS_SO.match(text, b.end) is not None)
    other = other or (_AT_PLACE.fullmatch(between) is not None and _WHERE.match(text, b.end) is not None)
    first, last = sorted((a, b))
    unsaid = a.text == b.text and not says_so(passages[b.text].tokens(first.end, last.start))
    return other or unsaid or _BASED.match(text, b.end) is not None


_APART = re.compile(
    r",? (?:and|or|to|for|vs?\.?) (?:the )?| the |,? (?:after|before|as|when|while|but|because|since) (?:the )?|"
    r".*(?:[.!?][\"')\]]* (?=[A-Z\"])|;|\b(?:its|that|whether|if)\b).*",
    re.DOTALL,
)
_IN_LIST = re.compile(r"(?:, [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*)*, ")
_LIST_GOES_ON = re.compile(
    r",? (?:and|or) (?:the )?[A-Z]|, (?:and|or|etc)\b|, [A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*(?:,| and )"
)


def _stand_apart(passages: Sequence[Passage], link: Link) -> bool:
    """As in "Ida Moe to Harwell Radio", "OSLO (Harwell Radio) -", "the Ida Moe print", in a list of acts, or in another sentence."""
    first, last = sorted((link.at_a, link.at_b))
    if first.text != last.text:
        return True
    text, a, b = passages[first.text].text, link.at_a, link.at_b
    between = text[first.end : last.start]
    if first == b and between == " with ":
        return True  # "the offices of Harwell Radio with Ida Moe"; but "Ida Moe with Harwell Radio"
    if text.startswith((") -", ") –", ") —"), b.end) or (a.kind == "person" and _is_of_thing(text, a)):
        return True
    listed = _IN_LIST.fullmatch(between) and _LIST_GOES_ON.match(text, last.end)
    return bool(listed) or _APART.fullmatch(between) is not None


def _is_of_thing(text: str, name: Known) -> bool:
    """As in "the Ida Moe print" and "Ida Moe-themed classes"."""
    return text[max(0, name.start - 4) : name.start].lower() == "the " or text.startswith("-", name.end)


def _is_of_another(
    passages: Sequence[Passage], link: Link, known: Sequence[Known], taken: Set[tuple[str, str]]
) -> bool:
    """As in "Ida Moe and the head of Harwell Foods, Jon Dahl": nearer to the organization stands whom the rules know there."""
    a, b = link.at_a, link.at_b
    mine = [each for each in known if each.text == b.text]
    next_one = next((each for each in mine if each.kind == "person" and 0 < each.start - b.end < SOON), None)
    if next_one is not None and a.text == b.text and _AND.fullmatch(passages[b.text].text, a.end, b.start):
        return True
    near = [each for each in mine if (each.id, link.b) in taken]
    reach = _gap(a, b) if a.text == b.text else LONGEST
    return any(_gap(each, b) < reach for each in near)


SOON = 40
"""Characters within which a person behind an organization is the one whose it is."""
LONGEST = 10_000
"""More than the characters of any passage that is read."""


def _gap(a: Known, b: Known) -> int:
    return max(a.start, b.start) - min(a.end, b.end)


def _role(passages: Sequence[Passage], link: Link) -> Role:
    first, last = sorted((link.at_a, link.at_b))
    span = passages[first.text].span(first.start, first.end)
    end = passages[last.text].block.start + last.end
    return Role(
        person=link.a,
        span=msgspec.structs.replace(span, end=max(span.end, end)),
        by="rule:read-by-model",
        organization=link.b,
        probability=0.8,
    )
