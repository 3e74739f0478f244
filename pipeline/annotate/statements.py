"""What another annotator says of an article: a reply in JSON in, its statements out, each with the words it stands on.

The shape is ours (``REPLY_SCHEMA``); nothing in it is believed here: ``grounding.py`` holds each statement to the text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, Literal

import msgspec

from pipeline.model.article import Article
from pipeline.model.finding import Outcome

StatementKind = Literal["person", "organization", "place", "role", "quotation", "event"]

MOST_STATEMENTS = 500
"""Statements of one reply that are read: an article of 1,000 words has about 100."""
LONGEST_WORD = 2_000
"""Characters of one field of a statement."""


class Statement(msgspec.Struct, frozen=True, kw_only=True, rename="camel", omit_defaults=True):
    """One statement. ``evidence`` are words of the article, verbatim, that say all of it.

    person, organization, place: ``name``. role: ``person`` with ``title``, ``organization`` or both. quotation: ``text`` and
    ``speaker``. event: ``name``, ``type`` (of our taxonomy), ``when`` and ``where`` in the article's words, ``participants``.
    """

    kind: StatementKind
    evidence: str
    name: str = ""
    person: str = ""
    title: str = ""
    organization: str = ""
    text: str = ""
    speaker: str = ""
    type: str = ""
    when: str = ""
    where: str = ""
    participants: tuple[str, ...] = ()


type Ask = Callable[[Article], Outcome[tuple[Statement, ...]]]
"""The interface of an annotator that only makes statements: it never raises for an article's or a service's fault, but
returns a finding. It may be slow; it is asked once an article."""

REPLY_SCHEMA: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["statements"],
    "properties": {
        "statements": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": [
                    "kind", "evidence", "name", "person", "title", "organization", "text", "speaker", "type", "when", "where",
                    "participants",
                ],
                "properties": {
                    "kind": {"type": "string", "enum": ["person", "organization", "place", "role", "quotation", "event"]},
                    **{
                        each: {"type": "string"}
                        for each in (
                            "evidence", "name", "person", "title", "organization", "text", "speaker", "type", "when", "where"
                        )
                    },
                    "participants": {"type": "array", "items": {"type": "string"}},
                },
            },
        }
    },
}  # fmt: skip
"""JSON Schema of a reply, as services with strict output want it: every property required, "" for what is not said."""

_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n\s*```\s*\Z", re.DOTALL)


def parse_reply(content: str) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
    """The statements of a reply, and for each one that cannot be read why not; ``ValueError`` if the reply is no such JSON."""
    fenced = _FENCE.match(content)
    try:
        reply = json.loads(fenced[1] if fenced else content)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"it is no JSON ({error})") from error
    listed = reply.get("statements") if isinstance(reply, dict) else None
    if not isinstance(listed, list):
        raise ValueError("it is no object with an array `statements`")  # noqa: TRY004 - the reply is wrong, no argument
    read = [_statement(each) for each in listed[:MOST_STATEMENTS]]
    broken = [each for each in read if isinstance(each, str)]
    if len(listed) > MOST_STATEMENTS:
        broken.append(f"{len(listed) - MOST_STATEMENTS} statements behind the first {MOST_STATEMENTS} were not read")
    return tuple(each for each in read if isinstance(each, Statement)), tuple(broken)


def _statement(given: object) -> Statement | str:
    try:
        statement = msgspec.convert(given, Statement)
    except msgspec.ValidationError as error:
        return f"a statement cannot be read: {error}"
    fields = msgspec.structs.astuple(statement)
    if any(len(each) > LONGEST_WORD for each in fields if isinstance(each, str)):
        return f"a statement has a field of more than {LONGEST_WORD} characters"
    return statement
