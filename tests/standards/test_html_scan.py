"""Tags found as a browser finds them."""

from __future__ import annotations

import pytest

from pipeline.standards.html_scan import tags

ALL = frozenset({b"a", b"p", b"script", b"title", b"head"})


def names(page: bytes) -> list[bytes]:
    return [(b"/" if each.closing else b"") + each.name for each in tags(page, ALL)]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b"<p>x</p>", [b"p", b"/p"]),
        (b"<P A='<a>'><a b=\"</p>\">", [b"p", b"a"]),
        (b"<!-- <a> --><p>", [b"p"]),
        (b"<!--><p>", [b"p"]),
        (b"<!---><p>", [b"p"]),
        (b"<!--!><a> --!><p>", [b"p"]),
        (b"<!doctype html><?x <a><p>", [b"p"]),
        (b"<title><a></title><p>", [b"title", b"p"]),
        (b"<style><a></style><p>", [b"p"]),
        (b"<script>'</scriptx><a>'</script ><p>", [b"script", b"p"]),
        (b"<script><!-- <script> </script> <a> --></script><p>", [b"script", b"p"]),
        (b"<script><!-- </script><p>", [b"script", b"p"]),
        (b"< p><p>", [b"p"]),
        (b"<p a='", []),
        (b"<p><!-- <a>", [b"p"]),
    ],
)
def test_only_real_tags_are_found(page, expected):
    assert names(page) == expected


def test_attributes_have_lower_case_names_and_the_first_counts():
    (tag,) = tags(b"<a HREF=x href='y' data-z=\"1 > 0\" hidden>", ALL)
    assert tag.attributes == {b"href": b"x", b"data-z": b"1 > 0", b"hidden": b""}


def test_a_script_has_its_text_and_its_end():
    page = b"<script type=x>{}</script>rest"
    (tag,) = tags(page, ALL)
    assert (tag.text, page[tag.outer_end :]) == (b"{}", b"rest")


@pytest.mark.parametrize("piece", [b'<a x="1"', b"<a ", b"<!--", b"<script><!--<script>", b"<a b='", b"</", b"<"])
def test_a_page_made_to_be_slow_is_read_to_its_end(piece):
    assert len(list(tags(piece * 20_000, ALL))) <= 1
