"""Addresses that lead nowhere: left over from templates and test systems, joined wrongly, escaped for HTML, or of another page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from pipeline.standards import iri
from pipeline.standards.json_pointer import Path
from pipeline.validate.compare import page_address
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
type Address = tuple[str, str, Path]
LOCAL_MARKS = ("//localhost", "//127.", "//10.", "//192.168.", "//[::1]", ".local", ".internal", ".test", ".localhost")
"""What must stand in an address before it is asked whether it is a local one."""
ENTITIES = ("&amp;", "&#38;", "&#038;", "&#x26;")
UNFILLED = frozenset(["undefined", "null", "nan", "[object object]", "%5bobject%20object%5d"])
TEMPLATE_MARKS = ("{{", "%7b%7b", "${", "%24%7b", "<%", "%3c%")
STAGES = frozenset(["staging", "stage", "stg", "preprod", "preview", "uat", "qa", "dev", "test", "local"])
CAMPAIGN = ("utm_source=", "utm_medium=", "utm_campaign=", "fbclid=", "gclid=", "mc_cid=")
PICTURES = frozenset(["url", "contentUrl", "image", "logo", "thumbnailUrl", "thumbnail"])


def addresses(scope: Scope) -> Iterator[Address]:
    """Every plain value of a property that looks like an address, with its property."""
    for node in scope.view.nodes:
        for key, value in node.value.items():
            if isinstance(value, str):
                if _may_be_address(value) and key[0:1] != "@":
                    yield key, value, (*node.path, key)
            elif isinstance(value, list):
                for each, path in values_of(value, (*node.path, key)):
                    if isinstance(each, str) and _may_be_address(each) and key[0:1] != "@":
                        yield key, each, path


def _may_be_address(text: str) -> bool:
    return text[:1] in "hHdDfFtT" and ":" in text[:9] and (" " not in text or "&" in text) and "\n" not in text


def unusable(scope: Scope) -> Remarks:
    """Addresses that nobody can open, or that are not the one that was meant."""
    hosts: frozenset[str] | None = None
    for key, text, path in addresses(scope):
        low = text.lower()
        if low.startswith("http"):
            if hosts is None:
                hosts = _own_hosts(scope)
            yield from _web(key, text, low, path, hosts)
        elif low.startswith("data:") and key in PICTURES:
            message = f"{key} holds the picture itself ({len(text):,} characters)."
            yield Remark("data-url", path, message, "Write the address that the picture is served at.")
        elif low.startswith("file:"):
            yield Remark("private-url", path, f"{key} is {shown(text)}, a file on somebody's own disk.", _PUBLIC)
        elif "://" in text and set(low.partition("://")[0]) <= set("htps"):
            yield Remark("invalid-url", path, f"{key} is {shown(text)}; its scheme is no scheme.", "Write https://.")


_PUBLIC = "Write the public address."


def _web(key: str, text: str, low: str, path: Path, hosts: frozenset[str]) -> Remarks:
    if "&" in low and any(each in low for each in ENTITIES):
        message = f"{key} is {shown(text)}: escaped for HTML, which JSON does not undo."
        yield Remark("entity-in-url", path, message, "Write & alone.")
    if "://" in low[8:] and _joined(low, hosts):
        yield Remark("doubled-url", path, f"{key} is {shown(text)}: one address stands in front of another one.")
    if _unfilled(low):
        yield Remark("placeholder-url", path, f"{key} is {shown(text)}, which a template or program left unfilled.")
    if any(mark in low for mark in LOCAL_MARKS) and iri.is_local(text):
        yield Remark("private-url", path, f"{key} is {shown(text)}, an address that nobody outside can open.", _PUBLIC)
    host = low.partition("//")[2].partition("/")[0]
    first, _, rest = host.partition(".")
    if first in STAGES and (rest in hosts or f"www.{rest}" in hosts):
        yield Remark(
            "staging-url", path, f"{key} is {shown(text)}, on a system for testing and not on {rest}.", _PUBLIC
        )


def _joined(low: str, hosts: frozenset[str]) -> bool:
    """Whether an address was put before one that was whole already. Archives and picture services do so on purpose, but not the
    publisher's own host, and not with two schemes in a row."""
    host, _, rest = low.partition("//")[2].partition("/")
    return (
        host in ("http:", "https:")
        or host.endswith(("http:", "https:"))
        or (host in hosts and rest.startswith(("http://", "https://")))
    )


def _unfilled(low: str) -> bool:
    if any(mark in low for mark in TEMPLATE_MARKS):
        return True
    if "undefined" not in low and "null" not in low and "nan" not in low and "object" not in low:
        return False
    bare = low.partition("//")[2].partition("?")[0]
    return any(part.rpartition(".")[0] in UNFILLED or part in UNFILLED for part in bare.split("/"))


def _own_hosts(scope: Scope) -> frozenset[str]:
    """The hosts of the document's articles and of the organizations that have a logo or publish."""
    nodes = [*scope.articles, *scope.of_type("Organization", "WebSite", "WebPage")]
    named = (each for node in nodes for each in (text_of(node, "url"), node.id or ""))
    return frozenset(each.lower().partition("//")[2].partition("/")[0] for each in named if "//" in each) - {""}


def article_addresses(scope: Scope) -> Remarks:
    """Addresses of an article that are the site's start page, carry a campaign, or are its picture."""
    starts = {page_address(text_of(each, "url")) for each in scope.of_type("Organization", "WebSite")} - {""}
    for node in scope.articles:
        own = text_of(node, "url")
        for name, text, path in _pages(node):
            parts = _split(text)
            if parts is not None and parts[0] in ("", "/") and not parts[1] and page_address(text) in starts:
                message = f"{name} is {shown(text)}, the start page of the site."
                yield Remark("address-is-start-page", path, message, "Write the address of the article.")
            elif parts is not None and any(each in parts[1] for each in CAMPAIGN):
                message = f"{name} is {shown(text)}, with the marks of a campaign."
                yield Remark("tracking-in-url", path, message, "Write the address without them.")
        for text, path, facts in scope.linked(node, "image"):
            picture = text if isinstance(text, str) else text_of(facts, "url") or text_of(facts, "contentUrl")
            if own.startswith("http") and picture == own:
                yield Remark("picture-is-page", path, f"image is {shown(own)}, the article's own page and no picture.")


def _pages(node: Node) -> Iterator[tuple[str, str, Path]]:
    for name in ("url", "mainEntityOfPage"):
        value = node.get(name)
        path: Path = (*node.path, key_of(node, name))
        if isinstance(value, dict):
            key = "@id" if "@id" in value else "url"
            value, path = value.get(key), (*path, key)
        if isinstance(value, str) and value.startswith("http"):
            yield name, value, path


def _split(text: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return parts.path, parts.query


def pictures(scope: Scope) -> Remarks:
    """Pictures that say everything but where they are, and sizes that no picture has."""
    for node in scope.of_type("ImageObject", "VideoObject"):
        for name in ("width", "height"):
            size = node.value.get(name)
            if _is_small(size):
                yield Remark(
                    "implausible-size", (*node.path, name), f"{name} is {shown(size)}; no picture is so small."
                )
    if scope.own:
        return
    for node in scope.view.nodes:
        for name in ("image", "logo"):
            if name in node.value:
                for value, path, facts in scope.linked(node, name):
                    if isinstance(value, dict) and facts is not None and _is_nowhere(facts):
                        yield Remark("picture-without-address", path, f"The {name} does not say where it is.", _WHERE)


_WHERE = "Give url or contentUrl."


def _is_small(size: Json) -> bool:
    if isinstance(size, str):
        return size.removesuffix("px").strip() in ("0", "1")
    return isinstance(size, int | float) and not isinstance(size, bool) and size <= 1


def _is_nowhere(node: Node) -> bool:
    if node.types != ("ImageObject",) or (node.id or "").startswith("http"):
        return False
    return len(node.value) > 1 and all(
        node.get(each) is None for each in ("url", "contentUrl", "embedUrl", "thumbnail")
    )


RULES = (unusable, article_addresses, pictures)
