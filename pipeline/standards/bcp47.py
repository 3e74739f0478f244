"""Language tags (RFC 5646, BCP 47): whether a text is well-formed as one, and what was meant by a usual mistake."""

from __future__ import annotations

from pipeline.standards.lazy_pattern import LazyPattern

_TAG = LazyPattern(r"(?:[A-Za-z]{2,3}(?:-[A-Za-z]{3}){0,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-(?:[A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*"
    r"(?:-[A-WY-Za-wy-z0-9](?:-[A-Za-z0-9]{2,8})+)*(?:-x(?:-[A-Za-z0-9]{1,8})+)?|x(?:-[A-Za-z0-9]{1,8})+|i-[a-z]+)")  # fmt: skip
COUNTRIES_FOR_LANGUAGES = {
    "jp": "ja",
    "cn": "zh",
    "kr": "ko",
    "cz": "cs",
    "dk": "da",
    "vn": "vi",
    "ua": "uk",
    "gb": "en",
    "us": "en",
    "in": "hi",
    "iw": "he",
}
"""Codes that are no language (or no longer) and are written for one; taken from the registry of BCP 47, 2026-11."""
_REGIONS = {"uk": "GB", "en": "GB"}
"""What is written after a hyphen and is no region: UK is reserved, and its region is GB."""


def is_language_tag(text: str) -> bool:
    """Whether the text is well-formed, and neither its language nor its region one of the usual mistakes."""
    language, _, region = text.partition("-")
    usual = (
        len(language) == 2
        and text.isascii()
        and language.isalpha()
        and (not region or (len(region) == 2 and region.isalpha()))
    )
    if not usual and not _TAG.fullmatch(text):
        return False
    return language.lower() not in COUNTRIES_FOR_LANGUAGES and region.lower() not in _REGIONS


def likely_tag(text: str) -> str | None:
    """The tag that was probably meant: hyphen for underscore, a language for a country, GB for UK."""
    language, _, region = text.strip().replace("_", "-").partition("-")
    language = COUNTRIES_FOR_LANGUAGES.get(language.lower(), language.lower())
    region = _REGIONS.get(region.lower(), region.upper() if len(region) == 2 else region)
    tag = f"{language}-{region}" if region else language
    return tag if tag != text and is_language_tag(tag) and len(language) <= 3 else None
