"""The reference receiver: an ASGI application that stores what a newsroom delivers and serves it."""

from pipeline.receive.embedded import Embedded, embedded

__all__ = ["Embedded", "embedded"]
