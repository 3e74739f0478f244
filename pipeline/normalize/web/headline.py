"""The headline: what the page shows as its heading, confirmed by what its head and its structured data call it.

A first-level heading wins where a title of the head agrees with it; else the title, without the site's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.normalize.prose import same, tidy
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.web.candidate import Candidate, SourceName

ORDER: tuple[SourceName, ...] = ("json-ld", "open-graph", "microdata", "twitter", "meta", "html")
AGREES = 0.34
"""Share of words in common (F1) from which a heading and a title speak of the same thing."""
MAX_TITLE = 500
_SEPARATOR = re.compile(r"\s+(?:[|\-–—•·»/]|::)\s+|\s*\|\s*|:\s+(?=[A-Z][\w ]{2,25}$)")


def choose_headline(candidates: Sequence[Candidate], sites: frozenset[str]) -> Candidate | None:
    """The best of the candidates; ``sites`` are the site's names as ``same`` folds them."""
    headings = [each for each in candidates if each.source == "dom" and same(each.value) not in sites]
    titles = sorted((each for each in candidates if each.source != "dom"), key=lambda each: ORDER.index(each.source))
    bare = [without_site(each, sites) for each in titles]
    scored = [
        (max((overlap(heading.value, title.value) for title in bare), default=0.0), heading) for heading in headings
    ]
    best = max(scored, key=lambda each: each[0], default=None)
    if best is not None and (best[0] >= AGREES or (len(headings) == 1 and count_words(best[1].value) >= 3)):
        whole = any(same(best[1].value) in same(each.value) for each in titles)
        return best[1] if whole else _trimmed(best[1], bare)
    return _most_said(bare) or (headings[0] if headings else None)


def without_site(title: Candidate, sites: frozenset[str]) -> Candidate:
    """A title without the site's name before or behind it."""
    text = tidy(title.value)
    cuts = list(_SEPARATOR.finditer(text)) if len(text) <= MAX_TITLE else []
    for cut in reversed(cuts):
        if same(text[cut.end() :]) in sites:
            return without_site(Candidate(title.field, text[: cut.start()], title.source), sites)
        if same(text[: cut.start()]) in sites:
            return Candidate(title.field, text[cut.end() :], title.source)
    if (
        title.source == "html"
        and cuts
        and count_words(text[: cuts[-1].start()]) >= 4
        and count_words(text[cuts[-1].end() :]) <= 4
    ):
        return Candidate(title.field, text[: cuts[-1].start()], title.source)
    return Candidate(title.field, text, title.source)


def overlap(one: str, other: str) -> float:
    """F1 of the words that two titles share."""
    first, second = (Counter(re.findall(r"\w+", each.casefold())) for each in (one, other))
    shared = sum((first & second).values())
    return 2 * shared / max(1, sum(first.values()) + sum(second.values()))


def kicker_of(heading: str, headline: str) -> str | None:
    """The words before the headline inside its heading."""
    at = heading.find(headline)
    before = heading[:at].strip(" |:–—-") if at > 0 else ""
    return before or None


def _trimmed(heading: Candidate, titles: Sequence[Candidate]) -> Candidate:
    """A heading that begins or ends with a title in full has a kicker or a counter in it: the title is the headline."""
    text = heading.value
    for each in titles:
        inside = each.value in text and each.value != text
        if inside and len(each.value) >= 0.5 * len(text) and (text.startswith(each.value) or text.endswith(each.value)):
            return Candidate("headline", each.value, heading.source)
    return heading


def _most_said(titles: Sequence[Candidate]) -> Candidate | None:
    said = Counter(same(each.value) for each in titles if same(each.value))
    return max((each for each in titles if same(each.value)), key=lambda each: said[same(each.value)], default=None)
