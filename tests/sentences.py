"""Sentences of our own in UN drafting style and how they are to be read: ``tests/rules/sentences/*.txt``.

A file is a list of sentences, each followed by its rows, indented, one a line:

    Requests the {Secretary-General|Secretary General}, by 2041, to report to the Council;
        request standard secretary-general | report | due by 2041 = 2041-12-31

A brace lists words that may stand in its place, each a sentence of its own; ``{}`` in a row repeats those of the
first brace, ``{-}`` as an id has them. A row is the verb, the strength of a directive or else the kind, the addressees, and what the other columns hold. Items
(``(a) ...`` behind a colon) are paragraphs of their own; their rows begin with the label. A line ``@ decision,
Security Council`` says what kind of document and which organ the sentences behind it are of; ``@ why`` there adds how
the clause was read, how each addressee's words led to it, what found a reference, and the verb forms turned down.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from documents.document import Document, DocumentKind, Paragraph, Part
from rules.classify import Classifier
from rules.provisions import Kind, Provision, What

FOLDER = Path(__file__).parent / "rules" / "sentences"
_ITEM = re.compile(r"(?<=[:;]) (?=\([a-z]\) )")
_BRACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, the rows that it is to give, and where both are written."""

    text: str
    rows: tuple[str, ...]
    place: str
    kind: DocumentKind = DocumentKind.RESOLUTION
    organ: str = "General Assembly"
    why: bool = False

    def document(self) -> Document:
        """A document of this sentence alone; its items are paragraphs."""
        chapeau, *items = _ITEM.split(self.text)
        labelled = [("1", chapeau), *((f"1({item[1]})", item[4:]) for item in items)]
        paragraphs = tuple(
            Paragraph(label, text, "", Part.OPERATIVE, None, 0, len(text)) for label, text in labelled
        )
        return Document("", self.kind, self.organ, paragraphs=paragraphs, text=self.text)

    def read(self, classifier: Classifier) -> tuple[str, ...]:
        """The rows that it gives."""
        return tuple(row_of(row, why=self.why) for row in classifier.classify(self.document()))


def row_of(row: Provision, *, why: bool = False) -> str:
    """A provision in one line, as the files write it."""
    actors = [actor.id for actor in row.addressees]
    if why:
        notes = [e.note for e in row.evidence if e.what in (What.ADDRESSEE, What.SHORT_FORM)]
        actors = [f"{actor} ({note})" for actor, note in zip(actors, notes, strict=True)]
    references = [f"{found.type} {found.symbol or '-'}" for found in row.references]
    if why:
        entries = [e.entry for e in row.evidence if e.what is What.REFERENCE]
        references = [f"{found} ({entry})" for found, entry in zip(references, entries, strict=True)]
    does = row.strength if row.kind is Kind.DIRECTIVE else row.kind
    parts = [
        " ".join(filter(None, (row.verb, does, ";".join(actors)))),
        *(["report"] if row.report else []),
        *([f"due {'; '.join(row.due)}{f' = {row.due_date}' if row.due_date else ''}"] if row.due else []),
        *(f"{qualifier.type}: {qualifier.words}" for qualifier in row.qualifiers),
        *references,
        *(["review"] if row.review else []),
        *(f"not {e.words}: {e.note}" for e in row.evidence if why and e.what is What.REJECTED),
        *(e.note for e in row.evidence if why and e.what is What.VERB and not e.note.startswith("verbs: ")),
    ]
    label = "" if row.paragraph == "1" else f"{row.paragraph}: "
    return label + " | ".join(parts)


def sentences(name: str = "*") -> list[Sentence]:
    """The sentences of one file, or of all."""
    return [one for path in sorted(FOLDER.glob(f"{name}.txt")) for one in _read(path)]


def _read(path: Path) -> Iterator[Sentence]:
    kind, organ, why = DocumentKind.RESOLUTION, "General Assembly", False
    text, place, rows = "", "", []
    for number, line in enumerate([*path.read_text(encoding="utf-8").splitlines(), ""], 1):
        if line.startswith("    "):
            rows.append(line.strip())
            continue
        if text:
            for one, its_rows in _spelt_out(text, rows):
                yield Sentence(one, its_rows, place, kind, organ, why)
        text, place, rows = "", f"{path.name}:{number}", []
        if line.startswith("@"):
            said = [word.strip() for word in line[1:].split(",")]
            why = "why" in said
            kind = next((k for k in DocumentKind if k.value in said), DocumentKind.RESOLUTION)
            organ = next((word for word in said if word[:1].isupper()), "General Assembly")
        elif line and not line.startswith("#"):
            text = line.strip()


def _spelt_out(text: str, rows: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every sentence that a text with braces stands for, with its rows."""
    slots = _BRACE.findall(text)
    plain = _BRACE.sub("{}", text)
    for words in itertools.product(*(slot.split("|") for slot in slots)):
        pieces = plain.split("{}")
        filled = "".join(itertools.chain.from_iterable(itertools.zip_longest(pieces, words, fillvalue="")))
        first = words[0] if words else ""
        slug = re.sub(r"[^a-z0-9]+", "-", first.lower())
        yield filled, tuple(row.replace("{}", first).replace("{-}", slug) for row in rows)
