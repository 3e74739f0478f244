"""Answers kept in a folder, one JSON file per address: for conditional requests, and to replay a crawl without a network."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from pipeline.fetch.exchange import Answer
from pipeline.model.errors import PipelineError


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """An answer with the address it belongs to, so that the files can be read by people."""

    url: str
    answer: Answer


class Cache:
    """A folder of answers; a file that cannot be read counts as absent and is written anew."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, url: str) -> Answer | None:
        """The answer kept for the address, or None."""
        try:
            kept = msgspec.json.decode(self._path(url).read_bytes(), type=Kept)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        return kept.answer if kept.url == url else None

    def keep(self, url: str, answer: Answer) -> None:
        """Write the answer at once or not at all; raises ``PipelineError`` where the folder cannot be written."""
        path = self._path(url)
        draft = path.with_suffix(".part")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(msgspec.json.encode(Kept(url=url, answer=answer)))
            draft.replace(path)
        except OSError as error:
            raise PipelineError(
                f"{self._folder}: the cache cannot be written ({error.strerror}). Choose another folder."
            ) from error

    def _path(self, url: str) -> Path:
        return self._folder / f"{hashlib.sha256(url.encode()).hexdigest()}.json"
