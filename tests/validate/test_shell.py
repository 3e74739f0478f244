"""The shell: addresses, archives, many files, settings, baselines, fixes on disk."""

import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import mutants
from pipeline.cli import main
from pipeline.run import validation

CLEAN = json.dumps(mutants.graph())
WRONG = '{"@context": "https://schema.org",\n "@type": "Person",\n "nme": "Ada"}'
TEXT_BOOLEAN = (
    '{"@context": "https://schema.org", "@type": "CreativeWork", "name": "A", "isAccessibleForFree": "False"}'
)


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*arguments, stdin=None):
        return CliRunner().invoke(main, ["validate", "--now", "2026-01-01", *arguments], input=stdin)

    return run


def found(result):
    return {each["path"]: [one["code"] for one in each["findings"]] for each in json.loads(result.stdout)["files"]}


def test_settings_of_a_project_are_used_and_the_command_line_adds_to_them(run, tmp_path):
    (tmp_path / "a.json").write_text(WRONG)
    (tmp_path / "newsgraph-validate.toml").write_text('ignore = ["misspelt-*"]\nprofiles = []\n')
    assert run("a.json").exit_code == 0
    (tmp_path / "newsgraph-validate.toml").write_text('[[path]]\nmatch = "b*"\nignore = ["misspelt-*"]\n')
    assert run("a.json").exit_code == 1


EVENT = '{"@context": "https://schema.org", "@type": "Event", "name": "A", "startDate": "2026-05-01", "location": {"@type": "Place", "name": "B"}}'
PER_PATH = """profiles = []
[[path]]
match = "events/*"
profiles = ["google-event"]
[[path]]
match = "old/*"
select = ["json-*"]
"""


def test_some_files_please_other_consumers_and_show_other_codes(run, tmp_path):
    for folder, text in (("events", EVENT), ("news", EVENT), ("old", WRONG)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.json").write_text(text)
    (tmp_path / "newsgraph-validate.toml").write_text(PER_PATH)
    codes = found(run(".", "--format", "json", "--show", "info"))
    assert any(each.startswith("profile-") for each in codes["events/a.json"])
    assert not any(each.startswith("profile-") for each in codes["news/a.json"])
    assert codes["old/a.json"] == []
    told = found(run(".", "--format", "json", "--show", "info", "--profile", "google-breadcrumb"))
    assert not any(each.startswith("profile-") for each in told["events/a.json"])


def test_an_unknown_profile_of_some_files_is_told_before_anything_is_checked(run, tmp_path):
    (tmp_path / "a.json").write_text(CLEAN)
    (tmp_path / "newsgraph-validate.toml").write_text('[[path]]\nmatch = "events/*"\nprofiles = ["gogle-event"]\n')
    result = run("a.json")
    assert result.exit_code == 2
    assert "google-event" in result.stderr


@pytest.mark.parametrize("text", ["ignoring = []", "ignore = 5", "= x"])
def test_wrong_settings_give_exit_code_2_and_name_the_file(run, tmp_path, text):
    (tmp_path / "newsgraph-validate.toml").write_text(text)
    (tmp_path / "a.json").write_text(CLEAN)
    result = run("a.json")
    assert result.exit_code == 2
    assert "newsgraph-validate.toml" in result.stderr


def test_an_unknown_profile_lists_the_known_ones(run, tmp_path):
    (tmp_path / "a.json").write_text(CLEAN)
    result = run("a.json", "--profile", "gogle")
    assert result.exit_code == 2
    assert "google-article" in result.stderr


def test_a_baseline_hides_old_findings_and_shows_new_ones(run, tmp_path):
    (tmp_path / "a.json").write_text(WRONG)
    assert run("a.json", "--write-baseline", "known.json").exit_code == 0
    assert run("a.json", "--baseline", "known.json").exit_code == 0
    (tmp_path / "a.json").write_text("\n\n" + WRONG.replace('"nme"', '"nme": "Ada", "naem"'))
    result = run("a.json", "--baseline", "known.json", "--format", "json")
    assert found(result) == {"a.json": ["misspelt-property"]}
    assert result.exit_code == 1


def test_a_file_that_is_no_baseline_is_a_usage_error(run, tmp_path):
    (tmp_path / "a.json").write_text(CLEAN)
    for content in (b"{", b'{"known": "\xff"}'):
        (tmp_path / "known.json").write_bytes(content)
        result = run("a.json", "--baseline", "known.json")
        assert result.exit_code == 2
        assert "is no baseline" in result.stderr


def test_diff_changes_nothing_and_fix_changes_the_file(run, tmp_path):
    file = tmp_path / "a.json"
    file.write_text(TEXT_BOOLEAN)
    result = run("a.json", "--diff")
    assert '-{"@context"' in result.stdout
    assert file.read_text() == TEXT_BOOLEAN
    result = run("a.json", "--fix")
    assert file.read_text() == TEXT_BOOLEAN.replace('"False"', "false")
    assert 'isAccessibleForFree": false' in result.stdout


def test_one_unreadable_file_does_not_stop_the_others(run, tmp_path):
    (tmp_path / "a.json").write_bytes(b"\xff\xff{")
    (tmp_path / "b.json").write_text(WRONG)
    (tmp_path / "c.jsonl").write_text(CLEAN + "\n" + WRONG.replace("\n", " ") + "\n")
    codes = found(run(".", "--format", "json"))
    assert "not-utf-8" in codes["a.json"]
    assert codes["b.json"] == ["misspelt-property"]
    assert codes["c.jsonl"] == ["misspelt-property"]


def test_json_of_a_folder_that_is_no_json_ld_is_skipped_and_counted(run, tmp_path):
    (tmp_path / "package.json").write_text('{"name": "x", "version": "1"}')
    (tmp_path / "a.json").write_text(CLEAN)
    (tmp_path / ".hidden.json").write_text(WRONG)
    assert "1 file, 1 clean (1 other file skipped)" in run(".").stdout
    assert run("package.json").exit_code == 1


@pytest.mark.slow
def test_many_files_are_checked_by_several_processes_in_order(run, tmp_path):
    for number in range(70):
        (tmp_path / f"{number:03}.json").write_text(WRONG if number == 33 else CLEAN)
    codes = found(run(".", "--format", "json", "--jobs", "2"))
    assert list(codes) == sorted(codes)
    assert [path for path, each in codes.items() if each] == ["033.json"]


def warc(url: str, body: str) -> bytes:
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http;msgtype=response\r\n"
    return f"{head}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n"


def test_pages_of_a_warc_archive_are_checked(run, tmp_path):
    page = mutants.page(mutants.graph())
    wrong = page.replace('"headline"', '"headLine"')
    (tmp_path / "crawl.warc").write_bytes(warc("https://example.org/a", page) + warc("https://example.org/b", wrong))
    codes = found(run("crawl.warc", "--format", "json", "--show", "error"))
    assert len(codes) == 2
    assert sorted(len(each) for each in codes.values()) == [0, 1]


class _Page(BaseHTTPRequestHandler):
    def do_GET(self):
        body = mutants.page(mutants.graph()).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments):
        pass


def test_an_address_of_this_machine_is_refused_as_in_normalizing(run):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        result = run(f"http://127.0.0.1:{server.server_port}/a")
    finally:
        server.shutdown()
        server.server_close()
    assert result.exit_code == 1
    assert "source-address-forbidden" in result.stdout


def test_a_private_host_is_fetched_where_it_is_named(run):
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/a"
        result = run(address, "--private-host", "127.0.0.1", "--now", "2026-01-01")
    finally:
        server.shutdown()
        server.server_close()
    assert result.stdout.startswith("1 file, 1 clean")


def test_an_address_that_cannot_be_had_does_not_keep_the_others_from_being_checked(run, tmp_path):
    (tmp_path / "a.json").write_text(WRONG)
    codes = found(run("http://127.0.0.1:9/a", "a.json", "--format", "json"))
    assert [len(each) > 0 for each in codes.values()] == [True, True]


def test_a_file_address_is_a_path_and_other_schemes_are_refused(run, tmp_path):
    (tmp_path / "a.json").write_text(CLEAN)
    assert "1 file, 1 clean" in run(f"file://{tmp_path}/a.json", "--now", "2026-01-01").stdout
    result = run("ftp://example.org/a.json")
    assert result.exit_code == 2
    assert "http://" in result.stderr


def test_a_folder_with_nothing_to_check_is_a_wrong_path(run, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "a.txt").write_text("A")
    result = run("empty")
    assert result.exit_code == 2
    assert "nothing to check" in result.stderr


def test_relative_ids_of_a_fetched_page_are_read_with_its_address():
    document = mutants.graph()
    document["@graph"][0]["publisher"] = {"@id": "/#org"}
    target = validation.Target(
        name="x", content=json.dumps(document).encode(), media_type="application/ld+json", base="https://example.org/a"
    )
    (checked,) = validation.check(validation.Request(now=mutants.NOW), [target])
    assert "dangling-reference" not in [each.code for each in checked.findings]


@pytest.mark.slow
def test_the_wheel_would_hold_the_schemas():
    root = Path(__file__).parents[2]
    script = "from pipeline.fetch import packaged; print(packaged.folder().name)"
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter
    assert done.stdout.strip() in {"schemas", "_schemas"}
