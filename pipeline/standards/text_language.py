"""Which language a text is probably in, by its script and its most frequent function words; no model, no dependency.

It says nothing where it is not sure. Language codes are those of ISO 639-1.
"""

from __future__ import annotations

import re
from collections import Counter

from pipeline.standards.lazy_pattern import LazyPattern

WORDS = {
    "en": "the of and to in that is was for it with as his on be at by had are but from they which this have not were who",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach",
    "fr": "le la les des et en une du dans est que qui pour par sur au plus pas avec ce il sont ne se aux leur mais cette été",
    "es": "el la los las de que y en un una por con no se su para es al del lo como más pero sus le ha este entre fue",
    "pt": "o a os as de que e em um uma por com não se da do para é no na dos das mais mas foi ao pelo pela são",
    "it": "il la le gli di che e in un una per con non si del della è sono dei delle nel alla più anche da come ha al",
    "nl": "de het een en van in is dat op te zijn met voor niet aan er om ook als bij maar naar door over uit worden heeft werd",
    "sv": "och att det som en på är av för med den till inte om ett har de jag så men var sig från vi kan när efter ska",
    "da": "og at det som en på er af for med den til ikke om et har de jeg så men var sig fra vi kan når efter der",
    "pl": "w i na z się nie do to że jest o jak za od po dla co przez przy ale czy był tym oraz jego",
    "tr": "ve bir bu da de için ile çok daha olarak olan gibi kadar sonra ne var ama ancak en göre",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka oleh",
}
_SCRIPTS = (
    (LazyPattern(r"[\u3040-\u30ff]"), ("ja",)),
    (LazyPattern(r"[\uac00-\ud7af]"), ("ko",)),
    (LazyPattern(r"[\u4e00-\u9fff]"), ("zh", "ja", "yue")),
    (LazyPattern(r"[\u0400-\u04ff]"), ("ru", "uk", "bg", "sr", "be", "mk", "kk", "ky", "mn", "tg")),
    (LazyPattern(r"[\u0370-\u03ff]"), ("el",)),
    (LazyPattern(r"[\u0590-\u05ff]"), ("he", "yi")),
    (LazyPattern(r"[\u0600-\u06ff]"), ("ar", "fa", "ur", "ps", "ku", "ckb", "sd")),
    (LazyPattern(r"[\u0900-\u097f]"), ("hi", "mr", "ne", "sa")),
    (LazyPattern(r"[\u0e00-\u0e7f]"), ("th",)),
)
_SHARED_NEIGHBOURS = {
    "da": ("da", "no", "nb", "nn"),
    "sv": ("sv",),
    "id": ("id", "ms"),
    "es": ("es", "gl", "ast"),
    "pt": ("pt", "gl"),
}
LAST_LATIN = "\u036f"
"""Beyond it, letters are of other scripts; most texts have none, and need no pattern of a script."""
SAMPLE = 4000
CLEAR_SHARE = 0.12
"""Share of words that must be function words of the language; running text has 25 to 45 %."""


def likely_languages(text: str) -> tuple[str, ...]:
    """The codes the text may be in, the likeliest first; empty where it is not clear."""
    sample = text[:SAMPLE]
    letters = sum(each.isalpha() for each in sample) or 1
    has_others = any(each > LAST_LATIN and each.isalpha() for each in set(sample))
    for pattern, languages in _SCRIPTS if has_others else ():
        if len(pattern.compiled.findall(sample)) > letters * 0.3:
            return languages
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < 30:
        return ()
    counted = Counter(words)
    scores = sorted(((sum(counted[w] for w in _SETS[code]) / len(words), code) for code in WORDS), reverse=True)
    (best, code), (second, _) = scores[0], scores[1]
    if best < CLEAR_SHARE or best < second * 1.5:
        return ()
    return _SHARED_NEIGHBOURS.get(code, (code,))


_SETS = {code: frozenset(words.split()) for code, words in WORDS.items()}
