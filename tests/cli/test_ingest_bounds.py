"""A file that eats time or memory is ended in a process of its own, and the others are taken in."""

from __future__ import annotations

import sys
import zlib
from pathlib import Path

import pytest

from cli.workers import Done, Task, run
from documents.limits import Limits
from tests.pdfs import make_pdf
from tests.samples import ALL

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bounds")


def swelling(operators: bytes, times: int) -> bytes:
    """A small PDF whose only page is drawn by very many operators."""
    content = zlib.compress(b"BT /F1 10 Tf " + operators * times + b"ET", 9)
    plain = make_pdf([])
    start = plain.index(b"<< /Length")
    end = plain.index(b"endobj", start)
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n" % (len(content), content)
    return plain[:start] + stream + plain[end:]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("data", "limits", "jobs"),
    [
        pytest.param(swelling(b"(aaaaaaaaaaaa) Tj ", 1_000_000), Limits(patience=3), 1, id="time"),
        pytest.param(swelling(b"q ", 20_000_000), Limits(memory=700_000_000), 2, id="memory"),
    ],
)
def test_a_file_that_eats_time_or_memory_fails_alone(
    tmp_path: Path, data: bytes, limits: Limits, jobs: int
) -> None:
    (tmp_path / "bomb.pdf").write_bytes(data)
    (tmp_path / "good.txt").write_bytes(ALL["text"])
    tasks = [Task(tmp_path / "bomb.pdf", limits, None), Task(tmp_path / "good.txt", Limits(), None)]
    bomb, good = (each for each in run(tasks, jobs) if isinstance(each, Done))
    assert bomb.document is None
    assert bomb.why.startswith(f"could not be read: it took more than {limits.patience} s")
    assert good.document is not None
    assert good.provisions
