"""A URL in, the address to connect to out: a public name must not lead into a private network.

A name is resolved once, every address checked, and the connection made to the checked address (so that a second look-up
cannot give another). An address or ``localhost`` that the settings name themselves is what the newsroom asked for.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from typing import Any
from urllib.parse import SplitResult, urlsplit

from pipeline.deliver.transport import TransportFault

SCHEMES = frozenset({"http", "https"})
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Addresses:
    """Checks and pins the addresses of one endpoint; the last answer for a name is kept for ``KEEP_S`` seconds."""

    KEEP_S = 30.0

    def __init__(self, *, allow_private: bool, foreign: bool = False) -> None:
        """``foreign``: the address comes from somebody else, so that not even a private address that it names is meant."""
        self._allow_private, self._foreign = allow_private, foreign
        self._kept: dict[str, tuple[float, str]] = {}

    async def pin(self, url: str) -> tuple[str, dict[str, str], dict[str, Any]]:
        """The URL to connect to, the headers and httpx extensions that keep its name; ``TransportFault`` if it is not allowed."""
        parts = urlsplit(url)
        host = parts.hostname or ""
        if parts.scheme not in SCHEMES or not host:
            raise TransportFault("unreachable", "the address is no http or https URL")
        if self._allow_private or (not self._foreign and _names_itself(host)):
            return url, {}, {}
        address = await self._resolve(host, parts)
        return (
            parts._replace(netloc=_netloc(address, parts.port)).geturl(),
            {"host": parts.netloc.rpartition("@")[2]},
            {"sni_hostname": host},
        )

    async def _resolve(self, host: str, parts: SplitResult) -> str:
        loop = asyncio.get_running_loop()
        kept = self._kept.get(host)
        if kept and loop.time() < kept[0]:
            return kept[1]
        port = parts.port or (443 if parts.scheme == "https" else 80)
        try:
            found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as error:
            raise TransportFault("unreachable", f"the name {host} is unknown ({error.strerror or error})") from error
        addresses = [str(each[4][0]) for each in found]
        private = [each for each in addresses if not is_public(each)]
        if private or not addresses:
            raise TransportFault(
                "unreachable",
                f"the name {host} leads to the private address {', '.join(private)}. If that is meant, set allow_private = true",
            )
        self._kept[host] = (loop.time() + self.KEEP_S, addresses[0])
        return addresses[0]


def is_public(address: str) -> bool:
    """Whether an IP address is reachable from the whole internet; an IPv4 address inside an IPv6 one counts as itself."""
    parsed = _innermost(ipaddress.ip_address(address.partition("%")[0]))
    return parsed.is_global and not parsed.is_multicast


def _innermost(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    """The IPv4 address that a mapped, 6to4 (RFC 3056) or NAT64 (RFC 6052) address leads to."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or address


def _names_itself(host: str) -> bool:
    """An IP address or ``localhost``: whoever writes that knows where it leads."""
    if host == "localhost":
        return True
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _netloc(address: str, port: int | None) -> str:
    host = f"[{address}]" if ":" in address else address
    return host if port is None else f"{host}:{port}"
