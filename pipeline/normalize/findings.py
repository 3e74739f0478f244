"""Everything that normalizing has to say, one function for each code: what happened, and what to do next."""

from __future__ import annotations

from pipeline.model.finding import Finding
from pipeline.normalize.told import error_finding, info_finding, warning_finding


def empty_source() -> Finding:
    """There is nothing to read."""
    return error_finding(
        "source-empty", "The source is empty.", "Fetch it again; if it stays empty, take it out of the sources."
    )


def source_too_big(size: int, limit: int) -> Finding:
    """The document is larger than what one article can need."""
    return error_finding(
        "source-too-big",
        f"The source has {size:,} bytes; {limit:,} are read at most.",
        "Give the article alone, without embedded media or archives.",
    )


def format_unknown(name: str, known: tuple[str, ...]) -> Finding:
    """The user forced a reader that does not exist."""
    return error_finding("format-unknown", f"There is no format {name!r}.", f"Use one of: {', '.join(known)}.")


def binary_source(kind: str) -> Finding:
    """The bytes are an image, an archive ..."""
    return error_finding(
        "source-binary", f"The source is no text: it looks like {kind}.", "Give the text, the page or the feed itself."
    )


def undecodable(label: str) -> Finding:
    """No encoding makes text of the bytes."""
    return error_finding(
        "source-undecodable",
        f"The bytes are no text in any encoding tried (declared: {label or 'none'}).",
        "Save the source as UTF-8.",
    )


def charset_corrected(declared: str, used: str) -> Finding:
    """The declared encoding does not fit the bytes."""
    return warning_finding(
        "charset-wrong",
        f"The source declares {declared} but its bytes are {used}; it was read as {used}.",
        "Correct the charset that the page or server declares.",
    )


def charset_guessed(used: str) -> Finding:
    """Nothing declares the encoding and the bytes are not UTF-8."""
    return info_finding(
        "charset-guessed",
        f"Nothing declares the encoding; it was read as {used}.",
        "Declare the charset, or save as UTF-8.",
    )


def characters_replaced(count: int) -> Finding:
    """Some bytes had no meaning in the encoding, or NULs stood in the text."""
    return warning_finding(
        "characters-lost",
        f"{count} bytes or control characters have no meaning as text and were left out.",
        "Fetch the source again; it may be damaged.",
    )


def mojibake_repaired() -> Finding:
    """Text that was decoded wrongly before it came here."""
    return warning_finding(
        "mojibake-repaired",
        "The text had been decoded in a wrong encoding before (such as â€™ for ’) and was repaired.",
        "Correct the encoding where the text was saved.",
    )


def no_article(reason: str) -> Finding:
    """Nothing in the source reads like an article."""
    return error_finding(
        "no-article",
        f"The source is no article: {reason}.",
        "Give the page or the text of one article. If it is one, give it as Markdown with front matter, where nothing is guessed.",
    )


def headline_missing() -> Finding:
    """No source of a headline said anything."""
    return warning_finding(
        "headline-missing", "No headline was found.", "State it in the sidecar: headline.", pointer="/headline"
    )


def date_missing() -> Finding:
    """No source of a publication date said anything."""
    return warning_finding(
        "date-published-missing",
        "No date of publication was found; relative dates such as “on Monday” stay unresolved.",
        "State it in the sidecar: datePublished, with its zone.",
        pointer="/datePublished",
    )


def lines_joined(count: int) -> Finding:
    """The text was broken into lines at a fixed width."""
    return info_finding(
        "lines-joined",
        f"The text is broken into lines at a fixed width; {count} breaks within paragraphs were taken out.",
        "If the lines are meant (verse, a table), give the text as Markdown or HTML.",
        pointer="/paragraphs",
    )


def marks_removed(count: int) -> Finding:
    """The scrape was written in Markdown."""
    return info_finding(
        "markdown-marks-removed",
        f"The text is a scrape in Markdown; {count} marks of headings, links and emphasis were taken off.",
        "If it is an article in Markdown without anything around it, name the file .md: then nothing is guessed.",
    )


def date_of_change(day: str) -> Finding:
    """The only day that the source states, or that was found in it, is that of its last change."""
    return info_finding(
        "date-published-from-change",
        f"Nothing states when the article was published; the day of its last change ({day}) stands in for it.",
        "If it was published earlier, state it in the sidecar: datePublished.",
        pointer="/datePublished",
    )


def date_without_zone(field: str, value: str) -> Finding:
    """A time of day is known, its zone is not."""
    return warning_finding(
        "date-without-zone",
        f"{field} {value} has no time zone.",
        "Set site.time_zone in newsroom.toml if the source gives its own local time, or state the date in the sidecar.",
        pointer=f"/{field}",
    )


def zone_applied(field: str, value: str, zone: str) -> Finding:
    """The newsroom's configured zone was given to a naive time."""
    return info_finding(
        "date-zone-from-configuration",
        f"{field} {value} has no time zone; it was read in the newsroom's zone {zone}.",
        pointer=f"/{field}",
    )


def url_missing(minted: str) -> Finding:
    """Neither source nor sidecar say where the article is published."""
    return info_finding(
        "url-minted",
        f"The source has no address; it was given {minted}.",
        "State it in the sidecar: url; or give --url.",
        pointer="/url",
    )


def sidecar_invalid(name: str, reason: str) -> Finding:
    """The sidecar cannot be used."""
    return error_finding(
        "sidecar-invalid",
        f"The sidecar cannot be used: {reason}.",
        "Use schema.org's names and types; `newsgraph explain sidecar-invalid` lists them.",
        path=name,
    )


def sidecar_ambiguous(count: int) -> Finding:
    """A sidecar beside a source of several articles: it may hold an embargo, so none of them goes on without it."""
    return error_finding(
        "sidecar-ambiguous",
        f"The source holds {count} articles and it is not clear which one the sidecar means, so all were held back.",
        "Give each article a source and a sidecar of its own.",
    )


def sidecar_url_invalid(value: str) -> Finding:
    """The sidecar's address is not absolute."""
    return error_finding(
        "sidecar-url-invalid",
        f"The sidecar's url {value!r} is no absolute http or https address; it was not used.",
        "Write it in full, such as https://example.org/2014/11/title.",
        pointer="/url",
    )


def page_too_deep(limit: int) -> Finding:
    """The page's elements are nested beyond all reason."""
    return warning_finding(
        "page-too-deep",
        f"Elements are nested deeper than {limit} levels; the text below was read without its structure.",
        "Correct the page's template: an element is never closed.",
    )


def json_ld_repaired(number: int, how: str) -> Finding:
    """A script of JSON-LD is no JSON, but could be read."""
    return warning_finding(
        "json-ld-repaired",
        f"JSON-LD script {number} of the page is no valid JSON; it was read after {how}.",
        "Correct the page's template: search engines may ignore the whole script.",
        source="https://www.rfc-editor.org/rfc/rfc8259",
    )


def json_ld_unreadable(number: int) -> Finding:
    """A script of JSON-LD that nothing can read."""
    return warning_finding(
        "json-ld-unreadable",
        f"JSON-LD script {number} of the page is no JSON and could not be repaired; it was not used.",
        "Correct the page's template: search engines ignore the script.",
        source="https://www.rfc-editor.org/rfc/rfc8259",
    )


def dates_contradict(chosen: str, source: str, other: str, other_source: str) -> Finding:
    """Two sources of the page name different days of publication."""
    return warning_finding(
        "dates-contradict",
        f"The page names two dates of publication: {chosen} ({source}) and {other} ({other_source}).",
        "The day in the address wins, then OpenGraph, JSON-LD, microdata, the page; the sidecar's datePublished settles it.",
        pointer="/datePublished",
    )


def not_an_article(genre: str, *, ordered: bool) -> Finding:
    """The page is a wall, an error, a section front or holds several articles."""
    finding = warning_finding if ordered else error_finding
    return finding(
        "not-an-article",
        f"The page is no article: it looks like a {genre}."
        + (" It was read because the sidecar orders it." if ordered else ""),
        "Give the address of one article, or state pubStatus: usable in the sidecar to have it read as it is.",
    )


def paywalled_stub() -> Finding:
    """Only the beginning of a paid article is there."""
    return warning_finding(
        "paywalled-stub",
        "Only the beginning of a paid article is on the page; the article is withheld.",
        "Give the full text, or state pubStatus: usable in the sidecar.",
    )


def special_genre(genre: str) -> Finding:
    """A live blog or a gallery."""
    return info_finding(genre.replace(" ", "-"), f"The page is a {genre}.")


def page_too_big(limit: int) -> Finding:
    """The page has more elements than any article needs."""
    return error_finding("page-too-big", f"The page has more than {limit:,} elements.", "Give the page of one article.")


def too_many_lines(limit: int) -> Finding:
    """The text has more lines than any article needs."""
    return error_finding("text-too-long", f"The text has more than {limit:,} lines.", "Give the text of one article.")


def language_corrected(stated: str, used: str) -> Finding:
    """A language is stated in a form that is no BCP 47 tag, but can be read."""
    return info_finding(
        "language-tag-corrected",
        f"The language is stated as {stated!r}; it was read as {used}.",
        "Write the tag as BCP 47 does.",
        pointer="/inLanguage",
        source="https://www.rfc-editor.org/info/bcp47",
    )


def language_unreadable(stated: str) -> Finding:
    """What is stated for the language is no language tag."""
    return warning_finding(
        "language-tag-unreadable",
        f"The language is stated as {stated!r}, which is no language tag; it was not used.",
        "Write a tag such as en or pt-BR.",
        pointer="/inLanguage",
        source="https://www.rfc-editor.org/info/bcp47",
    )


def language_unsure() -> Finding:
    """Nothing states the language and the text is too short or too mixed to tell."""
    return info_finding(
        "language-unsure",
        "Nothing states the language, and the text does not tell it surely.",
        "State it in the sidecar: inLanguage.",
        pointer="/inLanguage",
    )
