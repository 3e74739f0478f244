"""What the source states that the article is about stands in the graph, joined with what the text says."""

from __future__ import annotations

import msgspec

from pipeline.mapping import map_article, withhold
from pipeline.mapping.ids import local_of
from pipeline.model.article import Subject
from pipeline.model.codec import encode
from pipeline.model.graph import Node
from pipeline.model.identity import Identity
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM

SUBJECTS = (
    Subject(
        name="bridges",
        identifier="medtop:20000001",
        scheme="http://cv.iptc.org/newscodes/mediatopic/",
        relation="about",
    ),
    Subject(name="Tomas Vell", kind="person", identifier="staff:77", relation="about"),
    Subject(name="Ines Roth", kind="person", same_as=("https://id.example/roth",)),
    Subject(name="Gaia", kind="place", latitude=41.1, longitude=-8.6),
    Subject(name="The Span", kind="work"),
)
TOLD = msgspec.structs.replace(ARTICLE, subjects=SUBJECTS)


def nodes() -> dict[str, Node]:
    graph = map_article(TOLD, ANNOTATIONS, {}, NEWSROOM).value
    return {str(each.get("name")): each for each in graph.nodes}


def names(relation: str) -> list[str]:
    article = map_article(TOLD, ANNOTATIONS, {}, NEWSROOM).value.nodes[0]
    return [each["name"] for each in article[relation]]


def test_a_topic_is_a_term_with_its_code_and_vocabulary() -> None:
    assert nodes()["bridges"] == {
        "@id": "https://news.example/2031/05/mayor-opens-bridge#topic-bridges",
        "@type": "DefinedTerm",
        "name": "bridges",
        "termCode": "medtop:20000001",
        "inDefinedTermSet": "http://cv.iptc.org/newscodes/mediatopic/",
    }


def test_a_subject_that_the_text_names_is_the_texts_entity() -> None:
    person = nodes()["Tomas Vell"]
    assert person["identifier"] == "staff:77"
    assert person["jobTitle"] == "Mayor"
    assert "Tomas Vell" in names("about")
    assert "Tomas Vell" not in names("mentions")


def test_a_subject_that_the_text_does_not_name_is_mentioned_under_an_id_of_its_own() -> None:
    assert nodes()["Ines Roth"]["@id"] == "https://news.example/entities/person/ines-roth"
    assert nodes()["Gaia"]["geo"]["latitude"] == 41.1
    assert {"Ines Roth", "Gaia", "The Span"} <= set(names("mentions"))


def test_a_suppressed_subject_is_gone() -> None:
    local = local_of("subject", "person Ines Roth")
    hidden = {local: Identity(local=local, kind="person", slug="", suppressed=True)}
    article, _ = withhold(TOLD, ANNOTATIONS, hidden)
    assert b"Roth" not in encode(article)
    assert len(article.subjects) == len(SUBJECTS) - 1
