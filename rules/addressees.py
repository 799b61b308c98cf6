"""Who is asked: the grammar of addressees.

An addressee is a list of noun phrases between the verb and what is to be done ("to submit", "that ...
should"). Phrases between commas that only say how, when or with whom are stepped over; "including" and the
like add members; a relative clause or a prepositional phrase says which ones and changes nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from rules.components.actors import SPANS as ACTORS
from rules.lexicon import Lexicon
from rules.memory import Memory
from rules.names import Names, Naming
from rules.words import Words, match_at, phrases


@dataclass(frozen=True, slots=True)
class Found:
    """An addressee in a text: who, and where its words stand (token indices)."""

    naming: Naming
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase of the list: token indices, and what the list says of it."""

    start: int
    end: int
    doubt: str = ""


class Addressees:
    """Reads addressee lists; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._names = Names(lexicon)
        get = lexicon.words.get
        self._adjuncts = frozenset(get("adjunct-openers", ()))
        self._channels = phrases(get("channels", ()))
        self._inclusions = phrases(get("inclusions", ()))
        self._post = frozenset(get("post-modifiers", ()))
        self._body_nouns = phrases(get("body-nouns", ()))
        self._doings = frozenset(get("doings", ()))
        self._doers = phrases(get("doers", ()))

    # Where the list ends

    def infinitive(self, words: Sequence[str], start: int, end: int) -> int:
        """The position of the "to" (or "not to") that opens what is asked; -1 where there is none."""
        depth = 0
        for i in range(start, end - 1):
            depth += (words[i] == "(") - (words[i] == ")")
            if words[i] != "to" or depth > 0 or not self._is_verb_after_to(words, i + 1, end):
                continue
            if i > start and (words[i - 1] in self._words.inner_infinitive):
                continue
            return i - 1 if i > start and words[i - 1] == "not" else i
        return -1

    def _is_verb_after_to(self, words: Sequence[str], at: int, end: int) -> bool:
        if words[at] == "," and at + 1 < end:  # "to, inter alia, submit"
            at = self._words.skip_openers(words, at)
        at = min(at, end - 1)
        return words[at].isalpha() and words[at] not in self._words.not_infinitive

    def modal(self, words: Sequence[str], start: int, end: int) -> int:
        """The position of the first "shall", "should" or "must" of a that-clause; -1 for none."""
        return next((i for i in range(start, end) if words[i] in self._words.modals), -1)

    # The list

    def read(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """The addressees in the tokens [start, end), in order, each once."""
        words = [t.lower_ for t in doc]
        spans = {s.start: s for s in doc.spans[ACTORS] if start <= s.start < end}
        found: list[Found] = []
        pending: list[_Phrase] = []
        for phrase in self._noun_phrases(words, spans, start, end):
            if self._is_bare_adjective(words, phrase, spans):
                pending.append(phrase)
                continue
            namings = self._resolve(doc, words, phrase, spans, memory, base, end)
            head = words[phrase.end - 1]
            for bare in pending:
                naming = self._names.by_head([*words[bare.start : bare.end], head])
                namings = [*([naming] if naming else []), *namings]
            pending = []
            for naming in namings:
                if all(naming.id != f.naming.id for f in found):
                    doubted = Naming(*_fields(naming)[:5], naming.doubt or phrase.doubt)
                    found.append(Found(doubted, phrase.start, phrase.end))
        return found

    def subject(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """The subject of a that-clause, where it is somebody who acts; else nothing."""
        words = [t.lower_ for t in doc]
        at = start
        while at < end and (words[at] in self._words.modifiers or words[at] == ","):
            at += 1
        stop = self._list_end(words, doc, start, end)
        found = self.read(doc, start, stop, memory, base)
        return found if found and found[0].start <= at + 1 else []

    def _list_end(self, words: Sequence[str], doc: Doc, start: int, end: int) -> int:
        """Where a subject without a modal after it ends: at the first word that cannot be part of it."""
        spans = {s.start: s.end for s in doc.spans[ACTORS]}
        at, last = start, start
        while at < end:
            if at in spans:
                at = last = spans[at]
            elif words[at] in self._words.modifiers or words[at] in {",", "and", "or", "as", "well"}:
                at += 1
            else:
                size = match_at(self._inclusions, words, at)
                if not size:
                    break
                at += size
        return last if last > start else end

    def doers(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """Who is named as the one to do a thing called for: "efforts by Member States"."""
        words = [t.lower_ for t in doc]
        for i in range(start, end):
            size = match_at(self._doers, words, i)
            if size and self._starts_with_actor(doc, words, i + size):
                return self.read(doc, i + size, self._chunk_end(words, i + size, end), memory, base)
            if words[i] == "of" and i > start and words[i - 1] in self._doings and i - start < 6:
                if self._starts_with_actor(doc, words, i + 1):
                    return self.read(doc, i + 1, self._chunk_end(words, i + 1, end), memory, base)
            if words[i] == "'s" and i - start < 14 and any(w in self._doings for w in words[i + 1 : i + 5]):
                return self.read(doc, start, i, memory, base)
        return []

    def _chunk_end(self, words: Sequence[str], start: int, end: int) -> int:
        stops = {";", ":", "to", "in", "for", "with", "aimed", "aiming"}
        return next((i for i in range(start, end) if words[i] in stops), end)

    def _starts_with_actor(self, doc: Doc, words: Sequence[str], at: int) -> bool:
        while at < len(words) and words[at] in self._words.modifiers:
            at += 1
        if any(span.start <= at < span.end for span in doc.spans[ACTORS]):
            return True
        return match_at(self._body_nouns, words, at) > 0 and doc[at].text[:1].isupper()

    def object(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """An addressee that is the plain object: "entrusts the Committee with", "reminds States of"."""
        words = [t.lower_ for t in doc]
        if not self._starts_with_actor(doc, words, start):
            return []
        stop = next((i for i in range(start, end) if words[i] in {"of", "with", "against", "for", "that", "in", ";"}
                     and not any(s.start <= i < s.end for s in doc.spans[ACTORS])), end)  # fmt: skip
        return self.read(doc, start, stop, memory, base)

    # Noun phrases

    def _noun_phrases(
        self, words: Sequence[str], spans: dict[int, Span], start: int, end: int
    ) -> Iterator[_Phrase]:
        partners = False  # a list of partners runs on over commas
        doubt = ""
        for chunk_start, chunk_end in _chunks(words, spans, start, end):
            at = chunk_start
            coordinated = False
            while at < chunk_end and words[at] in {"and", "or"} or words[at : at + 3] == ["as", "well", "as"]:
                coordinated = True
                at += 3 if words[at] == "as" else 1
            if at >= chunk_end:
                continue
            size = match_at(self._inclusions, words, at)
            if size:
                at += size
                if at >= chunk_end or (words[at] in self._adjuncts and at not in spans):
                    continue
                partners = False
            elif words[at] in self._words.relatives:
                continue
            elif words[at] in self._adjuncts and at not in spans:
                channel = match_at(self._channels, words, at)
                partners = bool(channel)
                doubt = ""
                continue
            elif partners and not coordinated:
                continue
            elif partners:
                partners, doubt = False, "may be a partner, not an addressee"
            yield from self._split(words, spans, at, chunk_end, doubt)
            doubt = ""

    def _split(
        self, words: Sequence[str], spans: dict[int, Span], start: int, end: int, doubt: str
    ) -> Iterator[_Phrase]:
        """The phrases of one stretch without commas, joined by "and", "or", "as well as"."""
        at, first, closed = start, start, False
        while at < end:
            if at in spans:
                at = spans[at].end
                continue
            word = words[at]
            joint = 3 if words[at : at + 3] == ["as", "well", "as"] else 1 if word in {"and", "or", "/"} else 0
            inclusion = match_at(self._inclusions, words, at)
            if joint or inclusion:
                if first < at and not closed:
                    yield _Phrase(first, at, doubt)
                at += joint or inclusion
                if inclusion and at < end and words[at] in self._adjuncts:
                    return
                closed = closed and not self._opens_with_actor(words, spans, at)
                first = at
                continue
            if not closed and at > first and word in self._post and not self._is_bare(words, first, at):
                yield _Phrase(first, at, doubt)
                if match_at(self._channels, words, at) or word in self._words.relatives:
                    rest = _next_actor_after_and(words, spans, at, end, self._words)
                    if word not in self._words.relatives or rest < 0:
                        return
                closed = True
            at += 1
        if first < end and not closed:
            yield _Phrase(first, end, doubt)

    def _is_bare(self, words: Sequence[str], start: int, end: int) -> bool:
        return all(w in self._words.modifiers for w in words[start:end])

    def _opens_with_actor(self, words: Sequence[str], spans: dict[int, Span], at: int) -> bool:
        while at < len(words) and words[at] in self._words.modifiers and at not in spans:
            at += 1
        return at in spans

    def _is_bare_adjective(self, words: Sequence[str], phrase: _Phrase, spans: dict[int, Span]) -> bool:
        """ "international" in "international, regional and subregional organizations"."""
        size = phrase.end - phrase.start
        if phrase.start in spans or size > 3:
            return False
        return words[phrase.end - 1] in _SCOPES

    # From a phrase to actors

    def _resolve(
        self,
        doc: Doc,
        words: list[str],
        phrase: _Phrase,
        spans: dict[int, Span],
        memory: Memory,
        base: int,
        end: int,
    ) -> list[Naming]:
        at, stop = phrase.start, phrase.end
        while at < stop and at not in spans and words[at] in self._words.modifiers:
            at += 1
        if at >= stop:
            lone = words[stop - 1] if stop > phrase.start else ""
            return [self._names.registered("stakeholders", lone)] if lone in _LONE and at == stop else []
        place = base + doc[at].idx
        text = doc[at:stop].text
        if words[at] in _PRONOUNS:
            return []  # the caller knows who was asked before
        united_nations = "united nations" in " ".join(words[phrase.start : min(end, stop + 14)])
        if at in spans:
            return self._from_name(doc, words, spans[at], stop, memory, place)
        if (acronym := memory.acronyms.get(text)) is not None:
            return [acronym]
        if words[at] in {"government", "governments", "authorities"}:
            states = [s for i, s in spans.items() if at < i < stop and s.label_.startswith("government-of:")]
            if states and words[at] != "authorities":
                return [self._names.registered(s.label_, s.text) for s in states]
            if words[at] == "government" and stop - at == 1 and (state := memory.last_state(place)):
                return [state]
        size = match_at(self._body_nouns, words, at)
        if size and at + size == stop and doc[at].text[:1].isupper():
            short = memory.short_form(" ".join(words[at:stop]), place)
            if short:
                return [short]
        core = words[at:stop]
        if united_nations:
            part = self._names.united_nations_part(words[at : self._before_of(words, at, stop)])
            if part:
                return [part]
        head = self._names.by_head(words[at : self._before_of(words, at, stop)])
        if head and not (head.id in _GENERIC and "of" in core and _names_a_body(spans, at, stop)):
            return [head]
        near = self._names.misprint(text)
        if near:
            return [near]
        if not self._names.is_agent(core, text):
            return []
        return [self._names.new(text)]

    def _from_name(
        self, doc: Doc, words: list[str], span: Span, stop: int, memory: Memory, place: int
    ) -> list[Naming]:
        """A phrase that opens with a registered name: that actor, unless more words make it another."""
        rest = words[span.end : stop]
        if not rest or rest[0] in {"of", "(", ","} or span.end >= stop:
            return [self._registered(span, memory, place)]
        if rest[0] == "'s" or rest == ["'"]:
            tail = words[span.end + 1 : stop]
            if not tail:
                return [self._registered(span, memory, place)]
            name = self._names.by_name(" ".join(tail))
            return [self._names.registered(name, " ".join(tail))] if name else [self._names.new(doc[span.start : stop].text)]
        if span.label_ in {"un-system", "states", "member-states"}:
            part = self._names.united_nations_part(rest) if span.label_ == "un-system" else None
            if part:
                return [part]
            head = self._names.by_head(rest)
            if head:
                return [head]
            if span.label_ == "un-system" and self._names.is_agent(rest, doc[span.start : stop].text):
                return [self._names.new(doc[span.start : stop].text)]
        elif rest[-1] in {"states", "countries", "governments"}:
            head = self._names.by_head(rest)
            if head:
                return [head]
        return [self._registered(span, memory, place)]

    def _registered(self, span: Span, memory: Memory, place: int) -> Naming:
        return self._names.registered(span.label_, span.text)

    @staticmethod
    def _before_of(words: Sequence[str], at: int, stop: int) -> int:
        return next((i for i in range(at, stop) if words[i] in {"of", "("}), stop)


_PRONOUNS = {"it", "them", "him", "her", "they", "he", "she"}
_LONE = {"others", "concerned"}
_GENERIC = {"stakeholders", "parties", "un-system"}
_SCOPES = {"international", "regional", "subregional", "national", "local", "global", "intergovernmental",
           "interregional", "bilateral", "multilateral", "governmental", "private", "public"}  # fmt: skip


def _names_a_body(spans: dict[int, Span], start: int, end: int) -> bool:
    return any(start < i < end for i in spans)


def _fields(naming: Naming) -> tuple[str, ...]:
    return (naming.id, naming.name, naming.entry, naming.source, naming.note, naming.doubt)


def _chunks(words: Sequence[str], spans: dict[int, Span], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas, outside names and parentheses."""
    at, first, depth = start, start, 0
    while at < end:
        if at in spans:
            at = min(end, spans[at].end)
            continue
        depth += (words[at] == "(") - (words[at] == ")")
        if words[at] in {",", "–", "—"} and depth <= 0:
            if first < at:
                yield first, at
            first = at + 1
        at += 1
    if first < end:
        yield first, end


def _next_actor_after_and(
    words: Sequence[str], spans: dict[int, Span], start: int, end: int, classes: Words
) -> int:
    for i in range(start, end - 1):
        if words[i] == "and":
            at = i + 1
            while at < end and words[at] in classes.modifiers and at not in spans:
                at += 1
            if at in spans:
                return i
    return -1
