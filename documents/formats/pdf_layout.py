"""Which lines of a PDF open a paragraph, are headings or small: told by spacing, indents and faces."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from statistics import median

from documents.formats import pdf_tables
from documents.formats.pdf_rows import ENDED, MARKED, Row
from documents.furniture import pages
from documents.lines import Line

_TERMINAL = (".", ";", ":", ",")
_SMALL = 0.92  # of the body's size
_INDENT = 0.8  # of the body's size: a first line is set further in by more
_APART = 1.25  # of the step from line to line: more is space between paragraphs
_LITTLE = 1.08  # of that step: with no more between them, paragraphs have no space there
_LEAST, _MOST = 0.8, 4.0  # of the body's size: steps from line to line
_MANY = 0.3  # of the most usual left end's lines begin at the margin too
_SAMPLE = 300  # lines that tell the spacing, and size and margin where too few are measured
_FEW = 3
_SAME_SIZE = 0.5  # points


def told(rows: Sequence[Row]) -> Iterator[Line]:
    """The rows as lines, with what their look says; page furniture and notes are told apart."""
    layout = _Layout(rows)
    layout.say_small(rows)
    pages.sort_out(rows)
    pdf_tables.say(rows)
    layout.say_opens(rows)
    for row in rows:
        yield Line(
            row.text,
            row.page,
            row.heading,
            row.opens,
            row.small,
            tuple(row.marks),
            row.note,
            row.dropped,
            row.cells,
        )


class _Layout:
    """How a document is set, and what that says of each of its lines.

    Lines that go on with a sentence tell best how paragraphs are set: tables and headings have none.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        known = [row for row in rows if row.measured]
        if len(known) < _FEW:
            looked = [row for row in rows if not row.goes_on]
            known = looked[:: len(looked) // _SAMPLE + 1]
        self._body = Counter(round(row.size, 1) for row in known).most_common(1)[0][0]
        self._indent = _INDENT * self._body
        self._inside = self._indent + _margin(
            row.x for row in known if abs(row.size - self._body) < _SAME_SIZE
        )
        self._pitch = _pitch((row.step for row in known), self._body)
        openings = list(islice(self._openings(rows), _SAMPLE))
        usual = median(row.step for row in openings) if openings else 2 * self._pitch
        self._spaced = usual > _LITTLE * self._pitch
        apart_by = (self._pitch + usual) / 2 if self._spaced else 2 * self._pitch
        self._apart_by = min(_APART * self._pitch, apart_by)
        self._indented = 2 * sum(row.x > self._inside for row in openings) >= len(openings)

    def say_small(self, rows: Iterable[Row]) -> None:
        """Sets ``small`` of the rows that are set clearly smaller than the body."""
        size = _SMALL * self._body
        for row in rows:
            if row.size < size:
                row.small = True

    def say_opens(self, rows: Iterable[Row]) -> None:
        """Sets ``opens`` and ``heading`` of the rows of the text."""
        above: Row | None = None  # the last row of the text
        for row in rows:
            if not (row.note or row.dropped):
                if row.goes_on:
                    row.heading = above is not None and above.heading and (row.bold or row.italic)
                elif not row.cells:
                    row.opens = above is None or self._opens(row, above)
                    italic = row.italic and row.opens and not row.text.endswith(_TERMINAL)
                    row.heading = (row.bold or bool(italic)) and not row.small
                above = row

    def _opens(self, row: Row, above: Row) -> bool | None:
        """Whether a paragraph opens with the row; None where its look does not tell."""
        apart = self._is_apart(row, above)
        if apart:
            return True
        ended = above.cells or above.text.endswith(ENDED)
        if not ended and row.text[0].islower():
            return False
        if above.heading and above.italic and not row.italic and self._goes_on_flush(row, above, apart):
            above.heading = False  # it was a line of a sentence, all in italics
            return False
        if row.bold or above.heading:
            alike = row.bold and above.bold and above.heading and abs(row.size - above.size) < _SAME_SIZE
            return not (alike and apart is False)
        if apart is None and row.italic and ended and not row.text.endswith(_TERMINAL):
            return True
        if row.x > above.x + self._indent:  # a first line is set further in than the lines below it
            return not _hangs(row, above, apart is None and ended)
        if row.x > self._inside:
            return self._opens_inside(row, above, ended, apart is None)
        return self._opens_at_margin(row, ended, apart is None)

    def _goes_on_flush(self, row: Row, above: Row, apart: bool | None) -> bool:
        return (
            apart is False and row.x < above.x + self._indent and not row.bold and not MARKED.match(row.text)
        )

    def _opens_inside(self, row: Row, above: Row, ended: bool, elsewhere: bool) -> bool | None:
        """Of a row that is set in, no further than the one above. ``elsewhere``: that is on another page."""
        marked = MARKED.match(row.text) is not None
        if above.opens and abs(row.x - above.x) < self._indent:
            # As far in as a first line above: a new paragraph, where the space above is not told.
            return marked or (ended and (elsewhere or not self._spaced))
        if not ended:
            return False
        return (marked and elsewhere) or (None if marked or elsewhere else False)

    def _opens_at_margin(self, row: Row, ended: bool, elsewhere: bool) -> bool | None:
        """Of a row at the margin: where first lines are set in, only a number may open a paragraph."""
        if not ended or row.text[0].islower():
            return False
        tells = self._indented or (self._spaced and not elsewhere)
        return None if not tells or row.text[0].isdigit() else False

    def _is_apart(self, row: Row, above: Row) -> bool | None:
        """Whether there is space between the rows; None where they stand on two pages or in two columns."""
        step = above.last_y - row.y
        if above.page != row.page or step < -self._pitch:
            return None
        return step > self._apart_by and step > self._apart_by * min(row.size, above.size) / self._body

    def _openings(self, rows: Sequence[Row]) -> Iterator[Row]:
        """Rows that open paragraphs by their text or indent, below another one on their page."""
        for above, row in pairwise(rows):
            if (
                0 < row.step < _MOST * self._body
                and not row.goes_on
                and not row.text[0].islower()
                and above.text.endswith(ENDED)
                and (row.x > self._inside or MARKED.match(row.text))
            ):
                yield row


def _hangs(row: Row, above: Row, new: bool) -> bool:
    """Whether the row stands further in only because the number above it hangs out. ``new``: a paragraph may
    well begin here."""
    return bool(above.opens and not new and MARKED.match(above.text) and not MARKED.match(row.text))


def _margin(lefts: Iterable[float]) -> float:
    """The left end of lines that are not indented: the leftmost where many lines begin."""
    common = Counter(map(round, lefts))
    many = _MANY * max(common.values(), default=0)
    return min((left for left, count in common.items() if count >= many), default=0)


def _pitch(steps: Iterable[float], body: float) -> float:
    """The step from one line of a paragraph to the next, by these, not all of them within one."""
    likely = [round(step, 1) for step in steps if _LEAST * body < step < _MOST * body]
    close = [step for step in likely if step < 1.5 * body]
    usual = Counter(close if 5 * len(close) >= len(likely) else likely).most_common(1)
    return usual[0][0] if usual else 1.2 * body
