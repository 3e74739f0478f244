"""Text -> its lines with what can be seen on each: words, sentence end, byline, date, chrome wording, repetition."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

import msgspec

from pipeline.normalize.bylines import is_byline
from pipeline.normalize.notes import is_note
from pipeline.normalize.prose import same, tidy, words
from pipeline.normalize.written_dates import find_date

Role = Literal[
    "headline", "section", "dek", "byline", "date", "image", "body", "heading", "list-item", "note", "chrome"
]

_SENTENCE_END = re.compile(r"[.!?…。！？:][\"”’'»)\]]*$")
_CHROME = re.compile(
    r"\bcookies?\b.*\b(?:use[sd]?|accept|policy|experience|consent|settings)\b|\b(?:use|accept|manage)s? (?:all )?cookies\b|"
    r"\ball rights reserved\b|^\s*(?:©|\(c\)|copyright\b)|\bredistribution prohibited\b|"
    r"^(?:advertisement|advertising|sponsored|promoted|story continues below.*|continue reading.*|skip to .*|loading.*|menu|share.*|"
    r"tweet|pin it|post|print|email|facebook|twitter|x|whatsapp|linkedin|reddit|copy (?:link|url).*|link copied.*|save|gift.*|listen.*|"
    r"subscribe.*|sign (?:up|in|out)\b.*|log ?(?:in|out)\b.*|register.*|join the conversation.*|leave a comment.*|view comments.*|"
    r"\(?\d*\)?\s*comments?(?: \(?\d+\)?)?|comments|home|search|close|back to top|more (?:on|from|in) .*|most (?:read|viewed|popular).*|"
    r"trending.*|popular.*|recommended.*|related (?:stories|articles|topics|content|news|links|coverage|posts?).*|related:?|"
    r"you (?:may|might) (?:also )?(?:like|be interested).*|recent (?:features|posts|articles|news|stories)|latest (?:news|stories).*|"
    r"editors?['’]? picks?|read (?:more|next|also|the full).*|see (?:also|more)\b.*|also read.*|watch(?: now| live)?:?.*|quick guide:.*|"
    r"in this article.*|topics?:?|tags?:.*|filed under.*|follow us.*|download (?:the|our) app.*|get (?:the|our) .*(?:newsletter|inbox|app).*|"
    r"enter (?:your )?e?-?mail.*|want more .*\binbox\b.*|yay!.*|thank you for (?:signing|subscribing).*|next article.*|previous article.*)$|"
    r"\bnewsletters?\b|\bin(?:to)? your inbox\b|\bterms (?:of (?:use|service)|and conditions)\b|\bprivacy (?:policy|notice)\b",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"^(?:trending\b|most (?:read|viewed|popular)\b|popular\b|related\b|recommended\b|you (?:may|might)\b|more (?:on|from|in)\b|sign up\b|"
    r"subscribe\b|latest (?:news|stories)\b|recent (?:features|posts|articles|news|stories)\b|editors?['’]? picks?\b|.*\bnewsletters?\b)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”«»‘]")
_SAYING = re.compile(r"\b(?:said|says|told|added|asked|wrote)\b")
_CREDIT = re.compile(
    r"(?:^|[|(.\s])\s*(?:photo(?:graph)?(?:y|s)?|image|images|credit|picture|pic|illustration|foto|courtesy(?: of)?)\s*(?:credit|by)?\s*[:/]\s*\S|"
    r"\|\s*\(?[A-Z][^|]{2,60}/[^|]{2,40}\)?$|^FILE\s*[-–—]|\b(?:getty images|ap photo|reuters/|afp via)\b|\([^()]{3,50}/[^()]{2,40}\)\s*$",
    re.IGNORECASE,
)
_LIST = re.compile(r"^(?:[•·▪◦‣*–—-]\s+|\d{1,2}[.)]\s+)\S")


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One line that holds text. ``gap`` says that a blank line stands before it; ``times`` how often the page says it."""

    text: str
    words: int
    gap: bool
    times: int = 1
    ends: bool = False
    chrome: bool = False
    byline: bool = False
    dated: bool = False
    credit: bool = False
    note: bool = False
    listed: bool = False

    @property
    def prose(self) -> bool:
        """Whether it reads like a paragraph: a sentence that ends, or long running text."""
        return not self.chrome and not self.credit and ((self.ends and self.words >= 9) or self.words >= 30)


def is_chrome(text: str) -> bool:
    """Whether the words are those of a page's furniture: sharing, consent, subscription, navigation."""
    return bool(_CHROME.search(text))


def opens_list(text: str) -> bool:
    """Whether a line heads a list of other stories or a sign-up form."""
    return bool(_OPENER.match(text))


def is_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does, or reports speech."""
    return bool(_SENTENCE_END.search(text[-6:]) or (_QUOTE.search(text) and _SAYING.search(text)))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines that hold a letter or digit, in order."""
    rows = [tidy(each) for each in text.split("\n")]
    times = Counter(same(each) for each in rows if each)
    found: list[Line] = []
    gap = True
    for each in rows:
        line = line_of(each, gap=gap, times=times[same(each)])
        gap = line is None
        if line is not None:
            found.append(line)
    return tuple(found)


def line_of(text: str, *, gap: bool, times: int) -> Line | None:
    """A tidy line with what can be seen on it; None where it holds no letter and no digit."""
    if not any(char.isalnum() for char in text):
        return None
    count = words(text)
    return Line(
        text=text,
        words=count,
        gap=gap,
        times=times,
        ends=is_sentence(text),
        chrome=count <= 40 and is_chrome(text),
        byline=is_byline(text),
        dated=count <= 14 and find_date(text) is not None,
        credit=count <= 70 and bool(_CREDIT.search(text)),
        note=is_note(text),
        listed=bool(_LIST.match(text)),
    )
