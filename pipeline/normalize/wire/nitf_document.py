"""A ``nitf`` element (3.x, with or without its namespace) -> an article's statements. NewsML-G2 and ninjs carry it inside.

Specification: https://iptc.org/standards/nitf/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from pipeline.model.article import Dropped, Subject, SubjectKind
from pipeline.model.finding import Finding, Outcome
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Correction, Credit, Image
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credits_of
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment, xml
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.fragment import Fragment
from pipeline.normalize.wire.kept import kept
from pipeline.normalize.wire.moments import read_moment
from pipeline.normalize.wire.xml import Element, children, first, name, text

_IDENTIFIED: dict[str, SubjectKind] = {
    "person": "person", "org": "organization", "location": "place", "event": "event", "object.title": "work",
    "virtloc": "object", "function": "topic", "identified-content": "topic",
}  # fmt: skip
_READ = frozenset(
    ("title", "docdata", "tobject", "doc-id", "urgency", "date.issue", "date.release", "date.expire", "doc.copyright", "evloc", "ed-msg",
     "key-list", "identified-content", "correction")
)  # fmt: skip
"""What has a field in the record; all else of the head is kept under its own name."""
_STATUS = {"canceled": "canceled", "cancelled": "canceled", "embargoed": "withheld", "withheld": "withheld"}


def fragment_of(markup: str) -> Fragment:
    """The body's blocks of NITF as text, as ninjs carries it."""
    root = xml.parse(markup).value
    if root is None:
        return fragment.read(markup)
    content = next((each for each in root.iter("{*}body.content", "{*}BODY.CONTENT")), root)
    return fragment.from_element(content)


def statements(nitf: Element) -> Outcome[dict[str, Any]]:
    """What a ``nitf`` element states, by the article's field names."""
    findings: list[Finding] = []
    head, content = first(nitf, "head"), first(nitf, "body", "body.content")
    body_head = first(nitf, "body", "body.head")
    headline = _headline(body_head) or text(first(head, "title"))
    inside = Fragment() if content is None else _without_repeated_lead(fragment.from_element(content))
    findings += inside.findings
    if not inside.blocks:
        findings.append(say.item_without_text("no body.content"))
    made = {
        **_identity(head, findings),
        **_rights(nitf),
        "headline": headline,
        "alternative_headline": text(first(body_head, "hedline", "hl2")),
        "description": text(first(body_head, "abstract")),
        "article_section": _sections(head),
        "author": tuple(_authors(body_head)),
        "contributor": _tagline(nitf),
        "dateline": text(first(body_head, "dateline", "location")) or text(first(body_head, "dateline")),
        "in_language": xml.language(nitf),
        "publisher": _publisher(head, body_head),
        "image": (*_media(content), *inside.images),
        "keywords": tuple(each for each in _keywords(head) if each),
        "subjects": _stated_once((*_subjects(head), *_enriched(content))),
        "editorial_note": " ".join(_notes(head, body_head)),
        **body(inside, headline=headline),
    }
    corrections = tuple(_corrections(head))
    return Outcome({**made, "correction": (*made["correction"], *corrections)}, tuple(findings))


def _without_repeated_lead(found: Fragment) -> Fragment:
    """Archives put the lead into a block of its own and again at the start of the full text: once is enough."""
    blocks = found.blocks
    for size in range(min(len(blocks) // 2, 10), 0, -1):
        if blocks[:size] == blocks[size : 2 * size]:
            dropped = tuple(Dropped(each.text, "repeated at the start of the text") for each in blocks[:size])
            return msgspec.structs.replace(found, blocks=blocks[size:], dropped=(*found.dropped, *dropped))
    return found


def _identity(head: Element | None, findings: list[Finding]) -> dict[str, Any]:
    docdata = first(head, "docdata")
    issued, released = _norm(docdata, "date.issue"), _norm(docdata, "date.release")
    publication = next(children(head, "pubdata"), None)
    printed = publication.get("date.publication") if publication is not None else None
    urgency = first(docdata, "urgency")
    level = (urgency.get("ed-urg") or "") if urgency is not None else ""
    status = (docdata.get("management-status") or "").lower() if docdata is not None else ""
    url = (publication.get("ex-ref") or "") if publication is not None else ""
    stated = {
        "date_published": _date("datePublished", issued or printed or released, findings),
        "embargoed": _embargo(issued, released, status, findings),
        "expires": _date("expires", _norm(docdata, "date.expire"), findings),
    }
    revision = next(
        (each.get("content") for each in children(head, "meta") if each.get("name") in ("version", "revision")), None
    )
    rest = [each for parent in (head, docdata) for each in children(parent) if name(each) not in _READ]
    return {
        **stated,
        "additional_property": kept(rest, name),
        "identifier": _attribute(first(docdata, "doc-id"), "id-string"),
        "version": revision or _attribute(first(docdata, "du-key"), "version"),
        "url": url if absolute(url) else None,
        "urgency": int(level) if re.fullmatch("[1-9]", level) else None,
        "pub_status": _STATUS.get(status, "usable"),
        "genre": tuple(
            tidy(each.get("tobject.property.type") or "")
            for each in children(first(head, "tobject"), "tobject.property")
        ),
    }


def _embargo(issued: str | None, released: str | None, status: str, findings: list[Finding]) -> Moment | None:
    """A release after the issue is an embargo, whatever the status says; so is one that the status names."""
    until = _date("embargoed", released, findings)
    since = _date("datePublished", issued, [])
    if until is None or status == "embargoed":
        return until
    if since is None:
        return None
    if until.instant and since.instant:
        return until if until.instant > since.instant else None
    return until if until.day > since.day else None


def _rights(nitf: Element) -> dict[str, Any]:
    holder = first(nitf, "head", "docdata", "doc.copyright")
    rights = first(nitf, "body", "body.head", "rights")
    year = (_attribute(holder, "year") or text(first(rights, "rights.startdate")))[:4]
    return {
        "copyright_holder": _attribute(holder, "holder") or text(first(rights, "rights.owner")),
        "copyright_year": int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        "usage_info": _attribute(first(nitf, "head", "docdata", "doc.rights"), "agent")
        and f"Rights: {_attribute(first(nitf, 'head', 'docdata', 'doc.rights'), 'agent')}",
        "copyright_notice": text(rights) if rights is not None and not len(rights) else None,
    }


def _headline(body_head: Element | None) -> str:
    hedline = first(body_head, "hedline")
    return text(first(hedline, "hl1")) or (text(hedline) if hedline is not None else "")


def _authors(body_head: Element | None) -> Iterator[Credit]:
    """People named with ``person`` in a byline; where none is, the byline's words."""
    seen: set[str] = set()
    for byline in children(body_head, "byline"):
        if _turned(text(byline)) in seen:
            continue  # the same name again, as an index writes it
        people = [text(each) for each in byline.iter("{*}person")]
        title = text(first(byline, "byttl"))
        own = "".join(_own_words(byline))
        named = [Credit(name=each) for each in people if each] or list(credits_of(own) or credits_of(title))
        for each in named:
            seen.add(each.name.casefold())
            yield Credit(name=each.name, type=each.type, job_title=title if title and title != each.name else None)
    for distributor in children(body_head, "distributor"):
        if not any(True for _ in children(body_head, "byline")):
            yield from credits_of(text(distributor))


def _turned(written: str) -> str:
    """``Quay, Ben`` as ``ben quay``."""
    found = re.fullmatch(r"([^,;]{1,60}),\s*([^,;]{1,60})", written)
    return f"{found[2]} {found[1]}".casefold() if found else ""


def _own_words(byline: Element) -> Iterator[str]:
    yield byline.text or ""
    for child in byline:
        if name(child) not in ("byttl", "location", "virtloc"):
            yield " " + text(child)
        yield child.tail or ""


def _publisher(head: Element | None, body_head: Element | None) -> Credit | None:
    printed = _attribute(first(head, "pubdata"), "name")
    stated = printed or text(first(body_head, "distributor", "org")) or text(first(body_head, "distributor"))
    return Credit(name=tidy(stated), type="Organization") if stated else None


def _sections(head: Element | None) -> tuple[str, ...]:
    printed = tidy(_attribute(first(head, "pubdata"), "position.section"))
    return (printed,) if printed else ()


def _keywords(head: Element | None) -> Iterator[str]:
    for each in children(first(head, "docdata", "key-list"), "keyword"):
        yield tidy(each.get("key") or "")


def _subjects(head: Element | None) -> Iterator[Subject]:
    for each in children(first(head, "tobject"), "tobject.subject"):
        code = tidy(each.get("tobject.subject.refnum") or "")
        named = [each.get(f"tobject.subject.{level}") for level in ("detail", "matter", "type", "code")]
        stated = next((tidy(value) for value in named if value and value.strip()), code)
        if stated:
            yield Subject(name=stated, identifier=code or None, scheme="iptc-subject-code" if code else None)
    docdata = first(head, "docdata")
    for place in children(docdata, "evloc"):
        parts = [tidy(place.get(each) or "") for each in ("city", "county-dist", "state-prov", "iso-cc")]
        stated = ", ".join(each for each in parts if each) or text(place)
        if stated:
            yield Subject(
                name=stated, kind="place", relation="about", identifier=tidy(place.get("iso-cc") or "") or None
            )
    for element in children(first(docdata, "identified-content")):
        yield from _named(element)


def _stated_once(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """Each subject once: the head's statement before the mention in the text."""
    found: dict[tuple[str, str], Subject] = {}
    for each in subjects:
        found.setdefault((each.kind, each.name), each)
    return tuple(found.values())


def _enriched(content: Element | None) -> Iterator[Subject]:
    """The persons, organizations, places and events that are marked up in the text."""
    if content is None:
        return
    for each in content.iter("{*}person", "{*}org", "{*}location", "{*}event", "{*}object.title"):
        yield from _named(each, mentioned=True)


def _named(element: Element, *, mentioned: bool = False) -> Iterator[Subject]:
    stated = text(element) or tidy(element.get("classifier") or "") or tidy(element.get("value") or "")
    if not stated:
        return
    code = element.get("idsrc"), element.get("value")
    yield Subject(
        name=stated,
        kind=_IDENTIFIED.get(name(element), "topic"),
        identifier=tidy(code[1]) if code[1] else None,
        scheme=tidy(code[0]) if code[0] else None,
        relation="mentions" if mentioned else None,
    )


def _media(content: Element | None) -> Iterator[Image]:
    for media in () if content is None else content.iter("{*}media"):
        if (media.get("media-type") or "").lower() not in ("image", "photo", "picture", "graphic"):
            continue
        reference = first(media, "media-reference")
        address = _attribute(reference, "source")
        image = Image(
            url=address if absolute(address) else None,
            caption=text(first(media, "media-caption")) or None,
            creator=text(first(media, "media-producer")) or None,
            text=_attribute(reference, "alternate-text") or None,
            width=_pixels(_attribute(reference, "width")),
            height=_pixels(_attribute(reference, "height")),
        )
        if image.url or image.caption:
            yield image


def _notes(head: Element | None, body_head: Element | None) -> Iterator[str]:
    for each in children(first(head, "docdata"), "ed-msg"):
        yield tidy(each.get("info") or "")
    for each in children(body_head, "note"):
        yield text(each)


def _corrections(head: Element | None) -> Iterator[Correction]:
    for each in children(first(head, "docdata"), "correction"):
        if tidy(each.get("info") or ""):
            yield Correction(text=tidy(each.get("info") or ""))


def _tagline(nitf: Element) -> tuple[Credit, ...]:
    """Who contributed, as the line at the end says it."""
    line = first(nitf, "body", "body.end", "tagline")
    people = tuple(Credit(name=text(each)) for each in line.iter("{*}person") if text(each)) if line is not None else ()
    said = re.match(r"(.{3,100}?)\s+contributed\b", text(line))
    return people or (credits_of(said[1]) if said else ())


def _norm(docdata: Element | None, element: str) -> str | None:
    return _attribute(first(docdata, element), "norm") or text(first(docdata, element)) or None


def _date(field: str, value: str | None, findings: list[Finding]) -> Moment | None:
    found, told = read_moment(field, value)
    findings += told
    return found


def _attribute(element: Element | None, attribute: str) -> str:
    return "" if element is None else tidy(element.get(attribute) or "")


def _pixels(value: str) -> int | None:
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else None
