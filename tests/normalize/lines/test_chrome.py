"""Furniture of pages is told from sentences of the story that begin with the same words."""

from __future__ import annotations

import pytest

from pipeline.normalize.lines.line import is_chrome


@pytest.mark.parametrize(
    "text",
    [
        "Shares of the airline fell 6.2% in Oslo.",
        "Share prices plunged.",
        "Popular unrest spread to the capital on Tuesday.",
        "Gift cards worth millions were stolen.",
        "Listening posts fell silent on Friday.",
        "Subscribers will pay more.",
        "Registered voters number two million.",
        "More in sorrow than in anger, the minister resigned on Friday after nine years.",
        "The company changed its privacy policy after the leak.",
        "Trending downwards for years, inflation rose again in March, the bank said.",
        "Watch makers in Geneva went on strike.",
    ],
)
def test_a_sentence_of_the_story_is_no_chrome(text: str) -> None:
    assert not is_chrome(text)


@pytest.mark.parametrize(
    "text",
    [
        "Share", "Share this article", "Shares 12k", "Read more: Ministers meet again", "Enter your email", "14 comments", "Copy link", "Listen 5 min",
        "Get the day's top stories in your inbox", "We use cookies to improve your experience.", "Sign up for our newsletter", "Most read today",
        "Recent features", "Related stories", "Subscribe to The Courier for £1", "Trending", "Print", "(c) The Courier. All rights reserved.",
    ],
)  # fmt: skip
def test_furniture_is_chrome(text: str) -> None:
    assert is_chrome(text)
