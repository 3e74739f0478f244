"""Everything that normalizing has to say, one function for each code: what happened, and what to do next."""

from __future__ import annotations

from pipeline.model.finding import Finding


def empty_source() -> Finding:
    """There is nothing to read."""
    return Finding(
        code="source-empty",
        severity="error",
        message="The source is empty.",
        hint="Fetch it again; if it stays empty, take it out of the sources.",
    )


def source_too_big(size: int, limit: int) -> Finding:
    """The document is larger than what one article can need."""
    return Finding(
        code="source-too-big",
        severity="error",
        message=f"The source has {size:,} bytes; {limit:,} are read at most.",
        hint="Give the article alone, without embedded media or archives.",
    )


def format_unknown(name: str, known: tuple[str, ...]) -> Finding:
    """The user forced a reader that does not exist."""
    return Finding(
        code="format-unknown",
        severity="error",
        message=f"There is no format {name!r}.",
        hint=f"Use one of: {', '.join(known)}.",
    )


def binary_source(kind: str) -> Finding:
    """The bytes are an image, an archive ..."""
    return Finding(
        code="source-binary",
        severity="error",
        message=f"The source is no text: it looks like {kind}.",
        hint="Give the text, the page or the feed itself.",
    )


def undecodable(label: str) -> Finding:
    """No encoding makes text of the bytes."""
    return Finding(
        code="source-undecodable",
        severity="error",
        message=f"The bytes are no text in any encoding tried (declared: {label or 'none'}).",
        hint="Save the source as UTF-8.",
    )


def charset_corrected(declared: str, used: str) -> Finding:
    """The declared encoding does not fit the bytes."""
    return Finding(
        code="charset-wrong",
        severity="warning",
        message=f"The source declares {declared} but its bytes are {used}; it was read as {used}.",
        hint="Correct the charset that the page or server declares.",
    )


def charset_guessed(used: str) -> Finding:
    """Nothing declares the encoding and the bytes are not UTF-8."""
    return Finding(
        code="charset-guessed",
        severity="info",
        message=f"Nothing declares the encoding; it was read as {used}.",
        hint="Declare the charset, or save as UTF-8.",
    )


def characters_replaced(count: int) -> Finding:
    """Some bytes had no meaning in the encoding, or NULs stood in the text."""
    return Finding(
        code="characters-lost",
        severity="warning",
        message=f"{count} bytes or control characters have no meaning as text and were left out.",
        hint="Fetch the source again; it may be damaged.",
    )


def mojibake_repaired() -> Finding:
    """Text that was decoded wrongly before it came here."""
    return Finding(
        code="mojibake-repaired",
        severity="warning",
        message="The text had been decoded in a wrong encoding before (such as â€™ for ’) and was repaired.",
        hint="Correct the encoding where the text was saved.",
    )


def no_article(reason: str) -> Finding:
    """Nothing in the source reads like an article."""
    return Finding(
        code="no-article",
        severity="error",
        message=f"The source is no article: {reason}.",
        hint="Give the page of one article; what was dropped can be seen with --explain.",
    )


def headline_missing() -> Finding:
    """No source of a headline said anything."""
    return Finding(
        code="headline-missing",
        severity="warning",
        pointer="/headline",
        message="No headline was found.",
        hint="State it in the sidecar: headline.",
    )


def date_missing() -> Finding:
    """No source of a publication date said anything."""
    return Finding(
        code="date-published-missing",
        severity="warning",
        pointer="/datePublished",
        message="No date of publication was found; relative dates such as “on Monday” stay unresolved.",
        hint="State it in the sidecar: datePublished, with its zone.",
    )


def date_without_zone(field: str, value: str) -> Finding:
    """A time of day is known, its zone is not."""
    return Finding(
        code="date-without-zone",
        severity="warning",
        pointer=f"/{field}",
        message=f"{field} {value} has no time zone.",
        hint="Set site.time_zone in newsroom.toml if the source gives its own local time, or state the date in the sidecar.",
    )


def zone_applied(field: str, value: str, zone: str) -> Finding:
    """The newsroom's configured zone was given to a naive time."""
    return Finding(
        code="date-zone-from-configuration",
        severity="info",
        pointer=f"/{field}",
        message=f"{field} {value} has no time zone; it was read in the newsroom's zone {zone}.",
    )


def url_missing(minted: str) -> Finding:
    """Neither source nor sidecar say where the article is published."""
    return Finding(
        code="url-minted",
        severity="info",
        pointer="/url",
        message=f"The source has no address; it was given {minted}.",
        hint="State it in the sidecar: url; or give --url.",
    )


def sidecar_invalid(name: str, reason: str) -> Finding:
    """The sidecar cannot be used."""
    return Finding(
        code="sidecar-invalid",
        severity="error",
        path=name,
        message=f"The sidecar cannot be used: {reason}.",
        hint="Use schema.org's names and types; `newsgraph explain sidecar-invalid` lists them.",
    )


def sidecar_ambiguous(count: int) -> Finding:
    """A sidecar beside a source of several articles: it may hold an embargo, so none of them goes on without it."""
    return Finding(
        code="sidecar-ambiguous",
        severity="error",
        message=f"The source holds {count} articles and it is not clear which one the sidecar means, so all were held back.",
        hint="Give each article a source and a sidecar of its own.",
    )


def sidecar_url_invalid(value: str) -> Finding:
    """The sidecar's address is not absolute."""
    return Finding(
        code="sidecar-url-invalid",
        severity="error",
        pointer="/url",
        message=f"The sidecar's url {value!r} is no absolute http or https address; it was not used.",
        hint="Write it in full, such as https://example.org/2014/11/title.",
    )


def page_too_deep(limit: int) -> Finding:
    """The page's elements are nested beyond all reason."""
    return Finding(
        code="page-too-deep",
        severity="warning",
        message=f"Elements are nested deeper than {limit} levels; the text below was read without its structure.",
        hint="Correct the page's template: an element is never closed.",
    )


def json_ld_repaired(number: int, how: str) -> Finding:
    """A script of JSON-LD is no JSON, but could be read."""
    return Finding(
        code="json-ld-repaired",
        severity="warning",
        message=f"JSON-LD script {number} of the page is no valid JSON; it was read after {how}.",
        hint="Correct the page's template: search engines may ignore the whole script.",
        source="https://www.rfc-editor.org/rfc/rfc8259",
    )


def json_ld_unreadable(number: int) -> Finding:
    """A script of JSON-LD that nothing can read."""
    return Finding(
        code="json-ld-unreadable",
        severity="warning",
        message=f"JSON-LD script {number} of the page is no JSON and could not be repaired; it was not used.",
        hint="Correct the page's template: search engines ignore the script.",
        source="https://www.rfc-editor.org/rfc/rfc8259",
    )


def dates_contradict(chosen: str, source: str, other: str, other_source: str) -> Finding:
    """Two sources of the page name different days of publication."""
    return Finding(
        code="dates-contradict",
        severity="warning",
        pointer="/datePublished",
        message=f"The page names two dates of publication: {chosen} ({source}) and {other} ({other_source}).",
        hint="The day in the address wins, then OpenGraph, JSON-LD, microdata, the page; the sidecar's datePublished settles it.",
    )


def not_an_article(genre: str, *, ordered: bool) -> Finding:
    """The page is a wall, an error, a section front or holds several articles."""
    return Finding(
        code="not-an-article",
        severity="warning" if ordered else "error",
        message=f"The page is no article: it looks like a {genre}."
        + (" It was read because the sidecar orders it." if ordered else ""),
        hint="Give the address of one article, or state pubStatus: usable in the sidecar to have it read as it is.",
    )


def paywalled_stub() -> Finding:
    """Only the beginning of a paid article is there."""
    return Finding(
        code="paywalled-stub",
        severity="warning",
        message="Only the beginning of a paid article is on the page; the article is withheld.",
        hint="Give the full text, or state pubStatus: usable in the sidecar.",
    )


def special_genre(genre: str) -> Finding:
    """A live blog or a gallery."""
    return Finding(
        code=genre.replace(" ", "-"),
        severity="info",
        message=f"The page is a {genre}.",
    )


def page_too_big(limit: int) -> Finding:
    """The page has more elements than any article needs."""
    return Finding(
        code="page-too-big",
        severity="error",
        message=f"The page has more than {limit:,} elements.",
        hint="Give the page of one article.",
    )


def too_many_lines(limit: int) -> Finding:
    """The text has more lines than any article needs."""
    return Finding(
        code="text-too-long",
        severity="error",
        message=f"The text has more than {limit:,} lines.",
        hint="Give the text of one article.",
    )


def language_corrected(stated: str, used: str) -> Finding:
    """A language is stated in a form that is no BCP 47 tag, but can be read."""
    return Finding(
        code="language-tag-corrected",
        severity="info",
        pointer="/inLanguage",
        message=f"The language is stated as {stated!r}; it was read as {used}.",
        hint="Write the tag as BCP 47 does.",
        source="https://www.rfc-editor.org/info/bcp47",
    )


def language_unreadable(stated: str) -> Finding:
    """What is stated for the language is no language tag."""
    return Finding(
        code="language-tag-unreadable",
        severity="warning",
        pointer="/inLanguage",
        message=f"The language is stated as {stated!r}, which is no language tag; it was not used.",
        hint="Write a tag such as en or pt-BR.",
        source="https://www.rfc-editor.org/info/bcp47",
    )


def language_unsure() -> Finding:
    """Nothing states the language and the text is too short or too mixed to tell."""
    return Finding(
        code="language-unsure",
        severity="info",
        pointer="/inLanguage",
        message="Nothing states the language, and the text does not tell it surely.",
        hint="State it in the sidecar: inLanguage.",
    )
