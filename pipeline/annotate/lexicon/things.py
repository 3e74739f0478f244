"""Common nouns by which news goes on about an organization or a place, and what their names say of the kind that they are."""

from __future__ import annotations

from pipeline.annotate.lexicon.organizations import CLUB_WORDS, LEGAL_FORMS
from pipeline.annotate.lexicon.words import words

_COMPANY = words(
    """
    airline automaker bank brewer broadcaster builder business carmaker chain chipmaker company conglomerate corporation
    developer drugmaker firm insurer lender maker manufacturer miner operator planemaker publisher retailer shipbuilder
    start-up startup steelmaker studio supermarket supplier utility
    """
)
_STATE = words(
    """
    agency authority board bureau commission committee congress council court department government ministry office
    parliament police regulator senate watchdog service tribunal administration
    """
)
KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "company": (
        _COMPANY,
        LEGAL_FORMS
        | words(
            """
            airlines airways air motors bank industries systems technologies software energy oil petroleum pharma pharmaceuticals
            stores foods capital partners studios electronics telecom insurance shipping steel aerospace aircraft airplanes
            """
        ),
    ),
    "club": (words("club team side squad franchise"), CLUB_WORDS | {"fc", "cf", "afc"}),
    "state": (_STATE, _STATE | words("house forces army navy")),
    "school": (
        words("university college school institute academy"),
        words("university college school institute academy"),
    ),
    "party": (words("party"), words("party democrats republicans labour liberals conservatives")),
    "union": (
        words("union association federation league"),
        words("union unions association federation league nations"),
    ),
    "charity": (
        words("charity foundation trust nonprofit ngo"),
        words("foundation trust charity relief cross society fund"),
    ),
    "medium": (words("newspaper magazine broadcaster channel network station paper daily"), frozenset()),
    "house": (
        words("hospital museum theatre theater orchestra gallery church library zoo band choir"),
        words(
            "hospital museum theatre theater orchestra gallery church library zoo band choir philharmonic symphony opera"
        ),
    ),
}
"""Kind of organization -> the nouns for it, and words of names that are of this kind."""

PLAIN_NOUNS: dict[str, str] = {
    **dict.fromkeys(words("company firm business corporation"), "company"),
    **dict.fromkeys(words("club"), "club"),
}
"""Nouns that mean an organization also where nothing says of which kind it is."""

ORGANIZATION_NOUNS = frozenset().union(*(nouns for nouns, _ in KINDS.values())) | frozenset(PLAIN_NOUNS)

PLACE_NOUNS: dict[str, str] = {
    "city": "city", "town": "city", "country": "country", "nation": "country", "kingdom": "country", "state": "state",
    "island": "island",
}  # fmt: skip
"""Nouns that mean a place named before, with the kind that it must be."""

AGENT_VERBS = words(
    """
    acquire agree aim begin build buy close compete cut deliver deny develop employ expand export fly hire import launch lose
    manufacture offer open operate order own plan play produce publish raise recall refuse reject rely report run sell serve
    sign spend supply train want win withdraw
    """
)
"""What organizations do and mere things do not."""
