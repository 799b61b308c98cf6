"""Paragraphs as pieces: no word is lost, and marks stay behind the words that they hang on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from documents.formats import pieces
from documents.formats.pieces import Piece
from documents.lines import Line, Mark

words = st.text("ab ;\n", max_size=6)
some = st.lists(
    st.one_of(
        st.builds(Piece, words, dropped=st.sampled_from(("", "", "struck out", "deleted"))),
        st.builds(Piece, mark=st.sampled_from(("1", "*"))),
    ),
    max_size=8,
)


def solid(text: str) -> str:
    return "".join(text.split())


@given(some)
def test_every_letter_stands_or_is_dropped(found: list[Piece]) -> None:
    text, _ = pieces.composed(found)
    assert solid(text) == solid("".join(piece.text for piece in found if not piece.dropped))
    gone = "".join(line.text for line in pieces.dropped(found))
    assert solid(gone) == solid("".join(piece.text for piece in found if piece.dropped))


@given(some)
def test_marks_stay_behind_their_words_in_each_row(found: list[Piece]) -> None:
    text, marks = pieces.composed(found)
    before, wanted = "", []
    for piece in found:
        before += "" if piece.dropped else piece.text
        wanted += [(piece.mark, solid(before))] if piece.mark else []
    assert [(mark.number, solid(text[: mark.offset])) for mark in marks] == wanted
    above, told = "", []
    for line in pieces.rows(text, marks):
        assert line.text == line.text.strip()
        told += [(mark.number, above + solid(line.text[: mark.offset])) for mark in line.marks]
        above += solid(line.text)
    assert all(each in wanted for each in told)


def test_lines_beside_each_other_and_apart_again() -> None:
    left, right = Line("oil", marks=(Mark(3, "1"),)), Line("640 000", marks=(Mark(3, "2"),))
    both = pieces.beside([left, right])
    assert both == Line("oil\t640 000", marks=(Mark(3, "1"), Mark(7, "2")))
    assert list(pieces.apart(both)) == [left, right]
    assert pieces.labelled(left, "2.") == Line("2.\toil", marks=(Mark(6, "1"),))
    assert pieces.cut(pieces.labelled(left, "2."), 3) == left
