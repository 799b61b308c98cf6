"""From one noun phrase to the actors it names."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Span

from rules.actors.naming import KnownActors, Naming
from rules.actors.noun_phrases import Phrase
from rules.actors.passage import Passage
from rules.lexicon import Lexicon
from rules.words import Words, match_at, phrases

_ADJECTIVES = 4  # tokens that may describe a registered name ("gender-specific" has three)
_LINKS = {"of", "the", "to", "in", "for", "on", "by", "with", "from", "between", "among"}
_WIDE = {"un-system", "states", "member-states"}  # names that often only begin another name


class PhraseActors:
    """Resolves noun phrases; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._names = KnownActors(lexicon)
        bodies = lexicon.words.get("body-nouns", ())
        self._shorts = phrases([*(s for a in lexicon.actors.values() for s in a.short), *bodies])
        self._lone = frozenset(lexicon.words.get("lone-stakeholders", ()))

    def resolve(self, passage: Passage, phrase: Phrase, *, united_nations: bool, first: bool) -> list[Naming]:
        """The actors that a phrase names; several only for "the Governments of X and Y", none for a thing.

        ``united_nations``: the list names the United Nations, so that "agencies" are its own.
        ``first``: the phrase opens its list, where a capital alone may make a name.
        """
        words, stop = passage.words, phrase.end
        at = phrase.start
        while at < stop and at not in passage.actors and words[at] in self._words.modifiers:
            at += 1
        if at == stop:
            lone = words[stop - 1] if stop > phrase.start else ""
            return [self._names.registered("stakeholders", lone)] if lone in self._lone else []
        if words[at] in self._words.pronouns:
            return []  # the caller knows who was named before
        if at in passage.actors:
            return self._from_name(passage, passage.actors[at], stop, united_nations)
        if (inner := self._described(passage, at, stop)) is not None:
            return self._from_name(passage, inner, stop, united_nations)
        text = passage.text(at, stop)
        known = passage.mentions.acronyms.get(text) or self._short_form(passage, at, stop)
        if known:
            return [known]
        if states := self._states_named(passage, at, stop):
            return states
        name = words[at : _before_of(words, at, stop)]
        part = self._names.united_nations_part(name) if united_nations else None
        known = part or self._names.by_head(name) or self._names.misprint(text)
        if known:
            return [known]
        may_be_name = first and not phrase.included
        if not self._names.is_agent(words[at:stop], text if may_be_name else ""):
            return []
        return [self._names.new(text)]

    def _described(self, passage: Passage, at: int, stop: int) -> Span | None:
        """A registered name behind adjectives: "thematic special procedures" are special procedures."""
        for i in range(at + 1, min(at + _ADJECTIVES + 1, stop)):
            if i in passage.actors and passage.actors[i].end >= _before_of(passage.words, i, stop):
                before = passage.words[at:i]
                plain = all(w.isalpha() or w == "-" for w in before) and _LINKS.isdisjoint(before)
                agents = any(self._names.is_agent([w], "") for w in before)
                capitals = any(passage.is_capitalized(j) for j in range(at, i))
                return passage.actors[i] if plain and not agents and not capitals else None
        return None

    def shared_head(
        self, passage: Passage, phrase: Phrase, previous: Phrase | None, following: Sequence[Phrase]
    ) -> list[Naming]:
        """ "regional" in "regional and other organizations"; "representatives" after "special"."""
        words = passage.words[phrase.start : phrase.end]
        if phrase.start in passage.actors or len(words) > 3 or self._names.by_head(words):
            return []
        for other in following[:4]:
            naming = self._names.group([*words, passage.words[other.end - 1]], self._words.modifiers)
            if naming:
                return [naming]
        if previous and len(words) == 1:
            first = previous.start
            while first < previous.end - 1 and passage.words[first] in self._words.modifiers:
                first += 1
            naming = self._names.group([passage.words[first], *words], frozenset())
            if naming:
                return [naming]
        return []

    def short_forms(self, passage: Passage, start: int, end: int) -> list[Naming]:
        """The bodies named by short forms ("the Commission") among the tokens, in order."""
        found: list[Naming] = []
        for i in range(max(1, start), end):
            if passage.words[i - 1] == "the" and (naming := self._short_form(passage, i, end)):
                found += [naming] if naming not in found else []
        return found

    def _short_form(self, passage: Passage, at: int, stop: int) -> Naming | None:
        """ "the Office": a capitalized short name of a body that the document has named."""
        size = match_at(self._shorts, passage.words, at) if passage.is_capitalized(at) else 0
        if not size or _before_of(passage.words, at + size, stop) > at + size < stop:
            return None
        return passage.mentions.short_form(" ".join(passage.words[at : at + size]), passage.place(at))

    def _states_named(self, passage: Passage, at: int, stop: int) -> list[Naming]:
        """ "the Governments of X and Y"; "the Government" of the State last named."""
        if passage.words[at] not in {"government", "governments"}:
            return []
        named = [
            s for i, s in passage.actors.items() if at < i < stop and s.label_.startswith("government-of:")
        ]
        if named:
            return [self._names.registered(s.label_, s.text) for s in named]
        if stop - at == 1 and passage.words[at] == "government":
            state = passage.mentions.last_state(passage.place(at))
            return [state] if state else []
        return []

    def _from_name(self, passage: Passage, span: Span, stop: int, united_nations: bool) -> list[Naming]:
        """A phrase that opens with a known name: that actor, unless more words make it another."""
        words = passage.words
        rest = words[span.end : _before_of(words, span.end, stop)]
        own = self._names.named_by(span)
        if own.id == "states" and (states := self._states_named(passage, span.start, stop)):
            return states
        if not rest:
            vague = own.id == "stakeholders" and united_nations
            part = self._names.united_nations_part(words[span.start : span.end]) if vague else None
            return [part or own]
        if rest[0] in {"'s", "'"}:
            return [self._possessed(passage, span, stop, rest[1:]) if rest[1:] else own]
        part = self._names.united_nations_part(rest) if own.id == "un-system" else None
        if known := part or self._names.by_head(rest):
            return [known]
        another = rest[-1] in self._words.body_nouns or (own.id in _WIDE and self._names.is_agent(rest, ""))
        return [self._names.new(passage.text(span.start, stop)) if another else own]

    def _possessed(self, passage: Passage, span: Span, stop: int, tail: list[str]) -> Naming:
        """ "the Secretary-General's Special Envoy": what belongs to the actor named."""
        whole = passage.text(span.start, stop)
        named = self._names.by_name(" ".join(tail)) or self._names.by_name(whole)
        return self._names.registered(named, " ".join(tail)) if named else self._names.new(whole)


def _before_of(words: Sequence[str], at: int, stop: int) -> int:
    return next((i for i in range(at, stop) if words[i] in {"of", "("}), stop)
