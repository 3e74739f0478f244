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
NO_SPACE_BEFORE = re.compile(r"[,.;:!?%)\]}’”]|['’]s?|n['’]t|['’](?:re|ve|ll|d|m)|''")
NO_SPACE_BEHIND = re.compile(r"[(\[{‘“$£€#]|``|US\$|C\$|A\$")


class GoldToken(msgspec.Struct, frozen=True, kw_only=True):
    """A word of a corpus: its id there, the paragraph it stands in, and whether it is glued to the word in front."""

    id: str
    paragraph: int
    text: str
    glued: bool = False


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
    tokens = [
        GoldToken(id=each.get("t_id", ""), paragraph=int(each.get("sentence", "0")), text=each.text or "")
        for each in root.iter("token")
    ]
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
    layout = list(_gum_layout(path.with_suffix(".xml")))
    tokens: list[GoldToken] = []
    open_: dict[str, list[str]] = {}
    kinds: dict[str, tuple[str, str]] = {}
    chains: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("#") or len(cells) < 9:
            continue
        token_id = cells[0]
        paragraph, glued = layout[len(tokens)]
        tokens.append(GoldToken(id=token_id, paragraph=paragraph, text=cells[2], glued=glued))
        links = dict(_numbered(cells[6], token_id))
        for number, kind in _numbered(cells[3], token_id):
            open_.setdefault(number, []).append(token_id)
            kinds.setdefault(number, (kind, links.get(number, "")))
        for relation, target in zip(cells[7].split("|"), cells[8].split("|"), strict=True):
            if relation == "coref" and (match := re.fullmatch(r"(\d+-\d+)(?:\[(\d+)_(\d+)\])?", target)):
                _chain(chains, (match[1], match[2], match[3]), token_id)
    article, offsets = _article(path.stem, tokens)
    return GoldDocument(article=article, mentions=tuple(_gum_mentions(open_, kinds, chains, offsets)))


def _gum_layout(path: Path) -> Iterator[tuple[int, bool]]:
    """For every token its paragraph, and whether it stands in one word with the token in front ("El-Hassan")."""
    paragraph, inside, first = 0, False, True
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"</?(?:p|head|item|caption|figure)\b", line):
            paragraph += 1
        elif line in {"<w>", "</w>"}:
            inside, first = line == "<w>", True
        elif "\t" in line:
            yield paragraph, inside and not first
            first = False


def _numbered(cell: str, token_id: str) -> Iterator[tuple[str, str]]:
    for each in cell.split("|"):
        if each != "_":
            match = re.fullmatch(r"(.*?)(?:\[(\d+)\])?", each)
            if match:
                yield match[2] or f"t{token_id}", match[1]


def _chain(chains: dict[str, str], target: tuple[str, str | None, str | None], token_id: str) -> None:
    """A coreference link joins two spans: [to_from] are their numbers, 0 a span of one token without a number.

    Bridging links (from "the teams" to one of them) are left out by the caller: they join what is not the same.
    """
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


def _article(slug: str, tokens: list[GoldToken]) -> tuple[Article, dict[str, tuple[int, int]]]:
    """An article whose first paragraph is the headline, and where each token lies in its text; spaces are as in print."""
    offsets: dict[str, tuple[int, int]] = {}
    paragraphs: dict[int, str] = {}
    start, closes, opened = 0, False, True
    for token in tokens:
        if token.paragraph not in paragraphs:
            start = start + len(SEPARATOR) if paragraphs else 0
            paragraphs[token.paragraph] = ""
            opened = True
        quote = token.text == '"'
        closes = closes and not (quote and opened)
        if not (opened or token.glued or NO_SPACE_BEFORE.fullmatch(token.text) or (quote and closes)):
            paragraphs[token.paragraph] += " "
            start += 1
        opened = bool(NO_SPACE_BEHIND.fullmatch(token.text)) or (quote and not closes)
        closes = closes != quote
        offsets[token.id] = (start, start + len(token.text))
        paragraphs[token.paragraph] += token.text
        start += len(token.text)
    headline, *rest = paragraphs.values()
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
