"""Codes of the consistency layer."""

from __future__ import annotations

from pipeline.model.finding import Severity
from pipeline.validate.codes.entry import Entry

_ARTICLE_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/article (checked 2026-11)"
_EVENT_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/event (checked 2026-11)"
_JSON_LD = "https://www.w3.org/TR/json-ld11/#node-identifiers"
_HEAD = '"@type": "NewsArticle", "headline": "A"'


def _document(members: str) -> str:
    return members if members.startswith("{") else f'{{"@context": "https://schema.org", {members}}}'


def _entry(  # noqa: PLR0913 - one row of the table
    code: str, severity: Severity, title: str, why: str, fix: str, *, wrong: str, right: str, source: str = ""
) -> Entry:
    return Entry(
        code=code,
        severity=severity,
        layer="consistency",
        title=title,
        why=why,
        fix=fix,
        source=source,
        wrong=_document(wrong),
        right=_document(right),
    )


def _graph(*nodes: str) -> str:
    return '"@graph": [' + ", ".join("{" + each + "}" for each in nodes) + "]"


_BODY = " ".join(["The envoy left the capital for talks with the minister and is expected to return on Friday."] * 4)

IDENTITY = (
    _entry(
        "dangling-reference",
        "warning",
        "A reference that leads nowhere",
        "The @id belongs to this document, but no node has it: the statement is lost.",
        "Add the node, or correct the @id.",
        wrong=_graph(
            f'"@id": "https://example.org/a#article", {_HEAD}, "publisher": {{"@id": "https://example.org/#publisher"}}'
        ),
        right=_graph(
            f'"@id": "https://example.org/a#article", {_HEAD}, "publisher": {{"@id": "https://example.org/#org"}}',
            '"@id": "https://example.org/#org", "@type": "Organization", "name": "B"',
        ),
        source=_JSON_LD,
    ),
    _entry(
        "relative-id",
        "warning",
        "A relative @id",
        "Relative @ids are resolved against the page, so in feeds, caches and exports they name other things.",
        "Write the whole address.",
        wrong='"@type": "Person", "@id": "/people/a", "name": "A"',
        right='"@type": "Person", "@id": "https://example.org/people/a", "name": "A"',
        source=_JSON_LD,
    ),
    _entry(
        "duplicate-id",
        "error",
        "One @id for two things",
        "Consumers join all nodes of one @id into one thing, which then has two types or two names.",
        "Give each thing an @id of its own.",
        wrong=_graph(
            '"@id": "https://example.org/#a", "@type": "Person", "name": "A"',
            '"@id": "https://example.org/#a", "@type": "Place", "name": "B"',
        ),
        right=_graph(
            '"@id": "https://example.org/#a", "@type": "Person", "name": "A"',
            '"@id": "https://example.org/#b", "@type": "Place", "name": "B"',
        ),
        source=_JSON_LD,
    ),
    _entry(
        "one-name-two-ids",
        "warning",
        "Two nodes for one name",
        "Two persons or organizations have one name and nothing that tells them apart: probably one thing was named twice.",
        "Use one @id, or say what tells them apart (sameAs, jobTitle, disambiguatingDescription).",
        wrong=_graph(
            '"@id": "https://example.org/#a", "@type": "Person", "name": "Ada Byron"',
            '"@id": "https://example.org/#b", "@type": "Person", "name": "Ada Byron"',
        ),
        right=_graph('"@id": "https://example.org/#a", "@type": "Person", "name": "Ada Byron"'),
        source=_JSON_LD,
    ),
    _entry(
        "two-main-articles",
        "warning",
        "Two articles at the top",
        "Consumers take the first, the last or none of them for the article of the page.",
        "Leave one at the top; link the others from it, or put them into an ItemList.",
        wrong=_graph(_HEAD + ', "keywords": "a"', '"@type": "NewsArticle", "headline": "B", "keywords": "b"'),
        right=_graph(_HEAD + ', "keywords": "a"'),
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "two-addresses",
        "warning",
        "url and mainEntityOfPage differ",
        "Both name the page of the article; two addresses split its ranking and its comments.",
        "Write the canonical address in both.",
        wrong=f'{_HEAD}, "url": "https://example.org/a", "mainEntityOfPage": "https://example.org/b"',
        right=f'{_HEAD}, "url": "https://example.org/a", "mainEntityOfPage": "https://example.org/a"',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "about-and-mentions",
        "warning",
        "Subject and passing mention at once",
        "about says that the article is about the thing, mentions that it is not.",
        "Leave it in one of them.",
        wrong=f'{_HEAD}, "about": [{{"@type": "Place", "name": "B"}}], "mentions": [{{"@type": "Place", "name": "B"}}]',
        right=f'{_HEAD}, "about": [{{"@type": "Place", "name": "B"}}]',
        source="https://schema.org/mentions",
    ),
    _entry(
        "listed-twice",
        "info",
        "An entry stands twice in a list",
        "It says nothing new.",
        "Take one of them out.",
        wrong=f'{_HEAD}, "mentions": [{{"@type": "Place", "name": "B"}}, {{"@type": "Place", "name": "B"}}]',
        right=f'{_HEAD}, "mentions": [{{"@type": "Place", "name": "B"}}]',
    ),
    _entry(
        "refers-to-itself",
        "warning",
        "A node is its own part",
        "A thing cannot be its own author, part or member; the @id is probably a copy.",
        "Give the inner thing an @id of its own.",
        wrong='"@id": "https://example.org/#a", "@type": "Organization", "name": "A", '
        '"parentOrganization": {"@id": "https://example.org/#a"}',
        right='"@id": "https://example.org/#a", "@type": "Organization", "name": "A"',
    ),
)
DATES = (
    _entry(
        "modified-before-published",
        "error",
        "Modified before it was published",
        "One of the two dates is wrong; consumers show the one or the other.",
        "Correct the date; often the zone of one of them is wrong.",
        wrong=f'{_HEAD}, "datePublished": "2014-11-18T09:00:00Z", "dateModified": "2014-11-17T09:00:00Z"',
        right=f'{_HEAD}, "datePublished": "2014-11-18T09:00:00Z", "dateModified": "2014-11-18T10:00:00Z"',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "published-before-created",
        "warning",
        "Published before it was created",
        "One of the two dates is wrong.",
        "Correct the date.",
        wrong=f'{_HEAD}, "dateCreated": "2014-11-19", "datePublished": "2014-11-18"',
        right=f'{_HEAD}, "dateCreated": "2014-11-17", "datePublished": "2014-11-18"',
    ),
    _entry(
        "expires-before-published",
        "warning",
        "Expired before it was published",
        "Consumers drop the article at once.",
        "Correct the date.",
        wrong=f'{_HEAD}, "datePublished": "2014-11-18", "expires": "2014-11-17"',
        right=f'{_HEAD}, "datePublished": "2014-11-18", "expires": "2014-12-18"',
    ),
    _entry(
        "end-before-start",
        "error",
        "The end is before the start",
        "One of the two dates is wrong.",
        "Correct the date.",
        wrong='"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}, "startDate": "2014-11-18", '
        '"endDate": "2014-11-17"',
        right='"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}, "startDate": "2014-11-18", '
        '"endDate": "2014-11-19"',
        source=_EVENT_GUIDE,
    ),
    _entry(
        "date-in-the-future",
        "error",
        "A date in the future",
        "What is published has been published before now; consumers hold the article back or distrust it.",
        "Correct the date; often its zone is wrong.",
        wrong=f'{_HEAD}, "datePublished": "2999-01-01T00:00:00Z"',
        right=f'{_HEAD}, "datePublished": "2014-11-18T09:00:00Z"',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "midnight-event",
        "info",
        "An event at midnight",
        "Midnight often stands for a time that nobody knew; readers then see a wrong time.",
        "Write the day alone where the time is not known.",
        wrong='"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}, "startDate": "2014-11-18T00:00:00Z"',
        right='"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}, "startDate": "2014-11-18"',
        source=_EVENT_GUIDE,
    ),
)
PEOPLE = (
    _entry(
        "merged-authors",
        "warning",
        "Several persons in one name",
        "Consumers look for one person of that long name and find nobody; each author loses the credit.",
        "Write one entry for each author.",
        wrong=f'{_HEAD}, "author": {{"@type": "Person", "name": "Ada Byron and Eve Stone"}}',
        right=f'{_HEAD}, "author": [{{"@type": "Person", "name": "Ada Byron"}}, {{"@type": "Person", "name": "Eve Stone"}}]',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "author-more-than-name",
        "warning",
        "More than a name in an author's name",
        "Bylines, job titles and addresses in the name make another person of the author.",
        "Write the name only; use jobTitle, url, email for the rest.",
        wrong=f'{_HEAD}, "author": {{"@type": "Person", "name": "By Ada Byron"}}',
        right=f'{_HEAD}, "author": {{"@type": "Person", "name": "Ada Byron"}}',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "author-is-publisher",
        "warning",
        "A person with the publisher's name",
        "The newsroom wrote the article, but is typed as a person.",
        'Write "@type": "Organization".',
        wrong=f'{_HEAD}, "author": {{"@type": "Person", "name": "The Post"}}, "publisher": {{"@type": "Organization", "name": "The Post"}}',
        right=f'{_HEAD}, "author": {{"@type": "Organization", "name": "The Post"}}, '
        '"publisher": {"@type": "Organization", "name": "The Post"}',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "publisher-is-person",
        "warning",
        "A news article published by a person",
        "Publishers of news are organizations, with policies and a logo; a person as publisher is usually a wrong type.",
        "Write Organization or NewsMediaOrganization.",
        wrong=f'{_HEAD}, "publisher": {{"@type": "Person", "name": "B"}}',
        right=f'{_HEAD}, "publisher": {{"@type": "NewsMediaOrganization", "name": "B"}}',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "nameless-agent",
        "warning",
        "An author or publisher without a name",
        "Nobody can be shown.",
        "Write the name, or leave the author out.",
        wrong=f'{_HEAD}, "author": {{"@type": "Person", "url": "https://example.org/b"}}',
        right=f'{_HEAD}, "author": {{"@type": "Person", "name": "B", "url": "https://example.org/b"}}',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "social-handle",
        "warning",
        "A handle where an address belongs",
        "sameAs takes an address that tells who someone is; a handle names nobody without its network.",
        "Write the whole address of the profile.",
        wrong='"@type": "Person", "name": "A", "sameAs": "@ada"',
        right='"@type": "Person", "name": "A", "sameAs": "https://social.example/ada"',
        source="https://schema.org/sameAs",
    ),
    _entry(
        "same-as-not-specific",
        "warning",
        "The start page of a social network",
        "sameAs must tell who someone is; everybody is on the start page.",
        "Write the address of the profile, or leave it out.",
        wrong='"@type": "Person", "name": "A", "sameAs": "https://www.facebook.com/"',
        right='"@type": "Person", "name": "A", "sameAs": "https://www.facebook.com/ada"',
        source="https://schema.org/sameAs",
    ),
    _entry(
        "same-as-itself",
        "info",
        "sameAs that says nothing new",
        "The node's own address does not tell who it is elsewhere.",
        "Leave it out, or name a page elsewhere.",
        wrong='"@type": "Person", "name": "A", "url": "https://example.org/a", "sameAs": "https://example.org/a"',
        right='"@type": "Person", "name": "A", "url": "https://example.org/a"',
        source="https://schema.org/sameAs",
    ),
)
TEXTS = (
    _entry(
        "html-in-text",
        "warning",
        "HTML tags in a text",
        "Consumers show the tags as they stand.",
        "Write plain text.",
        wrong='"@type": "NewsArticle", "headline": "A <b>bold</b> word"',
        right='"@type": "NewsArticle", "headline": "A bold word"',
        source=_ARTICLE_GUIDE,
    ),
    _entry(
        "entity-in-text",
        "warning",
        "HTML entities in a text",
        "JSON has no entities: readers see &amp; instead of &.",
        "Write the character itself.",
        wrong='"@type": "NewsArticle", "headline": "A &amp; B"',
        right='"@type": "NewsArticle", "headline": "A & B"',
        source="https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements",
    ),
    _entry(
        "mojibake",
        "warning",
        "Letters of a wrong encoding",
        "The text was decoded in a wrong encoding on its way; readers see broken letters.",
        "Correct the encoding where the text was saved or read.",
        wrong='"@type": "NewsArticle", "headline": "Itâ€™s over"',
        right='"@type": "NewsArticle", "headline": "It’s over"',
    ),
    _entry(
        "placeholder-text",
        "warning",
        "A template's mark instead of a text",
        "The template was not filled in.",
        "Fill it in, or leave the property out.",
        wrong='"@type": "NewsArticle", "headline": "{{ post.title }}"',
        right='"@type": "NewsArticle", "headline": "Envoy leaves"',
    ),
    _entry(
        "invalid-language-tag",
        "warning",
        "No language tag",
        "Consumers compare tags of BCP 47; a language's name or an underscore is none.",
        "Write a tag such as en or pt-BR.",
        wrong=f'{_HEAD}, "inLanguage": "en_US"',
        right=f'{_HEAD}, "inLanguage": "en-US"',
        source="https://www.rfc-editor.org/rfc/rfc5646",
    ),
    _entry(
        "language-of-text",
        "warning",
        "The text is in another language",
        "Readers of the stated language are led to a text they cannot read.",
        "Correct inLanguage.",
        wrong=f'{_HEAD}, "inLanguage": "de", "articleBody": "{_BODY}"',
        right=f'{_HEAD}, "inLanguage": "en", "articleBody": "{_BODY}"',
        source="https://schema.org/inLanguage",
    ),
    _entry(
        "word-count-differs",
        "info",
        "wordCount is far from the text",
        "The number was not counted on this text.",
        "Count again, or leave it out.",
        wrong=f'{_HEAD}, "wordCount": 900, "articleBody": "{_BODY}"',
        right=f'{_HEAD}, "wordCount": 68, "articleBody": "{_BODY}"',
        source="https://schema.org/wordCount",
    ),
    _entry(
        "entity-not-in-text",
        "warning",
        "A name that the text does not have",
        "The article is said to be about someone whom its text does not name: a statement without evidence.",
        "Take the entity out, or correct its name.",
        wrong=f'{_HEAD}, "articleBody": "{_BODY}", "about": {{"@type": "Person", "name": "Ada Byron"}}',
        right=f'{_HEAD}, "articleBody": "{_BODY} Ada Byron stays.", "about": {{"@type": "Person", "name": "Ada Byron"}}',
        source="https://developers.google.com/search/docs/appearance/structured-data/sd-policies (checked 2026-11)",
    ),
    _entry(
        "quotation-not-in-text",
        "warning",
        "A quotation that the text does not have",
        "Words are put into someone's mouth that the article does not quote.",
        "Quote the text's words; join parts that the writer split by an ellipsis.",
        wrong=_graph(
            f'{_HEAD}, "articleBody": "{_BODY}", "hasPart": {{"@type": "Quotation", "text": "We won.", '
            '"spokenByCharacter": {"@type": "Person", "name": "B"}}'
        ),
        right=_graph(
            f'{_HEAD}, "articleBody": "{_BODY} “We won.”", "hasPart": {{"@type": "Quotation", "text": "We won.", '
            '"spokenByCharacter": {"@type": "Person", "name": "B"}}'
        ),
        source="https://schema.org/Quotation",
    ),
    _entry(
        "headline-with-site-name",
        "warning",
        "The publisher's name in the headline",
        "Page titles carry it; headlines in lists repeat it on every line.",
        "Write the headline alone.",
        wrong='"@type": "NewsArticle", "headline": "Envoy leaves | The Post", "publisher": {"@type": "Organization", "name": "The Post"}',
        right='"@type": "NewsArticle", "headline": "Envoy leaves", "publisher": {"@type": "Organization", "name": "The Post"}',
        source=_ARTICLE_GUIDE,
    ),
)
EVENTS = (
    _entry(
        "event-without-place",
        "warning",
        "An event without a place",
        "Nobody can go there, or find it on a map. Where an article merely tells of the event, event-left-open says so instead.",
        "Add location with a Place or VirtualLocation.",
        wrong='"@type": "Event", "name": "A", "startDate": "2014-11-18"',
        right='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": {"@type": "Place", "name": "B"}',
        source=_EVENT_GUIDE,
    ),
    _entry(
        "event-without-date",
        "warning",
        "An event without a date",
        "Nobody knows when it is. Where an article merely tells of the event, event-left-open says so instead.",
        "Add startDate, as precise as it is known.",
        wrong='"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}',
        right='"@type": "Event", "name": "A", "startDate": "2014-11", "location": {"@type": "Place", "name": "B"}',
        source=_EVENT_GUIDE,
    ),
    _entry(
        "place-as-text",
        "info",
        "A place that is plain text",
        "schema.org allows it, but no map and no search by place finds it.",
        "Write a Place with name and address.",
        wrong='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": "B"',
        right='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": {"@type": "Place", "name": "B"}',
        source=_EVENT_GUIDE,
    ),
    _entry(
        "event-left-open",
        "info",
        "An event of the news without place or date",
        "An article tells of the event and does not say where or when it is; that is no fault, but a place or date makes it findable.",
        "State the place and the date where they are known.",
        wrong=_graph(f'{_HEAD}, "mentions": {{"@type": "Event", "name": "Talks", "description": "B"}}'),
        right=_graph(
            f'{_HEAD}, "mentions": {{"@type": "Event", "name": "Talks", "startDate": "2014", '
            '"location": {"@type": "Place", "name": "B"}}'
        ),
        source=_EVENT_GUIDE,
    ),
    _entry(
        "quotation-left-open",
        "info",
        "A quotation whose speaker is not known",
        "Several quotations of the article have no speaker, as where officials are quoted without a name.",
        "Name the speaker where it is known.",
        wrong=_graph(
            '"@type": "Quotation", "text": "We won.", "inLanguage": "en"',
            '"@type": "Quotation", "text": "No.", "inLanguage": "en"',
        ),
        right='"@type": "Quotation", "text": "We won.", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        source="https://schema.org/Quotation",
    ),
    _entry(
        "rescheduled-from-nowhere",
        "warning",
        "Rescheduled, but not from when",
        "Consumers cannot tell which entry of their calendars the new date replaces.",
        "Add previousStartDate.",
        wrong='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": {"@type": "Place", "name": "B"}, '
        '"eventStatus": "https://schema.org/EventRescheduled"',
        right='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": {"@type": "Place", "name": "B"}, '
        '"eventStatus": "https://schema.org/EventRescheduled", "previousStartDate": "2014-11-11"',
        source="https://schema.org/EventRescheduled",
    ),
    _entry(
        "quotation-without-speaker",
        "warning",
        "A quotation that nobody says",
        "Without a speaker the words hang in the air. Where an article has several such quotations, quotation-left-open says so.",
        "Name the speaker in spokenByCharacter.",
        wrong='"@type": "Quotation", "text": "We won.", "inLanguage": "en"',
        right='"@type": "Quotation", "text": "We won.", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        source="https://schema.org/Quotation",
    ),
    _entry(
        "quotation-without-text",
        "error",
        "A quotation without words",
        "There is nothing to quote.",
        "Write the words in text.",
        wrong='"@type": "Quotation", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        right='"@type": "Quotation", "text": "We won.", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        source="https://schema.org/Quotation",
    ),
    _entry(
        "coordinates-out-of-range",
        "error",
        "Coordinates beside the globe",
        "Latitude goes to 90 degrees, longitude to 180; the two are probably swapped.",
        "Correct the numbers.",
        wrong='"@type": "Place", "name": "A", "latitude": 126.9, "longitude": 37.5',
        right='"@type": "Place", "name": "A", "latitude": 37.5, "longitude": 126.9',
        source="https://schema.org/latitude",
    ),
    _entry(
        "positions-repeated",
        "warning",
        "A position stands twice in a list",
        "The order of the entries is not clear.",
        "Count the positions from 1.",
        wrong='"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "A", '
        '"item": "https://example.org/a"}, {"@type": "ListItem", "position": 1, "name": "B"}]',
        right='"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "A", '
        '"item": "https://example.org/a"}, {"@type": "ListItem", "position": 2, "name": "B"}]',
        source="https://schema.org/position",
    ),
)
ENTRIES = (*IDENTITY, *DATES, *PEOPLE, *TEXTS, *EVENTS)
