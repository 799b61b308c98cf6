"""HTML that a tool made of a PDF, each change of type at a place of its own."""

from __future__ import annotations

from documents.formats.html import lines
from documents.limits import Limits
from documents.lines import Line, Mark


def page(*pieces: tuple[int, int, int, str], number: int = 1) -> str:
    """Pieces of text, each with its top, its left and the size of its type."""
    return f'<div id="page{number}-div" style="position:relative;width:892px">' + "".join(
        f'<p style="position:absolute;top:{top}px;left:{left}px;white-space:nowrap" class="ft{size}">{text}</p>'
        for top, left, size, text in pieces
    )


def read(*pages: str) -> list[Line]:
    """The lines that are not blank."""
    sheet = "".join(f".ft{size}{{font-size:{size}px;line-height:{size + 4}px}}" for size in range(6, 25))
    html = f"<html><style><!-- {sheet} --></style>{'</div>'.join(pages)}</html>"
    return [line for line in lines(html.encode(), Limits()).lines if line.text]


def test_pieces_on_one_line_are_one_with_the_mark_between_them() -> None:
    found = read(
        page(
            (90, 480, 20, "A"),
            (94, 120, 14, "United Nations"),
            (100, 500, 10, "/RES/99/502"),
            (200, 300, 6, "3"),
            (200, 100, 10, "1."),
            (200, 130, 10, "Requests the Office and the report"),
            (200, 306, 10, ", as well as"),
            (214, 100, 10, "its annex"),
        )
    )
    assert [(line.text, line.marks) for line in found] == [
        ("United Nations A/RES/99/502", ()),
        ("1. Requests the Office and the report, as well as", (Mark(37, "3"),)),
        ("its annex", ()),
    ]


def test_lines_of_one_paragraph_stand_below_each_other() -> None:
    found = read(
        page((100, 100, 10, "the report of<br/>the Office"), (114, 180, 6, "3"), (114, 190, 10, "of old"))
    )
    assert [(line.text, line.marks) for line in found] == [
        ("the report of", ()),
        ("the Office of old", (Mark(10, "3"),)),
    ]


def test_notes_below_a_rule_go_to_the_end_of_their_page() -> None:
    body = [(100 + 14 * n, 100, 10, "and of the keepers of the northern lighthouses in") for n in range(12)]
    found = read(
        page(
            *body,
            (300, 300, 6, "1"),
            (300, 100, 10, "the report"),
            (320, 100, 10, "__________"),
            (338, 100, 6, "1"),
            (340, 104, 8, "United Nations, vol."),
            (350, 100, 8, "14, No. 102"),
            (380, 100, 8, "44-12345"),
        ),
        page((100, 100, 10, "of old"), number=2),
    )
    assert [(line.text, line.note, line.dropped) for line in found[12:]] == [
        ("the report", "", ""),
        ("__________", "", "rule"),
        ("1\tUnited Nations, vol.", "1", ""),
        ("14, No. 102", "1", ""),
        ("44-12345", "", ""),
        ("of old", "", ""),
    ]


def test_more_room_than_between_lines_is_a_blank_line() -> None:
    rows = (100, 114, 128, 148, 162, 176, 60)
    sheet = "<style>.ft10{font-size:10px}</style>"
    html = sheet + page(*((top, 100, 10, f"at {top}") for top in rows))
    texts = [line.text for line in lines(f"<html>{html}</html>".encode(), Limits()).lines]
    assert texts == ["at 100", "at 114", "at 128", "", "at 148", "at 162", "at 176", "", "at 60"]


def test_blanks_stand_where_the_page_prints_them() -> None:
    found = read(
        page(
            (100, 100, 10, "["),
            (100, 110, 10, "on the report of the&#160;"),
            (100, 200, 10, "&#160;"),
            (100, 210, 10, "Office of the 21"),
            (100, 290, 6, "st"),
            (100, 300, 10, "&#160;Century"),
            (100, 360, 10, "]"),
        )
    )
    assert [line.text for line in found] == ["[on the report of the Office of the 21st Century]"]
