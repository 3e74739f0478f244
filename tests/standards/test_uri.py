"""Addresses in ASCII."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.standards.uri import to_uri


@pytest.mark.parametrize(
    ("iri", "uri"),
    [
        ("https://news.example/a?b=c&d=%20#e", "https://news.example/a?b=c&d=%20#e"),
        ("https://news.example", "https://news.example"),
        ("https://bücher.example/é", "https://xn--bcher-kva.example/%C3%A9"),
        ("https://bücher.example:8080/", "https://xn--bcher-kva.example:8080/"),
        ("https://news.example/a[1]", "https://news.example/a%5B1%5D"),
        ("https://[2001:db8::1]/a b", "https://[2001:db8::1]/a%20b"),
        ("urn:newsml:é", "urn:newsml:%C3%A9"),
    ],
)
def test_an_iri_becomes_the_uri(iri, uri):
    assert to_uri(iri) == uri


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_becomes_ascii_and_stays_so(text):
    once = to_uri(text)
    assert once.isascii()
    assert to_uri(once) == once
