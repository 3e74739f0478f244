"""Putting JSON-LD into pages of other people."""

from __future__ import annotations

import json

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.graph import document
from pipeline.publish.embed import embed
from pipeline.publish.verify import extracted, verify_embedded
from tests.publish import samples

DOCUMENT = document(samples.GRAPH)
OTHER = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "ü 𝄞 </script>"}
PAGE = b"<!doctype html>\r\n<html><head><title>x</title>\r\n</head><body><p>Caf\xe9</p></body></html>\r\n"
TRICKY = (
    b"<!doctype html><!-- </head> --><html data-x='</head>'><head><title></head></title><style></head></style>"
    b"<script>'<!-- <script> </script> --> </head>'</script></head><body></body></html>"
)


def without(page: bytes, script_start: int, length: int) -> bytes:
    return page[:script_start] + page[script_start + length :]


@pytest.mark.parametrize("page", [PAGE, TRICKY, b"", b"<p>no head", b"<html><body>x</body></html>"])
def test_the_script_is_put_in_and_no_other_byte_changes(page):
    after = embed(page, DOCUMENT).value
    start = after.index(b'<script type="application/ld+json" id="newsgraph">')
    end = after.index(b"</script>\n", start) + len(b"</script>\n")
    assert after[:start] + after[end:] == page
    assert verify_embedded(after, DOCUMENT) == ()


def test_it_goes_to_the_end_of_the_real_head():
    after = embed(TRICKY, DOCUMENT).value
    assert after.index(b'id="newsgraph"') > after.index(b"</head>'</script>")
    assert after.endswith(b"</script>\n</head><body></body></html>")


def test_embedding_twice_equals_once_and_replaces():
    once = embed(PAGE, OTHER).value
    assert embed(once, OTHER).value == once
    assert embed(once, DOCUMENT).value == embed(PAGE, DOCUMENT).value


def test_characters_survive_in_a_page_of_another_encoding():
    after = embed(PAGE, OTHER).value
    script = after[after.index(b"{") : after.index(b"</script>")]
    assert script.isascii()
    assert json.loads(script) == OTHER


def test_other_json_ld_stays_with_a_warning_unless_it_shall_be_replaced():
    page = PAGE.replace(b"</body>", b'<script type=\'application/ld+json\'>{"@type": "Thing"}</script></body>')
    kept = embed(page, DOCUMENT)
    assert [each.code for each in kept.findings] == ["page-has-other-json-ld"]
    assert len(extracted(kept.value) or []) == 2
    alone = embed(kept.value, DOCUMENT, replace_all=True)
    assert alone.findings == ()
    assert len(extracted(alone.value) or []) == 1
    assert b"Thing" not in alone.value


def test_what_looks_like_json_ld_in_a_comment_or_text_is_left_alone():
    hidden = b"<!-- <script type='application/ld+json' id='newsgraph'>{}</script> --><textarea><script id=newsgraph></textarea>"
    page = PAGE.replace(b"<p>", hidden + b"<p>")
    after = embed(page, DOCUMENT).value
    assert hidden in after
    assert after.count(b'id="newsgraph"') == 1


@pytest.mark.parametrize("page", ["<html>".encode("utf-16"), "<html>".encode("utf-16-le"), b"\x1b$B!"])
def test_an_encoding_that_hides_tags_is_refused(page):
    outcome = embed(page, DOCUMENT)
    assert outcome.value == page
    assert outcome.findings[0].severity == "error"


PIECES = st.sampled_from(
    ["<head>", "</head>", "<body>", "</body>", "<!--", "-->", "<script>", "</script>", "<title>", "</title>", "<p a='", "'>",
     '"', "=", "<", ">", "x", "<!", "<style>", "</style>", '<script type="application/ld+json">', "{}", "é", "\n"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(lambda pieces: "".join(pieces).encode()))
def test_any_page_keeps_its_bytes_and_gets_a_script_that_readers_find_or_is_refused(page):
    outcome = embed(page, DOCUMENT)
    after = outcome.value
    if any(each.severity == "error" for each in outcome.findings):
        assert after == page
        return
    start = after.index(b'<script type="application/ld+json" id="newsgraph">')
    end = after.index(b"</script>\n", start) + len(b"</script>\n")
    assert after[:start] + after[end:] == page
    scripts = html5lib.parse(after.decode(), namespaceHTMLElements=False).iter("script")
    assert [each.get("id") for each in scripts].count("newsgraph") == 1


@pytest.mark.parametrize("page", [b"<!-- never closed", b"<title>never closed", b"<p a='", b"<script>"])
def test_a_page_that_swallows_scripts_is_refused(page):
    outcome = embed(page, DOCUMENT)
    assert [each.code for each in outcome.findings] == ["page-swallows-script"]
    assert outcome.value == page
