import lxml.html

from pipeline.normalize.web.kept import MANY_ELEMENTS, kept_segments, kept_texts, without_wrappers
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import segments_of

SENTENCE = "The council said on Friday that the old bridge would close in May so that its cables can be replaced."


def segments(body: str):
    return segments_of(lxml.html.document_fromstring(f"<html><body>{body}</body></html>"))


def names(body: str, kept: tuple[bool, ...]) -> list[set[str]]:
    return [set(each.hints) for each in without_wrappers(segments(body), kept)]


def test_trafilatura_is_asked_on_a_copy_of_the_page():
    tree = lxml.html.document_fromstring(
        f"<html><body><article><p>{SENTENCE}</p></article><script>x</script></body></html>"
    )
    before = lxml.html.tostring(tree)
    assert SENTENCE in kept_texts(Page(tree, "", ""))
    assert lxml.html.tostring(tree) == before


def test_a_page_of_more_elements_than_real_ones_is_read_all_the_same():
    body = "<div>" * 100 + f"<p>{SENTENCE}</p>" + "</div>" * 100
    tree = lxml.html.document_fromstring(
        f"<html><body><article>{body * (MANY_ELEMENTS // 100 + 1)}</article></body></html>"
    )
    assert SENTENCE in kept_texts(Page(tree, "", "", tuple(tree.iter())))


def test_a_page_of_which_nothing_is_kept_gives_no_texts():
    tree = lxml.html.document_fromstring("<html><body><p></p></body></html>")
    assert kept_texts(Page(tree, "", "")) == ()


def test_a_segment_is_kept_if_it_is_a_kept_text_or_a_telling_part_of_one():
    found = segments(f"<p>{SENTENCE}</p><p>Home</p><p>the old bridge would close in May</p>")
    assert kept_segments(found, [SENTENCE]) == (True, False, True)


def test_a_short_text_is_not_kept_for_standing_inside_a_long_one():
    assert kept_segments(segments("<p>Friday</p>"), [SENTENCE]) == (False,)


def test_a_name_around_most_of_what_is_kept_is_the_wrappers():
    page = f"<div class='with-sidebar'><p>{SENTENCE}</p><div class='newsletter'><p>Sign up</p></div></div>"
    assert names(page, (True, False)) == [set(), {"newsletter"}]


def test_a_name_around_little_of_what_is_kept_stays():
    page = f"<p>{SENTENCE * 2}</p><div class='promo'><p>{SENTENCE}</p></div>"
    assert names(page, (True, True)) == [set(), {"promo"}]


def test_where_nothing_is_kept_the_long_blocks_tell_the_wrapper():
    page = f"<form class='modal'><p>{SENTENCE}</p></form><div class='modal'><p>Close</p></div>"
    first, second = without_wrappers(segments(page), (False, False))
    assert (first.hints, first.within) == (frozenset(), frozenset())
    assert second.hints == frozenset()


def test_article_and_main_are_no_wrappers():
    (found,) = without_wrappers(segments(f"<main><article><p>{SENTENCE}</p></article></main>"), (True,))
    assert found.within == {"main", "article"}
