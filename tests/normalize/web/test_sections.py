import pytest

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
            {"name": "World"},
            {"item": {"name": "Asia"}},
            {"name": "Bridge closes for a whole year"},
        ],
    }
    assert [each.value for each in breadcrumbs((trail,))] == [("Asia",)]
