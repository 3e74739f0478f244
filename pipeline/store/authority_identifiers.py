"""Identifiers of the world in one written form each, and which of them cannot both be right for one entity."""

from __future__ import annotations

import re

_FORMS = (
    (r"(?:https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/|wikidata:|wd:)?(Q[1-9]\d*)", "http://www.wikidata.org/entity/{}"),
    (r"(?:https?://(?:www\.|sws\.)?geonames\.org/|geonames:)([1-9]\d*)(?:/.*)?", "https://sws.geonames.org/{}/"),
    (r"(?:https?://(?:www\.)?isni\.org/(?:isni/)?|isni:?\s*)([\d ]{15,19}[\dX])", "https://isni.org/isni/{}"),
    (r"(?:https?://(?:www\.)?viaf\.org/viaf/|viaf:)([1-9]\d*)/?", "https://viaf.org/viaf/{}"),
    (r"(?:https?://(?:www\.)?orcid\.org/|orcid:)(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", "https://orcid.org/{}"),
    (r"(?:https?://(?:www\.)?ror\.org/|ror:)(0[a-z0-9]{8})", "https://ror.org/{}"),
    (r"(?:https?://(?:www\.)?d-nb\.info/gnd/|gnd:)([\dX-]+)", "https://d-nb.info/gnd/{}"),
)  # fmt: skip
"""Written forms -> the form we keep (Wikidata's concept IRI, GeoNames' linked-data IRI, the registries' own)."""

UNIQUE_HOSTS = ("wikidata.org", "sws.geonames.org", "isni.org", "viaf.org", "orcid.org", "ror.org", "d-nb.info")
"""Registries that give one entity one identifier; a second one contradicts the first."""


def canonical(identifier: str) -> str:
    """The identifier in its one form; what belongs to no known registry stays as it is."""
    plain = identifier.strip()
    for pattern, form in _FORMS:
        match = re.fullmatch(pattern, plain, re.IGNORECASE)
        if match:
            return form.format(match[1].replace(" ", "").upper() if "isni" in form or "wikidata" in form else match[1])
    return plain


def scheme(identifier: str) -> str:
    """What an identifier can contradict: another of the same registry. A web page contradicts none but itself."""
    if not identifier.startswith(("https://", "http://")):
        return identifier.partition(":")[0]
    host = identifier.split("/")[2].removeprefix("www.")
    return host if host in UNIQUE_HOSTS else identifier
