"""Notes around an article: who helped, in whose words."""

from __future__ import annotations

import pytest

from pipeline.normalize.notes import contributors_of, credit_line


@pytest.mark.parametrize(
    ("note", "names", "line"),
    [
        ("(Additional reporting by Ida Quell in PORTO; Editing by Rui Sol)", ["Ida Quell"], "Additional reporting by Ida Quell in PORTO; Editing by Rui Sol"),
        ("— with files from Ida Quell", ["Ida Quell"], "with files from Ida Quell"),
        ("Wire writer Ida Quell contributed to this report.", ["Ida Quell"], "Wire writer Ida Quell contributed to this report."),
    ],
)  # fmt: skip
def test_who_helped_is_named_and_the_line_stays_as_printed(note: str, names: list[str], line: str) -> None:
    assert [each.name for each in contributors_of([note])] == names
    assert credit_line([note]) == line


def test_other_notes_credit_nobody() -> None:
    assert credit_line(["Correction: an earlier version misnamed the mayor."]) is None
