"""What a title cannot be: a verb's phrase, a phrase that breaks off, a thing that somebody made ("Guide to Birds by ...")."""

from __future__ import annotations

import re

from pipeline.annotate.reading import Token

_BREAKS_OFF = frozenset(
    {"DT", "PDT", "IN", "TO", "CC", "PRP$", "WDT", "WP", "WRB", "MD", "JJ", "JJR", "JJS", "VBZ", "VBP", "RBR", "POS"}
)
"""Tags of a last word behind which the phrase goes on; a job may be an adjective in form ("attorney general")."""
_ENDS_AS_ADJECTIVE = frozenset(
    {"general", "elect", "designate", "emeritus", "emerita", "royal", "laureate", "major", "regent", "large", "chief"}
)
_VERBS = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_NO_TITLE = re.compile(r"\bby\b|[!?;]|\bhttps?:|\b(?:a|an|the|of|for|to|in|at|and|or|with|from)$")


def whole_end(head: Token, head_end: int, end: int) -> int:
    """Where the title ends: behind the job alone, if what follows it breaks off."""
    if end <= head_end:
        return end
    last = next((each for each in reversed(head.doc[head.i :]) if each.idx < end), head)
    broken = last.tag_ in _BREAKS_OFF and last.lower_ not in _ENDS_AS_ADJECTIVE
    return head_end if broken else end


def is_whole(title: str) -> bool:
    """Whether a title's words alone can be one: they neither break off nor tell who made a thing."""
    return not _NO_TITLE.search(title)


def is_title(first: Token, head: Token, text: str) -> bool:
    """Whether a phrase can be what somebody is: no verb stands in front of its noun, and nobody made it."""
    if not is_whole(text):
        return False
    return not any(
        each.tag_ in _VERBS and not each.text[0].isupper() and not _is_glued(each)
        for each in first.doc[first.i : head.i]
    )


def _is_glued(token: Token) -> bool:
    """As in "take-away owner": part of a hyphenated word."""
    before = token.nbor(-1) if token.i else None
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return any(each is not None and each.text == "-" for each in (before, behind))
