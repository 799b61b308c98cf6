"""HTML pages: the text that a reader of the page sees, and no more."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableError
from documents.formats.html import lines, matches
from documents.limits import Limits
from documents.lines import Mark
from documents.reading import read_bytes


def read(html: str) -> list[str]:
    """The text of the page: its lines without notes and what is dropped."""
    found = lines(html.encode(), Limits()).lines
    return [line.text for line in found if not line.note and not line.dropped]


def headings(html: str) -> list[str]:
    return [line.text for line in lines(html.encode(), Limits()).lines if line.heading]


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><p>x",
        b"\xef\xbb\xbf\n <HTML>",
        b'<?xml version="1.0" encoding="utf-8"?>\n<!-- saved --><!DOCTYPE html PUBLIC "x">',
        b"<div>x</div>",
        "<html><p>x".encode("utf-16"),
    ],
)
def test_a_page_is_known_by_its_first_element(page: bytes) -> None:
    assert matches(page)


@pytest.mark.parametrize("other", [b"%PDF-1.7", b"The General Assembly,", b"<unknown>", b"", b"<!--" * 2000])
def test_other_files_are_no_pages(other: bytes) -> None:
    assert not matches(other)


def test_many_comments_do_not_hang() -> None:
    assert not matches(b"<!---->" * 600 + b"x")


def test_each_block_is_a_line() -> None:
    page = "<p>The <i>General\n  Assembly</i>,<p>1.&nbsp;Requests<br>that<div>two <b>words</b> tail</div>end"
    assert read(page) == ["The General Assembly,", "1.\xa0Requests", "that", "two words tail", "end"]


def test_what_nobody_sees_is_left_out_and_what_is_no_text_dropped() -> None:
    page = """<html><head><title>t</title><style>s{}</style></head><body><nav>n</nav><script>s()</script>
      <div hidden>h</div><div style="Display: NONE">d</div><ul role="navigation"><li>r</ul>
      <!-- c --><p>kept<noscript>x</noscript> whole<button>b</button></p><footer>f</footer></body></html>"""
    assert [(line.dropped, line.text) for line in lines(page.encode(), Limits()).lines] == [
        ("navigation", "n"),
        ("navigation", "r"),
        ("", "kept whole"),
        ("navigation", "b"),
        ("page furniture", "f"),
    ]


def test_a_long_menu_is_no_reason_to_warn_and_a_paragraph_in_it_is() -> None:
    text = "<p>A/RES/99/502</p><p>The General Assembly,</p><p>1. Requests the Office to go on.</p>"
    menu = f"<nav>{'<li>Lamps</li>' * 50}</nav>"
    assert read_bytes((menu + text).encode(), "a.html").warnings == ()
    [warning] = read_bytes((text + "<nav>2. Urges Member States to read.</nav>").encode(), "a.html").warnings
    assert "navigation" in warning


def test_what_a_class_hides_is_read_since_a_script_may_show_it() -> None:
    assert read("<style>.later{display:none}</style><p class=later>Requests</p>") == ["Requests"]


def test_deleted_and_struck_words_are_lines_of_their_own() -> None:
    page = """<style>@media print { .gone { color: red } } p.a, .gone { text-decoration: line-through red }</style>
      <p>1. <s>Urges</s> Requests the Office to ring <del>day and night</del>; <ins>and to tune</ins>.</p>
      <p><strike>2. Condemns.</strike></p><p class="b gone">3. Deplores.</p>
      <p style="text-decoration: underline line-through">4. Regrets.</p>
      <ol start=5><li>Notes;<li><del>Recalls;</del><li>Decides.</ol>"""
    assert [(line.dropped, line.text) for line in lines(page.encode(), Limits()).lines] == [
        ("", "1. Requests the Office to ring; and to tune."),
        ("struck out", "Urges"),
        ("deleted", "day and night"),
        ("struck out", "2. Condemns."),
        ("struck out", "3. Deplores."),
        ("struck out", "4. Regrets."),
        ("", "5.\tNotes;"),
        ("deleted", "6.\tRecalls;"),
        ("", "7.\tDecides."),
    ]


def test_ordered_lists_are_counted() -> None:
    page = """<ol start=4><li>Requests:<ol><li>To read;<li>To write:<ol><li>Reports;</ol></ol>
      <li value="8"><p>Urges;</p><p>all the same.</p><li>9. Asks.</ol>
      <ol type="A"><li>x<li><ol type=I><li>y</ol></ol>
      <ol style="list-style-type: lower-alpha"><li>z</ol><ol style="list-style:none"><li>10. n</ol>
      <ul><li>bullet</ul>"""
    assert read(page) == [
        *("4.\tRequests:", "(a)\tTo read;", "(b)\tTo write:", "(i)\tReports;"),
        *("8.\tUrges;", "all the same.", "9. Asks."),
        *("(A)\tx", "(B)\t(I)\ty", "(a)\tz", "10. n", "bullet"),
    ]


def test_a_class_tells_bold_italic_centre_and_raised() -> None:
    page = """<style>
      <!-- /* c */ .h{font-weight:700} span.i, .x .y {font-style:italic} .c { text-align: center } .r{vertical-align:super}
      .n {font-weight:400} -->
      </style><p class="h">Bold</p><p><span class="i z">Italic</span></p><p class=c>Centre</p>
      <p class="h n">Not bold</p><p class=y>Not italic</p><p>the report<span class=r>3</span></p>"""
    assert headings(page) == ["Bold", "Italic", "Centre"]
    assert lines(page.encode(), Limits()).lines[-1].marks == (Mark(10, "3"),)


def test_headings_are_told_by_element_or_look() -> None:
    page = """<h2>Element</h2><p><b>Bold</b> <strong>words</strong></p><p style="font-weight: 700">Style</p>
      <center>Centre</center><p align=CENTER>Align</p><p><em>Slanted</em></p><td>stray</td>
      <p><b style="font-weight:normal">Not bold</b></p><p><i>Requests</i> the Office</p>
      <center><table align=center><tr><td><p>In a layout</p><p>of tables</p></table></center>"""
    assert headings(page) == ["Element", "Bold words", "Style", "Centre", "Align", "Slanted"]


def test_a_table_row_is_a_line_and_a_layout_is_not() -> None:
    page = """<table><tr><th>Section<th>Amount<tr><td>Assistance<td></td><td>12 000</tr></table>
      <table><tr><td><p>1. Requests;</p><p>2. Urges;</p></td><td>side</td></tr></table>"""
    assert read(page) == ["Section\tAmount", "Assistance\t12 000", "1. Requests;", "2. Urges;", "side"]


def test_rows_of_a_table_in_the_text_are_told() -> None:
    page = """<table><tr><td>United Nations<td>A/RES/99/502</table><p>The General Assembly,</p>
      <table><tr><td>B. Oil<td>640 000<tr><td colspan=2>Total</table>"""
    assert [(line.text, line.row) for line in lines(page.encode(), Limits()).lines] == [
        ("United Nations\tA/RES/99/502", False),
        ("The General Assembly,", False),
        ("B. Oil\t640 000", True),
        ("Total", True),
    ]


def test_text_set_in_lines_by_hand_is_wrapped() -> None:
    row = "Requests the Office to go on giving its assistance, upon request, to the"
    assert lines(f"<pre>{row}\n{row}\n\n{row}</pre>".encode(), Limits()).wrapped
    assert lines(f"<p>{row}<br>{row}<br>{row}</p>".encode(), Limits()).wrapped
    assert not lines(f"<p>{row}</p><p>{row}<br>{row}</p>".encode(), Limits()).wrapped
    assert not lines(f"<p>{row * 3}<br>{row * 3}<br>{row * 3}</p>".encode(), Limits()).wrapped
    assert read(f"<pre>{row}\n  {row}</pre>") == [row, row]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Côte d’Ivoire".encode(),
        "<p>Côte d’Ivoire".encode("cp1252"),
        '<meta charset="iso-8859-5"><p>Côte d’Ivoire'.encode(),
        '<meta charset="utf-8"><p>Côte d’Ivoire'.encode("cp1252"),
        '<meta charset="no-such-thing"><p>Côte d’Ivoire'.encode("cp1252"),
        "<p>Côte d’Ivoire".encode("utf-16"),
        b'<meta http-equiv=x content="text/html; charset=cp850"><p>C\x93te d\xe2\x80\x99Ivoire'.replace(
            b"\xe2\x80\x99", b"'"
        ),
    ],
)
def test_letters_are_decoded(page: bytes) -> None:
    [line] = lines(page, Limits()).lines
    assert line.text.replace("'", "’") == "Côte d’Ivoire"


def test_zero_bytes_are_no_text() -> None:
    assert read("<p>Re\0quests") == ["Requests"]


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ol><li"])
def test_a_page_nested_without_end_is_refused(tag: str) -> None:
    with pytest.raises(UnreadableError, match="nested"):
        lines(b"<html>" + f"<{tag}>".encode() * 100_000, Limits())


def test_an_empty_page_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        lines(b"<!-- nothing -->", Limits())


def test_too_much_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="more than 10 characters"):
        lines(b"<p>Requests the Office", Limits(characters=10))


def test_lines_that_a_tool_took_from_a_page_are_joined_and_its_pages_told() -> None:
    rows = """A/RES/99/502|The General Assembly,|Recalling its resolution on the upkeep of the|northern lighthouses,
      |and noting the|price of oil in|all seas,|1. Requests the Secretary-General to count|the lamps of
      |each lighthouse and|to report on them|at the next session."""
    lined = [row.strip() for row in rows.split("|")]
    pages = (lined[:6], lined[6:])
    page = "".join(
        f'<div id="page{at}-div" style="position:relative">'
        + "".join(f'<p style="position:absolute;top:{n * 20}px">{row}</p>' for n, row in enumerate(page))
        + "</div>"
        for at, page in enumerate(pages, 1)
    )
    found = lines(f"<html>{page}</html>".encode(), Limits())
    assert found.wrapped
    assert [line.page for line in found.lines] == [1] * 6 + [2] * 6
