"""Codes of the consistency layer about texts, events, quotations and places."""

from __future__ import annotations

from pipeline.validate.codes.consistency_rows import ARTICLE_GUIDE, BODY, EVENT_GUIDE, HEAD, graph, row

TEXTS = (
    row(
        "html-in-text",
        "warning",
        "HTML tags in a text",
        "Consumers show the tags as they stand.",
        "Write plain text.",
        wrong='"@type": "NewsArticle", "headline": "A <b>bold</b> word"',
        right='"@type": "NewsArticle", "headline": "A bold word"',
        source=ARTICLE_GUIDE,
    ),
    row(
        "entity-in-text",
        "warning",
        "HTML entities in a text",
        "JSON has no entities: readers see &amp; instead of &.",
        "Write the character itself.",
        wrong='"@type": "NewsArticle", "headline": "A &amp; B"',
        right='"@type": "NewsArticle", "headline": "A & B"',
        source="https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements",
    ),
    row(
        "mojibake",
        "warning",
        "Letters of a wrong encoding",
        "The text was decoded in a wrong encoding on its way; readers see broken letters.",
        "Correct the encoding where the text was saved or read.",
        wrong='"@type": "NewsArticle", "headline": "Itâ€™s over"',
        right='"@type": "NewsArticle", "headline": "It’s over"',
    ),
    row(
        "placeholder-text",
        "warning",
        "A template's mark instead of a text",
        "The template was not filled in.",
        "Fill it in, or leave the property out.",
        wrong='"@type": "NewsArticle", "headline": "{{ post.title }}"',
        right='"@type": "NewsArticle", "headline": "Envoy leaves"',
    ),
    row(
        "invalid-language-tag",
        "warning",
        "No language tag",
        "Consumers compare tags of BCP 47; a language's name or an underscore is none.",
        "Write a tag such as en or pt-BR.",
        wrong=f'{HEAD}, "inLanguage": "en_US"',
        right=f'{HEAD}, "inLanguage": "en-US"',
        source="https://www.rfc-editor.org/rfc/rfc5646",
    ),
    row(
        "language-of-text",
        "warning",
        "The text is in another language",
        "Readers of the stated language are led to a text they cannot read.",
        "Correct inLanguage.",
        wrong=f'{HEAD}, "inLanguage": "de", "articleBody": "{BODY}"',
        right=f'{HEAD}, "inLanguage": "en", "articleBody": "{BODY}"',
        source="https://schema.org/inLanguage",
    ),
    row(
        "word-count-differs",
        "info",
        "wordCount is far from the text",
        "The number was not counted on this text.",
        "Count again, or leave it out.",
        wrong=f'{HEAD}, "wordCount": 900, "articleBody": "{BODY}"',
        right=f'{HEAD}, "wordCount": 68, "articleBody": "{BODY}"',
        source="https://schema.org/wordCount",
    ),
    row(
        "entity-not-in-text",
        "warning",
        "A name that the text does not have",
        "The article is said to be about someone whom its text does not name: a statement without evidence.",
        "Take the entity out, or correct its name.",
        wrong=f'{HEAD}, "articleBody": "{BODY}", "about": {{"@type": "Person", "name": "Ada Byron"}}',
        right=f'{HEAD}, "articleBody": "{BODY} Ada Byron stays.", "about": {{"@type": "Person", "name": "Ada Byron"}}',
        source="https://developers.google.com/search/docs/appearance/structured-data/sd-policies (checked 2026-11)",
    ),
    row(
        "quotation-not-in-text",
        "warning",
        "A quotation that the text does not have",
        "Words are put into someone's mouth that the article does not quote.",
        "Quote the text's words; join parts that the writer split by an ellipsis.",
        wrong=graph(
            f'{HEAD}, "articleBody": "{BODY}", "hasPart": {{"@type": "Quotation", "text": "We won.", '
            '"spokenByCharacter": {"@type": "Person", "name": "B"}}'
        ),
        right=graph(
            f'{HEAD}, "articleBody": "{BODY} “We won.”", "hasPart": {{"@type": "Quotation", "text": "We won.", '
            '"spokenByCharacter": {"@type": "Person", "name": "B"}}'
        ),
        source="https://schema.org/Quotation",
    ),
    row(
        "headline-with-site-name",
        "warning",
        "The publisher's name in the headline",
        "Page titles carry it; headlines in lists repeat it on every line.",
        "Write the headline alone.",
        wrong='"@type": "NewsArticle", "headline": "Envoy leaves | The Post", "publisher": {"@type": "Organization", "name": "The Post"}',
        right='"@type": "NewsArticle", "headline": "Envoy leaves", "publisher": {"@type": "Organization", "name": "The Post"}',
        source=ARTICLE_GUIDE,
    ),
)
EVENTS = (
    row(
        "event-without-place",
        "warning",
        "An event without a place",
        "Nobody can go there, or find it on a map. Where an article merely tells of the event, event-left-open says so instead.",
        "Add location with a Place or VirtualLocation.",
        wrong='"@type": "Event", "name": "A", "startDate": "2014-11-18"',
        right='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": {"@type": "Place", "name": "B"}',
        source=EVENT_GUIDE,
    ),
    row(
        "event-without-date",
        "warning",
        "An event without a date",
        "Nobody knows when it is. Where an article merely tells of the event, event-left-open says so instead.",
        "Add startDate, as precise as it is known.",
        wrong='"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}',
        right='"@type": "Event", "name": "A", "startDate": "2014-11", "location": {"@type": "Place", "name": "B"}',
        source=EVENT_GUIDE,
    ),
    row(
        "place-as-text",
        "info",
        "A place that is plain text",
        "schema.org allows it, but no map and no search by place finds it.",
        "Write a Place with name and address.",
        wrong='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": "B"',
        right='"@type": "Event", "name": "A", "startDate": "2014-11-18", "location": {"@type": "Place", "name": "B"}',
        source=EVENT_GUIDE,
    ),
    row(
        "event-left-open",
        "info",
        "An event of the news without place or date",
        "An article tells of the event and does not say where or when it is; that is no fault, but a place or date makes it findable.",
        "State the place and the date where they are known.",
        wrong=graph(f'{HEAD}, "mentions": {{"@type": "Event", "name": "Talks", "description": "B"}}'),
        right=graph(
            f'{HEAD}, "mentions": {{"@type": "Event", "name": "Talks", "startDate": "2014", '
            '"location": {"@type": "Place", "name": "B"}}'
        ),
        source=EVENT_GUIDE,
    ),
    row(
        "quotation-left-open",
        "info",
        "A quotation whose speaker is not known",
        "Several quotations of the article have no speaker, as where officials are quoted without a name.",
        "Name the speaker where it is known.",
        wrong=graph(
            '"@type": "Quotation", "text": "We won.", "inLanguage": "en"',
            '"@type": "Quotation", "text": "No.", "inLanguage": "en"',
        ),
        right='"@type": "Quotation", "text": "We won.", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        source="https://schema.org/Quotation",
    ),
    row(
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
    row(
        "quotation-without-speaker",
        "warning",
        "A quotation that nobody says",
        "Without a speaker the words hang in the air. Where an article has several such quotations, quotation-left-open says so.",
        "Name the speaker in spokenByCharacter.",
        wrong='"@type": "Quotation", "text": "We won.", "inLanguage": "en"',
        right='"@type": "Quotation", "text": "We won.", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        source="https://schema.org/Quotation",
    ),
    row(
        "quotation-without-text",
        "error",
        "A quotation without words",
        "There is nothing to quote.",
        "Write the words in text.",
        wrong='"@type": "Quotation", "inLanguage": "en", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        right='"@type": "Quotation", "text": "We won.", "spokenByCharacter": {"@type": "Person", "name": "B"}',
        source="https://schema.org/Quotation",
    ),
    row(
        "coordinates-out-of-range",
        "error",
        "Coordinates beside the globe",
        "Latitude goes to 90 degrees, longitude to 180; the two are probably swapped.",
        "Correct the numbers.",
        wrong='"@type": "Place", "name": "A", "latitude": 126.9, "longitude": 37.5',
        right='"@type": "Place", "name": "A", "latitude": 37.5, "longitude": 126.9',
        source="https://schema.org/latitude",
    ),
    row(
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
ENTRIES = (*TEXTS, *EVENTS)
