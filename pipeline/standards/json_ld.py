"""JSON-LD 1.1: what the terms of a document mean, and expansion behind a loader that never touches the network.

Specifications: https://www.w3.org/TR/json-ld11/ and https://www.w3.org/TR/json-ld11-api/.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any

import msgspec

from pipeline.standards.lazy_pattern import LazyPattern

type Json = Any
SCHEMA_ORG = "http://schema.org/"
KEYWORDS = frozenset(
    [
        "@base",
        "@container",
        "@context",
        "@direction",
        "@graph",
        "@id",
        "@import",
        "@included",
        "@index",
        "@json",
        "@language",
        "@list",
        "@nest",
        "@none",
        "@prefix",
        "@propagate",
        "@protected",
        "@reverse",
        "@set",
        "@type",
        "@value",
        "@version",
        "@vocab",
    ]
)
UNKNOWN_BASE = "https://document.invalid/"
"""Stands for the address of a document that has none; relative references are resolved against it and never opened."""
_SCHEMA_ORG_CONTEXT = LazyPattern(r"https?://(?:www\.)?schema\.org(?:/|/docs/jsonldcontext\.(?:json|jsonld))?#?")
_SCHEMA_ORG_VOCAB = LazyPattern(r"https?://(?:www\.)?schema\.org/?#?")


_USUAL = frozenset({"https://schema.org", "http://schema.org", "https://schema.org/", "http://schema.org/"})


def is_schema_org(context: str) -> bool:
    """Whether a context's address is one that schema.org serves its context at."""
    return context in _USUAL or _SCHEMA_ORG_CONTEXT.fullmatch(context) is not None


class Terms(msgspec.Struct, frozen=True):
    """What a term means at one place. ``foreign`` are addresses of contexts that we neither know nor fetch; where there are
    some, an unknown term may well be theirs. ``scoped`` says that a term brings a context of its own."""

    vocab: str | None = None
    mapped: dict[str, str | None] = {}
    coerced: dict[str, str] = {}
    foreign: tuple[str, ...] = ()
    scoped: bool = False

    def iri(self, term: str) -> str | None:
        """The IRI or keyword a term stands for, or None where it is dropped."""
        if term in self.mapped:
            return self.mapped[term]
        prefix, colon, rest = term.partition(":")
        if colon:
            base = self.mapped.get(prefix)
            return term if rest.startswith("//") or base is None else base + rest
        return term if term in KEYWORDS else None if self.vocab is None else self.vocab + term

    def schema_name(self, term: str) -> str | None:
        """The local name in schema.org that a term or IRI stands for, or None if it is of another vocabulary."""
        iri = self.iri(term)
        if iri is None:
            return None
        for prefix in (SCHEMA_ORG, "https://schema.org/"):
            if iri.startswith(prefix):
                return iri[len(prefix) :]
        return None


NO_TERMS = Terms()
SCHEMA_ORG_TERMS = Terms(vocab=SCHEMA_ORG, mapped={"type": "@type", "id": "@id", "schema": SCHEMA_ORG})


def extend(terms: Terms, context: Json) -> Terms:
    """The terms inside a node that has this ``@context``. Remote contexts other than schema.org's are noted, not loaded."""
    if context is None:
        return NO_TERMS
    if isinstance(context, list):
        for each in context:
            terms = extend(terms, each)
        return terms
    if isinstance(context, str):
        return _extend_by_address(terms, context)
    return _extend_inline(terms, context) if isinstance(context, dict) else terms


def _extend_by_address(terms: Terms, address: str) -> Terms:
    if is_schema_org(address):
        mapped = {**terms.mapped, **SCHEMA_ORG_TERMS.mapped}
        return msgspec.structs.replace(terms, vocab=SCHEMA_ORG, mapped=mapped)
    return msgspec.structs.replace(terms, foreign=(*terms.foreign, address))


def _extend_inline(terms: Terms, context: dict[str, Json]) -> Terms:
    vocab = terms.vocab
    if "@vocab" in context:
        vocab = context["@vocab"] if isinstance(context["@vocab"], str) else None
        vocab = SCHEMA_ORG if vocab and _SCHEMA_ORG_VOCAB.fullmatch(vocab) else vocab
    mapped, coerced, scoped = dict(terms.mapped), dict(terms.coerced), terms.scoped
    draft = Terms(vocab=vocab, mapped={**mapped, **{k: v for k, v in context.items() if isinstance(v, str)}})
    for term, definition in context.items():
        if term.startswith("@"):
            continue
        mapped[term] = _meaning(draft, term, definition)
        if isinstance(definition, dict):
            scoped = scoped or "@context" in definition
            if isinstance(definition.get("@type"), str):
                coerced[term] = definition["@type"]
    return Terms(vocab=vocab, mapped=mapped, coerced=coerced, foreign=terms.foreign, scoped=scoped)


def _meaning(draft: Terms, term: str, definition: Json) -> str | None:
    if isinstance(definition, dict):
        definition = definition.get("@id", definition.get("@reverse", term))
        if definition == term:
            plain = Terms(vocab=draft.vocab, mapped={k: v for k, v in draft.mapped.items() if k != term})
            return plain.iri(term)
    if not isinstance(definition, str) or definition == term:
        return None
    return draft.iri(definition) if definition not in KEYWORDS else definition


class Expansion(msgspec.Struct, frozen=True):
    """The expanded document, and the addresses of contexts that were asked for and not loaded."""

    document: list[Json]
    refused: tuple[str, ...]


class JsonLdError(ValueError):
    """The document breaks JSON-LD: ``code`` is the specification's error code, ``detail`` what the processor says."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code, self.detail = code, detail


def frozen_loader(context: Json, refused: list[str]) -> Callable[[str, Json], Json]:
    """A document loader that knows schema.org's context only: any other address gives an empty context and is noted."""

    def load(url: str, options: Json) -> Json:  # noqa: ARG001 - the processor's signature
        if not is_schema_org(url) and url not in refused:
            refused.append(url)
        document = context if is_schema_org(url) else {"@context": {}}
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": url,
            "document": document,
            "tag": "static",
        }

    return load


def expand(document: Json, *, context: Json, base: str = "") -> Expansion:
    """Expand with pyld. Raises ``JsonLdError`` with the specification's error code. ``context`` is schema.org's document."""
    from pyld import jsonld  # noqa: PLC0415 - 0.12 s of import

    refused: list[str] = []
    options = {
        "documentLoader": frozen_loader(context, refused),
        "base": base or UNKNOWN_BASE,
        "processingMode": "json-ld-1.1",
    }
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # pyld warns of terms like keywords, which the validator tells of itself
            expanded = jsonld.expand(document, options)
    except jsonld.JsonLdError as error:
        raise _fault(error) from error
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        # pyld 3.3 has no code for some malformed input and fails on it in these ways
        raise JsonLdError("processing error", f"the processor stops: {error}") from error
    return Expansion(expanded, tuple(refused))


def _fault(error: BaseException) -> JsonLdError:
    """The innermost error that carries a code of the specification."""
    code, detail = "", str(error).splitlines()[0]
    current: BaseException | None = error
    while current is not None:
        if getattr(current, "code", None):
            code, detail = str(getattr(current, "code", "")), str(getattr(current, "args", [""])[0])
        current = current.__cause__
    return JsonLdError(code or "processing error", detail)
