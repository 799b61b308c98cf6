"""Forms of operative verbs: where a form of the lexicon stands, and which reading its particle gives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from rules.actors.names_in_text import SPANS as ACTORS
from rules.lexicon import Lexicon
from rules.lexicon.schema import VerbEntry
from rules.reasons import Because, Doubt
from rules.text import words_of
from rules.words import Words


class Form(StrEnum):
    PRESENT = "present"
    FIRST = "first person"  # "we request"
    PAST = "past"
    PASSIVE = "passive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class OperativeVerb:
    """An accepted verb.

    ``span``: verb and particle. ``phrase``: the same with the openers before it ("Also strongly urges").
    ``opens``: the token at which its clause begins. ``subject``: at which the subject of a passive begins,
    else -1.
    """

    entry: VerbEntry
    form: Form
    span: Span
    phrase: Span
    opens: int
    subject: int = -1
    doubt: Doubt | None = None

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


@dataclass(frozen=True, slots=True)
class Rejected:
    """A verb form that was seen and is not operative, and why."""

    entry: VerbEntry
    span: Span
    why: Because


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of an entry, and the particle that must follow its head."""

    entry: VerbEntry
    form: Form
    particle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form where it stands in a text, with its particle: an operative verb, if its place allows it."""

    entry: VerbEntry
    form: Form
    has_particle: bool
    span: Span

    @property
    def start(self) -> int:
        return self.span.start

    @property
    def end(self) -> int:
        return self.span.end


class VerbForms:
    """Finds forms of the lexicon's verbs; one per lexicon."""

    def __init__(self, nlp: Language, lexicon: Lexicon, words: Words) -> None:
        self._words = words
        self._heads = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._bases = PhraseMatcher(nlp.vocab, attr="LOWER")  # of the first person: looked for beside "we"
        self._readings: dict[str, list[VerbForm]] = defaultdict(list)
        for entry in lexicon.verbs:
            for form, phrases in _forms(entry):
                for phrase in phrases:
                    head, _, particle = phrase.partition(" ")
                    self._readings[head].append(VerbForm(entry, form, tuple(particle.split())))
        for head, readings in self._readings.items():
            readings.sort(key=lambda r: -len(r.particle))
            others = any(reading.form is not Form.FIRST for reading in readings)
            (self._heads if others else self._bases).add(head, [nlp.make_doc(head)])
        self._head_of = {nlp.vocab.strings[head]: head for head in self._readings}

    def read(self, doc: Doc, *, first_person: bool) -> Iterator[Candidate]:
        """Every form outside quotation marks, parentheses and names, from left to right.

        Base forms ("request") are read with ``first_person`` only.
        """
        words = words_of(doc)
        for head, start, end in self._candidates(doc, first_person):
            reading, stop = self._reading(words, head, start, end, first_person)
            if reading:
                yield Candidate(reading.entry, reading.form, bool(reading.particle), doc[start:stop])

    def _candidates(self, doc: Doc, first_person: bool) -> Iterator[tuple[str, int, int]]:
        """Heads of verb forms outside quotation marks and parentheses, from left to right."""
        shut = _shut(doc)
        for span in doc.spans[ACTORS]:
            shut[span.start : span.end] = [True] * len(span)
        found = [*self._heads(doc), *(self._bases(doc) if first_person else ())]
        matches = sorted((start, -end, key) for key, start, end in found)
        for start, minus_end, key in matches:
            if not shut[start]:
                yield self._head_of[key], start, -minus_end

    def _reading(
        self, words: Sequence[str], head: str, start: int, end: int, first_person: bool
    ) -> tuple[VerbForm | None, int]:
        """The reading whose particle follows, openers between allowed: "calls, in particular, for"."""
        passive = any(self._words.is_be(w) for w in words[max(0, start - 3) : start])
        for reading in self._readings[head]:
            if reading.form is Form.FIRST and not first_person:
                continue
            if (reading.form is Form.PASSIVE) != passive and reading.form in (Form.PASSIVE, Form.PAST):
                continue
            after = end if words[end : end + len(reading.particle)] == list(reading.particle) else -1
            if after < 0 and reading.particle:
                skipped = self._words.skip_openers(words, end)
                if words[skipped : skipped + len(reading.particle)] == list(reading.particle):
                    after = skipped
            if after >= 0:
                return reading, after + len(reading.particle)
        return None, end


def _forms(entry: VerbEntry) -> list[tuple[Form, tuple[str, ...]]]:
    return [
        (Form.PRESENT, entry.forms),
        (Form.FIRST, (entry.verb, *entry.bases)),
        (Form.PAST, entry.past),
        (Form.PASSIVE, entry.passives),
        (Form.PARTICIPLE, entry.participles),
    ]


def _shut(doc: Doc) -> list[bool]:
    """For each token whether it stands inside quotation marks or parentheses."""
    words = words_of(doc)
    shut, depth, quoted = [], 0, False
    closing = words.count('"') % 2 == 0
    for word in words:
        if word == "(":
            depth += 1
        elif word == '"' and closing:
            quoted = not quoted
        shut.append(depth > 0 or quoted)
        if word == ")":
            depth = max(0, depth - 1)
    return shut
