"""Moments in the forms that the formats demand; what a source did not state is left out, never invented."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime

from pipeline.model.moment import Moment


def rfc3339(moment: Moment | None) -> str | None:
    """An instant with seconds (RFC 3339), or None for less."""
    if moment is None or moment.precision != "instant":
        return None
    return moment.clock.isoformat(timespec="seconds").replace("+00:00", "Z")


def rfc822(moment: Moment | None) -> str | None:
    """An instant as RSS wants it (RFC 822 with four digits for the year), or None for less. In GMT: there are readers that
    know no zones of three quarters of an hour."""
    instant = moment.instant if moment else None
    return format_datetime(instant, usegmt=True) if instant else None


def w3c(moment: Moment | None) -> str | None:
    """An instant or a day (W3C datetime, as XML Schema's dateTime or date); a local time gives its day, a month None."""
    if moment is None or moment.precision in {"year", "month"}:
        return None
    return rfc3339(moment) or moment[:10]


def xsd(moment: Moment | None) -> str | None:
    """Any moment as XML Schema writes it: as it is, a time with its seconds."""
    return moment.clock.isoformat(timespec="seconds") if moment and "T" in moment else moment


def moment_of(value: object) -> Moment | None:
    """A date in a graph's node, or None if it is none."""
    try:
        return Moment(value) if isinstance(value, str) else None
    except ValueError:
        return None


def within(moment: Moment | None, *, now: datetime, hours: int) -> bool:
    """Does the moment lie in the last ``hours`` before ``now`` (with a zone)? A moment without a zone counts by its day, read
    as UTC; one that is less than a day does not count."""
    if moment is None or moment.precision in {"year", "month"}:
        return False
    if moment.instant is not None:
        return 0 <= (now - moment.instant).total_seconds() <= hours * 3600
    return 0 <= (now.astimezone(UTC).date() - moment.day).days * 24 <= hours
