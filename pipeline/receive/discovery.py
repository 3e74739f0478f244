"""A topic's answer in, its hub and its own address out: Link headers first, then the feed or page itself (WebSub, section 4)."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from pipeline.deliver.transport import Answer

_LINK_HEADER = re.compile(r'<(?P<url>[^<>]*)>(?P<parameters>(?:\s*;\s*[\w*!-]+(?:=(?:"[^"]*"|[^\s;,"]*))?)*)')
_RELATIONS = re.compile(r'\brel=(?:"([^"]*)"|([^\s;,"]*))', re.IGNORECASE)
_LINK_ELEMENT = re.compile(rb"<(?:\w+:)?link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rb"""\b(rel|href)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def hub_and_topic(answer: Answer, url: str) -> tuple[str | None, str]:
    """The first hub (None if none is named) and the address by which the topic wants to be called."""
    links = _of_header(answer.headers.get("link", "")) or _of_content(answer.content)
    hub = next((target for relation, target in links if relation == "hub"), None)
    topic = next((target for relation, target in links if relation == "self"), url)
    return (urljoin(url, hub) if hub else None), urljoin(url, topic)


def _of_header(value: str) -> list[tuple[str, str]]:
    found = []
    for link in _LINK_HEADER.finditer(value):
        for relations in _RELATIONS.finditer(link["parameters"]):
            found += [(each.lower(), link["url"]) for each in (relations[1] or relations[2] or "").split()]
    return found


def _of_content(content: bytes) -> list[tuple[str, str]]:
    """Links of an Atom or RSS feed or of an HTML head; only elements are read, nothing is parsed or resolved."""
    found = []
    for element in _LINK_ELEMENT.finditer(content[:200_000]):
        attributes = {name.lower(): double or single for name, double, single in _ATTRIBUTE.findall(element[0])}
        target = attributes.get(b"href", b"").decode("utf-8", "replace").replace("&amp;", "&")
        found += [(each.lower(), target) for each in attributes.get(b"rel", b"").decode("ascii", "replace").split()]
    return found
