"""How the authority bears a million entities: import, look-ups, settling articles, one name borne by very many, merging, memory.

python -m benchmarks.authority [--entities 1000000] [--articles 2000] [--bearers 20000]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.mapping.ids import slug
from pipeline.model.identity import Proposal
from pipeline.model.moment import Moment
from pipeline.store.authority import Authority
from pipeline.store.authority_editing import find, merge, split
from pipeline.store.authority_import import Imported, import_entities

_SYLLABLES = "ka lo mi ne ra su ta vi zo bel dor fen gar hol jun kos lam mor nid pol"
SYLLABLES = tuple(_SYLLABLES.split())
TITLES = (
    "minister",
    "judge",
    "striker",
    "composer",
    "chief executive",
    "professor",
    "general",
    "bishop",
    "farmer",
    "editor",
)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--entities", type=int, default=1_000_000)
    options.add_argument("--articles", type=int, default=2_000)
    options.add_argument("--bearers", type=int, default=20_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, Authority.open(Path(folder) / "authority.sqlite") as authority:
        _measure(authority, entities=given.entities, articles=given.articles, bearers=given.bearers)
        size = (Path(folder) / "authority.sqlite").stat().st_size / 1e6
        print(f"file                          {size:10.0f} MB")
    print(f"memory, most at any time      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MB")


def _measure(authority: Authority, *, entities: int, articles: int, bearers: int) -> None:
    started = time.process_time()
    import_entities(authority, _people(entities))
    _rate("entities imported", entities, started)
    started = time.process_time()
    for number in range(10_000):
        authority.rows.named("person", (_name(number * 97 % entities).casefold(),))
    _rate("look-ups by name", 10_000, started)
    proposals = list(_articles(articles, entities))
    started = time.process_time()
    authority.settle(proposals)
    _rate("proposals settled", len(proposals), started)
    started = time.process_time()
    authority.settle(proposals)
    _rate("proposals settled again", len(proposals), started)
    crowd = list(_crowd(bearers))
    started = time.process_time()
    authority.settle(crowd)
    _rate("mentions of one name settled", len(crowd), started)
    _merges(authority, entities)


def _merges(authority: Authority, entities: int) -> None:
    pairs = [
        (f"person/{slug(_name(each))}", f"person/{slug(_name(each + 1))}") for each in range(0, min(200, entities), 2)
    ]
    started = time.process_time()
    for kept, other in pairs:
        merge(authority, find(authority, kept), find(authority, other))
    _rate("merges", len(pairs), started)
    started = time.process_time()
    for _, other in pairs:
        split(authority, find(authority, other))
    _rate("merges taken back", len(pairs), started)


def _rate(what: str, count: int, started: float) -> None:
    seconds = time.process_time() - started
    print(f"{what:30}{count / seconds:10,.0f} a CPU second  ({count:,} in {seconds:.1f} s)")


def _name(number: int) -> str:
    """A name of its own for each number, two words long."""
    words = []
    for _ in range(2):
        word = ""
        for _ in range(3):
            number, index = divmod(number, len(SYLLABLES))
            word += SYLLABLES[index]
        words.append(word.capitalize())
    return " ".join(words)


def _people(count: int) -> Iterator[Imported]:
    for number in range(count):
        yield Imported(
            where=str(number),
            kind="person",
            slug=slug(_name(number)),
            name=_name(number),
            identifiers=(f"Q{number + 1}",) if number % 2 else (),
            titles=(TITLES[number % len(TITLES)],),
        )


def _articles(count: int, entities: int) -> Iterator[Proposal]:
    """Articles of fifteen persons each, half of them known."""
    for article in range(count):
        company = tuple(_name((article * 31 + each * 7919) % (2 * entities)) for each in range(15))
        for local, name in enumerate(company):
            yield Proposal(
                article=f"https://news.example/{article}",
                local=f"person-{local}",
                kind="person",
                type="Person",
                key=slug(name),
                name=name,
                titles=(TITLES[(article + local) % len(TITLES)],),
                participants=company,
                published=Moment("2030-01-02"),
            )


def _crowd(count: int) -> Iterator[Proposal]:
    """One name in very many articles, with jobs that tell its bearers apart."""
    for article in range(count):
        yield Proposal(
            article=f"https://crowd.example/{article}",
            local="person-1",
            kind="person",
            type="Person",
            key="john-smith",
            name="John Smith",
            titles=(TITLES[article % len(TITLES)],),
            organizations=(f"Works {article % 300}",),
            published=Moment("2030-01-02"),
        )


if __name__ == "__main__":
    main()
