"""Two names of persons side by side: what they share when spelling, initials, suffixes and pet names are set aside."""

from __future__ import annotations

from functools import lru_cache

from pipeline.annotate.cluster import fold
from pipeline.annotate.lexicon.name_forms import FORMAL_NAMES, SPELLINGS
from pipeline.annotate.lexicon.titles import SUFFIXES


@lru_cache(maxsize=100_000)
def core(text: str) -> tuple[tuple[str, ...], str]:
    """A person's name as folded words without its suffix, and the suffix ("jr", or ""); one spelling for "Mohammed"."""
    words = tuple(part for each in text.replace(",", "").split() for part in _parts(fold(each)))
    suffix = words[-1] if len(words) > 1 and words[-1] in SUFFIXES else ""
    return (words[:-1] if suffix else words), suffix


def _parts(word: str) -> tuple[str, ...]:
    """The initials of "H.W." one by one; any other word is one part."""
    letters = word.split()
    return tuple(letters) if all(len(each) == 1 for each in letters) else (_spelt(word),)


def _spelt(word: str) -> str:
    """The one spelling that stands for all in which a name from another script is written: "Zelenskyy", "el-Amin"."""
    if word.startswith("el "):
        word = f"al {word[3:]}"
    for ending in ("skyy", "skiy", "skyi", "skij"):
        if word.endswith(ending):
            return word.removesuffix(ending) + "sky"
    return SPELLINGS.get(word, word)


def compatible(left: str, right: str) -> bool:
    """Whether two full names can be one person: equal, one inside the other, or initials and pet names that fit."""
    (one, suffix_one), (two, suffix_two) = core(left), core(right)
    if suffix_one and suffix_two and suffix_one != suffix_two:
        return False
    if one == two or "".join(one) == "".join(two):
        return True
    short, long = sorted((one, two), key=len)
    if long[-len(short) :] == short:
        return True
    if short[-1] == long[-1] and len(short) > 1:
        return _same_given(short[0], long[0]) and _same_middle(short[1:-1], long[1:-1])
    return not (suffix_one or suffix_two) and len(short) < len(long) and long[: len(short)] == short


def _same_given(left: str, right: str) -> bool:
    initial = min(len(left), len(right)) == 1
    return (initial and left[0] == right[0]) or is_same_given_name(left, right)


def _same_middle(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the names in between can be one person's: "George W. Bush" is not "George H. W. Bush"."""
    if len(short) == len(long):
        return all(one == two or one == two[0] or two == one[0] for one, two in zip(short, long, strict=True))
    if not short:
        return True
    return set(short) <= set(long) and (len(short[0]) > 1 or short[0] == long[0][0])


def is_same_given_name(left: str, right: str) -> bool:
    """As in "Bob" and "Robert", "Bob" and "Rob": one is short for the other, or both for the same."""
    return left == right or not {left, *FORMAL_NAMES.get(left, ())}.isdisjoint((right, *FORMAL_NAMES.get(right, ())))


def one_form(name: str) -> str:
    """A full name with one spelling and the given name that a pet name is short for: the same for "Bob Moe" and "Robert Moe"."""
    words, suffix = core(name)
    formal = FORMAL_NAMES.get(words[0], words[:1]) if words else ()
    return " ".join(each for each in (*formal[:1], *words[1:], suffix) if each)


def one_letter_off(left: str, right: str) -> bool:
    """Whether one letter is missing, added or another one; the first letters are the same."""
    short, long = sorted((left, right), key=len)
    if len(long) - len(short) > 1 or left == right or left[:1] != right[:1]:
        return False
    at = next((number for number, each in enumerate(short) if each != long[number]), len(short))
    return short[at + (len(short) == len(long)) :] == long[at + 1 :]
