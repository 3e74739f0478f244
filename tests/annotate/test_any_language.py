"""Articles in languages without rules of their own: names, full dates, quotations beside a person, and a finding."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.annotate import Annotate, annotator
from pipeline.annotate.any_language import find_dates_in_any_language
from pipeline.annotate.reading import read
from pipeline.annotate.tagging import NameType
from pipeline.model.annotations import Annotations
from pipeline.model.article import canonical_text
from pipeline.run.engines import load_parser
from tests.annotate.articles import article, names, quotes
from tests.annotate.taggers import Marked


@pytest.fixture(scope="module")
def knowing() -> Annotate:
    """An annotator whose names model knows two persons."""
    return annotator(load_parser(names=False)[0], Marked({"Paul Martin": "person", "Anne Dubois": "person"}))


def days(text: str) -> list[str]:
    reading = read(article(text, language="xx"), lambda texts: [None for _ in texts])
    return [str(each.value) for each in find_dates_in_any_language(reading, Annotations()).times]


@pytest.mark.parametrize(
    "text",
    [
        "Le 12 mai 2024, il est parti.",
        "El 12 de mayo de 2024 salió.",
        "Am 12. Mai 2024 ging er.",
        "Il 12 maggio 2024 partì.",
        "Em 12 de maio de 2024 saiu.",
        "Op 12 mei 2024 ging hij.",
        "12 мая 2024 года он уехал.",
        "Dne 12. května 2024 odjel.",
        "12 Mayıs 2024 günü gitti.",
        "他于2024年5月12日离开。",
        "그는 2024년 5월 12일 떠났다.",
        "Parti le 12/05/2024.",
        "Gegangen am 12.05.2024.",
        "Lämnade 2024-05-12.",
    ],
)
def test_a_full_date_is_found_in_any_language(text: str) -> None:
    assert days(text) == ["2024-05-12"]


def test_the_first_of_a_month_is_a_date_in_french() -> None:
    assert days("Le 1er août 2024, il est parti.") == ["2024-08-01"]


@pytest.mark.parametrize("text", ["Version 31.02.2024", "33/12/2024", "IP 10.11.2024.1", "tel. 2024-99-99"])
def test_numbers_that_are_no_day_are_no_date(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "« Nous partons tous lundi matin », a déclaré Paul Martin.", "Nous partons tous lundi matin"),
        ("fr", "Le président Paul Martin a dit : « Nous partons tous lundi. »", "Nous partons tous lundi."),
        ("es", "«Nos vamos todos el lunes», dijo ayer Paul Martin.", "Nos vamos todos el lunes"),
        ("de", "„Wir fahren alle am Montag“, sagte Paul Martin.", "Wir fahren alle am Montag"),
        ("it", "«Partiamo tutti lunedì mattina», ha detto Paul Martin.", "Partiamo tutti lunedì mattina"),
    ],
)
def test_a_quotation_beside_a_person_is_his(knowing: Annotate, language: str, text: str, words: str) -> None:
    found = knowing(article(text, language=language)).value
    assert quotes(found) == [(words, "Paul Martin")]


def test_quoted_words_without_a_person_beside_them_are_no_quotation(knowing: Annotate) -> None:
    text = "Le roman « Le Temps des grands froids » paraît. Paul Martin l'a lu."
    assert knowing(article(text, language="fr")).value.quotations == ()


def test_two_persons_before_the_colon_leave_the_speaker_open(knowing: Annotate) -> None:
    text = "Paul Martin a écrit à Anne Dubois : « Nous partons tous lundi matin. »"
    assert knowing(article(text, language="fr")).value.quotations == ()


@pytest.mark.parametrize("language", ["fr", "de-AT", "zh", "ar", "sw"])
def test_every_article_in_another_language_is_told(annotate: Annotate, language: str) -> None:
    outcome = annotate(article("Paul Martin, Oslo.", language=language))
    assert [each.code for each in outcome.findings] == ["language-not-supported"]
    assert language in outcome.findings[0].message


def test_names_that_a_model_for_english_only_guesses_in_another_language_are_left_out() -> None:
    known: dict[str, NameType] = {
        "Anne Dubois": "person",
        "Dubois": "person",
        "La Banque nationale": "organization",
        "France": "place",
        "Selon": "place",
    }
    text = "Selon Anne Dubois, La Banque nationale quitte la France. Puis Dubois a ri."
    found = annotator(load_parser(names=False)[0], Marked(known))(article(text, language="fr")).value
    assert names(found, "person") == ["Anne Dubois"]
    assert names(found, "place") == ["France"]
    assert names(found, "organization") == []


def test_an_article_in_a_language_with_a_names_model_of_its_own_is_read_by_it() -> None:
    french = Marked({"Banque nationale": "organization"}, probability=0.8)
    annotate = annotator(load_parser(names=False)[0], Marked({"Anne Dubois": "person"}), by_language={"fr": french})
    text = "La Banque nationale et Anne Dubois se taisent."
    for language, expected in (("fr-CA", ["Banque nationale"]), ("en", ["Anne Dubois"])):
        found = annotate(article(text, language=language)).value
        assert [each.name for each in found.entities] == expected


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text('«»“”„": .,Ab1/2-月年日', max_size=60), max_size=3))
def test_offsets_lie_inside_and_cut_out_their_words(annotate: Annotate, paragraphs: list[str]) -> None:
    source = article(*paragraphs, language="fr")
    text, found = canonical_text(source), annotate(source).value
    assert all(text[each.span.start : each.span.end] == each.text for each in found.times)
    assert all(text[each.spans[0].start : each.spans[0].end] == each.text for each in found.quotations)


GERMAN = (
    "Die Bundesregierung hat am Montag in Berlin ein neues Gesetz zur Pflege beschlossen. Der Präsident des Pflegerats, "
    "Paul Martin, kritisierte den Entwurf. Das Geld reicht nicht, sagte er nach der Sitzung, und die Opposition im Bundestag "
    "kündigte an, dass sie gegen das Gesetz stimmen werde."
)
ENGLISH = (
    "The mayor of Oslo, Paul Martin, resigned on Monday. He said that he was sorry for the way in which the council had been told "
    "of the plan, and that the money for it would be paid back by the end of the year."
)


def test_a_text_that_is_not_in_the_english_it_claims_gets_no_english_rules(annotate: Annotate) -> None:
    outcome = annotate(article(GERMAN, language="en-US"))
    assert [each.code for each in outcome.findings] == ["language-not-supported"]
    assert "en-US" in outcome.findings[0].message
    assert "de" in outcome.findings[0].message
    assert outcome.value.roles == outcome.value.events == ()


def test_an_english_text_said_to_be_in_another_language_is_read_as_english(annotate: Annotate) -> None:
    outcome = annotate(article(ENGLISH, language="de"))
    assert outcome.findings == ()
    assert outcome.value.roles
