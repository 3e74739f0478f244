"""``newsgraph-validate.toml`` -> how a project wants to be checked. Strict: an unknown key is an error with its path."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec

from pipeline.model.errors import UsageError
from pipeline.model.finding import Severity
from pipeline.validate.selection import Baseline, PathRule

FILE_NAME = "newsgraph-validate.toml"


class Config(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Defaults of the command line for one project. ``path`` says what is different in the files that match a
    pattern."""

    profiles: tuple[str, ...] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Severity = "error"
    strict: bool = False
    baseline: str | None = None
    path: tuple[PathRule, ...] = ()

    def path_rules(self, *, without_profiles: bool) -> tuple[PathRule, ...]:
        """What is different in some files; consumers named on the command line stand for all files."""
        if not without_profiles:
            return self.path
        return tuple(msgspec.structs.replace(each, profiles=None) for each in self.path)


def load(given: str | None) -> Config:
    """The named file, else the one in the working folder, else the defaults."""
    path = Path(given or FILE_NAME)
    if given is None and not path.is_file():
        return Config()
    try:
        return msgspec.toml.decode(path.read_bytes(), type=Config)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}). Check the path given with --config.") from error
    except (msgspec.DecodeError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: {error}. Correct it; the README shows every key.") from error


def load_baseline(path: str) -> Baseline:
    """A baseline that ``--write-baseline`` wrote."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Baseline)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}). Write it with --write-baseline.") from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: is no baseline ({error}). Write it again with --write-baseline.") from error


def write_baseline(path: str, baseline: Baseline) -> None:
    """Write the known findings, sorted, so that differences are readable."""
    try:
        Path(path).write_bytes(msgspec.json.format(msgspec.json.encode(baseline), indent=1) + b"\n")
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}). Choose another place.") from error
