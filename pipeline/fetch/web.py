"""An address to its page, politely and safely: redirects, robots.txt, rate per host, retries, conditional requests, cache."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Protocol
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec

from pipeline.fetch import addresses, robots
from pipeline.fetch.cache import Cache
from pipeline.fetch.exchange import Answer, TooLargeError, UndecodableError, exchange
from pipeline.fetch.findings import fault, too_large
from pipeline.fetch.transport import RefusedError
from pipeline.model.finding import Finding
from pipeline.model.newsroom import FetchSettings

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRANSIENT = frozenset({408, 425, 429, 500, 502, 503, 504})
_ACCEPT = "text/html, application/xhtml+xml, application/xml, application/json, text/*;q=0.9, */*;q=0.5"


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What stands at an address; ``url`` is the address after redirects."""

    url: str
    content: bytes
    media_type: str | None = None
    charset: str | None = None


class Get(Protocol):
    """Fetches one address. ``Web(settings).get`` is the real one; tests pass their own."""

    def __call__(self, url: str) -> Page | Finding:
        """The page, or the finding that says why there is none."""


class Web:
    """Fetches pages one after the other and remembers each host's rules and last request.

    ``resolve``, ``clock`` and ``sleep`` are the world it stands in; tests give their own.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        resolve: addresses.Resolve = addresses.resolve,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._resolve = resolve
        self._clock = clock
        self._sleep = sleep
        self._tls = httpx.create_ssl_context(trust_env=False)
        self._cache = Cache(Path(settings.cache)) if settings.cache else None
        self._robots: dict[str, robots.Robots] = {}
        self._next: dict[str, float] = {}

    def get(self, url: str) -> Page | Finding:
        """The page at ``url`` or the finding that says why there is none."""
        try:
            return self._follow(url)
        except RefusedError as error:
            return fault(
                "source-address-forbidden",
                url,
                f"Not fetched: {error}.",
                hint="Only public addresses are fetched. Name a host of your own network in private_hosts (validate: --private-host).",
            )
        except TooLargeError:
            return too_large(url, self._settings.max_document_bytes)
        except UndecodableError as error:
            return fault(
                "source-unreadable", url, f"The answer cannot be decoded: {error}.", hint="Report it to the site."
            )
        except httpx.TransportError as error:
            reason = str(error) or type(error).__name__
            return fault(
                "source-unreachable", url, f"No answer: {reason}.", hint="Check the address and try again later."
            )

    def _follow(self, url: str) -> Page | Finding:
        at = url.partition("#")[0]  # a fragment names a place in the page and is never sent
        for _ in range(self._settings.max_redirects + 1):
            forbidden = check_url(at, name=url) or self._forbidden(at, name=url)
            if forbidden is not None:
                return forbidden
            answer = self._ask(at, self._settings.max_document_bytes)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                return _page(at, answer, name=url)
            at = _joined(at, answer.headers["location"])
        message = f"More than {self._settings.max_redirects} redirects, the last to {at}."
        return fault("source-redirect-loop", url, message, hint="Give the address that the site redirects to.")

    def _forbidden(self, url: str, *, name: str) -> Finding | None:
        if not self._settings.respect_robots or self._rules(url).allows(url):
            return None
        return fault(
            "source-forbidden-by-robots",
            name,
            f"The site's robots.txt does not let this program fetch {url}.",
            hint="Ask the publisher, use its feed, or, if the site is yours, allow the agent newsgraph.",
        )

    def _rules(self, url: str) -> robots.Robots:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(f"{origin}/robots.txt")
        return self._robots[origin]

    def _read_robots(self, url: str) -> robots.Robots:
        """RFC 9309, 2.3.1: absent (4xx) allows everything, a server in trouble (5xx) nothing."""
        at = url
        for _ in range(self._settings.max_redirects + 1):
            answer = self._ask(at, robots.MAX_ROBOTS_BYTES)
            if answer.status not in _REDIRECTS or "location" not in answer.headers:
                break
            at = _joined(at, answer.headers["location"])
            if check_url(at, name=url) is not None:
                return robots.Robots()
        if answer.status >= 500:
            return robots.FORBID_ALL
        if answer.status >= 300:
            return robots.Robots()
        return robots.parse(answer.content.decode("utf-8", "replace"), self._settings.user_agent.partition("/")[0])

    def _ask(self, url: str, limit: int) -> Answer:
        """One answer: from the cache where it replays or is unchanged, else from the network, kept for the next time."""
        kept = self._cache.find(url) if self._cache else None
        if self._settings.replay:
            if kept is None:
                raise httpx.ConnectError(f"replaying, and {url} is not in the cache")
            return kept
        answer = self._try(url, _headers(self._settings, kept), limit)
        if answer.status == 304 and kept is not None:
            return kept
        if self._cache and answer.status not in _TRANSIENT:
            self._cache.keep(url, answer)
        return answer

    def _try(self, url: str, headers: dict[str, str], limit: int) -> Answer:
        last = self._settings.max_attempts - 1
        for attempt in range(self._settings.max_attempts):
            self._wait_turn(url)
            wait = 2.0**attempt
            try:
                answer = exchange(
                    url, headers=headers, settings=self._settings, tls=self._tls, resolve=self._resolve, limit=limit
                )
            except httpx.TransportError:
                if attempt == last:
                    raise
            else:
                wait = max(wait, _retry_after(answer))
                if answer.status not in _TRANSIENT or attempt == last or wait > self._settings.max_wait_s:
                    return answer
            self._sleep(wait)
        raise AssertionError("the last attempt returns or raises")

    def _wait_turn(self, url: str) -> None:
        """Sleep until the host may be asked again; robots.txt itself is not counted."""
        parts = urlsplit(url)
        if parts.path == "/robots.txt":
            return
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        delay = max(self._settings.host_interval_s, min((rules and rules.delay_s) or 0.0, self._settings.max_wait_s))
        now = self._clock()
        turn = max(self._next.get(parts.netloc, now), now)
        self._next[parts.netloc] = turn + delay
        if turn > now:
            self._sleep(turn - now)


def check_url(url: str, *, name: str) -> Finding | None:
    """Why an address cannot be fetched at all: another scheme, no host, credentials inside, no address."""
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL) as error:
        return fault(
            "source-url-invalid", name, f"{url[:200]} is no web address: {error}.", hint="Correct the address."
        )
    if parts.scheme not in {"http", "https"}:
        message = f"{parts.scheme}: addresses are not fetched ({url[:200]})."
        hint = "Give an http or https address, or the path of a file."
        return fault("source-scheme-forbidden", name, message, hint=hint)
    if not host:
        return fault("source-url-invalid", name, f"{url[:200]} names no host.", hint="Correct the address.")
    if parts.username is not None:
        hint = "Take user name and password out of it; they would stand in the published record."
        return fault("source-url-invalid", name, f"The address of {host} holds credentials.", hint=hint)
    return None


def _joined(base: str, location: str) -> str:
    """The redirect's target; one that is no address is kept as it is, for ``check_url`` to refuse."""
    try:
        return urljoin(base, location).partition("#")[0]
    except ValueError:
        return location


def _headers(settings: FetchSettings, kept: Answer | None) -> dict[str, str]:
    headers = {"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"}
    if kept is not None and kept.status == 200:
        if "etag" in kept.headers:
            headers["If-None-Match"] = kept.headers["etag"]
        if "last-modified" in kept.headers:
            headers["If-Modified-Since"] = kept.headers["last-modified"]
    return headers


def _page(url: str, answer: Answer, *, name: str) -> Page | Finding:
    if answer.status != 200:
        return _refusal(name, answer.status)
    if not answer.content.strip():
        return fault("source-empty", name, "The answer is empty.", hint="Open the address in a browser to see why.")
    media_type, charset = content_type(answer.headers.get("content-type", ""))
    return Page(url=url, content=answer.content, media_type=media_type, charset=charset)


def _refusal(name: str, status: int) -> Finding:
    gone = status in {404, 410}
    code = "source-missing" if gone else "source-unreachable"
    hint = (
        "Check the address."
        if gone
        else "Open the address in a browser; the site may ask for a login or block programs."
    )
    return fault(code, name, f"The server answered {status}.", hint=hint)


def content_type(value: str) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header, in lower case; None where it states none."""
    message = Message()
    message["content-type"] = re.sub(r"[^\x20-\x7e]", " ", value)
    charset = message.get_param("charset")
    media_type = message.get_content_type() if "/" in value else None
    return media_type, charset.strip().lower() if isinstance(charset, str) else None


def _retry_after(answer: Answer) -> float:
    """Seconds to wait by Retry-After (RFC 9110, 10.2.3: seconds or a date), 0 where it is absent or unreadable."""
    value = answer.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,6}", value):
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (ValueError, OverflowError, OSError):
        return 0.0
