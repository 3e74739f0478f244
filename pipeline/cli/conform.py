"""``newsgraph conform URL``: test an endpoint against the open push protocol."""

from __future__ import annotations

import asyncio
import os
import secrets
import time
from typing import TYPE_CHECKING

import click

from pipeline.model.codec import encode
from pipeline.model.errors import DeliveryError
from pipeline.model.newsroom import Endpoint

if TYPE_CHECKING:
    from pipeline.receive.conformance import Verdict


@click.command()
@click.argument("url")
@click.option("--secret-env", metavar="NAME", help="Environment variable with the signing secret.")
@click.option("--token-env", metavar="NAME", help="Environment variable with a bearer token.")
@click.option(
    "--signature", type=click.Choice(["standard-webhooks", "rfc9421"]), default="standard-webhooks", show_default=True
)
@click.option("--key-id", metavar="ID", help="Names the key of RFC 9421 signatures.")
@click.option("--timeout", "timeout_s", default=10.0, show_default=True, help="Seconds for one answer.")
@click.option("--json", "as_json", is_flag=True, help="One JSON verdict a line.")
def command(*, url: str, as_json: bool, timeout_s: float, **named: str | None) -> None:
    """Test the endpoint at URL (the collection that takes articles). Exit code 1 if it lacks something that it must do.

    One article with a name of its own is stored, changed and removed again.
    """
    from pipeline.deliver.http_push import check_url  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.deliver.transport import TransportFault  # noqa: PLC0415 - loaded when called

    endpoint = Endpoint(name="endpoint", url=url, timeout_s=timeout_s, allow_private=True, **named)  # type: ignore[arg-type]  # click checked it
    check_url(endpoint)
    try:
        lacking = asyncio.run(_test(endpoint, as_json=as_json))
    except TransportFault as fault:
        raise DeliveryError(f"{url}: {fault.detail}. Start the endpoint, or correct the address.") from fault
    raise SystemExit(1 if lacking else 0)


async def _test(endpoint: Endpoint, *, as_json: bool) -> int:
    """The number of requirements that are not met, though they must be."""
    from pipeline.deliver.httpx_transport import HttpxTransport  # noqa: PLC0415 - keeps `--help` fast
    from pipeline.deliver.secrets import credentials  # noqa: PLC0415 - loaded when called
    from pipeline.deliver.signing import signer  # noqa: PLC0415 - loaded when called
    from pipeline.receive.conformance import Subject, conform  # noqa: PLC0415 - loaded when called

    known = credentials(endpoint, os.environ)
    transport = HttpxTransport(endpoint)
    name = f"newsgraph-conformance-{secrets.token_hex(6)}"
    subject = Subject(
        url=endpoint.url,
        name=name,
        transport=transport,
        credentials=known,
        sign=signer(endpoint, known),
        clock=time.time,
    )
    verdicts: list[Verdict] = []
    try:
        async for each in conform(subject):
            verdicts.append(each)
            click.echo(encode(each).decode() if as_json else _line(each))
    finally:
        await transport.close()
    return _sum_up(verdicts)


def _line(verdict: Verdict) -> str:
    seen = f": {verdict.detail}" if verdict.detail else ""
    return f"{'ok  ' if verdict.met else 'FAIL'} {verdict.level:6} {verdict.requirement}{seen}"


def _sum_up(verdicts: list[Verdict]) -> int:
    lacking = sum(not each.met and each.level == "must" for each in verdicts)
    wished = sum(not each.met and each.level == "should" for each in verdicts)
    click.echo(f"{len(verdicts)} requirements: {lacking} that must be met are not, {wished} that should.", err=True)
    return lacking
