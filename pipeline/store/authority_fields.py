"""Walks of life told by the words of a job title: what tells namesakes apart."""

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

_FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}


def fields(words: Iterable[str]) -> set[str]:
    """The walks of life that a title's words belong to."""
    return {_FIELD_OF[each] for each in words if each in _FIELD_OF}


def common_field(ours: Iterable[str], theirs: Iterable[str]) -> str | None:
    """A walk of life that both titles belong to."""
    shared = fields(ours) & fields(theirs)
    return min(shared) if shared else None
