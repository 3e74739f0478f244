"""An article that could not be finished because of a fault of ours or of the machine; the other articles go on."""

from __future__ import annotations

import msgspec

from pipeline.model.finding import Finding


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """``source`` as the user gave it, the ``stage`` that failed, the ``error`` in one line, and the ``trace`` for a report."""

    source: str
    stage: str
    error: str
    trace: str = ""

    @property
    def finding(self) -> Finding:
        """The failure as a finding, so that it stands in every report."""
        return Finding(
            code="article-failed",
            severity="error",
            path=self.source,
            message=f"The article could not be finished: {self.stage}: {self.error}",
            hint="The other articles were done. Please report this with the output of --debug.",
        )
