"""A byline as written -> the people and organizations in it: "By" and "and", titles, e-mail addresses and places cut off."""

from __future__ import annotations

import re

from pipeline.model.sidecar import Credit
from pipeline.normalize.prose import tidy

_LEAD = re.compile(
    r"^(?:(?:exclusive|commentary|feature|written|reported|posted|published|story|words|text|article|analysis|review|interview|opinion|reporting|edited|recipe|post|"
    r"created|authored|submitted|content|guest post|medically reviewed)"
    r"\s+(?:and\s+\w+\s+)?)?(?:by|von|par|por|di|door|av|af|przez)\b[:\s]*|"
    r"^(?:written|posted|published)?\s?by(?-i:(?=[A-Z]))|^(?:words|text|authors?|reporters?|writers?|content|posted)\s*:\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"^[Ff][Rr][Oo][Mm]\s+(?=[A-Z][\w’'-]+\s+[A-Z])")
"""As in "From Ida Moe in Oslo"; "from" and one word is where an article was taken from."""
_EMAIL = re.compile(r"[<(\[]?\s*[\w.+-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?|\[email\s+protected\]")
_SPLIT = re.compile(
    r"\s*(?:;|•|·|⋅|∙|●|\s&\s|\s(?:and|und|et|y|e|og|och|en)\s|,\s*(?:and|und|et)\s|\s(?:with|avec)\s)\s*",
    re.IGNORECASE,
)
_PIECES = re.compile(r"\s*(?:,|\||\s[/–—-]\s)\s*")
_HANDLE = re.compile(r"(?<!\S)@\w+")
_HELP = re.compile(r"[,;]?\s*(?:with\s+)?additional reporting\b.*$", re.IGNORECASE)
_SUFFIXES = re.compile(
    r"^(?:jr|sr|ii|iii|iv|ph\.?\s?d|m\.?d|md|dds|dvm|vmd|dacvb|rn|rd|rdn|cpa|esq|mba|m\.?s\.?|ms|m\.?a|ma|b\.?a|ba|lcsw|cfp|cpp|psp|"
    r"np|pa-c|dpt|ccc-slp|mph|jd|llb|obe|mbe|cbe|frs|inc|ltd|llc|co|corp|gmbh)\.?(?:\s\(.*\))?$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:(?:in|at|from|aus|à)\s+(?=[A-Z])|on\s+(?:behalf\b|[A-Z]|\d)|[Ff]or\s+(?=[A-Z])|[Ss]pecial\s+to\s).*$"
)
_AFFILIATION = re.compile(
    r"\s+(?:(?:the\s+)?associated\s+press|reuters|afp|upi|dpa|bloomberg\s+news|(?:the\s+)?press\s+association|usa\s+today|cnn(?:\s+\w+)?|"
    r"bbc(?:\s+\w+)?|(?:\w+\s+)?news\s+service|AP)$",
    re.IGNORECASE,
)
"""Agencies and broadcasters whose name stands directly behind a person's in many papers' bylines."""
_NOT_THE_NAME = re.compile(
    r"[\s|·•–—-]*(?:\b(?:last\s+|first\s+)?(?:updated|published|posted|modified|reviewed)(?:\s+(?:on|at))?\b.*|\b\d+(?:\s?[–-]\s?\d+)?\s?min(?:ute)?s?\b.*)$",
    re.IGNORECASE,
)
"""What stands behind the names in a byline: when it was published, how long the reading takes."""
_ACTION = re.compile(
    r"^(?:view|see|read|more|about|contact|follow|all|full|meet|visit|show|get|go|other|click|learn|subscribe|sign|submit|send)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^(?:dr|prof|professor|mr|mrs|ms|sir|dame|rev)\.?\s+(?=[A-Z])", re.IGNORECASE)
_ROLE_TAIL = re.compile(
    r"[,|/–—-]\s*(?:(?:[\w’'-]+\s+){0,5}(?:reporter|correspondent|editor|writer|columnist|producer|contributor|journalist|"
    r"chief|critic|analyst|fellow|professor|director|founder|staff|newsroom|bureau))\b.*$",
    re.IGNORECASE,
)
_ORGANIZATION = re.compile(
    r"\b(?:staff|team|editors?|editorial|newsroom|desk|news|press|agency|agencies|associated press|reuters|afp|media|magazine|"
    r"times|post|daily|herald|tribune|journal|gazette|network|radio|tv|university|institute|college|association|foundation|"
    r"guardian|telegraph|independent|observer|mirror|express|chronicle|sports?|business|mail|mailonline|usa today|bbc|cnn|nbc|cbs|npr|pbs|upi|"
    r"dpa|ansa|efe|xinhua|tass|huffpost|company|group|inc|ltd|llc|gmbh|corporation|board|office|department|ministry|council|contributors?|correspondents?|"
    r"redaktion|rédaction|redacción|blog|studio|store|bank|wire|service|center|centre|society|clinic|hospital|museum|library|school|academy|party|union|federation|authority|commission|committee|court|police|church|research|labs?|partners|solutions|club|community|admin)\b",
    re.IGNORECASE,
)
_COLUMN = re.compile(
    r"^(?:the|ask|our|your|dear|meet|inside|best)\s+(?=\w)|\b(\w{4,})\b(?:\s\w+)+\s\1$|"
    r"\b(?:tips|doctors|experts|admissions|marketing|photography|architects?|architecture|consulting|consultants|financial|insights|reviews?|"
    r"technologies|tech|web|digital|advisors|advisory|kitchens|gardens|realty|travels?|adventures|weekly|online|academics|lawyers|"
    r"attorneys|dentistry|dental|wellness|nutrition|fitness|recipes|on|your|my|our|today)$",
    re.IGNORECASE,
)
"""Columns, sites and firms under whose name an article stands: "Ask the Doctors", "The Frugal Cook", "Harwell Marketing"."""
_NO_NAME = re.compile(
    r"https?://|www\.|\d|@|^(?:admin|administrator|editor|author|authors|guest|user|anonymous|unknown|none|null|by|about|share|follow|"
    r"comments?|read more|view profile|view bio|undefined|contributor|agencies|wire services|staff writer|written by|posted by|about the author)$|"
    r"^(?:updated|published|posted|last|email|reviewed|fact[- ]checked|follow|share|contact)\b|^from\s|"
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)days?$",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:(?:senior|lead|chief|managing|deputy|associate|assistant|staff|freelance|contributing|guest|review|news|features?|political|"
    r"sports?|health|science|business|politics|education|environment|technology|crime|(?:home|foreign|social|religious)\s+affairs|foreign|"
    r"economics|world|europe|defen[cs]e|security|legal|arts|culture|media|travel|money|city|consumer|diplomatic|royal|entertainment|football|"
    r"transport|energy|national|local|data|food|fashion|political)\s+){0,3}(?:writer|editor|reporter|correspondent|columnist|contributor|journalist|author|critic|producer)"
)
_ROLE_END = re.compile(rf"\s+{_ROLE}(?:[\s-]+(?:in[\s-]chief|at large))?$", re.IGNORECASE)
_ROLE_ONLY = re.compile(rf"^{_ROLE}$", re.IGNORECASE)
MAX_NAME_WORDS = 7


def credits_of(text: str) -> tuple[Credit, ...]:
    """Every author that a byline names, in order, once; empty if it names none."""
    line = _HELP.sub("", _HANDLE.sub(" ", _EMAIL.sub(" ", tidy(text))))
    line = _LEAD.sub("", line).strip(" ,;:|–—-")
    line = _ROLE_TAIL.sub("", _NOT_THE_NAME.sub("", line))
    names = [
        each for part in _SPLIT.split(line) for each in _without_affiliation([_trim(piece) for piece in _pieces(part)])
    ]
    unique = dict.fromkeys(each for each in names if is_name(each))
    return tuple(credit(each) for each in unique)


def credit(name: str) -> Credit:
    """A name as a person or an organization."""
    return Credit(name=name, type="Organization" if is_organization(name) else "Person")


def is_organization(name: str) -> bool:
    """Whether a byline's name is a newsroom, an agency or a team and not a person."""
    words = name.split()
    return bool(_ORGANIZATION.search(name) or _COLUMN.search(name)) or (
        len(words) == 1 and name.isupper() and len(name) >= 2
    )


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote it: "By …" and names."""
    found = _LEAD.match(line)
    if not found or len(line) > 150:
        return False
    rest = line[found.end() :]
    return (
        bool(rest) and (rest[0].isupper() or not rest[0].isascii()) and not rest.rstrip().endswith((".", "?", "!", ":"))
    )


def names_somebody(name: str) -> bool:
    """Whether the text of a link to an author's page is a name: capitalized words that do not call the reader to do something."""
    words = name.split()
    return 1 <= len(words) <= 6 and not _ACTION.match(name) and (len(words) == 1 or _is_capitalized(words))


def is_name(text: str) -> bool:
    """Whether this can be somebody's name."""
    return (
        bool(text)
        and len(text) < 80
        and len(text.split()) <= MAX_NAME_WORDS
        and not _NO_NAME.search(text)
        and any(each.isalpha() for each in text)
    )


def _pieces(part: str) -> list[str]:
    """Names separated by commas, bars or dashes; a degree or "Jr." stays out, a place or a role behind a comma too."""
    pieces = [each.strip() for each in _PIECES.split(part) if each.strip()]
    kept: list[str] = []
    for each in pieces:
        if _SUFFIXES.match(each):
            continue
        if kept and not _looks_like_name(each):
            continue
        kept.append(each)
    return kept


def _without_affiliation(names: list[str]) -> list[str]:
    """An organization behind a person is where he works, and no author beside him."""
    kept: list[str] = []
    for each in names:
        if is_organization(each) and any(not is_organization(earlier) for earlier in kept if earlier):
            continue
        kept.append(each)
    return kept


def _looks_like_name(text: str) -> bool:
    words = text.split()
    return 2 <= len(words) <= 5 and _is_capitalized(words)


def _is_capitalized(words: list[str]) -> bool:
    return all(each[0].isupper() or each.lower() in _PARTICLES for each in words)


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
    bare = _FROM.sub("", _LEAD.sub("", name) if _LEAD.match(name) else name)
    trimmed = _TAIL.sub("", bare).strip(" ,;:|/–—-()[]*")
    person = _AFFILIATION.sub("", trimmed)
    if len(person.split()) >= 2 and not is_organization(person):
        trimmed = person
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
