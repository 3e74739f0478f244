"""How much one sender may ask for: a token bucket for each, in memory, forgotten when the receiver restarts."""

from __future__ import annotations

from collections import OrderedDict

SENDERS_KEPT = 10_000


class RateLimit:
    """``per_s`` requests a second for each sender, ``burst`` at once."""

    def __init__(self, per_s: float, burst: int) -> None:
        self._per_s, self._burst = per_s, burst
        self._empty_at: OrderedDict[str, float] = OrderedDict()

    def wait_s(self, sender: str, now: float) -> float:
        """0 if the request may pass, which uses up one; otherwise the seconds until the next may."""
        empty_at = max(self._empty_at.pop(sender, 0.0), now - self._burst / self._per_s)
        wait = empty_at + 1 / self._per_s - now
        self._empty_at[sender] = empty_at if wait > 0 else empty_at + 1 / self._per_s
        while len(self._empty_at) > SENDERS_KEPT:
            self._empty_at.popitem(last=False)
        return max(0.0, wait)
