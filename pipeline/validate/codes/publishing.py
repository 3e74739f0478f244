"""Codes of publishing and of what receives it. Add a row for each new code."""

from __future__ import annotations

from pipeline.validate.codes.wire import Row

PUBLISH: tuple[Row, ...] = (
    (
        "page-has-other-json-ld",
        "warning",
        "The page keeps other JSON-LD",
        "Readers find several graphs and may join or confuse them.",
        "Let --replace-all take their place, or remove them from the template.",
    ),
    (
        "page-encoding-unsupported",
        "error",
        "The page's encoding cannot be changed in place",
        "In UTF-16 and ISO-2022, bytes that look like tags are none.",
        "Save the page as UTF-8.",
    ),
    (
        "page-not-one-article",
        "error",
        "The page is not that of one article",
        "What is embedded speaks of the page's article; a list of articles, or a page without text, has none.",
        "Name the graph with --graph, or give the page of one article.",
    ),
    (
        "page-swallows-script",
        "error",
        "The page has no place for a script",
        "A comment, a tag or a text element that never ends swallows everything behind it, the script too.",
        "Close it; an HTML checker shows where.",
    ),
    (
        "page-json-ld-unreadable",
        "error",
        "The published JSON-LD cannot be read back",
        "What was embedded does not come out of the page again.",
        "Publish the page again; if it stays so, report a bug.",
    ),
    (
        "page-json-ld-count",
        "error",
        "The page embeds more or fewer documents than one",
        "Readers must find exactly the article's graph.",
        "Publish the page again; if it stays so, report a bug.",
    ),
    (
        "page-json-ld-differs",
        "error",
        "The page says something else than the graph",
        "The graph extracted from the page is not the same as RDF.",
        "Publish the page again; if it stays so, report a bug.",
    ),
    (
        "url-not-publishable",
        "error",
        "The article has no web address",
        "Pages, feeds and sitemaps need an absolute http or https address.",
        "Give the article one, in its source or its sidecar.",
    ),
    (
        "url-outside-site",
        "info",
        "The article stands outside the site",
        "A sitemap may list addresses of its own site only.",
        "Correct the url, or leave it if the article is another publisher's.",
    ),
    (
        "slug-not-publishable",
        "error",
        "The slug is no name of a folder",
        "A slug that could leave the output folder, or that file systems refuse, is not written.",
        "Give the article another url in its sidecar.",
    ),
    (
        "text-has-illegal-characters",
        "warning",
        "Characters that no page or feed may hold",
        "XML and HTML forbid them; they are shown as U+FFFD.",
        "Remove them from the source.",
    ),
    (
        "correction-without-text",
        "error",
        "A correction that says nothing",
        "Readers must learn what was wrong.",
        "Write what was wrong and what is right, or remove the correction.",
    ),
    (
        "correction-without-date",
        "warning",
        "A corrected article without dateModified",
        "Readers' software sees by dateModified that there is a new version.",
        "State dateModified.",
    ),
    (
        "date-missing-for-news-sitemap",
        "info",
        "No day for the news sitemap",
        "A news sitemap lists articles of the last two days, so it must know the day.",
        "State datePublished in the source or its sidecar.",
    ),
    (
        "json-ld-shape",
        "error",
        "The delivered document has not the agreed shape",
        "Receivers take schema.org's context and a graph with the article first.",
        "Send what newsgraph map prints.",
    ),
)
