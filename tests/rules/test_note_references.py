"""A symbol in a footnote is the symbol of the words that the footnote hangs on."""

from __future__ import annotations

import pytest

from documents.document import Document, DocumentKind, Note, Paragraph, Part, Place
from rules.classify import classify
from rules.provisions import Provision, Reference


def read(*paragraphs: tuple[str, str], notes: tuple[Note, ...]) -> tuple[Provision, ...]:
    made = tuple(Paragraph(label, text, "", Part.OPERATIVE, 1, 0, len(text)) for label, text in paragraphs)
    return classify(
        Document("A/RES/99/1", DocumentKind.RESOLUTION, "General Assembly", paragraphs=made, notes=notes)
    )


def note(words: str, text: str, said: str, paragraph: str = "1") -> Note:
    """A note ``said`` whose mark stands behind ``words`` in ``text``."""
    return Note("3", said, 1, Place.PARAGRAPH, paragraph, text.index(words) + len(words))


TEXT = "Welcomes the report of the Secretary-General, and requests the Panel on Piers to follow the advice in its plan of work;"


def test_a_symbol_belongs_to_the_provision_that_holds_the_mark() -> None:
    rows = read(("1", TEXT), notes=(note("Secretary-General,", TEXT, "A/99/268."),))
    assert [row.references for row in rows] == [
        (Reference("report", "A/99/268", "report of the Secretary-General"),),
        (),
    ]
    (evidence,) = [e for e in rows[0].evidence if e.what == "reference"]
    assert TEXT[evidence.start : evidence.end] == evidence.words == "report of the Secretary-General"
    assert "A/99/268" in evidence.note


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("See A/99/53, annex.", [("report", "A/99/53")]),
        ("Resolution 91/7, annex.", [("resolution", "A/RES/91/7")]),
        ("A/99/53 and A/99/54.", [("report", "A/99/53"), ("report", "A/99/54")]),
        ("Official Records of the General Assembly, Supplement No. 53 (A/99/53), chap. V.", [("report", "A/99/53")]),
        ("United Nations, Treaty Series, vol. 1, No. 2.", []),
        ("Ibid.", []),
    ],
)  # fmt: skip
def test_what_a_note_cites(said: str, expected: list[tuple[str, str]]) -> None:
    _, row = read(("1", TEXT), notes=(note("plan of work", TEXT, said),))
    assert [(r.type, r.symbol) for r in row.references] == expected
    assert {r.words for r in row.references} <= {"its plan of work"}


def test_a_name_that_has_its_symbol_keeps_it() -> None:
    text = "Recalls the Convention against Corruption and its resolution 91/7;"
    notes = (note("Corruption", text, "Resolution 58/4, annex."), note("91/7", text, "A/RES/91/7."))
    (row,) = read(("1", text), notes=notes)
    assert [(r.type, r.symbol) for r in row.references] == [
        ("treaty", "United Nations Convention against Corruption"),
        ("resolution", "A/RES/58/4"),
        ("resolution", "A/RES/91/7"),
    ]


def test_items_have_the_notes_of_their_chapeau_and_their_own() -> None:
    chapeau, item = "Requests the Panel, in line with the list of piers:", "To print the list of ports;"
    notes = (
        note("list of piers", chapeau, "A/99/5."),
        Note("4", "A/99/6", 1, Place.PARAGRAPH, "1(a)", len(item) - 1),
    )
    first, second = read(("1", chapeau), ("1(a)", item), ("1(b)", "To rest."), notes=notes)
    assert [r.symbol for r in first.references] == ["A/99/5", "A/99/6"]
    assert [r.symbol for r in second.references] == ["A/99/5"]


def test_a_mark_that_fits_two_records_of_one_label_is_left_out() -> None:
    chapeau, after = "Requests the Panel, on the list of piers:", "and welcomes its list of boats."
    offset = len("Requests the Panel, on the list of piers")
    paragraphs = (("1", chapeau), ("1(a)", "To print it;"), ("1", after))
    only = Note("3", "A/99/5", 1, Place.PARAGRAPH, "1", offset)
    assert [r.symbol for row in read(*paragraphs, notes=(only,)) for r in row.references] == ["A/99/5"]
    both = Note("3", "A/99/5", 1, Place.PARAGRAPH, "1", len("and welcomes"))
    assert len("and welcomes") == len("Requests the")
    assert [r.symbol for row in read(*paragraphs, notes=(both,)) for r in row.references] == []


def test_notes_elsewhere_and_marks_inside_words_say_nothing() -> None:
    notes = (
        Note("1", "A/99/1", 1, Place.PREAMBLE, "", 18),
        Note("2", "A/99/2", 1, Place.PARAGRAPH, "1", None),
        Note("3", "A/99/3", 1, Place.PARAGRAPH, "1", 3),
        Note("4", "A/99/4", 1, Place.ANNEX, "annex.1", 18),
    )
    assert all(not row.references or row.references[0].symbol == "" for row in read(("1", TEXT), notes=notes))
