"""``newsgraph embed`` on the command line."""

from __future__ import annotations

from click.testing import CliRunner

from pipeline.cli import main
from pipeline.publish.json_ld import json_ld
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
    for graph in (b"{", b"[]"):
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
