"""What a checker must know of schema.org, so that it cries neither too often nor too seldom."""

import json

import pytest

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.engine import Settings

VALIDATE = validation.load(Settings(now=mutants.NOW), ())
CONTEXT = "https://schema.org"


def found(context=CONTEXT, **members):
    document = {"@context": context, **members}
    return {(each.code, each.severity) for each in VALIDATE(json.dumps(document).encode())}


def errors_and_warnings(context=CONTEXT, **members):
    return {code for code, severity in found(context, **members) if severity != "info"}


ARTICLE = {"@type": "NewsArticle", "headline": "A"}
EVENT = {"@type": "Event", "name": "A", "startDate": "2014", "location": {"@type": "Place", "name": "B"}}


@pytest.mark.parametrize(
    "context",
    ["https://schema.org", "http://schema.org", "https://schema.org/", "http://www.schema.org", {"@vocab": "https://schema.org/"},
     {"@vocab": "http://schema.org/"}, ["https://schema.org"], ["https://schema.org", {"@language": "en"}], {"schema": "https://schema.org/"}],
)  # fmt: skip
def test_all_ways_to_name_schema_org_are_known(context):
    prefix = "schema:" if context == {"schema": "https://schema.org/"} else ""
    assert errors_and_warnings(context, **{"@type": f"{prefix}Person", f"{prefix}name": "A"}) == set()
    assert "misspelt-property" in errors_and_warnings(context, **{"@type": f"{prefix}Person", f"{prefix}nme": "A"})


@pytest.mark.parametrize(
    "value",
    ["EventScheduled", "schema:EventScheduled", "https://schema.org/EventScheduled", "http://schema.org/EventScheduled",
     {"@id": "https://schema.org/EventScheduled"}],
)  # fmt: skip
def test_members_of_enumerations_are_known_in_every_form(value):
    assert errors_and_warnings(**EVENT, eventStatus=value) == set()


@pytest.mark.parametrize(
    "value", ["https://schema.org/EventCanceled", "EventCanceled", "schema:InStock", "https://schema.org/Person"]
)
def test_wrong_members_are_errors(value):
    assert errors_and_warnings(**EVENT, eventStatus=value) == {"unknown-enumeration-value"}


@pytest.mark.parametrize("value", ["Ada", "https://example.org/ada"])
@pytest.mark.parametrize("name", ["author", "publisher", "about", "contentLocation", "isPartOf", "correction"])
def test_text_or_address_where_an_object_is_expected_is_never_an_error(name, value):
    assert "error" not in {severity for _, severity in found(**ARTICLE, **{name: value})}


def test_a_role_carries_the_property_that_leads_to_it():
    role = {"@type": "Role", "roleName": "reporter", "startDate": "2010", "author": {"@type": "Person", "name": "B"}}
    assert errors_and_warnings(**ARTICLE, author=role) == set()
    assert "property-not-of-type" in errors_and_warnings(**ARTICLE, author={**role, "telephone": "1"})


def test_numeric_width_and_height_of_pictures_are_nothing():
    image = {"@type": "ImageObject", "url": "https://example.org/a.jpg", "width": 1200, "height": "800"}
    assert found(**ARTICLE, image=image) == set()


def test_terms_of_another_context_are_only_noted():
    context = [CONTEXT, "https://example.org/terms"]
    assert found(context, **ARTICLE, mood="calm") == {("context-not-loaded", "info"), ("unmapped-term", "info")}


def test_a_prefix_of_the_document_is_followed():
    context = [CONTEXT, {"ex": "https://example.org/", "mood": "ex:mood", "title": "schema:headline"}]
    assert (
        errors_and_warnings(context, **{"@type": "NewsArticle", "title": "A", "mood": "calm", "ex:tone": "x"}) == set()
    )


@pytest.mark.parametrize("name", ["id", "type"])
def test_id_and_type_are_aliases_only_where_the_context_maps_them(name):
    assert (
        errors_and_warnings(
            **{"@type": "Person", "name": "A"} | ({"id": "https://example.org/a"} if name == "id" else {})
        )
        == set()
    )
    assert "misspelt-property" in errors_and_warnings(
        {"@vocab": "https://schema.org/"}, **{name: "Person", "name": "A"}
    )


def test_action_constraints_are_known():
    action = {"@type": "SearchAction", "target": "https://example.org/?q={q}", "query-input": "required name=q"}
    assert errors_and_warnings(**{"@type": "WebSite", "name": "A", "potentialAction": action}) == set()


def test_expanded_documents_are_read_too():
    name = "http://schema.org/nme"
    document = [{"@type": ["http://schema.org/Person"], name: [{"@value": "A"}]}]
    assert {each.code for each in VALIDATE(json.dumps(document).encode())} == {"misspelt-property"}


def test_values_in_lists_and_sets_are_read():
    assert errors_and_warnings(**ARTICLE, author={"@list": [{"@type": "Place", "name": "B"}]}) == {"wrong-object-type"}
    assert errors_and_warnings(**ARTICLE, datePublished={"@value": "2014-13-01"}) == {"impossible-date"}


def test_a_reference_takes_the_type_of_its_node():
    place = {"@id": "https://example.org/#b", "@type": "Place", "name": "B"}
    document = {"@context": CONTEXT, "@graph": [{**ARTICLE, "author": {"@id": "https://example.org/#b"}}, place]}
    assert {each.code for each in VALIDATE(json.dumps(document).encode())} == {"wrong-object-type"}


@pytest.mark.parametrize("kind", ["newsMediaOrganization", "NewsMediaOrganisation", "News-Media-Organization"])
def test_the_right_name_is_proposed(kind):
    (finding,) = VALIDATE(json.dumps({"@context": CONTEXT, "@type": kind, "name": "A"}).encode())
    assert finding.hint == "Did you mean NewsMediaOrganization?"


def test_more_than_one_type_joins_their_properties():
    assert (
        errors_and_warnings(
            **{
                "@type": ["Person", "MusicGroup"],
                "name": "A",
                "birthDate": "1980",
                "album": {"@type": "MusicAlbum", "name": "B"},
            }
        )
        == set()
    )


def test_types_of_other_vocabularies_switch_the_domain_off():
    assert (
        errors_and_warnings(
            **{"@type": ["Product", "http://www.productontology.org/id/Sail"], "name": "A", "headline": "B"}
        )
        == set()
    )


@pytest.mark.parametrize("name", ["headLine", "head-line", "healine", "haedline", "headlines", "athuor", "naem"])
def test_a_property_that_is_surely_another_misspelt_is_an_error(name):
    assert ("misspelt-property", "error") in found(**ARTICLE, **{name: "A"})


@pytest.mark.parametrize("name", ["cmsWorkflowState", "purpose", "maxAmount", "storyTone"])
def test_a_property_of_ones_own_is_a_warning(name):
    assert ("unknown-property", "warning") in found(**ARTICLE, **{name: "A"})


@pytest.mark.parametrize(
    "value", ["May", "12 March", "1971-1972", "2018:01:23", "2018:01:23 10:00:00", "18 août 2014", "2014年11月18日", "2014-05-01/2014-05-03"]
)  # fmt: skip
def test_a_date_that_a_human_reads_is_a_warning(value):
    assert {each for each in found(**ARTICLE, datePublished=value) if "date" in each[0]} == {
        ("date-not-iso-8601", "warning")
    }


@pytest.mark.parametrize("value", ["yesterday", "soon", "mayor", "T8:22", "12", "1971-19711"])
def test_what_is_no_date_for_anybody_is_an_error(value):
    assert ("not-a-date", "error") in found(**ARTICLE, datePublished=value)


def test_an_interval_with_an_impossible_day_is_impossible():
    assert ("impossible-date", "error") in found(**ARTICLE, datePublished="2014-05-01/2014-05-32")


def test_a_time_without_its_zero_is_a_warning_where_a_time_may_stand():
    offer = {"@type": "Offer", "price": 1, "priceCurrency": "EUR"}
    for value in ("T8:22:00", "8:22", "9 p.m."):
        assert ("date-not-iso-8601", "warning") in found(**offer, availabilityStarts=value)
    assert ("not-a-date", "error") in found(**offer, availabilityStarts="19:75")


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ('"headline": "A", "headline": "B"', ("duplicate-key", "error")),
        ('"@id": "https://example.org/a", "@id": "https://example.org/b"', ("duplicate-key", "error")),
        ('"sameAs": "https://a.example/1", "sameAs": "https://a.example/2"', ("repeated-property", "warning")),
        ('"keywords": "a", "keywords": "b"', ("repeated-property", "warning")),
    ],
)
def test_a_key_that_stands_twice_is_an_error_where_a_thing_has_one_value(members, told):
    text = f'{{"@context": "https://schema.org", "@type": "NewsArticle", "name": "A", {members}}}'
    doubled = {(each.code, each.severity) for each in VALIDATE(text.encode())} & {
        ("duplicate-key", "error"),
        ("repeated-property", "warning"),
    }
    assert doubled == {told}


def test_other_formats_know_no_lists_for_everything():
    text = '{"version": "https://jsonfeed.org/version/1.1", "title": "A", "icon": "a", "icon": "b", "items": []}'
    assert "duplicate-key" in {each.code for each in VALIDATE(text.encode())}
