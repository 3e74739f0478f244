"""Walks of life told by the words of a job title: what tells namesakes apart."""

from __future__ import annotations

from collections.abc import Iterable

EVERYDAY = "everyday work"
"""Jobs that so many have that sharing one says little."""
FIELDS = {
    "politics": "minister premier chancellor senator congressman congresswoman lawmaker mp mep governor mayor councillor"
    " councilman councilwoman ambassador envoy diplomat politician legislator parliamentarian king queen prince princess",
    "law": "judge justice lawyer attorney prosecutor solicitor barrister magistrate jurist",
    "sport": "footballer striker midfielder defender goalkeeper winger cyclist swimmer sprinter boxer golfer pitcher"
    " quarterback referee athlete racer jockey skater",
    "arts": "singer actor actress composer conductor pianist trumpeter violinist painter novelist poet sculptor musician"
    " rapper filmmaker choreographer dancer photographer guitarist drummer comedian soprano tenor",
    "business": "ceo cfo coo cto executive entrepreneur businessman businesswoman businessperson banker financier investor analyst trader economist",
    "science": "scientist researcher physicist chemist biologist historian astronomer virologist surgeon physician"
    " psychologist professor lecturer geologist ecologist neuroscientist mathematician epidemiologist anthropologist",
    "armed forces": "colonel commander admiral lieutenant sergeant marshal soldier",
    "police": "detective constable sheriff inspector superintendent",
    "faith": "bishop archbishop priest imam rabbi pope cardinal pastor monk vicar",
    EVERYDAY: "pupil student pensioner farmer fisherman nurse midwife paramedic firefighter waiter waitress plumber carpenter"
    " teacher driver mechanic electrician builder bricklayer baker butcher barber hairdresser cook cleaner clerk postman"
    " shopkeeper labourer laborer gardener welder miner trucker receptionist cashier volunteer",
    "technology": "engineer programmer developer architect designer",
    "media": "journalist reporter correspondent columnist broadcaster blogger",
}
"""Words that stand in the titles of one walk of life and hardly in another's; those that many have (president, director, captain) are left
out, for they tell nobody apart."""

_FIELD_OF = {word: field for field, words in FIELDS.items() for word in words.split()}


def fields(words: Iterable[str]) -> set[str]:
    """The walks of life that a title's words belong to."""
    return {_FIELD_OF[each] for each in words if each in _FIELD_OF}


def jobs_of(field: str) -> frozenset[str]:
    """The words of one walk of life."""
    return frozenset(FIELDS[field].split())


def common_field(ours: Iterable[str], theirs: Iterable[str]) -> str | None:
    """A walk of life that both titles belong to."""
    shared = fields(ours) & fields(theirs)
    return min(shared) if shared else None
