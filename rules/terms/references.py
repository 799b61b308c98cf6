"""Resolutions, decisions, reports and treaties that a text names, each with its canonical symbol.

How numbers and symbols are printed is grammar and stands here; names of treaties are in the lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from documents import forms, openings, organs, symbols
from documents.document import DocumentKind
from rules.lexicon import Lexicon
from rules.provisions import Evidence, Reference, What
from rules.standing import evidence
from rules.text import fold, text_of

MANUAL = "United Nations Editorial Manual, references to documents"

# Numbers that name their body: 1/CP.28.
_NAMING = "|".join(
    forms.pattern(series.symbol)
    for organ in organs.ORGANS
    for series in organ.series
    if series.symbol == series.printed
)
_NUMBER = (
    rf"(?:{_NAMING}"
    r"|(?:E?S-)?\d{1,2}/\d{1,3}(?: [A-Z])?\b|\d{4}/\d{1,3}\b"
    r"|\d{1,4}(?: [A-Z]{1,2})? \((?:\d{4}|(?:E?S-)?[IVXL]+)\))"
)
_ORGANS = (
    rf"{openings.NAMES}"
    rf"|(?:[A-Z][\w-]+ )?{openings.BODY}(?: (?:on|of|for|the|and|[A-Z][\w-]+))*"
    "|its"
)
# Whose resolutions those are that are cited by their number alone, after the adopting organ's own; at last
# whoever alone prints such a number.
_UNNAMED = (organs.GENERAL_ASSEMBLY, organs.SECURITY_COUNCIL, organs.ECONOMIC_AND_SOCIAL_COUNCIL, "")
_HEAD = re.compile(
    rf"\b(?:(?P<organ>{_ORGANS}) )?(?:(?:previous|relevant|earlier|successor) )?"
    rf"(?P<type>resolution|decision)s? (?={_NUMBER})"
)
_NUMBERED = re.compile(_NUMBER)
# What may stand between two numbers of one list: "46/152 of 18 December 1991, entitled "...", and 60/1".
_BETWEEN = re.compile(
    rf"(?: of \d{{1,2}} \w+ \d{{4}})?(?:,? (?:entitled|on) (?:(?!resolution|decision)[^;]){{0,160}}?)?"
    rf"(?:[\s,;]|and\b|or\b|to\b|as well as\b|including\b)+(?={_NUMBER})"
)
_SYMBOL = re.compile(r"\b[A-Z]{1,6}(?:/[A-Za-z0-9][\w.-]*)+(?:/\w[\w.-]*| \((?:\d{4}|[IVXL-]+)\))*")
_CAPITALS = r"(?:(?:[A-Z][\w'-]+,?|of|on|the|for|to|in|against|from|and(?= [A-Z])) )*[A-Z][\w'-]+"
_REPORT = re.compile(rf"\breports? of the {_CAPITALS}")
_TREATY_WORD = re.compile("Convention|Covenant|Protocol|Treaty|Agreement")  # much faster than what follows
_TREATY = re.compile(
    r"\b(?:[A-Z][\w-]+ )*(?:Convention|Covenant|Protocol|Treaty|Agreement)s? "
    rf"(?:on|against|for|to|relating to|concerning) (?:the )?{_CAPITALS}"
)


@dataclass(frozen=True, slots=True)
class Referred:
    """A reference and where it stands: characters ``start`` to ``end`` of the text."""

    reference: Reference
    start: int
    end: int
    entry: str
    source: str

    def evidence(self, doc: Doc) -> Evidence:
        """Why this was found in a paragraph's text, as it is kept with a provision."""
        return evidence(
            What.REFERENCE,
            doc,
            self.start,
            self.end,
            entry=self.entry,
            source=self.source,
            note=self.reference.symbol,
        )


class References:
    """Finds what a text refers to; one per lexicon."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._entries = {entry.name: entry for entry in lexicon.references}
        self._names = PhraseMatcher(nlp.vocab, attr="LOWER")
        for entry in lexicon.references:
            self._names.add(entry.name, [nlp.make_doc(fold(name)) for name in (entry.name, *entry.aliases)])

    def find(self, doc: Doc, organ: str) -> list[Referred]:
        """The references of a text that ``organ`` adopted, in the order of the text."""
        found = [
            *self._treaties(doc),
            *_numbered(text_of(doc), organ),
            *_symbols(text_of(doc)),
            *_reports(text_of(doc)),
        ]
        kept: list[Referred] = []
        for item in sorted(found, key=lambda r: (r.start, -r.end)):
            if not kept or item.start >= kept[-1].end:
                kept.append(item)
        return kept

    def _treaties(self, doc: Doc) -> Iterator[Referred]:
        named = filter_spans(self._names(doc, as_spans=True))
        for span in named:
            entry = self._entries[span.label_]
            reference = Reference(entry.type.value, entry.name, span.text)
            yield Referred(
                reference, span.start_char, span.end_char, f"references: {entry.name}", entry.source
            )
        text = text_of(doc)
        capitals = _TREATY.finditer(text) if _TREATY_WORD.search(text) else ()
        for match in capitals:
            if not any(s.start_char < match.end() and match.start() < s.end_char for s in named):
                name = match.group()
                yield Referred(
                    Reference("treaty", name, name), *match.span(), "grammar: treaty by its capitals", MANUAL
                )


def cited(text: str, organ: str) -> list[Referred]:
    """The documents that a footnote cites by symbol or number, in no order."""
    return [*_numbered(text, organ), *_symbols(text)]


def _numbered(text: str, organ: str) -> Iterator[Referred]:
    if "resolution" not in text and "decision" not in text:
        return  # most texts: this is far quicker than the expression
    for head in _HEAD.finditer(text):
        start, at = head.start(), head.end()
        while number := _NUMBERED.match(text, at):
            words = text[start : number.end()]
            symbol = _symbol(number.group(), head["type"], head["organ"] or "", organ) or words
            yield Referred(
                Reference(head["type"], symbol, words),
                start,
                number.end(),
                f"grammar: {head['type']}",
                MANUAL,
            )
            between = _BETWEEN.match(text, number.end())
            if not between:
                break
            start = at = between.end()


def _printed(number: str, kind: str, names: Iterable[str]) -> list[str]:
    """The symbols that ``number`` may stand for, one for each of these organs that prints such numbers."""
    found = (symbols.of_number(number, name, DocumentKind(kind)) for name in names)
    return list(dict.fromkeys(filter(None, found)))


def _symbol(number: str, kind: str, named: str, adopting: str) -> str:
    """The symbol of resolution ``number``, of the organ that is named or, where several are called so
    ("Council") or none is named, of the one whose numbers look so; "" where that leaves it open."""
    own = organs.named(adopting)
    sharing = [organ.name for organ in organs.ORGANS if named in organ.shares]
    if not named or named == "its":
        found = _printed(number, kind, [adopting, *_UNNAMED])
    elif own and named in own.shares and (symbol := _printed(number, kind, [adopting])):
        found = symbol
    else:
        found = _printed(number, kind, sharing or [named])
        if len(found) > 1:
            return ""
    return found[0] if found else ""


def _symbols(text: str) -> Iterator[Referred]:
    for match in _SYMBOL.finditer(text) if "/" in text else ():
        for part in re.finditer(r"(?:(?!-[A-Z]+/).)+", match.group().rstrip(".-")):
            words = part.group().lstrip("-")
            if not re.search(r"\d", words):
                continue
            kind = "resolution" if "/RES/" in words else "decision" if "/DEC/" in words else "report"
            start = match.start() + part.start() + len(part.group()) - len(words)
            reference = Reference(kind, symbols.canonical(words) or words, words)
            yield Referred(reference, start, start + len(words), "grammar: symbol", MANUAL)


def _reports(text: str) -> Iterator[Referred]:
    """Reports that are named by their author, without a symbol."""
    for match in _REPORT.finditer(text):
        yield Referred(Reference("report", "", match.group()), *match.span(), "grammar: report of", MANUAL)
