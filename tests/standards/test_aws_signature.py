"""AWS Signature Version 4, against the worked examples of the S3 documentation."""

from __future__ import annotations

from datetime import UTC, datetime

from pipeline.standards.aws_signature import Identity, signed_headers

IDENTITY = Identity(access_key_id="AKIAIOSFODNN7EXAMPLE", secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
NOW = datetime(2013, 5, 24, tzinfo=UTC).timestamp()


def signature(method: str, url: str, headers: dict[str, str], content: bytes = b"") -> str:
    signed = signed_headers(IDENTITY, method=method, url=url, headers=headers, content=content, now=NOW)
    return signed["authorization"].rpartition("Signature=")[2]


def test_get_object() -> None:
    assert (
        signature("GET", "https://examplebucket.s3.amazonaws.com/test.txt", {"range": "bytes=0-9"})
        == "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41"
    )


def test_put_object_with_a_dollar_in_its_name() -> None:
    headers = {"date": "Fri, 24 May 2013 00:00:00 GMT", "x-amz-storage-class": "REDUCED_REDUNDANCY"}
    assert (
        signature("PUT", "https://examplebucket.s3.amazonaws.com/test%24file.text", headers, b"Welcome to Amazon S3.")
        == "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
    )


def test_a_query_without_value() -> None:
    assert (
        signature("GET", "https://examplebucket.s3.amazonaws.com/?lifecycle", {})
        == "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543"
    )
