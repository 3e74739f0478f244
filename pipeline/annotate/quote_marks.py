"""Quoted parts of a block of text, in every typography: curly, straight, British single, guillemets, and the ``doubled'' marks of old wires."""

from __future__ import annotations

import re

import msgspec

_CLOSERS = {"“": '”"', "„": '“”"', "«": "»", "‹": "›", '"': '"”'}


class Quoted(msgspec.Struct, frozen=True):
    """Words between quotation marks: ``start`` to ``end`` is inside the marks; ``closed`` is False where the mark is missing."""

    start: int
    end: int
    closed: bool = True


def quoted_parts(text: str) -> tuple[Quoted, ...]:
    """The outermost quoted parts; marks inside a quotation belong to it.

    A double mark that opens a block and is not closed in it quotes the whole block: the next block goes on with it.
    """
    parts: list[Quoted] = []
    at = 0
    while at < len(text):
        doubled = text.find("''", at) if text.startswith("``", at) else -1
        if doubled > 0:
            parts.append(Quoted(at + 2, doubled))
            at = doubled + 2
            continue
        end = _closing(text, at) if _opens(text, at) else None
        if end is not None:
            parts.append(Quoted(at + 1, end))
            at = end
        elif _opens(text, at) and text[at] in _CLOSERS and _opens_sentence(text, at):
            parts.append(Quoted(at + 1, len(text), closed=False))
            break
        at += 1
    return tuple(parts)


def _opens_sentence(text: str, at: int) -> bool:
    """Whether a mark that is never closed begins the block or a sentence of it, so that the next block goes on with it."""
    return not text[:at].strip() or re.search(r"[.?!:,][\"”’]? $", text[:at]) is not None


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark in "“„«‹":
        return True
    after = text[at + 1 : at + 2] or " "
    if mark not in "\"'‘" or after.isspace():
        return False
    before = text[at - 1] if at else " "
    return before.isspace() or before in '([—–-/:“"‘'


def _closing(text: str, at: int) -> int | None:
    mark = text[at]
    if mark in "'‘":
        return _closing_single(text, at)
    for position in range(at + 1, len(text)):
        character = text[position]
        if character == mark and mark in "“«‹":
            return None  # opened again before it was closed
        if character in _CLOSERS[mark] and not (
            mark == '"' and _opens(text, position) and text[position - 1] not in ".,?!"
        ):
            return position
    return None


def _closing_single(text: str, at: int) -> int | None:
    """The closing single mark: no apostrophe inside a word, none of a plural's possessive, none inside double marks."""
    inside_double = False
    for position in range(at + 1, len(text)):
        character = text[position]
        if character in "“”":
            inside_double = character == "“"
        if character in "'’" and not inside_double and _ends_single(text, position):
            return position
    return None


def _ends_single(text: str, position: int) -> bool:
    before, after = text[position - 1], text[position + 1 : position + 2] or " "
    if after.isalnum() or before.isspace():
        return False
    possessive = before == "s" and re.match(r" [a-z]", text[position + 1 :])
    return not (possessive and re.search(r"[,.?!]['’]", text[position + 1 :]))
