"""Every code of the whole program with its severity, explanation, examples and source: a code in, its entry out.

The entries stand in ``codes/``, one file per family of rules. Codes of other stages are listed there too; a test checks that
no code is used that has no entry.
"""

from __future__ import annotations

from functools import cache

from pipeline.validate.codes.entry import Entry


@cache
def entries() -> dict[str, Entry]:
    """All entries by code, in the order of the layers."""
    from pipeline.validate import codes  # noqa: PLC0415 - only needed where there are findings

    return {each.code: each for family in codes.FAMILIES for each in family}


def entry(code: str) -> Entry:
    """The entry of a code. ``KeyError`` for an unknown one: a rule of ours without an entry is our bug."""
    return entries()[code]


def similar(code: str) -> str | None:
    """The known code that was probably meant."""
    from pipeline.validate.spelling import nearest  # noqa: PLC0415 - only needed where there are findings

    return nearest(code, entries())
