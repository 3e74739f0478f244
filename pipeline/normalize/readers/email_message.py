"""An e-mail (.eml): a press release -> one article of its HTML or plain text; attachments are told and not read.

Specifications: RFC 5322 (message), RFC 2045 to 2047 (MIME), RFC 3676 (flowed text). Headers and parts are decoded here
because the standard library's modern policy raises on some malformed ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import getaddresses
from typing import Any

import msgspec

from pipeline.model.article import Article, Block, Dropped
from pipeline.model.finding import Finding, Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.sidecar import Credit
from pipeline.model.source import Source
from pipeline.normalize.bylines import credit
from pipeline.normalize.decode import decode
from pipeline.normalize.embargo import embargo_of, is_label
from pipeline.normalize.missing import missing
from pipeline.normalize.prose import tidy
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import fragment
from pipeline.normalize.wire.body import body
from pipeline.normalize.wire.fragment import Fragment
from pipeline.normalize.wire.moments import read_moment
from pipeline.normalize.wire.stated import article

MAX_PARTS = 200
_RELEASE = re.compile(
    r"\W*(?:for immediate release|press release|news release|media release|pressemitteilung)\W*", re.IGNORECASE
)
_END_MARKS = re.compile(r"[-–—*#\s]*(?:ENDS?|-30-|#{3})[-–—*#.\s]*")
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_HEAD_BLOCKS = 12


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """The message's article, or an error finding where it has no text."""
    try:
        message = BytesParser(policy=compat32).parsebytes(source.content)
        parts = list(_parts(message))
    except RecursionError:
        return Outcome((), (say.not_of_format("e-mail", "its parts are nested too deeply"),))
    text = _text(parts)
    told: list[Finding] = [*text.findings, *_attachments(parts)]
    found = text.value
    if not found.blocks:
        return Outcome((), (*told, say.not_of_format("e-mail with an article", "it has no text")))
    made = _article(message, found, told)
    return Outcome((made,), (*told, *missing(made, source)))


def _article(message: Message, text: Fragment, told: list[Finding]) -> Article:
    headline = tidy(_header(message, "Subject"))
    blocks, dropped = _trimmed(text.blocks)
    published, faults = read_moment("datePublished", _header(message, "Date"))
    told.extend(faults)
    embargo = embargo_of((headline, *(each.text for each in text.blocks[:_HEAD_BLOCKS])))
    told.extend(embargo.findings)
    sender = _sender(message)
    stated: dict[str, Any] = {
        "identifier": tidy(_header(message, "Message-ID")).strip("<>"),
        "headline": headline,
        "author": (sender,) if sender else (),
        "date_published": published,
        "in_language": tidy(_header(message, "Content-Language")).partition(",")[0] or None,
        "keywords": tuple(tidy(each) for each in _header(message, "Keywords").split(",") if tidy(each)),
        "image": text.images,
        **body(msgspec.structs.replace(text, blocks=blocks), headline=headline),
        **embargo.value,
    }
    stated["dropped"] = (*stated["dropped"], *dropped)
    return article("e-mail", stated)


def _trimmed(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """The release without its labels and what stands behind the end mark (contacts, notes about the sender)."""
    end = next((index for index, each in enumerate(blocks) if _END_MARKS.fullmatch(each.text)), len(blocks))
    dropped = [Dropped(each.text, "after the end mark") for each in blocks[end:]]
    kept: list[Block] = []
    for index, each in enumerate(blocks[:end]):
        label = index < _HEAD_BLOCKS and len(each.text) < 120 and (_RELEASE.fullmatch(each.text) or is_label(each.text))
        if label:
            dropped.append(Dropped(each.text, "label of a press release"))
        else:
            kept.append(each)
    return tuple(kept), tuple(dropped)


def _parts(message: Message) -> Iterator[Message]:
    for count, part in enumerate(message.walk()):
        if count >= MAX_PARTS:
            return
        if not part.is_multipart():
            yield part


def _text(parts: list[Message]) -> Outcome[Fragment]:
    """The HTML if there is any with text, else the plain text."""
    told: tuple[Finding, ...] = ()
    for kind in ("text/html", "text/plain"):
        for part in parts:
            if part.get_content_type() != kind or _is_attachment(part):
                continue
            decoded = _decoded(part)
            told = (*told, *decoded.findings)
            found = fragment.from_html(decoded.value) if kind == "text/html" else _from_plain(part, decoded.value)
            if found.blocks:
                return Outcome(found, (*told, *found.findings))
    return Outcome(Fragment(), told)


def _from_plain(part: Message, text: str) -> Fragment:
    signature = _SIGNATURE.search(text)
    kept = text[: signature.start()] if signature else text
    if "format=flowed" in str(part.get("Content-Type", "")).lower().replace(" ", ""):
        kept = re.sub(r"(?<=\S) \n(?=\S)", " ", kept)
    dropped = (Dropped(tidy(text[signature.start() :]), "signature"),) if signature else ()
    return Fragment(blocks=fragment.from_text(kept), dropped=dropped)


def _decoded(part: Message) -> Outcome[str]:
    payload = part.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    if not content.strip():
        return Outcome("")
    charset = part.get_content_charset()
    decoded = decode(Source(name="", content=content, charset=charset))
    return Outcome(decoded.value or "", decoded.findings)


def _attachments(parts: list[Message]) -> Iterator[Finding]:
    for part in parts:
        if _is_attachment(part) or part.get_content_maintype() not in ("text", "multipart"):
            name = part.get_filename() or str(part.get("Content-ID", ""))
            yield say.attachment_left(_unfolded(name), part.get_content_type())


def _is_attachment(part: Message) -> bool:
    return str(part.get("Content-Disposition", "")).strip().lower().startswith("attachment")


def _sender(message: Message) -> Credit | None:
    for name, address in getaddresses([_header(message, "From")[:1_000]]):
        shown = tidy(name)
        if shown:
            made = credit(shown)
            return Credit(name=made.name, type=made.type, email=tidy(address) or None)
    return None


def _header(message: Message, name: str) -> str:
    return _unfolded(str(message.get(name, "")))


def _unfolded(value: str) -> str:
    """A header's text with encoded words decoded (RFC 2047); what cannot be decoded stays as it is."""
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(_piece(*each) for each in pieces)


def _piece(content: str | bytes, charset: str | None) -> str:
    if isinstance(content, str):
        return content
    try:
        return content.decode(charset or "utf-8", "replace")
    except (LookupError, UnicodeError):
        return content.decode("utf-8", "replace")
