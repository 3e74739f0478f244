import json

from benchmarks import mutants
from pipeline.run import validation

SITE = mutants.SITE
CONTEXT = {"@context": "https://schema.org"}


def checked(**files):
    request = validation.Request(now=mutants.NOW)
    targets = [validation.Target(name=name, content=text.encode()) for name, text in files.items()]
    return validation.as_edition(list(validation.check(request, targets)), request, targets)


def check(**files):
    return {each.path: [(found.code, found.pointer) for found in each.findings] for each in checked(**files)}


def places(name, **files):
    """Code, line, column and excerpt of what is found in one of the files."""
    one = next(each for each in checked(**files) if each.path == name)
    return [
        (found.code, found.line, found.column, piece and piece.text)
        for found, piece in zip(one.findings, one.excerpts, strict=True)
    ]


def document(*nodes):
    return json.dumps({**CONTEXT, "@graph": list(nodes)})


ADA = {"@id": f"{SITE}/p/ada", "@type": "Person", "name": "Ada Byron"}
OFFICE = {"@id": f"{SITE}/o/1", "@type": "Organization", "name": "Office", "employee": {"@id": f"{SITE}/p/ada"}}


def test_a_reference_that_another_file_resolves_does_not_dangle():
    assert check(one=document(OFFICE)) == {"one": [("dangling-reference", "/@graph/0/employee/@id")]}
    assert check(one=document(OFFICE), two=document(ADA)) == {"one": [], "two": []}


def test_two_files_that_name_one_thing_differently_contradict_each_other():
    found = check(one=document(ADA), two=document({**ADA, "name": "Ada Lovelace"}))
    assert found["two"] == [("edition-contradiction", "/@graph/0/name")]


def test_two_articles_with_one_id_are_an_error():
    article = mutants.graph()["@graph"][0]
    alone = {
        key: article[key]
        for key in ("@id", "@type", "headline", "url", "datePublished", "dateModified", "image", "author")
    }
    found = check(one=document(alone), two=document({**alone, "headline": "Another article"}))
    assert "edition-two-articles" in [code for code, _ in found["two"]]


def test_the_same_article_in_two_files_is_none():
    text = json.dumps(mutants.graph())
    assert check(one=text, two=text) == {"one": [], "two": []}


def test_a_sitemap_that_lists_a_page_without_article_is_told():
    sitemap = (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"<url><loc>{SITE}/a</loc></url>\n<url><loc>{SITE}/gone</loc></url></urlset>"
    )
    found = check(one=json.dumps(mutants.graph()), sitemap=sitemap)
    assert found["sitemap"] == [("edition-unknown-address", "")]


def test_a_broader_type_another_spelling_and_initials_do_not_contradict():
    place = {"@id": f"{SITE}/l/1", "@type": "City", "name": "Bergen-by", "geo": None}
    union = {"@id": f"{SITE}/o/2", "@type": "Organization", "name": "European Union", "url": "https://eu.example"}
    one = document({**place, "geo": {"@id": f"{SITE}/g"}}, union)
    two = document({**place, "@type": "Place", "name": "Bergen By"}, {**union, "name": "EU"})
    codes = {code for found in check(one=one, two=two).values() for code, _ in found}
    assert not codes & {"edition-contradiction", "edition-name-varies"}


def test_a_name_that_is_part_of_another_is_no_more_than_an_info():
    url = {"url": "https://office.example"}
    two = document({**OFFICE, **url, "name": "Office of the Harbour"}, ADA)
    assert ("edition-name-varies", "/@graph/0/name") in check(one=document({**OFFICE, **url}, ADA), two=two)["two"]


def test_a_contradiction_is_told_once_whatever_the_number_of_files():
    other = document({**ADA, "name": "Grace Hopper", "jobTitle": "admiral"})
    found = check(one=document({**ADA, "jobTitle": "envoy"}), two=other, three=other, four=other)
    assert [code for each in found.values() for code, _ in each].count("edition-contradiction") == 1


def test_a_contradiction_stands_at_its_line_and_column():
    text = json.dumps({**CONTEXT, **ADA, "name": "Ada Lovelace"}, indent=1)
    found = places("two", one=json.dumps({**CONTEXT, **ADA}), two=text)
    assert found == [("edition-contradiction", 5, 10, '"name": "Ada Lovelace"')]


def test_a_contradiction_in_the_second_script_of_a_page_stands_there():
    other = json.dumps({**CONTEXT, **ADA, "@type": "Organization", "name": "Ada Byron"})
    page = (
        '<!doctype html><html><head><title>A</title>\n<script type="application/ld+json">'
        + json.dumps({**CONTEXT, "@id": f"{SITE}/o/1", "@type": "Organization", "name": "Office"})
        + f'</script>\n<script type="application/ld+json">{other}</script></head><body></body></html>'
    )
    found = places("page", one=json.dumps({**CONTEXT, **ADA}), page=page)
    at = '<script type="application/ld+json">' + other
    column = at.index('"Organization"') + 1
    assert ("edition-contradiction", 3, column) in [each[:3] for each in found]


def test_a_contradiction_in_json_lines_stands_in_its_line():
    lines = [json.dumps({**CONTEXT, **OFFICE, "employee": "Eve"}), json.dumps({**CONTEXT, **ADA, "name": "Eve Stone"})]
    found = places("two", one=json.dumps({**CONTEXT, **ADA}), two="\n".join(lines))
    assert [each[:2] for each in found if each[0] == "edition-contradiction"] == [("edition-contradiction", 2)]


def test_in_json_lines_each_reference_is_resolved_by_itself():
    lines = [json.dumps({**CONTEXT, **OFFICE, "employee": {"@id": f"{SITE}/p/{name}"}}) for name in ("eve", "ada")]
    found = places("one", one="\n".join(lines), two=json.dumps({**CONTEXT, **ADA}))
    assert [each[:2] for each in found if each[0] == "dangling-reference"] == [("dangling-reference", 1)]


def test_an_entry_of_a_sitemap_stands_at_its_element_even_where_all_is_one_line():
    sitemap = (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{SITE}/a</loc></url><url><loc>{SITE}/gone</loc></url></urlset>"
    )
    found = places("map", one=json.dumps(mutants.graph()), map=sitemap)
    assert [each[:3] for each in found] == [("edition-unknown-address", 1, sitemap.rindex("<loc>") + 1)]


def test_an_entry_of_a_json_feed_stands_at_its_address():
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": []}
    feed["items"] = [{"id": "1", "url": f"{SITE}/gone", "content_text": "A."}]
    found = places("feed", one=json.dumps(mutants.graph()), feed=json.dumps(feed, indent=1))
    assert [each[:3] for each in found] == [("edition-unknown-address", 7, 11)]


def test_a_moment_in_two_zones_and_a_date_that_says_less_do_not_contradict():
    born = {**ADA, "birthDate": "1815-12-10"}
    assert check(one=document(born), two=document({**born, "birthDate": "1815"})) == {"one": [], "two": []}
    article = mutants.graph()
    article["@graph"][0]["datePublished"] = "2014-11-18T09:00:00+09:00"
    other = mutants.graph()
    other["@graph"][0]["datePublished"] = "2014-11-18T00:00:00Z"
    found = check(one=json.dumps(article), two=json.dumps(other))
    assert "edition-two-articles" not in [code for code, _ in found["two"]]


ARTICLE = {**CONTEXT, "@id": f"{SITE}/b", "@type": "NewsArticle", "headline": "Envoy leaves for talks in Bergen", "url": f"{SITE}/b",
           "datePublished": "2014-11-18T09:00:00+09:00"}  # fmt: skip


def news_sitemap(title, day):
    return (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">\n'
        f"<url><loc>{SITE}/b</loc><n:news><n:publication><n:name>A</n:name><n:language>en</n:language></n:publication>\n"
        f"<n:publication_date>{day}</n:publication_date>\n<n:title>{title}</n:title></n:news></url></urlset>"
    )


def rss(title, day):
    return (
        f'<rss version="2.0"><channel><title>A</title><link>{SITE}</link><description>B</description>\n<item><link>{SITE}/b</link>'
        f"<guid>{SITE}/b</guid>\n<title>{title}</title>\n<pubDate>{day}</pubDate></item></channel></rss>"
    )


def differing(text):
    found = places("list", one=json.dumps(ARTICLE), list=text)
    return [each[1] for each in found if each[0] == "edition-entry-differs"]


def test_a_sitemap_of_news_says_title_and_day_as_the_article_does():
    assert differing(news_sitemap("Envoy leaves for talks in Bergen", "2014-11-18")) == []
    assert differing(news_sitemap("Envoy leaves for talks", "2014-11-18T00:00:00Z")) == []
    assert differing(news_sitemap("Envoy goes to Bergen for talks", "2014-11-18")) == [4]
    assert differing(news_sitemap("Envoy leaves for talks in Bergen", "2014-11-28")) == [3]


def test_a_feed_may_shorten_a_title_and_not_tell_another_story():
    assert differing(rss("Envoy off to Bergen talks", "Tue, 18 Nov 2014 00:00:00 GMT")) == []
    assert differing(rss("Stocks rally after rate cut", "Tue, 18 Nov 2014 00:00:00 GMT")) == [3]
    assert differing(rss("Envoy off to Bergen talks", "Fri, 28 Nov 2014 00:00:00 GMT")) == [4]


def test_a_json_feed_is_held_against_the_article_too():
    item = {"id": "1", "url": f"{SITE}/b", "title": "Stocks rally after rate cut", "content_text": "A."}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [item]}
    assert differing(json.dumps(feed, indent=1)) == [8]
