"""Which language's rules an article is read by: what is stated, unless the text plainly reads like another one."""

from __future__ import annotations

from pipeline.model.article import Article, canonical_text
from pipeline.model.finding import Finding
from pipeline.standards.text_language import likely_languages

ENGLISH = frozenset({"en", "eng"})


def stated(article: Article) -> str:
    """The article's language without region and script; English where none is stated."""
    return (article.in_language or "en").lower().split("-")[0]


def spoken(article: Article) -> str:
    """The language to read by: English or not is told by the text where it is plain, since many templates say ``en`` of everything."""
    said, likely = stated(article), likely_languages(canonical_text(article))
    if said in ENGLISH and likely and "en" not in likely:
        return likely[0]
    return "en" if "en" in likely else said


def unsupported(article: Article, language: str) -> Finding:
    """What is left out in a language without rules, and where the text is not in the stated one, that it is not."""
    if language == stated(article):
        where = f"The article is in {article.in_language}"
    else:
        where = (
            f"The article is said to be in {article.in_language or 'no language'}, but its text reads like {language}"
        )
    return Finding(
        code="language-not-supported",
        severity="info",
        pointer="/inLanguage",
        message=f"{where}; the rules for titles, roles, relative dates and events are for English.",
        hint="Only what holds in any language was annotated: sure names, full dates, quotations beside a person's name.",
    )
