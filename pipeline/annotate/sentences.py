"""Tokens of the first or last sentence beside a quotation."""

from __future__ import annotations

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
    return token.text in {".", "?", "!"} and (token.i + 1 >= len(token.doc) or bool(token.whitespace_))
