"""The record of editors' decisions ."""

from __future__ import annotations

from pathlib import Path

from pipeline.model.moment import Moment
from pipeline.store.editorial import Decision, Editorial

URL = "https://news.example/a"
FIRST, SECOND = Moment("2026-03-04T09:00:00Z"), Moment("2026-03-05T09:00:00Z")


def test_decisions_are_kept_in_order_and_survive_reopening(tmp_path: Path):
    record = Editorial.open(tmp_path / "editorial.sqlite")
    retracted = Decision(article=URL, kind="retract", reason="Wrong.", decided=FIRST)
    reinstated = Decision(article=URL, kind="reinstate", reason="Right.", decided=SECOND)
    record.decide(retracted)
    assert record.retractions() == {URL: retracted}
    record.close()
    again = Editorial.open(tmp_path / "editorial.sqlite")
    again.decide(reinstated)
    assert again.decisions(URL) == (retracted, reinstated)
    assert again.retractions() == {}
    again.close()
