"""Who is asked: where addressees stand around a verb, and which actors they are.

An addressee is a list of noun phrases between the verb and what is to be done ("to submit", "that ...
should"), the subject of a that-clause, the plain object, or whoever is named as the doer of a thing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Span

from rules.actors.naming import Naming
from rules.actors.noun_phrases import NounPhrases, Phrase
from rules.actors.passage import Passage
from rules.actors.resolving import PhraseActors
from rules.lexicon import Lexicon
from rules.words import Words, match_at, phrases

_OBJECT_ENDS = {"of", "with", "against", "for", "that", "in", ";"}
_DOER_ENDS = {";", ":", "to", "in", "for", "with", "aimed", "aiming"}
_NEAR = 5  # tokens: how far behind a doer and where it acts ", including" may stand
_GAP_PARTICLES = {"for", "upon"}
_GAP = 40  # tokens: how far behind ", and for States parties" its infinitive may stand


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An addressee in a text: who, and the words that name it there."""

    naming: Naming
    span: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


class Addressees:
    """Reads addressees; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._lists = NounPhrases(lexicon)
        self._actors = PhraseActors(lexicon)
        self._body_nouns = phrases(lexicon.words.get("body-nouns", ()))
        self._doings = frozenset(lexicon.words.get("doings", ()))
        self._past_participles = frozenset(lexicon.words.get("past-participles", ()))
        self._doers = phrases(lexicon.words.get("doers", ()))

    def read(self, passage: Passage, start: int, end: int) -> list[NamedActor]:
        """The addressees listed in the tokens [start, end), in order, each once.

        Nothing where the first phrase is a thing ("further efforts by States to"): it is then called for,
        not addressed.
        """
        united_nations = any(passage.words[i : i + 2] == ["united", "nations"] for i in range(start, end))
        listed = list(self._lists.read(passage, start, end))
        found: list[NamedActor] = []
        for i, phrase in enumerate(listed):
            adjective = _is_adjective(passage, phrase, listed[i + 1 :])
            namings = self._actors.shared_head(
                passage, phrase, listed[i - 1] if i else None, listed[i + 1 :]
            ) or self._actors.resolve(
                passage, phrase, united_nations=united_nations, first=i == 0 and not adjective
            )
            if not namings and not found and not adjective:
                return []
            for naming in namings:
                if all(naming.id != f.naming.id for f in found):
                    doubted = replace(naming, doubt=naming.doubt or phrase.doubt)
                    found.append(NamedActor(doubted, passage.doc[phrase.start : phrase.end]))
        return found

    def infinitive(self, words: list[str], start: int, end: int) -> int:
        """The position of the "to" (or "not to") that opens what is asked; -1 where there is none."""
        depth = 0
        for i in range(start, end - 1):
            depth += (words[i] == "(") - (words[i] == ")")
            if words[i] != "to" or depth > 0 or not self._is_verb_after_to(words, i + 1, end):
                continue
            if i > start and words[i - 1] in self._words.inner_infinitive:
                continue
            return i - 1 if i > start and words[i - 1] == "not" else i
        return -1

    def _is_verb_after_to(self, words: list[str], at: int, end: int) -> bool:
        if words[at] == "," and at + 1 < end:  # "to, inter alia, submit"
            at = self._words.skip_openers(words, at)
        at = min(at, end - 1)
        return words[at].isalpha() and words[at] not in self._words.not_infinitive

    def modal(self, words: list[str], start: int, end: int, modals: frozenset[str] | None = None) -> int:
        """The position of the first modal ("shall", "should", "must") of a that-clause; -1 for none."""
        modals = modals or self._words.modals
        return next((i for i in range(start, end) if words[i] in modals), -1)

    def gapped(self, passage: Passage, start: int, end: int) -> list[NamedActor]:
        """Further addressees of one verb: ", and for States parties ... to", "and upon all States to"."""
        words = passage.words
        for i in range(start, end - 2):
            if (
                words[i] == "and"
                and words[i + 1] in _GAP_PARTICLES
                and self._starts_with_actor(passage, i + 2)
            ):
                to = self.infinitive(words, i + 2, min(end, i + _GAP))
                if to >= 0:
                    return self.read(passage, i + 2, to)
        return []

    def clause_start(self, passage: Passage, at: int, end: int) -> int:
        """Where the subject of a that-clause begins, past phrases between commas."""
        while (after := self._lists.skip_adjunct(passage, at, end)) > at:
            at = after
        return at

    def subject(self, passage: Passage, start: int, end: int) -> list[NamedActor]:
        """The subject of a that-clause, where it is somebody who acts; else nothing.

        ``end`` is its modal where it has one, else the end of the clause.
        """
        words, at = passage.words, start
        while at < end and (words[at] in self._words.modifiers or words[at] == ","):
            at += 1
        has_modal = end < len(words) and words[end] in self._words.deciding_modals
        found = self.read(passage, start, end if has_modal else self._lists.run_end(passage, start, end))
        return found if found and found[0].start <= at + 1 else []

    def object(self, passage: Passage, start: int, end: int) -> list[NamedActor]:
        """An addressee that is the plain object: "entrusts the Committee with", "reminds States of"."""
        if not self._starts_with_actor(passage, start):
            return []
        stops = (i for i in range(start, end) if passage.words[i] in _OBJECT_ENDS and not passage.in_actor(i))
        return self.read(passage, start, next(stops, end))

    def doers(self, passage: Passage, start: int, end: int) -> list[NamedActor]:
        """Who is named as the one to do a thing called for: "efforts by Member States"."""
        words = passage.words
        for i in range(start, end):
            size = match_at(self._doers, words, i)
            by = words[i] == "by" and not self._is_past(words[i - 1])
            by_name = size and (by or (words[i] != "by" and self._starts_with_actor(passage, i + size)))
            of_doing = words[i] == "of" and start < i < start + 6 and words[i - 1] in self._doings
            if of_doing and self._starts_with_actor(passage, i + 1):
                by_name, size = True, 1
            if by_name:
                stop = next((j for j in range(i + size, end) if words[j] in _DOER_ENDS), end)
                if found := self.read(passage, i + size, stop):
                    return [*found, *self._included(passage, found, stop, end)]
            if words[i] == "'s" and i < start + 14 and not self._doings.isdisjoint(words[i + 1 : i + 5]):
                return self.read(passage, start, i)
        return []

    def _is_past(self, word: str) -> bool:
        """Whether "by" after this word tells who did something already: "the steps taken by"."""
        return word.endswith("ed") or word in self._past_participles

    def _included(self, passage: Passage, found: list[NamedActor], start: int, end: int) -> list[NamedActor]:
        """Who is named behind the doers: "efforts of all actors in society, including the media"."""
        at = self._lists.inclusion(passage, start + 1, min(end, start + _NEAR))
        if at < 0 or passage.words[start] != "in":
            return []
        stop = next((i for i in range(at, end) if passage.words[i] in _DOER_ENDS), end)
        known = {f.naming.id for f in found}
        included = self.read(passage, at, stop)
        return [f for f in included if f.naming.id not in known]

    def short_forms(self, passage: Passage, start: int, end: int) -> list[Naming]:
        """The bodies named by short forms ("the Commission") among the tokens, in order."""
        return self._actors.short_forms(passage, start, end)

    def _starts_with_actor(self, passage: Passage, at: int) -> bool:
        while at < len(passage.words) and passage.words[at] in self._words.modifiers:
            at += 1
        if at >= len(passage.words):
            return False
        return passage.in_actor(at) or (
            passage.is_capitalized(at) and match_at(self._body_nouns, passage.words, at) > 0
        )


def _is_adjective(passage: Passage, phrase: Phrase, following: list[Phrase]) -> bool:
    """ "civilian" in "civilian and military officials"."""
    return bool(following) and phrase.end - phrase.start <= 2 and phrase.start not in passage.actors
