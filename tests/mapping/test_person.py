"""Persons: what they are, in the words of the text and the terms of schema.org."""

from __future__ import annotations

from typing import Any

import msgspec

from pipeline.mapping import map_article
from pipeline.model.annotations import PersonFact, Role
from pipeline.model.graph import Node
from pipeline.model.moment import Moment
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas, at

SPAN = at("Mayor", 1)


def vell(**changes: Any) -> Node:
    """The node of Tomas Vell with other roles or facts."""
    annotations = msgspec.structs.replace(ANNOTATIONS, **changes)
    graph = map_article(ARTICLE, annotations, {}, NEWSROOM, gazetteer=Atlas()).value
    return next(each for each in graph.nodes if each.get("name") == "Tomas Vell")


def role(**fields: Any) -> Role:
    return Role(person="person-1", span=SPAN, by="title", **fields)


def fact(**fields: Any) -> PersonFact:
    return PersonFact(person="person-1", span=SPAN, by="facts", **fields)


def test_a_person_has_the_title_of_the_text() -> None:
    assert vell(roles=(role(title="Mayor"),))["jobTitle"] == "Mayor"


def test_short_forms_of_a_title_are_the_fullest_title() -> None:
    titles = ("envoy", "special envoy to Paris", "special envoy")
    assert vell(roles=tuple(role(title=each) for each in titles))["jobTitle"] == "special envoy to Paris"


def test_titles_of_different_jobs_both_stand() -> None:
    assert vell(roles=(role(title="mayor"), role(title="poet")))["jobTitle"] == ["mayor", "poet"]


def test_a_title_that_has_ended_says_so_and_hides_none_that_is_held() -> None:
    both = (role(title="president"), role(title="former president of the club"), role(title="minister", former=True))
    assert vell(roles=both)["jobTitle"] == ["president", "former president of the club", "former minister"]


def test_words_that_only_look_like_an_end_are_none() -> None:
    titles = ("Athens legislator", "ex-mayor", "then-judge")
    roles = tuple(role(title=each, former=True) for each in titles)
    assert vell(roles=roles)["jobTitle"] == ["former Athens legislator", "ex-mayor", "then-judge"]


def test_an_organization_is_joined_by_the_relation_of_the_text_with_its_name_beside_it() -> None:
    assert vell(roles=(role(organization="organization-1", relation="worksFor"),))["worksFor"] == {
        "@id": "https://news.example/entities/organization/harbour-board",
        "@type": "Organization",
        "name": "Harbour Board",
    }


def test_a_role_with_dates_is_a_node_of_its_own() -> None:
    dated = role(title="chair", organization="organization-1", start=Moment("2030"), end=Moment("2031-04"))
    found = vell(roles=(dated,))["affiliation"]
    assert found == {
        "@id": "https://news.example/entities/person/tomas-vell#role-chair",
        "@type": "OrganizationRole",
        "affiliation": {
            "@id": "https://news.example/entities/organization/harbour-board",
            "@type": "Organization",
            "name": "Harbour Board",
        },
        "roleName": "chair",
        "startDate": "2030",
        "endDate": "2031-04",
    }


def test_an_ended_role_says_so_beside_its_organization() -> None:
    found = vell(roles=(role(title="chair", organization="organization-1", former=True),))["affiliation"]
    assert (found["@type"], found["roleName"]) == ("OrganizationRole", "former chair")
    assert found["affiliation"]["name"] == "Harbour Board"


def test_two_ended_roles_of_one_title_are_two_nodes() -> None:
    both = [role(title="chair", organization=each, former=True) for each in ("organization-1", "organization-1")]
    ids = vell(roles=(both[0],))["affiliation"]["@id"]
    assert ids.endswith("#role-chair")
    assert vell(roles=tuple(both))["affiliation"]["@id"].endswith("#role-chair-harbour-board")


def test_a_place_is_no_employer_and_that_is_reported() -> None:
    annotations = msgspec.structs.replace(ANNOTATIONS, roles=(role(organization="place-1"),))
    outcome = map_article(ARTICLE, annotations, {}, NEWSROOM)
    person = next(each for each in outcome.value.nodes if each.get("name") == "Tomas Vell")
    assert "affiliation" not in person
    assert any("'Porto' is no organization" in each.message for each in outcome.findings)


def test_facts_stand_under_their_property_as_nodes_dates_or_text() -> None:
    person = vell(
        facts=(
            fact(property="nationality", value="Portuguese", entity="place-2"),
            fact(property="spouse", value="Aya Mori", entity="person-2"),
            fact(property="birthDate", value="1980-01-02"),
            fact(property="honorificPrefix", value="Dr"),
        )
    )
    assert person["nationality"] == {"@id": "https://news.example/entities/place/portugal"}
    assert person["spouse"] == {"@id": "https://news.example/entities/person/aya-mori"}
    assert (person["birthDate"], person["honorificPrefix"]) == ("1980-01-02", "Dr")


def test_of_two_ranks_the_fuller_stands_and_the_other_is_reported() -> None:
    facts = (
        fact(property="honorificPrefix", value="Colonel"),
        fact(property="honorificPrefix", value="Lieutenant Colonel"),
    )
    assert vell(facts=facts)["honorificPrefix"] == "Lieutenant Colonel"
    annotations = msgspec.structs.replace(ANNOTATIONS, facts=facts)
    findings = map_article(ARTICLE, annotations, {}, NEWSROOM, gazetteer=Atlas()).findings
    assert [each.message for each in findings if "'Colonel' is not in the graph" in each.message]


def test_a_fact_that_schema_org_does_not_allow_is_left_out_and_reported() -> None:
    wrong = (fact(property="spouse", value="Porto", entity="place-1"), fact(property="birthDate", value="long ago"))
    annotations = msgspec.structs.replace(ANNOTATIONS, facts=wrong)
    outcome = map_article(ARTICLE, annotations, {}, NEWSROOM)
    assert not any({"spouse", "birthDate"} & set(each) for each in outcome.value.nodes)
    assert sum("is not in the graph" in each.message for each in outcome.findings) == 2


def test_part_of_a_name_is_no_other_name() -> None:
    assert "alternateName" not in vell()


def test_a_death_before_the_birth_is_left_out_and_told() -> None:
    facts = (fact(property="birthDate", value="1981"), fact(property="deathDate", value="1980-01-02"))
    outcome = map_article(ARTICLE, msgspec.structs.replace(ANNOTATIONS, facts=facts), {}, NEWSROOM, gazetteer=Atlas())
    person = next(each for each in outcome.value.nodes if each.get("name") == "Tomas Vell")
    assert (person.get("birthDate"), person.get("deathDate")) == ("1981", None)
    assert [each.message for each in outcome.findings if "deathDate" in each.message] == [
        "Tomas Vell: deathDate '1980-01-02' is not in the graph, because it lies before the birthDate '1981'."
    ]
