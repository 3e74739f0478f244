"""Our own Article records back: ``article.json`` or one record a line (JSON Lines, https://jsonlines.org)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from msgspec.structs import fields, replace

from pipeline.model.article import Article, Block
from pipeline.model.codec import convert
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire.item import read_json
from pipeline.normalize.wire.several import of_item

_NAMES = frozenset(msgspec.structs.fields(Article)[index].encode_name for index in range(len(fields(Article))))


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """Every record; one that is none is a finding with its path and the others go on."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    records = list(_records(decoded.value))
    findings = list(decoded.findings)
    articles: list[Article] = []
    for number, each in enumerate(records, start=1):
        made = _article(each, number)
        told = [*made.findings]
        if made.value is not None:
            articles.append(made.value)
            told += missing(made.value, source)
        findings += of_item(told, source, number, len(records))
    return Outcome(tuple(articles), tuple(findings))


def _records(document: str) -> Iterator[Outcome[Any]]:
    whole = read_json(document)
    if not whole.findings:
        members = whole.value if isinstance(whole.value, list) else [whole.value]
        yield from (Outcome(each) for each in members)
        return
    lines = [each for each in document.split("\n") if each.strip()]
    if len(lines) < 2:
        yield whole
    else:
        yield from (read_json(each) for each in lines)


def _article(record: Outcome[Any], number: int) -> Outcome[Article | None]:
    if record.findings:
        return Outcome(None, (say.item_unreadable(number, record.findings[0].message.rstrip(".")),))
    if not isinstance(record.value, dict):
        return Outcome(None, (say.item_unreadable(number, "it is no JSON object"),))
    unknown = tuple(each for each in record.value if each not in _NAMES)
    told: tuple[Finding, ...] = (say.property_unknown(unknown, "The Article record"),) if unknown else ()
    defaults = {"slug": "", "url": "", "source": ""}
    try:
        made = convert(defaults | record.value, Article)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        return Outcome(None, (say.item_unreadable(number, str(error)),))
    kept = {**made.additional_property, **{each: record.value[each] for each in unknown}}
    blocks = tuple(Block(each.kind, tidy(each.text)) for each in made.paragraphs if tidy(each.text))
    return Outcome(replace(made, additional_property=kept, paragraphs=blocks), told)
