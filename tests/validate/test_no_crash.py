"""Nothing that is given to the validator makes it raise."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.engine import Settings

VALIDATE = validation.load(
    Settings(now=mutants.NOW, strict=True, thorough=True), [*validation.DEFAULT_PROFILES, "open-graph", "google-event"]
)
KEYS = st.sampled_from(
    ["@context", "@graph", "@id", "@type", "@value", "@list", "@set", "@reverse", "@nest", "@included", "@language", "@vocab", "@base",
     "id", "type", "name", "headline", "author", "publisher", "about", "mentions", "image", "url", "sameAs", "datePublished",
     "dateModified", "inLanguage", "location", "startDate", "eventStatus", "itemListElement", "position", "isPartOf", "hasPart",
     "isAccessibleForFree", "text", "spokenByCharacter", "schema:name", "http://schema.org/name", "ex:x", "", "a/b~c", "query-input"]
)  # fmt: skip
SCALARS = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8)
    | st.sampled_from(
        ["https://schema.org", "NewsArticle", "Person", "Event", "BreadcrumbList", "Quotation", "ListItem", "https://example.org/a", "#a",
         "_:b", "2014-11-18", "2014", "T", "@type", "schema:Person", "False", "en", "http://", "//x", "@x", "file:///etc/passwd"]
    )
)  # fmt: skip
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)
DOCUMENTS = (
    st.dictionaries(KEYS, VALUES, max_size=6).map(lambda members: {"@context": "https://schema.org", **members})
    | VALUES
)


@settings(max_examples=400, deadline=None)
@given(DOCUMENTS)
def test_no_json_crashes_it(document):
    findings = VALIDATE(json.dumps(document).encode())
    assert all(each.line and each.column for each in findings)


@settings(max_examples=200, deadline=None)
@given(DOCUMENTS)
def test_no_script_of_a_page_crashes_it(document):
    script = json.dumps(document).replace("</", "<\\/")
    assert isinstance(VALIDATE(mutants.page(script).encode(), path="a.html"), tuple)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["", "a.json", "a.html", "a.xml", "a.jsonl"]))
def test_no_bytes_crash_it(content, path):
    assert isinstance(VALIDATE(content, path=path), tuple)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(["<script>", "</script>", '<script type="application/ld+json">', "<!--", "-->", '"', "'", "<p>", "{", "}",
                                 '<div itemscope itemtype="https://schema.org/NewsArticle">', '<b itemprop="headline">', "<html lang=en>",
                                 "<?xml version='1.0'?>", "<rss><channel>", "<urlset>", "\x00", "é", " "]), max_size=20))  # fmt: skip
def test_no_markup_crashes_it(pieces):
    assert isinstance(VALIDATE("".join(pieces).encode()), tuple)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2000), st.integers(0, 40), st.text(max_size=5))
def test_no_damage_to_a_page_crashes_it(start, length, put):
    page = mutants.page(mutants.graph())
    assert isinstance(
        VALIDATE((page[:start] + put + page[start + length :]).encode("utf-8", "replace"), path="a.html"), tuple
    )
