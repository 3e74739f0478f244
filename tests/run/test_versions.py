"""Copies of one article under several addresses become one article; nothing is lost without a word."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.model.article import Article, Block, Origin
from pipeline.model.moment import Moment
from pipeline.run.article import Annotated, Waiting
from pipeline.run.versions import one_for_each_text

STORY = tuple(" ".join(f"word{paragraph}x{each}" for each in range(40)) for paragraph in range(8))
MINTED = {"url": Origin(source="minted")}


def copy(
    url: str, day: str = "2026-11-24", *, paragraphs: tuple[str, ...] = STORY, headline: str = "Bridge opens"
) -> Waiting:
    blocks = tuple(Block("paragraph", each) for each in paragraphs)
    article = Article(
        slug=url.rpartition("/")[2],
        url=url,
        source=url,
        headline=headline,
        date_published=Moment(day),
        paragraphs=blocks,
    )
    return Waiting.of(Annotated(article=article))


def test_a_story_scraped_twice_is_one_article_at_its_earliest_address_with_the_newest_text() -> None:
    first = copy("https://news.example/bridge", "2026-11-23")
    again = copy("https://m.news.example/2026/bridge-opens", "2026-11-24", paragraphs=(*STORY, "One more paragraph."))
    for order in ((first, again), (again, first)):
        ((kept,), (finding,)) = one_for_each_text(order, {}, "publisher")
        assert kept.article.url == "https://news.example/bridge"
        assert kept.article.slug == "bridge"
        assert kept.article.also_at == ("https://m.news.example/2026/bridge-opens",)
        assert kept.article.paragraphs[-1].text == "One more paragraph."
        assert (finding.code, finding.path) == ("article-copy", first.article.source)


def test_the_address_that_went_out_first_stays_the_articles() -> None:
    early, out = copy("https://news.example/a", "2026-11-01"), copy("https://news.example/b", "2026-11-01")
    ((kept,), _) = one_for_each_text((early, out), {"https://news.example/b": "2026-11-02T00:00:00Z"}, "publisher")
    assert kept.article.url == "https://news.example/b"


def test_an_address_that_a_source_states_is_taken_before_a_minted_one_which_is_no_further_address() -> None:
    minted = copy("https://news.example/a", "2026-11-01")
    minted = replace(minted, article=replace(minted.article, origins=MINTED))
    stated = copy("https://news.example/2026/bridge-opens-today", "2026-11-01")
    ((kept,), _) = one_for_each_text((minted, stated), {}, "publisher")
    assert (kept.article.url, kept.article.also_at) == (stated.article.url, ())
    assert "url" not in kept.article.origins


def test_a_wire_story_in_two_newspapers_stays_two_articles_unless_the_newsroom_says_otherwise() -> None:
    one, other = copy("https://courier.example/bridge", "2026-11-23"), copy("https://echo.example/bridge")
    kept, (finding,) = one_for_each_text((one, other), {}, "publisher")
    assert kept == (one, other)
    assert (finding.code, finding.path) == ("article-elsewhere", other.article.source)
    assert "https://courier.example/bridge" in finding.message
    assert len(one_for_each_text((one, other), {}, "everywhere")[0]) == 1
    assert one_for_each_text((one, one), {}, "never") == ((one, one), ())


def test_two_copies_at_one_newspaper_are_joined_though_others_have_the_story_too() -> None:
    elsewhere = [copy(f"https://paper{each}.example/bridge") for each in range(20)]
    here = [copy("https://zeit.example/a"), copy("https://zeit.example/b")]
    kept, findings = one_for_each_text([*elsewhere, *here], {}, "publisher")
    assert len(kept) == 21
    assert sum(each.code == "article-copy" for each in findings) == 1


def test_what_a_copy_restricts_holds_for_the_article() -> None:
    free = copy("https://news.example/a")
    held = copy("https://news.example/b")
    held = replace(held, article=replace(held.article, pub_status="withheld"))
    ((kept,), _) = one_for_each_text((free, held), {}, "publisher")
    assert kept.article.pub_status == "withheld"


def test_paragraphs_that_are_left_out_are_counted() -> None:
    long = copy("https://news.example/a", paragraphs=(*STORY, "What only this copy says."))
    new = copy("https://news.example/b", "2026-11-25")
    _, (finding,) = one_for_each_text((long, new), {}, "publisher")
    assert "1 of the 9 paragraphs" in finding.message


@given(st.randoms(use_true_random=False), st.lists(st.sampled_from("abcdefgh"), min_size=2, max_size=8, unique=True))
def test_the_order_of_sources_changes_nothing(chance: random.Random, names: list[str]) -> None:
    copies = [
        copy(
            f"https://{'one' if name < 'e' else 'two'}.example/{name}",
            paragraphs=STORY if name in "abef" else (name * 9,),
        )
        for name in names
    ]
    shuffled = [*copies]
    chance.shuffle(shuffled)
    first, findings = one_for_each_text(copies, {}, "publisher")
    second, others = one_for_each_text(shuffled, {}, "publisher")
    assert {each.article.url: each for each in first} == {each.article.url: each for each in second}
    assert set(findings) == set(others)
