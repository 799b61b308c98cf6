"""HTML pages: the text that a reader of the page sees, and no more."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableError
from documents.formats.html import lines, matches
from documents.limits import Limits


def read(html: str) -> list[str]:
    return [line.text for line in lines(html.encode(), Limits()).lines]


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


def test_what_is_no_text_of_the_page_is_left_out() -> None:
    page = """<html><head><title>t</title><style>s{}</style></head><body><nav>n</nav><script>s()</script>
      <div hidden>h</div><div style="Display: NONE">d</div><ul role="navigation"><li>r</ul>
      <!-- c --><p>kept<noscript>x</noscript> whole</p><footer>f</footer></body></html>"""
    assert read(page) == ["kept whole"]


def test_footnotes_and_their_marks_go() -> None:
    page = """<p>the report<sup>3</sup> of the 20<sup>th</sup> session,<a href="#_ftn4" id="_ftnref4">[4]</a>
      paragraph <a href="#p7">7</a><span style="vertical-align:super">5,*</span></p>
      <div id="ftn4"><p>4 A/99/212.</p></div><div id="sdfootnote5"><p>5 Ibid.</p></div>"""
    assert read(page) == ["the report of the 20th session, paragraph 7"]


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
