"""Credits and pictures that a source gives twice, or without a name -> each once; what is left out is a finding."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from pipeline.mapping.ids import fold
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.sidecar import Credit, Image

CREDITS = ("author", "contributor", "editor")


def once(article: Article) -> Outcome[Article]:
    """The article in which no two credits of a field have one name, no two pictures one address, and each credit has a name.

    What the second one adds is kept; where both say something, the first one's word stands.
    """
    changed: dict[str, tuple[object, ...]] = {}
    findings: list[Finding] = []
    for field in CREDITS:
        named: tuple[Credit, ...] = getattr(article, field)
        changed[field] = _joined([each for each in named if _has_letters(each)], lambda each: fold(each.name))
        findings += _nameless(field, named)
        findings += _contradictions(field, named, lambda each: fold(each.name))
    changed["image"] = _joined(article.image, _picture)
    findings += _contradictions("image", article.image, _picture)
    return Outcome(msgspec.structs.replace(article, **changed), tuple(findings))


def with_names(annotations: Annotations) -> Outcome[Annotations]:
    """The annotations without events that have no name: nobody could say what they are."""
    kept = tuple(each for each in annotations.events if any(letter.isalnum() for letter in each.name))
    findings = tuple(
        _finding(
            "articleBody",
            f"The event {each.id} ({each.type}, {each.start or 'undated'}) has no name, so it is not in the graph.",
        )
        for each in annotations.events
        if each not in kept
    )
    return Outcome(msgspec.structs.replace(annotations, events=kept), findings)


def _has_letters(credit: Credit) -> bool:
    return any(each.isalnum() for each in credit.name)


def _picture(image: Image) -> str:
    """What a picture's @id is made of."""
    return image.url or image.caption or image.credit_text or image.text or ""


def _joined[Record: (Credit, Image)](records: Sequence[Record], key: Callable[[Record], str]) -> tuple[Record, ...]:
    found: dict[str, Record] = {}
    for each in records:
        known = found.get(key(each))
        found[key(each)] = each if known is None else _filled(known, each)
    return tuple(found.values())


def _filled[Record: (Credit, Image)](first: Record, second: Record) -> Record:
    """The first, with what only the second says."""
    missing = {
        name: getattr(second, name)
        for name in first.__struct_fields__
        if getattr(first, name) in (None, (), "") and getattr(second, name) not in (None, (), "")
    }
    return msgspec.structs.replace(first, **missing)


def _nameless(field: str, named: Sequence[Credit]) -> Iterator[Finding]:
    for each in named:
        if not _has_letters(each):
            yield _finding(
                field, f"The {field} {each.name!r} has no letter, so it is nobody's name and not in the graph."
            )


def _contradictions[Record: (Credit, Image)](
    field: str, records: Sequence[Record], key: Callable[[Record], str]
) -> Iterator[Finding]:
    first: dict[str, Record] = {}
    for each in records:
        known = first.setdefault(key(each), each)
        for name in known.__struct_fields__:
            ours, theirs = getattr(known, name), getattr(each, name)
            if (
                name not in {"name", "type"}
                and ours != theirs
                and all(one not in (None, (), "") for one in (ours, theirs))
            ):
                yield _finding(
                    field,
                    f"The {field} {key(each)!r} is given twice, with {name} {ours!r} and {theirs!r}; the first stands.",
                )


def _finding(field: str, message: str) -> Finding:
    return Finding(
        code="statement-without-term",
        severity="info",
        pointer=f"/{field}",
        message=message,
        hint="State the right one in the sidecar.",
    )
