"""Which source's day of publication is taken where they contradict one another."""

from pipeline.model.moment import Moment
from pipeline.normalize.web.candidate import Candidate, SourceName
from pipeline.normalize.web.days import choose_date


def chosen(**days: str) -> str | None:
    names: dict[str, SourceName] = {"json_ld": "json-ld", "meta": "meta", "dom": "dom", "open_graph": "open-graph"}
    best = choose_date([Candidate("datePublished", Moment(day), names[name]) for name, day in days.items()])
    return None if best is None else str(best.value)


def test_two_sources_that_agree_win_over_json_ld_alone() -> None:
    assert chosen(json_ld="2024-08-29", meta="2025-11-25", dom="2025-11-25") == "2025-11-25"


def test_one_other_source_with_a_later_day_does_not() -> None:
    assert chosen(json_ld="2024-08-29", dom="2025-11-25") == "2024-08-29"


def test_json_ld_that_a_third_source_confirms_stays() -> None:
    assert chosen(json_ld="2024-08-29", open_graph="2024-08-29", meta="2025-11-25", dom="2025-11-25") == "2024-08-29"
