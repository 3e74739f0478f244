"""A picture of the article -> an ImageObject (https://developers.google.com/search/docs/appearance/structured-data/image-license-metadata,
checked 2026-11). A creator whose kind nobody stated stays plain credit text."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Draft, of, stated, typed
from pipeline.mapping.evidence import DERIVED, from_origin
from pipeline.mapping.story import Story
from pipeline.model.graph import Node
from pipeline.model.sidecar import Image


def image_object(story: Story, picture: Image, *, first: bool) -> Draft:
    """One picture; the first one represents the page."""
    evidence = from_origin(story.article, "image")
    return of(
        image_id(story, picture),
        typed("ImageObject", evidence),
        stated("url", picture.url, evidence),
        stated("contentUrl", picture.url, evidence),
        stated("caption", picture.caption, evidence),
        stated("description", picture.text, evidence),
        stated("creditText", picture.credit_text or picture.creator, evidence),
        stated("copyrightNotice", picture.copyright_notice, evidence),
        stated("license", picture.license, evidence),
        stated("width", picture.width, evidence),
        stated("height", picture.height, evidence),
        stated("representativeOfPage", True if first else None, DERIVED),
    )


def image_id(story: Story, picture: Image) -> str:
    """The @id, by the picture's address, or by its caption where it has none."""
    return ids.content_id(
        story.url, "image", picture.url or picture.caption or picture.credit_text or picture.text or ""
    )


def inline(story: Story, picture: Image) -> Node:
    """A pointer with address and size beside the @id, for readers that do not follow it."""
    node: Node = {"@id": image_id(story, picture), "@type": "ImageObject"}
    fields = {"url": picture.url, "width": picture.width, "height": picture.height}
    return node | {key: value for key, value in fields.items() if value}
