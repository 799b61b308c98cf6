"""What a document has named so far, so that "the Office", "it" and acronyms find their body.

They are taken in from the start of the text and asked at a place in it; nothing after that place counts.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc

from rules.actors.names_in_text import SPANS as ACTORS
from rules.actors.naming import KnownActors, Naming
from rules.lexicon import Lexicon
from rules.reasons import Because, Via
from rules.text import text_of


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as it was named: ``place`` grows through the document."""

    place: int
    naming: Naming
    shorts: frozenset[str]


@dataclass
class Mentions:
    """The bodies a document names, in order of the text."""

    lexicon: Lexicon
    names: KnownActors
    organ: str  # actor id of the adopting organ, or ""
    made: list[Mention] = field(default_factory=list)
    acronyms: dict[str, Naming] = field(default_factory=dict)
    defined: dict[str, Naming] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    starts: list[int] = field(default_factory=list)
    _place: int = 0

    def __post_init__(self) -> None:
        for actor in self.lexicon.words.get(f"known-to:{self.organ}", ()):
            self._mention(0, self.names.registered(actor, actor), self.names.shorts(actor))

    def read(self, doc: Doc) -> int:
        """Take in a text that follows all earlier ones; returns the place where it begins."""
        base, text = self._place, text_of(doc)
        self.starts.append(base)
        for span in doc.spans[ACTORS]:
            naming, shorts = self.names.mentioned(span)
            self._mention(base + span.start_char, naming, shorts)
            if text.startswith(" (", span.end_char):
                self._define(text[span.end_char : span.end_char + 60], naming)
        self._place = base + len(text) + 1
        return base

    def _mention(self, place: int, naming: Naming, shorts: frozenset[str]) -> None:
        self.made.append(Mention(place, naming, shorts))
        self.counts[naming.id] += 1

    def _define(self, after: str, naming: Naming) -> None:
        """ "... Directorate (CTED)" and "... Conference (the Conference)"."""
        given = re.match(r"\s*\((?:hereinafter[^\")]*)?(?:the )?\"?(?:the )?([\w -]{2,40}?)\"?\)", after)
        if not given:
            return
        name = given.group(1)
        if name.isupper() or (sum(c.isupper() for c in name) > 1 and " " not in name):
            self.acronyms.setdefault(name, naming)
        elif name[:1].isupper():
            self.defined[name.lower()] = naming

    def short_form(self, noun: str, place: int) -> Naming | None:
        """Who "the Office" is at ``place``: as defined, the organ itself, or what was last so named."""
        noun = noun.lower()
        if noun in self.defined:
            return self._resolved(self.defined[noun], noun, Via.DEFINED)
        if self.organ and noun in self.names.shorts(self.organ):
            return self._resolved(self.names.registered(self.organ, noun), noun, Via.ORGAN)
        last = bisect.bisect_left(self.made, place, key=lambda m: m.place)
        named = [m for m in self.made[:last] if noun in m.shorts]
        if not named:
            return None
        near = named[-1]
        if near.place < self._started(place):  # not in this paragraph: the one the document is about
            near = max(reversed(named), key=lambda m: self.counts[m.naming.id])
        return self._resolved(near.naming, noun, Via.NAMED_BEFORE)

    def _started(self, place: int) -> int:
        """Where the paragraph that holds ``place`` begins."""
        return self.starts[bisect.bisect_right(self.starts, place) - 1] if self.starts else 0

    def last_named(self, place: int, since: int) -> list[Naming]:
        """The bodies named in [since, place), each once, in order of the text."""
        seen: dict[str, Naming] = {}
        for mention in self.made:
            if since <= mention.place < place:
                seen.setdefault(mention.naming.id, mention.naming)
        return list(seen.values())

    def last_state(self, place: int) -> Naming | None:
        """The State last named before ``place``: who "the Government" is."""
        last = bisect.bisect_left(self.made, place, key=lambda m: m.place)
        for mention in reversed(self.made[:last]):
            if mention.naming.id.startswith("government-of:"):
                return self._resolved(mention.naming, "government", Via.LAST_STATE)
        return None

    @staticmethod
    def _resolved(naming: Naming, noun: str, via: Via) -> Naming:
        return replace(naming, via=Because(via, (noun.title(), naming.name)))
