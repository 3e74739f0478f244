"""The article's own node: its fields, its rights, its people, and where they come from."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from pipeline.mapping import map_article
from pipeline.mapping.ids import local_of
from pipeline.model.annotations import Annotations, Topic
from pipeline.model.article import Origin
from pipeline.model.graph import Graph, Node
from pipeline.model.identity import Identity
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Site
from pipeline.model.sidecar import Credit, Image
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas


def told(annotations: Annotations = ANNOTATIONS, **changes: Any) -> Graph:
    article = msgspec.structs.replace(ARTICLE, **changes)
    return map_article(article, annotations, {}, NEWSROOM, gazetteer=Atlas()).value


def node(**changes: Any) -> Node:
    return told(**changes).nodes[0]


def test_the_body_leaves_captions_out_and_words_are_counted() -> None:
    body = node()["articleBody"]
    assert "The bridge at night" not in body
    assert node()["wordCount"] == len(body.split())


def test_each_author_is_one_node_with_the_name_beside_the_id() -> None:
    authors = node(author=(Credit(name="Ida Quell"), Credit(name="Desk", type="Organization")))["author"]
    assert [(each["@type"], each["name"]) for each in authors] == [("Person", "Ida Quell"), ("Organization", "Desk")]


def test_who_is_known_from_a_printed_line_alone_is_credited_by_that_line() -> None:
    line = "Additional reporting by Ida Quell in Porto"
    printed = {"contributor": (Credit(name="Ida Quell"),), "credit_text": line}
    article = node(**printed, origins={"contributor": Origin(source="rule:notes")})
    assert article["creditText"] == line
    assert "contributor" not in article
    assert node(**printed, origins={"contributor": Origin(source="json-ld")})["contributor"]["name"] == "Ida Quell"


def test_an_editor_is_a_person_and_another_is_left_out_and_reported() -> None:
    editors = (Credit(name="Ida Quell"), Credit(name="Night Desk", type="Organization"))
    article = msgspec.structs.replace(ARTICLE, editor=editors)
    outcome = map_article(article, ANNOTATIONS, {}, NEWSROOM, gazetteer=Atlas())
    assert outcome.value.nodes[0]["editor"]["name"] == "Ida Quell"
    assert not [each for each in outcome.value.nodes if each.get("name") == "Night Desk"]
    assert [each for each in outcome.findings if "'Night Desk' is not in the graph as editor" in each.message]


def test_what_the_article_is_about_is_not_mentioned_too_where_two_names_mean_the_same() -> None:
    same = {
        each.id: Identity(kind="place", slug="one", name=each.name, local=each.id)
        for each in ANNOTATIONS.entities
        if each.type == "place"
    }
    topics = tuple(
        Topic(id=each, salience=0.9, relation="about" if not number else "mentions") for number, each in enumerate(same)
    )
    annotations = msgspec.structs.replace(ANNOTATIONS, topics=topics)
    assert len(same) > 1
    first = map_article(ARTICLE, annotations, same, NEWSROOM, gazetteer=Atlas()).value.nodes[0]
    ids = [[each["@id"] for each in as_list(first.get(name, []))] for name in ("about", "mentions")]
    assert set(ids[0])
    assert not set(ids[0]) & set(ids[1])


def test_a_place_is_not_inside_itself_where_two_names_mean_the_same() -> None:
    places = [each.id for each in ANNOTATIONS.entities if each.type == "place"]
    same = {each: Identity(kind="place", slug="one", name="One", local=each) for each in places}
    inside = tuple(
        msgspec.structs.replace(each, contained_in=places[-1]) if each.id == places[0] else each
        for each in ANNOTATIONS.entities
    )
    annotations = msgspec.structs.replace(ANNOTATIONS, entities=inside)
    nodes = map_article(ARTICLE, annotations, same, NEWSROOM, gazetteer=Atlas()).value.nodes
    one = next(each for each in nodes if each["@id"].endswith("/place/one"))
    assert len(places) > 1
    assert "containedInPlace" not in one


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_an_author_who_is_the_publisher_is_the_publishers_node() -> None:
    assert (
        node(author=(Credit(name="the example", type="Organization"),))["author"]["@id"]
        == "https://news.example/#publisher"
    )


def test_another_publisher_publishes_and_we_make_the_structured_data() -> None:
    found = node(publisher=Credit(name="Other Daily", type="Organization"))
    assert (found["publisher"]["name"], found["publisher"]["@type"]) == ("Other Daily", "NewsMediaOrganization")
    assert found["sdPublisher"]["@id"] == "https://news.example/#publisher"


def test_the_articles_own_rights_win_over_the_sites() -> None:
    assert node()["license"] == "https://news.example/licence"
    assert node(license="https://other.example/by")["license"] == "https://other.example/by"


def test_access_is_stated_only_where_somebody_knows() -> None:
    assert "isAccessibleForFree" not in node()
    assert node(is_accessible_for_free=False)["isAccessibleForFree"] is False
    open_site = msgspec.structs.replace(NEWSROOM, site=Site(url="https://news.example", is_accessible_for_free=True))
    assert map_article(ARTICLE, ANNOTATIONS, {}, open_site).value.nodes[0]["isAccessibleForFree"] is True


def test_a_copyright_holder_who_is_known_is_not_made_again() -> None:
    assert node(copyright_holder="Ida Quell")["copyrightHolder"]["@id"].endswith("/person/ida-quell")
    assert node(copyright_holder="Somebody Else")["copyrightHolder"]["name"] == "Somebody Else"


def test_a_picture_without_a_stated_kind_of_creator_has_credit_text() -> None:
    graph = told(image=(Image(url="https://news.example/b.jpg", creator="R. Ames"),))
    picture = next(each for each in graph.nodes if each.get("contentUrl") == "https://news.example/b.jpg")
    assert picture["creditText"] == "R. Ames"
    assert "creator" not in picture


def test_a_picture_without_an_address_still_has_its_caption() -> None:
    graph = told(image=(Image(caption="The bridge"),))
    picture = next(each for each in graph.nodes if each.get("caption") == "The bridge")
    assert "url" not in picture
    assert graph.nodes[0]["image"] == {"@id": picture["@id"], "@type": "ImageObject"}


def test_the_dateline_names_where_it_was_written() -> None:
    assert node()["locationCreated"]["name"] == "Porto"


def test_only_news_has_a_dateline() -> None:
    assert "dateline" not in node(article_type="BlogPosting")


@pytest.mark.parametrize(("status", "said"), [("usable", None), ("canceled", "Canceled"), ("withheld", "Withheld")])
def test_an_article_that_is_taken_back_says_so(status: Any, said: str | None) -> None:
    assert node(pub_status=status).get("creativeWorkStatus") == said


def test_keywords_are_the_sources_then_the_annotators_then_the_main_subjects() -> None:
    assert node(keywords=("Rivers", "bridges"))["keywords"] == ["Rivers", "bridges"]
    bare = msgspec.structs.replace(ANNOTATIONS, keywords=())
    assert told(bare).nodes[0]["keywords"] == "Porto"


def test_the_report_that_the_text_credits_is_cited() -> None:
    graph = told()
    cited = next(each for each in graph.nodes if each["@id"] == graph.nodes[0]["citation"]["@id"])
    assert cited["creator"] == {"@id": "https://news.example/entities/organization/example-agency"}


def test_dates_stand_as_the_source_gave_them() -> None:
    found = node(date_modified=Moment("2031-05-07"))
    assert (found["datePublished"], found["dateModified"]) == ("2031-05-06T09:00:00+02:00", "2031-05-07")


def test_evidence_tells_sidecar_rule_markup_and_configuration_apart() -> None:
    sources = {each.property: each.evidence.source for each in told().statements if each.subject.endswith("#article")}
    assert sources["datePublished"] == "sidecar"
    assert sources["headline"] == "rule"
    assert sources["articleSection"] == "markup"
    assert sources["license"] == "configuration"
    assert sources["mentions"] == "text"


def test_an_author_whom_the_authority_knows_has_the_links_it_knows() -> None:
    local = local_of("author", "Ida Quell")
    known = {
        local: Identity(
            local=local, kind="person", slug="ida-quell", same_as=("https://orcid.org/0000-0002-1825-0097",)
        )
    }
    graph = map_article(ARTICLE, ANNOTATIONS, known, NEWSROOM).value
    author = next(each for each in graph.nodes if each.get("name") == "Ida Quell")
    assert author["sameAs"] == "https://orcid.org/0000-0002-1825-0097"
