from __future__ import annotations

from msgspec.structs import replace

from pipeline.annotate import Annotate
from pipeline.model.annotations import Annotations
from pipeline.model.sidecar import Decision
from tests.annotate.articles import article, name_of, names, quotes, titles

TEXT = (
    "Finance Minister Ana Ruiz Vega met Kwame Boateng, the head of the Volta River Authority, in Accra on Monday.",
    "“We signed nothing,” Ruiz Vega said.",
)


def decided(annotate: Annotate, *decisions: Decision) -> Annotations:
    return annotate(replace(article(*TEXT), decisions=decisions)).value


def test_a_rejected_person_is_gone_with_all_that_was_said_of_her(annotate: Annotate) -> None:
    found = decided(annotate, Decision(action="reject", subject="Ana Ruiz Vega"))
    assert names(found, "person") == ["Kwame Boateng"]
    assert quotes(found) == [("We signed nothing", None)]
    assert all(name_of(found, each.person) == "Kwame Boateng" for each in found.roles)
    ids = {each.id for each in found.entities}
    assert all(one.entity in ids for each in found.events for one in each.participants)


def test_a_corrected_title_replaces_what_was_found(annotate: Annotate) -> None:
    found = decided(
        annotate, Decision(action="correct", subject="Ana Ruiz Vega", property="jobTitle", value="Minister of Finance")
    )
    assert titles(found, "Ana Ruiz Vega") == ["Minister of Finance"]


def test_a_rejected_title_leaves_the_person(annotate: Annotate) -> None:
    found = decided(annotate, Decision(action="reject", subject="Kwame Boateng", property="jobTitle"))
    assert titles(found, "Kwame Boateng") == []
    assert "Kwame Boateng" in names(found, "person")


def test_a_corrected_date_of_an_event_wins(annotate: Annotate) -> None:
    plain = decided(annotate)
    name = next(each.name for each in plain.events if each.type == "meeting")
    found = decided(annotate, Decision(action="correct", subject=name, property="startDate", value="2024-06-09"))
    assert next(each.start for each in found.events if each.type == "meeting") == "2024-06-09"


def test_a_corrected_speaker_wins(annotate: Annotate) -> None:
    found = decided(
        annotate, Decision(action="correct", subject="We signed", property="spokenByCharacter", value="Kwame Boateng")
    )
    assert quotes(found) == [("We signed nothing", "Kwame Boateng")]


def test_a_decision_about_nobody_is_a_finding(annotate: Annotate) -> None:
    outcome = annotate(replace(article(*TEXT), decisions=(Decision(action="reject", subject="Otto Lind"),)))
    assert [each.code for each in outcome.findings] == ["decision-without-subject"]
    assert outcome.findings[0].pointer == "/decisions/0"
