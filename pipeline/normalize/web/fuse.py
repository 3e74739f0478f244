"""Many candidates -> one value for each field, by a visible table; what lost stays in ``Origin.also``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import msgspec

from pipeline.model.article import Origin
from pipeline.model.sidecar import Image
from pipeline.normalize.address import absolute
from pipeline.normalize.prose import same
from pipeline.normalize.sidecar import as_text
from pipeline.normalize.web.candidate import Candidate, Field, SourceName
from pipeline.normalize.web.days import choose_date
from pipeline.normalize.web.headline import choose_headline

_MAX_ALSO = 12


class Choice(msgspec.Struct, frozen=True):
    """The value of a field and where it came from."""

    value: Any
    origin: Origin


Chooser = Callable[[Sequence[Candidate]], Candidate | None]


def first_of(*order: SourceName) -> Chooser:
    """The first candidate of the first source in ``order`` that says anything."""

    def choose(candidates: Sequence[Candidate]) -> Candidate | None:
        for source in order:
            for each in candidates:
                if each.source == source:
                    return each
        return None

    return choose


TABLE: dict[Field, Chooser] = {
    "description": first_of("dom", "json-ld", "open-graph", "meta", "twitter", "microdata"),
    "articleSection": first_of("open-graph", "json-ld", "microdata", "meta", "dom"),
    "publisher": first_of("json-ld", "open-graph", "microdata"),
    "datePublished": choose_date,
    "dateModified": first_of("json-ld", "open-graph", "microdata", "meta"),
    "image": first_of("json-ld", "open-graph", "microdata", "twitter", "dom"),
    "keywords": first_of("json-ld", "open-graph", "meta"),
    "inLanguage": first_of("json-ld", "html", "open-graph", "langid"),
    "url": first_of("html", "open-graph"),
    "isAccessibleForFree": first_of("json-ld", "microdata"),
    "license": first_of("json-ld", "microdata", "html"),
}
"""Field -> how its value is chosen. Headline and author have rules of their own, which know the site's names."""
AUTHOR_ORDER: tuple[SourceName, ...] = ("json-ld", "microdata", "open-graph", "twitter", "meta", "dom")


def fuse(candidates: Sequence[Candidate], url: str) -> dict[Field, Choice]:
    """One choice for every field of which any source says anything."""
    found: dict[Field, Choice] = {}
    sites = site_names(candidates, url)
    table: dict[Field, Chooser] = {
        "headline": partial(choose_headline, sites=sites),
        "author": partial(choose_author, sites=sites),
        **TABLE,
    }
    for field, choose in table.items():
        able = [each for each in candidates if each.field == field]
        best = choose(able)
        if best is not None:
            found[field] = Choice(best.value, Origin(source=best.source, also=_losers(best, able)))
    return found


def choose_author(candidates: Sequence[Candidate], sites: frozenset[str]) -> Candidate | None:
    """The first source that names somebody else than the site itself; the site where nobody else is named."""
    ordered = sorted(candidates, key=lambda each: AUTHOR_ORDER.index(each.source))
    others = (each for each in ordered if any(same(credit.name) not in sites for credit in each.value))
    return next(others, next(iter(ordered), None))


def site_names(candidates: Sequence[Candidate], url: str) -> frozenset[str]:
    """What the site may call itself: its publisher's names and the labels of its host."""
    named = {same(each.value.name) for each in candidates if each.field == "publisher"}
    host = (urlsplit(url).hostname or "") if absolute(url) else ""
    labels = {same(each) for each in host.split(".")[:-1] if each != "www"}
    whole = same(host.removeprefix("www."))
    return frozenset((named | labels | {whole}) - {""})


def _losers(best: Candidate, able: Sequence[Candidate]) -> tuple[tuple[str, str], ...]:
    told = {same(as_text(best.value))}
    found: list[tuple[str, str]] = []
    for each in able:
        text = as_text(each.value)
        if same(text) not in told:
            told.add(same(text))
            found.append((each.source, text))
    return tuple(found[:_MAX_ALSO])


def captioned(chosen: tuple[Image, ...], seen: Sequence[Candidate]) -> tuple[Image, ...]:
    """The chosen pictures, the first with caption and credit of the page's first captioned figure where it has none."""
    if not chosen or chosen[0].caption or chosen[0].credit_text:
        return chosen
    figure = next(
        (each.value[0] for each in seen if each.field == "image" and each.source == "dom" and each.value[0].caption),
        None,
    )
    if figure is None:
        return chosen
    first = msgspec.structs.replace(
        chosen[0], caption=figure.caption, credit_text=figure.credit_text, text=chosen[0].text or figure.text
    )
    return (first, *chosen[1:])
