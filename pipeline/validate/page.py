"""The page layer: what a page's JSON-LD says against what the page itself says.

Google's policy: do not mark up content that is not visible to readers of the page
(https://developers.google.com/search/docs/appearance/structured-data/sd-policies, checked 2026-11).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from pipeline.standards.iso8601_values import date_trouble
from pipeline.standards.json_pointer import Path
from pipeline.validate.compare import letters, page_address
from pipeline.validate.consistency.scope import Scope, key_of, name_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.page_scripts import selectors
from pipeline.validate.page_view import Page
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any
type PageRule = Callable[[Scope, Page], Remarks]
FEWEST_LETTERS = 2.5
"""Letters in a word, in texts of the least; English has 4.7. Scripts without blanks count otherwise and are left out."""
SHORTEST_PAGE = 200
"""Letters that a page must show, before what it does not show tells anything: pages filled by scripts show none."""
DAY_S = 86_400


def rules(scope: Scope, page: Page) -> Remarks:
    """All findings of this layer about one script of the page."""
    for rule in RULES:
        yield from rule(scope, page)


def _articles(scope: Scope) -> Iterator[Node]:
    """The article of the page: the first one at the top, for the others may be teasers."""
    tops = [
        each for each in scope.articles if each.parent is None or each.incoming in ("mainEntity", "mainEntityOfPage")
    ]
    yield from tops[:1]


def headline(scope: Scope, page: Page) -> Remarks:
    """A headline that neither the text nor the titles of the page have."""
    for node in _articles(scope):
        said = text_of(node, "headline")
        wanted = letters(said.rstrip("….")) if said else ""
        if not wanted or len(page.seen) < SHORTEST_PAGE:
            continue
        if wanted not in page.seen and not any(wanted in letters(each) for each in page.titles):
            message = f"The headline {shown(said)} stands nowhere on the page."
            yield Remark("headline-not-on-page", (*node.path, key_of(node, "headline")), message)
        elif longer := _whole(said, page):
            message = f"The headline {shown(said)} is cut short; the page has {shown(longer)}."
            yield Remark("headline-cut", (*node.path, key_of(node, "headline")), message)


def _whole(said: str, page: Page) -> str:
    """The title of the page that goes on where the headline was cut: in a word, in brackets, or before an ellipsis."""
    text = " ".join(said.split())
    bare = text.rstrip(".… ")
    in_brackets = text.count("(") > text.count(")")
    for each in page.titles:
        title = " ".join(each.split())
        if not title.startswith(bare) or len(title) < len(bare) + 4:
            continue
        in_word = bare[-1:].isalpha() and title[len(bare)].isalpha()
        if in_word or in_brackets or (text != bare and not title.startswith(text)):
            return title
    return ""


def authors(scope: Scope, page: Page) -> Remarks:
    """Authors whom the page does not name."""
    for node in _articles(scope):
        publishers = {letters(name_of(value, facts)) for value, _, facts in scope.linked(node, "publisher")}
        for value, path, facts in scope.linked(node, "author"):
            name = name_of(value, facts).strip()
            words = [letters(each) for each in name.split() if len(letters(each)) > 1]
            if not words or letters(name) in publishers or len(page.seen) < SHORTEST_PAGE:
                continue
            named = letters(name) in page.seen or (words[0] in page.seen and words[-1] in page.seen and len(words) > 1)
            if not named and letters(name) not in letters(page.meta("author")):
                yield Remark("author-not-on-page", path, f"The author {shown(name)} stands nowhere on the page.")


def dates(scope: Scope, page: Page) -> Remarks:
    """A date of publication that the page contradicts."""
    for node in _articles(scope):
        for name in ("datePublished", "dateModified"):
            said = text_of(node, name)
            if len(said) < 10 or date_trouble(said) is not None or len(page.seen) < SHORTEST_PAGE:
                continue
            if not _is_day(said[:10]) or _shows(page, date.fromisoformat(said[:10])) or not _shows_some_date(page):
                continue
            other = text_of(node, "dateModified" if name == "datePublished" else "datePublished")
            half = _is_day(other[:10]) and other[:10] != said[:10] and _shows(page, date.fromisoformat(other[:10]))
            message = f"{name} is {said}, and no date on the page is that day."
            yield Remark("date-not-shown" if half else "date-not-on-page", (*node.path, key_of(node, name)), message)


def _is_day(text: str) -> bool:
    return re.fullmatch(r"[12]\d{3}-\d\d-\d\d", text) is not None


def _shows(page: Page, day: date) -> bool:
    """Whether the page shows the day or one beside it (zones differ), for machines or for humans."""
    for offset in (0, -1, 1):
        near = date.fromordinal(day.toordinal() + offset)
        if any(near.isoformat() in each or f"{near:%Y%m%d}" in each for each in page.stamps):
            return True
        if any(form in page.seen for form in _forms(near)):
            return True
    return False


def _forms(day: date) -> Iterator[str]:
    """How humans write the day, as letters and digits alone."""
    for month in _MONTHS[day.month - 1]:
        for number in (str(day.day), f"{day.day:02}"):
            yield from (f"{number}{month}{day.year}", f"{month}{number}{day.year}", f"{number}de{month}de{day.year}")
            yield from (f"{month}{number}{suffix}{day.year}" for suffix in ("th", "st", "nd", "rd"))
            yield from (f"{number}{suffix}{month}{day.year}" for suffix in ("th", "st", "nd", "rd", "º", "er"))
            yield from (f"{month}{number}at", f"{number}{month}{day.year % 100:02}")
    numbers = (f"{day.day:02}{day.month:02}{day.year}", f"{day.month:02}{day.day:02}{day.year}", f"{day:%Y%m%d}")
    yield from numbers
    yield from (
        f"{day.day}{day.month}{day.year}",
        f"{day.month}{day.day}{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
    )
    yield from (f"{day.day:02}{day.month:02}{day.year % 100:02}", f"{day.month:02}{day.day:02}{day.year % 100:02}")
    yield f"{day.year}년{day.month}월{day.day}일"


_MONTHS = tuple(
    tuple(each.split("/"))
    for each in (
        "january/jan/januar/janvier/enero/ene/janeiro/gennaio/januari",
        "february/feb/februar/février/febrero/fevereiro/febbraio/februari",
        "march/mar/märz/mars/marzo/março/maart",
        "april/apr/avril/abril/abr/aprile",
        "may/mai/mayo/maio/maggio/mei/maj",
        "june/jun/juni/juin/junio/junho/giugno",
        "july/jul/juli/juillet/julio/julho/luglio",
        "august/aug/août/agosto/ago/augustus/augusti",
        "september/sept/sep/septembre/septiembre/setembro/settembre",
        "october/oct/oktober/okt/octobre/octubre/outubro/ottobre",
        "november/nov/novembre/noviembre/novembro",
        "december/dec/dezember/dez/décembre/diciembre/dic/dezembro/dicembre",
    )
)


def _shows_some_date(page: Page) -> bool:
    return bool(page.stamps) and any(re.match(r"[12]\d{3}-\d\d-\d\d", each) for each in page.stamps)


def images(scope: Scope, page: Page) -> Remarks:
    """An article's picture that the page does not use."""
    for node in _articles(scope):
        value = node.get("image")
        if value is None or not page.images or len(page.seen) < SHORTEST_PAGE:
            continue
        found = [
            (_image_url(scope, each, path), path)
            for each, path in values_of(value, (*node.path, key_of(node, "image")))
        ]
        named = [(url, path, _file_stem(url)) for url, path in found if url]
        if named and not any(stem and stem in unquote(page.images) for _, _, stem in named):
            url, path, _ = named[0]
            yield Remark("image-not-on-page", path, f"The page does not use the picture {shown(url)}.")


def _image_url(scope: Scope, value: Json, path: Path) -> str:
    if isinstance(value, str):
        return value
    facts = scope.facts(path) if isinstance(value, dict) else None
    return text_of(facts, "url") or text_of(facts, "contentUrl") or (facts.id or "" if facts is not None else "")


def _file_stem(url: str) -> str:
    try:
        name = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    except ValueError:
        return ""
    stem = name.rpartition(".")[0] or name
    return re.sub(r"[-_]\d{2,4}x\d{2,4}$", "", stem)


def addresses(scope: Scope, page: Page) -> Remarks:
    """An article's address that is not the page's canonical one."""
    if not page.canonical:
        return
    canonical = page.canonical[0]
    for node in _articles(scope):
        for name in ("url", "mainEntityOfPage"):
            value = node.get(name)
            if isinstance(value, dict):
                value = value.get("@id") or value.get("url")
            if not isinstance(value, str) or not value.startswith(("http:", "https:")):
                continue
            if _differ(urljoin(value, canonical), value):
                message = f"{name} is {shown(value)}, but the page's canonical address is {shown(canonical)}."
                yield Remark("canonical-differs", (*node.path, key_of(node, name)), message)


def _differ(one: str, other: str) -> bool:
    first, second = page_address(one), page_address(other)
    return first != second and first.partition("?")[0] != second.partition("?")[0]


def open_graph(scope: Scope, page: Page) -> Remarks:
    """Metadata for social networks that contradict the article."""
    for node in _articles(scope):
        title, said = page.meta("og:title"), text_of(node, "headline")
        if title and said and not _alike(title, said):
            message = f"og:title is {shown(title)}, but the headline is {shown(said)}."
            yield Remark("og-title-differs", (*node.path, key_of(node, "headline")), message)
        address, url = page.meta("og:url"), text_of(node, "url")
        if address and url.startswith("http") and not page.canonical and _differ(urljoin(url, address), url):
            message = f"og:url is {shown(address)}, but url is {shown(url)}."
            yield Remark("canonical-differs", (*node.path, key_of(node, "url")), message)
        for name, meta in (("datePublished", "article:published_time"), ("dateModified", "article:modified_time")):
            stated, own = page.meta(meta), text_of(node, name)
            if _days_apart(stated, own) > 1:
                message = f"{meta} is {shown(stated)}, but {name} is {shown(own)}."
                yield Remark("og-date-differs", (*node.path, key_of(node, name)), message)


def word_count(scope: Scope, page: Page) -> Remarks:
    """WordCount of an open article that is more than the whole page can hold; what carries its text is checked against that."""
    for node in _articles(scope):
        count = node.get("wordCount")
        if isinstance(count, bool) or not isinstance(count, int) or text_of(node, "articleBody"):
            continue
        if len(page.seen) < SHORTEST_PAGE or node.get("isAccessibleForFree") not in (None, True):
            continue
        if count * FEWEST_LETTERS > len(page.seen) and sum(map(str.isascii, page.seen)) > len(page.seen) / 2:
            message = f"wordCount is {count}, but the whole page has {len(page.seen):,} letters."
            yield Remark("word-count-differs", (*node.path, key_of(node, "wordCount")), message)


def _alike(one: str, other: str) -> bool:
    first, second = set(re.findall(r"\w{3,}", one.casefold())), set(re.findall(r"\w{3,}", other.casefold()))
    return not first or not second or len(first & second) / min(len(first), len(second)) >= 0.3


def _days_apart(one: str, other: str) -> int:
    days = [each[:10] for each in (one, other)]
    if not all(_is_day(each) and date_trouble(each) is None for each in days):
        return 0
    return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days)


def persons(scope: Scope, page: Page) -> Remarks:
    """Persons whom the article is said to be about, and words that it is said to quote, where the page has neither; articles
    that carry their text are checked against that."""
    if len(page.seen) < SHORTEST_PAGE:
        return
    for node in _articles(scope):
        if text_of(node, "articleBody"):
            continue
        for relation in ("about", "mentions"):
            for value, path, facts in scope.linked(node, relation):
                if not isinstance(value, dict) or facts is None or not scope.is_a(facts, "Person"):
                    continue
                words = [letters(each) for each in text_of(facts, "name").split() if len(letters(each)) > 1]
                if words and words[-1] not in page.seen and words[0] not in page.seen:
                    message = f"{shown(text_of(facts, 'name'))} stands in {relation}, but not on the page."
                    yield Remark("entity-not-in-text", path, message)
        yield from _quotations(scope, page)


def _quotations(scope: Scope, page: Page) -> Remarks:
    for node in scope.of_type("Quotation"):
        parts = [letters(each) for each in re.split(r"…|\.\.\.|\[[^\]]*\]", text_of(node, "text"))]
        if any(each and each not in page.seen for each in parts):
            message = f"The page does not have the words {shown(text_of(node, 'text'))}."
            yield Remark("quotation-not-in-text", (*node.path, key_of(node, "text")), message)


def language(scope: Scope, page: Page) -> Remarks:
    """A language that is not the page's."""
    own = page.language.partition("-")[0].lower()
    if not own:
        return
    for node in _articles(scope):
        said = text_of(node, "inLanguage")
        if said and said.partition("-")[0].partition("_")[0].lower() != own and len(said) < 12:
            message = f"inLanguage is {shown(said)}, but the page's language is {shown(page.language)}."
            yield Remark("page-language-differs", (*node.path, key_of(node, "inLanguage")), message)


RULES: tuple[PageRule, ...] = (
    word_count,
    headline,
    authors,
    dates,
    images,
    addresses,
    open_graph,
    persons,
    language,
    selectors,
)
