from __future__ import annotations

from pipeline.annotate import Annotate
from pipeline.annotate.confidence import THRESHOLDS, withhold
from pipeline.annotate.reading import LONGEST_BLOCK, Reading
from pipeline.model.annotations import Annotations, Event, Span
from tests.annotate.articles import article, names, quotes


def test_halls_universities_and_storms_named_after_persons_are_no_persons(annotate: Annotate) -> None:
    found = annotate(article("Typhoon Ada hit the Ned Hale Stadium and Ada Moen University in Oslo on Monday.")).value
    assert names(found, "person") == []
    assert names(found, "facility") == ["Ned Hale Stadium"]
    assert names(found, "organization") == ["Ada Moen University"]


def test_a_surname_means_the_person_named_in_full(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl met Ida Moe in Oslo.", "Dahl was late. Moe was not.")).value
    assert names(found, "person") == ["Jon Dahl", "Ida Moe"]


def test_father_and_son_of_one_name_stay_two(annotate: Annotate) -> None:
    found = annotate(
        article(
            "The trumpeter R.B. Stone Jr. played in Oslo on Monday. His father, R.B. Stone, played the same hall in 1971."
        )
    ).value
    assert names(found, "person") == ["R.B. Stone Jr.", "R.B. Stone"]


def test_a_family_name_in_front_is_the_short_form(annotate: Annotate) -> None:
    found = annotate(
        article("Kim Min-seo, a researcher, disagreed with Park Joon-ho.", "“It is too late,” Kim said.")
    ).value
    assert quotes(found) == [("It is too late", "Kim Min-seo")]


def test_an_acronym_in_brackets_is_the_same_organization(annotate: Annotate) -> None:
    found = annotate(article("The Volta River Authority (VRA) closed the dam.", "VRA gave no reason.")).value
    assert names(found, "organization") == ["Volta River Authority"]


def test_two_spellings_of_a_country_are_one_place(annotate: Annotate) -> None:
    found = annotate(article("The U.S. signed the treaty. The United States will leave it in 2026.")).value
    assert names(found, "place") == ["United States"]


def test_notes_about_the_article_name_nobody(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl left Oslo.", "Ida Moe in Bergen contributed to this report.")).value
    assert names(found, "person") == ["Jon Dahl"]


def test_pronouns_are_mentions_of_whom_they_mean(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe met her lawyer, Jon Dahl, in Oslo. She left at noon.")).value
    moe = next(each.id for each in found.entities if each.name == "Ida Moe")
    assert ("She", moe) in [(each.text, each.entity) for each in found.mentions if each.form == "pronoun"]


def test_what_lies_behind_the_limit_is_not_annotated_and_a_finding_says_so(annotate: Annotate) -> None:
    outcome = annotate(article("word " * LONGEST_BLOCK + "Jon Dahl left Oslo."))
    assert [each.code for each in outcome.findings] == ["text-not-annotated"]
    assert names(outcome.value, "person") == []


def test_what_is_uncertain_is_withheld_with_its_reason() -> None:
    source = article("The hall opened.")
    doubtful = Event(
        id="event-1",
        name="Opening",
        type="opening",
        span=Span(0, 16, 0),
        trigger=Span(9, 15, 0),
        by="rule:event",
        probability=0.4,
    )
    kept = withhold(Reading(source, "The hall opened.", ()), Annotations(events=(doubtful,)), {})
    assert kept.events == ()
    assert [(each.kind, each.text) for each in kept.withheld] == [("event", "Opening")]
    assert f"{THRESHOLDS['event']:.2f}" in kept.withheld[0].reason
    lower = withhold(Reading(source, "The hall opened.", ()), Annotations(events=(doubtful,)), {"event": 0.3})
    assert lower.events == (doubtful,)


def test_agencies_that_the_text_credits_are_cited(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl left Oslo on Monday, the Associated Press reported.")).value
    assert [each.text for each in found.citations] == ["the Associated Press reported"]


def test_a_caption_among_the_paragraphs_is_read_without_who_made_the_picture(annotate: Annotate) -> None:
    text = "Mayor Ana Lima opens the bridge in Porto on 3 May 2024. Image: Nick Moro."
    found = annotate(article(text, "Image: Nick Moro.")).value
    assert names(found, "person") == ["Ana Lima"]
    assert [each.value for each in found.times] == ["2024-05-03"]
