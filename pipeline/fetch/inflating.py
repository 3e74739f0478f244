"""A gzip stream of any number of members (RFC 1952) as a stream of plain bytes, in bounded memory; a cut end is told."""

from __future__ import annotations

import zlib
from typing import BinaryIO

CHUNK_BYTES = 262_144


class CutError(Exception):
    """The compressed data ends in the middle or is damaged; what came before was whole."""


class Inflating:
    """Reads decompressed bytes; raises ``CutError`` where the data is cut or damaged, after giving all that came before."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        self._rest = b""
        self._ended = False
        self._between = True

    def read(self, size: int) -> bytes:
        """Up to ``size`` bytes, at least one unless the data has ended."""
        while not self._ended:
            source = self._rest or self._file.read(CHUNK_BYTES)
            self._rest = b""
            produced = self._inflate(source, size)
            if produced:
                return produced
            if not source:
                self._ended = True
                if not self._between:
                    raise CutError("the compressed data ends in the middle")
        return b""

    def _inflate(self, source: bytes, size: int) -> bytes:
        if self._between:
            source = source.lstrip(b"\0")  # padding between members
            if not source:
                return b""
            self._between = False
        try:
            produced = self._decoder.decompress(source, size)
        except zlib.error as error:
            self._ended = True
            raise CutError(f"the compressed data is damaged ({error})") from error
        self._rest = self._decoder.unconsumed_tail
        if self._decoder.eof:
            self._rest = self._decoder.unused_data
            self._decoder = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
            self._between = True
        return produced
