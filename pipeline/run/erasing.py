"""What a build still keeps of persons who must no longer be named, once it knows in which articles they stand."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.mapping import suppressed_names
from pipeline.run.article import Annotated
from pipeline.run.finishing import Settled
from pipeline.store.prepared import PreparedStore


def forget_suppressed(articles: Iterable[Annotated], settled: Iterable[Settled], cache: PreparedStore) -> None:
    """Take every prepared article out of the cache that names them: their articles are read anew from the source each time."""
    names = {
        name
        for article, answer in zip(articles, settled, strict=True)
        for name in suppressed_names(article.article, article.annotations, answer.identities)
    }
    cache.forget_naming(sorted(names))
