"""A fragment or a plain text as an article's body: what only repeats the head goes, pictures and corrections get their place."""

from __future__ import annotations

from typing import Any

from pipeline.model.article import Dropped
from pipeline.normalize.prose import same
from pipeline.normalize.wire.fragment import Fragment


def body(fragment: Fragment, *, headline: str | None) -> dict[str, Any]:
    """The statements (fields of an article) that a fragment makes."""
    blocks = fragment.blocks
    repeated: tuple[Dropped, ...] = ()
    if blocks and headline and _repeats(blocks[0].text, headline):
        repeated = (Dropped(blocks[0].text, "repeats the headline"),)
        blocks = blocks[1:]
    return {"paragraphs": blocks, "dropped": (*repeated, *fragment.dropped), "correction": fragment.corrections}


def _repeats(text: str, headline: str) -> bool:
    """Whether a block is the headline again but for signs and spaces; a much longer one is not even compared."""
    return len(text) <= 2 * len(headline) + 20 and same(text) == same(headline)
