"""What one operative verb does: its kind and strength here, whom it addresses, and what is asked.

The lexicon says what a verb usually is; the clause may say otherwise: "decides that the Committee shall" and
"stresses that States must" are directives, "reiterates its request" has the strength of a request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Span

from rules.actors.addressees import Addressees, NamedActor
from rules.actors.naming import Naming
from rules.actors.passage import Passage
from rules.lexicon import Lexicon
from rules.lexicon.schema import Effect, VerbEntry
from rules.provisions import Kind, Strength
from rules.reasons import Because, Doubt, Rule
from rules.verbs.operative import Form, OperativeVerb
from rules.words import Words, match_at, phrases

_FAR = 50  # tokens: a subject so far from its modal, or an addressee from its infinitive, is doubtful
_NEAR = 14  # tokens: within them the body that something is recommended to is named
_POSSESSIVES = {"its", "their", "his", "her"}
_LIFTED = {Strength.SOFT: Strength.STANDARD, Strength.STANDARD: Strength.STRONG}


@dataclass(frozen=True, slots=True)
class VerbClause:
    """The stretch of a text that an operative verb governs; token indices of that text.

    ``opens``: its first token; ``after``: the first behind the verb; ``end``: where the next clause opens.
    ``phrase``: the words that stand for the verb. A further request ("to request X to ..., to invite Y to")
    and an item have the verb of an earlier clause: it stands before them, ``opens`` and ``after`` are one.
    """

    verb: OperativeVerb
    phrase: Span
    opens: int
    after: int
    end: int

    @classmethod
    def opened_by(cls, verb: OperativeVerb, end: int) -> VerbClause:
        """The clause that a verb opens."""
        return cls(verb, verb.phrase, verb.opens, verb.end, end)


@dataclass(frozen=True, slots=True)
class Asking:
    """How a clause reads. ``action``: where what is to be done begins. ``doubt``: why it may be wrong."""

    kind: Kind
    strength: Strength
    addressees: tuple[NamedActor, ...]
    action: int
    rule: Because
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class _InnerDirective:
    """The directive that another verb carries: "decides to request", "reiterates its call"."""

    entry: VerbEntry
    after: int  # token after the carried verb and its particle
    rule: Because


@dataclass(frozen=True, slots=True)
class _Addressed:
    """Who a directive addresses, where its action begins, and by which rule."""

    found: tuple[NamedActor, ...]
    action: int
    rule: Because
    doubt: Doubt | None = None


class Directives:
    """Reads clauses; one per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._words = Words(lexicon)
        self._addressees = Addressees(lexicon)
        self._verbs = {entry.verb: entry for entry in lexicon.verbs}
        self._bases = phrases([e.verb for e in lexicon.verbs if e.kind is Kind.DIRECTIVE])
        self._nouns = {
            noun: self._verbs[key.removeprefix("nouns-of:").replace("-", " ")]
            for key, nouns in lexicon.words.items()
            if key.startswith("nouns-of:")
            for noun in nouns
        }
        get = lexicon.words.get
        self._repeaters = frozenset(get("repeaters", ()))
        self._reiterating = frozenset(get("reiterating", ()))
        self._stressing = frozenset(get("stressing", ()))
        self._deciding = frozenset(get("deciding", ()))
        self._carrying = self._deciding | frozenset(get("carrying", ()))
        self._object_verbs = frozenset(get("object-verbs", ()))
        self._doings = frozenset(get("doings", ()))
        self._recommending = frozenset(get("recommending", ()))
        self._thing_verbs = frozenset(get("thing-verbs", ()))
        self._strengthen = phrases([m.words for m in lexicon.modifiers if m.effect is Effect.STRENGTHEN])

    def read(self, passage: Passage, clause: VerbClause, before: Sequence[Naming]) -> Asking:
        """How ``clause`` reads. ``before``: who "it" and "them" are, from the clauses before it."""
        asking = self._read(passage, clause, before)
        strong = any(match_at(self._strengthen, passage.words, i) for i in range(clause.opens, clause.after))
        if asking.kind is Kind.DIRECTIVE and strong:
            asking = replace(asking, strength=_LIFTED.get(asking.strength, asking.strength))
        return replace(asking, doubt=clause.verb.doubt or asking.doubt)

    def item(self, passage: Passage, end: int, verb: OperativeVerb) -> Asking:
        """An item under a chapeau that names nobody ("Urges:"): the item says who."""
        return self._asked(passage, 0, end, (), verb.entry)

    def item_decides(self, passage: Passage, end: int, verb: OperativeVerb) -> Asking | None:
        """An item under "Decides:" or "Decides that:" that asks somebody to act; else None."""
        first = passage.words[0]
        if first == "to":
            inner = self._inner(passage.words, verb.entry, 0, end)
            return self._asked(passage, inner.after, end, (), inner.entry) if inner else None
        return self._decided(passage, 1 if first == "that" else 0, end)

    def named_short(self, passage: Passage, start: int, end: int) -> list[Naming]:
        """The bodies that a clause names by their short forms ("the Commission")."""
        return self._addressees.short_forms(passage, start, end)

    def _read(self, passage: Passage, clause: VerbClause, before: Sequence[Naming]) -> Asking:
        entry, end = clause.verb.entry, clause.end
        if clause.verb.form is Form.PASSIVE:
            return self._passive(passage, clause.verb)
        if inner := self._inner(passage.words, entry, clause.after, end):
            asked = self._asked(passage, inner.after, end, before, inner.entry)
            return replace(asked, rule=inner.rule)
        if entry.kind is Kind.DIRECTIVE:
            return self._asked(passage, clause.after, end, before, entry)
        found = None
        at = self._words.skip_openers(passage.words, clause.after)
        word = passage.words[at] if at < end else "to"
        if entry.verb in self._deciding and word != "to":
            found = self._decided(passage, at + 1 if word == "that" else at, end)
        elif entry.verb in self._stressing and word == "that":
            found = self._stressed(passage, at, end, entry)
        usual = Because(Rule.KIND, (entry.verb, entry.kind))
        return found or Asking(entry.kind, Strength.NONE, (), clause.after, usual)

    def _passive(self, passage: Passage, verb: OperativeVerb) -> Asking:
        """ "The Secretary-General is requested to": the subject is asked."""
        stop = verb.start - 1
        while stop > verb.subject and not self._words.is_be(passage.words[stop]):
            stop -= 1
        found = self._addressees.read(passage, verb.subject, stop)
        rule = Because(Rule.PASSIVE)
        return Asking(Kind.DIRECTIVE, verb.entry.strength, tuple(found), verb.end, rule)

    def _inner(self, words: list[str], outer: VerbEntry, start: int, end: int) -> _InnerDirective | None:
        """The directive that a verb carries, if it carries one; ``start``: what follows the verb."""
        at = self._words.skip_openers(words, start)
        if at >= end:
            return None
        if outer.verb in self._carrying and words[at] == "to":
            return self._carried_verb(words, outer, self._words.skip_openers(words, at + 1))
        owned = words[at] in {"its", "it"} or (words[at] == "the" and outer.verb in self._reiterating)
        if outer.verb in self._repeaters and owned:
            return self._carried_noun(words, outer, at, end)
        return None

    def _carried_verb(self, words: list[str], outer: VerbEntry, at: int) -> _InnerDirective | None:
        """ "Decides to request", "continues to call upon"."""
        size = match_at(self._bases, words, at)
        base = "call upon" if words[at : at + 2] == ["call", "on"] else " ".join(words[at : at + size])
        entry = self._verbs.get(base)
        if entry is None or entry.kind is not Kind.DIRECTIVE:
            return None
        return _InnerDirective(entry, at + (size or 2), Because(Rule.CARRIES_VERB, (outer.verb, base)))

    def _carried_noun(self, words: list[str], outer: VerbEntry, at: int, end: int) -> _InnerDirective | None:
        """ "Reiterates its urgent call upon": as strong as what is reiterated."""
        for i in range(at + 1, min(at + 5, end)):
            if entry := self._nouns.get(words[i]):
                after = i + 1
                if after < end and words[after] in {"to", "upon", "on", "for"}:
                    if words[after] == "for" and entry.verb == "call upon":
                        entry = self._verbs["call for"]
                    after += 1
                return _InnerDirective(
                    entry, after, Because(Rule.CARRIES_NOUN, (outer.verb, words[i], entry.verb))
                )
        return None

    def _asked(
        self, passage: Passage, start: int, end: int, before: Sequence[Naming], entry: VerbEntry
    ) -> Asking:
        """A directive: who stands between the verb and what is asked, by the first reading that fits."""
        words = passage.words
        at = self._words.skip_openers(words, start)
        word = words[at] if at < end else ""
        if word == ":":
            reading = _Addressed((), at + 1, Because(Rule.ITEMS_SAY))
        elif word == "that":
            reading = self._that_clause(passage, at, end, before)
        elif word == "to" and entry.verb in self._recommending:
            reading = self._recommended_to(passage, at, end)
        elif word in _POSSESSIVES and before and not self._doings.isdisjoint(words[at + 1 : at + 4]):
            found = tuple(NamedActor(naming, passage.doc[at : at + 1]) for naming in before)
            reading = _Addressed(found, start, Because(Rule.POSSESSIVE, (word,)))
        elif word in self._words.pronouns and before:
            found = tuple(NamedActor(naming, passage.doc[at : at + 1]) for naming in before)
            reading = _Addressed(found, at + 1, Because(Rule.PRONOUN, (word,)))
        else:
            reading = self._addressed(passage, start, at, end, entry)
        doubt = reading.doubt or next((f.naming.doubt for f in reading.found if f.naming.doubt), None)
        return Asking(Kind.DIRECTIVE, entry.strength, reading.found, reading.action, reading.rule, doubt)

    def _addressed(self, passage: Passage, start: int, at: int, end: int, entry: VerbEntry) -> _Addressed:
        """An addressee before an infinitive, as plain object, or as the doer of what is called for."""
        takes_object = entry.verb not in self._thing_verbs
        if entry.verb in self._object_verbs and (found := self._addressees.object(passage, at, end)):
            return _Addressed(tuple(found), found[-1].end, Because(Rule.OBJECT))
        to = self._addressees.infinitive(passage.words, at, end)
        if to >= 0 and (found := self._addressees.read(passage, at, to)):
            known = {f.naming.id for f in found}
            found += [f for f in self._addressees.gapped(passage, to, end) if f.naming.id not in known]
            doubt = Doubt.FAR if to - at > _FAR else None
            return _Addressed(tuple(found), to, Because(Rule.BEFORE_INFINITIVE), doubt)
        if takes_object and (found := self._addressees.object(passage, at, end)):
            doubt = Doubt.NO_INFINITIVE if to >= 0 else None
            return _Addressed(tuple(found), found[-1].end, Because(Rule.OBJECT), doubt)
        if (
            takes_object
            and to < 0
            and end - at <= _NEAR
            and (found := self._addressees.read(passage, at, end))
        ):
            return _Addressed(tuple(found), found[-1].end, Because(Rule.OBJECT))
        found = self._addressees.doers(passage, at, end)
        return _Addressed(tuple(found), start, Because(Rule.DOER))

    def _recommended_to(self, passage: Passage, at: int, end: int) -> _Addressed:
        """ "Recommends to the General Assembly that", "... the adoption of"."""
        stop = next((i for i in range(at + 1, end) if passage.words[i] in {"that", ","}), end)
        found = self._addressees.read(passage, at + 1, min(stop, at + _NEAR))
        return _Addressed(tuple(found[:1]), stop, Because(Rule.RECOMMENDED_TO))

    def _that_clause(self, passage: Passage, that: int, end: int, before: Sequence[Naming]) -> _Addressed:
        """ "Requests that the Secretary-General include", "recommends that States should"."""
        opens = self._addressees.clause_start(passage, that + 1, end)
        modal = self._addressees.modal(passage.words, opens, min(end, opens + _FAR))
        found = self._addressees.subject(passage, opens, modal if modal >= 0 else end)
        if not found and opens < end and passage.words[opens] in {"it", "they"}:
            found = [NamedActor(naming, passage.doc[opens : opens + 1]) for naming in before]
        doubt = Doubt.NO_MODAL if not found and modal < 0 else None
        return _Addressed(tuple(found), that + 1, Because(Rule.SUBJECT_OF_THAT), doubt)

    def _decided(self, passage: Passage, start: int, end: int) -> Asking | None:
        """ "(Decides that) X shall": a directive where X is somebody who acts."""
        start = self._addressees.clause_start(passage, start, end)
        modal = self._addressees.modal(
            passage.words, start, min(end, start + _FAR), self._words.deciding_modals
        )
        found = self._acting_subject(passage, start, modal)
        if not found:
            return None
        rule = Because(Rule.MODAL, ("decides", passage.words[modal]))
        return Asking(Kind.DIRECTIVE, Strength.MANDATORY, tuple(found), modal, rule)

    def _stressed(self, passage: Passage, that: int, end: int, entry: VerbEntry) -> Asking | None:
        """ "Stresses that States must": a directive where the subject acts; so after "and that"."""
        words = passage.words
        for at in [that, *(i for i in range(that, end) if words[i - 1 : i + 1] == ["and", "that"])]:
            modal = self._addressees.modal(words, at + 1, min(end, at + _FAR))
            if modal < 0:
                continue
            if found := self._acting_subject(passage, at + 1, modal):
                rule = Because(Rule.MODAL, (entry.verb, words[modal]))
                return Asking(Kind.DIRECTIVE, Strength.STANDARD, tuple(found), modal, rule)
        return None

    def _acting_subject(self, passage: Passage, start: int, modal: int) -> list[NamedActor]:
        """The subject of a modal, where its head is an actor who acts and no other clause comes between."""
        words = passage.words
        if modal < 0 or words[modal + 1 : modal + 2] == ["be"]:
            return []
        if any(self._words.is_be(w) or w in {"has", "have"} for w in words[start:modal]):
            return []
        found = self._addressees.subject(passage, start, modal)
        bodies = self._words.body_nouns
        return [
            f
            for f in found
            if not f.naming.doubt or (words[f.end - 1] in bodies and passage.is_capitalized(f.end - 1))
        ]

    def further_requests(self, passage: Passage, clause: VerbClause) -> list[VerbClause]:
        """ "Decides to convene ..., to request X to ..., to encourage Y to": a clause for each request."""
        words, verb = passage.words, clause.verb
        if verb.entry.verb not in self._deciding:
            return []
        places = [
            i
            for i in range(clause.after + 1, clause.end - 1)
            if words[i] == "to"
            and words[i - 1] in {",", "and", ";"}
            and (inner := self._inner(words, verb.entry, i, clause.end))
            and self._asked(passage, inner.after, clause.end, (), inner.entry).addressees
        ]
        ends = [*places[1:], clause.end]
        return [
            VerbClause(verb, passage.doc[at : at + 2], at, at, end)
            for at, end in zip(places, ends, strict=False)
        ]
