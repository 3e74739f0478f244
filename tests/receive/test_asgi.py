"""The receiver without a server: plain ASGI messages, any bytes, and settings from the environment."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from pipeline.model.errors import UsageError
from pipeline.receive import asgi
from pipeline.receive.application import application
from pipeline.receive.checks import full_check

CHECK = full_check()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["@context", "@graph", "@type", "@id", "url", "x"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip
ARTICLE = st.dictionaries(
    st.sampled_from(["url", "headline", "author", "datePublished", "image", "about", "@id"]), JSON
)


async def _with_lifespan(app: Starlette, work: Callable[[], Awaitable[None]]) -> None:
    """Start the application as a server does, work, stop it."""
    to_app: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    from_app: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
    running = asyncio.ensure_future(app({"type": "lifespan", "asgi": {"version": "3.0"}}, to_app.get, from_app.put))  # type: ignore[arg-type]  # plain messages
    await to_app.put({"type": "lifespan.startup"})
    assert (await from_app.get())["type"] == "lifespan.startup.complete"
    try:
        await work()
    finally:
        await to_app.put({"type": "lifespan.shutdown"})
        await from_app.get()
        await running


async def _put(app: Starlette, content: bytes) -> tuple[int, bytes]:
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": content, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": "/articles/a",
        "raw_path": b"/articles/a",
        "query_string": b"",
        "headers": [(b"content-type", b"application/ld+json"), (b"host", b"x")],
        "client": ("127.0.0.1", 1),
        "server": ("x", 80),
        "scheme": "http",
        "http_version": "1.1",
    }
    await app(scope, receive, send)  # type: ignore[arg-type]  # plain messages
    return sent[0]["status"], b"".join(each.get("body", b"") for each in sent[1:])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode()) | ARTICLE.map(
    lambda article: json.dumps({"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", **article}]}).encode()
), min_size=1, max_size=6))  # fmt: skip
def test_no_bytes_crash_the_receiver(contents: list[bytes]) -> None:
    with TemporaryDirectory() as folder:
        app = application(Path(folder) / "received.sqlite", check=CHECK)

        async def work() -> None:
            for each in contents:
                status, answered = await _put(app, each)
                assert status in {200, 201, 422}
                assert status != 422 or json.loads(answered)["errors"]

        asyncio.run(_with_lifespan(app, work))


def test_the_factory_takes_its_settings_from_the_environment() -> None:
    made = asgi.settings({"NEWSGRAPH_RECEIVE_SECRET": "whsec_YQ== whsec_Yg==", "NEWSGRAPH_RECEIVE_TOKEN": "t"})
    assert (made.keys, made.tokens) == ((b"a", b"b"), ("t",))
    assert asgi.settings({}).keys == ()
    with pytest.raises(UsageError, match="base64"):
        asgi.settings({"NEWSGRAPH_RECEIVE_SECRET": "whsec_%"})
