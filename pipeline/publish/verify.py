"""Page bytes and Graph -> findings: whether the JSON-LD that a reader extracts from the page is the graph meant.

Extracted with extruct, compared as canonical RDF (RDFC-1.0); contexts are an argument and nothing is fetched.
"""

from __future__ import annotations

from pipeline.model.finding import Finding
from pipeline.model.graph import Graph, Json, document
from pipeline.model.newsroom import Newsroom
from pipeline.publish.embedded import embedded
from pipeline.standards.canonical import PLAIN_CONTEXT, Context, canonical_lines

_SHOWN = 3


def verify_page(
    page: bytes, graph: Graph, context: Context = PLAIN_CONTEXT, *, newsroom: Newsroom | None = None, slug: str = ""
) -> tuple[Finding, ...]:
    """Nothing if the page embeds exactly one JSON-LD document that says what was meant; otherwise the difference.

    Meant is the whole graph, or with ``newsroom`` and ``slug`` the form that the configuration chose.
    """
    meant = document(graph) if newsroom is None else embedded(graph, newsroom, slug)
    return verify_embedded(page, meant, context)


def verify_embedded(page: bytes, meant: Json, context: Context = PLAIN_CONTEXT) -> tuple[Finding, ...]:
    """As ``verify_page``, for any JSON-LD document that the page is meant to embed."""
    found = extracted(page)
    if found is None:
        return (_finding("page-json-ld-unreadable", "The page's JSON-LD cannot be extracted."),)
    if len(found) != 1:
        return (_finding("page-json-ld-count", f"The page embeds {len(found)} JSON-LD documents instead of one."),)
    if found[0] == meant:  # the same document says the same; what it says need not be worked out
        return ()
    expected, actual = set(canonical_lines(meant, context)), set(canonical_lines(found[0], context))
    lost, added = sorted(expected - actual), sorted(actual - expected)
    differences = [f"lost: {each}" for each in lost[:_SHOWN]] + [f"added: {each}" for each in added[:_SHOWN]]
    if not differences:
        return ()
    return (
        _finding(
            "page-json-ld-differs",
            f"The page says something else than the graph ({len(lost)} statements lost, {len(added)} added): "
            + "; ".join(differences),
        ),
    )


def extracted(page: bytes) -> list[Json] | None:
    """The JSON-LD documents in a page, or None if a script element holds no JSON."""
    from extruct.jsonld import JsonLdExtractor  # noqa: PLC0415 - a heavy library

    try:
        documents = JsonLdExtractor().extract(page.decode(errors="replace"))
    except ValueError:
        return None
    return list(documents)


def _finding(code: str, message: str) -> Finding:
    return Finding(
        code=code, severity="error", message=message, hint="Publish the page again; if it stays so, report a bug."
    )
