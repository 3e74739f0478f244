"""What the words of a line tell of its place on a page: calls to the reader, counts, prices, paths, marks of a comment section."""

from __future__ import annotations

import re

_READER = frozenset(("you", "your", "yours", "we", "our", "ours", "us", "my", "i", "me"))
_CALLS = frozenset(
    (
        "apply", "book", "browse", "buy", "call", "check", "choose", "click", "compare", "contact", "discover", "download", "email", "enter",
        "explore", "find", "follow", "get", "join", "learn", "listen", "load", "print", "read", "reply", "request", "save", "see", "select",
        "send", "share", "shop", "show", "sign", "skip", "start", "submit", "subscribe", "tap", "try", "view", "visit", "watch",
    )
)  # fmt: skip
"""Verbs with which pages call their reader to do something."""
_ASKING = frozenset(("please", "you", "your", "yours", "browser", "javascript", "captcha", "robot", "cookies"))
_COUNT = re.compile(
    r"\b\d+[\s-]*(?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\b.{0,6}\b(?:read|ago)\b|"
    r"\b\d[\d.,]*[km]? (?:comments?|shares?|likes?|views?|reviews?|replies|followers?|subscribers|claps?|votes?|stars?|points?|results|items)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"[$€£¥₹]\s?\d|\d\s?(?:€|USD|EUR|GBP)\b")
_REMARK = re.compile(
    r"^(?:reply|log in to reply|permalink|report|flag|like|upvote|downvote)$|\bsays:?$|\b(?:replied|commented)\b.{0,20}$|"
    r"\breply(?: to .*)?$|\bat \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"^(?:leave a (?:reply|comment)|(?:\d+ )?(?:comments?|responses?|replies|thoughts on)\b|comments are closed|related\b|recommended\b|"
    r"about (?:the|this) authors?\b|about us\b|more (?:from|in|on|like|stories|news|articles)\b|most (?:read|popular|viewed)\b|"
    r"you (?:may|might)\b|read (?:more|next)\b|share (?:this|on|via)\b|tags?:|filed under\b|topics?:|categor(?:y|ies):|next (?:post|article)|"
    r"prev(?:ious)? (?:post|article)|see also$|references$|footnotes$|sources$|further reading$|latest\b|trending\b|popular\b|subscribe\b|"
    r"sign up\b|join (?:the|our)\b|contact us\b|follow us\b|newsletter\b|footer\b|©|copyright\b)",
    re.IGNORECASE,
)
"""How headings of what follows an article begin."""
_PARTING = re.compile(r"\s*[|›»>→]\s*|\s+[/–—·•-]\s+|\s*::\s*")
_MAX_PARTS_WORDS = 40
_WORD = re.compile(r"[^\W\d_]+")

CUES = ("reader", "calls", "counted", "priced", "remark", "closing", "exclaimed", "parts", "numbered", "person")


def cues(text: str) -> tuple[float, ...]:
    """Numbers in the order of ``CUES``."""
    tokens = [each.lower() for each in _WORD.findall(text[:400])]
    several = max(1, len(tokens))
    capitals = [each for each in text.split() if each[:1].isupper()]
    return (
        sum(each in _READER for each in tokens) / several,
        bool(tokens) and tokens[0] in _CALLS,
        bool(_COUNT.search(text)) if len(text) < 200 else False,
        bool(_PRICE.search(text)),
        bool(_REMARK.search(text)) if len(text) < 120 else False,
        bool(_CLOSING.match(text)) if len(text) < 120 else False,
        text.endswith("!"),
        len(parts(text)),
        text[:1].isdigit(),
        2 <= len(capitals) == len(text.split()) <= 3,
    )


def calls_reader(text: str) -> bool:
    """Whether a line speaks to whoever reads it, as interstitials and forms do: "Please enable JavaScript", "You need to ..."."""
    tokens = [each.lower() for each in _WORD.findall(text)]
    return bool(tokens) and (tokens[0] in _CALLS or not _ASKING.isdisjoint(tokens))


def parts(text: str) -> tuple[str, ...]:
    """The pieces of a path ("Home › World › Storm hits coast") or a titled line ("Storm hits coast | The Courier"); () for others."""
    if len(text) > 300 or len(text.split()) > _MAX_PARTS_WORDS:
        return ()
    found = tuple(each for each in _PARTING.split(text) if each)
    return found if len(found) > 1 else ()
