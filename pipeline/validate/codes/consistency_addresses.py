"""Codes of the consistency layer about addresses, pictures and sameAs."""

from __future__ import annotations

from pipeline.validate.codes.consistency_rows import ARTICLE_GUIDE, HEAD, row

_CANONICAL = "https://developers.google.com/search/docs/crawling-indexing/consolidate-duplicate-urls (checked 2026-11)"
_SAME_AS = "https://schema.org/sameAs"
_IMAGE = "https://example.org/a.jpg"
_ORG = '"publisher": {"@type": "Organization", "name": "B", "url": "https://example.org/"}'

ENTRIES = (
    row(
        "entity-in-url",
        "warning",
        "An address escaped for HTML",
        "JSON does not undo HTML's escapes, so the server is asked for a parameter named amp;h, or gives another picture.",
        "Write & alone.",
        wrong=f'{HEAD}, "image": "https://example.org/a.jpg?w=1&amp;h=2"',
        right=f'{HEAD}, "image": "https://example.org/a.jpg?w=1&h=2"',
        source="https://www.rfc-editor.org/rfc/rfc8259#section-7",
    ),
    row(
        "doubled-url",
        "warning",
        "One address in front of another",
        "A program put the site's address before an address that was whole already; the sum leads nowhere.",
        "Write the second address alone.",
        wrong=f'{HEAD}, "url": "https://example.org/a", "image": "https://example.org/https://cdn.example.org/a.jpg"',
        right=f'{HEAD}, "url": "https://example.org/a", "image": "https://cdn.example.org/a.jpg"',
    ),
    row(
        "placeholder-url",
        "warning",
        "An address that was left unfilled",
        "A template's mark, undefined or null stands where a part of the address should.",
        "Fill the template, or leave the property out.",
        wrong=f'{HEAD}, "image": "https://example.org/undefined"',
        right=f'{HEAD}, "image": "{_IMAGE}"',
    ),
    row(
        "staging-url",
        "warning",
        "An address of a system for testing",
        "It names a staging host of a site whose public address the document knows; readers and crawlers cannot open it.",
        "Write the public address.",
        wrong=f'{HEAD}, "url": "https://example.org/a", "image": "https://staging.example.org/a.jpg"',
        right=f'{HEAD}, "url": "https://example.org/a", "image": "{_IMAGE}"',
    ),
    row(
        "data-url",
        "warning",
        "A picture inside the data",
        "Consumers fetch pictures by their address; a data URL is mostly a grey dot that stands until the picture is loaded.",
        "Write the address of the picture.",
        wrong=f'{HEAD}, "image": "data:image/gif;base64,R0lGODlhAQABAAAAACw="',
        right=f'{HEAD}, "image": "{_IMAGE}"',
        source=ARTICLE_GUIDE,
    ),
    row(
        "address-is-start-page",
        "warning",
        "The article has the address of the site",
        "Every article would have the same address, and none can be found by it.",
        "Write the address of the article.",
        wrong=f'{HEAD}, "mainEntityOfPage": "https://example.org", {_ORG}',
        right=f'{HEAD}, "mainEntityOfPage": "https://example.org/a", {_ORG}',
        source="https://schema.org/mainEntityOfPage",
    ),
    row(
        "tracking-in-url",
        "warning",
        "The marks of a campaign in an article's address",
        "The same article has another address in every mail and network, so consumers count several.",
        "Write the address without them.",
        wrong=f'{HEAD}, "url": "https://example.org/a?utm_source=mail"',
        right=f'{HEAD}, "url": "https://example.org/a"',
        source=_CANONICAL,
    ),
    row(
        "picture-is-page",
        "warning",
        "The picture is the article's page",
        "Consumers who fetch the picture get HTML.",
        "Write the address of the picture.",
        wrong=f'{HEAD}, "url": "https://example.org/a", "image": "https://example.org/a"',
        right=f'{HEAD}, "url": "https://example.org/a", "image": "{_IMAGE}"',
        source=ARTICLE_GUIDE,
    ),
    row(
        "picture-without-address",
        "warning",
        "A picture that does not say where it is",
        "Size and caption are of no use without the file.",
        "Give url or contentUrl.",
        wrong=f'{HEAD}, "image": {{"@type": "ImageObject", "width": 1200, "height": 800}}',
        right=f'{HEAD}, "image": {{"@type": "ImageObject", "width": 1200, "height": 800, "url": "{_IMAGE}"}}',
        source=ARTICLE_GUIDE,
    ),
    row(
        "implausible-size",
        "warning",
        "A size that no picture has",
        "Content systems write 0 or 1 where they do not know the size, as of vector graphics; consumers drop such pictures as too small.",
        "State the size, or leave width and height out.",
        wrong=f'{HEAD}, "image": {{"@type": "ImageObject", "width": 1, "height": 1, "url": "{_IMAGE}"}}',
        right=f'{HEAD}, "image": {{"@type": "ImageObject", "url": "{_IMAGE}"}}',
        source=ARTICLE_GUIDE,
    ),
    row(
        "same-as-site",
        "info",
        "sameAs of a person is the site",
        "The start page of the site tells who publishes, not who the person is; content systems put it there by default.",
        "Name a page about the person, or leave it out.",
        wrong=f'{HEAD}, "author": {{"@type": "Person", "name": "A", "sameAs": "https://example.org"}}, {_ORG}',
        right=f'{HEAD}, "author": {{"@type": "Person", "name": "A", "sameAs": "https://social.example/a"}}, {_ORG}',
        source=_SAME_AS,
    ),
    row(
        "same-as-shared",
        "info",
        "One profile for two things",
        "A profile on a social network is the person's or the organization's; where one stands for both, programs take them for one.",
        "Keep it on the one that it belongs to.",
        wrong='"@type": "Person", "name": "A", "sameAs": "https://www.facebook.com/b", '
        '"worksFor": {"@type": "Organization", "name": "B", "sameAs": "https://www.facebook.com/b"}',
        right='"@type": "Person", "name": "A", "worksFor": {"@type": "Organization", "name": "B", "sameAs": "https://www.facebook.com/b"}',
        source=_SAME_AS,
    ),
    row(
        "same-as-two-things",
        "warning",
        "One page for two things",
        "sameAs tells that a page is about exactly this thing; two things with other names cannot both be it.",
        "Keep it on the thing that the page is about.",
        wrong='"@type": "Person", "name": "A", "sameAs": "https://social.example/b", '
        '"worksFor": {"@type": "Organization", "name": "B", "sameAs": "https://social.example/b"}',
        right='"@type": "Person", "name": "A", "worksFor": {"@type": "Organization", "name": "B", "sameAs": "https://social.example/b"}',
        source=_SAME_AS,
    ),
)
