"""The names a question may use: actors, verbs, organs and documents of the register."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from cli.questions.tokens import Token, split
from cli.questions.words import Vocabulary, Words, vocabulary
from db.names import fold

LONGEST_NAME = 16  # words


@dataclass(frozen=True, slots=True)
class Names:
    """``actors`` and ``nicknames`` map a folded name to actor ids; ``verbs`` a written form to its verbs."""

    actors: Mapping[str, tuple[str, ...]]
    nicknames: Mapping[Words, tuple[str, ...]]
    labels: Mapping[str, str]  # actor id -> readable name
    verbs: Mapping[Words, tuple[str, ...]]  # written form, "called on" -> ("call upon",)
    bases: frozenset[Words]  # written forms that are a bare base form: "note", "support"
    directive: frozenset[str]  # verbs that ask somebody to act
    organs: Mapping[Words, tuple[str, ...]]
    find_documents: Callable[[str], Iterable[str]] = field(repr=False)

    @classmethod
    def of(
        cls,
        actors: Iterable[tuple[str, str, Iterable[str]]],
        verbs: Mapping[str, str],
        organs: Iterable[str],
        find_documents: Callable[[str], Iterable[str]],
    ) -> Names:
        """From (id, name, aliases) of actors, verbs with their kind, names of organs, a symbol finder."""
        words = vocabulary()
        folded: dict[str, tuple[str, ...]] = {}
        labels: dict[str, str] = {}
        for id, name, aliases in actors:
            labels[id] = name
            for called in (id.partition(":")[2] or id, name, *aliases):
                key = fold(called)
                if key and id not in folded.get(key, ()):
                    folded[key] = (*folded.get(key, ()), id)
        return cls(
            actors=folded,
            nicknames={
                words: known
                for words, ids in words.nicknames.items()
                if (known := tuple(id for id in ids if id in labels))
            },
            labels=labels,
            verbs=_written_forms(verbs, words),
            bases=frozenset(tuple(verb.split()) for verb in verbs),
            directive=frozenset(verb for verb, kind in verbs.items() if kind == "directive"),
            organs=_organs(set(organs), words),
            find_documents=find_documents,
        )

    def actor_at(self, tokens: tuple[Token, ...], start: int) -> tuple[int, tuple[str, ...]]:
        """The longest actor's name at ``start``: its end and the ids; ``(start, ())`` if there is none.

        "The Government of Myanmar" and "the Myanmar authorities" are Myanmar.
        """
        governments = vocabulary().governments
        following = [token.norm for token in tokens[start : start + 2]]
        if len(following) == 2 and following[0] in governments and following[1] == "of":
            end, ids = self._name_at(tokens, start + 2)
            if _states(ids):
                return end, ids
        end, ids = self._name_at(tokens, start)
        if _states(ids) and end < len(tokens) and tokens[end].norm in governments:
            end += 1
        return end, ids

    def _name_at(self, tokens: tuple[Token, ...], start: int) -> tuple[int, tuple[str, ...]]:
        words = vocabulary()
        folds: list[str] = []
        found = (start, ())
        for end, token in enumerate(tokens[start : start + LONGEST_NAME], start + 1):
            if token.kind not in ("word", "number"):
                break
            written = tuple(each.norm for each in tokens[start:end])
            folds.append(fold(token.text))
            ids = self.nicknames.get(written) or (
                self.actors.get(" ".join(filter(None, folds)), ()) if folds[0] and folds[-1] else ()
            )
            if ids and written not in words.plain and _spelled(tokens[start:end], words):
                found = (end, ids)
        return found

    def organs_at(self, tokens: tuple[Token, ...], start: int, end: int) -> tuple[str, ...]:
        """The adopting organs that the words from ``start`` to ``end`` may name."""
        return self.organs.get(tuple(token.norm for token in tokens[start:end]), ())

    def near(self, typed: str) -> list[str]:
        """Readable names and ids of actors that ``typed`` may be a slip for, nearest first."""
        folded = fold(typed)
        close = difflib.get_close_matches(folded, self.actors, n=6, cutoff=0.75)
        close.sort(key=lambda name: sorted(name) != sorted(folded))  # letters out of order come first
        ids = dict.fromkeys(id for name in close for id in self.actors[name])
        return [f"{self.labels[id]} ({id})" for id in ids][:3]


def _states(ids: tuple[str, ...]) -> bool:
    return bool(ids) and all(id.startswith("government-of:") for id in ids)


def _organs(known: set[str], words: Vocabulary) -> dict[Words, tuple[str, ...]]:
    """What each organ of the register is called, by its name and by people."""
    called = {
        name: found
        for name, organs in words.organs.items()
        if (found := tuple(o for o in organs if o in known))
    }
    return called | {split(organ): (organ,) for organ in known}


def _spelled(tokens: tuple[Token, ...], words: Vocabulary) -> bool:
    """Whether a name that is also an everyday word ("WHO") is written as the name."""
    if len(tokens) > 1 or tokens[0].norm not in words.spelled:
        return True
    return tokens[0].text == words.spelled[tokens[0].norm] or tokens[0].the


def _written_forms(verbs: Iterable[str], words: Vocabulary) -> dict[Words, tuple[str, ...]]:
    """Every form of every verb as people write it."""
    verbs = list(verbs)
    forms: dict[Words, tuple[str, ...]] = {}
    for verb in verbs:
        head, *particle = verb.split()
        particles = [particle, ["on"]] if particle == ["upon"] else [particle]
        for form in (head, *inflections(head), *words.irregular.get(head, ())):
            for end in particles:
                forms[form, *end] = (verb,)
    for written, meant in words.verb_words.items():
        if known := tuple(verb for verb in meant if verb in verbs):
            forms[written] = known
    return forms


def inflections(verb: str) -> tuple[str, ...]:
    """Third person, past and participle of a regular English verb, with doubled consonants as a variant."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    doubled = verb + verb[-1]
    return third, verb + "ed", verb + "ing", doubled + "ed", doubled + "ing"
