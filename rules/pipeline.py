"""The spaCy pipeline: a blank English tokenizer and the components that mark what the lexicons know."""

from __future__ import annotations

import functools

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from rules.actors.names_in_text import ActorNames
from rules.lexicon import Lexicon
from rules.text import fold
from rules.verbs.operative import OperativeVerbs


class Pipeline:
    """Text in, a marked ``Doc`` out; built once per lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.nlp: Language = spacy.blank("en")
        self.actors = ActorNames(self.nlp, lexicon)
        self.verbs = OperativeVerbs(self.nlp, lexicon)

    def names(self, text: str) -> Doc:
        """A text with the actors it names marked."""
        folded = fold(text)
        doc = self.nlp.make_doc(folded)
        doc.user_data["text"] = folded
        return self.actors(doc)


@functools.lru_cache(maxsize=4)
def pipeline(lexicon: Lexicon) -> Pipeline:
    """The pipeline of a lexicon, built once."""
    return Pipeline(lexicon)
