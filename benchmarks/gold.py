"""The development gold (outside this repository) and stories of our own: copies of the sources with sidecars in, graphs and scores out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from pipeline import config
from pipeline.model.codec import encode
from pipeline.model.graph import document
from pipeline.model.newsroom import Newsroom
from pipeline.run.mapping import mapped
from pipeline.run.reading import Request

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
STORIES = Path(__file__).resolve().parent / "stories"
"""Articles written with their facts before anything was run on them, a folder a round; see their README for what they can still tell."""
SAMPLE = "north-korean-official-departs-for-russia"
STATED = {
    SAMPLE: {
        "url": f"https://example.org/2014/11/{SAMPLE}",
        "datePublished": "2014-11-18T09:00:00+09:00",
        "publisher": "Example Newsroom",
    }
}
"""What the gold's README states of the sample, which has no meta file."""


OWN_SITE = "https://www.example.com"


ROUNDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class Sources(msgspec.Struct, frozen=True):
    """Articles in one form with their facts: ``<slug><suffix>``, ``<slug>.facts.json``, ``<slug>.meta.json`` in ``folder``."""

    name: str
    folder: Path
    suffix: str = ".txt"


type Rewrite = Callable[[str], str]


def forms() -> tuple[Sources, ...]:
    """What is scored: the gold in both its forms, and each round of stories."""
    rounds = (Sources(each, STORIES / each) for each in ROUNDS)
    return (Sources("raw", GOLD, ".raw.txt"), Sources("html", GOLD, ".html"), *rounds)


def available() -> bool:
    """Whether the gold is on this machine."""
    return GOLD.is_dir()


def slugs(folder: Path = GOLD) -> list[str]:
    """The articles of a folder."""
    return sorted(each.name.removesuffix(".facts.json") for each in folder.glob("*.facts.json"))


def lay_out(given: Sources, target: Path, *, publisher: str | None = None) -> None:
    """Copies of the sources alone in ``target/sources``, each with a sidecar of url, datePublished and publisher.

    ``publisher`` stands for everybody's, and ``OWN_SITE`` for their addresses, so that one newsroom can be configured for all.
    """
    sources = target / "sources"
    sources.mkdir(parents=True)
    for slug in slugs(given.folder):
        source = given.folder / f"{slug}{given.suffix}"
        if source.exists():
            sources.joinpath(slug + source.suffix).write_bytes(source.read_bytes())
            stated = _stated(given.folder, slug)
            if publisher:
                stated |= {"publisher": publisher, "url": re.sub(r"^https?://[^/]+", OWN_SITE, stated["url"])}
            sources.joinpath(f"{slug}.sidecar.json").write_text(json.dumps(stated), encoding="utf-8")


def build_graphs(target: Path, newsroom: Newsroom = config.DEFAULT) -> Path:
    """Map ``target/sources`` as a newsroom does; the folder of graphs, ``<slug>.jsonld`` each."""
    graphs = target / "graphs"
    graphs.mkdir()
    for one in mapped(Request(arguments=(str(target / "sources"),)), newsroom):
        for graph in one.graphs:
            graphs.joinpath(Path(one.source).stem + ".jsonld").write_bytes(encode(document(graph)))
    return graphs


def facts(graph: Path, folder: Path) -> dict[str, Any]:
    """Recall and precision by kind, misses and extras of one graph, against the facts in ``folder``."""
    text = folder / f"{graph.stem}.txt"
    given = [str(graph), str(folder / f"{graph.stem}.facts.json")]
    return _scored("score_facts", [*given, *(["--text", str(text)] if text.exists() else [])])


def score_against(graph: Path, told: Path) -> dict[str, Any]:
    """Recall and precision by kind against the facts of another folder (a rewritten copy of the gold)."""
    return _scored(
        "score_facts", [str(graph), str(told / f"{graph.stem}.facts.json"), "--text", str(told / f"{graph.stem}.txt")]
    )


def negatives(graph: Path, folder: Path) -> dict[str, Any] | None:
    """False facts of one graph, or None where no traps are known."""
    meta = folder / f"{graph.stem}.meta.json"
    if not meta.exists():
        return None
    return dict(_scored("score_negatives", [str(graph), str(meta)])[graph.stem])


def richness(graph: Path, *, na: Sequence[str] = ()) -> float:
    """Richness 0 to 100 of one graph, without the items in ``na``, which its source cannot know."""
    return float(_scored("score", [str(graph), *(["--na", ",".join(na)] if na else [])])["score"])


def meta(folder: Path, slug: str) -> dict[str, Any]:
    """What is known of the page itself; of the sample what its README states."""
    path = folder / f"{slug}.meta.json"
    return dict(json.loads(path.read_text(encoding="utf-8")) if path.exists() else STATED[slug])


def _scored(name: str, arguments: list[str]) -> dict[str, Any]:
    command = [sys.executable, str(GOLD / f"{name}.py"), *arguments, "--json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def _stated(folder: Path, slug: str) -> dict[str, str]:
    meta = folder / f"{slug}.meta.json"
    known = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else STATED[slug]
    return {key: known[key] for key in ("url", "datePublished", "publisher")}
