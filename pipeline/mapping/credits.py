"""Authors, contributors, editors and the source's own publisher -> Person and Organization nodes, under the ids the authority keeps."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.claims import Claim, Draft, named_reference, of, stated, typed
from pipeline.mapping.entity import links
from pipeline.mapping.evidence import CONFIGURATION, from_origin
from pipeline.mapping.ids import local_of, site_id
from pipeline.mapping.names import same_name
from pipeline.mapping.story import Story
from pipeline.model.article import Article
from pipeline.model.graph import Node
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit

ROLES = ("author", "contributor", "editor")


def credited(article: Article, newsroom: Newsroom | None) -> Iterator[tuple[str, str, Credit]]:
    """Each credit that needs an identity: its local id, the article's field, the credit. The configured publisher has one."""
    for role in ROLES:
        for each in creditable(article, role):
            if not is_own_publisher(each, newsroom):
                yield local_of(role, each.name), role, each
    if article.publisher and not is_own_publisher(article.publisher, newsroom):
        yield "publisher", "publisher", article.publisher


def creditable(article: Article, role: str) -> tuple[Credit, ...]:
    """The credits that become nodes. Only a person is an ``editor`` of schema.org. Who is known as a contributor from a printed
    line alone ("Additional reporting by ...") stands there, in ``creditText``: the line does not say what they are."""
    named: tuple[Credit, ...] = getattr(article, role)
    if role == "editor":
        return tuple(each for each in named if each.type == "Person")
    origin = article.origins.get("contributor")
    if role != "contributor" or origin is None or not origin.source.startswith(("rule:", "model:")):
        return named
    return tuple(each for each in named if each.name not in (article.credit_text or ""))


def is_own_publisher(credit: Credit, newsroom: Newsroom | None) -> bool:
    """Whether the credit names the configured publisher (and no person of the same name)."""
    return newsroom is not None and same_name(credit.name, newsroom.publisher.name) and credit.job_title is None


def credit_type(credit: Credit, role: str) -> str:
    """The node's type; who publishes news is a news organization (https://schema.org/NewsMediaOrganization)."""
    return "NewsMediaOrganization" if role == "publisher" else credit.type


def credit_nodes(story: Story) -> Iterator[Draft]:
    """A node for every credit."""
    for local, role, credit in credited(story.article, story.newsroom):
        evidence = from_origin(story.article, role)
        kind = credit_type(credit, role)
        yield of(
            story.node_ids[local],
            typed(kind, evidence),
            stated("name", credit.name, evidence),
            stated("url", credit.url, evidence),
            stated("email", credit.email, evidence),
            stated("jobTitle", credit.job_title if kind == "Person" else None, evidence),
            stated("sameAs", credit.same_as, evidence),
            links(story, local),
            stated("identifier", credit.identifier, evidence),
        )


def credit_claims(story: Story, role: str) -> tuple[Claim, ...]:
    """The article's claims for one of its fields, with the name beside each @id."""
    found = [_pointer(story, local_of(role, each.name), role, each) for each in creditable(story.article, role)]
    return stated(role, tuple(found), from_origin(story.article, role))


def publisher_claims(story: Story) -> tuple[Claim, ...]:
    """``publisher``: the source's own, else, for what stands on its site, the configured one; whoever gathers what others
    publish is ``sdPublisher``."""
    own = own_publisher(story)
    credit = story.article.publisher
    if credit is None:
        return stated("publisher" if story.own_site else "sdPublisher", own, CONFIGURATION)
    evidence = from_origin(story.article, "publisher")
    if is_own_publisher(credit, story.newsroom):
        return stated("publisher", own, evidence)
    return (
        *stated("publisher", _pointer(story, "publisher", "publisher", credit), evidence),
        *stated("sdPublisher", own, CONFIGURATION),
    )


def own_publisher(story: Story) -> Node:
    """A pointer to the configured publisher, with its logo for readers that do not follow an @id."""
    publisher = story.newsroom.publisher
    site = story.newsroom.site.url
    logo = {"@id": site_id(site, "logo"), "@type": "ImageObject", "url": publisher.logo} if publisher.logo else None
    return named_reference(
        site_id(site, "publisher"), "NewsMediaOrganization", publisher.name, url=publisher.url, logo=logo
    )


def _pointer(story: Story, local: str, role: str, credit: Credit) -> Node:
    if is_own_publisher(credit, story.newsroom):
        return own_publisher(story)
    return named_reference(story.node_ids[local], credit_type(credit, role), credit.name, url=credit.url)
