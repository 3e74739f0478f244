"""Tokens of the first or last sentence beside a quotation."""

from __future__ import annotations

from pipeline.annotate.lexicon.titles import IN_FULL
from pipeline.annotate.reading import Token


def first_sentence(tokens: list[Token]) -> list[Token]:
    """The tokens up to the first full stop behind the first token."""
    cut = next((number for number, each in enumerate(tokens) if number and ends_sentence(each)), len(tokens))
    return tokens[:cut]


def last_sentence(tokens: list[Token]) -> list[Token]:
    """The tokens behind the last full stop: none, if the sentence before a quotation has ended."""
    cut = max((number for number, each in enumerate(tokens) if ends_sentence(each)), default=-1)
    return tokens[cut + 1 :]


def ends_sentence(token: Token) -> bool:
    """Whether a token is a mark that ends a sentence, and no part of what follows."""
    if token.text not in {".", "?", "!"} or (token.i + 1 < len(token.doc) and not token.whitespace_):
        return False
    return not (token.text == "." and _is_rank(token))


def _is_rank(stop: Token) -> bool:
    """As in "Lt. Moe", which some parsers take apart: the mark of an abbreviated rank in front of a name."""
    before = stop.nbor(-1) if stop.i else None
    named = stop.i + 1 < len(stop.doc) and stop.nbor(1).text[:1].isupper()
    return before is not None and named and before.text[:1].isupper() and before.lower_ in IN_FULL
