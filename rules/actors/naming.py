"""From the words of a noun phrase to an actor: registered names, group heads, short forms, new ids."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from spacy.tokens import Span

from rules.lexicon import Lexicon
from rules.reasons import Because, Doubt, Via
from rules.text import fold
from rules.words import Words

_LEADING = re.compile(r"^(?:the|all|relevant|other|its|any|each|every)\s+", re.IGNORECASE)
_HEAD_END = re.compile(r" (?:of|on|for|against) ")
_SHORTEST_MISPRINT = 12  # letters; shorter names are too near to one another
_LOSES_A_WORD = 5  # words that a name must have for one of them to be lost


@dataclass(frozen=True, slots=True)
class Naming:
    """Which actor a phrase names and how that was found. ``doubt``: why it may be wrong."""

    id: str
    name: str
    entry: str
    source: str
    via: Because
    doubt: Doubt | None = None


class KnownActors:
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
        self._mentioned: dict[str, tuple[Naming, frozenset[str]]] = {}
        self._long_names = [n.split() for n in self._by_name if len(n) >= _SHORTEST_MISPRINT]

    def registered(self, actor: str, words: str, via: Via = Via.NAME, doubt: Doubt | None = None) -> Naming:
        """The naming of an actor that the lexicon has; ``words`` led to it."""
        entry = self._lexicon.actors[actor]
        return Naming(actor, entry.name, f"actors: {actor}", entry.source, Because(via, (words,)), doubt)

    def by_name(self, phrase: str) -> str:
        """The id of a name or alias, or ""."""
        return self._by_name.get(fold(phrase).lower(), "")

    def named_by(self, span: Span) -> Naming:
        """The naming of a span that the pipeline marked: a registered actor or a body of its own name."""
        if span.label_ in self._lexicon.actors:
            return self.registered(span.label_, span.text)
        return self.misprint(span.text) or self.new(span.text)

    def mentioned(self, span: Span) -> tuple[Naming, frozenset[str]]:
        """Who a span names, and what the text may call that body from then on."""
        known = self._mentioned.get(span.label_)
        if known is None:
            naming = self.named_by(span)
            known = naming, self.shorts(naming.id, span.text)
            if span.label_ in self._lexicon.actors:
                self._mentioned[span.label_] = known
        return known

    def shorts(self, actor: str, text: str = "") -> frozenset[str]:
        """What a body may be called once named: as its entry says, or by the nouns of its own name."""
        entry = self._lexicon.actors.get(actor)
        if entry:
            return frozenset(short.lower() for short in entry.short)
        # By its head: in "Bureau of the Commission" not the Commission.
        head = f" {_HEAD_END.split(text, maxsplit=1)[0].lower()} "
        whole = f" {text.lower()} "
        return frozenset(
            noun for noun in self._words.body_nouns if f" {noun} " in (whole if " of " in noun else head)
        )

    def group(self, phrase: list[str], dropped: frozenset[str]) -> Naming | None:
        """The group that exactly these words name, words of ``dropped`` aside: "regional organizations"."""
        words = " ".join(w for w in phrase if w not in dropped)
        actor = self._heads.get(words) or self._by_name.get(words)
        return self.registered(actor, words, Via.SHARED_HEAD) if actor else None

    def by_head(self, phrase: list[str]) -> Naming | None:
        """The group that a phrase's last words stand for: "coastal States" are States."""
        for size in (5, 4, 3, 2, 1):
            if len(phrase) >= size and (actor := self._heads.get(" ".join(phrase[-size:]))):
                return self.registered(actor, " ".join(phrase[-size:]), Via.HEAD)
        return None

    def united_nations_part(self, phrase: list[str]) -> Naming | None:
        """What "agencies" or "funds" stand for where the phrase names the United Nations."""
        noun = " ".join(w for w in phrase if w not in self._words.modifiers)
        actor = self._united_nations.get(noun)
        return self.registered(actor, noun, Via.PART_OF_UNITED_NATIONS) if actor else None

    def misprint(self, phrase: str) -> Naming | None:
        """A registered name that ``phrase`` misses by a letter or a word."""
        words = fold(phrase).lower().split()
        if len(" ".join(words)) < _SHORTEST_MISPRINT:
            return None
        near = process.extractOne(
            words, self._long_names, scorer=_words_apart, processor=None, score_cutoff=1
        )
        if near is None or not _is_slip(words, near[0]):
            return None
        name = " ".join(near[0])
        return self.registered(self._by_name[name], name, Via.MISPRINT, Doubt.MISPRINT)

    def is_agent(self, phrase: list[str], printed: str) -> bool:
        """Whether an unregistered phrase can be somebody who acts."""
        head = next((w for w in reversed(phrase[: _before_of(phrase)]) if w.isalpha() or "-" in w), "")
        if head in self._instruments:
            return False
        if head in self._agents or " ".join(phrase[: _before_of(phrase)][-2:]) in self._words.body_nouns:
            return True
        return printed[:1].isupper() and not any(w in self._instruments for w in phrase)

    def new(self, printed: str) -> Naming:
        """An id made from the name in the text: lower case, hyphens, no leading "the"."""
        name = _LEADING.sub("", printed).strip(" ,;.")
        slug = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]s?\b", lambda m: m.group()[1:], fold(name).lower()))
        return Naming(slug.strip("-"), name, "no entry", "", Because(Via.OWN_NAME), Doubt.NEW_BODY)


_words_apart = Levenshtein.distance


def _is_slip(printed: Sequence[str], name: Sequence[str]) -> bool:
    """Whether one word differs by one letter, or one word inside a long name is lost."""
    if len(printed) == len(name):
        return all(
            Levenshtein.distance(a, b) <= (1 if len(b) > 4 else 0) for a, b in zip(printed, name, strict=True)
        )
    return len(name) >= _LOSES_A_WORD and len(printed) == len(name) - 1 and printed[-1] == name[-1]


def _before_of(phrase: list[str]) -> int:
    return phrase.index("of") if "of" in phrase else len(phrase)


def _table(lexicon: Lexicon, prefix: str) -> dict[str, str]:
    return {
        phrase: key.removeprefix(prefix)
        for key, phrases in lexicon.words.items()
        if key.startswith(prefix) and key.removeprefix(prefix) in lexicon.actors
        for phrase in phrases
    }
