"""Paths to documents: one file, or a folder's files in sorted order without hidden ones and sidecars."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pipeline.fetch.findings import empty, fault, too_large
from pipeline.fetch.settings import FetchSettings
from pipeline.fetch.sidecars import Document, is_sidecar, read_note, sidecar_names
from pipeline.model.finding import Finding
from pipeline.model.source import Source

_MEDIA_STARTS = (
    b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"RIFF", b"II*\0", b"MM\0*", b"ID3", b"OggS", b"\x00\x00\x00\x18ftyp",
    b"\x00\x00\x00\x20ftyp", b"wOFF", b"wOF2", b"\x7fELF", b"SQLite format 3\0",
)  # fmt: skip


def read_file(path: Path, settings: FetchSettings) -> Iterator[Document | Finding]:
    """The file as a document with the sidecar beside it."""
    name = str(path)
    content = _read(path, settings.max_document_bytes)
    if isinstance(content, Finding):
        yield content
        return
    if not content.strip():
        yield empty(name)
        return
    notes = [read_note(each) for each in _beside(path)]
    faults = [each for each in notes if isinstance(each, Finding)]
    if faults:
        yield from faults
        return
    yield Document(
        source=Source(name=name, content=content), notes=tuple(each for each in notes if not isinstance(each, Finding))
    )


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
    if not head.startswith(_MEDIA_STARTS):
        return None
    message = "Left out of the folder: by its first bytes it is media or a program, not an article."
    return fault("source-skipped", str(path), message, hint="Nothing to do.", severity="info")


def missing(name: str) -> Finding:
    """Nothing has this name."""
    hint = "Check the spelling; `-` reads from standard input."
    return fault("source-missing", name, "There is no such file or folder.", hint=hint)


def _read(path: Path, limit: int) -> bytes | Finding:
    try:
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        return missing(str(path))
    except OSError as error:
        return _unreadable(path, error)
    return content if len(content) <= limit else too_large(str(path), limit)


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
