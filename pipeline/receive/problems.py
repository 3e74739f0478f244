"""What a receiver says when it refuses: a problem of the protocol, sent as problem+json (RFC 9457)."""

from __future__ import annotations

from typing import Any

from starlette.responses import Response

from pipeline.standards import problem_details
from pipeline.standards.problem_details import Problem


class Refused(Exception):  # noqa: N818 - an answer, not an error of ours
    """The request is answered with this problem."""

    def __init__(self, problem: Problem, headers: dict[str, str] | None = None) -> None:
        super().__init__(problem.summary())
        self.problem = problem
        self.headers = headers or {}


def refuse(
    status: int,
    kind: str,
    detail: str,
    *,
    errors: tuple[dict[str, Any], ...] = (),
    headers: dict[str, str] | None = None,
) -> Refused:
    """A problem of the protocol: ``kind`` names it (``urn:newsgraph:problem:<kind>``)."""
    title = kind.replace("-", " ").capitalize()
    problem = Problem(type=f"urn:newsgraph:problem:{kind}", title=title, status=status, detail=detail, errors=errors)
    return Refused(problem, headers)


def response(refused: Refused) -> Response:
    """The HTTP response."""
    return Response(
        problem_details.write(refused.problem),
        status_code=refused.problem.status or 500,
        media_type=problem_details.MEDIA_TYPE,
        headers=refused.headers,
    )
