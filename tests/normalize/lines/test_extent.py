import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.lines.extent import end_of, without_what_follows
from pipeline.normalize.lines.line import Role, lines_of

MORE = "It took the lamps from the quay, the nets from the boats and the tiles from every house on the front. " * 3
BEFORE, WITHIN, BEHIND = (0.8, 0.1, 0.1), (0.1, 0.8, 0.1), (0.1, 0.1, 0.8)
TEXT = f"""Menu
Storm drains the harbour
The storm that crossed the coast on Thursday night sank eleven boats in the old harbour, tore the roof off the fish market. {MORE}
Nobody was hurt, the harbour master said, because the crews had gone home before the wind rose over the hills behind the town.
Related stories
The council will meet on Monday to decide who pays for the repairs of the market.
"""
ROLES: list[Role] = ["chrome", "headline", "body", "body", "chrome", "body"]


def ended(*places: tuple[float, float, float], text: str = TEXT) -> list[Role]:
    return without_what_follows(lines_of(text), ROLES, np.array(places))


def test_what_reads_like_a_story_behind_the_article_is_chrome():
    found = ended(BEFORE, BEFORE, WITHIN, WITHIN, BEHIND, BEHIND)
    assert found == [*ROLES[:5], "chrome"]


def test_an_article_ends_behind_its_notes():
    noted: list[Role] = [*ROLES, "note"]
    lines = lines_of(TEXT + "Additional reporting by Ida Moe\n")
    places = np.array([BEFORE, BEFORE, WITHIN, WITHIN, BEHIND, BEHIND, BEHIND])
    assert without_what_follows(lines, noted, places) == noted


def test_one_doubtful_line_does_not_end_an_article():
    assert ended(BEFORE, BEFORE, WITHIN, (0.1, 0.4, 0.5), WITHIN, WITHIN) == ROLES


def test_much_of_a_body_goes_only_where_the_forest_is_sure():
    doubtful = (0.1, 0.35, 0.55)
    assert ended(BEFORE, BEFORE, WITHIN, doubtful, doubtful, doubtful) == ROLES


def test_a_body_is_never_dropped_as_a_whole():
    assert ended(*[BEHIND] * 6) == ROLES


def test_a_brief_is_too_short_to_be_ended():
    brief = TEXT.replace(MORE, "")
    assert ended(BEFORE, BEFORE, WITHIN, WITHIN, BEHIND, BEHIND, text=brief) == ROLES


def test_a_text_without_furniture_is_all_of_its_article():
    bare = TEXT.replace("Menu", "Storms").replace("Related stories", "What comes next")
    assert ended(BEFORE, BEFORE, WITHIN, WITHIN, BEHIND, BEHIND, text=bare) == ROLES


@given(st.lists(st.tuples(*[st.floats(0, 1)] * 3), max_size=30))
def test_the_end_is_in_the_text_or_right_behind_it(places: list[tuple[float, float, float]]):
    assert 0 <= end_of(np.array(places).reshape(-1, 3)) <= len(places)
