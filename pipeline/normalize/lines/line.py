"""Text -> its lines with what can be seen on each: words, sentence end, byline, date, chrome wording, repetition."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

import msgspec

from pipeline.normalize.bylines import is_byline
from pipeline.normalize.notes import is_note
from pipeline.normalize.prose import same, tidy, words
from pipeline.normalize.written_dates import find_date, is_numeric, told_days

Role = Literal[
    "headline", "section", "dek", "byline", "date", "image", "body", "heading", "list-item", "note", "chrome"
]

_SENTENCE_END = re.compile(r"[.!?…。！？:][\"”’'»)\]]*$")
_FURNITURE = re.compile(
    r"\bcookies?\b.*\b(?:use[sd]?|accept|policy|experience|consent|settings)\b|\b(?:use|accept|manage)s? (?:all )?cookies\b|"
    r"\ball rights reserved\b|^\W*for immediate release\W*$|^\s*(?:©|\(c\)|copyright\b)|\bredistribution prohibited\b|"
    r"^(?:advertisement|advertising|sponsored|promoted|menu|tweet|pin it|post|print|email|facebook|twitter|x|whatsapp|linkedin|reddit|"
    r"link copied|save|comments|home|search|close|back to top|related:?|topics?:?|register|subscribe|share|listen|gift|loading[.…]*|"
    r"shares?:? ?\d[\d.,]*k?|\(?\d*\)?\s*comments?(?: \(?\d+\)?)?|recent (?:features|posts|articles|news|stories)|editors?['’]? picks?)$|"
    r"\bnewsletters?\b|\bsign up (?:for|to) .*\b(?:alerts?|e-?mails?|updates)\b|\bin(?:to)? your inbox\b|\bterms (?:of (?:use|service)|and conditions)\b|\bour privacy (?:policy|notice)\b|"
    r"^privacy (?:policy|notice)\b",
    re.IGNORECASE,
)
"""Words that are a page's furniture whatever stands beside them, or that fill the whole line."""
_CALL = re.compile(
    r"^(?:story continues below|continue reading|skip to|share (?:this|on|via|with|the (?:story|article|link|page)|article|story|link)\b|"
    r"copy (?:link|url)|link copied|gift (?:this|an?|article|link|subscription)\b|listen (?:to (?:this|the) (?:article|story|episode)|now|live)\b|"
    r"listen\b\W*\d|subscribe (?:now|today|here|to|for)\b|sign (?:up|in|out)\b|log ?(?:in|out)\b|register (?:now|today|here|for|to|free)\b|"
    r"join the conversation|leave a comment|view comments|more (?:on|from|in) |most (?:read|viewed|popular)\b|trending\b|"
    r"popular (?:now|posts|stories|articles|topics|searches)\b|recommended\b|related (?:stories|articles|topics|content|news|links|coverage|posts?)\b|"
    r"you (?:may|might) (?:also )?(?:like|be interested)|latest (?:news|stories)\b|read (?:more|next|also|the full)\b|see (?:also|more)\b|"
    r"also read\b|watch(?: now| live)?:|watch (?:now|live)\b|in this article\b|tags?:|filed under\b|follow us\b|"
    r"download (?:the|our) app\b|get (?:the|our) .*(?:newsletter|inbox|app)\b|enter (?:your )?e?-?mail\b|"
    r"related\s*[:|]|advertise (?:with|here|on)\b|"
    r"thank you for (?:signing|subscribing)|next article\b|previous article\b)",
    re.IGNORECASE,
)
"""How lines begin that call the reader to do something or head a list: no chrome if a statement of some length follows."""
_STATEMENT_WORDS = 10
_OPENER = re.compile(
    r"^(?:trending\b|most (?:read|viewed|popular)\b|popular\b|related\b|recommended\b|you (?:may|might)\b|more (?:on|from|in)\b|sign up\b|"
    r"subscribe\b|latest (?:news|stories)\b|recent (?:features|posts|articles|news|stories)\b|editors?['’]? picks?\b|.*\bnewsletters?\b|"
    r"(?:read (?:also|more|next)|also read|see also|don['’]t miss)\W*$)",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”«»‘]")
_SAYING = re.compile(r"\b(?:said|says|told|added|asked|wrote)\b")
_CREDIT = re.compile(
    r"(?:^|[|(.\s])\s*(?:photo(?:graph)?(?:y|s)?|image|images|credit|picture|pic|illustration|foto|courtesy(?: of)?)\s*(?:credit|by)?\s*[:/]\s*\S|"
    r"\|\s*\(?[A-Z][^|]{2,60}/[^|]{2,40}\)?$|^FILE\s*[-–—]|\b(?:getty images|ap photo|reuters/|afp via)\b|\([^()]{3,50}/[^()]{2,40}\)\s*$",
    re.IGNORECASE,
)
MAX_DATED_WORDS = 14
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
    """Whether the words are those of a page's furniture: sharing, consent, subscription, navigation. A sentence of the story
    that happens to begin like one ("More in hope than in anger, ...") is none."""
    if _FURNITURE.search(text):
        return True
    states = len(text.split()) >= _STATEMENT_WORDS and is_sentence(text) and ":" not in text[:25]
    return not states and bool(_CALL.match(text))


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
        dated=_is_dated(text, count),
        credit=count <= 70 and bool(_CREDIT.search(text)),
        note=is_note(text),
        listed=bool(_LIST.match(text)),
    )


def _is_dated(text: str, count: int) -> bool:
    """Whether a line is one of dates: short, or with the labels of both days."""
    if count <= MAX_DATED_WORDS:
        return find_date(text) is not None or is_numeric(text)
    return count <= 2 * MAX_DATED_WORDS and None not in told_days(text)
