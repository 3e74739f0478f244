"""An invented article with its graph, for the tests of every format."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import msgspec

from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, Block
from pipeline.model.edition import Edition, Entry, entry_of
from pipeline.model.graph import Graph
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Endpoint, Newsroom, Publisher, Site
from pipeline.model.sidecar import Correction, Credit, Image

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
FIRST = Moment("2026-03-04T09:30:00Z")
SITE = "https://news.example"
URL = f"{SITE}/2026/03/harbour-bridge-reopens"
NEWSROOM = Newsroom(
    site=Site(url=SITE, name="The Example Courier", language="en"),
    publisher=Publisher(
        name="Courier Press",
        url=SITE,
        logo=f"{SITE}/logo.png",
        publishing_principles=f"{SITE}/principles",
        corrections_policy=f"{SITE}/corrections",
    ),
    endpoints=(Endpoint(name="hub", url="https://hub.example/", kind="websub"),),
)
ARTICLE = Article(
    slug="harbour-bridge-reopens",
    url=URL,
    source="web-page",
    headline="Harbour bridge reopens after two years",
    description="Mayor Ana Lindqvist cut the ribbon on Tuesday; freight returns in May.",
    article_section=("Local",),
    author=(Credit(name="Jo Marsh", url=f"{SITE}/staff/jo-marsh"), Credit(name="Lee Okafor")),
    publisher=Credit(name="Courier Press", type="NewsMediaOrganization"),
    date_published=Moment("2026-03-04T10:15:00+01:00"),
    date_modified=Moment("2026-03-04T11:00:00+01:00"),
    image=(
        Image(
            url=f"{SITE}/img/bridge.jpg",
            caption="The bridge on Tuesday morning.",
            credit_text="Sam Field",
            text="A steel bridge over a harbour",
            width=1600,
            height=900,
        ),
    ),
    keywords=("bridges", "transport"),
    in_language="en",
    license="https://creativecommons.org/licenses/by/4.0/",
    copyright_notice="© 2026 Courier Press",
    correction=(Correction(text="The bridge is 412 metres long, not 421.", date_published=Moment("2026-03-04")),),
    paragraphs=(
        Block("paragraph", "The harbour bridge opened to traffic on Tuesday & drew a crowd of 3,000."),
        Block("heading", "Freight waits"),
        Block("quote", "“We counted every bolt,” said Lindqvist."),
        Block("list-item", "Cars: now"),
        Block("list-item", "Lorries: May"),
        Block("paragraph", "Trains follow in 2027."),
    ),
)


def _id(kind: str, slug: str) -> str:
    return f"{SITE}/entities/{kind}/{slug}"


NODES: tuple[dict[str, Any], ...] = (
    {
        "@id": f"{URL}#article",
        "@type": "NewsArticle",
        "headline": ARTICLE.headline,
        "url": URL,
        "datePublished": ARTICLE.date_published,
        "author": [
            {"@id": _id("person", "jo-marsh"), "@type": "Person", "name": "Jo Marsh"},
            {"@id": _id("person", "lee-okafor"), "@type": "Person", "name": "Lee Okafor"},
        ],
        "publisher": {"@id": f"{SITE}/#publisher", "@type": "NewsMediaOrganization", "name": "Courier Press"},
        "about": [{"@id": _id("event", "bridge-reopening")}, {"@id": _id("person", "ana-lindqvist")}],
        "mentions": [{"@id": _id("place", "harbour-bridge")}, {"@id": _id("organization", "city-council")}],
    },
    {
        "@id": _id("person", "ana-lindqvist"),
        "@type": "Person",
        "name": "Ana Lindqvist",
        "jobTitle": "Mayor",
        "affiliation": {"@id": _id("organization", "city-council"), "name": "City Council"},
        "sameAs": ["https://www.wikidata.org/wiki/Q000"],
    },
    {"@id": _id("organization", "city-council"), "@type": "GovernmentOrganization", "name": "City Council"},
    {"@id": _id("place", "harbour-bridge"), "@type": "Bridge", "name": "Harbour Bridge"},
    {
        "@id": _id("event", "bridge-reopening"),
        "@type": "Event",
        "name": "Reopening of the harbour bridge",
        "startDate": "2026-03-03",
        "location": {"@id": _id("place", "harbour-bridge"), "@type": "Place", "name": "Harbour Bridge"},
    },
)
GRAPH = Graph(nodes=NODES)
ANNOTATIONS = Annotations(language="en", annotator="by hand")
ENTRY = entry_of(ARTICLE, version=2, first_published=FIRST, now=FIRST)
EDITION = Edition(entries=(ENTRY,))

HOSTILE = 'He said </script><script>alert(1)</script> <!-- ]]> & "quoted" \u202eright to left\u202c \u2028 \x03 end'


def article(**changes: object) -> Article:
    """The sample with some fields changed."""
    return msgspec.structs.replace(ARTICLE, **changes)


def entry(**changes: object) -> Entry:
    """The sample's entry with some fields changed."""
    return msgspec.structs.replace(ENTRY, **changes)


def numbered(count: int, **changes: object) -> Edition:
    """An edition of ``count`` small entries."""
    return Edition(
        entries=tuple(
            entry(**({"url": f"{SITE}/{each}", "slug": str(each), "guid": f"{SITE}/{each}"} | changes))
            for each in range(count)
        )
    )
