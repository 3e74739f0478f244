"""Runners keep the order, and one item that raises, hangs or kills its process costs only itself."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

import msgspec
import pytest

from pipeline.model.errors import PipelineError, UsageError
from pipeline.model.failed import Failed
from pipeline.run.workers import run


class Item(msgspec.Struct, frozen=True):
    name: str


def act(item: Item) -> str:
    if item.name == "raise":
        raise ValueError("no such day")
    if item.name == "hang":
        time.sleep(60)
    if item.name == "die":
        os._exit(3)
    return item.name.upper()


def make() -> Callable[[Item], str]:
    return act


def make_without_model() -> Callable[[Item], str]:
    raise UsageError("no model is installed. Install one.")


def items(*names: str) -> list[Item]:
    return [Item(each) for each in names]


@pytest.mark.parametrize("workers", [0, 1, 3])
def test_results_come_in_the_order_of_the_items(workers: int) -> None:
    names = [f"a{each}" for each in range(20)]
    assert list(run(make, items(*names), workers=workers)) == [each.upper() for each in names]


@pytest.mark.parametrize("workers", [0, 2])
def test_an_item_that_raises_becomes_failed_and_the_others_go_on(workers: int) -> None:
    first, failed, last = run(make, items("a", "raise", "b"), workers=workers)
    assert (first, last) == ("A", "B")
    assert isinstance(failed, Failed)
    assert failed.source == "raise"
    assert failed.error == "ValueError: no such day"
    assert "no such day" in failed.finding.message


def test_a_worker_that_hangs_is_stopped_and_replaced() -> None:
    failed, last = run(make, items("hang", "b"), workers=1, timeout_s=1.5)
    assert isinstance(failed, Failed)
    assert "took longer" in failed.error
    assert last == "B"


def test_a_worker_that_dies_is_replaced() -> None:
    failed, last = run(make, items("die", "b"), workers=1)
    assert isinstance(failed, Failed)
    assert "died" in failed.error
    assert last == "B"


@pytest.mark.parametrize("workers", [0, 1])
def test_a_missing_model_stops_the_run_with_its_message(workers: int) -> None:
    with pytest.raises(PipelineError, match="Install one"):
        list(run(make_without_model, items("a"), workers=workers))


def test_no_items_start_no_process() -> None:
    assert list(run(make_without_model, [], workers=2)) == []
