"""A paragraph's text as the grammar walks over it: its tokens, the actors it names, what was named before."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Span

from rules.actors.mentions import Mentions
from rules.actors.names_in_text import SPANS as ACTORS
from rules.text import words_of


@dataclass(frozen=True, slots=True)
class Passage:
    """A marked text and what the document has mentioned up to its end. Positions are token indices.

    ``words``: the tokens in lower case. ``actors``: spans of actors by the token they start at.
    """

    doc: Doc
    mentions: Mentions
    base: int
    words: list[str]
    actors: dict[int, Span]

    @classmethod
    def taken_in(cls, doc: Doc, mentions: Mentions) -> Passage:
        """A text that follows all those whose mentions are known, its own mentions added to them."""
        base = mentions.read(doc)
        return cls(doc, mentions, base, words_of(doc), {span.start: span for span in doc.spans[ACTORS]})

    def place(self, token: int) -> int:
        """Where a token stands in the document, as the mentions count."""
        return self.base + self.doc[token].idx

    def text(self, start: int, end: int) -> str:
        """The words of [start, end) as printed."""
        return self.doc[start:end].text

    def is_capitalized(self, token: int) -> bool:
        return self.doc[token].text[:1].isupper()

    def in_actor(self, token: int) -> bool:
        """Whether a token lies inside the name of an actor."""
        return any(span.start <= token < span.end for span in self.actors.values())
