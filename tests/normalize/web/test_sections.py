import pytest

from pipeline.config import DEFAULT
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.web.candidate import Candidate
from pipeline.normalize.web.sections import choose_section, from_address
from pipeline.normalize.web.structured import breadcrumbs


def test_all_stated_sections_count_once_each():
    found = choose_section(
        [
            Candidate("articleSection", ("World",), "open-graph"),
            Candidate("articleSection", ("world", "Asia"), "json-ld"),
        ]
    )
    assert found is not None
    assert found.value == ("World", "Asia")


def test_what_says_that_there_is_no_section_is_none():
    assert choose_section([Candidate("articleSection", ("Uncategorized",), "json-ld")]) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/sport/2025/05/01/final", ["Sport"]),
        ("https://a.example/news/uk-politics/story", ["Uk politics"]),
        ("https://a.example/news/2025/05/01/final", ["News"]),
        ("https://a.example/2025/05/01/news", []),
        ("https://a.example/2025/05/01/final", []),
        ("https://a.example/final", []),
        ("http://[", []),
    ],
)
def test_a_folder_of_the_address_is_a_section_where_it_is_a_word(url, expected):
    assert [each.value[0] for each in from_address(url)] == expected


def test_the_trail_ends_with_the_section_not_with_the_headline():
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"name": "Home"},
            {"name": "World", "item": "https://a.example/world"},
            {"item": {"@id": "https://a.example/world/asia", "name": "Asia"}},
            {"name": "Bridge closes for a whole year"},
        ],
    }
    assert [each.value for each in breadcrumbs((trail,))] == [("Asia", "World")]


def test_a_trail_without_the_page_ends_with_the_section():
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"name": "Home", "item": "/"}, {"name": "World", "item": "/world"}],
    }
    assert [each.value for each in breadcrumbs((trail,), "https://a.example/world/bridge")] == [("World",)]


def test_an_address_in_a_trail_that_is_none_does_no_harm():
    trail = {"@type": "BreadcrumbList", "itemListElement": [{"name": "Home"}, {"name": "World", "item": "//["}]}
    assert list(breadcrumbs((trail,), "https://a.example/world/bridge")) == []


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("Leadership, Student Achievement", ("Leadership", "Student Achievement")),
        ("College of Behavioral, Social and Health Sciences", ("College of Behavioral, Social and Health Sciences",)),
        ("Food & Drink Trends, Blog", ("Food & Drink Trends",)),
        ("Blog", ("Blog",)),
    ],
)
def test_one_text_may_list_several_sections(stated, expected):
    found = choose_section([Candidate("articleSection", (stated,), "json-ld")])
    assert found is not None
    assert found.value == expected


def test_a_headline_or_an_author_is_no_section():
    able = [Candidate("articleSection", (name,), "dom") for name in ("Ana Lima", "World")]
    found = choose_section(able, frozenset(("analima",)))
    assert found is not None
    assert found.value == ("World",)


STORY = (
    "<p>"
    + "The council said on Friday that the old bridge would close in May so that its cables can be replaced. " * 3
    + "</p>"
)


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ('<nav class="breadcrumbs"><a href="/">Home</a> <a href="/world">World</a> <a href="/world/asia">Asia</a></nav>', ("Asia", "World")),
        ('<div>Filed under <a rel="category tag" href="/c/asia">Asia</a></div>', ("Asia",)),
        ('<div><a href="/section/world/asia">Asia</a></div>', ("Asia",)),
        ('<p class="kicker">Asia</p>', ("Asia",)),
        ('<p class="kicker">Share</p>', ()),
        ('<p class="label">5 min read</p>', ()),
        ('<p class="topic">May 1, 2025</p>', ()),
        ('<p class="category">Back to Asia</p>', ()),
    ],
)  # fmt: skip
def test_what_the_page_shows_above_its_headline_tells_the_section(above, expected):
    html = f"<html><head><title>Bridge closes for a year</title></head><body>{above}<h1>Bridge closes for a year</h1>{STORY}</body></html>"
    (article,) = normalize(Source(name="a.html", content=html.encode()), DEFAULT).value
    assert article.article_section == expected
