"""A scrape in Markdown, as many tools write pages -> its plain lines: the marks of headings, links, pictures and emphasis taken off.

Specification: CommonMark 0.31. Documents with front matter, and files named ``.md``, are read by a reader of their own.
"""

from __future__ import annotations

import re

import msgspec

MIN_MARKS = 3
_PICTURE = re.compile(r"!\[([^\[\]\n]{0,500})\]\([^()\s]{1,2000}(?:\s+\"[^\"\n]{0,500}\")?\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\((?:https?://|/|#|mailto:)[^()\s]{0,2000}(?:\s+\"[^\"\n]{0,500}\")?\)")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]{1,20}(?=\S)", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}>[ ]?", re.MULTILINE)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,1000}?)(?<=[^\s*_])\1(?![\w*_])")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>-])")


class Bare(msgspec.Struct, frozen=True):
    """The text, and how many marks were taken off."""

    text: str
    marks: int


def without_marks(text: str) -> Bare:
    """The text without Markdown's marks; as it is, where too few stand in it to be Markdown."""
    sure = sum(len(each.findall(text)) for each in (_PICTURE, _LINK, _HEADING)) + len(_STRONG.findall(text))
    if sure < MIN_MARKS:
        return Bare(text, 0)
    total = 0
    for pattern, kept in (
        (_PICTURE, r"\1"), (_LINK, r"\1"), (_HEADING, ""), (_QUOTE, ""), (_STRONG, r"\2"), (_EMPHASIS, r"\2"), (_ESCAPED, r"\1"),
    ):  # fmt: skip
        text, count = pattern.subn(kept, text)
        total += count
    return Bare(text, total)
