"""What a reader sees on the page -> candidates: headings, bylines, times, section labels, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from pipeline.model.sidecar import Image
from pipeline.normalize.bylines import credits_of
from pipeline.normalize.pictures import split_credit
from pipeline.normalize.prose import tidy
from pipeline.normalize.web.candidate import Candidate
from pipeline.normalize.web.page import Page
from pipeline.normalize.written_dates import find_date, machine_date

_HINT = {
    "byline": re.compile(
        r"(?:^|[\s_-])(?:byline|by-line|author|authors|author-name|writer|contributor|contributors)(?:$|[\s_-])",
        re.IGNORECASE,
    ),
    "section": re.compile(
        r"(?:^|[\s_-])(?:kicker|eyebrow|overline|section-(?:name|label|title)|category|cat-links|article-section|topic-label)(?:$|[\s_-])",
        re.IGNORECASE,
    ),
    "dek": re.compile(
        r"(?:^|[\s_-])(?:dek|deck|standfirst|subtitle|sub-title|subheadline|sub-headline|subhead|entry-subtitle|article-summary|chapeau)(?:$|[\s_-])",
        re.IGNORECASE,
    ),
    "headline": re.compile(
        r"(?:^|[\s_-])(?:headline|h1|article-title|entry-title|post-title|story-title|article__title)(?:$|[\s_-])",
        re.IGNORECASE,
    ),
}
_ELSEWHERE = re.compile(
    r"related|recommend|sidebar|footer|comment|most-|popular|trending|newsletter|promo|menu|nav|bio\b", re.IGNORECASE
)


def candidates(page: Page) -> Iterator[Candidate]:
    """Candidates in the order of the page."""
    body = page.tree.find("body")
    if body is None:
        return
    yield from _headlines(body)
    for element in body.iter("address", "a", "span", "p", "div", "li", "time", "h2", "section", "summary", "header"):
        yield from _marked(element)
    yield from _figures(body, page)


def _headlines(body: HtmlElement) -> Iterator[Candidate]:
    headings = [each for each in body.iter("h1") if _text(each)]
    inside = [each for each in headings if any(True for _ in each.iterancestors("article", "main"))]
    for each in dict.fromkeys((*inside, *headings)):
        yield Candidate("headline", _text(each), "dom")


def _marked(element: HtmlElement) -> Iterator[Candidate]:
    hint = " ".join(element.get(each) or "" for each in ("class", "id", "itemprop", "rel", "data-testid", "data-area"))
    if element.tag == "time" and not _elsewhere(element):
        moment = machine_date(element.get("datetime") or "") or _written(_text(element))
        if moment:
            yield Candidate("datePublished", moment, "dom")
        return
    if not hint.strip() or len(element) > 12 or _ELSEWHERE.search(hint):
        return
    text = _text(element)
    if not text or len(text) > 400 or _elsewhere(element):
        return
    if _HINT["byline"].search(hint) or element.tag == "address":
        people = credits_of(text)
        if people:
            yield Candidate("author", people, "dom")
    elif _HINT["section"].search(hint) and len(text) < 40:
        yield Candidate("articleSection", (text,), "dom")
    elif _HINT["dek"].search(hint) and len(text) > 20:
        yield Candidate("description", text, "dom")
    elif _HINT["headline"].search(hint) and len(text) > 10:
        yield Candidate("headline", text, "dom")


def _figures(body: HtmlElement, page: Page) -> Iterator[Candidate]:
    for figure in body.iter("figure"):
        picture = next(figure.iter("img"), None)
        if picture is None or _elsewhere(figure):
            continue
        words = next(figure.iter("figcaption"), None)
        said = split_credit(_text(words)) if words is not None else Image()
        address = page.absolute(picture.get("src") or picture.get("data-src"))
        image = Image(
            url=address, caption=said.caption, credit_text=said.credit_text, text=tidy(picture.get("alt") or "") or None
        )
        yield Candidate("image", (image,), "dom")


def _elsewhere(element: HtmlElement) -> bool:
    """Whether it stands in a footer, a sidebar, a list of other stories."""
    for each in element.iterancestors():
        if each.tag in ("aside", "footer", "nav"):
            return True
        if _ELSEWHERE.search(f"{each.get('class') or ''} {each.get('id') or ''}") and each.tag not in (
            "body",
            "html",
            "main",
            "article",
        ):
            return True
    return False


def _written(text: str) -> object:
    found = find_date(text)
    return found.moment if found else None


def _text(element: HtmlElement) -> str:
    return tidy(" ".join(str(each) for each in element.itertext()))
