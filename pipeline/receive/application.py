"""The reference receiver as an ASGI application: the open protocol of the README, so that any server can run it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from pipeline.model.errors import PipelineError
from pipeline.receive import websub
from pipeline.receive.holdings import Answered, Document, Holdings
from pipeline.receive.limits import RateLimit
from pipeline.receive.metrics import MEDIA_TYPE, Metrics
from pipeline.receive.problems import Refused, refuse, response
from pipeline.receive.requests import Check, Settings, body, change, checked, number, require_media_type, slug
from pipeline.receive.senders import authenticate, check_token
from pipeline.receive.shape import check_shape
from pipeline.receive.writing import Writer
from pipeline.standards.problem_details import Problem

LIST_LIMIT = 1000
type Handler = Callable[[Request], Awaitable[Response]]


def application(path: Path, *, settings: Settings | None = None, check: Check = check_shape) -> Starlette:
    """The application over the SQLite file ``path``; every document must pass ``check``."""
    receiver = Receiver(path, settings or Settings(), check)

    @asynccontextmanager
    async def opened(_: Starlette) -> AsyncIterator[None]:
        await receiver.writer.open()
        with Holdings(path) as receiver.holdings:
            async with websub.subscribed(receiver.holdings, receiver.settings):
                yield
            await receiver.writer.close()

    def route(address: str, handler: Handler, *methods: str) -> Route:
        return Route(address, receiver.guarded(handler), methods=list(methods))

    routes = [
        route("/articles", receiver.listing, "GET"),
        route("/articles/{slug}", receiver.read, "GET"),
        route("/articles/{slug}", receiver.write, "PUT", "DELETE"),
        route("/websub/{id}", receiver.verify_subscription, "GET"),
        route("/websub/{id}", receiver.notice, "POST"),
        route("/notices", receiver.notices, "GET"),
        route("/metrics", receiver.show_metrics, "GET"),
        route("/health", receiver.health, "GET"),
    ]
    return Starlette(
        routes=routes, lifespan=opened, exception_handlers={HTTPException: _not_routed, Exception: _failed}
    )


class Receiver:
    """The handlers over one store."""

    holdings: Holdings

    def __init__(self, path: Path, settings: Settings, check: Check) -> None:
        self.settings, self.check = settings, check
        self.writer = Writer(path, clock=settings.clock, key_lifetime_s=settings.key_lifetime_s)
        self.metrics = Metrics()
        self.rate = RateLimit(settings.rate_per_s, settings.burst) if settings.rate_per_s else None

    def guarded(self, handler: Handler) -> Handler:
        """The handler with the rate limit before it; refusals and a failing store become problems, all is counted."""

        async def handle(request: Request) -> Response:
            try:
                self._limit(request)
                answer = await handler(request)
            except Refused as refused:
                answer = response(refused)
            except PipelineError as error:
                detail = f"The receiver cannot store now: {error}"
                answer = response(refuse(503, "storage", detail, headers={"retry-after": "10"}))
            self.metrics.answers[request.method, answer.status_code] += 1
            return answer

        return handle

    async def write(self, request: Request) -> Response:
        """PUT stores a version, DELETE removes the article: once for each key, in order of versions."""
        content = await body(request, self.settings)
        self.metrics.received_bytes += len(content)
        authenticate(request, content, self.settings)
        slug(request)
        article = ""
        if request.method == "PUT":
            require_media_type(request)
            article = await self._checked(content)
        answered = await self.writer.apply(change(request, content, article=article))
        self.metrics.replayed += answered.repeated
        if answered.status == 422:
            raise refuse(422, "key-reused", f"Not done: {answered.reason}.")
        if answered.status == 412:
            headers = _validators(answered.etag, answered.version)
            raise refuse(412, "superseded", f"Not done: {answered.reason}.", headers=headers)
        return Response(status_code=answered.status, headers=_written(request, answered))

    async def read(self, request: Request) -> Response:
        """One article as stored; 304 if the reader has it; 410 if it was removed."""
        self._check_reader(request)
        held = self.holdings.get(request.path_params["slug"])
        if held is None:
            raise refuse(404, "unknown-article", "No article is held under this name.")
        if held.state == "deleted":
            headers = _validators("", held.version)
            raise refuse(410, "removed", "The newsroom removed this article.", headers=headers)
        validators = {**_validators(held.etag, held.version), **_inert()}
        if held.etag in {each.strip() for each in request.headers.get("if-none-match", "").split(",")}:
            return Response(status_code=304, headers=validators)
        return Response(held.content, media_type=held.media_type, headers=validators)

    async def listing(self, request: Request) -> Response:
        """What changed after ``cursor``, removals too, at most ``limit`` items; ``next`` is the cursor to go on from."""
        self._check_reader(request)
        cursor = number(request, "cursor", 0)
        documents = self.holdings.since(cursor, max(1, min(number(request, "limit", 100), LIST_LIMIT)))
        following = documents[-1].sequence if documents else cursor
        return _json({"items": [_item(each) for each in documents], "next": str(following)})

    async def verify_subscription(self, request: Request) -> Response:
        """A hub asks whether we meant to subscribe."""
        return websub.verify(self.holdings, request, now=self.settings.clock())

    async def notice(self, request: Request) -> Response:
        """A hub brings the new content of a topic."""
        content = await body(request, self.settings)
        return websub.receive(self.holdings, request, content, now=self.settings.clock())

    async def notices(self, request: Request) -> Response:
        """What hubs brought after ``cursor``."""
        self._check_reader(request)
        limit = max(1, min(number(request, "limit", 100), LIST_LIMIT))
        return _json(websub.listing(self.holdings, number(request, "cursor", 0), limit))

    async def show_metrics(self, _: Request) -> Response:
        """Counters as Prometheus text."""
        return Response(self.metrics.text(self.holdings.counts()), media_type=MEDIA_TYPE)

    async def health(self, _: Request) -> Response:
        """200 while the store answers."""
        return _json({"documents": self.holdings.counts()})

    async def _checked(self, content: bytes) -> str:
        """The article's address. A check that takes long must not keep other requests waiting."""
        if self.check is check_shape:
            return checked(content, self.check)
        return await asyncio.to_thread(checked, content, self.check)

    def _check_reader(self, request: Request) -> None:
        if self.settings.private:
            check_token(request, self.settings)

    def _limit(self, request: Request) -> None:
        if self.rate is None:
            return
        sender = request.client.host if request.client else ""
        wait = self.rate.wait_s(sender, self.settings.clock())
        if wait > 0:
            headers = {"retry-after": str(int(wait) + 1)}
            raise refuse(429, "too-many-requests", f"At most {self.settings.rate_per_s:g} a second.", headers=headers)


def _item(document: Document) -> dict[str, object]:
    return {
        "slug": document.slug,
        "article": document.article,
        "version": document.version,
        "state": document.state,
        "etag": document.etag,
        "cursor": str(document.sequence),
    }


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), media_type="application/json", headers=_inert())


def _inert() -> dict[str, str]:
    """What was received is data: no browser may take it for a page or a script of this site."""
    return {"x-content-type-options": "nosniff", "content-security-policy": "sandbox; default-src 'none'"}


def _validators(etag: str, version: int) -> dict[str, str]:
    return {**({"etag": etag} if etag else {}), **({"article-version": str(version)} if version else {})}


def _written(request: Request, answered: Answered) -> dict[str, str]:
    repeated = {"idempotency-replayed": "true"} if answered.repeated else {}
    return {**_validators(answered.etag, answered.version), "content-location": request.url.path, **repeated}


async def _not_routed(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class only
    return response(Refused(Problem(title=error.detail, status=error.status_code), dict(error.headers or {})))


async def _failed(_: Request, __: Exception) -> Response:
    """A mistake of the receiver: the server's log has it; the sender tries again later."""
    return response(
        refuse(500, "receiver-failed", "The receiver made a mistake; its log says more. Nothing was stored.")
    )
