"""The output folder: publications in, files out. A file is replaced as a whole or not at all, and only when its bytes differ."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from pipeline.model.errors import PipelineError
from pipeline.model.publication import Publication


class OutputFolder:
    """Writes below one folder and never outside it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, publications: Iterable[Publication]) -> tuple[str, ...]:
        """Write what differs; the paths written. Raises ``PipelineError`` if the folder or disk refuses."""
        return tuple(each.path for each in publications if self._write(each))

    def has(self, path: str) -> bool:
        """Whether the file is there."""
        return self._place(path).is_file()

    def read(self, path: str) -> bytes | None:
        """The file's bytes, or None if it is not there."""
        place = self._place(path)
        return place.read_bytes() if place.is_file() else None

    def keep_only(self, folder: str, paths: Iterable[str]) -> tuple[str, ...]:
        """Remove the files below ``folder`` that are not among ``paths``; the paths removed."""
        kept = {self._place(each) for each in paths}
        files = sorted(each for each in self._place(folder).rglob("*") if each.is_file() and each not in kept)
        for each in files:
            each.unlink()
        return tuple(each.relative_to(self.root).as_posix() for each in files)

    def remove(self, path: str) -> None:
        """Remove a file, if it is there."""
        self._place(path).unlink(missing_ok=True)

    def remove_folder(self, folder: str) -> None:
        """Remove a folder with all that is in it, if it is there."""
        shutil.rmtree(self._place(folder), ignore_errors=True)

    def _write(self, publication: Publication) -> bool:
        place = self._place(publication.path)
        try:
            if place.is_file() and place.read_bytes() == publication.content:
                return False
            place.parent.mkdir(parents=True, exist_ok=True)
            temporary = place.with_name(f".{place.name}.{os.getpid()}.tmp")
            temporary.write_bytes(publication.content)
            temporary.replace(place)
        except OSError as error:
            raise PipelineError(
                f"{place}: cannot be written ({error.strerror or error}). Make room or choose another output folder."
            ) from error
        return True

    def _place(self, path: str) -> Path:
        parts = PurePosixPath(path)
        if parts.is_absolute() or ".." in parts.parts or not parts.parts or "\\" in path or "\0" in path:
            raise ValueError(f"{path!r} would leave the output folder")
        return self.root.joinpath(*parts.parts)
