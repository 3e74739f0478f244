"""The editor's page: the text with its evidence marked, every statement of the graph beside it, findings and what was withheld.

Self-contained HTML; works without scripts, a few lines of script join text and cards under the pointer.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pipeline.model.annotations import Annotations, Withheld
from pipeline.model.article import Article, Dropped, canonical_text
from pipeline.model.finding import Finding
from pipeline.model.graph import Graph
from pipeline.preview.cards import cards, kind
from pipeline.preview.looks import SCRIPT, STYLE
from pipeline.preview.marking import Mark, marked_text


def page(article: Article, annotations: Annotations, graph: Graph, findings: tuple[Finding, ...]) -> bytes:
    """One HTML document, UTF-8; same input, same bytes."""
    text = canonical_text(article)
    title = escape(article.headline or article.slug)
    return "\n".join(
        (
            f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Evidence: {title}</title>',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<style>{STYLE}</style>",
            f'<main><article lang="{escape(article.in_language or "und")}">{_source(article)}',
            *marked_text(article, _marks(graph)),
            *_dropped(article.dropped),
            "</article><aside>",
            *_findings(findings),
            *cards(graph, text),
            *_withheld(annotations.withheld),
            f"</aside></main><script>{SCRIPT}</script>\n</html>\n",
        )
    ).encode()


def index(entries: tuple[tuple[str, str, int, int], ...]) -> bytes:
    """The list of all pages: file name, headline, number of nodes, number of findings."""
    rows = "".join(
        f'<tr><td><a href="{escape(name)}">{escape(headline)}</a></td><td>{nodes}</td><td>{findings}</td></tr>'
        for name, headline, nodes, findings in entries
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Evidence</title>\n<style>{STYLE}</style>\n'
        f"<h1>Why the machine says what it says</h1><table><tr><th>Article</th><th>Nodes</th><th>Findings</th></tr>{rows}</table>\n"
        "</html>\n"
    ).encode()


def _marks(graph: Graph) -> tuple[Mark, ...]:
    numbers = {each["@id"]: (number, kind(each)) for number, each in enumerate(graph.nodes)}
    marks = {
        Mark(span, *numbers[each.subject])
        for each in graph.statements
        for span in each.evidence.spans
        if numbers.get(each.subject, (0, ""))[0] > 0
    }
    return tuple(sorted(marks, key=lambda each: (each.span, each.node)))


def _source(article: Article) -> str:
    return f'<p class="source"><a href="{escape(article.url)}" rel="noreferrer">{escape(article.url)}</a></p>'


def _dropped(lines: tuple[Dropped, ...]) -> Iterator[str]:
    if lines:
        rows = "".join(f"<li><s>{escape(each.text)}</s> <small>{escape(each.reason)}</small></li>" for each in lines)
        yield f"<details><summary>{_count(lines, 'line')} of the source left out</summary><ul>{rows}</ul></details>"


def _findings(findings: tuple[Finding, ...]) -> Iterator[str]:
    if findings:
        rows = "".join(
            f'<li class="{each.severity}"><b>{each.severity}</b> {escape(each.message)} <small>{escape(each.code)}</small>'
            f"{f'<br>{escape(each.hint)}' if each.hint else ''}</li>"
            for each in sorted(
                findings, key=lambda each: (("error", "warning", "info").index(each.severity), each.code)
            )
        )
        yield f'<details class="findings" open><summary>{_count(findings, "finding")}</summary><ul>{rows}</ul></details>'


def _withheld(statements: tuple[Withheld, ...]) -> Iterator[str]:
    if statements:
        rows = "".join(
            f'<li><b>{escape(each.kind)}</b> <a href="#t{each.span.start}">{escape(each.text)}</a>'
            f" {each.probability:.2f} <small>{escape(each.reason)}</small></li>"
            for each in statements
        )
        yield f"<details><summary>{_count(statements, 'statement')} withheld for an editor</summary><ul>{rows}</ul></details>"


def _count(things: tuple[object, ...], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"
