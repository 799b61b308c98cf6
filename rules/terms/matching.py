"""Lexicon patterns at work on a spaCy document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.tokens import Doc, Span

from rules.lexicon.patterns import Words, compile_pattern, lowered
from rules.lexicon.schema import PatternEntry
from rules.provisions import Evidence, What
from rules.text import text_of

E = TypeVar("E", bound=PatternEntry)
_WORD = re.compile(r"\w+|[^\w\s]")
_PLACES = "words and their places"  # where a document keeps them


@dataclass(frozen=True, slots=True)
class EntryMatch(Generic[E]):
    """Words of a document that an entry of the lexicon recognized."""

    span: Span
    entry: E

    def evidence(self, what: What, section: str) -> Evidence:
        """Why this was found, as it is kept with a provision."""
        return Evidence(
            what=what,
            start=self.span.start_char,
            end=self.span.end_char,
            words=self.span.text,
            entry=f"{section}: {self.entry.id}",
            source=self.entry.source,
            note=self.entry.note,
        )


def outside(found: list[EntryMatch[E]], others: list[EntryMatch[E]]) -> list[EntryMatch[E]]:
    """The findings that begin in none of ``others``."""
    return [f for f in found if not any(o.span.start <= f.span.start < o.span.end for o in others)]


class EntryMatcher(Generic[E]):
    """Fills ``doc.spans[name]`` with what the patterns of entries describe, labelled by entry id.

    Of findings that overlap the longest stands, unless ``overlapping``.
    """

    def __init__(self, entries: Iterable[E], words: Words, name: str, *, overlapping: bool = False) -> None:
        self.name = name
        self._overlapping = overlapping
        self._entries: dict[str, E] = {entry.id: entry for entry in entries}
        by_first: dict[str, list[tuple[re.Pattern[str], str]]] = defaultdict(list)
        for entry in self._entries.values():
            for text in entry.patterns:
                regex, first = compile_pattern(text, words)
                for word in first if "" not in first else {""}:
                    by_first[word].append((regex, entry.id))
        anywhere = by_first.pop("", [])
        self._anywhere = (_any_of(anywhere), anywhere) if anywhere else None
        self._openings = {
            word: (_any_of(patterns + anywhere), patterns + anywhere) for word, patterns in by_first.items()
        }

    def __call__(self, doc: Doc) -> Doc:
        found = self._matches(lowered(text_of(doc)), _places(doc))
        doc.spans[self.name] = [
            span
            for start, end, label in (found if self._overlapping else _longest(found))
            if (span := doc.char_span(start, end, label=label, alignment_mode="expand")) is not None
        ]
        return doc

    def within(self, doc: Doc, start: int, end: int) -> list[EntryMatch[E]]:
        """The findings that lie among the tokens ``start`` to ``end``, in the order of the text."""
        spans = doc.spans[self.name] if self.name in doc.spans else self(doc).spans[self.name]
        return [EntryMatch(s, self._entries[s.label_]) for s in spans if start <= s.start and s.end <= end]

    def _matches(self, text: str, words: list[tuple[str, int]]) -> Iterable[tuple[int, int, str]]:
        for word, start in words:
            opening = self._openings.get(word, self._anywhere)
            if opening is not None and opening[0].match(text, start):
                for regex, label in opening[1]:
                    if match := regex.match(text, start):
                        yield (*match.span("found"), label)


def _any_of(patterns: list[tuple[re.Pattern[str], str]]) -> re.Pattern[str]:
    """One expression that says whether any of the patterns matches: most places match none."""
    bare = (regex.pattern.replace("(?P<found>", "(?:") for regex, _ in patterns)
    return re.compile("|".join(bare))


def _places(doc: Doc) -> list[tuple[str, int]]:
    """The words and marks of a text in lower case, each with its place; listed once for all matchers."""
    if _PLACES not in doc.user_data:
        text = lowered(text_of(doc))
        doc.user_data[_PLACES] = [(word.group(), word.start()) for word in _WORD.finditer(text)]
    return doc.user_data[_PLACES]


def _longest(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, label))
    return sorted(kept)
