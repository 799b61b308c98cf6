"""The ``mandates`` command: a table of commands, each imported only when it runs.

To add a command, write its module and add one line to ``COMMANDS``. The module defines ``command``:

- a function with Typer annotations (its docstring is the help: first line short, examples as indented
  lines at the end), or
- a ``typer.Typer()`` whose subcommands make a group, as in ``mandates lexicon check``.

A module imports at its top only what is cheap (``cli.*``, ``db.filters``, ``typer``); readers, spaCy,
Rich beyond ``cli.output`` and writers are imported inside the function that needs them. Help text is
shared: ``cli.options.Db`` is the ``--db`` option, ``cli.options.register_path(db)`` its file.
Errors: raise ``cli.errors.CommandError``, ``typer.BadParameter``, or let ``db.register.RegisterError`` and
``OSError`` through; ``main`` shows each as one line.
"""

from __future__ import annotations

import os
import sys
from collections import UserDict
from collections.abc import Callable, Iterator
from importlib import import_module
from io import TextIOWrapper
from typing import Annotated, Any

import typer

from cli.errors import CommandError, say
from cli.help import HelpfulCommand, HelpfulGroup

STOPPED = 130  # by Ctrl-C, as shells have it

# In the order of the help: name -> module that defines ``command``.
COMMANDS = {
    "ingest": "cli.ingest",
    "ask": "cli.ask",
    "list": "cli.listing",
    "show": "cli.show",
    "export": "cli.export",
    "stats": "cli.stats",
    "serve": "cli.serve",
    "explain": "cli.explain",
    "forget": "cli.forget",
    "lexicon": "cli.lexicon",
    "init": "cli.init",
    "refresh": "cli.refresh",
    "runs": "cli.runs",
    "doctor": "cli.doctor",
}


class LazyCommands(UserDict[str, Any]):
    """The table of commands, which imports a command's module only when that command is asked for."""

    def __getitem__(self, name: str) -> Any:
        return build(name, import_module(super().__getitem__(name)).command)


class LazyGroup(HelpfulGroup):
    """The top-level command; its subcommands come from ``COMMANDS``."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.commands = LazyCommands(COMMANDS)

    def invoke(self, ctx: Any) -> Any:
        """Run the command; ``mandates list | head`` ends without complaint."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0

    def list_commands(self, ctx: Any) -> list[str]:
        """Names only, without importing any module."""
        return list(self.commands)


def build(name: str, command: Callable[..., Any] | typer.Typer) -> Any:
    """Make the function or Typer app of a command's module into a command called ``name``."""
    if isinstance(command, typer.Typer):
        app = typer.Typer(rich_markup_mode=None, add_completion=False)
        for subcommand in command.registered_commands:
            subcommand.cls = HelpfulCommand
        app.add_typer(command, name=name, cls=HelpfulGroup)
        return typer.main.get_group(app).commands[name]
    app = typer.Typer(rich_markup_mode=None, add_completion=False)
    app.command(name, cls=HelpfulCommand)(command)
    return typer.main.get_command(app)


def show_version(wanted: bool) -> None:
    """Print the version and end, when ``--version`` was given."""
    if wanted:
        from importlib.metadata import version

        print("mandates", version("mandates"))
        raise typer.Exit


def top(
    context: typer.Context,
    _version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """A register of what United Nations resolutions ask of whom, how strongly and by when.

    Start with:

        mandates ingest resolutions/
        mandates ask "what is UNODC requested to do"
        mandates list --actor unodc --strength strong+

    Each command explains itself: mandates list --help
    """
    if context.invoked_subcommand is None:
        print(context.get_help())


def application() -> Any:
    """The whole command-line application."""
    app = typer.Typer(
        cls=LazyGroup, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]}
    )
    app.callback(invoke_without_command=True)(top)
    return typer.main.get_command(app)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 ok, 1 something failed, 2 wrong usage, 130 stopped by Ctrl-C."""
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit status. Whatever goes wrong is told in one line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal without UTF-8 still shows the rest
    try:
        status = application()(arguments, prog_name="mandates", standalone_mode=False)
        if status == STOPPED:
            say("stopped")
        return status if isinstance(status, int) else 0
    except typer.TyperException as error:
        where = getattr(getattr(error, "ctx", None), "command_path", "mandates")
        say(f"{where}: {wrong_usage(error)} (see {where} --help)")
        return 2
    except (typer.Abort, KeyboardInterrupt):
        say("stopped")
        return STOPPED
    except Exception as error:
        if os.environ.get("MANDATES_DEBUG"):
            raise
        say(f"mandates: {explain(error)}")
        return 1


def wrong_usage(error: typer.TyperException) -> str:
    """What was wrong, after the name of the option where one is at fault."""
    option = getattr(error, "param_hint", None)
    if type(error) is typer.BadParameter and isinstance(option, str):
        return f"{option}: {error.message}"
    return error.format_message().rstrip(".")


def explain(error: Exception) -> str:
    """The line that tells a person what went wrong."""
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}" if error.filename else str(error)
    if isinstance(error, CommandError) or any(isinstance(error, known) for known in told_by_others()):
        return str(error)
    fault = f"{type(error).__name__}: {error}".splitlines()[0]
    return f"a fault in mandates itself ({fault}); please report it with what MANDATES_DEBUG=1 shows"


def told_by_others() -> Iterator[type[Exception]]:
    """The errors of the other folders whose text is for people; only from modules that are loaded."""
    for module, name in (("db.register", "RegisterError"), ("rules.lexicon.loading", "LexiconError")):
        if module in sys.modules:
            yield getattr(sys.modules[module], name)


if __name__ == "__main__":
    main()
