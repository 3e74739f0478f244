"""Slug and url of an article: from its address, else from its headline. A slug can never escape a folder."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from pipeline.model.article import Article, Origin, canonical_text
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize import findings as say

MAX_SLUG = 80
_SUFFIX = re.compile(r"\.(html?|php|aspx?|jsp|cms|ece|story|xml|json|txt)$", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[\W_]+")
_TELLING = re.compile(r"[^\W\d_]{3}")


def give_address(article: Article, source: Source, newsroom: Newsroom) -> Outcome[Article]:
    """Give the article its slug, and mint a url under the site where it has none."""
    slug = slug_of(article)
    if article.url:
        return Outcome(replace(article, slug=slug, source=source.name))
    url = f"{newsroom.site.url.rstrip('/')}/{slug}"
    origins = {**article.origins, "url": Origin(source="minted")}
    return Outcome(replace(article, slug=slug, url=url, source=source.name, origins=origins), (say.url_missing(url),))


def slug_of(article: Article) -> str:
    """The url's last telling path segment, else the headline, else a digest of the text; lower case, ASCII where it can be."""
    for each in (last_segment(article.url), article.headline or ""):
        slug = slugify(each)
        if slug:
            return slug
    return "article-" + hashlib.sha256(canonical_text(article).encode()).hexdigest()[:12]


def last_segment(url: str) -> str:
    """The last segment of the path that holds a word; empty if there is none."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    segments = [_SUFFIX.sub("", unquote(each)) for each in path.split("/") if each]
    return next((each for each in reversed(segments[-2:]) if _TELLING.search(each)), "")


def slugify(text: str) -> str:
    """Words joined by hyphens, at most ``MAX_SLUG`` characters, cut between words; no dots, no slashes, no device names."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(each for each in plain if not unicodedata.combining(each))
    slug = _NOT_LETTERS.sub("-", unicodedata.normalize("NFC", kept)).strip("-")
    if len(slug) > MAX_SLUG:
        slug = slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]
    return _not_reserved(slug.strip("-"))


def _not_reserved(slug: str) -> str:
    # Windows keeps these names for devices, whatever the suffix.
    reserved = re.fullmatch(r"con|prn|aux|nul|com\d|lpt\d", slug)
    return f"{slug}-article" if reserved else slug


def absolute(url: str) -> bool:
    """Whether this is an http or https address with a host."""
    try:
        parts = urlsplit(url.strip())
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
