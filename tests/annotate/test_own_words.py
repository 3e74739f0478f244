"""Whom "I" and "we" mean inside quotation marks."""

from __future__ import annotations

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of


def own(annotate: Annotate, *paragraphs: str) -> list[tuple[str, str | None]]:
    found = annotate(article(*paragraphs)).value
    return [(each.text, name_of(found, each.entity)) for each in found.mentions if each.by.startswith("rule:quoted")]


def test_i_is_who_speaks(annotate: Annotate) -> None:
    said = own(annotate, "“I lost my job,” Ida Moe said on Monday. Jon Dahl listened.")
    assert said == [("I", "Ida Moe"), ("my", "Ida Moe")]


def test_we_is_the_firm_of_who_speaks_for_it(annotate: Annotate) -> None:
    said = own(annotate, "“We will cut our costs this year,” said Ida Moe, chief executive of Harwell Airways.")
    assert said == [("We", "Harwell Airways"), ("our", "Harwell Airways")]


def test_we_of_a_neighbour_is_nobody_known(annotate: Annotate) -> None:
    assert own(annotate, "“We heard a loud bang in the night,” said Ida Moe, a nurse from Harwell.") == []


def test_i_outside_quotation_marks_is_not_told(annotate: Annotate) -> None:
    assert own(annotate, "I met Ida Moe in Oslo on Monday.") == []
