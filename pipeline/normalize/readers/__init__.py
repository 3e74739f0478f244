"""One file per input format. A reader makes articles of a source's bytes; what is wrong with it is a finding.

A reader leaves ``slug`` empty, and ``url`` too where the source names no address: later steps give them. It never
applies the sidecar and never invents a zone.
"""

from __future__ import annotations

from collections.abc import Callable

from pipeline.model.article import Article
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize.readers import scraped_text, web_page

Reader = Callable[[Source, Newsroom], Outcome[tuple[Article, ...]]]

READERS: dict[str, Reader] = {
    "text": scraped_text.read,
    "html": web_page.read,
}
"""Format (``--format``) -> its reader."""
