"""The samples of every wire format, and one way to read them."""

from __future__ import annotations

from pathlib import Path

from pipeline.config import DEFAULT
from pipeline.model.article import Article
from pipeline.model.finding import Outcome
from pipeline.model.source import Source
from pipeline.normalize import normalize

FOLDER = Path(__file__).parents[2] / "data" / "wires"


def sample(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def outcome(content: bytes | str, *, name: str = "source", **known: str) -> Outcome[tuple[Article, ...]]:
    as_bytes = content.encode() if isinstance(content, str) else content
    return normalize(Source(name=name, content=as_bytes, **known), DEFAULT)


def articles(name: str) -> tuple[Article, ...]:
    return outcome(sample(name), name=name).value


def codes(content: bytes | str, **known: str) -> list[str]:
    return [each.code for each in outcome(content, **known).findings]


def body(article: Article) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in article.paragraphs]


def names(named: tuple[object, ...]) -> list[str]:
    return [each.name for each in named]  # type: ignore[attr-defined]  # credits and subjects have names
