"""What goes in: the bytes of one document, with everything that is known about them from outside."""

from __future__ import annotations

import msgspec

from pipeline.model.sidecar import Sidecar


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """One document as bytes.

    ``name`` is the path, URL or ``-`` that the user gave, and stands in every message. ``url`` is the address the document
    was fetched from or the one given with ``--url``; ``format`` forces a reader. ``member`` tells apart several documents
    of one archive.
    """

    name: str
    content: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    format: str | None = None
    member: str | None = None
    sidecar: Sidecar | None = None
