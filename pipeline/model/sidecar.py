"""What the newsroom states about an article beside its text, in schema.org's names. It overrides what the source says."""

from __future__ import annotations

from typing import Literal

import msgspec

from pipeline.model.defaults import written
from pipeline.model.moment import Moment


class Credit(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", forbid_unknown_fields=True):
    """A person or an organization that made or published something: an author, an editor, a publisher."""

    name: str
    type: Literal["Person", "Organization", "NewsMediaOrganization"] = written("Person")
    url: str | None = None
    email: str | None = None
    job_title: str | None = None
    same_as: tuple[str, ...] = ()
    identifier: str | None = None


class Image(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", forbid_unknown_fields=True):
    """A picture: ``url`` is absolute; ``width`` and ``height`` are pixels; ``text`` is its alternative text."""

    url: str | None = None
    caption: str | None = None
    credit_text: str | None = None
    creator: str | None = None
    copyright_notice: str | None = None
    license: str | None = None
    text: str | None = None
    width: int | None = None
    height: int | None = None


class Correction(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", forbid_unknown_fields=True
):
    """A correction note; ``kind`` tells a correction from a clarification or an editor's note."""

    text: str
    date_published: Moment | None = None
    kind: Literal["correction", "clarification", "editor's note", "update"] = written("correction")


class Decision(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", forbid_unknown_fields=True
):
    """An editor's word on one of the machine's statements; it wins on every later run.

    ``subject`` is the name of the person, organization, place or event (for a quotation: its first words), ``property``
    one of its properties (empty: the whole entity), ``value`` the value meant; ``correct`` needs ``value``.
    """

    action: Literal["confirm", "reject", "correct"]
    subject: str
    property: str = ""
    value: str = ""
    reason: str = ""


class Sidecar(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel", forbid_unknown_fields=True
):
    """The content of ``<source stem>.sidecar.json`` or ``.sidecar.toml``; every key is optional, an unknown one an error."""

    url: str | None = None
    identifier: str | None = None
    version: str | None = None
    article_type: str | None = None
    headline: str | None = None
    alternative_headline: str | None = None
    description: str | None = None
    article_section: str | tuple[str, ...] | None = None
    author: Credit | str | tuple[Credit | str, ...] | None = None
    contributor: Credit | str | tuple[Credit | str, ...] | None = None
    editor: Credit | str | tuple[Credit | str, ...] | None = None
    publisher: Credit | str | None = None
    date_created: Moment | None = None
    date_published: Moment | None = None
    date_modified: Moment | None = None
    dateline: str | None = None
    image: Image | str | tuple[Image | str, ...] | None = None
    keywords: str | tuple[str, ...] | None = None
    in_language: str | None = None
    license: str | None = None
    copyright_holder: str | None = None
    copyright_notice: str | None = None
    copyright_year: int | None = None
    credit_text: str | None = None
    usage_info: str | None = None
    is_accessible_for_free: bool | None = None
    correction: Correction | str | tuple[Correction | str, ...] | None = None
    embargoed: Moment | None = None
    pub_status: Literal["usable", "withheld", "canceled"] | None = None
    decisions: tuple[Decision, ...] = ()
