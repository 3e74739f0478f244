"""Dates that contradict each other or the calendar's today."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from pipeline.standards.iso8601_values import date_trouble
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node
from pipeline.validate.remark import Remark, Remarks, shown

ORDERED = (
    ("CreativeWork", "datePublished", "dateModified", "modified-before-published"),
    ("CreativeWork", "dateCreated", "datePublished", "published-before-created"),
    ("CreativeWork", "datePublished", "expires", "expires-before-published"),
    ("Event", "startDate", "endDate", "end-before-start"),
    ("Event", "doorTime", "startDate", "doors-after-start"),
    ("Role", "startDate", "endDate", "end-before-start"),
    ("Person", "birthDate", "deathDate", "end-before-start"),
    ("Organization", "foundingDate", "dissolutionDate", "end-before-start"),
    ("LiveBlogPosting", "coverageStartTime", "coverageEndTime", "end-before-start"),
)
BEHIND_US = ("birthDate", "deathDate", "foundingDate")
STATED_ALREADY = ("datePublished", "dateModified", "dateCreated", "uploadDate")
TOLERANCE = timedelta(hours=26)
"""Clocks and zones differ: a time without a zone can be ahead by 14 hours at most, a day by one more."""


def order(scope: Scope) -> Remarks:
    """A later thing that is dated before an earlier one."""
    for node in scope.view.nodes:
        for kind, first, second, code in ORDERED:
            if first in node.value and second in node.value and scope.is_a(node, kind):
                yield from _compare(node, first, second, code)


def _compare(node: Node, first: str, second: str, code: str) -> Remarks:
    early, late = text_of(node, first), text_of(node, second)
    if is_before(late, early):
        message = f"{second} {late} is before {first} {early}."
        yield Remark(code, (*node.path, key_of(node, second)), message)


def is_before(one: str, other: str) -> bool:
    """Whether the first date is surely before the second: where one says less, only what both say counts."""
    if date_trouble(one) is not None or date_trouble(other) is not None:
        return False
    moments = [_instant(one), _instant(other)]
    if moments[0] is not None and moments[1] is not None:
        return moments[0] < moments[1]
    if "T" in one and "T" in other:
        local = [_local(one), _local(other)]
        if _instant(one) is None and _instant(other) is None and local[0] and local[1]:
            return local[0] < local[1]
    length = min(len(_day(one)), len(_day(other)))
    return _day(one)[:length] < _day(other)[:length] and one[:1].isdigit() and other[:1].isdigit()


def _day(text: str) -> str:
    return text.split("T", maxsplit=1)[0]


def _local(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None


def _instant(text: str) -> datetime | None:
    if "T" not in text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None else None


def future(scope: Scope) -> Remarks:
    """A work that was published, changed or made after the moment of checking."""
    if scope.now is None:
        return
    for node in scope.view.nodes:
        for name in (*STATED_ALREADY, *BEHIND_US):
            text = text_of(node, name) if name in node.value else ""
            if text and date_trouble(text) is None and _is_after(text, scope.now):
                message = f"{name} is {text}, which is after {scope.now:%Y-%m-%d %H:%M} UTC."
                code = "life-in-the-future" if name in BEHIND_US else "date-in-the-future"
                yield Remark(code, (*node.path, name), message)


def _is_after(text: str, now: datetime) -> bool:
    moment = _instant(text)
    if moment is not None:
        return moment > now + timedelta(minutes=5)
    latest = (now + TOLERANCE).date()
    try:
        return date.fromisoformat(_day(text) + "-01-01"[len(_day(text)) - 4 :]) > latest
    except ValueError:
        return False


def unknown_time(scope: Scope) -> Remarks:
    """Midnight in an event's date: often the mark of a time that nobody knew."""
    for node in scope.of_type("Event"):
        for name in ("startDate", "endDate"):
            text = text_of(node, name)
            if "T00:00:00" in text or text.endswith("T00:00"):
                message = f"{name} is {shown(text)}: midnight often stands for a time that is not known."
                yield Remark("midnight-event", (*node.path, key_of(node, name)), message, f"Write {_day(text)} then.")


def defaults(scope: Scope) -> Remarks:
    """Dates that programs write where they know none: the first second of Unix, of .NET, of a spreadsheet."""
    for node in scope.view.nodes:
        for name in STATED_ALREADY:
            text = text_of(node, name) if name in node.value else ""
            if text.startswith(("0", "1900-01-01T00:00:00")) or (
                text.startswith(("1970-01-01T", "1969-12-31T")) and _is_zero(text)
            ):
                message = f"{name} is {shown(text)}: programs write it where no date is known."
                yield Remark("default-date", (*node.path, name), message)


def _is_zero(text: str) -> bool:
    moment = _instant(text) or _local(text)
    return moment is not None and moment.replace(tzinfo=UTC).timestamp() == 0


def lifetimes(scope: Scope) -> Remarks:
    """Persons who were older than anybody ever was."""
    for node in scope.view.nodes:
        if "birthDate" not in node.value or "deathDate" not in node.value:
            continue
        born, died = text_of(node, "birthDate")[:4], text_of(node, "deathDate")[:4]
        if born.isdecimal() and died.isdecimal() and int(died) - int(born) > OLDEST:
            message = f"birthDate {born} and deathDate {died} are {int(died) - int(born)} years apart."
            yield Remark("implausible-age", (*node.path, "deathDate"), message)


OLDEST = 125
"""Years; nobody is known to have lived longer than 122."""


def coverage(scope: Scope) -> Remarks:
    """Posts of a live blog without a date, or of a day on which the coverage had not begun."""
    for node in scope.of_type("LiveBlogPosting"):
        start = text_of(node, "coverageStartTime")
        posts = [*scope.linked(node, "liveBlogUpdate")]
        if not posts and not scope.own:
            yield Remark("live-blog-without-posts", node.path, "The live blog has no liveBlogUpdate.")
        for _, _, post in posts:
            if post is None:
                continue
            said = text_of(post, "datePublished")
            if not said and not scope.own:
                yield Remark("live-post-undated", post.path, "The post does not say when it was published.")
            elif start and is_before(said[:10], start[:10]):
                message = f"The post is of {said}, before the coverage began ({start})."
                yield Remark("live-post-before-coverage", (*post.path, key_of(post, "datePublished")), message)


RULES = (order, future, unknown_time, defaults, lifetimes, coverage)
