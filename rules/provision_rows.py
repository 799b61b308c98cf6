"""From a clause that was read to its provision: plain words and numbers, and the evidence of each rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from documents.document import Document
from rules.actors.addressees import NamedActor
from rules.lexicon import Lexicon
from rules.paragraph_reading import ReadClause, ReadParagraph
from rules.provisions import Addressee, Evidence, Kind, Provision, Strength, What
from rules.reasons import FROM_CHAPEAU, SHORT_FORMS, Because
from rules.standing import evidence, standing
from rules.terms.provision_terms import ProvisionTerms, TermsReader
from rules.verbs.forms import Rejected

_TRAILING = " ,;:.–—"
_ENDS = {",", "and", "but", ";", ".", ":"}  # what a provision ends before


class ProvisionRows:
    """Makes provisions of clauses; one per lexicon. Their ordinals are 0 until all of a label are known."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._terms = TermsReader(nlp, lexicon)

    def of_clause(self, document: Document, read: ReadParagraph, clause: ReadClause) -> Provision:
        """The provision of a clause in the paragraph that it stands in."""
        stretch = clause.clause
        end = _trimmed(read.doc, stretch.opens, stretch.end)
        terms = self._terms.read(read.doc, stretch.after, end, clause.asking.kind, document.organ)
        rejected = [r for r in read.rejected if stretch.opens <= r.span.start < stretch.end]
        return _provision(document.symbol, read.doc, clause, end, terms, rejected)

    def of_item(self, document: Document, item: ReadParagraph, clause: ReadClause, chapeau: Doc) -> Provision:
        """The provision of an item that completes the clause of its chapeau, whose terms hold for it too."""
        stretch, asking = clause.clause, clause.asking
        end = _trimmed(item.doc, stretch.opens, stretch.end)
        begins = min(asking.action, end)
        own = self._terms.read(item.doc, begins, end, asking.kind, document.organ)
        above = self._terms.read(chapeau, stretch.verb.end, len(chapeau), asking.kind, document.organ)
        return _provision(document.symbol, item.doc, clause, end, own.with_chapeau(above), item.rejected)


def _provision(
    symbol: str, doc: Doc, read: ReadClause, end: int, terms: ProvisionTerms, rejected: Iterable[Rejected]
) -> Provision:
    """``end``: the token of ``doc`` before which the provision's own words end."""
    clause, asking, at = read.clause, read.asking, standing(doc)
    action = min(asking.action, end)
    first, last = doc[clause.opens].idx, doc[end - 1].idx + len(doc[end - 1])
    directive = asking.kind is Kind.DIRECTIVE
    return Provision(
        symbol=symbol,
        paragraph=at.paragraph.label,
        position=at.position,
        ordinal=0,
        kind=asking.kind,
        verb=clause.verb.entry.verb,
        verb_phrase=_printed(clause.phrase).strip(" ,"),
        strength=asking.strength if directive else Strength.NONE,
        addressees=tuple(_addressee(actor) for actor in asking.addressees) if directive else (),
        action=at.printed(doc[action].idx, last).strip(_TRAILING) if action < end else "",
        qualifiers=terms.qualifiers,
        report=terms.report,
        due=terms.due,
        due_date=terms.due_date,
        references=terms.references,
        text=at.printed(first, last).strip(),
        start=first,
        end=last,
        page=at.paragraph.page,
        review=Because(asking.doubt).sentence if asking.doubt else "",
        evidence=(*_evidence(doc, read, rejected), *terms.evidence),
    )


def _addressee(actor: NamedActor) -> Addressee:
    return Addressee(actor.naming.id, actor.naming.name, actor.span.text.strip(" ,"))


def _evidence(doc: Doc, read: ReadClause, rejected: Iterable[Rejected]) -> Iterator[Evidence]:
    """Of verb, addressees and verb forms turned down, in this order."""
    verb, rule = read.clause.verb, read.asking.rule.sentence
    note = rule if verb.span.doc is doc else FROM_CHAPEAU.format(rule)
    yield _of_span(What.VERB, verb.span, f"verbs: {verb.entry.verb}", verb.entry.source, note)
    for actor in read.asking.addressees:
        naming = actor.naming
        what = What.SHORT_FORM if naming.via.value in SHORT_FORMS else What.ADDRESSEE
        yield _of_span(what, actor.span, naming.entry, naming.source, naming.via.sentence)
    for form in rejected:
        entry = form.entry
        yield _of_span(What.REJECTED, form.span, f"verbs: {entry.verb}", entry.source, form.why.sentence)


def _of_span(what: What, span: Span, entry: str, source: str, note: str) -> Evidence:
    return evidence(what, span.doc, span.start_char, span.end_char, entry=entry, source=source, note=note)


def _printed(span: Span) -> str:
    return standing(span.doc).printed(span.start_char, span.end_char)


def _trimmed(doc: Doc, start: int, end: int) -> int:
    while end > start + 1 and doc[end - 1].lower_ in _ENDS:
        end -= 1
    return end
