"""What each wire format states comes into the record: one sample a format, read through ``normalize``."""

from __future__ import annotations

from pipeline.model.article import Subject
from pipeline.model.sidecar import Correction, Credit, Image
from tests.normalize.readers.samples import articles, body, codes, names, outcome, sample

FERRY = [("paragraph", "The ferry sails."), ("paragraph", "It was full.")]


def test_an_rss_item_gives_head_body_pictures_and_rights() -> None:
    ferry, _ = articles("rss.xml")
    assert (ferry.headline, ferry.url, ferry.identifier) == (
        "Ferry & bridge reopen", "https://harbour.example/2025/03/ferry", "hg-1001",
    )  # fmt: skip
    assert (ferry.date_published, ferry.date_modified) == ("2025-03-03T09:30:00+01:00", "2025-03-03T11:00:00+01:00")
    assert names(ferry.author) == ["Ada Marsh", "Ben Quay"]
    assert ferry.keywords == ("Transport", "Shipping")
    assert ferry.subjects == (Subject(name="Shipping", scheme="https://cv.example/topics"),)
    assert ferry.publisher == Credit(name="Harbour Gazette", type="Organization", url="https://harbour.example/")
    assert (ferry.in_language, ferry.copyright_notice) == ("en-GB", "© 2025 Harbour Gazette")
    assert body(ferry) == [
        ("paragraph", "The ferry sailed at nine. It was full."), ("heading", "Why it closed"),
        ("paragraph", "Storm damage, said the port."), ("quote", "We are glad."), ("list-item", "Nine days"), ("list-item", "Two ships"),
    ]  # fmt: skip
    assert ferry.correction == (Correction(text="An earlier version named the wrong quay."),)
    assert [each.reason for each in ferry.dropped] == ["feed footer"]
    assert ferry.image == (
        Image(
            url="https://harbour.example/lead.jpg",
            caption="The bridge.",
            credit_text="Cleo Pier",
            width=1600,
            height=900,
        ),
        Image(
            url="https://harbour.example/ferry.jpg",
            caption="The ferry at its berth.",
            text="A ferry",
            width=1200,
            height=800,
        ),
    )
    assert ferry.additional_property == {"x:desk": "Port desk"}


def test_an_rss_item_with_a_teaser_only_says_so() -> None:
    told = [each for each in outcome(sample("rss.xml"), name="f").findings if each.path == "f (item 2)"]
    assert {each.code for each in told} == {"item-summary-only", "date-unreadable", "date-published-missing"}
    assert articles("rss.xml")[1].description == "Only a line."


def test_an_atom_entry_gives_its_own_language_author_and_licence() -> None:
    entry, _ = articles("atom.xml")
    assert (entry.headline, entry.url) == ("Pris <b> opp", "https://fjord.example/pris")
    assert entry.author == (Credit(name="Kari Vik", url="https://fjord.example/kari"),)
    assert (entry.in_language, entry.license) == ("nn", "https://creativecommons.org/licenses/by/4.0/")
    assert body(entry) == [("paragraph", "Straumen vart dyrare."), ("paragraph", "Det seier Vik.")]
    assert entry.publisher is not None
    assert entry.publisher.name == "Fjord & Fjell"


def test_a_deleted_entry_is_a_canceled_article() -> None:
    _, deleted = articles("atom.xml")
    assert (deleted.pub_status, deleted.url, deleted.date_modified) == (
        "canceled", "https://fjord.example/borte", "2025-05-02T07:00:00Z",
    )  # fmt: skip


def test_a_json_feed_item_keeps_extensions_and_tells_unknown_names() -> None:
    first, second = articles("feed.json")
    assert (first.headline, first.description, body(first)) == ("Ferry reopens", "It sails.", FERRY)
    assert first.author == (Credit(name="Ada Marsh", url="https://harbour.example/ada"),)
    assert first.additional_property == {"_views": {"today": 4}, "mood": "glad"}
    assert (second.identifier, names(second.author)) == ("7", ["The Desk"])
    assert {"property-unknown", "date-unreadable"} <= set(codes(sample("feed.json")))


def test_ninjs_1_gives_everything_it_states() -> None:
    (item,) = articles("ninjs-1.json")
    assert (item.identifier, item.version, item.url) == ("urn:harbour:2001", "3", "https://harbour.example/ferry")
    assert (item.headline, item.description, item.dateline, item.in_language) == (
        "Ferry reopens", "It sails again.", "Kirkwall", "en-GB",
    )  # fmt: skip
    assert (item.date_published, item.date_modified, item.embargoed) == (
        "2025-03-03T09:30:00+01:00", "2025-03-03T11:00:00+01:00", "2025-03-03T12:00:00+01:00",
    )  # fmt: skip
    assert (item.copyright_holder, item.copyright_notice, item.usage_info) == (
        "Harbour Press", "© 2025 Harbour Press", "No archive.",
    )  # fmt: skip
    assert (item.editorial_note, item.urgency, item.genre, item.pub_status) == (
        "Update at 2 pm.",
        3,
        ("Current",),
        "usable",
    )
    assert names(item.author) == ["Ada Marsh", "Ben Quay"]
    assert [(each.kind, each.name, each.relation) for each in item.subjects] == [
        ("topic", "shipping", None), ("person", "Mara Kelp", "about"), ("place", "Kirkwall", "mentions"),
    ]  # fmt: skip
    assert item.image[0].url == "https://harbour.example/l.jpg"
    assert body(item) == FERRY
    assert item.additional_property["houseStyle"] == {"desk": "port"}
    assert codes(sample("ninjs-1.json")) == ["property-unknown"]


def test_ninjs_3_prefers_the_main_headline_and_the_richest_body() -> None:
    (item,) = articles("ninjs-3.json")
    assert (item.headline, item.alternative_headline) == ("Ferry reopens", "After nine days")
    assert (item.pub_status, item.embargoed) == ("withheld", "2025-03-03T12:00:00+01:00")
    assert item.author == (Credit(name="Ada Marsh", url="https://harbour.example/ada"),)
    assert body(item) == FERRY
    place = next(each for each in item.subjects if each.kind == "place")
    assert (place.latitude, place.longitude) == (58.98, -2.96)
    assert item.license == "https://creativecommons.org/licenses/by/4.0/"
    assert len(item.additional_property["headlines"]) == 3
    assert codes(sample("ninjs-3.json")) == []


def test_newsml_g2_gives_every_item_of_a_message() -> None:
    ferry, quay = articles("newsml-g2.xml")
    assert (ferry.identifier, ferry.version) == ("urn:newsml:harbour.example:20250303:ferry", "5")
    assert (ferry.pub_status, ferry.embargoed, ferry.urgency) == ("withheld", "2025-03-03T12:00:00+01:00", 3)
    assert (ferry.copyright_holder, ferry.usage_info) == ("Harbour Press", "No archive.")
    assert ferry.correction == (Correction(text="Names the quay rightly."),)
    assert [(each.kind, each.name) for each in ferry.subjects] == [
        ("topic", "shipping"), ("person", "Mara Kelp"), ("organization", "Orca Lines"), ("place", "Kirkwall"), ("event", "Reopening"),
    ]  # fmt: skip
    assert body(ferry) == FERRY
    assert ferry.author == (Credit(name="Ada Marsh", identifier="staff:am"),)
    assert quay.author == (Credit(name="Ben Quay", job_title="Port Editor"),)
    assert body(quay) == [("paragraph", "A quay.")]


def test_what_the_record_has_no_field_for_is_kept_under_its_own_name() -> None:
    ferry, _ = articles("newsml-g2.xml")
    assert ferry.additional_property == {"itemClass": {"qcode": "ninat:text"}, "signal": {"qcode": "sig:correction"}}
    (item,) = articles("nitf.xml")
    assert item.additional_property["pubdata"]["position.section"] == "Transport"
    feed = '<rss><channel><item><title>A</title><enclosure url="https://x.example/a.mp3" type="audio/mpeg"/><a>1</a><a>2</a></item></channel></rss>'
    (entry,) = outcome(feed).value
    assert entry.additional_property == {
        "enclosure": {"url": "https://x.example/a.mp3", "type": "audio/mpeg"}, "a": ["1", "2"],
    }  # fmt: skip


def test_nitf_gives_head_and_marked_up_names() -> None:
    (item,) = articles("nitf.xml")
    assert (item.headline, item.alternative_headline, item.description) == (
        "Ferry reopens", "After nine days", "It sails again.",
    )  # fmt: skip
    assert item.author == (Credit(name="Ada Marsh", job_title="Staff Reporter"),)
    assert names(item.contributor) == ["Ben Quay"]
    assert (item.date_published, item.embargoed, item.expires) == (
        "2025-03-03T09:30:00+01:00", "2025-03-03T12:00:00+01:00", "2025-04-01",
    )  # fmt: skip
    assert (item.copyright_holder, item.copyright_year, item.article_section) == ("Harbour Press", 2025, ("Transport",))
    assert [(each.kind, each.name) for each in item.subjects] == [
        ("topic", "shipping"), ("place", "Kirkwall, GBR"), ("person", "Mara Kelp"), ("organization", "Orca Lines"),
    ]  # fmt: skip
    assert item.image == (
        Image(url="https://harbour.example/l.jpg", caption="The ferry.", creator="Cleo Pier", width=1600, height=900),
    )
    assert body(item) == [
        ("paragraph", "The ferry of Orca Lines sails, said Mara Kelp."),
        ("paragraph", "It was full."),
    ]


def test_a_lead_and_a_name_that_an_archive_repeats_are_taken_once() -> None:
    nitf = """<nitf><body><body.head><hedline><hl1>A</hl1></hedline><byline>By BEN QUAY</byline><byline>Quay, Ben</byline></body.head>
    <body.content><block class="lead"><p>The ferry sails.</p></block>
    <block class="full"><p>The ferry sails.</p><p>It was full.</p></block></body.content></body></nitf>"""
    (item,) = outcome(nitf).value
    assert (names(item.author), body(item)) == (["Ben Quay"], FERRY)
    assert [each.text for each in item.dropped] == ["The ferry sails."]


def test_wordpress_tells_the_zone_from_local_time_and_utc() -> None:
    published, scheduled = articles("wordpress.json")
    assert published.date_published == "2025-03-03T09:30:00+01:00"
    assert (published.headline, published.article_section, published.keywords) == (
        "Ferry & bridge reopen", ("Transport",), ("Shipping",),
    )  # fmt: skip
    assert published.author == (Credit(name="Ada Marsh", url="https://harbour.example/author/ada/"),)
    assert published.image[0].width == 1600
    assert scheduled.embargoed == "2031-01-01T09:00:00+01:00"


def test_a_wordpress_export_gives_posts_with_their_authors_and_pictures() -> None:
    post, draft = articles("wxr.xml")
    assert names(post.author) == ["Ada Marsh"]
    assert body(post) == [*FERRY, ("paragraph", "It sails at nine.")]
    assert [each.caption for each in post.image] == ["The ferry.", "The quay."]
    assert (post.date_published, draft.date_published) == ("2025-03-03T09:30:00+01:00", "2025-03-04T09:30:00")
    assert (post.pub_status, draft.pub_status) == ("usable", "withheld")
    assert "items-left" in codes(sample("wxr.xml"))


def test_json_ld_gives_what_its_nodes_say_of_the_article() -> None:
    (item,) = articles("article.jsonld")
    assert (item.headline, item.alternative_headline, item.identifier) == ("Ferry reopens", "After nine days", "hp-77")
    assert item.author == (
        Credit(name="Ada Marsh", url="https://harbour.example/ada", job_title="Staff Reporter"),
        Credit(name="Ben Quay"),
    )
    assert [(each.kind, each.name, each.relation, each.same_as) for each in item.subjects] == [
        ("person", "Mara Kelp", "about", ("https://www.wikidata.org/wiki/Q1",)),
        ("place", "Kirkwall", "mentions", ()),
        ("organization", "Orca Rowers", "mentions", ()),
    ]
    assert (item.keywords, item.article_section) == (("ferry", "shipping"), ("Transport",))
    assert [(each.text, each.date_published) for each in item.correction] == [
        ("The quay was named wrongly.", "2025-03-03")
    ]
    assert body(item) == FERRY
    assert (item.is_accessible_for_free, item.image[0].url) == (True, "https://harbour.example/l.jpg")
    assert codes(sample("article.jsonld")) == []


def test_an_email_gives_its_text_without_labels_and_what_follows_the_end() -> None:
    (release,) = articles("release.eml")
    assert release.headline == "Orca Lines reopens ferry"
    assert release.author == (Credit(name="Håvard Kelp", email="press@orca.example"),)
    assert release.embargoed == "2025-03-03T12:00+01:00"
    assert [kind for kind, _ in body(release)] == ["paragraph", "paragraph"]
    assert "København" in release.paragraphs[0].text
    assert [each.text for each in release.dropped][:2] == ["ENDS", "Contact: press@orca.example"]
    assert "attachment-left" in codes(sample("release.eml"))


def test_an_embargo_whose_end_is_unclear_withholds_the_release() -> None:
    mail = "From: A <a@b.example>\nTo: c@d.example\nSubject: x\nDate: Mon, 3 Mar 2025 09:30:00 +0100\n\nEMBARGOED until noon\n\nThe ferry sails.\n"
    found = outcome(mail)
    assert found.value[0].pub_status == "withheld"
    assert "embargo-unclear" in [each.code for each in found.findings]
