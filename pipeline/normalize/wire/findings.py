"""Everything that reading a wire format or feed has to say, one function for each code."""

from __future__ import annotations

from pipeline.model.finding import Finding
from pipeline.normalize.told import error_finding, info_finding, warning_finding

XML = "https://www.w3.org/TR/xml/"
JSON = "https://www.rfc-editor.org/rfc/rfc8259"


def xml_malformed(reason: str, line: int | None, column: int | None) -> Finding:
    """The document is no well-formed XML, and was read all the same."""
    return warning_finding(
        "xml-malformed",
        f"The source is no well-formed XML ({reason}); it was read as far as it makes sense.",
        "Tell whoever makes the file; other programs will refuse it.",
        line=line or None,
        column=column or None,
        source=XML,
    )


def xml_unreadable(reason: str) -> Finding:
    """Nothing can be made of the document."""
    return error_finding(
        "xml-unreadable",
        f"The source cannot be read as XML: {reason}.",
        "Fetch it again; it may have been cut.",
        source=XML,
    )


def entities_refused() -> Finding:
    """The document declares entities; they are never expanded (bombs, files and addresses hide in them)."""
    return warning_finding(
        "xml-entities-refused",
        "The source declares XML entities; they were not expanded.",
        "Write the text itself in place of the entities.",
        source=XML,
    )


def json_unreadable(reason: str) -> Finding:
    """The document is no JSON."""
    return error_finding(
        "json-unreadable", f"The source is no JSON: {reason}.", "Fetch it again; it may have been cut.", source=JSON
    )


def not_of_format(name: str, reason: str) -> Finding:
    """The document was said to be in a format that it is not in."""
    return error_finding(
        "format-wrong", f"The source is no {name}: {reason}.", "Leave out --format, or name the format it is in."
    )


def date_unreadable(field: str, value: str) -> Finding:
    """A date that is none; the field stays empty."""
    return warning_finding(
        "date-unreadable",
        f"{field} is {value[:100]!r}, which is no date; it was left out.",
        "State it in the sidecar, with its zone.",
        pointer=f"/{field}",
    )


def property_unknown(names: tuple[str, ...], standard: str) -> Finding:
    """Statements that the format does not define; they are kept under their own names."""
    return warning_finding(
        "property-unknown",
        f"{standard} does not define {', '.join(names[:20])}; kept as it is in additionalProperty.",
        "Check the spelling; each version of the format has its own names.",
        pointer="/additionalProperty",
    )


def property_wrong(name: str, reason: str) -> Finding:
    """A statement of the wrong type or value."""
    return warning_finding(
        "property-wrong", f"{name} {reason}; it was not used.", "Correct it where the item is made.", pointer=f"/{name}"
    )


def item_unreadable(number: int, reason: str) -> Finding:
    """One item of several is broken; the others were read."""
    return error_finding(
        "item-unreadable",
        f"Item {number} of the source was not read: {reason}. The others were.",
        "Tell whoever makes the file.",
    )


def item_without_text(what: str) -> Finding:
    """The item has no running text (a picture, an event, a video): its facts were read."""
    return warning_finding(
        "item-without-text",
        f"The item has no text of its own ({what}).",
        "An article needs a body; take items of other kinds out of the source.",
        pointer="/paragraphs",
    )


def identifier_missing(name: str, standard: str) -> Finding:
    """The format demands an identifier and there is none."""
    return warning_finding(
        "identifier-missing",
        f"{standard} demands {name}, which is missing.",
        "Without it a later version cannot be told from another article.",
        pointer="/identifier",
    )


def no_items(what: str) -> Finding:
    """A feed or package without anything in it."""
    return warning_finding("no-items", f"The {what} holds no articles.", "Nothing to do if it is empty for now.")


def markup_removed(field: str) -> Finding:
    """A field of plain text held HTML."""
    return info_finding("markup-removed", f"{field} held HTML; its text was taken.", pointer=f"/{field}")


def too_deep(limit: int) -> Finding:
    """Markup is nested beyond all reason."""
    return warning_finding(
        "page-too-deep",
        f"Elements are nested deeper than {limit} levels; what lies below may be missing.",
        "Correct the template: an element is never closed.",
    )


def attachment_left(name: str, media_type: str) -> Finding:
    """A part of an e-mail that is no text."""
    return info_finding(
        "attachment-left",
        f"The attachment {name[:100]!r} ({media_type[:60]}) was not read.",
        "Save it and give it as a source of its own if it is the article.",
    )


def no_article_item(kind: str, title: str) -> Finding:
    """An item of a wire that describes a concept and is no article."""
    return info_finding(
        "item-no-article",
        f"The {kind} {title[:100]!r} describes concepts and is no article; it was not read.",
        "Nothing to do; give news items.",
    )


def summary_only() -> Finding:
    """A feed gives a teaser in place of the article."""
    return warning_finding(
        "item-summary-only",
        "The feed gives a summary of this article and not its text.",
        "Fetch the articles that the feed names, with --follow.",
        pointer="/paragraphs",
    )


def front_matter_unreadable(language: str, reason: str) -> Finding:
    """What stands above a Markdown or HTML text cannot be read."""
    return error_finding(
        "front-matter-unreadable",
        f"The front matter is no {language}: {reason}. It may state an embargo, so the article was not read.",
        "Correct the lines between the two fences at the top.",
        line=1,
    )


def embargo_unclear(line: str) -> Finding:
    """A press release is under an embargo whose end cannot be read."""
    return warning_finding(
        "embargo-unclear",
        f"The text is under an embargo whose end could not be read ({line[:120]!r}); the article is withheld.",
        "State it in the sidecar: embargoed, with its zone; and pubStatus: usable.",
        pointer="/embargoed",
    )


def format_unknown_content(language: str, what: str) -> Finding:
    """Well-formed XML or JSON that is in no format of news."""
    return error_finding(
        "format-undetected",
        f"The source is {language} of no format that is read ({what}).",
        "Name its format with --format if it is one of those that `newsgraph normalize --help` lists.",
    )


def sitemap_not_article() -> Finding:
    """A sitemap lists addresses."""
    return error_finding(
        "source-is-sitemap",
        "The source is a sitemap: it lists addresses of articles and holds none.",
        "Give its address, or fetch the pages that it names with --follow.",
        source="https://www.sitemaps.org/protocol.html",
    )


def items_left(counted: str) -> Finding:
    """What else an export holds: pages, menus, pictures."""
    return info_finding(
        "items-left",
        f"The export also holds {counted[:200]}; these are no articles and were not read as such.",
        "Nothing to do.",
    )


def property_missing(name: str, standard: str) -> Finding:
    """A statement that the format demands is absent."""
    return warning_finding(
        "property-missing",
        f"{standard} demands {name}, which is missing.",
        "Add it where the item is made.",
        pointer=f"/{name}",
    )


def property_invalid(name: str, reason: str, standard: str) -> Finding:
    """A statement that the format does not allow in this form, and that could be read all the same."""
    return warning_finding(
        "property-invalid",
        f"{name} {reason}, as {standard} demands; it was read as far as it makes sense.",
        "Correct it where the item is made.",
        pointer=f"/{name}",
    )
