"""The way to an endpoint: certificates, mutual TLS, private networks, many clients."""

from __future__ import annotations

import asyncio
import datetime
import ipaddress
import ssl
from pathlib import Path

import pytest

from pipeline.deliver.addresses import Addresses, is_public
from pipeline.deliver.channels import open_channel
from pipeline.deliver.httpx_transport import HttpxTransport
from pipeline.deliver.transport import Answer, Request, TransportFault
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from tests.deliver.servers import answer, scripted

x509 = pytest.importorskip("cryptography.x509", reason="cryptography is not installed")


class Certificates:
    """An authority of our own, with a server and a client certificate."""

    def __init__(self, folder: Path) -> None:
        from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - optional

        self.folder, self._key = folder, ec.generate_private_key(ec.SECP256R1())
        self._new_key = lambda: ec.generate_private_key(ec.SECP256R1())
        self.ca = self._write("ca", self._key, ca=True)
        self.server = self._write("server", self._new_key())
        self.client = self._write("client", self._new_key())

    def _write(self, name: str, key, *, ca: bool = False) -> tuple[str, str]:  # type: ignore[no-untyped-def]  # an optional package
        from cryptography.hazmat.primitives import hashes, serialization  # noqa: PLC0415 - optional

        subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
        issuer = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "ca")])
        now = datetime.datetime.now(datetime.UTC)
        builder = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - datetime.timedelta(days=1))
            .not_valid_after(now + datetime.timedelta(days=1))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(
                x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
            )
        )
        builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        issued_by = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        builder = builder.add_extension(issued_by, critical=False).add_extension(_usage(ca=ca), critical=True)
        certificate = builder.sign(self._key, hashes.SHA256())
        paths = str(self.folder / f"{name}.pem"), str(self.folder / f"{name}.key")
        Path(paths[0]).write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
        Path(paths[1]).write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
            )
        )
        return paths

    def server_context(self, *, ask_client: bool = False) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*self.server)
        if ask_client:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(self.ca[0])
        return context


def _usage(*, ca: bool) -> object:
    """What strict verification (the default from Python 3.13) asks of a certificate."""
    others = (
        "content_commitment",
        "key_encipherment",
        "data_encipherment",
        "key_agreement",
        "encipher_only",
        "decipher_only",
    )
    return x509.KeyUsage(digital_signature=True, key_cert_sign=ca, crl_sign=ca, **dict.fromkeys(others, False))


@pytest.fixture
def certificates(tmp_path: Path) -> Certificates:
    return Certificates(tmp_path)


def get(endpoint: Endpoint) -> Answer:
    async def once() -> Answer:
        transport = HttpxTransport(endpoint)
        try:
            return await transport.send(Request(method="GET", url=endpoint.url))
        finally:
            await transport.close()

    return asyncio.run(once())


def test_a_certificate_that_nobody_vouches_for_is_refused_and_said_clearly(certificates: Certificates) -> None:
    with scripted(answer("200 OK"), certificates.server_context()) as server:
        with pytest.raises(TransportFault, match="certificate is not trusted") as caught:
            get(Endpoint(name="e", url=server.url))
        assert caught.value.kind == "unreachable"
        assert server.requests == []


def test_an_authority_of_the_settings_is_trusted(certificates: Certificates) -> None:
    with scripted(answer("200 OK"), certificates.server_context()) as server:
        assert get(Endpoint(name="e", url=server.url, ca_file=certificates.ca[0])).status == 200


def test_mutual_tls_proves_who_we_are(certificates: Certificates) -> None:
    known = {"ca_file": certificates.ca[0]}
    with scripted(answer("200 OK"), certificates.server_context(ask_client=True)) as server:
        with pytest.raises(TransportFault, match=r"client_cert|connection broke"):
            get(Endpoint(name="e", url=server.url, **known))
        client, key = certificates.client
        assert get(Endpoint(name="e", url=server.url, client_cert=client, client_key=key, **known)).status == 200


def test_certificate_files_that_cannot_be_read_are_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.pem"):
        HttpxTransport(Endpoint(name="e", url="https://example.org", ca_file=str(tmp_path / "missing.pem")))


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - looked at, not listened on
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:a00:1::1", False),
    ],
)
def test_public_and_private_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_an_address_that_the_settings_name_themselves_is_meant() -> None:
    for url in ("http://127.0.0.1:8400/articles", "http://localhost:8400/articles", "http://[::1]/articles"):
        assert asyncio.run(Addresses(allow_private=False).pin(url)) == (url, {}, {})


@pytest.mark.parametrize("url", ["ftp://example.org/", "http:///x", "file:///etc/passwd", "nowhere"])
def test_other_schemes_are_no_addresses(url: str) -> None:
    with pytest.raises(TransportFault, match="no http or https URL"):
        asyncio.run(Addresses(allow_private=True).pin(url))


def test_more_than_eight_in_flight_use_several_clients() -> None:
    endpoint = Endpoint(name="e", url="http://127.0.0.1:9/articles", in_flight=20)

    async def opened() -> int:
        channel = open_channel(endpoint, environment={}, clock=lambda: 0.0)
        await channel.close()
        return len(channel.channels)

    assert asyncio.run(opened()) == 3
