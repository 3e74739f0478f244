"""The whole chain on web pages of sites that its body classifier was not trained on, beside trafilatura on the same pages.

    training/.venv/bin/python -m benchmarks.quality_normalize --folds 5

Every fold's forest is grown from the other folds' pages, by the code that grows the shipped one; sites are never split. The rules
for the other fields were written with these pages in view, so their numbers are those of known pages.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import lxml.html
import trafilatura

from pipeline.config import DEFAULT
from pipeline.model.article import Article
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.normalize.web import body
from pipeline.normalize.web.json_ld import read_json_ld, types_of
from pipeline.normalize.web.microdata import read_microdata

ROOT = Path(__file__).parents[1]
WORST = 10
_LISTED = frozenset(("li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd"))
Output = dict[str, Any]  # JSON, as the pages' scorer reads it


class Scored(NamedTuple):
    """One page with what the scorer says of both systems."""

    url: str
    kind: str
    ours: Output
    theirs: Output


def print_unseen(folder: Path, folds: int, score: ModuleType, output: Callable[[Article], Output]) -> None:
    """Tables for all pages and each kind, for the pages cut to news length, and the worst pages."""
    sys.path.insert(0, str(ROOT / "training/lines"))
    try:
        from pages import digest, examples, site_fold  # noqa: PLC0415 - the training's own reading of the pages
        from train_body import forest, rows_of  # noqa: PLC0415 - needs what training needs
    except ImportError as problem:
        print(f"unseen pages: skipped, {problem} (training/lines/requirements.txt names what is needed)")
        return
    pages = list(examples(folder))
    rows = {each.id: rows_of(each) for each in pages}
    whole: list[Scored] = []
    short: list[Scored] = []
    for fold in range(folds):
        body.FOREST = forest(
            [row for each in pages if site_fold(each.page.url, folds) != fold for row in rows[each.id]]
        )
        for each in (page for page in pages if site_fold(page.page.url, folds) == fold):
            for index, (form, gold) in enumerate(_forms(each)):
                scored = _scored(form, each.page.url, kind_of(each), gold, score, output)
                (short if index else whole).append(scored)
    split = digest([f"{each.page.url} {site_fold(each.page.url, folds)}" for each in pages])
    print(f"\nunseen sites: {len(pages)} pages, {folds} folds by site, split {split}")
    print(f"{'':44}{'P':>8}{'R':>8}{'body F1':>9}{'per page':>10}{'title':>8}{'authors':>9}{'day':>8}")
    for kind in ("all", *sorted({each.kind for each in whole})):
        _print_kind(kind, [each for each in whole if kind in ("all", each.kind)], score)
    _print_kind("all, bodies cut to news length", short, score)
    print(f"\nthe {WORST} worst bodies{'':60}{'ours':>8}{'trafilatura':>13}")
    for each in sorted(whole, key=lambda each: float(each.ours["body"][2]))[:WORST]:
        print(f"  {each.url[:74]:76}{each.ours['body'][2]:8.3f}{each.theirs['body'][2]:13.3f}")


def kind_of(page: Any) -> str:  # an Example of the training's
    """What the page says it is, else how its body is made."""
    nodes = (*read_json_ld(page.page.tree).value, *read_microdata(page.page))
    if any("News" in each for node in nodes for each in types_of(node)):
        return "states that it is news"
    inside = [each for each, share in zip(page.segments, page.shares, strict=True) if share >= 0.5]
    listed = sum(len(each.text.split()) for each in inside if each.tag in _LISTED)
    return (
        "running text"
        if listed <= 0.15 * sum(len(each.text.split()) for each in inside)
        else "guide of lists and headings"
    )


def _forms(page: Any) -> Iterator[tuple[bytes, Output]]:  # an Example of the training's
    from shorten import shortened  # noqa: PLC0415 - found where the training lies

    for each in (page, *shortened(page)):
        yield lxml.html.tostring(each.page.tree, encoding="utf-8", doctype="<!DOCTYPE html>"), each.gold


def _scored(
    html: bytes, url: str, kind: str, gold: Output, score: ModuleType, output: Callable[[Article], Output]
) -> Scored:
    outcome = normalize(Source(name=url, content=html, url=url, format="html"), DEFAULT)
    found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    record = found.as_dict() if found is not None else {}
    theirs = {
        "title": record.get("title"),
        "authors": (record.get("author") or "").split("; ") if record.get("author") else [],
        "date": record.get("date"),
        "body": record.get("text"),
    }
    ours = output(outcome.value[0]) if outcome.value else {}
    return Scored(url, kind, score.score_page(gold, ours), score.score_page(gold, theirs))


def _print_kind(kind: str, pages: list[Scored], score: ModuleType) -> None:
    for name in ("ours", "theirs"):
        total = score.agg([getattr(each, name) for each in pages])
        told = f"{kind} ({len(pages)})" if name == "ours" else "    trafilatura"
        cells = (total.get(each, 0.0) for each in ("bP", "bR", "bF1", "bF1pp", "title", "aset", "date"))
        print(
            f"{told:44}"
            + "".join(f"{each:{width}.3f}" for each, width in zip(cells, (8, 8, 9, 10, 8, 9, 8), strict=True))
        )
