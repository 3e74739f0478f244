"""Short articles for tests, and the questions that tests ask of their annotations."""

from __future__ import annotations

from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, Block
from pipeline.model.moment import Moment

PUBLISHED = "2024-06-12T10:00:00+01:00"  # a Wednesday


def article(
    *paragraphs: str, headline: str | None = None, published: str | None = PUBLISHED, language: str = "en"
) -> Article:
    """An article of plain paragraphs."""
    return Article(
        slug="test",
        url="https://example.org/test",
        source="test",
        headline=headline,
        date_published=Moment(published) if published else None,
        in_language=language,
        paragraphs=tuple(Block("paragraph", each) for each in paragraphs),
    )


def names(annotations: Annotations, kind: str) -> list[str]:
    """The names of the entities of one type, in order."""
    return [each.name for each in annotations.entities if each.type == kind]


def name_of(annotations: Annotations, local: str | None) -> str | None:
    """The name of an entity by its id."""
    return next((each.name for each in annotations.entities if each.id == local), None)


def titles(annotations: Annotations, person: str) -> list[str | None]:
    """The titles of the person with this name."""
    return [each.title for each in annotations.roles if name_of(annotations, each.person) == person]


def quotes(annotations: Annotations) -> list[tuple[str, str | None]]:
    """Each quotation's text with its speaker's name."""
    return [(each.text, name_of(annotations, each.speaker)) for each in annotations.quotations]


def dates(annotations: Annotations) -> list[tuple[str, str | None, str | None]]:
    """Each date's words with value and end."""
    return [(each.text, each.value, each.end) for each in annotations.times]
