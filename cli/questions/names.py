"""The names a question may use: actors, verbs, organs and documents of the register."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from cli.questions.tokens import Token, split
from cli.questions.words import Vocabulary, Words, vocabulary
from db.spelling import fold, verb_forms

LONGEST_NAME = 16  # words


@dataclass(frozen=True, slots=True)
class Names:
    """What the register knows by name. Folded names are as ``db.spelling.fold`` writes them."""

    actors: Mapping[str, str]  # folded name -> id of an actor so called
    nicknames: Mapping[Words, tuple[str, ...]]  # everyday name -> ids
    verbs: Mapping[Words, tuple[str, ...]]  # written form, "called on" -> ("call upon",)
    bases: frozenset[Words]  # written forms that are a bare base form: "note", "support"
    statements: frozenset[str]  # verbs that ask nobody to act
    organs: Mapping[Words, tuple[str, ...]]
    newest: tuple[str, int]  # date of the newest document, last session
    find_actors: Callable[[str], Iterable[str]] = field(repr=False)
    find_documents: Callable[[str], Iterable[str]] = field(repr=False)
    near_documents: Callable[[str], Iterable[str]] = field(repr=False)
    label: Callable[[str], str] = field(repr=False)

    @classmethod
    def of(
        cls,
        actors: Mapping[str, str],
        verbs: Mapping[str, str],
        organs: Iterable[str],
        *,
        newest: tuple[str, int],
        find_actors: Callable[[str], Iterable[str]],
        find_documents: Callable[[str], Iterable[str]],
        near_documents: Callable[[str], Iterable[str]],
        label: Callable[[str], str],
    ) -> Names:
        """From folded names of actors, verbs with their kind, names of organs, what is newest, and look-ups:
        actors called so, symbols of documents called so or nearly so, the readable name of an actor's id."""
        words = vocabulary()
        ids = set(actors.values())
        return cls(
            actors=actors,
            nicknames={
                words: known
                for words, meant in words.nicknames.items()
                if (known := tuple(id for id in meant if id in ids))
            },
            verbs=_written_forms(verbs, words),
            bases=frozenset(tuple(verb.split()) for verb in verbs),
            statements=frozenset(verb for verb, kind in verbs.items() if kind == "statement"),
            organs=_organs(set(organs), words),
            newest=newest,
            find_actors=find_actors,
            find_documents=find_documents,
            near_documents=near_documents,
            label=label,
        )

    def actor_at(self, tokens: tuple[Token, ...], start: int) -> tuple[int, tuple[str, ...]]:
        """The longest actor's name at ``start``: its end and the ids; ``(start, ())`` if there is none.

        "The Government of Myanmar" and "the Myanmar authorities" are Myanmar, "the UNODC Executive
        Director" is UNODC.
        """
        governments = vocabulary().governments
        following = [token.norm for token in tokens[start : start + 2]]
        if len(following) == 2 and following[0] in governments and following[1] == "of":
            end, ids = self._name_at(tokens, start + 2)
            if _states(ids):
                return end, ids
        end, ids = self._name_at(tokens, start)
        if _states(ids) and end < len(tokens) and tokens[end].norm in governments:
            return end + 1, ids
        if ids and not _states(ids):
            for length in (2, 1):
                if tuple(token.norm for token in tokens[end : end + length]) in vocabulary().heads:
                    return end + length, ids
        return end, ids

    def _name_at(self, tokens: tuple[Token, ...], start: int) -> tuple[int, tuple[str, ...]]:
        """The longest name at ``start``. Names are sought by their folded words, of which the first and
        the last must be words of the name ("and UNDP" is not "UNDP")."""
        words = vocabulary()
        folds: list[str] = []
        found: tuple[int, tuple[str, ...]] = (start, ())
        for end, token in enumerate(tokens[start : start + LONGEST_NAME], start + 1):
            if token.kind not in ("word", "number"):
                break
            written = tuple(each.norm for each in tokens[start:end])
            folds.append(fold(token.text))
            if not folds[0] or written in words.plain or not _spelled(tokens[start:end], words):
                continue
            if written in self.nicknames:
                found = (end, self.nicknames[written])
            elif folds[-1] and " ".join(filter(None, folds)) in self.actors:
                text = " ".join(each.text for each in tokens[start:end])
                found = (end, tuple(self.find_actors(text)))
        return found

    def organs_at(self, tokens: tuple[Token, ...], start: int, end: int) -> tuple[str, ...]:
        """The adopting organs that the words from ``start`` to ``end`` may name."""
        return self.organs.get(tuple(token.norm for token in tokens[start:end]), ())

    def near(self, typed: str, cutoff: float) -> list[str]:
        """Readable names and ids of actors that ``typed`` may be a slip for, nearest first.

        ``cutoff``: how near, from 0 for anything to 1 for the same letters.
        """
        folded = fold(typed)
        close = difflib.get_close_matches(folded, self.actors, n=6, cutoff=cutoff)
        close.sort(key=lambda name: sorted(name) != sorted(folded))  # letters out of order come first
        ids = dict.fromkeys(self.actors[name] for name in close)
        return [f"{self.label(id)} ({id})" for id in ids][:3]


def _states(ids: tuple[str, ...]) -> bool:
    return bool(ids) and all(id.startswith("government-of:") for id in ids)


def _organs(known: set[str], words: Vocabulary) -> dict[Words, tuple[str, ...]]:
    """What each organ of the register is called, by its name and by people."""
    called = {
        name: found
        for name, organs in words.organs.items()
        if (found := tuple(o for o in organs if o in known))
    }
    return called | {split(organ.lower()): (organ,) for organ in known}


def _spelled(tokens: Sequence[Token], words: Vocabulary) -> bool:
    """Whether a name that is also an everyday word ("WHO") is written as the name."""
    if len(tokens) > 1 or tokens[0].norm not in words.spelled:
        return True
    return tokens[0].text == words.spelled[tokens[0].norm] or tokens[0].the


def _written_forms(verbs: Iterable[str], words: Vocabulary) -> dict[Words, tuple[str, ...]]:
    """Every form of every verb as people write it."""
    known = tuple(verbs)
    forms: dict[Words, tuple[str, ...]] = {
        tuple(form.split()): (verb,) for verb in known for form in verb_forms(verb)
    }
    for written, meant in words.verb_words.items():
        if found := tuple(verb for verb in meant if verb in known):
            forms[written] = found
    return forms
