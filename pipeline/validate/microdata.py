"""Microdata and RDFa of a page as JSON-LD, through extruct, so that the layers for JSON-LD can read them.

Specifications: https://html.spec.whatwg.org/multipage/microdata.html, https://www.w3.org/TR/rdfa-core/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from pipeline.standards.json_pointer import Path
from pipeline.standards.json_source_map import LineIndex
from pipeline.validate import vocabulary as vocabulary_layer
from pipeline.validate.compare import letters
from pipeline.validate.consistency import dates, people
from pipeline.validate.consistency.scope import Rule, Scope, text_of
from pipeline.validate.page_scripts import days_apart
from pipeline.validate.page_view import html_tree
from pipeline.validate.remark import Remark

type Json = Any
type Element = Any  # lxml has no public name for its elements
type Locate = Callable[[Path], int]
CODES = frozenset(
    [
        "unknown-type",
        "unknown-property",
        "misspelt-property",
        "superseded-type",
        "superseded-property",
        "retired-term",
        "property-not-of-type",
        "wrong-object-type",
        "object-for-text",
        "impossible-date",
        "not-a-date",
        "date-not-iso-8601",
        "invalid-duration",
        "unknown-enumeration-value",
    ]
)
"""What the vocabulary layer tells of them: all values are texts there, so that kinds of values say nothing."""
RULES: tuple[Rule, ...] = (dates.order, dates.future, people.merged, people.byline)
"""Rules of consistency that read plain texts only."""
_MICRODATA = re.compile(r"itemtype\s*=\s*[\"']?\s*https?://schema\.org/", re.IGNORECASE)
_RDFA = re.compile(
    r"vocab\s*=\s*[\"']https?://schema\.org|typeof\s*=\s*[\"'](?:schema:|https?://schema\.org/)", re.IGNORECASE
)
_HIDDEN = r"<!--.*?(?:-->|\Z)|<(script|style|textarea|title)\b.*?(?:</\1\s*>|\Z)"
_MARKED_TAG = re.compile(
    rf"{_HIDDEN}|<[a-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*?[\s\"'](?P<mark>itemprop|itemscope)(?=[\s=>/])",
    re.IGNORECASE | re.DOTALL,
)


class Item(msgspec.Struct, frozen=True):
    """One thing that the page marks up: how (``microdata`` or ``rdfa``), it as JSON-LD, and where what stands in the page."""

    syntax: str
    document: Json
    locate: Locate


def items(page: str, base: str) -> tuple[Item, ...]:
    """The things of schema.org that a page marks up outside JSON-LD."""
    found: list[Item] = []
    if _MICRODATA.search(page):
        found.extend(_microdata(page, base))
    if _RDFA.search(page):
        found.extend(_rdfa(page, base))
    return tuple(found)


def _microdata(page: str, base: str) -> Iterator[Item]:
    from extruct.w3cmicrodata import MicrodataExtractor  # noqa: PLC0415 - 0.4 s of import

    tree = html_tree(page)
    offsets = _offsets(page, tree)
    for each in tree.xpath("//time[@itemprop and not(@datetime)]"):
        each.set("datetime", each.text_content().strip())  # the standard says so, and the reader does not know it
    reader = MicrodataExtractor(nested=True, strict=False, add_html_node=True)
    for item in reader.extract_items(tree, base_url=base or None):
        elements: dict[Path, Element] = {}
        node = _node(item, (), elements)

        def locate(path: Path, elements: dict[Path, Element] = elements) -> int:
            return offsets.get(_element_of(path, elements), 0)

        yield Item("microdata", {"@context": "https://schema.org", **node}, locate)


def _offsets(page: str, tree: Element) -> dict[Element, int]:
    """Where the tags of the marked elements start: the source and the tree list them in one order. Where the parser made
    another tree of it, the line that lxml noted has to do."""
    marked = tree.xpath("//*[@itemprop or @itemscope]")
    tags = [match.start() for match in _MARKED_TAG.finditer(page) if match["mark"]]
    if len(tags) == len(marked):
        return dict(zip(marked, tags, strict=True))
    lines = LineIndex(page)
    return {each: lines.start(each.sourceline or 1) for each in marked}


def _node(item: dict[str, Json], path: Path, elements: dict[Path, Element]) -> dict[str, Json]:
    elements[path] = item.get("htmlNode")
    kinds = item.get("type", [])
    node: dict[str, Json] = {"@type": kinds if isinstance(kinds, list) else [kinds]} if kinds else {}
    for name, value in (item.get("properties") or {}).items():
        at = (*path, name)
        node[name] = (
            [_value(each, (*at, index), elements) for index, each in enumerate(value)]
            if isinstance(value, list)
            else _value(value, at, elements)
        )
    return node


def _value(value: Json, path: Path, elements: dict[Path, Element]) -> Json:
    """A thing as a node; one of no type and without properties is no more than its text."""
    if not isinstance(value, dict):
        return value
    if "properties" in value or "type" in value:
        return _node(value, path, elements)
    return value.get("value", value)


def _element_of(path: Path, elements: dict[Path, Element]) -> Element:
    """The element that holds the value at a path: the thing itself, or its element with that itemprop."""
    length = next((each for each in range(len(path), -1, -1) if path[:each] in elements), 0)
    owner = elements.get(path[:length])
    if owner is None or length == len(path) or path[length] == "@type":
        return owner
    name, number = str(path[length]), path[length + 1] if len(path) > length + 1 else 0
    held = [each for each in owner.iterdescendants() if name in (each.get("itemprop") or "").split()]
    own = [each for each in held if _thing_around(each) is owner]
    return own[number] if isinstance(number, int) and number < len(own) else owner


def _thing_around(element: Element) -> Element:
    return next((each for each in element.iterancestors() if each.get("itemscope") is not None), None)


def _rdfa(page: str, base: str) -> Iterator[Item]:
    from extruct.rdfa import RDFaExtractor  # noqa: PLC0415 - brings an RDF library

    for node in RDFaExtractor().extract(_with_content(page), base_url=base or "https://document.invalid/"):
        if any(str(each).startswith(("http://schema.org/", "https://schema.org/")) for each in node.get("@type", ())):
            yield Item("rdfa", node, lambda path: _rdfa_offset(page, path))


_TIMED = re.compile(r"<[a-z](?=[^<>]*\sproperty\s*=)(?![^<>]*\scontent\s*=)[^<>]*?\s(datetime)\s*=", re.IGNORECASE)
_RELATED = re.compile(r"(?<=[\s\"'])rel\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s<>\"']+))", re.IGNORECASE)
_TAG = re.compile(r"<(?:a|area|link)\s[^<>]*>", re.IGNORECASE)


def _with_content(page: str) -> str:
    """The page as HTML+RDFa 1.1 (section 3.1) has it read, which the reader does not know: datetime is the value of a date, and
    how a link relates in HTML says nothing of a thing."""
    dated = _TIMED.sub(_as_content, page)
    return _TAG.sub(lambda tag: _RELATED.sub(_without_link_types, tag[0]), dated)


def _as_content(tag: re.Match[str]) -> str:
    start, end = (each - tag.start() for each in tag.span(1))
    return f"{tag[0][:start]}content{tag[0][end:]}"


def _without_link_types(match: re.Match[str]) -> str:
    kept = [each for each in (match[1] or match[2] or match[3] or "").split() if each.lower() not in LINK_TYPES]
    return f'rel="{" ".join(kept)}"' if kept else ""


LINK_TYPES = frozenset(
    ["alternate", "amphtml", "apple-touch-icon", "bookmark", "canonical", "category", "dns-prefetch", "external", "help", "home",
     "icon", "manifest", "mask-icon", "me", "modulepreload", "next", "nofollow", "noopener", "noreferrer", "opener", "pingback",
     "preconnect", "prefetch", "preload", "prev", "privacy-policy", "profile", "search", "shortcut", "shortlink", "sponsored",
     "stylesheet", "tag", "terms-of-service", "ugc"]
)  # fmt: skip
"""What rel says of links in HTML (https://html.spec.whatwg.org/multipage/links.html#linkTypes); author and license are
schema.org's, too."""


def _rdfa_offset(page: str, path: Path) -> int:
    """The first element of the page with that property, else the first with a type."""
    name = re.escape(str(path[0]).rsplit("/", maxsplit=1)[-1]) if path else ""
    attribute = rf"\sproperty\s*=\s*[\"'][^\"']*\b{name}\b" if name and name != "@type" else r"\stypeof\s*="
    match = re.search(attribute, page, re.IGNORECASE) or re.search(r"\stypeof\s*=", page, re.IGNORECASE)
    return page.rfind("<", 0, match.start() + 1) if match else 0


def rules(
    found: tuple[Item, ...], json_ld: list[Scope], scope_of: Callable[[Json], Scope]
) -> Iterator[tuple[Remark, int]]:
    """What is wrong in microdata and RDFa, with its offset in the page, and where they contradict the page's JSON-LD."""
    for item in found:
        scope = scope_of(item.document)
        told = [each for each in vocabulary_layer.rules(scope.view, scope.vocabulary) if each.code in CODES]
        told += [each for rule in RULES for each in rule(scope)]
        for remark in (*told, *_contradictions(scope, json_ld), *_date_contradictions(scope, json_ld)):
            message = f"{item.syntax}: {remark.message}"
            yield msgspec.structs.replace(remark, message=message, path=()), item.locate(remark.path)


def _contradictions(scope: Scope, json_ld: list[Scope]) -> Iterator[Remark]:
    own = _headlines(scope)
    others = [each for one in json_ld for each in _headlines(one)]
    if own and others and not any(letters(a) == letters(b) for a in own for b in others):
        message = f"the article is called “{own[0][:80]}” here, and “{others[0][:80]}” in JSON-LD."
        yield Remark("markup-contradicts", ("headline",), message)


def _date_contradictions(scope: Scope, json_ld: list[Scope]) -> Iterator[Remark]:
    own = _published(scope)
    others = [each for one in json_ld for each in _published(one)]
    if own and others and all(days_apart(own[0], each) > 1 for each in others):
        message = f"the article was published {own[0]} here, and {others[0]} in JSON-LD."
        yield Remark("markup-contradicts", ("datePublished",), message)


def _published(scope: Scope) -> list[str]:
    articles = [each for each in scope.of_type("Article") if text_of(each, "datePublished").strip()]
    return [text_of(each, "datePublished").strip() for each in articles[:1]]


def _headlines(scope: Scope) -> list[str]:
    articles = [each for each in scope.of_type("Article") if text_of(each, "headline").strip()]
    return [text_of(each, "headline").strip() for each in articles[:1]]
