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


def with_text(doc: Doc, text: str) -> Doc:
    """``doc``, which from now on knows its text: ``Doc.text`` puts it together anew at every call."""
    doc.user_data["text"] = text
    return doc


def text_of(doc: Doc) -> str:
    """The text of a doc of the pipeline."""
    return doc.user_data["text"]


def words_of(doc: Doc) -> list[str]:
    """The lower-case words of a doc, made once; not to be changed."""
    words = doc.user_data.get("words")
    if words is None:
        strings = doc.vocab.strings
        words = doc.user_data["words"] = [strings[key] for key in doc.to_array("LOWER").tolist()]
    return words
