"""The shape of a catalogue entry."""

from __future__ import annotations

import msgspec

from pipeline.model.finding import Severity


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What a code means. ``why`` explains it and its severity, ``fix`` says what to do, ``source`` names the rule's origin.

    ``wrong`` and ``right`` are whole documents (JSON, or HTML where they start with ``<``): the first gives the code, the
    second does not. They are empty where a code needs more than one document to show.
    """

    code: str
    severity: Severity
    layer: str
    title: str
    why: str
    fix: str
    source: str = ""
    wrong: str = ""
    right: str = ""
