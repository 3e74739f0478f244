"""PUT or DELETE one article at its own URL, once, in order. The open protocol of the README.

Fencing: ``If-None-Match: *`` for the first version, ``If-Match`` for the next ones, ``Article-Version`` always; 412 means
that the endpoint holds something else, and a GET finds out what. Repeats carry the same ``Idempotency-Key``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

import msgspec

from pipeline.deliver.answers import article_version, is_page, judge, judge_fault, usable_etag
from pipeline.deliver.parcel import Channel, Parcel, Reply
from pipeline.deliver.secrets import Credentials
from pipeline.deliver.signing import Sign
from pipeline.deliver.transport import Answer, Request, Transport, TransportFault
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint

VERSION_HEADER = "article-version"
READ_BACK_LIMIT = 16_000_000
MOST_CONFLICTS = 4


class Layout(msgspec.Struct, frozen=True, kw_only=True):
    """Where an article lives at the endpoint, and which header bears its version."""

    url: Callable[[Endpoint, str], str]
    version_header: str = VERSION_HEADER


class Wiring(msgspec.Struct, frozen=True, kw_only=True):
    """What a channel over HTTP works with; ``clock`` gives seconds since 1970."""

    transport: Transport
    credentials: Credentials
    sign: Sign
    clock: Callable[[], float]


def http_push(endpoint: Endpoint, wiring: Wiring, layout: Layout | None = None) -> Channel:
    """The channel; raises ``UsageError`` for an url that is none."""
    check_url(endpoint)
    push = _Push(endpoint, wiring, layout or Layout(url=resource_url))

    async def deliver(parcels: Sequence[Parcel]) -> Sequence[Reply]:
        return [await push.one(each) for each in parcels]

    return deliver


def resource_url(endpoint: Endpoint, slug: str) -> str:
    """Where an article lives at the endpoint: one segment below the endpoint's url."""
    return f"{endpoint.url.rstrip('/')}/{quote(slug, safe='')}"


def check_url(endpoint: Endpoint) -> None:
    """Raises ``UsageError`` for an url that is none, or that holds a password."""
    if not endpoint.url.startswith(("https://", "http://")):
        raise UsageError(f"endpoint {endpoint.name!r}: url {endpoint.url!r} is no http or https address. Correct it.")
    if "@" in endpoint.url.split("/")[2] or "?" in endpoint.url or "#" in endpoint.url:
        raise UsageError(
            f"endpoint {endpoint.name!r}: url must be a plain address, without password, query or fragment."
            " Name the environment variable of a token with token_env, of user:password with basic_env."
        )


class _Push:
    def __init__(self, endpoint: Endpoint, wiring: Wiring, layout: Layout) -> None:
        self._endpoint, self._layout = endpoint, layout
        self._transport, self._credentials = wiring.transport, wiring.credentials
        self._sign, self._clock = wiring.sign, wiring.clock

    async def one(self, parcel: Parcel) -> Reply:
        """Send one parcel and say what came of it, without any secret in the words."""
        try:
            reply = await self._deliver(parcel)
        except TransportFault as fault:
            reply = judge_fault(fault)
        return redacted(reply, self._credentials)

    async def _deliver(self, parcel: Parcel) -> Reply:
        answer = await self._transport.send(self._request(parcel))
        if answer.status == 412:
            return await self._resolve(parcel)
        if parcel.delivery.operation == "delete" and answer.status in {404, 410}:
            return Reply(verdict="delivered", status=answer.status, detail="was not there any more")
        reply = judge(answer, now=self._clock())
        if reply.verdict == "delivered" and self._endpoint.verify:
            return await self._verified(parcel, reply)
        if reply.fault == "misdirected" and reply.verdict == "retry":
            return await self._verified(parcel, reply)
        return reply

    def _request(self, parcel: Parcel) -> Request:
        delivery = parcel.delivery
        removal = delivery.operation == "delete"
        headers = {
            "idempotency-key": f'"{parcel.key}"',
            self._layout.version_header: str(delivery.version),
            **({} if removal else {"content-type": delivery.media_type}),
            **_precondition(parcel),
        }
        request = Request(
            method="DELETE" if removal else "PUT",
            url=self._layout.url(self._endpoint, delivery.slug),
            headers=self._with_authorization(headers),
            content=b"" if removal else delivery.content,
        )
        return self._sign(request, message_id=parcel.key, now=self._clock())

    def _with_authorization(self, headers: dict[str, str]) -> dict[str, str]:
        authorization = self._credentials.authorization
        return {**headers, "authorization": authorization} if authorization else headers

    async def _read(self, parcel: Parcel) -> Answer:
        """What the endpoint holds now."""
        request = Request(
            method="GET",
            url=self._layout.url(self._endpoint, parcel.delivery.slug),
            headers=self._with_authorization({"accept": parcel.delivery.media_type}),
            body_limit=READ_BACK_LIMIT,
        )
        return await self._transport.send(self._sign(request, message_id=parcel.key, now=self._clock()))

    async def _resolve(self, parcel: Parcel) -> Reply:
        """412: the endpoint holds another version than we thought. A newer one supersedes ours, an older one gives its ETag."""
        held = await self._read(parcel)
        version, ours = article_version(held, self._layout.version_header), parcel.delivery.version
        if version is not None and version > ours:
            return _newer(412, version)
        if _same(held, parcel):
            return Reply(verdict="delivered", status=412, detail="it had arrived before", etag=usable_etag(held))
        if version == ours:  # another document under our number: this database was lost and counts anew
            return _newer(412, version)
        if held.status in {200, 404, 410} and parcel.attempt < MOST_CONFLICTS:
            etag = usable_etag(held) if held.status == 200 else None
            return Reply(
                verdict="conflict", fault="article", status=412, detail="the endpoint held another version", etag=etag
            )
        return Reply(verdict="superseded", status=412, detail="the endpoint does not take this version: 412")

    async def _verified(self, parcel: Parcel, reply: Reply) -> Reply:
        """Believe an endpoint that it stored the document only if it gives it back."""
        held = await self._read(parcel)
        version = article_version(held, self._layout.version_header)
        if version is not None and version > parcel.delivery.version:
            return _newer(reply.status, version)
        if _same(held, parcel):
            return Reply(verdict="delivered", status=reply.status, etag=reply.etag or usable_etag(held))
        if reply.verdict != "delivered":
            return reply
        detail = f"{reply.status}, but a GET gives {held.status} and another document: it was not stored"
        return Reply(verdict="retry", fault="broken", status=reply.status, detail=detail)


def redacted(reply: Reply, credentials: Credentials) -> Reply:
    """The reply without any secret in its words: an endpoint may echo what it was sent."""
    return msgspec.structs.replace(
        reply,
        detail=credentials.redact(reply.detail),
        problem=credentials.redact(reply.problem) if reply.problem else None,
    )


def _newer(status: int | None, version: int) -> Reply:
    detail = f"the endpoint holds version {version} already"
    return Reply(verdict="superseded", status=status, detail=detail, held_version=version)


def _precondition(parcel: Parcel) -> dict[str, str]:
    if parcel.etag is not None:
        return {"if-match": parcel.etag}
    if not parcel.known and parcel.delivery.operation == "put":
        return {"if-none-match": "*"}
    return {}


def _same(held: Answer, parcel: Parcel) -> bool:
    """Whether the endpoint holds what we sent: the same bytes, or the same JSON written in another way."""
    if parcel.delivery.operation == "delete":
        return held.status in {404, 410}
    if held.status != 200 or held.cut or is_page(held):
        return False
    return held.content == parcel.delivery.content or _as_json(held.content) == _as_json(parcel.delivery.content)


def _as_json(content: bytes) -> object:
    """The value, or an object that equals nothing else."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return object()
