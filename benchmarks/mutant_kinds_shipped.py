"""Single defects that publishers ship: found by reading the markup of real pages, and what content systems are known to do."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from typing import Any

from benchmarks.mutant_base import (
    ARTICLE,
    BLOG,
    CHECK,
    CITY,
    CONCERT,
    EVENT,
    OFFICE,
    ORG,
    PAYWALLED,
    PERSON,
    SITE,
    TRAIL,
    Change,
    changed,
    graph,
    inside,
    other,
    page,
    put,
    top,
)

type Json = Any
EVE = {"@type": "Person", "name": "Eve Stone", "url": f"{SITE}/people/eve"}
SHIPPED_CHANGES: dict[str, Change] = {
    # types and values
    "type with a blank": put(ARTICLE, **{"@type": "NewsArticle "}),
    "type of another host": put(ARTICLE, **{"@type": "http://schema.com/NewsArticle"}),
    "second type unknown": put(ARTICLE, **{"@type": ["NewsArticle", "Artikel"]}),
    "context that is a type": top(**{"@context": "https://schema.org/NewsArticle"}),
    "context with a blank": top(**{"@context": "https://schema.org "}),
    "context of a validator": top(**{"@context": "https://validator.schema.org"}),
    "count with a comma": put(ARTICLE, wordCount="1,097"),
    "negative count": put(ARTICLE, wordCount=-5),
    "no width": inside(ARTICLE, "image", width=0),
    "logo of one pixel": inside(ORG, "logo", width=1, height=1),
    "duration as a clock": put(ARTICLE, timeRequired="3:45"),
    "duration in words": put(ARTICLE, timeRequired="3 min read"),
    "authors as texts": put(ARTICLE, author=["Eve Stone", "Max Reed"]),
    "logo without address": put(ORG, logo={"@type": "ImageObject"}),
    "image without address": put(ARTICLE, image={"@type": "ImageObject", "caption": "The envoy", "width": 1200, "height": 800}),
    "type and nothing else": put(ARTICLE, contentLocation={"@type": "Place"}),
    "list of nothing": put(ARTICLE, keywords=["", ""]),
    "text of one full stop": inside(ARTICLE, "image", caption="."),
    # dates
    "first day of Unix": put(ARTICLE, datePublished="1970-01-01T00:00:00+00:00"),
    "first day of .NET": put(ARTICLE, datePublished="0001-01-01T00:00:00Z"),
    "no day of MySQL": put(ARTICLE, datePublished="0000-00-00 00:00:00"),
    "Unix time as text": put(ARTICLE, datePublished="1763456400"),
    "Unix time as number": put(ARTICLE, datePublished=1763456400),
    "day with slashes": put(ARTICLE, datePublished="2025/11/18"),
    "day with dots": put(ARTICLE, datePublished="18.11.2025"),
    "blank for T": put(ARTICLE, datePublished="2025-11-18 09:00:00"),
    "two zones": put(ARTICLE, datePublished="2025-11-18T09:00:00+01:00Z"),
    "expires before it is published": put(ARTICLE, expires="2025-11-01"),
    "born in the future": put(PERSON, birthDate="2031-02-28"),
    "lived 190 years": put(PERSON, birthDate="1800-02-28", deathDate="1990-02-28"),
    "founded in the future": put(OFFICE, foundingDate="2091"),
    # references
    "one sameAs for two things": lambda d: [d["@graph"][each].update(sameAs="https://www.wikidata.org/wiki/Q7259") for each in (PERSON, OFFICE)],
    "sameAs to share": put(ORG, sameAs=["https://www.facebook.com/sharer/sharer.php?u=https://example.org/"]),
    "sameAs handle empty": put(ORG, sameAs=["https://www.tiktok.com/@"]),
    "sameAs twice": put(ORG, sameAs=["https://social.example/post", "https://social.example/post"]),
    "sameAs is a search": put(PERSON, sameAs=["https://www.google.com/search?q=Ada+Byron"]),
    "sameAs is a name": put(PERSON, sameAs=["Ada Byron"]),
    "sameAs is the site": put(PERSON, sameAs=[f"{SITE}/"]),
    "author twice": put(ARTICLE, author=[EVE, EVE]),
    "picture twice": put(ARTICLE, image=[f"{SITE}/envoy.jpg", f"{SITE}/envoy.jpg"]),
    "keyword twice": put(ARTICLE, keywords=["harbour", "talks", "harbour"]),
    "about twice": put(ARTICLE, about=[{"@id": f"{SITE}/e/talks"}, {"@id": f"{SITE}/e/talks"}]),
    "one organization under two ids": put(ARTICLE, publisher={"@type": "NewsMediaOrganization", "@id": SITE, "name": "The Post", "url": SITE}),
    "address is the start page": put(ARTICLE, url=f"{SITE}/", mainEntityOfPage=f"{SITE}/"),
    "address with a campaign": put(ARTICLE, url=f"{SITE}/a?utm_source=mail", mainEntityOfPage=f"{SITE}/a?utm_source=mail"),
    # addresses
    "address in an address": inside(ARTICLE, "image", url=f"{SITE}/https://cdn.example.org/envoy.jpg"),
    "scheme twice": inside(ARTICLE, "image", url="https://https://example.org/envoy.jpg"),
    "scheme with one slash": inside(ARTICLE, "image", url="https:/example.org/envoy.jpg"),
    "scheme misspelt": inside(ARTICLE, "image", url="htps://example.org/envoy.jpg"),
    "undefined in an address": inside(ARTICLE, "image", url=f"{SITE}/undefined"),
    "null as a host": inside(ARTICLE, "image", url="https://null/envoy.jpg"),
    "template in an address": inside(ARTICLE, "image", url=f"{SITE}/%7B%7Bslug%7D%7D.jpg"),
    "entity in an address": inside(ARTICLE, "image", url=f"{SITE}/envoy.jpg?w=1200&amp;h=800"),
    "numbered entity in an address": inside(ARTICLE, "image", url=f"{SITE}/envoy.jpg?w=1200&#038;h=800"),
    "picture in the data": inside(ARTICLE, "image", url="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
    "file on a disk": inside(ARTICLE, "image", url="file:///C:/news/envoy.jpg"),
    "staging host": inside(ARTICLE, "image", url="https://staging.example.org/envoy.jpg"),
    "backslash in an address": inside(ARTICLE, "image", url=f"{SITE}\\envoy.jpg"),
    "page as picture": put(ARTICLE, image=f"{SITE}/a"),
    # people
    "author is admin": inside(ARTICLE, "author", name="admin"),
    "author is an address": inside(ARTICLE, "author", name=f"{SITE}/people/eve"),
    "author is a mail address": inside(ARTICLE, "author", name="eve.stone@example.org"),
    "author in capitals": inside(ARTICLE, "author", name="EVE STONE"),
    "author with job": inside(ARTICLE, "author", name="Eve Stone, Senior Reporter"),
    "author with house": inside(ARTICLE, "author", name="Eve Stone | The Post"),
    "author is a number": inside(ARTICLE, "author", name="1042"),
    "author is a dash": inside(ARTICLE, "author", name="-"),
    "author with markup": inside(ARTICLE, "author", name='<a href="/people/eve">Eve Stone</a>'),
    "author is the article": inside(ARTICLE, "author", url=f"{SITE}/a"),
    "author is undefined": inside(ARTICLE, "author", name="undefined undefined"),
    "mail without @": put(OFFICE, email="office at example.org"),
    # texts
    "headline cut": put(ARTICLE, headline="Envoy leaves for talks in…"),
    "headline in capitals": put(ARTICLE, headline="ENVOY LEAVES FOR TALKS IN BERGEN"),
    "headline is the site's name": put(ARTICLE, headline="The Post"),
    "headline of a template": put(ARTICLE, headline="Hello world!"),
    "shortcode in description": put(ARTICLE, description="[vc_row][vc_column]The envoy leaves.[/vc_column][/vc_row]"),
    "caption shortcode in body": put(ARTICLE, articleBody='[caption id="attachment_1" align="left"]The envoy[/caption] The envoy left.'),
    "Markdown in headline": put(ARTICLE, headline="## Envoy leaves for talks in Bergen"),
    "Markdown link in description": put(ARTICLE, description="The [envoy](https://example.org/p/ada) leaves."),
    "escaped line break": put(ARTICLE, description="The envoy leaves.\\nTalks begin."),
    "escaped character": put(ARTICLE, headline="The envoy\\u2019s talks in Bergen"),
    "escaped twice": put(ARTICLE, headline="The envoy&amp;#8217;s talks in Bergen"),
    "program in body": lambda d: d["@graph"][ARTICLE].update(articleBody=d["@graph"][ARTICLE]["articleBody"] + " (adsbygoogle = window.adsbygoogle || []).push({});"),
    "styles in body": lambda d: d["@graph"][ARTICLE].update(articleBody=".post-1 { color: #fff; margin: 0 } " + d["@graph"][ARTICLE]["articleBody"]),
    "description is the headline": put(ARTICLE, description="Envoy leaves for talks in Bergen"),
    "blank around headline": put(ARTICLE, headline=" Envoy leaves for talks in Bergen "),
    "invisible character": put(ARTICLE, headline="Envoy leaves\u200b for talks in Bergen"),
    "language en-UK": put(ARTICLE, inLanguage="en-UK"),
    "language jp": put(ARTICLE, inLanguage="jp"),
    "language by name": put(ARTICLE, inLanguage="English"),
    # places
    "zero island": inside(CITY, "geo", latitude=0, longitude=0),
    "latitude in degrees": inside(CITY, "geo", latitude="60° 23' N"),
    "latitude with comma": inside(CITY, "geo", latitude="60,39"),
    # access
    "paywall without part": put(ARTICLE, isAccessibleForFree=False, hasPart=None),
    "part without selector": put(ARTICLE, isAccessibleForFree=False, hasPart={"@type": "WebPageElement", "isAccessibleForFree": False}),
    "selector without mark": put(ARTICLE, isAccessibleForFree=False, hasPart={"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": "paid"}),
    # events
    "rescheduled to the same day": put(EVENT, eventStatus="https://schema.org/EventRescheduled", previousStartDate="2025-11-18"),
}  # fmt: skip
OTHER_CHANGES: dict[str, Change] = {
    "positions from zero": lambda d: [each.update(position=number) for number, each in enumerate(d["@graph"][TRAIL]["itemListElement"])],
    "gap in positions": lambda d: d["@graph"][TRAIL]["itemListElement"][1].update(position=3),
    "positions twice": lambda d: d["@graph"][TRAIL]["itemListElement"][1].update(position=1),
    "entry without name": lambda d: d["@graph"][TRAIL]["itemListElement"][0].pop("name"),
    "entry without address": lambda d: d["@graph"][TRAIL]["itemListElement"][0].pop("item"),
    "entry with a relative address": lambda d: d["@graph"][TRAIL]["itemListElement"][0].update(item="/news"),
    "wrong number of items": put(TRAIL, numberOfItems=7),
    "post before the coverage": lambda d: d["@graph"][BLOG]["liveBlogUpdate"][0].update(datePublished="2025-11-17T09:30:00+01:00"),
    "live blog without posts": lambda d: d["@graph"][BLOG].pop("liveBlogUpdate"),
    "post without date": lambda d: d["@graph"][BLOG]["liveBlogUpdate"][0].pop("datePublished"),
    "coverage ends before it starts": put(BLOG, coverageEndTime="2025-11-18T08:00:00+01:00"),
    "rating beyond the best": inside(CHECK, "reviewRating", ratingValue=7),
    "worst above best": inside(CHECK, "reviewRating", bestRating=1, worstRating=5, ratingValue=3),
    "rating with comma": inside(CHECK, "reviewRating", ratingValue="1,5"),
    "review of no claim": lambda d: d["@graph"][CHECK].pop("claimReviewed"),
    "doors open after the start": put(CONCERT, doorTime="2026-03-18T20:30:00+01:00"),
    "online at a place": put(CONCERT, eventAttendanceMode="https://schema.org/OnlineEventAttendanceMode"),
    "attendance mode of nobody": put(CONCERT, eventAttendanceMode="https://schema.org/OnsiteEventAttendanceMode"),
    "currency as a sign": inside(CONCERT, "offers", priceCurrency="€"),
    "currency in small letters": inside(CONCERT, "offers", priceCurrency="nok"),
    "price with currency": inside(CONCERT, "offers", price="NOK 12.50"),
    "price with comma": inside(CONCERT, "offers", price="12,50"),
    "availability unknown": inside(CONCERT, "offers", availability="https://schema.org/Available"),
    "telephone is an address": inside(CONCERT, "location", telephone="https://example.org/call"),
    "free with a part that is not": put(PAYWALLED, isAccessibleForFree=True),
}  # fmt: skip
SHIPPED_TEXTS: dict[str, Callable[[str], str]] = {
    "JSON in JSON": json.dumps,
    "JSON escaped as HTML": html.escape,
    "semicolon at the end": lambda text: text + ";",
    "two documents in one": lambda text: text + "\n" + text,
    "assignment": lambda text: "var article = " + text,
    "in CDATA": lambda text: f"//<![CDATA[\n{text}\n//]]>",
    "key without quotes": lambda text: text.replace('"@graph"', "graph", 1),
    "tab in text": lambda text: text.replace("Envoy leaves", "Envoy\tleaves", 1),
    "quote in text": lambda text: text.replace("Envoy leaves", 'Envoy "leaves"', 1),
    "zero before number": lambda text: text.replace("1200", "01200", 1),
    "plus before number": lambda text: text.replace("1200", "+1200", 1),
    "escape of no JSON": lambda text: text.replace("Envoy leaves", "Envoy\\'s leaving", 1),
    "blank that is none": lambda text: text.replace('"headline": ', '"headline":\u00a0', 1),
    "Latin 1 in UTF-8": lambda text: text.replace("Envoy", "Envoy\ufffd", 1),
}
SHIPPED_PAGES: dict[str, Callable[[], str]] = {
    "script of a wrong type": lambda: page(graph()).replace("application/ld+json", "application/json+ld"),
    "script type misspelt": lambda: page(graph()).replace("application/ld+json", "application/ld-json"),
    "script in a comment": lambda: page(f"<!--\n{json.dumps(graph())}\n-->"),
    "script twice": lambda: with_script(graph()),
    "two scripts, two headlines": lambda: with_script(changed(put(ARTICLE, headline="Minister resigns after night of debate"))),
    "two scripts, two dates": lambda: with_script(short(datePublished="2025-11-12T09:00:00+01:00")),
    "two scripts, two authors": lambda: with_script(short(author={**EVE, "name": "Max Reed"})),
    "two canonical addresses": lambda: with_head(f'<link rel="canonical" href="{SITE}/other">'),
    "canonical address relative": lambda: page(graph(), canonical="/a"),
    "two titles for networks": lambda: with_head('<meta property="og:title" content="Minister resigns after night of debate">'),
    "picture for networks relative": lambda: with_head('<meta property="og:image" content="/envoy.jpg">'),
    "address for networks of another page": lambda: with_head(f'<meta property="og:url" content="{SITE}/other">'),
    "date for networks in words": lambda: page(graph()).replace('_time" content="2025-11-18T09:00:00+01:00"', '_time" content="18 November 2025"'),
    "page language with underscore": lambda: page(graph()).replace('<html lang="en">', '<html lang="en_US">'),
    "page language by name": lambda: page(graph()).replace('<html lang="en">', '<html lang="english">'),
    "paywall selector not on page": lambda: page(paywalled(".story-paid")),
    "speakable selector not on page": lambda: page(changed(put(ARTICLE, speakable={"@type": "SpeakableSpecification", "cssSelector": [".summary"]}))),
    "body of another article": lambda: page(changed(put(ARTICLE, articleBody="The minister resigned after a night of debate in parliament. " * 12, wordCount=120))),
    "headline cut in a word": lambda: page(changed(put(ARTICLE, headline="Envoy leaves for talks in Ber"))),
    "headline cut in brackets": lambda: page(changed(put(ARTICLE, headline="Envoy leaves (for")), headline="Envoy leaves (for talks in Bergen)"),
    "microdata of another day": lambda: with_body('<article itemscope itemtype="https://schema.org/NewsArticle"><meta itemprop="datePublished" content="2025-10-02"><b itemprop="headline">Envoy leaves for talks in Bergen</b></article>'),
    "microdata property misspelt": lambda: with_body('<article itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headlin">Envoy leaves for talks in Bergen</b></article>'),
    "microdata type misspelt": lambda: with_body('<article itemscope itemtype="https://schema.org/NewsArticl"><b itemprop="headline">Envoy leaves for talks in Bergen</b></article>'),
    "microdata with a date in words": lambda: with_body('<article itemscope itemtype="https://schema.org/NewsArticle"><b itemprop="headline">Envoy leaves for talks in Bergen</b><b itemprop="datePublished">18 November 2025</b></article>'),
}  # fmt: skip


def short(**members: Json) -> Json:
    """The article as another tool of the same site describes it."""
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Envoy leaves for talks in Bergen"}
    dates = {"datePublished": "2025-11-18T09:00:00+01:00", "dateModified": "2025-11-18T10:00:00+01:00"}
    publisher = {"@type": "NewsMediaOrganization", "name": "The Post", "url": f"{SITE}/"}
    rest = {"url": f"{SITE}/a", "image": f"{SITE}/envoy.jpg", "author": EVE, "publisher": publisher}
    return {**node, **rest, **dates, **members}


def paywalled(selector: str) -> Json:
    """The article with a part that must be paid for."""
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": selector}
    return changed(put(ARTICLE, isAccessibleForFree=False, hasPart=part))


def with_head(element: str) -> str:
    """The clean page with one more element in its head."""
    return page(graph()).replace("</head>", element + "</head>", 1)


def with_body(element: str) -> str:
    """The clean page with one more element in its body."""
    return page(graph()).replace("</body>", element + "</body>", 1)


def with_script(document: Json) -> str:
    """The clean page with a second script."""
    return with_head(f'<script type="application/ld+json">{json.dumps(document)}</script>')


def others() -> dict[str, Json]:
    """The second clean document with each of its defects."""
    return {name: other(change) for name, change in OTHER_CHANGES.items()}
