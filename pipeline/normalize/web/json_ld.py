"""A page's JSON-LD scripts -> their nodes, read one at a time through a ladder of ever more tolerant readings.

Specification: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents; every repair is a finding.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from lxml.html import HtmlElement

from pipeline.model.finding import Finding, Outcome
from pipeline.normalize import findings as say

Node = dict[str, Any]  # JSON
MAX_SCRIPT = 2_000_000
MAX_NODES = 5_000
MAX_COMMENTS = 100
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_COMMENT = re.compile(r"^\s*//[^\n]*$|/\*.*?\*/", re.MULTILINE | re.DOTALL)
_TRAILING = re.compile(r",(?=\s*[}\]])")
_TYPE = "translate(@type, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_SCRIPTS = f"//script[contains({_TYPE}, 'application/ld+json')]"


def read_json_ld(tree: HtmlElement) -> Outcome[tuple[Node, ...]]:
    """All nodes of all scripts in order, nested ones too, with ``@id`` references still as they are."""
    nodes: list[Node] = []
    findings: list[Finding] = []
    for number, script in enumerate(tree.xpath(_SCRIPTS), start=1):
        text = "".join(script.itertext())[:MAX_SCRIPT]
        if not text.strip():
            continue
        value, how = _climb(text)
        if how is None:
            findings.append(say.json_ld_unreadable(number))
            continue
        if how:
            findings.append(say.json_ld_repaired(number, how))
        nodes += list(_nodes(value))[: MAX_NODES - len(nodes)]
    return Outcome(tuple(nodes), tuple(findings))


def resolve(value: Any, nodes: tuple[Node, ...]) -> Any:  # any JSON
    """What a bare ``{"@id": ...}`` points to among the nodes; everything else as it is."""
    if not isinstance(value, dict) or set(value) - {"@id", "@type"} or not isinstance(value.get("@id"), str):
        return value
    same = (each for each in nodes if each.get("@id") == value["@id"] and set(each) - {"@id", "@type"})
    return next(same, value)


def types_of(node: Node) -> set[str]:
    """The node's types without their prefix."""
    stated = node.get("@type")
    several = stated if isinstance(stated, list) else [stated]
    return {each.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for each in several if isinstance(each, str)}


def texts(value: Any) -> Iterator[str]:  # any JSON
    """The texts in a value: itself, its items, its ``@value``, ``name`` or ``url``."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, dict):
        yield from texts(next((value[key] for key in ("@value", "name", "url", "@id") if value.get(key)), None))


def _climb(text: str) -> tuple[Any, str | None]:  # any JSON
    """The value and what had to be done for it ("" for nothing); None where nothing helped."""
    for how, prepare in _LADDER:
        value = _load(prepare(text))
        if isinstance(value, (dict, list)):
            return value, how
    return None, None


def _load(text: str) -> Any:  # any JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _without_controls(text: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text)


def _without_wrapping(text: str) -> str:
    return _without_controls(_WRAPPING.sub("", _WRAPPING.sub("", text)).strip().rstrip(";"))


def _without_comments(text: str) -> str:
    bare = _WRAPPING.sub("", _WRAPPING.sub("", text))
    if bare.count("/*") < MAX_COMMENTS:  # each one that never ends is searched for its end
        bare = _COMMENT.sub("", bare)
    bare = bare.strip().rstrip(";")
    return _TRAILING.sub("", _without_controls(bare))


def _by_repair(text: str) -> str:
    import json_repair  # noqa: PLC0415 - needed for broken scripts only

    bare = _without_wrapping(text)
    if not bare.startswith(("{", "[")) or len(bare) > 200_000:
        return ""
    try:
        repaired = json_repair.loads(bare, skip_json_loads=True)
    except (ValueError, RecursionError):
        return ""
    return json.dumps(repaired)


_LADDER: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("", str),
    ("control characters in it were replaced by spaces", _without_controls),
    ("a comment or CDATA mark around it was taken off", _without_wrapping),
    ("comments and trailing commas in it were taken out", _without_comments),
    ("its syntax was repaired by guessing", _by_repair),
)


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:  # any JSON
    if depth > 20:
        return
    if isinstance(value, list):
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, dict):
        yield value
        for each in value.values():
            if isinstance(each, (dict, list)):
                yield from _nodes(each, depth + 1)
