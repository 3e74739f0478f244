"""The adapter for chat-completions services, against a server that shares no code with it."""

from __future__ import annotations

import json

import msgspec
import pytest

from pipeline import config
from pipeline.annotate.statements import REPLY_SCHEMA
from pipeline.model.article import canonical_text
from pipeline.model.errors import UsageError
from pipeline.model.newsroom import AnnotatorSettings, ChatEndpoint
from pipeline.run.chat import World, chat_annotator
from pipeline.run.engines import annotator_of
from tests.annotate.articles import article
from tests.chat_server import Service, completion, serving, statements

TEXT = "Ana Lima opened the bridge."
PERSON = {"kind": "person", "name": "Ana Lima", "evidence": "Ana Lima opened the bridge."}


class Clock:
    """Time passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.time, self.slept = 0.0, []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    @property
    def world(self) -> World:
        return World(monotonic=lambda: self.time, now=lambda: self.time, sleep=self.sleep)


def asked(service: Service, clock: Clock | None = None, environment: dict[str, str] | None = None, **settings):
    with serving(service):
        endpoint = ChatEndpoint(url=service.url, model="test-model", **settings)
        ask, voice = chat_annotator(endpoint, environment or {}, (clock or Clock()).world)
        return ask(article(TEXT)), voice


def test_the_article_is_sent_as_it_stands_and_the_statements_come_back():
    service = Service(statements(PERSON))
    outcome, voice = asked(service, confidence=0.7)
    assert [(each.kind, each.name) for each in outcome.value] == [("person", "Ana Lima")]
    assert outcome.findings == ()
    assert (voice.name, voice.probability) == ("other:test-model", 0.7)
    request = service.asked[0]
    assert request["path"] == "/v1/chat/completions"
    assert request["model"] == "test-model"
    assert request["messages"][1] == {"role": "user", "content": canonical_text(article(TEXT))}
    assert request["temperature"] == 0
    assert request["response_format"]["json_schema"]["schema"] == REPLY_SCHEMA
    assert "authorization" not in service.headers[0]


@pytest.mark.parametrize(("reply_format", "expected"), [("json_object", {"type": "json_object"}), ("text", None)])
def test_services_that_know_no_schema_are_asked_without_one(reply_format, expected):
    service = Service(statements(PERSON))
    asked(service, reply_format=reply_format)
    assert service.asked[0].get("response_format") == expected


def test_the_key_comes_from_the_environment_and_stands_in_no_message():
    service = Service((401, {}, b"bad key sekret-1"))
    outcome, _ = asked(service, environment={"KEY": "sekret-1"}, key_env="KEY")
    assert service.headers[0]["authorization"] == "Bearer sekret-1"
    assert "401" in outcome.findings[0].message
    assert "sekret-1" not in outcome.findings[0].message


def test_a_busy_service_is_asked_again_when_it_wants_to_be():
    service, clock = Service((429, {"retry-after": "7"}, b""), (503, {}, b""), statements(PERSON)), Clock()
    outcome, _ = asked(service, clock)
    assert len(outcome.value) == 1
    assert clock.slept == [7.0, 2.0]


def test_the_time_for_one_article_is_never_exceeded():
    service, clock = Service((429, {"retry-after": "3600"}, b"")), Clock()
    outcome, _ = asked(service, clock, timeout_s=60.0)
    assert clock.slept == []
    assert [each.code for each in outcome.findings] == ["annotator-unreachable"]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((500, {}, b"<html>oops</html>"), "answered 500"),
        ((302, {"location": "http://127.0.0.1:1/"}, b""), "answered 302"),
        ((200, {}, b"not json"), "no chat completion"),
        ((200, {}, b'{"choices": []}'), "holds no text"),
        ((200, {}, b"\xff\xfe"), "no chat completion"),
        (completion(None), "holds no text"),
        (completion("Sorry, I cannot."), "it is no JSON"),
        (completion('{"statements": []', finish_reason="length"), "cut off"),
        ((200, {}, b"x" * 2_000_001), "more than"),
    ],
)
def test_an_answer_that_cannot_be_used_is_a_finding_with_the_reason(answer, words):
    outcome, _ = asked(Service(answer))
    assert outcome.value == ()
    assert [each.code for each in outcome.findings] == ["annotator-unreachable"]
    assert words in outcome.findings[0].message


def test_nobody_there_is_a_finding_after_every_attempt():
    clock = Clock()
    ask, _ = chat_annotator(ChatEndpoint(url="http://127.0.0.1:9/v1", model="m"), {}, clock.world)
    assert "no answer" in ask(article(TEXT)).findings[0].message
    assert len(clock.slept) == 2


@pytest.mark.parametrize(
    ("url", "key_env", "words"),
    [
        ("ftp://host/v1", None, "base address"),
        ("https://user:pw@host/v1", None, "base address"),
        ("https://host/v1?key=1", None, "base address"),
        ("http://models.example/v1", "KEY", "in clear"),
        ("https://models.example/v1", "ABSENT", "ABSENT"),
    ],
)
def test_settings_that_cannot_be_right_are_refused_before_anything_is_sent(url, key_env, words):
    with pytest.raises(UsageError, match=words):
        chat_annotator(ChatEndpoint(url=url, model="m", key_env=key_env), {"KEY": "k"})


def test_the_newsroom_chooses_the_service_and_every_statement_names_it():
    event = {"kind": "event", "name": "Painting of the hall", "evidence": "The hall was painted in green"}
    with serving(Service(statements(event))) as service:
        chat = ChatEndpoint(url=service.url, model="test-model", confidence=0.9)
        newsroom = msgspec.structs.replace(config.DEFAULT, annotator=AnnotatorSettings(chat=chat))
        annotations = annotator_of(newsroom, {})(article("The hall was painted in green.")).value
    assert [(each.name, each.by) for each in annotations.events] == [("Painting of the hall", "other:test-model")]
    assert annotations.annotator.endswith(" other:test-model")


def test_an_annotator_that_no_package_offers_is_a_usage_error():
    newsroom = msgspec.structs.replace(config.DEFAULT, annotator=AnnotatorSettings(use="nobody"))
    with pytest.raises(UsageError, match="no installed package offers an annotator 'nobody'"):
        annotator_of(newsroom, {})


def test_the_settings_are_read_strictly():
    head = '[site]\nurl = "https://example.org"\n[publisher]\nname = "X"\n'
    read = config.parse(f'{head}[annotator.chat]\nurl = "http://localhost/v1"\nmodel = "m"\n', name="t")
    assert read.annotator.chat == ChatEndpoint(url="http://localhost/v1", model="m")
    with pytest.raises(UsageError, match=r"annotator\.chat"):
        config.parse(f'{head}[annotator.chat]\nurl = "http://localhost/v1"\nmodel = "m"\ntimeout_s = 500.0\n', name="t")


def test_the_schema_of_a_reply_is_that_of_the_statements():
    listed = REPLY_SCHEMA["properties"]["statements"]["items"]
    assert set(listed["required"]) == set(listed["properties"])
    assert json.dumps(listed)
