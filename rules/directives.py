"""What one operative verb does: its kind and strength here, whom it addresses, and what is asked.

The lexicon says what a verb usually is; the clause may say otherwise: "decides that the Committee shall" and
"stresses that States must" are directives, "reiterates its request" has the strength of a request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from rules.addressees import Addressees, Found
from rules.components.verbs import Form, OperativeVerb
from rules.lexicon import Lexicon
from rules.lexicon.schema import Effect, VerbEntry
from rules.memory import Memory
from rules.names import Naming
from rules.provisions import Kind, Strength
from rules.text import words_of
from rules.words import Words, match_at, phrases

_LIFTED = {Strength.SOFT: Strength.STANDARD, Strength.STANDARD: Strength.STRONG}


@dataclass(frozen=True, slots=True)
class Clause:
    """The stretch of one operative verb, token indices; ``end`` is where the next clause opens."""

    verb: OperativeVerb
    end: int


@dataclass(frozen=True, slots=True)
class Asking:
    """How a clause reads. ``action``: token where what is to be done begins. ``doubt``: why it may be wrong."""

    kind: Kind
    strength: Strength
    addressees: tuple[Found, ...]
    action: int
    rule: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class _Carrier:
    """The directive that another verb carries: "decides to request", "reiterates its call"."""

    entry: VerbEntry
    after: int  # token after the carried verb and its particle
    rule: str


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
        self._stressing = frozenset(get("stressing", ()))
        self._deciding = frozenset(get("deciding", ()))
        self._carrying = self._deciding | frozenset(get("carrying", ()))
        self._object_verbs = frozenset(get("object-verbs", ()))
        self._strengthen = phrases([m.words for m in lexicon.modifiers if m.effect is Effect.STRENGTHEN])

    def read(self, doc: Doc, clause: Clause, memory: Memory, base: int, before: Sequence[Naming]) -> Asking:
        """How ``clause`` reads. ``before``: who "it" and "them" are, from the clauses before it."""
        words = words_of(doc)
        verb = clause.verb
        asking = self._read(doc, words, clause, memory, base, before)
        strong = any(match_at(self._strengthen, words, i) for i in range(verb.opens, verb.end))
        if asking.kind is Kind.DIRECTIVE and strong:
            asking = replace(asking, strength=_LIFTED.get(asking.strength, asking.strength))
        return replace(asking, doubt=verb.doubt or asking.doubt)

    def _read(
        self, doc: Doc, words: list[str], clause: Clause, memory: Memory, base: int, before: Sequence[Naming]
    ) -> Asking:
        verb, end = clause.verb, clause.end
        entry = verb.entry
        if verb.form is Form.PASSIVE:
            subject_end = verb.start - 1
            while subject_end > verb.subject and not self._words.is_be(words[subject_end]):
                subject_end -= 1
            found = self._addressees.read(doc, verb.subject, subject_end, memory, base)
            return Asking(
                Kind.DIRECTIVE, entry.strength, tuple(found), verb.end, "passive: its subject is asked"
            )
        carrier = self._carrier(words, verb, end)
        if carrier:
            asked = self._asked(doc, words, carrier.after, end, memory, base, before, carrier.entry)
            return replace(asked, rule=carrier.rule)
        if entry.verb in self._deciding:
            at = self._words.skip_openers(words, verb.end)
            decided = None
            if at < end and words[at] == "that":
                decided = self._decided(doc, words, at + 1, end, memory, base)
            rule = f"verbs: {entry.verb} is a decision"
            return decided or Asking(Kind.DECISION, Strength.NONE, (), verb.end, rule)
        if entry.kind is Kind.DIRECTIVE:
            return self._asked(doc, words, verb.end, end, memory, base, before, entry)
        if entry.verb in self._stressing:
            stressed = self._stressed(doc, words, clause, memory, base)
            if stressed:
                return stressed
        return Asking(entry.kind, Strength.NONE, (), verb.end, f"verbs: {entry.verb} is a {entry.kind}")

    def named_short(self, doc: Doc, start: int, end: int, memory: Memory, base: int) -> list[Naming]:
        """The bodies that a clause names by their short forms ("the Commission")."""
        return self._addressees.short_forms(doc, start, end, memory, base)

    def item(self, doc: Doc, end: int, verb: OperativeVerb, memory: Memory, base: int) -> Asking:
        """An item under a chapeau that names nobody ("Urges:"): the item says who."""
        words = words_of(doc)
        return self._asked(doc, words, 0, end, memory, base, (), verb.entry)

    def item_decides(
        self, doc: Doc, end: int, verb: OperativeVerb, memory: Memory, base: int
    ) -> Asking | None:
        """An item under "Decides:" or "Decides that:" that asks somebody to act; else None."""
        words = words_of(doc)
        if words[0] == "to":
            carrier = self._carrier(words, replace(verb, end=0), end)
            if not carrier:
                return None
            return self._asked(doc, words, carrier.after, end, memory, base, (), carrier.entry)
        return self._decided(doc, words, 1 if words[0] == "that" else 0, end, memory, base)

    def _carrier(self, words: Sequence[str], verb: OperativeVerb, end: int) -> _Carrier | None:
        at = self._words.skip_openers(words, verb.end)
        if verb.entry.verb in self._carrying and at < end and words[at] == "to":
            at = self._words.skip_openers(words, at + 1)
            size = match_at(self._bases, words, at)
            if size:
                entry = self._verbs[" ".join(words[at : at + size])]
                return _Carrier(entry, at + size, f"{verb.entry.verb} to {entry.verb}: a directive")
            if words[at : at + 2] == ["call", "on"]:
                return _Carrier(
                    self._verbs["call upon"], at + 2, f"{verb.entry.verb} to call upon: a directive"
                )
        if verb.entry.verb in self._repeaters:
            for i in range(at, min(at + 5, end)):
                entry = self._nouns.get(words[i])
                if entry and words[at] in {"its", "the", "their", "this"}:
                    if words[at] != "its" and verb.entry.verb == "reaffirm":
                        return None
                    after = i + 1
                    if after < end and words[after] in {"to", "upon", "on", "for"}:
                        if words[after] == "for" and entry.verb == "call upon":
                            entry = self._verbs["call for"]
                        after += 1
                    return _Carrier(
                        entry, after, f"{verb.entry.verb} its {words[i]}: as strong as {entry.verb}"
                    )
        return None

    def _asked(
        self,
        doc: Doc,
        words: list[str],
        start: int,
        end: int,
        memory: Memory,
        base: int,
        before: Sequence[Naming],
        entry: VerbEntry,
    ) -> Asking:
        """A directive: who stands between the verb and what is asked."""

        def asking(found: Sequence[Found], action: int, rule: str, doubt: str = "") -> Asking:
            doubt = doubt or next((f.naming.doubt for f in found if f.naming.doubt), "")
            return Asking(Kind.DIRECTIVE, entry.strength, tuple(found), action, rule, doubt)

        at = self._words.skip_openers(words, start)
        if at < end and words[at] == ":":
            return asking((), at + 1, "the items say who and what")
        if at < end and words[at] == "to" and entry.verb in {"recommend", "suggest", "propose"}:
            stop = next((i for i in range(at + 1, end) if words[i] in {"that", ","}), end)
            found = self._addressees.read(doc, at + 1, min(stop, at + 14), memory, base)
            return asking(found[:1], stop, "recommended to a body")
        that = self._that(words, at, end)
        if that >= 0:
            return self._that_clause(doc, words, that, end, memory, base, asking, before)
        pronoun = at if at < end and words[at] in {"it", "them", "him", "her"} else -1
        if pronoun >= 0 and before:
            found = [Found(naming, pronoun, pronoun + 1) for naming in before]
            return asking(found, pronoun + 1, f'"{words[pronoun]}" stands for who was named before')
        if entry.verb in self._object_verbs and (
            found := self._addressees.object(doc, at, end, memory, base)
        ):
            return asking(found, found[-1].end, "the object of the verb is asked")
        to = self._addressees.infinitive(words, at, end)
        if to >= 0 and self._names_somebody(doc, words, at, to, memory, base):
            found = self._addressees.read(doc, at, to, memory, base)
            known = {f.naming.id for f in found}
            gapped = self._addressees.gapped(doc, to, end, memory, base)
            found += [f for f in gapped if f.naming.id not in known]
            doubt = ""
            if found and to - at > 45:
                doubt = "the addressee stands far from what is asked"
            return asking(found, to, "who stands before the infinitive is asked", doubt)
        found = self._addressees.object(doc, at, end, memory, base)
        if found and entry.verb not in {"call for", "appeal for"}:
            return asking(
                found, found[-1].end, "the object of the verb is asked", "" if to < 0 else "no infinitive"
            )
        found = self._addressees.doers(doc, at, end, memory, base)
        return asking(found, start, "a thing is called for; who does it is asked, where named")

    def _that(self, words: Sequence[str], at: int, end: int) -> int:
        """The "that" which opens what is asked, right after the verb; -1 where there is none."""
        if at < end and words[at] == "that":
            return at
        return -1

    def _that_clause(self, doc, words, that, end, memory, base, asking, before) -> Asking:
        opens = self._addressees.skip_adjunct(words, that + 1, end)
        modal = self._addressees.modal(words, opens, min(end, opens + 60))
        found = self._addressees.subject(doc, opens, modal if modal >= 0 else end, memory, base)
        if not found and that + 1 < end and words[that + 1] in {"it", "they"} and before:
            found = [Found(naming, that + 1, that + 2) for naming in before]
        doubt = "" if found else "a that-clause without a modal" if modal < 0 else ""
        return asking(found, that + 1, "the subject of the that-clause is asked", doubt)

    def _names_somebody(
        self, doc: Doc, words: Sequence[str], start: int, end: int, memory: Memory, base: int
    ) -> bool:
        """Whether the words before an infinitive can be an addressee rather than a thing called for."""
        return bool(self._addressees.read(doc, start, end, memory, base))

    def _decided(
        self, doc: Doc, words: list[str], start: int, end: int, memory: Memory, base: int
    ) -> Asking | None:
        """ "(Decides that) X shall": a directive where X is somebody who acts."""
        modal = self._addressees.modal(words, start, min(end, start + 50))
        if modal < 0 or words[modal + 1 : modal + 2] == ["be"]:
            return None
        found = self._acting_subject(doc, words, start, modal, memory, base)
        if not found:
            return None
        rule = f"decides that somebody {words[modal]} act"
        return Asking(Kind.DIRECTIVE, Strength.MANDATORY, tuple(found), modal, rule)

    def _stressed(
        self, doc: Doc, words: list[str], clause: Clause, memory: Memory, base: int
    ) -> Asking | None:
        """ "Stresses that States must": a directive where the subject acts."""
        verb, end = clause.verb, clause.end
        at = self._words.skip_openers(words, verb.end)
        if at >= end or words[at] != "that":
            return None
        for that in [at, *(i for i in range(at, end) if words[i - 1 : i + 1] == ["and", "that"])]:
            modal = self._addressees.modal(words, that + 1, min(end, that + 50))
            if modal < 0 or words[modal] == "shall" or words[modal + 1] == "be":
                continue
            found = self._acting_subject(doc, words, that + 1, modal, memory, base)
            if found:
                rule = f"{verb.entry.verb} that somebody {words[modal]} act"
                return Asking(Kind.DIRECTIVE, Strength.STANDARD, tuple(found), modal, rule)
        return None

    def _acting_subject(
        self, doc: Doc, words: Sequence[str], start: int, modal: int, memory: Memory, base: int
    ) -> list[Found]:
        """The subject of a modal, where its head is an actor and no other clause comes between."""
        found = self._addressees.subject(doc, start, modal, memory, base)
        if not found or any(w in {"is", "are", "has", "have", "was", "were"} for w in words[start:modal]):
            return []
        return [f for f in found if not f.naming.doubt]
