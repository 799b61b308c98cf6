"""Kinds of documents; apart from the records, so that a query need not load those."""

from __future__ import annotations

from enum import StrEnum


class DocumentKind(StrEnum):
    """What sort of text it is."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    STATEMENT = "statement"  # presidential: S/PRST, A/HRC/PRST
    DRAFT = "draft"
    AMENDMENT = "amendment"  # has no operative part of its own
    CORRIGENDUM = "corrigendum"  # likewise
    TEXT = "text"  # one without a symbol, kept as file:NAME
