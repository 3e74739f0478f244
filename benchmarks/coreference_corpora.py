"""MEANTIME and GUM news -> articles with gold mentions: which words mean whom, within a document and (MEANTIME) across documents.

The corpora lie beside the repository (``../shared/corpora``) or where ``NEWSGRAPH_CORPORA`` says; they are CC BY 4.0.
"""

from __future__ import annotations

import os
import re
from calendar import month_name
from collections.abc import Iterator
from pathlib import Path

import msgspec
from lxml import etree

from pipeline.model.article import SEPARATOR, Article, Block, canonical_text
from pipeline.model.moment import Moment

ROOT = Path(os.environ.get("NEWSGRAPH_CORPORA", Path(__file__).parents[2] / "shared" / "corpora"))
KINDS = {"PER": "person", "ORG": "organization", "LOC": "place"}
NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]}’”]|'s?|n't|'(?:re|ve|ll|d|m)")


class GoldMention(msgspec.Struct, frozen=True):
    """Words of the canonical text that mean an entity; ``link`` is its page in DBpedia or Wikipedia, if it has one."""

    start: int
    end: int
    kind: str
    entity: str
    link: str = ""


class GoldDocument(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its gold mentions; entities of MEANTIME mean the same across documents."""

    article: Article
    mentions: tuple[GoldMention, ...]


def meantime() -> Iterator[GoldDocument]:
    """The development half, sorted by file name."""
    for path in sorted((ROOT / "meantime").glob("*/*.xml")):
        yield _meantime(path)


def gum() -> Iterator[GoldDocument]:
    """The development half, sorted by file name."""
    for path in sorted((ROOT / "gum_news").glob("*.tsv")):
        yield _gum(path)


def _meantime(path: Path) -> GoldDocument:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.parse(path, parser).getroot()
    tokens = [(each.get("t_id", ""), int(each.get("sentence", "0")), each.text or "") for each in root.iter("token")]
    article, offsets = _article(path.stem, tokens)
    spans = {
        each.get("m_id"): [anchor.get("t_id") for anchor in each.iter("token_anchor")]
        for each in root.iter("ENTITY_MENTION")
    }
    entities = {each.get("m_id"): each for each in root.iter("ENTITY")}
    mentions = []
    for relation in root.iter("REFERS_TO"):
        target = entities.get(next(iter(relation.iter("target"))).get("m_id"))
        if target is None or target.get("ent_type") not in KINDS:
            continue
        name = target.get("instance_id") or f"{path.stem}/{target.get('m_id')}"
        for source in relation.iter("source"):
            anchors = [each for each in spans.get(source.get("m_id"), []) if each in offsets]
            if anchors:
                kind, link = KINDS[target.get("ent_type", "")], target.get("external_ref") or ""
                mentions.append(GoldMention(offsets[anchors[0]][0], offsets[anchors[-1]][1], kind, name, link))
    return GoldDocument(article=article, mentions=tuple(mentions))


def _gum(path: Path) -> GoldDocument:
    tokens: list[tuple[str, int, str]] = []
    open_: dict[str, list[str]] = {}
    kinds: dict[str, tuple[str, str]] = {}
    chains: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 9:
            continue
        token_id = cells[0]
        tokens.append((token_id, int(token_id.split("-")[0]), cells[2]))
        links = dict(_numbered(cells[6], token_id))
        for number, kind in _numbered(cells[3], token_id):
            open_.setdefault(number, []).append(token_id)
            kinds.setdefault(number, (kind, links.get(number, "")))
        for target in re.findall(r"(\d+-\d+)(?:\[(\d+)_(\d+)\])?", cells[8]):
            _chain(chains, target, token_id)
    article, offsets = _article(path.stem, tokens)
    return GoldDocument(article=article, mentions=tuple(_gum_mentions(open_, kinds, chains, offsets)))


def _numbered(cell: str, token_id: str) -> Iterator[tuple[str, str]]:
    for each in cell.split("|"):
        if each != "_":
            match = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", each)
            if match:
                yield match[2] or f"t{token_id}", match[1]


def _chain(chains: dict[str, str], target: tuple[str, str, str], token_id: str) -> None:
    """A coreference link joins two spans: [to_from] are their numbers, 0 a span of one token without a number."""
    token, to, from_ = target
    one = from_ if from_ and from_ != "0" else f"t{token_id}"
    other = to if to and to != "0" else f"t{token}"
    chains[_root(chains, one)] = _root(chains, other)


def _root(chains: dict[str, str], name: str) -> str:
    while chains.get(name, name) != name:
        name = chains[name]
    return name


def _gum_mentions(
    spans: dict[str, list[str]],
    kinds: dict[str, tuple[str, str]],
    chains: dict[str, str],
    offsets: dict[str, tuple[int, int]],
) -> Iterator[GoldMention]:
    for number, tokens in spans.items():
        kind, link = kinds[number]
        if kind in KINDS.values():
            yield GoldMention(offsets[tokens[0]][0], offsets[tokens[-1]][1], kind, _root(chains, number), link)


def _article(slug: str, tokens: list[tuple[str, int, str]]) -> tuple[Article, dict[str, tuple[int, int]]]:
    """An article whose first sentence is the headline and every other a paragraph, and where each token lies in its text."""
    offsets: dict[str, tuple[int, int]] = {}
    sentences: dict[int, str] = {}
    start = 0
    for token, sentence, text in tokens:
        if sentence not in sentences:
            start = start + len(SEPARATOR) if sentences else 0
            sentences[sentence] = ""
        elif not NO_SPACE_BEFORE.fullmatch(text):
            sentences[sentence] += " "
            start += 1
        offsets[token] = (start, start + len(text))
        sentences[sentence] += text
        start += len(text)
    headline, *rest = sentences.values()
    blocks = tuple(Block("paragraph", each) for each in rest)
    article = Article(
        slug=slug, url=f"https://corpus.example/{slug}", source=slug, headline=headline, paragraphs=blocks,
        date_published=_date(rest[0] if rest else ""), in_language="en",
    )  # fmt: skip
    assert len(canonical_text(article)) == start  # noqa: S101 - offsets would be worthless otherwise
    return article, offsets


def _date(text: str) -> Moment | None:
    match = re.search(rf"({'|'.join(month_name[1:])}) (\d{{1,2}}),? (\d{{4}})", text)
    return Moment(f"{match[3]}-{list(month_name).index(match[1]):02}-{int(match[2]):02}") if match else None
