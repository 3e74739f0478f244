"""Catalogue entries as text."""

from __future__ import annotations

from textwrap import fill, indent

from pipeline.validate.codes.entry import Entry


def entry(known: Entry) -> str:
    """One entry with its examples."""
    parts = [f"{known.code} ({known.severity}, {known.layer})", known.title, fill(known.why, 100), fill(known.fix, 100)]
    if known.wrong:
        parts += ["Wrong:\n" + indent(known.wrong, "  "), "Right:\n" + indent(known.right, "  ")]
    if known.source:
        parts.append(f"Source: {known.source}")
    return "\n\n".join(parts) + "\n"


def listing(entries: tuple[Entry, ...]) -> str:
    """All codes, a line each."""
    width = max(len(each.code) for each in entries)
    return "".join(f"{each.code:<{width}}  {each.severity:<7}  {each.title}\n" for each in entries)
