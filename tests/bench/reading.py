"""What reading a PDF costs beside what PDFium alone needs to open it and extract the text of its pages."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pypdfium2

from documents.reading import read_bytes

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "pdf"
REPEATS = 12  # fewer leave two hundredths of noise in the ratio
MOST = 1.3


def main() -> None:
    """Prints the seconds of both over the corpus, each file's least of several turns, and their ratio."""
    files = sorted(CORPUS.glob("*.pdf"))
    if not files:
        print(f"reading: no PDFs in {CORPUS}, nothing measured")
        return
    alone = reading = 0.0
    for path in files:
        data = path.read_bytes()
        turns = [(_cost(_extract, data), _cost(_read, data)) for _ in range(REPEATS)]
        alone += min(turn[0] for turn in turns)
        reading += min(turn[1] for turn in turns)
    print(
        f"reading: {len(files)} PDFs in {reading:.2f} s; PDFium alone {alone:.2f} s; "
        f"ratio {reading / alone:.2f} (at most {MOST})"
    )


def _cost(action, data: bytes) -> float:
    start = process_time()
    action(data)
    return process_time() - start


def _extract(data: bytes) -> None:
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            page.get_textpage().get_text_range()


def _read(data: bytes) -> None:
    read_bytes(data, "bench.pdf")


if __name__ == "__main__":
    main()
