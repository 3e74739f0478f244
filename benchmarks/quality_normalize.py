"""Quality of normalizing: pages with known gold, beside trafilatura, newspaper4k and readability-lxml.

    python -m benchmarks.quality_normalize [SHARED_FOLDER] [--peers PYTHON]
    training/.venv/bin/python -m benchmarks.quality_normalize [SHARED_FOLDER] --folds 5

SHARED_FOLDER (default: ../shared beside the repository) holds ``pages`` and ``gold`` with their scorers; what is absent is skipped
with a reason. PYTHON is an interpreter that has the peers installed (they are no part of the product); without it only trafilatura
runs, which is. Pages that trained the classifiers are among these; with ``--folds`` the body's classifier is trained anew for every
fold, and each page is read by one that has not seen its site.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.section_recovery import recovered
from benchmarks.unseen_pages import print_unseen
from pipeline.config import DEFAULT
from pipeline.model.article import Article
from pipeline.model.codec import builtins, encode
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.web import body_weights

ROOT = Path(__file__).parents[1]
PEERS = ("trafilatura", "newspaper4k", "readability-lxml")
COLUMNS = ("body F1", "title", "authors", "day", "section", "empty", "crashed", "CPU ms")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--peers", help="a Python with newspaper4k and readability-lxml")
    parser.add_argument(
        "--folds", type=int, help="train the body's classifier on the other folds and score unseen sites"
    )
    chosen = parser.parse_args()
    pages, gold = chosen.shared / "pages", chosen.shared / "gold"
    if chosen.folds:
        if not (pages / "score.py").is_file():
            sys.exit(f"There is no {pages / 'score.py'}: give the folder that holds pages/.")
        print_unseen(pages, chosen.folds, module_of(pages / "score.py"), as_output)
        return
    if (pages / "score.py").is_file():
        print_pages(pages, chosen.peers or sys.executable)
    else:
        print(f"pages: skipped, there is no {pages / 'score.py'}")
    if (gold / "score_normalize.py").is_file():
        for kind, suffix in (("raw", ".raw.txt"), ("html", ".html")):
            print_gold(gold, kind, suffix)
    else:
        print(f"gold: skipped, there is no {gold / 'score_normalize.py'}")


def print_pages(folder: Path, python: str) -> None:
    """One row for each system."""
    score = module_of(folder / "score.py")
    rows = [json.loads(line) for line in (folder / "pages.jsonl").read_text(encoding="utf-8").splitlines()]
    print(f"\n{len(rows)} web pages\n{'':20}" + "".join(f"{each:>10}" for each in COLUMNS))
    print_row("newsgraph", score, rows, [ours(folder, row) for row in rows])
    print(
        f"{'':20}(the classifier was trained on these pages: {(body_weights.__doc__ or '').splitlines()[0].rpartition(', ')[2]})"
    )
    print_sections(folder, rows)
    for peer in PEERS:
        done = subprocess.run(
            [python, str(ROOT / "benchmarks/quality_normalize_peers.py"), peer, str(folder)],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(f"{peer:20} skipped: {(done.stderr.strip().splitlines() or ['it failed'])[-1]}")
        else:
            print_row(peer, score, rows, [json.loads(line) for line in done.stdout.splitlines()])


def print_sections(folder: Path, rows: list[dict[str, Any]]) -> None:
    """No page's gold has its section. Where a page states it, the trail, the labels and the address should tell the same without that."""
    told = [
        recovered(gzip.decompress((folder / row["html"]).read_bytes()), name=row["id"], url=row["url"]) for row in rows
    ]
    known = [each for each in told if each is not None]
    share = sum(each == "same" for each in known) / max(1, len(known))
    named = sum(each != "nothing" for each in known)
    print(
        f"section: {len(known)} pages state theirs; without that statement {named} name one, {share:.3f} of all the same"
    )


def ours(folder: Path, row: dict[str, Any]) -> dict[str, Any]:
    content = gzip.decompress((folder / row["html"]).read_bytes())
    start = time.process_time()
    outcome = normalize(Source(name=row["id"], content=content, url=row["url"], format="html"), DEFAULT)
    spent = time.process_time() - start
    return {"out": as_output(outcome.value[0]) if outcome.value else {}, "cpu": spent, "error": None}


def as_output(article: Article) -> dict[str, Any]:
    return {
        "title": article.headline,
        "authors": [each.name for each in article.author],
        "date": article.date_published,
        "section": list(article.article_section),
        "body": "\n".join(each.text for each in article.paragraphs if each.kind != "caption"),
    }


def print_row(name: str, score: ModuleType, rows: list[dict[str, Any]], outputs: list[dict[str, Any]]) -> None:
    results = [score.score_page(row["gold"], each["out"]) for row, each in zip(rows, outputs, strict=True)]
    total = score.agg(results)
    values = [total.get(each) for each in ("bF1", "title", "aset", "date", "sections1")]
    cells = "".join(f"{'n/a' if each is None else format(each, '.3f'):>10}" for each in values)
    crashed = sum(bool(each["error"]) for each in outputs)
    cpu = 1000 * sum(each["cpu"] for each in outputs) / len(outputs)
    print(f"{name:20}{cells}{total['bodyempty']:>10}{crashed:>10}{cpu:>10.1f}")


def print_gold(gold: Path, kind: str, suffix: str) -> None:
    """The scorer of the development gold on our records."""
    print(f"\ndevelopment gold, {kind}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(gold.glob(f"*{suffix}")):
            outcome = normalize(Source(name=path.name, content=path.read_bytes()), DEFAULT)
            for article in outcome.value[:1]:
                (Path(folder) / f"{path.name.removesuffix(suffix)}.json").write_bytes(encode(builtins(article)))
        subprocess.run(
            [sys.executable, str(gold / "score_normalize.py"), "--batch", folder, "--from", kind], check=False
        )


def module_of(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is no Python module.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
