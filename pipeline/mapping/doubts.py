"""Whom the authority is not sure about -> findings, so that an editor can merge or split instead of being surprised."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.mapping.story import Story
from pipeline.model.finding import Finding

SURE = 0.9
"""The score from which an identity is beyond doubt (the authority's own threshold)."""


def doubts(story: Story) -> Iterator[Finding]:
    """A finding for each identity that could be another one's."""
    for local, identity in story.identities.items():
        if identity.suppressed or identity.score >= SURE or local not in story.node_ids:
            continue
        yield Finding(
            code="identity-in-doubt",
            severity="info",
            message=f"{story.names.get(local, identity.name)} is taken for {identity.kind}/{identity.slug}"
            f" ({identity.score:.2f}): {identity.reason}.",
            hint=f"See `newsgraph authority show {identity.kind}/{identity.slug}`; merge or split what is wrong.",
        )
