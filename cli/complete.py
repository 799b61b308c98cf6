"""Shell completion of values that the register knows. No answer is better than an error in the prompt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import typer


def complete_actor(context: typer.Context, incomplete: str) -> list[str]:
    """Actor ids that begin so."""
    return _known(context, incomplete, "actor_ids")


def complete_verb(context: typer.Context, incomplete: str) -> list[str]:
    """Operative verbs that begin so."""
    return _known(context, incomplete, "verbs")


def complete_symbol(context: typer.Context, incomplete: str) -> list[str]:
    """Symbols of documents that begin so."""
    return _known(context, incomplete, "all_symbols")


def complete_strength(incomplete: str) -> list[str]:
    """Levels of strength that begin so."""
    from rules.levels import Strength

    return _beginning([name for level in Strength for name in (str(level), f"{level}+")], incomplete)


def complete_document_kind(incomplete: str) -> list[str]:
    """Kinds of documents that begin so."""
    from documents.kinds import DocumentKind

    return _beginning([str(kind) for kind in DocumentKind], incomplete)


def _known(context: typer.Context, incomplete: str, listing: str) -> list[str]:
    from cli.options import register_path
    from db import names
    from db.register import RegisterError, open_to_read

    try:
        typed = context.params.get("db")
        with closing(open_to_read(register_path(Path(typed) if typed else None))) as register:
            names_of: Callable[[Any], Iterable[str]] = getattr(names, listing)
            return _beginning(names_of(register), incomplete)
    except RegisterError:
        return []


def _beginning(names: Iterable[str], incomplete: str) -> list[str]:
    return [name for name in names if name.lower().startswith(incomplete.lower())]
