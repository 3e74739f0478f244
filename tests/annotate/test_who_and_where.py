"""Who takes part in a happening and where it is, told beside it, behind it or in another sentence."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.annotate.datelines import dateline_end
from pipeline.model.annotations import Annotations, Event
from tests.annotate.articles import article, name_of


def _people(annotations: Annotations, event: Event) -> set[str | None]:
    return {name_of(annotations, each.entity) for each in event.participants}


def _told(annotations: Annotations, kind: str) -> list[tuple[set[str | None], list[str | None], str | None]]:
    return [
        (_people(annotations, each), [name_of(annotations, place) for place in each.places], each.start)
        for each in annotations.events
        if each.type == kind
    ]


def test_a_man_whom_the_beginning_leaves_unnamed_is_the_one_named_next_with_his_age(annotate: Annotate) -> None:
    found = annotate(
        article(
            "A Bergen man was arrested in Oslo on Monday, police said.", "Jon Dahl, 46, is charged with armed robbery."
        )
    ).value
    assert _told(found, "arrest")[0][0] == {"Jon Dahl"}


def test_who_only_speaks_of_him_is_not_the_man(annotate: Annotate) -> None:
    found = annotate(
        article("A Bergen man was arrested in Oslo on Monday.", "Jon Dahl, 46, said he had heard a shot.")
    ).value
    assert _told(found, "arrest")[0][0] == set()


def test_the_name_behind_one_of_them_is_his_to_whom_it_is_done(annotate: Annotate) -> None:
    found = annotate(article("One of the two victims, Jon Dahl, 24, was buried in Bergen on Monday.")).value
    assert _told(found, "burial") == [({"Jon Dahl"}, ["Bergen"], "2024-06-10")]


def test_a_delegation_s_head_and_those_whom_it_includes_travel(annotate: Annotate) -> None:
    found = annotate(
        article(
            "A trade delegation led by Ida Moe left Oslo on Monday on a tour of Peru and Chile.",
            "The group includes the banker Jon Dahl and Ana Ruiz, a lawyer.",
        )
    ).value
    assert _told(found, "visit")[0][0] == {"Ida Moe", "Jon Dahl", "Ana Ruiz"}


def test_who_is_among_the_dead_is_one_of_the_crash(annotate: Annotate) -> None:
    found = annotate(
        article(
            "A bus crash in Bergen on Monday killed four people.",
            "Among the dead was the driver, Jon Dahl, whom Ida Moe had hired.",
        )
    ).value
    assert _told(found, "crash") == [({"Jon Dahl"}, ["Bergen"], "2024-06-10")]


def test_a_magistrate_takes_part_in_an_appearance(annotate: Annotate) -> None:
    found = annotate(article("Jon Dahl made his first appearance on Monday before Judge Ida Moe, who set bail.")).value
    assert [_people(found, each) for each in found.events] == [{"Jon Dahl", "Ida Moe"}]


def test_a_place_of_another_clause_is_not_that_of_the_meeting(annotate: Annotate) -> None:
    found = annotate(
        article(
            "The annual meeting, fixed for 26 June, will now take place on 14 July because of the heat, but a tour of the "
            "plant in Bergen on Monday has been called off."
        )
    ).value
    assert _told(found, "meeting") == [(set(), [], "2024-07-14")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The charity ball, which was to fill the Harwell Hall on Saturday, is off.", "Harwell Hall"),
        ("The new ministers will be sworn in at the Presidential Office on Monday.", "Presidential Office"),
        ("Jon Dahl was released from the Anamosa State Penitentiary in November 2011.", "Anamosa State Penitentiary"),
        ("The final between the two clubs, rained off on June 6, will now be played on June 27 in Bergen.", "Bergen"),
        ("The wounded soldier Jon Dahl was taken to Bergen General Hospital on Monday.", "Bergen General Hospital"),
    ],
)
def test_where_it_is(annotate: Annotate, text: str, place: str) -> None:
    found = annotate(article(text)).value
    assert place in [name_of(found, one) for each in found.events for one in each.places]


@pytest.mark.parametrize(
    "text",
    [
        "BERGEN, June 12 (NW) - More than 100 people fled on Sunday.",
        "Bergen (NW) - More than 100 people fled on Sunday.",
    ],
)
def test_the_city_is_that_of_the_dateline(annotate: Annotate, text: str) -> None:
    found = annotate(
        article(
            text, "Two years ago this month a landslide in the city's north buried a guesthouse and killed 13 people."
        )
    ).value
    assert _told(found, "disaster") == [(set(), ["Bergen"], "2022-06")]


def test_the_town_is_the_one_of_headline_and_beginning(annotate: Annotate) -> None:
    found = annotate(
        article(
            "Bergen has four bakeries and many lanterns.",
            "Ida Moe last sang in the town in March 2008.",
            headline="Bergen lights up",
        )
    ).value
    assert [name_of(found, one) for each in found.events for one in each.places] == ["Bergen"]


def test_who_welcomes_a_guest_takes_part_in_the_visit(annotate: Annotate) -> None:
    found = annotate(
        article(
            "President Ida Moe arrived in Lima on Monday.",
            "She was welcomed at the airport by Vice President Jon Dahl and the mayor, Ana Ruiz.",
        )
    ).value
    assert _told(found, "visit") == [({"Ida Moe", "Jon Dahl", "Ana Ruiz"}, ["Lima"], "2024-06-10")]


def test_planned_talks_are_where_the_guests_go_next(annotate: Annotate) -> None:
    found = annotate(
        article("They go on to Lima, staying from 20 to 23 June. Talks are planned there with Gen. Jon Dahl.")
    ).value
    assert ({"Jon Dahl"}, ["Lima"], None) in _told(found, "meeting")


def test_what_opens_and_closes_is_one(annotate: Annotate) -> None:
    found = annotate(article("The tender opens in Lima on Monday and closes on July 5.")).value
    assert [(each.start, each.end) for each in found.events] == [("2024-06-17", "2024-07-05")]


@pytest.mark.parametrize(
    "text",
    [
        "A day before, the manager Jon Dahl was moved to Lima rather than sacked.",
        "Posts on social media said the suspect's brother, Jon Dahl, had been arrested on Monday, too.",
        "Jon Dahl was moved to Lima instead of being sacked.",
    ],
)
def test_rumours_and_what_was_not_chosen_did_not_happen(annotate: Annotate, text: str) -> None:
    found = annotate(article("The weather was fine.", text)).value
    assert [each.name for each in found.events if each.type in {"arrest", "dismissal"}] == []


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "AirTanker Ltd. has signed a contract with the Ministry of Defence.",
            {"AirTanker Ltd.", "Ministry of Defence"},
        ),
        ("President Ida Moe and Chancellor Jon Dahl met in Bergen on Monday.", {"Ida Moe", "Jon Dahl"}),
        ("The trial of the banker Ida Moe opened on Monday before Judge Jon Dahl.", {"Ida Moe", "Jon Dahl"}),
        ("Ida Moe won the Bergen by-election on Monday, beating Jon Dahl of Labour.", {"Ida Moe", "Jon Dahl"}),
        ("The wedding of Ida Moe and Jon Dahl took place at Bergen Cathedral on Monday.", {"Ida Moe", "Jon Dahl"}),
        ("Volta Motors opened a plant on Monday, with Ida Moe cutting the ribbon.", {"Volta Motors", "Ida Moe"}),
        ("The European Union fined Volta Motors two million euros on Monday.", {"European Union", "Volta Motors"}),
        ("Two trains collided near Bergen on Monday, killing the singer Jon Dahl.", {"Jon Dahl"}),
        ("The first jet was delivered on Monday to Harwell Airlines.", {"Harwell Airlines"}),
        ("Ida Moe made the decision to close the mine on Monday.", {"Ida Moe"}),
    ],
)
def test_all_sides_take_part(annotate: Annotate, text: str, people: set[str]) -> None:
    found = annotate(article("The weather was fine.", text)).value
    assert people in [_people(found, each) for each in found.events]


@pytest.mark.parametrize("text", ["Jon Dahl pleaded not guilty on Monday.", "Jon Dahl was found not guilty on Monday."])
def test_who_is_not_guilty_is_neither_convicted_nor_admits_it(annotate: Annotate, text: str) -> None:
    found = annotate(article("The weather was fine.", text)).value
    assert [each.name for each in found.events] in (["Jon Dahl’s not guilty plea"], ["Acquittal of Jon Dahl"])


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The strike by train drivers will run from Friday to Sunday.", "2024-06-14", "2024-06-16"),
        ("Rescuers found a boy on Friday, five days after the earthquake.", "2024-06-02", None),
    ],
)
def test_how_long_it_lasts(annotate: Annotate, text: str, start: str, end: str | None) -> None:
    found = annotate(article("The weather was fine.", text)).value
    assert (start, end) in [(each.start, each.end) for each in found.events]


def test_what_puts_off_a_trial_is_not_put_off_itself(annotate: Annotate) -> None:
    found = annotate(
        article(
            "A second trial had been due to open on 25 June; a strike by the Union of Court Clerks has pushed it back to "
            "18 July."
        )
    ).value
    told = {each.type: (each.start, each.previous_start, each.status) for each in found.events}
    assert told["trial"] == ("2024-07-18", "2024-06-25", "EventRescheduled")
    assert told.get("strike", (None, None, None)) == (None, None, None)


def test_who_opens_fire_lights_none(annotate: Annotate) -> None:
    found = annotate(article("The weather was fine.", "A gunman opened fire at a mosque in Bergen on Friday.")).value
    assert [(each.type, each.start) for each in found.events] == [("other", "2024-06-07")]
    assert _told(found, "other") == [(set(), ["Bergen"], "2024-06-07")]


def test_what_stands_cancelled_is_cancelled(annotate: Annotate) -> None:
    found = annotate(article("The polo cup, which was to be held in Bergen tomorrow, stands cancelled.")).value
    assert [(each.start, each.status) for each in found.events] == [("2024-06-13", "EventCancelled")]


def test_a_line_of_dates_behind_a_bullet_is_of_its_person(annotate: Annotate) -> None:
    found = annotate(
        article("Ida Moe, who has died aged 81, cast bells.", "• Ida Moe, founder, born 3 May 1942; died 2 June 2024")
    ).value
    assert [(each.property, each.value) for each in found.facts if each.property.endswith("Date")] == [
        ("birthDate", "1942-05-03"),
        ("deathDate", "2024-06-02"),
    ]


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("OSLO, Norway (NW) -- Police said so.", "Police said so."),
        ("KUALA LUMPUR (Aug 23): Moe Foods said so.", "Moe Foods said so."),
        ("Jakarta (NW) - General Moe flew to Oslo.", "General Moe flew to Oslo."),
        ("OSLO, June 14 (NW) – A court said so.", "A court said so."),
        ("NATO said so.", "NATO said so."),
        ("The US - Mexico border is long.", "The US - Mexico border is long."),
    ],
)
def test_a_dateline_ends_at_its_dash_or_colon(text: str, behind: str) -> None:
    assert text[dateline_end(text) :] == behind


def test_a_dateline_is_no_part_of_what_is_told(annotate: Annotate) -> None:
    found = annotate(
        article("OSLO, June 10 (NW) - Norway's parliament voted on Monday to oust Prime Minister Moe.")
    ).value
    told = next(each for each in found.events if each.type == "vote")
    assert told.name.startswith("Norway's parliament votes")
    assert told.description == "Norway's parliament voted on Monday to oust Prime Minister Moe."
