"""One version of an article -> a CloudEvents 1.0.2 event in structured JSON (https://github.com/cloudevents/spec), for buses
that read files or messages without HTTP headers.

Its id is made from guid and version, so that a repeated event is known as one; the types are those of the HTTP channel.
"""

from __future__ import annotations

from pipeline.model.codec import encode_pretty
from pipeline.model.edition import Entry
from pipeline.model.graph import Json, document
from pipeline.model.newsroom import Newsroom
from pipeline.publish.dates import rfc3339
from pipeline.publish.finished import Finished
from pipeline.publish.json_ld import MEDIA_TYPE as JSON_LD
from pipeline.standards.json_tree import encoded
from pipeline.standards.uri import to_uri

MEDIA_TYPE = "application/cloudevents+json"
PUBLISHED, REMOVED = "org.schema.NewsArticle.published", "org.schema.NewsArticle.removed"


def cloud_event(finished: Finished, entry: Entry) -> bytes:
    """The event that this version is out; its data is the whole JSON-LD document."""
    return envelope(entry, document(finished.graph), finished.newsroom)


def envelope(entry: Entry, content: Json, newsroom: Newsroom) -> bytes:
    """The event around a JSON-LD document; a retracted entry tells of its removal."""
    event = {
        "specversion": "1.0",
        "id": f"{to_uri(entry.guid)}?version={entry.version}",
        "source": to_uri(newsroom.site.url),
        "type": REMOVED if entry.state == "retracted" else PUBLISHED,
        "subject": to_uri(entry.url),
        "time": rfc3339(entry.modified),
        "articleversion": str(entry.version),
        "datacontenttype": JSON_LD,
        "data": content,
    }
    return encoded(event, encode_pretty)
