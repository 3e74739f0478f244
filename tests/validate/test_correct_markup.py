"""Forms that guides of consumers and tools of publishers use, and that are right: they give no warning."""

import json

import pytest

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.engine import Settings

VALIDATE = validation.load(Settings(now=mutants.NOW), ())
ARTICLE = {"@type": "NewsArticle", "headline": "Envoy leaves"}
PERSON = {"@type": "Person", "name": "Eve Stone"}


def grave(document):
    text = json.dumps({"@context": "https://schema.org", **document})
    return [each.code for each in VALIDATE(text.encode()) if each.severity != "info"]


@pytest.mark.parametrize(
    "members",
    [
        {"interactionStatistic": {"@type": "InteractionCounter", "interactionType": "https://schema.org/LikeAction"}},
        {"@type": "BlogPosting", "author": PERSON, "publisher": {"@type": "Person", "name": "Eve Stone"}},
        {"author": PERSON, "publisher": {"@type": ["Person", "Organization"], "name": "Eve Stone"}},
        {"author": {"@type": "Person", "name": ["Eve Stone"]}},
    ],
)
def test_an_article_may_say_it_so(members):
    assert grave({**ARTICLE, **members}) == []


def test_an_answer_may_hold_html():
    answer = {"@type": "Answer", "text": "<p>Yes &amp; no.</p>"}
    question = {"@type": "Question", "name": "Is it?", "acceptedAnswer": answer}
    assert grave({"@type": "FAQPage", "mainEntity": [question]}) == []


def test_a_job_posting_describes_itself_in_html():
    posting = {"@type": "JobPosting", "title": "Editor", "description": "<p>An editor.</p>"}
    assert grave(posting) == []


@pytest.mark.parametrize(
    ("name", "kind"), [("author", "Person"), ("publisher", "Organization"), ("seller", "Organization")]
)
def test_the_hint_proposes_the_usual_kind_of_agent(name, kind):
    node = {"@type": "Offer"} if name == "seller" else ARTICLE
    text = json.dumps({"@context": "https://schema.org", **node, name: "Somebody"})
    (found,) = [each for each in VALIDATE(text.encode()) if each.code == "text-for-object"]
    assert found.hint.startswith(f'Write {{"@type": "{kind}"')


def test_a_term_with_the_prefix_of_schema_org_is_held_to_schema_org():
    context = ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}]
    text = json.dumps({"@context": context, "@type": "schema:Person", "schema:nme": "A"})
    assert "misspelt-property" in [each.code for each in VALIDATE(text.encode())]


WHOLE = {"@type": "NewsArticle", "headline": "Envoy leaves", "url": "https://example.org/a"}


@pytest.mark.parametrize(
    "members",
    [
        {"image": "https://i0.wp.com/example.org/a.jpg?fit=1200%2C800&ssl=1"},
        {"image": "https://web.archive.org/web/2025/https://example.org/a.jpg"},
        {"image": "https://res.cloudinary.example/image/fetch/w_1200/https://example.org/a.jpg"},
        {"image": "https://proxy.example/https://cdn.example.org/a.jpg"},
        {"image": "https://images.example/undefined-behaviour.jpg"},
        {"image": "https://images.example/nullarbor.jpg"},
        {"image": "https://example.org/a.jpg?w=1&h=2"},
        {"url": "https://dev.example/a", "publisher": {"@type": "Organization", "name": "B", "url": "https://dev.example/"}},
        {"url": "https://test.cricket.example/a"},
        {"headline": "Minister [sic] says [the envoy] left"},
        {"headline": "#MeToo, five years on"},
        {"headline": "Is 2 * 3 * 4 still 24?"},
        {"description": "He wrote in his diary (see [3](#3)) that C:\\news was lost."},
        {"description": "The .com boom { and bust }"},
        {"headline": "NASA"},
        {"author": {"@type": "Person", "name": "A. J. P. Taylor"}},
        {"author": {"@type": "Person", "name": "Madonna"}},
        {"author": {"@type": "Person", "name": "Иван Петров"}},
        {"author": {"@type": "Person", "name": "王小明"}},
        {"author": {"@type": "Organization", "name": "20 Minuten"}},
        {"author": {"@type": "Person", "name": "Eve Stone", "sameAs": "https://evestone.example"}},
        {"datePublished": "1970-01-01"},
        {"datePublished": "1970-01-01T08:30:00+01:00"},
        {"inLanguage": ["en", "zh-Hant-TW"]},
        {"inLanguage": "uk"},
        {"inLanguage": "sr-Latn-RS"},
        {"inLanguage": "es-419"},
        {"speakable": {"@type": "SpeakableSpecification", "cssSelector": [".headline"]}},
        {"interactionStatistic": {"@type": "InteractionCounter", "interactionType": {"@type": "LikeAction"}, "userInteractionCount": 0}},
        {"commentCount": 0},
    ],
    ids=str,
)  # fmt: skip
def test_what_only_looks_like_a_defect_is_none(members):
    assert grave({**WHOLE, **members}) == []


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "Review", "name": "A", "reviewRating": {"@type": "Rating", "ratingValue": "87", "bestRating": "100"}},
        {"@type": "Review", "name": "A", "reviewRating": {"@type": "Rating", "ratingValue": 0, "bestRating": 10, "worstRating": 0}},
        {"@type": "Review", "name": "A", "reviewRating": {"@type": "Rating", "ratingValue": "Pants on Fire"}},
        {"@type": "Offer", "price": 0, "priceCurrency": "USD"},
        {"@type": "Organization", "name": "A", "telephone": "1-800-ALMANAC", "email": "mailto:desk@example.org"},
        {"@type": "Place", "name": "A", "latitude": "0", "longitude": "6.6"},
        {"@type": "Place", "name": "A", "geo": {"@type": "GeoCoordinates", "latitude": "-33.86", "longitude": 151}},
        {"@type": "ItemList", "numberOfItems": 120, "itemListElement": [{"@type": "ListItem", "position": 11, "url": "https://example.org/a"}]},
        {"@type": "ImageObject", "contentUrl": "https://example.org/a.svg", "width": 300, "height": "40px"},
        {"@type": "Person", "name": "A", "birthDate": "1875-02-21", "deathDate": "1997-08-04"},
    ],
    ids=str,
)  # fmt: skip
def test_figures_that_are_unusual_and_right_are_no_defect(node):
    assert [each for each in grave(node) if not each.startswith("profile-")] == []


def page_codes(head="", body="", language="en"):
    text = mutants.page(mutants.graph()).replace("</head>", head + "</head>").replace("</body>", body + "</body>")
    text = text.replace('lang="en"', f'lang="{language}"')
    return [each.code for each in VALIDATE(text.encode(), path="a.html")]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="https://example.org/a/">',
        '<meta property="og:title" content="Envoy leaves for talks in Bergen">',
        '<meta property="og:url" content="https://www.example.org/a?from=network">',
        '<meta property="og:image" content="https://example.org/a.jpg"><meta property="og:image" content="https://example.org/b.jpg">',
        '<meta property="article:modified_time" content="2025-11-18T10:00:00+0100">',
        '<script type="application/json">{"@context": "x"}</script>',
        '<script type="application/ld+json; charset=utf-8">{"@context": "https://schema.org", "@type": "WebSite", "name": "The Post", "url": "https://example.org"}</script>',
    ],
)
def test_a_head_may_say_it_so(head):
    assert page_codes(head) == []


@pytest.mark.parametrize("language", ["en-GB", "en-us", "EN", "zh-Hans", "de-CH-1996"])
def test_the_page_may_have_any_well_formed_language(language):
    assert "page-language-invalid" not in page_codes(language=language)


def test_a_selector_may_name_classes_ids_and_attributes():
    part = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": "main .paid, #rest"}
    document = mutants.changed(mutants.put(mutants.ARTICLE, isAccessibleForFree=False, hasPart=part))
    text = mutants.page(document).replace("</body>", '<main><p class="x paid">B</p></main></body>')
    assert [each.code for each in VALIDATE(text.encode(), path="a.html")] == []


@pytest.mark.parametrize("name", ["Red Sea", "HBO Max", "UN", "Hong Kong"])
@pytest.mark.parametrize("kind", ["Organization", "Place"])
def test_a_name_of_short_words_is_found_in_the_text(name, kind):
    body = (
        f"The ship crossed the {name} on Monday, and is expected to be in the harbour on Friday, the envoy said. " * 3
    )
    article = {**WHOLE, "articleBody": body, "mentions": [{"@type": kind, "name": name}]}
    assert grave(article) == []
    assert grave({**article, "mentions": [{"@type": kind, "name": "Ark Fox"}]}) == ["entity-not-in-text"]


@pytest.mark.parametrize(
    "node",
    [
        {"@type": "TravelAction", "distance": {"@type": "Distance", "name": "5 miles"}},
        {"@type": "ConsumeAction", "object": {"@type": "Energy", "name": "1 kJ"}},
        {"@type": "Person", "name": {"@type": "PronounceableText", "textValue": "Worcester", "inLanguage": "en-GB"}},
    ],
)
def test_data_types_that_schema_org_writes_as_objects_are_right(node):
    assert grave(node) == []


def test_a_person_of_fiction_is_no_more_than_a_warning():
    assert grave({"@type": "Person", "name": "A", "birthDate": "2305-07-13"}) == ["life-in-the-future"]


RDFA = """<!doctype html><html lang="en"><head><title>A</title></head><body vocab="https://schema.org/"><div typeof="NewsArticle">
<h1 property="headline">Envoy leaves</h1><time property="datePublished" datetime="2026-11-20T06:30:00+00:00">20 November</time>
<span property="author" typeof="Person"><a property="url" href="https://example.org/a" rel="nofollow external"><b property="name">A B</b></a></span>
</div></body></html>"""


def test_the_datetime_of_rdfa_is_read_and_how_links_relate_is_not():
    assert [each for each in VALIDATE(RDFA.encode(), path="a.html") if each.severity != "info"] == []
    wrong = RDFA.replace('datetime="2026-11-20', 'datetime="2026-11-31')
    assert "impossible-date" in [each.code for each in VALIDATE(wrong.encode(), path="a.html")]
    author = RDFA.replace('rel="nofollow external"', 'rel="nofollow autor"').replace('property="url" ', "")
    assert "misspelt-property" in [each.code for each in VALIDATE(author.encode(), path="a.html")]


def test_a_broadcast_takes_place_nowhere():
    event = {"@type": "BroadcastEvent", "isLiveBroadcast": True, "startDate": "2026-11-20T06:30:00+00:00"}
    video = {"@type": "VideoObject", "name": "A", "url": "https://example.org/v", "publication": event}
    codes = [each.code for each in VALIDATE(json.dumps({"@context": "https://schema.org", **video}).encode())]
    assert "event-left-open" not in codes
    assert "event-without-place" not in codes


def test_countries_by_their_codes_are_what_guides_ask_for():
    assert (
        grave({"@type": "VideoObject", "name": "A", "regionsAllowed": ["US", "CA,MX"], "ineligibleRegion": "US-NY"})
        == []
    )
    assert grave({"@type": "VideoObject", "name": "A", "regionsAllowed": "Canada"}) == ["text-for-object"]


def test_a_word_count_that_no_page_of_this_size_holds_is_wrong():
    def told(count, **members):
        article = {"@context": "https://schema.org", **WHOLE, "wordCount": count, **members}
        script = f'<script type="application/ld+json">{json.dumps(article)}</script>'
        body = "<p>The envoy left on Monday and will be back before the end of the week.</p>" * 20
        page = f"<!doctype html><html><head><title>Envoy leaves</title>{script}</head><body><h1>Envoy leaves</h1>{body}</body></html>"
        return "word-count-differs" in [each.code for each in VALIDATE(page.encode(), path="a.html")]

    assert told(3000)
    assert not told(302)
    assert not told(3000, isAccessibleForFree=False)


def test_a_clip_that_ends_before_it_starts_is_an_error():
    clip = {"@type": "Clip", "name": "A", "url": "https://example.org/v?t=20", "startOffset": 20}
    video = {"@type": "VideoObject", "name": "A", "url": "https://example.org/v"}
    assert grave({**video, "hasPart": [{**clip, "endOffset": 10}]}) == ["end-before-start"]
    assert grave({**video, "hasPart": [{**clip, "endOffset": 30}]}) == []


@pytest.mark.parametrize("text", ["%excerpt%", "%%title%%"])
def test_the_variables_of_plugins_are_placeholders(text):
    assert "placeholder-text" in grave({**WHOLE, "description": text})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"@type": "Person"}', ["missing-context", "object-says-nothing"]),
        ('{"@context": "https://schema.org", "@type": "Person"}', ["object-says-nothing"]),
        ('{"@context": "https://schema.org"}', ["object-says-nothing"]),
        ('{"@context": "https://schema.org", "@graph": []}', []),
        ('{"@context": "https://schema.org", "@type": "Person", "@id": "https://example.org/a"}', []),
    ],
)
def test_a_document_that_says_nothing_is_not_clean(text, told):
    assert sorted(each.code for each in VALIDATE(text.encode())) == told


@pytest.mark.parametrize("element", ["textarea", "title", "xmp", "iframe", "style"])
def test_a_script_that_a_page_shows_as_text_is_none(element):
    shown = f'<{element}><script type="application/ld+json">{{"broken": </script></{element}>'
    good = f'<script type="application/ld+json">{json.dumps({"@context": "https://schema.org", **WHOLE})}</script>'
    page = f"<!doctype html><html><body>{shown}{good}<h1>Envoy leaves</h1></body></html>"
    assert "json-syntax" not in [each.code for each in VALIDATE(page.encode(), path="a.html")]
    unclosed = f"<!doctype html><html><body><{element}>{good.replace('@context', '@kontext')}</body></html>"
    assert "missing-context" in [each.code for each in VALIDATE(unclosed.encode(), path="a.html")]


@pytest.mark.parametrize(
    "node",
    [
        {**WHOLE, "image": "https://example.org/a.jpg", "datePublished": "2025-01-01",
         "author": {"@type": "Role", "roleName": "reporter", "author": {"@type": "Person", "name": "A B", "url": "https://example.org/b"}}},
        {"@type": "DiscussionForumPosting", "headline": "A", "text": "B", "url": "https://example.org/f", "datePublished": "2025-01-01",
         "author": {"@type": "Person", "name": "A B", "url": "https://example.org/b"}},
        {"@type": "Recipe", "name": "Cake", "recipeYield": 10, "recipeIngredient": ["2 cups"]},
    ],
    ids=["role", "forum", "recipe"],
)  # fmt: skip
def test_what_other_guides_allow_is_no_defect(node):
    found = VALIDATE(json.dumps({"@context": "https://schema.org", **node}).encode())
    assert [each.code for each in found if each.severity != "info" or each.code == "profile-ended"] == []
