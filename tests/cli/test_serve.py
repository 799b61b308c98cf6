"""``mandates serve``: the register in a browser."""

from __future__ import annotations

import asyncio
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from db.browsing import QUESTIONS, TABLES
from tests.cli.conftest import COMMAND, run_mandates

pytest.importorskip("datasette", reason="needs the extra serve: pip install -e '.[serve]'")
from cli.serving.site import site

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=5000"),
)
ANSWERS = {
    "asked": ({"actor": "unodc"}, "handbook"),
    "reports_due": ({"actor": ""}, "hundredth session"),
    "due_between": ({"first_day": "2045", "last_day": "2046-12"}, "contact point"),
    "without_review": ({"actor": "UNODC"}, "handbook"),
    "without_money": ({"actor": "United Nations Office on Drugs and Crime"}, "handbook"),
    "words": ({"words": "cargo handbook"}, "handbook"),
    "document": ({"symbol": "99/501"}, "welcome"),
    "most_asked": ({}, "Member States"),
    "to_check": ({}, "What should a person look at?"),
}


def get(register: Path, path: str) -> Any:
    """The answer of the site to one request, without a network."""
    return asyncio.run(site(register).client.get(path))


def test_the_front_page_offers_every_question_in_plain_words(example_register: Path) -> None:
    page = get(example_register, "/").text
    for question in QUESTIONS.values():
        assert question.title in page
        assert all(hint in page for hint in question.fields.values())


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_has_its_answer(example_register: Path, name: str) -> None:
    parameters, expected = ANSWERS[name]
    answer = get(example_register, f"/register/{name}?{urlencode(parameters)}")
    assert answer.status_code == 200
    assert "message-error" not in answer.text
    assert expected in answer.text


def test_an_actor_is_found_however_it_is_written(example_register: Path) -> None:
    pages = [
        get(example_register, f"/register/asked.json?_shape=array&{urlencode({'actor': actor})}").json()
        for actor in ("unodc", "UNODC", " United Nations Office on Drugs and Crime ")
    ]
    assert pages[0]
    assert pages[0] == pages[1] == pages[2]


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_facets(example_register: Path, table: str) -> None:
    description, facets = TABLES[table]
    page = get(example_register, f"/register/{table}").text
    assert description in page
    assert all(
        f'class="facet-info facet-register-{table}-' in page or f"_facet={facet}" in page for facet in facets
    )


def test_nothing_can_be_written(example_register: Path) -> None:
    answer = get(example_register, "/register?sql=delete+from+provisions")
    assert answer.status_code == 400
    with sqlite3.connect(example_register) as register:
        assert register.execute("SELECT count(*) FROM provisions").fetchone()[0] > 0


def test_what_is_written_meanwhile_is_seen(example_register: Path, tmp_path: Path) -> None:
    register = tmp_path / "register.db"
    shutil.copy(example_register, register)
    application = site(register)

    async def titles() -> list[str]:
        before = await application.client.get("/register/document.json?_shape=array&symbol=99/501")
        with sqlite3.connect(register) as connection:
            connection.execute("UPDATE documents SET title = 'Another title'")
        after = await application.client.get("/register/document.json?_shape=array&symbol=99/501")
        return [before.json()[0]["title"], after.json()[0]["title"]]

    before, after = asyncio.run(titles())
    assert before != after == "Another title"


@pytest.fixture(scope="module")
def address(example_register: Path) -> Iterator[str]:
    """The address of the real command, serving the example on a free port of this computer."""
    server = subprocess.Popen(
        [COMMAND, "serve", "--port", "0", "--db", example_register], stderr=subprocess.PIPE, text=True
    )
    try:
        assert server.stderr
        yield server.stderr.readline().split(" at ")[1].split()[0]
    finally:
        server.terminate()
        server.wait(20)


@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium: apt-get install chromium")
@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("", "What is an actor asked to do?"),
        ("register/asked?actor=unodc", "handbook"),
        ("register/mandates", "facet"),
    ],
)
def test_a_browser_shows_the_pages(address: str, path: str, expected: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [str(CHROMIUM), *QUIET, f"--user-data-dir={tmp_path}", "--dump-dom", address + path],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert expected in done.stdout, done.stderr[-2000:]


def test_only_this_computer_is_served(address: str) -> None:
    assert address.startswith("http://127.0.0.1:")


def test_a_port_in_use_is_said_in_one_line(example_register: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run_mandates("serve", "--port", port, "--db", example_register)
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "--port" in done.stderr
    assert done.stderr.count("\n") == 1


def test_without_a_register_it_says_how_to_make_one(tmp_path: Path) -> None:
    done = run_mandates("serve", "--port", "0", "--db", tmp_path / "none.db")
    assert done.returncode == 1
    assert "mandates ingest" in done.stderr


def test_without_datasette_it_says_how_to_install_it(example_register: Path) -> None:
    program = (
        "import sys; sys.modules['datasette'] = None; from cli.app import run; "
        f"sys.exit(run(['serve', '--port', '0', '--db', {str(example_register)!r}]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip" in done.stderr
    assert "Traceback" not in done.stderr
