"""What the user named -> its articles, normalized, annotated or mapped, in order; what went wrong stands among them as findings."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path

import msgspec

from pipeline import fetch
from pipeline.model.failed import Failed
from pipeline.model.finding import Finding
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.sidecar import parse as parse_sidecar
from pipeline.run import workers as pool
from pipeline.run.article import Annotated, Prepared, prepare
from pipeline.run.engines import annotator_of


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """What to read and how: ``arguments`` as on the command line; ``workers`` None lets the number of sources decide."""

    arguments: tuple[str, ...]
    format: str | None = None
    url: str | None = None
    sidecar: Path | None = None
    workers: int | None = None
    timeout_s: float = pool.TIMEOUT_S
    fetching: fetch.FetchSettings = fetch.FetchSettings()


def sources(request: Request) -> Iterator[Source | Prepared]:
    """Every source named, with its sidecar; where there is none, the finding that says why stands in an empty ``Prepared``."""
    given = fetch.gather(
        request.arguments,
        settings=request.fetching,
        stdin=sys.stdin.buffer.read,
        parse_sidecar=parse_sidecar,
        format=request.format,
        url=request.url,
        sidecar=request.sidecar,
    )
    for each in given:
        yield Prepared(source=each.path, findings=(each,)) if isinstance(each, Finding) else each


def normalized(request: Request, newsroom: Newsroom) -> Iterator[Prepared]:
    """The articles without annotations."""
    return each_prepared(sources(request), partial(_normalizer, newsroom), request)


def annotated(request: Request, newsroom: Newsroom) -> Iterator[Prepared]:
    """The articles with their annotations."""
    return each_prepared(sources(request), partial(make_preparer, newsroom), request)


def each_prepared(
    given: Iterable[Source | Prepared], make: Callable[[], Callable[[Source], Prepared]], request: Request
) -> Iterator[Prepared]:
    """Run the first pass: one result for each given, at its place; what is prepared already passes through."""
    items = iter(given)
    first = tuple(islice(items, pool.ENOUGH))
    count = pool.default_workers(len(first)) if request.workers is None else request.workers
    ready: deque[tuple[int, Prepared]] = deque()
    results = pool.run(make, _only_sources(chain(first, items), ready), workers=count, timeout_s=request.timeout_s)
    for done, result in enumerate(results):
        while ready and ready[0][0] <= done:
            yield ready.popleft()[1]
        yield _failed(result) if isinstance(result, Failed) else result
    yield from (each for _, each in ready)


def make_preparer(newsroom: Newsroom) -> Callable[[Source], Prepared]:
    """Load the models and bind them: called once in every worker."""
    return partial(
        prepare,
        newsroom=newsroom,
        annotate=annotator_of(newsroom, os.environ),
    )


def _failed(failure: Failed) -> Prepared:
    """A failure as the finding that reports it."""
    return Prepared(source=failure.source, findings=(failure.finding,))


def _normalizer(newsroom: Newsroom) -> Callable[[Source], Prepared]:
    return partial(_normalized, newsroom=newsroom)


def _normalized(source: Source, *, newsroom: Newsroom) -> Prepared:
    outcome = normalize(source, newsroom)
    return Prepared(
        source=source.name,
        articles=tuple(Annotated(article=each) for each in outcome.value),
        findings=outcome.findings,
    )


def _only_sources(items: Iterable[Source | Prepared], ready: deque[tuple[int, Prepared]]) -> Iterator[Source]:
    """The sources alone; ``ready`` keeps what is prepared with the number of sources before it."""
    count = 0
    for each in items:
        if isinstance(each, Prepared):
            ready.append((count, each))
        else:
            count += 1
            yield each


def every_finding(prepared: Prepared) -> tuple[Finding, ...]:
    """All findings of the first pass, in order."""
    return prepared.findings + tuple(each for one in prepared.articles for each in one.findings)
