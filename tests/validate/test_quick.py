import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.run import quick

ROOT = Path(__file__).parents[2]
CLEAN = """{"@context": "https://schema.org", "@graph": [{
 "@id": "https://example.org/a#article", "@type": "NewsArticle", "headline": "Envoy leaves", "url": "https://example.org/a",
 "datePublished": "2014-11-18T09:00:00Z", "dateModified": "2014-11-18T09:00:00Z", "image": "https://example.org/a.jpg",
 "author": {"@id": "https://example.org/b", "@type": "Person", "name": "Ada Byron", "url": "https://example.org/b"},
 "publisher": {"@id": "https://example.org/#org", "@type": "NewsMediaOrganization", "name": "The Post"}}]}"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.json").write_text(CLEAN)
    return tmp_path


def test_a_clean_file_is_answered_at_once(folder):
    assert quick.answer(["validate", "a.json"]) == "1 file, 1 clean: 0 errors, 0 warnings, 0 infos"


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate"],
        ["validate", "--strict", "a.json"],
        ["validate", "a.json", "missing.json"],
        ["validate", "."],
        ["build", "a.json"],
        [],
    ],
)
def test_everything_else_is_left_to_the_command(folder, arguments):
    assert quick.answer(arguments) is None


def test_a_file_with_a_finding_is_left_to_the_command(folder):
    (folder / "a.json").write_text(CLEAN.replace("headline", "headLine"))
    assert quick.answer(["validate", "a.json"]) is None


def test_infos_are_counted_as_the_command_does(folder):
    (folder / "a.json").write_text(CLEAN.replace('"dateModified": "2014-11-18T09:00:00Z", ', ""))
    assert quick.answer(["validate", "a.json"]) == "1 file, 0 clean: 0 errors, 0 warnings, 1 info"


def test_a_project_with_settings_is_left_to_the_command(folder):
    (folder / quick.CONFIG).write_text('profiles = ["open-graph"]')
    assert quick.answer(["validate", "a.json"]) is None


@pytest.mark.slow
def test_a_clean_file_needs_neither_pyld_nor_jsonschema_nor_click(folder):
    script = (
        "import sys; from pipeline.run import quick; assert quick.answer(['validate', 'a.json']);"
        "print(sorted({'pyld', 'jsonschema', 'click', 'lxml', 'httpx', 'typing_extensions'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    assert run("-c", script, environment=environment) == "[]\n"


@pytest.mark.slow
def test_quick_and_full_answer_are_the_same(folder):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = ("-m", "pipeline", "validate", "a.json")
    assert run(*command, environment=environment) == run(*command, "--thorough", environment=environment)


def run(*arguments, environment):
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, env=environment, check=True)  # noqa: S603 - our own interpreter
    return done.stdout
