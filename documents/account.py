"""Where every word of a text went, and which of what was left out a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents import numbering, withdrawn
from documents.blocks import Joined
from documents.document import Place, Stretch
from documents.paragraphs import Placed

_MANY = 40  # words of a dropped stretch that furniture never has
_LONG = ("navigation",)  # has more of them: the menus of a web page
# Reasons of the draft itself, or ones that a warning of their own has named already.
_EXPECTED = (*withdrawn.REASONS, "another resolution")


def of(joined: Joined, placed: Sequence[Placed]) -> tuple[Stretch, ...]:
    """The account of a file's lines, in the order of the text; neighbours that went the same way as one.

    ``placed`` holds every block of ``joined``, or of pieces of it, once.
    """
    found = [
        Stretch(each.place, each.block.start, each.block.end, each.block.page, each.about) for each in placed
    ]
    for line, place in zip(joined.lines, joined.places, strict=True):
        if line.note:
            found.append(Stretch(Place.NOTE, place, place, line.page, line.note, line.text))
        elif line.dropped:
            found.append(Stretch(Place.DROPPED, place, place, line.page, line.dropped, line.text))
    found.sort(key=lambda stretch: stretch.start)
    return tuple(_merged(found))


def _merged(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """Stretches with neighbours of the same place, page and reason joined."""
    run: list[Stretch] = []
    for stretch in stretches:
        if run and not _continues(stretch, run[-1]):
            yield _one(run)
            run = []
        run.append(stretch)
    if run:
        yield _one(run)


def _continues(stretch: Stretch, before: Stretch) -> bool:
    alike = (stretch.place, stretch.about, bool(stretch.words)) == (
        before.place,
        before.about,
        bool(before.words),
    )
    return alike and (not stretch.words or stretch.page == before.page)


def _one(run: Sequence[Stretch]) -> Stretch:
    first, last = run[0], run[-1]
    if first is last:
        return first
    words = "\n".join(stretch.words for stretch in run) if first.words else ""
    return Stretch(first.place, first.start, last.end, first.page, first.about, words)


def words_of(stretch: Stretch, text: str) -> str:
    """The words of a stretch of this text (`Document.text`)."""
    return stretch.words or text[stretch.start : stretch.end]


def doubts(account: Sequence[Stretch], text: str, missing: Sequence[int]) -> Iterator[str]:
    """Warnings about what was dropped and looks like operative text: a finite verb behind a number, or many
    words. ``missing``: numbers that the operative paragraphs lack, which a note may hold by mistake."""
    for stretch in account:
        words = words_of(stretch, text)
        if stretch.place is Place.NOTE:
            found = numbering.number(words) or numbering.misprinted(words)
            if found and found.value in missing and numbering.is_finite(words, found.end):
                yield _doubt(stretch, words, "taken for a note")
        elif stretch.place is Place.DROPPED and stretch.about not in _EXPECTED:
            rows = words.split("\n")
            many = stretch.about not in _LONG and len(words.split()) > _MANY
            if many or any(map(_is_numbered_finite, rows)):
                yield _doubt(stretch, words, f"left out as {stretch.about}")


def _is_numbered_finite(text: str) -> bool:
    return numbering.opens_finite(text) or numbering.misprinted(text) is not None


def _doubt(stretch: Stretch, words: str, what: str) -> str:
    page = f" on page {stretch.page}" if stretch.page else ""
    short = " ".join(words.split()[:8])
    return f"text{page} that may be operative is {what}: “{short} ...” ({len(words.split())} words)"
