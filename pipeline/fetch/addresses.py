"""Host names to the addresses that may be fetched from: public ones (IANA special-purpose registries, RFC 6890).

An address that embeds another (IPv4-mapped, NAT64, 6to4, Teredo) is as public as the one inside.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], tuple[str, ...]]

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.IPv6Network("64:ff9b:1::/48")
_COMPATIBLE = ipaddress.IPv6Network("::/96")
_METADATA = (ipaddress.ip_address("168.63.129.16"), ipaddress.ip_address("fd00:ec2::254"))


def resolve(host: str, port: int) -> tuple[str, ...]:
    """The host's addresses by the system's resolver, in its order; raises ``OSError`` where there is none."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_public(text: str) -> bool:
    """Whether anybody on the internet may reach the address: not private, loopback, link-local, multicast or reserved."""
    try:
        address: Address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    inner = _embedded(address)
    if inner is not None:
        return is_public(str(inner))
    if isinstance(address, ipaddress.IPv6Address) and address.is_site_local:
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved and address not in _METADATA


def _embedded(address: Address) -> ipaddress.IPv4Address | None:
    if isinstance(address, ipaddress.IPv4Address):
        return None
    if address in _NAT64_LOCAL:
        return ipaddress.IPv4Address(0)  # a network's own translation: never public
    if address in _NAT64 or address in _COMPATIBLE:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo
    return address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
