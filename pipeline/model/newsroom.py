"""The newsroom's settings: ``newsroom.toml`` as one frozen record. Unknown keys are errors with their path."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from pipeline.model.finding import Severity

Probability = Annotated[float, msgspec.Meta(ge=0, le=1)]
StatementKind = Literal["name", "role", "fact", "quotation", "event", "time"]
"""The kinds of statements that an annotator is more or less sure of (``annotate/confidence.py``)."""


class Publisher(
    msgspec.Struct, frozen=True, kw_only=True, rename="camel", forbid_unknown_fields=True, omit_defaults=True
):
    """The organization that publishes, with its policies, in schema.org's names."""

    name: str
    url: str | None = None
    logo: str | None = None
    logo_width: int | None = None
    logo_height: int | None = None
    same_as: tuple[str, ...] = ()
    publishing_principles: str | None = None
    corrections_policy: str | None = None
    ethics_policy: str | None = None
    diversity_policy: str | None = None
    ownership_funding_info: str | None = None
    masthead: str | None = None
    contact_email: str | None = None


class Site(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """``url`` is the root that minted ids and pages live under; ``time_zone`` an IANA name used for naive dates, if given."""

    url: str
    name: str | None = None
    language: str = "en"
    time_zone: str | None = None
    license: str | None = None
    copyright_holder: str | None = None
    usage_info: str | None = None
    is_accessible_for_free: bool | None = None
    embed: Literal["graph", "article"] = "graph"


class Endpoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Where to deliver. ``secret_env``, ``token_env`` and ``basic_env`` name environment variables; secrets never stand in the file.

    ``url`` of an ``http-push`` endpoint is the collection below which each article has its own address; of ``folder`` a path, of
    ``websub`` the hub, of ``s3`` the bucket's address with a prefix. ``basic_env`` holds ``user:password`` (for ``s3`` the access
    key and its secret); ``ca_file``, ``client_cert`` and ``client_key`` are PEM files; ``rate_per_s`` limits deliveries a second.
    ``topics`` are the feeds that a hub announces; ``key_location`` is where IndexNow finds the key, if not at the site's root.
    ``wait_live`` announces an article only after its page answers.
    """

    name: str
    url: str
    kind: Literal["http-push", "folder", "websub", "indexnow", "s3", "cloudevents"] = "http-push"
    secret_env: str | None = None
    token_env: str | None = None
    basic_env: str | None = None
    signature: Literal["standard-webhooks", "rfc9421"] = "standard-webhooks"
    key_id: str | None = None
    ca_file: str | None = None
    client_cert: str | None = None
    client_key: str | None = None
    allow_private: bool = False
    timeout_s: float = 10.0
    max_attempts: int = 12
    in_flight: int = 8
    rate_per_s: float | None = None
    verify: bool = False
    topics: tuple[str, ...] = ()
    key_location: str | None = None
    region: str = "us-east-1"
    wait_live: bool = False


class HoldRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is kept back until an editor releases it (``output/held.json``).

    ``accusation``: events and quotations that accuse a named person. ``minor`` and ``victim``: persons the text shows to be
    one. ``words``: sentences that name a person with one of ``words``. ``probability``: statements less certain than
    ``below``. ``findings``: articles with a finding ``at`` a severity or above. ``words`` and ``event_types`` add to the
    words and happenings that a kind knows. ``keeps`` says whether the statement or the whole article waits.
    """

    name: str
    kind: Literal["accusation", "minor", "victim", "words", "probability", "findings"]
    words: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    below: float | None = None
    at: Severity | None = None
    keeps: Literal["statement", "article"] = "statement"


class FetchSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Sizes are bytes after decompression, times are seconds.

    ``max_document_bytes`` bounds one document: lxml loses text nodes of more than 10 MB and a page of 20 MB takes an
    extractor 39 s (measured 2026-11). ``private_hosts`` names the hosts that may be at addresses which are not public (``*``: any
    host; for tests and intranets).
    ``follow`` fetches the pages that a feed or sitemap names; ``cache`` is a folder that keeps answers, and ``replay``
    answers from it alone, without a network.
    """

    max_document_bytes: int = 10_000_000
    max_archive_bytes: int = 20_000_000_000
    max_members: int = 100_000
    max_ratio: int = 200
    timeout_s: float = 30.0
    max_redirects: int = 5
    max_attempts: int = 3
    private_hosts: tuple[str, ...] = ()
    respect_robots: bool = True
    host_interval_s: float = 1.0
    max_wait_s: float = 30.0
    follow: bool = False
    max_pages: int = 1_000
    cache: str | None = None
    replay: bool = False
    user_agent: str = "newsgraph/0.1"


class ChatEndpoint(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A service that speaks the chat-completions protocol of OpenAI and is asked what each article states.

    ``url`` is its base (``https://host/v1``), ``key_env`` names the environment variable with its key. The text of every
    article is sent there. ``confidence`` is the probability given to its statements: below the ``thresholds`` they are
    withheld for an editor. ``reply_format`` is what the service understands of ``response_format``; ``timeout_s`` is for
    one article, all attempts together.
    """

    url: str
    model: str
    key_env: str | None = None
    confidence: Probability = 0.3
    reply_format: Literal["json_schema", "json_object", "text"] = "json_schema"
    timeout_s: Annotated[float, msgspec.Meta(gt=0, le=100)] = 60.0
    max_attempts: Annotated[int, msgspec.Meta(ge=1, le=10)] = 3


class AnnotatorSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who reads the articles. ``use`` names an installed entry point of the group ``newsgraph.annotators``, which takes the place
    of our own annotators; ``chat`` is asked beside whoever reads."""

    use: str | None = None
    chat: ChatEndpoint | None = None


class Newsroom(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Everything configurable, with defaults that work.

    ``duplicates``: whose articles become one if their texts are nearly the same: those of one ``publisher`` (one host), all
    of them (``everywhere``), or ``never``.
    """

    site: Site
    publisher: Publisher
    sources: tuple[str, ...] = ()
    output: str = "output"
    profiles: tuple[str, ...] = ("google-article",)
    fail_on: Severity = "error"
    endpoints: tuple[Endpoint, ...] = ()
    thresholds: dict[StatementKind, Probability] = {}
    holds: tuple[HoldRule, ...] = ()
    annotator: AnnotatorSettings = AnnotatorSettings()
    fetch: FetchSettings = FetchSettings()
    duplicates: Literal["publisher", "everywhere", "never"] = "publisher"
