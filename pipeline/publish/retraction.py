"""A retracted entry -> what stands where the article stood: a notice as page, and a tombstone in every format.

The tombstone keeps address, headline and dates, and says when and why; body, people and events are gone.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.codec import encode_pretty
from pipeline.model.edition import Entry
from pipeline.model.graph import CONTEXT, Json
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.publication import Publication
from pipeline.publish import cloud_event, json_ld, newsml_g2, ninjs
from pipeline.publish.addresses import article_path, site_name, web_address
from pipeline.publish.feed_item import removal_text, removal_title
from pipeline.publish.html import MEDIA_TYPE as HTML
from pipeline.publish.html import document
from pipeline.publish.markup import element, escaped, text_element
from pipeline.publish.wording import label, readable, words
from pipeline.standards.json_tree import clean, encoded

STATUS = "Retracted"


def retraction_files(entry: Entry, newsroom: Newsroom) -> tuple[Publication, ...]:
    """The files that stand under ``articles/<slug>/`` from now on; every other file there must go."""
    contents = (
        ("graph.jsonld", json_ld.MEDIA_TYPE, encoded(tombstone(entry), encode_pretty)),
        ("page.html", HTML, notice(entry, newsroom)),
        ("ninjs.json", ninjs.MEDIA_TYPE, ninjs.ninjs_removal(entry)),
        ("newsml-g2.xml", newsml_g2.MEDIA_TYPE, newsml_g2.newsml_g2_removal(entry, newsroom)),
        ("cloud-event.json", cloud_event.MEDIA_TYPE, cloud_event.envelope(entry, tombstone(entry), newsroom)),
    )
    return tuple(
        Publication(path=article_path(entry.slug, name), media_type=media_type, content=content)
        for name, media_type, content in contents
    )


def tombstone(entry: Entry) -> dict[str, Json]:
    """The JSON-LD document of a retracted article."""
    reason = {
        "@id": f"{entry.url}#retraction",
        "@type": "CorrectionComment",
        "text": removal_text(entry),
        "datePublished": entry.retracted,
    }
    node = {
        "@id": entry.node_id or f"{entry.url}#article",
        "@type": "NewsArticle",
        "headline": entry.headline,
        "url": entry.url,
        "inLanguage": entry.language,
        "datePublished": entry.published,
        "dateModified": entry.modified,
        "creativeWorkStatus": STATUS,
        "correction": clean(reason),
    }
    return {"@context": CONTEXT, "@graph": [clean(node)]}


def notice(entry: Entry, newsroom: Newsroom) -> bytes:
    """The page that replaces the article's: search engines shall forget it, readers learn why it is gone."""
    language = entry.language or newsroom.site.language
    head = (
        text_element("title", f"{removal_title(entry)} | {site_name(newsroom)}"),
        element("meta", name="robots", content="noindex"),
        element("link", rel="canonical", href=entry.url),
        json_ld.script_element(tombstone(entry)),
    )
    return document(language, newsroom, head=head, body=(_body(entry, newsroom, language),))


def _body(entry: Entry, newsroom: Newsroom, language: str) -> str:
    header = element("header", "".join(_head(entry, language)), class_="head")
    note = element("div", "".join(_note(entry, newsroom, language)), class_="note", role="note")
    return element("main", element("article", header + note), id="article")


def _head(entry: Entry, language: str) -> Iterator[str]:
    yield element("p", label(words(language).retracted, language), class_="section")
    yield element("h1", element("s", escaped(entry.headline or entry.url)))
    if entry.published:
        yield element("p", _time(entry.published, language), class_="byline dates")


def _note(entry: Entry, newsroom: Newsroom, language: str) -> Iterator[str]:
    known = words(language)
    heading = element("b", label(known.retracted, language))
    yield element("p", f"{heading} {_time(entry.retracted, language)}" if entry.retracted else heading)
    yield text_element("p", removal_text(entry))
    if policy := web_address(newsroom.publisher.corrections_policy):
        yield element("p", element("a", label(known.how, language), href=policy))


def _time(moment: Moment, language: str) -> str:
    return text_element("time", readable(moment, language), datetime=moment)
