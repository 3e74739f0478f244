"""RFC 9421, against the vectors of its appendix B.2 and against another implementation."""

from __future__ import annotations

import base64
import importlib
import time

import msgspec
import pytest

from pipeline.standards.message_signatures import (
    Key,
    Message,
    algorithm_for,
    content_digest,
    digest_matches,
    sign,
    signature_base,
    verify,
)

CREATED = 1618884473
BODY = b'{"hello": "world"}'
REQUEST = Message(
    method="POST",
    url="https://example.com/foo?param=Value&Pet=dog",
    headers={
        "date": "Tue, 20 Apr 2021 02:07:55 GMT",
        "content-type": "application/json",
        "content-digest": "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:",
        "content-length": "18",
    },
)
SECRET = Key(
    id="test-shared-secret",
    secret=base64.b64decode("uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ=="),
)
ED25519 = Key(
    id="test-key-ed25519",
    algorithm="ed25519",
    secret=b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=\n-----END PUBLIC KEY-----\n",
)
ED25519_PRIVATE = b"-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF\n-----END PRIVATE KEY-----\n"
B25 = {
    "signature-input": 'sig-b25=("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
    "signature": "sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:",
}
B26 = {
    "signature-input": 'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    "signature": "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
}
COVERED = ("@method", "@authority", "@path", "content-digest")


def with_headers(headers: dict[str, str]) -> Message:
    return msgspec.structs.replace(REQUEST, headers={**REQUEST.headers, **headers})


def test_the_signature_base_is_the_one_of_the_appendix() -> None:
    base = signature_base(
        REQUEST, ("date", "@authority", "content-type"), ';created=1618884473;keyid="test-shared-secret"'
    )
    assert base.decode().splitlines() == [
        '"date": Tue, 20 Apr 2021 02:07:55 GMT',
        '"@authority": example.com',
        '"content-type": application/json',
        '"@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
    ]


@pytest.mark.parametrize(("headers", "key"), [(B25, SECRET), (B26, ED25519)])
def test_the_vectors_of_the_appendix_verify(headers: dict[str, str], key: Key) -> None:
    assert verify(with_headers(headers), [key], required=("date",), now=CREATED) is None


@pytest.mark.parametrize("headers", [B25, B26])
def test_a_vector_with_another_date_is_wrong(headers: dict[str, str]) -> None:
    changed = with_headers({**headers, "date": "Tue, 20 Apr 2021 02:07:56 GMT"})
    assert verify(changed, [SECRET, ED25519], required=(), now=CREATED) == "wrong"


def test_what_we_sign_verifies_and_every_covered_part_counts() -> None:
    message = with_headers({"content-digest": content_digest(BODY)})
    signed = msgspec.structs.replace(
        message, headers={**message.headers, **sign(message, COVERED, SECRET, created=CREATED)}
    )
    assert verify(signed, [SECRET], required=COVERED, now=CREATED) is None
    for changed in (
        msgspec.structs.replace(signed, method="DELETE"),
        msgspec.structs.replace(signed, url="https://example.com/other"),
        msgspec.structs.replace(signed, url="https://example.org/foo"),
        msgspec.structs.replace(signed, headers={**signed.headers, "content-digest": content_digest(b"other")}),
    ):
        assert verify(changed, [SECRET], required=COVERED, now=CREATED) == "wrong"


def test_an_ed25519_signature_of_ours_verifies_with_the_public_key() -> None:
    private = Key(id="test-key-ed25519", algorithm="ed25519", secret=ED25519_PRIVATE)
    signed = with_headers(sign(REQUEST, ("@method", "@path"), private, created=CREATED))
    assert verify(signed, [ED25519], required=("@path",), now=CREATED) is None


def test_a_query_parameter_is_covered_as_in_the_appendix() -> None:
    covered = ("@authority", "content-digest", '@query-param;name="Pet"')
    base = signature_base(REQUEST, covered, ';created=1618884473;keyid="test-key-rsa-pss";tag="header-example"')
    assert base.decode().splitlines()[2:] == [
        '"@query-param";name="Pet": dog',
        '"@signature-params": ("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss";tag="header-example"',
    ]
    signed = with_headers(sign(REQUEST, covered, SECRET, created=CREATED))
    assert verify(signed, [SECRET], required=covered, now=CREATED) is None
    other = msgspec.structs.replace(signed, url=REQUEST.url.replace("dog", "cat"))
    assert verify(other, [SECRET], required=covered, now=CREATED) == "wrong"
    twice = msgspec.structs.replace(signed, url=REQUEST.url + "&Pet=cat")
    assert verify(twice, [SECRET], required=covered, now=CREATED) == "incomplete"


def pem_pair(kind: str) -> tuple[bytes, bytes]:
    """A new private key and its public key."""
    asymmetric = pytest.importorskip(
        "cryptography.hazmat.primitives.asymmetric", reason="cryptography is not installed"
    )
    serialization = pytest.importorskip("cryptography.hazmat.primitives.serialization")
    module = {"ed25519": "ed25519", "ecdsa-p256-sha256": "ec", "rsa-pss-sha512": "rsa"}[kind]
    keys = importlib.import_module(f"{asymmetric.__name__}.{module}")
    if module == "ed25519":
        key = keys.Ed25519PrivateKey.generate()
    else:
        key = keys.generate_private_key(*((keys.SECP256R1(),) if module == "ec" else (65537, 2048)))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    public = key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return private, public


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512"])
def test_every_kind_of_key_signs_and_only_its_own_public_key_agrees(kind: str) -> None:
    private, public = pem_pair(kind)
    _, another = pem_pair(kind)
    assert (algorithm_for(private), algorithm_for(public), algorithm_for(b"shared")) == (kind, kind, "hmac-sha256")
    mine = Key(id="k", secret=private, algorithm=algorithm_for(private))
    signed = with_headers(sign(REQUEST, ("@method", "date"), mine, created=CREATED))
    for secret, expected in ((public, None), (another, "wrong")):
        theirs = Key(id="k", secret=secret, algorithm=algorithm_for(secret))
        assert verify(signed, [theirs], required=("date",), now=CREATED) == expected


@pytest.mark.parametrize("kind", ["ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512"])
def test_another_implementation_takes_every_kind_of_signature(kind: str) -> None:
    other = pytest.importorskip("http_message_signatures", reason="http-message-signatures is not installed")
    requests = pytest.importorskip("requests", reason="requests is not installed")
    private, public = pem_pair(kind)
    algorithms = {"ed25519": "ED25519", "ecdsa-p256-sha256": "ECDSA_P256_SHA256", "rsa-pss-sha512": "RSA_PSS_SHA512"}

    class Resolver(other.HTTPSignatureKeyResolver):  # type: ignore[misc,name-defined]  # an optional package
        def resolve_public_key(self, key_id: str) -> bytes:
            assert key_id == "k"
            return public

    request = requests.Request("POST", REQUEST.url, data=BODY, headers=dict(REQUEST.headers)).prepare()
    mine = Key(id="k", secret=private, algorithm=algorithm_for(private))
    request.headers.update(sign(REQUEST, ("@method", "content-digest"), mine, created=int(time.time())))
    algorithm = getattr(other.algorithms, algorithms[kind])
    verifier = other.HTTPMessageVerifier(signature_algorithm=algorithm, key_resolver=Resolver())
    assert len(verifier.verify(request)) == 1


@pytest.mark.parametrize(
    "pem", [b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", b"-----BEGIN nonsense"]
)
def test_a_broken_key_is_a_value_error(pem: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        algorithm_for(pem)


def test_stale_missing_and_incomplete_signatures_are_told_apart() -> None:
    signed = with_headers(sign(REQUEST, ("@method",), SECRET, created=CREATED))
    assert verify(signed, [SECRET], required=("@method",), now=CREATED + 301) == "stale"
    assert verify(signed, [SECRET], required=("@path",), now=CREATED) == "incomplete"
    assert verify(REQUEST, [SECRET], required=(), now=CREATED) == "missing"


@pytest.mark.parametrize(
    "header", ["", "x", "sig1=", 'sig1=("@method"', 'sig1=("@met\\"hod");created=1', "sig1=();created=zzz", "sig1=:!!:"]
)
def test_no_header_crashes_the_reader(header: str) -> None:
    message = with_headers({"signature-input": header, "signature": header or "sig1=:AA==:"})
    assert verify(message, [SECRET], required=(), now=CREATED) in {"missing", "stale", "wrong", "incomplete"}


def test_the_digest_of_the_appendix_matches_its_body_and_no_other() -> None:
    assert digest_matches(REQUEST.headers["content-digest"], BODY)
    assert digest_matches(content_digest(BODY), BODY)
    assert not digest_matches(content_digest(BODY), b"other")
    assert not digest_matches("", BODY)


def test_another_implementation_verifies_our_signature() -> None:
    other = pytest.importorskip("http_message_signatures", reason="http-message-signatures is not installed")
    requests = pytest.importorskip("requests", reason="requests is not installed")

    class Resolver(other.HTTPSignatureKeyResolver):  # type: ignore[misc,name-defined]  # an optional package
        def resolve_public_key(self, key_id: str) -> bytes:
            assert key_id == SECRET.id
            return SECRET.secret

    created = int(time.time())
    request = requests.Request("POST", REQUEST.url, data=BODY, headers=dict(REQUEST.headers)).prepare()
    request.headers.update(sign(REQUEST, ("@method", "@authority", "content-digest"), SECRET, created=created))
    verifier = other.HTTPMessageVerifier(signature_algorithm=other.algorithms.HMAC_SHA256, key_resolver=Resolver())
    assert len(verifier.verify(request)) == 1
