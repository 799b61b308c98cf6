"""What classifying a document costs beside reading it, over the PDFs of the corpus."""

from __future__ import annotations

from pathlib import Path
from time import process_time

from documents.reading import read
from rules.classify import classifier

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "pdf"
REPEATS = 3
MOST = 1.0


def main() -> None:
    """Prints the seconds of both, each file's least of several turns, and their ratio."""
    files = sorted(CORPUS.glob("*.pdf"))
    if not files:
        print(f"classification: no PDFs in {CORPUS}, nothing measured")
        return
    rules = classifier()
    reading = classifying = 0.0
    for path in files:
        turns = []
        for _ in range(REPEATS):
            start = process_time()
            document = read(path)
            between = process_time()
            rules.classify(document)
            turns.append((between - start, process_time() - between))
        reading += min(turn[0] for turn in turns)
        classifying += min(turn[1] for turn in turns)
    print(
        f"classification: {len(files)} PDFs in {classifying:.2f} s; reading them {reading:.2f} s; "
        f"ratio {classifying / reading:.2f} (at most {MOST})"
    )


if __name__ == "__main__":
    main()
