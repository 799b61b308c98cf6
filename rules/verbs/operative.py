"""Operative verbs: which finite verbs of a paragraph are the adopting organ's own.

A verb form of the lexicon counts where a clause of the organ can start: at the start of the paragraph, or
after a comma, semicolon or "and", with nothing but openers ("in this regard", "strongly") between. It does
not count as a noun ("assistance requests"), in a relative or that-clause ("which recognizes", "that the
Committee encourages"), or inside quotation marks. Every form that is turned down is kept with the reason.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from documents.document import DocumentKind
from rules.lexicon import Lexicon
from rules.lexicon.schema import VerbEntry
from rules.provisions import Kind, Strength
from rules.reasons import Because, Doubt, Reason
from rules.text import words_of
from rules.verbs.clause_starts import Boundary, ClauseStarts, Seen
from rules.verbs.forms import Candidate, Form, OperativeVerb, Rejected, VerbForms
from rules.verbs.subjects import Subjects, Voice
from rules.words import Words

__all__ = ["Form", "OperativeVerb", "OperativeVerbs", "Rejected"]

_PARTICIPLE_REACH = 25  # tokens: within them the infinitive of a participle's request must follow
_LONGEST_SUBJECT = 40  # tokens of the subject of a passive
_SHORTEST_VERB = 5  # letters of a verb form that no entry covers


class OperativeVerbs:
    """Finds operative verbs; one per lexicon."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._forms = VerbForms(nlp, lexicon, self._words)
        self._starts = ClauseStarts(self._words)
        self._subjects = Subjects(self._words)

    def find(
        self, doc: Doc, voice: Voice, *, within: bool = False
    ) -> tuple[list[OperativeVerb], list[Rejected]]:
        """The verbs accepted, in order, and the forms turned down.

        ``within``: the text goes on a provision that began before it, as an item does.
        """
        seen = Seen(doc, within, voice, self._subjects.find(words_of(doc), voice))
        first_person = any(subject.we for subject in seen.subjects)
        for form in self._forms.read(doc, first_person=first_person):
            if seen.accepted and form.start < seen.accepted[-1].end:
                continue
            verdict = self._judge(seen, form)
            if isinstance(verdict, OperativeVerb):
                seen.accepted.append(verdict)
            elif verdict:
                seen.rejected.append(Rejected(form.entry, form.span, verdict))
        first = seen.accepted[0] if seen.accepted else None
        if not (within or voice.declares) and (first is None or (first.opens > 0 and first.subject != 0)):
            unknown = self._unknown_opening(seen)
            seen.accepted[:0] = [unknown] if unknown else []
        return seen.accepted, seen.rejected

    def _judge(self, seen: Seen, form: Candidate) -> OperativeVerb | Because | None:
        """The operative verb, or why it is none; None for forms not worth a word (past, participles)."""
        if form.form is Form.PASSIVE:
            return self._passive(seen, form)
        boundary = self._starts.boundary(seen, form.start)
        in_past = form.form is Form.PAST and seen.in_past
        if isinstance(boundary, Because):
            return boundary if in_past or form.form is Form.PRESENT else None
        if form.form is Form.PARTICIPLE:
            return self._participle(seen, form, boundary)
        if form.form is Form.FIRST and not self._first_person(seen, form, boundary):
            return None
        if form.form is Form.PAST and not (in_past or self._opens_in_past(seen, boundary)):
            return None
        return self._starts.why_not(seen, form, boundary) or _accepted(form, boundary)

    def _first_person(self, seen: Seen, form: Candidate, boundary: Boundary) -> bool:
        """Whether "we" is the subject of a base form: "We call upon", "We note ... and urge"."""
        if boundary.subject:
            return boundary.subject.we
        return self._starts.coordinated(seen, form, boundary)

    @staticmethod
    def _opens_in_past(seen: Seen, boundary: Boundary) -> bool:
        """Whether a past form opens a text that tells what the organ did: "The Assembly decided to"."""
        if boundary.opens > 0 or seen.accepted or seen.voice.kind is DocumentKind.STATEMENT:
            return False
        if boundary.subject:
            return not boundary.subject.we
        return boundary.at_start and not seen.within

    def _passive(self, seen: Seen, form: Candidate) -> OperativeVerb | Because:
        """ "The Secretary-General is requested to report": the subject is who is asked."""
        words, start, end = seen.words, form.start, form.end
        opens = max((i + 1 for i in range(start) if words[i] in {";", "."}), default=0)
        subject = words[opens:start]
        if any(w in self._words.relatives or w in {"as", "if", "when"} for w in subject):
            return Because(Reason.PASSIVE_SUBORDINATE)
        if (seen.accepted and seen.accepted[-1].start >= opens) or len(subject) > _LONGEST_SUBJECT:
            return Because(Reason.PASSIVE_INSIDE)
        if "to" not in words[end : end + 2] and "that" not in words[end : end + 1]:
            return Because(Reason.PASSIVE_ASKS_NOBODY)
        phrase = seen.doc[start - 1 : end]
        return OperativeVerb(form.entry, Form.PASSIVE, form.span, phrase, opens, subject=opens)

    def _participle(self, seen: Seen, form: Candidate, boundary: Boundary) -> OperativeVerb | Because | None:
        """ "..., calling upon all States to cooperate": a new request with its own addressee."""
        entry, end = form.entry, form.end
        if not seen.accepted or entry.kind is not Kind.DIRECTIVE or not boundary.comma:
            return None
        if entry.strength is Strength.SOFT and not boundary.conjunction:
            return None
        if not self._starts.is_addressed(seen, end):
            return None
        clause = seen.words[seen.accepted[-1].end : form.start]
        if not {"by", "including", "through"}.isdisjoint(clause[-_PARTICIPLE_REACH:]):
            return Because(Reason.MANNER)
        if "to" not in seen.words[end : end + _PARTICIPLE_REACH]:
            return Because(Reason.NO_REQUEST)
        return _accepted(form, boundary, Doubt.PARTICIPLE)

    def _unknown_opening(self, seen: Seen) -> OperativeVerb | None:
        """The first word as a verb by its place and ending, where no entry covers it."""
        words = seen.words
        at = self._words.skip_openers(words, 0)
        if at + 1 >= len(words) or len(words[at]) < _SHORTEST_VERB or not words[at].endswith("s"):
            return None
        printed = seen.doc[at].text
        if not (printed.isalpha() and printed[0].isupper()) or self._starts.is_name(seen, at):
            return None
        if at == 0 and words[1] in self._words.noun_followers | {"to"}:
            return None
        entry = VerbEntry(
            verb=_base(words[at]), kind=Kind.STATEMENT, strength=Strength.NONE, forms=(words[at],), source=""
        )
        span, phrase = seen.doc[at : at + 1], seen.doc[: at + 1]
        return OperativeVerb(entry, Form.PRESENT, span, phrase, 0, doubt=Doubt.UNKNOWN_VERB)


def _accepted(form: Candidate, boundary: Boundary, doubt: Doubt | None = None) -> OperativeVerb:
    phrase = form.span.doc[max(boundary.opens, boundary.phrase) : form.end]
    return OperativeVerb(form.entry, form.form, form.span, phrase, boundary.opens, doubt=doubt)


def _base(form: str) -> str:
    if form.endswith("ies"):
        return form[:-3] + "y"
    if form.endswith(("sses", "shes", "ches", "xes")):
        return form[:-2]
    return form[:-1]
