"""An endpoint's answer in, a reply out: delivered, superseded, again later, refused, gone. Pure.

RFC 9110 (status codes, Retry-After), RFC 9457 (problem+json), Standard Webhooks (410 ends the subscription).
"""

from __future__ import annotations

from pipeline.deliver.parcel import Fault, Reply, Verdict
from pipeline.deliver.transport import Answer, TransportFault
from pipeline.standards import problem_details
from pipeline.standards.retry_after import seconds_to_wait

BUSY = frozenset({408, 425, 429, 503})
ABOUT_THE_ARTICLE = frozenset({400, 413, 415, 422, 428})
ADVICE = {
    401: "Check the token or the secret that the endpoint expects",
    403: "Ask the endpoint to accept this newsroom, or correct the credentials",
    404: "Correct the endpoint's url",
    405: "The url takes no PUT: name the collection that takes articles",
    413: "The document is too large for this endpoint",
    415: "The endpoint does not take application/ld+json",
    422: "Correct what the findings name; a new build sends the corrected version",
}


def judge(answer: Answer, *, now: float) -> Reply:
    """The reply for any status but 412, whose meaning depends on what the endpoint holds."""
    status = answer.status
    if 200 <= status < 300:
        return _judge_success(answer)
    if status == 410:
        return _reply(answer, "gone", "misdirected")
    if status == 409:
        return _reply(answer, "retry", "article", now=now)
    if status in BUSY or status >= 500:
        return _reply(answer, "retry", "busy" if status in BUSY else "broken", now=now)
    if 300 <= status < 400:
        target = printable(answer.headers.get("location", "nowhere")[:200])
        detail = f"redirects to {target}; redirects are not followed. Set the endpoint's url to where it really is"
        return Reply(verdict="refused", fault="misdirected", status=status, detail=f"{status}: {detail}")
    return _reply(answer, "refused", "article" if status in ABOUT_THE_ARTICLE else "misdirected")


def judge_fault(fault: TransportFault) -> Reply:
    """The reply when no answer came."""
    return Reply(verdict="retry", fault=fault.kind, detail=fault.detail, unsent=fault.kind == "unreachable")


def usable_etag(answer: Answer) -> str | None:
    """The strong ETag of an answer; a weak one can never match in If-Match (RFC 9110, section 13.1.1)."""
    etag = answer.headers.get("etag", "").strip()
    sound = 2 <= len(etag) <= 256 and etag.isascii() and etag.isprintable()
    return etag if sound and etag.startswith('"') and etag.endswith('"') else None


def article_version(answer: Answer, header: str = "article-version") -> int | None:
    """The version that the endpoint says it holds, if it says so."""
    text = answer.headers.get(header, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


def is_page(answer: Answer) -> bool:
    """Whether a web page came where an endpoint should be: a login form, a captive portal, a site's error page."""
    start = answer.content[:512].lstrip().lower()
    return answer.media_type == "text/html" and start.startswith((b"<!doctype", b"<html", b"<head", b"<!--"))


def _judge_success(answer: Answer) -> Reply:
    if is_page(answer) and usable_etag(answer) is None:
        detail = f"{answer.status}, but with a web page: this is no endpoint that stored the document. Correct the endpoint's url"
        return Reply(verdict="retry", fault="misdirected", status=answer.status, detail=detail)
    return Reply(verdict="delivered", status=answer.status, etag=usable_etag(answer))


def _reply(answer: Answer, verdict: Verdict, fault: Fault, *, now: float | None = None) -> Reply:
    problem = problem_details.read(answer.headers.get("content-type", ""), answer.content)
    said = printable(problem.summary()) if problem else _excerpt(answer)
    advice = ADVICE.get(answer.status, "")
    detail = ". ".join(each for each in (f"{answer.status}: {said}" if said else str(answer.status), advice) if each)
    wait = seconds_to_wait(answer.headers.get("retry-after"), now=now) if now is not None else None
    return Reply(
        verdict=verdict,
        fault=fault,
        status=answer.status,
        detail=detail[:1000],
        problem=problem_details.write(problem).decode() if problem else None,
        wait_s=wait,
    )


def _excerpt(answer: Answer) -> str:
    """The first words of a plain answer; a page's markup helps nobody."""
    if is_page(answer) or not answer.content:
        return "a web page" if answer.content else ""
    return printable(answer.content[:300].decode("utf-8", "replace"))


def printable(text: str) -> str:
    """One line without control characters: what an endpoint says must not steer a terminal."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())
