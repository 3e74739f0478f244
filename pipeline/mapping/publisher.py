"""The configured publisher -> a NewsMediaOrganization with its policies (https://schema.org/NewsMediaOrganization), and its logo."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.claims import Draft, of, reference, stated, typed
from pipeline.mapping.evidence import CONFIGURATION
from pipeline.mapping.ids import site_id
from pipeline.model.newsroom import Newsroom

POLICIES = (
    ("publishingPrinciples", "publishing_principles"),
    ("ethicsPolicy", "ethics_policy"),
    ("correctionsPolicy", "corrections_policy"),
    ("diversityPolicy", "diversity_policy"),
    ("ownershipFundingInfo", "ownership_funding_info"),
    ("masthead", "masthead"),
)


def publisher(newsroom: Newsroom) -> Iterator[Draft]:
    """The publisher's node, and its logo's if there is one."""
    settings = newsroom.publisher
    site = newsroom.site.url
    yield of(
        site_id(site, "publisher"),
        typed("NewsMediaOrganization", CONFIGURATION),
        stated("name", settings.name, CONFIGURATION),
        stated("url", settings.url, CONFIGURATION),
        stated("logo", reference(site_id(site, "logo")) if settings.logo else None, CONFIGURATION),
        stated("sameAs", settings.same_as, CONFIGURATION),
        stated("email", settings.contact_email, CONFIGURATION),
        *(stated(name, getattr(settings, field), CONFIGURATION) for name, field in POLICIES),
    )
    if settings.logo:
        yield of(
            site_id(site, "logo"),
            typed("ImageObject", CONFIGURATION),
            stated("url", settings.logo, CONFIGURATION),
            stated("contentUrl", settings.logo, CONFIGURATION),
            stated("width", settings.logo_width, CONFIGURATION),
            stated("height", settings.logo_height, CONFIGURATION),
            stated("caption", settings.name, CONFIGURATION),
        )
