"""Paths to documents: one file, or a folder's files in sorted order without hidden ones and sidecars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from pipeline.fetch.findings import fault
from pipeline.fetch.opening import documents
from pipeline.fetch.sidecars import Document, Note, is_sidecar, read_note, sidecar_names
from pipeline.fetch.sniffing import is_media
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings


def read_file(path: Path, settings: FetchSettings) -> Iterator[Document | Finding]:
    """The file's documents; the sidecar beside it belongs to it where it holds one document."""
    try:
        with path.open("rb") as file:
            notes = [read_note(each) for each in _beside(path)]
            faults = [each for each in notes if isinstance(each, Finding)]
            kept = tuple(each for each in notes if not isinstance(each, Finding))
            yield from faults or _with_notes(documents(str(path), file, settings), kept)
    except FileNotFoundError:
        yield missing(str(path))
    except OSError as error:
        yield _unreadable(path, error)


def _with_notes(found: Iterator[Document | Finding], notes: tuple[Note, ...]) -> Iterator[Document | Finding]:
    for each in found:
        if isinstance(each, Finding) or not notes:
            yield each
        elif each.source.member is None:
            yield msgspec.structs.replace(each, notes=notes)
        else:
            message = "The source was held back: a sidecar cannot speak of a whole archive."
            yield fault(
                "source-held-back", each.source.name, message, hint="Put a sidecar beside each member, inside it."
            )
            return


def files_below(folder: Path) -> Iterator[Path | Finding]:
    """The files of a folder and the folders in it, sorted; what cannot be listed or is a picture or program is a finding."""
    unreadable: list[OSError] = []
    found = False
    for parent, folders, names in folder.walk(on_error=unreadable.append):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        visible = sorted(each for each in names if not each.startswith("."))
        for name in visible:
            found = True
            if is_sidecar(name):
                yield from _orphan(parent / name, visible)
            elif not (parent / name).is_file():
                message = "Left out of the folder: it is no file (a link to a folder or to nothing, a pipe, a device)."
                yield fault("source-skipped", str(parent / name), message, hint="Nothing to do.", severity="info")
            else:
                yield parent / name
    for error in unreadable:
        yield _unreadable(Path(error.filename or folder), error)
    if not found and not unreadable:
        hint = "Give a folder with articles; files whose names start with a dot are not read."
        yield fault("source-missing", str(folder), "The folder holds no files.", hint=hint)


def skipped(path: Path) -> Finding | None:
    """The note that a folder's file is no text but a picture, sound, film or program by its first bytes."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        return None
    if not is_media(head):
        return None
    message = "Left out of the folder: by its first bytes it is media or a program, not an article."
    return fault("source-skipped", str(path), message, hint="Nothing to do.", severity="info")


def missing(name: str) -> Finding:
    """Nothing has this name."""
    hint = "Check the spelling; `-` reads from standard input."
    return fault("source-missing", name, "There is no such file or folder.", hint=hint)


def _unreadable(path: Path, error: OSError) -> Finding:
    message = f"It cannot be read: {error.strerror or error}."
    return fault("source-unreadable", str(path), message, hint="Check that it is a file and that you may read it.")


def _beside(path: Path) -> Iterator[Path]:
    for name in sidecar_names(path.name):
        if (path.parent / name).is_file():
            yield path.parent / name


def _orphan(path: Path, names: list[str]) -> Iterator[Finding]:
    if any(path.name in sidecar_names(each) for each in names):
        return
    hint = "Name it like its source: story.html has story.sidecar.json."
    yield fault("sidecar-orphan", str(path), "No source belongs to this sidecar.", hint=hint, severity="warning")
