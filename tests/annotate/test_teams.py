"""Teams that bear the name of their town or country."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article, name_of, names

SPORT = (
    "The captain scored twice in the second half. The coach was happy with the score, the match and the league title."
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harwell beat Milton 2-0 at Elland Road on Saturday.", "Harwell 2-0 Milton"),
        ("Norway beat Peru 3-1 in the semifinal in Oslo on Saturday.", "Norway 3-1 Peru"),
        ("Cedar Falls (12-3) lost 5-4 to Maple Grove in the final on Saturday.", "Maple Grove 5-4 Cedar Falls"),
        (
            "After a 1-2 count two runs scored, and Cedar Falls beat Maple Grove 5-4 on Saturday.",
            "Cedar Falls 5-4 Maple Grove",
        ),
    ],
)
def test_places_that_beat_each_other_are_teams(annotate: Annotate, text: str, name: str) -> None:
    found = annotate(article(text, SPORT)).value
    match = next(each for each in found.events if each.type == "match")
    assert match.name == name
    sides = {name_of(found, each.entity) for each in match.participants}
    assert sides == set(names(found, "organization"))
    assert all(each in name for each in sides if each)


def test_a_town_stays_a_place_beside_its_team(annotate: Annotate) -> None:
    found = annotate(article("Milan lost 1-0 to Turin in Milan on Saturday.", SPORT)).value
    assert "Milan" in names(found, "place")
    assert "Milan" in names(found, "organization")
