"""Which format a parsed JSON document or XML tree is of."""

from __future__ import annotations

from typing import Any, Literal

type Json = Any
JsonKind = Literal["json-ld", "json-feed", "ninjs", "apple-news", "record"]
_NINJS = (
    "headlines", "bodies", "descriptions", "versionCreated", "pubStatus", "renditions", "altIds",
    "body_text", "body_html", "description_text", "versioncreated", "pubstatus", "altids",
)  # fmt: skip
"""What beside a uri tells ninjs from other JSON: names of version 2 and 3, and of version 1."""
_APPLE_NEWS = ("components", "componentTextStyles", "componentLayouts", "layout", "identifier")
"""Members of an article of Apple News; three of them tell it from other JSON."""
_LINKED = ("@context", "@graph", "@type", "@id", "@value", "@set", "@list")


def json_kind(value: Json) -> JsonKind:
    """``record`` is JSON that claims to be nothing that is checked here."""
    if isinstance(value, list):
        kinds = {json_kind(each) for each in value[:20]}
        return "json-ld" if "json-ld" in kinds or not kinds else "record"
    if not isinstance(value, dict):
        return "record"
    if any(key in value for key in _LINKED) or (value and all("://" in key for key in value)):
        return "json-ld"
    if str(value.get("version", "")).startswith("https://jsonfeed.org/version/"):
        return "json-feed"
    if sum(each in value for each in _APPLE_NEWS) >= 3:
        return "apple-news"
    standard = value.get("standard")
    named = isinstance(standard, dict) and standard.get("name") == "ninjs"
    return "ninjs" if named or ("uri" in value and any(each in value for each in _NINJS)) else "record"


def looks_linked(value: Json) -> bool:
    """Whether JSON without a context still was meant as JSON-LD: it has types or ids, or misspells its keywords."""
    return isinstance(value, dict) and any(key.lstrip("@") in ("context", "graph", "type", "id") for key in value)
