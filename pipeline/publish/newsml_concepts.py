"""A graph's person, organization, place or event -> a NewsML-G2 ``assert`` with the details that the standard has."""

from __future__ import annotations

from pipeline.model.graph import Json, Node
from pipeline.publish.dates import moment_of, xsd
from pipeline.publish.graph_view import Kind, Named, text, texts, values
from pipeline.standards.xml_tree import Element, add, add_text

NAMESPACE = "http://iptc.org/std/nar/2006-10-01/"
_G = f"{{{NAMESPACE}}}"
_TYPES: dict[Kind, str] = {
    "person": "cpnat:person",
    "organization": "cpnat:organisation",
    "place": "cpnat:geoArea",
    "event": "cpnat:event",
}


def assert_concept(item: Element, found: Named) -> None:
    """One concept: type, names, definition, other addresses of the same thing, and what its kind adds."""
    node = found.node
    concept = add(item, f"{_G}assert", uri=node["@id"])
    add(concept, f"{_G}type", qcode=_TYPES[found.kind])
    add_text(concept, f"{_G}name", text(node, "name"))
    for title in texts(node, "jobTitle"):
        add(concept, f"{_G}note", title)
    add_text(concept, f"{_G}definition", text(node, "description"))
    for address in texts(node, "sameAs"):
        add(concept, f"{_G}sameAs", uri=address)
    if found.kind == "person":
        _person(concept, node)
    elif found.kind == "event":
        _event(concept, node)


def _person(concept: Element, node: Node) -> None:
    born, died = (_date(node, each) for each in ("birthDate", "deathDate"))
    places = [each for each in values(node, "affiliation", "worksFor", "memberOf") if isinstance(each, dict)]
    if not (born or died or places):
        return
    details = add(concept, f"{_G}personDetails")
    add_text(details, f"{_G}born", born)
    add_text(details, f"{_G}died", died)
    for each in places:
        _reference(details, "affiliation", each)


def _event(concept: Element, node: Node) -> None:
    start, end = _date(node, "startDate"), _date(node, "endDate")
    if not start:
        return
    details = add(concept, f"{_G}eventDetails")
    dates = add(details, f"{_G}dates")
    add(dates, f"{_G}start", start)
    add_text(dates, f"{_G}end", end)
    if status := text(node, "eventStatus"):
        add(details, f"{_G}eventStatus", uri=status)
    for property_, name in (("location", "location"), ("attendee", "participant"), ("organizer", "organiser")):
        for each in values(node, property_):
            _reference(details, name, each)


def _reference(parent: Element, name: str, value: Json) -> None:
    """A pointer with its name; a dated role points to what it is a role in."""
    if not isinstance(value, dict) or "@id" not in value:
        return
    reference = add(parent, f"{_G}{name}", uri=value["@id"])
    add_text(reference, f"{_G}name", text(value, "name", "roleName"))


def _date(node: Node, property_: str) -> str | None:
    return next((xsd(moment) for each in values(node, property_) if (moment := moment_of(each))), None)
