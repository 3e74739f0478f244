import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.normalize.lines import extent_weights, headline_weights, role_weights
from pipeline.normalize.lines.classify import roles
from pipeline.normalize.lines.cues import parts
from pipeline.normalize.lines.features import FEATURES, features
from pipeline.normalize.lines.line import is_chrome, lines_of

STORY = """Local News

Storm drains the old harbour of its boats

By Ann Lee

1 May 2025

The storm that crossed the coast on Thursday night sank eleven boats in the old harbour and tore the roof off the fish market.

Nobody was hurt, the harbour master said, because the crews had gone home before the wind rose over the hills behind the town.

Trending

Council votes on ferry fares
Choir wins prize

The council will meet on Monday to decide who pays for the repairs, which are expected to take the whole of the summer.

Subscribe to our newsletter
"""


def told(text: str) -> dict[str, str]:
    lines = lines_of(text)
    return {line.text: role for line, role in zip(lines, roles(lines), strict=True)}


def test_each_line_of_a_story_gets_its_role():
    found = told(STORY)
    assert found["Storm drains the old harbour of its boats"] == "headline"
    assert found["Local News"] == "section"
    assert found["By Ann Lee"] == "byline"
    assert found["1 May 2025"] == "date"
    assert list(found.values()).count("body") == 3


def test_what_trending_opens_is_chrome():
    found = told(STORY)
    assert found["Council votes on ferry fares"] == found["Choir wins prize"] == "chrome"


def test_no_lines_have_no_roles():
    assert roles(()) == []


@pytest.mark.parametrize("weights", [role_weights, headline_weights, extent_weights])
def test_the_weights_were_trained_on_these_features(weights):
    assert weights.FOREST.features == FEATURES


def test_a_headline_and_a_sentence_are_a_brief():
    assert told("Mayor opens hall\n\nBy Ana Lima\n\nThe hall was painted in green.") == {
        "Mayor opens hall": "headline",
        "By Ana Lima": "byline",
        "The hall was painted in green.": "body",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Just a moment...\n\nPlease enable JavaScript to go on.",
        "Access denied\n\nYou need to log in to read this page.",
        "Home\nNews\nSport",
    ],
)
def test_a_sentence_that_calls_upon_the_reader_is_no_brief(text):
    assert "body" not in told(text).values()


def test_who_died_and_when_closes_an_obituary():
    text = STORY.partition("Trending")[0] + "Ann Example, glazier, born 3 May 1934; died 12 June 2025"
    assert told(text)["Ann Example, glazier, born 3 May 1934; died 12 June 2025"] == "body"


def test_the_headline_of_a_path_is_its_last_piece():
    text = STORY.replace("Local News", "Home › Local News › Storm drains the old harbour of its boats")
    assert told(text)["Storm drains the old harbour of its boats"] == "headline"


def test_a_photograph_with_its_credit_is_no_headline():
    text = STORY.replace(
        "1 May 2025", "1 May 2025\n\nBoats lie on the quay of the old harbour. Photograph: Ann Lee/Coast News"
    )
    assert told(text)["Boats lie on the quay of the old harbour. Photograph: Ann Lee/Coast News"] == "image"


def test_a_related_story_among_paragraphs_is_chrome():
    text = STORY.replace(
        "Trending\n\nCouncil votes on ferry fares\nChoir wins prize",
        "RELATED: Ferry union boss calls the boats ‘floating fridges’",
    )
    assert told(text)["RELATED: Ferry union boss calls the boats ‘floating fridges’"] == "chrome"


def test_a_short_sentence_behind_the_byline_begins_the_body():
    text = STORY.replace("1 May 2025", "1 May 2025\n\nThe wind did not knock.")
    assert told(text)["The wind did not knock."] == "body"


def test_short_questions_and_answers_of_an_interview_are_kept():
    turns = [
        "When did you begin to carve?", "At nine. My uncle had a knife and no patience, and I had the reverse.", "Did he teach you?", "No.", "Who did?",
        "The wood, in the end. You cut against the grain once and you remember it for the rest of your life.", "What are you working on?",
        "A door for the chapel. It was promised for Easter.", "Will it be ready?", "Ask the wood.",
    ]  # fmt: skip
    found = told("\n\n".join(["A carver and his patience", "By Ann Lee", *turns]))
    assert [each for each in turns if found[each] not in ("body", "heading")] == []


def test_a_wire_slug_above_the_headline_is_none():
    text = STORY.replace("Local News", "STORM-HARBOUR/BOATS (UPDATE 2)")
    assert told(text)["Storm drains the old harbour of its boats"] == "headline"


def test_a_picture_with_its_own_credit_makes_no_caption_of_the_line_above():
    text = STORY.replace(
        "1 May 2025", "1 May 2025\nThe boats of the fishermen lie on the quay. Photograph: Ann Lee/Coast News"
    )
    assert told(text)["1 May 2025"] == "date"


def test_the_words_of_a_known_address_speak_for_the_line_that_has_them():
    lines = lines_of(STORY)
    named = features(lines, "https://news.example/local/2025/05/01/storm-drains-harbour-boats.html")[
        :, FEATURES.index("named")
    ]
    assert lines[int(named.argmax())].text == "Storm drains the old harbour of its boats"
    assert set(features(lines)[:, FEATURES.index("named")]) == {-1.0}


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Home › World › Storm hits coast", ("Home", "World", "Storm hits coast")),
        ("Storm hits coast | The Courier", ("Storm hits coast", "The Courier")),
        ("A well-known and/or loved man", ()),
        ("x" * 400 + " | y", ()),
    ],
)
def test_paths_and_titled_lines_have_parts(line, found):
    assert parts(line) == found


def test_an_advertisement_between_paragraphs_does_not_take_the_heading_behind_it():
    text = STORY.replace(
        "Trending\n\nCouncil votes on ferry fares\nChoir wins prize", "Advertisement\n\nWhat comes next"
    )
    assert told(text)["What comes next"] in ("heading", "body")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=30).map("\n".join))
def test_every_line_has_one_role_whatever_it_says(text):
    lines = lines_of(text)
    assert len(roles(lines)) == len(lines)
    assert features(lines).shape == (len(lines), len(FEATURES))


@pytest.mark.parametrize(
    "line", ["Share", "Share this story on Facebook", "Subscribe to our newsletter", "Most read", "© 2025 Example"]
)
def test_labels_of_the_page_are_chrome(line):
    assert is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "Shares of the bank rose by a tenth on Friday.",
        "Listen to the river long enough, the ferryman told us on the last evening, and it answers.",
        "Print is not dead, the publisher said.",
    ],
)
def test_sentences_that_begin_like_a_label_are_not_chrome(line):
    assert not is_chrome(line)
