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
STORY = 40
"""The shortest news item that is told from a wall by where its words stand."""
_WALLS: tuple[tuple[Genre, re.Pattern[str]], ...] = (
    (
        "bot check",
        re.compile(
            r"just a moment|checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you(?:'re| are) (?:a )?human|"
            r"enable javascript and cookies|attention required|are you a (?:robot|human)|unusual traffic|ddos protection|"
            r"complete the (?:security check|captcha)|press (?:and|&) hold|pardon our interruption|request (?:has been|was) blocked|"
            r"^access denied|access to this (?:page|site|website|resource) (?:is|has been|was) denied|permission to access|not a robot|"
            r"sicherheitsüberprüfung|vérification de sécurité|verificación de seguridad",
            re.IGNORECASE,
        ),
    ),
    (
        "consent wall",
        re.compile(
            r"before you continue|we (?:and our|value your privacy)|our \d+ partners|(?:manage|set) (?:your )?(?:privacy|consent|cookie)|"
            r"consent to (?:the use of )?cookies|accept all cookies|privacy choices|wir und unsere (?:\d+ )?partner|"
            r"bevor sie (?:fortfahren|weiterlesen)|alle (?:cookies )?akzeptieren|nous et nos (?:\d+ )?partenaires|tout accepter|"
            r"nosotros y nuestros (?:\d+ )?socios|noi e i nostri (?:\d+ )?partner",
            re.IGNORECASE,
        ),
    ),
    (
        "login wall",
        re.compile(
            r"(?:log|sign) ?in to (?:continue|read|view|your account)|(?:create|register for) (?:a|your) (?:free )?account to|"
            r"you must (?:be logged in|log in|sign in)|(?:bitte )?melden sie sich an,? um|connectez-vous pour|inicie sesión para|accedi per",
            re.IGNORECASE,
        ),
    ),
)
_ERROR = re.compile(
    r"(?:^|[|:–—-]\s*)(?:(?:http|error|status|fehler|erreur)\W*)*(?:40[034]|410|50[0234])\b(?=\W*(?:$|[|:–—-]|not\b|page\b|error\b|internal\b|bad\b|gone\b|forbidden\b|"
    r"access\b|gateway\b|service\b|file\b|seite\b|http\b|url\b))|\b(?:http|error|status|fehler|erreur)\W{0,3}(?:40[034]|410|50[0234])\b|"
    r"\bpage (?:was |could |can)?(?:not|n['’]t) (?:be )?found\b|\bpage (?:no longer exists|not available|does not exist)\b|^(?:not found|forbidden)$|"
    r"\binternal server error\b|\bservice unavailable\b|\bbad gateway\b|seite nicht gefunden|page introuvable|página no encontrada|"
    r"pagina non trovata|pagina niet gevonden",
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
_PAGES_OWN = frozenset(("nav", "header", "footer"))
_CLOCK = re.compile(r"^\W*\d{1,2}[:.h]\d\d\b|\b(?:minutes?|mins?|hours?|hrs?) ago\b", re.IGNORECASE)


def genre_of(page: Page, segments: Sequence[Segment], article: Article, types: frozenset[str]) -> Genre:
    """The kind of page; ``types`` are the schema.org types that it states for itself."""
    said = sum(count_words(each.text) for each in article.paragraphs)
    title = f"{title_of(page.tree)} {article.headline or ''}"
    wall = _wall(page, segments, article, said) if said < SHORT else None
    if wall is not None:
        return wall
    tests: tuple[tuple[Genre, Callable[[], bool]], ...] = (
        ("live blog", lambda: "LiveBlogPosting" in types or _is_live(title, page.url, segments)),
        ("section front", lambda: said < 2 * SHORT and _is_front(page, segments, article, types)),
        ("several articles", lambda: _several(page, segments)),
        (
            "paywalled stub",
            lambda: said < SHORT and (article.is_accessible_for_free is False or _asks_to_pay(page, segments)),
        ),
        ("gallery", lambda: bool(types & {"ImageGallery", "MediaGallery"} or _GALLERY.search(article.headline or ""))),
    )
    return next((genre for genre, test in tests if test()), "article")


def _wall(page: Page, segments: Sequence[Segment], article: Article, said: int) -> Genre | None:
    """A wall speaks in the title, in the heading or where the story should stand; a banner beside a short story is none."""
    titles = (title_of(page.tree), article.headline or "")
    if any(_ERROR.search(each) for each in titles) and not any(count_words(each.text) > 40 for each in segments):
        return "error page"
    shown = [each for each in segments if not each.hidden]
    if sum(count_words(each.text) for each in shown) > 3 * SHORT:
        return None
    headings = [each.text for each in shown if each.tag in ("h1", "h2")]
    spoken = [each.text for each in (shown if said < STORY else article.paragraphs)]
    whole = " ".join((*titles, *headings, *spoken))
    return next((genre for genre, words in _WALLS if words.search(whole)), None)


def _is_live(title: str, url: str, segments: Sequence[Segment]) -> bool:
    if not (_LIVE.search(title) or re.search(r"/live(?:blog)?[/-]|live-?blog|live-updates", url)):
        return False
    clocks = sum(bool(each.stated) or (len(each.text) < 40 and bool(_CLOCK.search(each.text))) for each in segments)
    return clocks >= 4


def _is_front(page: Page, segments: Sequence[Segment], article: Article, types: frozenset[str]) -> bool:
    """Many headings that are links, and little to read."""
    if article.date_published is not None and (types & ARTICLE_TYPES or _says_article(page)):
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
    if _is_headed(page, segments) and sum(count_words(each.text) for each in article.paragraphs) >= STORY and not home:
        return False
    return len(links) >= 8 and (long <= 1 or (home and long <= len(links) / 2))


def _says_article(page: Page) -> bool:
    return bool(page.tree.xpath("boolean(//meta[@property='og:type'][@content='article'])"))


def _is_headed(page: Page, segments: Sequence[Segment]) -> bool:
    """Whether the page shows its title as a heading of some length; a front's heading is the section's name."""
    shown = heading_index(segments, title_of(page.tree))
    return shown is not None and segments[shown].linked < 0.5 and count_words(segments[shown].text) >= 4


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


def _asks_to_pay(page: Page, segments: Sequence[Segment]) -> bool:
    """Whether the story breaks off at an offer: not in the head of the page, where every story of a paper may have one."""
    shown = heading_index(segments, title_of(page.tree)) or 0
    behind = (each for each in segments[shown + 1 :] if not each.hidden and each.within.isdisjoint(_PAGES_OWN))
    return any("paywall" in each.hints or (len(each.text) < 300 and _PAYWALL.search(each.text)) for each in behind)
