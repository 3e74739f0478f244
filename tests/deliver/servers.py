"""Servers on loopback that share no code with the product: one that does what a script says, one that stores articles."""

from __future__ import annotations

import contextlib
import http.server
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

type Play = Callable[[bytes, socket.socket], None]


class Scripted:
    """Answers every request with what ``play`` writes to the socket; keeps the requests."""

    def __init__(self, play: Play, tls: ssl.SSLContext | None = None) -> None:
        self.play, self.tls = play, tls
        self.requests: list[bytes] = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port: int = self.listening.getsockname()[1]
        self.url = f"{'https' if tls else 'http'}://127.0.0.1:{self.port}/articles"

    def serve(self) -> None:
        while True:
            try:
                connection, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), connection:
            connection.settimeout(5)
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            with connection:
                request = read_request(connection)
                if request:
                    self.requests.append(request)
                    self.play(request, connection)


def read_request(connection: socket.socket) -> bytes:
    """One request with Content-Length; empty if the client went away."""
    received = b""
    while b"\r\n\r\n" not in received:
        chunk = connection.recv(65536)
        if not chunk:
            return b""
        received += chunk
    head, _, body = received.partition(b"\r\n\r\n")
    length = next((int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0)
    while len(body) < length:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


def answer(status: str, body: bytes = b"", **headers: str) -> Play:
    """Always the same answer; underscores in header names stand for dashes."""
    lines = [f"HTTP/1.1 {status}", f"content-length: {len(body)}", "connection: close"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    content = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    return lambda _, connection: connection.sendall(content)


@contextmanager
def scripted(play: Play, tls: ssl.SSLContext | None = None) -> Iterator[Scripted]:
    server = Scripted(play, tls)
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.listening.shutdown(socket.SHUT_RDWR)
        server.listening.close()
        thread.join(5)


class PlainReceiver(http.server.BaseHTTPRequestHandler):
    """What any web framework gives: PUT, DELETE and GET with counted ETags and preconditions; no versions, no keys."""

    protocol_version = "HTTP/1.1"
    held: dict[str, tuple[str, bytes]]
    effects: list[tuple[str, str]]
    count: list[int]

    def do_PUT(self) -> None:
        content = self.rfile.read(int(self.headers["content-length"]))
        if self._refused():
            return
        status = 200 if self.path in self.held else 201
        self.count[0] += 1
        self.held[self.path] = (f'"{self.count[0]}"', content)
        self.effects.append(("put", self.path))
        self._answer(status, etag=self.held[self.path][0])

    def do_DELETE(self) -> None:
        if self._refused():
            return
        self.effects.append(("delete", self.path))
        self._answer(204 if self.held.pop(self.path, None) else 404)

    def do_GET(self) -> None:
        if self.path not in self.held:
            self._answer(404)
            return
        etag, content = self.held[self.path]
        self._answer(200, etag=etag, body=content)

    def _refused(self) -> bool:
        etag = self.held.get(self.path, ("", b""))[0]
        wanted = self.headers.get("if-match")
        if (wanted and wanted != etag) or (self.headers.get("if-none-match") == "*" and etag):
            self._answer(412)
            return True
        return False

    def _answer(self, status: int, *, etag: str = "", body: bytes = b"") -> None:
        self.send_response(status)
        if etag:
            self.send_header("ETag", etag)
        if status != 204:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002 - the library's name
        """Silent."""


@contextmanager
def plain_receiver() -> Iterator[tuple[str, type[PlainReceiver]]]:
    """The plain receiver in a thread; gives the collection's address and what it holds."""
    handler = type("Handler", (PlainReceiver,), {"held": {}, "effects": [], "count": [0]})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/articles", handler
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)
