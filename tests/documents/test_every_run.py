"""A file reads the same on every run, whatever order Python's sets have that day."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
EVERY = 9  # of the files, so that the test is quick

READING = """
import hashlib, sys
from pathlib import Path
from documents.reading import read

for name in sys.argv[1:]:
    print(name, hashlib.sha256(repr(read(Path(name))).encode()).hexdigest())
"""


@pytest.mark.skipif(not CORPUS.exists(), reason="needs the documents in ../shared")
def test_documents_read_the_same_under_every_seed() -> None:
    files = sorted(map(str, CORPUS.glob("*/*")))[::EVERY]
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", READING, *files],
            env=os.environ | {"PYTHONHASHSEED": seed},
            stdout=subprocess.PIPE,
            text=True,
        )
        for seed in ("0", "1", "2")
    ]
    first, *others = [run.communicate()[0] for run in runs]
    assert first.count("\n") == len(files)
    assert all(other == first for other in others)
