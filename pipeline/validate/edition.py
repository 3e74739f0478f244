"""The set layer: what the files of one output say of each other; extracts of all files in, findings by file out.

Files may be slices of one graph, so a reference that another file resolves is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import msgspec

from pipeline.model.finding import Finding
from pipeline.standards.iso8601_values import instant
from pipeline.standards.json_pointer import Path, to_pointer
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate.compare import letters, page_address
from pipeline.validate.consistency.scope import key_of
from pipeline.validate.nodes import Node, View

NAMES = ("name", "alternateName", "legalName", "headline")
ONE_VALUE = ("headline", "name", "datePublished", "birthDate")
DATES = frozenset({"datePublished", "birthDate"})


class NodeFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What of a node can contradict another file, and where it stands: in which text of the file (``part``), at which path.
    ``lineage`` are its types with all above them; ``values`` are name, value and the name as written."""

    id: str
    types: tuple[str, ...]
    lineage: frozenset[str]
    names: frozenset[str]
    values: tuple[tuple[str, str, str], ...]
    path: Path
    part: int = 0
    type_key: str = "@type"
    is_article: bool = False


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of a sitemap or feed, and where it stands: its ``path`` in JSON, line and column in XML."""

    address: str
    path: Path = ()
    line: int | None = None
    column: int | None = None


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What the set layer knows of one file: its nodes with @id, the @ids it refers to without having them (by line and
    column), its articles' addresses, and what it lists as a sitemap or feed."""

    path: str
    nodes: tuple[NodeFacts, ...] = ()
    dangling: dict[tuple[int, int], str] = {}
    articles: tuple[str, ...] = ()
    listed: tuple[Listed, ...] = ()


class Told(msgspec.Struct, frozen=True):
    """A finding about a file of the set, before its place in the file is known: see ``placing.located``."""

    finding: Finding
    path: Path
    part: int = 0


def node_facts(view: View, vocabulary: Vocabulary, part: int = 0) -> Iterator[NodeFacts]:
    """The nodes of a document (the ``part``-th of its file) that have an @id and say something."""
    for node in view.nodes:
        if node.id is None or len(node.value) < 3:
            continue
        said = ((name, node.get(name)) for name in ONE_VALUE)
        values = tuple((name, value, key_of(node, name)) for name, value in said if isinstance(value, str))
        lineage = frozenset[str]().union(*(vocabulary.ancestors(each) for each in node.types))
        names = frozenset(letters(each) for name in NAMES for each in _texts(node.get(name)))
        yield NodeFacts(
            id=node.id,
            types=node.types,
            lineage=lineage,
            names=names,
            values=values,
            path=node.path,
            part=part,
            type_key="@type" if "@type" in node.value else "type",
            is_article="Article" in lineage,
        )


def _texts(value: Any) -> list[str]:  # JSON
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, str)]


def article_addresses(view: View, vocabulary: Vocabulary) -> Iterator[str]:
    """The addresses of the articles in a document."""
    for node in view.nodes:
        if any(vocabulary.is_a(each, "Article") for each in node.types):
            yield from (each for each in (node.get("url"), _page_of(node)) if isinstance(each, str))


def _page_of(node: Node) -> str | None:
    return node.id.partition("#")[0] if node.id is not None else None


def resolved(extracts: tuple[Extract, ...]) -> frozenset[str]:
    """The @ids that some file has a node for."""
    return frozenset(each.id for extract in extracts for each in extract.nodes)


def still_dangling(finding: Finding, extract: Extract, known: frozenset[str]) -> bool:
    """Whether a finding stands after all files were read: a reference that another file resolves does not dangle."""
    return (
        finding.code != "dangling-reference"
        or extract.dangling.get((finding.line or 0, finding.column or 0)) not in known
    )


def rules(extracts: tuple[Extract, ...]) -> Iterator[Told]:
    """The findings about the set, each about one of its files."""
    yield from _contradictions(extracts)
    yield from _unknown_addresses(extracts)


def _contradictions(extracts: tuple[Extract, ...]) -> Iterator[Told]:
    """One @id that two files describe differently."""
    seen: dict[str, tuple[str, NodeFacts]] = {}
    told: set[tuple[str, str]] = set()
    for extract in extracts:
        for node in extract.nodes:
            first_path, first = seen.setdefault(node.id, (extract.path, node))
            code, difference, key = _difference(first, node) if first_path != extract.path else ("", "", "")
            if difference and (node.id, difference) not in told:
                told.add((node.id, difference))
                message = f"{node.id} is described in {first_path} too, differently: {difference}."
                yield _told(code, message, extract.path, (*node.path, key), part=node.part)


def _difference(one: NodeFacts, other: NodeFacts) -> tuple[str, str, str]:
    """The code, the words, and the other's name for what two descriptions of one thing cannot both be right about. A broader
    type, another spelling, a date that says less, and a name that the other has beside its own are none."""
    code = "edition-two-articles" if one.is_article else "edition-contradiction"
    if one.types and other.types and one.lineage.isdisjoint(other.types) and other.lineage.isdisjoint(one.types):
        return code, f"{', '.join(one.types)} and {', '.join(other.types)}", other.type_key
    values = {name: value for name, value, _ in one.values}
    for name, value, key in other.values:
        if name not in values or letters(values[name]) == letters(value):
            continue
        if name in DATES and _can_agree(values[name], value):
            continue
        if name == "name" and (not one.names.isdisjoint(other.names) or _is_short_for(values[name], value)):
            continue
        if name == "name" and _is_part(values[name], value):
            code = "edition-name-varies"
        return code, f"{name} is “{values[name][:60]}” there and “{value[:60]}” here", key
    return "", "", ""


def _can_agree(one: str, other: str) -> bool:
    """Whether two dates may be one: the same moment in two zones, or one that says less than the other."""
    moments = (instant(one), instant(other))
    if None not in moments:
        return moments[0] == moments[1]
    return one.startswith(other) or other.startswith(one)


def _is_short_for(one: str, other: str) -> bool:
    """Whether one is made of the other's initials."""
    short, long = sorted((one, other), key=len)
    initials = "".join(each[0] for each in re.findall(r"\b\w+", long) if each[0].isupper())
    return len(short) > 1 and letters(short) == initials.casefold()


def _is_part(one: str, other: str) -> bool:
    words = [set(re.findall(r"\w+", each.casefold())) for each in (one, other)]
    return words[0] <= words[1] or words[1] <= words[0]


def _unknown_addresses(extracts: tuple[Extract, ...]) -> Iterator[Told]:
    """Entries of sitemaps and feeds for which the set has no article, where it has all articles of that site."""
    articles = {page_address(each) for extract in extracts for each in extract.articles}
    hosts = {urlsplit("//" + each).hostname for each in articles}
    for extract in extracts:
        for each in extract.listed:
            bare = page_address(each.address)
            if articles and bare not in articles and urlsplit("//" + bare).hostname in hosts:
                message = f"{each.address} is listed, but none of the checked files has an article of that address."
                told = _told("edition-unknown-address", message, extract.path, each.path)
                found = msgspec.structs.replace(told.finding, line=each.line, column=each.column)
                yield msgspec.structs.replace(told, finding=found)


def _told(code: str, message: str, file: str, path: Path, *, part: int = 0) -> Told:
    from pipeline.validate.catalogue import entry  # noqa: PLC0415 - only needed where there are findings

    known = entry(code)
    found = Finding(
        code=code,
        severity=known.severity,
        message=message,
        path=file,
        pointer=to_pointer(path),
        hint=known.fix,
        source=known.source,
    )
    return Told(found, path, part)
