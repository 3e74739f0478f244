"""Whatever article normalizing hands on, with whatever annotations, the graph breaks no rule of JSON-LD, schema.org or our schemas."""

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapping import map_article
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, Block, Correction, Credit, Image
from pipeline.model.graph import document
from pipeline.model.moment import Moment
from pipeline.validate import catalogue
from tests.mapping.made import NEWSROOM, Atlas
from tests.mapping.test_valid_graphs import ANNOTATIONS, VALIDATE

WORDS = [
    "Envoy",
    "leaves",
    "“Yes”",
    "it’s",
    "&",
    "<",
    "«é»",
    "الخبر",
    "東京",
    "100%",
    "No. 5",
    "—",
    "a\u00adb",
    "#tag",
    "{x}",
    "\\",
    "\ud800",
    "\U0001f600",
]
TEXT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
MAYBE = st.none() | TEXT
URL = st.none() | st.sampled_from(
    ["https://news.example/p?a=1&b=2", "https://news.example/é", "http://127.0.0.1/a", "https://news.example/a%20b"]
)
MOMENT = st.none() | st.sampled_from(
    ["2021", "2021-03", "2021-03-04", "2021-03-04T10:15", "2021-03-04T10:15:00+05:45"]
).map(Moment)
BLOCKS = st.lists(
    st.builds(Block, st.sampled_from(["paragraph", "heading", "quote", "list-item", "caption"]), TEXT), max_size=4
)
ARTICLES = st.builds(
    Article,
    slug=st.just("a"),
    url=st.sampled_from(["https://news.example/a", "https://news.example/é?x=1&y=2", "https://elsewhere.example/a"]),
    source=st.just("a.html"),
    identifier=st.none() | st.just("urn:x:1") | TEXT,
    headline=TEXT,
    alternative_headline=MAYBE,
    description=MAYBE,
    article_section=st.lists(TEXT, max_size=2).map(tuple),
    author=st.lists(st.builds(Credit, name=st.sampled_from(["Eve Stone", "Max Reed", "سلمى", "&", ""]), url=URL), max_size=3).map(tuple),
    date_published=MOMENT,
    date_modified=MOMENT,
    dateline=MAYBE,
    image=st.lists(st.builds(Image, url=URL, caption=MAYBE, credit_text=MAYBE, text=MAYBE), max_size=3).map(tuple),
    keywords=st.lists(TEXT, max_size=2).map(tuple),
    in_language=st.sampled_from([None, "en", "ar", "zh-TW"]),
    license=URL,
    copyright_notice=MAYBE,
    credit_text=MAYBE,
    genre=st.lists(TEXT, max_size=1).map(tuple),
    correction=st.lists(st.builds(Correction, text=TEXT, date_published=MOMENT), max_size=2).map(tuple),
    paragraphs=BLOCKS.map(tuple),
)  # fmt: skip
OF_FORM = {"syntax", "json-ld", "vocabulary", "json-schema"}
"""Layers that judge how a graph is written; what it says of dates and addresses is the article's own."""


@settings(max_examples=100, deadline=None)
@given(ARTICLES, ANNOTATIONS)
def test_any_article_gives_a_graph_without_errors_of_form(article, annotations):
    graph = map_article(article, annotations, {}, NEWSROOM, gazetteer=Atlas()).value
    findings = [each for each in VALIDATE(document(graph), path="a.jsonld") if each.severity == "error"]
    assert [
        f"{each.code} {each.pointer} {each.message}" for each in findings if catalogue.entry(each.code).layer in OF_FORM
    ] == []


def test_two_corrections_of_one_wording_stay_two():
    notes = tuple(Correction(text="The date was wrong.", date_published=day) for day in ("2021-03-01", "2021-03-02"))
    article = Article(slug="a", url="https://news.example/a", source="a.html", headline="Moe leaves", correction=notes)
    graph = document(map_article(article, Annotations(), {}, NEWSROOM, gazetteer=Atlas()).value)["@graph"]
    days = [each["datePublished"] for each in graph if "CorrectionComment" in each["@type"]]
    assert sorted(days) == ["2021-03-01", "2021-03-02"]
