"""The set layer: what the files of one output say of each other; extracts of all files in, findings by file out.

Files may be slices of one graph, so a reference that another file resolves is no fault.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import msgspec

from pipeline.model.finding import Finding
from pipeline.standards.iso8601_values import date_trouble, instant
from pipeline.standards.json_pointer import Path, to_pointer
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate.compare import letters, page_address
from pipeline.validate.consistency.scope import key_of
from pipeline.validate.nodes import Node, View

NAMES = ("name", "alternateName", "legalName", "headline")
ONE_VALUE = ("headline", "name", "datePublished", "birthDate")
TITLES = ("headline", "alternativeHeadline", "name")
FEWEST_SHARED = 0.3
"""Of the shorter title's words, that an entry of a feed shares with its article: editors shorten titles, and still name the thing."""
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


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a sitemap or feed says (``address``, ``title``, ``published``), and where: its ``path`` in JSON, line and column
    in XML."""

    name: str
    text: str
    path: Path = ()
    line: int | None = None
    column: int | None = None


class Listed(msgspec.Struct, frozen=True):
    """An entry of a sitemap or feed: its address, and what else it says of the article. ``is_exact`` says that its title must be
    the one on the page, as Google wants it in news sitemaps."""

    address: Said
    more: tuple[Said, ...] = ()
    is_exact: bool = False


class ArticleFacts(msgspec.Struct, frozen=True):
    """An article at one of its addresses: what it is called, and when it was published."""

    address: str
    titles: tuple[str, ...] = ()
    published: str = ""


class Extract(msgspec.Struct, frozen=True, kw_only=True):
    """What the set layer knows of one file: its nodes with @id, the @ids it refers to without having them (by line and
    column), its articles' addresses, and what it lists as a sitemap or feed."""

    path: str
    nodes: tuple[NodeFacts, ...] = ()
    dangling: dict[tuple[int, int], str] = {}
    articles: tuple[ArticleFacts, ...] = ()
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


def article_facts(view: View, vocabulary: Vocabulary) -> Iterator[ArticleFacts]:
    """The articles in a document, once for each of their addresses."""
    for node in view.nodes:
        if any(vocabulary.is_a(each, "Article") for each in node.types):
            titles = tuple(each for name in TITLES for each in _texts(node.get(name)))
            published = next(iter(_texts(node.get("datePublished"))), "")
            addresses = [each for each in (node.get("url"), _page_of(node)) if isinstance(each, str)]
            yield from (ArticleFacts(each, titles, published) for each in addresses)


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
    yield from _entries(extracts)


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


def _entries(extracts: tuple[Extract, ...]) -> Iterator[Told]:
    """What sitemaps and feeds list, against the articles of the set."""
    articles: dict[str, list[ArticleFacts]] = {}
    for extract in extracts:
        for article in extract.articles:
            articles.setdefault(page_address(article.address), []).append(article)
    hosts = {urlsplit("//" + each).hostname for each in articles}
    for extract in extracts:
        for entry in extract.listed:
            bare = page_address(entry.address.text)
            if bare in articles:
                yield from _differences(extract.path, entry, articles[bare])
            elif urlsplit("//" + bare).hostname in hosts:
                message = (
                    f"{entry.address.text} is listed, but none of the checked files has an article of that address."
                )
                yield _said_wrong("edition-unknown-address", message, extract.path, entry.address)


def _differences(file: str, entry: Listed, articles: list[ArticleFacts]) -> Iterator[Told]:
    """What an entry says of its article that no file says of it."""
    for said in entry.more:
        if said.name == "title":
            known = [title for each in articles for title in each.titles]
            agrees = not known or any(_is_title(said.text, each, exact=entry.is_exact) for each in known)
        else:
            known = [each.published for each in articles if each.published]
            agrees = not known or any(_can_be_one_day(said.text, each) for each in known)
        if not agrees:
            message = f"The entry’s {said.name} is “{said.text[:60]}”; the article’s is “{known[0][:60]}”."
            yield _said_wrong("edition-entry-differs", message, file, said)


def _is_title(said: str, title: str, *, exact: bool) -> bool:
    one, other = letters(said), letters(title)
    if not one or not other or one in other or other in one:
        return True
    words = [set(re.findall(r"\w{3,}", each.casefold())) for each in (said, title)]
    shared = len(words[0] & words[1]) / max(1, min(len(words[0]), len(words[1])))
    return not exact and (shared >= FEWEST_SHARED or not words[0] or not words[1])


def _can_be_one_day(one: str, other: str) -> bool:
    """Whether two dates are less than two days apart: feeds say a day, or the day of another zone."""
    days = [each[:10] for each in (one, other)]
    if any(len(each) < 10 or date_trouble(each) is not None for each in days):
        return True
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= 1


def _said_wrong(code: str, message: str, file: str, said: Said) -> Told:
    told = _told(code, message, file, said.path)
    return msgspec.structs.replace(
        told, finding=msgspec.structs.replace(told.finding, line=said.line, column=said.column)
    )


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
