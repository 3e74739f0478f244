"""Codes of the readers of wire formats and feeds. Add a row for each new code."""

from __future__ import annotations

from pipeline.model.finding import Severity

type Row = tuple[str, Severity, str, str, str]
"""Code, severity, title, why, what to do."""

WIRE: tuple[Row, ...] = (
    (
        "xml-malformed",
        "warning",
        "The XML is not well-formed",
        "Strict readers refuse the whole document; here it was read as far as it makes sense.",
        "Correct the place shown where the document is made.",
    ),
    (
        "xml-unreadable",
        "error",
        "The source cannot be read as XML",
        "It is cut or broken so far that no item can be made out.",
        "Fetch it again; it may have been cut.",
    ),
    (
        "xml-entities-refused",
        "warning",
        "XML entities were not expanded",
        "Entities can read files of this machine or grow without end, so none is expanded.",
        "Write the text itself in place of the entities.",
    ),
    (
        "json-unreadable",
        "error",
        "The source is no JSON",
        "It is cut or broken.",
        "Fetch it again; it may have been cut.",
    ),
    (
        "format-wrong",
        "error",
        "The source is not of the named format",
        "--format names a reader that cannot read this source.",
        "Leave out --format, or name the format it is in.",
    ),
    (
        "format-undetected",
        "error",
        "No format that is read",
        "The source is XML or JSON of a kind that no reader knows.",
        "Name its format with --format if it is one of those that are listed.",
    ),
    (
        "date-unreadable",
        "warning",
        "A date that is none",
        "The field was left out, because no moment can be made of it.",
        "State it in the sidecar, with its zone.",
    ),
    (
        "property-unknown",
        "warning",
        "A property that the format does not define",
        "It is kept as it is in additionalProperty.",
        "Check the spelling; each version of the format has its own names.",
    ),
    (
        "property-wrong",
        "warning",
        "A property of the wrong kind",
        "Its value is not what the format says, so it was not used.",
        "Correct it where the item is made.",
    ),
    (
        "item-unreadable",
        "error",
        "One item was not read",
        "It breaks its format; the other items were read.",
        "Tell whoever makes the file.",
    ),
    (
        "item-without-text",
        "warning",
        "An item without a text",
        "An article needs a body.",
        "Take items of other kinds out of the source.",
    ),
    (
        "item-no-article",
        "info",
        "An item that is no article",
        "It describes concepts, planning or media, and was not read.",
        "Nothing to do; give news items.",
    ),
    (
        "item-summary-only",
        "warning",
        "Only a summary",
        "The feed gives a summary of the article and not its text.",
        "Fetch the articles that the feed names.",
    ),
    (
        "items-left",
        "info",
        "Items that are no articles",
        "The export also holds pages, comments or media, which were not read as articles.",
        "Nothing to do.",
    ),
    (
        "identifier-missing",
        "warning",
        "An identifier is missing",
        "Without it a later version cannot be told from another article.",
        "State the identifier that the format demands.",
    ),
    (
        "no-items",
        "warning",
        "No articles in the source",
        "The feed or package is empty.",
        "Nothing to do if it is empty for now.",
    ),
    (
        "markup-removed",
        "info",
        "HTML in a text field",
        "Its text was taken.",
        "Nothing to do.",
    ),
    (
        "attachment-left",
        "info",
        "An attachment was not read",
        "Only the text of the message is read.",
        "Save it and give it as a source of its own if it is the article.",
    ),
    (
        "front-matter-unreadable",
        "error",
        "The front matter cannot be read",
        "It may state an embargo, so the article was not read.",
        "Correct the lines between the two fences at the top.",
    ),
    (
        "embargo-unclear",
        "warning",
        "An embargo without a clear end",
        "The article is withheld, because publishing too early cannot be undone.",
        "State its end in the sidecar, with its zone.",
    ),
    (
        "source-is-sitemap",
        "error",
        "The source is a sitemap",
        "It lists addresses of articles and holds none.",
        "Give its address, so that its pages are fetched.",
    ),
    (
        "property-invalid",
        "warning",
        "A property of the wrong form",
        "Its value breaks the format's rules, so it was not used or only in part.",
        "Correct it where the item is made.",
    ),
    (
        "property-missing",
        "warning",
        "A property that the format demands is missing",
        "The format's specification requires it; other receivers may refuse the item.",
        "Add it where the item is made.",
    ),
)
