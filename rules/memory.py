"""What a document has named so far, so that "the Office", "it" and acronyms find their body.

A memory is filled from the start of the text and asked at a place in it; nothing after that place counts.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from spacy.tokens import Doc

from rules.components.actors import SPANS as ACTORS
from rules.lexicon import Lexicon
from rules.names import Names, Naming

# A body in capitals that no entry covers: "Committee on Relations with the Host Country".
_SMALL = r"(?:of|on|for|with|and|in|to|the|against|from)"
_ORGAN_SHORT = {"council", "assembly", "commission"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A body as it was named: ``place`` grows through the document."""

    place: int
    naming: Naming
    shorts: frozenset[str]


@dataclass
class Memory:
    """The bodies a document names, in order of the text."""

    lexicon: Lexicon
    names: Names
    organ: str  # actor id of the adopting organ, or ""
    mentions: list[Mention] = field(default_factory=list)
    acronyms: dict[str, Naming] = field(default_factory=dict)
    defined: dict[str, Naming] = field(default_factory=dict)
    _place: int = 0

    def __post_init__(self) -> None:
        nouns = sorted(self.lexicon.words.get("body-nouns", ()), key=len, reverse=True)
        body = "|".join(re.escape(n.title()).replace(r"\ ", r"[ -]") for n in nouns)
        self._body = re.compile(
            rf"\b(?:[A-Z][\w-]+ ){{0,4}}?(?P<noun>{body})(?= (?:on|of|for|to|against))"
            rf"(?: {_SMALL})+(?: [A-Z][\w'-]+(?:,? {_SMALL}){{0,3}})*(?: [A-Z][\w'-]+)"
        )

    def read(self, doc: Doc) -> int:
        """Take in a text that follows all earlier ones; returns the place where it begins."""
        base = self._place
        covered = [(s.start_char, s.end_char) for s in doc.spans[ACTORS]]
        found: list[tuple[int, int, Naming, frozenset[str]]] = []
        for span in doc.spans[ACTORS]:
            entry = self.lexicon.actors[span.label_]
            shorts = frozenset(s.lower() for s in entry.short)
            found.append((span.start_char, span.end_char, self.names.registered(entry.id, span.text), shorts))
        for match in self._body.finditer(doc.text):
            if not any(start < match.end() and match.start() < end for start, end in covered):
                naming = self.names.new(match.group())
                short = match.group("noun").lower()
                found.append((match.start(), match.end(), naming, frozenset({short, short.replace("-", " ")})))
        for start, end, naming, shorts in sorted(found, key=lambda f: f[0]):
            self.mentions.append(Mention(base + start, naming, shorts))
            self._define(doc.text[end : end + 60], naming)
        self._place = base + len(doc.text) + 1
        return base

    def _define(self, after: str, naming: Naming) -> None:
        """ "... Directorate (CTED)" and "... Conference (the Conference)"."""
        given = re.match(r"\s*\((?:hereinafter[^\")]*)?(?:the )?\"?(?:the )?([\w -]{2,40}?)\"?\)", after)
        if not given:
            return
        name = given.group(1)
        if name.isupper() or sum(c.isupper() for c in name) > 1 and " " not in name:
            self.acronyms.setdefault(name, naming)
        elif name[:1].isupper():
            self.defined[name.lower()] = naming

    def short_form(self, noun: str, place: int) -> Naming | None:
        """Who "the Office" is at ``place``: as defined, the organ itself, or what was last so named."""
        noun = noun.lower()
        if noun in self.defined:
            return self._resolved(self.defined[noun], noun, "as the text defines it")
        if noun in _ORGAN_SHORT and self.organ.endswith(_ORGAN_OF.get(noun, "\0")):
            return self._resolved(self.names.registered(self.organ, noun), noun, "the adopting organ")
        last = bisect.bisect_left(self.mentions, place, key=lambda m: m.place)
        for mention in reversed(self.mentions[:last]):
            if noun in mention.shorts:
                return self._resolved(mention.naming, noun, "as last named")
        return None

    def last_named(self, place: int, since: int) -> list[Naming]:
        """The bodies named in [since, place), each once, in order of the text."""
        seen: dict[str, Naming] = {}
        for mention in self.mentions:
            if since <= mention.place < place:
                seen.setdefault(mention.naming.id, mention.naming)
        return list(seen.values())

    def last_state(self, place: int) -> Naming | None:
        """The State last named before ``place``: who "the Government" is."""
        last = bisect.bisect_left(self.mentions, place, key=lambda m: m.place)
        for mention in reversed(self.mentions[:last]):
            if mention.naming.id.startswith("government-of:"):
                return self._resolved(mention.naming, "government", "the State last named")
        return None

    @staticmethod
    def _resolved(naming: Naming, noun: str, how: str) -> Naming:
        note = f'"the {noun.title()}" stands for {naming.name}, {how}'
        return Naming(naming.id, naming.name, naming.entry, naming.source, note, naming.doubt)


_ORGAN_OF = {"council": "council", "assembly": "general-assembly", "commission": "commission"}
