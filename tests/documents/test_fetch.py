"""The client of the document system against a real server on this machine."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import fake_ods
import pytest
import trustme
from fake_ods import FakeOds, serving
from pdfs import make_pdf

from documents.fetch.cache import Cache
from documents.fetch.errors import (
    CertificateError,
    EmptyError,
    ErrorPageError,
    FetchError,
    HungError,
    NotFoundError,
    RedirectError,
    RefusedError,
    ServerError,
    TooLargeError,
    TooManyRequestsError,
    TruncatedError,
    UnknownHostError,
    UnreachableError,
)
from documents.fetch.ods import Ods
from documents.fetch.settings import Settings
from documents.fetch.web import Web

SYMBOL = "A/RES/80/901"
PDF = make_pdf(["1. Requests the Secretary-General to report annually;"])
QUICK = Settings(interval=0, connect=2, read=0.5, total=1.5, tries=1, backoff=0)


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def read(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def server() -> Iterator[FakeOds]:
    with serving() as ods:
        ods.documents[SYMBOL] = PDF
        yield ods


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def client(server: FakeOds, tmp_path: Path) -> Ods:
    return make_client(server.address, tmp_path)


def make_client(address: str, folder: Path, clock: Clock | None = None, **changes: object) -> Ods:
    settings = replace(QUICK, address=address, **changes)
    clock = clock or Clock()
    return Ods(settings, Cache(folder), Web(settings, clock.read, clock.sleep, lambda: 0.5))


def test_a_document_comes_by_way_of_a_redirect(client: Ods) -> None:
    fetched = client.fetch(SYMBOL)
    assert fetched.path.read_bytes() == PDF
    assert fetched.path.suffix == ".pdf"
    assert fetched.fresh


def test_we_say_who_we_are(server: FakeOds, tmp_path: Path) -> None:
    make_client(server.address, tmp_path, contact="desk@example.org").fetch(SYMBOL)
    (_, headers), *_ = server.asked
    name, version = headers["User-Agent"].split()[0].split("/")
    assert (name, version[0].isdigit()) == ("mandates", True)
    assert headers["User-Agent"].endswith("(+mailto:desk@example.org)")


def test_a_symbol_with_spaces_and_brackets_is_asked_for_as_it_is(server: FakeOds, client: Ods) -> None:
    server.documents["S/RES/9719 (2026)"] = PDF
    client.fetch("S/RES/9719 (2026)")
    assert server.symbols() == ["S/RES/9719 (2026)"]


def test_zipped_answers_are_unzipped(server: FakeOds, client: Ods) -> None:
    server.zipped = True
    assert client.fetch(SYMBOL).path.read_bytes() == PDF


def test_an_adopted_text_in_the_cache_is_not_asked_for_again(server: FakeOds, client: Ods) -> None:
    client.fetch(SYMBOL)
    assert not client.fetch(SYMBOL).fresh
    assert server.symbols() == [SYMBOL]


def test_a_draft_is_asked_for_again_and_costs_nothing_unchanged(server: FakeOds, client: Ods) -> None:
    draft = "A/C.3/80/L.901"
    server.documents[draft] = PDF
    client.fetch(draft)
    assert not client.fetch(draft).fresh
    assert "If-None-Match" in server.asked[-1][1]
    server.documents[draft] = make_pdf(["2. Urges States;"])
    changed = client.fetch(draft)
    assert changed.fresh
    assert changed.path.read_bytes() == server.documents[draft]


def test_a_reissue_is_seen_when_asked_to_recheck(server: FakeOds, client: Ods) -> None:
    before = client.fetch(SYMBOL)
    server.documents[SYMBOL] = make_pdf(["1. Urges States;"])
    assert client.fetch(SYMBOL).sha256 == before.sha256
    after = client.fetch(SYMBOL, recheck=True)
    assert after.fresh
    assert after.sha256 != before.sha256


def test_an_adopted_text_is_asked_for_again_after_the_days_that_settings_say(
    server: FakeOds, client: Ods
) -> None:
    day = date(2026, 1, 1)
    monthly = replace(client, settings=replace(client.settings, recheck=30), today=lambda: day)
    monthly.fetch(SYMBOL)
    day = date(2026, 1, 30)
    monthly.fetch(SYMBOL)
    assert len(server.asked) == 1
    day = date(2026, 1, 31)
    assert monthly.would_ask(SYMBOL)
    monthly.fetch(SYMBOL)
    monthly.fetch(SYMBOL)
    assert len(server.asked) == 2


def test_a_damaged_cache_is_fetched_anew(server: FakeOds, client: Ods) -> None:
    path = client.fetch(SYMBOL).path
    path.write_bytes(PDF[:-20])
    assert client.fetch(SYMBOL).path.read_bytes() == PDF
    assert "If-None-Match" not in server.asked[-1][1]


def test_an_answer_entry_that_is_not_ours_is_fetched_anew(client: Ods, tmp_path: Path) -> None:
    client.fetch(SYMBOL)
    for entry in (tmp_path / "answers").iterdir():
        entry.write_text('{"address": 3')
    assert client.fetch(SYMBOL).fresh


BAD_DAYS = [
    ("not found", fake_ods.status(404), NotFoundError),
    ("not found, said with 200", fake_ods.says(fake_ods.NO_DOCUMENT), NotFoundError),
    ("error page", fake_ods.says(fake_ods.MAINTENANCE), ErrorPageError),
    ("a challenge", fake_ods.says(b"", 202), ErrorPageError),
    ("unasked 304", fake_ods.status(304), ErrorPageError),
    ("WordPerfect", fake_ods.says(b"\xffWPC\x10\0\0\0"), ErrorPageError),
    ("JSON", fake_ods.says(b'{"error": 17}'), ErrorPageError),
    ("empty", fake_ods.says(b""), EmptyError),
    ("broken off", fake_ods.breaks_off(PDF), TruncatedError),
    ("whole by its length, but half a PDF", fake_ods.says(PDF[: len(PDF) // 2]), TruncatedError),
    ("half a Word file", fake_ods.says(b"PK\x03\x04 and no more"), TruncatedError),
    ("not gzip", lambda h: h.answer(200, PDF, Content_Encoding="gzip"), TruncatedError),
    ("refused", fake_ods.status(403), RefusedError),
    ("too many requests", fake_ods.status(429), TooManyRequestsError),
    ("server error", fake_ods.status(503), ServerError),
    ("hangs", fake_ods.hangs, HungError),
    ("drips headers", fake_ods.drips, HungError),
    ("drips the document", fake_ods.drips_body, HungError),
    ("resets", fake_ods.resets, UnreachableError),
    ("leaves the host", fake_ods.redirect("https://example.org/a.pdf"), RedirectError),
    ("leaves the web", fake_ods.redirect("file:///etc/passwd"), RedirectError),
    ("trusted host, but not https", fake_ods.redirect("http://docs.un.org/a.pdf"), RedirectError),
]


@pytest.mark.parametrize(("mood", "error"), [d[1:] for d in BAD_DAYS], ids=[d[0] for d in BAD_DAYS])
def test_bad_days_are_told_apart_and_nothing_is_kept(
    mood: fake_ods.Mood, error: type[FetchError], server: FakeOds, client: Ods, tmp_path: Path
) -> None:
    server.plan(SYMBOL, mood)
    with pytest.raises(error) as caught:
        client.fetch(SYMBOL)
    assert type(caught.value) is error
    assert "\n" not in str(caught.value)
    assert not any(tmp_path.rglob("*.*"))


def test_redirects_without_end_are_left(server: FakeOds, client: Ods) -> None:
    server.plan(SYMBOL, *[fake_ods.redirect(f"?s={SYMBOL}")] * 20)
    with pytest.raises(RedirectError, match="more than 5"):
        client.fetch(SYMBOL)
    assert len(server.asked) == 6


def test_a_larger_answer_than_allowed_is_left(server: FakeOds, tmp_path: Path) -> None:
    with pytest.raises(TooLargeError):
        make_client(server.address, tmp_path, bytes=100).fetch(SYMBOL)


def test_a_zip_bomb_is_left(server: FakeOds, tmp_path: Path) -> None:
    server.zipped = True
    server.documents[SYMBOL] = b"%PDF-" + bytes(5_000_000)
    with pytest.raises(TooLargeError):
        make_client(server.address, tmp_path, bytes=1_000_000).fetch(SYMBOL)


def test_an_unknown_certificate_is_refused_unless_its_authority_is_named(tmp_path: Path) -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "office.pem"))
    with serving(context) as server:
        server.documents[SYMBOL] = PDF
        with pytest.raises(CertificateError, match="authorities"):
            make_client(server.address, tmp_path).fetch(SYMBOL)
        trusting = make_client(server.address, tmp_path, authorities=tmp_path / "office.pem")
        assert trusting.fetch(SYMBOL).fresh
        server.plan(SYMBOL, fake_ods.redirect(f"http://127.0.0.1/{SYMBOL}"))
        with pytest.raises(RedirectError, match="not safe"):
            trusting.fetch(SYMBOL, recheck=True)


def test_an_unknown_name_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_such_name(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_such_name)
    with pytest.raises(UnknownHostError, match=r"ods\.invalid"):
        make_client("https://ods.invalid/api", tmp_path).fetch(SYMBOL)


def test_a_name_that_never_resolves_does_not_hold_us(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: release.wait(20) and [])
    with pytest.raises(HungError):
        make_client("https://ods.invalid/api", tmp_path, total=0.1).fetch(SYMBOL)
    release.set()


def test_the_proxy_of_the_environment_is_used(
    server: FakeOds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.address.removesuffix("/api/symbol/access"))
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert make_client("http://ods.invalid/api/symbol/access", tmp_path).fetch(SYMBOL).fresh


def test_a_proxy_that_does_not_work_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for scheme in ("http", "https"):
        with pytest.raises(UnreachableError, match="proxy"):
            make_client(f"{scheme}://ods.invalid/api", tmp_path).fetch(SYMBOL)


def test_nobody_listening_is_told_as_such(tmp_path: Path) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/"
        with pytest.raises(UnreachableError, match="refused"):
            make_client(address, tmp_path).fetch(SYMBOL)


def test_what_passes_is_tried_again_with_growing_pauses(server: FakeOds, tmp_path: Path) -> None:
    clock = Clock()
    server.plan(SYMBOL, fake_ods.status(503), fake_ods.resets, fake_ods.says(b""))
    client = make_client(server.address, tmp_path, clock, tries=4, backoff=2)
    assert client.fetch(SYMBOL).fresh
    assert clock.slept == [2, 4, 8]


def test_what_does_not_pass_is_not_tried_again(server: FakeOds, tmp_path: Path) -> None:
    client = make_client(server.address, tmp_path, tries=4)
    with pytest.raises(NotFoundError):
        client.fetch("A/RES/80/999")
    assert len(server.asked) == 1


@pytest.mark.parametrize("code", [429, 503])
def test_retry_after_is_honoured(code: int, server: FakeOds, tmp_path: Path) -> None:
    clock = Clock()
    server.plan(SYMBOL, fake_ods.status(code, Retry_After="7"))
    make_client(server.address, tmp_path, clock, tries=2).fetch(SYMBOL)
    assert clock.slept == [7]


def test_asked_to_wait_for_hours_we_go_away(server: FakeOds, tmp_path: Path) -> None:
    clock = Clock()
    server.plan(SYMBOL, fake_ods.status(429, Retry_After="7200"))
    with pytest.raises(TooManyRequestsError, match="7200"):
        make_client(server.address, tmp_path, clock, tries=4).fetch(SYMBOL)
    assert clock.slept == []


def test_a_retry_after_that_means_nothing_is_passed_over(server: FakeOds, tmp_path: Path) -> None:
    clock = Clock()
    server.plan(SYMBOL, fake_ods.status(503, Retry_After="soon"))
    make_client(server.address, tmp_path, clock, tries=2, backoff=3).fetch(SYMBOL)
    assert clock.slept == [3]


def test_at_most_one_request_per_interval(server: FakeOds, tmp_path: Path) -> None:
    clock = Clock()
    client = make_client(server.address, tmp_path, clock, interval=1)
    for symbol in ("A/RES/80/902", "A/RES/80/903"):
        server.documents[symbol] = PDF
        client.fetch(symbol)
    assert clock.slept == [1, 1, 1]  # four requests, redirects included


def test_a_format_that_is_not_read_is_named(server: FakeOds, client: Ods) -> None:
    server.documents[SYMBOL] = b"\xffWPC\x10\0\0\0"
    with pytest.raises(ErrorPageError, match=r"WordPerfect.*take the PDF"):
        client.fetch(SYMBOL)
