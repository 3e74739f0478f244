"""``Retry-After`` in both forms, seconds and HTTP-date, in; seconds to wait out. RFC 9110, section 10.2.3."""

from __future__ import annotations

from email.utils import parsedate_to_datetime


def seconds_to_wait(value: str | None, *, now: float) -> float | None:
    """Seconds from ``now`` (since 1970); 0 for a date that has passed, None for no header or one that cannot be read."""
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    if moment.tzinfo is None:
        return None
    return max(0.0, moment.timestamp() - now)
