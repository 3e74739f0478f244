"""What is kept back, and why, until an editor releases it: a whole article, or one statement of its graph."""

from __future__ import annotations

from typing import Literal

import msgspec


class Hold(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing kept back. ``id`` stays the same as long as article, rule and statement do, so a release holds through edits.

    For a statement, ``subject`` is a node's @id; with a ``property`` (and ``value``) only that is kept back, without one the
    whole node. ``text`` are the words that it stands on.
    """

    id: str
    article: str
    slug: str
    keeps: Literal["article", "statement"]
    rule: str
    reason: str
    subject: str = ""
    property: str = ""
    value: str = ""
    text: str = ""
