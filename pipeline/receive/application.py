"""The reference receiver as an ASGI application: the open protocol of the README, so that any server can run it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import cast

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pipeline.receive.holdings import Answered, Document, Holdings
from pipeline.receive.requests import Check, Refused, Settings, authenticate, body, change, refuse
from pipeline.receive.shape import check_shape
from pipeline.standards import problem_details
from pipeline.standards.problem_details import Problem

LIST_LIMIT = 1000


def application(path: Path, *, settings: Settings | None = None, check: Check = check_shape) -> Starlette:
    """The application over the SQLite file ``path``; every document must pass ``check``."""
    settings = settings or Settings()

    @asynccontextmanager
    async def opened(app: Starlette) -> AsyncIterator[None]:
        with Holdings(path) as holdings:
            app.state.holdings, app.state.settings, app.state.check = holdings, settings, check
            yield

    routes = [
        Route("/articles", listing, methods=["GET"]),
        Route("/articles/{slug}", read, methods=["GET", "HEAD"]),
        Route("/articles/{slug}", write, methods=["PUT", "DELETE"]),
        Route("/health", health, methods=["GET"]),
    ]
    return Starlette(
        routes=routes,
        lifespan=opened,
        exception_handlers={Refused: _refused, HTTPException: _not_routed},
    )


async def write(request: Request) -> Response:
    """PUT stores a version, DELETE removes the article: once for each key, in order of versions."""
    settings: Settings = request.app.state.settings
    content = await body(request, settings.body_limit)
    authenticate(request, content, settings)
    wanted = change(request, content, request.app.state.check)
    answered = _holdings(request).apply(wanted, now=settings.clock())
    if answered.status == 422:
        raise refuse(422, "key-reused", f"Sent another request with this key: {answered.reason}.")
    if answered.status == 412:
        raise Refused(
            Problem(type="urn:newsgraph:problem:superseded", title="Superseded", status=412, detail=answered.reason),
            _validators(answered.etag, answered.version),
        )
    return Response(status_code=answered.status, headers=_written(request, answered))


async def read(request: Request) -> Response:
    """One article as stored; 304 if the reader has it; 410 if it was removed."""
    held = _holdings(request).get(request.path_params["slug"])
    if held is None:
        raise refuse(404, "unknown-article", "No article is held under this name.")
    validators = _validators(held.etag, held.version)
    if held.state == "deleted":
        problem = refuse(410, "removed", "The newsroom removed this article.").problem
        raise Refused(problem, _validators("", held.version))
    if held.etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=validators)
    return Response(held.content, media_type=held.media_type, headers=validators)


async def listing(request: Request) -> Response:
    """What changed after ``cursor``, removals too, at most ``limit`` items; ``next`` is the cursor to go on from."""
    cursor = _number(request, "cursor", 0)
    limit = min(_number(request, "limit", 100), LIST_LIMIT)
    documents = _holdings(request).since(cursor, limit)
    items = [_item(request, each) for each in documents]
    following = documents[-1].sequence if documents else cursor
    content = msgspec.json.encode({"items": items, "next": str(following)})
    return Response(content, media_type="application/json")


async def health(request: Request) -> Response:
    """200 while the store answers."""
    return Response(msgspec.json.encode({"documents": _holdings(request).counts()}), media_type="application/json")


def _holdings(request: Request) -> Holdings:
    return cast("Holdings", request.app.state.holdings)  # Starlette's state is untyped


def _item(request: Request, document: Document) -> dict[str, object]:
    return {
        "slug": document.slug,
        "article": document.article,
        "version": document.version,
        "state": document.state,
        "etag": document.etag,
        "href": request.url_for("read", slug=document.slug).path,
        "cursor": str(document.sequence),
    }


def _validators(etag: str, version: int) -> dict[str, str]:
    return {
        **({"etag": etag} if etag else {}),
        **({"article-version": str(version)} if version else {}),
    }


def _written(request: Request, answered: Answered) -> dict[str, str]:
    repeated = {"idempotency-replayed": "true"} if answered.repeated else {}
    return {**_validators(answered.etag, answered.version), "content-location": request.url.path, **repeated}


def _number(request: Request, name: str, default: int) -> int:
    text = request.query_params.get(name, "")
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 16):
        raise refuse(400, "bad-query", f"{name} is a whole number.")
    return int(text)


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, Refused)  # noqa: S101 - registered for this class only
    return Response(
        problem_details.write(error.problem),
        status_code=error.problem.status or 500,
        media_type=problem_details.MEDIA_TYPE,
        headers=error.headers,
    )


async def _not_routed(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
    problem = Problem(title=error.detail, status=error.status_code)
    return await _refused(request, Refused(problem, dict(error.headers or {})))
