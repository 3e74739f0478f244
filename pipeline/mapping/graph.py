"""Article, annotations and settled identities -> the article's graph, with what could not be said as findings."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.assemble import assemble
from pipeline.mapping.claims import Draft
from pipeline.mapping.correction import correction
from pipeline.mapping.creative_work import cited_work, named_thing
from pipeline.mapping.credits import credit_nodes
from pipeline.mapping.decisions import contradictions
from pipeline.mapping.doubts import doubts
from pipeline.mapping.event import event, named_event
from pipeline.mapping.gazetteer import Gazetteer
from pipeline.mapping.ids import fold
from pipeline.mapping.image_object import image_object
from pipeline.mapping.news_article import news_article
from pipeline.mapping.once import once, with_names
from pipeline.mapping.organization import organization
from pipeline.mapping.person import person
from pipeline.mapping.place import implied_country, place
from pipeline.mapping.place_links import known_places
from pipeline.mapping.propose import NOWHERE, proposals
from pipeline.mapping.publisher import publisher
from pipeline.mapping.quotation import quotation
from pipeline.mapping.story import Story, story
from pipeline.mapping.subject import subject_nodes
from pipeline.mapping.unsaid import unsaid
from pipeline.mapping.web_page import page
from pipeline.mapping.withhold import withhold
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.finding import Outcome
from pipeline.model.graph import Graph
from pipeline.model.identity import Identities
from pipeline.model.newsroom import Newsroom

BUILDERS = {
    "person": person,
    "organization": organization,
    "group": organization,
    "place": place,
    "facility": place,
    "work": named_thing,
    "product": named_thing,
    "named-event": named_event,
}
"""Entity type -> the builder of its node; ``other`` has none, for nothing is known of it."""


def map_article(
    article: Article,
    annotations: Annotations,
    identities: Identities,
    newsroom: Newsroom,
    *,
    gazetteer: Gazetteer = NOWHERE,
) -> Outcome[Graph]:
    """The graph of one article, without the persons that ``identities`` marks as suppressed. Same input, same graph; with
    the same gazetteer that ``propose`` was given."""
    article, annotations = withhold(article, annotations, identities)
    joined, named = once(article), with_names(annotations)
    article, annotations = joined.value, named.value
    places = known_places(article, annotations, gazetteer)
    one = story(
        article,
        annotations,
        identities=identities,
        newsroom=newsroom,
        proposals=proposals(article, annotations, newsroom, places),
        places=places,
    )
    return Outcome(
        assemble(_drafts(one)),
        (*contradictions(article), *joined.findings, *named.findings, *doubts(one), *unsaid(one)),
    )


def _drafts(one: Story) -> Iterator[Draft]:
    yield news_article(one)
    yield from publisher(one.newsroom)
    yield from page(one)
    for index, picture in enumerate(one.article.image):
        yield image_object(one, picture, first=index == 0)
    yield from (correction(one, each) for each in one.article.correction)
    yield from credit_nodes(one)
    yield from _subjects(one)
    yield from subject_nodes(one)


def _subjects(one: Story) -> Iterator[Draft]:
    for entity in one.annotations.entities:
        if entity.id in one.node_ids:
            yield BUILDERS[entity.type](one, entity)
    yield from _nations(one)
    yield from (event(one, each) for each in one.annotations.events if each.id in one.node_ids)
    yield from (quotation(one, each) for each in one.annotations.quotations)
    yield from (cited_work(one, each) for each in one.annotations.citations)


def _nations(one: Story) -> Iterator[Draft]:
    for fact in one.annotations.facts:
        local = f"nation/{fold(fact.value)}"
        if fact.property == "nationality" and local in one.node_ids:
            yield implied_country(one, local, fact)
