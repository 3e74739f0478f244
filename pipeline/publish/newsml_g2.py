"""Finished article -> NewsML-G2 2.35 news item (https://iptc.org/standards/newsml-g2/), conformance level power.

People, organizations, places and events are asserted as concepts; the body is XHTML. A correction has the signal
``sig:correction``, a retraction the status ``stat:canceled``.
"""

from __future__ import annotations

from lxml import etree

from pipeline.model.article import Article, SubjectKind
from pipeline.model.edition import Entry
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit
from pipeline.publish.addresses import web_address
from pipeline.publish.body import body_html
from pipeline.publish.dates import rfc3339, xsd
from pipeline.publish.feed_item import lead_image, removal_text
from pipeline.publish.finished import Finished
from pipeline.publish.graph_view import Named, named, text
from pipeline.publish.newsml_concepts import NAMESPACE, assert_concept
from pipeline.standards.xml_text import legal
from pipeline.standards.xml_tree import Element, add, add_text, root, to_bytes

MEDIA_TYPE = "application/vnd.iptc.g2.newsitem+xml"
CATALOG = "http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"
XHTML = "http://www.w3.org/1999/xhtml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_G = f"{{{NAMESPACE}}}"
_NATURES: dict[SubjectKind, str] = {
    "person": "cpnat:person",
    "organization": "cpnat:organisation",
    "place": "cpnat:geoArea",
    "event": "cpnat:event",
    "object": "cpnat:object",
}


def newsml_g2(finished: Finished, entry: Entry) -> bytes:
    """The news item."""
    article, newsroom = finished.article, finished.newsroom
    item = _item(entry, newsroom)
    _rights(item, article, newsroom)
    _item_meta(item, entry, newsroom, article)
    found = named(finished.graph)
    _content_meta(item, article, found)
    for each in found:
        assert_concept(item, each)
    _content(item, article)
    return to_bytes(item, pretty=False)


def newsml_g2_removal(entry: Entry, newsroom: Newsroom) -> bytes:
    """The item after its retraction: its status, its version and the reason."""
    item = _item(entry, newsroom)
    _item_meta(item, entry, newsroom, None)
    if entry.headline:
        add(add(item, f"{_G}contentMeta"), f"{_G}headline", entry.headline)
    return to_bytes(item, pretty=False)


def _item(entry: Entry, newsroom: Newsroom) -> Element:
    item = root(
        f"{_G}newsItem",
        {"": NAMESPACE},
        guid=entry.guid,
        version=str(entry.version),
        standard="NewsML-G2",
        standardversion="2.35",
        conformance="power",
    )
    item.set(XML_LANG, entry.language or newsroom.site.language)
    add(item, f"{_G}catalogRef", href=CATALOG)
    return item


def _rights(item: Element, article: Article, newsroom: Newsroom) -> None:
    holder = article.copyright_holder or newsroom.site.copyright_holder
    terms = article.usage_info or newsroom.site.usage_info
    license_ = web_address(article.license or newsroom.site.license)
    if not (holder or terms or license_ or article.copyright_notice):
        return
    rights = add(item, f"{_G}rightsInfo")
    if holder:
        add(add(rights, f"{_G}copyrightHolder", literal=holder), f"{_G}name", holder)
    add_text(rights, f"{_G}copyrightNotice", article.copyright_notice)
    add_text(rights, f"{_G}usageTerms", terms)
    if license_:
        add(rights, f"{_G}link", rel="irel:seeAlso", href=license_)


def _item_meta(item: Element, entry: Entry, newsroom: Newsroom, article: Article | None) -> None:
    meta = add(item, f"{_G}itemMeta")
    add(meta, f"{_G}itemClass", qcode="ninat:text")
    provider = add(meta, f"{_G}provider", uri=newsroom.publisher.url or newsroom.site.url)
    add(provider, f"{_G}name", newsroom.publisher.name)
    add(meta, f"{_G}versionCreated", rfc3339(entry.modified))
    add(meta, f"{_G}firstCreated", rfc3339(entry.first_published))
    if article is not None and (embargo := rfc3339(article.embargoed)):
        add(meta, f"{_G}embargoed", embargo)
    status = "canceled" if article is None else article.pub_status
    add(meta, f"{_G}pubStatus", qcode=f"stat:{status}")
    add_text(meta, f"{_G}title", entry.headline)
    _notes(meta, entry, article)
    add(meta, f"{_G}link", rel="irel:seeAlso", href=entry.url, contenttype="text/html")


def _notes(meta: Element, entry: Entry, article: Article | None) -> None:
    if article is None:
        add(meta, f"{_G}edNote", removal_text(entry))
        return
    for each in article.correction:
        add(meta, f"{_G}edNote", f"{each.kind.capitalize()}: {each.text}")
    if any(each.kind == "correction" for each in article.correction):
        add(meta, f"{_G}signal", qcode="sig:correction")
    elif article.correction or entry.version > 1:
        add(meta, f"{_G}signal", qcode="sig:update")
    if expires := rfc3339(article.expires):
        add(meta, f"{_G}expires", expires)


def _content_meta(item: Element, article: Article, found: tuple[Named, ...]) -> None:
    meta = add(item, f"{_G}contentMeta")
    if found_image := lead_image(article):
        image, url = found_image
        sizes = {name: str(size) for name, size in (("width", image.width), ("height", image.height)) if size}
        add(meta, f"{_G}icon", href=url, **sizes)
    add_text(meta, f"{_G}urgency", str(article.urgency) if article.urgency else None)
    add_text(meta, f"{_G}contentCreated", xsd(article.date_created or article.date_published))
    add_text(meta, f"{_G}contentModified", xsd(article.date_modified))
    if article.dateline:
        add(add(meta, f"{_G}located", literal=article.dateline), f"{_G}name", article.dateline)
    for credit in article.author:
        _party(meta, "creator", credit)
    for credit in (*article.contributor, *article.editor):
        _party(meta, "contributor", credit)
    _descriptive(meta, article, found)


def _descriptive(meta: Element, article: Article, found: tuple[Named, ...]) -> None:
    if article.in_language:
        add(meta, f"{_G}language", tag=article.in_language)
    for genre in article.genre:
        add(add(meta, f"{_G}genre", literal=genre), f"{_G}name", genre)
    for keyword in article.keywords:
        add(meta, f"{_G}keyword", keyword)
    for rank, each in enumerate(found, start=1):
        subject = add(meta, f"{_G}subject", uri=each.node["@id"], rank=str(rank))
        add_text(subject, f"{_G}name", text(each.node, "name"))
    for section in article.article_section:
        add(add(meta, f"{_G}subject", literal=section), f"{_G}name", section)
    _stated_subjects(meta, article, {text(each.node, "name") for each in found})
    add_text(meta, f"{_G}headline", article.headline)
    add_text(meta, f"{_G}headline", article.alternative_headline)
    if article.author:
        add(meta, f"{_G}by", ", ".join(each.name for each in article.author))
    add_text(meta, f"{_G}creditline", article.credit_text)
    add_text(meta, f"{_G}description", article.description, role="drol:summary")


def _stated_subjects(meta: Element, article: Article, known: set[str | None]) -> None:
    """What the source stated that the graph does not name: an address as its URI, any other code as a literal."""
    for each in article.subjects:
        if each.name in known or each.name in article.article_section:
            continue
        code = each.identifier or each.name
        url = web_address(code)
        subject = add(meta, f"{_G}subject", type_=_NATURES.get(each.kind), uri=url, literal=None if url else code)
        add(subject, f"{_G}name", each.name)


def _party(meta: Element, kind: str, credit: Credit) -> None:
    url = web_address(credit.url)
    party = add(meta, f"{_G}{kind}", uri=url, literal=None if url else credit.name)
    add(party, f"{_G}name", credit.name)


def _content(item: Element, article: Article) -> None:
    content = add(item, f"{_G}contentSet")
    words = sum(len(each.text.split()) for each in article.paragraphs)
    inline = add(content, f"{_G}inlineXML", contenttype="application/xhtml+xml", wordcount=str(words))
    markup = f'<html xmlns="{XHTML}"><head><title/></head><body>{body_html(article)}</body></html>'
    page = etree.fromstring(markup, etree.XMLParser(resolve_entities=False, no_network=True))
    page[0][0].text = legal(article.headline or article.url)
    inline.append(page)
