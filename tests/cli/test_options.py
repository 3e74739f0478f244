"""Options that several commands share."""

from __future__ import annotations

from pipeline.cli.options import FORMATS
from pipeline.fetch.opening import ARCHIVES
from pipeline.normalize.readers import READERS


def test_every_format_that_can_be_read_is_listed() -> None:
    """Those that only say what a source is instead of an article are not for users."""
    assert set(FORMATS) == (set(READERS) - {"sitemap", "xml", "json"}) | set(ARCHIVES)
