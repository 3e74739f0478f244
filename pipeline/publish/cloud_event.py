"""One change of an article -> a CloudEvents 1.0 envelope in JSON (https://github.com/cloudevents/spec), for event buses.

The id is made from article and version, so that a repeated delivery is known as one.
"""

from __future__ import annotations

from pipeline.model.codec import encode
from pipeline.model.edition import Entry
from pipeline.model.graph import Json
from pipeline.model.newsroom import Newsroom
from pipeline.publish.dates import rfc3339
from pipeline.publish.json_ld import MEDIA_TYPE as JSON_LD
from pipeline.standards.json_tree import encodable
from pipeline.standards.uri import to_uri

MEDIA_TYPE = "application/cloudevents+json"
TYPE_PREFIX = "org.newsgraph.article"


def cloud_event(entry: Entry, document: Json, newsroom: Newsroom) -> bytes:
    """The envelope around the article's JSON-LD document (a tombstone for a retracted one)."""
    event = {
        "specversion": "1.0",
        "id": f"{to_uri(entry.guid)}?version={entry.version}",
        "source": to_uri(newsroom.site.url),
        "type": f"{TYPE_PREFIX}.{_what(entry)}",
        "subject": to_uri(entry.url),
        "time": rfc3339(entry.modified),
        "datacontenttype": JSON_LD,
        "data": document,
    }
    return encode(encodable(event))


def _what(entry: Entry) -> str:
    if entry.state == "retracted":
        return "retracted"
    return "published" if entry.version == 1 else "updated"
