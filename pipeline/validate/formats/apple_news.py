"""Apple News Format: an ``article.json`` in, what Apple would refuse or cut out.

Specification: https://developer.apple.com/documentation/applenewsformat/articledocument and .../metadata (checked 2026-11).
"""

from __future__ import annotations

from typing import Any

from pipeline.standards import iri
from pipeline.standards.bcp47 import is_language_tag
from pipeline.standards.iso8601_values import date_trouble, instant
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
REQUIRED: dict[str, type] = {
    "version": str,
    "identifier": str,
    "title": str,
    "language": str,
    "layout": dict,
    "components": list,
    "componentTextStyles": dict,
}
DATES = ("dateCreated", "dateModified", "datePublished")
ADDRESSES = ("canonicalURL", "thumbnailURL", "videoURL")
EXCERPT = (80, 300)
"""Characters that Apple recommends for an excerpt."""


def rules(document: dict[str, Json]) -> Remarks:
    """What is wrong with an article of Apple News."""
    for name, kind in REQUIRED.items():
        if name not in document:
            yield Remark("apple-news-required", (), f"The article lacks {name}.")
        elif not isinstance(document[name], kind) or document[name] == "":
            yield Remark("apple-news-value", (name,), f"{name} is {shown(document[name])}, no {_KINDS[kind]}.")
    language = document.get("language")
    if isinstance(language, str) and language and not is_language_tag(language):
        yield Remark("apple-news-value", ("language",), f"language is {shown(language)}, no language tag.")
    components = document.get("components")
    for index, each in enumerate(components if isinstance(components, list) else []):
        if not isinstance(each, dict) or not isinstance(each.get("role"), str):
            yield Remark("apple-news-required", ("components", index), "The component has no role.")
    metadata = document.get("metadata")
    yield from _metadata(metadata) if isinstance(metadata, dict) else ()


_KINDS: dict[type, str] = {str: "text", dict: "object", list: "list"}


def _metadata(metadata: dict[str, Json]) -> Remarks:
    for name in DATES:
        value = metadata.get(name)
        if value is not None and (not isinstance(value, str) or date_trouble(value) or instant(value) is None):
            hint = "Write 2014-11-18T09:00:00Z."
            yield Remark(
                "apple-news-value", ("metadata", name), f"{name} is {shown(value)}, no date-time with a zone.", hint
            )
    for name in ADDRESSES:
        value = metadata.get(name)
        if value is not None and (
            not isinstance(value, str) or not (iri.is_web(value) or value.startswith("bundle://"))
        ):
            yield Remark("apple-news-value", ("metadata", name), f"{name} is {shown(value)}, no absolute address.")
    excerpt = metadata.get("excerpt")
    if isinstance(excerpt, str) and not EXCERPT[0] <= len(excerpt) <= EXCERPT[1]:
        message = f"excerpt has {len(excerpt)} characters; Apple recommends {EXCERPT[0]} to {EXCERPT[1]}."
        yield Remark("apple-news-excerpt", ("metadata", "excerpt"), message)
