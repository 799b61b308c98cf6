"""KnownActors of actors in a text: every name, alias and acronym of the lexicon, the longest first."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from rules.lexicon import Lexicon
from rules.text import fold, text_of

SPANS = "actors"
BODY = "body"  # label of a body that no entry covers

# One-word names that older texts print in lower case.
_IN_ANY_CASE = {"States", "Governments"}
_NUMBERED_COMMITTEE = re.compile(r"\b\d{3,4} (?:Sanctions )?Committee\b")  # of the Security Council
_SMALL = r"(?:of|on|for|with|and|in|to|the|against|from)"


class ActorNames:
    """Fills ``doc.spans["actors"]`` with non-overlapping spans labelled with actor ids.

    Acronyms and names of States are matched in their own capitals ("WHO" is not "who", "Chad" is a
    State); everything else in any.
    """

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._any_case = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._own_case = PhraseMatcher(nlp.vocab, attr="ORTH")
        self._nouns = frozenset(lexicon.words.get("body-nouns", ()))
        self._body_noun, self._body = _body_patterns(lexicon.words.get("body-nouns", ()))
        for actor in lexicon.actors.values():
            exact = actor.id.startswith("government-of:")
            for name in set(_variants((actor.name, *actor.aliases))):
                matcher = self._own_case if exact or _has_own_case(name) else self._any_case
                matcher.add(actor.id, [nlp.make_doc(fold(name))])

    def __call__(self, doc: Doc) -> Doc:
        spans: list[Span] = [*self._any_case(doc, as_spans=True), *self._own_case(doc, as_spans=True)]
        known = filter_spans([span for span in spans if not _is_hyphenated(span)])
        bodies = [span for span in self._bodies(doc) if not any(_begins_with(span, k) for k in known)]
        outside = [k for k in known if not any(b.start < k.end and k.start < b.end for b in bodies)]
        doc.spans[SPANS] = sorted([*outside, *bodies], key=lambda span: span.start)
        return doc

    def _bodies(self, doc: Doc) -> Iterator[Span]:
        """Bodies that no entry covers, by their capitals: "Committee on Relations with the Host Country"."""
        text = text_of(doc)
        named = self._body.finditer(text) if self._body_noun.search(text) else ()
        for match in itertools.chain(named, _NUMBERED_COMMITTEE.finditer(text)):
            span = doc.char_span(*match.span(), label=BODY)
            if span and match.group().lower() not in self._nouns:  # "Commission of Inquiry" is a short form
                yield span


def _is_hyphenated(span: Span) -> bool:
    """Whether a name only begins another word: "UN-Water", "State-led"."""
    after = span.doc[span.end : span.end + 2]
    return len(after) == 2 and after[0].text == "-" and not span[-1].whitespace_ and not after[0].whitespace_


def _begins_with(body: Span, known: Span) -> bool:
    """Whether a registered name begins a seeming body, or runs over its edge: then it is no new one."""
    overlap = body.start < known.end and known.start < body.end
    return overlap and (known.start <= body.start or known.end > body.end)


def _body_patterns(nouns: Iterable[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What every such name has in it, which is looked for much faster, and the whole name."""
    body = "|".join(
        re.escape(n.title().replace(" Of ", " of ")).replace(r"\ ", "[ -]")
        for n in sorted(nouns, key=len, reverse=True)
    )
    name = r"[A-Z][\w'-]+"
    listed = rf"(?:(?:, {name})+,? and(?= [A-Z]))?"  # "Economic, Social and Cultural"
    noun = rf"(?:{body})(?= (?:on|of|for|against))"
    return re.compile(noun), re.compile(
        rf"\b(?:[A-Z][\w-]+ ){{0,4}}?{noun}"
        rf"(?: {_SMALL})+(?: {name}{listed}(?: {_SMALL}){{0,3}})*(?: {name})"
    )


def _has_own_case(name: str) -> bool:
    """Whether a name counts in its own capitals only: "WHO", "Members"."""
    return " " not in name and "-" not in name and name[0].isupper() and name not in _IN_ANY_CASE


def _variants(names: Iterable[str]) -> Iterator[str]:
    """Each name, and as texts also write it: "UN" for "United Nations", a space for a hyphen."""
    for name in names:
        yield name
        if name.startswith("United Nations "):
            yield "UN " + name.removeprefix("United Nations ")
            yield "UN-" + name.removeprefix("United Nations ")
        if name.startswith("parties to "):
            yield "States " + name
        if "Secretary-General" in name:
            yield name.replace("Secretary-General", "Secretary General")
