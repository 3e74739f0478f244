import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.standards.json_pointer import resolve, to_path, to_pointer
from pipeline.standards.json_source_map import LineIndex, source_map

SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
VALUES = st.recursive(SCALARS, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=20)


@given(VALUES, st.sampled_from([None, 1, 4]))
def test_every_place_cuts_out_the_json_of_its_value(value, indent):
    text = json.dumps(value, indent=indent)
    for path, place in source_map(text).places.items():
        assert json.loads(text[place.start : place.end]) == resolve(value, path)
        if place.key is not None:
            assert text[place.key] == '"'


@given(VALUES)
def test_a_pointer_leads_back_to_its_path(value):
    for path in source_map(json.dumps(value)).places:
        assert to_path(to_pointer(path), value) == path


def test_a_key_that_stands_twice_is_found_with_its_place():
    text = '{"a": [{"b": 1, "c": 2, "b": 3}]}'
    (found,) = source_map(text).duplicates
    assert found.path == ("a", 0, "b")
    assert text[found.offset : found.offset + 3] == '"b"'
    assert text[found.offset + 5] == "3"


def test_lines_end_with_any_of_the_three_line_breaks():
    lines = LineIndex("a\nb\r\nc\rd")
    assert [lines.at(each) for each in (0, 2, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]
