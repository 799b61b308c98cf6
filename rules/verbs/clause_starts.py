"""Where a clause of the adopting organ can start, and what speaks against a verb form that stands there.

A form counts at the start of the paragraph, or after a comma, semicolon or "and", with nothing but openers
("in this regard", "strongly") between. It does not count as a noun, in a relative or that-clause, or where it
is coordinated with the verb of such a clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from rules.actors.names_in_text import SPANS as ACTORS
from rules.provisions import Kind
from rules.reasons import Because, Reason
from rules.text import words_of
from rules.verbs.forms import Candidate, Form, OperativeVerb, Rejected
from rules.verbs.subjects import Subject, Voice
from rules.words import Words

_STOPS = {";", ":", ".", "–", "—"}
# The verb of a that-clause, by why it was turned down.
_OF_ANOTHER = {Reason.HAS_SUBJECT, Reason.SUBJECT_BEFORE_COMMAS, Reason.THING_FOR_SUBJECT}


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where a clause may begin: ``opens`` is its first token, openers included.

    ``subject``: the organ or "we" that stands before the verb; ``phrase``: where the words of the verb
    begin, if later than ``opens``.
    """

    opens: int
    at_start: bool
    comma: bool
    conjunction: bool
    subject: Subject | None = None
    phrase: int = 0


@dataclass(slots=True)
class Seen:
    """A text and the verbs decided on so far, from left to right.

    ``within``: the text goes on a provision that began before it, as an item does. ``subjects``: where the
    organ or "we" is named as the subject of a verb.
    """

    doc: Doc
    within: bool
    voice: Voice
    subjects: tuple[Subject, ...]
    accepted: list[OperativeVerb] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        return words_of(self.doc)

    @property
    def in_past(self) -> bool:
        """Whether the text has told so far in the past what the organ does."""
        return self.voice.past or any(verb.form is Form.PAST for verb in self.accepted)

    def subject_before(self, at: int) -> Subject | None:
        """The subject that ends before a verb's own words, the first of which stands at ``at``."""
        for subject in self.subjects:
            if subject.end == at and not (
                subject.led_in and not subject.we and self._read_since(subject.opens)
            ):
                return subject
        return None

    def subject_of_recital(self, start: int) -> Subject | None:
        """The subject whose recitals end before ``start``: "The Assembly, recalling its plan, decides"."""
        for subject in reversed(self.subjects):
            if subject.end < start:
                recital = self.words[subject.end : start]
                whole = recital[0] == "," and not any(word in {";", "."} for word in recital)
                return subject if whole and not self._read_since(subject.opens) else None
        return None

    def _read_since(self, opens: int) -> bool:
        return any(verb.start >= opens for verb in self.accepted)


class ClauseStarts:
    """Judges the place of a verb form; one per lexicon."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def boundary(self, seen: Seen, start: int) -> Boundary | Because:
        """The boundary left of a form, past openers; or why no clause of the organ begins there."""
        words = seen.words
        at, comma, conjunction = self._words.skip_openers_left(words, start)
        if at == 0:
            return Boundary(0, True, comma, conjunction)
        left = words[at - 1]
        if subject := seen.subject_before(at):
            opens = (
                subject.start if seen.accepted and seen.accepted[-1].start >= subject.opens else subject.opens
            )
            return Boundary(opens, True, False, False, subject, subject.start)
        organ = self._words.organ_subject_start(words, at)
        if left in self._words.subordinators:
            return Because(Reason.SUBORDINATE, (left,))
        if organ >= 0:
            return Boundary(organ, True, False, False)
        if not (comma or conjunction or left in _STOPS):
            return Because(Reason.HAS_SUBJECT)
        opens = at
        while opens < start and words[opens] in {",", "and", "or", "but", "yet"}:
            opens += 1
        if comma and not conjunction and (subject := seen.subject_of_recital(start)):
            return Boundary(subject.opens, True, False, False, subject, opens)
        at_start = left == "." and not comma and not conjunction
        return Boundary(opens, at_start, comma or left in _STOPS, conjunction)

    def why_not(self, seen: Seen, form: Candidate, boundary: Boundary) -> Because | None:
        """Why a form after a boundary is not the organ's; None where it is."""
        if boundary.at_start:
            noun = seen.within and not boundary.subject and self._reads_as_noun(seen.words, form)
            return Because(Reason.NOUN) if noun else None
        if not seen.accepted and not seen.within:
            return Because(Reason.NO_OPENING_VERB)
        addressed = self.is_addressed(seen, form.end)
        opened = boundary.opens < form.start
        if self._interrupts(seen, form.start, boundary):
            return Because(Reason.SUBJECT_BEFORE_COMMAS)
        plain = not opened or seen.words[form.start - 1] in {"and", ","}
        if plain and not addressed and self._reads_as_noun(seen.words, form):
            return Because(Reason.NOUN)
        if not seen.accepted:
            return None if opened or boundary.comma else Because(Reason.NO_BOUNDARY)
        if form.form is Form.PAST and self._reads_as_participle(seen.words, form):
            return Because(Reason.PARTICIPLE)
        previous = seen.accepted[-1]
        if boundary.opens == previous.end or _only_with(seen.words, previous.end, boundary.opens):
            return None
        asks = form.entry.kind is Kind.DIRECTIVE and addressed
        if out_of_place := self._out_of_place(seen.words, form, boundary, opened=opened, asks=asks):
            return out_of_place
        if opened and boundary.conjunction:
            return None
        embedded, firm = self._embedded(seen, previous, boundary)
        return None if asks and not firm else embedded

    def is_addressed(self, seen: Seen, end: int) -> bool:
        """Whether an actor (after determiners) follows the verb that ends at ``end``."""
        words = seen.words
        at = self._words.skip_openers(words, end)
        while at < len(words) and (words[at] in self._words.modifiers or words[at] == "-"):
            at += 1
        body = at < len(words) and words[at] in self._words.body_nouns and seen.doc[at].text[:1].isupper()
        return body or self.is_name(seen, at)

    def coordinated(self, seen: Seen, form: Candidate, boundary: Boundary) -> bool:
        """Whether "we" is the subject of this verb as of the one before: "We note, and urge States to"."""
        if boundary.at_start or not seen.accepted or seen.accepted[-1].form is not Form.FIRST:
            return False
        words, previous = seen.words, seen.accepted[-1]
        between = words[previous.end : form.start]
        if "." in between or ":" in between or self._reads_as_noun(words, form):
            return False
        asks = form.entry.kind is Kind.DIRECTIVE and self.is_addressed(seen, form.end)
        if asks and boundary.conjunction:
            return True
        return not any(
            words[i] == "to" and words[i + 1] not in self._words.not_infinitive and words[i + 1][-3:] != "ing"
            for i in range(previous.end, form.start - 1)
        )

    def _reads_as_participle(self, words: Sequence[str], form: Candidate) -> bool:
        """Whether a past form tells what was done to a thing: "the plan adopted by", "submitted in May"."""
        if form.has_particle:
            return False
        at = self._words.skip_openers(words, form.end)
        if at < len(words) and words[at] == ",":  # "decided, on the proposal of the Chair, to"
            comma = next((i for i in range(at + 1, len(words)) if words[i] == ","), -1)
            return comma < 0 or words[comma + 1 : comma + 2] not in (["to"], ["that"])
        return at >= len(words) or words[at] in self._words.participle_followers

    @staticmethod
    def is_name(seen: Seen, at: int) -> bool:
        """Whether a token lies inside the name of an actor."""
        return any(span.start <= at < span.end for span in seen.doc.spans[ACTORS])

    def _out_of_place(
        self, words: list[str], form: Candidate, boundary: Boundary, *, opened: bool, asks: bool
    ) -> Because | None:
        """Why a verb does not open a provision in mid-paragraph; None where it may."""
        verb = form.entry.verb
        if verb == "remain" and not self._words.state_follows(words, form.end):
            return Because(Reason.THING_FOR_SUBJECT)
        if not asks and verb in self._words.opening_only:
            return Because(Reason.OPENING_ONLY)
        past = form.form is Form.PAST  # another form than of the plural nouns that the comma tells apart
        if not asks and verb in self._words.after_comma and not (boundary.comma or opened or past):
            return Because(Reason.AFTER_COMMA_ONLY)
        return None

    @staticmethod
    def _interrupts(seen: Seen, start: int, boundary: Boundary) -> bool:
        """ "that the Agreement, inter alia, requires": commas on both sides, after "that" or "which"."""
        enclosed = seen.words[start - 1] == "," and boundary.opens < start and not boundary.conjunction
        since = seen.accepted[-1].end if seen.accepted else 0
        return enclosed and any(w in {"that", "which", "who"} for w in seen.words[since : boundary.opens])

    def _reads_as_noun(self, words: Sequence[str], form: Candidate) -> bool:
        noun_like = form.form is Form.FIRST or words[form.start] in self._words.noun_like
        if not noun_like or form.has_particle:
            return False
        skipped = self._words.skip_openers(words, form.end)
        follower = words[skipped] if skipped < len(words) else "."
        return follower == "," or follower in self._words.noun_followers

    def _embedded(
        self, seen: Seen, previous: OperativeVerb, boundary: Boundary
    ) -> tuple[Because | None, bool]:
        """The clause that a verb joined by a bare "and" more likely belongs to, and whether that is firm.

        Firm is what even an addressee behind the verb does not outweigh.
        """
        if boundary.comma:
            return None, False
        words = seen.words
        edge = boundary.opens - (1 if boundary.conjunction else 0)
        since = next((i for i in range(edge - 1, previous.end, -1) if words[i] == ";"), previous.end)
        for other in reversed(seen.rejected):
            inside = since < other.span.start < edge and other.why.value in _OF_ANOTHER
            if inside and not _comma_and(words, other.span.end, edge):
                body = words[other.span.start - 1] in self._words.body_nouns
                firm = body or other.entry.kind is Kind.DIRECTIVE
                return Because(Reason.IN_THAT_CLAUSE, (words[other.span.start],)), firm
        for i in range(edge - 2, since, -1):
            if words[i] in {"which", "who"} and not _comma_and(words, i, edge):
                ending = ("s", "ed") if seen.in_past else "s"
                verb = next((w for w in words[i + 1 : i + 3] if w.endswith(ending)), "")
                if verb:
                    return Because(Reason.IN_RELATIVE_CLAUSE, (verb,)), False
        return None, False


def _comma_and(words: Sequence[str], start: int, end: int) -> bool:
    return any(words[i] == "," and words[i + 1] == "and" for i in range(start, end - 1))


def _only_with(words: Sequence[str], start: int, end: int) -> bool:
    """Whether nothing but "with concern" or "with appreciation" and "and" stands in between."""
    between = [w for w in words[start:end] if w not in {"and", ","}]
    return len(between) <= 4 and bool(between) and between[0] == "with"
