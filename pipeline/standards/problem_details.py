"""``application/problem+json`` in and out. RFC 9457. What is no such document is None, never an error."""

from __future__ import annotations

from typing import Any

import msgspec

MEDIA_TYPE = "application/problem+json"


class Problem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The members that the specification names, and ``errors`` of its example: one entry for each thing that is wrong."""

    type: str = "about:blank"
    title: str = ""
    status: int | None = None
    detail: str = ""
    instance: str = ""
    errors: tuple[dict[str, Any], ...] = ()

    def summary(self) -> str:
        """One line for people."""
        said = ": ".join(each for each in (self.title, self.detail) if each)
        return said or self.type


def read(media_type: str, content: bytes) -> Problem | None:
    """The problem in a response, or None. Members of a wrong type are ignored, as section 3.1 asks."""
    if media_type.partition(";")[0].strip().lower() != MEDIA_TYPE:
        return None
    try:
        members = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return _from_members(members) if isinstance(members, dict) else None


def write(problem: Problem) -> bytes:
    """The document."""
    return msgspec.json.encode(problem)


def _from_members(members: dict[str, Any]) -> Problem:
    texts = {
        name: value for name in ("type", "title", "detail", "instance") if isinstance(value := members.get(name), str)
    }
    status = members.get("status")
    errors = members.get("errors")
    return Problem(
        **texts,
        status=status if isinstance(status, int) else None,
        errors=tuple(each for each in errors if isinstance(each, dict)) if isinstance(errors, list) else (),
    )
