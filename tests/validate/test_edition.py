import json

from benchmarks import mutants
from pipeline.run import validation
from pipeline.validate.selection import Selection

SITE = mutants.SITE
CONTEXT = {"@context": "https://schema.org"}


def check(**files):
    request = validation.Request(now=mutants.NOW)
    targets = [validation.Target(name=name, content=text.encode()) for name, text in files.items()]
    checked = validation.as_edition(list(validation.check(request, targets)), Selection())
    return {each.path: [(found.code, found.pointer) for found in each.findings] for each in checked}


def document(*nodes):
    return json.dumps({**CONTEXT, "@graph": list(nodes)})


ADA = {"@id": f"{SITE}/p/ada", "@type": "Person", "name": "Ada Byron"}
OFFICE = {"@id": f"{SITE}/o/1", "@type": "Organization", "name": "Office", "employee": {"@id": f"{SITE}/p/ada"}}


def test_a_reference_that_another_file_resolves_does_not_dangle():
    assert check(one=document(OFFICE)) == {"one": [("dangling-reference", "/@graph/0/employee/@id")]}
    assert check(one=document(OFFICE), two=document(ADA)) == {"one": [], "two": []}


def test_two_files_that_name_one_thing_differently_contradict_each_other():
    found = check(one=document(ADA), two=document({**ADA, "name": "Ada Lovelace"}))
    assert found["two"] == [("edition-contradiction", "/@graph/0")]


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
    assert ("edition-name-varies", "/@graph/0") in check(one=document({**OFFICE, **url}, ADA), two=two)["two"]


def test_a_contradiction_is_told_once_whatever_the_number_of_files():
    other = document({**ADA, "name": "Grace Hopper", "jobTitle": "admiral"})
    found = check(one=document({**ADA, "jobTitle": "envoy"}), two=other, three=other, four=other)
    assert [code for each in found.values() for code, _ in each].count("edition-contradiction") == 1
