"""Retractions and reinstatements: a decision in, tombstones and deliveries out. The decision comes first and is never lost;
carrying it out may stop anywhere and is taken up again by the next run."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from pipeline.model import edition
from pipeline.model.codec import decode, encode
from pipeline.model.edition import Entry
from pipeline.model.errors import UsageError
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.publish.retraction import retraction_files
from pipeline.run import publishing_record
from pipeline.run.article import Waiting
from pipeline.run.edition_output import write_edition
from pipeline.run.report import Line
from pipeline.run.stores import Stores
from pipeline.store.editorial import Decision, DecisionKind

CANCELED = "The source canceled it."


def retract(url: str, reason: str, newsroom: Newsroom, output: Path, *, now: datetime) -> Entry:
    """Retract a published article for good; the entry that stands in the edition from now on.

    Raises ``UsageError`` if it was never published or is retracted already.
    """
    with ExitStack() as stack:
        stores = Stores(output, stack)
        before = published(url, stores)
        if url in stores.editorial.retractions():
            raise UsageError(
                f"{url}: is retracted already: {before.reason} Use `newsgraph history` to see when and why."
            )
        stores.editorial.decide(_decision(url, "retract", reason, now))
        carry_out(newsroom, stores, now=now)
        write_edition(newsroom, stores, now)
        return published(url, stores)


def reinstate(url: str, reason: str, output: Path, *, now: datetime) -> None:
    """Take a retraction back: the next build publishes the article again, as a new version."""
    with ExitStack() as stack:
        stores = Stores(output, stack)
        if url not in stores.editorial.retractions():
            raise UsageError(f"{url}: is not retracted, so there is nothing to take back. Check the address.")
        stores.editorial.decide(_decision(url, "reinstate", reason, now))


def settle(
    articles: tuple[Waiting, ...], newsroom: Newsroom, stores: Stores, *, now: datetime
) -> tuple[tuple[Waiting, ...], tuple[Line, ...]]:
    """The articles that a build may go on with, and a line for each that is retracted. What a source cancels after it was
    published is retracted; what it makes usable again is taken back."""
    before = stores.editorial.retractions()
    for each in articles:
        _follow_source(each, before.get(each.article.url), stores, now)
    carry_out(newsroom, stores, now=now)
    retracted = stores.editorial.retractions()
    lines = tuple(_line(each, retracted, stores) for each in articles if each.article.url in retracted)
    return tuple(each for each in articles if each.article.url not in retracted), lines


def carry_out(newsroom: Newsroom, stores: Stores, *, now: datetime) -> None:
    """Make tombstones of all articles that are retracted and still live; doing it twice changes nothing."""
    for url, decision in stores.editorial.retractions().items():
        build = stores.builds.get(url)
        if build is not None and build.state == "live":
            _bury(url, decision, newsroom, stores, now)


def published(url: str, stores: Stores) -> Entry:
    """The article's entry; ``UsageError`` if it was never published."""
    kept = stores.editions.get(url)
    if kept is None:
        raise UsageError(
            f"{url}: was never published from here. Give the address exactly as it stands in article.json."
        )
    return decode(kept[0], Entry)


def _follow_source(waiting: Waiting, retracted: Decision | None, stores: Stores, now: datetime) -> None:
    article = waiting.article
    if article.pub_status == "canceled" and retracted is None and stores.builds.get(article.url) is not None:
        stores.editorial.decide(_decision(article.url, "retract", CANCELED, now, by="source"))
    elif article.pub_status == "usable" and retracted is not None and retracted.by == "source":
        stores.editorial.decide(_decision(article.url, "reinstate", "The source took it back.", now, by="source"))


def _bury(url: str, decision: Decision, newsroom: Newsroom, stores: Stores, now: datetime) -> None:
    kept = stores.editions.get(url)
    if kept is None:
        return
    with stores.database.transaction():
        change = publishing_record.retract(stores.outbox, url, endpoints=newsroom.endpoints, now=now.timestamp())
        entry = edition.retract(decode(kept[0], Entry), now=decision.decided, reason=decision.reason)
        if change is not None:
            entry = msgspec.structs.replace(entry, version=change.build.version)
        stores.editions.put(url, encode(entry), kept[1])
        stores.holds.put(url, None)
        stores.sayings.replace(url, ())
    files = retraction_files(entry, newsroom)
    stores.output.write(files)
    stores.output.keep_only(f"articles/{entry.slug}", (each.path for each in files))


def _line(waiting: Waiting, retracted: dict[str, Decision], stores: Stores) -> Line:
    article = waiting.article
    build = stores.builds.get(article.url)
    return Line(
        source=article.source,
        url=article.url,
        slug=article.slug,
        state="retracted",
        why=retracted[article.url].reason,
        version=build.version if build else 0,
    )


def _decision(
    url: str, kind: DecisionKind, reason: str, now: datetime, *, by: Literal["editor", "source"] = "editor"
) -> Decision:
    return Decision(article=url, kind=kind, reason=reason, by=by, decided=Moment(now.isoformat()))
