"""An endpoint of the settings in, its open channel out: which kind it is, how much it takes at once, how to close it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping

import msgspec

from pipeline.deliver import cloudevents, folder, indexnow, s3, websub
from pipeline.deliver.http_push import Wiring, http_push
from pipeline.deliver.httpx_transport import MOST_IN_FLIGHT, HttpxTransport
from pipeline.deliver.live import only_live
from pipeline.deliver.parcel import Channel
from pipeline.deliver.secrets import Credentials, credentials
from pipeline.deliver.signing import aws_signer, signer
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from pipeline.standards.aws_signature import Identity


class OpenChannel(msgspec.Struct, frozen=True, kw_only=True):
    """``channels`` are used in turn, each for at most ``MOST_IN_FLIGHT`` at once; ``batch`` parcels go into one call."""

    channels: tuple[Channel, ...]
    close: Callable[[], Awaitable[None]]
    batch: int = 1
    in_flight: int = 1


def open_channel(endpoint: Endpoint, *, environment: Mapping[str, str], clock: Callable[[], float]) -> OpenChannel:
    """Open the channel of an endpoint; raises ``UsageError`` for settings or secrets that are wrong or missing."""
    _check_numbers(endpoint)
    if endpoint.kind == "folder":
        return OpenChannel(channels=(folder.folder(endpoint),), close=_nothing_to_close)
    secrets = credentials(endpoint, environment)
    maker, batch = _makers(endpoint)
    in_flight = endpoint.in_flight if batch == 1 else 1
    transports = tuple(HttpxTransport(endpoint) for _ in range(-(-max(1, in_flight) // MOST_IN_FLIGHT)))
    channels = []
    for each in transports:
        channel = maker(endpoint, each, secrets, clock)
        channels.append(only_live(channel, each) if endpoint.wait_live else channel)

    async def close() -> None:
        for each in transports:
            await each.close()

    return OpenChannel(channels=tuple(channels), close=close, batch=batch, in_flight=in_flight)


def _check_numbers(endpoint: Endpoint) -> None:
    rate = 1.0 if endpoint.rate_per_s is None else endpoint.rate_per_s
    for name, value in (
        ("timeout_s", endpoint.timeout_s),
        ("rate_per_s", rate),
        ("in_flight", endpoint.in_flight),
        ("max_attempts", endpoint.max_attempts),
    ):
        if not 0 < value < 1e9:
            raise UsageError(f"endpoint {endpoint.name!r}: {name} is {value:g}. Write a number above 0.")


type Maker = Callable[[Endpoint, HttpxTransport, Credentials, Callable[[], float]], Channel]


def _makers(endpoint: Endpoint) -> tuple[Maker, int]:
    """How to make a channel of this kind, and how many parcels it takes in one call."""
    match endpoint.kind:
        case "http-push":
            return lambda *given: http_push(endpoint, _signed(*given)), 1
        case "cloudevents":
            return lambda *given: cloudevents.cloudevents(endpoint, _signed(*given)), 1
        case "websub":
            return lambda *given: websub.websub(endpoint, _signed(*given)), websub.BATCH
        case "indexnow":
            return _indexnow, indexnow.BATCH
        case "s3":
            return _s3, 1
        case _:
            raise UsageError(
                f"endpoint {endpoint.name!r}: kind {endpoint.kind!r} is not supported. See `newsgraph init --print`."
            )


def _signed(endpoint: Endpoint, transport: HttpxTransport, secrets: Credentials, clock: Callable[[], float]) -> Wiring:
    return Wiring(transport=transport, credentials=secrets, sign=signer(endpoint, secrets), clock=clock)


def _indexnow(
    endpoint: Endpoint, transport: HttpxTransport, secrets: Credentials, clock: Callable[[], float]
) -> Channel:
    if secrets.signing_key is None:
        raise UsageError(
            f"endpoint {endpoint.name!r}: name the environment variable of the IndexNow key with secret_env."
        )
    return indexnow.indexnow(endpoint, _signed(endpoint, transport, secrets, clock), key=secrets.signing_key.decode())


def _s3(endpoint: Endpoint, transport: HttpxTransport, secrets: Credentials, clock: Callable[[], float]) -> Channel:
    access_key_id, colon, secret = secrets.login.partition(":")
    if not colon:
        raise UsageError(
            f"endpoint {endpoint.name!r}: name the environment variable with access key id:secret access key with basic_env."
        )
    identity = Identity(access_key_id=access_key_id, secret_access_key=secret, region=endpoint.region)
    plain = msgspec.structs.replace(secrets, authorization=None)
    wiring = Wiring(transport=transport, credentials=plain, sign=aws_signer(identity), clock=clock)
    return http_push(endpoint, wiring, s3.LAYOUT)


async def _nothing_to_close() -> None:
    """A folder holds nothing open."""
