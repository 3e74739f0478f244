"""Asks a chat-completions service for an article's statements, through httpx: article in, statements and findings out.

The protocol is that of ``POST /chat/completions`` as OpenAI describes it and vLLM, llama.cpp, Ollama and others speak it. Off unless
newsroom.toml names a service. Its statements are believed only as far as the text bears them (``annotate/grounding.py``).
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import msgspec

from pipeline.annotate.asking import chat_request
from pipeline.annotate.confidence import OTHER
from pipeline.annotate.grounding import Voice, refusals
from pipeline.annotate.statements import Ask, Statement, parse_reply
from pipeline.fetch.addresses import is_public, resolve
from pipeline.model.article import Article
from pipeline.model.errors import UsageError
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import ChatEndpoint
from pipeline.standards.retry_after import seconds_to_wait

LARGEST_REPLY = 2_000_000
"""Bytes of one answer: statements on a long article have a tenth of it."""
FIRST_PAUSE_S = 1.0
FAILED = "annotator-unreachable"
"""The code of the finding that the service gave no usable answer; such a result is not kept for the next build."""


class World(msgspec.Struct, frozen=True):
    """Clocks and the waiting between attempts; tests give their own."""

    monotonic: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep


class _Message(msgspec.Struct, frozen=True):
    content: str | None = None


class _Choice(msgspec.Struct, frozen=True):
    message: _Message
    finish_reason: str | None = None


class _Completion(msgspec.Struct, frozen=True):
    choices: tuple[_Choice, ...]


class _FaultError(Exception):
    """No usable answer; ``again`` says whether another attempt may help, ``asked_s`` how long the service wants to be left alone."""

    def __init__(self, text: str, *, again: bool = False, asked_s: float | None = None) -> None:
        super().__init__(text)
        self.again, self.asked_s = again, asked_s


def chat_annotator(
    endpoint: ChatEndpoint, environment: Mapping[str, str], world: World | None = None
) -> tuple[Ask, Voice]:
    """What asks the service, and whose voice it is. ``UsageError`` for an address or a key that cannot be used."""
    key = _key(endpoint, environment)
    _check(endpoint, key)
    voice = Voice(name=f"{OTHER}{endpoint.model}", probability=endpoint.confidence)
    there = _Service(endpoint, key, world or World())

    def ask(article: Article) -> Outcome[tuple[Statement, ...]]:
        try:
            statements, broken = there.statements(article)
        except _FaultError as fault:
            return Outcome((), (_unreachable(endpoint, str(fault)),))
        return Outcome(statements, refusals(broken, voice))

    return ask, voice


def _unreachable(endpoint: ChatEndpoint, reason: str) -> Finding:
    return Finding(
        code=FAILED,
        severity="warning",
        pointer="/articleBody",
        message=f"The annotator {endpoint.model} at {_host(endpoint)} said nothing usable: {reason}.",
        hint="Nothing of the other annotators is missing. Build again once the service answers; it will be asked again.",
    )


def _key(endpoint: ChatEndpoint, environment: Mapping[str, str]) -> str | None:
    if endpoint.key_env is None:
        return None
    key = environment.get(endpoint.key_env, "").strip()
    if not key or not key.isprintable() or not key.isascii():
        raise UsageError(
            f"annotator.chat: key_env names the environment variable {endpoint.key_env}, which "
            f"{'holds no usable key' if key else 'is not set'}. Set it, or remove key_env."
        )
    return key


def _check(endpoint: ChatEndpoint, key: str | None) -> None:
    parts = urlsplit(endpoint.url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username or parts.query or parts.fragment:
        raise UsageError(
            "annotator.chat: url must be the base address of the service, such as https://host/v1, without a user or a query."
        )
    if key and parts.scheme == "http" and not _is_near(parts.hostname):
        raise UsageError(
            "annotator.chat: a key would be sent in clear over http. Use https, or a service on this machine."
        )


def _is_near(host: str) -> bool:
    """Whether a plain-http address stays on this machine or in a private network, by its literal address."""
    return host == "localhost" or ((host.replace(".", "").isdigit() or ":" in host) and not is_public(host))


def _host(endpoint: ChatEndpoint) -> str:
    return urlsplit(endpoint.url).hostname or ""


class _Service:
    """One service: sends the request until an answer can be used, the attempts or the time are over."""

    def __init__(self, endpoint: ChatEndpoint, key: str | None, world: World) -> None:
        import httpx  # noqa: PLC0415 - only who asks a service needs it here

        self._endpoint, self._key, self._world = endpoint, key, world
        secure = endpoint.url.startswith("https:")
        self._tls = httpx.create_ssl_context(trust_env=False) if secure else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def statements(self, article: Article) -> tuple[tuple[Statement, ...], tuple[str, ...]]:
        """Statements, and why others could not be read; ``_FaultError`` if there is no usable reply."""
        body = msgspec.json.encode(
            chat_request(article, model=self._endpoint.model, reply_format=self._endpoint.reply_format)
        )
        content = _content(self._answer(body))
        try:
            return parse_reply(content)
        except ValueError as error:
            raise _FaultError(f"its reply cannot be read: {error}") from error

    def _answer(self, body: bytes) -> bytes:
        """The answer's bytes after as many attempts as it takes and may take."""
        end = self._world.monotonic() + self._endpoint.timeout_s
        for attempt in range(1, self._endpoint.max_attempts + 1):
            try:
                return self._exchange(body, end - self._world.monotonic())
            except _FaultError as fault:
                pause = max(FIRST_PAUSE_S * 2 ** (attempt - 1), fault.asked_s or 0.0)
                last = attempt == self._endpoint.max_attempts
                if not fault.again or last or self._world.monotonic() + pause >= end:
                    raise
                self._world.sleep(pause)
        raise AssertionError  # the last attempt returns or raises

    def _exchange(self, body: bytes, left_s: float) -> bytes:
        import httpx  # noqa: PLC0415 - as above

        from pipeline.fetch.exchange import TooLargeError, bounded  # noqa: PLC0415 - loads httpx
        from pipeline.fetch.transport import GuardedTransport  # noqa: PLC0415 - loads httpx

        transport = GuardedTransport(
            tls=self._tls, resolve=resolve, private_hosts=(_host(self._endpoint),), timeout_s=left_s
        )
        url = f"{self._endpoint.url.rstrip('/')}/chat/completions"
        try:
            with (
                httpx.Client(transport=transport, trust_env=False, timeout=left_s) as client,
                client.stream("POST", url, content=body, headers=self._headers(), follow_redirects=False) as response,
            ):
                content = bounded(response.iter_raw(), LARGEST_REPLY)
                return self._usable(response.status_code, response.headers.get("retry-after"), content)
        except TooLargeError as error:
            raise _FaultError(f"its answer has more than {LARGEST_REPLY} bytes") from error
        except httpx.HTTPError as error:
            raise _FaultError(f"no answer ({type(error).__name__}: {error})", again=True) from error

    def _headers(self) -> dict[str, str]:
        headers = {"content-type": "application/json", "accept": "application/json", "accept-encoding": "identity"}
        return {**headers, "authorization": f"Bearer {self._key}"} if self._key else headers

    def _usable(self, status: int, retry_after: str | None, content: bytes) -> bytes:
        if status == 200:
            return content
        again = status in {408, 409, 425, 429} or status >= 500
        words = " ".join(content[:300].decode("utf-8", "replace").split())
        shown = words.replace(self._key, "***") if self._key else words
        raise _FaultError(
            f"it answered {status} ({shown})", again=again, asked_s=seconds_to_wait(retry_after, now=self._world.now())
        )


def _content(answer: bytes) -> str:
    """The text of the first choice."""
    try:
        completion: Any = msgspec.json.decode(answer, type=_Completion)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _FaultError(f"its answer is no chat completion ({error})") from error
    first = completion.choices[0] if completion.choices else None
    if first is None or not first.message.content:
        raise _FaultError("its answer holds no text")
    if first.finish_reason == "length":
        raise _FaultError("its reply was cut off at its longest; let the service write more")
    return str(first.message.content)
