"""Persons who must no longer be named. The suppression outlives the name: only a salted, slow digest of it is kept, and what the
authority knew of the person is erased, in its own rows and in what other entities' rows said of them."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator

import msgspec

from pipeline.mapping.names import folded
from pipeline.model.errors import UsageError
from pipeline.model.identity import Identity, Proposal
from pipeline.store.authority_erasure_rows import ErasureRows
from pipeline.store.authority_rows import Entity

ITERATIONS = 50_000
"""Rounds of PBKDF2: a guess costs some hundredths of a second, a dictionary of names days."""
WITHHELD = "[name withheld]"
LONGEST_NAME = 5
"""Words of a suppressed name that are sought inside other names."""


class Suppressions:
    """Asks whether a name is suppressed; remembers its answers, for each costs time."""

    def __init__(self, erasure: ErasureRows) -> None:
        self.kept = erasure.suppressions()
        self.answers: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return bool(self.kept)

    def covers(self, name: str) -> bool:
        """Whether this name is suppressed, however it is written."""
        plain = folded(name)
        if plain not in self.answers:
            self.answers[plain] = any(
                digest_of(plain, salt) == digest for prefix, salt, digest in self.kept if prefix == prefix_of(plain)
            )
        return self.answers[plain]


def suppress(erasure: ErasureRows, entity: Entity | None, names: Iterable[str], reason: str) -> int:
    """Suppress every full name given and, if the authority knows the person, every full name they bear there; erase what is
    known. Returns how many names are suppressed. Call inside a transaction."""
    if entity is not None and entity.kind != "person":
        raise UsageError(f"{entity.kind}/{entity.slug}: only persons can be suppressed. Delete the articles instead.")
    known = erasure.rows.names(entity.root) if entity else ()
    full = sorted({folded(each) for each in (*names, *known) if len(folded(each).split()) > 1})
    if not full:
        raise UsageError("give a full name: a single word would take out everybody who bears it.")
    for each in full:
        salt = os.urandom(16)
        erasure.add_suppression(prefix_of(each), salt, digest_of(each, salt), reason)
    for each in full:
        erase(erasure, each)
    return len(full)


def lift(erasure: ErasureRows, name: str) -> bool:
    """Take a suppression back; the next build names the person again. Whether there was one."""
    plain = folded(name)
    found = [
        digest
        for prefix, salt, digest in erasure.suppressions()
        if prefix == prefix_of(plain) and digest_of(plain, salt) == digest
    ]
    for each in found:
        erasure.remove_suppression(each)
    return bool(found)


def erase(erasure: ErasureRows, name: str) -> None:
    """Forget the persons of this folded name, and the name wherever other rows hold it."""
    for entity in erasure.bearers("person", name):
        erasure.erase_entity(entity)
    erasure.erase_feature(name)
    for answer in erasure.all_settled():
        cleaned = without(answer.proposal, (name,))
        if cleaned != answer.proposal:
            erasure.rewrite(answer, cleaned)
    for other in erasure.holding(name):
        if not any(says(each, name) for each in erasure.rows.names(other.id)):
            continue
        if other.kind == "event":
            erasure.rename(other, WITHHELD, f"event-{other.id}-{os.urandom(4).hex()}")
        else:
            erasure.erase_entity(other)  # "Ana Lima Foundation": its name is hers


def hide(proposals: list[Proposal], suppressions: Suppressions) -> tuple[list[Proposal], list[str]]:
    """One article's proposals without suppressed persons and what is named after them, and the local ids of those."""
    if not suppressions:
        return proposals, []
    names = {folded(name) for each in proposals if _is_covered(each, suppressions) for name in _all_names(each)}
    names |= {part for each in proposals for name in _all_names(each) for part in _inside(name, suppressions)}
    if not names:
        return proposals, []
    hidden = [each for each in proposals if each.kind != "event" and _is_hidden(each, names)]
    locals_ = {each.local for each in hidden}
    kept = [without(each, tuple(sorted(names))) for each in proposals if each.local not in locals_]
    return kept, sorted(locals_)


def withheld_identity(local: str) -> Identity:
    """The answer for somebody who must not be named."""
    return Identity(local=local, kind="person", slug="", suppressed=True)


def _all_names(proposal: Proposal) -> tuple[str, ...]:
    return (proposal.name, *proposal.alternate_names)


def _is_covered(proposal: Proposal, suppressions: Suppressions) -> bool:
    """Whether it is a suppressed person, under whatever name the article gives."""
    return proposal.kind == "person" and any(suppressions.covers(each) for each in _all_names(proposal) if " " in each)


def _inside(name: str, suppressions: Suppressions) -> Iterator[str]:
    """The suppressed names that another name holds: "Ana Lima Foundation", "the murder of Ana Lima"."""
    words = folded(re.sub(r"['’]s\b", "", name)).split()
    for size in range(2, LONGEST_NAME + 1):
        for at in range(len(words) - size + 1):
            if suppressions.covers(part := " ".join(words[at : at + size])):
                yield part


def _is_hidden(proposal: Proposal, names: set[str]) -> bool:
    full = [each for each in names if " " in each]
    if proposal.kind == "person":
        return bool({folded(each) for each in _all_names(proposal)} & names)
    return any(says(own, each) for own in _all_names(proposal) for each in full)


def without(proposal: Proposal, names: tuple[str, ...]) -> Proposal:
    """A proposal that does not say these folded names: not as company, and not in the name of an event."""
    full = [each for each in names if " " in each]
    lists = {
        field: tuple(each for each in getattr(proposal, field) if not any(says(each, name) for name in full))
        for field in ("titles", "organizations", "places", "alternate_names")
    }
    proposal = msgspec.structs.replace(proposal, **lists)
    company = tuple(
        each
        for each in proposal.participants
        if folded(each) not in names and not any(says(each, name) for name in full)
    )
    if proposal.kind != "event" or not any(says(proposal.name, each) for each in names):
        return msgspec.structs.replace(proposal, participants=company)
    place = f"{proposal.article} {proposal.type} {proposal.start}"
    key = f"event-{hashlib.blake2b(place.encode(), digest_size=8).hexdigest()}"
    return msgspec.structs.replace(proposal, participants=company, name=WITHHELD, key=key)


def says(text: str, name: str) -> bool:
    """Whether a text holds a folded name as whole words, a possessive ending aside."""
    return f" {name} " in f" {folded(re.sub(r"['’]s\b", '', text))} "


def prefix_of(name: str) -> int:
    """Sixteen bits that spare the slow digest for almost every other name."""
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=2).digest())


def digest_of(name: str, salt: bytes) -> bytes:
    """The slow digest of a folded name."""
    return hashlib.pbkdf2_hmac("sha256", name.encode(), salt, ITERATIONS)
