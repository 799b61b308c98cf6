"""Footnotes of HTML pages, as Word, LibreOffice, Pandoc, wikis and people write them."""

from __future__ import annotations

import pytest

from documents.formats.html import lines
from documents.limits import Limits
from documents.lines import Line, Mark

WORD = """<p>the report<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
  class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]>
  </span></span></a> of old,</p>
  <div style='mso-element:footnote-list'><hr size=1><div style='mso-element:footnote' id=ftn1>
  <p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span>[1]</span></a> A/99/212.</p>
  <p>More of it.</p></div></div>"""
LIBREOFFICE = """<p>the report<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>
  of old,</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>
  A/99/212.</p><p>More of it.</p></div>"""
PANDOC = """<p>the report<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> of old,</p>
  <section class="footnotes" role="doc-endnotes"><hr /><ol><li id="fn1" role="doc-endnote"><p>A/99/212.</p>
  <p>More of it.<a href="#fnref1" class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>"""
WIKI = """<p>the report<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> of old,</p><ol class="references">
  <li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b> <span>A/99/212.</span><p>More of it.</p></li></ol>"""
ROLES = """<p>the report<sup>1</sup> of old,</p><aside role="doc-footnote"><p>1. A/99/212.</p><p>More of it.</p></aside>"""


def read(page: str) -> tuple[Line, ...]:
    return lines(page.encode(), Limits()).lines


@pytest.mark.parametrize("page", [WORD, LIBREOFFICE, PANDOC, WIKI, ROLES])
def test_a_note_is_found_by_the_link_of_its_mark(page: str) -> None:
    assert read(page) == (
        Line("the report of old,", marks=(Mark(10, "1"),)),
        Line("1\tA/99/212.", note="1"),
        Line("More of it.", note="1"),
    )


def test_marks_without_links_are_raised_and_their_notes_open_with_them() -> None:
    page = """<p>the report<sup>3, 4</sup> of the 20<sup>th</sup> session, on 30 km<sup>2</sup></p>
      <p>1. Requests</p><hr><p><sup>3</sup> A/99/212.</p><p><sup>4</sup>Ibid.</p>"""
    assert read(page) == (
        Line("the report of the 20th session, on 30 km2", marks=(Mark(10, "3"), Mark(10, "4"))),
        Line("1. Requests"),
        Line("3\tA/99/212.", note="3"),
        Line("4\tIbid.", note="4"),
    )


def test_notes_of_one_block_parted_by_line_breaks_are_told_by_their_marks() -> None:
    page = """<p>the report<a href="#fn1">[1]</a> and<a href="#fn2">[2]</a> more</p>
      <div><a name="fn1" href="#r1"><sup>1</sup></a> A/99/212.<br><a name="fn2" href="#r2"><sup>2</sup></a> Ibid.</div>"""
    assert [(line.note, line.text) for line in read(page)] == [
        ("", "the report and more"),
        ("1", "1\tA/99/212."),
        ("2", "2\tIbid."),
    ]


def test_notes_in_a_table_have_their_marks_in_a_cell_beside_them() -> None:
    page = """<p>the report<sup>1</sup></p><table><tr><td><sup>1</sup></td><td>A/99/212.</td></tr></table>"""
    assert [(line.note, line.text) for line in read(page)] == [("", "the report"), ("1", "1\tA/99/212.")]


def test_links_to_paragraphs_and_contents_are_words() -> None:
    page = """<p><a href="#p1">1</a> Lamps</p><p>see <a href="#p7">7</a> and <a href="#top">above</a></p>
      <p id=p1>1. Requests;</p><p id=p7>7. Urges.</p>"""
    assert [line.text for line in read(page)] == ["1 Lamps", "see 7 and above", "1. Requests;", "7. Urges."]


def test_a_mark_that_links_to_the_whole_page_makes_no_note_of_it() -> None:
    page = "<body id=fn1><p>the report<a href='#fn1'>[1]</a></p><p>1. Requests</p></body>"
    assert [(line.note, line.text) for line in read(page)] == [("", "the report"), ("", "1. Requests")]


def test_a_sign_tells_a_note() -> None:
    page = "<p>Bordavia:* draft resolution</p><p>* The list is open.</p>"
    assert read(page) == (
        Line("Bordavia: draft resolution", marks=(Mark(9, "*"),)),
        Line("*\tThe list is open.", note="*"),
    )
