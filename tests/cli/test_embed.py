"""``newsgraph embed`` on the command line."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from pipeline.cli import main
from pipeline.publish.json_ld import json_ld
from pipeline.publish.verify import extracted
from tests.publish import samples

PAGE = b"<html><head></head><body>Caf\xe9</body></html>"


def run(folder, *options, page=PAGE, graph=None):
    (folder / "page.html").write_bytes(page)
    (folder / "graph.jsonld").write_bytes(json_ld(samples.GRAPH) if graph is None else graph)
    return CliRunner().invoke(main, ["embed", f"{folder}/page.html", "--graph", f"{folder}/graph.jsonld", *options])


def test_the_page_is_printed_and_the_file_left_alone(tmp_path):
    result = run(tmp_path)
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b'<html><head><script type="application/ld+json" id="newsgraph">')
    assert result.stdout_bytes.endswith(b"</script>\n</head><body>Caf\xe9</body></html>")
    assert (tmp_path / "page.html").read_bytes() == PAGE


def test_in_place_writes_the_page_back(tmp_path):
    printed = run(tmp_path).stdout_bytes
    result = run(tmp_path, "--in-place")
    assert result.stdout_bytes == b""
    assert (tmp_path / "page.html").read_bytes() == printed
    assert [each.name for each in sorted(tmp_path.iterdir())] == ["graph.jsonld", "page.html"]


def test_a_graph_that_is_no_json_is_a_usage_error(tmp_path):
    for graph in (b"{", b"[]", b'{"name": "\xff"}', b"[" * 100_000):
        result = run(tmp_path, graph=graph)
        assert result.exit_code == 2
        assert "graph.jsonld" in result.stderr


def test_a_page_in_utf16_is_refused_with_what_to_do(tmp_path):
    result = run(tmp_path, page="<html>".encode("utf-16"))
    assert result.exit_code == 1
    assert "Save the page as UTF-8." in result.stderr


def test_a_missing_page_is_a_usage_error(tmp_path):
    result = CliRunner().invoke(main, ["embed", f"{tmp_path}/none.html", "--graph", f"{tmp_path}/none.jsonld"])
    assert result.exit_code == 2


ARTICLE = b"""<!doctype html><html lang="en"><head><title>Bridge opens in Porto</title>
<link rel="canonical" href="https://example.org/bridge"><meta property="article:published_time" content="2026-03-04T10:15:00+01:00">
</head><body><article><h1>Bridge opens in Porto</h1>
<p>Ana Lima, the mayor of Porto, opened the harbour bridge on Wednesday after two years of work on its cables.</p>
<p>\xe2\x80\x9cIt will hold for a hundred years,\xe2\x80\x9d Lima said at the ceremony, where three thousand people had come to watch.</p>
<p>Freight returns in May, once the new scales at the northern ramp are calibrated and the signals are replaced.</p>
</article></body></html>"""


@pytest.mark.slow
def test_without_a_graph_the_page_itself_is_mapped_and_again_gives_the_same(tmp_path):
    page = tmp_path / "bridge.html"
    page.write_bytes(ARTICLE)
    first = CliRunner().invoke(main, ["embed", str(page), "--in-place"])
    assert first.exit_code == 0, first.stderr
    once = page.read_bytes()
    (document,) = extracted(once)
    assert document["@graph"][0]["headline"] == "Bridge opens in Porto"
    assert any(each.get("name") == "Ana Lima" for each in document["@graph"])
    assert CliRunner().invoke(main, ["embed", str(page), "--in-place"]).exit_code == 0
    assert page.read_bytes() == once


@pytest.mark.slow
def test_a_page_without_an_article_is_said_to_have_none(tmp_path):
    page = tmp_path / "empty.html"
    page.write_bytes(b"<html><head></head><body></body></html>")
    result = CliRunner().invoke(main, ["embed", str(page)])
    assert result.exit_code == 1
    assert "page-not-one-article" in result.stderr
