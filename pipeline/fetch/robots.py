"""robots.txt to an answer: may this agent fetch this path, and how long between two requests? Specification: RFC 9309."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, unquote_to_bytes, urlsplit

import msgspec

MAX_ROBOTS_BYTES = 512_000
"""RFC 9309, 2.5: at least 500 KiB must be read."""


class Rule(msgspec.Struct, frozen=True):
    """One ``Allow`` or ``Disallow`` line; ``path`` may hold ``*`` and end in ``$``."""

    allow: bool
    path: str


class Robots(msgspec.Struct, frozen=True, kw_only=True):
    """The rules that hold for one agent. ``delay_s`` is the unofficial but usual Crawl-delay."""

    rules: tuple[Rule, ...] = ()
    delay_s: float | None = None

    def allows(self, url: str) -> bool:
        """Whether the agent may fetch the address: the longest rule that matches decides, Allow before Disallow."""
        parts = urlsplit(url)
        path = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        matching = [each for each in self.rules if _matches(each.path, path)]
        if not matching or parts.path == "/robots.txt":
            return True
        return max(matching, key=lambda each: (len(each.path), each.allow)).allow


FORBID_ALL = Robots(rules=(Rule(allow=False, path="/"),))


def parse(text: str, agent: str) -> Robots:
    """The rules for ``agent`` (its product name, such as ``newsgraph``): its own group, else the one for ``*``."""
    groups: dict[str, list[tuple[str, str]]] = {}
    agents: list[str] = []
    in_rules = False
    for key, value in _lines(text):
        if key == "user-agent":
            agents = [] if in_rules else agents
            in_rules = False
            agents.append(value.lower())
            groups.setdefault(value.lower(), [])
        elif key in {"allow", "disallow", "crawl-delay"}:
            in_rules = True
            for each in agents:
                groups[each].append((key, value))
    return _robots(groups.get(agent.lower(), groups.get("*", [])))


def _lines(text: str) -> Iterator[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _robots(lines: list[tuple[str, str]]) -> Robots:
    rules = tuple(Rule(key == "allow", _normal(value)) for key, value in lines if key != "crawl-delay" and value)
    delays = [value for key, value in lines if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d{1,3})?", value)]
    return Robots(rules=rules, delay_s=float(delays[0]) if delays else None)


def _normal(path: str) -> str:
    """Percent-encoding in one form, so that ``%7Efoo`` and ``~foo`` are the same path."""
    return quote(unquote_to_bytes(path.replace("%2F", "%252F").replace("%2f", "%252F")), safe="/*$?&=;:@!+,()'~%-._")


def _matches(pattern: str, path: str) -> bool:
    """Piece by piece between the stars, so that no pattern costs more than a scan of the path."""
    anchored = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for piece in rest[:-1]:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    if not rest:
        return not anchored or at == len(path)
    if anchored:
        return len(path) - len(rest[-1]) >= at and path.endswith(rest[-1])
    return path.find(rest[-1], at) >= 0
