"""The development gold (outside this repository): copies of its sources with sidecars in, graphs and scores out."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from pipeline import config
from pipeline.model.codec import encode
from pipeline.model.graph import document
from pipeline.run.mapping import mapped
from pipeline.run.reading import Request

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
SAMPLE = "north-korean-official-departs-for-russia"
STATED = {
    SAMPLE: {
        "url": f"https://example.org/2014/11/{SAMPLE}",
        "datePublished": "2014-11-18T09:00:00+09:00",
        "publisher": "Example Newsroom",
    }
}
"""What the gold's README states of the sample, which has no meta file."""

Form = Literal["raw", "html"]
SUFFIXES: dict[Form, str] = {"raw": ".raw.txt", "html": ".html"}
type Rewrite = Callable[[str], str]


def available() -> bool:
    """Whether the gold is on this machine."""
    return GOLD.is_dir()


def slugs() -> list[str]:
    """The gold's articles."""
    return sorted(each.name.removesuffix(".facts.json") for each in GOLD.glob("*.facts.json"))


def lay_out(form: Form, target: Path) -> None:
    """Copies of the sources alone in ``target/sources``, each with a sidecar of url, datePublished and publisher."""
    sources = target / "sources"
    sources.mkdir(parents=True)
    for slug in slugs():
        source = GOLD / f"{slug}{SUFFIXES[form]}"
        if source.exists():
            sources.joinpath(slug + source.suffix).write_bytes(source.read_bytes())
            sources.joinpath(f"{slug}.sidecar.json").write_text(json.dumps(_stated(slug)), encoding="utf-8")


def build_graphs(target: Path) -> Path:
    """Map ``target/sources``; the folder of graphs, ``<slug>.jsonld`` each."""
    graphs = target / "graphs"
    graphs.mkdir()
    for one in mapped(Request(arguments=(str(target / "sources"),)), config.DEFAULT):
        for graph in one.graphs:
            graphs.joinpath(Path(one.source).stem + ".jsonld").write_bytes(encode(document(graph)))
    return graphs


def score(name: str, graphs: Path, gold: Path = GOLD) -> dict[str, Any]:
    """What one of the gold's scorers says of a folder of graphs."""
    command = [sys.executable, str(GOLD / f"{name}.py"), "--batch", str(graphs), "--gold", str(gold), "--json"]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def richness(graphs: Path) -> dict[str, float]:
    """Richness 0 to 100 of every graph."""
    points = {}
    for graph in sorted(graphs.glob("*.jsonld")):
        command = [sys.executable, str(GOLD / "score.py"), str(graph), "--json"]
        answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        points[graph.stem] = float(answer["score"])
    return points


def _stated(slug: str) -> dict[str, str]:
    meta = GOLD / f"{slug}.meta.json"
    known = json.loads(meta.read_text(encoding="utf-8")) if meta.exists() else STATED[slug]
    return {key: known[key] for key in ("url", "datePublished", "publisher")}
