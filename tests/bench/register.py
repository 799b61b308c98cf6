"""How long questions take in a large register, and a whole command against its imports.

    python -m tests.bench.register [FOLDER]

Registers of ten thousand and of a million provisions are generated once, in FOLDER (build/bench); the
larger takes some minutes. Every time is the best of several, each ratio of two times from the same run.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from cli.ask import understood
from db import queries, register
from db.filters import Filter
from db.undated import undated
from tests.bench import generated

SMALL, LARGE = 10_000, 1_000_000
ROWS = 50  # what a table shows
MOST_MS, MOST_RATIO = 100.0, 1.5  # whichever is larger
MOST_PROCESS_RATIO = 1.6

LISTS = {
    "everything": Filter(),
    "one actor": Filter(actors=("unodc",)),
    "a rare actor": Filter(actors=("body-399",)),
    "an actor, strongly": Filter(actors=("unodc",), strengths=("mandatory", "strong")),
    "an actor and a verb": Filter(actors=("member-states",), verbs=("instruct",)),
    "all below an actor": Filter(within=("un-system",)),
    "a group and a verb": Filter(groups=("missions",), verbs=("demand",)),
    "a kind": Filter(kinds=("decision",)),
    "an organ since a date": Filter(organs=("Security Council",), since="2020-01-01"),
    "an actor, long ago": Filter(actors=("unodc",), until="1951-01-01"),
    "a year": Filter(since="1999-01-01", until="1999-12-31"),
    "a kind of documents": Filter(document_kinds=("statement",)),
    "an actor in drafts": Filter(actors=("unodc",), document_kinds=("draft",)),
    "a session": Filter(sessions=((70, 70),)),
    "an actor at a session": Filter(actors=("unodc",), sessions=((6, 6),)),
    "due in a year": Filter(due_after="2026-01-01", due_before="2026-12-31"),
    "an actor's reports": Filter(actors=("unodc",), report=True),
    "a qualifier": Filter(actors=("body-200",), qualifiers=("on-request",)),
}
SEARCHES = {
    "a word": Filter(topic="cybercrime"),
    "a rare word": Filter(topic="labacofi"),
    "two words": Filter(topic="trafficking persons"),
    "a phrase": Filter(topic='"trafficking persons"'),
    "a prefix": Filter(topic="traff*"),
    "a word and an actor": Filter(topic="cybercrime", actors=("member-states",)),
    "a word and a rare verb": Filter(topic="trafficking", verbs=("demand",)),
    "a phrase and an actor": Filter(topic='"cybercrime migration"', actors=("unodc",)),
}
QUESTIONS = (
    "what is UNODC requested to do",
    "what must Member States do about cybercrime",
    "which reports are due from the Secretary-General",
    "what is UNODC urged to do since 2018",
)


def main() -> None:
    """Measure and print; exit status 1 if a limit is exceeded."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/bench")
    paths = [_made(folder, size) for size in (SMALL, LARGE)]
    within = _inside(paths)
    within &= _process(paths[0])
    sys.exit(0 if within else 1)


def _made(folder: Path, provisions: int) -> Path:
    path = folder / f"register-{register.SCHEMA}-{provisions}.db"
    if not path.exists():
        print(f"generating {provisions:,} provisions ...", flush=True)
        folder.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        for rest in folder.glob(f"{partial.name}*"):
            rest.unlink()
        generated.build(partial, provisions)
        partial.rename(path)
    return path


def _inside(paths: list[Path]) -> bool:
    """Whether every question to the large register stays within its limit, inside the process."""
    small, large = (register.open_to_read(path) for path in paths)
    tasks: dict[str, Callable[[sqlite3.Connection], object]] = {}
    for kind, filters in (("list", LISTS), ("search", SEARCHES)):
        for name, filter in filters.items():
            tasks[f"{kind}: {name}"] = lambda conn, filter=filter: list(
                queries.provisions(conn, filter, limit=ROWS)
            )
    for name, filter in LISTS.items():
        if filter.since or filter.until:
            tasks[f"what no day is known of: {name}"] = lambda conn, filter=filter: undated(conn, filter)
    for question in QUESTIONS:
        tasks[f"ask: {question}"] = lambda conn, question=question: list(
            queries.provisions(conn, understood(conn, question).filter, limit=ROWS)
        )
    print(f"{'milliseconds for ' + str(ROWS) + ' rows':<58} {SMALL:>10,} {LARGE:>10,}   ratio")
    within = True
    for name, task in tasks.items():
        before, after = (_best(lambda conn=conn, task=task: task(conn)) for conn in (small, large))
        good = after <= max(MOST_MS, MOST_RATIO * before)
        within &= good
        print(f"{name:<58} {before:10.1f} {after:10.1f} {after / before:7.1f}{'' if good else '  TOO SLOW'}")
    for conn in (small, large):
        register.close(conn)
    return within


def _process(path: Path) -> bool:
    """Whether the whole command takes little more than the imports that it cannot do without."""
    python = Path(sys.executable)
    imports = [str(python), "-c", "import typer, rich.table, sqlite3"]
    command = [str(python.with_name("mandates")), "list", "--actor", "unodc", "--db", str(path)]
    times = [float("inf"), float("inf")]
    for _ in range(10):  # in turn, so that a busy moment does not weigh on one of them only
        for number, words in enumerate((imports, command)):
            started = perf_counter()
            subprocess.run(words, check=True, capture_output=True)
            times[number] = min(times[number], perf_counter() - started)
    ratio = times[1] / times[0]
    print(
        f"mandates list --actor unodc: {times[1] * 1000:.0f} ms; "
        f"its imports alone: {times[0] * 1000:.0f} ms; ratio {ratio:.2f} (at most {MOST_PROCESS_RATIO})"
    )
    return ratio <= MOST_PROCESS_RATIO


def _best(task: Callable[[], object], times: int = 7) -> float:
    """Milliseconds of the quickest of several runs."""
    taken = []
    for _ in range(times):
        started = perf_counter()
        task()
        taken.append(perf_counter() - started)
    return min(taken) * 1000


if __name__ == "__main__":
    main()
