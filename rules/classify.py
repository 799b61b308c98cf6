"""Paragraphs in, provisions out: from a document to its rows."""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc

from documents.document import Document, DocumentKind, Paragraph, Part
from documents.organs import GENERAL_ASSEMBLY
from rules import lexicon as lexicons
from rules.actors.mentions import Mentions
from rules.actors.naming import KnownActors
from rules.lexicon import Lexicon
from rules.paragraph_reading import ParagraphReading, ReadClause, ReadParagraph
from rules.pipeline import marked, named, pipeline
from rules.provision_rows import ProvisionRows
from rules.provisions import Kind, Provision
from rules.standing import Standing, stand, standing
from rules.terms.note_references import notes_of
from rules.verbs.forms import Form
from rules.verbs.subjects import Voice


@dataclass(frozen=True, slots=True)
class _Chapeau:
    """The clause of a chapeau that its items complete."""

    doc: Doc
    clause: ReadClause


class Classifier:
    """Classifies documents with one lexicon; may be kept and used for many documents."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._nlp = pipeline(lexicon)
        self._names = KnownActors(lexicon)
        self._organs = {organ: actor.id for actor in lexicon.actors.values() for organ in actor.organ}
        self._reading = ParagraphReading(self._nlp, lexicon)
        self._rows = ProvisionRows(self._nlp, lexicon)
        self._provisos = tuple(f" {words} " for words in lexicon.words.get("provisos", ()))

    def classify(self, document: Document) -> tuple[Provision, ...]:
        """Every provision of the operative part, in the order of the text."""
        mentions = Mentions(self.lexicon, self._names, self._organs.get(document.organ, ""))
        mentions.read(named(self._nlp, f"{document.title}\n{document.preamble}"))
        docs = list(self._marked(document))
        voice = _voice(document)
        counts: Counter[str] = Counter()
        rows: list[Provision] = []
        for _, group in itertools.groupby(docs, key=lambda doc: _number(_label(doc))):
            for row in self._paragraph(list(group), mentions, document, voice):
                counts[row.paragraph] += 1
                rows.append(replace(row, ordinal=counts[row.paragraph]))
        return tuple(rows)

    def _marked(self, document: Document) -> Iterator[Doc]:
        """The paragraphs of the operative part, each marked and with its standing."""
        operative = [
            Standing(paragraph, position, notes_of(document, paragraph))
            for position, paragraph in enumerate(document.paragraphs, start=1)
            if paragraph.part is Part.OPERATIVE
        ]
        docs = marked(self._nlp, (at.paragraph.text for at in operative))
        return itertools.starmap(stand, zip(docs, operative, strict=True))

    def _paragraph(
        self, docs: Sequence[Doc], mentions: Mentions, document: Document, voice: Voice
    ) -> Iterator[Provision]:
        """A numbered paragraph: its chapeau, then its items, then what goes on after them."""
        read = self._reading.read(docs[0], mentions, voice, within=False)
        chapeau = self._completed_by_items(read) if _has_items(docs) else None
        for clause in read.clauses:
            left_to_items = chapeau and clause is chapeau.clause and clause.asking.kind is Kind.DIRECTIVE
            if not left_to_items:
                yield self._rows.of_clause(document, read, clause)
        voice = replace(voice, past=voice.past or _goes_on_in_past(read))
        for doc in docs[1:]:
            part = self._reading.read(doc, mentions, voice, within=True)
            if chapeau and _is_item(doc) and (completing := self._completing(part, chapeau.clause)):
                yield self._rows.of_item(document, part, completing, chapeau.doc)
            for clause in part.clauses:
                yield self._rows.of_clause(document, part, clause)

    def _completed_by_items(self, read: ReadParagraph) -> _Chapeau | None:
        """The last clause of a chapeau, unless it states or its items complete a proviso."""
        if not read.clauses:
            return None
        last = read.clauses[-1]
        words = " ".join(read.passage.words[last.clause.after : last.clause.end])
        if last.asking.kind is Kind.STATEMENT or any(proviso in words for proviso in self._provisos):
            return None
        return _Chapeau(read.doc, last)

    def _completing(self, item: ReadParagraph, above: ReadClause) -> ReadClause | None:
        """An item as a clause of the verb above it; None where it has a verb of its own or asks nobody."""
        stop = item.first_verb
        if stop == 0:
            return None
        asking, directives = above.asking, self._reading.directives
        if asking.kind is not Kind.DIRECTIVE:
            asking = directives.item_decides(item.passage, stop, above.clause.verb)
        elif not asking.addressees:
            asking = directives.item(item.passage, stop, above.clause.verb)
        else:
            asking = replace(asking, action=0)
        clause = replace(above.clause, opens=0, after=0, end=stop)
        return ReadClause(clause, asking) if asking else None


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


def _voice(document: Document) -> Voice:
    """How the operative part of a document speaks."""
    declares = any(p.part is Part.OPERATIVE and re.match(r"We\b", p.text) for p in document.paragraphs)
    past = document.kind is DocumentKind.DECISION
    return Voice(document.organ, document.kind, past=past, declares=declares)


def _goes_on_in_past(chapeau: ReadParagraph) -> bool:
    """Whether the items under it go on telling what the organ did: "the General Assembly: (a) Decided"."""
    if not chapeau.clauses:
        return chapeau.paragraph.text.rstrip().endswith(":")
    return any(read.clause.verb.form is Form.PAST for read in chapeau.clauses)


def _label(doc: Doc) -> str:
    return standing(doc).paragraph.label


def _number(label: str) -> str:
    return re.sub(r"\(.*", "", label)


def _is_item(doc: Doc) -> bool:
    return "(" in _label(doc)


def _has_items(docs: Sequence[Doc]) -> bool:
    """Whether items follow a chapeau; they may also stand without one."""
    return not _is_item(docs[0]) and any(_is_item(doc) for doc in docs[1:])
