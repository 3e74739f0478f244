"""Graph -> the page's quiet section of people, organizations, places and events, for readers and editors."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.graph import Graph, Node
from pipeline.publish.addresses import web_address
from pipeline.publish.dates import moment_of
from pipeline.publish.graph_view import Kind, text, texts, topics, values
from pipeline.publish.markup import element, escaped, text_element
from pipeline.publish.wording import label, readable, words


def named_section(graph: Graph, language: str) -> str:
    """The section in the words of a language (BCP 47), or nothing if the article names nobody and nothing."""
    lists = [_kind_list(_title(kind, language), nodes, language) for kind, nodes in topics(graph).items() if nodes]
    if not lists:
        return ""
    heading = element("h2", label(words(language).named, language), id="named")
    return element(
        "aside", heading + element("div", "".join(lists), class_="kinds"), class_="named", aria_labelledby="named"
    )


def _title(kind: Kind, language: str) -> str:
    known = words(language)
    titles = {"person": known.people, "organization": known.organizations, "place": known.places, "event": known.events}
    return label(titles[kind], language)


def _kind_list(title: str, nodes: tuple[Node, ...], language: str) -> str:
    items = "".join(_item(each, language) for each in nodes)
    return element("section", element("h3", title) + element("ul", items))


def _item(node: Node, language: str) -> str:
    name = escaped(text(node, "name") or str(node.get("@id", "")))
    known = next((each for each in texts(node, "sameAs") if web_address(each)), None)
    shown = element("a", name, href=known, rel="external") if known else name
    more = "; ".join(_details(node, language))
    return element("li", shown + (text_element("span", more, class_="more") if more else ""))


def _details(node: Node, language: str) -> Iterator[str]:
    title = text(node, "jobTitle", "honorificPrefix")
    yield from (title,) if title else ()
    employers = texts(node, "affiliation", "worksFor", "memberOf")[:1]
    yield from (each for each in employers if each.casefold() not in (title or "").casefold())
    yield from (readable(date, language) for each in values(node, "startDate")[:1] if (date := moment_of(each)))
    yield from texts(node, "location", "containedInPlace")[:1]
