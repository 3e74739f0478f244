"""What the facts model links is said of persons of whom the rules know no organization, with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from pipeline.annotate.linking import Asked, Known, Link, Told
from pipeline.annotate.read_affiliations import MARGIN, SURE
from pipeline.annotate.read_links import read_links, read_texts
from pipeline.annotate.reading import Reading, read
from pipeline.model.annotations import Annotations, Entity, Mention, Role, Span
from pipeline.run.engines import load_parser
from tests.annotate.articles import article

PARSE, _ = load_parser()
TEXT = "Ida Moe spoke for Harwell Foods on Monday; Jon Dahl told Nordic Radio that Acme disagreed."
NAMES = {
    "person-1": ("person", "Ida Moe"), "person-2": ("person", "Jon Dahl"), "organization-1": ("organization", "Harwell Foods"),
    "organization-2": ("organization", "Nordic Radio"), "organization-3": ("organization", "Acme"),
}  # fmt: skip


class Sure:
    """A linker that is as sure as told of the pairs it knows, and remembers who was asked about."""

    name = "fake-1"

    def __init__(self, scores: dict[tuple[str, str], float], past: float = -5.0) -> None:
        self.scores, self.past, self.asked = scores, past, Asked()

    def read(self, texts: Sequence[str], known: Sequence[Known]) -> Sure:
        assert all(each.end <= len(texts[each.text]) for each in known)
        self.known = known
        return self

    def told(self) -> list[Told]:
        return []

    def links(self, asked: Asked, happenings: Sequence[Known] = ()) -> list[Link]:
        self.asked = asked
        at = {each.id: each for each in (*self.known, *happenings)}
        return [Link(a, b, score, self.past, at[a], at[b]) for (a, b), score in self.scores.items()]


def linked(reading: Reading, annotations: Annotations, link: Sure) -> Annotations:
    return read_links(reading, annotations, read_texts(reading, annotations, link))


@pytest.fixture
def reading() -> Reading:
    return read(article(TEXT), PARSE)


@pytest.fixture
def annotations() -> Annotations:
    spans = {local: Span(TEXT.index(name), TEXT.index(name) + len(name), 0) for local, (_, name) in NAMES.items()}
    return Annotations(
        entities=tuple(Entity(id=local, type=kind, name=name) for local, (kind, name) in NAMES.items()),  # type: ignore[arg-type]  # the table's words are types
        mentions=tuple(
            Mention(span=spans[local], text=name, entity=local, by="x") for local, (_, name) in NAMES.items()
        ),
    )


def told(annotations: Annotations) -> list[tuple[str, str | None]]:
    return [(each.person, each.organization) for each in annotations.roles]


def test_a_sure_link_becomes_a_role_whose_evidence_holds_both(reading: Reading, annotations: Annotations) -> None:
    (role,) = linked(reading, annotations, Sure({("person-1", "organization-1"): SURE + 1})).roles
    assert (role.person, role.organization, role.by) == ("person-1", "organization-1", "rule:read-by-model")
    assert reading.text[role.span.start : role.span.end] == "Ida Moe spoke for Harwell Foods"


def test_only_the_surest_organization_of_a_person_is_taken(reading: Reading, annotations: Annotations) -> None:
    link = Sure({("person-1", "organization-3"): SURE + 1, ("person-1", "organization-1"): SURE + 2})
    assert told(linked(reading, annotations, link)) == [("person-1", "organization-1")]


@pytest.mark.parametrize(
    "link", [Sure({("person-1", "organization-1"): SURE - 0.1}), Sure({("person-1", "organization-1"): 9.0}, past=1.0)]
)
def test_a_doubtful_link_and_one_that_is_over_are_not_taken(
    reading: Reading, annotations: Annotations, link: Sure
) -> None:
    assert linked(reading, annotations, link) == annotations


def test_whom_somebody_told_something_is_not_where_he_works(reading: Reading, annotations: Annotations) -> None:
    assert linked(reading, annotations, Sure({("person-2", "organization-2"): 9.0})) == annotations


def test_persons_of_whom_the_rules_know_an_organization_are_not_asked_about(
    reading: Reading, annotations: Annotations
) -> None:
    role = Role(person="person-1", organization="organization-3", span=Span(0, 7, 0), by="rule:x")
    link = Sure({})
    linked(reading, msgspec.structs.replace(annotations, roles=(role,)), link)
    assert link.asked.organizations == {"person-2"}


def test_between_two_organizations_that_are_as_sure_nothing_is_said(reading: Reading, annotations: Annotations) -> None:
    link = Sure({("person-1", "organization-3"): SURE + 1, ("person-1", "organization-1"): SURE + 1 + MARGIN / 2})
    assert linked(reading, annotations, link) == annotations


@pytest.mark.parametrize(
    ("text", "person", "organization"),
    [
        ("Ida Moe and Harwell Foods chairman Jon Dahl signed on Monday.", "Ida Moe", "Harwell Foods"),
        ("Ida Moe, who joined from Harwell Foods in 2015, spoke.", "Ida Moe", "Harwell Foods"),
        ("Ida Moe, signed on Thursday from the Danish club Harwell Foods, scored.", "Ida Moe", "Harwell Foods"),
        ("Ida Moe runs the Harwell-based firm.", "Ida Moe", "Harwell"),
        ("Ida Moe denied having worked for Harwell Foods.", "Ida Moe", "Harwell Foods"),
        ("Ida Moe, a cousin of the Harwell Foods manager, spoke.", "Ida Moe", "Harwell Foods"),
    ],
)
def test_an_organization_of_another_or_of_the_past_is_not_said(text: str, person: str, organization: str) -> None:
    reading = read(article(text), PARSE)
    names = {person: "person", organization: "organization", "Jon Dahl": "person"}
    found = Annotations(
        entities=tuple(Entity(id=name, type=kind, name=name) for name, kind in names.items()),  # type: ignore[arg-type]  # as above
        mentions=tuple(
            Mention(span=Span(text.index(name), text.index(name) + len(name), 0), text=name, entity=name, by="x")
            for name in names
            if name in text
        ),
    )
    assert linked(reading, found, Sure({(person, organization): 9.0})) == found


def test_an_organization_belongs_to_the_nearer_person_whom_the_rules_know_there(
    reading: Reading, annotations: Annotations
) -> None:
    role = Role(person="person-2", organization="organization-3", span=Span(43, 90, 0), by="rule:x")
    told = msgspec.structs.replace(annotations, roles=(role,))
    assert linked(reading, told, Sure({("person-1", "organization-3"): 9.0})) == told
