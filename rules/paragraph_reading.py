"""One paragraph: its verbs, the clause of each, and whom each clause asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from documents.document import Paragraph
from rules.actors.mentions import Mentions
from rules.actors.naming import Naming
from rules.actors.passage import Passage
from rules.directives import Asking, Directives, VerbClause
from rules.lexicon import Lexicon
from rules.provisions import Kind
from rules.standing import standing
from rules.verbs.forms import OperativeVerb, Rejected
from rules.verbs.operative import OperativeVerbs
from rules.verbs.subjects import Voice

_ONE = {"it", "him", "her"}  # stand for one body, the last that was named


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause and how it reads."""

    clause: VerbClause
    asking: Asking


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """A paragraph read: its marked text, its clauses, the verb forms that open none."""

    passage: Passage
    clauses: tuple[ReadClause, ...]
    rejected: tuple[Rejected, ...]

    @property
    def doc(self) -> Doc:
        return self.passage.doc

    @property
    def paragraph(self) -> Paragraph:
        return standing(self.doc).paragraph

    @property
    def first_verb(self) -> int:
        """The token at which the first clause opens; the number of tokens where there is none."""
        return self.clauses[0].clause.opens if self.clauses else len(self.doc)


class ParagraphReading:
    """Reads marked texts; one per lexicon."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._verbs = OperativeVerbs(nlp, lexicon)
        self.directives = Directives(lexicon)

    def read(self, doc: Doc, mentions: Mentions, voice: Voice, *, within: bool) -> ReadParagraph:
        """A text that follows all those whose mentions are known.

        ``within``: it goes on a provision that began before it, as an item does.
        """
        passage = Passage.taken_in(doc, mentions)
        verbs, rejected = self._verbs.find(doc, voice, within=within)
        ends = [*(verb.opens for verb in verbs[1:]), len(doc)][: len(verbs)]
        read: list[ReadClause] = []
        for verb, end in zip(verbs, ends, strict=True):
            clause = VerbClause.opened_by(verb, end)
            asking = self.directives.read(passage, clause, self._named_before(passage, read, verb))
            further = self.directives.further_requests(passage, clause)
            if further:
                clause = replace(clause, end=further[0].opens)
            read.append(ReadClause(clause, asking))
            read += [ReadClause(more, self.directives.read(passage, more, ())) for more in further]
        return ReadParagraph(passage, tuple(_with_shared_objects(read)), tuple(rejected))

    def _named_before(
        self, passage: Passage, read: Sequence[ReadClause], verb: OperativeVerb
    ) -> list[Naming]:
        """Who "it" and "them" may be: those asked last, else those named in the clause before."""
        if not read:
            return []
        clause, asking = read[-1].clause, read[-1].asking
        if asking.addressees:
            return [asked.naming for asked in asking.addressees]
        named = passage.mentions.last_named(passage.place(verb.opens), passage.place(clause.after))
        named = named or self.directives.named_short(passage, clause.after, verb.opens)
        follows = passage.words[verb.end] if verb.end < len(passage.words) else ""
        return named[-1:] if follows in _ONE else named


def _with_shared_objects(read: list[ReadClause]) -> list[ReadClause]:
    """ "Urges and encourages States to": the first verb has the addressees of the second."""
    for i in range(len(read) - 2, -1, -1):
        clause, asking, following = read[i].clause, read[i].asking, read[i + 1]
        bare = following.clause.opens - clause.after <= 1
        if bare and asking.kind is Kind.DIRECTIVE and not asking.addressees:
            read[i] = ReadClause(clause, replace(asking, addressees=following.asking.addressees))
    return read
