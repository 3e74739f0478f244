"""Remarks with paths in, findings with severity, pointer, line and column in the file out."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from pipeline.model.finding import Finding
from pipeline.standards.json_pointer import Path, to_pointer
from pipeline.standards.json_source_map import LineIndex, SourceMap, source_map
from pipeline.validate.edition import Told
from pipeline.validate.parts import Opened
from pipeline.validate.remark import Remark
from pipeline.validate.syntax import TextFault


class Places:
    """Lines and columns in one file: ``offset`` is where the JSON text starts in it. Scans only when it is asked."""

    def __init__(self, lines: LineIndex, text: str, offset: int) -> None:
        self.lines, self.offset, self._text = lines, offset, text
        self._map: SourceMap | None = None

    @property
    def map(self) -> SourceMap:
        """The places of all values, found at the first question."""
        if self._map is None:
            self._map = source_map(self._text)
        return self._map

    def at(self, path: Path, *, key: bool) -> tuple[int, int]:
        """Line and column of a value, or of its property's name."""
        place = self.map.nearest(path)
        if place is None:
            return self.lines.at(self.offset)
        start = place.key if key and place.key is not None else place.start
        return self.lines.at(self.offset + start)

    def at_offset(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset of the JSON text."""
        return self.lines.at(self.offset + offset)


def located(told: Iterable[Told], opened: Opened) -> tuple[Finding, ...]:
    """Findings of the set layer about one file with their lines and columns in it."""
    lines = LineIndex(opened.text)
    places = [Places(lines, each.text, each.offset) for each in opened.parts]
    found = []
    for each in told:
        line, column = each.finding.line, each.finding.column
        if line is None and each.part < len(places):
            line, column = places[each.part].at(each.path, key=False)
        found.append(replace(each.finding, line=line, column=column))
    return tuple(found)


def finding(remark: Remark, *, path: str, places: Places | None, at: int | None = None) -> Finding:
    """The finding for a remark; without ``places`` (a parsed document) it has a pointer only."""
    line, column = None, None
    if places is not None:
        line, column = places.at(remark.path, key=remark.key) if at is None else places.at_offset(at)
    return _made(remark, path=path, place=(line, column))


def fault(found: TextFault, *, path: str, places: Places) -> Finding:
    """The finding for a fault of the text, before there is any tree."""
    remark = Remark(found.code, (), found.message, found.hint, source=found.source)
    return _made(remark, path=path, place=places.at_offset(found.offset))


def _made(remark: Remark, *, path: str, place: tuple[int | None, int | None]) -> Finding:
    from pipeline.validate.catalogue import entry  # noqa: PLC0415 - only needed where there are findings

    known = entry(remark.code)
    return Finding(
        code=remark.code,
        severity=known.severity,
        message=remark.message,
        pointer=to_pointer(remark.path),
        path=path,
        line=place[0],
        column=place[1],
        hint=remark.hint or known.fix,
        source=remark.source or known.source,
    )


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in the order of the file."""
    once = dict.fromkeys(findings)
    return tuple(sorted(once, key=lambda each: (each.line or 0, each.column or 0)))
