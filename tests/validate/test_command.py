import json

import pytest
from click.testing import CliRunner

from pipeline.cli import main

CLEAN = '{"@context": "https://schema.org", "@type": "Person", "name": "Ada"}'
WRONG = '{"@context": "https://schema.org",\n "@type": "Person",\n "nme": "Ada"}'


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=None):
        return CliRunner().invoke(main, ["validate", *arguments], input=stdin)

    return run


def test_a_clean_file_gives_exit_code_0(run, tmp_path):
    (tmp_path / "a.json").write_text(CLEAN)
    result = run("a.json")
    assert result.exit_code == 0
    assert result.stdout == "1 file, 1 clean: 0 errors, 0 warnings, 0 infos\n"


def test_a_finding_is_shown_with_line_column_and_the_right_name(run, tmp_path):
    (tmp_path / "a.json").write_text(WRONG)
    result = run("a.json")
    assert result.exit_code == 1
    assert "3:2" in result.stdout
    assert "Did you mean name?" in result.stdout


def test_json_output_has_the_agreed_shape(run):
    result = run("-", "--format", "json", stdin=WRONG)
    found = json.loads(result.stdout)
    (file,) = found["files"]
    assert file["path"] == "-"
    assert set(file["findings"][0]) == {
        "code", "severity", "message", "pointer", "line", "column", "hint", "source",
    }  # fmt: skip
    assert found["summary"]["error"] == 1


def test_every_script_of_a_page_is_read_and_placed_in_the_page(run, tmp_path):
    script = '<script type="application/ld+json">'
    (tmp_path / "a.html").write_text(f"<title>A</title>\n{script}{CLEAN}</script>\n{script}{WRONG}</script>")
    result = run("a.html", "--format", "json")
    (finding,) = json.loads(result.stdout)["files"][0]["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("misspelt-property", 5, 2)


def test_a_folder_stands_for_its_files(run, tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.jsonld").write_text(CLEAN)
    (tmp_path / "a.json").write_text(WRONG)
    (tmp_path / "notes.txt").write_text("no JSON")
    found = json.loads(run(".", "--format", "json").stdout)
    assert [each["path"] for each in found["files"]] == ["a.json", "sub/b.jsonld"]


def test_a_path_that_is_not_there_gives_exit_code_2_and_says_what_to_do(run):
    result = run("nowhere.json")
    assert result.exit_code == 2
    assert "nowhere.json" in result.stderr
    assert "Check the path" in result.stderr


def test_the_severity_decides_the_exit_code(run):
    warning = '{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A", "author": "B"}'
    assert run("-", stdin=warning).exit_code == 0
    assert run("-", "--severity", "warning", stdin=warning).exit_code == 1


def test_explain_shows_both_examples_and_proposes_a_near_code():
    runner = CliRunner()
    assert "Wrong:" in runner.invoke(main, ["explain", "unknown-type"]).stdout
    result = runner.invoke(main, ["explain", "unknown-typ"])
    assert result.exit_code == 2
    assert "Did you mean unknown-type?" in result.stderr
