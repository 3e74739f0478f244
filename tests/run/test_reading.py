"""The first pass does what the settings say."""

from __future__ import annotations

from msgspec.structs import replace

from pipeline import config
from pipeline.model.source import Source
from pipeline.run.reading import make_preparer

TEXT = (
    "Bridge opens in Porto\n\nThe mayor of Porto, Ana Lima, opened the new bridge over the river on Monday in front of a crowd.\n\n"
    "“It holds,” Lima said. She thanked the workers who had built it in two years of heavy rain and floods.\n"
)


def test_what_is_less_sure_than_the_newsroom_wants_is_withheld() -> None:
    newsroom = replace(config.DEFAULT, thresholds={"name": 1.0})
    (article,) = make_preparer(newsroom)(Source(name="bridge.txt", content=TEXT.encode())).articles
    assert article.annotations.entities == ()
    assert "Ana Lima" in [each.text for each in article.annotations.withheld]
