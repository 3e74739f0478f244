"""httpx requests to connections that go only where they may: the name is resolved once, every address is checked, and the
connection is made to the checked address, so that a second answer of the name server cannot lead elsewhere."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

from pipeline.fetch.addresses import Resolve, is_public

Clock = Callable[[], float]


class RefusedError(Exception):
    """The address is not public; the text says which."""


class _Stream(httpcore.NetworkStream):
    """A connection whose every operation ends at the deadline, however slowly the other side drips."""

    def __init__(self, inner: httpcore.NetworkStream, left: Clock) -> None:
        self._inner = inner
        self._left = left

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, timeout=self._limit(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, timeout=self._limit(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        limit = self._limit(timeout, httpcore.ConnectTimeout)
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, timeout=limit), self._left)

    def get_extra_info(self, info: str) -> Any:  # httpcore's own signature
        return self._inner.get_extra_info(info)

    def _limit(self, timeout: float | None, error: type[httpcore.TimeoutException]) -> float:
        left = self._left()
        if left <= 0:
            raise error("the time for the whole answer is over")
        return left if timeout is None else min(left, timeout)


class _Backend(httpcore.NetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, *, resolve: Resolve, private_hosts: tuple[str, ...], left: Clock) -> None:
        self._resolve = resolve
        self._private_hosts = private_hosts
        self._left = left
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        error: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in self._checked(host, port):
            limit = min(timeout or self._left(), max(self._left(), 0.001))
            try:
                stream = self._inner.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failure:
                error = failure
            else:
                return _Stream(stream, self._left)
        raise error

    def _checked(self, host: str, port: int) -> tuple[str, ...]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, UnicodeError) as error:
            raise httpcore.ConnectError(f"the name {host} is not known") from error
        private = [each for each in addresses if not is_public(each)]
        if private and not {host, "*"}.intersection(self._private_hosts):
            raise RefusedError(f"{host} is at {private[0]}, which is no public address")
        return addresses


class GuardedTransport(httpx.BaseTransport):
    """One request over one guarded connection, which ends ``timeout_s`` after the transport was made."""

    def __init__(
        self, *, tls: ssl.SSLContext, resolve: Resolve, private_hosts: tuple[str, ...], timeout_s: float
    ) -> None:
        end = time.monotonic() + timeout_s
        backend = _Backend(resolve=resolve, private_hosts=private_hosts, left=lambda: end - time.monotonic())
        self._pool = httpcore.ConnectionPool(ssl_context=tls, max_keepalive_connections=0, network_backend=backend)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send the request; network faults are raised as httpx's own, a forbidden address as ``RefusedError``."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore.Request(
            request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions
        )
        try:
            answer = self._pool.handle_request(asked)
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout(str(error) or "no answer in time", request=request) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol) as error:
            raise httpx.ConnectError(str(error), request=request) from error
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer, request), extensions=answer.extensions
        )

    def close(self) -> None:
        """Close the connection."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    """The answer's bytes as they come; faults are raised as httpx's own."""

    def __init__(self, answer: httpcore.Response, request: httpx.Request) -> None:
        self._answer = answer
        self._request = request

    def __iter__(self) -> Iterator[bytes]:
        try:
            yield from self._answer.iter_stream()
        except httpcore.TimeoutException as error:
            raise httpx.ReadTimeout(str(error) or "no answer in time", request=self._request) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise httpx.ReadError(str(error), request=self._request) from error

    def close(self) -> None:
        self._answer.close()
