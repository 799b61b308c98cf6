"""Tells PDFs that may cost PDFium far more time and memory than their size lets one expect."""

from __future__ import annotations

import re
import zlib

HEAVY = 10_000_000  # bytes; for each of them PDFium may need a hundred in memory

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_HEADER = 2_000  # bytes before a stream in which its dictionary stands
_FILTER = re.compile(rb"/Filter\s*(\[[^\]]*\]|/\w+)")
_PICTURES = {b"DCTDecode", b"JPXDecode", b"CCITTFaxDecode", b"JBIG2Decode"}  # no text comes from these


def is_heavy(data: bytes) -> bool:
    """Whether the bytes are a PDF that is large, or unpacks to much, or hides to how much it does.

    Such a file is better read in a process of its own, whose time and memory are bounded.
    """
    if b"%PDF-" not in data[:1024]:
        return False
    room = HEAVY - len(data)
    for stream in _STREAM.finditer(data):
        if room < 0:
            break
        room -= _unpacked(data, stream.start(), stream.end(), room)
    return room < 0


def _unpacked(data: bytes, header_end: int, start: int, room: int) -> int:
    """How much a stream unpacks to; more than there is room for where its dictionary does not say plainly."""
    _, found, header = data[max(0, header_end - _HEADER) : header_end].rpartition(b" obj")
    if not found or b"#" in header or header.count(b"/Filter") > 1:  # "#" may spell a name in disguise
        return room + 1
    if b"/Filter" not in header:
        return 0  # its bytes count as the file's
    named = _FILTER.search(header)
    filters = re.findall(rb"\w+", named[1]) if named else []
    if filters == [b"FlateDecode"]:
        try:
            return len(zlib.decompressobj().decompress(memoryview(data)[start:], room + 1))
        except zlib.error:
            return room + 1  # how much PDFium takes before the damage is not known
    return 0 if len(filters) == 1 and filters[0] in _PICTURES else room + 1
