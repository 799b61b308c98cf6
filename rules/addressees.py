"""Who is asked: the grammar of addressees.

An addressee is a list of noun phrases between the verb and what is to be done ("to submit", "that ...
should"). Phrases between commas that only say how, when or with whom are stepped over; "including" and the
like add members; a relative clause or a prepositional phrase says which ones and changes nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from rules.components.actors import SPANS as ACTORS
from rules.lexicon import Lexicon
from rules.memory import Memory
from rules.names import Names, Naming
from rules.text import words_of
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
    included: bool = False  # after "including" or the like


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
        self._shorts = phrases(
            [s for a in lexicon.actors.values() for s in a.short] + [*get("body-nouns", ())]
        )
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

    def skip_adjunct(self, words: Sequence[str], at: int, end: int) -> int:
        """Past a phrase between commas: "that, after a discussion with the Committee, the Panel submit"."""
        if at < end and words[at] == ",":
            at += 1
        elif at >= end or words[at] not in self._adjuncts:
            return at
        comma = next((i for i in range(at, min(end, at + 25)) if words[i] == ","), -1)
        return comma + 1 if comma >= 0 else at

    # The list

    def read(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """The addressees in the tokens [start, end), in order, each once.

        Nothing where the first phrase is a thing ("further efforts by States to"): it is then called for,
        not addressed.
        """
        words = words_of(doc)
        spans = {s.start: s for s in doc.spans[ACTORS] if start <= s.start < end}
        region = _Region(doc, words, spans, start, end, memory, base, _in_united_nations(words, start, end))
        listed = list(self._noun_phrases(words, spans, start, end))
        found: list[Found] = []
        for i, phrase in enumerate(listed):
            previous = listed[i - 1] if i else None
            following = listed[i + 1] if i + 1 < len(listed) else None
            namings = self._shared_head(region, phrase, previous, listed[i + 1 :]) or self._resolve(
                region, phrase, first=i == 0
            )
            if not namings and not found and not self._is_adjective(region, phrase, following):
                return []
            for naming in namings:
                if all(naming.id != f.naming.id for f in found):
                    doubted = replace(naming, doubt=naming.doubt or phrase.doubt)
                    found.append(Found(doubted, phrase.start, phrase.end))
        return found

    def _is_adjective(self, region: _Region, phrase: _Phrase, following: _Phrase | None) -> bool:
        """ "civilian" in "civilian and military officials"."""
        return following is not None and phrase.end - phrase.start <= 2 and phrase.start not in region.spans

    def _shared_head(
        self, region: _Region, phrase: _Phrase, previous: _Phrase | None, following: Sequence[_Phrase]
    ) -> list[Naming]:
        """ "regional" in "regional and other organizations"; "representatives" after "special"."""
        words = region.words[phrase.start : phrase.end]
        if phrase.start in region.spans or len(words) > 3:
            return []
        if not self._names.by_head(words):
            for other in following[:4]:
                naming = self._names.group([*words, region.words[other.end - 1]], self._words.modifiers)
                if naming:
                    return [naming]
        if previous and len(words) == 1 and not self._names.by_head(words):
            first = self._skip_modifiers(region.words, previous.start, previous.end)
            naming = self._names.group([region.words[first], *words], frozenset())
            if naming:
                return [naming]
        return []

    def gapped(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """Further addressees of one verb: ", and for States parties ... to implement"."""
        words = words_of(doc)
        for i in range(start, end - 2):
            if words[i] == "and" and words[i + 1] == "for" and self._starts_with_actor(doc, words, i + 2):
                to = self.infinitive(words, i + 2, min(end, i + 40))
                if to >= 0:
                    return self.read(doc, i + 2, to, memory, base)
        return []

    def subject(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """The subject of a that-clause, where it is somebody who acts; else nothing."""
        words = words_of(doc)
        at = start
        while at < end and (words[at] in self._words.modifiers or words[at] == ","):
            at += 1
        stop = (
            end
            if end < len(words) and words[end] in self._words.modals
            else self._list_end(words, doc, start, end)
        )
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
        return last

    def doers(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """Who is named as the one to do a thing called for: "efforts by Member States"."""
        words = words_of(doc)
        for i in range(start, end):
            size = match_at(self._doers, words, i)
            if size and (words[i] == "by" or self._starts_with_actor(doc, words, i + size)):
                found = self.read(doc, i + size, self._chunk_end(words, i + size, end), memory, base)
                if found:
                    return found
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

    def short_forms(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Naming]:
        """The bodies named by short forms among the tokens, in order."""
        words = words_of(doc)
        found: list[Naming] = []
        for i in range(start, end):
            size = match_at(self._shorts, words, i) if doc[i].text[:1].isupper() else 0
            if size and words[i - 1] == "the":
                naming = memory.short_form(" ".join(words[i : i + size]), base + doc[i].idx)
                found += [naming] if naming and naming not in found else []
        return found

    def object(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Found]:
        """An addressee that is the plain object: "entrusts the Committee with", "reminds States of"."""
        words = words_of(doc)
        if not self._starts_with_actor(doc, words, start):
            return []
        stop = next((i for i in range(start, end) if words[i] in {"of", "with", "against", "for", "that", "in", ";"}
                     and not any(s.start <= i < s.end for s in doc.spans[ACTORS])), end)  # fmt: skip
        return self.read(doc, start, stop, memory, base)

    # Noun phrases

    def _noun_phrases(
        self, words: Sequence[str], spans: dict[int, Span], start: int, end: int
    ) -> Iterator[_Phrase]:
        listed = 0
        aside = partners = False  # after a phrase that is no addressee; one that opened a list of partners
        runs_on = False  # the list of that phrase went on over commas
        for at, chunk_end in _chunks(words, spans, start, end):
            coordinated = False
            while at < chunk_end and (words[at] in {"and", "or"} or words[at : at + 3] == _AS_WELL_AS):
                coordinated = True
                at += 3 if words[at] == "as" else 1
            size = match_at(self._inclusions, words, at)
            included = at + size
            if included >= chunk_end or (size and partners):
                continue
            if words[included] in self._words.relatives:
                continue
            if words[included] in self._adjuncts and included not in spans:
                aside, runs_on = True, False
                partners = match_at(self._channels, words, included) > 0
                continue
            if aside and listed and (runs_on or not coordinated) and not size:
                runs_on = True
                continue
            if aside and listed and not self._opens_with_actor(words, spans, included):
                continue
            doubt = "may be a partner, not an addressee" if partners and listed and coordinated else ""
            aside = partners = False
            for phrase in self._split(words, spans, included, chunk_end, doubt, bool(size)):
                listed += 1
                yield phrase

    def _split(
        self, words: Sequence[str], spans: dict[int, Span], start: int, end: int, doubt: str, included: bool
    ) -> Iterator[_Phrase]:
        """The phrases of one stretch without commas, joined by "and", "or", "as well as"."""
        at, first, closed = start, start, False
        while at < end:
            if at in spans:
                at = spans[at].end
                continue
            word = words[at]
            joint = (
                3
                if words[at : at + 3] == ["as", "well", "as"]
                else 1
                if word in {"and", "or", "/", "and/or"}
                else 0
            )
            inclusion = match_at(self._inclusions, words, at)
            if joint or inclusion:
                if first < at and not closed:
                    yield _Phrase(first, at, doubt, included)
                at += joint or inclusion
                if inclusion and at < end and words[at] in self._adjuncts:
                    return
                if (
                    at < end - 1 and words[at] == "to"
                ):  # "its request to the Secretary-General and to the President"
                    at += 1
                closed = closed and not self._opens_with_actor(words, spans, at)
                first = at
                continue
            if (
                not closed
                and at > first
                and self._ends_name(words, at, end)
                and not self._is_bare(words, first, at)
            ):
                yield _Phrase(first, at, doubt, included)
                if match_at(self._channels, words, at) or word in self._words.relatives:
                    rest = _next_actor_after_and(words, spans, at, end, self._words)
                    if word not in self._words.relatives or rest < 0:
                        return
                closed = True
            at += 1
        if first < end and not closed:
            yield _Phrase(first, end, doubt, included)

    def _ends_name(self, words: Sequence[str], at: int, end: int) -> bool:
        """Whether the word opens what is said of an addressee: "in", "involved", "extended by"."""
        if words[at] in self._post:
            return True
        return words[at].endswith("ed") and at + 1 < end and words[at + 1] in self._post

    def _is_bare(self, words: Sequence[str], start: int, end: int) -> bool:
        return all(w in self._words.modifiers for w in words[start:end])

    def _opens_with_actor(self, words: Sequence[str], spans: dict[int, Span], at: int) -> bool:
        while at < len(words) and words[at] in self._words.modifiers and at not in spans:
            at += 1
        return at in spans

    # From a phrase to actors

    def _skip_modifiers(self, words: Sequence[str], start: int, end: int) -> int:
        while start < end - 1 and words[start] in self._words.modifiers:
            start += 1
        return start

    def _resolve(self, region: _Region, phrase: _Phrase, *, first: bool) -> list[Naming]:
        """The actors that one noun phrase names; several only for "the Governments of X and Y"."""
        words, spans, stop = region.words, region.spans, phrase.end
        at = phrase.start
        while at < stop and at not in spans and words[at] in self._words.modifiers:
            at += 1
        if at == stop:
            lone = words[stop - 1] if stop > phrase.start else ""
            return [self._names.registered("stakeholders", lone)] if lone in _LONE else []
        if words[at] in _PRONOUNS:
            return []  # the caller knows who was named before
        if at in spans:
            return self._from_name(region, spans[at], stop)
        text = region.doc[at:stop].text
        if (acronym := region.memory.acronyms.get(text)) is not None:
            return [acronym]
        states = self._of_states(region, at, stop)
        if states:
            return states
        if (short := self._short_form(region, at, stop)) is not None:
            return [short]
        name_end = _before_of(words, at, stop)
        if region.united_nations and (part := self._names.united_nations_part(words[at:name_end])):
            return [part]
        if head := self._names.by_head(words[at:name_end]):
            return [head]
        if near := self._names.misprint(text):
            return [near]
        if not first and text[:1].isupper() and not region.doc[phrase.start].text.islower():
            return []  # a title that runs on: "Firearms, Their Parts and Components"
        if not self._names.is_agent(words[at:stop], "" if phrase.included or not first else text):
            return []
        return [self._names.new(text)]

    def _of_states(self, region: _Region, at: int, stop: int) -> list[Naming]:
        """ "the Government of X" and "the Governments of X and Y"; "the Government" of the State last named."""
        if region.words[at] not in {"government", "governments"}:
            return []
        named = [
            s for i, s in region.spans.items() if at < i < stop and s.label_.startswith("government-of:")
        ]
        if named:
            return [self._names.registered(s.label_, s.text) for s in named]
        if stop - at == 1 and region.words[at] == "government":
            state = region.memory.last_state(region.place(at))
            return [state] if state else []
        return []

    def _short_form(self, region: _Region, at: int, stop: int) -> Naming | None:
        """ "the Office": a capitalized short name of a body that the document has named."""
        size = match_at(self._shorts, region.words, at)
        if (
            not size
            or at + size != _before_of(region.words, at, stop)
            or not region.doc[at].text[:1].isupper()
        ):
            return None
        return region.memory.short_form(" ".join(region.words[at : at + size]), region.place(at))

    def _from_name(self, region: _Region, span: Span, stop: int) -> list[Naming]:
        """A phrase that opens with a known name: that actor, unless more words make it another."""
        words = region.words
        rest = words[span.end : _before_of(words, span.end, stop)]
        own = self._names.of_span(span)
        if own.id == "states" and (states := self._of_states(region, span.start, stop)):
            return states
        if not rest:
            part = own.id == "stakeholders" and region.united_nations
            return [(part and self._names.united_nations_part(words[span.start : span.end])) or own]
        if rest[0] in {"'s", "'"}:
            if not rest[1:]:
                return [own]
            tail = " ".join(rest[1:])
            named = self._names.by_name(tail) or self._names.by_name(region.doc[span.start : stop].text)
            return [
                self._names.registered(named, tail)
                if named
                else self._names.new(region.doc[span.start : stop].text)
            ]
        if span.label_ == "un-system" and (part := self._names.united_nations_part(rest)):
            return [part]
        if head := self._names.by_head(rest):
            return [head]
        if rest[-1] in self._words.body_nouns:
            return [self._names.new(region.doc[span.start : stop].text)]
        if span.label_ in _WIDE and self._names.is_agent(rest, ""):
            return [self._names.new(region.doc[span.start : stop].text)]
        return [own]


@dataclass(frozen=True, slots=True)
class _Region:
    """The stretch in which addressees are looked for, and what is known around it."""

    doc: Doc
    words: list[str]
    spans: dict[int, Span]
    start: int
    end: int
    memory: Memory
    base: int
    united_nations: bool

    def place(self, token: int) -> int:
        return self.base + self.doc[token].idx


_PRONOUNS = {"it", "them", "him", "her", "they", "he", "she"}
_LONE = {"others", "concerned"}
_WIDE = {"un-system", "states", "member-states"}
_AS_WELL_AS = ["as", "well", "as"]


def _before_of(words: Sequence[str], at: int, stop: int) -> int:
    return next((i for i in range(at, stop) if words[i] in {"of", "("}), stop)


def _in_united_nations(words: Sequence[str], start: int, end: int) -> bool:
    return any(words[i] == "united" and words[i + 1] == "nations" for i in range(start, end - 1))


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
