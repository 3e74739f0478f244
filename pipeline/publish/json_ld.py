"""Graph -> JSON-LD bytes: the whole document, one node a few lines, keys in the graph's order."""

from __future__ import annotations

from pipeline.model.codec import encode, encode_pretty
from pipeline.model.graph import Graph, Json, document
from pipeline.standards.json_in_html import escape
from pipeline.standards.json_tree import encoded

MEDIA_TYPE = "application/ld+json"
SCRIPT_ID = "newsgraph"


def json_ld(graph: Graph) -> bytes:
    """The document for a file of its own."""
    return encoded(document(graph), encode_pretty)


def script_text(value: Json) -> str:
    """A JSON-LD document for the content of a ``script`` element."""
    return escape(encoded(value, encode).decode())


def script_element(value: Json) -> str:
    """The whole element, to stand anywhere in a UTF-8 page."""
    return f'<script type="{MEDIA_TYPE}" id="{SCRIPT_ID}">{script_text(value)}</script>'


def ascii_script_element(value: Json) -> str:
    """As ``script_element``, in ASCII, to stand in a page of any encoding."""
    return "".join(each if each.isascii() else _escaped(each) for each in script_element(value))


def _escaped(character: str) -> str:
    """JSON's escape, as a pair of surrogates beyond U+FFFF."""
    units = character.encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))
