"""Settings are strict: what is wrong is named with its path and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import config
from pipeline.model.errors import UsageError

GOOD = '[site]\nurl = "https://news.example"\n[publisher]\nname = "News"\n'


def test_the_smallest_file_needs_site_and_publisher() -> None:
    assert config.parse(GOOD, name="newsroom.toml").publisher.name == "News"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.partition("[publisher]")[0], "publisher"),
        (GOOD + "colour = 1\n", "colour"),
        (GOOD.replace("https://news.example", "news.example"), "absolute address"),
        (GOOD + "logo = 3\n", "publisher.logo"),
        ("= nonsense", "no TOML"),
        (GOOD + '[[holds]]\nname = "bail"\nkind = "words"\n', "needs the key `words`"),
        (GOOD + '[[holds]]\nname = "doubt"\nkind = "probability"\n', "needs the key `below`"),
        (GOOD + '[[holds]]\nname = "strict"\nkind = "findings"\n', "needs the key `at`"),
        (GOOD + "[thresholds]\nbanana = 0.5\n", "thresholds"),
        (GOOD + "[thresholds]\nname = 7\n", "thresholds"),
        (GOOD.replace('example"', 'example"\ntime_zone = "Mars/Olympus"'), "IANA name"),
        (GOOD + '[[endpoints]]\nname = "a"\nurl = "https://x.example"\n' * 2, "two endpoints"),
        (GOOD + '[[endpoints]]\nname = "a"\nurl = "ftp://x.example"\n', "absolute address"),
        (GOOD.replace("https://", "https://user:secret@"), "leave them out"),
        (GOOD.replace('"News"', '" "'), "publisher.name is empty"),
    ],
)
def test_what_is_wrong_is_named(text: str, expected: str) -> None:
    with pytest.raises(UsageError, match=expected):
        config.parse(text, name="newsroom.toml")


def test_a_missing_file_says_how_to_write_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="newsgraph init"):
        config.load(tmp_path / "newsroom.toml")


def test_the_nearest_file_above_is_found(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text(GOOD)
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert config.find(below) == tmp_path / "newsroom.toml"
