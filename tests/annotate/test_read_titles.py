"""A role that the facts model marks becomes a title of whom it is linked to, cut by the rules, and nobody else's."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.annotate.index import index
from pipeline.annotate.linking import Known, Link
from pipeline.annotate.read_titles import SURE, titled
from pipeline.annotate.reading import read
from pipeline.model.annotations import Annotations, Entity, Mention, Role, Span
from pipeline.run.engines import load_parser
from tests.annotate.articles import article

PARSE, _ = load_parser()


def roles(text: str, role: str, *, score: float = SURE + 1, past: float = -5.0) -> Sequence[Role]:
    """What is said of Ida Moe where the model links her to these words of the text."""
    reading = read(article(text), PARSE)
    at, role_at = text.index("Ida Moe"), text.index(role)
    found = Annotations(
        entities=(Entity(id="person-1", type="person", name="Ida Moe"),),
        mentions=(Mention(span=Span(at, at + 7, 0), text="Ida Moe", entity="person-1", by="x"),),
    )
    person = Known(0, at, at + 7, "person", "person-1")
    link = Link("person-1", "role-1", score, past, person, Known(0, role_at, role_at + len(role), "role", "role-1"))
    passages = reading.passages
    return list(titled(passages, index(reading, found), [link]))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Ida Moe is a beekeeper, neighbours said.", "beekeeper"),
        ("On stage stood the lutenist, Ida Moe.", "lutenist"),
        ("Ida Moe, once a goalkeeper, now coaches.", "goalkeeper"),
    ],
)
def test_a_linked_role_becomes_a_title_with_its_evidence(text: str, role: str) -> None:
    (found,) = roles(text, role)
    assert (found.person, found.title, found.by) == ("person-1", role, "rule:title-by-model")
    assert role in text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("An aide to Ida Moe resigned.", "aide"),
        ("A spokeswoman for Ida Moe said no.", "spokeswoman"),
        ("Ida Moe's envoy left for Oslo.", "envoy"),
        ("Ida Moe, a cousin of the mayor, spoke.", "mayor"),
        ("Ida Moe, the daughter of a cobbler, spoke.", "cobbler"),
        ("Ida Moe said the drummer's name was wrong.", "drummer"),
        ("Prof Ida Moe spoke.", "Prof"),
        ("State that Ida Moe is a beekeeper.", "beekeeper"),
        ("Ida Moe and the others spoke.", "others"),
    ],
)
def test_a_role_of_somebody_else_and_a_form_of_address_are_no_titles(text: str, role: str) -> None:
    assert roles(text, role) == []


def test_a_doubtful_role_is_no_title() -> None:
    assert roles("Ida Moe had been a beekeeper.", "beekeeper", score=SURE - 0.1) == []


def test_a_role_that_is_over_says_so() -> None:
    (found,) = roles("Ida Moe, once a goalkeeper, now coaches.", "goalkeeper", past=2.0)
    assert found.former
