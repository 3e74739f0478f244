"""How fast each format is read, against the nearest library, and how much memory a 1 GB WARC and a 100 MB feed take.

``python -m benchmarks.readers`` measures speed on the samples of ``tests/data/wires``; ``--large`` makes the two large files in a
temporary folder and reads each in a process of its own. Libraries that are not installed are left out. Ours gives checked
records with findings, the libraries give raw values, so the comparison is in their favour.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import io
import multiprocessing
import resource
import tempfile
import time
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from pipeline import fetch
from pipeline.config import DEFAULT
from pipeline.model.finding import Finding
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.sidecar import parse

WIRES = Path(__file__).parents[1] / "tests" / "data" / "wires"
FEEDS = Path(__file__).parents[1] / ".." / "shared" / "external" / "feeds"
SECONDS = 1.0
Work = Callable[[bytes], object]


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument(
        "--large", action="store_true", help="read a 1 GB WARC and a 100 MB feed, and show peak memory"
    )
    arguments.add_argument("--warc-mb", type=int, default=1_000)
    arguments.add_argument("--feed-mb", type=int, default=100)
    given = arguments.parse_args()
    print(f"{'format':14} {'bytes':>8} {'ours/s':>9} {'library':>16} {'its/s':>9} {'ratio':>6}")
    for name, content, libraries in cases():
        compare(name, content, libraries)
    compare_warc()
    if given.large:
        large(given.warc_mb, given.feed_mb)


def cases() -> Iterator[tuple[str, bytes, dict[str, Work | None]]]:
    for path in sorted(WIRES.iterdir()):
        yield path.name, path.read_bytes(), libraries_for(path.name)
    found = sorted(each for each in FEEDS.glob("*") if each.name != "LICENSE") if FEEDS.is_dir() else []
    if found:
        largest = max(found, key=lambda each: each.stat().st_size)
        yield "real feed", largest.read_bytes(), libraries_for("rss.xml")


def libraries_for(name: str) -> dict[str, Work | None]:
    if name in {"rss.xml", "atom.xml", "wxr.xml"}:
        return {"feedparser": call("feedparser", "parse"), "fastfeedparser": call("fastfeedparser", "parse")}
    if name.endswith((".json", ".jsonld")):
        return {"json.loads": call("json", "loads")}
    if name.endswith(".md"):
        return {"frontmatter": with_text("frontmatter", "loads")}
    if name.endswith(".eml"):
        return {"email (default)": email_default}
    return {"lxml.fromstring": call("lxml.etree", "fromstring")}


def call(module: str, function: str) -> Work | None:
    try:
        found: Work = getattr(importlib.import_module(module), function)
    except ImportError:
        return None
    return found


def with_text(module: str, function: str) -> Work | None:
    found = call(module, function)
    return None if found is None else lambda content: found(content.decode())  # type: ignore[arg-type]  # it takes text


def email_default(content: bytes) -> object:
    body = message_from_bytes(content, policy=policy.default).get_body()  # type: ignore[attr-defined]  # of the default policy
    return body.get_content() if body is not None and body.get_content_maintype() == "text" else None


def compare(name: str, content: bytes, libraries: dict[str, Work | None]) -> None:
    source = Source(name=name, content=content)
    ours = per_second(lambda _: normalize(source, DEFAULT), content)
    for library, work in libraries.items():
        if work is None:
            continue
        theirs = per_second(work, content)
        print(f"{name:14} {len(content):8,} {ours:9,.0f} {library:>16} {theirs:9,.0f} {ours / theirs:6.2f}")


def per_second(work: Work, content: bytes) -> float:
    work(content)
    rounds, started = 0, time.perf_counter()
    while (spent := time.perf_counter() - started) < SECONDS:
        work(content)
        rounds += 1
    return rounds / spent


def compare_warc() -> None:
    content = b"".join(records(2_000, gzipped=True))
    ours = timed(lambda: sum(1 for _ in gathered(content)))
    print(f"{'warc.gz':14} {len(content):8,} {2_000 / ours:9,.0f} pages/s")
    for library, work in (("fastwarc", with_fastwarc), ("warcio", with_warcio)):
        try:
            theirs = timed(lambda work=work: work(content))  # type: ignore[misc]  # bound at once
        except ImportError:
            continue
        print(f"{'':14} {'':8} {'':9} {library:>16} {2_000 / theirs:9,.0f} {theirs / ours:6.2f}")


def timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def gathered(content: bytes) -> Iterator[Source | Finding]:
    return fetch.gather(["-"], settings=fetch.FetchSettings(), stdin=lambda: content, parse_sidecar=parse)


def with_fastwarc(content: bytes) -> int:
    warc: Any = importlib.import_module("fastwarc.warc")
    found = warc.ArchiveIterator(io.BytesIO(content), record_types=warc.WarcRecordType.response)
    return sum(len(each.reader.read()) > 0 for each in found)


def with_warcio(content: bytes) -> int:
    iterator: Any = importlib.import_module("warcio.archiveiterator").ArchiveIterator
    responses = (each for each in iterator(io.BytesIO(content)) if each.rec_type == "response")
    return sum(len(each.content_stream().read()) > 0 for each in responses)


def records(count: int, *, gzipped: bool) -> Iterator[bytes]:
    """Pages of about 40 kB that differ, as a crawl's do."""
    for number in range(count):
        words = " ".join(f"word{(number * 7_919 + position * 104_729) % 50_000}" for position in range(4_500))
        html = f"<html><title>Page {number}</title><p>{words}</p></html>".encode()
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html
        head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/{number}\r\nContent-Length: {len(block)}\r\n\r\n"
        record = head.encode() + block + b"\r\n\r\n"
        yield gzip.compress(record, 1) if gzipped else record


def large(warc_mb: int, feed_mb: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        warc, feed = Path(folder) / "large.warc", Path(folder) / "large.xml"
        write(warc, records(warc_mb * 25, gzipped=False), warc_mb)
        write(feed, items(), feed_mb, before=b'<rss version="2.0"><channel><title>T</title>', after=b"</channel></rss>")
        for path, read in ((warc, count_pages), (feed, count_articles)):
            isolated(path, read)


def write(path: Path, parts: Iterator[bytes], megabytes: int, before: bytes = b"", after: bytes = b"") -> None:
    with path.open("wb") as file:
        file.write(before)
        for each in parts:
            file.write(each)
            if file.tell() > megabytes * 1_000_000:
                break
        file.write(after)


def items() -> Iterator[bytes]:
    number = 0
    while True:
        number += 1
        text = " ".join(f"word{(number * 7_919 + position) % 50_000}" for position in range(500))
        link = f"https://news.example/{number}"
        yield f"<item><title>Item {number}</title><link>{link}</link><description>{text}</description></item>\n".encode()


def isolated(path: Path, read: Callable[[Path], int]) -> None:
    context = multiprocessing.get_context("spawn")
    results: Any = context.Queue()
    process = context.Process(target=measured, args=(path, read, results))
    process.start()
    count, seconds, before_mb, peak_mb = results.get()
    process.join()
    size = path.stat().st_size / 1_000_000
    print(
        f"{path.name}: {size:,.0f} MB, {count:,} documents in {seconds:.1f} s ({size / seconds:.0f} MB/s), peak {peak_mb:.0f} MB, before {before_mb:.0f} MB"
    )


def measured(path: Path, read: Callable[[Path], int], results: Any) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    started = time.perf_counter()
    count = read(path)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
    results.put((count, time.perf_counter() - started, before, peak))


def from_file(path: Path) -> Iterator[Source]:
    found = fetch.gather([str(path)], settings=fetch.FetchSettings(), stdin=bytes, parse_sidecar=parse)
    return (each for each in found if isinstance(each, Source))


def count_pages(path: Path) -> int:
    return sum(1 for _ in from_file(path))


def count_articles(path: Path) -> int:
    return sum(len(normalize(each, DEFAULT).value) for each in from_file(path))


if __name__ == "__main__":
    main()
