"""Records to JSON bytes and back, with moments as text. Same record, same bytes."""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.model.moment import Moment


def encode(record: Any) -> bytes:  # any record of this package; msgspec checks it
    """Compact JSON, keys in the order of the record's fields."""
    return msgspec.json.encode(record, enc_hook=_to_json)


def encode_pretty(record: Any) -> bytes:  # any record or JSON value
    """JSON indented by one space with a final newline, so that differences are readable."""
    return msgspec.json.format(encode(record), indent=1) + b"\n"


def decode[Record](content: bytes, record: type[Record]) -> Record:
    """Read JSON strictly; raises ``msgspec.ValidationError`` with the path of what is wrong."""
    return msgspec.json.decode(content, type=record, dec_hook=_from_json)


def convert[Record](value: Any, record: type[Record]) -> Record:  # JSON or TOML values
    """Check an already parsed value strictly; raises ``msgspec.ValidationError`` with the path of what is wrong."""
    return msgspec.convert(value, type=record, dec_hook=_from_json)


def builtins(record: Any) -> Any:  # JSON out
    """A record as plain dicts and lists."""
    return msgspec.to_builtins(record, enc_hook=_to_json)


def _to_json(value: object) -> object:
    if isinstance(value, Moment):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _from_json(kind: type, value: object) -> object:
    if kind is Moment and isinstance(value, str):
        return Moment(value)
    if kind is Moment:
        raise ValueError("a date is text such as 2014-11-18T09:00:00+09:00")
    raise TypeError(f"{kind.__name__} cannot be read from JSON")
