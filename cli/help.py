"""Plain help for every command: options under headings, examples kept as they are written."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup


def keep_indented(text: str) -> str:
    """Mark the indented paragraphs (examples) so that the help does not rewrap them."""
    paragraphs = text.strip("\n").split("\n\n")
    return "\n\n".join(f"\b\n{part}" if part.startswith(" ") else part for part in paragraphs)


class HelpfulCommand(TyperCommand):
    """A command whose docstring shows examples as indented lines and whose options stand under the
    headings that they name as ``rich_help_panel``."""

    def __init__(self, *args: Any, help: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, help=keep_indented(help or ""), **kwargs)

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """``[OPTIONS] SYMBOL [PARAGRAPH]``: only what may be left out stands in brackets."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options under their headings, in the order of declaration."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for param in self.get_params(ctx):
            if record := param.get_help_record(ctx):
                default = "Arguments" if param.param_type_name == "argument" else "Options"
                heading = getattr(param, "rich_help_panel", None) or default
                headings.setdefault(heading, []).append(record)
        for heading, records in headings.items():
            with formatter.section(heading):
                formatter.write_dl(records)


class HelpfulGroup(TyperGroup):
    """A command with subcommands (``mandates lexicon check``), with the same plain help."""

    def __init__(self, *args: Any, help: str | None = None, **kwargs: Any) -> None:
        super().__init__(*args, help=keep_indented(help or ""), **kwargs)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write the subcommands with the first sentence of their help, whole."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, first_line(command.help)) for name, command in commands if command])


def first_line(help: str | None) -> str:
    """The first paragraph of a help text, on one line."""
    return " ".join((help or "").split("\n\n")[0].split())
