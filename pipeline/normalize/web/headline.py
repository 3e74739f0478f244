"""The headline by a weighted vote: titles of the head, headings of the page and JSON-LD vote for what they agree on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.normalize.prose import same, tidy
from pipeline.normalize.web.candidate import Candidate, SourceName

WEIGHTS: dict[SourceName, float] = {
    "dom": 2.0,
    "json-ld": 1.5,
    "open-graph": 1.2,
    "microdata": 1.2,
    "twitter": 0.8,
    "meta": 0.8,
    "html": 0.6,
}
_SEPARATOR = re.compile(r"\s+[|\-–—•·»:]+\s+|\s*\|\s*")


def choose_headline(candidates: Sequence[Candidate]) -> Candidate | None:
    """The candidate with most weight behind its words; the site's name at its end does not count against it."""
    votes: dict[str, float] = {}
    first: dict[str, Candidate] = {}
    for each in candidates:
        for share, text in _readings(each):
            key = same(text)
            if key:
                votes[key] = votes.get(key, 0.0) + share * WEIGHTS.get(each.source, 0.5)
                first.setdefault(key, Candidate(each.field, text, each.source))
    best = max(votes, key=lambda key: votes[key], default=None)
    return first[best] if best is not None else None


def _readings(candidate: Candidate) -> list[tuple[float, str]]:
    """The text as it stands and, from the head's titles, without its last part."""
    text = tidy(candidate.value)
    found = [(1.0, text)]
    if candidate.source in ("html", "open-graph", "twitter", "meta"):
        last = list(_SEPARATOR.finditer(text))
        if last and last[-1].start() > 8:
            found.append((0.8, text[: last[-1].start()].strip()))
    return found
