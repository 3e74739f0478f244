"""Plain scraped text -> one article: its lines get roles, and each field is made of the lines that bear its role."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pipeline.model.article import Article, Block, Dropped, Origin
from pipeline.model.finding import Outcome
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.address import absolute
from pipeline.normalize.bylines import credits_of, names_somebody
from pipeline.normalize.datelines import dateline_of, day_of
from pipeline.normalize.decode import decode
from pipeline.normalize.embargo import embargo_of
from pipeline.normalize.languages import detected
from pipeline.normalize.lines import classify
from pipeline.normalize.lines.cues import parts as pieces
from pipeline.normalize.lines.line import Line, Role, lines_of
from pipeline.normalize.lines.marks import without_marks
from pipeline.normalize.lines.wrapped import unwrapped
from pipeline.normalize.missing import missing
from pipeline.normalize.notes import contributors_of, corrections_of, credit_line
from pipeline.normalize.pictures import split_credit
from pipeline.normalize.written_dates import day_first, find_date, is_numeric, told_days

MAX_LINES = 20_000
HEAD_LINES = 12
"""So far down an embargo is looked for."""
_BY = "model:lines"
Parts = Sequence[tuple[Line, Role]]


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """The article that a scraped text holds, or an error finding where it holds none."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    if decoded.value.count("\n") > MAX_LINES:
        return Outcome((), (*decoded.findings, say.too_many_lines(MAX_LINES)))
    plain = _plain(decoded.value)
    lines = lines_of(plain.value)
    article = assemble(list(zip(lines, classify.roles(lines, _known_url(source)), strict=True)))
    if not article.paragraphs:
        return Outcome((), (*decoded.findings, *plain.findings, say.no_article(_without_body(lines))))
    embargo = embargo_of([each.text for each in lines[:HEAD_LINES]])
    url = source.url if source.url and absolute(source.url) else ""
    of_change = article.date_published is not None and article.date_published == article.date_modified
    told = (*decoded.findings, *plain.findings, *embargo.findings, *missing(article, source, of_change=of_change))
    return Outcome((replace(article, url=url, **embargo.value),), told)


def _plain(text: str) -> Outcome[str]:
    """The text without the marks of Markdown and with its paragraphs on one line each."""
    bare = without_marks(text)
    whole = unwrapped(bare.text)
    told = (
        *((say.marks_removed(bare.marks),) if bare.marks else ()),
        *((say.lines_joined(whole.joined),) if whole.joined else ()),
    )
    return Outcome(whole.text, told)


def _known_url(source: Source) -> str:
    """The address that the source or its sidecar states: its words are often the headline's."""
    stated = source.sidecar.url if source.sidecar else None
    return source.url or stated or ""


def _without_body(lines: Sequence[Line]) -> str:
    """What was seen instead of running text: the first lines, none of which reads like a story's."""
    seen = " / ".join(each.text[:60] for each in lines[:3])
    return f"none of its {len(lines)} lines reads like running text ({seen!r} ...)" if lines else "it has no text"


def assemble(parts: Parts) -> Article:
    """An article without slug and url, made of lines with their roles."""
    notes = [line.text for line, role in parts if role == "note"]
    paragraphs = tuple(_blocks(parts))
    values: dict[str, object] = {
        "headline": _first(parts, "headline"),
        "description": _first(parts, "dek"),
        "article_section": tuple(line.text for line, role in parts if role == "section")[:1],
        "author": _authors(parts),
        "contributor": contributors_of(notes),
        "credit_text": credit_line(notes) if contributors_of(notes) else None,
        "image": _images(parts),
        "correction": corrections_of(notes),
        "dateline": dateline_of(paragraphs[0].text) if paragraphs else None,
        **_dates(parts),
    }
    stated = {name: value for name, value in values.items() if value}
    return Article(
        slug="",
        url="",
        source="",
        **stated,  # type: ignore[arg-type]  # the names above are the record's fields
        paragraphs=paragraphs,
        dropped=tuple(Dropped(line.text, role) for line, role in parts if role == "chrome"),
        origins={_json_name(name): Origin(source=_BY) for name in stated} | {"paragraphs": Origin(source=_BY)},
    )


def _blocks(parts: Parts) -> list[Block]:
    kinds = {"body": "paragraph", "heading": "heading", "list-item": "list-item"}
    return [Block(kinds[role], line.text) for line, role in parts if role in kinds]  # type: ignore[arg-type]  # the values above


def _first(parts: Parts, wanted: Role) -> str | None:
    return next((line.text for line, role in parts if role == wanted), None)


def _authors(parts: Parts) -> tuple[Credit, ...]:
    found = [each for line, role in parts if role == "byline" for each in credits_of(line.text)]
    if not found:  # "22 January 2026 | Ana Lima": a date line that names somebody, too
        dated = [piece for line, role in parts if role == "date" for piece in pieces(line.text)]
        found = [
            each
            for piece in dated
            if find_date(piece) is None
            for each in credits_of(piece)
            if names_somebody(each.name)
        ]
    return tuple(dict.fromkeys(found))


def _images(parts: Parts) -> tuple[Image, ...]:
    found: list[Image] = []
    open_caption: str | None = None
    for line, role in parts:
        if role != "image":
            open_caption = None
            continue
        image = split_credit(line.text)
        if image.credit_text is None:
            open_caption = image.caption
            found.append(image)
        elif open_caption is not None and not line.gap and image.caption is None:
            found[-1] = Image(caption=open_caption, credit_text=image.credit_text)
            open_caption = None
        else:
            found.append(image)
    return tuple(found)


def _dates(parts: Parts) -> dict[str, Moment]:
    found: dict[str, Moment] = {}
    days_first = _days_first(parts)
    for line, role in parts:
        if role in ("date", "byline"):
            told = told_days(line.text, days_first=days_first)
            if told.published:
                found.setdefault("date_published", told.published)
            if told.modified:
                found.setdefault("date_modified", told.modified)
    stated = next((day_of(line.text) for line, role in parts if role == "body"), None)
    if "date_published" not in found and (stand_in := stated or found.get("date_modified")):
        found["date_published"] = stand_in
    return found


def _days_first(parts: Parts) -> bool | None:
    """How the text's language reads 03/04/2025; asked only where a line has such a date, for it costs half a second."""
    unread = (line.text for line, role in parts if role in ("date", "byline") and find_date(line.text) is None)
    if not any(is_numeric(each) for each in unread):
        return None
    return day_first(detected(" ".join(line.text for line, role in parts if role == "body")[:3000]) or "")


def _json_name(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(each.capitalize() for each in rest)
