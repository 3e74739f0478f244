"""What the source itself states that the article is about or mentions -> DefinedTerms, and entities beside those of the text: a
subject of the same name as an entity of the text is that entity."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, Draft, named_reference, of, stated, typed
from pipeline.mapping.evidence import from_origin
from pipeline.mapping.names import same_name
from pipeline.mapping.story import Story
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, Subject
from pipeline.model.graph import Evidence, Json
from pipeline.model.identity import IdentityKind

KINDS: dict[str, IdentityKind] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "event": "event",
}
"""Kinds of subjects whose identity the authority keeps."""
TYPES = {
    "topic": "DefinedTerm", "person": "Person", "organization": "Organization", "place": "Place", "event": "Event",
    "work": "CreativeWork", "product": "Product", "object": "Thing",
}  # fmt: skip
ANNOTATED = {
    "person": ("person",), "organization": ("organization", "group"), "place": ("place", "facility"), "event": ("named-event",),
    "work": ("work",), "product": ("product",),
}  # fmt: skip


def located(article: Article, annotations: Annotations) -> Iterator[tuple[str, Subject]]:
    """Each subject with its local id: that of the text's entity it names, else one of its own (``subject/...``)."""
    for subject in article.subjects:
        known = next(
            (
                each.id
                for each in annotations.entities
                if each.type in ANNOTATED.get(subject.kind, ())
                and any(same_name(subject.name, name) for name in (each.name, *each.alternate_names))
            ),
            None,
        )
        yield known or ids.local_of("subject", f"{subject.kind} {subject.name}"), subject


def node_id(story: Story, local: str, subject: Subject) -> str:
    """The subject's @id: the entity's, or one of the article's own for what the authority does not keep."""
    return story.node_ids.get(local) or ids.local_id(story.url, subject.kind, subject.name)


def subject_nodes(story: Story) -> Iterator[Draft]:
    """A node for each subject; of one that the text names too, what the source adds."""
    evidence = from_origin(story.article, "subjects")
    for local, subject in located(story.article, story.annotations):
        known = local in story.entities
        yield of(
            node_id(story, local, subject),
            () if known else typed(TYPES[subject.kind], evidence),
            () if known else stated("name", subject.name, evidence),
            stated("sameAs", subject.same_as, evidence),
            _identifier(subject, evidence),
            () if known else stated("geo", _geo(node_id(story, local, subject), subject), evidence),
        )


def _identifier(subject: Subject, evidence: Evidence) -> tuple[Claim, ...]:
    """A topic's code in its vocabulary, anything else's identifier."""
    if subject.kind != "topic":
        return stated("identifier", subject.identifier, evidence)
    scheme = subject.scheme if subject.scheme and subject.scheme.startswith(("https://", "http://")) else None
    return (
        *stated("termCode", subject.identifier, evidence),
        *stated("inDefinedTermSet", scheme, evidence),
    )


def _geo(owner: str, subject: Subject) -> Json:
    if subject.kind != "place" or subject.latitude is None or subject.longitude is None:
        return None
    return {
        "@id": ids.nested_id(owner, "geo"),
        "@type": "GeoCoordinates",
        "latitude": subject.latitude,
        "longitude": subject.longitude,
    }


def subject_claims(story: Story, relation: str) -> tuple[Claim, ...]:
    """The article's ``about`` or ``mentions`` as its source states them; what it does not say is a mention."""
    evidence = from_origin(story.article, "subjects")
    return tuple(
        claim
        for local, subject in located(story.article, story.annotations)
        if (subject.relation or "mentions") == relation
        for claim in stated(
            relation,
            named_reference(
                node_id(story, local, subject),
                story.types.get(local, TYPES[subject.kind]),
                story.names.get(local, subject.name),
            ),
            evidence,
        )
    )
