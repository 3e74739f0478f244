"""The children of a feed's element by name, with the short names of their namespaces: texts, addresses and dates of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

from pipeline.model.finding import Finding
from pipeline.model.moment import Moment
from pipeline.normalize.address import absolute
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.kept import kept
from pipeline.normalize.wire.moments import read_moment
from pipeline.normalize.wire.xml import Element, key, text

_BASE = "{http://www.w3.org/XML/1998/namespace}base"


class Parts:
    """What a channel, item, feed or entry consists of. Names are given in order of preference."""

    def __init__(self, element: Element, *, base: str, findings: list[Finding], bare: str = "") -> None:
        """``bare`` is the short name of the namespace that names without one belong to."""
        self.element = element
        self.findings = findings
        self.base = _base(element, base)
        self._parts: dict[str, list[Element]] = {}
        for each in element:
            named = key(each)
            self._parts.setdefault(named if ":" in named else bare + named, []).append(each)
        self._asked: set[str] = set()
        self._kept: list[Element] = []

    def all(self, *names: str) -> Iterator[Element]:
        """Every child with one of the names."""
        self._asked.update(names)
        for each in names:
            yield from self._parts.get(each, ())

    def text(self, *names: str) -> str:
        """The first text that is not empty."""
        return next((said for each in self.all(*names) if (said := text(each))), "")

    def raw(self, *names: str) -> str:
        """The first text that is not empty with its line breaks, as a body needs it."""
        return next((said for each in self.all(*names) if (said := "".join(map(str, each.itertext()))).strip()), "")

    def line(self, field: str, *names: str) -> str:
        """A text that should be plain: HTML in it is removed, with a finding."""
        said = self.raw(*names)
        if said and fragment.is_markup(said):
            self.findings.append(say.markup_removed(field))
        return fragment.plain(said)

    def texts(self, *names: str) -> tuple[str, ...]:
        """Every text once, in order."""
        return tuple(dict.fromkeys(said for each in self.all(*names) if (said := fragment.plain(text(each)))))

    def moment(self, field: str, *names: str) -> Moment | None:
        """The first readable date of the names; what is unreadable is a finding only where nothing else says it."""
        told: tuple[Finding, ...] = ()
        for each in self.all(*names):
            found, told = read_moment(field, text(each))
            if found is not None:
                return found
        self.findings += told
        return None

    def address(self, value: str | None) -> str | None:
        """An address in full, resolved against the element's base; None if it is none."""
        if not value or not value.strip():
            return None
        try:
            full = urljoin(self.base, tidy(value))
        except ValueError:
            return None
        return full if absolute(full) else None

    def keep(self, element: Element) -> None:
        """Keep a child that was asked for and has no place in the record."""
        self._kept.append(element)

    def rest(self) -> dict[str, Any]:
        """What the children say that nobody asked for, and what was kept, by name."""
        unread = [each for name, parts in self._parts.items() if name not in self._asked for each in parts]
        return kept([*unread, *self._kept], key)


def _base(element: Element, base: str) -> str:
    """The address that relative addresses below the element resolve against (XML Base)."""
    chain = []
    at: Element | None = element
    while at is not None:
        if at.get(_BASE):
            chain.append(str(at.get(_BASE)))
        at = at.getparent()
    for each in reversed(chain):
        try:
            base = urljoin(base, each)
        except ValueError:
            continue
    return base
