"""What is kept back, and what stays of the graph."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from pipeline.model.annotations import Annotations, Entity, Mention, Span
from pipeline.model.article import Block, canonical_text
from pipeline.model.finding import Finding
from pipeline.model.graph import Evidence, Graph, Statement
from pipeline.model.moment import Moment
from pipeline.model.newsroom import HoldRule
from pipeline.publish.finished import Finished
from pipeline.publish.holds import article_holds, held_file, holds, statement_holds
from pipeline.publish.withholding import withhold
from tests.publish import samples

BODY = (
    "Tom Arden, 15, found the purse. Police arrested Nils Grau on Monday. "
    "“Grau is guilty,” said Judge Eva Lund. Rita Moss was killed in the crash. Mr. Lee Foss runs the school."
)
PEOPLE = ("Tom Arden", "Nils Grau", "Eva Lund", "Rita Moss", "Lee Foss")
ARTICLE = samples.article(paragraphs=(Block("paragraph", BODY),), headline="Purse", description=None)
TEXT = canonical_text(ARTICLE)


def person_id(name: str) -> str:
    return f"{samples.SITE}/entities/person/{name.lower().replace(' ', '-')}"


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), 0)


def statement(subject: str, property_: str, words: str, value: str = "", probability: float = 1.0) -> Statement:
    evidence = Evidence(source="text", by="hand", spans=(span(words),), probability=probability)
    return Statement(subject=subject, property=property_, value=value, evidence=evidence)


ARREST = f"{samples.SITE}/entities/event/arrest"
QUOTE = f"{samples.URL}#quotation-1"
GRAPH = Graph(
    nodes=(
        {
            "@id": f"{samples.URL}#article",
            "@type": "NewsArticle",
            "about": [{"@id": ARREST}, {"@id": person_id("Tom Arden")}],
            "mentions": [{"@id": person_id("Nils Grau")}],
            "hasPart": {"@id": QUOTE},
        },
        *({"@id": person_id(each), "@type": "Person", "name": each, "jobTitle": ["Judge", "suspect"]} for each in PEOPLE),
        {
            "@id": ARREST, "@type": "Event", "name": "Arrest of Nils Grau", "additionalType": "arrest",
            "attendee": {"@id": person_id("Nils Grau")},
        },
        {"@id": QUOTE, "@type": "Quotation", "text": "Grau is guilty,", "spokenByCharacter": {"@id": person_id("Eva Lund")}},
    ),
    statements=(
        statement(ARREST, "@type", "arrested"),
        statement(ARREST, "attendee", "arrested", person_id("Nils Grau"), probability=0.55),
        statement(person_id("Eva Lund"), "jobTitle", "Judge", "Judge", probability=0.9),
    ),
)  # fmt: skip
ANNOTATIONS = Annotations(
    entities=tuple(Entity(id=each, type="person", name=each) for each in PEOPLE),
    mentions=tuple(Mention(span=span(each), text=each, entity=each, by="hand") for each in PEOPLE),
)


def finished(*rules: HoldRule, **changes) -> Finished:
    newsroom = replace(samples.NEWSROOM, holds=rules)
    return Finished(article=replace(ARTICLE, **changes), graph=GRAPH, newsroom=newsroom, annotations=ANNOTATIONS)


def held(kind: str, **options) -> set[tuple[str, str]]:
    found = statement_holds(finished(HoldRule(name=kind, kind=kind, **options)))
    return {(each.subject, each.property) for each in found}


def test_without_rules_no_statement_is_held():
    assert statement_holds(finished()) == ()


def test_an_accusation_holds_the_event_the_quotation_and_the_title():
    assert held("accusation") == {(ARREST, ""), (QUOTE, ""), *((person_id(each), "jobTitle") for each in PEOPLE)}


def test_a_minor_is_held_and_nobody_else():
    assert held("minor") == {(person_id("Tom Arden"), "")}


def test_a_victim_is_held_and_nobody_else():
    assert held("victim") == {(person_id("Rita Moss"), "")}


def test_a_newsrooms_own_words_hold_who_is_named_with_them():
    assert held("words", words=("arrested",)) == {(ARREST, "")}
    assert held("victim", words=("runs the school",)) == {(person_id("Rita Moss"), ""), (person_id("Lee Foss"), "")}


def test_an_uncertain_statement_is_held_alone():
    assert held("probability", below=0.6) == {(ARREST, "attendee")}


def test_a_birth_date_tells_a_minor():
    young = {"birthDate": "2010-01-02"}
    nodes = tuple(each | young if each["@id"] == person_id("Lee Foss") else each for each in GRAPH.nodes)
    case = replace(finished(HoldRule(name="m", kind="minor")), graph=replace(GRAPH, nodes=nodes))
    assert person_id("Lee Foss") in {each.subject for each in statement_holds(case)}


def test_a_held_node_goes_with_every_pointer_to_it():
    graph = withhold(GRAPH, statement_holds(finished(HoldRule(name="accusation", kind="accusation"))))
    text = json.dumps(graph.nodes)
    assert ARREST not in text
    assert QUOTE not in text
    assert "suspect" not in text
    assert graph.nodes[0]["about"] == {"@id": person_id("Tom Arden")}
    assert "hasPart" not in graph.nodes[0]
    assert all(each["jobTitle"] == "Judge" for each in graph.nodes if each["@type"] == "Person")
    assert {each.subject for each in graph.statements} == {person_id("Eva Lund")}


def test_a_held_value_goes_alone():
    graph = withhold(GRAPH, statement_holds(finished(HoldRule(name="p", kind="probability", below=0.6))))
    event = next(each for each in graph.nodes if each["@id"] == ARREST)
    assert "attendee" not in event
    assert event["name"] == "Arrest of Nils Grau"


def test_nothing_held_leaves_the_graph_as_it_is():
    assert withhold(GRAPH, ()) == GRAPH


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"pub_status": "withheld"}, "status"),
        ({"embargoed": Moment("2026-03-04T13:00:00+00:00")}, "embargo"),
        ({"embargoed": Moment("2026-03-04")}, "embargo"),
    ],
)
def test_an_article_waits_by_status_or_embargo(changes, rule):
    found = article_holds(replace(ARTICLE, **changes), (), samples.NEWSROOM, now=samples.NOW)
    assert [each.rule for each in found] == [rule]
    assert found[0].reason.endswith(".")


def test_an_embargo_ends():
    over = replace(ARTICLE, embargoed=Moment("2026-03-04T11:59:59+00:00"))
    assert article_holds(over, (), samples.NEWSROOM, now=samples.NOW) == ()


def test_findings_hold_an_article_at_the_severity_chosen():
    finding = Finding(code="x", severity="warning", message="m")
    assert article_holds(ARTICLE, (finding,), samples.NEWSROOM, now=samples.NOW) == ()
    strict = replace(samples.NEWSROOM, holds=(HoldRule(name="strict", kind="findings", at="warning"),))
    assert [each.rule for each in article_holds(ARTICLE, (finding,), strict, now=samples.NOW)] == ["strict"]


def test_a_rule_may_keep_the_whole_article():
    rule = HoldRule(name="minor", kind="minor", keeps="article")
    (hold,) = statement_holds(finished(rule))
    assert (hold.keeps, hold.subject) == ("article", "")


def test_a_release_ends_a_hold_and_survives_an_edit_of_the_text_around():
    rule = HoldRule(name="minor", kind="minor")
    (hold,) = holds(finished(rule), now=samples.NOW)
    assert holds(finished(rule), now=samples.NOW, released=frozenset({hold.id})) == ()
    assert holds(finished(rule, headline="Pouch"), now=samples.NOW)[0].id == hold.id


def test_the_file_lists_what_may_be_released_with_reason_and_words():
    content = held_file(holds(finished(HoldRule(name="minor", kind="minor")), now=samples.NOW)).content
    (each,) = json.loads(content)["held"]
    assert each["reason"] == "Tom Arden seems to be a minor."
    assert each["text"].startswith("Tom Arden, 15,")


def test_a_reason_is_one_sentence_and_quotes_each_sentence_of_the_text_once():
    spans = (span("arrested"), span("Monday"))
    twice = Statement(subject=ARREST, property="startDate", evidence=Evidence(source="text", by="hand", spans=spans))
    case = replace(
        finished(HoldRule(name="a", kind="accusation")), graph=replace(GRAPH, statements=(*GRAPH.statements, twice))
    )
    hold = next(each for each in statement_holds(case) if each.subject == ARREST)
    assert hold.reason == "It may accuse Nils Grau."
    assert hold.text == "Police arrested Nils Grau on Monday."


def test_an_initial_or_a_title_ends_no_sentence():
    assert held("words", words=("runs the school",)) == set()
    found = statement_holds(finished(HoldRule(name="v", kind="victim", words=("runs the school",))))
    assert any(
        each.text.startswith("was killed in the crash. Mr. Lee Foss") or "Mr. Lee Foss runs" in each.text
        for each in found
    )


def test_the_release_of_an_embargo_does_not_release_a_later_one() -> None:
    first, later = (
        article_holds(replace(samples.ARTICLE, embargoed=Moment(each)), (), samples.NEWSROOM, now=samples.NOW)
        for each in ("2098-01-01T00:00:00Z", "2099-01-01T00:00:00Z")
    )
    assert [each.rule for each in (*first, *later)] == ["embargo", "embargo"]
    assert first[0].id != later[0].id
