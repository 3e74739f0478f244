"""The sidecar of a source: found beside it or given, read by the function handed in, attached to the source."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

import msgspec

from pipeline.fetch.findings import fault
from pipeline.model.finding import Finding, Outcome
from pipeline.model.sidecar import Sidecar
from pipeline.model.source import Source

ParseSidecar = Callable[[bytes, str], Outcome[Sidecar | None]]
SUFFIXES = (".sidecar.json", ".sidecar.toml")
MAX_SIDECAR_BYTES = 1_000_000


class Note(msgspec.Struct, frozen=True):
    """A sidecar not yet read: its name for messages and its bytes."""

    name: str
    content: bytes


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One source with the sidecars that were found for it: none or one, more are a fault."""

    source: Source
    notes: tuple[Note, ...] = ()


def is_sidecar(name: str) -> bool:
    """Whether a file's name is that of a sidecar."""
    return name.lower().endswith(SUFFIXES)


def sidecar_names(name: str) -> tuple[str, ...]:
    """The names that the sidecar of a file may have: ``story.html`` has ``story.sidecar.json`` or ``story.sidecar.toml``."""
    return tuple(PurePath(name).stem + suffix for suffix in SUFFIXES)


def read_note(path: Path) -> Note | Finding:
    """The sidecar's bytes, or the finding that says why they cannot be read."""
    name = str(path)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_SIDECAR_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return fault(
            "sidecar-unreadable", name, f"The sidecar cannot be read: {reason}.", hint="Check path and rights."
        )
    if len(content) > MAX_SIDECAR_BYTES:
        message = f"The sidecar has more than {MAX_SIDECAR_BYTES:,} bytes."
        return fault(
            "sidecar-too-large", name, message, hint="A sidecar states a few facts; give the text as the source."
        )
    return Note(name, content)


def attach(document: Document, parse: ParseSidecar) -> Iterator[Source | Finding]:
    """The source with its sidecar, and what is wrong with the sidecar; a source whose sidecar is wrong is held back."""
    if len(document.notes) > 1:
        names = " and ".join(each.name for each in document.notes)
        yield _held_back(document.source.name, f"Two sidecars speak for this source: {names}.", "Keep one of them.")
        return
    if not document.notes:
        yield document.source
        return
    note = document.notes[0]
    outcome = parse(note.content, note.name)
    yield from outcome.findings
    if outcome.value is None and any(each.severity == "error" for each in outcome.findings):
        hint = f"Correct {note.name}; it may hold an embargo, so the article is not read without it."
        yield _held_back(document.source.name, "The source was held back because its sidecar is wrong.", hint)
        return
    yield msgspec.structs.replace(document.source, sidecar=outcome.value)


def _held_back(name: str, message: str, hint: str) -> Finding:
    return fault("source-held-back", name, message, hint=hint)
