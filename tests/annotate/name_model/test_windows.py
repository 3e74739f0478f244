from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.annotate.name_model.windows import BATCH, PIECES, WORDS, batches, cuts, tables, windows


def one_piece(word: str) -> tuple[tuple[int, ...], int]:
    return (7,), 1


@given(st.lists(st.sampled_from(["Kim", "said", ".", "\n\n", "word?"]), max_size=900))
def test_windows_cover_every_word_once_and_stay_small(parts: list[str]) -> None:
    text = " ".join(parts)
    found = list(windows([text], one_piece))
    assert "".join(text[word.start : word.end] for each in found for word in each.words) == "".join(text.split())
    assert all(len(each.words) <= WORDS for each in found)


def test_a_window_ends_where_a_sentence_ends() -> None:
    text = " ".join(["word"] * 150 + ["."] + ["word"] * 100)
    assert [len(each.words) for each in windows([text], one_piece)] == [151, 100]


def test_words_of_many_pieces_make_shorter_windows() -> None:
    assert all((end - begin) * 90 <= PIECES for begin, end in cuts([False] * 30, [90] * 30))


def test_short_texts_share_a_window_and_a_long_one_begins_its_own() -> None:
    found = list(windows(["Ana Lima spoke.", "", "word " * 100, "word " * 100], one_piece))
    assert [[word.text for word in each.words] for each in found] == [[0] * 4 + [2] * 100, [3] * 100]


def test_the_first_word_of_a_text_is_not_glued_to_the_text_before() -> None:
    alone, together = (next(iter(windows(texts, one_piece))) for texts in (["b"], ["a", "b"]))
    assert alone.shapes[1] == together.shapes[2]


def test_batches_are_bounded_and_keep_every_window() -> None:
    text = " ".join(["word"] * 20_000)
    found = list(windows([text], one_piece))
    made = list(batches(found))
    assert sum(len(batch) for batch in made) == len(found)
    assert all(len(batch) * max(len(each.pieces) for each in batch) <= BATCH for batch in made)


def test_tables_mask_the_padding() -> None:
    short, long = (next(iter(windows([text], one_piece))) for text in ("Kim", "Kim Jong Un"))
    assert tables([long, short])["mask"].tolist() == [[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]
