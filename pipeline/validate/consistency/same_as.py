"""The addresses in sameAs: each must tell who or what someone is, and nobody else (https://schema.org/sameAs)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.standards import iri
from pipeline.standards.json_pointer import Path
from pipeline.validate.compare import page_address, plain
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
_SOCIAL = frozenset(
    [
        "twitter.com",
        "x.com",
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "youtube.com",
        "tiktok.com",
        "threads.net",
        "bsky.app",
        "pinterest.com",
    ]
)
_SEARCHES = ("/search", "/sharer", "/share", "/intent/", "/hashtag/")
"""Paths of social networks and search engines that lead to no profile."""
_ENGINES = ("google.", "bing.com", "duckduckgo.com")


def same_as(scope: Scope) -> Remarks:
    """SameAs that is no address, or the address of a whole social network, a search or a button."""
    sites = [(page_address(text_of(each, "url")), plain(text_of(each, "name"))) for each in _sites(scope)]
    for node in scope.view.nodes:
        if node.get("sameAs") is None:
            continue
        for each, path in _given(node):
            if each.startswith("@"):
                hint = "Write the whole address of the profile."
                yield Remark("social-handle", path, f"sameAs {shown(each)} is a handle, no address.", hint)
            elif iri.is_web(each) and (why := _unspecific(each)):
                yield Remark("same-as-not-specific", path, f"sameAs {shown(each)} is {why}.")
            elif each and each == text_of(node, "url"):
                yield Remark("same-as-itself", path, f"sameAs {shown(each)} is the node's own address.")
            elif scope.is_a(node, "Person") and _is_site(node, each, sites):
                message = f"sameAs {shown(each)} is the site, not the person {shown(text_of(node, 'name'))}."
                yield Remark("same-as-site", path, message)


def _given(node: Node) -> Iterator[tuple[str, Path]]:
    value = node.get("sameAs")
    for each, path in values_of(value, (*node.path, key_of(node, "sameAs"))):
        if isinstance(each, str):
            yield each, path


def _unspecific(url: str) -> str:
    """Why an address tells of nobody, or nothing."""
    if not any(each in url for each in (*_SOCIAL, *_ENGINES)):
        return ""
    from urllib.parse import urlsplit  # noqa: PLC0415 - only needed where sameAs names a social network

    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    if host in _SOCIAL and not parts.path.strip("/@") and not parts.query:
        return "a start page, which is the same as nobody"
    if (host in _SOCIAL or host.startswith(_ENGINES)) and parts.path.startswith(_SEARCHES):
        return "a search or a button to share, no profile"
    return ""


def _sites(scope: Scope) -> list[Node]:
    publishers = [facts for article in scope.articles for _, _, facts in scope.linked(article, "publisher")]
    return [each for each in publishers if each is not None] + [*scope.of_type("WebSite")]


def _is_site(node: Node, address: str, sites: list[tuple[str, str]]) -> bool:
    """Whether it is the start page of the site; of a site that bears the person's own name it is right."""
    own = plain(text_of(node, "name"))
    return any(bare and bare == page_address(address) and name != own for bare, name in sites)


def shared(scope: Scope) -> Remarks:
    """One page that is said to be two things."""
    seen: dict[str, Node] = {}
    for node in scope.of_type("Person", "Organization", "Place"):
        if node.get("sameAs") is None:
            continue
        name = plain(text_of(node, "name")).strip()
        if not name:
            continue
        for each, path in _given(node):
            if not iri.is_web(each) or _unspecific(each):
                continue
            first = seen.setdefault(page_address(each), node)
            if plain(text_of(first, "name")).strip() != name and (first.id is None or first.id != node.id):
                message = (
                    f"sameAs {shown(each)} stands on {shown(text_of(first, 'name'))} too: one page is not two things."
                )
                social = any(network in each for network in _SOCIAL)
                yield Remark("same-as-shared" if social else "same-as-two-things", path, message)


RULES = (same_as, shared)
