"""The option that names a person's own lexicon, and where it is looked for without it."""

from pathlib import Path
from typing import Annotated

import typer

from cli.errors import CommandError

Own = Annotated[
    Path | None,
    typer.Option(
        "--lexicon",
        envvar="MANDATES_LEXICON",
        metavar="FILE",
        help="Your own words for the rules, as YAML. Without it, lexicon.yaml in your settings folder.",
    ),
]


def own_lexicon(option: Path | None) -> Path | None:
    """The person's lexicon: as named, else ``lexicon.yaml`` in the settings folder; None if there is none.

    Raises CommandError for a name that is no file.
    """
    if option is not None:
        path = option.expanduser()
        if not path.is_file():
            raise CommandError(f"{path}: no such lexicon; give --lexicon or MANDATES_LEXICON a YAML file")
        return path.absolute()
    from platformdirs import user_config_path

    usual = user_config_path("mandates", appauthor=False) / "lexicon.yaml"
    return usual if usual.is_file() else None
