"""The list grammar of addressees: from a stretch of text to the noun phrases that name who is asked.

Phrases between commas that only say how, when or with whom are stepped over; "including" and the like add
members; a relative clause or a prepositional phrase says which ones and changes nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rules.actors.passage import Passage
from rules.lexicon import Lexicon
from rules.reasons import Doubt
from rules.words import Words, match_at, phrases

_AS_WELL_AS = ["as", "well", "as"]
_JOINTS = {"and", "or", "/", "and/or"}
_BREAKS = {",", "–", "—"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase of a list (token indices). ``included``: it follows "including" or the like."""

    start: int
    end: int
    doubt: Doubt | None = None
    included: bool = False


class NounPhrases:
    """Splits addressee lists; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._adjuncts = frozenset(lexicon.words.get("adjunct-openers", ()))
        self._post = frozenset(lexicon.words.get("post-modifiers", ()))
        self._channels = phrases(lexicon.words.get("channels", ()))
        self._inclusions = phrases(lexicon.words.get("inclusions", ()))

    def read(self, passage: Passage, start: int, end: int) -> Iterator[Phrase]:
        """The noun phrases in [start, end) that may name addressees, in order."""
        words = passage.words
        listed = 0
        aside = partners = False  # after a phrase that names no addressee; one that opened a list of partners
        runs_on = False  # the list of that phrase went on over commas
        for chunk, chunk_end in _chunks(passage, start, end):
            at = self._past_joints(words, chunk, chunk_end)
            coordinated = at > chunk
            inclusion = match_at(self._inclusions, words, at)
            at += inclusion
            if at >= chunk_end or (inclusion and partners) or words[at] in self._words.relatives:
                continue
            if self._is_adjunct(passage, at):
                aside, runs_on = True, False
                partners = match_at(self._channels, words, at) > 0
                continue
            if aside and listed:
                if (runs_on or not coordinated) and not inclusion:
                    runs_on = True
                    continue
                if not self.opens_with_actor(passage, at):
                    continue
            if not coordinated and chunk > start and self._is_title(passage, at):
                continue
            doubt = Doubt.PARTNER if partners and listed and coordinated else None
            aside = partners = False
            for phrase in self._split(passage, at, chunk_end, Phrase(0, 0, doubt, bool(inclusion))):
                listed += 1
                yield phrase

    def skip_adjunct(self, passage: Passage, at: int, end: int) -> int:
        """Past a phrase between commas: "that, after a discussion with the Committee, the Panel submit"."""
        words = passage.words
        if at < end and words[at] == ",":
            at += 1
        elif at >= end or words[at] not in self._adjuncts:
            return at
        comma = next((i for i in range(at, min(end, at + 25)) if words[i] == ","), -1)
        return comma + 1 if comma >= 0 else at

    def run_end(self, passage: Passage, start: int, end: int) -> int:
        """Where a run of registered names ends: at the first word that cannot be part of it."""
        words, at, last = passage.words, start, start
        while at < end:
            if at in passage.actors:
                at = last = passage.actors[at].end
            elif words[at] in self._words.modifiers or words[at] in {",", "and", "or", "as", "well"}:
                at += 1
            elif size := match_at(self._inclusions, words, at):
                at += size
            else:
                break
        return last

    def inclusion(self, passage: Passage, start: int, end: int) -> int:
        """Where ", including" or the like first stands; -1 for nowhere."""
        words = passage.words
        return next(
            (i for i in range(start, end) if words[i - 1] == "," and match_at(self._inclusions, words, i)), -1
        )

    def opens_with_actor(self, passage: Passage, at: int) -> bool:
        """Whether a registered name or a known body follows, determiners aside."""
        while (
            at < len(passage.words)
            and passage.words[at] in self._words.modifiers
            and at not in passage.actors
        ):
            at += 1
        return at in passage.actors

    def _split(self, passage: Passage, start: int, end: int, like: Phrase) -> Iterator[Phrase]:
        """The phrases of one stretch without commas, joined by "and", "or", "as well as"."""
        words, at, first, closed = passage.words, start, start, False
        while at < end:
            if at in passage.actors:
                at = passage.actors[at].end
                continue
            inclusion = match_at(self._inclusions, words, at)
            joint = inclusion or _joint(words, at)
            if joint:
                if first < at and not closed:
                    yield Phrase(first, at, like.doubt, like.included)
                at += joint
                if inclusion and at < end and words[at] in self._adjuncts:
                    return
                if at < end - 1 and words[at] == "to":  # "its request to the Panel and to the President"
                    at += 1
                reopens = joint == len(_AS_WELL_AS) or self.opens_with_actor(passage, at)
                closed = closed and not reopens
                first = at
                continue
            if (
                not closed
                and at > first
                and self._ends_name(words, at, end)
                and not self._is_bare(words, first, at)
            ):
                yield Phrase(first, at, like.doubt, like.included)
                if not self._goes_on(passage, at, end):
                    return
                closed = True
            at += 1
        if first < end and not closed:
            yield Phrase(first, end, like.doubt, like.included)

    def _goes_on(self, passage: Passage, at: int, end: int) -> bool:
        """Whether the list goes on behind what is said of a name: not behind partners or most clauses."""
        if match_at(self._channels, passage.words, at) and passage.words[at] not in self._words.relatives:
            return False
        if passage.words[at] in self._words.relatives:
            return any(
                passage.words[i] == "and" and self.opens_with_actor(passage, i + 1)
                for i in range(at, end - 1)
            )
        return True

    def _past_joints(self, words: list[str], at: int, end: int) -> int:
        while at < end and (words[at] in {"and", "or"} or words[at : at + 3] == _AS_WELL_AS):
            at += 3 if words[at] == "as" else 1
        return at

    def _is_title(self, passage: Passage, at: int) -> bool:
        """A title that runs on over a comma: "Firearms, Their Parts and Components"."""
        return passage.is_capitalized(at) and passage.words[at] in self._words.modifiers

    def _is_adjunct(self, passage: Passage, at: int) -> bool:
        return passage.words[at] in self._adjuncts and at not in passage.actors

    def _ends_name(self, words: list[str], at: int, end: int) -> bool:
        """Whether the word opens what is said of an addressee: "in", "involved", "extended by"."""
        if words[at] in self._post:
            return True
        return words[at].endswith("ed") and at + 1 < end and words[at + 1] in self._post

    def _is_bare(self, words: list[str], start: int, end: int) -> bool:
        return all(word in self._words.modifiers for word in words[start:end])


def _joint(words: list[str], at: int) -> int:
    """The length of the "and", "or" or "as well as" at a position; 0 for none."""
    if words[at : at + 3] == _AS_WELL_AS:
        return 3
    return 1 if words[at] in _JOINTS else 0


def _chunks(passage: Passage, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas and dashes, outside names and parentheses."""
    words, at, first, depth = passage.words, start, start, 0
    while at < end:
        if at in passage.actors:
            at = min(end, passage.actors[at].end)
            continue
        depth += (words[at] == "(") - (words[at] == ")")
        if words[at] in _BREAKS and depth <= 0:
            if first < at:
                yield first, at
            first = at + 1
        at += 1
    if first < end:
        yield first, end
