"""Standard Webhooks, against the vector that its libraries share and against one of those libraries."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.standards.standard_webhooks import secret_bytes, sign, verify

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
ID = "msg_p5jXN8AQM9LWM0D4loKWxJek"
TIMESTAMP = 1614265330
BODY = b'{"test": 2432232314}'
SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
KEY = secret_bytes(SECRET)


def check(
    signatures: str = SIGNATURE, *, body: bytes = BODY, timestamp: str = str(TIMESTAMP), now: float = TIMESTAMP
) -> str | None:
    return verify((KEY,), message_id=ID, timestamp=timestamp, signatures=signatures, body=body, now=now)


def test_the_shared_vector() -> None:
    assert sign(KEY, message_id=ID, timestamp=TIMESTAMP, body=BODY) == SIGNATURE
    assert check() is None


def test_another_body_is_wrong_and_an_old_or_future_message_is_stale() -> None:
    assert check(body=b"{}") == "wrong"
    assert check(now=TIMESTAMP + 301) == "stale"
    assert check(now=TIMESTAMP - 301) == "stale"
    assert check("") == "missing"


def test_any_of_several_signatures_and_keys_may_be_right() -> None:
    assert check(f"v1,AAAA v1a,BBBB {SIGNATURE}") is None
    keys = (b"an older secret", KEY)
    assert verify(keys, message_id=ID, timestamp=str(TIMESTAMP), signatures=SIGNATURE, body=BODY, now=TIMESTAMP) is None


@given(st.text(max_size=40), st.text(max_size=40))
def test_nothing_crashes_the_verifier(signatures: str, timestamp: str) -> None:
    assert check(signatures, timestamp=timestamp) is not None


def test_a_broken_secret_is_refused() -> None:
    with pytest.raises(ValueError, match="base64"):
        secret_bytes("whsec_%%%")


def test_the_reference_library_takes_what_we_sign() -> None:
    library = pytest.importorskip("standardwebhooks", reason="standardwebhooks is not installed")
    now = datetime.now(UTC)
    signature = sign(KEY, message_id=ID, timestamp=int(now.timestamp()), body=BODY)
    webhook = library.Webhook(base64.b64encode(KEY).decode())
    headers = {"webhook-id": ID, "webhook-timestamp": str(int(now.timestamp())), "webhook-signature": signature}
    assert webhook.verify(BODY.decode(), headers)
    assert verify(
        (KEY,), message_id=ID, timestamp=headers["webhook-timestamp"], body=BODY, now=now.timestamp(),
        signatures=webhook.sign(ID, now, BODY.decode()),
    ) is None  # fmt: skip
