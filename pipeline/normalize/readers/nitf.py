"""NITF (News Industry Text Format) 3.x, with or without its namespace -> the article with its head's statements.

Specification: https://iptc.org/standards/nitf/
"""

from __future__ import annotations

from pipeline.model.article import Article
from pipeline.model.finding import Outcome
from pipeline.model.newsroom import Newsroom
from pipeline.model.source import Source
from pipeline.normalize.decode import decode
from pipeline.normalize.missing import missing
from pipeline.normalize.wire import findings as say
from pipeline.normalize.wire import xml
from pipeline.normalize.wire.nitf_document import statements
from pipeline.normalize.wire.stated import article
from pipeline.normalize.wire.xml import name


def read(source: Source, newsroom: Newsroom) -> Outcome[tuple[Article, ...]]:  # noqa: ARG001 - a reader's form
    """The article of a NITF document, or an error finding."""
    decoded = decode(source)
    if decoded.value is None:
        return Outcome((), decoded.findings)
    parsed = xml.parse(decoded.value)
    told = (*decoded.findings, *parsed.findings)
    root = parsed.value
    if root is None:
        return Outcome((), told)
    found = root if name(root).lower() == "nitf" else next(root.iter("{*}nitf"), None)
    if found is None:
        return Outcome((), (*told, say.not_of_format("NITF", f"its root element is {name(root)!r}")))
    made = statements(found)
    read_article = article("nitf", made.value)
    return Outcome((read_article,), (*told, *made.findings, *missing(read_article, source)))
