"""From the words of a noun phrase to an actor: registered names, group heads, short forms, new ids."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from spacy.tokens import Span

from rules.lexicon import Lexicon
from rules.text import fold
from rules.words import Words

_LEADING = re.compile(r"^(?:the|all|relevant|other|its|any|each|every)\s+", re.IGNORECASE)
_LEAST_CLOSE = 88  # per cent of the letters: one misprint in a short name, one lost word in a long one
_SHORTEST_MISPRINT = 12  # letters; shorter names are too near to one another


@dataclass(frozen=True, slots=True)
class Naming:
    """Which actor a phrase names and how that was found. ``doubt`` is why it may be wrong, or ""."""

    id: str
    name: str
    entry: str
    source: str
    note: str = ""
    doubt: str = ""


class Names:
    """Look-ups over the actors of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._words = Words(lexicon)
        self._by_name: dict[str, str] = {}
        for actor in lexicon.actors.values():
            for name in (actor.name, *actor.aliases):
                self._by_name.setdefault(fold(name).lower(), actor.id)
        self._heads = _table(lexicon, "heads:")
        self._united_nations = _table(lexicon, "united-nations:")
        self._agents = frozenset(lexicon.words.get("agents", ()))
        self._instruments = frozenset(lexicon.words.get("instruments", ()))
        self._long_names = [n for n in self._by_name if len(n) >= _SHORTEST_MISPRINT]

    def registered(self, actor: str, words: str, note: str = "", doubt: str = "") -> Naming:
        """The naming of an actor that the lexicon has."""
        entry = self._lexicon.actors[actor]
        return Naming(actor, entry.name, f"actors: {actor}", entry.source, note or f'named "{words}"', doubt)

    def by_name(self, phrase: str) -> str:
        """The id of a name or alias, or ""."""
        return self._by_name.get(fold(phrase).lower(), "")

    def of_span(self, span: Span) -> Naming:
        """The naming of a span that the pipeline marked: a registered actor or a body of its own name."""
        if span.label_ in self._lexicon.actors:
            return self.registered(span.label_, span.text)
        return self.misprint(span.text) or self.new(span.text)

    def group(self, phrase: list[str], dropped: frozenset[str]) -> Naming | None:
        """The group that exactly these words name, words of ``dropped`` aside: "regional organizations"."""
        words = " ".join(w for w in phrase if w not in dropped)
        actor = self._heads.get(words) or self._by_name.get(words)
        return self.registered(actor, " ".join(phrase), f'shares its head: "{words}"') if actor else None

    def by_head(self, phrase: list[str]) -> Naming | None:
        """The group that a phrase's last words stand for: "coastal States" are States."""
        for size in (5, 4, 3, 2, 1):
            if len(phrase) >= size and (actor := self._heads.get(" ".join(phrase[-size:]))):
                return self.registered(actor, " ".join(phrase), f'head "{" ".join(phrase[-size:])}"')
        return None

    def united_nations_part(self, phrase: list[str]) -> Naming | None:
        """What "agencies" or "funds" stand for where the phrase names the United Nations."""
        noun = " ".join(w for w in phrase if w not in self._words.modifiers)
        actor = self._united_nations.get(noun)
        return (
            self.registered(actor, " ".join(phrase), "part of the United Nations system") if actor else None
        )

    def misprint(self, phrase: str) -> Naming | None:
        """A registered name that ``phrase`` misses by a letter or a word."""
        name = fold(phrase).lower()
        if len(name) < _SHORTEST_MISPRINT:
            return None
        near = process.extractOne(name, self._long_names, scorer=fuzz.ratio, score_cutoff=_LEAST_CLOSE)
        if near is None:
            return None
        return self.registered(
            self._by_name[near[0]], phrase, f'taken for a misprint of "{near[0]}"', "a misprint"
        )

    def is_agent(self, phrase: list[str], printed: str) -> bool:
        """Whether an unregistered phrase can be somebody who acts."""
        head = next((w for w in reversed(phrase[: _before_of(phrase)]) if w.isalpha() or "-" in w), "")
        if head in self._instruments:
            return False
        if head in self._agents or any(w in self._agents for w in phrase[: _before_of(phrase)]):
            return True
        return printed[:1].isupper() and not any(w in self._instruments for w in phrase)

    def new(self, printed: str) -> Naming:
        """An id made from the name in the text: lower case, hyphens, no leading "the"."""
        name = _LEADING.sub("", printed).strip(" ,;.")
        slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]s?\b", lambda m: m.group()[1:], fold(name).lower()))
        return Naming(
            slug.strip("-"), name, "no entry", "", "an actor of its own name", "a body no entry covers"
        )


def _before_of(phrase: list[str]) -> int:
    return phrase.index("of") if "of" in phrase else len(phrase)


def _table(lexicon: Lexicon, prefix: str) -> dict[str, str]:
    return {
        phrase: key.removeprefix(prefix)
        for key, phrases in lexicon.words.items()
        if key.startswith(prefix) and key.removeprefix(prefix) in lexicon.actors
        for phrase in phrases
    }
