"""Applies the fixes that cannot change meaning: a file in, its text before and after out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec

from pipeline.model.finding import Finding
from pipeline.validate.engine import Engine
from pipeline.validate.fixes import Edit, apply

ROUNDS = 3
"""Fixing the text of a broken file lets its values be seen, which may be fixed in the next round."""


class Fixed(msgspec.Struct, frozen=True):
    """A file's text before and after, and the codes of the findings that were answered."""

    path: str
    before: str
    after: str
    codes: tuple[str, ...]


def fixed(engine: Engine, content: bytes, *, path: str) -> Fixed | None:
    """The fixed text, or None where nothing can be fixed. An edit that would add a finding is left out."""
    try:
        before = content.decode("utf-8")
    except UnicodeDecodeError:
        return None
    text, codes = before, list[str]()
    for _ in range(ROUNDS):
        edits = engine.edits(text.encode("utf-8"), path=path)
        kept = _harmless(engine, text, edits, path)
        if not kept:
            break
        text = apply(text, kept)
        codes += [each.code for each in kept]
    return Fixed(path, before, text, tuple(codes)) if text != before else None


def _harmless(engine: Engine, text: str, edits: list[Edit], path: str) -> list[Edit]:
    """The edits that take findings away and add none; all at once where that holds, else one by one."""
    before = _counted(engine.validate(text.encode("utf-8"), path=path))
    if not edits or _better(before, _counted(engine.validate(apply(text, edits).encode("utf-8"), path=path))):
        return edits
    return [
        each
        for each in edits
        if _better(before, _counted(engine.validate(apply(text, [each]).encode("utf-8"), path=path)))
    ]


def _counted(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(each.code for each in findings)


def _better(before: Counter[str], after: Counter[str]) -> bool:
    if "json-syntax" in before and before["json-syntax"] > after["json-syntax"]:
        return True  # what stands behind the syntax error could not be seen before
    return all(after[code] <= before[code] for code in after) and after.total() < before.total()


def write(fix: Fixed) -> None:
    """Replace the file as a whole, so that a crash leaves the old one or the new one."""
    target = Path(fix.path)
    beside = target.with_name(f".{target.name}.fixing")
    beside.write_bytes(fix.after.encode("utf-8"))
    beside.chmod(target.stat().st_mode)
    beside.replace(target)
