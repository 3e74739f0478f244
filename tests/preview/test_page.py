"""The editor's page shows text, statements with their evidence, findings and what was withheld, and runs nothing foreign."""

from __future__ import annotations

from lxml import html

from pipeline.model.annotations import Annotations, Span, Withheld
from pipeline.model.article import Article, Block, Dropped
from pipeline.model.finding import Finding
from pipeline.model.graph import Evidence, Graph, Statement
from pipeline.preview.page import index, page

ARTICLE = Article(
    slug="visit",
    url="https://news.example/visit",
    source="visit.txt",
    headline="Minister <arrives>",
    paragraphs=(Block("paragraph", "Ana Lima, the minister, said “yes” in Lagos."),),
    dropped=(Dropped("Share this", "chrome"),),
)
TEXT_START = len("Minister <arrives>") + 2
PERSON = "https://news.example/entities/person/ana-lima"
QUOTE = "https://news.example/visit#quote"
GRAPH = Graph(
    nodes=(
        {"@id": "https://news.example/visit#article", "@type": "NewsArticle", "headline": "Minister <arrives>"},
        {"@id": PERSON, "@type": "Person", "name": "Ana Lima", "jobTitle": "minister"},
        {"@id": QUOTE, "@type": "Quotation", "text": "yes", "spokenByCharacter": {"@id": PERSON}},
    ),
    statements=(
        Statement(
            subject=PERSON,
            property="name",
            evidence=Evidence(
                source="text", by="model:names", spans=(Span(TEXT_START, TEXT_START + 8, 0),), probability=0.9
            ),
        ),
        Statement(
            subject=QUOTE,
            property="text",
            evidence=Evidence(source="text", by="rule:quote", spans=(Span(TEXT_START, TEXT_START + 35, 0),)),
        ),
    ),
)


def rendered(findings: tuple[Finding, ...] = (), annotations: Annotations | None = None) -> html.HtmlElement:
    return html.document_fromstring(page(ARTICLE, annotations or Annotations(), GRAPH, findings).decode())


def test_evidence_is_marked_in_the_text_and_overlaps_belong_to_both_nodes() -> None:
    marks = rendered().xpath("//mark")
    assert [(each.text, each.get("data-nodes"), each.get("class")) for each in marks] == [
        ("Ana Lima", "1 2", "Person"),
        (", the minister, said “yes” ", "2", "Quotation"),
    ]


def test_a_statement_links_to_the_words_it_stands_on() -> None:
    (row,) = rendered().xpath("//section[@id='n1']//tr[th='name']")
    (link,) = row.xpath(".//td[@class='why']/a")
    assert link.get("href") == f"#t{TEXT_START}"
    assert rendered().xpath(f"//mark[@id='t{TEXT_START}']")
    assert "model:names · 0.90" in row.text_content()


def test_nodes_are_linked_by_name() -> None:
    (link,) = rendered().xpath("//section[@id='n2']//tr[th='spokenByCharacter']/td/a")
    assert (link.text, link.get("href")) == ("Ana Lima", "#n1")


def test_text_of_the_article_is_never_markup() -> None:
    assert rendered().xpath("//h1")[0].text_content() == "Minister <arrives>"


def test_findings_withheld_statements_and_dropped_lines_are_shown() -> None:
    withheld = Withheld(kind="role", text="minister", span=Span(0, 3), by="rule:x", probability=0.3, reason="below 0.5")
    shown = rendered(
        (Finding(code="date-missing", severity="warning", message="No date.", hint="Give one."),),
        Annotations(withheld=(withheld,)),
    ).text_content()
    for expected in ("No date.", "Give one.", "below 0.5", "Share this", "1 line of the source left out"):
        assert expected in shown


def test_the_index_names_every_page() -> None:
    root = html.document_fromstring(index((("visit.html", "Minister <arrives>", 3, 0),)).decode())
    (link,) = root.xpath("//a")
    assert (link.get("href"), link.text) == ("visit.html", "Minister <arrives>")
