"""Articles as files in a folder that another system reads: whole or not at all, never an older version over a newer one."""

from __future__ import annotations

import fcntl
import os
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from pipeline.deliver.parcel import Channel, Parcel, Reply
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint

STATE_FOLDER = ".newsgraph"
"""Holds the version of every file, removed ones too, so that a late old version is recognized."""
_UNSAFE = re.compile(r"[/\\:\x00-\x1f\x7f]")
NAME_LIMIT_BYTES = 200


class _Held(msgspec.Struct, frozen=True):
    """What is written down of a file in the folder."""

    version: int
    key: str


def folder(endpoint: Endpoint) -> Channel:
    """The channel; ``endpoint.url`` is a path or a ``file://`` address. Raises ``UsageError`` if it cannot be a folder."""
    root = Path(endpoint.url.removeprefix("file://"))
    try:
        (root / STATE_FOLDER).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"endpoint {endpoint.name!r}: the folder {root} cannot be made ({error.strerror}). Name one that you may write to."
        ) from error

    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        return [_one(root, each) for each in parcels]

    return deliver


def is_safe_name(slug: str) -> bool:
    """Whether a slug can be a file's name on every system and leads nowhere else."""
    return bool(slug) and not _UNSAFE.search(slug) and slug[0] != "." and len(slug.encode()) <= NAME_LIMIT_BYTES


def _one(root: Path, parcel: Parcel) -> Reply:
    delivery = parcel.delivery
    if not is_safe_name(delivery.slug):
        return Reply(
            verdict="refused", fault="article", detail=f"the slug {delivery.slug!r} is no safe file name. Change it"
        )
    try:
        with _locked(root):
            return _store(root, parcel)
    except OSError as error:
        return Reply(verdict="retry", fault="unreachable", detail=f"{root}: {error.strerror or error}", unsent=True)


def _store(root: Path, parcel: Parcel) -> Reply:
    delivery = parcel.delivery
    state = root / STATE_FOLDER / f"{delivery.slug}.json"
    held = _held_version(state)
    if held is None:
        detail = f"{state} is damaged, so it is unknown which version the folder holds. Remove that file"
        return Reply(verdict="retry", fault="broken", detail=detail)
    if held > delivery.version:
        return Reply(verdict="superseded", detail=f"the folder holds version {held} already", held_version=held)
    target = root / f"{delivery.slug}.jsonld"
    if delivery.operation == "put":
        _replace(target, delivery.content)
    else:
        target.unlink(missing_ok=True)
        _sync_folder(root)
    _replace(state, msgspec.json.encode(_Held(delivery.version, parcel.key)))
    return Reply(verdict="delivered")


def _held_version(state: Path) -> int | None:
    """The version that the folder holds, 0 if none, None if that cannot be read."""
    if not state.exists():
        return 0
    try:
        return msgspec.json.decode(state.read_bytes(), type=_Held).version
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _replace(target: Path, content: bytes) -> None:
    """Write beside, make durable, rename over: a reader sees the old file or the new one, never half of one."""
    temporary = target.with_name(f".{target.name}.new")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
    _sync_folder(target.parent)


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _locked(root: Path) -> Iterator[None]:
    """One writer at a time, whatever process it is in; the lock ends with the process."""
    with (root / STATE_FOLDER / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
