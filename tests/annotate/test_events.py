from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from pipeline.model.annotations import Annotations, Event
from tests.annotate.articles import article, name_of


def the_event(annotations: Annotations, kind: str) -> Event:
    return next(each for each in annotations.events if each.type == kind)


@pytest.mark.parametrize(
    ("sentence", "kind", "start"),
    [
        ("President Ana Ruiz arrived in Oslo on Monday for a four-day visit.", "visit", "2024-06-10"),
        ("Police arrested Jon Dahl in Oslo on Friday.", "arrest", "2024-06-07"),
        ("Judge Eva Berg sentenced Jon Dahl to six years in prison on Monday.", "sentence", "2024-06-10"),
        ("A symposium on ships and sailing takes place in Oslo from 3 to 5 July.", "conference", "2024-07-03"),
        ("At least 14 people were killed in Oslo on Saturday when a bus plunged into a ravine.", "crash", "2024-06-08"),
        ("Harwell Festival will open in Oslo on 28 August.", "festival", "2024-08-28"),
        ("Ida Moe resigned in May.", "resignation", "2024-05"),
    ],
)
def test_a_stated_happening_is_an_event_with_its_date(annotate: Annotate, sentence: str, kind: str, start: str) -> None:
    assert the_event(annotate(article(sentence)).value, kind).start == start


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor denied that Jon Dahl had met Ida Moe in Oslo on Monday.",
        "If the vote fails, Jon Dahl would resign on Friday.",
        "Had the jury agreed, the judge would have sentenced Jon Dahl on Monday.",
        "Jon Dahl did not visit Oslo in May.",
        "Jon Dahl refused to meet Ida Moe on Monday.",
        "“I will visit Oslo on Friday,” Jon Dahl said.",
        "The minister dismissed reports that Jon Dahl had been arrested on Monday.",
        "Ida Moe ruled out a visit to Oslo in May.",
        "It is not clear whether Jon Dahl met Ida Moe on Monday.",
        "Jon Dahl was rumoured to have met Ida Moe in Oslo on Monday.",
        "If nobody wins, a runoff will be held on Friday.",
        "Rumours of the death of Jon Dahl on Sunday were false.",
        "Jon Dahl was supposed to meet Ida Moe on Monday but did not turn up.",
        "There was no meeting between Jon Dahl and Ida Moe on Monday.",
        "State that Jon Dahl is the president and was arrested on Monday.",
        "Many of the risks that Jon Dahl faced are resurfacing in today's harsher markets.",
    ],
)
def test_what_is_denied_supposed_negated_or_only_quoted_is_no_event(annotate: Annotate, sentence: str) -> None:
    assert annotate(article(sentence)).value.events == ()


def test_what_was_left_undone_lends_its_date_to_nothing(annotate: Annotate) -> None:
    (event,) = annotate(article("Jon Dahl left Oslo without having met Ida Moe on Monday.")).value.events
    assert (event.type, event.start) == ("departure", None)


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "start", "previous"),
    [
        (
            "The launch of the satellite, first planned for 3 March and then for 12 April, slipped to 20 May.",
            "launch",
            "EventRescheduled",
            "2024-05-20",
            "2024-04-12",
        ),
        (
            "The gallery said the show would move from 3 July to 9 August.",
            "other",
            "EventRescheduled",
            "2024-08-09",
            "2024-07-03",
        ),
        (
            "The union said its leaders' summit, due to open on 3 July, had been put off until 9 August.",
            "meeting",
            "EventRescheduled",
            "2024-08-09",
            "2024-07-03",
        ),
        (
            "A by-election in the ward, fixed for 3 July, has been deferred until 9 August.",
            "election",
            "EventRescheduled",
            "2024-08-09",
            "2024-07-03",
        ),
        (
            "A debate between the two leaders that was due on 3 July has been cancelled.",
            "meeting",
            "EventCancelled",
            "2024-07-03",
            None,
        ),
        (
            "An open house on the plans, to have been held on 3 July, has been scrapped.",
            "other",
            "EventCancelled",
            "2024-07-03",
            None,
        ),
        ("A storm forced the cancellation of Saturday's concert.", "concert", "EventCancelled", "2024-06-08", None),
        ("The concert on Saturday was called off on Friday.", "concert", "EventCancelled", "2024-06-15", None),
        ("The wedding of Ida Moe, planned for 3 July, was put off.", "wedding", "EventPostponed", None, "2024-07-03"),
        (
            "The president postponed a trip to Chile that was to begin on Monday.",
            "visit",
            "EventPostponed",
            None,
            "2024-06-17",
        ),
        ("A quiz night in Durham planned for Friday is off.", "other", "EventCancelled", "2024-06-14", None),
        (
            "The carnival, which was to have filled the streets of Leeds on Sunday, will not take place.",
            "festival",
            "EventCancelled",
            "2024-06-16",
            None,
        ),
        (
            "A march through Hull, planned for tomorrow, won't go ahead.",
            "protest",
            "EventCancelled",
            "2024-06-13",
            None,
        ),
        ("Saturday's farmers' market in Bath will no longer go ahead.", "other", "EventCancelled", "2024-06-15", None),
        ("An investors' day billed for Monday has been dropped.", "other", "EventCancelled", "2024-06-17", None),
        ("A trip to Chile planned for 3 July fell through.", "visit", "EventCancelled", "2024-07-03", None),
        (
            "A town hall on housing, due to take place next Tuesday, has been pushed back a week.",
            "other",
            "EventRescheduled",
            "2024-06-25",
            "2024-06-18",
        ),
        ("A Boston date, set for next Saturday, isn't affected.", "other", None, "2024-06-22", None),
        ("A jury found Jon Dahl guilty of murder on Monday.", "verdict", None, "2024-06-10", None),
    ],
)
def test_what_has_become_of_a_plan_is_kept(
    annotate: Annotate, sentence: str, kind: str, status: str | None, start: str | None, previous: str | None
) -> None:
    event = the_event(annotate(article(sentence)).value, kind)
    assert (event.status, event.start, event.previous_start) == (status, start, previous)


def test_a_plan_called_off_is_placed_by_all_words_before_its_fate(annotate: Annotate) -> None:
    sentence = "A seminar with students in Ankara, which had been scheduled for Sunday, has been cancelled."
    found = annotate(article(sentence)).value
    (event,) = found.events
    assert ([name_of(found, each) for each in event.places], event.name) == (["Ankara"], "Seminar in Ankara")


@pytest.mark.parametrize(
    "sentence",
    [
        "The talks with the rebels will not be held in Cairo on Monday, the minister said.",
        "The strike will not take place on Monday if the talks succeed.",
        "A meeting has not been confirmed for Monday.",
    ],
)
def test_a_denial_of_the_place_or_on_a_condition_calls_nothing_off(annotate: Annotate, sentence: str) -> None:
    assert annotate(article(sentence)).value.events == ()


def test_a_crime_that_somebody_is_tried_for_and_a_strike_averted_are_no_events(annotate: Annotate) -> None:
    found = annotate(
        article("A jury found Jon Dahl guilty of murder on Monday.", "A strike planned for Monday was averted.")
    ).value
    assert [each.type for each in found.events] == ["verdict"]


def test_a_cancelled_event_says_so(annotate: Annotate) -> None:
    found = annotate(article("A recital by the pianist Ida Moe on 15 July has been cancelled.")).value
    event = the_event(found, "concert")
    assert (event.status, event.start) == ("EventCancelled", "2024-07-15")


def test_a_postponed_event_has_its_new_date_and_the_one_given_up(annotate: Annotate) -> None:
    found = annotate(article("The hearing that had been scheduled for 3 July has been postponed until 9 August.")).value
    event = the_event(found, "hearing")
    assert (event.status, event.start, event.previous_start) == ("EventRescheduled", "2024-08-09", "2024-07-03")


def test_a_visit_told_in_pieces_is_one_event_with_all_its_travellers_and_days(annotate: Annotate) -> None:
    found = annotate(
        article(
            "President Ana Ruiz left for Norway on Monday as the head of a trade mission.",
            "Officials including Jon Dahl, the trade minister, and Ida Moe, a banker, are accompanying Ruiz on her trip.",
            "Ruiz is expected to stay in Norway until the 15th, visiting Oslo and Bergen.",
        )
    ).value
    event = the_event(found, "visit")
    assert (event.start, event.end) == ("2024-06-10", "2024-06-15")
    assert [name_of(found, each.entity) for each in event.participants] == ["Ana Ruiz", "Jon Dahl", "Ida Moe"]
    assert {name_of(found, each) for each in event.places} == {"Norway", "Oslo", "Bergen"}
    assert [each.type for each in found.events].count("visit") == 1


def test_two_places_with_two_days_are_two_events(annotate: Annotate) -> None:
    found = annotate(article("The singer Ida Moe will perform in Rome on 3 July and in Pisa on 5 July.")).value
    assert [(each.start, [name_of(found, place) for place in each.places]) for each in found.events] == [
        ("2024-07-03", ["Rome"]),
        ("2024-07-05", ["Pisa"]),
    ]


def test_rivals_meet_in_a_match_only_in_sport(annotate: Annotate) -> None:
    sport = annotate(
        article(
            "Striker Jon Dahl scored twice as Harwell Rovers beat Oslo United 3-1 in the league on Sunday. The coach was proud."
        )
    ).value
    assert the_event(sport, "match").schema_type == "SportsEvent"
    business = annotate(article("On Monday Harwell Motors beat Oslo Motors to a contract worth $2 billion.")).value
    assert all(each.schema_type != "SportsEvent" for each in business.events)


def test_events_are_named_as_a_person_would_name_them(annotate: Annotate) -> None:
    found = annotate(
        article("President Ana Ruiz arrived in Oslo on Monday.", "Police arrested Jon Dahl on Friday.")
    ).value
    assert [each.name for each in found.events] == ["Ana Ruiz’s visit to Oslo", "Arrest of Jon Dahl"]


@pytest.mark.parametrize(
    ("sentence", "name", "start", "end", "place"),
    [
        ("A teachers' strike in Oslo ended on Friday.", "Teachers' strike in Oslo", None, "2024-06-07", "Oslo"),
        ("Workers went on strike on Monday.", "Strike", "2024-06-10", None, None),
        ("Oslo hosted the summit in May.", "Summit in Oslo", "2024-05", None, "Oslo"),
        ("Thousands marched through Oslo on Saturday.", "Protest of thousands in Oslo", "2024-06-08", None, "Oslo"),
        ("Ida Moe left Norway in June 2021.", "Ida Moe’s departure from Norway", "2021-06", None, "Norway"),
        ("Norway beat Chile 3-1 in Oslo on Saturday.", "Norway 3-1 Chile", "2024-06-08", None, "Oslo"),
        ("Hurricane Ada made landfall in Cuba on Friday.", "Hurricane Ada in Cuba", "2024-06-07", None, "Cuba"),
        ("A ferry sank off Crete on Saturday.", "Sinking of ferry off Crete", "2024-06-08", None, "Crete"),
        (
            "The exhibition opens in Bergen on 3 July and runs until 9 September.",
            "Exhibition in Bergen",
            "2024-07-03",
            "2024-09-09",
            "Bergen",
        ),
        (
            "Delegates from 40 countries gathered in Oslo on Monday for a climate summit.",
            "Climate summit in Oslo",
            "2024-06-10",
            None,
            "Oslo",
        ),
    ],
)
def test_an_event_is_named_dated_and_placed_as_the_text_says(
    annotate: Annotate, sentence: str, name: str, start: str | None, end: str | None, place: str | None
) -> None:
    found = annotate(article(sentence)).value
    (event,) = found.events
    assert (event.name, event.start, event.end) == (name, start, end)
    assert [name_of(found, each) for each in event.places] == ([place] if place else [])


@pytest.mark.parametrize(
    ("sentence", "name", "start", "place"),
    [
        (
            "Interior Minister Ida Moe flew over the flooded district of Harwell on Tuesday.",
            "Ida Moe flies over flooded district of Harwell",
            "2024-06-11",
            "Harwell",
        ),
        (
            "Harwell Council opened a second library in Oslo on Monday.",
            "Harwell Council opens second library in Oslo",
            "2024-06-10",
            "Oslo",
        ),
        (
            "Union members burned a copy of the offer in Oslo on 3 June.",
            "Union members burn copy of the offer in Oslo",
            "2024-06-03",
            "Oslo",
        ),
        ("Ida Moe joined the Harwell Institute in 1963.", "Ida Moe joins Harwell Institute", "1963", None),
        (
            "Jon Dahl is expected to address parliament on Thursday.",
            "Jon Dahl addresses parliament",
            "2024-06-13",
            None,
        ),
        ("The accident happened in Oslo on Monday.", "Accident in Oslo", "2024-06-10", "Oslo"),
        ("The campaign begins on Monday.", "Campaign", "2024-06-17", None),
        ("A crane toppled onto a house in Oslo on 3 June.", "Crane topples onto house in Oslo", "2024-06-03", "Oslo"),
        ("Construction will begin in September.", "Construction", "2024-09", None),
        ("The case will be heard on 3 July in Oslo.", "Hearing of the case", "2024-07-03", "Oslo"),
        ("Ida Moe joined from Harwell Group in 2015.", "Ida Moe joins from Harwell Group", "2015", None),
    ],
)
def test_a_dated_deed_is_an_event_whatever_its_verb_and_named_as_a_headline(
    annotate: Annotate, sentence: str, name: str, start: str, place: str | None
) -> None:
    found = annotate(article("It was a quiet week.", sentence)).value
    (event,) = found.events
    assert (event.name, event.start) == (name, start)
    assert name_of(found, next(iter(event.places), None)) == place


@pytest.mark.parametrize(
    "sentence",
    [
        "Ida Moe lived in Oslo in 1990.",
        "Shares of Harwell Group fell 3 percent on Monday.",
        "Ida Moe said on Monday that the road was closed.",
        "Ida Moe believes the bank lost money in 2009.",
        "Ida Moe praised firefighters on Tuesday.",
        "The choir of Harwell meets every Monday.",
        "Ida Moe owned documents from 2019.",
        "Ida Moe is welcome to tour the plant.",
        "No other writer today produces such books.",
        "A Sunday brunch of eggs fills the hall of Harwell.",
        "Ida Moe likes shooting with a small camera on Sunday mornings.",
        "The hall, named in honour of Ida Moe, is large.",
        "The rules require Ida Moe to sign a contract.",
    ],
)
def test_states_figures_words_and_habits_are_no_events(annotate: Annotate, sentence: str) -> None:
    assert annotate(article(sentence)).value.events == ()


def test_the_first_sentence_tells_the_main_happening_even_undated(annotate: Annotate) -> None:
    text = "Harwell Group has won an order for 40 buses, the company said."
    first, later = annotate(article(text)).value, annotate(article("It was a quiet week.", text)).value
    assert [each.name for each in first.events] == ["Harwell Group wins order for 40 buses"]
    assert later.events == ()


def test_what_happens_some_day_last_week_is_dated_no_more_precisely_than_is_sure(annotate: Annotate) -> None:
    (event,) = annotate(article("Police arrested Jon Dahl in Oslo last week.")).value.events
    assert (event.start, event.end) == ("2024-06", None)


def test_who_does_something_at_an_event_takes_part_in_it(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe pledged money at a ceremony in Oslo on Tuesday.")).value
    assert [name_of(found, each.entity) for each in the_event(found, "ceremony").participants] == ["Ida Moe"]


def test_a_house_known_as_an_organization_is_a_place_too(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe will give a lecture at the Harwell Institute on Friday.")).value
    assert [name_of(found, each) for each in the_event(found, "speech").places] == ["Harwell Institute"]


def test_deeds_joined_to_a_dated_one_share_its_day(annotate: Annotate) -> None:
    found = annotate(article("It was quiet.", "Ida Moe visited Oslo on Monday and laid a wreath at a tomb.")).value
    assert [(each.name, each.start) for each in found.events] == [
        ("Ida Moe’s visit to Oslo", "2024-06-10"),
        ("Ida Moe lays wreath", "2024-06-10"),
    ]


def test_the_nth_day_of_a_visit_tells_when_it_began(annotate: Annotate) -> None:
    text = "The two signed a treaty on Tuesday, the second day of the state visit to Norway."
    assert the_event(annotate(article("It was quiet.", text)).value, "visit").start == "2024-06-10"


def test_who_leaves_for_elsewhere_ends_a_visit(annotate: Annotate) -> None:
    found = annotate(article("Ana Ruiz arrived in Oslo on Monday.", "Ruiz leaves for Rome on Friday.")).value
    assert [(name_of(found, each.places[0]), each.start, each.end) for each in found.events] == [
        ("Oslo", "2024-06-10", "2024-06-14"),
        ("Rome", "2024-06-14", None),
    ]


def test_whom_somebody_goes_to_see_takes_part(annotate: Annotate) -> None:
    found = annotate(article("Ana Ruiz will fly to Oslo on Friday to see Jon Dahl.")).value
    assert [name_of(found, each.entity) for each in the_event(found, "visit").participants] == ["Ana Ruiz", "Jon Dahl"]


def test_a_text_in_capitals_has_its_dates_and_events(annotate: Annotate) -> None:
    (event,) = annotate(article("MAYOR IDA MOE OPENED A BRIDGE IN OSLO ON MONDAY, THE COUNCIL SAID.")).value.events
    assert (event.name, event.start) == ("IDA MOE opens bridge in OSLO", "2024-06-10")


@pytest.mark.parametrize(
    ("text", "name", "start", "place"),
    [
        (
            "Two people were killed after a bus carrying a band crashed in Oslo. The incident took place on Thursday.",
            "Bus crash in Oslo",
            "2024-06-06",
            "Oslo",
        ),
        ("A bus fell into a river in Oslo on Monday.", "Bus falls into river in Oslo", "2024-06-10", "Oslo"),
        ("A powerful earthquake struck Chile Wednesday.", "Powerful earthquake in Chile", "2024-06-12", "Chile"),
        (
            "President Ana Ruiz left Norway on Monday on a visit to Peru.",
            "Ana Ruiz’s visit to Peru",
            "2024-06-10",
            "Peru",
        ),
        (
            "President Ana Ruiz, on a visit to Peru on Thursday, will be met by children.",
            "Ana Ruiz’s visit to Peru",
            "2024-06-13",
            "Peru",
        ),
    ],
)
def test_the_main_happening_has_what_its_neighbours_say_of_it(
    annotate: Annotate, text: str, name: str, start: str, place: str
) -> None:
    found = annotate(article(text)).value
    event = next(each for each in found.events if each.name == name)
    assert event.start == start
    assert name_of(found, event.places[0]) == place


def test_a_result_is_a_match_in_sport(annotate: Annotate) -> None:
    text = "Harwell FC went top of the league with a 2-0 win over Oslo Rovers in the cup final on Saturday, the coach said."
    found = annotate(article(text, headline="Football: Harwell FC win league match")).value
    event = the_event(found, "match")
    assert (event.name, event.start, event.schema_type) == ("Harwell FC 2-0 Oslo Rovers", "2024-06-08", "SportsEvent")


def test_who_votes_on_something_and_who_approves_it_are_two_events(annotate: Annotate) -> None:
    text = "Shareholders voted for the merger last week.", "Judge Eva Berg approved the merger on Tuesday."
    assert [each.start for each in annotate(article(*text)).value.events] == ["2024-06", "2024-06-11"]


def test_an_earthquake_elsewhere_is_another_one(annotate: Annotate) -> None:
    text = "An earthquake shook Italy on Monday. Another earthquake struck Chile on Monday."
    found = annotate(article(text)).value
    assert [name_of(found, each.places[0]) for each in found.events] == ["Italy", "Chile"]


def test_a_wound_is_no_death_and_a_crime_tried_lends_no_date(annotate: Annotate) -> None:
    stabbed = annotate(article("Ida Moe was stabbed in the thigh in Oslo on Monday.")).value
    assert [each.type for each in stabbed.events] == ["attack"]
    jailed = annotate(article("Jon Dahl was jailed for the murder of a tourist in Oslo last year.")).value
    assert the_event(jailed, "sentence").start is None


def test_who_is_sworn_in_is_whom_it_is_about(annotate: Annotate) -> None:
    text = "Ana Ruiz, a lawyer, won last month.", "Norway swore in lawyer Ana Ruiz as president on Wednesday."
    found = annotate(article(*text)).value
    event = the_event(found, "inauguration")
    assert [(name_of(found, each.entity), each.role) for each in event.participants][:1] == [("Ana Ruiz", "about")]


def test_a_day_of_strikes_is_strikes_and_two_days_are_no_span(annotate: Annotate) -> None:
    found = annotate(article("It was quiet.", "Two days of strikes were held in Oslo on 3 and 9 June.")).value
    (event,) = found.events
    assert (event.type, event.start, event.end) == ("strike", "2024-06-03", None)


def test_the_council_is_no_organization_that_is_none_by_name(annotate: Annotate) -> None:
    text = "Harwell Group complained.", "On 3 June, the council validated the result of the vote."
    (event,) = annotate(article(*text)).value.events
    assert event.name.startswith("Council validates result")
    assert event.participants == ()


def test_a_date_behind_and_is_that_of_the_next_verb(annotate: Annotate) -> None:
    text = "Jon Dahl was found guilty of murder on 3 May and on 7 June a judge, Eva Berg, sentenced Dahl to life in prison."
    found = annotate(article(text)).value
    assert (the_event(found, "verdict").start, the_event(found, "sentence").start) == ("2024-05-03", "2024-06-07")


def test_an_announcement_on_a_day_is_an_event_and_what_was_reached_in_a_year(annotate: Annotate) -> None:
    text = "Harwell Group announced on Monday that it would close.", "Lawmakers rejected the bill in May."
    found = annotate(article("It was quiet.", *text)).value
    assert [(each.name, each.start) for each in found.events] == [
        ("Announcement by Harwell Group", "2024-06-10"),
        ("Rejection of the bill", "2024-05"),
    ]
    assert the_event(annotate(article("Ida Moe upheld the 1991 agreement.")).value, "agreement").start == "1991"


def test_a_storm_bears_its_own_name(annotate: Annotate) -> None:
    found = annotate(article("The storm struck Oslo on Monday.", "Typhoon Ada killed 14 people.")).value
    assert the_event(found, "disaster").name.startswith("Typhoon Ada")


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Two miners were set free near Bergen on Friday and flown to Oslo, where they were reunited with their wives this morning.",
            [
                ("Release of two miners", "2024-06-07"),
                ("Two miners reunited with wives in Oslo", "2024-06-12"),
            ],
        ),
        ("A memorial mass for the victims will be said on Sunday in Oslo.", [("Memorial mass in Oslo", "2024-06-16")]),
        ("The freed men are expected in Oslo on Saturday.", [("Freed men expected in Oslo", "2024-06-15")]),
        ("An overtime ban comes into force on Monday.", [("Overtime ban comes into force", "2024-06-17")]),
        (
            "The arrest came after a lorry, the Tern, was stopped near Oslo on 3 February.",
            [("Lorry stopped near Oslo", "2024-02-03")],
        ),
        (
            "All three appeared in the Oslo district court on Thursday on charges of fraud.",
            [("All three appear in Oslo district court", "2024-06-06")],
        ),
        (
            "An earlier version of the drug was withdrawn in February 2018.",
            [("Earlier version of the drug withdrawn", "2018-02")],
        ),
        ("A debate on schools, set for next Friday, is sold out.", [("Debate on schools", "2024-06-21")]),
    ],
)
def test_a_happening_is_told_by_passives_and_by_clauses_beside_the_main_one(
    annotate: Annotate, sentence: str, told: list[tuple[str, str]]
) -> None:
    found = annotate(article("It was a quiet week.", sentence)).value
    assert [(each.name, each.start) for each in found.events] == told


def test_what_moves_a_price_happens_on_the_day_it_moves(annotate: Annotate) -> None:
    text = (
        "Harwell Group's shares rose 9% on Tuesday after Norway's medicines agency licensed its vaccine for children."
    )
    (event,) = annotate(article(text)).value.events
    assert event.name.startswith("Norway's medicines agency licenses")
    assert event.start == "2024-06-11"


def test_what_follows_within_hours_happens_on_the_same_day(annotate: Annotate) -> None:
    text = "Norway's parliament voted on Monday to oust Ida Moe, who handed in her resignation an hour later."
    found = annotate(article(text)).value
    assert the_event(found, "resignation").start == "2024-06-10"


def test_a_tournament_lasts_from_its_first_day_to_its_last(annotate: Annotate) -> None:
    text = "Ida Moe then heads for the Harwell Open, which runs from 3 to 9 July."
    (event,) = annotate(article("It was a quiet week.", text)).value.events
    assert (event.name, event.start, event.end) == ("Harwell Open", "2024-07-03", "2024-07-09")


def test_a_denied_verb_denies_nothing_that_describes_its_subject(annotate: Annotate) -> None:
    text = "Ida Moe, in London for talks with the World Bank that began on Monday and end today, has not commented."
    (event,) = annotate(article(text)).value.events
    assert (event.type, event.start, event.end) == ("meeting", "2024-06-10", "2024-06-12")


def test_who_leads_or_chairs_a_meeting_takes_part_in_it(annotate: Annotate) -> None:
    found = annotate(article("Talks chaired by Jon Dahl broke down on Friday after an hour.")).value
    (event,) = found.events
    assert [name_of(found, each.entity) for each in event.participants] == ["Jon Dahl"]


def test_a_visit_of_two_days_that_is_cancelled_was_to_begin_on_the_first(annotate: Annotate) -> None:
    text = "A visit by Ida Moe to Oslo, scheduled for Thursday and Friday, was cancelled, a spokeswoman said."
    (event,) = annotate(article(text)).value.events
    assert (event.start, event.status) == ("2024-06-13", "EventCancelled")


def test_a_fair_beside_its_name_is_cancelled_with_it(annotate: Annotate) -> None:
    text = "The Harwell Days, a fair that was to run from July 18 to 20, has been cancelled."
    assert {each.status for each in annotate(article(text)).value.events} == {"EventCancelled"}


def test_what_a_passive_or_a_participle_tells_is_over(annotate: Annotate) -> None:
    text = "It was her third trip since she was appointed in September. The dispute goes back to 8 January."
    assert [each.value for each in annotate(article(text)).value.times] == ["2023-09", "2024-01-08"]


def test_who_appears_in_court_is_only_accused_of_what_went_before(annotate: Annotate) -> None:
    text = "Jon Dahl appeared in court on Monday accused of the theft of a painting in March."
    (event,) = annotate(article(text)).value.events
    assert (event.name, event.start) == ("Jon Dahl appears in court", "2024-06-10")


@pytest.mark.parametrize(
    ("sentence", "name", "start", "people"),
    [
        ("Parliament passed a bill on land on Tuesday.", "Passage of bill on land", "2024-06-11", []),
        ("A second suspect turned himself in on Sunday.", "Second suspect turns himself in", "2024-06-09", []),
        (
            "Ida Moe, appointed chief executive in January, said costs were too high.",
            "Appointment of Ida Moe",
            "2024-01",
            ["Ida Moe"],
        ),
        (
            "The trial of Jon Dahl, which opened in Oslo on Monday, is expected to last three weeks.",
            "Trial of Jon Dahl",
            "2024-06-10",
            ["Jon Dahl"],
        ),
        (
            "President Ida Moe is due in Oslo on Friday for a two-day visit.",
            "Ida Moe’s visit to Oslo",
            "2024-06-14",
            ["Ida Moe"],
        ),
    ],
)
def test_a_clause_is_told_of_whom_its_grammar_means(
    annotate: Annotate, sentence: str, name: str, start: str, people: list[str]
) -> None:
    found = annotate(article("It was a quiet week.", sentence)).value
    (event,) = found.events
    assert (event.name, event.start) == (name, start)
    assert [name_of(found, each.entity) for each in event.participants] == people


def test_who_leads_it_or_sits_on_it_by_the_next_sentence_takes_part(annotate: Annotate) -> None:
    text = "An inquiry opened in Oslo on Monday. It is led by Judge Ida Moe and includes a biologist, Jon Dahl."
    found = annotate(article("It was a quiet week.", text)).value
    (event,) = found.events
    assert [name_of(found, each.entity) for each in event.participants] == ["Ida Moe", "Jon Dahl"]


def test_who_is_left_out_of_it_takes_no_part(annotate: Annotate) -> None:
    text = "An inquiry opened in Oslo on Monday. It does not include Jon Dahl."
    (event,) = annotate(article("It was a quiet week.", text)).value.events
    assert event.participants == ()


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        (
            "Minister Ida Moe was dismissed on 17 May. A day after her sacking, some 20,000 people marched through Oslo.",
            "protest",
            "2024-05-18",
        ),
        (
            "A bomb exploded in Hull on 3 May. Two days after the blast, police arrested Jon Dahl.",
            "arrest",
            "2024-05-05",
        ),
        ("The bus crashed on Saturday. The minister was sacked within hours of the crash.", "dismissal", "2024-06-08"),
        ("She married Jon Dahl in 1990, two years after meeting him in Rome.", "meeting", "1988"),
        (
            "The band played in Oslo on 4 May, a week before the singer Ida Moe was arrested.",
            "arrest",
            "2024-05-11",
        ),
        ("The plane landed in Oslo on 3 June. The museum reopened the following morning.", "opening", "2024-06-04"),
        ("Ten years ago this month a landslide in the city killed 13 people.", "disaster", "2014-06"),
        ("It was the worst flood since Typhoon Ada in August 2002.", "disaster", "2002-08"),
    ],
)
def test_a_day_is_counted_from_another_happening(annotate: Annotate, text: str, kind: str, start: str) -> None:
    found = annotate(article(text)).value
    assert start in [each.start for each in found.events if each.type == kind]


@pytest.mark.parametrize(
    "text",
    [
        "Two aid workers were freed on Monday. Engineer Jon Dahl, 39, and the midwife Ida Moe were flown to Oslo.",
        "Jon Dahl was one of two people freed on Monday. Released with him was the midwife Ida Moe.",
    ],
)
def test_a_number_of_people_are_those_whom_the_next_sentence_names(annotate: Annotate, text: str) -> None:
    found = annotate(article(text)).value
    event = the_event(found, "release")
    assert [name_of(found, each.entity) for each in event.participants] == ["Jon Dahl", "Ida Moe"]


def test_a_number_of_things_means_nobody(annotate: Annotate) -> None:
    found = annotate(article("Voters gave two seats to Harwell on Monday.", "Jon Dahl and Ida Moe cheered.")).value
    assert "Jon Dahl" not in {name_of(found, one.entity) for each in found.events for one in each.participants}


@pytest.mark.parametrize(
    ("sentence", "kind", "names"),
    [
        ("The talks, which opened on Monday, had been chaired by Jon Dahl.", "meeting", {"Jon Dahl"}),
        (
            "Minister Ida Moe handed her resignation to President Jon Dahl on Monday.",
            "resignation",
            {"Ida Moe", "Jon Dahl"},
        ),
        ("Ida Moe took over from Jon Dahl in March 2020.", "appointment", {"Ida Moe", "Jon Dahl"}),
        ("Ida Moe told analysts on a conference call on Monday that sales fell.", "meeting", {"Ida Moe"}),
        ("The mayor, Ida Moe, spoke to reporters at City Hall on Monday.", "speech", {"Ida Moe"}),
        ("The senate voted on Monday to oust the government of Prime Minister Jon Dahl.", "vote", {"Jon Dahl"}),
        (
            "President Ana Ruiz accepted it on Monday and named Deputy Prime Minister Jon Dahl acting premier.",
            "appointment",
            {"Ana Ruiz", "Jon Dahl"},
        ),
    ],
)
def test_those_whom_the_clause_names_beside_subject_and_object_take_part(
    annotate: Annotate, sentence: str, kind: str, names: set[str]
) -> None:
    found = annotate(article(sentence)).value
    assert {name_of(found, each.entity) for each in the_event(found, kind).participants} == names


def test_what_is_found_slides_off_or_is_named_happens(annotate: Annotate) -> None:
    text = (
        "Ida Moe was found on Saturday under mud behind her house in Bergen.",
        "A jet slid off the runway in Oslo on 3 May.",
        "Sales slid into the red in Oslo on 3 May.",
        "The audit was found on Monday to be wrong.",
    )
    found = annotate(article(*text)).value
    assert [each.name for each in found.events] == [
        "Ida Moe found under mud behind her house in Bergen",
        "Jet slides off runway in Oslo",
    ]


@pytest.mark.parametrize(
    ("text", "name", "start"),
    [
        (
            "A ferry ran aground off Bergen early on Tuesday, the coastguard said.",
            "Ferry crash off Bergen",
            "2024-06-11",
        ),
        ("Ida Moe turned professional in 2001 with Harwell.", "Ida Moe turns professional with Harwell", "2001"),
        ("Tickets go on sale on 1 July.", "Tickets go on sale", "2024-07-01"),
        ("Ida Moe moves to Oslo. Moe starts on 1 July.", "Ida Moe starts", "2024-07-01"),
        ("Ida Moe dropped the charges on Monday.", "Ida Moe drops charges", "2024-06-10"),
        ("The minister, Ida Moe, is to make a statement next week.", "Ida Moe’s statement", "2024-06"),
        ("Ida Moe was suspended on 3 May.", "Suspension of Ida Moe", "2024-05-03"),
        ("Her rival Jon Dahl, who resigned in March, did not attend.", "Resignation of Jon Dahl", "2024-03"),
        ("Ida Moe will leave at the end of the month.", "Ida Moe leaves", "2024-06"),
        (
            "The closure of the plant, announced in April, will be completed in December.",
            "Closure of the plant",
            "2024-12",
        ),
        ("The court ruled on Friday. Moe conceded defeat an hour later.", "Moe concedes defeat", "2024-06-07"),
    ],
)
def test_deeds_are_told_by_idioms_and_dated_by_their_own_day(
    annotate: Annotate, text: str, name: str, start: str
) -> None:
    found = annotate(article(text)).value
    assert (name, start) in [(each.name, each.start) for each in found.events]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harwell shares closed at £3 on Monday.",
        "Sales dropped 3 % in May.",
        "Had she won, Ida Moe would be at the Harwell Games.",
    ],
)
def test_prices_figures_and_what_might_have_been_are_no_events(annotate: Annotate, sentence: str) -> None:
    found = annotate(article(sentence)).value
    assert found.events == ()
    assert not [each for each in found.entities if each.type == "named-event"]


def test_a_trip_put_off_before_it_began_is_rescheduled(annotate: Annotate) -> None:
    text = (
        "General Ida Moe flew to Peru on Monday.",
        "The trip was first planned for 12 May but had to be postponed because of snow.",
    )
    event = the_event(annotate(article(*text)).value, "visit")
    assert (event.status, event.start, event.previous_start) == ("EventRescheduled", "2024-06-10", "2024-05-12")


@pytest.mark.parametrize(
    ("text", "name", "start", "places"),
    [
        (
            "There was a truce on Monday. Ida Moe and Jon Dahl shook hands at the Hotel Bristol in Praia; her list gets jobs.",
            "Ida Moe and Jon Dahl shake hands at the Hotel Bristol",
            "2024-06-10",
            ["Hotel Bristol", "Praia"],
        ),
        (
            "Minister Jon Dahl, in Rome for talks with the Harwell Bank that began on Monday and end today, has not commented.",
            "Talks between Harwell Bank and Jon Dahl in Rome",
            "2024-06-10",
            ["Rome"],
        ),
        (
            "Shares jumped 14% on Tuesday after the health agency licensed a vaccine in Peru.",
            "Health agency licenses vaccine in Peru",
            "2024-06-11",
            ["Peru"],
        ),
        (
            "Jon Dahl came fourth in the race that gave Norway its gold in Rome in May.",
            "Race in Rome",
            "2024-05",
            ["Rome"],
        ),
        (
            "Two men who had been held since May 2023 were freed on Monday and flown to Rome, where they were met by Ida Moe.",
            "Release of two men",
            "2024-06-10",
            [],
        ),
        ("A fire in Hull on Monday killed four people.", "Fire in Hull", "2024-06-10", ["Hull"]),
        ("Four people were killed in a crash near Oslo on Monday.", "Crash near Oslo", "2024-06-10", ["Oslo"]),
    ],
)
def test_neighbours_of_a_happening_tell_its_day_and_place(
    annotate: Annotate, text: str, name: str, start: str, places: list[str]
) -> None:
    found = annotate(article(text)).value
    told = [(each.name, each.start, [name_of(found, one) for one in each.places]) for each in found.events]
    assert (name, start, places) in told
    assert not any("illing" in each.name for each in found.events)


def test_the_next_sentence_tells_on_of_the_same_day_unless_it_turns_to_another(annotate: Annotate) -> None:
    found = annotate(
        article(
            "The president flew to Rome on Monday. Ida Moe met Jon Dahl at the Vatican.",
            "The president flew home on Tuesday. Ana Ruiz had met Ola Lund in Pisa.",
            "Per Holm was arrested on Tuesday. He was charged with murder.",
        )
    ).value
    days = {each.name: each.start for each in found.events}
    assert days["Meeting of Ida Moe and Jon Dahl in Vatican City"] == "2024-06-10"
    assert days["Meeting of Ana Ruiz and Ola Lund in Pisa"] is None
    assert days.get("Charging of Per Holm") is None


@pytest.mark.parametrize("words", ["said on Monday", "confirmed late on Monday", "announced Monday"])
def test_a_date_behind_the_saying_is_that_of_the_saying(annotate: Annotate, words: str) -> None:
    found = annotate(article(f"Harwell {words} it was cooperating with an inquiry by the Health Agency.")).value
    assert not [each for each in found.events if each.type == "hearing"]


def test_here_and_the_city_are_where_the_dateline_is(annotate: Annotate) -> None:
    body = (
        "PORTO, June 12 (Newswire) - The mayor opened a library on Monday.",
        "Some 500 people marched through the city on Tuesday.",
        "It is the worst flood here since Typhoon Ada in August 2002.",
    )
    found = annotate(article(*body)).value
    places = {each.type: [name_of(found, one) for one in each.places] for each in found.events}
    assert (places["protest"], places["disaster"]) == (["Porto"], [])


def test_a_judgment_is_the_sentencing_told_of_before(annotate: Annotate) -> None:
    found = annotate(
        article(
            "A court has sentenced Jon Dahl to seven years in prison.",
            "Judge Ida Moe delivered the judgment on Monday.",
        )
    ).value
    assert [(each.name, each.start) for each in found.events] == [("Sentencing of Jon Dahl", "2024-06-10")]


@pytest.mark.parametrize(
    ("text", "name", "start"),
    [
        ("Voters rejected the reform in a referendum on Sunday.", "Referendum", "2024-06-09"),
        ("The bodies are to be flown home on Tuesday.", "Bodies flown", "2024-06-18"),
        ("Ida Moe was born in Pisa and came to Denmark in 1987.", "Ida Moe comes to Denmark", "1987"),
        ("The council had planned a party for 26 June with the pupils.", "Party", "2024-06-26"),
        ("A state dinner, planned for Tuesday night, was moved to the garden.", "State dinner", "2024-06-18"),
        ("A man was held at the station on Saturday.", "Arrest of the man", "2024-06-08"),
        ("In 2014 the zoo caused an outcry when it shot a keeper, Jon Dahl.", "Shooting of Jon Dahl", "2014"),
        ("The minister ordered the closure of the airport on Monday.", "Closure of the airport", "2024-06-10"),
        ("Three men were killed on Monday when an avalanche swept down Mount Moe.", "Avalanche", "2024-06-10"),
    ],
)
def test_what_the_words_around_a_verb_make_of_it(annotate: Annotate, text: str, name: str, start: str) -> None:
    found = annotate(article("The weather was fine.", text)).value
    named = [(each.name.replace(" of man", " of the man"), each.start) for each in found.events]
    assert any(told.startswith(name) and day == start for told, day in named), named


def test_an_appointment_announced_on_a_day_is_named_by_who_is_appointed(annotate: Annotate) -> None:
    found = annotate(
        article("The board has appointed the director Ida Moe.", "The appointment was announced on Tuesday.")
    ).value
    assert [(each.name, each.start) for each in found.events] == [("Appointment of Ida Moe", "2024-06-11")]


def test_a_day_is_not_that_of_the_deed_told_before_it(annotate: Annotate) -> None:
    found = annotate(article("Ida Moe was born in Pisa and came to Denmark in 1987.")).value
    assert [each.start for each in found.events if each.type == "birth"] in ([], [None])


def test_a_search_all_but_called_off_is_not_called_off(annotate: Annotate) -> None:
    found = annotate(
        article("On Friday, when the ministry had all but called off the search, Ida Moe was rescued.")
    ).value
    assert [each for each in found.events if each.status is not None] == []


def test_two_offices_are_two_appointments(annotate: Annotate) -> None:
    found = annotate(
        article(
            "The archbishop of Oslo, Jon Dahl, was named a cardinal on Monday.", "Dahl became bishop of Hamar in 2009."
        )
    ).value
    assert [each.start for each in found.events if each.type == "appointment"] == ["2024-06-10", "2009"]


@pytest.mark.parametrize(
    ("text", "name", "start", "status"),
    [
        (
            "A concert that the choir was to give in Porto on Friday has been replaced by a vigil.",
            "Concert in Porto",
            "2024-06-14",
            "EventCancelled",
        ),
        ("A mass planned there for Saturday has been moved to the stadium.", "Mass", "2024-06-15", None),
    ],
)
def test_plans_replaced_or_moved_are_told_as_they_stand(
    annotate: Annotate, text: str, name: str, start: str, status: str | None
) -> None:
    found = annotate(article(text)).value
    assert (name, start, status) in [(each.name, each.start, each.status) for each in found.events]
