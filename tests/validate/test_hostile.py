"""Foreign data is hostile: bounded, reported, never hung, nothing fetched."""

import json
import socket

import pytest

from pipeline.run import validation
from pipeline.validate.engine import MOST_FINDINGS, Settings

VALIDATE = validation.load(Settings(thorough=True))


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_arguments, **_options):
        raise AssertionError("something asked for the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def codes(document) -> set[str]:
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    return {each.code for each in VALIDATE(content)}


@pytest.mark.parametrize("depth", [300, 10_000, 200_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}"), ('{"@graph":[', "]}")])
def test_deep_nesting_is_reported(depth, opening, closing):
    content = (opening * depth + "1" + closing * depth).encode()
    assert codes(content) == {"json-too-deep"}


def test_unclosed_nesting_is_reported():
    assert codes(b"[" * 100_000) <= {"json-too-deep", "json-syntax"}


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:8000/x",
        "http://169.254.169.254/latest",
        "https://example.org/c",
        "data:,x",
        "//x/y",
        "c.jsonld",
    ],
)
def test_no_context_is_ever_fetched(address):
    found = codes({"@context": ["https://schema.org", address], "@type": "Person", "name": "Ada Byron"})
    assert "context-not-loaded" in found


def test_contexts_that_refer_to_each_other_end():
    context = {"a": {"@id": "b:x"}, "b": {"@id": "a:y"}, "c": {"@id": "c:c"}}
    assert codes({"@context": context, "a": 1}) & {
        "json-ld-cyclic-iri-mapping",
        "json-ld-processing-error",
        "json-ld-invalid-iri-mapping",
    }


def test_an_imported_context_is_not_fetched():
    assert isinstance(codes({"@context": {"@version": 1.1, "@import": "http://127.0.0.1/x"}, "a": 1}), set)


def test_a_clique_of_blank_nodes_is_no_burden():
    nodes = [
        {
            "@id": f"_:b{i}",
            "@type": "Person",
            "name": f"P {i}",
            "knows": [{"@id": f"_:b{j}"} for j in range(60) if j != i],
        }
        for i in range(60)
    ]
    assert codes({"@context": "https://schema.org", "@graph": nodes}) == set()


def test_a_document_that_is_too_large_is_not_read():
    target = validation.Target(name="a.json", content=b" " * 1001)
    (checked,) = validation.check(validation.Request(max_bytes=1000), [target])
    assert [each.code for each in checked.findings] == ["json-too-large"]


@pytest.mark.parametrize(
    "content", [b"\xff\xfe\x00", b"\x00" * 50, b"\xef\xbb\xbf", b"", b"<", b"<script", b"<!--", b"{", b'"\\ud800"']
)
def test_odd_bytes_are_findings(content):
    assert codes(content)


HOSTILE_TEXTS = (
    "a" * 200_000,
    "=" * 50_000,
    "<" * 50_000,
    "&" * 50_000,
    "a@" * 20_000,
    "A, " * 20_000,
    "2014-" * 10_000,
    "{{" * 20_000,
)


@pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
@pytest.mark.parametrize("name", ["headline", "datePublished", "inLanguage", "url", "author"])
def test_no_text_makes_a_pattern_run_away(text, name):
    document = {"@context": "https://schema.org", "@type": "NewsArticle", "keywords": "a", name: text}
    assert isinstance(codes(document), set)


@pytest.mark.parametrize(
    "page", ["<script " + '"' * 40_000, "<!--" * 20_000, "<script>" * 20_000, "<a " + "x=" * 40_000, "<div>" * 5_000]
)
def test_no_page_makes_a_pattern_run_away(page):
    found = {each.code for each in VALIDATE(page.encode(), path="a.html")}
    assert found


def test_entities_of_xml_are_not_expanded():
    laughs = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><urlset>&b;</urlset>'
    assert "xml-entity" in codes(laughs)
    outside = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><title>&a;</title></channel></rss>'
    assert not [each for each in VALIDATE(outside) if "root:" in each.message]


def test_thousands_of_findings_are_cut_and_said_to_be():
    nodes = [{"@type": f"Persn{number}", "nme": "x"} for number in range(3000)]
    findings = VALIDATE(json.dumps({"@context": "https://schema.org", "@graph": nodes}).encode())
    assert len(findings) == 2001
    assert "findings-cut" in {each.code for each in findings}


def test_a_parsed_document_that_is_too_deep_is_reported_too():
    document: dict = {}
    for _ in range(5000):
        document = {"about": document}
    assert [each.code for each in VALIDATE({"@context": "https://schema.org", **document})] == ["json-too-deep"]


@pytest.mark.parametrize(
    "token", ["<script ", '<script "', "<script a='", "<style>", "<title>", '<script a="', "<script>"]
)
def test_tags_that_never_end_take_no_more_time_than_others(token):
    """Read in seconds only where each character is looked at a few times: 60,000 squared would take an hour."""
    page = token * 60_000 + '<div itemscope itemtype="https://schema.org/Person">'
    assert isinstance(VALIDATE(page.encode(), path="a.html"), tuple)


def test_keys_that_all_stand_twice_are_listed_up_to_the_limit():
    members = ", ".join(f'"a{number}": 1, "a{number}": 2' for number in range(5_000))
    found = VALIDATE(f'{{"@context": "https://schema.org", "@type": "Person", {members}}}'.encode())
    assert len(found) < 2 * MOST_FINDINGS + 10


def test_a_stray_quote_behind_the_type_hides_no_script():
    page = '<!doctype html><html><head><script type="application/ld+json"">{"@type": "Person"}</script></head></html>'
    assert "missing-context" in [each.code for each in VALIDATE(page.encode(), path="a.html")]
