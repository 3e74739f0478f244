"""What kind of page this is: an article, or a wall, an error, a section front, a live blog, a gallery, a paid article's stub."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from pipeline.model.article import Article
from pipeline.normalize.prose import same
from pipeline.normalize.prose import words as count_words
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.segments import Segment, heading_index, title_of
from pipeline.normalize.web.structured import ARTICLE_TYPES

Genre = Literal[
    "article", "bot check", "consent wall", "login wall", "error page", "section front", "several articles", "paywalled stub",
    "live blog", "gallery",
]  # fmt: skip
NO_ARTICLE: frozenset[Genre] = frozenset(
    ("bot check", "consent wall", "login wall", "error page", "section front", "several articles")
)
_STATED_FRONT = frozenset(("CollectionPage", "SearchResultsPage", "ProfilePage"))
SHORT = 150
"""A wall has fewer words than this; so has the stub of a paid article."""
_WALLS: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    (
        "bot check",
        re.compile(
            r"just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?human|"
            r"enable javascript and cookies|attention required|are you a (?:robot|human)|unusual traffic|ddos protection|"
            r"complete the (?:security check|captcha)|access (?:to this (?:page|site|resource) )?(?:is|has been|was)? ?denied|not a robot",
            re.IGNORECASE,
        ),
    ),
    (
        "consent wall",
        re.compile(
            r"before you continue|we (?:and our|value your privacy)|our \d+ partners|(?:manage|set) (?:your )?(?:privacy|consent|cookie)|"
            r"consent to (?:the use of )?cookies|accept all cookies|privacy choices",
            re.IGNORECASE,
        ),
    ),
    (
        "login wall",
        re.compile(
            r"(?:log|sign) ?in to (?:continue|read|view|your account)|(?:create|register for) (?:a|your) (?:free )?account to|"
            r"you must (?:be logged in|log in|sign in)",
            re.IGNORECASE,
        ),
    ),
)
_ERROR = re.compile(
    r"\b(?:404|410|500|502|503)\b(?!\s*(?:million|billion|people|dead|km|miles))|page (?:not found|no longer exists|cannot be found)|"
    r"^not found$|^forbidden$|server error|service unavailable|bad gateway|seite nicht gefunden|page introuvable|página no encontrada",
    re.IGNORECASE,
)
_PAYWALL = re.compile(
    r"(?:subscribe|subscription|sign up|register|log in|become a (?:member|subscriber)) (?:now |today )?to (?:continue|keep|read|unlock|access)|"
    r"(?:for|to) (?:our )?(?:subscribers|members) only|exclusive to (?:our )?(?:subscribers|members)|already a (?:subscriber|member)\?|"
    r"to (?:continue|keep) reading|reached your (?:monthly )?limit|unlock (?:this|the full) (?:article|story)",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\blive[- ]?(?:blog|updates?|coverage|ticker)\b|\bas it happened\b|\bminute[- ]by[- ]minute\b", re.IGNORECASE
)
_GALLERY = re.compile(
    r"^(?:in pictures|photos?|gallery|in photos|pictures of)\b\s*[:|–—-]|\bphoto gallery\b", re.IGNORECASE
)
_CLOCK = re.compile(r"^\W*\d{1,2}[:.h]\d\d\b|\b(?:minutes?|mins?|hours?|hrs?) ago\b", re.IGNORECASE)


def genre_of(page: Page, segments: Sequence[Segment], article: Article, types: frozenset[str]) -> Genre:
    """The kind of page; ``types`` are the schema.org types that it states for itself."""
    said = sum(count_words(each.text) for each in article.paragraphs)
    title = f"{title_of(page.tree)} {article.headline or ''}"
    wall = _wall(title, segments) if said < SHORT else None
    if wall is not None:
        return wall
    tests: tuple[tuple[Genre, Callable[[], bool]], ...] = (
        ("live blog", lambda: "LiveBlogPosting" in types or _is_live(title, page.url, segments)),
        ("section front", lambda: said < 2 * SHORT and _is_front(page, segments, article, types)),
        ("several articles", lambda: _several(page, segments)),
        (
            "paywalled stub",
            lambda: said < SHORT and (article.is_accessible_for_free is False or _asks_to_pay(segments)),
        ),
        ("gallery", lambda: bool(types & {"ImageGallery", "MediaGallery"} or _GALLERY.search(article.headline or ""))),
    )
    return next((genre for genre, test in tests if test()), "article")


def _wall(title: str, segments: Sequence[Segment]) -> Genre | None:
    if _ERROR.search(title) and not any(count_words(each.text) > 40 for each in segments):
        return "error page"
    shown = [each.text for each in segments if not each.hidden]
    if sum(count_words(each) for each in shown) > 3 * SHORT:
        return None
    whole = " ".join((title, *shown))
    return next((genre for genre, words in _WALLS if words.search(whole)), None)


def _is_live(title: str, url: str, segments: Sequence[Segment]) -> bool:
    if not (_LIVE.search(title) or re.search(r"/live(?:blog)?[/-]|live-?blog|live-updates", url)):
        return False
    clocks = sum(bool(each.stated) or (len(each.text) < 40 and bool(_CLOCK.search(each.text))) for each in segments)
    return clocks >= 4


def _is_front(page: Page, segments: Sequence[Segment], article: Article, types: frozenset[str]) -> bool:
    """Many headings that are links, and little to read."""
    if article.date_published is not None and types & {"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle"}:
        return False
    links = [
        each
        for each in segments
        if each.tag in ("h2", "h3", "h4") and each.linked > 0.8 and count_words(each.text) >= 3
    ]
    long = sum(count_words(each.text) >= 30 and each.linked < 0.3 for each in segments)
    home = re.fullmatch(r"https?://[^/]+/?(?:[a-z-]{2,20}/?)?", page.url) is not None
    if types & _STATED_FRONT and not types & ARTICLE_TYPES and len(links) >= 5 and long <= 1:
        return True
    return len(links) >= 8 and (long <= 1 or (home and long <= len(links) / 2))


def _several(page: Page, segments: Sequence[Segment]) -> bool:
    """Two or more articles in full, each with a heading of its own, under no heading that is the page's title."""
    if sum(1 for _ in page.tree.iter("article")) < 2:
        return False
    shown = heading_index(segments, title_of(page.tree))
    if shown is not None and segments[shown].tag == "h1" and count_words(segments[shown].text) >= 3:
        return False
    found = []
    for each in page.tree.iter("article"):
        if any(True for _ in each.iterancestors("article")):
            continue
        heading = next((head for level in ("h1", "h2", "h3") for head in each.iter(level)), None)
        paragraphs = sum(count_words(" ".join(str(text) for text in part.itertext())) for part in each.iter("p"))
        if heading is not None and paragraphs >= SHORT:
            found.append(same(heading.text_content()))
    title = same(title_of(page.tree))
    return len(set(found)) >= 2 and not any(each and each in title for each in found)


def _asks_to_pay(segments: Sequence[Segment]) -> bool:
    return any("paywall" in each.hints or (len(each.text) < 300 and _PAYWALL.search(each.text)) for each in segments)
