"""Walks of life told by the words of a job title, and names that many organizations bear: what tells namesakes apart."""

from __future__ import annotations

from collections.abc import Iterable

FIELDS = {
    "politics": "president minister premier chancellor senator congressman congresswoman lawmaker mp mep governor mayor"
    " councillor councilman councilwoman secretary ambassador envoy diplomat politician deputy representative legislator"
    " candidate parliamentarian speaker king queen prince princess vice-president",
    "law": "judge justice lawyer attorney prosecutor solicitor barrister magistrate counsel sheriff jurist",
    "sport": "footballer striker midfielder defender goalkeeper winger coach manager cyclist swimmer sprinter boxer golfer"
    " pitcher quarterback captain referee athlete player racer jockey skater",
    "arts": "singer actor actress composer conductor director pianist trumpeter violinist painter novelist poet author"
    " writer sculptor musician rapper filmmaker choreographer dancer photographer architect guitarist drummer comedian",
    "business": "executive ceo cfo coo chairman chairwoman founder entrepreneur banker investor economist analyst trader"
    " treasurer",
    "science": "professor scientist researcher physicist chemist biologist historian engineer astronomer virologist doctor"
    " surgeon physician psychologist lecturer",
    "security": "general colonel commander admiral lieutenant sergeant officer marshal soldier pilot detective constable",
    "faith": "bishop archbishop priest imam rabbi pope cardinal pastor monk reverend vicar",
    "school and work": "student teacher pupil farmer fisherman nurse driver firefighter waiter plumber carpenter retiree",
    "media": "journalist reporter correspondent editor columnist presenter anchor broadcaster blogger",
}
"""Words that stand in the titles of one walk of life and hardly in another's."""

_GENERIC_WORDS = (
    "the of and for national federal state central supreme high royal city county general public ministry department"
    " agency bureau office court police army navy air force parliament senate assembly council government bank party union"
    " university college school hospital church board commission committee service fire foreign affairs interior defence"
    " defense finance health education justice transport interior labour labor environment agriculture security intelligence"
    " house representatives commons lords cabinet electoral commission constitutional appeals district municipal"
)
GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words of which a name says nothing about whose it is: there is a Supreme Court in most countries."""

_FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}


def fields(words: Iterable[str]) -> set[str]:
    """The walks of life that a title's words belong to."""
    return {_FIELD_OF[each] for each in words if each in _FIELD_OF}


def common_field(ours: Iterable[str], theirs: Iterable[str]) -> str | None:
    """A walk of life that both titles belong to."""
    shared = fields(ours) & fields(theirs)
    return min(shared) if shared else None


def is_generic(name: str) -> bool:
    """Whether a folded name is made of such words alone."""
    return all(each in GENERIC for each in name.split())
