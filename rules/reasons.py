"""Why the rules read a text as they do: values that code compares, and one table of sentences for people.

``Reason`` says why a verb form is not operative, ``Rule`` how a clause was read, ``Via`` how words led to
an actor, ``Doubt`` why a person should look at the answer. A ``Because`` holds one of them with the words
that it is about; only ``Because.sentence`` makes words of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What a piece of evidence is of."""

    VERB = "verb"
    ADDRESSEE = "addressee"
    SHORT_FORM = "short form"  # an addressee, by what a body is called once it has been named
    QUALIFIER = "qualifier"
    DUE = "due"
    REPORT = "report"
    REFERENCE = "reference"
    REJECTED = "rejected"  # a verb form that was seen and is not operative


class Reason(StrEnum):
    """Why a verb form that was seen opens no provision."""

    SUBORDINATE = "subordinate"
    HAS_SUBJECT = "has subject"
    SUBJECT_BEFORE_COMMAS = "subject before commas"
    THING_FOR_SUBJECT = "thing for subject"
    NOUN = "noun"
    PARTICIPLE = "participle"
    NO_OPENING_VERB = "no opening verb"
    NO_BOUNDARY = "no boundary"
    OPENING_ONLY = "opening only"
    AFTER_COMMA_ONLY = "after comma only"
    IN_THAT_CLAUSE = "in that-clause"
    IN_RELATIVE_CLAUSE = "in relative clause"
    PASSIVE_SUBORDINATE = "passive, subordinate"
    PASSIVE_INSIDE = "passive inside"
    PASSIVE_ASKS_NOBODY = "passive that asks nobody"
    MANNER = "manner"
    NO_REQUEST = "no request"


class Rule(StrEnum):
    """How a clause was read."""

    KIND = "kind"
    PASSIVE = "passive"
    CARRIES_VERB = "carries verb"
    CARRIES_NOUN = "carries noun"
    ITEMS_SAY = "items say"
    POSSESSIVE = "possessive"
    PRONOUN = "pronoun"
    OBJECT = "object"
    BEFORE_INFINITIVE = "before infinitive"
    DOER = "doer"
    RECOMMENDED_TO = "recommended to"
    SUBJECT_OF_THAT = "subject of that"
    MODAL = "modal"


class Via(StrEnum):
    """How words led to an actor."""

    NAME = "name"
    HEAD = "head"
    SHARED_HEAD = "shared head"
    PART_OF_UNITED_NATIONS = "part of the United Nations"
    MISPRINT = "misprint"
    OWN_NAME = "own name"
    DEFINED = "short form, defined"
    ORGAN = "short form, the organ"
    NAMED_BEFORE = "short form, named before"
    LAST_STATE = "short form, the State last named"


# The words stand for a body that the document has named in full.
SHORT_FORMS = frozenset({Via.DEFINED, Via.ORGAN, Via.NAMED_BEFORE, Via.LAST_STATE})


class Doubt(StrEnum):
    """Why a person should look at a provision."""

    UNKNOWN_VERB = "unknown verb"
    PARTICIPLE = "request of a participle"
    FAR = "far"
    NO_INFINITIVE = "no infinitive"
    NO_MODAL = "no modal"
    PARTNER = "partner"
    NEW_BODY = "new body"
    MISPRINT = "misprint"


@dataclass(frozen=True, slots=True)
class Because:
    """A value and the words that its sentence names, as many as the sentence has places for."""

    value: Reason | Rule | Via | Doubt
    about: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What is told to people."""
        return SENTENCES[type(self.value)][self.value].format(*self.about)


FROM_CHAPEAU = "{0}, from the chapeau"  # of an item's verb, with the sentence of its rule
_STANDS_FOR = '"the {0}" stands for {1}, '
SENTENCES: dict[type[StrEnum], dict[StrEnum, str]] = {
    Reason: {
        Reason.SUBORDINATE: 'follows "{0}"',
        Reason.HAS_SUBJECT: "has a subject or an object before it",
        Reason.SUBJECT_BEFORE_COMMAS: "has its subject before the words between commas",
        Reason.THING_FOR_SUBJECT: "has a thing for its subject",
        Reason.NOUN: "is a noun here",
        Reason.PARTICIPLE: "is a participle",
        Reason.NO_OPENING_VERB: "no operative verb opens the paragraph",
        Reason.NO_BOUNDARY: "no boundary of a clause before it",
        Reason.OPENING_ONLY: "opens a provision only at the start of a paragraph",
        Reason.AFTER_COMMA_ONLY: "opens a provision only after a comma",
        Reason.IN_THAT_CLAUSE: 'coordinated with "{0}" in a that-clause',
        Reason.IN_RELATIVE_CLAUSE: 'coordinated with "{0}" in a relative clause',
        Reason.PASSIVE_SUBORDINATE: "is a passive in a subordinate clause",
        Reason.PASSIVE_INSIDE: "is a passive inside another provision",
        Reason.PASSIVE_ASKS_NOBODY: "is a passive that asks nobody to act",
        Reason.MANNER: "is a participle of manner",
        Reason.NO_REQUEST: "is a participle without a request of its own",
    },
    Rule: {
        Rule.KIND: "verbs: {0} is a {1}",
        Rule.PASSIVE: "passive: its subject is asked",
        Rule.CARRIES_VERB: "{0} to {1}: a directive",
        Rule.CARRIES_NOUN: "{0} its {1}: as strong as {2}",
        Rule.ITEMS_SAY: "the items say who and what",
        Rule.POSSESSIVE: '"{0}" is of those named before',
        Rule.PRONOUN: '"{0}" stands for who was named before',
        Rule.OBJECT: "the object of the verb is asked",
        Rule.BEFORE_INFINITIVE: "who stands before the infinitive is asked",
        Rule.DOER: "a thing is called for; who does it is asked, where named",
        Rule.RECOMMENDED_TO: "recommended to a body",
        Rule.SUBJECT_OF_THAT: "the subject of the that-clause is asked",
        Rule.MODAL: "{0} that somebody {1} act",
    },
    Via: {
        Via.NAME: 'named "{0}"',
        Via.HEAD: 'head "{0}"',
        Via.SHARED_HEAD: 'shares its head: "{0}"',
        Via.PART_OF_UNITED_NATIONS: "part of the United Nations system",
        Via.MISPRINT: 'taken for a misprint of "{0}"',
        Via.OWN_NAME: "an actor of its own name",
        Via.DEFINED: _STANDS_FOR + "as the text defines it",
        Via.ORGAN: _STANDS_FOR + "the adopting organ",
        Via.NAMED_BEFORE: _STANDS_FOR + "as named before",
        Via.LAST_STATE: _STANDS_FOR + "the State last named",
    },
    Doubt: {
        Doubt.UNKNOWN_VERB: "a verb no entry covers",
        Doubt.PARTICIPLE: "a request made by a participle",
        Doubt.FAR: "the addressee stands far from what is asked",
        Doubt.NO_INFINITIVE: "no infinitive",
        Doubt.NO_MODAL: "a that-clause without a modal",
        Doubt.PARTNER: "may be a partner, not an addressee",
        Doubt.NEW_BODY: "a body no entry covers",
        Doubt.MISPRINT: "a misprint",
    },
}
