"""Markdown and HTML with YAML or TOML above them."""

from __future__ import annotations

import pytest

from pipeline.model.sidecar import Credit
from tests.normalize.readers.samples import articles, body, codes, names, outcome, sample

pytest.importorskip("yaml", reason="PyYAML reads the front matter")


def test_yaml_front_matter_gives_the_head_and_markdown_the_body() -> None:
    (item,) = articles("yaml.md")
    assert (item.headline, item.alternative_headline, item.url) == (
        "Ferry reopens", "After nine days", "https://harbour.example/ferry",
    )  # fmt: skip
    assert (item.date_published, item.date_modified, item.embargoed) == (
        "2025-03-03T09:30:00+01:00", "2025-03-03", "2025-03-03T12:00:00+01:00",
    )  # fmt: skip
    assert item.author == (Credit(name="Ada Marsh"), Credit(name="Ben Quay", url="https://harbour.example/ben"))
    assert (item.keywords, item.article_section) == (("ferry", "shipping"), ("Transport",))
    assert body(item) == [
        ("paragraph", "The ferry sails. It was full."), ("heading", "Why"), ("quote", "We are glad."),
        ("list-item", "Nine days"), ("list-item", "Two ships"),
    ]  # fmt: skip
    assert item.additional_property == {"desk": "port"}


def test_toml_front_matter_of_a_draft_withholds_it() -> None:
    (item,) = articles("toml.md")
    assert (item.headline, item.date_published, item.pub_status) == (
        "Ferry reopens",
        "2025-03-03T09:30:00+01:00",
        "withheld",
    )
    assert names(item.author) == ["Ada Marsh"]


def test_markdown_without_front_matter_takes_its_headline_from_the_first_heading() -> None:
    (item,) = outcome("# Ferry reopens\n\nThe ferry sails.\n", name="ferry.md").value
    assert (item.headline, body(item)) == ("Ferry reopens", [("paragraph", "The ferry sails.")])


def test_a_file_that_is_named_by_its_date_is_of_that_date_unless_it_states_another() -> None:
    (item,) = outcome("---\ntitle: A\n---\nText.\n", name="posts/2025-03-03-ferry.md").value
    assert item.date_published == "2025-03-03"
    (item,) = outcome("---\ndate: 2025-03-04\n---\nText.\n", name="2025-03-03-ferry.md").value
    assert item.date_published == "2025-03-04"


def test_html_may_stand_below_front_matter() -> None:
    (item,) = outcome("---\ntitle: Ferry\n---\n<p>The ferry\nsails.</p>\n    <p>It was full.</p>").value
    assert body(item) == [("paragraph", "The ferry sails."), ("paragraph", "It was full.")]


@pytest.mark.parametrize(
    "front",
    [
        "title: [a", "a: &x [1]\nb: *x", "!!python/object/apply:os.system ['true']", "- a\n- b", "a: " + "[" * 5_000,
        "a: &a [x,x]\n" + "\n".join(f"{c}: &{c} [*a,*a,*a,*a,*a,*a,*a,*a]" for c in "bcdefgh"), "x: '" + "y" * 70_000 + "'",
    ],
    ids=["broken", "alias", "tag", "a list", "deep", "bomb", "long"],
)  # fmt: skip
def test_front_matter_that_cannot_be_read_is_an_error_and_no_article(front: str) -> None:
    found = outcome(f"---\n{front}\n---\nThe ferry sails.\n", format="front-matter")
    assert [each.code for each in found.findings] == ["front-matter-unreadable"]
    assert found.value == ()


def test_a_rule_at_the_top_of_a_plain_text_is_no_front_matter() -> None:
    assert "front-matter-unreadable" not in codes(
        "---\nThe ferry sails again, and it was full when it left the quay.\n---\nText."
    )


def test_the_samples_are_detected() -> None:
    assert "front-matter-unreadable" not in [*codes(sample("yaml.md")), *codes(sample("toml.md"))]
