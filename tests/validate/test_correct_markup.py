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
    assert "unknown-property" in [each.code for each in VALIDATE(text.encode())]
