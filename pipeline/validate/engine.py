"""Joins the layers: a file or a parsed document in, findings with severity, pointer, line and column out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec

from pipeline.model.finding import Finding
from pipeline.standards.json_pointer import Path, to_pointer
from pipeline.standards.json_source_map import LineIndex, SourceMap, source_map
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate import consistency, json_schema, syntax
from pipeline.validate.nodes import View
from pipeline.validate.parts import Opened, Part, open_bytes
from pipeline.validate.remark import Remark, shown
from pipeline.validate.syntax import TextFault

type Json = Any
STRICT_ROOT = json_schema.SCHEMA_BASE + "document.schema.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``strict`` holds documents to the schemas of what we publish ourselves; ``thorough`` runs every engine on clean
    documents too; ``base`` is the address that relative @ids are resolved against, ``profiles`` names the consumers to please;
    ``now`` is the moment of checking, with a zone (None: no date is in the future)."""

    strict: bool = False
    thorough: bool = False
    base: str = ""
    profiles: tuple[str, ...] = ()
    now: datetime | None = None


DEFAULTS = Settings()


class Engine:
    """The loaded resources with the engines made from them, each when it is first needed."""

    def __init__(
        self, *, schemas: Mapping[str, Json], vocabulary: Vocabulary, context: Json, settings: Settings
    ) -> None:
        self.schemas, self.vocabulary, self.context, self.settings = schemas, vocabulary, context, settings

    @cached_property
    def gate(self) -> json_schema.Gate:
        """The fast engine."""
        return json_schema.gate(self.schemas, STRICT_ROOT)

    @cached_property
    def explain(self) -> json_schema.Explain:
        """The reference engine."""
        return json_schema.reference(self.schemas, STRICT_ROOT)

    def validate(self, content: bytes | Json, *, path: str = "", media_type: str | None = None) -> tuple[Finding, ...]:
        """All findings about one file (bytes) or one parsed document, in the order of the text."""
        if not isinstance(content, bytes):
            remarks = self._document(content)
            return tuple(_finding(each, path, None) for each in remarks)
        opened = open_bytes(content, path=path, media_type=media_type)
        lines = LineIndex(opened.text) if opened.faults else None
        findings = [_fault(each, path, lines, 0) for each in opened.faults if lines]
        for part in opened.parts:
            findings.extend(self._part(part, opened, path))
        return tuple(findings)

    def _part(self, part: Part, opened: Opened, path: str) -> Iterator[Finding]:
        parsed = syntax.parse(part.text)
        remarks = list(self._document(parsed.value)) if parsed.ok else []
        if not remarks and not parsed.faults and not parsed.duplicates:
            return
        lines = LineIndex(opened.text)
        yield from (_fault(each, path, lines, part.offset) for each in parsed.faults)
        if not parsed.ok:
            return
        places = _Places(source_map(part.text), lines, part.offset)
        for each in places.map.duplicates:
            message = f"The key {shown(each.path[-1])} stands twice in one object; the first value is lost."
            yield _finding(Remark("duplicate-key", each.path, message, key=True), path, places, at=each.offset)
        yield from (_finding(each, path, places) for each in remarks)

    def _document(self, document: Json) -> Iterator[Remark]:
        settings = self.settings
        clean = self.gate(document)
        view = View(document, base=settings.base)
        yield from syntax.value_rules(document)
        if clean and not settings.thorough:
            yield from consistency.reference_rules(view, self.vocabulary)
        else:
            yield from self._slow_layers(view, clean=clean)
        yield from consistency.rules(view, self.vocabulary, now=settings.now, own=settings.strict)

    def _slow_layers(self, view: View, *, clean: bool) -> Iterator[Remark]:
        """The layers that the fast engine answers for where it finds a document clean."""
        from pipeline.validate import json_ld, vocabulary  # noqa: PLC0415 - not needed for a clean document

        yield from json_ld.rules(view, self.context, thorough=self.settings.thorough)
        yield from vocabulary.rules(view, self.vocabulary)
        if self.settings.strict and not clean:
            yield from self.explain(view.document)


class _Places:
    """Lines and columns of paths in one part of a file."""

    def __init__(self, mapped: SourceMap, lines: LineIndex, offset: int) -> None:
        self.map, self.lines, self.offset = mapped, lines, offset

    def at(self, path: Path, *, key: bool) -> tuple[int, int]:
        place = self.map.nearest(path)
        if place is None:
            return self.lines.at(self.offset)
        start = place.key if key and place.key is not None else place.start
        return self.lines.at(self.offset + start)


def _finding(remark: Remark, path: str, places: _Places | None, at: int | None = None) -> Finding:
    from pipeline.validate.catalogue import entry  # noqa: PLC0415 - not needed for a clean document

    line, column = None, None
    if places is not None:
        line, column = places.at(remark.path, key=remark.key) if at is None else places.lines.at(places.offset + at)
    known = entry(remark.code)
    return Finding(
        code=remark.code,
        severity=known.severity,
        message=remark.message,
        pointer=to_pointer(remark.path),
        path=path,
        line=line,
        column=column,
        hint=remark.hint,
        source=known.source,
    )


def _fault(fault: TextFault, path: str, lines: LineIndex, offset: int) -> Finding:
    from pipeline.validate.catalogue import entry  # noqa: PLC0415 - not needed for a clean document

    known = entry(fault.code)
    line, column = lines.at(offset + fault.offset)
    return Finding(
        code=fault.code,
        severity=known.severity,
        message=fault.message,
        path=path,
        line=line,
        column=column,
        hint=fault.hint,
        source=known.source,
    )


def without_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once: two layers may see the same fault at the same place."""
    return tuple(dict.fromkeys(findings))
