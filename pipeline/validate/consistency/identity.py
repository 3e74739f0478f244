"""Which node is which: references that lead nowhere, one @id for two things, two main articles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.standards.json_pointer import Path
from pipeline.validate.compare import page_address
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
PAGES = frozenset(
    {"mainEntityOfPage", "isPartOf", "url", "sameAs", "item", "subjectOf", "citation", "license", "mainEntity"}
)
"""Properties whose @id commonly is the address of another page and no node of this document."""
ONE_VALUE = ("name", "headline", "url", "datePublished", "birthDate", "startDate")
"""Properties of which a thing has one value, so that two values show two things."""


def references(scope: Scope) -> Remarks:
    """References to nodes that the document (or page) does not hold, and that are its own by host or fragment."""
    hosts = {_host(each) for each in scope.view.by_id} - {""}
    known = {_absolute(scope, each) for each in (*scope.view.by_id, *scope.neighbours)}
    for node in scope.view.nodes:
        if not node.is_reference or node.id is None or node.incoming is None:
            continue
        target = _absolute(scope, node.id)
        own = node.id.startswith(("#", "_:")) or _host(node.id) in hosts
        if own and target not in known and node.terms.schema_name(node.incoming) not in PAGES:
            message = f"{node.incoming} refers to {shown(node.id)}, and no node of this document has that @id."
            yield Remark("dangling-reference", (*node.path, "@id"), message)


def _absolute(scope: Scope, name: str) -> str:
    if not scope.view.base or ":" in name.split("/", maxsplit=1)[0]:
        return name
    from urllib.parse import urljoin  # noqa: PLC0415 - only relative references need it

    try:
        return urljoin(scope.view.base, name)
    except ValueError:
        return name


def _host(iri: str) -> str:
    return iri.partition("//")[2].partition("/")[0] if "//" in iri else ""


def reference_types(scope: Scope) -> Remarks:
    """References to nodes of a type that the property does not take; what stands inline, the vocabulary layer sees."""
    for node in scope.view.nodes:
        if node.id is None or node.incoming is None or node.parent is None:
            continue
        name = node.terms.schema_name(node.incoming)
        if name not in scope.vocabulary.table.properties:
            continue
        expected = scope.vocabulary.expected(name)
        types = tuple(each for each in scope.view.types_of(node.path) if each in scope.vocabulary.table.types)
        if not types:
            continue
        from pipeline.validate.values import kinds  # noqa: PLC0415 - only needed for documents with references

        if scope.vocabulary.too_general(types, expected):
            message = f"{name} takes {kinds(expected)}; {' and '.join(types)} says too little."
            yield Remark("too-general-type", node.path, message)
        elif not any(scope.vocabulary.fits(each, expected) for each in types):
            code = "wrong-object-type" if expected.objects else "object-for-text"
            yield Remark(code, node.path, f"{name} takes {kinds(expected)}, not {' and '.join(types)}.")


def same_id(scope: Scope) -> Remarks:
    """Two things under one @id: their types or their names cannot both be right."""
    for name, nodes in scope.view.by_id.items():
        first, *others = nodes
        for each in others:
            difference = _difference(scope, first, each)
            if difference:
                message = f"The @id {shown(name)} stands for two things: {difference}."
                yield Remark("duplicate-id", (*each.path, "@id"), message)
                break


def _difference(scope: Scope, one: Node, other: Node) -> str:
    vocabulary = scope.vocabulary
    if (
        one.types
        and other.types
        and not any(vocabulary.is_a(a, b) or vocabulary.is_a(b, a) for a in one.types for b in other.types)
    ):
        return f"{one.types[0]} and {other.types[0]}"
    for name in ONE_VALUE:
        first, second = one.get(name), other.get(name)
        if isinstance(first, str) and isinstance(second, str) and first.strip() != second.strip():
            return f"{name} is {shown(first)} and {shown(second)}"
    return ""


def same_name(scope: Scope) -> Remarks:
    """Two nodes of one type with different @ids, one name and nothing that tells them apart."""
    seen: dict[tuple[str, str], Node] = {}
    for node in scope.of_type("Person", "Organization"):
        name = text_of(node, "name").casefold()
        if not name or node.id is None or len(node.value) < 3:
            continue
        first = seen.setdefault((node.types[0], name), node)
        if first.id != node.id and not _told_apart(first, node):
            message = f"{shown(text_of(node, 'name'))} stands under two @ids: {first.id} and {node.id}."
            yield Remark("one-name-two-ids", (*node.path, "@id"), message)


def _told_apart(one: Node, other: Node) -> bool:
    names = (
        "sameAs",
        "birthDate",
        "jobTitle",
        "affiliation",
        "worksFor",
        "disambiguatingDescription",
        "url",
        "address",
    )
    return any(_differ(one.get(each), other.get(each)) for each in names)


def _differ(one: Json, other: Json) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return page_address(one) != page_address(other)
    return one is not None and other is not None and one != other


def main_articles(scope: Scope) -> Remarks:
    """Two articles at the top of one document."""
    tops = [each for each in scope.articles if _is_top(each, scope) and text_of(each, "headline")]
    for each in tops[1:]:
        if each.id is not None and each.id == tops[0].id:
            continue
        message = f"A second article, {shown(text_of(each, 'headline'))}, stands beside {shown(text_of(tops[0], 'headline'))}."
        yield Remark("two-main-articles", each.path, message)


def _is_top(node: Node, scope: Scope) -> bool:
    if node.parent is not None:
        return False
    return node.id is None or node.id not in scope.linked_ids


def addresses(scope: Scope) -> Remarks:
    """Url and mainEntityOfPage of one article that name two pages."""
    for node in scope.articles:
        page = node.get("mainEntityOfPage")
        page = page.get("@id", page.get("url")) if isinstance(page, dict) else page
        own = text_of(node, "url")
        if isinstance(page, str) and own and _two_pages(page, own):
            message = f"mainEntityOfPage is {shown(page)}, but url is {shown(own)}."
            yield Remark("two-addresses", (*node.path, key_of(node, "mainEntityOfPage")), message)


def _two_pages(one: str, other: str) -> bool:
    web = one.startswith("http") and other.startswith("http")
    return web and page_address(one) != page_address(other)


def about_and_mentions(scope: Scope) -> Remarks:
    """What stands both as the subject and as something merely mentioned, or twice in one list."""
    for node in scope.view.nodes:
        about = dict(_keys(node, "about"))
        mentions: dict[str, Path] = {}
        for key, path in _keys(node, "mentions"):
            if key in about:
                yield Remark("about-and-mentions", path, f"{shown(key)} stands in about and in mentions.")
            elif key in mentions:
                yield Remark("listed-twice", path, f"{shown(key)} stands twice in mentions.")
            mentions.setdefault(key, path)
        for name in LISTS:
            if isinstance(node.value.get(name), list):
                yield from _twice(node, name)


LISTS = ("about", "author", "image", "keywords", "sameAs")
"""Lists besides mentions in which an entry says nothing new the second time."""


def _twice(node: Node, name: str) -> Remarks:
    seen: set[str] = set()
    for key, path in _keys(node, name):
        if key in seen:
            yield Remark("listed-twice", path, f"{shown(key)} stands twice in {name}.")
        seen.add(key)


def _keys(node: Node, name: str) -> Iterator[tuple[str, Path]]:
    value = node.get(name)
    if value is None:
        return
    for each, path in values_of(value, (*node.path, key_of(node, name))):
        key = each.get("@id") or each.get("name") or each.get("url") if isinstance(each, dict) else each
        if isinstance(key, str) and key:
            yield key, path


def itself(scope: Scope) -> Remarks:
    """A node that is its own part, author or member."""
    for node in scope.view.nodes:
        parent = scope.view.nodes[node.parent] if node.parent is not None else None
        if parent is None or node.id is None or node.id != parent.id or node.incoming is None:
            continue
        if node.terms.schema_name(node.incoming) not in PAGES:
            yield Remark("refers-to-itself", node.path, f"{node.incoming} of {shown(node.id)} is that node itself.")


def relative_ids(scope: Scope) -> Remarks:
    """@ids that are paths: they name another thing on every page. Fragments of the page itself are usual."""
    for node in scope.view.nodes:
        if node.id is None or node.id.startswith(("#", "_:")) or ":" in node.id.partition("/")[0] or not node.id:
            continue
        if "@id" in node.value:
            message = f"The @id {shown(node.id)} is relative, so it names another thing in another place."
            yield Remark("relative-id", (*node.path, "@id"), message, "Write the whole address.")


def says_nothing(scope: Scope) -> Remarks:
    """Things at the top of which nothing is said but a type."""
    for node in scope.view.nodes:
        if node.parent is not None or node.id is not None or any(each in node.value for each in _OTHER_WAYS):
            continue
        if not any(True for _ in node.properties()):
            what = f"a {node.types[0]} that says nothing else" if node.types else "no thing at all"
            yield Remark(
                "object-says-nothing", node.path, f"The document holds {what}.", "Take it out, or say something."
            )


_OTHER_WAYS = ("@graph", "@reverse", "@included", "@nest")
"""Keywords by which a node says something without a property of its own."""
RULES = (
    says_nothing,
    relative_ids,
    references,
    same_id,
    same_name,
    main_articles,
    addresses,
    about_and_mentions,
    itself,
)
