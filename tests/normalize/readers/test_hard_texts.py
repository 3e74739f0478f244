"""Texts that are no plain news story: what is in them is kept, and nothing is made a headline, section or byline that is none."""

import pytest

from pipeline.config import DEFAULT
from pipeline.model.article import Article
from pipeline.model.source import Source
from pipeline.normalize import normalize

STORY = (
    "A fire broke out in the ferry terminal of Ardmouth on Tuesday morning and destroyed the ticket hall, police said. No one was hurt.\n\n"
    "The terminal will stay closed for at least two weeks, the port authority said in a statement.\n"
)
HEADLINE = "Fire closes ferry terminal in Ardmouth"


def read(text: str) -> Article:
    (article,) = normalize(Source(name="a.txt", content=text.encode()), DEFAULT).value
    return article


def told(article: Article) -> list[str]:
    return [each.text for each in article.paragraphs]


def test_a_poem_alone_is_an_article_of_its_lines() -> None:
    verses = ["The gulls come in on the grey of the tide,", "And your nets lie folded and dry,", "And the men who went where the mackerel go", "Are counted among the dead."]  # fmt: skip
    article = read("The Harbour at Dawn\n\n" + "\n".join(verses))
    assert article.headline == "The Harbour at Dawn"
    assert told(article) == verses


def test_results_are_kept_whole() -> None:
    rows = ["Ardmouth 2 Kelby 1", "Stonebridge 0 Westhaven 0", "Marlow Town 3 Penrith Rovers 2"]
    assert told(read("Results, Saturday\n\n" + "\n".join(rows))) == rows


def test_every_turn_of_a_transcript_is_kept() -> None:
    turns = [
        "HOST: Minister, thank you for joining us.",
        "HOLM: Thank you for having me on the programme tonight.",
        "HOST: Your government has presented a budget with the largest deficit in twenty years. How do you justify that?",
        "HOLM: We justify it with the need to invest. Our railways are old, our schools are crowded.",
        "HOST: Will you raise taxes?",
        "HOLM: No.",
    ]
    article = read("Transcript: the Prime Minister on the budget\n\n" + "\n\n".join(turns))
    assert article.description is None
    assert told(article) == turns


def test_ingredients_of_a_recipe_are_kept() -> None:
    article = read(
        "Rhubarb crumble with ginger\n\nBy Clara Webb\n\nFor the filling:\n800g rhubarb\n150g sugar\n2 tsp ground ginger\n\n"
        "Heat the oven to 190C. Cut the rhubarb into pieces and toss it with sugar and ginger.\n\n"
        "Scatter the crumble over the fruit and bake for 40 minutes, until the top is brown.\n"
    )
    assert article.description is None
    assert {"800g rhubarb", "150g sugar", "2 tsp ground ginger"} <= set(told(article))


@pytest.mark.parametrize("label", ["BC-ARDMOUTH-FIRE/ (UPDATE 1)", "14:32", "Monday, May 5", "FOR IMMEDIATE RELEASE"])
def test_a_slug_a_clock_a_day_or_a_label_is_no_section(label: str) -> None:
    assert read(f"{label}\n\n{HEADLINE}\n\n{STORY}").article_section == ()


def test_a_day_without_a_year_is_no_headline() -> None:
    log = "7:12 a.m. — A car was reported stolen on Mill Street, police said.\n9:40 a.m. — Two men were arrested on Harbour Road after a fight.\n"
    assert read(f"Police log\n\nMonday, May 5\n{log}").headline == "Police log"


def test_what_a_wire_tells_its_editors_is_no_dek() -> None:
    assert read(f"{HEADLINE}\n\n(Adds harbour master's comments)\n\nBy John Marsh\n\n{STORY}").description is None


def test_a_date_right_above_the_headline_is_read() -> None:
    article = read(f"May 6, 2025\n\n{HEADLINE}\n\nJohn Marsh, Staff Writer\n\n{STORY}")
    assert (article.headline, article.date_published) == (HEADLINE, "2025-05-06")


def test_the_day_of_the_dateline_is_read_where_nothing_else_states_one() -> None:
    article = read(f"{HEADLINE}\n\nARDMOUTH, Mass., May 6, 2025 /Example Newswire/ -- {STORY}")
    assert (article.dateline, article.date_published) == ("ARDMOUTH, Mass.", "2025-05-06")


def test_a_name_behind_a_dash_at_the_end_signs_the_text() -> None:
    assert [each.name for each in read(f"{HEADLINE}\n\n{STORY}\n– John Marsh\n").author] == ["John Marsh"]


def test_the_byline_of_a_second_story_is_no_heading_of_the_first() -> None:
    article = read(
        f"{HEADLINE}\n\nBy John Marsh\n\n{STORY}\nCouncil votes for new school in Kelby\n\nBy Ann Lee\n\n{STORY}"
    )
    assert "By Ann Lee" not in told(article)


def test_both_days_of_a_long_row_of_dates_are_read() -> None:
    article = read(f"{HEADLINE}\n\nPublié le 6 mai 2025 à 14h20, mis à jour le 7 mai 2025 à 09h10\n\n{STORY}")
    assert (article.date_published, article.date_modified) == ("2025-05-06T14:20", "2025-05-07T09:10")


def test_a_date_in_numbers_is_read_as_the_language_of_the_text_writes_it() -> None:
    article = read(
        "Incendie au port d'Ardmouth\n\nPar Jeanne Dubois\n06/05/2025\n\nUn incendie a détruit mardi matin la salle des billets du port "
        "d'Ardmouth. Personne n'a été blessé, a indiqué la police.\n\nLe port restera fermé au moins deux semaines, selon les autorités du port.\n"
    )
    assert article.date_published == "2025-05-06"


@pytest.mark.parametrize(
    "line",
    [
        "EMBARGOED UNTIL 3 March 2025, 12:00 CET",
        "Sperrfrist: 3. März 2025, 12:00 CET",
        "Not for publication before 3 March 2025 12:00 CET",
    ],
)
def test_an_embargo_at_the_head_of_a_text_is_kept(line: str) -> None:
    assert read(f"{line}\n\n{HEADLINE}\n\n{STORY}").embargoed == "2025-03-03T12:00+01:00"


def test_an_embargo_without_an_end_withholds_the_text() -> None:
    outcome = normalize(Source(name="a.txt", content=f"UNDER EMBARGO\n\n{HEADLINE}\n\n{STORY}".encode()), DEFAULT)
    assert outcome.value[0].pub_status == "withheld"
    assert "embargo-unclear" in {each.code for each in outcome.findings}


def test_a_headline_about_an_embargo_is_no_embargo() -> None:
    article = read(f"Embargo on grain is lifted after ten years\n\n{STORY}")
    assert (article.pub_status, article.embargoed) == ("usable", None)


def test_a_short_item_among_furniture_is_read_with_its_next_sentence() -> None:
    article = read(
        "Home\nNews\nSport\nWeather\nSubscribe\nLog in\nFire closes ferry terminal in Ardmouth\nJohn Marsh\n6 May 2025\nShare\n"
        "A fire closed the ferry terminal in Ardmouth on Tuesday; no one was hurt.\nPolice are looking for witnesses.\nMost read\n"
        "Council votes for new school\nMillbrook win the league\nContact us\nPrivacy\n© Courier 2025\n"
    )
    assert article.headline == HEADLINE
    assert article.article_section == ()
    assert [each.name for each in article.author] == ["John Marsh"]
    assert told(article) == [
        "A fire closed the ferry terminal in Ardmouth on Tuesday; no one was hurt.",
        "Police are looking for witnesses.",
    ]


def test_a_name_and_a_place_are_a_byline() -> None:
    article = read(f"{HEADLINE}\n\nAnn Lee in Kelby\nTue 6 May 2025 14.20 BST\n\n{STORY}")
    assert [each.name for each in article.author] == ["Ann Lee"]


def test_the_heading_of_a_live_blogs_entry_is_not_its_headline() -> None:
    entries = "\n\n".join(
        f"{clock}\n{heading}\nThe port authority said on Wednesday that this was done because of the wind on the west coast."
        for clock, heading in (
            ("14:32", "Power cut to 40,000 homes"),
            ("13:58", "Ferries cancelled"),
            ("13:20", "Warning extended"),
        )
    )
    article = read(f"Live: Storm Edda hits the west coast\n\nLast updated 14:32 GMT, 5 November 2025\n\n{entries}\n")
    assert article.headline == "Live: Storm Edda hits the west coast"
    assert article.date_published == "2025-11-05T14:32+00:00"
