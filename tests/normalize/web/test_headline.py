import pytest

from pipeline.normalize.web.candidate import Candidate
from pipeline.normalize.web.headline import choose_headline, kicker_of

SITES = frozenset(("theexample", "example"))


def chosen(**said: str | tuple[str, ...]) -> str | None:
    sources = {"title": "html", "og": "open-graph", "ld": "json-ld", "h1": "dom"}
    candidates = [
        Candidate("headline", text, sources[name])
        for name, texts in said.items()
        for text in ((texts,) if isinstance(texts, str) else texts)
    ]
    found = choose_headline(candidates, SITES)
    return found.value if found else None


def test_the_heading_wins_over_a_title_made_for_search_engines():
    assert (
        chosen(h1="Bridge closes for a year", og="Old bridge closes a year: what to know") == "Bridge closes for a year"
    )


def test_the_sites_name_in_a_heading_is_no_headline():
    assert chosen(h1="The Example", og="Bridge closes for a year") == "Bridge closes for a year"


def test_of_several_headings_the_one_that_a_title_names():
    assert (
        chosen(h1=("Latest news today", "Bridge closes for a year"), title="Bridge closes for a year")
        == "Bridge closes for a year"
    )


@pytest.mark.parametrize(
    "title", ["Bridge closes | The Example", "The Example | Bridge closes", "Bridge closes - The Example"]
)
def test_the_sites_name_is_taken_off_a_title(title):
    assert chosen(og=title) == "Bridge closes"


def test_a_counter_or_kicker_inside_the_heading_is_no_headline():
    assert chosen(h1="Transport Bridge closes for a year", og="Bridge closes for a year") == "Bridge closes for a year"
    assert kicker_of("Transport: Bridge closes for a year", "Bridge closes for a year") == "Transport"


def test_a_heading_that_stands_in_full_in_a_title_is_not_cut():
    assert (
        chosen(
            h1="Bridge closes for a year: What to know",
            og="Bridge closes for a year: What to know | The Example",
            title="Bridge closes for a year",
        )
        == "Bridge closes for a year: What to know"
    )


def test_nothing_said_is_no_headline():
    assert chosen() is None
