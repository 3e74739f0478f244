"""A chat-completions service on loopback for tests: it answers with what it is told to, in turn, and keeps what it was asked.

It shares no code with the client: ``http.server`` and ``json`` of the standard library. By hand:
``python -m tests.chat_server REPLY.json`` answers every request with the file's content and prints its address.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Service:
    """What the service was asked, and what it answers: ``answers`` one by one, the last one for ever."""

    def __init__(self, *answers: tuple[int, dict[str, str], bytes]) -> None:
        self.answers = list(answers)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.url = ""

    def next(self) -> tuple[int, dict[str, str], bytes]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def completion(content: str | None, *, finish_reason: str = "stop") -> tuple[int, dict[str, str], bytes]:
    """A whole answer around the text that the model wrote."""
    message = {"role": "assistant", "content": content}
    body = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 0,
        "model": "test",
        "choices": [{"index": 0, "message": message, "finish_reason": finish_reason}],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }
    return 200, {"content-type": "application/json"}, json.dumps(body).encode()


def statements(*given: dict[str, Any]) -> tuple[int, dict[str, str], bytes]:
    """A whole answer with these statements."""
    return completion(json.dumps({"statements": given}))


@contextmanager
def serving(service: Service) -> Iterator[Service]:
    """The service on a port of its own, with ``service.url`` set to its base address."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            service.asked.append({"path": self.path, **json.loads(body)})
            service.headers.append({name.lower(): value for name, value in self.headers.items()})
            status, headers, content = service.next()
            self.send_response(status)
            for name, value in {**headers, "content-length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the overridden method's own signature
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    service.url = f"http://127.0.0.1:{server.server_port}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    with serving(Service(completion(Path(sys.argv[1]).read_text(encoding="utf-8")))) as running:
        print(running.url, flush=True)  # noqa: T201 - the one thing that its user needs
        threading.Event().wait()
