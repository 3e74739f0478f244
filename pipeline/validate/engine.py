"""Joins the layers: a file or a parsed document in, findings with severity, pointer, line and column out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import cached_property
from itertools import islice
from typing import Any

import msgspec

from pipeline.model.finding import Finding
from pipeline.standards.json_pointer import Path, resolve, to_pointer
from pipeline.standards.json_source_map import LineIndex, source_map
from pipeline.standards.schema_org import Vocabulary
from pipeline.validate import consistency, json_schema, profiles, syntax
from pipeline.validate.consistency.scope import Scope
from pipeline.validate.edition import Extract, Listed, Said, article_facts, node_facts
from pipeline.validate.fixes import FIXABLE, Edit, edit, syntax_edit
from pipeline.validate.formats.kinds import json_kind
from pipeline.validate.nodes import View
from pipeline.validate.parts import Opened, Part, open_bytes
from pipeline.validate.placing import Places, fault, finding, in_order
from pipeline.validate.profiles import Profile
from pipeline.validate.remark import Remark
from pipeline.validate.syntax import TextFault

type Json = Any
MOST_FINDINGS = 2_000
"""Findings about one document that are listed; nobody reads more, and a hostile document could have millions."""
STRICT_ROOT = json_schema.SCHEMA_BASE + "document.schema.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """``strict`` holds documents to the schemas of what we publish ourselves; ``thorough`` runs every engine on clean
    documents too; ``base`` is the address that relative @ids are resolved against;
    ``now`` is the moment of checking, with a zone (None: no date is in the future); ``one_document`` says that few documents
    will come, so that no engine is made which takes longer to make than they take without it."""

    strict: bool = False
    thorough: bool = False
    base: str = ""
    now: datetime | None = None
    one_document: bool = False


DEFAULTS = Settings()


class Inspection(msgspec.Struct, frozen=True):
    """A checked file: what it is (``json``, ``html``, ...), its text, and the findings in the order of the text."""

    kind: str
    text: str
    findings: tuple[Finding, ...]
    extract: Extract


class _Read(msgspec.Struct, frozen=True):
    """One JSON text of a file after parsing; ``view`` is None where it is no JSON."""

    part: Part
    parsed: syntax.Parsed
    view: View | None


def _at_most(remarks: Iterator[Remark]) -> Iterator[Remark]:
    """The remarks of one document up to the limit, and then one that says so."""
    yield from islice(remarks, MOST_FINDINGS)
    if next(remarks, None) is not None:
        message = f"The document has more than {MOST_FINDINGS:,} findings; the others are not listed."
        yield Remark("findings-cut", (), message)


def _listed(feed: Json) -> Iterator[Listed]:
    """The entries of a JSON Feed that have an address."""
    items = feed.get("items")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and isinstance(item.get("url"), str):
            more = [
                Said(name=name, text=item[key], path=("items", index, key))
                for name, key in (("title", "title"), ("published", "date_published"))
                if isinstance(item.get(key), str)
            ]
            yield Listed(Said(name="address", text=item["url"], path=("items", index, "url")), tuple(more))


def _tag_at(text: str, start: int, held: str) -> int:
    """The start of the tag that holds a text, from the line on that the parser noted; that line where it is written otherwise."""
    end = start + NEARBY
    found = text.find(held, start, end)
    while found >= 0:
        tag = text.rfind("<", start, found + 1)
        if text[tag : tag + 5].lower() in _HEAD_TAGS:
            return tag
        found = text.find(held, found + len(held) + 1, end)
    return start


NEARBY = 20_000
"""Characters from the line on that are looked through for a tag; minified pages are one long line."""
_HEAD_TAGS = ("<meta", "<link", "<html", "<head", "<base")


class Engine:
    """The loaded resources with the engines made from them, each when it is first needed."""

    def __init__(
        self,
        *,
        schemas: Mapping[str, Json],
        vocabulary: Vocabulary,
        context: Json,
        profiles: Mapping[str, Profile],
        settings: Settings,
    ) -> None:
        """``profiles`` are those to hold documents to."""
        self.schemas, self.vocabulary, self.context, self.settings = schemas, vocabulary, context, settings
        self.profiles = profiles

    @property
    def _is_gated(self) -> bool:
        """Whether the fast engine is asked: for few documents the layers that it answers for are there sooner than it is."""
        return self.settings.strict or not self.settings.one_document

    @cached_property
    def gate(self) -> json_schema.Gate:
        """The fast engine."""
        return json_schema.gate(self.schemas, STRICT_ROOT)

    def _gate_for(self, view: View) -> json_schema.Gate:
        """The fast engine, made for one document's types where no other will follow."""
        if not self.settings.one_document:
            return self.gate
        types = frozenset(name for node in view.nodes for name in node.types)
        return json_schema.gate(json_schema.only_for(self.schemas, types), STRICT_ROOT)

    @cached_property
    def explain(self) -> json_schema.Explain:
        """The reference engine."""
        return json_schema.reference(self.schemas, STRICT_ROOT)

    def validate(self, content: bytes | Json, *, path: str = "", media_type: str | None = None) -> tuple[Finding, ...]:
        """All findings about one file (bytes) or one parsed document, in the order of the text."""
        if not isinstance(content, bytes):
            if syntax.depth(content) > syntax.MAX_DEPTH:
                return (finding(Remark("json-too-deep", (), syntax.TOO_DEEP), path=path, places=None),)
            remarks = self._document(View(content, base=self.settings.base), frozenset())
            return tuple(finding(each, path=path, places=None) for each in remarks)
        return self.inspect(content, path=path, media_type=media_type).findings

    def inspect(self, content: bytes, *, path: str = "", media_type: str | None = None, base: str = "") -> Inspection:
        """The findings about a file together with its text and what kind of file it is. ``base`` is its own address."""
        opened = open_bytes(content, path=path, media_type=media_type)
        if opened.kind == "xml":
            return self._xml(content, opened, path)
        read = [self._read(each, base) for each in opened.parts]
        kind = json_kind(read[0].parsed.value) if opened.kind == "json" and read[0].parsed.ok else opened.kind
        findings = in_order([*self._file(opened, read, path)])
        return Inspection(kind, opened.text, findings, self._extract(read, findings, opened.text, path))

    def _extract(self, read: list[_Read], findings: tuple[Finding, ...], text: str, path: str) -> Extract:
        """What the set layer needs of this file."""
        views = [(number, each.view) for number, each in enumerate(read) if each.view is not None]
        feeds = [view.document for _, view in views if json_kind(view.document) == "json-feed"]
        return Extract(
            path=path,
            nodes=tuple(each for number, view in views for each in node_facts(view, self.vocabulary, number)),
            dangling=self._dangling(read, findings, text),
            articles=tuple(each for _, view in views for each in article_facts(view, self.vocabulary)),
            listed=tuple(each for document in feeds for each in _listed(document)),
        )

    def _dangling(self, read: list[_Read], findings: tuple[Finding, ...], text: str) -> dict[tuple[int, int], str]:
        """The @ids that this file refers to without having them, by the places of the findings about them."""
        pointers = {each.pointer for each in findings if each.code == "dangling-reference"}
        if not pointers:
            return {}
        found, lines = dict[tuple[int, int], str](), LineIndex(text)
        for each in read:
            places = Places(lines, each.part.text, each.part.offset)
            for node in each.view.nodes if each.view is not None else ():
                path: Path = (*node.path, "@id")
                if node.is_reference and to_pointer(path) in pointers:
                    found[places.at(path, key=False)] = node.id or ""
        return found

    def _xml(self, content: bytes, opened: Opened, path: str) -> Inspection:
        """Sitemaps, feeds and other XML."""
        from pipeline.validate.formats import xml  # noqa: PLC0415 - only XML needs it

        checked = xml.check(content, opened.text, now=self.settings.now, profiles=self.profiles)
        lines = LineIndex(opened.text)
        places = Places(lines, "", 0)
        found = [fault(each, path=path, places=places) for each in opened.faults]
        for each in checked.faults:
            at = lines.start(each.line) + each.column - 1
            found.append(
                fault(TextFault(each.code, at, each.message, each.hint, each.source), path=path, places=places)
            )
        return Inspection(checked.kind, opened.text, in_order(found), Extract(path=path, listed=checked.listed))

    def edits(self, content: bytes, *, path: str = "", media_type: str | None = None) -> list[Edit]:
        """The fixes that cannot change meaning, as edits of the file's text."""
        opened = open_bytes(content, path=path, media_type=media_type)
        found: list[Edit] = []
        for part in opened.parts:
            made = self._syntax_edits(part) or self._value_edits(part)
            found += [
                msgspec.structs.replace(each, start=each.start + part.offset, end=each.end + part.offset)
                for each in made
            ]
        return found

    def _syntax_edits(self, part: Part) -> list[Edit]:
        """Fixes of the text; values are fixed when it can be parsed."""
        faults = syntax.parse(part.text).faults
        made = [syntax_edit(part.text, each.offset, each.code) for each in faults if each.code in FIXABLE]
        return [each for each in made if each is not None]

    def _value_edits(self, part: Part) -> list[Edit]:
        read = self._read(part)
        if read.view is None:
            return []
        places = source_map(part.text).places
        remarks = [each for each in self._document(read.view, frozenset()) if each.code in FIXABLE]
        made = [
            edit(each, resolve(read.parsed.value, each.path), places[each.path], self.vocabulary)
            for each in remarks
            if each.path in places
        ]
        return [each for each in made if each is not None]

    def _file(self, opened: Opened, read: list[_Read], path: str) -> Iterator[Finding]:
        lines = LineIndex(opened.text)
        for broken in opened.faults:
            yield fault(broken, path=path, places=Places(lines, "", 0))
        views = [each.view for each in read if each.view is not None]
        ids = frozenset(name for view in views for name in view.by_id) if opened.kind == "html" else frozenset[str]()
        page = self._page(opened)
        earlier: list[Scope] = []
        for each in read:
            places = Places(lines, each.part.text, each.part.offset)
            for remark in _at_most(self._part(each, ids, page, earlier)):
                yield finding(remark, path=path, places=places)
            yield from self._text(each, path, places)
        if opened.kind == "html":
            for remark, at in islice(self._markup(opened, views, page, lines), MOST_FINDINGS):
                yield finding(remark, path=path, places=Places(lines, "", 0), at=at)

    def _markup(self, opened: Opened, views: list[View], page: Any, lines: LineIndex) -> Iterator[tuple[Remark, int]]:
        """What is said of a page outside its JSON-LD, with offsets: metadata, microdata, RDFa."""
        if page is not None:
            from pipeline.validate import page_head  # noqa: PLC0415 - only pages need it

            for remark, line, held in page_head.rules(page):
                yield remark, _tag_at(opened.text, lines.start(line), held)
            for remark, line, held in profiles.page_rules(page, self.profiles):
                yield remark, _tag_at(opened.text, lines.start(line), held)
        if "itemtype" in opened.text or "typeof" in opened.text:
            from pipeline.validate import microdata  # noqa: PLC0415 - only pages with such markup need it

            found = microdata.items(opened.text, self.settings.base)
            scopes = [self._scope(each, frozenset()) for each in views]
            yield from microdata.rules(found, scopes, lambda document: self._scope(View(document), frozenset()))

    def _page(self, opened: Opened) -> Any:
        """The parsed page, where there is one."""
        if opened.kind != "html":
            return None
        from pipeline.validate.page_view import Page  # noqa: PLC0415 - only pages need it

        return Page(opened.text)

    def _read(self, part: Part, base: str = "") -> _Read:
        parsed = syntax.parse(part.text)
        return _Read(part, parsed, View(parsed.value, base=base or self.settings.base) if parsed.ok else None)

    def _part(self, read: _Read, ids: frozenset[str], page: Any, earlier: list[Scope]) -> Iterator[Remark]:
        """One JSON text; ``earlier`` are the page's scripts before it, to which it is added."""
        if read.view is None:
            return
        yield from self._document(read.view, ids)
        if page is not None:
            from pipeline.validate import page as page_layer  # noqa: PLC0415 - only pages need it
            from pipeline.validate import page_scripts  # noqa: PLC0415 - as above

            scope = self._scope(read.view, ids)
            yield from page_layer.rules(scope, page)
            yield from page_scripts.against_earlier(scope, earlier)
            earlier.append(scope)

    def _text(self, read: _Read, path: str, places: Places) -> Iterator[Finding]:
        """What is wrong with the text itself."""
        for each in read.parsed.faults:
            yield fault(each, path=path, places=places)
        if not read.parsed.duplicates:
            return
        kind = json_kind(read.parsed.value)
        for twice in places.map.duplicates[:MOST_FINDINGS]:
            remark = syntax.duplicate(twice.path, may_repeat=kind == "json-ld")
            yield finding(remark, path=path, places=places, at=twice.offset)

    def _scope(self, view: View, ids: frozenset[str]) -> Scope:
        settings = self.settings
        return Scope(view=view, vocabulary=self.vocabulary, now=settings.now, own=settings.strict, neighbours=ids)

    def _document(self, view: View, ids: frozenset[str]) -> Iterator[Remark]:
        """All layers that need no more than the document."""
        kind = json_kind(view.document)
        if kind in ("json-feed", "ninjs", "apple-news"):
            yield from self._other_format(kind, view.document)
            return
        scope = self._scope(view, ids)
        clean = self._is_gated and self._gate_for(view)(view.document)
        yield from syntax.value_rules(view.document)
        if clean and not self.settings.thorough:
            yield from consistency.reference_rules(scope)
        else:
            yield from self._slow_layers(view, clean=clean)
        yield from consistency.rules(scope)
        yield from profiles.node_rules(scope, self.profiles)

    def _other_format(self, kind: str, document: Json) -> Iterator[Remark]:
        from pipeline.validate.formats import apple_news, feed, ninjs  # noqa: PLC0415 - not needed for JSON-LD

        rules = {"json-feed": feed.json_feed_rules, "ninjs": ninjs.rules, "apple-news": apple_news.rules}
        yield from rules[kind](document)

    def _slow_layers(self, view: View, *, clean: bool) -> Iterator[Remark]:
        """The layers that the fast engine answers for where it finds a document clean."""
        from pipeline.validate import json_ld, vocabulary  # noqa: PLC0415 - not needed for a clean document

        yield from json_ld.rules(view, self.context, thorough=self.settings.thorough)
        yield from vocabulary.rules(view, self.vocabulary)
        if self.settings.strict and not clean and not _is_of_others(view):
            yield from self.explain(view.document)


def _is_of_others(view: View) -> bool:
    """Whether a document is of other vocabularies, as evidence is of W3C's annotations: our schemas say nothing of it."""
    first = view.nodes[0] if view.nodes else None
    return first is not None and first.terms.vocab is None and bool(first.terms.foreign)
