"""How long to wait before the next attempt, by the kind of fault. Full jitter; what the endpoint asks for is the least.

Full jitter spreads the attempts of many publishers evenly:
https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/ (read 2026-11).
"""

from __future__ import annotations

from pipeline.deliver.parcel import Fault

FIRST_AND_LONGEST_S: dict[Fault, tuple[float, float]] = {
    "none": (1.0, 60.0),
    "unreachable": (1.0, 300.0),
    "interrupted": (1.0, 600.0),
    "busy": (2.0, 3600.0),
    "broken": (5.0, 3600.0),
    "misdirected": (30.0, 3600.0),
    "article": (0.5, 60.0),
}
LONGEST_ASKED_S = 86_400.0
"""An endpoint may ask for a day of silence, not more."""


def delay_s(fault: Fault, *, attempt: int, chance: float, asked_s: float | None = None) -> float:
    """Seconds until the next attempt; ``attempt`` counts those made (from 1), ``chance`` is a random number from 0 to 1."""
    first, longest = FIRST_AND_LONGEST_S[fault]
    jitter = chance * min(longest, first * 2.0 ** min(max(attempt - 1, 0), 20))
    if asked_s is None:
        return jitter
    return min(asked_s, LONGEST_ASKED_S) + min(jitter, first)
