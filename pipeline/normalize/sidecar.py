"""A sidecar's bytes (JSON or TOML) -> a checked Sidecar, and its statements over the article's: the newsroom's word wins."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import fields, replace

from pipeline.model.article import Article, Origin
from pipeline.model.codec import convert
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Correction, Credit, Image, Sidecar
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.address import absolute
from pipeline.normalize.prose import tidy

_MAX_BYTES = 1_000_000


def parse(content: bytes, name: str) -> Outcome[Sidecar | None]:
    """Read a sidecar strictly; ``name`` is its path (``.toml`` is TOML, all else JSON). A bad one is None and an error."""
    try:
        return Outcome(convert(_decode(content, name), Sidecar))
    except msgspec.ValidationError as error:
        return Outcome(None, (say.sidecar_invalid(name, str(error)),))
    except (ValueError, RecursionError) as error:
        return Outcome(None, (say.sidecar_invalid(name, _reason(error)),))


def apply_sidecar(article: Article, source: Source, newsroom: Newsroom) -> Outcome[Article]:  # noqa: ARG001 - a step's form
    """What the newsroom states replaces what the source says; what it replaced stays in ``origins``."""
    sidecar = source.sidecar
    if sidecar is None:
        return Outcome(article)
    stated = _stated(sidecar)
    findings: tuple[Finding, ...] = ()
    if "url" in stated and not absolute(stated["url"]):
        findings = (say.sidecar_url_invalid(stated.pop("url")),)
    origins = dict(article.origins)
    for name in stated:
        key = _json_name(name)
        origins[key] = _origin(origins.get(key), getattr(article, name), stated[name])
    return Outcome(replace(article, **stated, origins=origins), findings)


def _decode(content: bytes, name: str) -> Any:  # JSON or TOML values
    if len(content) > _MAX_BYTES:
        raise ValueError(f"it has {len(content):,} bytes; {_MAX_BYTES:,} are read at most")
    if name.lower().endswith(".toml"):
        return _with_dates_as_text(tomllib.loads(content.decode("utf-8-sig")))
    return json.loads(content.decode("utf-8-sig"), object_pairs_hook=_without_doubles)


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:  # JSON values
    keys = [key for key, _ in pairs]
    twice = next((each for each in keys if keys.count(each) > 1), None)
    if twice is not None:
        raise ValueError(f"the key {twice!r} stands in it twice")
    return dict(pairs)


def _with_dates_as_text(value: Any) -> Any:  # TOML values; TOML has dates of its own
    if isinstance(value, dict):
        return {key: _with_dates_as_text(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_with_dates_as_text(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is no UTF-8 text"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error).rstrip(".")


def _stated(sidecar: Sidecar) -> dict[str, Any]:  # values of the article's fields
    values = {each.name: getattr(sidecar, each.name) for each in fields(sidecar)}
    return {name: _as_field(name, value) for name, value in values.items() if value is not None and value != ()}


def _as_field(name: str, value: Any) -> Any:  # what the sidecar allows -> what the article holds
    makers = {"author": _credit, "contributor": _credit, "editor": _credit, "image": _image, "correction": _correction}
    if name in makers:
        return tuple(makers[name](each) for each in _several(value))
    if name in ("article_section", "keywords"):
        return tuple(tidy(each) for each in _several(value))
    if name == "publisher":
        return Credit(name=value, type="Organization") if isinstance(value, str) else value
    if name in ("headline", "alternative_headline", "description", "dateline"):
        return tidy(value)
    return value


def _several(value: Any) -> tuple[Any, ...]:  # one or several values of the sidecar
    return value if isinstance(value, tuple) else (value,)


def _credit(value: Credit | str) -> Credit:
    return Credit(name=tidy(value)) if isinstance(value, str) else value


def _image(value: Image | str) -> Image:
    return Image(url=value) if isinstance(value, str) else value


def _correction(value: Correction | str) -> Correction:
    return Correction(text=tidy(value)) if isinstance(value, str) else value


def _origin(before: Origin | None, old: Any, new: Any) -> Origin:  # any two values of one field
    if before is None or not old or old == new or before.source == "sidecar":
        return before if before is not None and before.source == "sidecar" else Origin(source="sidecar")
    return Origin(source="sidecar", also=((before.source, as_text(old)), *before.also))


def as_text(value: Any) -> str:  # any field's value
    """A field's value in a short readable form, for ``Origin.also``."""
    if isinstance(value, tuple):
        return "; ".join(as_text(each) for each in value)
    if isinstance(value, Image):
        return value.url or value.caption or ""
    return str(getattr(value, "name", None) or getattr(value, "text", None) or value)


def _json_name(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(each.capitalize() for each in rest)
