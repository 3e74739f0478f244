"""Codes of the other stages: reading, mapping and building; those of publishing and fetching stand beside. Add a row for each new code."""

from __future__ import annotations

from pipeline.validate.codes.entry import Entry
from pipeline.validate.codes.fetching import FETCH
from pipeline.validate.codes.publishing import PUBLISH
from pipeline.validate.codes.wire import WIRE, Row

NORMALIZE: tuple[Row, ...] = (
    (
        "live-blog",
        "info",
        "A live blog",
        "The page is a running report in dated posts, so it is typed LiveBlogPosting and not NewsArticle.",
        "Nothing, unless it is an ordinary article: state articleType in the sidecar.",
    ),
    (
        "gallery",
        "info",
        "A picture gallery",
        "The page is made of pictures and their captions, and its text may be short.",
        "Nothing, unless it is an ordinary article.",
    ),
    (
        "language-tag-corrected",
        "info",
        "The language tag was read leniently",
        "The source writes its language in a form that BCP 47 does not have, such as en_US.",
        "Write the tag as BCP 47 does: en-US.",
    ),
    (
        "language-tag-unreadable",
        "warning",
        "The stated language is no language tag",
        "What the source states for its language cannot be read, so it was not used.",
        "Write a BCP 47 tag such as en or pt-BR.",
    ),
    (
        "language-unsure",
        "info",
        "The language is not known",
        "Nothing states the language, and the text is too short or too mixed to tell it.",
        "State inLanguage in the sidecar.",
    ),
    (
        "text-too-long",
        "error",
        "The text is too long",
        "No article has so many characters.",
        "Split the text, or give the article alone.",
    ),
    (
        "page-too-big",
        "error",
        "The page is too big",
        "Reading so large a page would cost memory and minutes, and no article needs it.",
        "Give the article alone.",
    ),
    (
        "not-an-article",
        "error",
        "The page is no article",
        "Its markup or its shape says that it is a list, a form or a shop, so nothing was made of it.",
        "Give the page of one article, or name its format with --format.",
    ),
    (
        "paywalled-stub",
        "warning",
        "Only the free part of a paid article",
        "The page shows a teaser and a paywall, so the rest of the text is missing.",
        "Fetch the page as a subscriber, or give the text.",
    ),
    (
        "source-empty",
        "error",
        "The source is empty",
        "A file or answer without text holds no article.",
        "Check what wrote it; give a file with text.",
    ),
    (
        "source-too-big",
        "error",
        "The source is too big",
        "No single article has that many bytes; reading it would cost memory and time for nothing.",
        "Give the article alone, without embedded media or archives.",
    ),
    (
        "source-binary",
        "error",
        "The source is no text",
        "The first bytes are those of an image, archive or other binary format.",
        "Give the text, the page or the feed itself.",
    ),
    (
        "source-undecodable",
        "error",
        "The bytes are no text",
        "Neither the declared encoding nor any other that was tried gives text.",
        "Save the source as UTF-8.",
    ),
    (
        "format-unknown",
        "error",
        "There is no such input format",
        "--format names a reader that does not exist.",
        "Use one of the names that the message lists.",
    ),
    (
        "charset-wrong",
        "warning",
        "The declared encoding is wrong",
        "The bytes cannot be what the page or server declares; other readers may show broken letters.",
        "Correct the charset that the page or server declares.",
    ),
    (
        "charset-guessed",
        "info",
        "The encoding was guessed",
        "Nothing declares the encoding, so another reader may guess another one.",
        "Declare the charset, or save as UTF-8.",
    ),
    (
        "characters-lost",
        "warning",
        "Characters were left out",
        "Some bytes or control characters have no meaning as text.",
        "Fetch the source again; it may be damaged.",
    ),
    (
        "mojibake-repaired",
        "warning",
        "Broken letters were repaired",
        "The text had been decoded in a wrong encoding before it came here.",
        "Correct the encoding where the text was saved.",
    ),
    (
        "no-article",
        "error",
        "The source is no article",
        "What is left after taking navigation, forms and notices away is too little for an article.",
        "Give the page of one article.",
    ),
    (
        "headline-missing",
        "warning",
        "No headline was found",
        "An article without a headline cannot be shown in any list.",
        "State it in a sidecar.",
    ),
    (
        "date-published-missing",
        "warning",
        "No date of publication was found",
        "Relative dates such as “on Monday” stay unresolved, and feeds cannot sort the article.",
        "State datePublished in a sidecar.",
    ),
    (
        "lines-joined",
        "info",
        "Lines of a fixed width were joined to paragraphs",
        "The text was broken at a fixed width, as e-mail, wires and old archives do; its paragraphs were put together again.",
        "Nothing; if the lines are meant, give the text as Markdown or HTML.",
    ),
    (
        "markdown-marks-removed",
        "info",
        "A scrape in Markdown",
        "The marks of headings, links, pictures and emphasis were taken off, so that the lines could be told apart.",
        "Nothing; a file named .md is read as an article in Markdown.",
    ),
    (
        "date-published-from-change",
        "info",
        "The day of a change stands for the day of publication",
        "The source states only when it was last changed, such as “Updated 3 May 2025”. It may have been published earlier.",
        "If it was, state datePublished in a sidecar.",
    ),
    (
        "date-without-zone",
        "warning",
        "A time without a zone",
        "The moment is uncertain by up to a day; it is published as the source gives it.",
        "State the zone in the source, in a sidecar, or for the whole site in newsroom.toml.",
    ),
    (
        "date-zone-from-configuration",
        "info",
        "The zone comes from the configuration",
        "The source states a time without a zone, and newsroom.toml says which zone such times are in.",
        "Nothing, if the configured zone is right.",
    ),
    (
        "dates-contradict",
        "warning",
        "Two dates of publication",
        "The page names two different days; the likelier one was taken.",
        "State datePublished in a sidecar.",
    ),
    (
        "url-minted",
        "info",
        "The address was made here",
        "Neither source nor sidecar states an address, so one was made from the site and the headline.",
        "State url in a sidecar if the article has an address.",
    ),
    (
        "page-too-deep",
        "warning",
        "Elements are nested beyond reason",
        "The text below the limit was read without its structure.",
        "Correct the page's template: an element is never closed.",
    ),
    (
        "json-ld-repaired",
        "warning",
        "A script's JSON was repaired to read it",
        "Search engines may ignore the whole script.",
        "Correct the page's template.",
    ),
    (
        "json-ld-unreadable",
        "warning",
        "A script's JSON could not be read",
        "Search engines ignore the script; its facts were not used.",
        "Correct the page's template.",
    ),
    (
        "sidecar-invalid",
        "error",
        "The sidecar cannot be used",
        "A key or value of the sidecar is none that it may have; nothing of it was used.",
        "Correct the place that the message names.",
    ),
    (
        "sidecar-ambiguous",
        "error",
        "One sidecar for several articles",
        "The source holds several articles, so it is not clear which one is meant. It may hold an embargo: all are held back.",
        "Give each article a source and a sidecar of its own.",
    ),
    (
        "sidecar-url-invalid",
        "error",
        "The sidecar's url is no address",
        "Only absolute http and https addresses can stand for an article.",
        "Write the whole address.",
    ),
)
ANNOTATE: tuple[Row, ...] = (
    (
        "names-model-unusable",
        "warning",
        "The names model cannot be used",
        "A file of the model is missing or damaged, or its engine is not installed, so that the parser finds the names, less well.",
        "Install newsgraph again with its dependencies, and map the articles again.",
    ),
    (
        "facts-model-unusable",
        "warning",
        "The facts model cannot be used",
        "A file of the model is missing or damaged, or its engine is not installed, so that the rules alone say who belongs to which organization.",
        "Install newsgraph again with its dependencies, and map the articles again.",
    ),
    (
        "decision-without-subject",
        "warning",
        "An editor's decision about nothing",
        "The sidecar decides on a statement that the annotations do not hold.",
        "Write the subject as the article names it, or take the decision out.",
    ),
    (
        "language-not-supported",
        "info",
        "The article's language has no rules here",
        "Names, full dates and plain quotations are found in any language; titles, roles and events only where rules for the language exist.",
        "Nothing, or correct inLanguage.",
    ),
    (
        "annotator-unreachable",
        "warning",
        "The other annotator said nothing usable",
        "The service that newsroom.toml names did not answer, or answered with something that is no list of statements.",
        "Look at the reason given; build again once the service answers. Nothing of our own annotators is missing.",
    ),
    (
        "statement-refused",
        "info",
        "A statement of the other annotator was not accepted",
        "Only what the article's own words bear is stated: the evidence must stand in the text and hold every name and word of the statement.",
        "Nothing; if the statement is true, state it in the sidecar.",
    ),
    (
        "text-not-annotated",
        "info",
        "A part of the text is too long to be annotated",
        "A parser's time and memory grow faster than a paragraph; what lies behind the limit stays without statements.",
        "Split paragraphs that are none; publish very long texts in parts.",
    ),
)
MAPPING: tuple[Row, ...] = (
    (
        "decisions-contradict",
        "error",
        "Two decisions contradict each other",
        "Both were carried out, one after the other, so that the later one is what is published; perhaps that is not what was meant.",
        "Delete the one that is not meant from the sidecar.",
    ),
    (
        "suppressed-name-in-address",
        "error",
        "The address names somebody who must not be named",
        "The person is taken out of everything that is published, but an article keeps the address it was published under.",
        "Publish the article under another address and retract this one.",
    ),
    (
        "suppressed-name-shared",
        "warning",
        "A word of a suppressed name stays",
        "The person is taken out, but somebody or something else in the article bears a word of the name, and it stays there.",
        "Read the article; if the word means the person, take it out of the source.",
    ),
    (
        "identity-in-doubt",
        "info",
        "It is not certain who is meant",
        "The authority knows somebody or something of this name, but little speaks for or against its being the same.",
        "Look at both with `newsgraph authority show`; merge or split what is wrong, or add what tells them apart.",
    ),
    (
        "statement-without-term",
        "info",
        "schema.org cannot say it exactly",
        "The text says something for which schema.org has no property of that type, so a near one was used or it was left out.",
        "Nothing needs to be done.",
    ),
)
RUN: tuple[Row, ...] = (
    (
        "article-duplicate",
        "warning",
        "Two sources give the same article",
        "Both state the same address; the one that was modified last was taken.",
        "Remove one of the sources.",
    ),
    (
        "article-copy",
        "warning",
        "Two sources give nearly the same text",
        "The same publisher has the text at two addresses, or it was scraped twice; they became one article with its further addresses as sameAs.",
        "Remove one of the sources, or set `duplicates` in newsroom.toml.",
    ),
    (
        "article-elsewhere",
        "info",
        "Another publisher has nearly the same text",
        "Newspapers print the same wire story; each keeps its own article.",
        "Nothing needs to be done; `duplicates` in newsroom.toml can make one article of them.",
    ),
    (
        "check-failed",
        "error",
        "A file could not be checked",
        "The check stopped with an error of ours, or took too long; the other files were checked.",
        "Report it with the file.",
    ),
    (
        "article-failed",
        "error",
        "The article could not be finished",
        "A stage failed with an error of ours; the other articles were done.",
        "Report it with the source.",
    ),
)


def _entries(layer: str, rows: tuple[Row, ...]) -> tuple[Entry, ...]:
    return tuple(
        Entry(code=code, severity=severity, layer=layer, title=title, why=why, fix=fix)
        for code, severity, title, why, fix in rows
    )


ENTRIES = (
    *_entries("normalize", (*NORMALIZE, *WIRE)),
    *_entries("fetch", FETCH),
    *_entries("annotate", ANNOTATE),
    *_entries("mapping", MAPPING),
    *_entries("publish", PUBLISH),
    *_entries("run", RUN),
)
