"""One peer on all pages of a folder: one JSON line each, as the pages' scorer reads them. Runs in an environment of its own."""

from __future__ import annotations

import gzip
import json
import sys
import time
from pathlib import Path
from typing import Any


def trafilatura(html: bytes, url: str) -> dict[str, Any]:
    import trafilatura as peer  # noqa: PLC0415 - only the peer that is asked for

    found = peer.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    if found is None:
        return {}
    record = found.as_dict()
    authors = record.get("author")
    return {
        "title": record.get("title"),
        "authors": authors.split("; ") if authors else [],
        "date": record.get("date"),
        "body": record.get("text"),
        "section": record.get("categories"),
    }


def newspaper4k(html: bytes, url: str) -> dict[str, Any]:
    import newspaper  # noqa: PLC0415 - only the peer that is asked for

    article = newspaper.Article(url)
    article.download(input_html=html.decode("utf-8", errors="replace"))
    article.parse()
    date = article.publish_date
    return {
        "title": article.title,
        "authors": list(article.authors),
        "date": date.isoformat() if hasattr(date, "isoformat") else date,
        "body": article.text,
        "section": None,
    }


def readability(html: bytes, url: str) -> dict[str, Any]:
    import lxml.html  # noqa: PLC0415 - only the peer that is asked for
    from readability import Document  # noqa: PLC0415 - only the peer that is asked for

    document = Document(html.decode("utf-8", errors="replace"), url=url)
    tree = lxml.html.fromstring(document.summary(html_partial=True))
    blocks = [" ".join(each.text_content().split()) for each in tree.iter("p", "h2", "h3", "li", "pre", "blockquote")]
    return {"title": document.short_title(), "body": "\n".join(each for each in blocks if each)}


PEERS = {"trafilatura": trafilatura, "newspaper4k": newspaper4k, "readability-lxml": readability}


def main(name: str, folder: Path) -> None:
    for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        html = gzip.decompress((folder / row["html"]).read_bytes())
        start, error, out = time.process_time(), None, {}
        try:
            out = PEERS[name](html, row["url"])
        except ImportError:
            raise
        except Exception as problem:  # noqa: BLE001 - a peer's crash is what is counted here
            error = repr(problem)
        print(
            json.dumps({"id": row["id"], "out": out, "cpu": time.process_time() - start, "error": error}, default=str)
        )


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
