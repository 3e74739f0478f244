"""Signatures by keys in PEM, as RFC 9421 (section 3.3) fixes them. Needs the package ``cryptography``, loaded when used."""

from __future__ import annotations

from typing import Any, Literal

Kind = Literal["ed25519", "ecdsa-p256-sha256", "rsa-pss-sha512"]
_MISSING = "keys in PEM need the package cryptography: pip install cryptography"
P256_BYTES = 32


def algorithm_of(pem: bytes) -> Kind:
    """What a private or public key signs with. Raises ``ValueError`` for a broken key or one of another kind."""
    key = _load(pem)
    name = type(key).__name__
    if "Ed25519" in name:
        return "ed25519"
    if name.startswith("RSA"):
        return "rsa-pss-sha512"
    if name.startswith("EC") and key.curve.name == "secp256r1":
        return "ecdsa-p256-sha256"
    raise ValueError("the key is neither Ed25519 nor P-256 nor RSA")


def signature_of(pem: bytes, kind: str, message: bytes) -> bytes:
    """The signature by a private key; raises ``ValueError`` if it is none of that kind."""
    key = _load(pem)
    if algorithm_of(pem) != kind or not hasattr(key, "sign"):
        raise ValueError(f"the key is no private key for {kind}")
    if kind == "ed25519":
        return bytes(key.sign(message))
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - optional
    from cryptography.hazmat.primitives.asymmetric import ec, utils  # noqa: PLC0415 - optional

    if kind == "rsa-pss-sha512":
        return bytes(key.sign(message, _pss(), hashes.SHA512()))
    r, s = utils.decode_dss_signature(key.sign(message, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(P256_BYTES, "big") + s.to_bytes(P256_BYTES, "big")


def is_right(pem: bytes, kind: str, message: bytes, signature: bytes) -> bool:
    """Whether a public key vouches for the message."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - optional
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - optional
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - optional

    key = _load(pem)
    if algorithm_of(pem) != kind or not hasattr(key, "verify"):
        return False
    try:
        if kind == "ed25519":
            key.verify(signature, message)
        elif kind == "rsa-pss-sha512":
            key.verify(signature, message, _pss(), hashes.SHA512())
        else:
            key.verify(_der(signature), message, ec.ECDSA(hashes.SHA256()))
    except InvalidSignature:
        return False
    return True


def _der(signature: bytes) -> bytes:
    """The two numbers of an ECDSA signature, which RFC 9421 writes side by side, as the library wants them."""
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature  # noqa: PLC0415 - optional

    half = len(signature) // 2
    return encode_dss_signature(int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big"))


def _pss() -> Any:  # an optional package's type
    from cryptography.hazmat.primitives import hashes  # noqa: PLC0415 - optional
    from cryptography.hazmat.primitives.asymmetric import padding  # noqa: PLC0415 - optional

    return padding.PSS(mgf=padding.MGF1(hashes.SHA512()), salt_length=64)


def _load(pem: bytes) -> Any:  # an optional package's type
    try:
        from cryptography.hazmat.primitives import serialization  # noqa: PLC0415 - optional
    except ImportError as error:
        raise ValueError(_MISSING) from error
    if b"PRIVATE KEY" in pem:
        return serialization.load_pem_private_key(pem, password=None)
    return serialization.load_pem_public_key(pem)
