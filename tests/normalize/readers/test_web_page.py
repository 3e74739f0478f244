import pytest

from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Credit
from pipeline.model.source import Source
from pipeline.normalize import normalize

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>River towns count the cost | The Example</title>
<meta property="og:title" content="River towns count the cost"><meta property="og:site_name" content="The Example">
<meta property="og:image" content="/lead.jpg"><meta property="article:section" content="Business">
<link rel="canonical" href="/2025/05/river-towns">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"NewsArticle","headline":"River towns count the cost","datePublished":"2025-05-01T09:00:00+02:00",
"author":[{"@id":"#ann"},{"@type":"Organization","name":"Example Newsroom"}],"publisher":{"@id":"#pub"},},
{"@type":"Person","@id":"#ann","name":"Ann Lee"},{"@type":"Organization","@id":"#pub","name":"The Example"}]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>River towns count the cost</h1>
<figure><img src="/lead.jpg" alt="A barge"><figcaption>Barges at the lock. <span>Photo: Mia Torres</span></figcaption></figure>
<p>The river has fallen to its lowest level in forty years, and the towns along it are counting the cost of a dry summer.</p>
<h2>A harvest in danger</h2>
<p>Farmers who ship their grain by barge said on Thursday that they would have to pay twice as much for trucks this year.</p>
</article><footer>© The Example</footer></body></html>"""


@pytest.fixture(scope="module")
def outcome():
    return normalize(Source(name="a.html", content=PAGE.encode(), url="https://news.example/x?utm=1"), NEWSROOM)


def test_a_persons_reference_is_resolved_and_told_from_an_organization(outcome):
    assert [(each.name, each.type) for each in outcome.value[0].author] == [
        ("Ann Lee", "Person"),
        ("Example Newsroom", "Organization"),
    ]


def test_the_canonical_address_wins_over_the_one_fetched(outcome):
    assert outcome.value[0].url == "https://news.example/2025/05/river-towns"
    assert outcome.value[0].slug == "river-towns"


def test_the_sites_name_is_no_part_of_the_headline(outcome):
    assert outcome.value[0].headline == "River towns count the cost"


def test_a_repaired_script_is_used_and_told(outcome):
    assert outcome.value[0].date_published == "2025-05-01T09:00:00+02:00"
    assert "json-ld-repaired" in [each.code for each in outcome.findings]


def test_the_body_keeps_its_headings(outcome):
    assert [each.kind for each in outcome.value[0].paragraphs] == ["paragraph", "heading", "paragraph"]


def test_the_picture_has_caption_and_credit(outcome):
    picture = outcome.value[0].image[0]
    assert (picture.url, picture.caption, picture.credit_text) == (
        "https://news.example/lead.jpg",
        "Barges at the lock.",
        "Mia Torres",
    )


def test_the_losers_of_a_decision_stay_inspectable(outcome):
    assert ("html", "River towns count the cost | The Example") in outcome.value[0].origins["headline"].also


def test_publisher_section_and_language_are_told(outcome):
    article = outcome.value[0]
    assert article.publisher == Credit(name="The Example", type="Organization")
    assert article.article_section == ("Business",)
    assert article.in_language == "en"


def test_a_page_that_cannot_be_parsed_is_a_finding():
    outcome = normalize(Source(name="a", content=b"<!-- only a comment -->", format="html"), NEWSROOM)
    assert [each.code for each in outcome.findings] == ["no-article"]
