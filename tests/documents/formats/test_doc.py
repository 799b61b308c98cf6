"""Word documents of before 2007: with LibreOffice, with one of our making, and without."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from documents.errors import UnreadableError
from documents.formats.doc import lines, matches
from documents.limits import Limits
from tests.words import make_docx

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
DOC = MAGIC + "WordDocument".encode("utf-16-le")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only ``soffice`` on the PATH, still to be written."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path / "soffice"


def write(office: Path, code: str) -> None:
    office.write_text(f"#!{sys.executable}\nimport sys, shutil, time\nfrom pathlib import Path\n{code}")
    office.chmod(0o755)


def test_the_converted_document_is_read(office: Path, tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(make_docx("1.\tRequests the Office to go on."))
    write(
        office,
        f"assert '--headless' in sys.argv and Path(sys.argv[-1]).read_bytes() == {DOC!r}\n"
        f"shutil.copy({str(tmp_path / 'made.docx')!r}, sys.argv[-1] + 'x')",
    )
    found = lines(DOC, Limits())
    assert [line.text for line in found.lines] == ["1.\tRequests the Office to go on."]
    assert found.reader.startswith("doc/1 docx/")


def test_a_missing_libreoffice_is_named(office: Path) -> None:
    assert not office.exists()
    with pytest.raises(UnreadableError, match="install LibreOffice"):
        lines(DOC, Limits())


def test_a_conversion_that_fails_is_told(office: Path) -> None:
    write(office, "sys.exit(1)")
    with pytest.raises(UnreadableError, match="LibreOffice cannot read"):
        lines(DOC, Limits())


def test_a_conversion_that_never_ends_is_ended(office: Path, tmp_path: Path) -> None:
    write(office, f"Path({str(tmp_path / 'begun')!r}).touch()\ntime.sleep(60)")
    with pytest.raises(UnreadableError, match="took more than 1 s"):
        lines(DOC, Limits(seconds=1))
    assert (tmp_path / "begun").exists()


def test_a_libreoffice_that_cannot_start_is_told(office: Path) -> None:
    office.write_bytes(b"\0no program")
    office.chmod(0o755)
    with pytest.raises(UnreadableError, match="cannot be started"):
        lines(DOC, Limits())


def test_other_office_files_are_told_apart() -> None:
    assert matches(DOC)
    assert not matches(MAGIC + "Workbook".encode("utf-16-le"))
    locked = MAGIC + "EncryptedPackage".encode("utf-16-le")
    assert matches(locked)
    with pytest.raises(UnreadableError, match="password"):
        lines(locked, Limits())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_real_libreoffice_converts(tmp_path: Path) -> None:
    (tmp_path / "made.docx").write_bytes(
        make_docx("The General Assembly,", "1.\tRequests the Office to go on.")
    )
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = ["soffice", "--headless", profile, "--convert-to", "doc", "--outdir", str(tmp_path)]
    subprocess.run([*convert, str(tmp_path / "made.docx")], check=True, capture_output=True, timeout=600)
    data = (tmp_path / "made.doc").read_bytes()
    assert matches(data)
    assert [line.text for line in lines(data, Limits()).lines] == [
        "The General Assembly,",
        "1.\tRequests the Office to go on.",
    ]
