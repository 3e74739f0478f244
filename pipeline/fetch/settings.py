"""The limits and manners of fetching, as one frozen record with defaults that are safe."""

from __future__ import annotations

import msgspec


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Sizes are bytes after decompression, times are seconds.

    ``max_document_bytes`` bounds one document: lxml loses text nodes of more than 10 MB and a page of 20 MB takes an
    extractor 39 s (measured 2026-11). ``private_hosts`` names the hosts that may be at addresses which are not public (``*``: any
    host; for tests and intranets).
    ``follow`` fetches the pages that a feed or sitemap names; ``cache`` is a folder that keeps answers, and ``replay``
    answers from it alone, without a network.
    """

    max_document_bytes: int = 10_000_000
    max_archive_bytes: int = 20_000_000_000
    max_members: int = 100_000
    max_ratio: int = 200
    timeout_s: float = 30.0
    max_redirects: int = 5
    max_attempts: int = 3
    private_hosts: tuple[str, ...] = ()
    respect_robots: bool = True
    host_interval_s: float = 1.0
    max_wait_s: float = 30.0
    follow: bool = False
    max_pages: int = 1_000
    cache: str | None = None
    replay: bool = False
    user_agent: str = "newsgraph/0.1"
