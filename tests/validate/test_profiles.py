"""Profiles of consumers: only what their guides say, each rule with its source."""

import json

import pytest

from benchmarks import mutants
from pipeline.fetch import packaged
from pipeline.run import validation
from pipeline.validate.engine import Settings

MSN = validation.load(Settings(now=mutants.NOW), ("msn-feed",))
PAYWALL = validation.load(Settings(now=mutants.NOW), ("google-paywall",))


def feed(*members, namespace=""):
    item = "".join(members)
    return (
        f'<?xml version="1.0"?><rss version="2.0"{namespace}><channel><title>A</title><link>https://example.org/</link>'
        f"<description>B</description>\n<item>{item}<guid>https://example.org/a</guid></item></channel></rss>"
    )


def codes(validate, text, path):
    return [each.code for each in validate(text.encode(), path=path)]


@pytest.mark.parametrize("name", packaged.profile_names())
def test_a_profile_names_its_source_and_the_day_it_was_read(name):
    profile = validation._profile(name)
    assert profile.source.startswith("https://")
    assert profile.checked.year >= 2026
    assert profile.rule or profile.ended


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        (["<title>Envoy leaves</title>"], []),
        (["<description>C</description>"], ["profile-required"]),
        (["<title>", "A" * 151, "</title>"], ["profile-value", "profile-value"]),
        (["<title>", "A" * 80, "</title>"], ["profile-value"]),
        (["<title>Envoy &lt;b&gt;leaves&lt;/b&gt;</title>"], ["profile-value"]),
        (["<title>Envoy leaves https://example.org/a</title>"], ["profile-value"]),
    ],
)
def test_titles_of_a_feed_are_held_to_what_msn_says(members, expected):
    assert codes(MSN, feed(*members), "feed.rss") == expected


def test_a_short_title_serves_for_a_long_one():
    namespace = ' xmlns:mi="http://schemas.ingestion.microsoft.com/common/"'
    text = feed("<title>", "A" * 151, "</title><mi:shortTitle>A</mi:shortTitle>", namespace=namespace)
    assert codes(MSN, text, "feed.rss") == ["profile-value"]


@pytest.mark.parametrize(("selector", "expected"), [(".paid", []), (".paid, .more", []), ("#paid", ["profile-value"])])
def test_google_takes_classes_only_as_selectors_of_paid_parts(selector, expected):
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": selector}
    document = mutants.changed(mutants.put(mutants.ARTICLE, isAccessibleForFree=False, hasPart=part))
    assert codes(PAYWALL, json.dumps(document), "a.json") == expected


def test_each_entry_needs_a_name_of_its_own():
    named = {"@type": "ListItem", "position": 1, "item": {"@id": "https://example.org/", "name": "Home"}}
    bare = {"@type": "ListItem", "position": 2, "item": "https://example.org/city"}
    trail = {"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [named, bare]}
    validate = validation.load(Settings(now=mutants.NOW), ("google-breadcrumb",))
    told = [(each.code, each.pointer) for each in validate(json.dumps(trail).encode())]
    assert told == [("profile-required", "/itemListElement/1")]


def test_a_finding_names_the_guide_that_its_rule_is_from_and_when_it_was_read():
    found = PAYWALL(
        b'{"@context": "https://schema.org", "@type": "NewsArticle", "name": "A", "isAccessibleForFree": false}'
    )
    told = [each.source for each in found if each.code.startswith("profile-")]
    assert told
    assert all("developers.google.com" in each and "(checked 2026-" in each for each in told)


def test_a_meta_element_is_found_behind_a_title_of_the_same_words():
    head = '<title>A story</title><meta name="twitter:card" content="A story">'
    page = f'<!doctype html><html lang="en"><head>{head}</head><body></body></html>'
    validate = validation.load(Settings(now=mutants.NOW), ("x-cards",))
    told = [(each.line, each.column) for each in validate(page.encode(), path="a.html") if each.code == "profile-value"]
    assert told == [(1, page.index("<meta") + 1)]


def test_every_finding_says_what_to_do_and_where_its_rule_is_from():
    for mutant in mutants.mutants():
        for each in MSN(mutant.text.encode()):
            assert each.hint, each.code
            assert each.source, each.code


def test_a_speakable_part_has_a_selector_or_a_path_and_not_both():
    part = {"@type": "SpeakableSpecification", "cssSelector": ".a", "xpath": "/html/body/h1"}
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "A", "speakable": part}
    validate = validation.load(Settings(now=mutants.NOW), ("google-speakable",))
    told = [(each.code, each.pointer) for each in validate(json.dumps(article).encode())]
    assert told == [("profile-forbidden", "/speakable/xpath")]
