"""``newsroom.toml`` -> a frozen Newsroom. Strict: an unknown key or a wrong type is an error with its path."""

from __future__ import annotations

import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from pipeline.model.codec import convert
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint, HoldRule, Newsroom, Publisher, Site

FILE_NAME = "newsroom.toml"
DEFAULT = Newsroom(
    site=Site(url="https://example.org", name="Example Newsroom"),
    publisher=Publisher(name="Example Newsroom", url="https://example.org"),
)


def find(start: Path) -> Path | None:
    """The nearest ``newsroom.toml`` in ``start`` or a folder above it."""
    folders = (start, *start.parents)
    return next((each / FILE_NAME for each in folders if (each / FILE_NAME).is_file()), None)


def load(path: Path) -> Newsroom:
    """Read and check the settings; raises ``UsageError`` with the file, the key and what to do."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read ({error.strerror}). Run `newsgraph init` to write one.") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: is no UTF-8 text. Save it as UTF-8.") from error
    return parse(text, name=str(path))


def parse(text: str, *, name: str) -> Newsroom:
    """Settings from TOML text; ``name`` stands in messages."""
    try:
        settings = convert(tomllib.loads(text), Newsroom)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{name}: is no TOML: {error}. Correct the line named.") from error
    except msgspec.ValidationError as error:
        raise UsageError(f"{name}: {error}. `newsgraph init --print` shows every key with its meaning.") from error
    _check(settings, name)
    return settings


def _check(settings: Newsroom, name: str) -> None:
    if not settings.site.url.startswith(("https://", "http://")):
        raise UsageError(
            f"{name}: site.url is {settings.site.url!r}. Write an absolute address such as https://example.org."
        )
    if "@" in settings.site.url.split("/")[2]:
        raise UsageError(f"{name}: site.url holds a user or a password. It stands in every page: leave them out.")
    if not settings.publisher.name.strip():
        raise UsageError(f"{name}: publisher.name is empty. Write the name that readers know.")
    _check_endpoints(settings.endpoints, name)
    names = [each.name for each in settings.endpoints]
    doubled = sorted({each for each in names if names.count(each) > 1})
    if doubled:
        raise UsageError(f"{name}: two endpoints are named {doubled[0]!r}. Give each its own name.")
    _check_holds(settings.holds, name)
    zone = settings.site.time_zone
    try:
        ZoneInfo(zone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(f"{name}: site.time_zone {zone!r} is unknown. Use an IANA name such as Asia/Seoul.") from error


def _check_endpoints(endpoints: tuple[Endpoint, ...], name: str) -> None:
    for each in endpoints:
        if each.kind != "folder" and not each.url.startswith(("https://", "http://")):
            raise UsageError(
                f"{name}: the url of endpoint {each.name!r} is {each.url!r}. Write an absolute address (https://...), or choose kind folder."
            )


def _check_holds(rules: tuple[HoldRule, ...], name: str) -> None:
    """A rule without what it goes by would keep nothing back, and nobody would notice."""
    for each in rules:
        needed = {"words": ("words", each.words), "probability": ("below", each.below), "findings": ("at", each.at)}
        key, given = needed.get(each.kind, ("", True))
        if given in (None, ()):
            raise UsageError(
                f"{name}: the hold rule {each.name!r} of kind {each.kind!r} needs the key `{key}`: without it nothing is held."
                " `newsgraph init --print` shows every key with its meaning."
            )
