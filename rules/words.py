"""The closed word classes of the grammar, ready for look-up, and small walks over them."""

from __future__ import annotations

from collections.abc import Sequence

from documents import openings
from rules.lexicon import Lexicon

_BE = frozenset({"is", "are", "was", "were"})
# What heads an organ's name: "The Council requests".
# What heads the name of an organ: "The Council requests".
BODIES = frozenset(body.lower() for body in openings.BODIES)


def phrases(entries: Sequence[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases by first word, the longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        words = tuple(entry.lower().replace("-", " - ").split())
        table.setdefault(words[0], []).append(words)
    for same in table.values():
        same.sort(key=len, reverse=True)
    return table


def match_at(table: dict[str, list[tuple[str, ...]]], words: Sequence[str], at: int) -> int:
    """The length of the longest phrase of ``table`` that stands at ``at``; 0 for none."""
    if at >= len(words):
        return 0
    return next((len(p) for p in table.get(words[at], ()) if tuple(words[at : at + len(p)]) == p), 0)


class Words:
    """Word classes by name, from ``grammar.yaml`` and ``modifiers.yaml``."""

    def __init__(self, lexicon: Lexicon) -> None:
        def words(name: str) -> frozenset[str]:
            return frozenset(lexicon.words.get(name, ()))

        self.openers = phrases([m.words for m in lexicon.modifiers])
        self._openers_by_last = _by_last(self.openers)
        self.modifiers = words("addressee-modifiers")
        self.subordinators = words("subordinators")
        self.relatives = words("relatives")
        self.adjuncts = words("adjunct-openers")
        self.noun_like = words("noun-like")
        self.noun_followers = words("noun-followers")
        self.participle_followers = words("participle-followers")
        self._states = words("states-of-mind")
        self._conjunctions = words("conjunctions")
        self.deciding_modals = words("deciding-modals")
        self._no_adverbs = words("no-adverbs")
        self.pronouns = words("pronouns")
        self.after_comma = words("after-comma")
        self.opening_only = words("opening-only")
        self.body_nouns = words("body-nouns")
        self.modals = words("modals")
        self.not_infinitive = words("not-infinitive")
        self.inner_infinitive = words("inner-infinitive")

    def state_follows(self, words: Sequence[str], at: int) -> bool:
        """Whether a word for the organ's state of mind follows: "remains deeply concerned"."""
        at = self.skip_openers(words, at)
        return at < len(words) and words[at] in self._states

    def _is_adverb(self, word: str) -> bool:
        return word.endswith("ly") and len(word) > 4 and word not in self._no_adverbs

    @staticmethod
    def is_be(word: str) -> bool:
        return word in _BE

    def skip_openers(self, words: Sequence[str], at: int) -> int:
        """The first position from ``at`` that is no opener, adverb or comma between them."""
        while at < len(words):
            step = match_at(self.openers, words, at) or (1 if self._is_adverb(words[at]) else 0)
            if not step and words[at] == "," and at + 1 < len(words):
                inner = match_at(self.openers, words, at + 1) or (1 if self._is_adverb(words[at + 1]) else 0)
                step = 1 + inner if inner else 0
                if inner and at + step < len(words) and words[at + step] == ",":
                    step += 1
            if not step:
                return at
            at += step
        return at

    def skip_openers_left(self, words: Sequence[str], start: int) -> tuple[int, bool, bool]:
        """Where the boundary left of ``start`` lies, and whether it holds a comma, a conjunction."""
        at, comma, conjunction = start, False, False
        while at > 0:
            word = words[at - 1]
            if word == ",":
                comma, at = True, at - 1
            elif word in self._conjunctions and not conjunction:
                conjunction, at = True, at - 1
            elif conjunction or (step := self._opener_before(words, at)) == 0:
                break
            else:
                at -= step
        return at, comma, conjunction

    def _opener_before(self, words: Sequence[str], at: int) -> int:
        for phrase in self._openers_by_last.get(words[at - 1], ()):
            if tuple(words[max(0, at - len(phrase)) : at]) == phrase:
                return len(phrase)
        return 1 if self._is_adverb(words[at - 1]) else 0

    def organ_subject_start(self, words: Sequence[str], at: int) -> int:
        """Where "The General Assembly" begins, at a sentence start before ``at``; -1 for none."""
        if at == 0 or words[at - 1] not in BODIES:
            return -1
        for start in range(at - 2, max(-1, at - 8), -1):
            if words[start] == "the":
                return start if start == 0 or words[start - 1] in {".", ";"} else -1
        return -1


def _by_last(table: dict[str, list[tuple[str, ...]]]) -> dict[str, list[tuple[str, ...]]]:
    turned: dict[str, list[tuple[str, ...]]] = {}
    for same in table.values():
        for phrase in same:
            turned.setdefault(phrase[-1], []).append(phrase)
    for same in turned.values():
        same.sort(key=len, reverse=True)
    return turned
