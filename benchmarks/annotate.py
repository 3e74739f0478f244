"""CPU for each article by step, against the names model alone and the parse alone; cold start.

python -m benchmarks.annotate [ROUNDS]
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from benchmarks import corpora, gold
from pipeline import config
from pipeline.annotate.annotator import LAST, LATER, Step, first_steps
from pipeline.annotate.events import find_events
from pipeline.annotate.identity import gather
from pipeline.annotate.names import find_names
from pipeline.annotate.read_links import read_links, read_texts, words_at
from pipeline.annotate.reading import Reading, read
from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, text_blocks
from pipeline.model.source import Source
from pipeline.normalize import normalize
from pipeline.run.engines import limit_threads, load_parser, load_tagger
from pipeline.run.facts_model import load_facts_model
from pipeline.store.gazetteer import PackagedGazetteer


def main() -> None:
    """Print milliseconds of CPU an article, step by step."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else 3
    began = time.process_time()
    limit_threads()
    tagger = load_tagger()
    parse, name = load_parser(names=tagger is None)
    facts = load_facts_model()
    cold = time.process_time() - began
    articles = _articles()
    if not articles:
        print("benchmark of annotating: skipped, neither gold nor corpora are on this machine")
        return
    before, after = first_steps(PackagedGazetteer()), (*LATER, *LAST)
    found = (*(each.__name__ for each in before), "words_at", "find_events", *(each.__name__ for each in after))
    names = ("parse", "names model", "names rules", "identity", *found, "read_links")
    spent = dict.fromkeys(names, 0.0)
    _steps(articles[:2], parse, tagger, facts, dict(spent))  # warm up
    for _ in range(rounds):
        _steps(articles, parse, tagger, facts, spent)
    words = sum(len(block.text.split()) for each in articles for block in text_blocks(each)) / len(articles)
    print(
        f"{len(articles)} articles of {words:.0f} words on average; {name}, {tagger.name if tagger else 'names by the parser'}"
    )
    print(f"cold start {cold:.1f} s of CPU")
    total = sum(spent.values())
    for step, seconds in [*spent.items(), ("all", total)]:
        print(f"{step:18}{1000 * seconds / rounds / len(articles):8.1f} ms{100 * seconds / total:7.0f} %")


def _articles() -> list[Article]:
    found: list[Article] = []
    if gold.available():
        for slug in gold.slugs():
            source = Source(name=slug, content=(gold.GOLD / f"{slug}.raw.txt").read_bytes())
            found.extend(normalize(source, config.DEFAULT).value)
    if corpora.available():
        found.extend(each.article for each in list(corpora.meantime())[:20])
    return found


def _steps(articles: list[Article], parse, tagger, facts, spent: dict[str, float]) -> None:  # type: ignore[no-untyped-def] # engines of other packages
    cities = PackagedGazetteer()

    def timed[Result](step: str, work: Callable[[], Result]) -> Result:
        start = time.process_time()
        result = work()
        spent[step] += time.process_time() - start
        return result

    def timed_tagger(texts):  # type: ignore[no-untyped-def] # the port's call
        return timed("names model", lambda: tagger(texts))

    timed_tagger.name = tagger.name if tagger else ""
    for article in articles:
        reading = timed("parse", lambda article=article: read(article, parse))
        before = spent["names model"]
        names = timed(
            "names rules", lambda reading=reading: find_names(reading, timed_tagger if tagger else None, cities)
        )
        spent["names rules"] -= spent["names model"] - before
        entities, mentions = timed("identity", lambda reading=reading, names=names: gather(reading, names))
        annotations = Annotations(entities=entities, mentions=mentions)

        def taken(steps: Sequence[Step], annotations: Annotations, reading: Reading = reading) -> Annotations:
            for step in steps:
                annotations = timed(
                    step.__name__, lambda step=step, annotations=annotations: step(reading, annotations)
                )
            return annotations

        annotations = taken(first_steps(cities), annotations)
        texts = read_texts(reading, annotations, facts)
        words = timed("words_at", lambda texts=texts: words_at(texts))
        annotations = timed(
            "find_events",
            lambda reading=reading, annotations=annotations, words=words: find_events(reading, annotations, words),
        )
        annotations = taken(LATER, annotations)
        annotations = timed(
            "read_links",
            lambda reading=reading, annotations=annotations, texts=texts: read_links(reading, annotations, texts),
        )
        taken(LAST, annotations)


if __name__ == "__main__":
    main()
