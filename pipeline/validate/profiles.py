"""The profiles layer: what single consumers demand, as data (``schemas/profiles/*.toml``), held against nodes and pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from pipeline.standards import iri
from pipeline.standards.iso8601_values import date_trouble
from pipeline.standards.json_pointer import Path
from pipeline.standards.schema_org import ROLE
from pipeline.validate.consistency.scope import Scope, key_of, text_of
from pipeline.validate.nodes import Node, values_of
from pipeline.validate.remark import Remark, Remarks, shown

if TYPE_CHECKING:
    from pipeline.validate.page_view import Page

type Json = Any
type Level = Literal["required", "recommended", "advised", "forbidden"]
CODES: dict[Level, str] = {
    "required": "profile-required",
    "recommended": "profile-recommended",
    "advised": "profile-advised",
    "forbidden": "profile-forbidden",
}


class When(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A profile applies only to nodes with this value; texts such as "False" count as what they mean."""

    property: str
    equals: bool = msgspec.field(name="is")


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One demand. ``property`` is a dotted path from the node, ``meta`` a page's meta element, ``element`` the local name of a
    child of a feed's entry; ``alternatives`` serve as well.
    The rest limits the value where there is one."""

    level: Level
    property: str = ""
    meta: str = ""
    element: str = ""
    alternatives: tuple[str, ...] = msgspec.field(name="or", default=())
    when_present: str = ""
    types: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    differs_from: str = ""
    max_length: int = 0
    min_count: int = 0
    min_pixels: int = 0
    min_width: int = 0
    min_height: int = 0
    zone: bool = False
    boolean: bool = False
    absolute_url: bool = False
    no_midnight: bool = False
    optional_on_last: bool = False
    class_selector: bool = False
    no_html: bool = False
    no_address: bool = False


class Profile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one consumer demands of nodes of some types (``kind`` node), of a page's metadata (page) or of a feed's entries.

    ``not_to`` names subtypes that the consumer treats as another thing; ``only_main`` leaves out nodes that merely stand inside another one; ``ended`` names types that the consumer no longer
    shows, and since when.
    """

    title: str
    source: str
    checked: date
    note: str = ""
    kind: Literal["node", "page", "feed"] = "node"
    applies_to: tuple[str, ...] = ()
    not_to: frozenset[str] = frozenset()
    only_main: bool = False
    when: When | None = None
    rule: tuple[Rule, ...] = ()
    ended: dict[str, str] = {}

    @property
    def rules_of(self) -> str:
        """Where the rules are from, and when somebody looked."""
        return f"{self.source} (checked {self.checked})"


def read(content: Json) -> Profile:
    """A parsed TOML file as a profile. Raises ``msgspec.ValidationError`` with the path of what is wrong."""
    return msgspec.convert(content, type=Profile)


def node_rules(scope: Scope, profiles: Mapping[str, Profile]) -> Remarks:
    """What the profiles miss in the nodes of a document."""
    for name, profile in profiles.items():
        if profile.kind == "node":
            for remark in _of_profile(scope, name, profile):
                yield msgspec.structs.replace(remark, source=profile.rules_of)


def _of_profile(scope: Scope, name: str, profile: Profile) -> Remarks:
    yield from _ended(scope, name, profile)
    for node in scope.of_type(*profile.applies_to):
        if not profile.not_to.isdisjoint(node.types):
            continue
        if _applies(scope, profile, node):
            for rule in profile.rule:
                yield from _demand(scope, name, rule, node)


def _ended(scope: Scope, name: str, profile: Profile) -> Remarks:
    for kind, since in profile.ended.items():
        for node in scope.of_type(kind):
            if kind not in node.types:
                continue  # a recipe is a HowTo to schema.org, and no such thing to the consumer
            yield Remark("profile-ended", node.path, f"{name}: Google has shown nothing for {kind} since {since}.")


def _applies(scope: Scope, profile: Profile, node: Node) -> bool:
    if len(node.value) < 3 or (profile.only_main and not _is_main(scope, node)):
        return False
    return profile.when is None or _means(node.get(profile.when.property)) is profile.when.equals


def _is_main(scope: Scope, node: Node) -> bool:
    """At the top of the document, and not only the part or the publisher of another node."""
    if node.parent is not None:
        return node.incoming in ("mainEntity", "mainEntityOfPage")
    return node.id is None or node.id not in scope.linked_ids


def _means(value: Json) -> bool | None:
    if isinstance(value, bool):
        return value
    if not isinstance(value, str):
        return None
    return {"true": True, "false": False}.get(value.rsplit("/", maxsplit=1)[-1].lower())


def _demand(scope: Scope, name: str, rule: Rule, node: Node) -> Remarks:
    found = [*_follow(scope, node, rule.property.split("."))]
    given = [each for each in found if each[0] is not None]
    if rule.level == "forbidden":
        if given and (not rule.when_present or node.get(rule.when_present) is not None):
            beside = f" beside {rule.when_present}" if rule.when_present else ""
            yield Remark("profile-forbidden", given[0][1], f"{name} forbids {rule.property}{beside}.")
        return
    for value, path in found:
        if value is None and not _excused(rule, path, found) and not _has_other(scope, rule, node, path):
            yield Remark(CODES[rule.level], path, _missing(name, rule, node))
        elif value is not None:
            yield from _limits(scope, name, rule, value, path)
    if rule.min_count and len(given) < rule.min_count and given:
        message = f"{name} wants at least {rule.min_count} values of {rule.property}; there are {len(given)}."
        yield Remark("profile-value", (*node.path, key_of(node, rule.property)), message)


def _missing(name: str, rule: Rule, node: Node) -> str:
    either = f" or {', '.join(rule.alternatives)}" if rule.alternatives else ""
    wants = {"required": "requires", "recommended": "recommends", "advised": "advises"}[rule.level]
    return f"{name} {wants} {rule.property}{either}, which this {node.types[0]} lacks."


def _excused(rule: Rule, path: Path, found: list[tuple[Json, Path]]) -> bool:
    return rule.optional_on_last and path == found[-1][1]


def _has_other(scope: Scope, rule: Rule, node: Node, path: Path) -> bool:
    """Whether an alternative stands in for the property: on the very node at ``path`` that lacks it, if it is said of that."""
    owner, prefix = scope.view.by_path.get(path, node), rule.property.rpartition(".")[0] + "."
    for each in rule.alternatives:
        beside = prefix != "." and each.startswith(prefix)
        start, names = (owner, each.removeprefix(prefix)) if beside else (node, each)
        if any(value is not None for value, _ in _follow(scope, start, names.split("."))):
            return True
    return False


def _follow(scope: Scope, node: Node, names: list[str]) -> Iterator[tuple[Json, Path]]:
    """The values at the end of a dotted path; (None, path of the node that lacks it) where it breaks off. A path that cannot
    be gone because a value on the way is plain text yields nothing: other rules say what is wrong with that."""
    first, *rest = names
    value = node.id if first == "@id" else node.get(first)
    if value is None or value == []:
        if not rest:
            yield None, node.path
        return
    for each, path in values_of(value, (*node.path, key_of(node, first))):
        role = scope.facts(path) if isinstance(each, dict) else None
        if role is not None and scope.is_a(role, ROLE) and role.get(first) is not None:
            yield from _follow(scope, role, names)  # a Role carries on the property that leads to it
        elif not rest:
            yield each, path
        elif isinstance(each, dict):
            facts = scope.facts(path)
            if facts is not None:
                yield from _follow(scope, facts, rest)


def _limits(scope: Scope, name: str, rule: Rule, value: Json, path: Path) -> Remarks:
    facts = scope.facts(path) if isinstance(value, dict) else None
    for trouble in _troubles(rule, value):
        yield Remark("profile-value", path, f"{name}: {rule.property or rule.meta} {trouble}.")
    if facts is None:
        return
    known = facts.types and all(each in scope.vocabulary.table.types for each in facts.types)
    if rule.types and known and not scope.is_a(facts, *rule.types):
        wanted = " or ".join(rule.types)
        yield Remark("profile-value", path, f"{name}: {rule.property} is {facts.types[0]}, not {wanted}.")
    yield from _sizes(name, rule, facts, path)
    if rule.differs_from:
        yield from _difference(scope, name, rule, facts, path)


def _troubles(rule: Rule, value: Json) -> Iterator[str]:
    """What is wrong with a plain value."""
    if rule.boolean and not isinstance(value, bool | dict):
        yield f"must be true or false without quotes, not {shown(value)}"
    if not isinstance(value, str):
        return
    if rule.max_length and len(value) > rule.max_length:
        yield f"has {len(value)} characters; what is longer than {rule.max_length} may be cut"
    if rule.one_of and value not in rule.one_of:
        yield f"is {shown(value)}, not one of {', '.join(rule.one_of)}"
    if rule.class_selector and not all(each.strip().startswith(".") for each in value.split(",")):
        yield f"must be a class such as .paid, not {shown(value)}"
    if rule.absolute_url and not iri.is_web(value):
        yield f"must be an absolute web address, not {shown(value)}"
    if rule.zone and "T" in value and date_trouble(value) is None and not _has_zone(value):
        yield f"{value} has a time and no zone"
    if rule.no_midnight and "T00:00" in value:
        yield f"{value} is at midnight; where the time is not known, write the day alone"


def _has_zone(text: str) -> bool:
    clock = text.partition("T")[2]
    return clock.endswith("Z") or "+" in clock or "-" in clock


def _sizes(name: str, rule: Rule, image: Node, path: Path) -> Remarks:
    width, height = _pixels(image.get("width")), _pixels(image.get("height"))
    if rule.min_pixels and width and height and width * height < rule.min_pixels:
        message = f"{name} wants pictures of at least {rule.min_pixels:,} pixels; this has {width * height:,}."
        yield Remark("profile-value", path, message)
    for limit, found, word in ((rule.min_width, width, "wide"), (rule.min_height, height, "high")):
        if limit and found and found < limit:
            yield Remark(
                "profile-value", path, f"{name} wants pictures at least {limit} pixels {word}; this is {found}."
            )


def _pixels(value: Json) -> int:
    if isinstance(value, str) and value.removesuffix("px").strip().isdecimal():
        return int(value.removesuffix("px"))
    return int(value) if isinstance(value, int | float) and not isinstance(value, bool) else 0


def _difference(scope: Scope, name: str, rule: Rule, facts: Node, path: Path) -> Remarks:
    """The value must not be the same picture as another one of the article."""
    article = next(
        (each for each in scope.view.nodes if path[: len(each.path)] == each.path and each.parent is None), None
    )
    if article is None:
        return
    own = _address(facts)
    for _, other in _follow(scope, article, rule.differs_from.split(".")):
        node = scope.facts(other)
        if own and node is not None and _address(node) == own:
            message = f"{name}: {rule.property} is the same as {rule.differs_from}."
            yield Remark("profile-value", path, message)


def _address(node: Node) -> str:
    return text_of(node, "contentUrl") or text_of(node, "url")


def page_rules(page: Page, profiles: Mapping[str, Profile]) -> Iterator[tuple[Remark, int, str]]:
    """What the profiles miss in a page's metadata, with the line it is about and the text that is found there."""
    for name, profile in profiles.items():
        if profile.kind == "page":
            for rule in profile.rule:
                for remark, line, held in _meta(name, rule, page):
                    yield msgspec.structs.replace(remark, source=profile.rules_of), line, held


def _meta(name: str, rule: Rule, page: Page) -> Iterator[tuple[Remark, int, str]]:
    found = [each for each in page.metas if each.name == rule.meta and each.content]
    others = [each for each in page.metas if each.name in rule.alternatives and each.content]
    if not found and not others:
        either = f" or {', '.join(rule.alternatives)}" if rule.alternatives else ""
        wants = {"required": "requires", "recommended": "recommends"}.get(rule.level, "advises")
        yield (
            Remark(
                CODES[rule.level], (), f"{name} {wants} the meta element {rule.meta}{either}, which the page lacks."
            ),
            1,
            "<head",
        )
    for each in found:
        for trouble in _troubles(rule, each.content):
            yield Remark("profile-value", (), f"{name}: {rule.meta} {trouble}."), each.line, each.content
