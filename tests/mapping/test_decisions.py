"""An editor's word wins over the machine, on every run."""

from __future__ import annotations

import msgspec
import pytest

from pipeline.mapping import map_article
from pipeline.mapping.decisions import decide
from pipeline.model.article import Article
from pipeline.model.finding import Outcome
from pipeline.model.graph import Graph, Json, Node
from pipeline.model.sidecar import Decision
from tests.mapping.made import ANNOTATIONS, ARTICLE, NEWSROOM, Atlas


def decided(*decisions: Decision) -> Article:
    return msgspec.structs.replace(ARTICLE, decisions=decisions)


def mapped(*decisions: Decision) -> Outcome[Graph]:
    return map_article(decided(*decisions), ANNOTATIONS, {}, NEWSROOM, gazetteer=Atlas())


def node(graph: Graph, name: str) -> Node:
    return next((each for each in graph.nodes if name in (each.get("name"), each.get("text"))), {})


def value(outcome: Outcome[Graph], subject: str, name: str) -> Json:
    found = node(outcome.value, subject).get(name)
    return found.get("name", found["@id"]) if isinstance(found, dict) else found


def test_a_rejected_entity_is_nowhere_in_the_graph() -> None:
    outcome = mapped(Decision(action="reject", subject="Tomas Vell"))
    assert "tomas-vell" not in str(outcome.value.nodes)
    assert value(outcome, "It will outlive us,", "spokenByCharacter") is None


@pytest.mark.parametrize(
    ("subject", "name"),
    [
        ("Tomas Vell", "jobTitle"),
        ("Tomas Vell", "memberOf"),
        ("Aya Mori", "nationality"),
        ("Opening of the Ponte Nova", "startDate"),
        ("Opening of the Ponte Nova", "location"),
        ("Opening of the Ponte Nova", "actor"),
        ("It will outlive us,", "spokenByCharacter"),
        ("Harbour Board", "alternateName"),
    ],
)
def test_a_rejected_property_is_not_said(subject: str, name: str) -> None:
    assert value(mapped(), subject, name) is not None
    outcome = mapped(Decision(action="reject", subject=subject, property=name))
    assert value(outcome, subject, name) is None
    assert node(outcome.value, subject)
    assert not [each for each in outcome.findings if each.code.startswith("decision")]


@pytest.mark.parametrize(
    ("subject", "name", "correct", "shown"),
    [
        ("Tomas Vell", "jobTitle", "Deputy Mayor", "Deputy Mayor"),
        ("Tomas Vell", "worksFor", "Example Agency", "Example Agency"),
        ("Tomas Vell", "worksFor", "City of Porto", "City of Porto"),
        ("Tomas Vell", "birthDate", "1980-01-02", "1980-01-02"),
        ("Aya Mori", "honorificPrefix", "Dr", "Dr"),
        ("Opening of the Ponte Nova", "startDate", "2031-05-04", "2031-05-04"),
        ("Opening of the Ponte Nova", "eventStatus", "EventPostponed", "https://schema.org/EventPostponed"),
        ("Opening of the Ponte Nova", "location", "Porto", "Porto"),
        ("It will outlive us,", "spokenByCharacter", "Aya Mori", "Aya Mori"),
    ],
)
def test_a_correction_stands_in_the_graph_with_the_editor_as_evidence(
    subject: str, name: str, correct: str, shown: str
) -> None:
    outcome = mapped(Decision(action="correct", subject=subject, property=name, value=correct))
    assert value(outcome, subject, name) == shown
    assert not [each for each in outcome.findings if each.code.startswith("decision")]


def test_what_an_editor_says_has_the_sidecar_as_its_source() -> None:
    outcome = mapped(Decision(action="correct", subject="Tomas Vell", property="jobTitle", value="Deputy Mayor"))
    evidence = [
        each.evidence for each in outcome.value.statements if each.property == "jobTitle" and "vell" in each.subject
    ]
    assert [(each.source, each.by) for each in evidence] == [("sidecar", "editor")]


def test_a_person_can_be_renamed_and_an_entity_be_given_its_type() -> None:
    renamed = mapped(Decision(action="correct", subject="Tomas Vell", property="name", value="Tomás Vell"))
    assert node(renamed.value, "Tomás Vell")["@id"].endswith("/person/tomas-vell")
    retyped = mapped(Decision(action="correct", subject="Ponte Nova", property="type", value="Organization"))
    assert node(retyped.value, "Ponte Nova")["@type"] == "Organization"


def test_an_editor_says_what_the_article_is_about() -> None:
    outcome = mapped(Decision(action="correct", subject="Aya Mori", property="about", value="yes"))
    assert "Aya Mori" in [each["name"] for each in outcome.value.nodes[0]["about"]]


def test_a_rejected_event_is_gone() -> None:
    outcome = mapped(Decision(action="reject", subject="Opening of the Ponte Nova"))
    assert not [each for each in outcome.value.nodes if each["@type"] == "Event"]


def test_what_is_confirmed_is_certain() -> None:
    doubtful = msgspec.structs.replace(
        ANNOTATIONS, events=tuple(msgspec.structs.replace(each, probability=0.4) for each in ANNOTATIONS.events)
    )
    article = decided(Decision(action="confirm", subject="Opening of the Ponte Nova"))
    assert decide(article, doubtful).value.events[0].probability == 1


@pytest.mark.parametrize(
    "decision",
    [
        Decision(action="reject", subject="Nobody"),
        Decision(action="correct", subject="Tomas Vell", property="jobTitle"),
        Decision(action="correct", subject="Tomas Vell", property="colour", value="blue"),
        Decision(action="correct", subject="Opening of the Ponte Nova", property="startDate", value="soon"),
        Decision(action="correct", subject="It will outlive us,", property="spokenByCharacter", value="Nobody"),
    ],
)
def test_a_decision_without_effect_is_reported(decision: Decision) -> None:
    outcome = mapped(decision)
    assert [each.code for each in outcome.findings if "decision" in each.code] == ["decision-without-effect"]
    assert outcome.value == mapped().value


def test_decisions_that_contradict_each_other_are_reported_and_not_followed() -> None:
    outcome = mapped(
        Decision(action="confirm", subject="Tomas Vell", property="jobTitle"),
        Decision(action="reject", subject="tomas vell", property="jobTitle"),
    )
    assert [each.code for each in outcome.findings if "decision" in each.code] == ["decisions-contradict"] * 2
    assert value(outcome, "Tomas Vell", "jobTitle") == "Mayor"


def test_deciding_twice_equals_once() -> None:
    article = decided(
        Decision(action="correct", subject="Tomas Vell", property="worksFor", value="City of Porto"),
        Decision(action="correct", subject="Aya Mori", property="about", value="yes"),
        Decision(action="reject", subject="Harbour Board"),
    )
    once = decide(article, ANNOTATIONS).value
    assert decide(article, once).value == once
