"""Every benchmark can still be started: what it measures has not moved from under it."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
INSTALLS_ITS_OWN = {"validation_peers_shacl"}
"""Run in an environment that the benchmark makes, with packages that are not ours."""


@pytest.mark.parametrize("name", sorted(each.stem for each in FOLDER.glob("*.py") if each.stem not in INSTALLS_ITS_OWN))
def test_a_benchmark_can_be_imported(name: str) -> None:
    importlib.import_module(f"benchmarks.{name}")
