"""``mandates doctor``: is everything as it should be, and if not, what to do."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from cli.errors import CommandError
from cli.options import Db, register_path
from cli.own_words import own_lexicon
from cli.refresh import ConfigOption, cache_folder

if TYPE_CHECKING:
    from cli.config.schema import Config
    from db.health import Health

ROOM = 200_000_000  # bytes that a refresh may want
PROBE = "A/RES/60/1"  # exists, and always will
MOST_NAMED = 5  # files, one by one


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. ``advice``: what to do, "" if it is well."""

    what: str
    said: str
    advice: str = ""


def command(
    config: ConfigOption = Path("mandates.yaml"),
    online: Annotated[
        bool, typer.Option("--online", help="Also ask the document system for one document.")
    ] = False,
    db: Db = None,
) -> None:
    """Check register, mandates.yaml, sources, lists, disk and lexicons, and say what to do.

    Exit status 1 if something is wrong.

    Examples:

        mandates doctor
        mandates doctor --config /srv/mandates/mandates.yaml --online
    """
    wrong = 0
    for finding in examine(config, db, online):
        wrong += bool(finding.advice)
        print(f"{'problem' if finding.advice else 'ok':8} {finding.what}: {finding.said}")
        if finding.advice:
            print(f"{'':8} → {finding.advice}")
    if wrong:
        raise typer.Exit(1)


def examine(file: Path, db: Path | None, online: bool) -> Iterator[Finding]:
    """Every finding, as it is made."""
    from cli.config.loading import DEFAULT, load
    from cli.config.schema import Config

    config = Config()
    if file.exists():
        try:
            config = load(file)
            yield Finding("configuration", f"{file} is valid")
        except CommandError as error:
            yield Finding("configuration", str(error), "correct the file; until then, no refresh")
    elif file != Path(DEFAULT):
        yield Finding(
            "configuration", f"{file} is not there", "correct --config, or write it with mandates init"
        )
    else:
        yield Finding("configuration", f"no {file}; only refresh needs one (mandates init writes it)")
    register = db.expanduser() if db else config.register_file or register_path(None)
    cache = config.cache or cache_folder()
    yield from lexicons(config)
    yield from sources(config)
    yield from registers(register, config)
    yield from places({"register": register.parent, "cache": cache} | list_folders(config))
    if online:
        yield document_system(config, cache)


def lexicons(config: Config) -> Iterator[Finding]:
    """Do the words for the rules load?"""
    from rules import lexicon

    try:
        mine = own_lexicon(config.lexicon)
        words = lexicon.load(mine)
        own = f" with {mine}" if mine else ""
        yield Finding("lexicons", f"{len(words.actors)} actors and {len(words.verbs)} verbs{own}")
    except lexicon.LexiconError as error:
        yield Finding("lexicons", str(error), "correct it; mandates lexicon check says more")


def sources(config: Config) -> Iterator[Finding]:
    """Are the folders there, and are the symbols symbols?"""
    from documents.symbols import canonical

    if not config.sources:
        yield Finding("sources", "none are named yet; only refresh needs them")
    for folder in config.sources.folders:
        if not folder.is_dir():
            yield Finding("source", f"{folder} is no folder", "create it, or correct mandates.yaml")
        elif not os.access(folder, os.R_OK | os.X_OK):
            yield Finding("source", f"{folder} may not be read", "give yourself the right to read it")
        else:
            yield Finding("source", f"{folder}")
    for symbol in config.sources.symbols:
        if canonical(symbol.partition("/Corr.")[0]):
            yield Finding("source", symbol)
        else:
            yield Finding(
                "source", f"{symbol!r} is no symbol we know", "write it as A/RES/80/1, S/RES/2719 (2023)"
            )
    for entry in config.sources.series:
        yield Finding("source", str(entry.series()))


def registers(path: Path, config: Config) -> Iterator[Finding]:
    """Is the register sound, and does it know the names that lists use?"""
    from cli.refreshing.lists import chosen, complaint
    from db import register
    from db.health import health

    if not path.exists():
        yield Finding("register", f"{path} is not there yet; ingest or refresh makes it")
        return
    try:
        held = register.open_to_read(path)
    except register.RegisterError as error:
        yield Finding("register", str(error), "do what it says, or ingest into a new register")
        return
    try:
        found = health(held)
        said = f"{path} has {found.documents} documents, {found.provisions} provisions"
        if found.damage:
            yield Finding(
                "register",
                f"{path} is damaged: {found.damage[0]}",
                "restore a backup, or move it away and ingest again",
            )
        else:
            yield Finding(
                "register", said + (f"; refreshed {found.last_refresh}" if found.last_refresh else "")
            )
        yield from left_by_an_earlier_version(found)
        for entry in config.lists:
            try:
                chosen(entry, held)
                yield Finding(f"list “{entry.name}”", f"goes to {entry.file}")
            except typer.BadParameter as error:
                yield Finding(
                    f"list “{entry.name}”", complaint(error), "correct its filters in mandates.yaml"
                )
    finally:
        register.close(held)


def left_by_an_earlier_version(found: Health) -> Iterator[Finding]:
    """What has to be read again, since an earlier version did not keep all of it."""
    if found.to_read_again:
        yield Finding(
            "register",
            f"{found.to_read_again:,} documents were read by an earlier version, which kept no notes",
            "read their files again: mandates ingest FOLDER, or mandates refresh",
        )
    there = [source for source in found.nameless if Path(source).exists()]
    for source in there[:MOST_NAMED]:
        said, advice = f"{source} was replaced by another", f"read it again: mandates ingest {quote(source)}"
        if source == found.kept:
            said, advice = f"{source} is kept without a name", f'{advice}, or take it out: mandates forget ""'
        yield Finding("text without a symbol", said, advice)
    if more := there[MOST_NAMED:]:
        yield Finding("texts without a symbol", f"{len(more):,} more files", "read their folders again")
    if found.kept and found.kept not in there:
        yield Finding(
            "text without a symbol",
            f"one is kept without a name, and its file {found.kept} is gone",
            'take it out: mandates forget ""',
        )


def list_folders(config: Config) -> dict[str, Path]:
    """Where the lists go, by what to call it."""
    return {f"list “{entry.name}”": entry.file.parent for entry in config.lists}


def places(folders: dict[str, Path]) -> Iterator[Finding]:
    """May we write there, and is there room?"""
    for what, folder in folders.items():
        there = next(p for p in (folder, *folder.absolute().parents) if p.exists())
        free = shutil.disk_usage(there).free
        if not os.access(there, os.W_OK):
            yield Finding(
                f"disk, {what}", f"{there} may not be written", "change its owner or choose another place"
            )
        elif free < ROOM:
            yield Finding(
                f"disk, {what}",
                f"{free // 1_000_000} MB free at {there}",
                "make room, or choose another disk",
            )
        else:
            yield Finding(f"disk, {what}", f"{free // 1_000_000_000} GB free at {folder}")


def document_system(config: Config, cache: Path) -> Finding:
    """Does the document system answer with a document?"""
    from dataclasses import replace

    from documents.fetch.errors import FetchError
    from documents.fetch.ods import open_ods

    settings = replace(config.ods.settings(), tries=1)
    ods = open_ods(settings, cache)
    try:
        answer = ods.web.get(ods.address(PROBE))
    except FetchError as problem:
        return Finding(
            "document system", f"{settings.address}: {problem}", "see docs/cron.md, “When it does not answer”"
        )
    return Finding("document system", f"{settings.address} answers ({len(answer.body or b'') // 1000} kB)")
