from pipeline.model.article import Article, Block
from pipeline.normalize.duplicates import address_key, same_articles

TEXT = " ".join(f"word{each}" for each in range(300))


def article(url: str, text: str) -> Article:
    return Article(slug="a", url=url, source="a", paragraphs=(Block("paragraph", text),))


def test_one_address_in_several_spellings_is_one_article():
    found = same_articles(
        [
            article("https://www.news.example/bridge/?utm_source=x", "One text."),
            article("http://news.example/bridge/amp/#top", "Quite another text with other words."),
        ]
    )
    assert found == ((0, 1),)


def test_a_query_that_names_the_article_tells_two_apart():
    assert address_key("https://a.example/story?id=1") != address_key("https://a.example/story?id=2")


def test_nearly_the_same_text_is_one_article_with_versions():
    other = TEXT.replace("word150", "changed")
    assert same_articles([article("https://a.example/1", TEXT), article("https://b.example/2", other)]) == ((0, 1),)


def test_another_text_is_another_article():
    other = " ".join(f"term{each}" for each in range(300))
    assert same_articles([article("https://a.example/1", TEXT), article("https://b.example/2", other)]) == ((0,), (1,))


def test_order_does_not_change_who_belongs_together():
    first, second, third = (article(f"https://a.example/{each}", TEXT + f" more{each}" * each) for each in range(3))
    together = {frozenset(each) for each in same_articles([first, second, third])}
    assert together == {frozenset((0, 1, 2))}
