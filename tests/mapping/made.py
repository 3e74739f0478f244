"""A small invented article with hand-made annotations, offsets found by searching the text."""

from __future__ import annotations

from pipeline.mapping.gazetteer import KnownPlace
from pipeline.model.annotations import (
    Annotations,
    Citation,
    Entity,
    Event,
    Mention,
    MentionForm,
    Participant,
    PersonFact,
    Quotation,
    Role,
    Span,
    Topic,
)
from pipeline.model.article import Article, Block, Origin, canonical_text
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Correction, Credit, Image

NEWSROOM = Newsroom(
    site=Site(url="https://news.example", name="The Example", license="https://news.example/licence"),
    publisher=Publisher(
        name="The Example",
        url="https://news.example",
        logo="https://news.example/logo.png",
        logo_width=600,
        logo_height=60,
        corrections_policy="https://news.example/corrections",
    ),
)
ARTICLE = Article(
    slug="mayor-opens-bridge",
    url="https://news.example/2031/05/mayor-opens-bridge",
    source="bridge.txt",
    headline="Mayor Opens Bridge in Porto",
    description="Work took four years.",
    author=(Credit(name="Ida Quell", url="https://news.example/people/ida"),),
    publisher=Credit(name="The Example", type="Organization"),
    date_published=Moment("2031-05-06T09:00:00+02:00"),
    dateline="PORTO",
    article_section=("World",),
    image=(Image(url="https://news.example/a.jpg", caption="The bridge", credit_text="Photo: R. Ames", width=1600, height=900),),
    in_language="en",
    correction=(Correction(text="An earlier version misspelt a name."),),
    paragraphs=(
        Block("paragraph", "Mayor Tomas Vell opened the Ponte Nova in Porto, Portugal, on Monday."),
        Block("paragraph", "“It will outlive us,” Vell of the Harbour Board (HB) said. The Example Agency reported it first."),
        Block("paragraph", "The Japanese engineer Aya Mori watched."),
        Block("caption", "The bridge at night"),
    ),
    origins={"headline": Origin(source="rule:headline"), "datePublished": Origin(source="sidecar")},
)  # fmt: skip
TEXT = canonical_text(ARTICLE)


def at(words: str, occurrence: int = 0) -> Span:
    """The span of some words of the text."""
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words), 0)


def mention(entity: str, words: str, occurrence: int = 0, form: MentionForm = "name") -> Mention:
    """A mention of an entity by the words of the text."""
    return Mention(span=at(words, occurrence), text=words, entity=entity, form=form, by="ner")


ANNOTATIONS = Annotations(
    language="en",
    annotator="hand",
    entities=(
        Entity(id="person-1", type="person", name="Tomas Vell", alternate_names=("Vell",)),
        Entity(id="facility-1", type="facility", name="Ponte Nova", contained_in="place-1"),
        Entity(id="place-1", type="place", name="Porto"),
        Entity(id="place-2", type="place", name="Portugal"),
        Entity(id="organization-1", type="organization", name="Harbour Board", alternate_names=("HB",)),
        Entity(id="organization-2", type="organization", name="Example Agency"),
        Entity(id="person-2", type="person", name="Aya Mori"),
        Entity(id="other-1", type="other", name="Monday"),
    ),
    mentions=(
        mention("person-1", "Tomas Vell"),
        mention("person-1", "Vell", 1, "short-name"),
        mention("facility-1", "Ponte Nova"),
        mention("place-1", "Porto"),
        mention("place-1", "Porto", 1),
        mention("place-2", "Portugal"),
        mention("organization-1", "Harbour Board"),
        mention("organization-1", "HB", form="acronym"),
        mention("organization-2", "Example Agency"),
        mention("person-2", "Aya Mori"),
    ),
    roles=(
        Role(person="person-1", title="Mayor", span=at("Mayor", 1), by="title"),
        Role(person="person-1", organization="organization-1", relation="memberOf", span=at("Harbour Board"), by="title"),
        Role(person="person-2", title="engineer", span=at("engineer"), by="title"),
    ),
    facts=(PersonFact(person="person-2", property="nationality", value="Japanese", span=at("Japanese"), by="demonym"),),
    quotations=(
        Quotation(id="quote-1", text="It will outlive us,", spans=(at("It will outlive us,"),), by="quotes", speaker="person-1", speaker_span=at("Vell", 1)),
    ),
    events=(
        Event(
            id="event-1", name="Opening of the Ponte Nova", type="opening", span=at(ARTICLE.paragraphs[0].text), trigger=at("opened"), by="events",
            start=Moment("2031-05-05"), start_span=at("Monday"), places=("facility-1",),
            participants=(Participant(entity="person-1", role="actor"), Participant(entity="place-2", role="organizer")),
        ),
    ),
    topics=(Topic(id="event-1", salience=0.9, relation="about"), Topic(id="place-1", salience=0.7, relation="about")),
    keywords=("bridges",),
    citations=(Citation(span=at("The Example Agency reported it first"), text="The Example Agency reported it first", by="citations", entity="organization-2"),),
)  # fmt: skip


class Atlas:
    """A gazetteer of three places."""

    portugal = KnownPlace(
        identifier="http://www.wikidata.org/entity/Q45", name="Portugal", schema_type="Country", country="PT", country_name="Portugal"
    )  # fmt: skip
    japan = KnownPlace(
        identifier="http://www.wikidata.org/entity/Q17", name="Japan", schema_type="Country", country="JP", country_name="Japan"
    )  # fmt: skip
    porto = KnownPlace(
        identifier="https://sws.geonames.org/2735943/", name="Porto", schema_type="City", country="PT", country_name="Portugal",
        latitude=41.15, longitude=-8.61, population=249633,
    )  # fmt: skip

    def countries(self, name: str) -> tuple[KnownPlace, ...]:
        return {"Portugal": (self.portugal,), "Japan": (self.japan,), "Japanese": (self.japan,)}.get(name, ())

    def country(self, code: str) -> tuple[KnownPlace, ...]:
        return {"PT": (self.portugal,), "JP": (self.japan,)}.get(code, ())

    def cities(self, name: str) -> tuple[KnownPlace, ...]:
        return (self.porto,) if name == "Porto" else ()

    def regions(self, name: str) -> tuple[KnownPlace, ...]:
        return {"Nowhere": ()}.get(name, ())
