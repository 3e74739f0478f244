"""Addresses: what is fetched, and what is refused, over real connections to loopback."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import msgspec
import pytest

from pipeline.fetch import FetchSettings, Page, Web
from pipeline.fetch.addresses import is_public
from pipeline.model.finding import Finding

Respond = Callable[["Handler"], None]
HOST = "news.test"


class Handler(BaseHTTPRequestHandler):
    """Answers each path by the function the test gave for it."""

    routes: dict[str, Respond]
    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.asked.append((self.path, {key.lower(): value for key, value in self.headers.items()}))
        respond = self.routes.get(self.path)
        if respond is None:
            self.answer(404)
        else:
            respond(self)

    def answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Silence."""


class Site:
    """A loopback server, the names that lead to it, and a Web that asks it without waiting."""

    def __init__(self, server: ThreadingHTTPServer, handler: type[Handler]) -> None:
        self.handler = handler
        self.port = server.server_address[1]
        self.names = {HOST: ("127.0.0.1",)}
        self.slept: list[float] = []
        self.settings = FetchSettings(private_hosts=(HOST,), timeout_s=5, host_interval_s=1.0)

    def on(self, path: str, respond: Respond) -> str:
        self.handler.routes[path] = respond
        return f"http://{HOST}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.handler.asked]

    def resolve(self, host: str, _port: int) -> tuple[str, ...]:
        if host not in self.names:
            raise OSError("unknown")
        return self.names[host]

    def web(self, **settings: Any) -> Web:
        changed = msgspec.structs.replace(self.settings, **settings)
        return Web(changed, resolve=self.resolve, clock=lambda: 0.0, sleep=self.slept.append)


@pytest.fixture
def site() -> Iterator[Site]:
    handler = type("Routes", (Handler,), {"routes": {}, "asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Site(server, handler)
    server.shutdown()
    server.server_close()
    thread.join()


def code(found: Page | Finding) -> str:
    assert isinstance(found, Finding), found
    assert found.hint
    return found.code


def test_a_page_comes_with_its_type_and_charset(site: Site) -> None:
    url = site.on("/a", lambda http: http.answer(200, b"<p>Hi</p>", Content_Type='text/HTML; charset="ISO-8859-1"'))
    assert site.web().get(url) == Page(url=url, content=b"<p>Hi</p>", media_type="text/html", charset="iso-8859-1")


def test_a_redirect_is_followed_and_the_last_address_kept(site: Site) -> None:
    end = site.on("/b", lambda http: http.answer(200, b"x"))
    page = site.web().get(site.on("/a", lambda http: http.answer(302, Location="/b")))
    assert isinstance(page, Page)
    assert page.url == end


def test_a_fragment_is_no_part_of_the_address(site: Site) -> None:
    end = site.on("/b", lambda http: http.answer(200, b"x"))
    page = site.web().get(site.on("/a", lambda http: http.answer(302, Location="/b#comments")) + "#top")
    assert isinstance(page, Page)
    assert page.url == end
    assert site.paths == ["/robots.txt", "/a", "/b"]


def test_redirects_without_end_are_a_finding(site: Site) -> None:
    assert code(site.web().get(site.on("/a", lambda http: http.answer(302, Location="/a")))) == "source-redirect-loop"


def test_a_redirect_to_the_metadata_service_is_refused(site: Site) -> None:
    site.names |= {"169.254.169.254": ("169.254.169.254",)}
    url = site.on("/a", lambda http: http.answer(302, Location="http://169.254.169.254/latest/meta-data/"))
    assert code(site.web().get(url)) == "source-address-forbidden"


def test_a_redirect_to_a_name_with_a_private_address_is_refused(site: Site) -> None:
    site.names |= {"inner.test": ("127.0.0.1",)}
    inner = site.on("/secret", lambda http: http.answer(200, b"x")).replace(HOST, "inner.test")
    assert (
        code(site.web().get(site.on("/a", lambda http: http.answer(302, Location=inner)))) == "source-address-forbidden"
    )
    assert "/secret" not in site.paths


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://news.test/a", "http://user:secret@news.test/", "http://["]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(site: Site, location: str) -> None:
    url = site.on("/a", lambda http: http.answer(302, Location=location))
    assert code(site.web().get(url)) in {"source-scheme-forbidden", "source-url-invalid"}


@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.8", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"])
def test_a_name_that_leads_to_a_private_address_is_refused(site: Site, address: str) -> None:
    site.names["inner.test"] = ("93.184.216.34", address)
    found = site.web().get(f"http://inner.test:{site.port}/")
    assert code(found) == "source-address-forbidden"
    assert site.paths == []


def test_a_literal_private_address_is_refused_by_the_system_resolver(site: Site) -> None:
    site.on("/", lambda http: http.answer(200, b"secret"))
    for host in ("127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"):
        found = Web(FetchSettings(timeout_s=5)).get(f"http://{host}:{site.port}/")
        assert code(found) in {"source-address-forbidden", "source-unreachable"}
    assert site.paths == []


def test_the_connection_goes_to_the_address_that_was_checked(site: Site) -> None:
    answers = iter([("127.0.0.1",), ("192.0.2.1",)])
    site.on("/a", lambda http: http.answer(200, b"x"))
    web = Web(
        msgspec.structs.replace(site.settings, respect_robots=False, private_hosts=("*",)),
        resolve=lambda *_: next(answers),
    )
    assert isinstance(web.get(f"http://rebinding.test:{site.port}/a"), Page)
    assert next(answers) == ("192.0.2.1",)


def test_an_endless_answer_stops_at_the_size_limit(site: Site) -> None:
    def endless(http: Handler) -> None:
        http.send_response(200)
        http.end_headers()
        try:
            while True:
                http.wfile.write(b"x" * 65_536)
        except OSError:
            pass

    assert code(site.web(max_document_bytes=1_000_000).get(site.on("/a", endless))) == "source-too-large"


def test_an_answer_that_drips_stops_at_the_time_limit(site: Site) -> None:
    stop = threading.Event()

    def drip(http: Handler) -> None:
        http.send_response(200)
        http.end_headers()
        try:
            while not stop.wait(0.05):
                http.wfile.write(b"x")
        except OSError:
            pass

    url = site.on("/a", drip)
    started = time.monotonic()
    found = site.web(timeout_s=0.5, max_attempts=1, respect_robots=False).get(url)
    stop.set()
    assert code(found) == "source-unreachable"
    assert time.monotonic() - started < 30


def test_a_compression_bomb_stops_at_the_size_limit(site: Site) -> None:
    bomb = gzip.compress(b"0" * 50_000_000)
    url = site.on("/a", lambda http: http.answer(200, bomb, Content_Encoding="gzip"))
    assert code(site.web(max_document_bytes=1_000_000).get(url)) == "source-too-large"


def test_a_compressed_page_is_decompressed(site: Site) -> None:
    page = site.web().get(site.on("/a", lambda http: http.answer(200, gzip.compress(b"Hi"), Content_Encoding="gzip")))
    assert isinstance(page, Page)
    assert page.content == b"Hi"


@pytest.mark.parametrize("encoding", ["gzip", "br", "sdch"])
def test_a_broken_or_unknown_encoding_is_a_finding(site: Site, encoding: str) -> None:
    url = site.on("/a", lambda http: http.answer(200, b"not compressed", Content_Encoding=encoding))
    assert code(site.web().get(url)) == "source-unreadable"


def test_robots_txt_that_forbids_is_obeyed(site: Site) -> None:
    site.on("/robots.txt", lambda http: http.answer(200, b"User-agent: *\nDisallow: /private"))
    url = site.on("/private/a", lambda http: http.answer(200, b"x"))
    web = site.web()
    assert code(web.get(url)) == "source-forbidden-by-robots"
    assert isinstance(web.get(site.on("/public", lambda http: http.answer(200, b"x"))), Page)
    assert site.paths == ["/robots.txt", "/public"]


def test_a_redirect_into_a_forbidden_part_is_refused(site: Site) -> None:
    site.on("/robots.txt", lambda http: http.answer(200, b"User-agent: newsgraph\nDisallow: /private"))
    url = site.on("/a", lambda http: http.answer(301, Location="/private/a"))
    assert code(site.web().get(url)) == "source-forbidden-by-robots"


def test_a_site_whose_robots_txt_is_in_trouble_is_left_alone(site: Site) -> None:
    site.on("/robots.txt", lambda http: http.answer(500))
    assert code(site.web().get(site.on("/a", lambda http: http.answer(200, b"x")))) == "source-forbidden-by-robots"


@pytest.mark.parametrize(
    ("status", "expected"), [(404, "source-missing"), (410, "source-missing"), (403, "source-unreachable")]
)
def test_a_refusal_is_a_finding(site: Site, status: int, expected: str) -> None:
    assert code(site.web().get(site.on("/a", lambda http: http.answer(status)))) == expected


def test_a_server_in_trouble_is_asked_again_after_the_time_it_names(site: Site) -> None:
    answers = iter([503, 429, 200])

    def respond(http: Handler) -> None:
        status = next(answers)
        http.answer(status, b"x" if status == 200 else b"", **({"Retry_After": "7"} if status == 429 else {}))

    assert isinstance(site.web(host_interval_s=0.0).get(site.on("/a", respond)), Page)
    assert site.slept == [1.0, 7.0]


def test_a_server_that_wants_a_long_wait_is_left_alone(site: Site) -> None:
    url = site.on("/a", lambda http: http.answer(503, Retry_After="86400"))
    assert code(site.web().get(url)) == "source-unreachable"
    assert site.paths.count("/a") == 1


def test_a_host_is_asked_once_an_interval(site: Site) -> None:
    site.on("/robots.txt", lambda http: http.answer(200, b"User-agent: *\nCrawl-delay: 2"))
    web = site.web()
    for path in ("/a", "/b", "/c"):
        web.get(site.on(path, lambda http: http.answer(200, b"x")))
    assert site.slept == [2.0, 4.0]


def test_an_unknown_name_and_a_closed_port_are_findings(site: Site) -> None:
    web = site.web(max_attempts=1)
    assert code(web.get("http://nowhere.test/")) == "source-unreachable"
    assert code(web.get(f"http://{HOST}:1/")) == "source-unreachable"


def test_an_unchanged_page_comes_from_the_cache(site: Site, tmp_path: Path) -> None:
    def respond(http: Handler) -> None:
        known = http.headers.get("If-None-Match") == '"v1"'
        http.answer(304 if known else 200, b"" if known else b"Text", ETag='"v1"')

    url = site.on("/a", respond)
    first = site.web(cache=str(tmp_path)).get(url)
    assert site.web(cache=str(tmp_path)).get(url) == first
    assert site.handler.asked[-1][1]["if-none-match"] == '"v1"'


def test_a_crawl_is_replayed_from_the_cache_without_a_network(site: Site, tmp_path: Path) -> None:
    site.on("/b", lambda http: http.answer(200, b"Text"))
    url = site.on("/a", lambda http: http.answer(302, Location="/b"))
    first = site.web(cache=str(tmp_path)).get(url)
    asked = len(site.paths)
    assert site.web(cache=str(tmp_path), replay=True).get(url) == first
    assert code(site.web(cache=str(tmp_path), replay=True).get(f"http://{HOST}/other")) == "source-unreachable"
    assert len(site.paths) == asked


@pytest.mark.parametrize(
    "url", ["http://", "http://[::1", "http://a b/", "http://x:99999/", "http://a:b@c/", "http://\udc80/"]
)
def test_what_is_no_address_is_a_finding(url: str) -> None:
    assert code(Web(FetchSettings(timeout_s=2, max_attempts=1)).get(url)) in {
        "source-url-invalid",
        "source-unreachable",
    }


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.1.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "192.0.2.1",
     "224.0.0.1", "255.255.255.255", "240.0.0.1", "198.18.0.1", "168.63.129.16", "::", "::1", "::7f00:1", "fe80::1",
     "fe80::1%eth0", "fec0::1", "fc00::1", "ff02::1", "2001:db8::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1",
     "64:ff9b:1::1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "0.0.0.0", "no address", ""],  # noqa: S104 - is not bound, but refused
)  # fmt: skip
def test_other_addresses_are_not(address: str) -> None:
    assert not is_public(address)
