"""Codes of the JSON-LD layer. Each error of the JSON-LD 1.1 API has one, made from the specification's list."""

from __future__ import annotations

from pipeline.validate.codes.entry import Entry

_API = "https://www.w3.org/TR/json-ld11-api/#error-handling"
_SYNTAX = "https://www.w3.org/TR/json-ld11/"
_OK = '{"@context": "https://schema.org", "@type": "Person", "name": "Ada"}'
SPECIFIED = """colliding keywords|conflicting indexes|context overflow|cyclic IRI mapping|invalid @id value
invalid @import value|invalid @included value|invalid @index value|invalid @nest value|invalid @prefix value
invalid @propagate value|invalid @protected value|invalid @reverse value|invalid @version value|invalid base direction
invalid base IRI|invalid container mapping|invalid context entry|invalid context nullification|invalid default language
invalid IRI mapping|invalid JSON literal|invalid keyword alias|invalid language map value|invalid language mapping
invalid language-tagged string|invalid language-tagged value|invalid local context|invalid remote context
invalid reverse property|invalid reverse property map|invalid reverse property value|invalid scoped context
invalid script element|invalid set or list object|invalid term definition|invalid type mapping|invalid type value
invalid typed value|invalid value object|invalid value object value|invalid vocab mapping|IRI confused with prefix
keyword redefinition|loading document failed|loading remote context failed|multiple context link headers
processing mode conflict|protected term redefinition|processing error|list of lists|invalid graph
invalid @graph value"""

_PERSON = '"@type": "Person", "name": "Ada"'


def _with_context(terms: str, more: str = "") -> str:
    """A person in a document whose second context has these terms."""
    return f'{{"@context": ["https://schema.org", {{{terms}}}], {_PERSON}{more}}}'


def _person(members: str) -> str:
    return f'{{"@context": "https://schema.org", {_PERSON}, {members}}}'


_EXAMPLES = {
    "invalid @id value": '{"@context": "https://schema.org", "@type": "Person", "@id": 5, "name": "Ada"}',
    "invalid type value": '{"@context": "https://schema.org", "@type": [5], "name": "Ada"}',
    "invalid local context": '{"@context": 5, "@type": "Person", "name": "Ada"}',
    "invalid value object value": '{"@context": "https://schema.org", "@type": "Person", "name": {"@value": {"a": 1}}}',
    "colliding keywords": _with_context(
        '"ident": "@id"', ', "@id": "https://example.org/1", "ident": "https://example.org/2"'
    ),
    "cyclic IRI mapping": _with_context('"a": "b:c", "b": "a:d"'),
    "invalid @import value": '{"@context": {"@version": 1.1, "@import": 5}, "@type": "Person"}',
    "invalid @included value": _with_context("", ', "@included": "Ada"'),
    "invalid @index value": _person('"@index": 5'),
    "invalid @nest value": _with_context('"@version": 1.1', ', "@nest": "Ada"'),
    "invalid @prefix value": _with_context('"@version": 1.1, "ex": {"@id": "https://example.org/", "@prefix": "yes"}'),
    "invalid @propagate value": _with_context('"@version": 1.1, "@propagate": "no"'),
    "invalid @reverse value": _person('"@reverse": "author"'),
    "invalid @version value": _with_context('"@version": 1.0'),
    "invalid base direction": _with_context('"@direction": "up"'),
    "invalid base IRI": _with_context('"@base": 5'),
    "invalid container mapping": _with_context('"tags": {"@id": "schema:keywords", "@container": "@lot"}'),
    "invalid context nullification": '{"@context": [{"@version": 1.1, "@protected": true, "name": "http://schema.org/name"}, null], "name": "Ada"}',
    "invalid default language": _with_context('"@language": 5'),
    "invalid IRI mapping": _with_context('"mood": {"@id": 5}'),
    "invalid keyword alias": _with_context('"context": "@context"'),
    "invalid language map value": _with_context(
        '"label": {"@id": "schema:name", "@container": "@language"}', ', "label": {"en": 5}'
    ),
    "invalid language mapping": _with_context('"label": {"@id": "schema:name", "@language": 5}'),
    "invalid language-tagged string": _with_context("", ', "alternateName": {"@value": "Ada", "@language": 5}'),
    "invalid language-tagged value": _with_context("", ', "alternateName": {"@value": 5, "@language": "en"}'),
    "invalid reverse property": _with_context('"wrote": {"@reverse": "schema:author", "@id": "schema:name"}'),
    "invalid reverse property map": _person('"@reverse": {"@id": "https://example.org/1"}'),
    "invalid reverse property value": _person('"@reverse": {"author": "A book"}'),
    "invalid set or list object": _with_context(
        "", ', "alternateName": {"@list": ["A"], "@id": "https://example.org/1"}'
    ),
    "invalid term definition": _with_context('"mood": 5'),
    "invalid type mapping": _with_context('"mood": {"@id": "schema:name", "@type": 5}'),
    "invalid value object": _with_context("", ', "alternateName": {"@value": "Ada", "@id": "https://example.org/1"}'),
    "invalid vocab mapping": '{"@context": {"@vocab": 5}, "name": "Ada"}',
    "keyword redefinition": _with_context('"@type": "schema:name"'),
    "protected term redefinition": '{"@context": [{"@version": 1.1, "name": {"@id": "http://schema.org/name", "@protected": true}}, {"name": "http://schema.org/title"}], "name": "Ada"}',
    "invalid @graph value": '{"@context": "https://schema.org", "@graph": "Ada"}',
    "invalid typed value": _person('"alternateName": {"@value": "Ada", "@type": "_:b"}'),
}


def _specified(name: str) -> Entry:
    example = _EXAMPLES.get(name, "")
    return Entry(
        code="json-ld-" + name.lower().replace(" ", "-").replace("@", ""),
        severity="error",
        layer="json-ld",
        title=f"JSON-LD: {name}",
        why=f"The JSON-LD processor refuses the whole document with the error code “{name}”.",
        fix="Correct the place shown; the specification explains the rule behind the code.",
        source=_API,
        wrong=example,
        right=_OK if example else "",
    )


ENTRIES = (
    Entry(
        code="no-json-ld",
        severity="error",
        layer="json-ld",
        title="The JSON holds no object",
        why="JSON-LD is an object or a list of objects; a bare text or number says nothing.",
        fix="Write an object with @context and @type.",
        source=_SYNTAX,
        wrong='"Ada"',
        right=_OK,
    ),
    Entry(
        code="missing-context",
        severity="error",
        layer="json-ld",
        title="There is no @context",
        why="Without a context no property has a meaning, and a processor drops them all.",
        fix='Add "@context": "https://schema.org".',
        source=_SYNTAX + "#the-context",
        wrong='{"@type": "Person", "name": "Ada"}',
        right=_OK,
    ),
    Entry(
        code="misspelt-context",
        severity="error",
        layer="json-ld",
        title="The context is nearly schema.org's",
        why="A processor asks for exactly this address, gets no context and drops every property.",
        fix='Write "@context": "https://schema.org".',
        source="https://schema.org/docs/faq.html#19",
        wrong='{"@context": "schema.org", "@type": "Person", "name": "Ada"}',
        right=_OK,
    ),
    Entry(
        code="context-not-loaded",
        severity="info",
        layer="json-ld",
        title="A context is not loaded",
        why="Contexts of foreign addresses are never fetched here: that would let a document make us call any machine.",
        fix="Nothing, if you know the context. Its terms are not checked.",
        source=_SYNTAX + "#iana-security",
        wrong='{"@context": ["https://schema.org", "https://example.org/terms"], "@type": "Person", "name": "Ada"}',
        right=_OK,
    ),
    Entry(
        code="unknown-keyword",
        severity="error",
        layer="json-ld",
        title="A name starts with @ and is no keyword",
        why="Names that look like keywords are ignored by processors.",
        fix="Write the keyword that was meant.",
        source=_SYNTAX + "#syntax-tokens-and-keywords",
        wrong='{"@context": "https://schema.org", "@types": "Person", "name": "Ada"}',
        right=_OK,
    ),
    Entry(
        code="expands-to-nothing",
        severity="error",
        layer="json-ld",
        title="Nothing is left after expansion",
        why="Every property was dropped, so consumers see an empty document.",
        fix="Give the document a context that defines its terms.",
        source=_API,
        wrong='{"@context": {"title": "http://purl.org/dc/terms/title"}, "name": "Ada"}',
        right='{"@context": {"title": "http://purl.org/dc/terms/title"}, "title": "Ada"}',
    ),
    *(_specified(name) for name in SPECIFIED.replace("\n", "|").split("|")),
)
