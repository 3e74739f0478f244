"""Bytes -> text by the rules of the WHATWG Encoding Standard, with what had to be corrected.

Order: byte order mark, the transport's charset, the page's own meta element, UTF-8 if it is valid, a guess (windows-1252 for Latin letters).
Specification: https://encoding.spec.whatwg.org and https://html.spec.whatwg.org/#determining-the-character-encoding
"""

from __future__ import annotations

import codecs
import re

from pipeline.model.finding import Finding, Outcome
from pipeline.model.source import Source
from pipeline.normalize import findings as say
from pipeline.normalize.undeclared import label_of, likeliest
from pipeline.standards.encoding_labels import codec_for

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x7fELF", "a program"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"wOF2", "a font"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "a recording or an image"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_MOJIBAKE = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u2018-\u203a\u20ac]|\u00e2\u20ac")
MAX_ROW = 100_000
_PRESCAN_BYTES = 4096
_CONTROL = bytes(each for each in range(32) if each not in b"\t\n\r\x0c\x1b")
_MAX_CONTROL_SHARE = 0.05
"""Damaged pages have a few control characters; of images and archives more than a tenth of all bytes are (measured 2026-11)."""


def decode(source: Source) -> Outcome[str | None]:
    """The source's text, or None with an error finding where the bytes are none."""
    content = source.content
    kind = next((name for magic, name in _MAGIC if content.startswith(magic)), None)
    if kind:
        return Outcome(None, (say.binary_source(kind),))
    marked = _by_mark(content)
    if marked is not None:
        return _clean(marked, ())
    if _is_binary(content):
        return Outcome(None, (say.binary_source("data"),))
    return _by_declaration(content, source.charset or _declared(content))


def _by_mark(content: bytes) -> str | None:
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if content.startswith(mark):
            return content[len(mark) :].decode(name, errors="replace")
    even, odd = content[:2000:2].count(0), content[1:2000:2].count(0)
    if max(even, odd) > 0.3 * min(len(content), 2000) / 2 and min(even, odd) * 10 < max(even, odd):
        return content.decode("utf-16-le" if odd > even else "utf-16-be", errors="replace")
    return None


def _is_binary(content: bytes) -> bool:
    head = content[:100_000]
    return len(head) - len(head.translate(None, _CONTROL)) > _MAX_CONTROL_SHARE * len(head)


def _declared(content: bytes) -> str | None:
    head = content[:_PRESCAN_BYTES]
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii") if found else None


def _by_declaration(content: bytes, label: str | None) -> Outcome[str | None]:
    declared = codec_for(label)
    utf8 = _strictly(content, "utf-8")
    if utf8 is not None:
        wrong = declared not in (None, "utf-8") and not content.isascii() and not _stateful(declared)
        if not _stateful(declared):
            return _clean(utf8, (say.charset_corrected(str(label), "utf-8"),) if wrong else ())
    if declared in (None, "utf-8"):
        return _not_utf8(content, label)
    text = content.decode(str(declared), errors="replace")
    return _clean(text, ())


def _not_utf8(content: bytes, label: str | None) -> Outcome[str | None]:
    lenient = content.decode("utf-8", errors="replace")
    damaged = lenient.count("\ufffd")
    good = sum(each > "\x7f" for each in lenient) - damaged
    if good > 4 * damaged:  # mostly valid sequences: UTF-8 with a few damaged bytes
        return _clean(lenient, ())
    codec = likeliest(content)
    used = label_of(codec)
    text = content.decode(codec, errors="replace")
    return _clean(text, (say.charset_corrected(label, used) if label else say.charset_guessed(used),))


def _stateful(codec: str | None) -> bool:
    # In these a text of ASCII bytes only is not ASCII text.
    return codec is not None and codec.startswith(("iso2022", "utf-16", "hz", "utf-7"))


def _strictly(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except UnicodeDecodeError:
        return None


def _clean(text: str, findings: tuple[Finding, ...]) -> Outcome[str | None]:
    lost = text.count("\x00") + text.count("\ufffd")
    if lost * 10 > len(text):
        return Outcome(None, (*findings, say.undecodable("")))
    bare = text.replace("\x00", "").replace("\r\n", "\n").replace("\r", "\n")
    told = (*findings, say.characters_replaced(lost)) if lost else findings
    repaired = _without_mojibake(bare)
    return Outcome(repaired, told if repaired == bare else (*told, say.mojibake_repaired()))


def _without_mojibake(text: str) -> str:
    """Lines with the typical two or three letters of UTF-8 read as windows-1252, read anew; all others as they are."""
    if not _MOJIBAKE.search(text):
        return text
    import ftfy  # noqa: PLC0415 - needed for damaged text only

    rows = text.split("\n")
    return "\n".join(
        str(ftfy.fix_encoding(each)) if len(each) < MAX_ROW and _MOJIBAKE.search(each) else each for each in rows
    )
