"""Scrapes with known roles -> role, headline and extent weights of pipeline/normalize/lines. Prints the split's hash and the scores.

train_roles.py PAGES_FOLDER [CORPORA_FOLDER]
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from extents import PLACES, grow_extent
from furniture import Clean, Others, furnished, others_of
from grow import SETTINGS, grow, write_module
from news import clean_articles
from pages import FOLDS, Example, examples, fold_of, shingle_f1, split_hash
from scrapes import Scrape, scrapes, transplanted

from pipeline.normalize.lines.classify import ROLES, decide, with_headlines
from pipeline.normalize.lines.extent import without_what_follows
from pipeline.normalize.lines.features import FEATURES, features
from pipeline.normalize.lines.line import Line, Role, lines_of
from pipeline.normalize.prose import same

ROUNDS = 50
RANKED_ROUNDS = 100
ROLE_SETTINGS = {
    "num_leaves": 15,
    "learning_rate": 0.1,
    "min_data_in_leaf": 50,
    "feature_fraction": 0.4,
    "lambda_l2": 10.0,
}
RANK_SETTINGS = {
    "objective": "lambdarank", "lambdarank_truncation_level": 5,
    "num_leaves": 7, "learning_rate": 0.08, "min_data_in_leaf": 80, "feature_fraction": 0.3, "lambda_l2": 10.0,
}  # fmt: skip
TARGET = Path(__file__).parents[2] / "pipeline/normalize/lines"
INVENTED = 5
"""How many layouts are invented for each news text, and ..."""
INVENTED_OF_PAGES = 2
"""... for the text of each page."""
LONGEST = 40
MADE_UP = ("news", "invented", "transplant", "graft")
BODY = ("body", "heading", "list-item")


class Row(NamedTuple):
    """A scrape with what the classifier sees of it."""

    scrape: Scrape
    lines: tuple[Line, ...]
    features: np.ndarray


class Grown(NamedTuple):
    """The forest of roles, the one that ranks lines as headlines, and the one that tells where the article ends."""

    roles: lightgbm.Booster
    headline: lightgbm.Booster
    extent: lightgbm.Booster

    def found(self, row: Row) -> list[Role]:
        """What the product would say with these forests."""
        likely = np.asarray(self.roles.predict(row.features))
        found = decide(row.lines, with_headlines(likely, np.asarray(self.headline.predict(row.features))))
        return without_what_follows(row.lines, found, np.asarray(self.extent.predict(row.features)))


def main(folder: Path, corpora: Path | None) -> None:
    pages = list(examples(folder))
    rows = list(rows_of(pages, corpora))
    print(f"split {split_hash([each.id for each in pages])}: {len(pages)} pages in {FOLDS} folds, {len(rows)} scrapes")
    told: dict[str, list[tuple[float, float, int]]] = {}
    gold = {each.id: each.gold for each in pages}
    for row, found in cross_validated(rows):
        told.setdefault(row.scrape.kind, []).append(score(row, found, gold[row.scrape.page]))
    for kind, scores in sorted(told.items()):
        print(
            f"{kind:20} headline {mean(scores, 0):.3f}  body F1 {mean(scores, 1):.3f}  chrome lines {mean(scores, 2):.1f}"
        )
    region = [each for kind in ("region-blanks", "region-dense") for each in told[kind]]
    about = f"{len(pages)} pages, split {split_hash([each.id for each in pages])}, on regions of unseen pages"
    grown = grow_all(rows)
    write_module(
        grown.roles, TARGET / "role_weights.py", names=FEATURES, classes=len(ROLES),
        about=f"Weights that tell the roles of scraped text's lines: {about} body F1 {mean(region, 1):.3f}.",
    )  # fmt: skip
    write_module(
        grown.headline, TARGET / "headline_weights.py", names=FEATURES, classes=1,
        about=f"Weights that rank the lines of scraped text as its headline: {about} exact {mean(region, 0):.3f}.",
    )  # fmt: skip
    write_module(
        grown.extent, TARGET / "extent_weights.py", names=FEATURES, classes=PLACES,
        about=f"Weights that tell where scraped text's article ends: {about} body F1 {mean(region, 1):.3f}.",
    )  # fmt: skip


def rows_of(pages: Iterable[Example], corpora: Path | None) -> Iterator[Row]:
    """Scrapes of the pages, of their texts in invented layouts, and of news texts in invented layouts."""
    news = list(clean_articles(corpora)) if corpora else []
    pages = list(pages)
    others = others_of(news) if news else Others([each.gold["title"] for each in pages], ())
    for page in pages:
        made = list(scrapes(page))
        for each in (*made, *_invented(page, made, others), *_transplanted(page, pages)):
            yield from _row(each)
    for article in news:
        for each in furnished(article, others, INVENTED, "news"):
            yield from _row(each)


def _invented(page: Example, made: list[Scrape], others: Others) -> Iterator[Scrape]:
    for each in made[1:2]:
        lines = lines_of(each.text)
        body = tuple(line.text for line, role in zip(lines, each.labels, strict=True) if role == "body")[:LONGEST]
        if len(body) > 2:
            yield from furnished(Clean(page.id, page.gold["title"], body), others, INVENTED_OF_PAGES, "invented")


def _transplanted(page: Example, pages: list[Example]) -> Iterator[Scrape]:
    """The page's article in the furniture of the next two pages of its fold; the second ones, grafts, for the extent alone."""
    fold = [each for each in pages if fold_of(each.id) == fold_of(page.id)]
    at = next(index for index, each in enumerate(fold) if each.id == page.id)
    if len(fold) > 2:
        yield from transplanted(page, fold[(at + 1) % len(fold)])
        for each in transplanted(page, fold[(at + 2) % len(fold)]):
            yield each._replace(kind="graft")


def _row(scrape: Scrape) -> Iterator[Row]:
    lines = lines_of(scrape.text)
    if len(lines) == len(scrape.labels):
        yield Row(scrape, lines, features(lines, scrape.url))


def cross_validated(rows: list[Row]) -> Iterator[tuple[Row, list[Role]]]:
    """Every scrape of a page with the roles that forests which never saw the page give to its lines."""
    for fold in range(FOLDS):
        grown = grow_all([each for each in rows if each.scrape.kind == "news" or fold_of(each.scrape.page) != fold])
        for row in rows:
            if row.scrape.kind not in MADE_UP and fold_of(row.scrape.page) == fold:
                yield row, grown.found(row)


def grow_all(rows: list[Row]) -> Grown:
    """All forests, from these scrapes: the regions half with and half without their address; transplants for ranking and extent alone."""
    extent = grow_extent(rows)
    rows = [each for each in rows if each.scrape.kind not in ("region-dense", "addressed-blanks", "graft")]
    asked = _ranking(rows)
    rows = [each for each in rows if each.scrape.kind != "transplant"]
    matrix = np.vstack([each.features for each in rows])
    labels = np.concatenate([[ROLES.index(role) for role in each.scrape.labels] for each in rows])
    weights = np.concatenate([_weights(each) for each in rows])
    roles = grow(
        matrix,
        labels,
        weights * len(weights) / weights.sum(),
        classes=len(ROLES),
        rounds=ROUNDS,
        settings=ROLE_SETTINGS,
    )
    return Grown(roles, lightgbm.train({**SETTINGS, **RANK_SETTINGS}, asked, RANKED_ROUNDS), extent)


def _ranking(rows: list[Row]) -> lightgbm.Dataset:
    """Which line of each scrape is its headline."""
    headlines = np.concatenate([[role == "headline" for role in each.scrape.labels] for each in rows]).astype(float)
    return lightgbm.Dataset(
        np.vstack([each.features for each in rows]), headlines, group=[len(each.lines) for each in rows]
    )


def _weights(row: Row) -> np.ndarray:
    """Every scrape counts the same; in it long lines more than short ones, rare roles three times as much."""
    rare = np.array([3.0 if each not in ("body", "chrome") else 1.0 for each in row.scrape.labels])
    own = np.sqrt([min(100, max(3, each.words)) for each in row.lines])
    return own / own.sum() * rare


def score(row: Row, found: list[Role], gold: dict[str, Any]) -> tuple[float, float, int]:
    """Whether the headline is exact, the F1 of the body, and how many lines of chrome are in it."""
    given = list(zip(row.lines, found, row.scrape.labels, strict=True))
    headline = next((line.text for line, role, _ in given if role == "headline"), "")
    body = "\n".join(line.text for line, role, _ in given if role in BODY)
    short = row.scrape.kind.startswith("short")
    wanted = "\n".join(line.text for line, _, label in given if label == "body") if short else gold["body"]
    leaked = sum(role in BODY and label == "chrome" for _, role, label in given)
    return float(same(headline) == same(gold["title"])), shingle_f1(wanted, body), leaked


def mean(scores: list[tuple[float, float, int]], index: int) -> float:
    """The mean of one score."""
    return float(np.mean([each[index] for each in scores]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
