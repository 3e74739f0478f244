"""Graph -> the page's quiet section of people, organizations, places and events, for readers and editors."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.graph import Graph, Node
from pipeline.publish.addresses import web_address
from pipeline.publish.dates import moment_of, readable
from pipeline.publish.graph_view import Kind, text, texts, topics, values
from pipeline.publish.markup import element, escaped, text_element

TITLES: dict[Kind, str] = {
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "event": "Events",
}


def named_section(graph: Graph) -> str:
    """The section, or nothing if the article names nobody and nothing."""
    lists = [_kind_list(TITLES[kind], nodes) for kind, nodes in topics(graph).items() if nodes]
    if not lists:
        return ""
    heading = text_element("h2", "In this article", id="named")
    return element(
        "aside", heading + element("div", "".join(lists), class_="kinds"), class_="named", aria_labelledby="named"
    )


def _kind_list(title: str, nodes: tuple[Node, ...]) -> str:
    items = "".join(_item(each) for each in nodes)
    return element("section", text_element("h3", title) + element("ul", items))


def _item(node: Node) -> str:
    name = escaped(text(node, "name") or str(node.get("@id", "")))
    known = next((each for each in texts(node, "sameAs") if web_address(each)), None)
    label = element("a", name, href=known, rel="external") if known else name
    more = "; ".join(_details(node))
    return element("li", label + (text_element("span", more, class_="more") if more else ""))


def _details(node: Node) -> Iterator[str]:
    yield from texts(node, "jobTitle", "honorificPrefix")[:1]
    yield from texts(node, "affiliation", "worksFor", "memberOf")[:1]
    yield from (readable(date) for each in values(node, "startDate")[:1] if (date := moment_of(each)))
    yield from texts(node, "location", "containedInPlace")[:1]
