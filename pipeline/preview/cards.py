"""The graph as cards: one for each node, one row for each property, and beside it the evidence the statement stands on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from pipeline.model.annotations import Span
from pipeline.model.graph import Evidence, Graph, Node

FURNITURE = frozenset(
    {"BreadcrumbList", "ListItem", "NewsMediaOrganization", "SpeakableSpecification", "WebPage", "WebSite"}
)
"""Types of nodes that say nothing of the story."""
_LONG = 160


def cards(graph: Graph, text: str) -> Iterator[str]:
    """One HTML element for each node, in the graph's order, the page's furniture last; ``text`` is the canonical text."""
    names = {each["@id"]: _label(each) for each in graph.nodes}
    order = {each["@id"]: number for number, each in enumerate(graph.nodes)}
    for number, node in sorted(enumerate(graph.nodes), key=lambda pair: kind(pair[1]) in FURNITURE):
        mine = [each for each in graph.statements if each.subject == node["@id"]]
        evidence: dict[str, list[Evidence]] = {}
        for each in mine:
            evidence.setdefault(each.property, []).append(each.evidence)
        rows = "".join(
            _row(key, value, evidence.get(key, []), (names, order, text)) for key, value in node.items() if key != "@id"
        )
        yield (
            f'<section class="card {escape(kind(node))}" id="n{number}" data-node="{number}">'
            f"<h3><span>{escape(kind(node))}</span> {escape(_label(node))}</h3><table>{rows}</table></section>"
        )


def kind(node: Node) -> str:
    """The node's first type."""
    types = node.get("@type", "Thing")
    return str(types[0] if isinstance(types, list) else types)


def _label(node: Node) -> str:
    label = node.get("name") or node.get("headline") or node.get("text") or node.get("caption") or node["@id"]
    return _short(str(label))


def _row(
    key: str, value: Any, evidence: list[Evidence], known: tuple[dict[str, str], dict[str, int], str]
) -> str:  # JSON
    names, order, text = known
    values = value if isinstance(value, list) else [value]
    shown = "<br>".join(_value(each, names, order) for each in values)
    why = "<br>".join(dict.fromkeys(_why(each, text) for each in evidence))
    return f"<tr><th>{escape(key)}</th><td>{shown}</td><td class=why>{why}</td></tr>"


def _value(value: Any, names: dict[str, str], order: dict[str, int]) -> str:  # JSON
    if isinstance(value, dict) and "@id" in value:
        iri = str(value["@id"])
        if iri in order:
            return f'<a href="#n{order[iri]}">{escape(names[iri])}</a>'
        return escape(str(value.get("name", iri)))
    if isinstance(value, dict):
        return escape(_short(", ".join(f"{key}: {each}" for key, each in value.items())))
    return escape(_short(str(value)))


def _why(evidence: Evidence, text: str) -> str:
    by = f"<small>{escape(evidence.by)}{_probability(evidence)}</small>"
    if not evidence.spans:
        return f"<em>{evidence.source}</em> {by}"
    return " ".join(_quoted(each, text) for each in evidence.spans) + f" {by}"


def _quoted(span: Span, text: str) -> str:
    return f'<a href="#t{span.start}">“{escape(_short(text[span.start : span.end]))}”</a>'


def _probability(evidence: Evidence) -> str:
    return "" if evidence.probability == 1.0 else f" · {evidence.probability:.2f}"


def _short(text: str) -> str:
    return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"
