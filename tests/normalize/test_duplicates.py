from msgspec.structs import replace

from pipeline.model.article import Article, Block
from pipeline.model.moment import Moment
from pipeline.normalize.duplicates import MAX_HOLDERS, address_key, candidates, same_articles, sketch

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


def test_texts_made_from_one_template_stay_apart():
    def forecast(day: int) -> Article:
        text = " ".join(
            f"In district {number} the sky is clear with {day * 3 + number} degrees and wind from the west."
            for number in range(12)
        )
        made = article(f"https://a.example/weather-{day}", text)
        return replace(made, headline=f"The weather on {day} May", date_published=Moment(f"2026-05-{day:02}"))

    assert len(same_articles([forecast(day) for day in range(1, 9)])) == 8


def test_a_closing_paragraph_in_every_brief_joins_none_of_them():
    closing = " ".join(f"about{each}" for each in range(60))
    briefs = [
        article(f"https://a.example/{each}", f"Company {each} named a chief of {each}. {closing}") for each in range(30)
    ]
    told = [replace(each, headline=f"Firm{at} hires somebody{at}") for at, each in enumerate(briefs)]
    assert (
        len(
            same_articles(
                [
                    replace(each, paragraphs=(Block("paragraph", f"{at} " * 30 + closing),))
                    for at, each in enumerate(told)
                ]
            )
        )
        == 30
    )


def test_five_thousand_articles_take_comparisons_in_proportion_to_their_number():
    closing = " ".join(f"closing{each}" for each in range(40))

    def sketches(count: int) -> list[frozenset[int]]:
        return [sketch(" ".join(f"w{at}of{each}" for at in range(60)) + closing * (each % 2)) for each in range(count)]

    few, many = (sum(1 for _ in candidates(sketches(count))) for count in (500, 5_000))
    copies = sum(1 for _ in candidates([sketch(TEXT)] * 5_000))
    assert many <= 10 * few + 5_000
    assert copies <= 5_000 * MAX_HOLDERS


def test_all_copies_of_one_story_are_found_however_many():
    assert len(same_articles([article(f"https://a{each}.example/", TEXT) for each in range(500)])) == 1
