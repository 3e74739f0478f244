"""The few words that a page or feed adds to the newsroom's own, by language; English where a language is not known here."""

from __future__ import annotations

import msgspec

from pipeline.model.moment import Moment
from pipeline.publish.markup import escaped, text_element

ENGLISH = "en"


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """One language's words. ``day`` and ``month`` are patterns of dates; ``notes`` name the kinds of correction notes in the
    order of ``NOTES``."""

    language: str
    by: str
    and_: str
    updated: str
    picture: str
    skip: str
    named: str
    people: str
    organizations: str
    places: str
    events: str
    principles: str
    corrections: str
    ethics: str
    licence: str
    graph: str
    retracted: str
    notice: str
    how: str
    notes: tuple[str, str, str, str]
    months: str
    day: str = "{day} {month} {year}"
    month: str = "{month} {year}"
    first: str = "1"


NOTES = ("correction", "clarification", "editor's note", "update")
WORDS = (
    Words(
        language="en", by="By", and_="and", updated="Updated", picture="Picture", skip="Skip to the article",
        named="In this article", people="People", organizations="Organizations", places="Places", events="Events",
        principles="Publishing principles", corrections="Corrections", ethics="Ethics", licence="Licence",
        graph="Structured data of this article", retracted="Retracted", notice="This article has been retracted.",
        how="How we correct and retract", notes=("Correction", "Clarification", "Editor's note", "Update"),
        months="January February March April May June July August September October November December",
    ),
    Words(
        language="de", by="Von", and_="und", updated="Aktualisiert", picture="Bild", skip="Zum Artikel springen",
        named="In diesem Artikel", people="Personen", organizations="Organisationen", places="Orte", events="Ereignisse",
        principles="Redaktionelle Grundsätze", corrections="Korrekturen", ethics="Ethik", licence="Lizenz",
        graph="Strukturierte Daten dieses Artikels", retracted="Zurückgezogen", notice="Dieser Artikel wurde zurückgezogen.",
        how="So korrigieren wir", notes=("Korrektur", "Klarstellung", "Anmerkung der Redaktion", "Aktualisierung"),
        months="Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        day="{day}. {month} {year}",
    ),
    Words(
        language="fr", by="Par", and_="et", updated="Mis à jour le", picture="Photo", skip="Aller à l’article",
        named="Dans cet article", people="Personnes", organizations="Organisations", places="Lieux", events="Événements",
        principles="Principes éditoriaux", corrections="Corrections", ethics="Déontologie", licence="Licence",
        graph="Données structurées de cet article", retracted="Retiré", notice="Cet article a été retiré.",
        how="Comment nous corrigeons", notes=("Correction", "Précision", "Note de la rédaction", "Mise à jour"),
        months="janvier février mars avril mai juin juillet août septembre octobre novembre décembre", first="1er",
    ),
    Words(
        language="es", by="Por", and_="y", updated="Actualizado el", picture="Imagen", skip="Ir al artículo",
        named="En este artículo", people="Personas", organizations="Organizaciones", places="Lugares", events="Acontecimientos",
        principles="Principios editoriales", corrections="Correcciones", ethics="Ética", licence="Licencia",
        graph="Datos estructurados de este artículo", retracted="Retirado", notice="Este artículo ha sido retirado.",
        how="Cómo corregimos", notes=("Corrección", "Aclaración", "Nota de la redacción", "Actualización"),
        months="enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        day="{day} de {month} de {year}", month="{month} de {year}",
    ),
    Words(
        language="pt", by="Por", and_="e", updated="Atualizado em", picture="Imagem", skip="Ir para o artigo",
        named="Neste artigo", people="Pessoas", organizations="Organizações", places="Lugares", events="Acontecimentos",
        principles="Princípios editoriais", corrections="Correções", ethics="Ética", licence="Licença",
        graph="Dados estruturados deste artigo", retracted="Retirado", notice="Este artigo foi retirado.",
        how="Como corrigimos", notes=("Correção", "Esclarecimento", "Nota da redação", "Atualização"),
        months="janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        day="{day} de {month} de {year}", month="{month} de {year}",
    ),
    Words(
        language="it", by="Di", and_="e", updated="Aggiornato il", picture="Immagine", skip="Vai all’articolo",
        named="In questo articolo", people="Persone", organizations="Organizzazioni", places="Luoghi", events="Eventi",
        principles="Principi editoriali", corrections="Correzioni", ethics="Etica", licence="Licenza",
        graph="Dati strutturati di questo articolo", retracted="Ritirato", notice="Questo articolo è stato ritirato.",
        how="Come correggiamo", notes=("Correzione", "Precisazione", "Nota della redazione", "Aggiornamento"),
        months="gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    ),
    Words(
        language="nl", by="Door", and_="en", updated="Bijgewerkt op", picture="Beeld", skip="Naar het artikel",
        named="In dit artikel", people="Personen", organizations="Organisaties", places="Plaatsen", events="Gebeurtenissen",
        principles="Redactionele uitgangspunten", corrections="Correcties", ethics="Ethiek", licence="Licentie",
        graph="Gestructureerde gegevens van dit artikel", retracted="Ingetrokken", notice="Dit artikel is ingetrokken.",
        how="Zo corrigeren wij", notes=("Correctie", "Verduidelijking", "Noot van de redactie", "Update"),
        months="januari februari maart april mei juni juli augustus september oktober november december",
    ),
)  # fmt: skip
_BY_LANGUAGE = {each.language: each for each in WORDS}


def words(language: str | None) -> Words:
    """The words for a BCP 47 tag."""
    return _BY_LANGUAGE.get(primary(language), _BY_LANGUAGE[ENGLISH])


def primary(language: str | None) -> str:
    """The language alone: ``pt`` of ``pt-BR``."""
    return (language or ENGLISH).split("-", maxsplit=1)[0].lower()


def label(text: str, language: str | None) -> str:
    """One of our words as markup; on a page in another language it is marked as English (WCAG 2.2, 3.1.2)."""
    known = primary(language) in _BY_LANGUAGE
    return escaped(text) if known else text_element("span", text, lang=ENGLISH)


def note_name(kind: str, language: str | None) -> str:
    """The name of a kind of correction note."""
    return words(language).notes[NOTES.index(kind)]


def names_itself(kind: str, text: str, language: str | None) -> bool:
    """Whether a note's text begins with the name of its kind ("Correction: An earlier version ..."), so that nobody need add it."""
    name = note_name(kind, language).casefold()
    return text.casefold().startswith(name) and text[len(name) :].lstrip()[:1] in {":", "-", "–", "—", "."}


def readable(moment: Moment, language: str | None = None) -> str:
    """For people: ``18 November 2014, 09:00 (UTC+09:00)``, with no more than the moment states; in a language without
    words here the date stays in digits, as ISO 8601 has it."""
    day = _date(moment[:10], words(language)) if primary(language) in _BY_LANGUAGE else moment[:10]
    if "T" not in moment:
        return day
    zone = moment.clock.strftime("%:z") if moment.clock.tzinfo else ""
    suffix = f" (UTC{'' if zone == '+00:00' else zone})" if zone else ""
    return f"{day}, {moment.clock:%H:%M}{suffix}"


def _date(text: str, known: Words) -> str:
    year, month, day = [*text.split("-"), "", ""][:3]
    if not month:
        return year
    name = known.months.split()[int(month) - 1]
    if not day:
        return known.month.format(month=name, year=year)
    return known.day.format(day=known.first if day == "01" else int(day), month=name, year=year)
