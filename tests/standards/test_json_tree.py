"""JSON for documents: the fast way says the same as the slow one."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from pipeline.model.codec import encode
from pipeline.standards.json_tree import encodable, encoded

ANY_CHARACTER = st.characters(codec=None)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(ANY_CHARACTER),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(ANY_CHARACTER, max_size=5), inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
@example("\ud800")
@example("\x7f")
@example("\x85 \u009f")
@example("\ufdd0\ufdef")
@example("\ufffe\uffff")
@example("\U0001fffe\U0010ffff")
@example("\x00\x1f")
@example("\b\f")
@example({"\x0b": ["\\u0000", "🙂"]})
def test_forbidden_characters_are_replaced_whichever_way_is_taken(value: object) -> None:
    assert encoded(value, encode) == encode(encodable(value))
    json.loads(encoded(value, encode))
