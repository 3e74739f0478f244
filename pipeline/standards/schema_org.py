"""The schema.org vocabulary as a value: a compiled table in, answers about types, properties and members out.

Specification: https://schema.org/docs/datamodel.html. Names are local ones (``NewsArticle``); http and https are the same.
"""

from __future__ import annotations

from functools import cached_property

import msgspec

DATE_TYPES = frozenset({"Date", "DateTime", "Time"})
NUMBER_TYPES = frozenset({"Number", "Integer", "Float"})
ROLE = "Role"


class TypeEntry(msgspec.Struct, frozen=True):
    """A class; ``data`` marks data types such as Text, ``superseded`` what replaced it."""

    parents: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    data: bool = False
    pending: bool = False


class PropertyEntry(msgspec.Struct, frozen=True):
    """A property: the classes it may stand on and the classes of its values."""

    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    superseded: tuple[str, ...] = ()
    pending: bool = False


class Table(msgspec.Struct, frozen=True):
    """The compiled release, as ``schemas/vocabulary/schema-org.json`` holds it; ``retired`` terms map to what replaced them."""

    release: str
    sha256: str
    types: dict[str, TypeEntry]
    properties: dict[str, PropertyEntry]
    members: dict[str, tuple[str, ...]]
    retired: dict[str, str]


class Expected(msgspec.Struct, frozen=True):
    """What a property takes: classes of objects, enumerations among them, and kinds of plain values."""

    objects: frozenset[str]
    enumerations: tuple[str, ...]
    dates: frozenset[str]
    text: bool
    url: bool
    number: bool
    integer: bool
    boolean: bool
    quantity: bool
    duration: bool

    @property
    def any_text(self) -> bool:
        """Whether free text is an expected value."""
        return self.text


class Vocabulary:
    """Questions to one release, with answers kept. Nothing in it changes but the memory of answers."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self._ancestors: dict[str, frozenset[str]] = {}
        self._expected: dict[str, Expected] = {}
        self._allowed: dict[tuple[str, ...], frozenset[str]] = {}

    def ancestors(self, name: str) -> frozenset[str]:
        """The class itself and all classes above it."""
        known = self._ancestors.get(name)
        if known is None:
            entry = self.table.types.get(name)
            parents = entry.parents if entry else ()
            known = frozenset({name}).union(*(self.ancestors(each) for each in parents))
            self._ancestors[name] = known
        return known

    def is_a(self, name: str, *classes: str) -> bool:
        """Whether the class is one of ``classes`` or below one of them."""
        return not self.ancestors(name).isdisjoint(classes)

    @cached_property
    def _by_class(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for name, entry in self.table.properties.items():
            for each in entry.domain:
                found.setdefault(each, set()).add(name)
        return found

    def properties_of(self, types: tuple[str, ...]) -> frozenset[str]:
        """All properties that nodes of these types may bear, inherited ones included."""
        known = self._allowed.get(types)
        if known is None:
            classes = frozenset[str]().union(*(self.ancestors(each) for each in types))
            known = frozenset[str]().union(*(self._by_class.get(each, ()) for each in classes))
            self._allowed[types] = known
        return known

    def expected(self, name: str) -> Expected:
        """What a known property takes."""
        known = self._expected.get(name)
        if known is None:
            known = self._expected[name] = self._expect(self.table.properties[name].range)
        return known

    def _expect(self, ranges: tuple[str, ...]) -> Expected:
        present = frozenset(ranges)
        above = frozenset[str]().union(*(self.ancestors(each) for each in ranges))
        objects = frozenset(each for each in ranges if not self.is_data(each))
        return Expected(
            objects=objects,
            enumerations=tuple(each for each in ranges if self.is_a(each, "Enumeration")),
            dates=present & DATE_TYPES,
            text=any(self.is_a(each, "Text") and each != "URL" for each in ranges),
            url="URL" in present,
            number=bool(present & NUMBER_TYPES),
            integer="Integer" in present and not present & {"Number", "Float"},
            boolean="Boolean" in present,
            quantity="Quantity" in above,
            duration="Duration" in present,
        )

    def fits(self, kind: str, expected: Expected) -> bool:
        """Whether an object of this class may stand there: of an expected class, above one (too general is no error), a Role,
        or a way of writing a plain value as an object."""
        if self.is_a(kind, *expected.objects, ROLE):
            return True
        if any(kind in self.ancestors(each) for each in expected.objects):
            return True
        if self.is_a(kind, "Quantity"):
            return True  # such as Energy: a data type since release 29, and written as an object in schema.org's own examples
        if kind in ("Text", "URL", "PronounceableText"):
            return expected.text or expected.url
        return kind in ("PropertyValue", "DefinedTerm") and (expected.text or expected.url)

    def too_general(self, kinds: tuple[str, ...], expected: Expected) -> bool:
        """Whether all classes are only above what is expected, such as Thing where a Person belongs."""
        return bool(expected.objects) and all(
            not self.is_a(each, *expected.objects, ROLE)
            and any(each in self.ancestors(wanted) for wanted in expected.objects)
            for each in kinds
        )

    def is_data(self, name: str) -> bool:
        """Whether the class is a data type (Text, URL, Date ...) and no class of things."""
        entry = self.table.types.get(name)
        return entry is not None and (entry.data or any(self.is_data(each) for each in entry.parents))

    def members_of(self, enumerations: tuple[str, ...]) -> tuple[str, ...]:
        """The members of the given enumerations and of those below them."""
        return tuple(
            name
            for name, classes in self.table.members.items()
            if any(self.is_a(each, *enumerations) for each in classes)
        )


def local_name(iri: str) -> str | None:
    """``NewsArticle`` for ``https://schema.org/NewsArticle``, http or https, with or without ``schema:``; None for others."""
    for prefix in ("https://schema.org/", "http://schema.org/", "schema:"):
        if iri.startswith(prefix):
            return iri[len(prefix) :]
    return None
