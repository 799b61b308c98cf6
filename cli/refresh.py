"""``mandates refresh``: what ``mandates.yaml`` follows, up to date. Made for cron."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.errors import say
from cli.options import Db, register_path
from cli.own_words import Own, own_lexicon

if TYPE_CHECKING:
    from logging import Logger

    from cli.refreshing.telling import News

ALREADY_RUNNING = 3  # exit status


class As(StrEnum):
    """How to tell what changed."""

    TEXT = "text"
    JSON = "json"


ConfigOption = Annotated[
    Path,
    typer.Option("--config", envvar="MANDATES_CONFIG", metavar="FILE", help="Sources and lists, as YAML."),
]


def command(
    config: ConfigOption = Path("mandates.yaml"),
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but what failed.")] = False,
    format: Annotated[As, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = As.TEXT,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be read, asked for and written; do nothing.")
    ] = False,
    since: Annotated[
        int | None,
        typer.Option(
            "--since", min=0, metavar="RUN", help="Tell all changes after this run; see mandates runs."
        ),
    ] = None,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Ask again for all that was fetched before: was it reissued?")
    ] = False,
    log_file: Annotated[
        Path | None, typer.Option("--log-file", metavar="FILE", help="Add each step here, with its time.")
    ] = None,
    lexicon: Own = None,
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help="Read in N processes.")] = 1,
    db: Db = None,
) -> None:
    """Fetch and read what is new, rewrite your lists, and tell what changed for whom.

    Sources and lists stand in mandates.yaml (mandates init writes one). Nothing new, nothing said.
    Exit status: 0 done, 1 a source or list failed (the others are done), 3 another refresh is running.

    Examples:

        mandates refresh
        mandates refresh --dry-run
        mandates refresh --quiet --log-file refresh.log
        mandates refresh --since 12 --format json
    """
    from cli.config.loading import load
    from cli.refreshing.log import opened_log
    from cli.refreshing.running import Wishes, refresh
    from documents.fetch.ods import open_ods

    settings = load(config)
    path = db.expanduser() if db else settings.register_file or register_path(None)
    ods = open_ods(settings.ods.settings(), settings.cache or cache_folder())
    lexicon = own_lexicon(lexicon or settings.lexicon)
    if not settings.sources:
        say(f"{config} names no sources yet, so that there is nothing to follow")
    if dry_run:
        from cli.refreshing.rehearsal import rehearse

        for line in rehearse(settings, path, ods, recheck=recheck, lexicon=lexicon):
            print(line)
        return
    wishes = Wishes(since, recheck, lexicon, jobs)
    with opened_log(log_file) as log, only_one(path, log):
        news = refresh(settings, path, ods, wishes, log, lambda news: tell(news, format, quiet))
    if news.failures:
        raise typer.Exit(1)


def tell(news: News, format: As, quiet: bool) -> None:
    """What changed, on stdout; what failed and which files gave way, on stderr."""
    from cli.refreshing.telling import as_json, as_text

    text = as_json(news) if format is As.JSON else as_text(news)
    if text and not quiet:
        print(text, flush=True)
    for notice in () if quiet else news.notices:
        say(notice)
    for failure in news.failures:
        say(str(failure))


@contextmanager
def only_one(path: Path, log: Logger) -> Iterator[None]:
    """Hold the lock of the register at ``path``, which the system takes back whatever happens to us.

    Ends the command with status ``ALREADY_RUNNING`` if another refresh holds it.
    """
    from filelock import FileLock, Timeout

    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(f"{path}.lock", timeout=0):
            yield
    except Timeout:
        log.warning("another refresh is running")
        say(f"another refresh of {path} is running; this one did nothing")
        raise typer.Exit(ALREADY_RUNNING) from None


def cache_folder() -> Path:
    """Where fetched documents are kept unless mandates.yaml says otherwise."""
    from platformdirs import user_cache_path

    return user_cache_path("mandates", appauthor=False)
