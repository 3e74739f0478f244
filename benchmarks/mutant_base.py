"""Clean documents and pages, and the small changes that put one defect into them."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import msgspec

type Json = Any
type Change = Callable[[Json], None]
NOW = datetime(2026, 1, 1, tzinfo=UTC)
SITE = "https://example.org"
BODY = (
    "Ada Byron left the capital of Norway for talks with the minister on Monday and is expected to return on Friday. "
    "“We will talk about the harbour,” Byron said before her departure from Oslo. The Harbour Office in Bergen did not say who "
    "else would be at the table. The talks are to be held in the town hall, and a first paper is expected within the week."
)


class Mutant(msgspec.Struct, frozen=True):
    """One defect: its name, and the changed document as text (JSON, or a page)."""

    name: str
    text: str


def graph() -> Json:
    """A clean document: an article with author, publisher, persons, a place, an event and a quotation."""
    return {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@id": f"{SITE}/a#article",
                "@type": "NewsArticle",
                "headline": "Envoy leaves for talks in Bergen",
                "url": f"{SITE}/a",
                "mainEntityOfPage": f"{SITE}/a",
                "datePublished": "2025-11-18T09:00:00+01:00",
                "dateModified": "2025-11-18T10:00:00+01:00",
                "inLanguage": "en",
                "isAccessibleForFree": True,
                "articleSection": "World",
                "articleBody": BODY,
                "wordCount": 74,
                "image": {
                    "@id": f"{SITE}/a#image",
                    "@type": "ImageObject",
                    "url": f"{SITE}/envoy.jpg",
                    "width": 1200,
                    "height": 800,
                    "caption": "The envoy at the station",
                },
                "author": {
                    "@id": f"{SITE}/people/eve",
                    "@type": "Person",
                    "name": "Eve Stone",
                    "url": f"{SITE}/people/eve",
                    "sameAs": ["https://social.example/eve"],
                },
                "publisher": {"@id": f"{SITE}/#org", "@type": "NewsMediaOrganization", "name": "The Post"},
                "about": [{"@id": f"{SITE}/e/talks"}],
                "mentions": [{"@id": f"{SITE}/p/ada"}, {"@id": f"{SITE}/o/harbour"}, {"@id": f"{SITE}/l/bergen"}],
                "hasPart": [{"@id": f"{SITE}/a#quote"}],
            },
            {
                "@id": f"{SITE}/#org",
                "@type": "NewsMediaOrganization",
                "name": "The Post",
                "url": f"{SITE}/",
                "logo": {
                    "@type": "ImageObject",
                    "@id": f"{SITE}/#logo",
                    "url": f"{SITE}/logo.png",
                    "width": 600,
                    "height": 60,
                },
                "sameAs": ["https://social.example/post"],
            },
            {
                "@id": f"{SITE}/p/ada",
                "@type": "Person",
                "name": "Ada Byron",
                "jobTitle": "envoy",
                "birthDate": "1980-02-28",
                "affiliation": {"@id": f"{SITE}/o/harbour"},
            },
            {"@id": f"{SITE}/o/harbour", "@type": "Organization", "name": "Harbour Office", "foundingDate": "1911"},
            {
                "@id": f"{SITE}/l/bergen",
                "@type": "City",
                "name": "Bergen",
                "geo": {"@type": "GeoCoordinates", "latitude": 60.39, "longitude": 5.32},
            },
            {
                "@id": f"{SITE}/e/talks",
                "@type": "BusinessEvent",
                "name": "Talks on the harbour",
                "startDate": "2025-11-18",
                "endDate": "2025-11-20",
                "eventStatus": "https://schema.org/EventScheduled",
                "location": {"@id": f"{SITE}/l/bergen"},
                "attendee": [{"@id": f"{SITE}/p/ada"}],
            },
            {
                "@id": f"{SITE}/a#quote",
                "@type": "Quotation",
                "text": "We will talk about the harbour",
                "spokenByCharacter": {"@id": f"{SITE}/p/ada"},
                "isPartOf": {"@id": f"{SITE}/a#article"},
            },
        ],
    }


def page(document: Json, *, headline: str = "Envoy leaves for talks in Bergen", canonical: str = f"{SITE}/a") -> str:
    """The page of the article with the document inside."""
    script = json.dumps(document, ensure_ascii=False, indent=1) if not isinstance(document, str) else document
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{headline} | The Post</title>\n'
        f'<link rel="canonical" href="{canonical}">\n<meta property="og:title" content="{headline}">\n'
        f'<meta property="article:published_time" content="2025-11-18T09:00:00+01:00">\n'
        f'<script type="application/ld+json">\n{script}\n</script></head>\n<body><h1>{headline}</h1>\n<p>By Eve Stone</p>'
        f'<time datetime="2025-11-18T09:00:00+01:00">18 November 2025</time>\n<img src="/envoy.jpg" alt="">\n<p>{BODY}</p></body></html>\n'
    )


def put(index: int, /, **members: Json) -> Change:
    """Give a node other members."""
    return lambda document: document["@graph"][index].update(members)


def drop(index: int, name: str) -> Change:
    """Take a member of a node out."""
    return lambda document: document["@graph"][index].pop(name)


def rename(index: int, old: str, new: str) -> Change:
    """Call a member by another name."""

    def change(document: Json) -> None:
        node = document["@graph"][index]
        node[new] = node.pop(old)

    return change


def inside(index: int, member: str, /, **members: Json) -> Change:
    """Change the object in a member."""
    return lambda document: document["@graph"][index][member].update(members)


def top(**members: Json) -> Change:
    """Change the document itself."""
    return lambda document: document.update(members)


def changed(change: Change) -> Json:
    """The clean document with one change."""
    document = copy.deepcopy(graph())
    change(document)
    return document


def changed_twice(first: Change, second: Change) -> Json:
    """A document that carries no text of its own, so that the page decides, with one change."""
    document = changed(first)
    second(document)
    return document


ARTICLE, ORG, PERSON, OFFICE, CITY, EVENT, QUOTE = range(7)
TRAIL, BLOG, CHECK, CONCERT, PAYWALLED = range(5)


def second_graph() -> Json:
    """Another clean document: a trail, a live blog, a claim review, an event to go to, and an article behind a paywall."""
    author = {"@type": "Person", "@id": f"{SITE}/people/eve", "name": "Eve Stone", "url": f"{SITE}/people/eve"}
    publisher = {"@type": "NewsMediaOrganization", "@id": f"{SITE}/#org", "name": "The Post", "url": f"{SITE}/"}
    image = [f"{SITE}/{each}.jpg" for each in ("wide", "high", "square")]
    dates = {"datePublished": "2025-11-18T09:00:00+01:00", "dateModified": "2025-11-18T15:00:00+01:00"}
    common = {"author": author, "publisher": {"@id": f"{SITE}/#org"}, "image": image, **dates}
    return {
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "BreadcrumbList",
                "@id": f"{SITE}/live#trail",
                "numberOfItems": 2,
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "News", "item": f"{SITE}/news"},
                    {"@type": "ListItem", "position": 2, "name": "Harbour", "item": f"{SITE}/news/harbour"},
                ],
            },
            {
                "@type": "LiveBlogPosting",
                "@id": f"{SITE}/live#article",
                "headline": "The talks in Bergen as they go",
                "url": f"{SITE}/live",
                "mentions": [{"@id": f"{SITE}/paid#article"}],
                "coverageStartTime": "2025-11-18T09:00:00+01:00",
                "coverageEndTime": "2025-11-18T18:00:00+01:00",
                "liveBlogUpdate": [
                    {
                        "@type": "BlogPosting",
                        "headline": "The delegations arrive",
                        "datePublished": "2025-11-18T09:30:00+01:00",
                        "articleBody": "The first cars have come.",
                        "author": {"@id": f"{SITE}/people/eve"},
                    }
                ],
                **common,
                "publisher": publisher,
            },
            {
                "@type": "ClaimReview",
                "@id": f"{SITE}/check#review",
                "url": f"{SITE}/check",
                "claimReviewed": "The harbour was sold",
                "datePublished": "2025-11-18",
                "author": {"@id": f"{SITE}/#org"},
                "itemReviewed": {"@type": "Claim", "@id": f"{SITE}/check#claim", "text": "The harbour was sold"},
                "reviewRating": {
                    "@type": "Rating",
                    "ratingValue": 1,
                    "bestRating": 5,
                    "worstRating": 1,
                    "alternateName": "False",
                },
            },
            {
                "@type": "MusicEvent",
                "@id": f"{SITE}/concert#event",
                "name": "Songs of the harbour",
                "startDate": "2026-03-18T19:30:00+01:00",
                "endDate": "2026-03-18T22:00:00+01:00",
                "doorTime": "2026-03-18T18:30:00+01:00",
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": {
                    "@type": "Place",
                    "name": "Town Hall",
                    "address": "1 Quay, Bergen",
                    "telephone": "+47 55 00 00 00",
                },
                "offers": {
                    "@type": "Offer",
                    "price": "12.50",
                    "priceCurrency": "NOK",
                    "url": f"{SITE}/concert/tickets",
                    "availability": "https://schema.org/InStock",
                },
            },
            {
                "@type": "NewsArticle",
                "@id": f"{SITE}/paid#article",
                "headline": "What the talks are about",
                "url": f"{SITE}/paid",
                "isAccessibleForFree": False,
                "hasPart": {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".paid"},
                **common,
            },
        ],
    }


def other(change: Change) -> Json:
    """The second clean document with one change."""
    document = second_graph()
    change(document)
    return document
