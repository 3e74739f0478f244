"""Every case, step by step: each step is what the code makes of the step before it."""

from __future__ import annotations

import os

import pytest

from pipeline.annotate import Annotate
from pipeline.model.codec import decode, encode_pretty
from pipeline.model.finding import Finding
from pipeline.normalize import normalize
from pipeline.run.engines import load_annotator
from tests import cases

each_case = pytest.mark.parametrize("slug", cases.SLUGS)


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cases.ROOT)


@pytest.fixture(scope="module")
def annotate() -> Annotate:
    return load_annotator()


def first_findings(slug: str) -> tuple[Finding, ...]:
    return normalize(cases.source(slug), cases.newsroom()).findings


@each_case
def test_the_article_is_what_normalizing_makes_of_the_source(slug: str) -> None:
    (article,) = normalize(cases.source(slug), cases.newsroom()).value
    assert encode_pretty(article).decode() == (cases.CASES / slug / cases.ARTICLE).read_text(encoding="utf-8")


@pytest.mark.slow
@each_case
def test_the_annotations_state_what_annotating_finds_in_the_article(slug: str, annotate: Annotate) -> None:
    committed = cases.committed(slug)
    assert cases.statements(annotate(committed.article).value) == cases.statements(committed.annotations)


@each_case
def test_every_later_step_is_made_byte_for_byte_from_the_annotations(slug: str) -> None:
    made = cases.later_steps(cases.committed(slug), first_findings(slug))
    folder = cases.CASES / slug
    kept = {
        os.path.relpath(each, folder): each.read_bytes()
        for each in (folder / cases.GRAPH, folder / cases.FINDINGS, *(folder / cases.PUBLICATIONS).iterdir())
    }
    assert sorted(made) == sorted(kept)
    for name, content in made.items():
        assert content == kept[name], f"{slug}/{name} differs: run `make golden` and read the difference"


@each_case
def test_the_findings_are_those_that_the_case_expects(slug: str) -> None:
    found = decode((cases.CASES / slug / cases.FINDINGS).read_bytes(), tuple[Finding, ...])
    assert sorted({each.code for each in found}) == cases.described(slug)["codes"]
    assert cases.described(slug)["shows"]
