"""Word documents of before 2007 (.doc), turned into DOCX by LibreOffice where that is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from documents.errors import UnreadableError
from documents.formats import docx
from documents.formats.refused import COMPOUND
from documents.limits import Limits
from documents.lines import Lines

NAME = "Word document of before 2007 (.doc)"
SUFFIXES = (".doc",)
VERSION = "doc/1"


def matches(data: bytes) -> bool:
    """A compound file, as Office wrote them until 2007, that holds a Word document or a locked one."""
    return data.startswith(COMPOUND) and (_holds(data, "WordDocument") or _holds(data, "EncryptedPackage"))


def lines(data: bytes, limits: Limits) -> Lines:
    """What `docx.lines` says of the converted document. Raises `UnreadableError` where the file is
    locked, LibreOffice is missing, or the conversion fails or takes too long."""
    if _holds(data, "EncryptedPackage"):
        raise UnreadableError("the Office file is locked with a password: save it without one")
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise UnreadableError(
            f"the file is a {NAME}: install LibreOffice, which reads it, or save it as .docx"
        )
    found = docx.lines(_converted(data, office, limits.seconds), limits)
    return replace(found, reader=f"{VERSION} {found.reader}")


def _holds(data: bytes, stream: str) -> bool:
    return stream.encode("utf-16-le") in data


def _converted(data: bytes, office: str, seconds: int) -> bytes:
    """The document as DOCX. A profile of its own keeps LibreOffice apart from one that is open."""
    with tempfile.TemporaryDirectory(prefix="mandates-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "document.doc"), Path(folder, "document.docx")
        source.write_bytes(data)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        convert = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(source)]
        _run([office, "--headless", "--norestore", profile, *convert], seconds)
        if not target.is_file():
            raise UnreadableError("LibreOffice cannot read the Word document: save it as .docx in Word")
        return target.read_bytes()


def _run(command: list[str], seconds: int) -> None:
    """Run the command with all that it starts, and end all of it when the time is over."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except OSError as error:
        raise UnreadableError(f"LibreOffice cannot be started: {error.strerror}") from None
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        raise UnreadableError(
            f"LibreOffice took more than {seconds} s over the Word document: save it as .docx in Word"
        ) from None
    finally:
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if hasattr(os, "killpg"):  # not on Windows
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
