"""Takes persons who must no longer be named out of an article and its annotations, before anything is published.

Their names become black squares of the same length in every text, so that all offsets stay right; what the annotations say of
them is gone. Doing it twice changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from pipeline.mapping.credits import ROLES
from pipeline.mapping.ids import local_of, slug
from pipeline.mapping.subject import located
from pipeline.model.annotations import Annotations, Event, Quotation
from pipeline.model.article import Article, Block, text_blocks
from pipeline.model.codec import builtins, convert
from pipeline.model.finding import Finding
from pipeline.model.identity import Identities

MASK = "█"
KEPT_AS_THEY_ARE = ("slug", "url", "source", "identifier")
"""Fields that name the article itself: masking them would make another article of it."""


def withhold(article: Article, annotations: Annotations, identities: Identities) -> tuple[Article, Annotations]:
    """Both without the suppressed persons; the very same records where there are none."""
    hidden = {local for local, each in identities.items() if each.suppressed}
    if not hidden:
        return article, annotations
    names = _names(article, annotations, hidden)
    masked = _without_mentions(article, annotations, hidden)
    pattern = _pattern(names)
    return (
        _article(_without_credits(masked, annotations, hidden), pattern),
        convert(_masked(builtins(_without_entities(annotations, hidden)), pattern), Annotations),
    )


def suppressed_names(article: Article, annotations: Annotations, identities: Identities) -> tuple[str, ...]:
    """The full names that this article gives those who must no longer be named."""
    hidden = {local for local, each in identities.items() if each.suppressed}
    return tuple(each for each in _names(article, annotations, hidden) if " " in each) if hidden else ()


def address_findings(article: Article, annotations: Annotations, identities: Identities) -> tuple[Finding, ...]:
    """What only an editor can mend: an address that names a suppressed person, and a word of the name that means another here."""
    return (*_in_address(article, annotations, identities), *_left(annotations, identities))


def _left(annotations: Annotations, identities: Identities) -> tuple[Finding, ...]:
    """A word of the name stays where the article has a place or another person of that name: "Lima"."""
    hidden = {local for local, each in identities.items() if each.suppressed}
    parts = {
        word
        for each in annotations.entities
        if each.id in hidden and each.type == "person"
        for word in each.name.split()[-1:]
    }
    left = [each for each in annotations.entities if each.id not in hidden and parts & set(each.name.split())]
    if not left:
        return ()
    span = next((each.span for each in annotations.mentions if each.entity == left[0].id), None)
    return (
        Finding(
            code="suppressed-name-shared",
            severity="warning",
            pointer="" if span is None or span.paragraph is None else f"/paragraphs/{span.paragraph}",
            message="A word of a suppressed person's name stays in the article, because it is taken to mean somebody or "
            "something else there.",
            hint="Read the article; if the word means the person there, take it out of the source.",
        ),
    )


def _in_address(article: Article, annotations: Annotations, identities: Identities) -> tuple[Finding, ...]:
    hidden = {local for local, each in identities.items() if each.suppressed}
    words = {slug(each) for each in _names(article, annotations, hidden) if " " in each}
    if not any(each and (each in article.url.casefold() or each in article.slug.casefold()) for each in words):
        return ()
    return (
        Finding(
            code="suppressed-name-in-address",
            severity="error",
            pointer="/url",
            message="The article's address names a person who must no longer be named.",
            hint="Publish the article under another address and retract this one.",
        ),
    )


def _names(article: Article, annotations: Annotations, hidden: set[str]) -> tuple[str, ...]:
    """What they are called here, and each part of it that is nobody else's, the longest first."""
    shown = {
        name for each in annotations.entities if each.id not in hidden for name in (each.name, *each.alternate_names)
    }
    shared = {word for name in shown for word in name.split()}
    names = {name for each in annotations.entities if each.id in hidden for name in (each.name, *each.alternate_names)}
    bodies = {
        name
        for each in annotations.entities
        if each.id in hidden and each.type != "person"
        for name in (each.name, *each.alternate_names)
    }
    for role in ROLES:
        names |= {each.name for each in getattr(article, role) if local_of(role, each.name) in hidden}
    names |= {each.name for local, each in located(article, annotations) if local in hidden}
    persons = {each for each in names if each not in bodies}
    parts = {word for name in persons for word in name.split() if len(word) > 2 and word[0].isupper()}
    kept = {*(each for each in names if " " in each), *(parts - shared)}
    return tuple(sorted(kept, key=lambda each: (-len(each), each)))


def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(each)}(?!\w)" for each in names) or r"(?!)")


def _without_mentions(article: Article, annotations: Annotations, hidden: set[str]) -> Article:
    """Every place where the text names them, pronouns left alone."""
    spans = [
        each.span
        for each in annotations.mentions
        if each.entity in hidden and each.form in ("name", "short-name", "acronym")
    ]
    fields: dict[str, Any] = {}
    paragraphs = list(article.paragraphs)
    for block in text_blocks(article):
        text = _hide(block.text, [(each.start - block.start, each.end - block.start) for each in spans])
        if block.paragraph is not None:
            paragraphs[block.paragraph] = Block(paragraphs[block.paragraph].kind, text)
        else:
            fields[block.kind] = text
    return msgspec.structs.replace(article, paragraphs=tuple(paragraphs), **fields)


def _hide(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        if 0 <= start < end <= len(text):
            text = text[:start] + MASK * (end - start) + text[end:]
    return text


def _without_credits(article: Article, annotations: Annotations, hidden: set[str]) -> Article:
    """Neither as authors nor among what the source says that the article is about."""
    kept = {
        role: tuple(each for each in getattr(article, role) if local_of(role, each.name) not in hidden)
        for role in ROLES
    }
    subjects = tuple(subject for local, subject in located(article, annotations) if local not in hidden)
    return msgspec.structs.replace(article, subjects=subjects, **kept)


def _article(article: Article, pattern: re.Pattern[str]) -> Article:
    values = builtins(article)
    masked = {key: value if key in KEPT_AS_THEY_ARE else _masked(value, pattern) for key, value in values.items()}
    return convert(masked, Article)


def _masked(value: Any, pattern: re.Pattern[str]) -> Any:  # JSON values
    """The value with every name in it hidden; keys are ours and stay."""
    if isinstance(value, str):
        return pattern.sub(lambda found: MASK * len(found[0]), value)
    if isinstance(value, dict):
        return {key: _masked(each, pattern) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_masked(each, pattern) for each in value]
    return value


def _without_entities(annotations: Annotations, hidden: set[str]) -> Annotations:
    return msgspec.structs.replace(
        annotations,
        entities=tuple(each for each in annotations.entities if each.id not in hidden),
        mentions=tuple(each for each in annotations.mentions if each.entity not in hidden),
        roles=tuple(each for each in annotations.roles if not {each.person, each.organization} & hidden),
        facts=tuple(each for each in annotations.facts if not {each.person, each.entity} & hidden),
        quotations=tuple(_quotation(each, hidden) for each in annotations.quotations),
        events=tuple(_event(each, hidden) for each in annotations.events),
        topics=tuple(each for each in annotations.topics if each.id not in hidden),
        citations=tuple(each for each in annotations.citations if each.entity not in hidden),
    )


def _quotation(said: Quotation, hidden: set[str]) -> Quotation:
    if said.speaker not in hidden:
        return said
    return msgspec.structs.replace(said, speaker=None, speaker_text=None, speaker_span=None)


def _event(event: Event, hidden: set[str]) -> Event:
    kept = tuple(each for each in event.participants if each.entity not in hidden)
    return msgspec.structs.replace(event, participants=kept)
