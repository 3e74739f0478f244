"""Everything that reading a wire format or feed has to say, one function for each code."""

from __future__ import annotations

from pipeline.model.finding import Finding

XML = "https://www.w3.org/TR/xml/"
JSON = "https://www.rfc-editor.org/rfc/rfc8259"


def xml_malformed(reason: str, line: int | None, column: int | None) -> Finding:
    """The document is no well-formed XML, and was read all the same."""
    return Finding(
        code="xml-malformed",
        severity="warning",
        message=f"The source is no well-formed XML ({reason}); it was read as far as it makes sense.",
        line=line or None,
        column=column or None,
        hint="Tell whoever makes the file; other programs will refuse it.",
        source=XML,
    )


def xml_unreadable(reason: str) -> Finding:
    """Nothing can be made of the document."""
    return Finding(
        code="xml-unreadable",
        severity="error",
        message=f"The source cannot be read as XML: {reason}.",
        hint="Fetch it again; it may have been cut.",
        source=XML,
    )


def entities_refused() -> Finding:
    """The document declares entities; they are never expanded (bombs, files and addresses hide in them)."""
    return Finding(
        code="xml-entities-refused",
        severity="warning",
        message="The source declares XML entities; they were not expanded.",
        hint="Write the text itself in place of the entities.",
        source=XML,
    )


def json_unreadable(reason: str) -> Finding:
    """The document is no JSON."""
    return Finding(
        code="json-unreadable",
        severity="error",
        message=f"The source is no JSON: {reason}.",
        hint="Fetch it again; it may have been cut.",
        source=JSON,
    )


def not_of_format(name: str, reason: str) -> Finding:
    """The document was said to be in a format that it is not in."""
    return Finding(
        code="format-wrong",
        severity="error",
        message=f"The source is no {name}: {reason}.",
        hint="Leave out --format, or name the format it is in.",
    )


def date_unreadable(field: str, value: str) -> Finding:
    """A date that is none; the field stays empty."""
    return Finding(
        code="date-unreadable",
        severity="warning",
        pointer=f"/{field}",
        message=f"{field} is {value[:100]!r}, which is no date; it was left out.",
        hint="State it in the sidecar, with its zone.",
    )


def property_unknown(names: tuple[str, ...], standard: str) -> Finding:
    """Statements that the format does not define; they are kept under their own names."""
    return Finding(
        code="property-unknown",
        severity="warning",
        pointer="/additionalProperty",
        message=f"{standard} does not define {', '.join(names[:20])}; kept as it is in additionalProperty.",
        hint="Check the spelling; each version of the format has its own names.",
    )


def property_wrong(name: str, reason: str) -> Finding:
    """A statement of the wrong type or value."""
    return Finding(
        code="property-wrong",
        severity="warning",
        pointer=f"/{name}",
        message=f"{name} {reason}; it was not used.",
        hint="Correct it where the item is made.",
    )


def item_unreadable(number: int, reason: str) -> Finding:
    """One item of several is broken; the others were read."""
    return Finding(
        code="item-unreadable",
        severity="error",
        message=f"Item {number} of the source was not read: {reason}. The others were.",
        hint="Tell whoever makes the file.",
    )


def item_without_text(what: str) -> Finding:
    """The item has no running text (a picture, an event, a video): its facts were read."""
    return Finding(
        code="item-without-text",
        severity="warning",
        pointer="/paragraphs",
        message=f"The item has no text of its own ({what}).",
        hint="An article needs a body; take items of other kinds out of the source.",
    )


def identifier_missing(name: str, standard: str) -> Finding:
    """The format demands an identifier and there is none."""
    return Finding(
        code="identifier-missing",
        severity="warning",
        pointer="/identifier",
        message=f"{standard} demands {name}, which is missing.",
        hint="Without it a later version cannot be told from another article.",
    )


def no_items(what: str) -> Finding:
    """A feed or package without anything in it."""
    return Finding(
        code="no-items",
        severity="warning",
        message=f"The {what} holds no articles.",
        hint="Nothing to do if it is empty for now.",
    )


def markup_removed(field: str) -> Finding:
    """A field of plain text held HTML."""
    return Finding(
        code="markup-removed",
        severity="info",
        pointer=f"/{field}",
        message=f"{field} held HTML; its text was taken.",
    )


def too_deep(limit: int) -> Finding:
    """Markup is nested beyond all reason."""
    return Finding(
        code="page-too-deep",
        severity="warning",
        message=f"Elements are nested deeper than {limit} levels; what lies below may be missing.",
        hint="Correct the template: an element is never closed.",
    )


def attachment_left(name: str, media_type: str) -> Finding:
    """A part of an e-mail that is no text."""
    return Finding(
        code="attachment-left",
        severity="info",
        message=f"The attachment {name[:100]!r} ({media_type[:60]}) was not read.",
        hint="Save it and give it as a source of its own if it is the article.",
    )


def no_article_item(kind: str, title: str) -> Finding:
    """An item of a wire that describes a concept and is no article."""
    return Finding(
        code="item-no-article",
        severity="info",
        message=f"The {kind} {title[:100]!r} describes concepts and is no article; it was not read.",
        hint="Nothing to do; give news items.",
    )


def summary_only() -> Finding:
    """A feed gives a teaser in place of the article."""
    return Finding(
        code="item-summary-only",
        severity="warning",
        pointer="/paragraphs",
        message="The feed gives a summary of this article and not its text.",
        hint="Fetch the articles that the feed names, with --follow.",
    )


def front_matter_unreadable(language: str, reason: str) -> Finding:
    """What stands above a Markdown or HTML text cannot be read."""
    return Finding(
        code="front-matter-unreadable",
        severity="error",
        message=f"The front matter is no {language}: {reason}. It may state an embargo, so the article was not read.",
        line=1,
        hint="Correct the lines between the two fences at the top.",
    )


def embargo_unclear(line: str) -> Finding:
    """A press release is under an embargo whose end cannot be read."""
    return Finding(
        code="embargo-unclear",
        severity="warning",
        pointer="/embargoed",
        message=f"The text is under an embargo whose end could not be read ({line[:120]!r}); the article is withheld.",
        hint="State it in the sidecar: embargoed, with its zone; and pubStatus: usable.",
    )


def format_unknown_content(language: str, what: str) -> Finding:
    """Well-formed XML or JSON that is in no format of news."""
    return Finding(
        code="format-undetected",
        severity="error",
        message=f"The source is {language} of no format that is read ({what}).",
        hint="Name its format with --format if it is one of those that `newsgraph normalize --help` lists.",
    )


def sitemap_not_article() -> Finding:
    """A sitemap lists addresses."""
    return Finding(
        code="source-is-sitemap",
        severity="error",
        message="The source is a sitemap: it lists addresses of articles and holds none.",
        hint="Give its address, or fetch the pages that it names with --follow.",
        source="https://www.sitemaps.org/protocol.html",
    )


def items_left(counted: str) -> Finding:
    """What else an export holds: pages, menus, pictures."""
    return Finding(
        code="items-left",
        severity="info",
        message=f"The export also holds {counted[:200]}; these are no articles and were not read as such.",
        hint="Nothing to do.",
    )


def property_missing(name: str, standard: str) -> Finding:
    """A statement that the format demands is absent."""
    return Finding(
        code="property-missing",
        severity="warning",
        pointer=f"/{name}",
        message=f"{standard} demands {name}, which is missing.",
        hint="Add it where the item is made.",
    )


def property_invalid(name: str, reason: str, standard: str) -> Finding:
    """A statement that the format does not allow in this form, and that could be read all the same."""
    return Finding(
        code="property-invalid",
        severity="warning",
        pointer=f"/{name}",
        message=f"{name} {reason}, as {standard} demands; it was read as far as it makes sense.",
        hint="Correct it where the item is made.",
    )
