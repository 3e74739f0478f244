"""The receiver inside this process, on a free loopback port, for as long as a ``with`` block lasts."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from pipeline.model.errors import PipelineError

if TYPE_CHECKING:
    from pipeline.receive.requests import Check, Settings

START_LIMIT_S = 15.0


class Embedded(msgspec.Struct, frozen=True, kw_only=True):
    """A running receiver: ``url`` is the collection to configure as an endpoint's url."""

    url: str
    port: int


@contextmanager
def embedded(path: Path, *, settings: Settings | None = None, check: Check | None = None) -> Iterator[Embedded]:
    """Start the receiver over the SQLite file ``path``, and stop it at the end; raises ``PipelineError`` if it cannot start."""
    import uvicorn  # noqa: PLC0415 - heavy: only who receives needs it

    from pipeline.receive.application import application  # noqa: PLC0415 - brings Starlette
    from pipeline.receive.holdings import Holdings  # noqa: PLC0415 - loaded when called
    from pipeline.receive.shape import check_shape  # noqa: PLC0415 - loaded when called

    Holdings(path).close()  # says here what is wrong with the file
    app = application(path, settings=settings, check=check or check_shape)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False, lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            _wait(server, thread)
            yield Embedded(url=f"http://127.0.0.1:{port}/articles", port=port)
        finally:
            server.should_exit = True
            thread.join(START_LIMIT_S)


def _wait(server: object, thread: threading.Thread) -> None:
    ends = time.monotonic() + START_LIMIT_S
    while not getattr(server, "started", False):
        if not thread.is_alive() or time.monotonic() > ends:
            raise PipelineError("The embedded receiver did not start. Run `newsgraph receive` to see why.")
        time.sleep(0.01)
