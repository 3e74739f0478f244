"""A document's bytes in, findings about its shape out: JSON-LD with one article first. What every receiver must check."""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.model.finding import Finding


def check_shape(content: bytes) -> tuple[Finding, ...]:
    """An error finding for what is no JSON, no JSON-LD of schema.org, or holds no article; pointers are JSON Pointers."""
    try:
        document = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return (_error("json-syntax", "", f"This is no JSON: {error}.", "Send a JSON-LD document in UTF-8."),)
    if not isinstance(document, dict):
        return (_error("json-ld-shape", "", "The document is no JSON object.", "Send one JSON-LD document."),)
    return tuple(_findings(document))


def _findings(document: dict[str, Any]) -> list[Finding]:
    found = []
    if "schema.org" not in str(document.get("@context", "")):
        found.append(
            _error("json-ld-shape", "/@context", "The context is not schema.org's.", 'Use "https://schema.org".')
        )
    nodes = document.get("@graph", [document])
    if not isinstance(nodes, list) or not nodes or not isinstance(nodes[0], dict):
        found.append(_error("json-ld-shape", "/@graph", "@graph holds no node.", "Put the article first."))
        return found
    types = nodes[0].get("@type", ())
    named = types if isinstance(types, list) else [types]
    if not any(isinstance(each, str) and each.endswith(("Article", "Posting", "Report")) for each in named):
        found.append(
            _error("json-ld-shape", "/@graph/0/@type", "The first node is no article.", "Put the NewsArticle first.")
        )
    return found


def _error(code: str, pointer: str, message: str, hint: str) -> Finding:
    return Finding(code=code, severity="error", message=message, pointer=pointer, hint=hint)
