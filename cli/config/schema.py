"""What may stand in ``mandates.yaml``; unknown words are errors, so that a misspelling is not passed over."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from cli.options import SUFFIXES
from cli.output.emit import Format
from cli.refreshing.series import Series, series_from, series_of
from documents.fetch.settings import ODS, Settings

# Beyond these the document system would have reason to complain.
_LEAST_INTERVAL = 0.5
_LOCAL = re.compile(r"https?://(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(/|$)")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


def _one_or_more(value: Any) -> Any:
    """``actor: unodc`` is short for ``actor: [unodc]``; a number is taken as its text."""
    values = value if isinstance(value, list) else [value]
    return tuple(str(v) if isinstance(v, int | float) and not isinstance(v, bool) else v for v in values)


def _as_text(value: Any) -> Any:
    return str(value) if isinstance(value, int | date) and not isinstance(value, bool) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_one_or_more)]
Text = Annotated[str, BeforeValidator(_as_text)]


class Filters(_Strict):
    """The filters of ``mandates list``, under the same names: ``due-after``."""

    model_config = ConfigDict(alias_generator=lambda name: name.replace("_", "-"))

    actor: Texts = ()
    group: Texts = ()
    within: Texts = ()
    verb: Texts = ()
    strength: Texts = ()
    kind: Texts = ()
    document: Texts = ()
    document_kind: Texts = ()
    paragraph: Texts = ()
    organ: Texts = ()
    session: Texts = ()
    year: Text = ""
    since: Text = ""
    until: Text = ""
    due_after: Text = ""
    due_before: Text = ""
    due: bool | None = None
    report: bool | None = None
    review: bool | None = None
    qualifier: Texts = ()
    topic: str = ""


class ListEntry(_Strict):
    name: Annotated[str, Field(min_length=1)]
    file: Path
    filters: Filters = Filters()
    format: Format | None = None  # by the file's ending if not given
    columns: Texts = ()

    @model_validator(mode="after")
    def _has_format(self) -> ListEntry:
        if self.format is None and self.file.suffix.lower() not in SUFFIXES:
            ending = repr(self.file.suffix) if self.file.suffix else "no ending"
            raise ValueError(f"“file” has {ending}, which tells no format; add a line such as “format: csv”")
        return self

    @property
    def written_as(self) -> Format:
        return self.format or SUFFIXES[self.file.suffix.lower()]


class SeriesEntry(_Strict):
    """Either ``from``, or ``organ`` and ``session``."""

    start: str = Field(default="", alias="from")
    organ: str = ""
    session: Text = ""
    gap: Annotated[int, Field(ge=1, le=50)] = 3  # numbers in a row that do not exist yet

    @model_validator(mode="after")
    def _is_one(self) -> SeriesEntry:
        if bool(self.start) == bool(self.organ or self.session):
            raise ValueError("write “from: A/RES/80/1”, or “organ: General Assembly” and “session: 80”")
        self.series()
        return self

    def series(self) -> Series:
        """Raises ValueError where the words name no series."""
        if self.start:
            return series_from(self.start, self.gap)
        return series_of(self.organ, self.session, self.gap)


class Sources(_Strict):
    folders: tuple[Path, ...] = ()
    symbols: tuple[str, ...] = ()
    series: tuple[SeriesEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.folders or self.symbols or self.series)


class OdsEntry(_Strict):
    """How to reach the document system."""

    address: str = ODS
    contact: str = ""
    format: Annotated[str, Field(pattern="^(pdf|doc|docx)$")] = "pdf"
    interval: Annotated[float, Field(ge=0)] = 1.0
    recheck: Annotated[int, Field(ge=0)] = 0
    hosts: tuple[str, ...] = ("un.org",)
    authorities: Path | None = None
    tries: Annotated[int, Field(ge=1, le=10)] = 4

    @model_validator(mode="after")
    def _is_polite(self) -> OdsEntry:
        if not re.match(r"https?://[^/\s]+", self.address):
            raise ValueError("“address” must begin with https://")
        if self.interval < _LEAST_INTERVAL and not _LOCAL.match(self.address):
            raise ValueError(f"“interval” must be at least {_LEAST_INTERVAL} seconds")
        return self

    def settings(self) -> Settings:
        return Settings(
            address=self.address,
            contact=self.contact,
            format=self.format,
            interval=self.interval,
            hosts=self.hosts,
            authorities=self.authorities,
            tries=self.tries,
            recheck=self.recheck,
        )


class Config(_Strict):
    """The whole file. Paths are absolute once it has been read."""

    register_file: Path | None = Field(default=None, alias="register")
    cache: Path | None = None
    lexicon: Path | None = None
    ods: OdsEntry = OdsEntry()
    sources: Sources = Sources()
    lists: tuple[ListEntry, ...] = ()

    @model_validator(mode="after")
    def _lists_differ(self) -> Config:
        for field in ("name", "file"):
            values = [getattr(entry, field) for entry in self.lists]
            twice = next((v for v in values if values.count(v) > 1), None)
            if twice is not None:
                raise ValueError(f"two lists have the same {field}: {twice}")
        return self
