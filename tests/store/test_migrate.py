"""What a store's file may be, and what is said when it is something else."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from pipeline.model.errors import PipelineError
from pipeline.store.migrate import backup, connect, writing

FIRST = "CREATE TABLE shelf (\n  book TEXT NOT NULL -- a title; with a semicolon\n);\nCREATE INDEX by_book ON shelf (book);\n"
SECOND = "ALTER TABLE shelf ADD COLUMN author TEXT;\n"
NAME, OWNER = "shelf", 77


def open_shelf(path: Path, *migrations: str) -> sqlite3.Connection:
    return connect(path, name=NAME, application_id=OWNER, migrations=migrations or (FIRST,))


def test_a_new_file_and_its_folder_are_made(tmp_path: Path) -> None:
    with closing(open_shelf(tmp_path / "new" / "shelf.db")) as shelf:
        assert shelf.execute("SELECT count(*) FROM shelf").fetchone()[0] == 0
        assert shelf.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_an_older_file_is_brought_up_to_date_and_keeps_its_rows(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    with closing(open_shelf(path)) as shelf:
        shelf.execute("INSERT INTO shelf VALUES ('Emma')")
    with closing(open_shelf(path, FIRST, SECOND)) as shelf:
        assert tuple(shelf.execute("SELECT book, author FROM shelf").fetchone()) == ("Emma", None)


def test_a_file_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    open_shelf(path, FIRST, SECOND).close()
    with pytest.raises(PipelineError, match=r"newer newsgraph .version 2, this one knows 1.*Update newsgraph"):
        open_shelf(path)


def test_a_failing_migration_leaves_the_old_version(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    open_shelf(path).close()
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        open_shelf(path, FIRST, "CREATE TABLE other (x);\nINSERT INTO missing VALUES (1);\n")
    with closing(open_shelf(path)) as shelf:
        assert shelf.execute("SELECT count(*) FROM sqlite_master WHERE name = 'other'").fetchone()[0] == 0


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    path.write_bytes(b"Once upon a time, there was no database here at all." * 40)
    with pytest.raises(PipelineError, match="is no SQLite database"):
        open_shelf(path)


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE theirs (x)")
    with pytest.raises(PipelineError, match="not the shelf of newsgraph"):
        open_shelf(path)


def test_a_database_cut_in_half_is_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    with closing(open_shelf(path)) as shelf, writing(shelf, path, NAME):
        shelf.executemany("INSERT INTO shelf VALUES (?)", [(f"book {number}" * 50,) for number in range(500)])
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with (
        pytest.raises(PipelineError, match=r"is damaged\. Restore a backup"),
        closing(open_shelf(path)) as shelf,
        writing(shelf, path, NAME),
    ):
        shelf.execute("UPDATE shelf SET book = 'x'")


def test_a_locked_database_is_called_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.store.migrate.BUSY_TIMEOUT_S", 0.01)
    path = tmp_path / "shelf.db"
    with closing(open_shelf(path)) as one, closing(open_shelf(path)) as two, writing(one, path, NAME):
        one.execute("INSERT INTO shelf VALUES ('Emma')")
        with pytest.raises(PipelineError, match="locked by another process"), writing(two, path, NAME):
            pass


def test_what_is_raised_inside_a_transaction_undoes_it(tmp_path: Path) -> None:
    path = tmp_path / "shelf.db"
    with closing(open_shelf(path)) as shelf:
        with pytest.raises(KeyError, match="row"), writing(shelf, path, NAME):
            _insert_and_fail(shelf)
        assert shelf.execute("SELECT count(*) FROM shelf").fetchone()[0] == 0


def test_a_backup_holds_what_was_committed_and_overwrites_nothing(tmp_path: Path) -> None:
    path, copy = tmp_path / "shelf.db", tmp_path / "copy.db"
    with closing(open_shelf(path)) as shelf:
        shelf.execute("INSERT INTO shelf VALUES ('Emma')")
        backup(shelf, copy, NAME)
        with pytest.raises(PipelineError, match="exists already"):
            backup(shelf, copy, NAME)
    with closing(open_shelf(copy)) as shelf:
        assert shelf.execute("SELECT book FROM shelf").fetchone()[0] == "Emma"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PipelineError, match="cannot be made"):
        open_shelf(tmp_path / "file" / "deeper" / "shelf.db")


def _insert_and_fail(shelf: sqlite3.Connection) -> None:
    shelf.execute("INSERT INTO shelf VALUES ('Emma')")
    raise KeyError("row")
