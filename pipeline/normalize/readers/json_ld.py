"""schema.org JSON-LD (a node, a list, a ``@graph``, or the data of a CloudEvent) -> an article for each article node in it.

Specification: https://schema.org/NewsArticle. References by ``@id`` are resolved within the document; nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.model.article import Article, Subject, SubjectKind
from pipeline.model.codec import convert
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Correction, Credit, Image
from pipeline.model.source import Source
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credits_of
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import tidy
from pipeline.normalize.web.json_ld import Node, resolve, texts, types_of
from pipeline.normalize.web.structured import ARTICLE_TYPES
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.item import read_json
from pipeline.normalize.wire.moments import read_moment
from pipeline.normalize.wire.several import of_item
from pipeline.normalize.wire.stated import article

MAX_NODES = 5_000
_KINDS: tuple[tuple[SubjectKind, frozenset[str]], ...] = (
    ("person", frozenset(("Person",))),
    (
        "place",
        frozenset(
            ("Place", "City", "Country", "State", "AdministrativeArea", "Landform", "CivicStructure", "Continent")
        ),
    ),
    ("work", frozenset(("CreativeWork", "Book", "Movie", "TVSeries", "MusicRecording", "VideoGame"))),
    ("product", frozenset(("Product",))),
)
_CORRECTIONS = {"clarification": "clarification", "editor's note": "editor's note", "update": "update"}
_DATES = {
    "dateCreated": "date_created",
    "datePublished": "date_published",
    "dateModified": "date_modified",
    "expires": "expires",
}
_TEXTS = {
    "alternativeHeadline": "alternative_headline", "dateline": "dateline", "inLanguage": "in_language", "version": "version",
    "copyrightNotice": "copyright_notice", "creditText": "credit_text",
}  # fmt: skip


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every article node's article; a document without one is a finding."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = read_json(decoded.value)
    findings = [*decoded.findings, *parsed.findings]
    nodes = tuple(_nodes(parsed.value))[:MAX_NODES]
    found = [
        each
        for each in nodes
        if types_of(each) & ARTICLE_TYPES and isinstance(each.get("headline") or each.get("name"), str)
    ]
    if not found and not parsed.findings:
        findings.append(say.not_of_format("JSON-LD of an article", "it has no article with a headline"))
    articles: list[Article] = []
    for number, each in enumerate(found, start=1):
        told: list[Finding] = []
        made = _article(each, nodes, told)
        articles.append(made)
        findings += of_item((*told, *missing(made, source)), source, number, len(found))
    return Outcome(tuple(articles), tuple(findings))


def _nodes(value: Any) -> Iterator[Node]:
    """The nodes of the document's top: of its list, of its graph, of an envelope's data."""
    for each in value if isinstance(value, list) else [value]:
        if not isinstance(each, dict):
            continue
        inside = each.get("@graph", each.get("data") if "specversion" in each else None)
        if isinstance(inside, list | dict):
            yield from _nodes(inside)
        else:
            yield each


def _article(node: Node, nodes: tuple[Node, ...], told: list[Finding]) -> Article:
    headline = fragment.plain(_text(node, "headline") or _text(node, "name") or "")
    text = fragment.read(_text(node, "articleBody") or "")
    if not text.blocks:
        told.append(say.item_without_text("no articleBody"))
    stated: dict[str, Any] = {
        **{field: _text(node, name) for name, field in _TEXTS.items()},
        "url": _address(node),
        "article_type": min(types_of(node) & ARTICLE_TYPES),
        "identifier": _text(node, "identifier"),
        "headline": headline,
        "description": fragment.plain(_text(node, "description") or ""),
        "article_section": _list(node, "articleSection"),
        "keywords": tuple(each.strip() for name in _list(node, "keywords") for each in name.split(",") if each.strip()),
        **_dates(node, told),
        **_parties(node, nodes),
        "license": _text(node, "license"),
        "usage_info": _text(node, "usageInfo"),
        "is_accessible_for_free": _yes_or_no(node.get("isAccessibleForFree")),
        "image": tuple(_images(node.get("image"), nodes)),
        "subjects": tuple(dict.fromkeys(_subjects(node, nodes))),
        "genre": _list(node, "genre"),
        **body(text, headline=headline),
    }
    stated["correction"] = (*stated["correction"], *_corrections(node.get("correction"), nodes, told))
    return article("json-ld", stated)


def _dates(node: Node, told: list[Finding]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, field in _DATES.items():
        found[field], faults = read_moment(name, _text(node, name))
        told.extend(faults)
    return found


def _parties(node: Node, nodes: tuple[Node, ...]) -> dict[str, Any]:
    return {
        "author": _credits(node.get("author"), nodes) or _credits(node.get("creator"), nodes),
        "contributor": _credits(node.get("contributor"), nodes),
        "editor": _credits(node.get("editor"), nodes),
        "publisher": next(iter(_credits(node.get("publisher"), nodes)), None),
        "copyright_holder": next((each.name for each in _credits(node.get("copyrightHolder"), nodes)), None),
        "copyright_year": _year(node.get("copyrightYear")),
    }


def _several(value: Any, nodes: tuple[Node, ...]) -> Iterator[Any]:
    for each in value if isinstance(value, list) else [value]:
        full = resolve(each, nodes)
        if full not in (None, "", {}):
            yield full


def _text(node: Node, name: str) -> str | None:
    value = node.get(name)
    if isinstance(value, dict) and isinstance(value.get("value"), str):  # PropertyValue
        return str(value["value"])
    return next(texts(value), None)


def _list(node: Node, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tidy(each) for each in texts(node.get(name)) if tidy(each)))


def _credits(value: Any, nodes: tuple[Node, ...]) -> tuple[Credit, ...]:
    found: list[Credit] = []
    for each in _several(value, nodes):
        if isinstance(each, str):
            found += credits_of(each)
        elif isinstance(each, dict) and _text(each, "name"):
            found.append(_credit(each))
    return tuple(dict.fromkeys(found))


def _credit(node: Node) -> Credit:
    types = types_of(node)
    media = "NewsMediaOrganization" in types
    kind = "Person" if not types or "Person" in types else "NewsMediaOrganization" if media else "Organization"
    return convert(
        {
            "name": tidy(_text(node, "name") or ""),
            "type": kind,
            "url": _web(_text(node, "url")),
            "jobTitle": _text(node, "jobTitle"),
            "sameAs": [each for each in texts(node.get("sameAs")) if absolute(each)],
        },
        Credit,
    )


def _images(value: Any, nodes: tuple[Node, ...]) -> Iterator[Image]:
    for each in _several(value, nodes):
        node = {"url": each} if isinstance(each, str) else each
        url = _web(_text(node, "contentUrl") or _text(node, "url")) if isinstance(node, dict) else None
        if url:
            yield Image(
                url=url,
                caption=_text(node, "caption"),
                credit_text=_text(node, "creditText"),
                creator=_text(node, "creator"),
                copyright_notice=_text(node, "copyrightNotice"),
                license=_text(node, "license"),
                width=_pixels(node.get("width")),
                height=_pixels(node.get("height")),
            )


def _subjects(node: Node, nodes: tuple[Node, ...]) -> Iterator[Subject]:
    for relation in ("about", "mentions"):
        for each in _several(node.get(relation), nodes):
            name = each if isinstance(each, str) else _text(each, "name") if isinstance(each, dict) else None
            if name:
                described = each if isinstance(each, dict) else {}
                yield convert(
                    {
                        "name": tidy(name),
                        "kind": _kind(types_of(described)),
                        "identifier": described.get("@id") if isinstance(described.get("@id"), str) else None,
                        "relation": relation,
                        "sameAs": [one for one in texts(described.get("sameAs")) if absolute(one)],
                    },
                    Subject,
                )


def _kind(types: set[str]) -> SubjectKind:
    """The kind of a schema.org type, by the names that its vocabulary gives to whole families."""
    for kind, known in _KINDS:
        if types & known:
            return kind
    if any(
        each.endswith(("Organization", "Corporation", "Business", "Team", "NGO", "School", "Party")) for each in types
    ):
        return "organization"
    return "event" if any(each.endswith(("Event", "Series")) for each in types) else "topic"


def _corrections(value: Any, nodes: tuple[Node, ...], told: list[Finding]) -> Iterator[Correction]:
    for each in _several(value, nodes):
        node = {"text": each} if isinstance(each, str) else each
        text = _text(node, "text") or _text(node, "description") if isinstance(node, dict) else None
        if text:
            found, faults = read_moment("correction", _text(node, "datePublished"))
            told.extend(faults)
            kind = _CORRECTIONS.get((_text(node, "name") or "").lower(), "correction")
            yield convert({"text": tidy(text), "datePublished": found, "kind": kind}, Correction)


def _address(node: Node) -> str | None:
    stated = (_text(node, "url"), _text(node, "mainEntityOfPage"), str(node.get("@id", "")).partition("#")[0])
    return next((each for each in stated if _web(each)), None)


def _yes_or_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _year(value: Any) -> int | None:
    return value if isinstance(value, int) and 1000 < value < 10_000 else None


def _pixels(value: Any) -> int | None:
    stated = next(texts(value), "").removesuffix("px").strip()
    return int(stated) if stated.isascii() and stated.isdecimal() and 0 < len(stated) < 6 else None


def _web(address: str | None) -> str | None:
    return address if address and absolute(address) else None
