"""Reading and classifying, in this process or in several; a file that kills its process fails alone."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from documents.document import Document
from documents.errors import UnreadableError
from documents.files import load
from documents.heavy import is_heavy
from documents.limits import Limits
from rules.provisions import Provision

if TYPE_CHECKING:
    from rules.classify import Classifier

Settled = TypeVar("Settled")
AHEAD = 2  # tasks per process that wait or run, so that memory does not grow with the number of files


@dataclass(frozen=True, slots=True)
class Task:
    """One file to read and classify. ``address``, ``symbol``: of one that was fetched, else ""."""

    path: Path
    limits: Limits
    lexicon: Path | None
    address: str = ""
    symbol: str = ""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task: a document and its provisions, or ``why`` there are none."""

    path: Path
    document: Document | None = None
    provisions: tuple[Provision, ...] = ()
    why: str = ""


def work(task: Task) -> Done:
    """Read and classify one file. Whatever its content does, the others go on."""
    from documents.reading import read_bytes

    try:
        document = named(read_bytes(load(task.path, task.limits), file_name(task), task.limits), task)
        return Done(task.path, document, classifier(task.lexicon).classify(document))
    except UnreadableError as error:
        return Done(task.path, why=str(error))
    except Exception as error:
        fault = f"{type(error).__name__}: {error}".splitlines()[0]
        return Done(
            task.path, why=f"could not be read because of a fault in mandates ({fault}); please report it"
        )


def bounded_work(task: Task) -> Done:
    """`work` in a process of its own, which is ended if it takes more time or memory than allowed."""
    try:
        import resource
    except ImportError:  # Windows has no such bounds
        return work(task)
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    memory = task.limits.memory if most == resource.RLIM_INFINITY else min(task.limits.memory, most)
    resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # a handler of Python's would wait for PDFium to come back
    signal.alarm(task.limits.patience)
    try:
        return work(task)
    finally:
        signal.alarm(0)


def work_here(task: Task) -> Done:
    """`work` in this process, unless the file may cost so much that it needs bounds."""
    try:
        heavy = is_heavy(load(task.path, task.limits))
    except UnreadableError as error:
        return Done(task.path, why=str(error))
    return alone(task) if heavy else work(task)


def file_name(task: Task) -> str:
    """The path; for what was fetched, a name that tells the reader the symbol, should the text not."""
    return f"{task.symbol.replace('/', '_')}{task.path.suffix}" if task.symbol else source_of(task.path)


def named(document: Document, task: Task) -> Document:
    """The document under the symbol it was fetched by, if any; a warning where its text says otherwise."""
    if not task.symbol:
        return document
    warnings = document.warnings
    if document.symbol not in ("", task.symbol):
        warnings += (f"was fetched as {task.symbol}, but its text says {document.symbol}",)
    return replace(document, symbol=task.symbol, source=task.address, warnings=warnings)


def source_of(path: Path) -> str:
    """The path as the register keeps it: whole, so that it holds in every folder."""
    return str(path.absolute())


@cache
def classifier(lexicon: Path | None) -> Classifier:
    """The classifier of this process."""
    from rules.classify import classifier

    return classifier(lexicon)


def run(tasks: Iterable[Task | Settled], jobs: int) -> Iterator[Done | Settled]:
    """What became of each task, in the order of the tasks, by ``jobs`` processes at a time.

    What is no task, since it is settled already, comes out as it went in.
    """
    if jobs <= 1:
        yield from (work_here(task) if isinstance(task, Task) else task for task in tasks)
        return
    remaining = iter(tasks)
    while True:
        waiting: deque[tuple[Task | Settled, Future[Done | Settled]]] = deque()
        pool = new_pool(jobs)
        try:
            yield from results(pool, remaining, waiting, jobs * AHEAD)
            return
        except BrokenProcessPool:  # which of the waiting tasks did it shows when each runs alone
            yield from (alone(task) if isinstance(task, Task) else task for task, _ in waiting)
        finally:
            end(pool)


def results(pool: ProcessPoolExecutor, tasks: Iterator[Any], waiting: deque[Any], most: int) -> Iterator[Any]:
    """The results in order, with at most ``most`` tasks ``waiting``; a task leaves it with its result."""
    for task in tasks:
        waiting.append((task, future_of(pool, task)))
        if len(waiting) >= most:
            yield first_result(waiting)
    while waiting:
        yield first_result(waiting)


def first_result(waiting: deque[Any]) -> Any:
    """The result of the task that waits longest. A task that broke the pool goes on waiting."""
    result = waiting[0][1].result()
    waiting.popleft()
    return result


def future_of(pool: ProcessPoolExecutor, task: Any) -> Future[Any]:
    """The task's future; a broken pool is told by the future too, so that the task is not lost."""
    future: Future[Any] = Future()
    if not isinstance(task, Task):
        future.set_result(task)
        return future
    try:
        return pool.submit(bounded_work, task)
    except BrokenProcessPool as error:
        future.set_exception(error)
        return future


def alone(task: Task) -> Done:
    """Run a task in a process of its own, which it may kill."""
    pool = new_pool(1)
    try:
        return pool.submit(bounded_work, task).result()
    except BrokenProcessPool:
        bounds = f"{task.limits.patience} s or {task.limits.memory / 1e9:g} GB"
        return Done(task.path, why=f"could not be read: it took more than {bounds}, or crashed its reader")
    finally:
        end(pool)


def new_pool(jobs: int) -> ProcessPoolExecutor:
    """A pool of fresh processes that leave Ctrl-C to this one."""
    context: Any = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, signal.signal, (signal.SIGINT, signal.SIG_IGN))


def end(pool: ProcessPoolExecutor) -> None:
    """Stop the pool at once: what it still does is not wanted any more."""
    for child in multiprocessing.active_children():
        child.terminate()
    pool.shutdown(wait=True, cancel_futures=True)
