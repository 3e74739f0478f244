"""The shell around the pure validator: paths, folders and standard input in, findings by file out."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from pipeline.fetch import packaged
from pipeline.model.errors import UsageError
from pipeline.model.finding import Finding
from pipeline.model.newsroom import Newsroom
from pipeline.validate import Validate, validator
from pipeline.validate.engine import DEFAULTS, Settings

MAX_BYTES = 20_000_000
SUFFIXES = frozenset({".json", ".jsonld", ".jsonl", ".ndjson", ".html", ".htm", ".xhtml"})
"""What is read of a folder; a file named on the command line is read whatever its name."""


class Checked(msgspec.Struct, frozen=True):
    """One file with its findings."""

    path: str
    findings: tuple[Finding, ...]


def load(settings: Settings = DEFAULTS) -> Validate:
    """The validator with the packaged schemas, vocabulary, context and profiles."""
    return validator(
        schemas=packaged.schema_documents(),
        vocabulary=packaged.vocabulary(),
        context=packaged.context(),
        profiles=packaged.profiles(),
        settings=settings,
    )


def packaged_validator(newsroom: Newsroom) -> Validate:
    """The validator for what this newsroom builds: held to our own schemas and to the profiles it has chosen."""
    return load(Settings(strict=True, base=newsroom.site.url, profiles=newsroom.profiles))


def check_paths(paths: Iterable[str], *, validate: Validate, max_bytes: int = MAX_BYTES) -> Iterator[Checked]:
    """Check every file of the paths, in order; a folder stands for the files in it whose names tell that they are ours to read."""
    for name in paths:
        for path in expand(name):
            yield check_file(path, validate=validate, max_bytes=max_bytes)


def expand(name: str) -> list[str]:
    """The files a path stands for; ``-`` is standard input. Raises ``UsageError`` for a path that is not there."""
    if name == "-":
        return [name]
    path = Path(name)
    if path.is_dir():
        found = sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES and each.is_file())
        return [str(each) for each in found]
    if not path.exists():
        raise UsageError(f"There is no file or folder {name}. Check the path, or write - for standard input.")
    return [name]


def check_file(name: str, *, validate: Validate, max_bytes: int = MAX_BYTES) -> Checked:
    """Read and check one file, but no more than ``max_bytes`` of it."""
    content = _read(name, max_bytes + 1)
    if len(content) > max_bytes:
        message = f"The file is larger than {max_bytes:,} bytes and was not checked."
        return Checked(name, (Finding(code="json-too-large", severity="error", message=message, path=name),))
    return Checked(name, validate(content, path=name))


def _read(name: str, limit: int) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(limit)
    try:
        with Path(name).open("rb") as file:
            return file.read(limit)
    except OSError as error:
        raise UsageError(f"Cannot read {name}: {error.strerror}. Check the path and its permissions.") from error
