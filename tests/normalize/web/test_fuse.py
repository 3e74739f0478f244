import pytest

from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.source import Source
from pipeline.normalize import normalize

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))
SENTENCE = "The council said on Friday that the old bridge would close in May so that its cables can be replaced and its deck renewed."
STORY = f"<p>{SENTENCE}</p><p>{SENTENCE * 2}</p>"
URL = "https://news.example/business/2025/bridge.html"


def read(
    head: str = "", byline: str = "", after: str = "", title: str = "Bridge closes for a year", heading: str = "h1"
):
    page = (
        f"<html><head><title>{title}</title>{head}</head><body><article><{heading}>Bridge closes for a year</{heading}>{byline}{STORY}{after}"
        "</article></body></html>"
    )
    (article,) = normalize(Source(name="a.html", content=page.encode(), url=URL), NEWSROOM).value
    return article


def json_ld(**said: str) -> str:
    stated = ", ".join(f'"{name}": {value}' for name, value in said.items())
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Bridge closes for a year", {stated}}}</script>'


@pytest.mark.parametrize(
    "byline",
    [
        "<p><a href='/profile/ann-lee'>Ann Lee</a></p>",
        "<p><a rel='author' href='/x'>Ann Lee</a><span>3 May 2025</span></p>",
        "<div><span class='author-name'>Ann Lee</span><span>Updated 3 May 2025</span></div>",
        "<p>By <a class='byline__link' href='/x'>Ann Lee</a> and others</p>",
    ],
)
def test_what_is_marked_as_the_author_beside_the_headline_is(byline):
    assert [each.name for each in read(byline=byline).author] == ["Ann Lee"]


def test_a_link_to_all_stories_of_an_author_is_no_author():
    assert read(byline="<p><a href='/author/ann-lee'>View all posts</a></p>").author == ()


def test_a_name_in_the_middle_of_the_story_is_no_byline():
    assert read(after=f"{STORY}{STORY}<p>By Ann Lee</p><p>{SENTENCE}</p>").author == ()


def test_a_byline_of_others_does_not_replace_the_authors_of_the_data():
    head = json_ld(author='[{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Ida Marsh"}]')
    assert [each.name for each in read(head, "<p>By Ann Lee and Tom Brook</p>").author] == ["Ann Lee", "Ida Marsh"]


def test_the_section_behind_a_title_is_no_part_of_the_headline():
    head = "<meta property='og:title' content='Bridge closes for a whole year | Business'>"
    assert (
        read(head, title="Bridge closes for a whole year | Business", heading="div").headline
        == "Bridge closes for a whole year"
    )


def test_the_day_is_open_graphs_and_the_time_the_datas():
    head = (
        json_ld(datePublished='"2025-05-03T09:30:00+02:00"')
        + "<meta property='article:published_time' content='2025-05-03'>"
    )
    assert read(head).date_published == "2025-05-03T09:30:00+02:00"


def test_of_two_days_open_graphs_wins_over_the_datas():
    head = (
        json_ld(datePublished='"2024-01-09T09:30:00Z"')
        + "<meta property='article:published_time' content='2025-05-03T08:00:00Z'>"
    )
    assert read(head).date_published == "2025-05-03T08:00:00Z"


def test_a_date_is_read_where_words_stick_to_it():
    assert read(byline="<p>April 26, 2025Updated on: October 28, 2025</p>").date_published == "2025-04-26"
