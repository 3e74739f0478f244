"""Hubs hear of the site's feeds; search engines find the key on the site."""

from __future__ import annotations

import pytest

from pipeline.config import DEFAULT
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import Endpoint
from pipeline.run.publishing_site import key_files, with_topics

HUB = Endpoint(name="hub", url="https://hub.example", kind="websub")
SEARCH = Endpoint(name="search", url="https://api.indexnow.org/indexnow", kind="indexnow", secret_env="KEY")


def test_a_hub_without_topics_is_told_of_every_feed() -> None:
    (hub, search) = with_topics(DEFAULT, (HUB, SEARCH))
    assert hub.topics == tuple(f"https://example.org/feeds/{each}" for each in ("rss.xml", "atom.xml", "feed.json"))
    assert search == SEARCH


def test_the_key_stands_in_a_file_of_its_name() -> None:
    (file,) = key_files((HUB, SEARCH), {"KEY": "0123456789abcdef"})
    assert (file.path, file.content) == ("0123456789abcdef.txt", b"0123456789abcdef")


@pytest.mark.parametrize("key", ["short", "../../etc/passwd", "with space 1", "x" * 200])
def test_a_key_that_is_none_is_a_usage_error(key: str) -> None:
    with pytest.raises(UsageError, match="IndexNow key"):
        key_files((SEARCH,), {"KEY": key})
