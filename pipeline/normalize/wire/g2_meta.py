"""The metadata of a NewsML-G2 item (rightsInfo, itemMeta, contentMeta, assert) -> an article's statements.

Specification: https://iptc.org/std/NewsML-G2/guidelines/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from pipeline.model.article import Subject, SubjectKind
from pipeline.model.finding import Finding
from pipeline.model.moment import Moment
from pipeline.model.sidecar import Correction, Credit
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credit, credits_of
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire.corrections import noted
from pipeline.normalize.wire.kept import kept
from pipeline.normalize.wire.moments import read_moment
from pipeline.normalize.wire.status import pub_status
from pipeline.normalize.wire.xml import Element, children, first, name, text

_NATURES: dict[str, SubjectKind] = {
    "person": "person", "organisation": "organization", "organization": "organization", "team": "organization",
    "geoarea": "place", "poi": "place", "event": "event", "object": "object", "abstract": "topic",
}  # fmt: skip
"""IPTC's concept natures (cpnat) and the sports extension's team."""
_CAPTION_ROLES = ("caption", "creditline")
_READ = frozenset(
    ("versionCreated", "firstCreated", "embargoed", "pubStatus", "edNote", "expires", "provider", "urgency", "contentCreated", "located",
     "creator", "contributor", "language", "keyword", "subject", "genre", "headline", "dateline", "creditline", "description",
     "copyrightHolder", "copyrightNotice", "usageTerms")
)  # fmt: skip
"""What has a field in the record; all other metadata is kept under its own name."""
_SINGLE = (("headline", 2), ("description", 1))
"""Names of which the record holds so many; where an item has more, all are kept."""


def statements(item: Element, *, language: str | None, findings: list[Finding]) -> dict[str, Any]:
    """What the item states about itself, by the article's field names."""
    meta, content = first(item, "itemMeta"), first(item, "contentMeta")
    names = _Names(item, language)
    headline = _headline(content) or text(first(meta, "title"))
    return {
        "identifier": item.get("guid"),
        "version": item.get("version"),
        "url": _url(item),
        "headline": headline,
        "alternative_headline": next(_other_headlines(content, headline), None),
        "description": _description(content),
        "in_language": language,
        **_parties(meta, content, names),
        **_dates(meta, content, findings),
        **_status(meta, findings),
        **_rights(first(item, "rightsInfo"), names),
        "dateline": text(first(content, "dateline")) or _located(content, names),
        "subjects": tuple(dict.fromkeys(names.subjects(content))),
        "genre": tuple(each for genre in children(content, "genre") if (each := names.name(genre))),
        "keywords": tuple(text(each) for each in children(content, "keyword") if text(each)),
        "urgency": _urgency(content, findings),
        "credit_text": text(first(content, "creditline")),
        **_notes(meta),
        "additional_property": _additional(item, meta, content),
    }


class _Names:
    """Names and codes of the concepts that an item refers to; a name may stand in an ``assert`` element instead."""

    def __init__(self, item: Element, language: str | None) -> None:
        self._language = (language or "").lower()
        self._asserted = {code: each for each in children(item, "assert") if (code := identifier(each))}

    def name(self, concept: Element) -> str:
        """The name in the item's language if there is one, else the first, else the code."""
        own = self._named(concept)
        code = identifier(concept) or ""
        asserted = self._asserted.get(code)
        return (
            own
            or (self._named(asserted) if asserted is not None else "")
            or tidy(concept.get("literal") or "")
            or _readable(code)
        )

    def subjects(self, content: Element | None) -> Iterator[Subject]:
        """The subjects with their kinds, and where the content is about."""
        for each in children(content, "subject"):
            yield self._subject(each, _nature(each, self._asserted))
            for broader in children(each, "broader"):
                if text(first(broader, "name")) and _nature(each, self._asserted) == "place":
                    yield self._subject(broader, "place")

    def _subject(self, concept: Element, kind: SubjectKind) -> Subject:
        same = tuple(code for each in children(concept, "sameAs", "exactMatch") if (code := identifier(each)))
        return Subject(name=self.name(concept), kind=kind, identifier=identifier(concept), same_as=same)

    def _named(self, concept: Element) -> str:
        names = [(_language(each), text(each)) for each in children(concept, "name") if text(each)]
        exact = [each for language, each in names if language == self._language]
        near = [each for language, each in names if language[:2] == self._language[:2]]
        return next(iter((*exact, *near, *(each for _, each in names))), "")


def identifier(concept: Element) -> str | None:
    """The concept's URI, qcode or literal."""
    return next(
        (tidy(code) for each in ("uri", "qcode", "literal") if (code := concept.get(each)) and code.strip()), None
    )


def _language(element: Element) -> str:
    return (element.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower()


def _nature(concept: Element, asserted: dict[str, Element]) -> SubjectKind:
    stated = concept.get("type") or concept.get("typeuri") or ""
    twin = asserted.get(identifier(concept) or "")
    if not stated and twin is not None:
        of_twin = first(twin, "type")
        stated = twin.get("type") or (of_twin.get("qcode") or "" if of_twin is not None else "")
    return _NATURES.get(_tail(stated).lower(), "topic")


def _tail(code: str) -> str:
    return re.split(r"[:/#]", code.rstrip("/"))[-1]


def _readable(code: str) -> str:
    """What a code says where it has no name: an address its host, a qcode what stands behind the alias."""
    return (urlsplit(code).hostname or code) if absolute(code) else _tail(code)


def _headline(content: Element | None) -> str:
    found = [(_tail(each.get("role") or ""), text(each)) for each in children(content, "headline") if text(each)]
    main = [each for role, each in found if role in ("", "main", "headline")]
    return next(iter((*main, *(each for _, each in found))), "")


def _other_headlines(content: Element | None, headline: str) -> Iterator[str]:
    yield from (text(each) for each in children(content, "headline") if text(each) not in ("", headline))


def _description(content: Element | None) -> str:
    found = [
        (_tail(each.get("role") or "").lower(), text(each)) for each in children(content, "description") if text(each)
    ]
    return next((each for role, each in found if role not in _CAPTION_ROLES), next((each for _, each in found), ""))


def _parties(meta: Element | None, content: Element | None, names: _Names) -> dict[str, Any]:
    authors = tuple(_credit(each, names) for each in children(content, "creator"))
    bylines = tuple(each for by in children(content, "by") for each in credits_of(text(by)))
    others = [
        (_tail(each.get("role") or "").lower(), _credit(each, names)) for each in children(content, "contributor")
    ]
    provider = first(meta, "provider")
    return {
        "author": authors or bylines,
        "contributor": tuple(each for role, each in others if "edit" not in role),
        "editor": tuple(each for role, each in others if "edit" in role),
        "publisher": None if provider is None else _organization(provider, names),
    }


def _credit(party: Element, names: _Names) -> Credit:
    made = credit(names.name(party))
    nature = _tail(party.get("type") or "").lower()
    kind = "Organization" if nature.startswith("organi") else "Person" if nature == "person" else made.type
    code, job = identifier(party), party.get("jobtitle") or ""
    return Credit(
        name=made.name,
        type=kind,
        url=code if code and absolute(code) else None,
        identifier=code if code and not absolute(code) else None,
        job_title=text(first(party, "jobTitle")) or (tidy(job) if job and ":" not in job else None),
    )


def _organization(party: Element, names: _Names) -> Credit:
    made = _credit(party, names)
    return Credit(name=made.name, type="Organization", url=made.url, identifier=made.identifier)


def _dates(meta: Element | None, content: Element | None, findings: list[Finding]) -> dict[str, Any]:
    def read(field: str, element: Element | None) -> Moment | None:
        found, told = read_moment(field, text(element))
        findings.extend(told)
        return found

    issued = read("datePublished", first(meta, "firstCreated"))
    this = read("dateModified", first(meta, "versionCreated"))
    return {
        "date_created": read("dateCreated", first(content, "contentCreated")),
        "date_published": issued or this,
        "date_modified": this if issued and this != issued else None,
        "embargoed": read("embargoed", first(meta, "embargoed")),
        "expires": read("expires", first(meta, "expires")),
    }


def _status(meta: Element | None, findings: list[Finding]) -> dict[str, Any]:
    stated = first(meta, "pubStatus")
    status, told = pub_status(None if stated is None else identifier(stated))
    findings.extend(told)
    return {"pub_status": status}


def _rights(rights: Element | None, names: _Names) -> dict[str, Any]:
    holder = first(rights, "copyrightHolder")
    notice = text(first(rights, "copyrightNotice"))
    link = next((each.get("href") for each in children(rights, "link") if each.get("href")), None)
    year = re.search(r"\b(?:19|20)\d\d\b", notice)
    return {
        "copyright_holder": None if holder is None else names.name(holder),
        "copyright_notice": notice,
        "copyright_year": int(year[0]) if year else None,
        "usage_info": " ".join(text(each) for each in children(rights, "usageTerms")),
        "license": link if link and absolute(link) else None,
    }


def _located(content: Element | None, names: _Names) -> str:
    return next((each for located in children(content, "located") if (each := names.name(located))), "")


def _urgency(content: Element | None, findings: list[Finding]) -> int | None:
    stated = text(first(content, "urgency"))
    if not stated:
        return None
    if re.fullmatch(r"[1-9]", stated):
        return int(stated)
    findings.append(say.property_wrong("urgency", f"is {stated[:20]!r} and not 1 to 9"))
    return None


def _notes(meta: Element | None) -> dict[str, Any]:
    """Notes that name themselves corrections are; with the signal of a correction every note is one."""
    signals = {_tail(identifier(each) or "").lower() for each in children(meta, "signal")}
    notes = [text(each) for each in children(meta, "edNote") if text(each)]
    stated = [(each, noted(each)) for each in notes]
    if "correction" in signals and not any(made for _, made in stated):
        return {"correction": tuple(Correction(text=each) for each in notes), "editorial_note": " ".join(notes)}
    return {
        "correction": tuple(made for _, made in stated if made),
        "editorial_note": " ".join(each for each, made in stated if made is None),
    }


def _url(item: Element) -> str | None:
    """An address under which the item says it stands on the web."""
    content = first(item, "contentMeta")
    for each in (*children(first(item, "itemMeta"), "link"), *children(content, "link"), *children(content, "altId")):
        role = _tail(each.get("rel") or each.get("type") or "").lower()
        address = (each.get("href") or each.get("id") or text(each)).strip()
        if role in ("canonical", "web", "url", "permalink", "alternate") and absolute(address):
            return address
    guid = item.get("guid") or ""
    return guid if absolute(guid) else _page(item)


def _page(item: Element) -> str | None:
    """The web page that the item links to as its own rendition."""
    for each in children(first(item, "itemMeta"), "link"):
        address = (each.get("href") or "").strip()
        if (each.get("contenttype") or "").lower() == "text/html" and absolute(address):
            return address
    return None


def _beyond(content: Element | None, local: str, most: int) -> list[Element]:
    """All elements of a name where there are more than the record has fields for."""
    found = list(children(content, local))
    return found if len(found) > most else []


def _additional(item: Element, meta: Element | None, content: Element | None) -> dict[str, Any]:
    """What the record has no field for, under the element's name; a package's references as a list."""
    parents = (first(item, "rightsInfo"), meta, content)
    found = kept((each for parent in parents for each in children(parent) if name(each) not in _READ), name)
    found |= kept((each for local, most in _SINGLE for each in _beyond(content, local, most)), name)
    references = [
        {"residref": each.get("residref") or each.get("href") or "", "title": text(first(each, "title"))}
        for group in children(first(item, "groupSet"), "group")
        for each in children(group, "itemRef")
    ]
    return found | ({"itemRef": references} if references else {})
