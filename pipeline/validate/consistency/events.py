"""Events and quotations that lack what makes them one, and places whose numbers lie beside the globe."""

from __future__ import annotations

from typing import Any

from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node
from pipeline.validate.remark import Remark, Remarks, shown

type Json = Any


def anchored(scope: Scope) -> Remarks:
    """Events without place or date; broadcasts and courses have other ways to say them. Of an event that is merely told of, they may stay open: that is an info, unless the
    document invites to the event, the article is about it, or it is the only one of several that lacks them."""
    events = [each for each in scope.of_type("Event") if _says_something(each)]
    for name, code, word in (
        ("location", "event-without-place", "location"),
        ("startDate", "event-without-date", "startDate"),
    ):
        lacking = [
            each
            for each in events
            if not _has(scope, each, name) and not scope.is_a(each, "PublicationEvent", "CourseInstance")
        ]
        for node in lacking:
            odd = len(lacking) == 1 < len(events)
            grave = not scope.own and (odd or _is_announced(scope, node) or _is_subject(scope, node))
            message = f"{shown(text_of(node, 'name') or 'The event')} has no {word}."
            yield Remark(code if grave else "event-left-open", node.path, message)


def _says_something(node: Node) -> bool:
    return any(not key.startswith("@") and key not in ("name", "url", "sameAs") for key in node.value)


def _has(scope: Scope, node: Node, name: str) -> bool:
    if name == "startDate" and node.get("eventSchedule") is not None:
        return True
    same = (node, *scope.view.by_id.get(node.id or "", ()))
    return any(each.get(name) is not None for each in same)


def _is_announced(scope: Scope, node: Node) -> bool:
    """Whether the document invites to the event: it is the only thing at the top, or it has offers or says how to attend."""
    tops = [each for each in scope.view.nodes if each.parent is None and not each.is_reference]
    alone = not scope.articles and len(tops) == 1 and tops[0] is node
    return alone or node.get("offers") is not None or node.get("eventAttendanceMode") is not None


def _is_subject(scope: Scope, node: Node) -> bool:
    """Whether an article is about the event."""
    return any(
        facts is node or (facts is not None and facts.id is not None and facts.id == node.id)
        for article in scope.articles
        for _, _, facts in scope.linked(article, "about")
    )


def places(scope: Scope) -> Remarks:
    """Events whose place is plain text: allowed, but no map and no search by place finds it."""
    for node in scope.of_type("Event"):
        for value, path, _ in scope.linked(node, "location"):
            if isinstance(value, str) and value.strip():
                hint = f'Write {{"@type": "Place", "name": {shown(value)}}}.'
                yield Remark("place-as-text", path, f"location is the plain text {shown(value)}.", hint)


def status(scope: Scope) -> Remarks:
    """An event that is postponed or rescheduled, but does not say from when."""
    for node in scope.of_type("Event"):
        value = node.get("eventStatus")
        if isinstance(value, str) and value.endswith("EventRescheduled") and node.get("previousStartDate") is None:
            message = "The event is rescheduled, but previousStartDate does not say from when."
            yield Remark("rescheduled-from-nowhere", (*node.path, key_of(node, "eventStatus")), message)
        before = text_of(node, "previousStartDate")
        if before and before == text_of(node, "startDate"):
            message = f"previousStartDate and startDate are both {before}, so nothing was moved."
            yield Remark("rescheduled-from-nowhere", (*node.path, key_of(node, "previousStartDate")), message)


def attendance(scope: Scope) -> Remarks:
    """Events that are online and at a place only, or the other way round."""
    for node in scope.of_type("Event"):
        mode = text_of(node, "eventAttendanceMode")
        at = [facts for value, _, facts in scope.linked(node, "location") if isinstance(value, dict)]
        known = [each for each in at if each is not None and each.types]
        if not known or len(known) < len(at):
            continue
        virtual = [scope.is_a(each, "VirtualLocation") for each in known]
        if (mode.endswith("OnlineEventAttendanceMode") and not any(virtual)) or (
            mode.endswith("OfflineEventAttendanceMode") and all(virtual)
        ):
            message = f"eventAttendanceMode is {shown(mode)}, but location is {' and '.join(each.types[0] for each in known)}."
            yield Remark("attendance-mode-contradicts", (*node.path, key_of(node, "eventAttendanceMode")), message)


def access(scope: Scope) -> Remarks:
    """Works that are free and have a part that is not; reviews of a claim that do not say the claim."""
    for node in scope.view.nodes:
        if node.value.get("isAccessibleForFree") is True and "hasPart" in node.value:
            for _, path, part in scope.linked(node, "hasPart"):
                if part is not None and part.types == ("WebPageElement",) and part.get("isAccessibleForFree") is False:
                    yield Remark("paywall-contradicts", path, "The work is free, and this part of it is not.")
        if "reviewRating" in node.value and scope.is_a(node, "ClaimReview") and node.get("claimReviewed") is None:
            yield Remark("claim-review-without-claim", node.path, "The review does not say which claim it is about.")


def speakers(scope: Scope) -> Remarks:
    """Quotations that nobody says: an info where several are so, because officials are often quoted without a name."""
    quotations = [each for each in scope.of_type("Quotation") if len(each.value) > 2]
    said_by = ("spokenByCharacter", "creator", "author", "citation")
    silent = [each for each in quotations if not any(each.get(name) is not None for name in said_by)]
    code = "quotation-left-open" if scope.own or len(silent) > 1 else "quotation-without-speaker"
    for node in silent:
        message = f"Nobody says {shown(text_of(node, 'text') or 'the quotation')}."
        yield Remark(code, node.path, message, "Name the speaker in spokenByCharacter.")
    for node in quotations:
        if not text_of(node, "text") and not text_of(node, "name"):
            yield Remark("quotation-without-text", node.path, "The quotation has no text.")


def coordinates(scope: Scope) -> Remarks:
    """Latitude beyond 90 or longitude beyond 180 degrees."""
    for node in scope.view.nodes:
        for name, limit in (("latitude", 90), ("longitude", 180)):
            if name not in node.value:
                continue
            value = node.get(name)
            number = _number(value)
            if number is not None and abs(number) > limit:
                yield Remark(
                    "coordinates-out-of-range", (*node.path, name), f"{name} is {shown(value)}; {limit} is the most."
                )


def _number(value: Json) -> float | None:
    if isinstance(value, bool):
        return None
    try:
        return float(value)
    except (TypeError, ValueError):
        return None


def positions(scope: Scope) -> Remarks:
    """Entries of a list whose positions stand twice or have gaps."""
    for node in scope.of_type("ItemList"):
        entries = [facts for _, _, facts in scope.linked(node, "itemListElement") if facts is not None]
        given = [(each, _number(each.get("position"))) for each in entries if each.get("position") is not None]
        numbers = [number for _, number in given if number is not None]
        if len(numbers) == len(entries) > 1 and len(set(numbers)) < len(numbers):
            yield Remark(
                "positions-repeated", (*node.path, key_of(node, "itemListElement")), _REPEATED.format(shown(numbers))
            )


_REPEATED = "The positions of the list are {}: one stands twice."

RULES = (anchored, places, status, attendance, access, speakers, coordinates, positions)
