"""Under which names a proposal is looked up and kept: its full name, what its article calls it besides, and an event's keys."""

from __future__ import annotations

import re

from pipeline.annotate.person_names import one_form
from pipeline.mapping.names import folded
from pipeline.model.identity import Proposal

_LEGAL_FORMS = "inc incorporated corp corporation co company ltd limited llc llp plc gmbh ag sa nv bv spa oy ab"
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
"""Last words of a company's name that say nothing of which company it is."""


def full_names(proposal: Proposal) -> tuple[str, ...]:
    """The folded full name; a company's also without its legal form ("Apple Inc." is "Apple")."""
    name = folded(proposal.name)
    words = name.split()
    if proposal.kind == "organization" and len(words) > 1 and words[-1] in LEGAL_FORMS:
        return name, " ".join(words[:-1])
    return (name,)


def other_names(proposal: Proposal) -> tuple[str, ...]:
    """Folded names of the article's own that may be somebody's full name elsewhere: acronyms, names of several words, and the name
    that the article usually uses."""
    chosen = [
        each for each in proposal.alternate_names if lasting(proposal, each) and (" " in each or is_acronym(each))
    ]
    return tuple(dict.fromkeys(folded(each) for each in (*chosen, *usual_names(proposal))))


def usual_names(proposal: Proposal) -> tuple[str, ...]:
    """What the article calls it far more often than by its fullest name: as good as a full name."""
    return (proposal.usual_name,) if proposal.usual_name else ()


def lasting(proposal: Proposal, name: str) -> bool:
    """Whether a name may find the entity in other articles: never a part of a person's name, and no place's short name."""
    if proposal.kind == "person":
        return len(name.split()) >= max(2, len(proposal.name.split()))
    return proposal.kind == "organization"


def event_keys(proposal: Proposal) -> tuple[str, ...]:
    """What happens, with whom, and what happens, where."""
    if proposal.kind != "event":
        return ()
    return tuple(f"{proposal.type}: {folded(each)}" for each in (*proposal.participants, *proposal.places))


def form_keys(proposal: Proposal) -> tuple[str, ...]:
    """A person's name in the one form that stands for its pet names and spellings: "Bob Moe" is looked up as Robert, too."""
    form = one_form(proposal.name) if proposal.kind == "person" else ""
    return (f"form: {form}",) if " " in form else ()


def is_acronym(name: str) -> bool:
    """Whether a name is made of initials ("KORMA", "U.N.")."""
    return re.fullmatch(r"[A-Z][A-Z.&-]{1,9}", name) is not None
