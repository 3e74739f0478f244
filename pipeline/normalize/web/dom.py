"""What a reader sees on the page -> candidates: headings, bylines, times, section labels, deks, figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from pipeline.model.sidecar import Credit, Image
from pipeline.normalize.bylines import credits_of, is_byline, names_somebody
from pipeline.normalize.lines.cues import calls_reader
from pipeline.normalize.lines.head import NO_SECTIONS
from pipeline.normalize.lines.line import is_chrome
from pipeline.normalize.pictures import split_credit
from pipeline.normalize.prose import tidy
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.web.candidate import Candidate
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import Segment, heading_index, segments_of, title_of
from pipeline.normalize.written_dates import (
    day_first,
    find_date,
    first_published,
    machine_date,
    month_alone,
    tells_of_change,
    tells_of_publication,
    told_days,
)

_ELSEWHERE = frozenset(
    ("related", "recommended", "recommend", "footer", "comment", "comments", "popular", "trending", "newsletter", "promo", "menu",
     "nav", "navbar", "navigation", "sidebar", "widget", "carousel", "slider", "teaser", "modal", "popup", "cookie")
)  # fmt: skip
_LABELS = frozenset(("kicker", "eyebrow", "category", "categories", "cat", "label", "topic", "section"))
_DEKS = frozenset(("dek", "deck", "standfirst", "subtitle", "subhead"))
_BYLINES = frozenset(("byline", "author", "authors"))
_BIO = frozenset(("bio", "profile", "related", "card", "list"))
NEAR_HEADLINE = 25
"""How many blocks behind the headline its byline and date stand at most (99 % of the training pages, 2026-11)."""
MAX_READ = 3
"""So many paragraphs of the story may stand before the byline; a name behind them is of somebody in the story."""
MAX_BEHIND = 10
"""So many blocks behind the headline a month alone may stand as the date line of a magazine."""
MAX_DATE_LINE = 120
MAX_LABEL, MAX_LABEL_WORDS = 40, 4
MAX_TRAIL = 6
MAX_FIGURES = 12


def candidates(segments: Sequence[Segment], page: Page) -> Iterator[Candidate]:
    """Candidates in the order of the page."""
    yield from headlines(segments)
    shown = [each for each in segments if not (each.hidden or each.hints & _ELSEWHERE)]
    yield from _original_days(shown)
    language = page.tree.get("lang") or ""
    start = heading_index(segments, title_of(page.tree))
    read = 0
    for index, segment in enumerate(segments):
        if start is not None and index > start:
            read += _is_paragraph(segments[index - 1])
        if segment.hidden or segment.hints & _ELSEWHERE:
            continue
        if segment.within & {"aside", "footer", "nav"} and not (segment.hints & _BYLINES and is_byline(segment.text)):
            continue
        near = start is not None and -6 <= index - start <= NEAR_HEADLINE
        behind = index - start if start is not None else 0
        yield from _days_of(segment, language, near=near, behind=0 < behind <= MAX_BEHIND)
        yield from _sections_of(segment, near=near, above=behind < 0)
        yield from _of_segment(segment, near=near, behind=0 < behind <= 3, early=read < MAX_READ)
    yield from _labelled_days(shown, language)
    yield from _trail(page)
    yield from _figures(page)


def headlines(segments: Sequence[Segment]) -> Iterator[Candidate]:
    """First-level headings, those inside the article first; then blocks marked as its headline."""
    headings = [each for each in segments if each.tag == "h1" and not each.hidden]
    inside = [each for each in headings if each.within & {"article", "main"}]
    marked = [
        each
        for each in segments
        if each.property == "headline" or ("headline" in each.own and not each.hints & _ELSEWHERE)
    ]
    for text in dict.fromkeys(each.text for each in (*inside, *headings, *marked)):
        yield Candidate("headline", text, "dom")


def _sections_of(segment: Segment, *, near: bool, above: bool) -> Iterator[Candidate]:
    """A label above the headline or beside it, where it leads to a section's page; what is marked as the section anywhere."""
    labelled = segment.own & _LABELS and not segment.own & _BYLINES and (above or segment.linked > 0.8)
    names: tuple[str, ...] = ()
    if segment.property == "articleSection":
        names = (segment.text,)
    elif near and segment.filed:
        names = tuple(dict.fromkeys(each for each in segment.filed if _may_be_section(each)))
    elif near and labelled and _may_be_section(segment.text):
        names = (segment.text,)
    if names:
        yield Candidate("articleSection", names, "dom")


def _may_be_section(text: str) -> bool:
    """Whether a short text can be a section's name: a few words without numbers that are no call, byline, date or menu entry."""
    short = len(text) < MAX_LABEL and count_words(text) <= MAX_LABEL_WORDS and text[-1:] not in ":.!?…"
    named = any(each.isalpha() for each in text) and not any(each.isdigit() for each in text)
    menu = (
        text.strip().lower() in NO_SECTIONS or text[:8].lower() == "back to " or is_chrome(text) or calls_reader(text)
    )
    return short and named and not menu and not is_byline(text)


def _trail(page: Page) -> Iterator[Candidate]:
    """The links of the trail that the page shows (Home > World > Asia), the nearest section first."""
    for element in page.elements:
        if isinstance(element.tag, str) and _is_trail(element):
            links = [tidy(each.text_content()) for each in list(element.iter("a"))[: MAX_TRAIL + 1]]
            if 1 < len(links) <= MAX_TRAIL and (names := [each for each in links[1:] if _may_be_section(each)]):
                yield Candidate("articleSection", tuple(reversed(names)), "breadcrumb")
            if links:
                return


def _is_trail(element: HtmlElement) -> bool:
    named = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('aria-label') or ''}"
    return "breadcrumb" in named.lower()


def _is_paragraph(segment: Segment) -> bool:
    return count_words(segment.text) >= 30 and segment.linked < 0.5


def _of_segment(segment: Segment, *, near: bool, behind: bool, early: bool) -> Iterator[Candidate]:
    text = segment.text
    if len(text) > 400:
        return
    people = _people(segment, near=near and early)
    if people:
        yield Candidate("author", people, "dom")
    elif (segment.own & _DEKS and len(text) > 30) or (
        behind and segment.tag == "h2" and count_words(text) > 7 and segment.within & {"header"}
    ):
        yield Candidate("description", text, "dom")


def _original_days(segments: Sequence[Segment]) -> Iterator[Candidate]:
    """When the article first came out, where a row says so: it may have been published anew since."""
    for each in segments:
        moment = first_published(each.text) if len(each.text) <= 2 * MAX_DATE_LINE else None
        if moment:
            yield Candidate("datePublished", moment, "dom")


def _days_of(segment: Segment, language: str, *, near: bool, behind: bool) -> Iterator[Candidate]:
    """What a date line near the headline says, or an element that states its time wherever it stands."""
    text = segment.text
    if len(text) > 400 or not (segment.stated or (near and len(text) < MAX_DATE_LINE)):
        return
    told = told_days(text, days_first=day_first(language))
    published, modified = told
    if stated := machine_date(segment.stated) if segment.stated else None:
        published, modified = (None, stated) if tells_of_change(text) else (stated, modified)
    elif behind and told == (None, None) and segment.linked == 0:
        published = month_alone(text)
    if published:
        yield Candidate("datePublished", published, "dom")
    if modified:
        yield Candidate("dateModified", modified, "dom")


def _labelled_days(segments: Sequence[Segment], language: str) -> Iterator[Candidate]:
    """Rows that say themselves that they tell of the publication, however far from the headline."""
    for each in segments:
        if len(each.text) >= MAX_DATE_LINE or each.linked > 0.5 or each.within & {"aside", "footer", "nav"}:
            continue
        told = told_days(each.text, days_first=day_first(language))
        if told.published and (told.modified or tells_of_publication(each.text)):
            yield Candidate("datePublished", told.published, "dom")


def _people(segment: Segment, *, near: bool) -> tuple[Credit, ...]:
    text = segment.text
    if near and segment.signed and not segment.hints & _BIO:
        signed = {each.name: each for part in segment.signed for each in credits_of(part) if names_somebody(each.name)}
        if signed:
            return tuple(signed.values())
    marked = segment.property == "author" or (segment.own & _BYLINES and not segment.hints & _BIO)
    if len(text) > 200 or not (marked or near):
        return ()
    written = find_date(text)
    if written:
        text = (text[: written.start] + " | " + text[written.end :]).strip(" |")
    return credits_of(text) if marked or is_byline(text) else ()


def _figures(page: Page) -> Iterator[Candidate]:
    for figure in list(page.tree.iter("figure"))[:MAX_FIGURES]:
        picture = next(figure.iter("img"), None)
        if picture is None:
            continue
        captions = [each for caption in figure.iter("figcaption") for each in segments_of(caption)]
        said = split_credit(" | ".join(each.text for each in captions)) if captions else Image()
        address = page.absolute(picture.get("src") or picture.get("data-src"))
        image = Image(
            url=address, caption=said.caption, credit_text=said.credit_text, text=tidy(picture.get("alt") or "") or None
        )
        if image.url or image.caption:
            yield Candidate("image", (image,), "dom")
