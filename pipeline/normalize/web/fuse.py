"""Many candidates -> one value for each field, by a visible table; what lost stays in ``Origin.also``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import msgspec
from msgspec.structs import replace

from pipeline.model.article import Origin
from pipeline.model.sidecar import Image
from pipeline.normalize.address import absolute
from pipeline.normalize.prose import same
from pipeline.normalize.sidecar import as_text
from pipeline.normalize.web.candidate import Candidate, Field, SourceName
from pipeline.normalize.web.days import choose_date
from pipeline.normalize.web.headline import choose_headline
from pipeline.normalize.web.sections import choose_section

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
    "alternativeHeadline": first_of("json-ld", "microdata"),
    "contributor": first_of("json-ld", "microdata"),
    "editor": first_of("json-ld", "microdata"),
    "publisher": first_of("json-ld", "open-graph", "microdata"),
    "datePublished": choose_date,
    "dateModified": first_of("json-ld", "open-graph", "microdata", "meta", "dom"),
    "image": first_of("json-ld", "open-graph", "microdata", "twitter", "dom"),
    "keywords": first_of("json-ld", "open-graph", "meta"),
    "inLanguage": first_of("json-ld", "html", "open-graph", "langid"),
    "url": first_of("html", "open-graph"),
    "isAccessibleForFree": first_of("json-ld", "microdata", "meta"),
    "articleType": first_of("json-ld", "microdata"),
    "articleBody": first_of("json-ld", "microdata"),
    "license": first_of("json-ld", "microdata", "html"),
}
"""Field -> how its value is chosen. Headline, author and section have rules of their own, which know the names of the others."""
AUTHOR_ORDER: tuple[SourceName, ...] = ("json-ld", "microdata", "open-graph", "twitter", "meta", "dom")


def fuse(candidates: Sequence[Candidate], url: str) -> dict[Field, Choice]:
    """One choice for every field of which any source says anything."""
    found: dict[Field, Choice] = {}
    sites = site_names(candidates, url)
    table: dict[Field, Chooser] = {
        "headline": partial(choose_headline, sites=sites | folders(url)),
        "author": partial(choose_author, sites=sites),
        "articleSection": partial(choose_section, unlike=names_of_others(candidates)),
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


def names_of_others(candidates: Sequence[Candidate]) -> frozenset[str]:
    """What is no section's name: the headline's, the authors' and the publisher's."""
    titles = {same(each.value) for each in candidates if each.field == "headline"}
    people = {same(credit.name) for each in candidates if each.field == "author" for credit in each.value}
    owners = {same(each.value.name) for each in candidates if each.field == "publisher"}
    return frozenset(titles | people | owners)


def folders(url: str) -> frozenset[str]:
    """The folders of an address, which are its sections: "… | Business" under /business/ ends with one."""
    path = urlsplit(url).path if absolute(url) else ""
    return frozenset(same(each) for each in path.split("/")[:-2] if same(each))


def _losers(best: Candidate, able: Sequence[Candidate]) -> tuple[tuple[str, str], ...]:
    told = {same(as_text(best.value))}
    found: list[tuple[str, str]] = []
    for each in able:
        text = as_text(each.value)
        if same(text) not in told:
            told.add(same(text))
            found.append((each.source, text))
    return tuple(found[:_MAX_ALSO])


def pictures(chosen: tuple[Image, ...], seen: Sequence[Candidate]) -> tuple[Image, ...]:
    """The chosen pictures, then the page's other captioned figures; a lead without words gets the first figure's."""
    figures = [
        each.value[0] for each in seen if each.field == "image" and each.source == "dom" and each.value[0].caption
    ]
    names = {_file(each.url) for each in chosen}
    same_file = next((each for each in figures if _file(each.url) in names), None)
    lead, *more = chosen
    words = same_file or next(iter(figures), None)
    if words is not None and not (lead.caption or lead.credit_text):
        lead = replace(lead, caption=words.caption, credit_text=words.credit_text, text=lead.text or words.text)
    others = [each for each in figures if each is not words and each.url and _file(each.url) not in names]
    return (lead, *more, *others)


def _file(url: str | None) -> str:
    """The name of a picture's file without its size, which tells the same picture in two sizes."""
    name = urlsplit(url or "").path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return re.sub(r"[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w?|scaled|small|large|medium)$", "", name.lower())
