"""The vocabulary layer: nodes against schema.org's types and properties (https://schema.org/docs/datamodel.html).

JSON-LD expansion never exposes a misspelt term, because the context has ``@vocab``: only this layer can.
"""

from __future__ import annotations

from typing import Any

from pipeline.standards.json_pointer import Path
from pipeline.standards.schema_org import ROLE, Vocabulary
from pipeline.validate import values
from pipeline.validate.nodes import Node, View, values_of
from pipeline.validate.remark import Remark, Remarks, shown
from pipeline.validate.spelling import is_slip

type Json = Any
PIXELS = frozenset({"width", "height"})
"""On pictures and videos these are bare numbers everywhere, and every consumer reads them as pixels."""
ACTION_MARKS = ("-input", "-output")
"""Suffixes that turn a property into a constraint on an action's input or output (https://schema.org/docs/actions.html)."""


SAID_BY_TYPE = ("Action", "Enumeration", "StructuredValue", "Series")
"""Classes whose name alone may say what is meant, such as LikeAction in interactionType."""


def rules(view: View, vocabulary: Vocabulary) -> Remarks:
    """All findings of this layer, in the order of the text."""
    for node in view.nodes:
        yield from _types(node, view, vocabulary)
        yield from _lookalike(node, vocabulary)
        yield from _untold(node, view)
        yield from _properties(node, view, vocabulary)


def _types(node: Node, view: View, vocabulary: Vocabulary) -> Remarks:
    table = vocabulary.table
    for name in node.types:
        at, key = _type_path(node, name)
        entry = table.types.get(name)
        if entry is not None and entry.superseded:
            hint = f"Write {' or '.join(entry.superseded)}."
            yield Remark("superseded-type", at, f"{name} is superseded in schema.org.", hint, key)
        elif entry is None and name in table.retired:
            yield Remark("retired-term", at, f"{name} was taken out of schema.org.", _instead(table.retired[name]), key)
        elif entry is None:
            yield _unknown_type(node, name, at, view, vocabulary)
        elif vocabulary.is_data(name) and not vocabulary.is_a(name, "DataType", "Quantity", "PronounceableText"):
            yield Remark("data-type-as-type", at, f"{name} is a data type; no object can be of it.")


def _lookalike(node: Node, vocabulary: Vocabulary) -> Remarks:
    """Types in full that have a name of schema.org and another host than its."""
    for each in node.foreign:
        host, _, name = each.rpartition("/")
        if name in vocabulary.table.types and "schema" in host and host.startswith("http"):
            message = f"{shown(each)} is no type of schema.org: the address is another one."
            yield Remark("unknown-type", _type_path(node, name)[0], message, f"Write {name}.", key=True)


def _untold(node: Node, view: View) -> Remarks:
    """A node at the top that says something and is of no type, neither here nor where its @id stands again."""
    if node.types or node.foreign or node.is_reference or node.incoming is not None or node.terms.vocab is None:
        return
    if view.types_of(node.path) or not any(True for _ in node.properties()):
        return
    yield Remark("missing-type", node.path, "The node has no @type, so nobody knows what it is.")


def _instead(name: str) -> str:
    return f"Write {name}." if name else ""


def _unknown_type(node: Node, name: str, at: Path, view: View, vocabulary: Vocabulary) -> Remark:
    if node.terms.foreign:
        message = f"{shown(name)} is no type of schema.org; it may belong to {node.terms.foreign[0]}."
        return Remark("unmapped-term", at, message)
    guess = view.spelling.nearest(name, vocabulary.table.types, kind="type")
    hint = f"Did you mean {guess}?" if guess else "See https://schema.org/docs/full.html for all types."
    return Remark("unknown-type", at, f"schema.org {vocabulary.table.release} has no type {shown(name)}.", hint)


def _type_path(node: Node, name: str) -> tuple[Path, bool]:
    key = next((each for each in node.value if node.terms.iri(each) == "@type"), "@type")
    kinds = node.value.get(key)
    if isinstance(kinds, list):
        for index, each in enumerate(kinds):
            if isinstance(each, str) and node.terms.schema_name(each) == name:
                return (*node.path, key, index), False
    return (*node.path, key), False


def _properties(node: Node, view: View, vocabulary: Vocabulary) -> Remarks:
    known = tuple(each for each in node.types if each in vocabulary.table.types)
    for key, value, path in node.properties():
        if not node.terms.vocab and node.terms.iri(key) is None:
            if node.terms.foreign or not node.terms.mapped:
                continue  # a context that was not loaded may define it, or there is none at all, which is told already
            yield Remark("unmapped-term", path, f"The context gives {shown(key)} no meaning; it is dropped.", "", True)
            continue
        name = node.terms.schema_name(key)
        if name is None:
            continue
        mark = next((each for each in ACTION_MARKS if name.endswith(each)), "")
        name = name.removesuffix(mark)
        if name not in vocabulary.table.properties:
            mapped = key in node.terms.mapped and ":" not in key
            yield _unknown_property(node, name, path, view, vocabulary, key_is_mapped=mapped)
            continue
        yield from _place(node, name, path, view=view, vocabulary=vocabulary)
        if not mark and not (name in PIXELS and any(vocabulary.is_a(each, "CreativeWork") for each in known)):
            yield from _values(name, value, path, view, vocabulary)


def _unknown_property(
    node: Node, name: str, path: Path, view: View, vocabulary: Vocabulary, *, key_is_mapped: bool
) -> Remark:
    table = vocabulary.table
    if name in table.retired:
        message = f"{name} was taken out of schema.org."
        return Remark("retired-term", path, message, _instead(table.retired[name]), key=True)
    if key_is_mapped:
        message = f"The context maps this term to {shown(name)}, which is no property of schema.org."
        return Remark("unmapped-term", path, message, key=True)
    if node.terms.foreign and ":" not in str(path[-1]):
        message = f"{shown(name)} is no property of schema.org; it may belong to {node.terms.foreign[0]}."
        return Remark("unmapped-term", path, message, key=True)
    own = vocabulary.properties_of(node.types)
    guess = view.spelling.nearest(name, own, kind=" ".join(node.types)) or view.spelling.nearest(
        name, table.properties, kind="property"
    )
    hint = f"Did you mean {guess}?" if guess else "Every consumer skips it: take it out, or find the right name."
    is_keyword = name in ("id", "type", "context", "graph", "value")
    if is_keyword:
        hint = f"Write @{name}."
    message = f"schema.org {table.release} has no property {shown(name)}."
    slip = is_keyword or (guess is not None and is_slip(name, guess))
    return Remark("misspelt-property" if slip else "unknown-property", path, message, hint, key=True)


def _place(node: Node, name: str, path: Path, *, view: View, vocabulary: Vocabulary) -> Remarks:
    entry = vocabulary.table.properties[name]
    known = tuple(each for each in node.types if each in vocabulary.table.types)
    allowed = vocabulary.properties_of(known)
    if entry.superseded:
        hint = f"Write {' or '.join(entry.superseded)}."
        yield Remark("superseded-property", path, f"{name} is superseded in schema.org.", hint, key=True)
    if not known or name in allowed or len(known) < len(node.types) or node.foreign:
        return
    if all(vocabulary.is_data(each) for each in known):
        return  # a quantity as an object: no property has it as its domain, and name is what schema.org's examples give it
    if any(vocabulary.is_a(each, ROLE) for each in known) and (node.incoming is None or _same(node, name)):
        return
    owners = ", ".join(entry.domain[:6])
    similar = view.spelling.nearest(name, allowed, kind=" ".join(known))
    hint = f"Did you mean {similar}?" if similar and not entry.superseded else f"It belongs on {owners}."
    written = str(path[-1]).rsplit("/", maxsplit=1)[-1].rpartition(":")[2]
    message = f"{written} is no property of {' or '.join(known)}."
    yield Remark("property-not-of-type", path, message, hint, key=True)


def _same(node: Node, name: str) -> bool:
    """A Role carries on the property that leads to it (https://blog.schema.org/2014/06/16/introducing-role/)."""
    return node.incoming is not None and node.terms.schema_name(node.incoming) == name


def _values(name: str, value: Json, path: Path, view: View, vocabulary: Vocabulary) -> Remarks:
    if value in ([], {}, None):
        yield Remark("empty-value", path, f"{name} is {shown(value)}.", "Leave the property out, or say something.")
        return
    for each, at in values_of(value, path):
        if each is None:
            yield Remark("empty-value", at, f"{name} holds null.", "Leave it out.")
        elif isinstance(each, dict) and "@value" in each:
            yield from values.check(vocabulary, name, each["@value"], (*at, "@value"))
        elif isinstance(each, dict):
            yield from _object(name, each, at, view, vocabulary)
        else:
            yield from values.check(vocabulary, name, each, at)


def _object(name: str, value: dict[str, Json], path: Path, view: View, vocabulary: Vocabulary) -> Remarks:
    expected = vocabulary.expected(name)
    types = tuple(each for each in view.types_of(path) if each in vocabulary.table.types)
    if not types:
        yield from _untyped(name, value, path, view)
        return
    if value.keys() <= {"@type", "@context"} and not any(vocabulary.is_a(each, *SAID_BY_TYPE) for each in types):
        yield Remark("object-says-nothing", path, f"{name} holds a {types[0]} that says nothing else.", "Leave it out.")
        return
    if vocabulary.too_general(types, expected):
        message = f"{name} takes {values.kinds(expected)}; {' and '.join(types)} says too little."
        yield Remark("too-general-type", path, message)
        return
    if any(vocabulary.fits(each, expected) for each in types):
        return
    message = f"{name} takes {values.kinds(expected)}, not {' and '.join(types)}."
    code = "wrong-object-type" if expected.objects else "object-for-text"
    yield Remark(code, path, message)


def _untyped(name: str, value: dict[str, Json], path: Path, view: View) -> Remarks:
    node = view.by_path.get(path)
    if not value:
        yield Remark("empty-value", path, f"{name} holds an empty object.", "Leave it out.")
    elif node is not None and node.id is None and not node.types and not node.foreign:
        yield Remark("missing-type", path, f"The object in {name} has no @type, so nobody knows what it is.")
