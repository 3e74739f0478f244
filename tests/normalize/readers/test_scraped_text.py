from pathlib import Path

import pytest

from pipeline.model.article import canonical_text
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.formats import detect

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))
TEXT = """Menu

World

Business

River towns count the cost of a dry summer

Barges wait for rain as the harvest begins

By Ann Lee and Tom van Dyke

Updated 5:05 PM EST, May 1, 2025

Share

Barges lie idle at the upper lock. | Photo: Mia Torres/Example

MARLOW (Example) - The river has fallen to its lowest level in forty years, and the towns along it are counting the cost.

"We have never waited this long," said Ida Brook, who runs the ferry at the upper lock.

Advertisement

A harvest in danger

Farmers who ship their grain by barge said on Thursday that they would have to pay twice as much for trucks.

Read more: How the lock was built

The council meets on Monday to decide whether water may be let out of the reservoir in the hills.

Additional reporting by Lea Sand in Marlow

Correction: An earlier version of this story gave the wrong name of the lock.

Related stories

Ferry to stop at night

© 2025 Example
"""


@pytest.fixture(scope="module")
def article():
    (found,) = normalize(Source(name="a.txt", content=TEXT.encode()), NEWSROOM).value
    return found


def test_headline_section_and_dek_are_told_apart(article):
    assert article.headline == "River towns count the cost of a dry summer"
    assert article.article_section == ("Business",)
    assert article.description == "Barges wait for rain as the harvest begins"


def test_two_names_in_a_byline_give_two_authors(article):
    assert article.author == (Credit(name="Ann Lee"), Credit(name="Tom van Dyke"))


def test_who_contributed_is_no_author(article):
    assert article.contributor == (Credit(name="Lea Sand"),)


def test_the_date_has_the_zone_that_the_text_states(article):
    assert article.date_published == "2025-05-01T17:05-05:00"


def test_caption_and_credit_are_told_apart(article):
    assert article.image == (Image(caption="Barges lie idle at the upper lock.", credit_text="Mia Torres/Example"),)


def test_the_dateline_is_told(article):
    assert article.dateline == "MARLOW"


def test_the_body_has_paragraphs_and_headings_and_no_chrome(article):
    assert [each.kind for each in article.paragraphs] == ["paragraph", "paragraph", "heading", "paragraph", "paragraph"]


def test_a_correction_note_is_a_correction(article):
    assert [each.kind for each in article.correction] == ["correction"]


def test_what_was_left_out_can_be_seen(article):
    left_out = [each.text for each in article.dropped]
    assert "Advertisement" in left_out
    assert "Ferry to stop at night" in left_out


def test_every_field_says_where_it_came_from(article):
    assert {"headline", "author", "datePublished", "paragraphs", "url"} <= set(article.origins)


def test_the_text_of_an_article_read_again_is_the_same_article(article):
    again = normalize(Source(name="b.txt", content=canonical_text(article).encode()), NEWSROOM).value[0]
    assert (again.headline, again.description, again.paragraphs) == (
        article.headline,
        article.description,
        article.paragraphs,
    )
    assert again.dropped == ()


def test_the_sample_is_read_as_a_human_reads_it():
    sample = Path(__file__).parents[4] / "shared/gold/north-korean-official-departs-for-russia.raw.txt"
    if not sample.is_file():
        pytest.skip("the development gold is not on this machine")
    (found,) = normalize(Source(name="sample.txt", content=sample.read_bytes()), NEWSROOM).value
    assert found.headline == "North Korean Official Departs for Russia"
    assert found.article_section == ("The Koreas",)
    assert found.description == "Choe Ryong-hae, Kim Jong-un’s special envoy to Putin, has left for Russia."
    assert found.image[0].credit_text == "Wikimedia Commons"
    assert len(found.paragraphs) == 9


def test_a_share_button_before_a_credit_line_is_no_picture():
    text = TEXT.replace("Share\n\nBarges lie", "Share\nPrint\nBarges lie")
    (found,) = normalize(Source(name="a.txt", content=text.encode()), NEWSROOM).value
    assert [each.caption for each in found.image] == ["Barges lie idle at the upper lock."]


@pytest.mark.parametrize(
    "line",
    [
        "By: Ana Lima and Rui Costa | Posted: 6:40 AM, Oct. 26, 2023",
        "26 October 2023, 6:40 a.m. | Ana Lima and Rui Costa",
    ],
)
def test_names_and_date_on_one_line_are_both_read(line):
    told = "The council said on Friday that the old bridge would close in May so that its cables can be replaced."
    text = f"Bridge closes for a year of repairs\n\n{line}\n\n{told}\n\n{told} {told}\n"
    (found,) = normalize(Source(name="a.txt", content=text.encode(), format="text"), NEWSROOM).value
    assert [each.name for each in found.author] == ["Ana Lima", "Rui Costa"]
    assert str(found.date_published)[:10] == "2023-10-26"


def test_a_stray_tag_makes_no_page_of_a_text() -> None:
    story = b"Council approves budget\n\nThe council approved the budget on Monday, councillor Rui Costa said after a long debate.\n\n</script><script>x</script>\n"
    assert detect(Source(name="a.txt", content=story)) == "text"
    assert detect(Source(name="a.txt", content=b"<p>The council approved the budget.</p>")) == "html"
    assert detect(Source(name="a.txt", content=b"<!-- " + b"x" * 500 + b" --><html><p>The council</p>")) == "html"


def test_results_with_a_sentence_and_nothing_of_a_page_are_an_article() -> None:
    text = "Results of the Porto half marathon\n\n1 Ana Lima Porto AC 1:10:22\n2 Eva Braga Braga SC 1:11:05\n\nThe race was held in Porto on Sunday.\n"
    (article,) = normalize(Source(name="a.txt", content=text.encode()), NEWSROOM).value
    assert article.headline == "Results of the Porto half marathon"
    assert len(article.paragraphs) == 3


def test_what_is_no_article_is_shown_by_its_first_lines() -> None:
    outcome = normalize(Source(name="a.txt", content=b"Home\nNews\nSport\nContact us\n"), NEWSROOM)
    assert "Home / News / Sport" in outcome.findings[0].message


def test_a_label_for_pictures_is_no_section() -> None:
    text = TEXT.replace("Business", "Photo", 1)
    (article,) = normalize(Source(name="a.txt", content=text.encode()), NEWSROOM).value
    assert article.article_section == ("World",)
