"""The cache answers only for exactly what a result was made from."""

from __future__ import annotations

from pathlib import Path

from pipeline.store.prepared import PreparedStore


def test_a_result_is_found_again_after_reopening(tmp_path: Path) -> None:
    store = PreparedStore.open(tmp_path / "prepared.sqlite")
    store.put([("a.txt", b"1", b"first")])
    store.close()
    again = PreparedStore.open(tmp_path / "prepared.sqlite")
    assert again.get("a.txt", b"1") == b"first"
    again.close()


def test_another_digest_or_source_finds_nothing_and_a_new_result_replaces_the_old(tmp_path: Path) -> None:
    store = PreparedStore.open(tmp_path / "prepared.sqlite")
    store.put([("a.txt", b"1", b"first")])
    store.put([("a.txt", b"2", b"second")])
    assert store.get("a.txt", b"1") is None
    assert store.get("b.txt", b"2") is None
    assert store.get("a.txt", b"2") == b"second"
    store.close()
