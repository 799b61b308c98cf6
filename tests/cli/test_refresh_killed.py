"""Killed at any moment, the next refresh finishes the job and the lists are whole."""

from __future__ import annotations

import csv
import multiprocessing
import random
import time
from collections.abc import Iterator
from pathlib import Path

import fake_ods
import killed_refresh
import pytest
from resolutions import resolution

from db import queries, register
from db.filters import Filter

KILLS = 20
FILES = 3
SEED = 80
REPORT = "Requests the Secretary-General to report to it at its eighty-second session;"
INSPECT = "Urges Member States to inspect river ferries every year;"
YAML = """\
register: register.db
cache: cache
sources:
  folders: [{folder}]
  series: [from: A/RES/80/901]
lists:
  - {{name: Secretary-General, file: sg.csv, filters: {{actor: secretary-general}}}}
  - {{name: Everything, file: all.jsonl}}
ods: {{address: "{address}", interval: 0.005}}
"""


class Place:
    """A folder with a configuration, a register and lists."""

    def __init__(self, folder: Path, watched: Path, address: str) -> None:
        folder.mkdir()
        self.folder = folder
        self.config = folder / "mandates.yaml"
        self.config.write_text(YAML.format(folder=watched, address=address))
        self.lists = (folder / "sg.csv", folder / "all.jsonl")
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["killed_refresh"])
        self.process = context.Process

    def refresh(self, kill_after: float | None = None) -> bool:
        """Run the command; True if it was killed before its end, else it must end well."""
        process = self.process(target=killed_refresh.refresh, args=(self.config, self.folder / "said"))
        process.start()
        process.join(kill_after)
        process.kill()  # SIGKILL, which cannot be caught
        process.join()
        killed = process.exitcode == -9
        assert killed or process.exitcode == 0, (self.folder / "said").read_text()
        return killed and kill_after is not None

    def content(self) -> dict[str, object]:
        """The register's documents and provisions, and the lists."""
        conn = register.open_to_read(self.folder / "register.db")
        try:
            return {
                "documents": sorted(
                    (d.symbol, d.sha256, d.provisions) for d in queries.documents(conn, Filter())
                ),
                "provisions": list(queries.provisions(conn, Filter())),
                "words": [p.id for p in queries.provisions(conn, Filter(topic="ferries"))],
                "lists": [path.read_bytes() for path in self.lists],
            }
        finally:
            register.close(conn)

    def assert_lists_are_whole(self) -> None:
        sg, everything = self.lists
        if sg.exists():
            with sg.open(newline="", encoding="utf-8") as file:
                header, *rows = csv.reader(file)
            assert header[0] == "id"
            assert {len(row) for row in rows} <= {len(header)}
        if everything.exists():
            assert not everything.read_bytes() or everything.read_bytes().endswith(b"}\n")


@pytest.fixture
def ods(monkeypatch: pytest.MonkeyPatch) -> Iterator[fake_ods.FakeOds]:
    for name in ("http_proxy", "HTTP_PROXY", "MANDATES_DB"):
        monkeypatch.delenv(name, raising=False)
    here = Path(__file__).parent
    monkeypatch.setenv("PYTHONPATH", f"{here}:{here.parent}")  # for the process that forks the others
    with fake_ods.serving() as ods:
        yield ods


@pytest.mark.slow
def test_a_refresh_killed_at_twenty_points_comes_to_the_same_end(
    tmp_path: Path, ods: fake_ods.FakeOds
) -> None:
    chance = random.Random(SEED)
    watched = tmp_path / "in"
    watched.mkdir()
    disturbed = Place(tmp_path / "disturbed", watched, ods.address)

    def publish(step: int) -> None:
        """Two further resolutions, and a changed file."""
        for symbol in (f"A/RES/80/{901 + 2 * step}", f"A/RES/80/{902 + 2 * step}"):
            ods.documents[symbol] = resolution(symbol, REPORT, INSPECT)
        file = watched / f"{step % FILES}.docx"
        file.write_bytes(
            resolution(f"A/RES/79/99{step % FILES}", f"Urges Member States to try {step} boats;")
        )

    for step in range(FILES):
        publish(step)
    assert not disturbed.refresh()
    publish(FILES)
    started = time.monotonic()
    assert not disturbed.refresh()
    usual = time.monotonic() - started
    kills = 0
    for step in range(FILES + 1, FILES + 2 * KILLS):
        publish(step)
        kills += disturbed.refresh(kill_after=chance.uniform(0, usual))
        disturbed.assert_lists_are_whole()
        if kills == KILLS:
            break
    assert kills == KILLS
    assert not disturbed.refresh()

    left_alone = Place(tmp_path / "left-alone", watched, ods.address)
    assert not left_alone.refresh()
    assert disturbed.content() == left_alone.content()
    assert not list(disturbed.folder.rglob("*.part"))
