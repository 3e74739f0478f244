"""HTML fragments and plain text as blocks and pictures."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.article import Block
from pipeline.normalize.wire import fragment


def kinds(markup: str) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in fragment.from_html(markup).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p>Two.<p>Three.</p>", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]),
        ("<p>One<br>two.</p>", [("paragraph", "One two.")]),
        ("One.<br><br>Two.<br/>\n<br/>Three.", [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three.")]),
        ("<div><h3>Why</h3><div>Storm.</div></div>", [("heading", "Why"), ("paragraph", "Storm.")]),
        ("<ul><li><p>One</p></li><li>Two</li></ul>", [("list-item", "One"), ("list-item", "Two")]),
        ("<blockquote>We are <b>glad</b>.</blockquote>", [("quote", "We are glad.")]),
        ("<table><tr><th>Team</th><td>3</td></tr></table>", [("paragraph", "Team | 3")]),
        ("<p>A&nbsp;b&shy;c</p><!-- x --><style>p{}</style><script>alert(1)</script>", [("paragraph", "A bc")]),
        ("<p>un<span>do</span>ne</p>", [("paragraph", "undone")]),
        ("<figure><figcaption>Alone.</figcaption></figure>", [("caption", "Alone.")]),
        ("3 < 5 and <p>7</p>", [("paragraph", "3 < 5 and"), ("paragraph", "7")]),
    ],
)  # fmt: skip
def test_elements_become_blocks(markup: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(markup) == expected


def test_a_caption_belongs_to_the_picture_of_its_figure() -> None:
    found = fragment.from_html(
        '<figure><img src="/a.jpg"><figcaption>The ferry.</figcaption></figure><p>Text.</p>', base="https://x.example/"
    )
    assert [(each.url, each.caption) for each in found.images] == [("https://x.example/a.jpg", "The ferry.")]
    assert [each.text for each in found.blocks] == ["Text."]


@pytest.mark.parametrize(
    "image",
    [
        '<img src="data:image/png;base64,xx">',
        '<img src="https://x.example/p" width="1" height="1">',
        "<img>",
        '<img src="http://[">',
    ],
)
def test_pictures_without_an_address_and_counters_are_left_out(image: str) -> None:
    assert fragment.from_html(f"<p>a</p>{image}").images == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.\n \nThree.", ["One.", "Two.", "Three."]),
        (
            "A line of text that was\nwrapped by a program.\n\nTwo.",
            ["A line of text that was wrapped by a program.", "Two."],
        ),
        ("   One begins here\nand goes on.\n   Two begins here.", ["One begins here and goes on.", "Two begins here."]),
        ("A paragraph a line.\nAnother one.", ["A paragraph a line.", "Another one."]),
        ("\r\nOne.\r\n\r\nTwo.\r\n", ["One.", "Two."]),
    ],
)
def test_plain_text_becomes_paragraphs(text: str, expected: list[str]) -> None:
    assert [each.text for each in fragment.from_text(text)] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("A &amp; B", "A & B"),
        ("<b>A</b> &lt; B", "A < B"),
        ("R&D", "R&D"),
        ("a < b > c", "a < b > c"),
        ("&#8217;s", "’s"),
    ],
)
def test_a_plain_field_loses_markup_and_keeps_signs(written: str, expected: str) -> None:
    assert fragment.plain(written) == expected


@given(st.text() | st.lists(st.sampled_from(["<p>", "</p>", "<br>", "<li>", "<td>", "<figure>", "<img src='/a'>", "</figure>", "<h2>", "text ", "<svg>", "</svg>", "&amp;", "<"])).map("".join))  # fmt: skip
@settings(deadline=None)
def test_blocks_are_clean_lines_whatever_the_markup(markup: str) -> None:
    for each in fragment.read(markup, base="https://x.example/").blocks:
        assert isinstance(each, Block)
        assert each.text == " ".join(each.text.split())
        assert each.text
