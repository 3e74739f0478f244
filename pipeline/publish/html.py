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
from pipeline.publish.embedded import embedded
from pipeline.publish.json_ld import script_element
from pipeline.publish.markup import element, escaped, text_element
from pipeline.publish.named_section import named_section
from pipeline.publish.page_meta import page_meta
from pipeline.publish.page_style import STYLE
from pipeline.publish.wording import label, names_itself, note_name, primary, readable, words

MEDIA_TYPE = "text/html"
_STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; img-src http: https:; style-src 'sha256-{_STYLE_HASH}'; base-uri 'none'; form-action 'none'"
)
LONG_HEADLINE = 70
"""Characters beyond which a headline is set smaller."""
RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


def page(article: Article, graph: Graph, newsroom: Newsroom) -> bytes:
    """The article's page with its graph embedded, in the form that the configuration chose."""
    head = (*page_meta(article, newsroom), script_element(embedded(graph, newsroom, article.slug)))
    language = article.in_language or newsroom.site.language
    main = article_element(article, language) + named_section(graph, language)
    body = (element("main", main, id="article"), _footer(article, newsroom, language))
    return document(language, newsroom, head=head, body=body)


def fragment(article: Article, graph: Graph, newsroom: Newsroom) -> bytes:
    """The JSON-LD and the article's markup, to paste into a template that brings its own head and style."""
    language = article.in_language or newsroom.site.language
    script = script_element(embedded(graph, newsroom, article.slug))
    parts = (script, article_element(article, language), named_section(graph, language))
    return "".join(f"{each}\n" for each in parts if each).encode()


def document(language: str, newsroom: Newsroom, *, head: Iterable[str], body: Iterable[str]) -> bytes:
    """A whole page around the given parts of ``head`` and ``body``."""
    direction = "rtl" if primary(language) in RIGHT_TO_LEFT else None
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
        element("a", label(words(language).skip, language), class_="skip", href="#article"),
        element("header", text_element("a", site_name(newsroom), href=newsroom.site.url), class_="site"),
        *body,
        "</body>",
        "</html>",
    )
    return ("\n".join(lines) + "\n").encode()


def article_element(article: Article, language: str) -> str:
    """Headline, dek, byline, dates, notes, pictures and body, with the words of a language (BCP 47)."""
    figures = "".join(_figures(article, language))
    parts = ("".join(_head(article, language)), _notes(article, language), figures, _body(article))
    return element("article", "\n".join(each for each in parts if each))


def _head(article: Article, language: str) -> Iterator[str]:
    yield '<header class="head">'
    if article.article_section:
        yield text_element("p", " · ".join(article.article_section), class_="section")
    headline = article.headline or article.url
    yield text_element("h1", headline, class_="long" if len(headline) > LONG_HEADLINE else None)
    if article.description:
        yield text_element("p", article.description, class_="dek")
    if article.author:
        by = element("span", label(words(language).by, language))
        yield element("p", f"{by} {_names(article.author, language)}", class_="byline")
    if dates := " · ".join(_dates(article, language)):
        yield element("p", dates, class_="byline dates")
    yield "</header>"


def _names(authors: tuple[Credit, ...], language: str) -> str:
    names = [_name(each) for each in authors]
    return f" {label(words(language).and_, language)} ".join(
        each for each in (", ".join(names[:-1]), names[-1]) if each
    )


def _name(credit: Credit) -> str:
    url = web_address(credit.url)
    return text_element("a", credit.name, href=url, rel="author") if url else escaped(credit.name)


def _dates(article: Article, language: str) -> Iterator[str]:
    if article.date_published:
        yield _time(article.date_published, language)
    if article.date_modified and article.date_modified != article.date_published:
        yield f"{label(words(language).updated, language)} {_time(article.date_modified, language)}"


def _time(moment: Moment, language: str) -> str:
    return text_element("time", readable(moment, language), datetime=moment)


def _note_name(kind: str, text: str, language: str) -> tuple[str, ...]:
    if names_itself(kind, text, language):
        return ()
    return (element("b", label(note_name(kind, language), language) + ":"),)


def _notes(article: Article, language: str) -> str:
    notes = "".join(
        element(
            "p",
            " ".join(
                (
                    *_note_name(each.kind, each.text, language),
                    escaped(each.text),
                    f"({_time(each.date_published, language)})" if each.date_published else "",
                )
            ).rstrip(),
        )
        for each in article.correction
    )
    return element("aside", notes, class_="note", role="note") if notes else ""


def _figures(article: Article, language: str) -> Iterator[str]:
    for index, image in enumerate(article.image):
        url = web_address(image.url)
        caption = _caption(image, language, above=article.headline)
        picture = _picture(image, url, loading="lazy" if index else None) if url else ""
        if picture or caption:
            yield element("figure", picture + caption, class_=None if picture else "credit-only")


def _picture(image: Image, url: str, *, loading: str | None) -> str:
    alternative = image.text or image.caption or ""
    return element(
        "img", src=url, alt=alternative, width=image.width, height=image.height, loading=loading, decoding="async"
    )


def _caption(image: Image, language: str, *, above: str | None) -> str:
    """Caption and credit; a caption that only repeats the headline above is not shown twice."""
    credit = image.credit_text or image.creator or image.copyright_notice
    said = f"{label(words(language).picture, language)}: {escaped(credit)}" if credit else ""
    parts = (
        escaped(image.caption) if image.caption and image.caption != above else "",
        element("span", said, class_="credit") if said else "",
    )
    line = " ".join(each for each in parts if each)
    return element("figcaption", line) if line else ""


def _body(article: Article) -> str:
    return element("div", f"\n{body_html(article)}\n", class_="article-body")


def _footer(article: Article, newsroom: Newsroom, language: str) -> str:
    publisher, known = newsroom.publisher, words(language)
    policies = (
        (known.principles, publisher.publishing_principles),
        (known.corrections, publisher.corrections_policy),
        (known.ethics, publisher.ethics_policy),
        (known.licence, web_address(article.license)),
        (known.graph, address(newsroom, article_path(article.slug, "graph.jsonld"))),
    )
    notice = article.copyright_notice or article.credit_text or publisher.name
    links = [element("a", label(name, language), href=url) for name, url in policies if web_address(url)]
    return element("footer", element("div", "".join((text_element("span", notice), *links))), class_="foot")
