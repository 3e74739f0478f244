"""What a source states -> an Article with the origin of every field. Empty statements are no statements."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.model.article import Article, Origin

_WITHOUT_ORIGIN = frozenset({"dropped", "additional_property"})


def article(origin: str, statements: Mapping[str, Any]) -> Article:
    """An article of the statements (by the record's field names) that say something; slug and source are given later."""
    stated = {name: value for name, value in statements.items() if value not in (None, "", (), {})}
    origins = {_json_name(each): Origin(source=origin) for each in stated if each not in _WITHOUT_ORIGIN}
    url = stated.pop("url", "")
    return Article(slug="", url=url, source="", origins=origins, **stated)


def _json_name(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(each.capitalize() for each in rest)
