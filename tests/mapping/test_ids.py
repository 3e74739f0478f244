"""Ids are made from identity, so that an edit elsewhere leaves them alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.mapping import ids

URL = "https://news.example/a"


def test_the_articles_own_nodes_are_fragments_of_its_address() -> None:
    assert ids.article_id(URL + "#top") == URL + "#article"
    assert ids.part_id(URL, "webpage") == URL + "#webpage"


def test_entities_live_under_the_site_by_their_slug() -> None:
    assert ids.entity_id("https://news.example/", "person", "ann-lee") == "https://news.example/entities/person/ann-lee"


def test_a_quotation_is_named_by_speaker_and_words() -> None:
    first = ids.quotation_id(URL, "ann", "It holds,")
    assert first == ids.quotation_id(URL, "ann", "it holds,")
    assert first not in (ids.quotation_id(URL, "bo", "It holds,"), ids.quotation_id(URL, "ann", "It fell,"))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Zoë Łuczak", "zoe-luczak"),
        ("Choe Ryong-hae’s visit", "choe-ryong-haes-visit"),
        ("  The  FA Cup! ", "the-fa-cup"),
        ("김정은", "김정은"),
        ("Straße", "strasse"),
        ("नरेंद्र मोदी", "नरेंद्र-मोदी"),
        ("…", ""),
    ],
)
def test_a_slug_is_the_words_of_a_name(name: str, slug: str) -> None:
    assert ids.slug(name) == slug


@settings(max_examples=200)
@given(st.text(max_size=200))
def test_a_slug_can_stand_in_an_address_and_is_its_own_slug(text: str) -> None:
    slug = ids.slug(text)
    assert not re.search(r"[\s/?#%<>\"{}|\\^`]", slug)
    assert len(slug) <= ids.MAX_SLUG
    assert ids.slug(slug) == slug
