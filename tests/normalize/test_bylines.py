import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.normalize.bylines import credits_of, is_byline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ann Lee", ["Ann Lee"]),
        ("Words by Clara Ondine and Filipe Sá", ["Clara Ondine", "Filipe Sá"]),
        ("By ANN LEE, TOM VAN DYKE and IDA BROOK", ["Ann Lee", "Tom Van Dyke", "Ida Brook"]),
        ("By Ann Lee in Marlow", ["Ann Lee"]),
        ("Ann Lee, Political Correspondent", ["Ann Lee"]),
        ("ByAnn Lee", ["Ann Lee"]),
        ("By Dr. Ann Lee, MD", ["Ann Lee"]),
        ("By Ann Lee <ann.lee@news.example>", ["Ann Lee"]),
        ("Von Jörg Müller und Ute Groß", ["Jörg Müller", "Ute Groß"]),
        ("Ann Lee | Senior Editor", ["Ann Lee"]),
        ("Ruud van der Velde", ["Ruud van der Velde"]),
        ("By Ann Lee, BBC News", ["Ann Lee"]),
        ("ANN LEE Associated Press", ["Ann Lee"]),
        ("By Ann Lee and Tom Brook | Reuters", ["Ann Lee", "Tom Brook"]),
        ("Ann Lee - BBC Sport", ["Ann Lee"]),
        ("By Ann Lee Special to The Times", ["Ann Lee"]),
        ("By Ann Lee Home affairs correspondent", ["Ann Lee"]),
        ("By Ann Lee @annlee [email protected]", ["Ann Lee"]),
        ("Ann Lee ⋅ Review Editor ⋅ Updated", ["Ann Lee"]),
        ("ByAnn Lee Updated on", ["Ann Lee"]),
        ("By the Example Team 2–3 minutes", ["the Example Team"]),
        ("Ann Lee with additional reporting by Tom Brook", ["Ann Lee"]),
        ("Ann Lee and agencies", ["Ann Lee"]),
        ("Reuters, Ann Lee", ["Reuters", "Ann Lee"]),
        ("12 minutes", []),
        ("Thursday", []),
        ("From Ann Lee in Oslo", ["Ann Lee"]),
        ("Ann Lee, From Windmills", ["Ann Lee"]),
        ("Share", []),
        ("", []),
    ],
)
def test_a_byline_gives_its_names(line, expected):
    assert [each.name for each in credits_of(line)] == expected


@pytest.mark.parametrize(
    "name",
    [
        "Example Newsroom",
        "AFP",
        "AP",
        "BBC Sport",
        "Staff Reporters",
        "The Example Team",
        "Ask the Doctors",
        "The Frugal Cook",
        "Example Marketing",
        "Garden Plant Garden",
    ],
)
def test_a_newsroom_is_no_person(name):
    assert [each.type for each in credits_of(name)] == ["Organization"]


@pytest.mark.parametrize("line", ["By the time the rain stopped, the boats had gone.", "By Friday, it was over.", "By"])
def test_a_sentence_that_begins_with_by_is_no_byline(line):
    assert not is_byline(line)


@given(st.text())
def test_no_text_makes_it_raise_and_no_name_is_said_twice(text):
    names = [each.name for each in credits_of(text)]
    assert len(names) == len(set(names))
    is_byline(text)
