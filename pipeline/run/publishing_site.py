"""What announcing needs of the newsroom's site: which feeds a hub is told of, and the file that proves an IndexNow key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from pipeline.deliver.indexnow import check_key, key_file
from pipeline.deliver.secrets import credentials
from pipeline.model.newsroom import Endpoint, Newsroom
from pipeline.model.publication import Publication
from pipeline.publish.addresses import ATOM, JSON_FEED, RSS, address


def with_topics(newsroom: Newsroom, endpoints: Sequence[Endpoint]) -> tuple[Endpoint, ...]:
    """A hub that names no topics is told of every feed of the site; each of them names the hub."""
    feeds = tuple(address(newsroom, each) for each in (RSS, ATOM, JSON_FEED))
    return tuple(
        replace(each, topics=feeds) if each.kind == "websub" and not each.topics else each for each in endpoints
    )


def key_files(endpoints: Sequence[Endpoint], environment: Mapping[str, str]) -> tuple[Publication, ...]:
    """The key file at the root of the output for every IndexNow endpoint; ``UsageError`` for a key that is none."""
    return tuple(
        _key_file(each, environment) for each in endpoints if each.kind == "indexnow" and not each.key_location
    )


def _key_file(endpoint: Endpoint, environment: Mapping[str, str]) -> Publication:
    key = (credentials(endpoint, environment).signing_key or b"").decode()
    check_key(endpoint, key)
    name, content = key_file(key)
    return Publication(path=name, media_type="text/plain", content=content)
