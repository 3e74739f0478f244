"""One JSON object of a feed or wire -> its statements, by name and type; what is of the wrong type is a finding, what was
never asked for can be told at the end, so that nothing is lost unnoticed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from pipeline.model.finding import Finding, Outcome
from pipeline.model.moment import Moment
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire.moments import read_moment

type Json = Any


class Item:
    """A JSON object whose names are read without regard to case, since versions of a format differ in it."""

    def __init__(self, members: dict[str, Json], findings: list[Finding]) -> None:
        self.members = {each.lower(): (each, value) for each, value in members.items()}
        self.findings = findings
        self._asked: set[str] = set()

    def value(self, *names: str) -> Json:
        """The first of the names that says something."""
        found = None
        for each in names:
            self._asked.add(each.lower())
            stated = self.members.get(each.lower(), ("", None))[1]
            found = stated if found in (None, "", [], {}) else found
        return found

    def text(self, *names: str) -> str | None:
        """A text; a number is taken as its digits, anything else is a finding."""
        value = self.value(*names)
        if isinstance(value, str):
            return value.strip() or None
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value is not None:
            self._wrong(names, "is no text")
        return None

    def integer(self, *names: str) -> int | None:
        """A whole number, also where it is written as text."""
        value = self.value(*names)
        if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit() and len(value) < 10:
            return int(value)
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        if value not in (None, ""):
            self._wrong(names, "is no whole number")
        return None

    def moment(self, field: str, *names: str) -> Moment | None:
        """A date; ``field`` is the article's field in its JSON name."""
        found, findings = read_moment(field, self.text(*names))
        self.findings += findings
        return found

    def objects(self, *names: str) -> tuple[Item, ...]:
        """The objects of a list; a single object counts as a list of one, other members are findings."""
        value = self.value(*names)
        members = value if isinstance(value, list) else [] if value is None else [value]
        if any(not isinstance(each, dict) for each in members):
            self._wrong(names, "holds something that is no object")
        return tuple(Item(each, self.findings) for each in members if isinstance(each, dict))

    def named(self, *names: str) -> tuple[tuple[str, Item], ...]:
        """The members of an object of objects, such as ninjs 1.x renditions; a list gives each member's own name."""
        value = self.value(*names)
        if isinstance(value, dict):
            return tuple(
                (each, Item(member, self.findings)) for each, member in value.items() if isinstance(member, dict)
            )
        return tuple((each.text("name") or "", each) for each in self.objects(*names))

    def texts(self, *names: str) -> tuple[str, ...]:
        """The texts of a list; a single text counts as a list of one."""
        value = self.value(*names)
        members = value if isinstance(value, list) else [] if value is None else [value]
        if any(not isinstance(each, str) for each in members):
            self._wrong(names, "holds something that is no text")
        return tuple(each.strip() for each in members if isinstance(each, str) and each.strip())

    def rest(self) -> Iterator[tuple[str, Json]]:
        """The members that were never asked for, under their own names."""
        for key, (own, value) in self.members.items():
            if key not in self._asked:
                yield own, value

    def _wrong(self, names: tuple[str, ...], reason: str) -> None:
        own = next((self.members[each.lower()][0] for each in names if each.lower() in self.members), names[0])
        finding = say.property_wrong(own, reason)
        if finding not in self.findings:
            self.findings.append(finding)


def read_json(text: str) -> Outcome[Json]:
    """The JSON value of a text, or None with an error finding."""
    try:
        return Outcome(msgspec.json.decode(text.removeprefix("\ufeff")))
    except msgspec.DecodeError as error:
        return Outcome(None, (say.json_unreadable(str(error)),))
    except RecursionError:
        return Outcome(None, (say.json_unreadable("it is nested too deeply"),))
    except UnicodeEncodeError:
        return Outcome(None, (say.json_unreadable("it holds half a surrogate pair"),))
