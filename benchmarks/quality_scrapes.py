"""Quality of reading scraped text: pages with known gold, copied as text; every page is judged by forests that never saw it.

    python -m benchmarks.quality_scrapes [SHARED_FOLDER]

SHARED_FOLDER (default: ../shared beside the repository) holds ``pages`` and ``corpora``. Needs what the training needs
(training/lines/requirements.txt); where it is not installed, the environment that training/lines/README.md names is taken.
Prints the split's hash; region and page scrapes apart, plain rules as the floor.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
OWN_PYTHON = ROOT / "training/.venv/bin/python"
COLUMNS = ("headline", "body F1", "chrome", "median", "byline", "day", "dek")


def main() -> None:
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared"
    if not (shared / "pages/pages.jsonl").is_file():
        print(f"scraped text: skipped, there is no {shared / 'pages/pages.jsonl'}")
    elif importlib.util.find_spec("lightgbm"):
        print_table(shared)
    elif OWN_PYTHON.is_file():
        subprocess.run([OWN_PYTHON, "-m", "benchmarks.quality_scrapes", shared], check=True, cwd=ROOT)
    else:
        print("scraped text: skipped, lightgbm is not installed (training/lines/README.md says how)")


def print_table(shared: Path) -> None:
    """One row for each kind of scrape and each way of reading it."""
    sys.path.insert(0, str(ROOT / "training/lines"))
    from pages import FOLDS, examples, split_hash  # noqa: PLC0415 - the training's own reading of the pages
    from train_roles import cross_validated, rows_of, score  # noqa: PLC0415 - as above

    from pipeline.normalize.lines import rules  # noqa: PLC0415 - needed here only

    pages = list(examples(shared / "pages"))
    gold = {each.id: each.gold for each in pages}
    corpora = shared / "corpora"
    print(f"scraped text of {len(pages)} pages, {FOLDS} folds by page, split {split_hash(list(gold))}")
    told: dict[str, list[dict[str, float]]] = defaultdict(list)
    for row, found in cross_validated(list(rows_of(pages, corpora if corpora.is_dir() else None))):
        known = gold[row.scrape.page]
        for name, roles in (("forests", found), ("rules", rules.roles(row.lines))):
            headline, body, leaked = score(row, roles, known)
            cells = {"headline": headline, "body F1": body, "chrome": leaked, **fields(row, roles, known)}
            told[f"{row.scrape.kind.partition('-')[0]}, {name}"].append(cells)
    print(f"{'':24}" + "".join(f"{each:>10}" for each in COLUMNS))
    for name, rows in sorted(told.items()):
        print(f"{name:24}" + "".join(f"{cell(rows, each):>10}" for each in COLUMNS))
    print("chrome: lines leaked into the body, mean and median; byline, day and dek: where the scrape shows them")


def fields(row: Any, roles: list[Any], gold: dict[str, Any]) -> dict[str, float]:
    """Byline, day and dek: right or wrong, only where the scrape has a line that says them."""
    from pipeline.normalize.prose import same  # noqa: PLC0415 - needed here only
    from pipeline.normalize.readers.scraped_text import assemble  # noqa: PLC0415 - needed here only
    from pipeline.normalize.written_dates import find_date  # noqa: PLC0415 - needed here only

    labels, lines = row.scrape.labels, row.lines
    article = assemble(list(zip(lines, roles, strict=True)))
    found: dict[str, float] = {}
    if "byline" in labels and gold.get("authors"):
        found["byline"] = {same(each.name) for each in article.author} == {same(each) for each in gold["authors"]}
    day = str(gold.get("date") or "")[:10]
    shown = [find_date(line.text) for line, label in zip(lines, labels, strict=True) if label == "date"]
    if day and any(each and str(each.moment)[:10] == day for each in shown):
        found["day"] = str(article.date_published or "")[:10] == day
    deks = [line.text for line, label in zip(lines, labels, strict=True) if label == "dek"]
    if deks:
        found["dek"] = article.description in deks
    return found


def cell(rows: list[dict[str, float]], column: str) -> str:
    """The mean (or, for ``median``, the median of leaked lines) over the rows that have the column."""
    values = sorted(
        each["chrome" if column == "median" else column] for each in rows if column == "median" or column in each
    )
    if column == "median":
        return f"{values[len(values) // 2]:.0f}"
    return f"{sum(values) / len(values):.3f}" if values else "n/a"


if __name__ == "__main__":
    main()
