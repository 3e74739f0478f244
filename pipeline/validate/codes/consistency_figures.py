"""Codes of the consistency layer about numbers, dates, lists and what events and works say of themselves."""

from __future__ import annotations

from pipeline.validate.codes.consistency_rows import ARTICLE_GUIDE, EVENT_GUIDE, HEAD, row

_TRAIL_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/breadcrumb (checked 2026-11)"
_PAYWALL_GUIDE = (
    "https://developers.google.com/search/docs/appearance/structured-data/paywalled-content (checked 2026-11)"
)
_RATING_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/review-snippet (checked 2026-11)"
_CLAIM_GUIDE = "https://developers.google.com/search/docs/appearance/structured-data/factcheck (checked 2026-11)"
_EVENT = '"@type": "Event", "name": "A", "location": {"@type": "Place", "name": "B"}'
_LIVE = '"@type": "LiveBlogPosting", "headline": "A"'
_FREE = '"isAccessibleForFree": {}, "hasPart": {{"@type": "WebPageElement", "isAccessibleForFree": false, "cssSelector": ".paid"}}'


def _trail(*positions: int, more: str = "") -> str:
    entries = ", ".join(
        f'{{"@type": "ListItem", "position": {each}, "name": "A{each}", "item": "https://example.org/{each}"}}'
        for each in positions
    )
    return f'"@type": "BreadcrumbList", {more}"itemListElement": [{entries}]'


def _rating(value: str) -> str:
    return f'"@type": "Review", "name": "A", "reviewRating": {{"@type": "Rating", "ratingValue": {value}, "bestRating": 5, "worstRating": 1}}'


def _post(members: str) -> str:
    post = f'{{"@type": "BlogPosting", "headline": "B"{members}}}'
    return f'{_LIVE}, "coverageStartTime": "2025-11-18T09:00:00Z", "liveBlogUpdate": [{post}]'


ENTRIES = (
    row(
        "number-not-plain",
        "warning",
        "A number that programs cannot read",
        "Prices, coordinates and ratings are read as digits with a point; commas, units, signs and degrees make them unreadable.",
        "Write 12.50, and the currency in priceCurrency.",
        wrong='"@type": "Offer", "price": "12,50 EUR", "priceCurrency": "EUR"',
        right='"@type": "Offer", "price": "12.50", "priceCurrency": "EUR"',
        source="https://schema.org/price",
    ),
    row(
        "negative-count",
        "warning",
        "A count below zero",
        "Nothing can be there less than not at all.",
        "Write the number, or leave it out.",
        wrong=f'{HEAD}, "commentCount": -1',
        right=f'{HEAD}, "commentCount": 0',
    ),
    row(
        "rating-out-of-range",
        "warning",
        "A rating beyond its scale",
        "Consumers drop ratings outside of their scale; where none is stated, it goes to 5.",
        "State bestRating and worstRating.",
        wrong=_rating("7"),
        right=_rating("4"),
        source=_RATING_GUIDE,
    ),
    row(
        "currency-code",
        "warning",
        "A currency that is no code",
        "Programs know currencies by the three capitals of ISO 4217.",
        "Write EUR, NOK or the like.",
        wrong='"@type": "Offer", "price": "12", "priceCurrency": "€"',
        right='"@type": "Offer", "price": "12", "priceCurrency": "EUR"',
        source="https://schema.org/priceCurrency",
    ),
    row(
        "not-a-contact",
        "warning",
        "A telephone number or mail address that is none",
        "It has no digit to dial, or no @ to write to.",
        "Write the number or address, or leave it out.",
        wrong='"@type": "Organization", "name": "A", "email": "desk at example.org"',
        right='"@type": "Organization", "name": "A", "email": "desk@example.org"',
    ),
    row(
        "null-island",
        "warning",
        "Latitude and longitude are zero",
        "The point lies in the open sea; programs write it where they know no place.",
        "Write the coordinates, or leave them out.",
        wrong='"@type": "Place", "name": "A", "geo": {"@type": "GeoCoordinates", "latitude": 0, "longitude": 0}',
        right='"@type": "Place", "name": "A", "geo": {"@type": "GeoCoordinates", "latitude": 60.39, "longitude": 5.32}',
    ),
    row(
        "positions-with-gaps",
        "warning",
        "A trail that does not count 1, 2, 3",
        "The first entry of a trail has position 1, and each further one the next.",
        "Count from 1.",
        wrong=_trail(0, 1),
        right=_trail(1, 2),
        source=_TRAIL_GUIDE,
    ),
    row(
        "number-of-items-differs",
        "info",
        "A list of another length than it says",
        "numberOfItems and the entries contradict each other.",
        "Correct numberOfItems, or leave it out.",
        wrong=_trail(1, 2, more='"numberOfItems": 7, '),
        right=_trail(1, 2, more='"numberOfItems": 2, '),
        source="https://schema.org/numberOfItems",
    ),
    row(
        "default-date",
        "warning",
        "A date that programs write for none",
        "It is the first second that a computer, a database or a spreadsheet can count, and stands where no date is known.",
        "Write the date, or leave it out.",
        wrong=f'{HEAD}, "datePublished": "1970-01-01T00:00:00Z"',
        right=f'{HEAD}, "datePublished": "2025-11-18T09:00:00Z"',
        source=ARTICLE_GUIDE,
    ),
    row(
        "implausible-age",
        "warning",
        "A person older than anybody ever was",
        "One of the dates is wrong, or belongs to another person.",
        "Correct the dates.",
        wrong='"@type": "Person", "name": "A", "birthDate": "1800", "deathDate": "1990"',
        right='"@type": "Person", "name": "A", "birthDate": "1900", "deathDate": "1990"',
    ),
    row(
        "life-in-the-future",
        "warning",
        "Born, dead or founded after today",
        "Only persons of fiction are born in the future; of others the date is wrong.",
        "Correct the date, unless it is fiction.",
        wrong='"@type": "Person", "name": "A", "birthDate": "2139"',
        right='"@type": "Person", "name": "A", "birthDate": "1939"',
    ),
    row(
        "doors-after-start",
        "warning",
        "Doors that open after the start",
        "doorTime is when visitors can come in, and lies before startDate.",
        "Correct doorTime or startDate.",
        wrong=f'{_EVENT}, "doorTime": "2026-03-18T20:00:00Z", "startDate": "2026-03-18T19:00:00Z"',
        right=f'{_EVENT}, "doorTime": "2026-03-18T18:00:00Z", "startDate": "2026-03-18T19:00:00Z"',
        source="https://schema.org/doorTime",
    ),
    row(
        "attendance-mode-contradicts",
        "warning",
        "Online at a place, or at a place online",
        "eventAttendanceMode and the type of location contradict each other.",
        "Use VirtualLocation for what is online, both for what is mixed.",
        wrong=f'{_EVENT}, "startDate": "2026", "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode"',
        right=f'{_EVENT}, "startDate": "2026", "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode"',
        source=EVENT_GUIDE,
    ),
    row(
        "live-blog-without-posts",
        "info",
        "A live blog without posts",
        "LiveBlogPosting is a work made of dated posts, and this one has none in the data.",
        "Give the posts in liveBlogUpdate.",
        wrong=_LIVE,
        right=_post(', "datePublished": "2025-11-18T09:30:00Z"'),
        source="https://schema.org/LiveBlogPosting",
    ),
    row(
        "live-post-undated",
        "warning",
        "A post of a live blog without a date",
        "Without it nobody can tell the newest post.",
        "Give datePublished with a zone.",
        wrong=_post(""),
        right=_post(', "datePublished": "2025-11-18T09:30:00Z"'),
        source="https://schema.org/liveBlogUpdate",
    ),
    row(
        "live-post-before-coverage",
        "warning",
        "A post before the coverage began",
        "coverageStartTime is a day after a post.",
        "Correct coverageStartTime, or the date of the post.",
        wrong=_post(', "datePublished": "2025-11-16T09:30:00Z"'),
        right=_post(', "datePublished": "2025-11-18T09:30:00Z"'),
        source="https://schema.org/coverageStartTime",
    ),
    row(
        "paywall-contradicts",
        "warning",
        "A free work with a part that is not",
        "The work says that all of it can be read, and a part says that it cannot.",
        "Set isAccessibleForFree of the work to false.",
        wrong=f"{HEAD}, {_FREE.format('true')}",
        right=f"{HEAD}, {_FREE.format('false')}",
        source=_PAYWALL_GUIDE,
    ),
    row(
        "claim-review-without-claim",
        "warning",
        "A fact check of no claim",
        "Those who show fact checks show claimReviewed first.",
        "Write the claim, in few words, into claimReviewed.",
        wrong='"@type": "ClaimReview", "url": "https://example.org/a", "reviewRating": {"@type": "Rating", "alternateName": "False"}',
        right='"@type": "ClaimReview", "url": "https://example.org/a", "claimReviewed": "A", "reviewRating": {"@type": "Rating", "alternateName": "False"}',
        source=_CLAIM_GUIDE,
    ),
)
