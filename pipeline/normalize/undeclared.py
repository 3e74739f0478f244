"""Bytes that nothing declares and that are not UTF-8 -> the likeliest of the encodings that news was written in.

Browsers guess too, and the WHATWG leaves it to them how. Here: letters of Western languages stand alone among ASCII; in other scripts
they stand in rows, and the encoding is the one in which most characters are common ones.
"""

from __future__ import annotations

import re

WESTERN = "cp1252"
ROWS = 0.4
"""Share of the bytes beyond ASCII that stand in rows of three and more where a text is in another script."""
FEW = 0.003
"""So small a share of all bytes may be a name in another script, or an ornament."""
DAMAGED = 0.01
SURE = 0.4
SAMPLE = 100_000
_ROW = re.compile(rb"[\x80-\xff]{3,}")
_HIGH = re.compile(rb"[\x80-\xff]")
_HANZI = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手用主行方又"
    "如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门"
    "市政府報導記者表示這個來國們說時會發對開經動長現將與進實點種聲話問機給業間電報為後麼沒還學無應該警察總統台灣香港中央社區"
)
"""Characters that stand in nearly every story in Chinese."""
_KANA = re.compile("[\u3041-\u3093\u30a1-\u30f6\u30fc\u3001\u3002]")
_CYRILLIC = re.compile("[\u0430-\u044f\u0451\u0454\u0456\u0457]")
_GREEK = re.compile("[\u03ac-\u03ce]")
_PAIRS = {"cp932": _KANA, "euc_jp": _KANA, "cp949": re.compile("[\uac00-\ud7a3]"), "gb18030": None, "big5hkscs": None}
"""Encodings whose characters have two bytes: hardly a text in another one is valid in them and made of common characters."""
_SINGLE = {
    "cp1251": _CYRILLIC,
    "koi8-u": _CYRILLIC,
    "cp1253": _GREEK,
    "cp1255": re.compile("[\u05d0-\u05ea]"),
    "cp1256": re.compile("[\u0621-\u064a]"),
    "cp874": re.compile("[\u0e01-\u0e4e]"),
}
_STRICTER = {"cp949": "euc_kr"}
"""Windows added thousands of syllables that no text has; as what was there before, other texts are not valid."""
_LABELS = {
    "cp932": "shift_jis",
    "euc_jp": "euc-jp",
    "cp949": "euc-kr",
    "gb18030": "gb18030",
    "big5hkscs": "big5",
    "koi8-u": "koi8-u",
}
_CAPITAL = re.compile("[\u0410-\u042f\u0391-\u03a9]")


def label_of(codec: str) -> str:
    """The encoding's name as the web writes it."""
    return _LABELS.get(codec, codec.replace("cp", "windows-"))


def likeliest(content: bytes) -> str:
    """Python's name of the encoding; Western where the text is in Latin letters or nothing else is likely."""
    rows = sum(len(each) for each in _ROW.findall(content))
    if rows < FEW * len(content) or rows < ROWS * len(_HIGH.findall(content)):
        return WESTERN
    sample = b"\n".join(each for each in content.split(b"\n") if not each.isascii())[:SAMPLE]
    for codecs in (_PAIRS, _SINGLE):
        shares = {codec: _share(sample, codec, common) for codec, common in codecs.items()}
        best = max(shares, key=lambda codec: shares[codec])
        if shares[best] >= SURE:
            return best
    return WESTERN


def _share(sample: bytes, codec: str, common: re.Pattern[str] | None) -> float:
    """How many of the characters beyond ASCII are common ones in the script that the encoding was made for."""
    text = sample.decode(_STRICTER.get(codec, codec), errors="replace")
    beyond = [each for each in text if each > "\x7f"]
    cut = len(sample) == SAMPLE  # perhaps within a character
    if not beyond or text.count("\ufffd") > DAMAGED * len(beyond) + cut:
        return 0.0
    if common is None:
        return min(
            1.0, 2 * sum(each in _HANZI for each in beyond) / len(beyond)
        )  # half of a story's characters are among these
    share = len(common.findall(text)) / len(beyond)
    has_case = common in (_CYRILLIC, _GREEK)
    return share if not has_case or _CAPITAL.search(text) else share / 2  # a story in a script with capitals has some
