"""Typography that means nothing: folded before matching, one character for one, so that offsets hold."""

from __future__ import annotations

# Cyrillic and Greek letters that keyboards and scans put for the Latin ones they look like.
_LOOKALIKES = dict(zip("АВЕКМНОРСТХаеорсухіΑΒΕΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxiABEHIKMNOPTYXo", strict=True))
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"'}
_SPACES_AND_DASHES = {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
_FOLD = str.maketrans(_LOOKALIKES | _QUOTES | _SPACES_AND_DASHES)


def fold(text: str) -> str:
    """``text`` with look-alike letters, quotation marks, spaces and hyphens made plain; same length."""
    return text.translate(_FOLD)
