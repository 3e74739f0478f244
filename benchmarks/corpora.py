"""Readers of the annotated corpora outside this repository: MEANTIME (CAT XML) and GUM news (XML and coreference columns)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
from lxml import etree

from pipeline.model.article import Article, Block, text_blocks
from pipeline.model.moment import Moment

CORPORA = Path(__file__).resolve().parents[2] / "shared" / "corpora"
SENTENCES_A_PARAGRAPH = 3
"""MEANTIME does not keep paragraphs."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


class GoldTime(msgspec.Struct, frozen=True):
    """A date of the gold: offsets in the canonical text, value as ISO 8601."""

    start: int
    end: int
    value: str


class GoldMention(msgspec.Struct, frozen=True):
    """A named mention of the gold: offsets in the canonical text, and whom it means."""

    start: int
    end: int
    entity: str
    type: str


class GoldEvent(msgspec.Struct, frozen=True):
    """An event's word in the gold, whether the text states it as fact or plan, the day or year it happens in (TLINK), and where
    the names of its participants stand."""

    start: int
    end: int
    stated: bool
    date: str | None = None
    participants: tuple[tuple[int, int], ...] = ()


class Document(msgspec.Struct, frozen=True):
    """A corpus article with what the gold says of it."""

    name: str
    article: Article
    times: tuple[GoldTime, ...] = ()
    mentions: tuple[GoldMention, ...] = ()
    events: tuple[GoldEvent, ...] = ()


def available() -> bool:
    """Whether the corpora are on this machine."""
    return CORPORA.is_dir()


# --- words to text ------------------------------------------------------------------------------------------------------

_NO_SPACE_BEFORE = re.compile(r"^(?:[.,;:!?)\]%}…]|'s|'S|n't|'re|'ve|'ll|'d|'m|''|’s)$")
_NO_SPACE_BEHIND = frozenset("([{$£€`“‘#") | {"``"}


def join(words: list[str]) -> tuple[str, list[int]]:
    """Tokens as running text, and the offset at which each begins."""
    text, offsets, quote_open = "", [], False
    for number, word in enumerate(words):
        glued = number == 0 or _NO_SPACE_BEFORE.match(word) or words[number - 1] in _NO_SPACE_BEHIND
        if word == '"':
            glued = glued or quote_open
            quote_open = not quote_open
        if number and words[number - 1] == '"' and quote_open:
            glued = True
        if number and ("-" in {word, words[number - 1]}) and _hyphenated(words, number):
            glued = True
        text += "" if glued else " "
        offsets.append(len(text))
        text += word
    return text, offsets


def _hyphenated(words: list[str], number: int) -> bool:
    at = number if words[number] == "-" else number - 1
    return 0 < at < len(words) - 1 and words[at - 1][-1:].isalnum() and words[at + 1][:1].isalnum()


# --- MEANTIME -----------------------------------------------------------------------------------------------------------


def meantime() -> Iterator[Document]:
    """The MEANTIME articles, in the order of their names."""
    for path in sorted((CORPORA / "meantime").glob("*/*.xml")):
        yield _meantime_document(path)


def _meantime_document(path: Path) -> Document:
    root = etree.parse(path, _PARSER).getroot()
    sentences: dict[int, list[tuple[str, str]]] = {}
    for token in root.iter("token"):
        sentences.setdefault(int(token.get("sentence")), []).append((token.get("t_id"), token.text or ""))
    created = next((each for each in root.iter("TIMEX3") if each.get("functionInDocument") == "CREATION_TIME"), None)
    article, offsets = _laid_out(path.stem, sentences, (created.get("value") if created is not None else "")[:10])
    return Document(
        name=path.stem,
        article=article,
        times=tuple(_times(root, offsets)),
        mentions=tuple(_mentions(root, offsets)),
        events=tuple(_events(root, offsets)),
    )


type Offsets = dict[str, tuple[int, int]]


def _laid_out(name: str, sentences: dict[int, list[tuple[str, str]]], created: str) -> tuple[Article, Offsets]:
    """Headline (the first sentence) and paragraphs of a few sentences, without the line of the date."""
    numbers = sorted(sentences)
    body = [each for each in numbers[1:] if not _date_line([word for _, word in sentences[each]])]
    groups = [
        numbers[:1],
        *(body[at : at + SENTENCES_A_PARAGRAPH] for at in range(0, len(body), SENTENCES_A_PARAGRAPH)),
    ]
    texts: list[tuple[str, list[tuple[str, int, int]]]] = []
    for group in groups:
        tokens = [token for number in group for token in sentences[number]]
        text, starts = join([word for _, word in tokens])
        texts.append(
            (text, [(key, start, start + len(word)) for (key, word), start in zip(tokens, starts, strict=True)])
        )
    article = _article(name, texts[0][0], [text for text, _ in texts[1:]], created)
    offsets: Offsets = {}
    for block, (_, tokens) in zip(text_blocks(article), texts, strict=True):
        offsets.update({key: (block.start + start, block.start + end) for key, start, end in tokens})
    return article, offsets


def _date_line(words: list[str]) -> bool:
    return len(words) <= 6 and bool(re.fullmatch(r"(?:\w+ , )?\w+ \d+ , \d{4}", " ".join(words)))


def _article(name: str, headline: str, paragraphs: list[str], created: str) -> Article:
    return Article(
        slug=name,
        url=f"https://example.org/{name}",
        source=name,
        headline=headline,
        date_published=Moment(created) if created else None,
        in_language="en",
        paragraphs=tuple(Block("paragraph", each) for each in paragraphs),
    )


def _anchored(element: etree._Element, offsets: Offsets) -> tuple[int, int] | None:
    """The offsets of a markable, or None where it stands outside headline and body."""
    spans = [offsets[each.get("t_id")] for each in element.iter("token_anchor") if each.get("t_id") in offsets]
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _times(root: etree._Element, offsets: Offsets) -> Iterator[GoldTime]:
    for element in root.iter("TIMEX3"):
        span = _anchored(element, offsets)
        value = element.get("value", "")[:10]
        if span and element.get("type") in {"DATE", "TIME"} and re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value):
            yield GoldTime(*span, value)


def _mentions(root: etree._Element, offsets: Offsets) -> Iterator[GoldMention]:
    kinds = {each.get("m_id"): each.get("ent_type") for each in root.iter("ENTITY")}
    named = {
        each.get("m_id"): each
        for each in root.iter("ENTITY_MENTION")
        if each.get("syntactic_type") in {"NAM", "PRE.NAM"}
    }
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target").get("m_id")
        for source in relation.iter("source"):
            span = _anchored(named[source.get("m_id")], offsets) if source.get("m_id") in named else None
            if span and kinds.get(target) in {"PER", "ORG", "LOC"}:
                yield GoldMention(*span, target, kinds[target])


def _events(root: etree._Element, offsets: Offsets) -> Iterator[GoldEvent]:
    dates, people = _event_dates(root), _event_participants(root, offsets)
    for element in root.iter("EVENT_MENTION"):
        span = _anchored(element, offsets)
        if span:
            stated = (
                element.get("polarity") == "POS"
                and element.get("special_cases", "NONE") == "NONE"
                and element.get("modality", "") == ""
            )
            key = element.get("m_id")
            yield GoldEvent(*span, stated, dates.get(key), tuple(people.get(key, ())))


_SAME_TIME = frozenset({"INCLUDES", "IS_INCLUDED", "SIMULTANEOUS", "MEASURE", "BEGUN_BY", "DURING"})


def _event_dates(root: etree._Element) -> dict[str, str]:
    """The dates that the gold links to events; those of the document itself say too little."""
    values = {
        each.get("m_id"): each.get("value", "")[:10]
        for each in root.iter("TIMEX3")
        if each.get("type") in {"DATE", "TIME"} and each.get("functionInDocument") != "CREATION_TIME"
    }
    found: dict[str, str] = {}
    for link in root.iter("TLINK"):
        ends = [link.find("source").get("m_id"), link.find("target").get("m_id")]
        for event, time in (ends, ends[::-1]):
            if link.get("reltype") in _SAME_TIME and re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", values.get(time, "")):
                found[event] = values[time]
    return found


def _event_participants(root: etree._Element, offsets: Offsets) -> dict[str, list[tuple[int, int]]]:
    """Where the named participants of each event stand."""
    named = {
        each.get("m_id"): _anchored(each, offsets)
        for each in root.iter("ENTITY_MENTION")
        if each.get("syntactic_type") == "NAM"
    }
    found: dict[str, list[tuple[int, int]]] = {}
    for relation in root.iter("HAS_PARTICIPANT"):
        span = named.get(relation.find("target").get("m_id"))
        if span and relation.get("sem_role") in {"Arg0", "Arg1", "Arg2"}:
            found.setdefault(relation.find("source").get("m_id"), []).append(span)
    return found


# --- GUM ----------------------------------------------------------------------------------------------------------------


def gum() -> Iterator[Document]:
    """The news documents of GUM, in the order of their names."""
    for path in sorted((CORPORA / "gum_news").glob("*.xml")):
        yield _gum_document(path)


def _gum_document(path: Path) -> Document:
    root = etree.parse(path, _PARSER).getroot()
    blocks: list[list[str]] = []
    times: list[tuple[int, int, int, str]] = []
    for element in root.iter("head", "p", "caption", "item", "quote"):
        if any(parent.tag in {"p", "item", "quote"} for parent in element.iterancestors()):
            continue
        blocks.append(_words(element, times, len(blocks)))
    laid = [join(each) for each in blocks]
    article = _article(path.stem, laid[0][0], [text for text, _ in laid[1:]], root.get("dateCreated", "")[:10])
    starts = [each.start for each in text_blocks(article)]
    found = [
        GoldTime(
            starts[block] + laid[block][1][first],
            starts[block] + laid[block][1][last] + len(blocks[block][last]),
            value,
        )
        for block, first, last, value in times
    ]
    flat = [
        (starts[number] + start, starts[number] + start + len(word))
        for number, (words, (_, offsets)) in enumerate(zip(blocks, laid, strict=True))
        for word, start in zip(words, offsets, strict=True)
    ]
    return Document(path.stem, article, tuple(found), tuple(_gum_mentions(path, flat)))


def _words(element: etree._Element, times: list[tuple[int, int, int, str]], number: int) -> list[str]:
    """The words of a block; dates inside are noted with the indexes of their words."""
    words: list[str] = []

    def lines(text: str | None) -> None:
        words.extend(line.split("\t")[0] for line in (text or "").splitlines() if "\t" in line)

    def walk(node: etree._Element) -> None:
        first = len(words)
        lines(node.text)
        for child in node:
            walk(child)
            lines(child.tail)
        value = node.get("when", "")[:10]
        if node.tag == "date" and len(words) > first and re.fullmatch(r"\d{4}(?:-\d\d(?:-\d\d)?)?", value):
            times.append((number, first, len(words) - 1, value))

    walk(element)
    return words


_OPEN = re.compile(r"\((person|organization|place)-(\d+)(?:-([^()\s]+?))?(?=[()]|$)")


def _gum_mentions(path: Path, flat: list[tuple[int, int]]) -> Iterator[GoldMention]:
    """Mentions of entities that have a name (a Wikipedia identity), from the coreference columns."""
    open_: dict[str, list[tuple[int, str]]] = {}
    rows = [
        line.split("\t")
        for line in path.with_suffix(".coref.conll").read_text(encoding="utf-8").splitlines()
        if "\t" in line
    ]
    if len(rows) != len(flat):
        return
    for number, (_, word, marks) in enumerate(rows):
        for piece in re.findall(r"\(?[a-z]+-\d+(?:-[^()]*)?\)?", marks):
            kind, key = re.search(r"([a-z]+)-(\d+)", piece).groups()
            if piece.startswith("("):
                open_.setdefault(key, []).append((number, kind))
            if piece.endswith(")") and open_.get(key):
                first, kind = open_[key].pop()
                named = word[:1].isupper() and rows[first][1][:1].isupper() and number - first < 6
                named = named or (number == first and word.lower() in {"he", "she"})
                if named and kind in {"person", "organization", "place"}:
                    yield GoldMention(
                        flat[first][0],
                        flat[number][1],
                        key,
                        {"person": "PER", "organization": "ORG", "place": "LOC"}[kind],
                    )
