"""Paragraphs in, provisions out: one function per step, from a document to its rows."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from documents.document import Document, DocumentKind, Note, Paragraph, Part
from documents.organs import GENERAL_ASSEMBLY
from rules import lexicon as lexicons
from rules.actors.addressees import NamedActor
from rules.actors.mentions import Mentions
from rules.actors.naming import KnownActors, Naming
from rules.actors.passage import Passage
from rules.directives import Asking, Directives, VerbClause
from rules.lexicon import Lexicon
from rules.pipeline import Pipeline, pipeline
from rules.provisions import Addressee, Evidence, Kind, Provision, Strength
from rules.reasons import SHORT_FORMS, Because, What
from rules.terms.note_references import notes_of
from rules.terms.provision_terms import TermsReader
from rules.text import text_of
from rules.verbs.operative import Form, OperativeVerb, Rejected
from rules.verbs.subjects import Voice

_TRAILING = " ,;:.–—"


@dataclass(frozen=True, slots=True)
class _Read:
    """One paragraph read: its marked text, the notes that hang on it, its clauses and how they read."""

    paragraph: Paragraph
    notes: tuple[Note, ...]
    passage: Passage
    clauses: tuple[tuple[VerbClause, Asking], ...]
    rejected: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class _Chapeau:
    """The provision of a chapeau that its items complete."""

    reading: _Read
    clause: VerbClause
    asking: Asking


class Classifier:
    """Classifies documents with one lexicon; may be kept and used for many documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._pipeline: Pipeline = pipeline(lexicon)
        self._names = KnownActors(lexicon)
        self._organs = {organ: actor.id for actor in lexicon.actors.values() for organ in actor.organ}
        self._directives = Directives(lexicon)
        self._terms = TermsReader(self._pipeline.nlp, lexicon)

    def classify(self, document: Document) -> tuple[Provision, ...]:
        """Every provision of the operative part, in the order of the text."""
        mentions = self._mentions(document.organ)
        mentions.read(self._pipeline.names(f"{document.title}\n{document.preamble}"))
        operative = [p for p in document.paragraphs if p.part is Part.OPERATIVE]
        voice = _voice(document, operative)
        counts: Counter[str] = Counter()
        rows: list[Provision] = []
        for _, group in itertools.groupby(operative, key=lambda p: _number(p.label)):
            for row in self._paragraph(list(group), mentions, document, voice):
                counts[row.paragraph] += 1
                rows.append(_numbered(row, counts[row.paragraph]))
        return tuple(rows)

    def _mentions(self, organ: str) -> Mentions:
        return Mentions(self.lexicon, self._names, self._organs.get(organ, ""))

    def _paragraph(
        self, parts: list[Paragraph], mentions: Mentions, document: Document, voice: Voice
    ) -> Iterator[Provision]:
        """A numbered paragraph: its chapeau, then its items, then what goes on after them."""
        has_items = "(" not in parts[0].label and any("(" in p.label for p in parts[1:])
        chapeau = self._read(parts[0], mentions, document, voice, within=False)
        carried = self._carried(chapeau) if has_items else None
        voice = replace(voice, past=voice.past or _goes_on_in_past(chapeau))
        for clause, asking in chapeau.clauses:
            if carried is None or clause is not carried.clause or asking.kind is not Kind.DIRECTIVE:
                yield self._provision(document, chapeau, clause, asking)
        for part in parts[1:]:
            reading = self._read(part, mentions, document, voice, within=True)
            if carried and "(" in part.label:
                yield from self._item(document, reading, carried)
            for clause, asking in reading.clauses:
                yield self._provision(document, reading, clause, asking)

    def _carried(self, chapeau: _Read) -> _Chapeau | None:
        """The last provision of a chapeau, unless it states or its items complete a proviso."""
        if not chapeau.clauses:
            return None
        clause, asking = chapeau.clauses[-1]
        words = " ".join(chapeau.passage.words[clause.verb.end : clause.end])
        if asking.kind is Kind.STATEMENT or any(
            f" {p} " in words for p in self.lexicon.words.get("provisos", ())
        ):
            return None
        return _Chapeau(chapeau, clause, asking)

    def _item(self, document: Document, reading: _Read, carried: _Chapeau) -> Iterator[Provision]:
        """The row that an item gets for the verb of its chapeau."""
        opens = reading.clauses[0][0].verb.opens if reading.clauses else len(reading.passage.doc)
        if opens == 0:
            return  # it opens with a verb of its own
        asking = carried.asking
        if asking.kind is Kind.DIRECTIVE and not asking.addressees:
            asking = self._directives.item(reading.passage, opens, carried.clause.verb)
        elif asking.kind is not Kind.DIRECTIVE:
            found = self._directives.item_decides(reading.passage, opens, carried.clause.verb)
            if found is None:
                return
            asking = found
        yield self._provision(document, reading, carried.clause, asking, carried=carried, stop=opens)

    def _read(
        self, paragraph: Paragraph, mentions: Mentions, document: Document, voice: Voice, *, within: bool
    ) -> _Read:
        passage = Passage.taken_in(self._pipeline.names(paragraph.text), mentions)
        doc = passage.doc
        verbs, rejected = self._pipeline.verbs.find(doc, voice, within=within)
        ends = [*(verb.opens for verb in verbs[1:]), len(doc)][: len(verbs)]
        clauses: list[tuple[VerbClause, Asking]] = []
        for verb, end in zip(verbs, ends, strict=True):
            clause = VerbClause(verb, end)
            before = self._named_before(passage, clauses, verb)
            asking = self._directives.read(passage, clause, before)
            further = self._directives.further_requests(passage, clause)
            if further:
                clause = replace(clause, end=further[0].verb.opens)
            clauses.append((clause, asking))
            clauses += [(more, self._directives.read(passage, more, ())) for more in further]
        notes = notes_of(document, paragraph)
        return _Read(paragraph, notes, passage, tuple(_shared_objects(clauses)), tuple(rejected))

    def _named_before(
        self, passage: Passage, clauses: Sequence[tuple[VerbClause, Asking]], verb: OperativeVerb
    ) -> list[Naming]:
        """Who "it" and "them" may be: those asked last, else those named in the clause before."""
        if not clauses:
            return []
        clause, asking = clauses[-1]
        if asking.addressees:
            return [found.naming for found in asking.addressees]
        named = passage.mentions.last_named(passage.place(verb.opens), passage.place(clause.verb.start))
        named = named or self._directives.named_short(passage, clause.verb.end, verb.opens)
        after = passage.words[verb.end] if verb.end < len(passage.words) else ""
        return named[-1:] if after in {"it", "him", "her"} else named

    def _provision(
        self,
        document: Document,
        reading: _Read,
        clause: VerbClause,
        asking: Asking,
        *,
        carried: _Chapeau | None = None,
        stop: int | None = None,
    ) -> Provision:
        doc, verb = reading.passage.doc, clause.verb
        source = carried.reading.passage.doc if carried else doc
        start, end = (0, stop or len(doc)) if carried else (verb.opens, clause.end)
        end = _trimmed(doc, start, end)
        action = 0 if carried and carried.asking.addressees else min(asking.action, end)
        printed = reading.paragraph.text
        span = (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
        begins = action if carried else verb.end
        terms = self._terms.read(doc, begins, end, asking.kind, document, reading.notes)
        if carried:
            notes = carried.reading.notes
            chapeau = self._terms.read(source, verb.end, len(source), asking.kind, document, notes)
            terms = terms.with_chapeau(chapeau)
        addressees = asking.addressees if asking.kind is Kind.DIRECTIVE else ()
        return Provision(
            symbol=document.symbol,
            paragraph=reading.paragraph.label,
            ordinal=0,
            kind=asking.kind,
            verb=verb.entry.verb,
            verb_phrase=_verb_phrase(source, verb, (carried.reading if carried else reading).paragraph.text),
            strength=asking.strength if asking.kind is Kind.DIRECTIVE else Strength.NONE,
            addressees=tuple(
                _addressee(source if carried and carried.asking.addressees else doc, f) for f in addressees
            ),
            action=printed[doc[action].idx : span[1]].strip(_TRAILING) if action < end else "",
            qualifiers=terms.qualifiers,
            report=terms.report,
            due=terms.due,
            due_date=terms.due_date,
            references=terms.references,
            text=printed[span[0] : span[1]].strip(),
            start=span[0],
            end=span[1],
            page=reading.paragraph.page,
            review=Because(asking.doubt).sentence if asking.doubt else "",
            evidence=(*_evidence(source, reading, clause, asking, carried), *terms.evidence),
        )


def classify(document: Document, user_lexicon: Path | None = None) -> tuple[Provision, ...]:
    """The provisions of a document, by the built-in lexicon and a user's. Raises LexiconError."""
    return classifier(user_lexicon).classify(document)


@functools.lru_cache(maxsize=4)
def classifier(user_lexicon: Path | None = None) -> Classifier:
    """A classifier to use for many documents. Raises LexiconError."""
    return Classifier(lexicons.load(user_lexicon))


def classify_text(
    text: str, organ: str = GENERAL_ASSEMBLY, user_lexicon: Path | None = None
) -> tuple[Provision, ...]:
    """The provisions of one sentence or paragraph that stands alone, labelled paragraph 1."""
    return classifier(user_lexicon).classify(_alone(text, organ))


def _alone(text: str, organ: str) -> Document:
    paragraph = Paragraph("1", text.strip(), "", Part.OPERATIVE, None, 0, len(text))
    return Document("", DocumentKind.RESOLUTION, organ, paragraphs=(paragraph,), text=text)


def _voice(document: Document, operative: Sequence[Paragraph]) -> Voice:
    """How the operative part of a document speaks."""
    declares = any(re.match(r"We\b", paragraph.text) for paragraph in operative)
    past = document.kind is DocumentKind.DECISION
    return Voice(document.organ, document.kind, past=past, declares=declares)


def _goes_on_in_past(chapeau: _Read) -> bool:
    """Whether the items under it go on telling what the organ did: "the General Assembly: (a) Decided"."""
    if not chapeau.clauses:
        return chapeau.paragraph.text.rstrip().endswith(":")
    return any(clause.verb.form is Form.PAST for clause, _ in chapeau.clauses)


def _number(label: str) -> str:
    return re.sub(r"\(.*", "", label)


def _numbered(row: Provision, ordinal: int) -> Provision:
    return replace(row, ordinal=ordinal)


def _shared_objects(clauses: list[tuple[VerbClause, Asking]]) -> list[tuple[VerbClause, Asking]]:
    """ "Urges and encourages States to": the first verb has the addressees of the second."""
    for i in range(len(clauses) - 2, -1, -1):
        (clause, asking), (following, shared) = clauses[i], clauses[i + 1]
        bare = following.verb.opens - clause.verb.end <= 1
        if bare and asking.kind is Kind.DIRECTIVE and not asking.addressees:
            clauses[i] = (clause, replace(asking, addressees=shared.addressees))
    return clauses


def _trimmed(doc: Doc, start: int, end: int) -> int:
    while end > start + 1 and doc[end - 1].lower_ in {",", "and", "but", ";", ".", ":"}:
        end -= 1
    return end


def _verb_phrase(doc: Doc, verb: OperativeVerb, printed: str) -> str:
    first = verb.start - 1 if verb.form is Form.PASSIVE else max(verb.opens, verb.phrase)
    last = verb.end - 1 if verb.end > first else first + 1  # "to request" among what is decided
    return printed[doc[first].idx : doc[last].idx + len(doc[last])].strip(" ,")


def _addressee(doc: Doc, found: NamedActor) -> Addressee:
    return Addressee(found.naming.id, found.naming.name, doc[found.start : found.end].text.strip(" ,"))


def _evidence(
    source: Doc,
    reading: _Read,
    clause: VerbClause,
    asking: Asking,
    carried: _Chapeau | None,
) -> Iterator[Evidence]:
    verb = clause.verb
    note = asking.rule.sentence + (", from the chapeau" if carried else "")
    yield _mark(What.VERB, source, verb.start, verb.end, f"verbs: {verb.entry.verb}", verb.entry.source, note)
    doc = source if carried and carried.asking.addressees else reading.passage.doc
    for found in asking.addressees:
        what = What.SHORT_FORM if found.naming.via.value in SHORT_FORMS else What.ADDRESSEE
        naming = found.naming
        yield _mark(what, doc, found.start, found.end, naming.entry, naming.source, naming.via.sentence)
    for no in reading.rejected:
        if carried is not None or verb.opens <= no.start < clause.end:
            yield _mark(
                What.REJECTED,
                reading.passage.doc,
                no.start,
                no.end,
                f"verbs: {no.entry.verb}",
                no.entry.source,
                no.why.sentence,
            )


def _mark(what: What, doc: Doc, start: int, end: int, entry: str, source: str, note: str) -> Evidence:
    end = min(max(end, start + 1), len(doc))
    first, last = doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
    return Evidence(what, first, last, text_of(doc)[first:last], entry, source, note)
