"""Every @id of a graph is minted here and nowhere else.

The article's own nodes are fragments of its URL; entities and events live under the site, by the slug the authority keeps;
quotations are named by speaker and text, pictures by their address, so that an edit elsewhere leaves them alone.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from pipeline.model.identity import IdentityKind

MAX_SLUG = 80
_ASCII_WORDS = re.compile(r"[a-zA-Z0-9]+")
_TRANSLITERATED = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n"}
)


def article_id(url: str) -> str:
    """The article itself."""
    return f"{_page(url)}#article"


def part_id(url: str, part: str) -> str:
    """A node of the page or the article of which there is one: ``webpage``, ``breadcrumb``, ``speakable``."""
    return f"{_page(url)}#{part}"


def quotation_id(url: str, speaker: str, text: str) -> str:
    """A quotation, by who says what."""
    return f"{_page(url)}#quotation-{_digest(speaker, fold(text))}"


def content_id(url: str, kind: str, *content: str) -> str:
    """A node of the article named by its content: an image by its address, a correction by its text."""
    return f"{_page(url)}#{kind}-{_digest(*content)}"


def local_id(url: str, kind: str, name: str) -> str:
    """A thing that this article names and the authority does not keep: a work, a product, a place without a name in it."""
    return f"{_page(url)}#{kind}-{slug(name) or _digest(name)}"


def site_id(site_url: str, part: str) -> str:
    """A node of the whole site: ``publisher``, ``website``, ``logo``."""
    return f"{site_url.rstrip('/')}/#{part}"


def entity_id(site_url: str, kind: IdentityKind, entity_slug: str) -> str:
    """An entity or event, by its persistent slug."""
    return f"{site_url.rstrip('/')}/entities/{kind}/{entity_slug}"


def nested_id(node_id: str, part: str) -> str:
    """A part of an entity's description: its ``address``, its ``geo``, one of its roles."""
    return f"{node_id}#{part}"


def local_of(role: str, name: str) -> str:
    """The local id of a credit or a subject, by its name, so that it holds when another one goes; it does not show the name."""
    return f"{role}/{_digest(fold(name))}"


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; a script that has no ASCII form keeps its letters (RFC 3987 allows them)."""
    return _cut("-".join(words(fold(text))))


def words(text: str) -> list[str]:
    """Runs of letters and digits, with the vowel signs that some scripts write as marks."""
    if text.isascii():
        return _ASCII_WORDS.findall(text)
    return "".join(each if each.isalnum() or unicodedata.category(each)[0] == "M" else " " for each in text).split()


def fold(text: str) -> str:
    """Text without case, accents and apostrophes, for comparing names. Marks that other scripts write words with stay."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).translate(_TRANSLITERATED)
    kept = "".join(each for each in plain if not "\u0300" <= each <= "\u036f" and each not in "'’`´")
    return unicodedata.normalize("NFC", kept)


def _cut(text: str) -> str:
    if len(text) <= MAX_SLUG:
        return text
    return text[:MAX_SLUG].rsplit("-", 1)[0] if "-" in text[:MAX_SLUG] else text[:MAX_SLUG]


def _page(url: str) -> str:
    return url.split("#", 1)[0]


def _digest(*content: str) -> str:
    return hashlib.blake2b("\x00".join(content).encode(errors="surrogatepass"), digest_size=6).hexdigest()
