"""Who speaks in a text: the adopting organ, named as the subject of its own verbs, or "we" in a declaration.

The organ stands at the start of a sentence ("The Council further requests"), behind what leads it in ("At its
7th meeting, on 3 May 2045, the General Assembly"; "In this context, the Council"), or, where a text speaks in
such sentences throughout, once more in mid-sentence (", and the Council requests"). Between it and its verb
there may be recitals: "The General Assembly, recalling its decision, requests".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from documents.document import DocumentKind
from rules.words import BODIES, Words

_SENTENCE_ENDS = {".", ";"}


@dataclass(frozen=True, slots=True)
class Voice:
    """How a text speaks: of which organ, in what kind of document."""

    organ: str = ""  # "General Assembly"; "" where it is not known
    kind: DocumentKind = DocumentKind.RESOLUTION
    past: bool = False  # what the organ does is told in the past: "decided to request"
    declares: bool = False  # its paragraphs are sentences of a declaration: "We call upon"

    @property
    def in_sentences(self) -> bool:
        """Whether it is a text of whole sentences, where the organ is named again and again."""
        return self.kind in (DocumentKind.DECISION, DocumentKind.STATEMENT)


@dataclass(frozen=True, slots=True)
class Subject:
    """The organ or "we" where it may be the subject of a verb; token indices.

    ``opens``: where its sentence begins; ``led_in``: words stand before it there ("At its 7th meeting,");
    ``again``: it is named in mid-sentence, behind "and".
    """

    opens: int
    start: int
    end: int
    we: bool = False
    led_in: bool = False
    again: bool = False


class Subjects:
    """Finds them; one per lexicon."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def find(self, words: Sequence[str], voice: Voice) -> tuple[Subject, ...]:
        """The places of a text where the organ, or "we", may be the subject, in order."""
        names = _names_of(voice.organ)
        return tuple(
            subject
            for at, word in enumerate(words)
            if word in {"the", "we", "it"}
            for subject in self._at(words, at, word, names, voice)
        )

    def _at(
        self, words: Sequence[str], at: int, word: str, names: Sequence[Sequence[str]], voice: Voice
    ) -> Iterator[Subject]:
        if word == "the":
            end = next((at + 1 + len(n) for n in names if list(words[at + 1 : at + 1 + len(n)]) == n), 0)
        else:
            end = at + 1
        opens = next((i + 1 for i in range(at - 1, -1, -1) if words[i] in _SENTENCE_ENDS), 0)
        if not end or (word == "it" and not (voice.in_sentences and opens == at > 0)):
            return
        before = words[at - 1] if at > opens else ""
        again = before in {"and", "but"}
        if again and word == "the" and not voice.in_sentences:
            return
        if not before or again or (before == "," and self._leads_in(words, opens, at)) or word == "we":
            if word == "we" and before not in {"", "and", "but", ","}:
                return
            yield Subject(at if again else opens, at, end, word == "we", bool(before) and not again, again)

    def _leads_in(self, words: Sequence[str], opens: int, at: int) -> bool:
        """Whether a sentence leads its subject in: "On 3 May 2045,", "While welcoming the piers,"."""
        first = words[self._words.skip_openers(words, opens)] if opens < at else ""
        led = first in self._words.adjuncts or self._words.skip_openers(words, opens) > opens
        return led and not any(words[i] == "that" and words[i + 1] == "," for i in range(opens, at))


def _names_of(organ: str) -> list[list[str]]:
    """What an organ is called behind "the": its name in full, or the noun that heads it."""
    full = organ.lower().split()
    if not full:
        return [[word] for word in sorted(BODIES)]
    return [full, *([word] for word in [word for word in full if word in BODIES][:1])]
