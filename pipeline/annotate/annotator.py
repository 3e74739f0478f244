"""The chain of annotators: one article in, its annotations and findings out. Loaded models are arguments."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.annotate.any_language import (
    find_dates_in_any_language,
    find_quotations_in_any_language,
    sure_anywhere,
)
from pipeline.annotate.citations import find_citations
from pipeline.annotate.confidence import withhold
from pipeline.annotate.dates import find_dates
from pipeline.annotate.decisions import decide
from pipeline.annotate.demonyms import find_demonyms
from pipeline.annotate.events import NO_WORDS, find_events
from pipeline.annotate.gazetteer import Cities, NoCities
from pipeline.annotate.grounding import Voice, ground
from pipeline.annotate.identity import gather
from pipeline.annotate.linking import Linker
from pipeline.annotate.lives import find_lives
from pipeline.annotate.measured import measure
from pipeline.annotate.name_patterns import Name
from pipeline.annotate.names import find_names
from pipeline.annotate.own_words import find_own_words
from pipeline.annotate.pruning import prune
from pipeline.annotate.quotations import find_quotations
from pipeline.annotate.read_links import read_links, read_texts, words_at
from pipeline.annotate.reading import LONGEST_ARTICLE, LONGEST_BLOCK, Parse, Reading, is_too_long, read
from pipeline.annotate.references import find_references
from pipeline.annotate.roles import find_roles, find_roles_of_pronouns
from pipeline.annotate.roles_of_descriptions import find_described
from pipeline.annotate.spoken import ENGLISH, spoken, unsupported
from pipeline.annotate.statements import Ask
from pipeline.annotate.tagging import NameTagger
from pipeline.annotate.teams import find_teams
from pipeline.annotate.terms import find_terms
from pipeline.annotate.things_meant import thing_finder
from pipeline.annotate.title_mentions import find_title_mentions
from pipeline.annotate.topics import find_topics
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article
from pipeline.model.finding import Finding, Outcome

type Annotate = Callable[[Article], Outcome[Annotations]]
type Step = Callable[[Reading, Annotations], Annotations]


def first_steps(cities: Cities) -> tuple[Step, ...]:
    """What is found once the names are known, in this order: each step reads what the earlier ones found. For English only."""
    return (
        find_teams,
        find_roles,
        find_references,
        find_roles_of_pronouns,
        find_described,
        thing_finder(cities),
        find_quotations,
        find_dates,
        find_terms,
    )


LATER: tuple[Step, ...] = (find_lives, find_citations, find_title_mentions)
"""What is found once the happenings are known. For English only."""


ELSEWHERE: tuple[Step, ...] = (find_quotations_in_any_language, find_dates_in_any_language)
"""What is found instead in other languages: what a full date and a quotation beside a person are needs no grammar."""

IN_ANY_LANGUAGE: tuple[Step, ...] = (find_topics, prune)
"""What holds without rules of a language, and is found last."""

LAST: tuple[Step, ...] = (find_own_words, find_demonyms)
"""Mentions that make nobody more salient, for English only: a talker is no more what the article is about than others."""


def annotator(  # noqa: PLR0913  each model and limit is bound once, by name
    parse: Parse,
    tagger: NameTagger | None = None,
    *,
    cities: Cities | None = None,
    name: str = "",
    thresholds: Mapping[str, float] | None = None,
    other: tuple[Ask, Voice] | None = None,
    by_language: Mapping[str, NameTagger] | None = None,
    facts: Linker | None = None,
) -> Annotate:
    """Bind loaded models. Without a ``tagger`` names are the parser's own entities; ``name`` says which models these are.

    ``thresholds`` say for each kind (``confidence.THRESHOLDS``) from which probability on a statement is published.
    ``other`` is one more annotator, whose statements are added as far as the text bears them (``grounding``).
    ``by_language`` holds names models for other languages than English, by the first part of their tags.
    ``facts`` is the model that says what belongs together where the rules say nothing.
    """
    table, limits = cities or NoCities(), thresholds or {}
    in_english = first_steps(table)
    own = by_language or {}

    def _names(reading: Reading, language: str) -> tuple[Name, ...]:
        chosen = own.get(language, tagger)
        found = find_names(reading, chosen, table)
        return found if chosen is not tagger or language in ENGLISH else sure_anywhere(found, table)

    def annotate(article: Article) -> Outcome[Annotations]:
        """Every statement of the article with its evidence; never raises for an article's fault."""
        language, reading = spoken(article), read(article, parse)
        entities, mentions = gather(reading, _names(reading, language), table)
        annotations = Annotations(language=article.in_language, annotator=name, entities=entities, mentions=mentions)
        for step in in_english if language in ENGLISH else ELSEWHERE:
            annotations = step(reading, annotations)
        if language in ENGLISH:
            annotations = _happenings_and_links(reading, annotations, facts)
        annotations = measure(annotations)
        annotations, heard = _hear(other, reading, annotations) if other else (annotations, ())
        for step in (*IN_ANY_LANGUAGE, *(LAST if language in ENGLISH else ())):
            annotations = step(reading, annotations)
        decided, findings = decide(annotations, article.decisions)
        return Outcome(withhold(reading, decided, limits), (*_findings(article, language), *heard, *findings))

    return annotate


def _happenings_and_links(reading: Reading, annotations: Annotations, facts: Linker | None) -> Annotations:
    """What happens, and what hangs on it; with a model, what it links beside."""
    texts = read_texts(reading, annotations, facts) if facts is not None else None
    annotations = find_events(reading, annotations, words_at(texts) if texts is not None else NO_WORDS)
    for step in LATER:
        annotations = step(reading, annotations)
    return read_links(reading, annotations, texts) if texts is not None else annotations


def _hear(
    other: tuple[Ask, Voice], reading: Reading, annotations: Annotations
) -> tuple[Annotations, tuple[Finding, ...]]:
    """The annotations with what the other annotator states and the text bears."""
    ask, voice = other
    said = ask(reading.article)
    added, refused = ground(reading, annotations, said.value, voice)
    return added, (*said.findings, *refused)


def _findings(article: Article, language: str) -> list[Finding]:
    findings = [] if language in ENGLISH else [unsupported(article, language)]
    if is_too_long(article):
        findings.append(
            Finding(
                code="text-not-annotated",
                severity="info",
                pointer="/articleBody",
                message=f"The article is longer than what is annotated: {LONGEST_BLOCK} characters of each paragraph, "
                f"{LONGEST_ARTICLE} in all. What lies behind has no annotations.",
                hint="Split paragraphs that are none; publish very long texts in parts.",
            )
        )
    return findings
