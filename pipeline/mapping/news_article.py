"""The article itself -> NewsArticle or the type its source states. Its fields from the article, what it is about from the
annotations, rights from article or configuration (https://schema.org/NewsArticle)."""

from __future__ import annotations

from pipeline.mapping import ids
from pipeline.mapping.claims import Claim, Draft, named_reference, of, reference, stated, typed
from pipeline.mapping.correction import correction_id
from pipeline.mapping.creative_work import citation_id
from pipeline.mapping.credits import credit_claims, own_publisher, publisher_claims
from pipeline.mapping.evidence import CONFIGURATION, DERIVED, from_mentions, from_origin, from_text
from pipeline.mapping.image_object import inline
from pipeline.mapping.names import same_name
from pipeline.mapping.quotation import quotation_id
from pipeline.mapping.story import Story, naming
from pipeline.mapping.subject import located, subject_claims
from pipeline.model.graph import Evidence, Json, Node

NEWS_TYPES = (
    "NewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
    "ReportageNewsArticle", "ReviewNewsArticle",
)  # fmt: skip
"""The types that have a dateline."""
MAX_KEYWORDS = 8
"""Main subjects that stand for keywords where nobody gives any."""


def news_article(story: Story) -> Draft:
    """The article's node, always the first of its graph."""
    return of(
        ids.article_id(story.url),
        typed(story.article.article_type, from_origin(story.article, "articleType")),
        _text(story),
        _publication(story),
        _credits(story),
        _pictures(story),
        _body(story),
        _where(story),
        _rights(story),
        _notes(story),
        _subjects(story),
    )


def _field(story: Story, name: str, value: Json) -> tuple[Claim, ...]:
    return stated(name, value, from_origin(story.article, name))


def _text(story: Story) -> tuple[Claim, ...]:
    article = story.article
    return (
        *stated("headline", article.headline, from_origin(article, "headline", "headline")),
        *_field(story, "alternativeHeadline", article.alternative_headline),
        *stated("description", article.description, from_origin(article, "description", "description")),
    )


def _publication(story: Story) -> tuple[Claim, ...]:
    article = story.article
    page: Node = {"@id": ids.part_id(story.url, "webpage"), "@type": "WebPage", "url": story.url}
    return (
        *_field(story, "url", story.url),
        *stated("mainEntityOfPage", page, from_origin(article, "url")),
        *stated("sameAs", article.also_at, from_origin(article, "alsoAt")),
        *_field(story, "identifier", article.identifier),
        *_field(story, "version", article.version),
        *_field(story, "genre", article.genre),
        *_field(story, "datePublished", article.date_published),
        *_field(story, "dateModified", article.date_modified),
        *_field(story, "dateCreated", article.date_created),
        *_field(story, "expires", article.expires),
        *_field(story, "creativeWorkStatus", {"canceled": "Canceled", "withheld": "Withheld"}.get(article.pub_status)),
    )


def _credits(story: Story) -> tuple[Claim, ...]:
    return (
        *credit_claims(story, "author"),
        *credit_claims(story, "contributor"),
        *credit_claims(story, "editor"),
        *publisher_claims(story),
    )


def _pictures(story: Story) -> tuple[Claim, ...]:
    evidence = from_origin(story.article, "image")
    thumbnail = next((each.url for each in story.article.image if each.url), None)
    return (
        *stated("image", tuple(inline(story, each) for each in story.article.image), evidence),
        *stated("thumbnailUrl", thumbnail, evidence),
    )


def _body(story: Story) -> tuple[Claim, ...]:
    article = story.article
    body = article_body(story)
    return (
        *_field(story, "articleSection", article.article_section),
        *_field(story, "keywords", article.keywords),
        *_keywords(story),
        *_language(story),
        *_field(story, "articleBody", body),
        *stated("wordCount", len(body.split()) or None, DERIVED),
        *stated("speakable", reference(ids.part_id(story.url, "speakable")) if article.headline else None, DERIVED),
    )


def article_body(story: Story) -> str:
    """The body's text, captions left out, blocks parted by blank lines."""
    return "\n\n".join(each.text for each in story.article.paragraphs if each.kind != "caption")


def _language(story: Story) -> tuple[Claim, ...]:
    """As the source states it, as the text shows it, or as the configured site is written in."""
    stated_here, found = story.article.in_language, story.annotations.language
    if stated_here:
        return _field(story, "inLanguage", stated_here)
    if found:
        return stated("inLanguage", found, from_text(story.annotations.annotator or "language"))
    return stated("inLanguage", story.newsroom.site.language if story.own_site else None, CONFIGURATION)


def _keywords(story: Story) -> tuple[Claim, ...]:
    """What the annotator found beside the source's own; where neither gives any, the names of the main subjects."""
    own = story.article.keywords
    found = [each for each in story.annotations.keywords if not any(same_name(each, one) for one in own)]
    if own or found:
        return stated("keywords", tuple(found), from_text(story.annotations.annotator or "keywords"))
    topics = sorted(story.annotations.topics, key=lambda each: -each.salience)
    main = [each.id for each in topics if each.id in story.names and each.id in story.entities][:MAX_KEYWORDS]
    return tuple(claim for each in main for claim in stated("keywords", story.names[each], _why(story, each)))


def _where(story: Story) -> tuple[Claim, ...]:
    article = story.article
    has_dateline = article.article_type in NEWS_TYPES
    return (
        *_field(story, "dateline", article.dateline if has_dateline else None),
        *(
            claim
            for local in dateline_places(story)
            for claim in stated("locationCreated", _pointer(story, local), from_origin(article, "dateline"))
        ),
        *_content_locations(story),
        *stated("isPartOf", reference(ids.part_id(story.url, "webpage")), DERIVED),
    )


def dateline_places(story: Story) -> tuple[str, ...]:
    """The place that the dateline names first ("TAMPA, Fla."), if the text's places have it."""
    first = (story.article.dateline or "").split(",")[0].split("(")[0].strip(" -–—")
    return tuple(
        each.id
        for each in story.annotations.entities
        if each.type == "place" and first and any(same_name(first, name) for name in (each.name, *each.alternate_names))
    )[:1]


def _content_locations(story: Story) -> tuple[Claim, ...]:
    """Where it happens: the places that the article is about, and those of the events that it is about."""
    about = {each.id for each in story.annotations.topics if each.relation == "about"}
    found = [each.id for each in story.annotations.entities if each.id in about and each.type in ("place", "facility")]
    found += [place for each in story.annotations.events if each.id in about for place in each.places]
    return tuple(
        claim
        for local in dict.fromkeys(found)
        if local in story.entities and story.entities[local].type in ("place", "facility")
        for claim in stated("contentLocation", _pointer(story, local), _why(story, local))
    )


def _rights(story: Story) -> tuple[Claim, ...]:
    article, site = story.article, story.newsroom.site
    own = story.own_site
    return (
        *_or_configured(story, "license", article.license, site.license),
        *_or_configured(story, "usageInfo", article.usage_info, site.usage_info),
        *_copyright_holder(story),
        *_field(story, "copyrightYear", article.copyright_year),
        *_field(story, "copyrightNotice", article.copyright_notice),
        *_field(story, "creditText", article.credit_text),
        *_or_configured(story, "isAccessibleForFree", article.is_accessible_for_free, site.is_accessible_for_free),
        *stated("publishingPrinciples", story.newsroom.publisher.publishing_principles if own else None, CONFIGURATION),
    )


def _or_configured(story: Story, name: str, value: Json, configured: Json) -> tuple[Claim, ...]:
    """The article's own word, else the site's; the site's word does not hold for what is gathered from elsewhere."""
    if value is not None:
        return _field(story, name, value)
    return stated(name, configured if story.own_site else None, CONFIGURATION)


def _copyright_holder(story: Story) -> tuple[Claim, ...]:
    stated_here = story.article.copyright_holder
    configured = story.newsroom.site.copyright_holder if story.own_site else None
    name = stated_here or configured
    if name is None:
        return ()
    evidence = from_origin(story.article, "copyrightHolder") if stated_here else CONFIGURATION
    return stated("copyrightHolder", _holder(story, name), evidence)


def _holder(story: Story, name: str) -> Node:
    if same_name(name, story.newsroom.publisher.name):
        return own_publisher(story)
    credited = [each.value for each in (*publisher_claims(story), *credit_claims(story, "author"))]
    unknown = named_reference(ids.content_id(story.url, "copyright-holder", name), "Organization", name)
    return next((dict(each) for each in credited if same_name(each["name"], name)), unknown)


def _notes(story: Story) -> tuple[Claim, ...]:
    notes = tuple(
        {"@id": correction_id(story, each), "@type": "CorrectionComment", "text": each.text}
        for each in story.article.correction
    )
    cited = (
        claim
        for each in story.annotations.citations
        for claim in stated("citation", reference(citation_id(story, each)), from_text(each.by, each.span))
    )
    return (*_field(story, "correction", notes), *cited)


def _subjects(story: Story) -> tuple[Claim, ...]:
    topics = sorted(story.annotations.topics, key=lambda each: -each.salience)
    said = dict(located(story.article, story.annotations))
    about = [each.id for each in topics if each.relation == "about" and each.id in story.node_ids]
    main = {*about, *(local for local, each in said.items() if each.relation == "about")}
    rest = [each.id for each in topics if each.id in story.node_ids]
    everything = [*(each.id for each in story.annotations.events), *(each.id for each in story.annotations.entities)]
    main_nodes = {story.node_ids.get(each) for each in main}  # two entities of the text may be settled as one
    mentioned = dict.fromkeys(
        each for each in (*rest, *everything) if each in story.node_ids and story.node_ids[each] not in main_nodes
    )
    parts = {quotation_id(story, each): each for each in story.annotations.quotations}
    return (
        *(claim for each in about for claim in stated("about", _pointer(story, each), _why(story, each))),
        *subject_claims(story, "about"),
        *(claim for each in mentioned for claim in stated("mentions", _pointer(story, each), _why(story, each))),
        *(each for each in subject_claims(story, "mentions") if each.value["@id"] not in main_nodes),
        *(
            claim
            for node_id, each in parts.items()
            for claim in stated("hasPart", reference(node_id), from_text(each.by, *each.spans))
        ),
    )


def _pointer(story: Story, local: str) -> Node:
    return named_reference(story.node_ids[local], story.types[local], story.names.get(local))


def _why(story: Story, local: str) -> Evidence:
    happening = story.events.get(local)
    if happening is not None:
        return from_text(happening.by, happening.span, probability=happening.probability)
    return from_mentions(naming(story, local))
