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
from pipeline.normalize.readers import (
    article_json,
    email_message,
    feed,
    front_matter,
    json_feed,
    json_ld,
    newsml_g2,
    ninjs,
    nitf,
    scraped_text,
    unread,
    web_page,
    wordpress,
    wxr,
)

Reader = Callable[[Source, Newsroom], Outcome[tuple[Article, ...]]]

READERS: dict[str, Reader] = {
    "text": scraped_text.read,
    "html": web_page.read,
    "feed": feed.read,
    "rss": feed.read,
    "atom": feed.read,
    "json-feed": json_feed.read,
    "json-ld": json_ld.read,
    "ninjs": ninjs.read,
    "newsml-g2": newsml_g2.read,
    "nitf": nitf.read,
    "wordpress": wordpress.read,
    "wxr": wxr.read,
    "front-matter": front_matter.read,
    "markdown": front_matter.read,
    "article": article_json.read,
    "e-mail": email_message.read,
    "sitemap": unread.read_sitemap,
    "xml": unread.read_xml,
    "json": unread.read_json_value,
}
"""Format (``--format``) -> its reader."""
