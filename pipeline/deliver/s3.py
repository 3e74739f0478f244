"""Articles as objects in an S3-compatible store, with conditional writes: the push protocol under other names.

PUT with ``If-None-Match: *`` or ``If-Match`` (https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html,
read 2026-11). An ETag of such a store is a hash of the content, so the version stands in the object's metadata beside it.
"""

from __future__ import annotations

from urllib.parse import quote

from pipeline.deliver.http_push import Layout

LAYOUT = Layout(
    url=lambda endpoint, slug: f"{endpoint.url.rstrip('/')}/{quote(slug, safe='')}.jsonld",
    version_header="x-amz-meta-article-version",
)
