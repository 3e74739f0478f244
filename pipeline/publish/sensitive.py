"""Article, annotations and graph -> the statements that one rule of the newsroom finds sensitive.

Careful rather than clever: a rule keeps back too much before too little, since an editor looks at each. The words are
English; a newsroom adds its own in the configuration.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import msgspec

from pipeline.model.annotations import Annotations, Span
from pipeline.model.article import Article, canonical_text
from pipeline.model.graph import Graph, Node, Statement
from pipeline.model.moment import Moment
from pipeline.model.newsroom import HoldRule
from pipeline.publish.dates import moment_of
from pipeline.publish.graph_view import by_id, is_event, kind_of, text, texts, types, values

ACCUSING_EVENTS = ("arrest", "charge", "verdict", "sentence", "lawsuit", "trial")
HARMING_EVENTS = ("attack", "death")
ACCUSING_WORDS = (
    "accused", "accuses", "alleged", "allegedly", "arrested", "charged with", "convicted", "defendant", "detained", "fraudster",
    "guilty", "indicted", "on suspicion of", "prosecuted", "suspect", "suspected", "wanted for",
)  # fmt: skip
HARMED_WORDS = (
    "abducted", "assaulted", "body of", "death of", "killed", "killing of", "kidnapped", "murder of", "murdered", "raped",
    "shot dead", "stabbed", "survivor", "victim",
)  # fmt: skip
YOUNG_WORDS = ("juvenile", "minor", "schoolboy", "schoolgirl", "underage", "under-age")
_YOUNG_AGE = r"(?:[1-9]|1[0-7])"
_AGED = re.compile(rf"\b{_YOUNG_AGE}[- ]years?[- ]old\b|\baged {_YOUNG_AGE}\b")
_AGE_BEHIND = re.compile(rf",\s*{_YOUNG_AGE}(?:,|\.|\s*$)")
NEARNESS = 40
"""Characters between a name and the word that says what became of its bearer."""
ADULT_AGE = 18
_ABBREVIATED = "".join(
    rf"(?<!\b{each})" for each in ("[A-Z]", "Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr", "Gen", "Sen", "Rep")
)
_SENTENCE_END = re.compile(rf"{_ABBREVIATED}[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])|\n\n")
_NAMES = ("name", "short-name")


class Sensitive(msgspec.Struct, frozen=True, kw_only=True):
    """A statement to keep back: a node, or one value of one of its properties."""

    subject: str
    reason: str
    property: str = ""
    value: str = ""
    text: str = ""


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """What a rule looks at. ``persons`` maps an annotated person to the @id of its node."""

    article: Article
    annotations: Annotations
    graph: Graph
    rule: HoldRule
    canonical: str
    nodes: dict[str, Node]
    persons: dict[str, str]


type Look = Callable[[Case], Iterator[Sensitive]]


def sensitive(article: Article, annotations: Annotations, graph: Graph, rule: HoldRule) -> tuple[Sensitive, ...]:
    """What the rule finds, in the order of the graph."""
    case = Case(
        article=article,
        annotations=annotations,
        graph=graph,
        rule=rule,
        canonical=canonical_text(article),
        nodes=by_id(graph),
        persons=_persons(annotations, graph),
    )
    looks = LOOKS.get(rule.kind, ())
    return tuple(each for look in looks for each in look(case))


def _accusing_events(case: Case) -> Iterator[Sensitive]:
    accusing = {*ACCUSING_EVENTS, *case.rule.event_types}
    words = _pattern((*ACCUSING_WORDS, *case.rule.words))
    for node in case.graph.nodes:
        named = _people_of(node, case) if is_event(node) else ()
        told = _evidence_text(node["@id"], case)
        if named and (accusing & set(texts(node, "additionalType")) or words.search(told)):
            yield Sensitive(subject=node["@id"], reason=f"It may accuse {_and(named)}", text=told)


def _accusing_quotations(case: Case) -> Iterator[Sensitive]:
    words = _pattern((*ACCUSING_WORDS, *case.rule.words))
    for node in case.graph.nodes:
        said = text(node, "text") or ""
        if "Quotation" in types(node) and words.search(said) and (named := _named_in(said, case)):
            yield Sensitive(subject=node["@id"], reason=f"The quotation may accuse {_and(named)}", text=said)


def _accusing_roles(case: Case) -> Iterator[Sensitive]:
    words = _pattern((*ACCUSING_WORDS, *case.rule.words))
    for node in case.graph.nodes:
        for title in texts(node, "jobTitle") if kind_of(node) == "person" else ():
            if words.search(title):
                reason = f"It calls {text(node, 'name')} “{title}”."
                yield Sensitive(subject=node["@id"], property="jobTitle", value=title, reason=reason, text=title)


def _minors(case: Case) -> Iterator[Sensitive]:
    words = _pattern((*YOUNG_WORDS, *case.rule.words))
    for node, near, behind in _name_contexts(case):
        if words.search(near) or _AGED.search(near) or _AGE_BEHIND.match(behind) or _is_young(node, case.article):
            yield Sensitive(subject=node["@id"], reason=f"{text(node, 'name')} seems to be a minor.", text=near)


def _victims(case: Case) -> Iterator[Sensitive]:
    words = _pattern((*HARMED_WORDS, *case.rule.words))
    for node, near, _ in _name_contexts(case):
        if words.search(near):
            yield Sensitive(subject=node["@id"], reason=f"{text(node, 'name')} seems to be a victim.", text=near)


def _worded(case: Case) -> Iterator[Sensitive]:
    """Persons named in a sentence with one of the rule's words, and events told in one."""
    words = _pattern(case.rule.words)
    for node in case.graph.nodes:
        told = _evidence_text(node["@id"], case)
        about_person = kind_of(node) == "person" or (is_event(node) and _people_of(node, case))
        if about_person and (found := words.search(told)):
            yield Sensitive(subject=node["@id"], reason=f"Its sentence has “{found[0]}”.", text=told)


def _uncertain(case: Case) -> Iterator[Sensitive]:
    bound = case.rule.below or 0.0
    for each in case.graph.statements:
        probability = each.evidence.probability
        if probability < bound:
            reason = f"It is only {probability:.2f} certain, under {bound:.2f}."
            whole = each.property == "@type"
            parts = ("", "") if whole else (each.property, each.value)
            yield Sensitive(
                subject=each.subject, property=parts[0], value=parts[1], reason=reason, text=_words(each, case)
            )


LOOKS: dict[str, tuple[Look, ...]] = {
    "accusation": (_accusing_events, _accusing_quotations, _accusing_roles),
    "minor": (_minors,),
    "victim": (_victims,),
    "words": (_worded,),
    "probability": (_uncertain,),
}


def _persons(annotations: Annotations, graph: Graph) -> dict[str, str]:
    """Annotated persons by the node that bears their name (the graph's own, whatever the authority made of it)."""
    by_name = {
        name: node["@id"]
        for node in graph.nodes
        if kind_of(node) == "person"
        for name in texts(node, "name", "alternateName")
    }
    return {
        each.id: by_name[name]
        for each in annotations.entities
        if each.type == "person"
        for name in (each.name, *each.alternate_names)
        if name in by_name
    }


def _people_of(event: Node, case: Case) -> tuple[str, ...]:
    """The names of the persons that an event points to or names."""
    pointed = (
        each.get("@id")
        for property_ in event
        for each in values(event, property_)
        if isinstance(each, dict) and "@id" in each
    )
    names = (text(case.nodes[each], "name") for each in pointed if each in case.nodes and _is_person(case.nodes[each]))
    return tuple(dict.fromkeys((*(each for each in names if each), *_named_in(text(event, "name") or "", case))))


def _is_person(node: Node) -> bool:
    return kind_of(node) == "person" or "Person" in types(node)


def _named_in(words: str, case: Case) -> tuple[str, ...]:
    """The persons of the story whose full or last name stands in the words."""
    names = (text(node, "name") or "" for node in case.graph.nodes if kind_of(node) == "person")
    return tuple(each for each in names if each and _pattern((each, each.rsplit(" ", 1)[-1])).search(words))


def _name_contexts(case: Case) -> Iterator[tuple[Node, str, str]]:
    """Each place where a person is named: the node, the words near the name, and the sentence behind it."""
    for mention in case.annotations.mentions:
        node = case.nodes.get(case.persons.get(mention.entity, ""))
        if node is not None and mention.form in _NAMES:
            start, end = _sentence(case.canonical, mention.span)
            near = case.canonical[max(start, mention.span.start - NEARNESS) : min(end, mention.span.end + NEARNESS)]
            yield node, near, case.canonical[mention.span.end : end]


def _sentence(canonical: str, span: Span) -> tuple[int, int]:
    start = max((each.end() for each in _SENTENCE_END.finditer(canonical, 0, span.start)), default=0)
    behind = _SENTENCE_END.search(canonical, span.end)
    return start, behind.start() + 1 if behind else len(canonical)


def _evidence_text(node_id: str, case: Case) -> str:
    """The sentences that tell of a node."""
    spans = dict.fromkeys(
        span for each in case.graph.statements if each.subject == node_id for span in each.evidence.spans
    )
    bounds: list[tuple[int, int]] = []
    for start, end in sorted(_sentence(case.canonical, each) for each in spans):
        if bounds and start <= bounds[-1][1]:
            bounds[-1] = (bounds[-1][0], max(end, bounds[-1][1]))
        else:
            bounds.append((start, end))
    return " ".join(case.canonical[start:end].strip() for start, end in bounds)


def _words(statement: Statement, case: Case) -> str:
    return " … ".join(case.canonical[each.start : each.end] for each in statement.evidence.spans)


def _is_young(node: Node, article: Article) -> bool:
    """Whether a stated birth date makes the person a minor on the day of publication."""
    born = moment_of(text(node, "birthDate"))
    return born is not None and article.date_published is not None and _age(born, article.date_published) < ADULT_AGE


def _age(born: Moment, at: Moment) -> int:
    before_birthday = (at.day.month, at.day.day) < (born.day.month, born.day.day)
    return at.day.year - born.day.year - before_birthday


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the words, whole, in any case; without words nothing is found."""
    inside = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True) if each)
    return re.compile(rf"(?<!\w)(?:{inside})(?!\w)" if inside else r"(?!)", re.IGNORECASE)


def _and(names: tuple[str, ...]) -> str:
    """Names as the end of a sentence."""
    line = " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
    return line if line.endswith(".") else f"{line}."
