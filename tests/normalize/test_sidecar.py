from pipeline.model.article import Article, Origin
from pipeline.model.newsroom import Newsroom, Publisher, Site
from pipeline.model.sidecar import Correction, Credit, Image, Sidecar
from pipeline.model.source import Source
from pipeline.normalize.sidecar import apply_sidecar, parse

NEWSROOM = Newsroom(site=Site(url="https://news.example"), publisher=Publisher(name="Example"))


def applied(sidecar: Sidecar, **fields: object):
    article = Article(slug="", url="", source="a", **fields)
    return apply_sidecar(article, Source(name="a", content=b"", sidecar=sidecar), NEWSROOM)


def test_json_and_toml_say_the_same():
    as_json = parse(b'{"headline": "Bridge closes", "datePublished": "2025-05-01"}', "a.sidecar.json")
    as_toml = parse(b'headline = "Bridge closes"\ndatePublished = "2025-05-01"\n', "a.sidecar.toml")
    assert as_json.value == as_toml.value
    assert as_json.value.headline == "Bridge closes"


def test_an_unknown_key_is_an_error_that_names_it():
    outcome = parse(b'{"headlin": "x"}', "in/a.sidecar.json")
    assert outcome.value is None
    assert outcome.findings[0].path == "in/a.sidecar.json"
    assert "headlin" in outcome.findings[0].message


def test_a_wrong_type_is_an_error_with_its_place():
    outcome = parse(b'{"author": [{"name": 5}]}', "a.sidecar.json")
    assert outcome.findings[0].code == "sidecar-invalid"
    assert "$.author[0].name" in outcome.findings[0].message or "$.author[...].name" in outcome.findings[0].message


def test_broken_json_toml_and_bytes_are_errors_not_exceptions():
    for content, name in (
        (b"{", "a.json"),
        (b"= 1", "a.toml"),
        (b"\xff\xfe", "a.json"),
        (b"\xff", "a.toml"),
        (b"[" * 100_000, "a.json"),
    ):
        assert parse(content, name).findings[0].severity == "error"


def test_an_impossible_date_is_an_error():
    assert (
        "2025-02-30" in parse(b'{"datePublished": "2025-02-30"}', "a.json").findings[0].message
        or parse(b'{"datePublished": "2025-02-30"}', "a.json").findings
    )


def test_a_toml_date_is_read_as_well_as_text():
    assert (
        parse(b'datePublished = "2025-05-01T09:00:00+02:00"', "a.toml").value.date_published
        == "2025-05-01T09:00:00+02:00"
    )


def test_the_newsrooms_word_wins_and_the_loser_stays_inspectable():
    outcome = applied(Sidecar(headline="Ours"), headline="Theirs", origins={"headline": Origin(source="json-ld")})
    assert outcome.value.headline == "Ours"
    assert outcome.value.origins["headline"] == Origin(source="sidecar", also=(("json-ld", "Theirs"),))


def test_plain_names_become_credits_and_plain_addresses_pictures():
    article = applied(
        Sidecar(
            author=("Ann Lee", Credit(name="Desk", type="Organization")),
            publisher="Example",
            image="https://x.example/a.jpg",
            correction="It was May.",
        )
    ).value
    assert article.author == (Credit(name="Ann Lee"), Credit(name="Desk", type="Organization"))
    assert article.publisher == Credit(name="Example", type="Organization")
    assert article.image == (Image(url="https://x.example/a.jpg"),)
    assert article.correction == (Correction(text="It was May."),)


def test_an_address_that_is_not_absolute_is_refused():
    outcome = applied(Sidecar(url="/story"))
    assert outcome.value.url == ""
    assert outcome.findings[0].code == "sidecar-url-invalid"


def test_what_a_sidecar_leaves_out_stays():
    article = applied(Sidecar(headline="Ours"), description="As it was").value
    assert article.description == "As it was"


def test_every_key_of_a_sidecar_is_a_field_of_the_article():
    assert set(Sidecar.__struct_fields__) <= set(Article.__struct_fields__)
