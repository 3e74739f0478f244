"""Joins the layers: a file or a parsed document in, findings with severity, pointer, line and column out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec

from pipeline.model.finding import Finding
from pipeline.standards.json_source_map import LineIndex
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate import consistency, json_schema, syntax
from pipeline.validate.consistency.scope import Scope
from pipeline.validate.nodes import View
from pipeline.validate.parts import Opened, Part, open_bytes
from pipeline.validate.placing import Places, fault, finding, in_order
from pipeline.validate.remark import Remark, shown

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


class _Read(msgspec.Struct, frozen=True):
    """One JSON text of a file after parsing; ``view`` is None where it is no JSON."""

    part: Part
    parsed: syntax.Parsed
    view: View | None


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
            remarks = self._document(View(content, base=self.settings.base), frozenset())
            return tuple(finding(each, path=path, places=None) for each in remarks)
        opened = open_bytes(content, path=path, media_type=media_type)
        return in_order([*self._file(opened, path)])

    def _file(self, opened: Opened, path: str) -> Iterator[Finding]:
        lines = LineIndex(opened.text)
        for broken in opened.faults:
            yield fault(broken, path=path, places=Places(lines, "", 0))
        read = [self._read(each) for each in opened.parts]
        views = [each.view for each in read if each.view is not None]
        ids = frozenset(name for view in views for name in view.by_id) if opened.kind == "html" else frozenset[str]()
        page = self._page(opened, views)
        for each in read:
            places = Places(lines, each.part.text, each.part.offset)
            for remark in self._part(each, ids, page):
                yield finding(remark, path=path, places=places)
            yield from self._text(each, path, places)

    def _page(self, opened: Opened, views: list[View]) -> Any:
        """The parsed page, where there is one to compare with."""
        if opened.kind != "html" or not views:
            return None
        from pipeline.validate.page_view import Page  # noqa: PLC0415 - only pages need it

        return Page(opened.text)

    def _read(self, part: Part) -> _Read:
        parsed = syntax.parse(part.text)
        return _Read(part, parsed, View(parsed.value, base=self.settings.base) if parsed.ok else None)

    def _part(self, read: _Read, ids: frozenset[str], page: Any) -> Iterator[Remark]:
        if read.view is None:
            return
        yield from self._document(read.view, ids)
        if page is not None:
            from pipeline.validate import page as page_layer  # noqa: PLC0415 - only pages need it

            yield from page_layer.rules(self._scope(read.view, ids), page)

    def _text(self, read: _Read, path: str, places: Places) -> Iterator[Finding]:
        """What is wrong with the text itself."""
        for each in read.parsed.faults:
            yield fault(each, path=path, places=places)
        if not read.parsed.duplicates:
            return
        for twice in places.map.duplicates:
            message = f"The key {shown(twice.path[-1])} stands twice in one object; the first value is lost."
            yield finding(Remark("duplicate-key", twice.path, message), path=path, places=places, at=twice.offset)

    def _scope(self, view: View, ids: frozenset[str]) -> Scope:
        settings = self.settings
        return Scope(view=view, vocabulary=self.vocabulary, now=settings.now, own=settings.strict, neighbours=ids)

    def _document(self, view: View, ids: frozenset[str]) -> Iterator[Remark]:
        """All layers that need no more than the document."""
        scope = self._scope(view, ids)
        clean = self.gate(view.document)
        yield from syntax.value_rules(view.document)
        if clean and not self.settings.thorough:
            yield from consistency.reference_rules(scope)
        else:
            yield from self._slow_layers(view, clean=clean)
        yield from consistency.rules(scope)

    def _slow_layers(self, view: View, *, clean: bool) -> Iterator[Remark]:
        """The layers that the fast engine answers for where it finds a document clean."""
        from pipeline.validate import json_ld, vocabulary  # noqa: PLC0415 - not needed for a clean document

        yield from json_ld.rules(view, self.context, thorough=self.settings.thorough)
        yield from vocabulary.rules(view, self.vocabulary)
        if self.settings.strict and not clean:
            yield from self.explain(view.document)
