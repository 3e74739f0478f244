"""A parsed JSON-LD document as a list of nodes: each with its types in schema.org's local names, its path and its way in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any

import msgspec

from pipeline.standards.json_ld import NO_TERMS, SCHEMA_ORG, Terms, extend
from pipeline.standards.json_pointer import Path
from pipeline.validate.spelling import Speller

type Json = Any
CONTAINERS = ("@graph", "@included", "@list", "@set")


class Node(msgspec.Struct, frozen=True):
    """One JSON object that is a node. ``types`` are schema.org's local names as written (they may be unknown), ``foreign``
    the types of other vocabularies; ``incoming`` the property (as written) that leads here; ``terms`` its meaning of words; ``plain`` says that every key is a
    schema.org name as it stands."""

    value: dict[str, Json]
    path: Path
    terms: Terms
    types: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    id: str | None = None
    incoming: str | None = None
    parent: int | None = None
    plain: bool = False

    def properties(self) -> Iterator[tuple[str, Json, Path]]:
        """Name as written, value and path of each property that is no keyword."""
        for key, value in self.value.items():
            meaning = self.terms.iri(key)
            if not key.startswith("@") and (meaning is None or not meaning.startswith("@")):
                yield key, value, (*self.path, key)

    def get(self, name: str) -> Json:
        """The value of a schema.org property, whether written plain, with a prefix or in full."""
        if self.plain or name in self.value:
            return self.value.get(name)
        return next((v for k, v, _ in self.properties() if self.terms.schema_name(k) == name), None)

    @property
    def is_reference(self) -> bool:
        """Whether the object only names another node."""
        return self.id is not None and not self.types and not self.foreign and len(self.value) == 1


class View:
    """All nodes of a document in the order of the text, found once and shared by the rules."""

    def __init__(self, document: Json, *, base: str = "") -> None:
        self.document, self.base = document, base
        self.spelling = Speller()
        self.nodes: list[Node] = []
        self._walk_any(document, (), NO_TERMS, None, None)

    @cached_property
    def by_id(self) -> dict[str, list[Node]]:
        """The nodes that say something, by their @id."""
        found: dict[str, list[Node]] = {}
        for each in self.nodes:
            if each.id is not None and not each.is_reference:
                found.setdefault(each.id, []).append(each)
        return found

    @cached_property
    def by_path(self) -> dict[Path, Node]:
        """The nodes by their place."""
        return {each.path: each for each in self.nodes}

    def types_of(self, path: Path) -> tuple[str, ...]:
        """The types of the object at ``path``, or those of the node that its @id names elsewhere in the document."""
        node = self.by_path.get(path)
        if node is None:
            return ()
        if node.types or node.id is None:
            return node.types
        return tuple(dict.fromkeys(name for each in self.by_id.get(node.id, ()) for name in each.types))

    def _walk_any(self, value: Json, path: Path, terms: Terms, incoming: str | None, parent: int | None) -> None:
        if isinstance(value, list):
            for index, each in enumerate(value):
                self._walk_any(each, (*path, index), terms, incoming, parent)
        elif isinstance(value, dict):
            self._walk_object(value, path, terms, incoming, parent)

    def _walk_object(
        self, value: dict[str, Json], path: Path, terms: Terms, incoming: str | None, parent: int | None
    ) -> None:
        if "@context" in value:
            terms = extend(terms, value["@context"])
        if "@value" in value:
            return
        if _is_container(value):
            for name in CONTAINERS:
                self._walk_any(value.get(name), (*path, name), terms, incoming, parent)
            return
        position = len(self.nodes)
        self.nodes.append(_node(value, path, terms, incoming, parent))
        self._walk_members(value, path, terms, position)

    def _walk_members(self, value: dict[str, Json], path: Path, terms: Terms, position: int) -> None:
        for key, each in value.items():
            if not isinstance(each, dict | list) or key == "@context":
                continue
            meaning = terms.iri(key) if not key.startswith("@") else key
            if meaning == "@reverse" and isinstance(each, dict):
                for name, inside in each.items():
                    self._walk_any(inside, (*path, key, name), terms, None, position)
            elif meaning in CONTAINERS or meaning == "@nest":
                self._walk_any(each, (*path, key), terms, None, None)
            elif meaning is None or not meaning.startswith("@"):
                self._walk_any(each, (*path, key), terms, key, position)


def _is_container(value: dict[str, Json]) -> bool:
    """Whether the object holds nodes and is none: @graph beside the context only, @list or @set."""
    if "@list" in value or "@set" in value:
        return True
    return "@graph" in value and all(key in ("@graph", "@context", "@included") for key in value)


def _node(value: dict[str, Json], path: Path, terms: Terms, incoming: str | None, parent: int | None) -> Node:
    kinds = _keyword(value, terms, "@type")
    named = [each for each in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(each, str)]
    local = [(each, terms.schema_name(each)) for each in named]
    own_id = _keyword(value, terms, "@id")
    return Node(
        value=value,
        path=path,
        terms=terms,
        types=tuple(name for _, name in local if name is not None),
        foreign=tuple(each for each, name in local if name is None),
        id=own_id if isinstance(own_id, str) else None,
        incoming=incoming,
        parent=parent,
        plain=terms.vocab == SCHEMA_ORG and len(terms.mapped) == 3 and not any(":" in key for key in value),
    )


def _keyword(value: dict[str, Json], terms: Terms, keyword: str) -> Json:
    if keyword in value:
        return value[keyword]
    for alias in (keyword[1:], *(key for key, iri in terms.mapped.items() if iri == keyword)):
        if alias in value and terms.mapped.get(alias) == keyword:
            return value[alias]
    return None


def values_of(value: Json, path: Path) -> Iterator[tuple[Json, Path]]:
    """The single values of a property with their paths: lists, @list and @set are opened."""
    if isinstance(value, list):
        for index, each in enumerate(value):
            yield from values_of(each, (*path, index))
    elif isinstance(value, dict) and ("@list" in value or "@set" in value):
        for name in ("@list", "@set"):
            if name in value:
                yield from values_of(value[name], (*path, name))
    else:
        yield value, path
