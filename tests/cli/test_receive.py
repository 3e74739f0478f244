"""``newsgraph receive`` as a process of its own."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import urllib3
from click.testing import CliRunner

from pipeline.cli import main

ARTICLE = {
    "@type": "NewsArticle",
    "@id": "https://example.org/a#article",
    "url": "https://example.org/a",
    "headline": "A headline",
    "datePublished": "2014-11-18T09:00:00+09:00",
}


def document(**changes: object) -> bytes:
    return json.dumps({"@context": "https://schema.org", "@graph": [{**ARTICLE, **changes}]}).encode()


@pytest.mark.slow
def test_it_says_where_it_listens_checks_in_full_and_ends_when_told(tmp_path: Path) -> None:
    arguments = ["receive", "--port", "0", "--store", str(tmp_path / "r.sqlite"), "--token-env", "TOKEN"]
    process = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-m", "pipeline", *arguments],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TOKEN": "t"},
    )
    assert process.stderr is not None
    said = process.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:\d+/articles", said)
    assert found, said
    headers = {"content-type": "application/ld+json", "authorization": "Bearer t"}
    client = urllib3.PoolManager(retries=urllib3.Retry(connect=40, backoff_factor=0.1), timeout=10.0)
    good = client.request("PUT", f"{found[0]}/a", body=document(), headers=headers)
    bad = client.request("PUT", f"{found[0]}/b", body=document(datePublished="soon"), headers=headers)
    process.terminate()
    _, rest = process.communicate(timeout=15)
    assert good.status == 201
    assert bad.status == 422
    assert any("datePublished" in each.get("pointer", "") for each in bad.json()["errors"])
    assert "Traceback" not in rest


def test_a_port_that_is_taken_is_a_usage_error(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(
            main, ["receive", "--port", port, "--check", "shape", "--store", str(tmp_path / "r.sqlite")]
        )
    assert result.exit_code == 2
    assert "Choose another" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--secret-env", "NOT_SET_ANYWHERE"], "NOT_SET_ANYWHERE"),
        (["--subscribe", "https://example.org/feed"], "--public-url"),
        (["--message-key-env", "us=NOT_SET_ANYWHERE"], "NOT_SET_ANYWHERE"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, arguments: list[str], words: str) -> None:
    result = CliRunner().invoke(main, ["receive", "--store", str(tmp_path / "r.sqlite"), *arguments])
    assert result.exit_code == 2
    assert words in result.output


def test_a_store_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "r.sqlite").write_bytes(b"not a database " * 100)
    result = CliRunner().invoke(main, ["receive", "--store", str(tmp_path / "r.sqlite"), "--check", "shape"])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
