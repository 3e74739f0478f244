"""A local time without a zone gets the newsroom's zone only where it is configured; otherwise it stays as it is."""

from __future__ import annotations

from datetime import UTC
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say

_FIELDS = {"date_created": "dateCreated", "date_published": "datePublished", "date_modified": "dateModified"}


def settle_zones(article: Article, source: Source, newsroom: Newsroom) -> Outcome[Article]:  # noqa: ARG001 - a step's form
    """Every local time with the configured zone, or a finding that says that it has none."""
    findings: list[Finding] = []
    changed: dict[str, Moment] = {}
    for name, key in _FIELDS.items():
        value: Moment | None = getattr(article, name)
        if value is None or value.precision != "local":
            continue
        zone = newsroom.site.time_zone
        if zone is None:
            findings.append(say.date_without_zone(key, value))
            continue
        changed[name] = in_zone(value, zone)
        findings.append(say.zone_applied(key, value, zone))
    return Outcome(replace(article, **changed) if changed else article, tuple(findings))


def in_zone(moment: Moment, zone: str) -> Moment:
    """A local time with the offset that ``zone`` (an IANA name) had then."""
    aware = moment.clock.replace(tzinfo=ZoneInfo(zone))
    # An hour that a change of clocks left out is moved to where the clock then stood.
    return Moment(aware.astimezone(UTC).astimezone(ZoneInfo(zone)).isoformat())
