"""Operative verbs: which finite verbs of a paragraph are the adopting organ's own.

A verb form of the lexicon counts where a clause of the organ can start: at the start of the paragraph, or
after a comma, semicolon or "and", with nothing but openers ("in this regard", "strongly") between. It does
not count as a noun ("assistance requests"), in a relative or that-clause ("which recognizes", "that the
Committee encourages"), or inside quotation marks. Every form that is turned down is kept with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from rules.components.actors import SPANS as ACTORS
from rules.lexicon import Lexicon
from rules.lexicon.schema import VerbEntry
from rules.provisions import Kind, Strength
from rules.text import words_of
from rules.words import Words


class Form(StrEnum):
    PRESENT = "present"
    PAST = "past"
    PASSIVE = "passive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class OperativeVerb:
    """An accepted verb. All positions are token indices.

    ``opens``: where its clause begins (openers included); ``start`` to ``end``: verb and particle.
    ``subject``: where the subject of a passive begins, else -1.
    """

    entry: VerbEntry
    form: Form
    opens: int
    start: int
    end: int
    subject: int = -1
    known: bool = True  # False: a form no entry covers, read as a verb by its place
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A verb form that was seen and is not operative, and why."""

    entry: VerbEntry
    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class _Reading:
    entry: VerbEntry
    form: Form
    particle: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Boundary:
    opens: int
    at_start: bool
    comma: bool
    conjunction: bool
    left: str  # the word before the boundary


class OperativeVerbs:
    """Finds operative verbs; ``find(doc)`` returns those accepted, in order, and those turned down."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._heads = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._readings: dict[str, list[_Reading]] = defaultdict(list)
        for entry in lexicon.verbs:
            for form, phrases in _forms(entry):
                for phrase in phrases:
                    head, _, particle = phrase.partition(" ")
                    self._readings[head].append(_Reading(entry, form, tuple(particle.split())))
        for head, readings in self._readings.items():
            readings.sort(key=lambda r: -len(r.particle))
            self._heads.add(head, [nlp.make_doc(head)])
        self._head_of = {nlp.vocab.strings[head]: head for head in self._readings}

    def find(self, doc: Doc, *, within: bool = False) -> tuple[list[OperativeVerb], list[Rejected]]:
        """``within``: the text goes on a provision that began before it, as an item does."""
        words = words_of(doc)
        accepted: list[OperativeVerb] = []
        rejected: list[Rejected] = []
        for head, start, end in self._candidates(doc):
            reading, stop = self._reading(words, head, start, end)
            if reading is None or (accepted and start < accepted[-1].end):
                continue
            verdict = self._judge(doc, words, reading, start, stop, accepted, rejected, within)
            if isinstance(verdict, OperativeVerb):
                accepted.append(verdict)
            elif verdict:
                rejected.append(Rejected(reading.entry, start, stop, verdict))
        if not within and (not accepted or accepted[0].opens > 0):
            unknown = self._unknown_opening(doc, words)
            if unknown and not (accepted and accepted[0].subject == 0):
                accepted.insert(0, unknown)
        return accepted, rejected

    def _candidates(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        """Heads of verb forms outside quotation marks and parentheses, from left to right."""
        shut = _shut(doc)
        for span in doc.spans[ACTORS]:
            shut[span.start : span.end] = [True] * len(span)
        matches = sorted((start, -end, key) for key, start, end in self._heads(doc))
        for start, minus_end, key in matches:
            if not shut[start]:
                yield self._head_of[key], start, -minus_end

    def _reading(self, words: Sequence[str], head: str, start: int, end: int) -> tuple[_Reading | None, int]:
        """The reading whose particle follows, openers between allowed: "calls, in particular, for"."""
        passive = any(self._words.is_be(w) for w in words[max(0, start - 3) : start])
        for reading in self._readings[head]:
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

    def _judge(
        self,
        doc: Doc,
        words: Sequence[str],
        reading: _Reading,
        start: int,
        end: int,
        accepted: list[OperativeVerb],
        rejected: list[Rejected],
        within: bool,
    ) -> OperativeVerb | str:
        """The operative verb, or why it is none; "" for forms not worth a word (past, participles)."""
        if reading.form is Form.PASSIVE:
            return self._passive(words, reading, start, end, accepted)
        boundary = self._boundary(doc, words, start)
        if isinstance(boundary, str):
            return boundary if reading.form is Form.PRESENT else ""
        if reading.form is Form.PARTICIPLE:
            return self._participle(doc, words, reading, start, end, boundary, accepted)
        if reading.form is Form.PAST and not boundary.at_start:
            return ""
        if within and boundary.at_start and self._reads_as_noun(words, reading, start, end):
            return "is a noun here"
        if not boundary.at_start:
            if not accepted and not within:
                return "no operative verb opens the paragraph"
            why = self._why_not_here(doc, words, reading, start, end, boundary, accepted, rejected)
            if why:
                return why
        return OperativeVerb(reading.entry, reading.form, boundary.opens, start, end)

    def _boundary(self, doc: Doc, words: Sequence[str], start: int) -> _Boundary | str:
        """Walk left over openers to where a clause of the organ may begin."""
        at, comma, conjunction = self._words.skip_openers_left(words, start)
        if not conjunction and not comma and at == start and at > 0 and words[at - 1] not in _STOPS:
            if self._words.is_organ_subject(words, at):
                return _Boundary(self._words.organ_subject_start(words, at), True, False, False, "")
            if words[at - 1] in self._words.subordinators:
                return f'follows "{words[at - 1]}"'
            return "has a subject or an object before it"
        if at == 0:
            return _Boundary(0, True, comma, conjunction, "")
        left = words[at - 1]
        if left in self._words.subordinators:
            return f'follows "{left}"'
        if self._words.is_organ_subject(words, at):
            return _Boundary(self._words.organ_subject_start(words, at), True, False, False, "")
        if not (comma or conjunction or left in _STOPS):
            return "has a subject or an object before it"
        opens = at
        while opens < start and words[opens] in {",", "and", "or"}:
            opens += 1
        at_start = left in {"."} and not comma and not conjunction
        return _Boundary(opens, at_start, comma or left in _STOPS, conjunction, left)

    def _why_not_here(
        self,
        doc: Doc,
        words: Sequence[str],
        reading: _Reading,
        start: int,
        end: int,
        boundary: _Boundary,
        accepted: list[OperativeVerb],
        rejected: list[Rejected],
    ) -> str:
        """Why a form after a boundary in mid-paragraph is not the organ's; "" where it is."""
        directive = reading.entry.kind is Kind.DIRECTIVE
        addressed = self._is_addressed(doc, words, end)
        opened = boundary.opens < start
        if self._interrupts(words, start, boundary, accepted):
            return "has its subject before the words between commas"
        plain = not opened or words[start - 1] in {"and", ","}
        if plain and not addressed and self._reads_as_noun(words, reading, start, end):
            return "is a noun here"
        if not accepted:
            return "" if opened or boundary.comma else "no boundary of a clause before it"
        previous = accepted[-1]
        if boundary.opens == previous.end or _only_with(words, previous.end, boundary.opens):
            return ""
        if reading.entry.verb == "remain" and not self._words.state_follows(words, end):
            return "has a thing for its subject"
        if not (directive and addressed):
            if reading.entry.verb in self._words.opening_only:
                return "opens a provision only at the start of a paragraph"
            if reading.entry.verb in self._words.after_comma and not (boundary.comma or opened):
                return "opens a provision only after a comma"
        if opened and boundary.conjunction:
            return ""
        embedded = self._embedded(words, previous, boundary, rejected)
        if embedded and not (directive and addressed and not embedded.startswith("!")):
            return embedded.removeprefix("!")
        return ""

    @staticmethod
    def _interrupts(
        words: Sequence[str], start: int, boundary: _Boundary, accepted: Sequence[OperativeVerb]
    ) -> bool:
        """ "that the Agreement, inter alia, requires": commas on both sides, after "that" or "which"."""
        enclosed = words[start - 1] == "," and boundary.opens < start and not boundary.conjunction
        since = accepted[-1].end if accepted else 0
        return enclosed and any(w in {"that", "which", "who"} for w in words[since : boundary.opens])

    def _reads_as_noun(self, words: Sequence[str], reading: _Reading, start: int, end: int) -> bool:
        if words[start] not in self._words.noun_like or reading.particle:
            return False
        skipped = self._words.skip_openers(words, end)
        follower = words[skipped] if skipped < len(words) else "."
        return follower == "," or follower in self._words.noun_followers

    def _embedded(
        self, words: Sequence[str], previous: OperativeVerb, boundary: _Boundary, rejected: list[Rejected]
    ) -> str:
        """The clause that a verb coordinated without a comma of its own more likely belongs to."""
        edge = boundary.opens - (1 if boundary.conjunction else 0)
        if boundary.comma and boundary.conjunction:
            return ""
        since = previous.end
        for i in range(edge - 1, previous.end, -1):
            if words[i] in {";"}:
                since = i
                break
        if boundary.comma:
            # "..., supports": only a restrictive clause that still runs can claim it
            return ""
        for other in reversed(rejected):
            if (
                since < other.start < edge
                and "subject" in other.why
                and not self._comma_and(words, other.end, edge)
            ):
                body = words[other.start - 1] in self._words.body_nouns
                mark = "!" if body or other.entry.kind is Kind.DIRECTIVE else ""
                return f'{mark}coordinated with "{words[other.start]}" in a that-clause'
        for i in range(edge - 1, since, -1):
            if words[i] in {"which", "who"} and i + 1 < edge:
                verb = next((w for w in words[i + 1 : i + 3] if w.endswith("s") and not w.endswith("ly")), "")
                if verb and not self._comma_and(words, i, edge):
                    return f'coordinated with "{verb}" in a relative clause'
        return ""

    @staticmethod
    def _comma_and(words: Sequence[str], start: int, end: int) -> bool:
        return any(words[i] == "," and words[i + 1] == "and" for i in range(start, end - 1))

    def _is_addressed(self, doc: Doc, words: Sequence[str], end: int) -> bool:
        """Whether an actor (after determiners) follows the verb."""
        at = self._words.skip_openers(words, end)
        while at < len(words) and (words[at] in self._words.modifiers or words[at] == "-"):
            at += 1
        return any(span.start <= at < span.end for span in doc.spans[ACTORS])

    def _passive(
        self, words: Sequence[str], reading: _Reading, start: int, end: int, accepted: list[OperativeVerb]
    ) -> OperativeVerb | str:
        """ "The Secretary-General is requested to report": the subject is who is asked."""
        opens = max((i + 1 for i in range(start) if words[i] in {";", "."}), default=0)
        subject = words[opens:start]
        if any(w in self._words.relatives or w in {"as", "if", "when"} for w in subject):
            return "is a passive in a subordinate clause"
        if (accepted and accepted[-1].start >= opens) or len(subject) > 40:
            return "is a passive inside another provision"
        if "to" not in words[end : end + 2] and "that" not in words[end : end + 1]:
            return "is a passive that asks nobody to act"
        return OperativeVerb(reading.entry, Form.PASSIVE, opens, start, end, subject=opens)

    def _participle(
        self,
        doc: Doc,
        words: Sequence[str],
        reading: _Reading,
        start: int,
        end: int,
        boundary: _Boundary,
        accepted: list[OperativeVerb],
    ) -> OperativeVerb | str:
        """ "..., calling upon all States to cooperate": a new request with its own addressee."""
        if not accepted or reading.entry.kind is not Kind.DIRECTIVE or not boundary.comma:
            return ""
        if reading.entry.strength in (Strength.SOFT,) and not boundary.conjunction:
            return ""
        if not self._is_addressed(doc, words, end):
            return ""
        clause = words[accepted[-1].end : start]
        if any(w in {"by", "including", "through"} for w in clause[-25:]):
            return "is a participle of manner"
        stop = min(len(words), end + 25)
        if "to" not in words[end:stop]:
            return "is a participle without a request of its own"
        return OperativeVerb(
            reading.entry, Form.PARTICIPLE, boundary.opens, start, end, doubt="a request made by a participle"
        )

    def _unknown_opening(self, doc: Doc, words: Sequence[str]) -> OperativeVerb | None:
        """The first word as a verb by its place and ending, where no entry covers it."""
        at = self._words.skip_openers(words, 0)
        if at + 1 >= len(words):
            return None
        token = doc[at]
        if not (token.text.isalpha() and token.text[:1].isupper() and words[at].endswith("s")):
            return None
        if at + 1 < len(words) and words[at + 1] in self._words.noun_followers | {"to"} and at == 0:
            return None
        if any(span.start <= at < span.end for span in doc.spans[ACTORS]) or len(words[at]) < 5:
            return None
        entry = VerbEntry(
            verb=_base(words[at]), kind=Kind.STATEMENT, strength=Strength.NONE, forms=(words[at],), source=""
        )
        return OperativeVerb(entry, Form.PRESENT, 0, at, at + 1, known=False, doubt="a verb no entry covers")


_STOPS = {";", ":", ".", "–", "—"}


def _forms(entry: VerbEntry) -> list[tuple[Form, tuple[str, ...]]]:
    return [
        (Form.PRESENT, entry.forms),
        (Form.PAST, entry.past),
        (Form.PASSIVE, entry.passives),
        (Form.PARTICIPLE, entry.participles),
    ]


def _only_with(words: Sequence[str], start: int, end: int) -> bool:
    """Whether nothing but "with concern" or "with appreciation" and "and" stands in between."""
    between = [w for w in words[start:end] if w not in {"and", ","}]
    return len(between) <= 4 and bool(between) and between[0] == "with"


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


def _base(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes")):
        return form[:-2]
    return form[:-1]
