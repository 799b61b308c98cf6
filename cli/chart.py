"""Counts as a bar chart in a file, through Matplotlib, which is an optional extra."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from types import ModuleType

import typer

from cli.errors import CommandError
from cli.output.emit import whole_file
from cli.output.sheet import Row

KINDS = (".svg", ".png")


def draw(rows: list[Row], path: Path, title: str) -> None:
    """Draw the ``count`` of each row beside its ``name``. The ending of the file chooses SVG or PNG."""
    if path.suffix.lower() not in KINDS:
        raise typer.BadParameter(f"{path} must end in .svg or .png", param_hint="--chart")
    figures = matplotlib_figures()
    figure = figures.Figure(figsize=(8, 0.9 + 0.32 * len(rows)), layout="constrained")
    axes = figure.add_subplot()
    names = [row["name"] for row in reversed(rows)]
    bars = axes.barh(names, [row["count"] for row in reversed(rows)], color="#1f5a99")
    axes.bar_label(bars, padding=3)
    axes.set_title(title, loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    with whole_file(path) as out:
        figure.savefig(out, format=path.suffix[1:].lower(), dpi=150)


def matplotlib_figures() -> ModuleType:
    """Matplotlib's figures, drawn without a window."""
    os.environ.setdefault("MPLBACKEND", "agg")
    try:
        return import_module("matplotlib.figure")
    except ImportError as error:
        raise CommandError(
            "--chart needs Matplotlib, which is not installed: pipx inject mandates matplotlib"
        ) from error
