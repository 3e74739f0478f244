"""The committed build of the sample is what the code makes: annotations by their statements, everything after them byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.annotations import Annotations
from pipeline.model.codec import decode
from pipeline.model.finding import Finding
from pipeline.run.article import Annotated, Prepared
from pipeline.run.edition import build_prepared
from pipeline.run.engines import load_annotator
from tests import cases, sample


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cases.ROOT)


def committed_annotations() -> Annotations:
    path = sample.COMMITTED / "articles" / sample.SLUG / "annotations.json"
    return decode(path.read_bytes(), Annotations)


@pytest.mark.slow
def test_the_sample_is_reproduced(tmp_path: Path) -> None:
    prepared = cases.prepared(sample.SLUG, load_annotator())
    (annotated,) = prepared.articles
    assert cases.statements(annotated.annotations) == cases.statements(committed_annotations())
    again = Annotated(article=annotated.article, annotations=committed_annotations(), findings=annotated.findings)
    build_prepared(
        (Prepared(source=prepared.source, articles=(again,), findings=prepared.findings),),
        cases.newsroom(),
        tmp_path,
        now=sample.NOW,
    )
    made, kept = files(tmp_path), files(sample.COMMITTED)
    assert sorted(made) == sorted(kept)
    for name, content in made.items():
        assert content == kept[name], f"{name} differs: run `make sample` and read the difference"


def test_the_news_sitemap_of_the_sample_has_the_article() -> None:
    (sitemap,) = [
        content for name, content in files(sample.COMMITTED).items() if "news" in name and name.startswith("sitemaps/")
    ]
    assert b"https://example.org/2014/11/north-korean-official-departs-for-russia" in sitemap


def test_the_sample_has_no_error() -> None:
    findings = decode((sample.COMMITTED / "articles" / sample.SLUG / "findings.json").read_bytes(), tuple[Finding, ...])
    assert [each for each in findings if each.severity == "error"] == []


def files(folder: Path) -> dict[str, bytes]:
    found = (each for each in folder.rglob("*") if each.is_file() and ".state" not in each.parts)
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in found}
