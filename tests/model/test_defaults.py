"""The same record is the same bytes, whichever process or file it came from."""

from __future__ import annotations

import pickle

import msgspec
import pytest

from pipeline.model import annotations, article, edition, graph, identity, sidecar
from pipeline.model.codec import decode, encode

MODULES = (annotations, article, edition, graph, identity, sidecar)
RECORDS = sorted(
    {
        each
        for module in MODULES
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, msgspec.Struct) and each.__module__ == module.__name__
    },
    key=lambda each: each.__qualname__,
)
KEPT_WHOLE = (type(None), bool, tuple, frozenset)
"""What is the same object everywhere, or is compared by its emptiness."""


@pytest.mark.parametrize("record", RECORDS, ids=lambda each: each.__qualname__)
def test_no_default_is_left_out_by_one_process_and_written_by_another(record: type[msgspec.Struct]) -> None:
    if not record.__struct_config__.omit_defaults:
        return
    for field in msgspec.structs.fields(record):
        default = field.default
        same_everywhere = isinstance(default, KEPT_WHOLE) or default in ("", 0, 1)
        nested = isinstance(default, msgspec.Struct) and default == type(default)()
        assert default is msgspec.NODEFAULT or (same_everywhere and not isinstance(default, float)) or nested, (
            field.name
        )


def test_an_article_keeps_its_bytes_through_a_pipe_and_through_a_file() -> None:
    one = article.Article(slug="a", url="https://news.example/a", source="a.txt")
    assert encode(pickle.loads(pickle.dumps(one))) == encode(one) == encode(decode(encode(one), article.Article))  # noqa: S301 - our own


def test_a_person_keeps_their_bytes_through_a_pipe_and_through_a_file() -> None:
    one = annotations.Entity(id="p1", type="person", name="Ana Lima")
    assert encode(pickle.loads(pickle.dumps(one))) == encode(one) == encode(decode(encode(one), annotations.Entity))  # noqa: S301 - our own
