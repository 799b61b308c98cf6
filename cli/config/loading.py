"""Read ``mandates.yaml``; every complaint names the line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from cli.config.schema import Config
from cli.errors import CommandError
from rules.lexicon.yamlfile import YamlError, YamlProblem, compose, construct, line_of, message, repeated_keys

DEFAULT = "mandates.yaml"


def load(path: Path) -> Config:
    """The configuration at ``path``, its paths made absolute (relative ones start at the file's folder).

    Raises CommandError with one line per problem.
    """
    if not path.exists():
        raise CommandError(f"{path}: there is no such file; write one with: mandates init {path}")
    try:
        root = compose(path)
        raw = construct(root)
    except YamlError as error:
        raise CommandError(str(error)) from None
    problems = [YamlProblem(path, line, text) for line, text in repeated_keys(root)]
    config = Config()
    try:
        config = Config.model_validate(_filled(raw))
    except ValidationError as error:
        problems += [YamlProblem(path, line_of(root, e["loc"]), _plain(message(e))) for e in error.errors()]
    if problems:
        raise CommandError("\n".join(map(str, sorted(problems, key=lambda p: p.line))))
    return _absolute(config, path.absolute().parent)


def _filled(raw: Any) -> Any:
    """Without the sections left empty, as in a file where everything below them is commented out."""
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        return raw
    return {
        key: _filled(value) if isinstance(value, dict) else value
        for key, value in raw.items()
        if value is not None
    }


def _plain(text: str) -> str:
    """pydantic's sentence without its preface, and without a place where there is none."""
    return text.replace("value error, ", "").removeprefix(": ")


def _absolute(config: Config, folder: Path) -> Config:
    def at(path: Path | None) -> Path | None:
        return Path(os.path.normpath(folder / path.expanduser())) if path else None

    ods = config.ods.model_copy(update={"authorities": at(config.ods.authorities)})
    sources = config.sources.model_copy(update={"folders": tuple(at(f) for f in config.sources.folders)})
    lists = tuple(entry.model_copy(update={"file": at(entry.file)}) for entry in config.lists)
    return config.model_copy(
        update={
            "register_file": at(config.register_file),
            "cache": at(config.cache),
            "lexicon": at(config.lexicon),
            "ods": ods,
            "sources": sources,
            "lists": lists,
        }
    )
