"""The spaCy pipeline: a blank English tokenizer, and components that mark what the lexicons know of words.

Marks come first: names of actors, and words that may be qualifiers, deadlines or reports. What these mean in
a clause is decided behind the pipeline, when its verb is known.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rules.actors.names_in_text import ActorNames
from rules.lexicon import Lexicon
from rules.terms.matching import EntryRuler
from rules.text import fold, with_text

Component = Callable[[Doc], Doc]
COMPONENTS: dict[str, Callable[[Language, Lexicon], Component]] = {
    "actor_names": ActorNames,
    "entry_ruler": EntryRuler,
}


@functools.lru_cache(maxsize=4)
def pipeline(lexicon: Lexicon) -> Language:
    """The pipeline of a lexicon, built once."""
    nlp = spacy.blank("en")
    for name, component in COMPONENTS.items():
        factory = f"{name}_{lexicon.fingerprint}"
        if not Language.has_factory(factory):
            Language.factory(factory, func=_factory(component, lexicon))
        nlp.add_pipe(factory, name=name)
    return nlp


def _factory(
    component: Callable[[Language, Lexicon], Component], lexicon: Lexicon
) -> Callable[[Language, str], Component]:
    def made(nlp: Language, name: str) -> Component:
        return component(nlp, lexicon)

    return made


def marked(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Each text with everything marked that the lexicon knows."""
    return nlp.pipe(_tokenized(nlp, text) for text in texts)


def named(nlp: Language, text: str) -> Doc:
    """A text with the actors it names marked, and nothing else."""
    return nlp.get_pipe("actor_names")(_tokenized(nlp, text))


def _tokenized(nlp: Language, text: str) -> Doc:
    folded = fold(text)
    return with_text(nlp.make_doc(folded), folded)
