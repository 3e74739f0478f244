"""A ZIP archive to its documents, within limits: nothing is ever written, so member names are labels and no paths.

Specification: PKWARE APPNOTE 6.3. What decompresses out of all proportion is a bomb, and reading stops there.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from pipeline.fetch.findings import empty, fault, too_large
from pipeline.fetch.sidecars import MAX_SIDECAR_BYTES, Document, Note, is_sidecar, sidecar_names
from pipeline.fetch.sniffing import container, is_media
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings
from pipeline.model.source import Source

SMALL_BYTES = 10_000_000
"""Decompressed bytes that no proportion is asked of."""
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What the standard library raises on damaged, encrypted or unknown members (RuntimeError: a password is asked for)."""


class _BombError(Exception):
    """The archive decompresses to far more than it holds."""


class _Budget:
    """How much may still be decompressed from one archive."""

    def __init__(self, archive_bytes: int, settings: FetchSettings) -> None:
        self.left = min(max(SMALL_BYTES, archive_bytes * settings.max_ratio), settings.max_archive_bytes)

    def read(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo, limit: int) -> bytes:
        """At most ``limit`` + 1 bytes of a member; raises ``_BombError`` where the budget is spent."""
        with archive.open(member) as file:
            content = file.read(limit + 1)
        self.left -= len(content)
        if self.left < 0:
            raise _BombError
        return content


def documents(name: str, file: BinaryIO, settings: FetchSettings) -> Iterator[Document | Finding]:
    """The archive's documents, sorted by name, with the sidecars beside them."""
    try:
        archive = zipfile.ZipFile(file)
    except _BROKEN as error:
        yield fault("archive-broken", name, f"The ZIP archive cannot be read: {error}.", hint="Fetch or pack it again.")
        return
    with archive:
        yield from _members(name, archive, settings)


def _members(name: str, archive: zipfile.ZipFile, settings: FetchSettings) -> Iterator[Document | Finding]:
    members = sorted((each for each in archive.infolist() if not _is_left_out(each)), key=lambda each: each.filename)
    if any(each.filename in {"[Content_Types].xml", "mimetype"} for each in members):
        hint = "Save it as HTML or text."
        yield fault("source-unsupported", name, "The file is an office document or a book, not a folder.", hint=hint)
        return
    if len(members) > settings.max_members:
        message = f"The archive holds {len(members):,} files; {settings.max_members:,} are read at most."
        yield fault("archive-too-many", name, message, hint="Split it.")
        return
    if not members:
        yield fault("source-missing", name, "The archive holds no files.", hint="Pack the articles again.")
    budget = _Budget(_size(archive), settings)
    by_name = {each.filename: each for each in members}
    try:
        for each in members:
            yield from _member(name, archive, each, by_name=by_name, budget=budget, settings=settings)
    except _BombError:
        message = "The archive decompresses to far more than it holds and was not read further."
        yield fault("archive-bomb", name, message, hint="Do not open it; it is made to fill memory or disk.")


def _member(
    name: str,
    archive: zipfile.ZipFile,
    member: zipfile.ZipInfo,
    *,
    by_name: dict[str, zipfile.ZipInfo],
    budget: _Budget,
    settings: FetchSettings,
) -> Iterator[Document | Finding]:
    label = f"{name} ({member.filename})"
    refusal = _refusal(label, member)
    if refusal is not None:
        yield refusal
        return
    if is_sidecar(member.filename):
        return
    try:
        content = budget.read(archive, member, settings.max_document_bytes)
        notes = tuple(_notes(archive, member, by_name, budget))
    except _BROKEN as error:
        yield fault("archive-broken", label, f"The member cannot be read: {error}.", hint="Pack it again.")
        return
    problem = _content_problem(label, content, settings)
    yield problem or Document(source=Source(name=name, content=content, member=member.filename), notes=notes)


def _content_problem(label: str, content: bytes, settings: FetchSettings) -> Finding | None:
    if len(content) > settings.max_document_bytes:
        return too_large(label, settings.max_document_bytes)
    if not content.strip():
        return empty(label)
    if container(content[:512]) is not None:
        return fault(
            "archive-nested", label, "An archive in an archive is not opened.", hint="Unpack the outer one first."
        )
    if is_media(content[:16]):
        message = "Left out of the archive: by its first bytes it is media or a program, not an article."
        return fault("source-skipped", label, message, hint="Nothing to do.", severity="info")
    return None


def _refusal(label: str, member: zipfile.ZipInfo) -> Finding | None:
    parts = member.filename.replace("\\", "/").split("/")
    if ".." in parts or member.filename.startswith(("/", "\\")) or ":" in parts[0]:
        message = "The member's name leads out of the archive; it was not read."
        return fault(
            "archive-path-escape", label, message, hint="Do not unpack the archive; its maker meant harm or erred."
        )
    if member.flag_bits & 0x1:
        return fault("archive-encrypted", label, "The member is encrypted.", hint="Pack it again without a password.")
    return None


def _notes(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, by_name: dict[str, zipfile.ZipInfo], budget: _Budget
) -> Iterator[Note]:
    folder, slash, own = member.filename.rpartition("/")
    for each in sidecar_names(own):
        found = by_name.get(f"{folder}{slash}{each}")
        if found is not None:
            yield Note(each, budget.read(archive, found, MAX_SIDECAR_BYTES))


def _is_left_out(member: zipfile.ZipInfo) -> bool:
    """Folders, links, and what a packing program adds or hides."""
    parts = member.filename.replace("\\", "/").split("/")
    hidden = any(each.startswith(".") and each not in {".", ".."} for each in parts) or "__MACOSX" in parts
    return member.is_dir() or hidden or stat.S_ISLNK(member.external_attr >> 16)


def _size(archive: zipfile.ZipFile) -> int:
    return sum(each.compress_size for each in {each.header_offset: each for each in archive.infolist()}.values())
