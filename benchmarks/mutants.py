"""Puts single defects into clean documents and pages and counts which validators see them.

``python -m benchmarks.mutants`` prints a table: found, missed, and false findings on the clean documents. ``--peers`` also
runs the peers that are installed (see ``benchmarks/peers``); ``--list`` prints every mutant with what ours says of it.
"""

from __future__ import annotations

import argparse
import copy
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from pipeline.run import validation
from pipeline.validate.engine import Settings

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


ARTICLE, ORG, PERSON, OFFICE, CITY, EVENT, QUOTE = range(7)
CHANGES: dict[str, Change] = {
    # vocabulary
    "property misspelt": rename(ARTICLE, "headline", "headlne"),
    "property in wrong case": rename(ORG, "sameAs", "SameAs"),
    "property of nobody": put(ARTICLE, storyTone="calm"),
    "property of another type": rename(EVENT, "attendee", "participant"),
    "property superseded": rename(EVENT, "attendee", "attendees"),
    "type misspelt": put(ARTICLE, **{"@type": "NewsArtcle"}),
    "type in wrong case": put(ORG, **{"@type": "newsMediaOrganization"}),
    "type missing": drop(PERSON, "@type"),
    "type of a data type": put(PERSON, **{"@type": "Text"}),
    "id without @": rename(PERSON, "@id", "identfier"),
    "place as author": put(ARTICLE, author={"@id": f"{SITE}/l/bergen"}),
    "event as location": put(EVENT, location={"@type": "Event", "name": "B", "startDate": "2025", "location": "C"}),
    "thing as author": inside(ARTICLE, "author", **{"@type": "Thing"}),
    "person as image": put(ARTICLE, image={"@type": "Person", "name": "Eve Stone"}),
    "object as headline": put(ARTICLE, headline={"@type": "Thing", "name": "A"}),
    "number as headline": put(ARTICLE, headline=42),
    "truth value as headline": put(ARTICLE, headline=True),
    "text as author": put(ARTICLE, author="Eve Stone"),
    "text as location": put(EVENT, location="Bergen"),
    "enumeration misspelt": put(EVENT, eventStatus="https://schema.org/EventCanceled"),
    "enumeration of another kind": put(EVENT, eventStatus="https://schema.org/InStock"),
    "enumeration bare and wrong": put(EVENT, eventStatus="EventPostponned"),
    "truth value as text": put(ARTICLE, isAccessibleForFree="False"),
    "truth value as word": put(ARTICLE, isAccessibleForFree="no"),
    "word count as word": put(ARTICLE, wordCount="many"),
    "empty text": put(ARTICLE, articleSection=""),
    "null": put(ARTICLE, articleSection=None),
    "empty list": put(ARTICLE, mentions=[]),
    # dates
    "impossible day": put(ARTICLE, datePublished="2025-02-30T09:00:00+01:00"),
    "impossible month": put(EVENT, startDate="2025-13-18"),
    "impossible hour": put(ARTICLE, datePublished="2025-11-18T25:00:00+01:00"),
    "date in words": put(ARTICLE, datePublished="18 November 2025"),
    "no date": put(ARTICLE, datePublished="yesterday"),
    "date without zone": put(ARTICLE, datePublished="2025-11-18T09:00:00"),
    "modified before published": put(ARTICLE, dateModified="2025-11-17T09:00:00+01:00"),
    "published in the future": put(ARTICLE, datePublished="2027-11-18T09:00:00+01:00", dateModified="2027-11-18T10:00:00+01:00"),
    "event ends before it starts": put(EVENT, endDate="2025-11-17"),
    "died before birth": put(PERSON, deathDate="1970"),
    # identity and references
    "dangling publisher": put(ARTICLE, publisher={"@id": f"{SITE}/#publisher"}),
    "dangling mention": put(ARTICLE, mentions=[{"@id": f"{SITE}/p/nobody"}]),
    "one @id for two things": put(OFFICE, **{"@id": f"{SITE}/p/ada"}),
    "relative @id": put(PERSON, **{"@id": "p/ada"}),
    "second main article": lambda d: d["@graph"].append(
        {"@type": "NewsArticle", "@id": f"{SITE}/b#article", "headline": "Another day", "url": f"{SITE}/b"}
    ),
    "two addresses": put(ARTICLE, mainEntityOfPage=f"{SITE}/b"),
    "about and mentions": put(ARTICLE, mentions=[{"@id": f"{SITE}/e/talks"}]),
    # people
    "merged authors": inside(ARTICLE, "author", name="Eve Stone and Max Reed"),
    "merged authors by comma": inside(ARTICLE, "author", name="Eve Stone, Max Reed, Lea Wood"),
    "byline in name": inside(ARTICLE, "author", name="By Eve Stone"),
    "publisher as author": inside(ARTICLE, "author", name="The Post"),
    "publisher is a person": put(ARTICLE, publisher={"@type": "Person", "name": "Max Reed"}),
    "author without name": lambda d: d["@graph"][ARTICLE]["author"].pop("name"),
    "handle in sameAs": put(ORG, sameAs=["@thepost"]),
    "sameAs start page": put(ORG, sameAs=["https://www.facebook.com/"]),
    # texts
    "HTML in headline": put(ARTICLE, headline="Envoy <b>leaves</b> for talks in Bergen"),
    "entity in headline": put(ARTICLE, headline="Envoy &amp; minister talk in Bergen"),
    "mojibake in body": put(ARTICLE, headline="Envoyâ€™s talks in Bergen"),
    "template in headline": put(ARTICLE, headline="{{ headline }}"),
    "language tag": put(ARTICLE, inLanguage="english"),
    "language tag with underscore": put(ARTICLE, inLanguage="en_GB"),
    "language of text": put(ARTICLE, inLanguage="de"),
    "site name in headline": put(ARTICLE, headline="Envoy leaves for talks in Bergen | The Post"),
    "person not in text": put(PERSON, name="Carl Gauss"),
    "quotation not in text": put(QUOTE, text="We will never talk about it"),
    "quotation without speaker": drop(QUOTE, "spokenByCharacter"),
    "quotation without text": drop(QUOTE, "text"),
    # addresses
    "relative image": inside(ARTICLE, "image", url="/envoy.jpg"),
    "relative url": put(ARTICLE, url="a"),
    "blank in url": put(ARTICLE, url=f"{SITE}/a b"),
    "local address": inside(ARTICLE, "image", url="http://localhost:8000/envoy.jpg"),
    "no scheme": put(ORG, url="www.example.org"),
    # events and places
    "event without place": drop(EVENT, "location"),
    "event without date": drop(EVENT, "startDate"),
    "latitude beside the globe": inside(CITY, "geo", latitude=139.7),
    # consumers
    "no headline": drop(ARTICLE, "headline"),
    "no date of publication": drop(ARTICLE, "datePublished"),
    "no image": drop(ARTICLE, "image"),
    "no author": drop(ARTICLE, "author"),
    "tiny image": inside(ARTICLE, "image", width=100, height=100),
    # JSON-LD
    "no context": lambda d: d.pop("@context"),
    "context misspelt": top(**{"@context": "https://shema.org"}),
    "context without scheme": top(**{"@context": "schema.org"}),
    "keyword misspelt": rename(PERSON, "@type", "@tpye"),
    "@id is a number": put(PERSON, **{"@id": 5}),
    "@type is a number": put(PERSON, **{"@type": [5]}),
}  # fmt: skip
TEXTS: dict[str, Callable[[str], str]] = {
    "comma before bracket": lambda text: text[: text.rindex("]")].rstrip() + ",]}",
    "missing comma": lambda text: text.replace('",\n', '"\n', 1),
    "single quotes": lambda text: text.replace('"The Post"', "'The Post'", 1),
    "typographic quotes": lambda text: text.replace('"The Post"', "“The Post”", 1),
    "comment": lambda text: text.replace('"@graph"', '// the graph\n"@graph"', 1),
    "cut": lambda text: text[: len(text) // 2],
    "line break in text": lambda text: text.replace("Envoy leaves", "Envoy\nleaves", 1),
    "NaN": lambda text: text.replace("60.39", "NaN", 1),
    "duplicate key": lambda text: text.replace('"headline":', '"headline": "B", "headline":', 1),
    "byte order mark": lambda text: "\ufeff" + text,
    "control character": lambda text: text.replace("Envoy", "En\\u0007voy", 1),
}
PAGES: dict[str, Callable[[], str]] = {
    "headline not on page": lambda: page(changed(put(ARTICLE, headline="Minister resigns after night of debate"))),
    "author not on page": lambda: page(changed(inside(ARTICLE, "author", name="Max Reed"))),
    "date not on page": lambda: page(changed(put(ARTICLE, datePublished="2025-10-02T09:00:00+01:00"))),
    "another canonical address": lambda: page(graph(), canonical=f"{SITE}/other"),
    "image not on page": lambda: page(changed(inside(ARTICLE, "image", url=f"{SITE}/minister.jpg"))),
    "person not on page": lambda: page(changed_twice(drop(ARTICLE, "articleBody"), put(PERSON, name="Carl Gauss"))),
    "quotation not on page": lambda: page(
        changed_twice(drop(ARTICLE, "articleBody"), put(QUOTE, text="We will never talk"))
    ),
    "language of page": lambda: page(graph()).replace('<html lang="en">', '<html lang="fr">'),
    "script not closed": lambda: page(graph()).replace("</script>", ""),
    "script empty": lambda: page(""),
}


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


def mutants() -> Iterator[Mutant]:
    """Every defect once: most in a document, some in its text, some in a page."""
    for name, change in CHANGES.items():
        yield Mutant(name, json.dumps(changed(change), ensure_ascii=False, indent=1))
    for name, spoil in TEXTS.items():
        yield Mutant(name, spoil(json.dumps(graph(), ensure_ascii=False, indent=1)))
    for name, make in PAGES.items():
        yield Mutant(name, make())


def clean() -> tuple[Mutant, ...]:
    return (
        Mutant("clean document", json.dumps(graph(), ensure_ascii=False, indent=1)),
        Mutant("clean page", page(graph())),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="print every mutant with the findings")
    parser.add_argument("--peers", action="store_true", help="also run the installed peers")
    options = parser.parse_args()
    validate = validation.load(Settings(now=NOW))
    false = [found for each in clean() for found in validate(each.text.encode())]
    missed, infos = [], []
    listed = list(mutants())
    for each in listed:
        findings = validate(each.text.encode())
        worst = {found.severity for found in findings}
        if not findings:
            missed.append(each.name)
        elif worst == {"info"}:
            infos.append(each.name)
        if options.list:
            print(f"{each.name:32}", ", ".join(f"{found.severity[0].upper()}:{found.code}" for found in findings))
    print(
        f"\n{'validator':34}{'found':>6}{'missed':>7}{'false':>6}   of {len(listed)} mutants and {len(clean())} clean documents"
    )
    print(f"{'newsgraph':34}{len(listed) - len(missed):>6}{len(missed):>7}{len(false):>6}")
    if missed or infos or false:
        print(f"missed: {missed}\nonly as info: {infos}\nfalse: {[(each.code, each.pointer) for each in false]}")
    if options.peers:
        from benchmarks import validation_peers  # noqa: PLC0415 - needs node and more

        validation_peers.report(listed, clean())


if __name__ == "__main__":
    main()
