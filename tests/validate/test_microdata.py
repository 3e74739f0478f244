"""Microdata and RDFa are read as JSON-LD is, and a finding stands where its element stands."""

import pytest

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.engine import Settings

VALIDATE = validation.load(Settings(now=mutants.NOW), ())
PAGE = """<!doctype html>
<html lang="en"><head><title>A</title><script>var a = '<b itemprop="x">';</script></head>
<body><!-- <p itemprop="y"> -->
<article itemscope itemtype="https://schema.org/NewsArticle">
  <h1 itemprop="headline">Envoy leaves</h1>
  {}
</article></body></html>
"""


def found(markup):
    page = PAGE.format(markup)
    told = [each for each in VALIDATE(page.encode(), path="a.html") if each.code != "page-without-json-ld"]
    return [(each.code, page.split("\n")[each.line - 1][each.column - 1 :].split(">")[0]) for each in told]


@pytest.mark.parametrize(
    ("markup", "code", "element"),
    [
        ('<p>By <b itemprop="athor">Eve Stone</b></p>', "misspelt-property", '<b itemprop="athor"'),
        ('<time\n itemprop="datePublished" datetime="2025-02-30">x</time>', "impossible-date", "<time"),
        ('<i itemprop="datePublished">3 May 2025</i>', "date-not-iso-8601", '<i itemprop="datePublished"'),
        ('<b itemprop="author">By Eve Stone</b>', "author-more-than-name", '<b itemprop="author"'),
        (
            '<p itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="nme">Eve</b></p>',
            "misspelt-property",
            '<b itemprop="nme"',
        ),
        (
            '<p itemprop="author" itemscope itemtype="https://schema.org/Persn"><b itemprop="name">Eve</b></p>',
            "unknown-type",
            '<p itemprop="author" itemscope itemtype="https://schema.org/Persn"',
        ),
        (
            '<b itemprop="dateModified" content="2025-01-01"></b><b itemprop="datePublished" content="2025-01-02"></b>',
            "modified-before-published",
            '<b itemprop="dateModified" content="2025-01-01"',
        ),
    ],
)
def test_a_finding_stands_at_its_element(markup, code, element):
    assert found(markup) == [(code, element)]


@pytest.mark.parametrize(
    "markup",
    [
        '<b itemprop="author" itemscope>Eve Stone</b>',
        '<b itemprop="author" itemscope itemtype="https://schema.org/Person"></b>',
        '<b itemprop="author">Eve Stone</b>',
        '<img itemprop="image" src="/a.jpg">',
        '<meta itemprop="isAccessibleForFree" content="True">',
    ],
)
def test_correct_microdata_is_clean(markup):
    assert found(markup) == []


def test_rdfa_is_found_at_its_property():
    page = (
        '<!doctype html>\n<html><body vocab="https://schema.org/">\n<div typeof="NewsArticle">\n'
        '<h1 property="headline">A</h1>\n<p property="storyTone">calm</p></div></body></html>'
    )
    told = [each for each in VALIDATE(page.encode(), path="a.html") if each.code == "unknown-property"]
    assert [(each.line, each.column) for each in told] == [(5, 1)]


def test_the_text_of_a_time_element_is_its_date():
    page = '<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">A</h1><time itemprop="datePublished">{}</time></div>'
    assert "impossible-date" in [each.code for each in VALIDATE(page.format("2026-11-31").encode(), path="a.html")]
    assert "impossible-date" not in [each.code for each in VALIDATE(page.format("2025-11-30").encode(), path="a.html")]
