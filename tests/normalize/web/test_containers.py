import lxml.html
import numpy as np

from pipeline.normalize.web.containers import CONTAINERS, LIKES, containers, likes
from pipeline.normalize.web.segments import segments_of

PAGE = (
    "<html><body><div id='page'><div id='story'><p>one two three four</p><p>five six seven eight</p></div>"
    "<div id='side'><p>nine ten</p></div></div></body></html>"
)
COUNTED = np.array([[4.0, 4.0, 0.0, 4.0], [4.0, 4.0, 0.0, 4.0], [2.0, 0.0, 2.0, 0.0]])


def columns(counted=COUNTED):
    found = segments_of(lxml.html.document_fromstring(PAGE))
    held, alike = containers(found, counted), likes(found, counted)
    return {name: list(held[:, at]) for at, name in enumerate(CONTAINERS)} | {
        name: list(alike[:, at]) for at, name in enumerate(LIKES)
    }


def test_what_stands_outside_of_the_main_element_is_told_how_far():
    assert columns()["above_main"] == [0, 0, 1]


def test_the_branch_is_the_element_next_to_the_main_one():
    told = columns()
    assert told["branch_kept"] == [1, 1, 0]
    assert told["branch_linked"] == [0, 0, 1]


def test_the_parent_holds_its_own_blocks_only():
    told = columns()
    assert told["parent_part"] == [1, 1, 0]
    assert told["parent_blocks"] == [np.log1p(2), np.log1p(2), np.log1p(1)]


def test_where_nothing_is_kept_the_sentences_tell_the_main_element():
    nothing = COUNTED.copy()
    nothing[:, 3] = 0
    assert columns(nothing)["above_main"] == [0, 0, 1]


def test_blocks_made_alike_are_counted_together_and_apart_from_the_rest():
    told = columns()
    assert told["alike"] == [np.log1p(3)] * 3  # the same tag, class and depth
    assert told["alike_kept"] == [0.8] * 3
    assert told["alike_others_kept"] == [4 / 6, 4 / 6, 1]
