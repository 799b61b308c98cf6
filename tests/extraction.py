"""The text of a PDF as the tools that people have take it out, as text, HTML or Word."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests import remade


class AbsentError(Exception):
    """The tool is not here; a sentence."""


def extracted(pdf: Path, form: str) -> bytes:
    """The text in this form, a key of `FORMS`. Raises `AbsentError` where its tool is not here."""
    return FORMS[form](pdf)


def _poppler(tool: str, *options: str) -> Callable[[Path], bytes]:
    def extract(pdf: Path) -> bytes:
        if shutil.which(tool) is None:
            raise AbsentError(f"needs {tool} (poppler-utils)")
        command = [tool, *options, str(pdf), "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout

    return extract


def _pdftohtml(*options: str) -> Callable[[Path], bytes]:
    def extract(pdf: Path) -> bytes:
        if shutil.which("pdftohtml") is None:
            raise AbsentError("needs pdftohtml (poppler-utils)")
        with tempfile.TemporaryDirectory() as folder:  # with -c it writes beside the PDF in spite of -stdout
            page = Path(folder, "page.html")
            command = ["pdftohtml", *options, "-noframes", "-i", "-q", str(pdf), str(page)]
            subprocess.run(command, capture_output=True, check=True)
            return page.read_bytes()

    return extract


def _module(name: str) -> object:
    try:
        return importlib.import_module(name)
    except ImportError:
        raise AbsentError(f"needs the Python package {name.partition('.')[0]}") from None


def _pypdf(pdf: Path) -> bytes:
    reader = _module("pypdf").PdfReader(pdf)  # type: ignore[attr-defined]
    return "\n".join(page.extract_text() for page in reader.pages).encode()


def _pypdf_layout(pdf: Path) -> bytes:
    reader = _module("pypdf").PdfReader(pdf)  # type: ignore[attr-defined]
    return "\n".join(page.extract_text(extraction_mode="layout") for page in reader.pages).encode()


def _pdfminer(pdf: Path) -> bytes:
    return _module("pdfminer.high_level").extract_text(pdf).encode()  # type: ignore[attr-defined]


def _pymupdf(pdf: Path) -> bytes:
    """Where somebody has it; its licence keeps it out of the project."""
    return "\n".join(page.get_text() for page in _module("pymupdf").open(pdf)).encode()  # type: ignore[attr-defined]


def _pymupdf_html(pdf: Path) -> bytes:
    pages = (page.get_text("html") for page in _module("pymupdf").open(pdf))  # type: ignore[attr-defined]
    return f"<!DOCTYPE html><html><body>{''.join(pages)}</body></html>".encode()


FORMS: dict[str, Callable[[Path], bytes]] = {
    "pdftotext": _poppler("pdftotext"),
    "pdftotext -raw": _poppler("pdftotext", "-raw"),
    "pdftotext -layout": _poppler("pdftotext", "-layout"),
    "pypdf": _pypdf,
    "pypdf layout": _pypdf_layout,
    "PyMuPDF": _pymupdf,
    "PyMuPDF HTML": _pymupdf_html,
    "pdftohtml": _pdftohtml(),
    "pdftohtml -c": _pdftohtml("-c"),
    "HTML by lines": remade.html_by_lines,
    "HTML in places": remade.html_in_places,
    "Word by lines": remade.word_by_lines,
}
