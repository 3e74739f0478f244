"""What the three feed formats share: which entries stand in a feed, and the words of a removal."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.article import Article
from pipeline.model.edition import Edition, Entry, newest
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Image
from pipeline.publish.addresses import site_name, web_address
from pipeline.publish.wording import words


def live_items(edition: Edition) -> Iterator[tuple[Entry, Article]]:
    """The newest live entries with their articles."""
    for each in newest(edition):
        if each.state == "live" and each.article is not None:
            yield each, each.article


def items(edition: Edition) -> Iterator[tuple[Entry, Article | None]]:
    """The newest entries: the live ones with their articles, the retracted ones without."""
    for each in newest(edition):
        if each.state == "retracted":
            yield each, None
        elif each.article is not None:
            yield each, each.article


def feed_title(newsroom: Newsroom) -> str:
    """The feed's title."""
    return site_name(newsroom)


def feed_description(newsroom: Newsroom) -> str:
    """Whose feed it is, in no language."""
    return f"{site_name(newsroom)}: {newsroom.site.url}"


def removal_title(entry: Entry) -> str:
    """The headline of a retracted entry."""
    retracted = words(entry.language).retracted
    return f"{retracted}: {entry.headline}" if entry.headline else retracted


def removal_text(entry: Entry) -> str:
    """The notice that stands where the article stood."""
    return " ".join(each for each in (words(entry.language).notice, entry.reason) if each)


def synopsis(article: Article) -> str | None:
    """What RSS calls the item's synopsis, which must come before the full text: the dek, or the first paragraph."""
    first = next((each.text for each in article.paragraphs if each.kind == "paragraph"), None)
    return article.description or first or article.headline


def lead_image(article: Article) -> tuple[Image, str] | None:
    """The first picture that has a web address."""
    return next(((each, url) for each in article.image if (url := web_address(each.url))), None)
