"""Pages as the web really serves them: each says what is wrong with it, none makes it raise."""

import pytest

from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Sidecar
from pipeline.model.source import Source
from pipeline.normalize import normalize

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))
SENTENCE = "The council said on Friday that the old bridge would close in May so that its cables can be replaced. "
STORY = f"<h1>Bridge closes for a year</h1><p>{SENTENCE}</p><p>{SENTENCE * 2}</p>"


def read(page: str | bytes, **known: object):
    content = page.encode() if isinstance(page, str) else page
    return normalize(Source(name="a.html", content=content, format="html", **known), NEWSROOM)


def codes(page: str | bytes, **known: object) -> list[str]:
    return [each.code for each in read(page, **known).findings]


def page(head: str = "", body: str = STORY) -> str:
    return f"<!DOCTYPE html><html><head><title>Bridge closes for a year</title>{head}</head><body>{body}</body></html>"


def test_a_truncated_page_still_gives_what_it_has():
    (article,) = read(page()[:-120]).value
    assert article.headline == "Bridge closes for a year"
    assert article.paragraphs[0].text == SENTENCE.strip()


def test_five_thousand_levels_are_told_and_the_text_is_kept():
    outcome = read(page(body="<div>" * 5000 + STORY + "</div>" * 5000))
    assert "page-too-deep" in [each.code for each in outcome.findings]
    assert outcome.value[0].paragraphs[-1].text == (SENTENCE * 2).strip()


def test_a_page_over_the_size_limit_is_refused_unread():
    assert codes(page(body=f"<p>{SENTENCE * 100_000}</p>") + "x" * 1_000_000) == ["source-too-big"]


def test_twenty_megabytes_in_one_text_node_are_refused_unread():
    assert codes(page(body=f"<p>{'a' * 20_000_000}</p>")) == ["source-too-big"]


def test_more_elements_than_any_article_needs_are_refused():
    assert codes(page(body="<i></i>" * 200_000)) == ["page-too-big"]


def test_a_hundred_thousand_attributes_do_no_harm():
    wide = " ".join(f"a{each}='x'" for each in range(100_000))
    assert read(page(body=f"<p {wide}>{SENTENCE}</p>{STORY}")).value


def test_nuls_are_left_out_and_told():
    assert "characters-lost" in codes(page().replace("council", "coun\0cil"))


def test_a_wrong_charset_is_corrected_and_told():
    story = page("<meta charset='iso-8859-1'>", STORY.replace("bridge", "brücke"))
    outcome = read(story)
    assert "charset-wrong" in [each.code for each in outcome.findings]
    assert "brücke" in outcome.value[0].paragraphs[0].text


def test_mojibake_is_repaired_and_told():
    broken = STORY.replace("cables", "cable’s end").encode().decode("cp1252", errors="replace")
    outcome = read(page(body=broken))
    assert "mojibake-repaired" in [each.code for each in outcome.findings]
    assert "cable’s end" in outcome.value[0].paragraphs[0].text


@pytest.mark.parametrize(
    "script",
    [
        '<!-- {"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2025-05-01T09:00:00Z"} -->',
        '{"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2025-05-01T09:00:00Z",}',
        '{"@type": "NewsArticle", "headline": "Bridge closes\n for a year", "datePublished": "2025-05-01T09:00:00Z"};',
        '/* made by hand */ {"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2025-05-01T09:00:00Z"}',
        '{"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2025-05-01T09:00:00Z"',
        '//<![CDATA[\n{"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2025-05-01T09:00:00Z"}\n//]]>',
    ],
)
def test_json_ld_that_is_no_json_is_repaired_and_told(script):
    outcome = read(page(f'<script type="application/ld+json">{script}</script>'))
    assert "json-ld-repaired" in [each.code for each in outcome.findings]
    assert outcome.value[0].date_published == "2025-05-01T09:00:00Z"


def test_one_bad_script_does_not_take_the_good_one_with_it():
    good = '{"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2025-05-01T09:00:00Z"}'
    scripts = f'<script type="application/ld+json">][</script><script type="application/ld+json">{good}</script>'
    outcome = read(page(scripts))
    assert "json-ld-unreadable" in [each.code for each in outcome.findings]
    assert outcome.value[0].date_published == "2025-05-01T09:00:00Z"


def test_json_ld_a_hundred_thousand_levels_deep_is_told():
    assert "json-ld-unreadable" in codes(page(f'<script type="application/ld+json">{"[" * 100_000}</script>'))


def test_contradicting_dates_are_told_with_the_rule_that_chose():
    script = '{"@type": "NewsArticle", "headline": "Bridge closes for a year", "datePublished": "2024-01-09T09:00:00Z"}'
    outcome = read(
        page(f'<script type="application/ld+json">{script}</script>'), url="https://news.example/2025/05/01/bridge"
    )
    (told,) = (each for each in outcome.findings if each.code == "dates-contradict")
    assert outcome.value[0].date_published == "2025-05-01"
    assert "address wins" in told.hint


def test_an_entity_bomb_stays_small():
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    (article,) = read(f"{bomb}<html><body>{STORY}<p>&c;&c;&c;</p></body></html>").value
    assert sum(len(each.text) for each in article.paragraphs) < 1000


def test_an_external_entity_is_not_fetched():
    text = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + page(body=f"{STORY}<p>&x;</p>")
    assert "root:" not in str(read(text).value)


@pytest.mark.parametrize(
    ("title", "body", "genre"),
    [
        ("Just a moment...", "<p>Checking your browser before accessing the site.</p>", "bot check"),
        (
            "Example",
            "<h1>Before you continue</h1><p>We and our 812 partners store information. Accept all cookies.</p>",
            "consent wall",
        ),
        ("Example", "<h1>Welcome</h1><p>Please log in to continue reading.</p>", "login wall"),
        ("404 - Page not found", "<h1>Sorry</h1><p>The page you want is not here.</p>", "error page"),
        (
            "News",
            "".join(f"<h2><a href='/{each}'>Story number {each} of today</a></h2>" for each in range(12)),
            "section front",
        ),
    ],
)
def test_what_is_no_article_is_named_and_not_read(title, body, genre):
    outcome = read(f"<html><head><title>{title}</title></head><body>{body}</body></html>", url="https://news.example/")
    assert outcome.value == ()
    (told,) = (each for each in outcome.findings if each.severity == "error")
    assert genre in told.message or told.code == "no-article"


def test_two_full_stories_on_one_page_are_no_article():
    def one(name: str) -> str:
        return f"<article><h2>{name} closes for a year</h2>" + f"<p>{SENTENCE}</p>" * 10 + "</article>"

    outcome = read(f"<html><head><title>Example</title></head><body>{one('Bridge')}{one('Tunnel')}</body></html>")
    assert outcome.value == ()
    assert "several articles" in outcome.findings[0].message


def test_the_stub_of_a_paid_article_is_withheld_unless_ordered():
    stub = page(body=f"{STORY}<div class='paywall'><p>Subscribe now to continue reading.</p></div>")
    outcome = read(stub)
    assert "paywalled-stub" in [each.code for each in outcome.findings]
    assert outcome.value[0].pub_status == "withheld"
    assert outcome.value[0].is_accessible_for_free is False
    assert read(stub, sidecar=Sidecar(pub_status="usable")).value[0].pub_status == "usable"


def test_a_live_blog_is_told_and_typed():
    posts = "".join(
        f"<p><time datetime='2025-05-01T0{each}:00:00Z'>0{each}:00</time></p><p>{SENTENCE}</p>" for each in range(1, 8)
    )
    outcome = read(
        f"<html><head><title>Bridge closing: live updates</title></head><body><h1>Bridge closing: live updates</h1>{posts}</body></html>"
    )
    assert "live-blog" in [each.code for each in outcome.findings]
    assert outcome.value[0].article_type == "LiveBlogPosting"


def test_comments_are_no_part_of_the_body():
    comments = f"<div class='comments'><p>{SENTENCE.replace('council', 'reader')}</p></div>"
    (article,) = read(page(body=f"<article>{STORY}</article>{comments}")).value
    assert "reader" not in " ".join(each.text for each in article.paragraphs)
    assert "reader" in " ".join(each.text for each in article.dropped)


def test_a_correction_on_the_page_is_a_correction_and_no_paragraph():
    note = "<p>Correction: An earlier version of this story said that the bridge would close in June.</p>"
    (article,) = read(page(body=f"<article>{STORY}{note}</article>")).value
    assert [each.kind for each in article.correction] == ["correction"]
    assert "June" not in " ".join(each.text for each in article.paragraphs)


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{' + "/*" * 50_000 + "</script>",
        "<title>" + "News | " * 20_000 + "</title>",
        "<title>" + " | " * 20_000 + "</title>",
    ],
)
def test_markup_made_to_cost_time_is_read_all_the_same(head):
    assert read(f"<html><head>{head}</head><body>{STORY}</body></html>").value


def test_an_empty_source_is_told():
    assert codes("  \n ") == ["source-empty"]


def test_a_page_without_text_is_no_article():
    assert codes("<!DOCTYPE html><html><head><title></title></head><body></body></html>") == ["no-article"]


def test_a_missing_charset_is_guessed_and_told():
    story = page(body=STORY.replace("bridge", "brücke")).encode("cp1252")
    outcome = read(story)
    assert "charset-guessed" in [each.code for each in outcome.findings]
    assert "brücke" in outcome.value[0].paragraphs[0].text


def test_an_xml_declaration_does_no_harm():
    (article,) = read('<?xml version="1.0" encoding="utf-8"?>\n' + page()).value
    assert article.paragraphs[0].text == SENTENCE.strip()


def test_a_gallery_is_told_and_read():
    outcome = read(page(body=STORY.replace("Bridge closes", "In pictures: bridge closes")))
    assert "gallery" in [each.code for each in outcome.findings]
    assert outcome.value[0].headline == "In pictures: bridge closes for a year"


@pytest.mark.parametrize(
    ("title", "body", "genre"),
    [
        ("Pardon Our Interruption", "<h1>Pardon Our Interruption</h1><p>Something about you made us think you are a bot.</p>", "bot check"),
        ("news.example", "<p>Press & Hold to confirm you are a human (and not a bot).</p>", "bot check"),
        ("Access Denied", "<h1>Access Denied</h1><p>You don't have permission to access this address on this server.</p>", "bot check"),
        ("Beispiel", "<h1>Willkommen</h1><p>Wir und unsere 231 Partner verarbeiten Daten. Alle akzeptieren</p>", "consent wall"),
        ("Example - 404", "<h1>Oh dear</h1><p>There is nothing here.</p>", "error page"),
        ("Error 503", "<h1>Backend fetch failed</h1><p>Guru meditation</p>", "error page"),
        ("Exemple", "<h1>Abonnés</h1><p>Connectez-vous pour lire la suite de cet article.</p>", "login wall"),
    ],
)  # fmt: skip
def test_walls_of_several_makes_and_languages_are_named(title, body, genre):
    outcome = read(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    assert outcome.value == ()
    assert f"it looks like a {genre}" in outcome.findings[-1].message


def test_a_short_story_with_a_consent_banner_is_an_article():
    banner = "<div class='cookie-banner'><p>We value your privacy. We and our 812 partners use cookies.</p><button>Accept all cookies</button></div>"
    (article,) = read(page(body=f"{banner}<article>{STORY}</article>")).value
    assert article.paragraphs[0].text == SENTENCE.strip()


@pytest.mark.parametrize(
    "headline", ["Market falls 500 points in a day", "500 people march through the town", "Flight 404 lands safely"]
)
def test_a_number_in_a_headline_is_no_error(headline):
    story = STORY.replace("Bridge closes for a year", headline)
    assert read(f"<html><head><title>{headline} | Example</title></head><body>{story}</body></html>").value


def test_an_offer_in_the_head_of_the_page_makes_no_stub():
    offer = "<header><a href='/login'>Already a subscriber? Sign in</a></header>"
    outcome = read(page(body=f"{offer}<article>{STORY}</article>"))
    assert "paywalled-stub" not in [each.code for each in outcome.findings]
    assert outcome.value[0].pub_status == "usable"


def test_a_short_story_above_a_list_of_others_is_no_section_front():
    others = "".join(f"<h3><a href='/{each}'>Story number {each} of today</a></h3>" for each in range(12))
    outcome = read(
        page(body=f"<article>{STORY}</article><div>{others}</div>"), url="https://news.example/2025/bridge.html"
    )
    assert outcome.value[0].headline == "Bridge closes for a year"


def test_a_section_front_with_teasers_is_no_article():
    teasers = "".join(
        f"<article><h3><a href='/{each}'>Story number {each} of today</a></h3><p>What happened in brief, told in one line.</p></article>"
        for each in range(12)
    )
    body = f"<h1>World</h1>{teasers}"
    outcome = read(
        f"<html><head><title>World | Example</title></head><body>{body}</body></html>",
        url="https://news.example/world/",
    )
    assert outcome.value == ()


def test_an_address_in_microdata_that_is_none_does_no_harm():
    marked = '<a itemprop="url" href="http://[x/">here</a><span itemprop="headline">Bridge closes for a year</span>'
    outcome = read(page(body=f'<article itemscope itemtype="https://schema.org/NewsArticle">{marked}{STORY}</article>'))
    assert outcome.value[0].headline == "Bridge closes for a year"
