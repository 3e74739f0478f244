"""Text as it stands in the record: clean once is clean for good."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalize.prose import tidy

ODD = st.lists(
    st.sampled_from(["e", "A", "\u0301", "\u00ad", "\u200d", "\u0345", "\u1100", "\u1161", "\u11a8", " ", "\n", "\x85", "\u2028", "\x1f", "\u0340", "\ufb01", "\u212b", "\ufdd0", "\ud800"]),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=30) | ODD)
def test_tidied_twice_equals_once_and_is_one_line_of_composed_text(text):
    once = tidy(text)
    assert tidy(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once == " ".join(once.split())
    assert not any("\ud800" <= each <= "\udfff" or each < " " for each in once)
