"""Lines that were broken at a width become paragraphs; verse, lists and menus stay as they are."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.lines.wrapped import unwrapped

STORY = (
    "MARLOW - The river has fallen to its lowest level in forty years, and the towns along it are counting the cost, the harbour office said.",
    'Barges wait at the upper lock. "We have never waited this long," said Ida Brook, who runs the ferry there with her two well-known brothers.',
    "The council meets on Monday to decide whether water may be let out of the reservoir in the hills, which is half full.",
)
POEM = (
    "The gulls come in on the grey of the tide,\nAnd the nets lie folded and dry,\nThe lamps of the boats on the other side\n"
    "Go out in the light of the sky.\n\nO keeper of harbours, your bell is slow,\nYour rope is worn to the thread,\n"
    "And the men who went where the mackerel go\nAre counted among the dead."
)
SONNET = (
    "When winter lays its hand upon the town\nAnd all the lamps along the river sleep,\nThe snow upon the roofs comes slowly down\n"
    "To hide the graves in drifts a fathom deep,\nThen you and I will walk the frozen shore\nAnd hear the ice that mutters in the stream,\n"
    "As if the sea that loved us once before\nStill turned in bed and told us of its dream."
)


@pytest.mark.parametrize("width", [36, 50, 72])
@pytest.mark.parametrize("between", ["\n\n", "\n\n   "])
def test_paragraphs_broken_at_a_width_are_whole_again(width: int, between: str) -> None:
    broken = between.join(textwrap.fill(each, width) for each in STORY)
    found = unwrapped(f"River towns count the cost\n\nBy Ann Lee\nMay 1, 2025\n\n{broken}\n")
    assert [each.strip() for each in found.text.split("\n") if each.strip()] == [
        "River towns count the cost",
        "By Ann Lee",
        "May 1, 2025",
        *STORY,
    ]
    assert found.joined > 0


def test_words_parted_by_a_typesetter_are_whole_again() -> None:
    column = (
        "The firemen were called at five and de-\nstroyed the old roof before it fell, so\nthat nobody was hurt when the wall came\n"
        "down an hour later. A well-known singer\nwho lives next door had heard a loud no-\nise and called them from her own window."
    )
    assert "destroyed the old roof" in unwrapped(column).text
    assert "loud noise" in unwrapped(column).text


@pytest.mark.parametrize(
    "text",
    [
        POEM,
        SONNET,
        "Home\nWorld\nBusiness\nRiver towns count the cost of a dry summer\nFerry to stop at night\nSubscribe\nLog in\nContact us",
        "\n".join(STORY),
        "\n\n".join(STORY),
        "Ardmouth 2 Kelby 1\nStonebridge 0 Westhaven 0\nMarlow Town 3 Penrith Rovers 2\nEastport 1 Millbrook 4\nKelby 1 Marlow 1",
    ],
)
def test_what_was_not_broken_at_a_width_stays(text: str) -> None:
    assert unwrapped(text) == (unwrapped(text).__class__(text, 0))


@given(st.text(alphabet="ab -.\n", max_size=400))
def test_no_letter_is_lost(text: str) -> None:
    found = unwrapped(text)
    assert [each for each in found.text if each.isalpha()] == [each for each in text if each.isalpha()]
