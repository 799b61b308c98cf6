"""Runs ``mandates refresh`` in a process of its own; preloaded, so that a test can afford many of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import sqlite_utils  # noqa: F401
from resolutions import resolution

import cli.refreshing.running  # noqa: F401
from cli.app import run
from cli.workers import classifier
from documents.reading import read_bytes

classifier(None).classify(read_bytes(resolution("A/RES/80/900", "Urges States to act;"), "a.docx"))


def refresh(config: Path, output: Path) -> None:
    """The command, with what it says going to ``output``."""
    handle = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(handle, sys.stdout.fileno())
    os.dup2(handle, sys.stderr.fileno())
    sys.exit(run(["refresh", "--config", str(config)]))
