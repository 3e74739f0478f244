"""Counters of the receiver as Prometheus text (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4)."""

from __future__ import annotations

from collections import Counter

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """What happened since the start."""

    def __init__(self) -> None:
        self.answers: Counter[tuple[str, int]] = Counter()
        self.replayed = 0
        self.received_bytes = 0

    def text(self, documents: dict[str, int]) -> str:
        """The exposition; ``documents`` counts what is held by state."""
        lines = ["# TYPE newsgraph_answers_total counter"]
        lines += [
            f'newsgraph_answers_total{{method="{method}",status="{status}"}} {count}'
            for (method, status), count in sorted(self.answers.items())
        ]
        lines += [
            "# TYPE newsgraph_replayed_total counter",
            f"newsgraph_replayed_total {self.replayed}",
            "# TYPE newsgraph_received_bytes_total counter",
            f"newsgraph_received_bytes_total {self.received_bytes}",
            "# TYPE newsgraph_documents gauge",
        ]
        lines += [f'newsgraph_documents{{state="{state}"}} {count}' for state, count in sorted(documents.items())]
        return "\n".join(lines) + "\n"
