"""An endpoint of the settings in, its open channel out: which kind it is, how much it takes at once, how to close it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import msgspec

from pipeline.deliver.folder import folder
from pipeline.deliver.http_push import http_push
from pipeline.deliver.httpx_transport import MOST_IN_FLIGHT, HttpxTransport
from pipeline.deliver.parcel import Channel
from pipeline.deliver.secrets import credentials
from pipeline.deliver.signing import signer
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint


class OpenChannel(msgspec.Struct, frozen=True, kw_only=True):
    """``channels`` are used in turn, each for at most ``MOST_IN_FLIGHT`` at once; ``batch`` parcels go into one call."""

    channels: tuple[Channel, ...]
    close: Callable[[], Awaitable[None]]
    batch: int = 1
    in_flight: int = 1


def open_channel(endpoint: Endpoint, *, environment: Mapping[str, str], clock: Callable[[], float]) -> OpenChannel:
    """Open the channel of an endpoint; raises ``UsageError`` for settings or secrets that are wrong or missing."""
    opener = _OPENERS.get(endpoint.kind)
    if opener is None:
        raise UsageError(
            f"endpoint {endpoint.name!r}: kind {endpoint.kind!r} is not supported. Use {', '.join(_OPENERS)}."
        )
    return opener(endpoint, environment, clock)


def _open_folder(endpoint: Endpoint, _: Mapping[str, str], __: Callable[[], float]) -> OpenChannel:
    async def close() -> None:
        """Nothing is open."""

    return OpenChannel(channels=(folder(endpoint),), close=close)


def _open_http_push(endpoint: Endpoint, environment: Mapping[str, str], clock: Callable[[], float]) -> OpenChannel:
    secrets = credentials(endpoint, environment)
    sign = signer(secrets)
    clients = -(-max(1, endpoint.in_flight) // MOST_IN_FLIGHT)
    transports = tuple(HttpxTransport(endpoint) for _ in range(clients))
    channels = tuple(
        http_push(endpoint, transport=each, credentials=secrets, sign=sign, clock=clock) for each in transports
    )

    async def close() -> None:
        for each in transports:
            await each.close()

    return OpenChannel(channels=channels, close=close, in_flight=endpoint.in_flight)


type Opener = Callable[[Endpoint, Mapping[str, str], Callable[[], float]], OpenChannel]
_OPENERS: dict[str, Opener] = {"http-push": _open_http_push, "folder": _open_folder}
