"""How the tests call ``gather``: findings by code, sources by name and member."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pipeline import fetch
from pipeline.model.finding import Finding
from pipeline.model.source import Source
from pipeline.normalize.sidecar import parse


def no_network(url: str) -> fetch.Page | Finding:
    raise AssertionError(f"{url} was fetched")


def gather(*arguments: str | Path, stdin: Callable[[], bytes] = lambda: b"", **options: Any) -> list[Source | Finding]:
    options = {"settings": fetch.FetchSettings(), "get": no_network, **options}
    return list(fetch.gather([str(each) for each in arguments], stdin=stdin, parse_sidecar=parse, **options))


def codes(found: list[Source | Finding]) -> list[str]:
    return [each.code if isinstance(each, Finding) else each.member or Path(each.name).name for each in found]


def sources(found: list[Source | Finding]) -> list[Source]:
    return [each for each in found if isinstance(each, Source)]
