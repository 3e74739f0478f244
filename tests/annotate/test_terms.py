"""When offices began and ended."""

from __future__ import annotations

import pytest

from pipeline.annotate import Annotate
from tests.annotate.articles import article


@pytest.mark.parametrize(
    ("sentence", "start", "end", "former"),
    [
        ("Eva Lund was appointed chief executive of Nordic Bank in March.", "2024-03", None, False),
        ("Nordic Bank named Eva Lund head of trading on Monday.", "2024-06-10", None, False),
        ("Eva Lund, chief executive of Nordic Bank since 2019, said so.", "2019", None, False),
        ("Eva Lund, who has led Nordic Bank since 2019, will stay.", "2019", None, False),
        ("Eva Lund, who was chief executive of Nordic Bank from 2011 to 2018, said so.", "2011", "2018", True),
        ("Eva Lund, Nordic Bank's chief risk officer until March, said so.", None, "2024-03", True),
        ("Eva Lund resigned as chair of Nordic Bank on Tuesday.", None, "2024-06-11", True),
        ("Nordic Bank said Eva Lund would step down as chair on 1 July.", None, "2024-07-01", False),
        ("Eva Lund, chief executive of Nordic Bank, spoke on Monday.", None, None, False),
        ("Eva Lund, a Nordic Bank director in 2011, said so.", None, None, False),
    ],
)
def test_an_office_has_the_days_that_are_said_of_it(
    annotate: Annotate, sentence: str, start: str | None, end: str | None, former: bool
) -> None:
    roles = annotate(article(sentence)).value.roles
    assert [(each.start, each.end, each.former) for each in roles] == [(start, end, former)]
