"""What the formats cost: CPU a file for one article, and time and memory for an edition of many articles.

python -m benchmarks.formats [--articles 100000] [--json]
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from pipeline.model.annotations import Annotations
from pipeline.model.article import Article, Block
from pipeline.model.edition import FEED_LENGTH, Edition, Entry, entry_of
from pipeline.model.graph import Graph
from pipeline.model.moment import Moment
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Credit, Image
from pipeline.publish.article_files import ARTICLE_FORMATS, VERSIONED_FORMATS
from pipeline.publish.edition_files import edition_files
from pipeline.publish.embed import embed
from pipeline.publish.finished import Finished
from pipeline.publish.html import page
from pipeline.publish.verify import verify_page
from pipeline.standards.canonical import canonical_hash

SITE = "https://bench.example"
NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)
NEWSROOM = Newsroom(site=Site(url=SITE, name="Bench"), publisher=Publisher(name="Bench", url=SITE))
PARAGRAPH = (
    "The council met on Tuesday and heard that the bridge, closed for two years, will open again in the spring. " * 4
)
PEOPLE = 25
REPEATS = 50


def article(number: int) -> Article:
    """An article of 25 paragraphs, about 2,000 words."""
    published = Moment((NOW - timedelta(minutes=number)).isoformat())
    return Article(
        slug=f"article-{number}",
        url=f"{SITE}/2026/03/article-{number}",
        source="bench",
        headline=f"Council hears of bridge, part {number}",
        description="The bridge opens in spring.",
        author=(Credit(name="A. Writer"),),
        date_published=published,
        date_modified=published,
        image=(Image(url=f"{SITE}/{number}.jpg", caption="A bridge", width=1600, height=900),),
        keywords=("bridges", "council"),
        in_language="en",
        paragraphs=tuple(Block("paragraph", PARAGRAPH) for _ in range(25)),
    )


def graph(one: Article) -> Graph:
    """A graph of 25 people, 10 organizations, 10 places and 5 events, as long articles have."""
    kinds = {"person": PEOPLE, "organization": 10, "place": 10, "event": 5}
    types = {"person": "Person", "organization": "Organization", "place": "Place", "event": "Event"}
    named = [
        {"@id": f"{SITE}/entities/{kind}/{number}", "@type": types[kind], "name": f"{kind} {number}"}
        for kind, count in kinds.items()
        for number in range(count)
    ]
    first = {
        "@id": f"{one.url}#article",
        "@type": "NewsArticle",
        "headline": one.headline,
        "articleBody": "\n\n".join(each.text for each in one.paragraphs),
        "mentions": [{"@id": each["@id"], "@type": each["@type"], "name": each["name"]} for each in named],
    }
    return Graph(nodes=(first, *named))


def milliseconds(work: Callable[[], object]) -> float:
    """CPU of one call, the mean of many."""
    work()
    start = time.process_time()
    for _ in range(REPEATS):
        work()
    return (time.process_time() - start) * 1000 / REPEATS


def per_article() -> dict[str, float]:
    """CPU in ms of every file, and of what else is done with each article."""
    one = article(1)
    entry = entry_of(one, version=1, first_published=Moment(NOW.isoformat()), now=Moment(NOW.isoformat()))
    finished = Finished(article=one, graph=graph(one), newsroom=NEWSROOM, annotations=Annotations(), entry=entry)
    content = page(one, finished.graph, NEWSROOM)
    document = {"@context": "https://schema.org", "@graph": list(finished.graph.nodes)}
    costs = {each.name: milliseconds(lambda each=each: each.write(finished)) for each in ARTICLE_FORMATS}  # type: ignore[misc]  # bound at once
    costs |= {each.name: milliseconds(lambda each=each: each.write(finished, entry)) for each in VERSIONED_FORMATS}  # type: ignore[misc]  # bound at once
    costs["canonical hash"] = milliseconds(lambda: canonical_hash(document))
    costs["verify page"] = milliseconds(lambda: verify_page(content, finished.graph))
    costs["embed into a page"] = milliseconds(lambda: embed(content, document))
    return costs


def small_entry(number: int) -> Entry:
    """An entry as the store keeps it; the newest carry their articles, as feeds want them."""
    one = article(number)
    moment = one.date_published or Moment(NOW.isoformat())
    entry = entry_of(one, version=1, first_published=moment, now=moment)
    return entry if number < FEED_LENGTH else Entry(
        url=entry.url, slug=entry.slug, guid=entry.guid, first_published=entry.first_published, modified=entry.modified,
        headline=entry.headline, language=entry.language, published=entry.published,
    )  # fmt: skip


def whole_edition(articles: int) -> dict[str, float]:
    """Seconds, files and megabytes for sitemaps and feeds of that many articles."""
    edition = Edition(entries=tuple(small_entry(number) for number in range(articles)))
    before = _peak_mb()
    start = time.process_time()
    files = edition_files(edition, NEWSROOM, NOW)
    return {
        "articles": articles,
        "files": len(files),
        "cpu_s": round(time.process_time() - start, 2),
        "entries_mb": round(before),
        "peak_mb": round(_peak_mb()),
        "written_mb": round(sum(len(each.content) for each in files) / 1e6, 1),
    }


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    edition, costs = whole_edition(options.articles), per_article()
    if options.json:
        print(json.dumps({"ms_per_article": costs, "edition": edition}))
        return
    for name, cost in sorted(costs.items(), key=lambda each: -each[1]):
        print(f"{cost:9.3f} ms  {name}")
    print(f"{sum(costs.values()):9.3f} ms  together")
    print(", ".join(f"{name} {value}" for name, value in edition.items()))


if __name__ == "__main__":
    main()
