"""``newsgraph preview``: a page for every article that is still told of; what is damaged is said with the way out."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline import config
from pipeline.cli import main
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, Block
from pipeline.run.article import Annotated, Prepared
from pipeline.run.edition import build_prepared
from pipeline.run.retraction import retract

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


def prepared(slug: str) -> Prepared:
    article = Article(
        slug=slug,
        url=f"https://example.org/{slug}",
        source=f"{slug}.txt",
        headline=f"The {slug} opens in Porto",
        in_language="en",
        paragraphs=(Block("paragraph", "The river was high."),),
    )
    annotated = Annotated(article=article, annotations=Annotations(language="en", annotator="test"))
    return Prepared(source=article.source, articles=(annotated,))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Two articles, built."""
    build_prepared((prepared("bridge"), prepared("tunnel")), config.DEFAULT, tmp_path, now=NOW)
    return tmp_path


def preview(output: Path) -> Result:
    return CliRunner().invoke(main, ["preview", "--output", str(output)])


def test_a_retracted_article_has_no_page(output: Path) -> None:
    retract("https://example.org/bridge", "There is no bridge.", config.DEFAULT, output, now=NOW)
    assert preview(output).exit_code == 0
    assert {each.name for each in (output / "preview").iterdir()} == {"index.html", "tunnel.html"}


@pytest.mark.parametrize("name", ["article.json", "evidence.jsonld", "graph.jsonld"])
def test_a_damaged_file_is_said_with_the_way_out(output: Path, name: str) -> None:
    (output / "articles" / "bridge" / name).write_text("{bad")
    result = preview(output)
    assert result.exit_code == 2
    assert "Remove the folder and run `newsgraph build`" in result.output
