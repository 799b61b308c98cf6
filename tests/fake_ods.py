"""A document system on 127.0.0.1 that behaves as the real one does, on good days and bad ones."""

from __future__ import annotations

import gzip
import hashlib
import socket
import ssl
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

NO_DOCUMENT = b"""<!DOCTYPE html><html><head><title>ODS</title></head>
<body><p>There is no document matching your request.</p></body></html>"""
MAINTENANCE = b"""<html><head><title>Scheduled maintenance</title></head>
<body>Come back on Monday</body></html>"""

Mood = Callable[["Handler"], None]


@dataclass
class FakeOds:
    """``documents``: what each symbol has now. ``moods``: how the next requests of a symbol go wrong,
    first come first served; ``""`` is any symbol. ``asked``: (symbol, headers) of each request by symbol."""

    address: str = ""
    documents: dict[str, bytes] = field(default_factory=dict)
    moods: dict[str, deque[Mood]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    zipped: bool = False
    closing: threading.Event = field(default_factory=threading.Event)

    def plan(self, symbol: str, *moods: Mood) -> None:
        self.moods.setdefault(symbol, deque()).extend(moods)

    def symbols(self) -> list[str]:
        return [symbol for symbol, _ in self.asked]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    ods: FakeOds

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == "/api/symbol/access":
            self._access(parse_qs(parts.query)["s"][0])
        elif parts.path.startswith("/doc/"):
            self._content(bytes.fromhex(parts.path.removeprefix("/doc/").removesuffix(".pdf")).decode())
        else:
            self.answer(404, b"")

    def _access(self, symbol: str) -> None:
        self.ods.asked.append((symbol, dict(self.headers)))
        for key in (symbol, ""):
            if moods := self.ods.moods.get(key):
                return moods.popleft()(self)
        if symbol not in self.ods.documents:
            return self.answer(404, b"<html>not here</html>")
        return self.answer(302, b"", Location=f"/doc/{symbol.encode().hex()}.pdf?token=1")

    def _content(self, symbol: str) -> None:
        body = self.ods.documents[symbol]
        etag = f'"{hashlib.md5(body).hexdigest()}"'
        if self.headers.get("If-None-Match") == etag:
            return self.answer(304, b"", ETag=etag)
        headers = {"ETag": etag, "Last-Modified": "Mon, 05 Jan 2026 10:00:00 GMT"}
        if self.ods.zipped:
            assert "gzip" in self.headers["Accept-Encoding"]
            body, headers["Content-Encoding"] = gzip.compress(body), "gzip"
        return self.answer(200, body, **{"Content-Type": "application/pdf", **headers})

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if status != 304:
            self.send_header("Content-Length", headers.get("Content_Length", str(len(body))))
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


def status(code: int, **headers: str) -> Mood:
    return lambda handler: handler.answer(code, b"<html>no</html>", **headers)


def says(body: bytes, code: int = 200) -> Mood:
    return lambda handler: handler.answer(code, body)


def redirect(location: str) -> Mood:
    return lambda handler: handler.answer(302, b"", Location=location)


def breaks_off(body: bytes) -> Mood:
    """Announce ``body`` whole and send half of it."""

    def mood(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])
        handler.close_connection = True

    return mood


def hangs(handler: Handler) -> None:
    """Accept and never answer."""
    handler.ods.closing.wait(30)
    handler.close_connection = True


def drips(handler: Handler) -> None:
    """Send headers a byte at a time, for ever: never silent, never done."""
    with suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not handler.ods.closing.wait(0.02):
            handler.wfile.write(b"x")
    handler.close_connection = True


def drips_body(handler: Handler) -> None:
    """Promise a document and send it a byte at a time."""
    with suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
        while not handler.ods.closing.wait(0.02):
            handler.wfile.write(b"x")
    handler.close_connection = True


def resets(handler: Handler) -> None:
    """Close the connection without a word."""
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away is no error here."""


@contextmanager
def serving(certificate: ssl.SSLContext | None = None) -> Iterator[FakeOds]:
    """A running FakeOds; by https if ``certificate`` is given."""
    ods = FakeOds()
    server = _Server(("127.0.0.1", 0), type("Bound", (Handler,), {"ods": ods}))
    if certificate:
        server.socket = certificate.wrap_socket(server.socket, server_side=True)
    ods.address = f"http{'s' if certificate else ''}://127.0.0.1:{server.server_port}/api/symbol/access"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield ods
    finally:
        ods.closing.set()
        server.shutdown()
        server.server_close()
