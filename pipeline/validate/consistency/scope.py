"""What a rule of consistency sees: the document's nodes, the vocabulary, and the moment of checking."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cached_property
from typing import Any

from pipeline.standards.json_pointer import Path
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate.compare import plain
from pipeline.validate.nodes import Node, View, values_of
from pipeline.validate.remark import Remarks

type Json = Any
TO_THE_WHOLE = frozenset({"isPartOf", "mainEntity", "mainEntityOfPage", "subjectOf", "associatedArticle", "recordedIn"})
"""Properties by which a part, a page or a subject names the work that it belongs to."""


class Scope:
    """One document under check, with answers that several rules need, found once."""

    def __init__(
        self,
        *,
        view: View,
        vocabulary: Vocabulary,
        now: datetime | None = None,
        own: bool = False,
        neighbours: frozenset[str] = frozenset(),
    ) -> None:
        """``now`` (with a zone) tells the future; ``own`` says that the document is of our making, so that what a text may
        leave open (a place, a speaker) is no fault; ``neighbours`` are the @ids of the page's other scripts."""
        self.view, self.vocabulary, self.now, self.own, self.neighbours = view, vocabulary, now, own, neighbours
        self._kinds: dict[tuple[str, ...], dict[tuple[str, ...], bool]] = {}

    def of_type(self, *classes: str) -> Iterator[Node]:
        """The nodes of one of the classes or of one below them."""
        for node in self.view.nodes:
            if node.types and self._is_one(node.types, classes):
                yield node

    def _is_one(self, types: tuple[str, ...], classes: tuple[str, ...]) -> bool:
        """Whether one of the types is one of the classes or below; answers are kept, because documents have few types."""
        known = self._kinds.setdefault(classes, {})
        if types not in known:
            known[types] = any(self.vocabulary.is_a(each, *classes) for each in types)
        return known[types]

    def is_a(self, node: Node, *classes: str) -> bool:
        """Whether the node, or the node elsewhere that its @id names, is of one of the classes."""
        return self._is_one(node.types or self.view.types_of(node.path), classes)

    @cached_property
    def articles(self) -> tuple[Node, ...]:
        """The articles that say something of themselves."""
        return tuple(each for each in self.of_type("Article") if len(each.value) > 2)

    @cached_property
    def body(self) -> str:
        """All running text that the articles carry, for asking whether something stands in it."""
        texts = [node.get(name) for node in self.articles for name in ("headline", "description", "articleBody")]
        return "\n".join(each for each in texts if isinstance(each, str))

    @cached_property
    def linked_ids(self) -> frozenset[str]:
        """The @ids that some property leads to; those that lead from a part to its whole do not count."""
        linked = (each for each in self.view.nodes if each.incoming is not None and each.incoming not in TO_THE_WHOLE)
        return frozenset(each.id for each in linked if each.id is not None)

    @cached_property
    def plain_body(self) -> str:
        """The running text, made comparable."""
        return plain(self.body)

    def linked(self, node: Node, name: str) -> Iterator[tuple[Json, Path, Node | None]]:
        """The values of a property with their paths; for objects also the node that holds the facts."""
        value = node.get(name)
        if value is None:
            return
        for each, path in values_of(value, (*node.path, key_of(node, name))):
            yield each, path, self.facts(path) if isinstance(each, dict) else None

    def facts(self, path: Path) -> Node | None:
        """The node at a path, or the one of the same @id that says most."""
        node = self.view.by_path.get(path)
        if node is None or node.id is None:
            return node
        same = self.view.by_id.get(node.id, [])
        return max((*same, node), key=lambda each: len(each.value))


type Rule = Callable[[Scope], Remarks]


def key_of(node: Node, name: str) -> str:
    """How a schema.org property is written in this node."""
    if name in node.value:
        return name
    return next((key for key, _, _ in node.properties() if node.terms.schema_name(key) == name), name)


def text_of(node: Node | None, name: str) -> str:
    """The text of a property, or nothing."""
    value = node.get(name) if node is not None else None
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value")
    return value if isinstance(value, str) else ""


def name_of(value: Json, node: Node | None) -> str:
    """The name of what stands as a value: the text itself, or the node's name."""
    return value if isinstance(value, str) else text_of(node, "name")
