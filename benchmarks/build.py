"""A whole build, cold and over unchanged sources: articles a second, CPU beside reading and annotating alone, memory an article.

python -m benchmarks.build [ARTICLES]

The articles are our stories with other names, seeded. Every build runs in a process of its own, with as many workers as it
chooses; memory is the highest of the process that holds the whole build, after a quarter of the articles and after all.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import gold
from benchmarks.perturb import FAMILY
from pipeline import config
from pipeline.run.edition import build
from pipeline.run.reading import Request, annotated

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
STORIES = Path(__file__).parent / "stories"
EXCHANGED = 0.6
"""Share of a story's names that another copy has otherwise; with fewer the copies would be one article with versions."""
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{4,}")


def main() -> None:
    """Print the table, or do one part of it in this process and print what it took as JSON."""
    if sys.argv[1:2] == ["--part"]:
        part, sources, output = sys.argv[2:]
        _measured(lambda: PARTS[part](Path(sources), Path(output)))
        return
    count = int(sys.argv[1]) if sys.argv[1:] else 400
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        write_copies(few, count // 4)
        write_copies(many, count)
        floor = _part("annotate", many, many)
        small = _part("build", few, Path(folder, "few-out"))
        cold = _part("build", many, Path(folder, "many-out"))
        again = _part("build", many, Path(folder, "many-out"))
    beside = cold["cpu"] / floor["cpu"]
    growth = (cold["rss"] - small["rss"]) / (count - count // 4)
    print(f"{count} articles")
    print(
        f"cold                {count / cold['wall']:8.1f} articles a second, CPU {beside:.2f} times reading and annotating alone"
    )
    print(
        f"nothing changed     {count / again['wall']:8.1f} articles a second, {cold['wall'] / again['wall']:.1f} times as fast as cold"
    )
    print(
        f"memory              {cold['rss']:8.0f} MB, {1000 * growth:.0f} KB for each further article; a worker {cold['worker']:.0f} MB"
    )


def write_copies(folder: Path, count: int) -> None:
    """So many stories with other names, each with a sidecar."""
    folder.mkdir()
    stories = sorted(STORIES.glob("*/*.txt"))
    for number in range(count):
        story = stories[number % len(stories)]
        text = story.read_text(encoding="utf-8")
        name = f"{story.stem}-{number}"
        folder.joinpath(f"{name}.txt").write_text(_with_other_names(text, random.Random(number)), encoding="utf-8")  # noqa: S311 - no secret
        stated = {
            "url": f"{gold.OWN_SITE}/{name}",
            "datePublished": gold.meta(story.parent, story.stem)["datePublished"],
        }
        folder.joinpath(f"{name}.sidecar.json").write_text(json.dumps(stated), encoding="utf-8")


def _with_other_names(text: str, chance: random.Random) -> str:
    for name in sorted(set(_NAME.findall(text))):
        if chance.random() < EXCHANGED:
            text = re.sub(rf"\b{name}\b", chance.choice(FAMILY) + chance.choice(("", "son", "ova")), text)
    return text


def _annotate(sources: Path, _output: Path) -> None:
    for _ in annotated(Request(arguments=(str(sources),)), config.DEFAULT):
        pass


def _build(sources: Path, output: Path) -> None:
    build(Request(arguments=(str(sources),)), config.DEFAULT, output, now=NOW, say=lambda _: None)


PARTS: dict[str, Callable[[Path, Path], None]] = {"annotate": _annotate, "build": _build}


def _part(part: str, sources: Path, output: Path) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.build", "--part", part, str(sources), str(output)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def _measured(work: Callable[[], None]) -> None:
    """Do it and print seconds, CPU of this process and its workers, and the highest memory of each, in MB."""
    began = time.perf_counter()
    work()
    wall = time.perf_counter() - began
    own, workers = (resource.getrusage(each) for each in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cpu = own.ru_utime + own.ru_stime + workers.ru_utime + workers.ru_stime
    print(json.dumps({"wall": wall, "cpu": cpu, "rss": own.ru_maxrss / 1024, "worker": workers.ru_maxrss / 1024}))


if __name__ == "__main__":
    main()
