"""Article and Graph -> a self-contained page: no script runs, nothing is fetched but the article's picture.

Specification: HTML Living Standard. The JSON-LD stands in one ``script`` element that its content cannot close.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator

from pipeline.model.article import Article
from pipeline.model.graph import Graph
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit, Image
from pipeline.publish.addresses import address, article_path, site_name, web_address
from pipeline.publish.body import body_html
from pipeline.publish.dates import readable
from pipeline.publish.embedded import embedded
from pipeline.publish.json_ld import script_element
from pipeline.publish.markup import element, escaped, text_element
from pipeline.publish.named_section import named_section
from pipeline.publish.page_meta import page_meta
from pipeline.publish.page_style import STYLE

MEDIA_TYPE = "text/html"
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; img-src http: https:; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"
)
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def page(article: Article, graph: Graph, newsroom: Newsroom) -> bytes:
    """The article's page with its graph embedded, in the form that the configuration chose."""
    head = (*page_meta(article, newsroom), script_element(embedded(graph, newsroom, article.slug)))
    body = (
        element("main", article_element(article) + named_section(graph), id="article"),
        _footer(article, newsroom),
    )
    return document(article.in_language or newsroom.site.language, newsroom, head=head, body=body)


def fragment(article: Article, graph: Graph, newsroom: Newsroom) -> bytes:
    """The JSON-LD and the article's markup, to paste into a template that brings its own head and style."""
    parts = (script_element(embedded(graph, newsroom, article.slug)), article_element(article), named_section(graph))
    return "".join(f"{each}\n" for each in parts if each).encode()


def document(language: str, newsroom: Newsroom, *, head: Iterable[str], body: Iterable[str]) -> bytes:
    """A whole page around the given parts of ``head`` and ``body``."""
    direction = "rtl" if language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT else None
    lines = (
        "<!doctype html>",
        element("html", class_=None, lang=language, dir_=direction).removesuffix("</html>"),
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        *head,
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#article">Skip to the article</a>',
        element("header", text_element("a", site_name(newsroom), href=newsroom.site.url), class_="site"),
        *body,
        "</body>",
        "</html>",
    )
    return ("\n".join(lines) + "\n").encode()


def article_element(article: Article) -> str:
    """Headline, dek, byline, dates, notes, pictures and body."""
    parts = ("".join(_head(article)), _notes(article), "".join(_figures(article.image)), _body(article))
    return element("article", "\n".join(each for each in parts if each))


def _head(article: Article) -> Iterator[str]:
    yield '<header class="head">'
    if article.article_section:
        yield text_element("p", " · ".join(article.article_section), class_="section")
    yield text_element("h1", article.headline or article.url)
    if article.description:
        yield text_element("p", article.description, class_="dek")
    if article.author:
        yield element("p", f"<span>By</span> {_names(article.author)}", class_="byline")
    if dates := " · ".join(_dates(article)):
        yield element("p", dates, class_="dates")
    yield "</header>"


def _names(authors: tuple[Credit, ...]) -> str:
    names = [_name(each) for each in authors]
    return " and ".join(each for each in (", ".join(names[:-1]), names[-1]) if each)


def _name(credit: Credit) -> str:
    url = web_address(credit.url)
    return text_element("a", credit.name, href=url, rel="author") if url else escaped(credit.name)


def _dates(article: Article) -> Iterator[str]:
    if article.date_published:
        yield _time(article.date_published)
    if article.date_modified and article.date_modified != article.date_published:
        yield f"Updated {_time(article.date_modified)}"


def _time(moment: Moment) -> str:
    return text_element("time", readable(moment), datetime=moment)


def _notes(article: Article) -> str:
    notes = "".join(
        element(
            "p",
            " ".join(
                (
                    element("b", escaped(each.kind.capitalize()) + ":"),
                    escaped(each.text),
                    f"({_time(each.date_published)})" if each.date_published else "",
                )
            ).rstrip(),
        )
        for each in article.correction
    )
    return element("aside", notes, class_="note", role="note") if notes else ""


def _figures(images: tuple[Image, ...]) -> Iterator[str]:
    for index, image in enumerate(images):
        url = web_address(image.url)
        caption = _caption(image)
        picture = _picture(image, url, loading="lazy" if index else None) if url else ""
        if picture or caption:
            yield element("figure", picture + caption, class_=None if picture else "credit-only")


def _picture(image: Image, url: str, *, loading: str | None) -> str:
    alternative = image.text or image.caption or ""
    return element(
        "img", src=url, alt=alternative, width=image.width, height=image.height, loading=loading, decoding="async"
    )


def _caption(image: Image) -> str:
    credit = image.credit_text or image.creator or image.copyright_notice
    parts = (
        escaped(image.caption) if image.caption else "",
        text_element("span", f"Picture: {credit}", class_="credit") if credit else "",
    )
    words = " ".join(each for each in parts if each)
    return element("figcaption", words) if words else ""


def _body(article: Article) -> str:
    return element("div", f"\n{body_html(article)}\n", class_="article-body")


def _footer(article: Article, newsroom: Newsroom) -> str:
    publisher = newsroom.publisher
    policies = (
        ("Publishing principles", publisher.publishing_principles),
        ("Corrections", publisher.corrections_policy),
        ("Ethics", publisher.ethics_policy),
        ("Licence", web_address(article.license)),
        ("Structured data of this article", address(newsroom, article_path(article.slug, "graph.jsonld"))),
    )
    notice = article.copyright_notice or article.credit_text or publisher.name
    links = [text_element("a", label, href=url) for label, url in policies if web_address(url)]
    return element("footer", element("div", "".join((text_element("span", notice), *links))), class_="foot")
