"""Text that XML, HTML and JSON can carry."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from pipeline.standards.json_in_html import escape
from pipeline.standards.xml_text import illegal, legal

ANY = st.text(st.characters())


@given(ANY)
def test_legal_text_stands_in_xml(text):
    element = etree.Element("a")
    element.text = legal(text)
    assert (etree.fromstring(etree.tostring(element)).text or "").replace("\r", "") == legal(text).replace("\r", "")


@given(ANY)
def test_what_is_legal_has_nothing_to_report(text):
    assert illegal(legal(text)) == ()
    assert (illegal(text) == ()) == (legal(text) == text)


def test_illegal_characters_are_named_once():
    assert illegal("a\x03b\ud800c\x03\x85\U0001ffff") == ("U+0003", "U+D800", "U+0085", "U+1FFFF")


@given(ANY)
def test_escaped_json_means_the_same_and_cannot_close_its_element(text):
    escaped = escape(json.dumps({text: text}, ensure_ascii=False))
    assert json.loads(escaped) == {text: text}
    assert not set(escaped) & set("<>&\u2028\u2029")
