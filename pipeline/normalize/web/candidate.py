"""What one source says about one field: the unit that fusion decides on."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

Field = Literal[
    "headline", "alternativeHeadline", "description", "articleSection", "author", "contributor", "editor", "publisher", "datePublished",
    "dateModified", "image", "keywords", "inLanguage", "url", "isAccessibleForFree", "articleType", "license",
    "articleBody",
]  # fmt: skip
SourceName = Literal[
    "json-ld",
    "microdata",
    "open-graph",
    "twitter",
    "meta",
    "html",
    "dom",
    "url",
    "breadcrumb",
    "htmldate",
    "trafilatura",
    "langid",
]


class Candidate(msgspec.Struct, frozen=True):
    """``value`` has the field's own type: text, a Moment, a tuple of Credits ..."""

    field: Field
    value: Any
    source: SourceName
