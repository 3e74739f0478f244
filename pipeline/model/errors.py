"""What stops a run: the setup or the world is wrong. The text always ends with what to do."""

from __future__ import annotations


class PipelineError(Exception):
    """Setup or world is wrong; the message says what, where and what to do. Never raised for a bad article."""


class UsageError(PipelineError):
    """The command line or the configuration is wrong (exit code 2)."""


class DeliveryError(PipelineError):
    """Something could not be delivered and stays in the outbox (exit code 3)."""
