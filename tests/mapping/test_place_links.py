"""Which known place is meant; in doubt none."""

from __future__ import annotations

import pytest

from pipeline.mapping.place_links import known_places
from pipeline.model.annotations import Annotations, Entity, Mention, PersonFact, Span
from pipeline.model.article import Article, Block
from pipeline.store.gazetteer import PackagedGazetteer

GAZETTEER = PackagedGazetteer()


def linked(text: str, *names: str, dateline: str | None = None, nationality: str | None = None) -> dict[str, str]:
    """Name -> identifier's last part, for the names of a one-line article that are linked."""
    article = Article(
        slug="a", url="https://news.example/a", source="a", dateline=dateline, paragraphs=(Block("paragraph", text),)
    )
    mentions = tuple(
        Mention(span=Span(text.index(each), text.index(each) + len(each), 0), text=each, entity=each, by="hand")
        for each in names
        if each in text
    )
    facts = (
        (PersonFact(person="p", property="nationality", value=nationality, span=Span(0, 1), by="hand"),)
        if nationality
        else ()
    )
    entities = tuple(Entity(id=each, type="place", name=each) for each in names)
    found = known_places(article, Annotations(entities=entities, mentions=mentions, facts=facts), GAZETTEER)
    return {key: each.identifier.rstrip("/").rsplit("/", 1)[1] for key, each in found.items() if key in names}


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("They met in Tokyo.", ("Tokyo",), {"Tokyo": "1850147"}),
        ("They met in the United States.", ("United States",), {"United States": "Q30"}),
        ("He left Tampa, Fla., for good.", ("Tampa",), {"Tampa": "4174757"}),
        ("He left Porto for Portugal's south.", ("Porto", "Portugal"), {"Porto": "2735943", "Portugal": "Q45"}),
        ("He came from Paris, Texas.", ("Paris",), {"Paris": "4717560"}),
        ("He came from Paris.", ("Paris",), {"Paris": "2988507"}),
        ("He moved to Florida.", ("Florida",), {"Florida": "Q812"}),
        ("Talks in France, Germany and Spain.", ("France", "Germany", "Spain"), {"France": "Q142", "Germany": "Q183", "Spain": "Q29"}),
        ("They met in Europe.", ("Europe",), {"Europe": "6255148"}),
        ("New York slept.", ("New York",), {"New York": "5128581"}),
        ("Bombay, as it was then called.", ("Bombay",), {"Bombay": "1275339"}),
    ],
)  # fmt: skip
def test_a_place_beyond_doubt_is_linked(text: str, names: tuple[str, ...], expected: dict[str, str]) -> None:
    assert linked(text, *names) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met in Springfield.", ("Springfield",)),
        ("Washington denied it.", ("Washington",)),
        ("Georgia voted.", ("Georgia",)),
        ("He grew up in Florence.", ("Florence",)),
        ("They met in Birmingham.", ("Birmingham",)),
        ("They met in Victoria.", ("Victoria",)),
        ("They met in Atlantisville.", ("Atlantisville",)),
        ("us voters", ("us",)),
    ],
)
def test_a_place_that_could_be_another_is_not_linked(text: str, names: tuple[str, ...]) -> None:
    assert linked(text, *names) == {}


def test_a_country_named_elsewhere_in_the_article_tells_cities_apart() -> None:
    assert linked("Birmingham lost. The England side won.", "Birmingham", "England")["Birmingham"] == "2655603"


def test_a_state_named_elsewhere_tells_cities_apart() -> None:
    assert (
        linked("He lives in Gainesville. Florida has many retirees.", "Gainesville", "Florida")["Gainesville"]
        == "4156404"
    )


def test_the_dateline_tells_where_the_story_plays() -> None:
    assert linked("Gainesville slept.", "Gainesville", dateline="TAMPA, Fla.") == {"Gainesville": "4156404"}


def test_the_place_of_the_dateline_is_linked_by_its_state() -> None:
    assert linked("Quiet in Portland.", "Portland", dateline="PORTLAND, Maine") == {"Portland": "4975802"}


def test_a_nationality_alone_links_only_a_big_city() -> None:
    assert linked("Valencia again.", "Valencia", nationality="Spanish") == {"Valencia": "2509954"}
    assert linked("Faro again.", "Faro", nationality="Portuguese") == {}


def test_georgia_behind_a_city_is_the_state_when_the_city_says_so() -> None:
    assert linked("A fire in Gainesville, Ga., spread.", "Gainesville") == {"Gainesville": "4196586"}


def test_a_city_whose_canton_bears_its_name_is_the_city() -> None:
    assert linked("Talks in Geneva, and Switzerland's part.", "Geneva", "Switzerland")["Geneva"] == "2660646"


def test_a_province_and_a_city_of_one_name_are_left_open() -> None:
    assert "Quebec" not in linked("Quebec voted. Canada waited.", "Quebec", "Canada")
