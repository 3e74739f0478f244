"""What single consumers demand of the entries of a feed: profiles of the kind ``feed`` in, faults of the XML out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from pipeline.validate.formats.fault import Element, XmlFault
from pipeline.validate.profiles import CODES, Profile, Rule
from pipeline.validate.remark import shown

_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)


def rules(root: Element, profiles: Mapping[str, Profile]) -> Iterator[XmlFault]:
    """What the profiles miss in the entries of an RSS or Atom feed."""
    chosen = {name: each for name, each in profiles.items() if each.kind == "feed"}
    if not chosen:
        return
    for entry in root.iter("{*}item", "{*}entry"):
        for name, profile in chosen.items():
            for rule in profile.rule:
                for fault in _demand(name, rule, entry):
                    yield msgspec.structs.replace(fault, source=profile.rules_of)


def _demand(name: str, rule: Rule, entry: Element) -> Iterator[XmlFault]:
    found = _texts(entry, rule.element)
    others = [text for each in rule.alternatives for text, _ in _texts(entry, each)]
    if not found and not others and rule.level in ("required", "recommended"):
        wants = {"required": "requires", "recommended": "recommends"}[rule.level]
        yield XmlFault(CODES[rule.level], entry, f"{name} {wants} {rule.element}, which the entry lacks.")
    for text, at in found:
        for trouble in _troubles(rule, text, shorter=bool(others)):
            yield XmlFault("profile-value", at, f"{name}: {rule.element} {trouble}.")


def _texts(entry: Element, local: str) -> list[tuple[str, Element]]:
    children = (each for each in entry if isinstance(each.tag, str) and each.tag.rpartition("}")[2] == local)
    return [(text, each) for each in children if (text := "".join(each.itertext()).strip())]


def _troubles(rule: Rule, text: str, *, shorter: bool) -> Iterator[str]:
    if rule.max_length and len(text) > rule.max_length and not shorter:
        yield f"has {len(text)} characters; more than {rule.max_length} are cut or refused"
    if rule.no_html and (tag := _TAG.search(text)):
        yield f"holds the tag {shown(tag.group())}"
    if rule.no_address and _ADDRESS.search(text):
        yield f"{shown(text)} holds an address"
