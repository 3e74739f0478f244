"""OpenGraph, Twitter and meta elements, the title and link elements -> candidates."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.model.moment import Moment
from pipeline.model.sidecar import Credit, Image
from pipeline.normalize.bylines import credits_of
from pipeline.normalize.web.candidate import Candidate, Field, SourceName
from pipeline.normalize.web.page import Page
from pipeline.normalize.web.plain import plain
from pipeline.normalize.written_dates import machine_date

Pairs = list[tuple[str, str]]
_TEXTS: dict[str, tuple[Field, SourceName]] = {
    "og:title": ("headline", "open-graph"),
    "twitter:title": ("headline", "twitter"),
    "parsely-title": ("headline", "meta"),
    "sailthru.title": ("headline", "meta"),
    "dc.title": ("headline", "meta"),
    "citation_title": ("headline", "meta"),
    "og:description": ("description", "open-graph"),
    "description": ("description", "meta"),
    "twitter:description": ("description", "twitter"),
}
_AUTHORS: dict[str, SourceName] = {
    "article:author": "open-graph",
    "og:article:author": "open-graph",
    "twitter:data1": "twitter",
    "author": "meta",
    "parsely-author": "meta",
    "sailthru.author": "meta",
    "byl": "meta",
    "dc.creator": "meta",
    "dcterms.creator": "meta",
    "citation_author": "meta",
}
_DATES: dict[str, tuple[Field, SourceName]] = {
    "article:published_time": ("datePublished", "open-graph"),
    "og:article:published_time": ("datePublished", "open-graph"),
    "article:modified_time": ("dateModified", "open-graph"),
    "og:updated_time": ("dateModified", "open-graph"),
    "datepublished": ("datePublished", "meta"),
    "pubdate": ("datePublished", "meta"),
    "publishdate": ("datePublished", "meta"),
    "publish-date": ("datePublished", "meta"),
    "parsely-pub-date": ("datePublished", "meta"),
    "sailthru.date": ("datePublished", "meta"),
    "dc.date": ("datePublished", "meta"),
    "dc.date.issued": ("datePublished", "meta"),
    "dcterms.created": ("datePublished", "meta"),
    "date": ("datePublished", "meta"),
    "datemodified": ("dateModified", "meta"),
}
_SECTIONS: dict[str, SourceName] = {
    "article:section": "open-graph",
    "og:article:section": "open-graph",
    "parsely-section": "meta",
    "section": "meta",
    "category": "meta",
    "dc.subject": "meta",
}


def candidates(page: Page) -> Iterator[Candidate]:
    """What the head of the page says, in the order of the elements."""
    pairs = read_pairs(page)
    sizes = dict(pairs)
    for name, content in pairs:
        if name != "twitter:data1" or _says_who(sizes.get("twitter:label1", "")):
            yield from _candidate(name, content, page)
    image = page.absolute(sizes.get("og:image:secure_url") or sizes.get("og:image") or sizes.get("og:image:url"))
    if image:
        yield Candidate("image", (_image(image, sizes),), "open-graph")
    twitter = page.absolute(sizes.get("twitter:image") or sizes.get("twitter:image:src"))
    if twitter:
        yield Candidate("image", (Image(url=twitter),), "twitter")
    tags = tuple(dict.fromkeys(plain(content) for name, content in pairs if name == "article:tag" and plain(content)))
    if tags:
        yield Candidate("keywords", tags, "open-graph")
    yield from _links(page)


def read_pairs(page: Page) -> Pairs:
    """Names (lower case) and contents of all meta elements; extruct reads OpenGraph, plain meta elements are read here."""
    from extruct.opengraph import OpenGraphExtractor  # noqa: PLC0415 - costs 0.3 s, needed for pages only

    found: Pairs = []
    if page.tree.find("head") is not None:
        for each in OpenGraphExtractor().extract_items(page.tree):
            found += [(str(name).lower(), str(content)) for name, content in each["properties"]]
    seen = {name for name, _ in found}
    for element in page.tree.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop") or ""
        content = element.get("content")
        if name and content and (name.lower() not in seen or name.lower() == "citation_author"):
            found.append((name.strip().lower(), content))
    return [(name, content) for name, content in found if content.strip()]


def _candidate(name: str, content: str, page: Page) -> Iterator[Candidate]:
    field, source, read = _named(name)
    if field is None:
        return
    value = read(content, page)
    if value or value is False:
        yield Candidate(field, value, source)


def _says_who(label: str) -> bool:
    return any(each in label.lower() for each in ("written", "author", "by", "verfasst", "écrit", "escrito"))


def _named(name: str) -> tuple[Field | None, SourceName, Callable[[str, Page], object]]:
    if name in _TEXTS:
        return (*_TEXTS[name], _text)
    if name in _AUTHORS:
        return "author", _AUTHORS[name], _people
    if name in _DATES:
        return (*_DATES[name], _moment)
    if name in _SECTIONS:
        return "articleSection", _SECTIONS[name], _single
    return _OTHERS.get(name, (None, "meta", _text))


def _text(content: str, page: Page) -> str:  # noqa: ARG001 - one form for all readings
    return plain(content)


def _people(content: str, page: Page) -> tuple[Credit, ...]:  # noqa: ARG001 - one form for all readings
    return () if "://" in content else credits_of(plain(content))


def _moment(content: str, page: Page) -> Moment | None:  # noqa: ARG001 - one form for all readings
    return machine_date(content)


def _single(content: str, page: Page) -> tuple[str, ...]:  # noqa: ARG001 - one form for all readings
    return (plain(content),) if plain(content) else ()


def _publisher(content: str, page: Page) -> Credit | None:  # noqa: ARG001 - one form for all readings
    return Credit(name=plain(content), type="Organization") if plain(content) else None


def _listed(content: str, page: Page) -> tuple[str, ...]:  # noqa: ARG001 - one form for all readings
    return tuple(dict.fromkeys(plain(each) for each in content.split(",") if plain(each)))


def _address(content: str, page: Page) -> str | None:
    return page.absolute(content)


def _language(content: str, page: Page) -> str:  # noqa: ARG001 - one form for all readings
    return content.strip().replace("_", "-")


def _free(content: str, page: Page) -> bool | None:  # noqa: ARG001 - one form for all readings
    return {"free": True, "locked": False}.get(content.strip().lower())


_OTHERS: dict[str, tuple[Field, SourceName, Callable[[str, Page], object]]] = {
    "og:site_name": ("publisher", "open-graph", _publisher),
    "article:content_tier": ("isAccessibleForFree", "meta", _free),
    "og:url": ("url", "open-graph", _address),
    "og:locale": ("inLanguage", "open-graph", _language),
    "keywords": ("keywords", "meta", _listed),
    "news_keywords": ("keywords", "meta", _listed),
    "parsely-tags": ("keywords", "meta", _listed),
}


def _image(url: str, sizes: dict[str, str]) -> Image:
    width, height = (sizes.get(f"og:image:{each}", "").strip() for each in ("width", "height"))
    return Image(
        url=url,
        text=plain(sizes.get("og:image:alt", "")) or None,
        width=int(width) if width.isascii() and width.isdecimal() and 0 < len(width) < 6 else None,
        height=int(height) if height.isascii() and height.isdecimal() and 0 < len(height) < 6 else None,
    )


def _links(page: Page) -> Iterator[Candidate]:
    for element in page.tree.iter("link"):
        relations = (element.get("rel") or "").lower().split()
        address = page.absolute(element.get("href"))
        if "canonical" in relations and address:
            yield Candidate("url", address, "html")
        elif "license" in relations and address:
            yield Candidate("license", address, "html")
    title = next(page.tree.iter("title"), None)
    if title is not None and plain(title.text_content()):
        yield Candidate("headline", plain(title.text_content()), "html")
    language = page.tree.get("lang") or page.tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language and language.strip():
        yield Candidate("inLanguage", language.strip(), "html")
