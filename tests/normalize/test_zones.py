from pipeline.model.article import Article
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.source import Source
from pipeline.normalize.zones import in_zone, settle_zones

SOURCE = Source(name="a", content=b"")


def settled(date: str, zone: str | None):
    newsroom = Newsroom(site=Site(url="https://news.example", time_zone=zone), publisher=Publisher(name="Example"))
    return settle_zones(Article(slug="", url="", source="", date_published=Moment(date)), SOURCE, newsroom)


def test_a_local_time_without_a_configured_zone_stays_and_is_told():
    outcome = settled("2025-05-01T09:00", None)
    assert outcome.value.date_published == "2025-05-01T09:00"
    assert [each.code for each in outcome.findings] == ["date-without-zone"]


def test_a_local_time_gets_the_configured_zone_of_that_day():
    assert settled("2025-05-01T09:00", "Europe/Berlin").value.date_published == "2025-05-01T09:00:00+02:00"
    assert settled("2025-01-01T09:00", "Europe/Berlin").value.date_published == "2025-01-01T09:00:00+01:00"


def test_a_day_and_an_instant_stay_as_they_are():
    for each in ("2025-05-01", "2025-05-01T09:00:00Z", "2025"):
        outcome = settled(each, "Asia/Seoul")
        assert outcome.value.date_published == each
        assert outcome.findings == ()


def test_an_hour_that_the_clocks_left_out_is_where_the_clock_then_stood():
    assert in_zone(Moment("2025-03-30T02:30"), "Europe/Berlin") == "2025-03-30T03:30:00+02:00"
