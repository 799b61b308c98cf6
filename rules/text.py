"""Typography that means nothing: folded before matching, one character for one, so that offsets hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Cyrillic and Greek letters that keyboards and scans put for the Latin ones they look like.
_LOOKALIKES = dict(zip("АВЕКМНОРСТХаеорсухіΑΒΕΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTXaeopcyxiABEHIKMNOPTYXo", strict=True))
_QUOTES = {"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"'}
_SPACES_AND_DASHES = {"\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
_FOLD = str.maketrans(_LOOKALIKES | _QUOTES | _SPACES_AND_DASHES)


def fold(text: str) -> str:
    """``text`` with look-alike letters, quotation marks, spaces and hyphens made plain; same length."""
    return text.translate(_FOLD)


def text_of(doc: Doc) -> str:
    """The text of a doc, put together once: ``Doc.text`` builds it anew at every call."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def words_of(doc: Doc) -> list[str]:
    """The lower-case words of a doc, made once; not to be changed."""
    words = doc.user_data.get("words")
    if words is None:
        strings = doc.vocab.strings
        words = doc.user_data["words"] = [strings[key] for key in doc.to_array("LOWER").tolist()]
    return words
