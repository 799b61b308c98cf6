"""``mandates serve``: the register in a browser."""

import socket
from pathlib import Path
from typing import Annotated, Any

import typer

from cli.errors import CommandError, say
from cli.options import Db, opened, register_path

Port = Annotated[int, typer.Option("--port", "-p", min=0, max=65535, help="Port; 0 takes a free one.")]
Host = Annotated[
    str,
    typer.Option(
        "--host", metavar="ADDRESS", help="Address to listen at; only this computer can reach the default."
    ),
]


def command(port: Port = 8001, host: Host = "127.0.0.1", db: Db = None) -> None:
    """Look at the register in a browser: questions as forms, tables with facets, exports.

    Nothing can be changed there. It needs Datasette: install mandates with the extra "serve".

    Examples:

        mandates serve
        mandates serve --port 9000 --db register.db
    """
    with opened(db):  # says what is wrong with the register, and upgrades an old one
        pass
    server = web_server(register_path(db))
    with listening(host, port) as listener:
        at = listener.getsockname()[1]
        say(f"The register is at http://{host}:{at}/ ; stop with Ctrl-C")
        if host not in ("127.0.0.1", "localhost", "::1"):
            say("everybody who can reach this address can read the register")
        server.run(sockets=[listener])


def web_server(register: Path) -> Any:
    """The server that shows a register. Raises CommandError where Datasette is not installed."""
    try:
        import uvicorn

        from cli.serving.site import site
    except ModuleNotFoundError as error:
        raise CommandError(
            "serve needs Datasette, which is not installed; install it with: "
            "pipx inject mandates datasette (or: pip install 'mandates[serve]')"
        ) from error
    return uvicorn.Server(uvicorn.Config(site(register).app(), log_level="warning"))


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at the address. Raises CommandError where it is taken or not ours."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        reason = error.strerror or error
        raise CommandError(
            f"cannot listen at {host} port {port}: {reason}; choose another with --port"
        ) from error
