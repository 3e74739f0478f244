"""Countries meant by their adjectives: "German police" beside Germany, where the article names it. Its people are not the country."""

from __future__ import annotations

import msgspec

from pipeline.annotate.lexicon.countries import COUNTRY_NAMES, DEMONYMS
from pipeline.annotate.reading import Passage, Reading, Token
from pipeline.model.annotations import Annotations, Mention


def find_demonyms(reading: Reading, annotations: Annotations) -> Annotations:
    """Annotations with a mention for every adjective of a country that is an entity of the article."""
    countries = {
        COUNTRY_NAMES.get(each.name, each.name): each.id for each in annotations.entities if each.type == "place"
    }
    taken = [(each.span.start, each.span.end) for each in annotations.mentions]
    found = [
        _mention(passage, token, countries[DEMONYMS[token.text]])
        for passage in reading.passages
        for token in passage.doc
        if token.text in DEMONYMS and DEMONYMS[token.text] in countries and _is_attribute(token)
    ]
    new = [each for each in found if not any(each.span.start < end and start < each.span.end for start, end in taken)]
    every = sorted((*annotations.mentions, *new), key=lambda each: each.span)
    return msgspec.structs.replace(annotations, mentions=tuple(every)) if new else annotations


_OF_LANGUAGES = frozenset({"language", "lessons", "grammar", "translation", "speaker", "speakers", "word", "words"})


def _is_attribute(token: Token) -> bool:
    """As in "German police"; not "in German", "German lessons" or "the Germans"."""
    behind = token.nbor(1) if token.i + 1 < len(token.doc) else None
    if behind is None or not token.whitespace_ or token.tag_ in {"NNS", "NNPS"}:
        return False
    return behind.pos_ in {"NOUN", "PROPN", "ADJ"} and behind.lower_ not in _OF_LANGUAGES


def _mention(passage: Passage, token: Token, country: str) -> Mention:
    start, end = token.idx, token.idx + len(token)
    return Mention(
        span=passage.span(start, end),
        text=passage.original(start, end),
        entity=country,
        form="demonym",
        by="rule:demonym",
        probability=0.9,
    )
