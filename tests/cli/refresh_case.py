"""A folder with a mandates.yaml over a FakeOds, and running ``mandates`` in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from fake_ods import FakeOds

from cli.app import run

YAML = """\
register: register.db
cache: cache
sources:
  folders: [in]
  symbols: [{symbols}]
  series:
    - from: A/RES/80/901
lists:
  - name: Secretary-General
    file: lists/sg.csv
    filters: {{actor: secretary-general}}
  - name: Everything
    file: lists/all.xlsx
ods: {{address: "{address}", interval: 0, tries: 1}}
"""


@dataclass
class Case:
    """``sg`` and ``everything``: where the two lists go."""

    folder: Path
    ods: FakeOds
    capfd: pytest.CaptureFixture[str]

    def __post_init__(self) -> None:
        (self.folder / "in").mkdir()
        self.sg = self.folder / "lists" / "sg.csv"
        self.everything = self.folder / "lists" / "all.xlsx"
        self.follow()

    def follow(self, *symbols: str, extra: str = "") -> None:
        text = YAML.format(symbols=", ".join(symbols), address=self.ods.address) + extra
        (self.folder / "mandates.yaml").write_text(text, encoding="utf-8")

    def run(self, command: str, *options: str) -> tuple[int, str, str]:
        """Exit status, stdout and stderr of ``mandates COMMAND --config mandates.yaml OPTIONS``."""
        config = () if command == "runs" else ("--config", str(self.folder / "mandates.yaml"))
        register = ("--db", str(self.folder / "register.db")) if command == "runs" else ()
        status = run([command, *config, *register, *options])
        out, err = self.capfd.readouterr()
        return status, out, err

    def refresh(self, *options: str) -> tuple[int, str, str]:
        return self.run("refresh", *options)

    def news(self, *options: str) -> dict[str, Any]:
        return json.loads(self.refresh("--format", "json", *options)[1])
