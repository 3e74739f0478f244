import lxml.html
import pytest

from pipeline.normalize.web.body import barred, chosen, settled
from pipeline.normalize.web.segments import segments_of

SENTENCE = "The council said on Friday that the old bridge would close in May so that its cables can be replaced and its deck renewed."


def segments(body: str):
    return segments_of(lxml.html.document_fromstring(f"<html><body>{body}</body></html>"))


def test_a_page_without_text_has_no_body():
    assert chosen((), ()) == []


def test_the_likely_blocks_are_the_body():
    assert settled(segments("<p>a</p><p>b</p><p>c</p>"), (0.9, 0.5, 0.1), (False,) * 3) == [True, True, False]


def test_a_doubtful_block_that_stands_alone_is_left_out():
    found = segments("".join(f"<p>{each}</p>" for each in range(6)))
    assert settled(found, (0.9, 0.9, 0.1, 0.1, 0.1, 0.5), (False,) * 6) == [True, True, False, False, False, False]
    assert settled(found, (0.9, 0.9, 0.1, 0.1, 0.1, 0.7), (False,) * 6)[-1]


def test_where_the_forest_finds_next_to_nothing_what_trafilatura_keeps_is_the_body():
    found = segments(f"<p>{SENTENCE}</p>" * 6)
    assert settled(found, (0.9, 0.1, 0.1, 0.1, 0.1, 0.1), (True,) * 6) == [True] * 6
    assert settled(found, (0.9, 0.9, 0.1, 0.1, 0.1, 0.1), (True,) * 6) == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='comments'><p>text</p></div>",
        "<form><p>text</p></form>",
        "<figure><figcaption><p>text</p></figcaption></figure>",
        "<p><a href='/'>Read more</a></p>",
        "<p>ADVERTISEMENT</p>",
        "<div>Sign up for our newsletter</div>",
    ],
)
def test_what_cannot_be_the_body_is_barred(markup):
    (found,) = segments(markup)
    assert barred(found)


def test_a_paragraph_is_not_barred():
    (found,) = segments(f"<p>{SENTENCE}</p>")
    assert not barred(found)
