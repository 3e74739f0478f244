"""A charset label -> Python's codec for the encoding that browsers use for it.

Specification: https://encoding.spec.whatwg.org/#names-and-labels (checked 2026-11). Only labels whose meaning differs from
Python's own reading of the name stand in the table.
"""

from __future__ import annotations

import codecs

_AS_BROWSERS_READ: dict[str, str] = {
    **dict.fromkeys(
        ("ascii", "us-ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "iso88591", "latin1", "latin-1", "l1"),
        "cp1252",
    ),
    **dict.fromkeys(
        ("x-cp1252", "windows-1252", "cp819", "ibm819", "iso_8859-1", "iso-ir-100", "csisolatin1"), "cp1252"
    ),
    **dict.fromkeys(("iso-8859-9", "iso8859-9", "iso_8859-9", "latin5", "l5", "windows-1254", "x-cp1254"), "cp1254"),
    **dict.fromkeys(("iso-8859-11", "iso8859-11", "tis-620", "dos-874", "windows-874"), "cp874"),
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "csgb2312", "iso-ir-58"), "gb18030"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "csbig5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "ms932", "ms_kanji", "csshiftjis", "windows-31j"), "cp932"
    ),
    **dict.fromkeys(
        ("euc-kr", "cseuckr", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "korean"), "cp949"
    ),
    **dict.fromkeys(("windows-949", "iso-ir-149"), "cp949"),
    **dict.fromkeys(("unicode-1-1-utf-8", "x-unicode20utf8", "utf8", "unicode11utf8"), "utf-8"),
    **dict.fromkeys(("utf-16", "unicode", "ucs-2", "iso-10646-ucs-2", "csunicode", "unicodefeff"), "utf-16-le"),
    **dict.fromkeys(("x-mac-roman", "macintosh", "mac", "csmacintosh"), "mac-roman"),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), "mac-cyrillic"),
    **dict.fromkeys(("koi8", "koi", "koi8_r", "cskoi8r"), "koi8-r"),
    "koi8-ru": "koi8-u",
    "visual": "iso8859-8",
    "logical": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
}
_NOT_TEXT = frozenset(
    (
        "base64",
        "bz2",
        "hex",
        "quopri",
        "rot13",
        "uu",
        "zlib",
        "utf-7",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
    )
)


def codec_for(label: str | None) -> str | None:
    """Python's codec name, or None for an unknown label, one that is no text encoding, or UTF-7 (which browsers refuse)."""
    wanted = (label or "").strip().lower()
    if not wanted:
        return None
    named = _AS_BROWSERS_READ.get(wanted, wanted)
    try:
        codec = codecs.lookup(named).name
    except (LookupError, ValueError):
        return None
    return None if codec in _NOT_TEXT or codec.replace("-", "_") in _NOT_TEXT else codec
