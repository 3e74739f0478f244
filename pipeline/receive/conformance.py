"""An endpoint's address in, what it does right and wrong by the open push protocol out. Shares no code with the receiver.

Works on one article of its own, with a name that nobody else uses, and removes it at the end.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Literal

import msgspec

from pipeline.deliver.answers import usable_etag
from pipeline.deliver.secrets import Credentials
from pipeline.deliver.signing import Sign
from pipeline.deliver.transport import Answer, Request, Transport, TransportFault

Level = Literal["must", "should"]
ARTICLE = "https://conformance.example/"


class Verdict(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One requirement; ``detail`` says what was seen where it is not met."""

    level: Level
    requirement: str
    met: bool
    detail: str = ""


class Subject(msgspec.Struct, frozen=True, kw_only=True):
    """The endpoint under test; ``name`` is the last part of the test article's address, ``clock`` gives seconds since 1970."""

    url: str
    name: str
    transport: Transport
    credentials: Credentials
    sign: Sign
    clock: Callable[[], float]


async def conform(subject: Subject) -> AsyncIterator[Verdict]:
    """Every verdict, in the order of the protocol; raises ``TransportFault`` if the endpoint cannot be reached at all."""
    session = _Session(subject)
    for part in (_storing, _repeating, _fencing, _racing, _refusing, _signatures, _removing, _listing):
        try:
            async for verdict in part(session):
                yield verdict
        except TransportFault as fault:
            if part is _storing:
                raise
            yield Verdict(
                level="must",
                requirement=f"answers while it is tested for {part.__name__.strip('_')}",
                met=False,
                detail=fault.detail,
            )


class _Session:
    """Sends requests about the one article."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.article = f"{ARTICLE}{subject.name}"
        self.etag = ""
        self._count = 0

    def document(self, headline: str) -> bytes:
        node = {"@type": "NewsArticle", "@id": f"{self.article}#article", "url": self.article, "headline": headline}
        return msgspec.json.encode({"@context": "https://schema.org", "@graph": [node]})

    def new_key(self) -> str:
        self._count += 1
        return f"{self.subject.name}-{self._count}"

    async def put(self, content: bytes, *, key: str | None = None, **headers: str) -> Answer:
        return await self.send("PUT", content, {"content-type": "application/ld+json", **headers}, key=key)

    async def delete(self, **headers: str) -> Answer:
        return await self.send("DELETE", b"", headers)

    async def get(self) -> Answer:
        return await self.send("GET", b"", {"accept": "application/ld+json"})

    async def send(
        self, method: str, content: bytes, headers: dict[str, str], *, key: str | None = None, signed: bool = True
    ) -> Answer:
        key = key or self.new_key()
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        if method != "GET":
            named["idempotency-key"] = f'"{key}"'
        if self.subject.credentials.authorization:
            named["authorization"] = self.subject.credentials.authorization
        url = f"{self.subject.url.rstrip('/')}/{self.subject.name}"
        request = Request(method=method, url=url, headers=named, content=content)
        if signed:
            request = self.subject.sign(request, message_id=key, now=self.subject.clock())
        return await self.subject.transport.send(request)


async def _storing(session: _Session) -> AsyncIterator[Verdict]:
    content = session.document("first")
    stored = await session.put(content, article_version="1", if_none_match="*")
    yield _status("must", "stores a new article (PUT, If-None-Match: *)", stored, 200, 201, 204)
    held = await session.get()
    yield _verdict(
        "must",
        "gives it back (GET)",
        held.status == 200 and _same(held.content, content),
        f"{held.status} and {len(held.content)} bytes",
    )
    etag = usable_etag(held)
    yield _verdict(
        "must", "names its version by a strong ETag", etag is not None, f"ETag: {held.headers.get('etag', 'none')}"
    )
    yield _verdict(
        "should", "answers PUT with that ETag", usable_etag(stored) == etag, f"PUT: {usable_etag(stored)}, GET: {etag}"
    )
    said = held.headers.get("article-version", "none")
    yield _verdict("should", "repeats Article-Version", said == "1", f"Article-Version: {said}")
    session.etag = etag or ""


async def _repeating(session: _Session) -> AsyncIterator[Verdict]:
    key, content = session.new_key(), session.document("second")
    await session.put(content, key=key, article_version="2", **_match(session.etag))
    before = usable_etag(await session.get())
    again = await session.put(content, key=key, article_version="2", **_match(session.etag))
    yield _status("must", "answers a repeated request (same Idempotency-Key) with success", again, 200, 201, 204)
    after = usable_etag(await session.get())
    yield _verdict(
        "must", "gives a repeated request no second effect", before == after, f"ETag {before} became {after}"
    )
    other = await session.put(session.document("another"), key=key, article_version="3")
    yield _status("should", "refuses a key used for another document (422)", other, 422)
    session.etag = after or ""


async def _fencing(session: _Session) -> AsyncIterator[Verdict]:
    yield _status(
        "must",
        "refuses If-None-Match: * where it holds the article (412)",
        await session.put(session.document("x"), article_version="10", if_none_match="*"),
        412,
    )
    yield _status(
        "must",
        "refuses If-Match with another ETag (412)",
        await session.put(session.document("x"), article_version="10", if_match='"not-yours"'),
        412,
    )
    yield _status(
        "must",
        "refuses an older Article-Version (412)",
        await session.put(session.document("first"), article_version="1"),
        412,
    )
    etags = []
    for version, text in ((11, "A"), (12, "B"), (13, "A")):
        stored = await session.put(session.document(text), article_version=str(version), **_match(session.etag))
        session.etag = usable_etag(await session.get()) or ""
        etags.append(session.etag)
        yield _status("must", f"takes the next version by If-Match ({text})", stored, 200, 201, 204)
    yield _verdict("must", "gives A, B, A three ETags", len(set(etags)) == 3, f"ETags: {', '.join(etags)}")


async def _racing(session: _Session) -> AsyncIterator[Verdict]:
    conditions = _match(session.etag)
    tries = [session.put(session.document(f"race {n}"), article_version=str(20 + n), **conditions) for n in range(4)]
    answers = await asyncio.gather(*tries)
    won = sum(200 <= each.status < 300 for each in answers)
    seen = ", ".join(str(each.status) for each in answers)
    yield _verdict("must", "lets one of several writers with the same If-Match win", won == 1, f"answers: {seen}")
    session.etag = usable_etag(await session.get()) or ""


async def _refusing(session: _Session) -> AsyncIterator[Verdict]:
    for what, content in (("what is no JSON", b"<html>"), ("JSON that is no article", b"{}")):
        answer = await session.put(content, article_version="30")
        met = answer.status in {400, 415, 422}
        yield _verdict("must", f"refuses {what} (400 or 422)", met, f"answered {answer.status}")
        problem = answer.media_type == "application/problem+json"
        yield _verdict(
            "should", f"says why in problem+json ({what})", problem, f"Content-Type: {answer.media_type or 'none'}"
        )
    after = usable_etag(await session.get())
    yield _verdict(
        "must", "keeps what it holds when it refuses", after == session.etag, f"ETag {session.etag} became {after}"
    )


async def _signatures(session: _Session) -> AsyncIterator[Verdict]:
    if session.subject.credentials.signing_key is None:
        return
    content = session.document("forged")
    unsigned = await session.send(
        "PUT", content, {"content-type": "application/ld+json", "article-version": "40"}, signed=False
    )
    yield _status("must", "refuses a request without signature (401)", unsigned, 401, 403)
    now = session.subject.clock()
    for what, at in (("an hour old", now - 3600), ("an hour ahead", now + 3600)):
        yield _status(
            "must", f"refuses a signature that is {what} (401)", await _signed_at(session, content, at), 401, 403
        )
    forged = await _signed_at(session, content, now, other=session.document("what was signed"))
    yield _status("must", "refuses a signature of another content (401)", forged, 401, 403)


async def _signed_at(session: _Session, content: bytes, at: float, other: bytes | None = None) -> Answer:
    """Sent with a signature made for the moment ``at``, and over ``other`` content if that is given."""
    key = session.new_key()
    url = f"{session.subject.url.rstrip('/')}/{session.subject.name}"
    headers = {"content-type": "application/ld+json", "article-version": "41", "idempotency-key": f'"{key}"'}
    if session.subject.credentials.authorization:
        headers["authorization"] = session.subject.credentials.authorization
    request = Request(method="PUT", url=url, headers=headers, content=content if other is None else other)
    signed = session.subject.sign(request, message_id=key, now=at)
    return await session.subject.transport.send(msgspec.structs.replace(signed, content=content))


async def _removing(session: _Session) -> AsyncIterator[Verdict]:
    removed = await session.delete(article_version="50", **_match(session.etag))
    yield _status("must", "removes an article (DELETE, If-Match)", removed, 200, 202, 204)
    yield _status("must", "does not give back what was removed", await session.get(), 404, 410)
    yield _status(
        "must",
        "answers a second removal without error",
        await session.delete(article_version="51"),
        200,
        202,
        204,
        404,
        410,
    )
    late = await session.put(session.document("late"), article_version="13")
    yield _status("must", "does not let an older version bring a removed article back (412)", late, 412)
    if 200 <= late.status < 300:
        await session.delete(article_version="60")


async def _listing(session: _Session) -> AsyncIterator[Verdict]:
    headers = (
        {"authorization": session.subject.credentials.authorization}
        if session.subject.credentials.authorization
        else {}
    )
    request = Request(method="GET", url=f"{session.subject.url.rstrip('/')}?limit=1", headers=headers)
    answer = await session.subject.transport.send(
        session.subject.sign(request, message_id=session.new_key(), now=session.subject.clock())
    )
    try:
        listed = msgspec.json.decode(answer.content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        listed = None
    met = (
        answer.status == 200 and isinstance(listed, dict) and isinstance(listed.get("items"), list) and "next" in listed
    )
    yield _verdict("should", "lists what changed since a cursor (GET collection)", met, f"answered {answer.status}")


def _match(etag: str) -> dict[str, str]:
    return {"if_match": etag} if etag else {}


def _same(one: bytes, other: bytes) -> bool:
    """Equal as JSON: an endpoint may store it in its own way."""
    try:
        return bool(msgspec.json.decode(one) == msgspec.json.decode(other))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def _status(level: Level, requirement: str, answer: Answer, *expected: int) -> Verdict:
    return _verdict(level, requirement, answer.status in expected, f"answered {answer.status}")


def _verdict(level: Level, requirement: str, met: bool, seen: str) -> Verdict:
    return Verdict(level=level, requirement=requirement, met=met, detail="" if met else seen)
