"""What must be built, and why: decisions that depend on nothing but their arguments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from pipeline.model.article import Article
from pipeline.model.moment import Moment
from pipeline.run import plan
from pipeline.run.article import Annotated, Waiting
from pipeline.store.builds import Build


def waiting(url: str, slug: str = "story", modified: str | None = None, source: str = "a.html") -> Waiting:
    moment = Moment(modified) if modified else None
    return Waiting.of(Annotated(article=Article(slug=slug, url=url, source=source, date_modified=moment)))


def record(made_from: str = "x", state: str = "live") -> Build:
    return Build(article="https://news.example/a", slug="a", source_hash=made_from, state=state)  # type: ignore[arg-type] # one of two


def test_an_article_is_built_because_it_is_new_changed_or_incomplete_and_otherwise_not() -> None:
    assert plan.why(None, "x", complete=False) == "new"
    assert plan.why(record(), "y", complete=True) == "changed"
    assert plan.why(record(state="deleted"), "x", complete=True) == "changed"
    assert plan.why(record(), "x", complete=False) == "missing files"
    assert plan.why(record(), "x", complete=True) is None


def test_of_two_sources_with_one_address_the_one_modified_last_is_the_article() -> None:
    old = waiting("https://news.example/a", modified="2026-11-24T09:00:00+09:00", source="old.html")
    new = waiting("https://news.example/a", modified="2026-11-24T01:00:00+00:00", source="new.html")
    for order in ((old, new), (new, old)):
        chosen, findings = plan.one_for_each_url(order)
        assert [each.article.source for each in chosen] == ["new.html"]
        assert [(each.code, each.path) for each in findings] == [("article-duplicate", "old.html")]


def test_two_articles_that_want_one_slug_get_two_and_the_earlier_owner_keeps_it() -> None:
    first, second = waiting("https://news.example/a"), waiting("https://news.example/b")
    one, two = plan.with_own_slugs((first, second), {"story": "https://news.example/b"})
    assert two.article.slug == "story"
    assert one.article.slug.startswith("story-")


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from("ab")), unique_by=lambda pair: pair[0]), st.randoms())
def test_slugs_are_unique_and_do_not_depend_on_the_order(wanted: list[tuple[int, str]], chance: object) -> None:
    articles = [waiting(f"https://news.example/{number}", slug) for number, slug in wanted]
    slugs = {each.article.url: each.article.slug for each in plan.with_own_slugs(articles, {})}
    assert len(set(slugs.values())) == len(articles)
    backwards = {each.article.url: each.article.slug for each in plan.with_own_slugs(articles[::-1], {})}
    assert slugs == backwards
    again = {
        each.article.url: each.article.slug
        for each in plan.with_own_slugs(articles, {slug: url for url, slug in slugs.items()})
    }
    assert slugs == again


def test_what_one_of_two_copies_restricts_holds_for_the_article() -> None:
    embargo = Moment("2099-01-01T00:00:00Z")
    free = waiting("https://news.example/a", modified="2026-11-24T09:00:00Z")
    held = replace(free, article=replace(free.article, embargoed=embargo, pub_status="withheld", date_modified=None))
    for order in ((free, held), (held, free)):
        ((chosen,), _) = plan.one_for_each_url(order)
        assert (chosen.article.embargoed, chosen.article.pub_status) == (embargo, "withheld")
