"""Candidates and segments -> the article of a page, without slug and minted url."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from pipeline.model.article import Article, Dropped, Origin
from pipeline.model.sidecar import Credit
from pipeline.normalize.address import absolute
from pipeline.normalize.datelines import dateline_of
from pipeline.normalize.notes import contributors_of, corrections_of, credit_line, is_note
from pipeline.normalize.prose import same, words
from pipeline.normalize.web import body
from pipeline.normalize.web.candidate import Candidate, Field
from pipeline.normalize.web.fuse import fuse, pictures, site_names
from pipeline.normalize.web.headline import kicker_of
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import Segment

_FIELDS: dict[Field, str] = {
    "headline": "headline",
    "alternativeHeadline": "alternative_headline",
    "description": "description",
    "articleSection": "article_section",
    "author": "author",
    "contributor": "contributor",
    "editor": "editor",
    "publisher": "publisher",
    "datePublished": "date_published",
    "dateModified": "date_modified",
    "image": "image",
    "keywords": "keywords",
    "inLanguage": "in_language",
    "license": "license",
    "isAccessibleForFree": "is_accessible_for_free",
    "articleType": "article_type",
}
_ARTICLE_BODY_IS_MORE = 2.0
"""JSON-LD's articleBody is worse than extraction; it is used only where it has so many times its words (facts of 2026-11)."""


def build(page: Page, segments: Sequence[Segment], kept: Sequence[bool], seen: tuple[Candidate, ...]) -> Article:
    """An article of the chosen values; its url is the canonical address, else where the page was fetched from."""
    chosen = fuse(seen, page.url)
    values: dict[str, Any] = {_FIELDS[field]: each.value for field, each in chosen.items() if field in _FIELDS}
    origins = {str(field): each.origin for field, each in chosen.items() if field in _FIELDS or field == "url"}
    if "image" in values:
        values["image"] = pictures(values["image"], seen)
    if "author" in values:
        values["author"] = tuple(as_organization(each, site_names(seen, page.url)) for each in values["author"])
    _add_kicker(values, origins, seen)
    keep = body.chosen(segments, kept)
    notes = [
        each.text for each, yes in zip(segments, keep, strict=True) if is_note(each.text) and _beside(each, kept=yes)
    ]
    _add_notes(values, origins, notes)
    told, repeated = body.without_head([each for each, yes in zip(segments, keep, strict=True) if yes], values)
    paragraphs = tuple(body.block_of(each) for each in told if each.text not in notes)
    if "description" in values and body.repeats_opening(values["description"], paragraphs):
        repeated = (*repeated, Dropped(values.pop("description"), "the description only repeats how the body begins"))
        origins.pop("description")
    paragraphs, source = _or_stated(paragraphs, chosen.get("articleBody"))
    dateline = dateline_of(paragraphs[0].text) if paragraphs else None
    if dateline:
        values["dateline"], origins["dateline"] = dateline, Origin(source="rule:dateline")
    left_out = [each.text for each, yes in zip(segments, keep, strict=True) if not yes and each.text not in notes]
    canonical = chosen["url"].value if "url" in chosen else ""
    return Article(
        slug="",
        url=canonical or (page.url if absolute(page.url) else ""),
        source="",
        **values,
        paragraphs=paragraphs,
        dropped=(*repeated, *(Dropped(each, "chrome") for each in left_out)),
        origins={**origins, "paragraphs": Origin(source=source)},
    )


def as_organization(credit: Credit, sites: frozenset[str]) -> Credit:
    """An author of one word that is the site's own name is the site; a person's site may bear a full name."""
    own = credit.type == "Person" and len(credit.name.split()) == 1 and same(credit.name) in sites
    return replace(credit, type="Organization", job_title=None) if own else credit


def _or_stated(paragraphs: tuple[Any, ...], stated: Any) -> tuple[tuple[Any, ...], str]:  # blocks, a choice
    found = sum(words(each.text) for each in paragraphs)
    if stated is None or words(stated.value) < _ARTICLE_BODY_IS_MORE * found + 20:
        return paragraphs, "model:body"
    return body.blocks_of_text(stated.value), f"{stated.origin.source}:articleBody"


def _beside(segment: Segment, *, kept: bool) -> bool:
    """Whether a note belongs to this article: it stands in the body, or outside of everything that is about others."""
    return kept or not (body.barred(segment) or segment.hidden or segment.within & {"aside", "nav", "footer"})


def _add_notes(values: dict[str, Any], origins: dict[str, Origin], notes: Sequence[str]) -> None:
    contributors, corrections = contributors_of(notes), corrections_of(notes)
    if contributors and not values.get("contributor"):
        values["contributor"], origins["contributor"] = contributors, Origin(source="rule:notes")
        if not values.get("credit_text"):
            values["credit_text"], origins["creditText"] = credit_line(notes), Origin(source="rule:notes")
    if corrections:
        values["correction"], origins["correction"] = corrections, Origin(source="rule:notes")


def _add_kicker(values: dict[str, Any], origins: dict[str, Origin], seen: Sequence[Candidate]) -> None:
    headline = values.get("headline")
    if not headline or values.get("alternative_headline"):
        return
    headings = (each.value for each in seen if each.field == "headline" and each.source == "dom")
    kicker = next((found for each in headings if (found := kicker_of(each, headline))), None)
    if kicker:
        values["alternative_headline"], origins["alternativeHeadline"] = kicker, Origin(source="dom")
