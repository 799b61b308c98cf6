"""Lexicon patterns at work on a spaCy document: marks first, their meaning in a clause later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span

from rules.lexicon import Lexicon
from rules.lexicon.patterns import Words, compile_pattern, lowered
from rules.lexicon.schema import DeadlineScope, PatternEntry, Role
from rules.provisions import Evidence, What
from rules.standing import evidence
from rules.text import text_of

E = TypeVar("E", bound=PatternEntry)
_WORD = re.compile(r"\w+|[^\w\s]")

QUALIFIERS, DUE, NOT_DUE, REPORTS, NOT_REPORTS = "qualifiers", "due", "not due", "reports", "not reports"
_OVERLAPPING = {NOT_DUE, NOT_REPORTS}  # of other findings that overlap the longest stands


@dataclass(frozen=True, slots=True)
class EntryMatch(Generic[E]):
    """Words of a document that an entry of the lexicon recognized."""

    span: Span
    entry: E

    def evidence(self, what: What, section: str) -> Evidence:
        """Why this was found, as it is kept with a provision."""
        entry, span = self.entry, self.span
        return evidence(
            what,
            span.doc,
            span.start_char,
            span.end_char,
            entry=f"{section}: {entry.id}",
            source=entry.source,
            note=entry.note,
        )


class EntryMatches(Generic[E]):
    """Some entries of the lexicon, and what the ruler found of them under ``name``."""

    def __init__(self, name: str, entries: Iterable[E]) -> None:
        self.name = name
        self._entries = {entry.id: entry for entry in entries}

    def within(self, doc: Doc, start: int, end: int) -> list[EntryMatch[E]]:
        """What was found among the tokens ``start`` to ``end`` of a marked text, in its order."""
        spans = doc.spans[self.name]
        return [EntryMatch(s, self._entries[s.label_]) for s in spans if start <= s.start and s.end <= end]


def outside(found: list[EntryMatch[E]], others: list[EntryMatch[E]]) -> list[EntryMatch[E]]:
    """The findings that begin in none of ``others``."""
    return [f for f in found if not any(o.span.start <= f.span.start < o.span.end for o in others)]


def entries_by_name(lexicon: Lexicon) -> dict[str, list[PatternEntry]]:
    """The entries that are found by patterns, under the names of their spans."""
    never, not_report = DeadlineScope.NEVER, Role.NOT_REPORT
    return {
        QUALIFIERS: [*lexicon.qualifiers],
        DUE: [entry for entry in lexicon.deadlines if entry.scope is not never],
        NOT_DUE: [entry for entry in lexicon.deadlines if entry.scope is never],
        REPORTS: [entry for entry in lexicon.reporting if entry.role is not not_report],
        NOT_REPORTS: [entry for entry in lexicon.reporting if entry.role is not_report],
    }


class EntryRuler:
    """A component: fills ``doc.spans`` with what patterns of the lexicon find, labelled by entry id."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._names = entries_by_name(lexicon)
        self._openings, self._anywhere = _openings(self._names, lexicon.words)

    def __call__(self, doc: Doc) -> Doc:
        found: dict[str, list[tuple[int, int, str]]] = {name: [] for name in self._names}
        for name, start, end, label in self._matches(lowered(text_of(doc))):
            found[name].append((start, end, label))
        for name, places in found.items():
            doc.spans[name] = [
                span
                for start, end, label in (places if name in _OVERLAPPING else _longest(places))
                if (span := doc.char_span(start, end, label=label, alignment_mode="expand")) is not None
            ]
        return doc

    def _matches(self, text: str) -> Iterator[tuple[str, int, int, str]]:
        for word in _WORD.finditer(text):
            opening = self._openings.get(word.group(), self._anywhere)
            if opening is not None and opening.any.match(text, word.start()):
                for pattern in opening.patterns:
                    if match := pattern.regex.match(text, word.start()):
                        yield (pattern.name, *match.span("found"), pattern.label)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An expression, the name of its spans and the entry that has it."""

    regex: re.Pattern[str]
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class _Opening:
    """The patterns that may match where a word stands; ``any`` says whether one does: mostly none."""

    any: re.Pattern[str]
    patterns: tuple[_Pattern, ...]

    @classmethod
    def of_patterns(cls, patterns: Iterable[_Pattern]) -> _Opening:
        patterns = tuple(patterns)
        bare = (pattern.regex.pattern.replace("(?P<found>", "(?:") for pattern in patterns)
        return cls(re.compile("|".join(bare)), patterns)


def _openings(
    names: Mapping[str, Sequence[PatternEntry]], words: Words
) -> tuple[dict[str, _Opening], _Opening | None]:
    """The patterns by the word that they may begin with, and those that may begin anywhere."""
    by_first: dict[str, list[_Pattern]] = defaultdict(list)
    for name, entries in names.items():
        for entry in entries:
            for text in entry.patterns:
                regex, first = compile_pattern(text, words)
                for word in first if "" not in first else {""}:
                    by_first[word].append(_Pattern(regex, name, entry.id))
    anywhere = by_first.pop("", [])
    openings = {word: _Opening.of_patterns([*patterns, *anywhere]) for word, patterns in by_first.items()}
    return openings, _Opening.of_patterns(anywhere) if anywhere else None


def _longest(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Of findings that overlap the longest, in order of the text."""
    kept: list[tuple[int, int, str]] = []
    for start, end, label in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(end <= other[0] or start >= other[1] for other in kept):
            kept.append((start, end, label))
    return sorted(kept)
