"""Article body -> HTML: one element a block, list items gathered into lists. Feeds, pages and ninjs all carry this."""

from __future__ import annotations

from itertools import groupby

from pipeline.model.article import Article, Block
from pipeline.publish.markup import element, text_element
from pipeline.publish.wording import names_itself, note_name


def body_html(article: Article) -> str:
    """The blocks of the body, one a line."""
    groups = groupby(article.paragraphs, key=lambda block: block.kind)
    return "\n".join(markup for kind, blocks in groups for markup in _group(kind, tuple(blocks)))


def corrections_html(article: Article) -> str:
    """The correction notes, or nothing."""
    return "\n".join(
        text_element("p", _noted(each.kind, each.text, article.in_language), class_="correction")
        for each in article.correction
    )


def _noted(kind: str, text: str, language: str | None) -> str:
    return text if names_itself(kind, text, language) else f"{note_name(kind, language)}: {text}"


def content_html(article: Article) -> str:
    """Correction notes and body, as feeds carry it."""
    return "\n".join(each for each in (corrections_html(article), body_html(article)) if each)


def _group(kind: str, blocks: tuple[Block, ...]) -> tuple[str, ...]:
    if kind == "list-item":
        return (element("ul", "".join(text_element("li", each.text) for each in blocks)),)
    if kind == "quote":
        return tuple(element("blockquote", text_element("p", each.text)) for each in blocks)
    if kind == "heading":
        return tuple(text_element("h2", each.text) for each in blocks)
    if kind == "caption":
        return tuple(element("p", text_element("small", each.text)) for each in blocks)
    return tuple(text_element("p", each.text) for each in blocks)
