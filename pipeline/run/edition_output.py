"""The edition as it stands in the stores -> sitemaps, feeds, entity documents and the list of what is held back."""

from __future__ import annotations

from datetime import datetime
from itertools import batched

from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.codec import decode
from pipeline.model.edition import Edition, Entry, newest
from pipeline.model.finding import Finding
from pipeline.model.hold import Hold
from pipeline.model.newsroom import Newsroom
from pipeline.publish.addresses import article_path
from pipeline.publish.edition_files import edition_files
from pipeline.publish.entity_documents import Saying, document_path, entity_document
from pipeline.publish.holds import held_file
from pipeline.publish.readiness import edition_findings
from pipeline.run.stores import Stores

BATCH = 200
"""Entities noted as written in one transaction."""


def write_edition(newsroom: Newsroom, stores: Stores, now: datetime) -> tuple[Finding, ...]:
    """Sitemaps, feeds and entity documents of everything published so far; files that no longer belong there are removed.
    The articles that feeds want whole are read from the output folder. What is wrong with the edition as a whole comes back."""
    entries = tuple(decode(each, Entry) for each in stores.editions.all())
    shown = {each.url for each in newest(Edition(entries=entries))}
    entries = tuple(
        replace(each, article=_kept_article(each, stores)) if each.url in shown and each.state == "live" else each
        for each in entries
    )
    files = edition_files(Edition(entries=entries), newsroom, now)
    held = tuple(each for content in stores.holds.all() for each in decode(content, tuple[Hold, ...]))
    stores.output.write((*files, held_file(held)))
    for folder in ("sitemaps", "feeds"):
        stores.output.keep_only(folder, (each.path for each in files if each.path.startswith(f"{folder}/")))
    _write_entities(stores)
    return edition_findings(Edition(entries=entries))


def _write_entities(stores: Stores) -> None:
    """The documents of the entities of which anything said has changed; those of whom nothing is said any more are removed."""
    for some in batched(stores.sayings.stale(), BATCH):
        for entity in some:
            sayings = [decode(each, Saying) for each in stores.sayings.of(entity)]
            if sayings:
                stores.output.write((entity_document(sayings),))
            else:
                stores.output.remove(document_path(entity))
        stores.sayings.fresh(some)


def _kept_article(entry: Entry, stores: Stores) -> Article | None:
    content = stores.output.read(article_path(entry.slug, "article.json"))
    return None if content is None else decode(content, Article)
