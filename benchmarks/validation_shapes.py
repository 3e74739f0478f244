"""schema.org's vocabulary as SHACL shapes, for pyshacl: no package carries schema.org's own, so these are made from our table.

For each property: its subjects are of its domain, and its values of its range, or an address of something that the document
does not describe; text for an object conforms, as schema.org says (https://schema.org/docs/datamodel.html#conformance). https://www.w3.org/TR/shacl/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.standards.schema_org import DATE_TYPES, NUMBER_TYPES, Vocabulary

PREFIXES = (
    "@prefix sh: <http://www.w3.org/ns/shacl#> .\n@prefix schema: <http://schema.org/> .\n"
    "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
)
KINDS = {
    "Boolean": ("xsd:boolean",),
    **dict.fromkeys(NUMBER_TYPES, ("xsd:integer", "xsd:decimal", "xsd:double")),
    **dict.fromkeys(
        DATE_TYPES,
        ("xsd:date", "xsd:dateTime", "xsd:gYear", "schema:Date", "schema:DateTime", "schema:Time", "xsd:string"),
    ),
}


def shapes(vocabulary: Vocabulary, names: Iterable[str]) -> str:
    """Turtle with a shape for each named property that schema.org knows."""
    known = sorted(set(names) & vocabulary.table.properties.keys())
    return PREFIXES + "".join(part for name in known for part in _shape(vocabulary, name))


def _shape(vocabulary: Vocabulary, name: str) -> Iterator[str]:
    entry = vocabulary.table.properties[name]
    owners = " ".join(f"[ sh:class schema:{each} ]" for each in (*entry.domain, "Role"))
    values = " ".join(_values(entry.range))
    yield f"schema:shape-{name} a sh:NodeShape ; sh:targetSubjectsOf schema:{name} ; sh:or ( {owners} ) ;\n"
    yield f"  sh:property [ sh:path schema:{name} ; sh:or ( {values} ) ] .\n"


def _values(classes: Iterable[str]) -> Iterator[str]:
    for each in (*classes, "Role"):
        if each in KINDS:
            yield from (f"[ sh:datatype {kind} ]" for kind in KINDS[each])
        elif each in ("Text", "CssSelectorType", "XPathType", "PronounceableText"):
            yield "[ sh:datatype xsd:string ]"
        elif each == "URL":
            yield "[ sh:nodeKind sh:IRI ] [ sh:datatype xsd:anyURI ]"
        else:
            yield f"[ sh:class schema:{each} ]"
    yield "[ sh:nodeKind sh:IRI ; sh:not [ sh:class schema:Thing ] ]"
    if not KINDS.keys() >= set(classes):
        yield "[ sh:datatype xsd:string ] [ sh:datatype xsd:integer ]"


def hierarchy(vocabulary: Vocabulary) -> str:
    """Turtle with the classes and what they stand below."""
    pairs = ((name, parent) for name, entry in vocabulary.table.types.items() for parent in entry.parents)
    return PREFIXES + "".join(f"schema:{name} rdfs:subClassOf schema:{parent} .\n" for name, parent in sorted(pairs))
