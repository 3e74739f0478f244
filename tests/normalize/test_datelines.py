import pytest

from pipeline.normalize.datelines import dateline_of


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("TAMPA, Fla. (Wire) - A jury on Thursday convicted the founder.", "TAMPA, Fla."),
        ("SEOUL, Nov 30 (Agency) — The president arrived on Sunday.", "SEOUL"),
        ("NEW YORK — The markets fell on Friday.", "NEW YORK"),
        ("A jury on Thursday convicted the founder.", None),
        ("NATO said on Friday that it would meet.", None),
        ("", None),
    ],
)
def test_the_place_that_a_story_opens_with_is_its_dateline(opening, expected):
    assert dateline_of(opening) == expected
