"""CPU time of normalizing a web page, by step, and its ratio to trafilatura on the same pages in the same process.

    python benchmarks/normalize.py PAGES_FOLDER [COUNT]

PAGES_FOLDER holds ``pages.jsonl`` (``id, html, url``) and gzipped pages. Nothing is asserted; numbers depend on the machine.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trafilatura

from pipeline.config import DEFAULT
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.decode import decode
from pipeline.normalize.forest import probabilities
from pipeline.normalize.readers import web_page
from pipeline.normalize.web import body_weights, build, days
from pipeline.normalize.web.features import features
from pipeline.normalize.web.fuse import fuse
from pipeline.normalize.web.json_ld import read_json_ld
from pipeline.normalize.web.kept import kept_segments, kept_texts, without_wrappers
from pipeline.normalize.web.page import parse
from pipeline.normalize.web.segments import segments_of

spent: Counter[str] = Counter()


@contextmanager
def timed(step: str) -> Iterator[None]:
    start = time.process_time()
    yield
    spent[step] += time.process_time() - start


def measure(source: Source) -> None:
    with timed("whole"):
        normalize(source, DEFAULT)
    with timed("trafilatura"):
        trafilatura.bare_extraction(source.content, url=source.url, with_metadata=True, include_comments=False)
    with timed("  decode"):
        text = decode(source).value or ""
    with timed("  parse"):
        page = parse(text, source.url or "").value
    if page is None:
        return
    with timed("  segments"):
        segments = segments_of(page.tree)
    with timed("  trafilatura's reading"):
        texts = kept_texts(page)
    with timed("  what it kept, wrappers"):
        kept = kept_segments(segments, texts)
        segments = without_wrappers(segments, kept)
    with timed("  candidates"):
        found = tuple(web_page.candidates(page, segments, read_json_ld(page.tree).value))
    if not any(each.field == "datePublished" for each in found):
        with timed("  htmldate"):
            found = (*found, *days.by_htmldate(page, segments))
    with timed("  fuse"):
        fuse(found, page.url)
    with timed("  features"):
        rows = features(segments, kept)
    with timed("  forest"):
        probabilities(body_weights.FOREST, rows)
    with timed("  (fuse, body and building together)"):
        build.build(page, segments, kept, found)


def main(folder: Path, count: int) -> None:
    lines = (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()[:count]
    sources = []
    for line in lines:
        row = json.loads(line)
        content = gzip.decompress((folder / row["html"]).read_bytes())
        sources.append(Source(name=row["id"], content=content, url=row["url"], format="html"))
    for each in sources[:3]:  # imports and caches are not what is measured
        measure(each)
    spent.clear()
    for each in sources:
        measure(each)
    for step, seconds in spent.items():
        print(f"{step:38}{seconds / len(sources) * 1000:8.1f} ms a page")
    print(f"{'ratio to trafilatura':38}{spent['whole'] / spent['trafilatura']:8.2f}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 180)
