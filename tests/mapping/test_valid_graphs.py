"""Whatever the annotations say, the graph uses schema.org's terms with the types they allow, and our own schemas hold."""

from __future__ import annotations

from typing import get_args

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapping import map_article
from pipeline.model.annotations import (
    Annotations,
    Entity,
    EntityType,
    Event,
    EventStatus,
    Participant,
    ParticipantRole,
    PersonFact,
    PersonProperty,
    Quotation,
    Role,
    Span,
    Topic,
)
from pipeline.model.graph import document
from pipeline.model.moment import Moment
from pipeline.run.validation import packaged_validator
from tests.mapping.made import ARTICLE, NEWSROOM, Atlas
from tests.mapping.test_subject import SUBJECTS

VALIDATE = packaged_validator(NEWSROOM)
PAST = msgspec.structs.replace(
    ARTICLE, date_published=Moment("2021-05-06T09:00:00+02:00"), subjects=SUBJECTS, genre=("Analysis",)
)
SPAN = Span(0, 5, 0)
TYPES = [each for each in get_args(EntityType) if each != "other"]
NAMES = (
    "Ann Lee",
    "Porto",
    "Harbour Board",
    "FA Cup",
    "Lake Como",
    "The Last Ferry",
    "Ministry of Tides",
    "Oslo Airport",
)
IDS = [f"e-{number}" for number in range(6)]
EVENTS = ["v-0", "v-1"]
MOMENTS = st.sampled_from([None, Moment("2019-12-31"), Moment("2020"), Moment("2020-05"), Moment("2020-05-06")])
SOME = st.none() | st.sampled_from([*IDS, "nobody"])

ENTITIES = st.tuples(*(
    st.builds(Entity, id=st.just(each), type=st.sampled_from(TYPES), name=st.sampled_from(NAMES).map(lambda name, each=each: f"{name} {each}"), contained_in=SOME)
    for each in IDS
))  # fmt: skip
ROLES = st.builds(
    Role, person=st.sampled_from(IDS), span=st.just(SPAN), by=st.just("r"), title=st.sampled_from([None, "mayor", "former mayor"]),
    organization=SOME, relation=st.sampled_from(["affiliation", "worksFor", "memberOf"]), former=st.booleans(), start=MOMENTS, end=MOMENTS,
)  # fmt: skip
FACTS = st.builds(
    PersonFact, person=st.sampled_from(IDS[:2]), property=st.sampled_from(get_args(PersonProperty)), span=st.just(SPAN), by=st.just("r"),
    value=st.sampled_from(["Japanese", "1980-01-02", "1981", "Dr", "somewhere"]), entity=SOME,
)  # fmt: skip
PARTICIPANTS = st.builds(Participant, entity=st.sampled_from(IDS), role=st.sampled_from(get_args(ParticipantRole)))
HAPPENINGS = st.tuples(*(
    st.builds(
        Event, id=st.just(each), name=st.sampled_from([f"Event {each}", "", "—"]), type=st.just("meeting"), span=st.just(SPAN), trigger=st.just(SPAN), by=st.just("r"),
        schema_type=st.sampled_from(["Event", "SportsEvent", "Festival"]), start=MOMENTS, end=MOMENTS, places=st.lists(st.sampled_from(IDS), max_size=2).map(tuple),
        participants=st.lists(PARTICIPANTS, max_size=4).map(tuple), status=st.none() | st.sampled_from(get_args(EventStatus)),
        super_event=st.none() | st.sampled_from([*EVENTS, *IDS]),
    )
    for each in EVENTS
))  # fmt: skip
QUOTATIONS = st.builds(
    Quotation, id=st.just("q"), text=st.sampled_from(["It is so.", "It is not."]), spans=st.just((SPAN,)), by=st.just("r"), speaker=SOME
)  # fmt: skip
TOPICS = st.builds(
    Topic, id=st.sampled_from([*IDS, *EVENTS]), salience=st.floats(0, 1), relation=st.sampled_from(["about", "mentions"])
)  # fmt: skip
ANNOTATIONS = st.builds(
    Annotations, language=st.just("en"), entities=ENTITIES, roles=st.lists(ROLES, max_size=4).map(tuple), facts=st.lists(FACTS, max_size=10).map(tuple),
    quotations=st.lists(QUOTATIONS, max_size=2).map(tuple), events=HAPPENINGS, topics=st.lists(TOPICS, max_size=4).map(tuple),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(ANNOTATIONS)
def test_any_annotations_give_a_graph_without_errors(annotations: Annotations) -> None:
    graph = map_article(PAST, annotations, {}, NEWSROOM, gazetteer=Atlas()).value
    findings = VALIDATE(document(graph), path="a.jsonld")
    assert [f"{each.code} {each.pointer} {each.message}" for each in findings if each.severity == "error"] == []
