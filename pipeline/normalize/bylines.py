"""A byline as written -> the people and organizations in it: "By" and "and", titles, e-mail addresses and places cut off."""

from __future__ import annotations

import re

from pipeline.model.sidecar import Credit
from pipeline.normalize.prose import tidy

_LEAD = re.compile(
    r"^(?:(?:written|reported|posted|published|story|words|text|article|analysis|review|interview|opinion|reporting|edited|recipe|post|"
    r"created|authored|submitted|content|guest post|medically reviewed)"
    r"\s+(?:and\s+\w+\s+)?)?(?:by|von|par|por|di|door|av|af|przez)\b[:\s]*|"
    r"^(?:written|posted|published)?\s?by(?-i:(?=[A-Z]))|^(?:words|text|authors?|reporters?|writers?|content|posted)\s*:\s*",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[<(\[]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?")
_SPLIT = re.compile(
    r"\s*(?:;|\||•|·|\s&\s|\s(?:and|und|et|y|e|og|och|en)\s|,\s*(?:and|und|et)\s|\s(?:with)\s)\s*", re.IGNORECASE
)
_SUFFIXES = re.compile(
    r"^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|md|dds|dvm|vmd|dacvb|rn|rd|rdn|cpa|esq|mba|m\.?s\.?|ms|m\.?a|ma|b\.?a|ba|lcsw|cfp|cpp|psp|"
    r"np|pa-c|dpt|ccc-slp|mph|jd|llb|obe|mbe|cbe|frs|inc|ltd|llc|co|corp|gmbh)\.?(?:\s\(.*\))?$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"\s+(?:(?:in|at|from|aus|à)\s+(?=[A-Z])|on\s+(?:behalf\b|[A-Z]|\d)|for\s+(?=[A-Z])).*$")
_TITLE = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev)\.?\s+(?=[A-Z])", re.IGNORECASE)
_ROLE_TAIL = re.compile(
    r"[,|/–—-]\s*(?:(?:[\w’'-]+\s+){0,5}(?:reporter|correspondent|editor|writer|columnist|producer|contributor|journalist|"
    r"chief|critic|analyst|fellow|professor|director|founder|staff|newsroom|bureau))\b.*$",
    re.IGNORECASE,
)
_ORGANIZATION = re.compile(
    r"\b(?:staff|team|editors?|editorial|newsroom|desk|news|press|agency|agencies|associated press|reuters|afp|media|magazine|"
    r"times|post|daily|herald|tribune|journal|gazette|network|radio|tv|university|institute|college|association|foundation|"
    r"company|group|inc|ltd|llc|gmbh|corporation|board|office|department|ministry|council|contributors?|correspondents?|"
    r"redaktion|rédaction|redacción|blog|studio|store|bank|wire|service|center|centre|society|clinic|hospital|museum|library|school|academy|party|union|federation|authority|commission|committee|court|police|church|research|labs?|partners|solutions|club|community|admin)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"https?://|www\.|\d|@|^(?:admin|administrator|editor|author|authors|guest|user|anonymous|unknown|none|null|by|about|share|follow|"
    r"comments?|read more|view profile|view bio|undefined|contributor|staff writer|written by|posted by|about the author)$|"
    r"^(?:updated|published|posted|last|email|reviewed|fact[- ]checked|follow|share|contact)\b",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:(?:senior|lead|chief|managing|deputy|associate|assistant|staff|freelance|contributing|guest|review|news|features?|political|"
    r"sports?)\s+)?(?:writer|editor|reporter|correspondent|columnist|contributor|journalist|author|critic|producer)"
)
_ROLE_END = re.compile(rf"\s+{_ROLE}(?:[\s-]+(?:in[\s-]chief|at large))?$", re.IGNORECASE)
_ROLE_ONLY = re.compile(rf"^{_ROLE}$", re.IGNORECASE)
MAX_NAME_WORDS = 7


def credits_of(text: str) -> tuple[Credit, ...]:
    """Every author that a byline names, in order, once; empty if it names none."""
    line = _EMAIL.sub(" ", tidy(text))
    line = _LEAD.sub("", line).strip(" ,;:|–—-")
    line = _ROLE_TAIL.sub("", line)
    names = [_trim(each) for part in _SPLIT.split(line) for each in _by_comma(part)]
    unique = dict.fromkeys(each for each in names if is_name(each))
    return tuple(credit(each) for each in unique)


def credit(name: str) -> Credit:
    """A name as a person or an organization."""
    return Credit(name=name, type="Organization" if is_organization(name) else "Person")


def is_organization(name: str) -> bool:
    """Whether a byline's name is a newsroom, an agency or a team and not a person."""
    words = name.split()
    return bool(_ORGANIZATION.search(name)) or (len(words) == 1 and name.isupper() and len(name) > 2)


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote it: "By …" and names."""
    found = _LEAD.match(line)
    if not found or len(line) > 150:
        return False
    rest = line[found.end() :]
    return (
        bool(rest) and (rest[0].isupper() or not rest[0].isascii()) and not rest.rstrip().endswith((".", "?", "!", ":"))
    )


def is_name(text: str) -> bool:
    """Whether this can be somebody's name."""
    return (
        bool(text)
        and len(text) < 80
        and len(text.split()) <= MAX_NAME_WORDS
        and not _NO_NAME.search(text)
        and any(each.isalpha() for each in text)
    )


def _by_comma(part: str) -> list[str]:
    """Names separated by commas; a degree or "Jr." stays out, a place or a role behind the comma too."""
    pieces = [each.strip() for each in part.split(",") if each.strip()]
    kept: list[str] = []
    for each in pieces:
        if _SUFFIXES.match(each):
            continue
        if kept and not _looks_like_name(each):
            continue
        kept.append(each)
    return kept


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and all(each[0].isupper() or each.lower() in _PARTICLES for each in words)


_COMMON = {"the", "a", "an", "this", "that", "our", "my", "using", "now", "then"}
_PARTICLES = {
    "van",
    "von",
    "der",
    "den",
    "de",
    "da",
    "do",
    "dos",
    "di",
    "del",
    "della",
    "la",
    "le",
    "bin",
    "ibn",
    "al",
    "el",
    "ter",
    "ten",
}


def _trim(name: str) -> str:
    bare = _LEAD.sub("", name) if _LEAD.match(name) else name
    trimmed = _TAIL.sub("", bare).strip(" ,;:|–—-()[]*")
    if _ROLE_ONLY.match(trimmed):
        return ""
    shorter = _ROLE_END.sub("", trimmed)
    person = shorter if len(shorter.split()) >= 2 else trimmed
    return _from_capitals(_TITLE.sub("", person))


def _from_capitals(name: str) -> str:
    """CURTIS MANGUM -> Curtis Mangum; short words in capitals stay (an agency, initials)."""
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join(each if len(each) <= 2 or "." in each else _capitalized(each) for each in words)


def _capitalized(word: str) -> str:
    return "-".join(each[:1] + each[1:].lower() for each in word.split("-"))
