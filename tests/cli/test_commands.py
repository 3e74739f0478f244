"""Every command has help and stands in the README; help costs next to nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import COMMANDS, main

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert len(result.output.splitlines()) > 4
    assert f"`newsgraph {name}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_module_of_a_command_is_listed() -> None:
    modules = {
        each.stem for each in (ROOT / "pipeline" / "cli").glob("*.py") if "command(" in each.read_text(encoding="utf-8")
    }
    assert modules - {"__init__", "options"} == set(COMMANDS)


def test_help_imports_no_stage() -> None:
    program = (
        "import sys; from click.testing import CliRunner; from pipeline.cli import main;"
        "assert CliRunner().invoke(main, ['--help']).exit_code == 0;"
        "print([each for each in sys.modules if each.split('.')[0] in"
        " {'spacy', 'lxml', 'extruct', 'httpx', 'jsonschema', 'pyld', 'trafilatura', 'numpy', 'sqlite3', 'asyncio'}])"
    )
    arguments = [sys.executable, "-c", program]
    answer = subprocess.run(arguments, cwd=ROOT, check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    assert answer.stdout.strip() == "[]"


def test_an_unknown_command_is_exit_code_2() -> None:
    assert CliRunner().invoke(main, ["publich"]).exit_code == 2
