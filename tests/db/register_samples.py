"""Documents and provisions written for the tests of the register, made from few words each."""

from __future__ import annotations

from hashlib import sha256
from itertools import count
from typing import Any

from documents.document import Document, DocumentKind, Note, Paragraph, Part, Place, Stretch
from rules.provisions import Actor, Addressee, Evidence, Kind, Provision, Qualifier, Reference, Strength, What

ACTORS = (
    Actor("un-system", "United Nations system", "un system", "", ("UN system",)),
    Actor("secretariat", "Secretariat", "secretariat", "un-system", ()),
    Actor("unodc", "United Nations Office on Drugs and Crime", "secretariat", "secretariat", ("UNODC",)),
    Actor("secretary-general", "Secretary-General", "secretariat", "secretariat", ("SG",)),
    Actor("member-states", "Member States", "states", "", ("States Members of the United Nations",)),
    Actor("government-of:myanmar", "Government of Myanmar", "states", "member-states", ("Myanmar",)),
    Actor("states-parties", "States parties", "states", "", ()),
)
NAMES = {actor.id: actor.name for actor in ACTORS}
VERBS = (
    ("demand", "directive", "mandatory", "Gruenberg 2009"),
    ("call upon", "directive", "strong", "practice of the Assembly"),
    ("urge", "directive", "strong", "practice of the Assembly"),
    ("request", "directive", "standard", "practice of the Assembly"),
    ("invite", "directive", "soft", "practice of the Assembly"),
    ("note", "statement", "none", "practice of the Assembly"),
)

# A text with its notes, and where its words went.
TEXT = "Recalling its resolution,\n1. Urges States to act.\nResolution 73/187\nof another body"
NOTES = (
    Note("1", "Resolution 70/1.", 1, Place.PREAMBLE, "", 24),
    Note("2", "See A/73/268.", 2, Place.PARAGRAPH, "1(a)", 12),
    Note("*", "Reissued for technical reasons."),
)
ACCOUNT = (
    Stretch(Place.DROPPED, 0, 0, 1, "running header", "A/RES/73/186"),
    Stretch(Place.PREAMBLE, 0, 25, 1),
    Stretch(Place.NOTE, 25, 25, 1, "1", "Resolution 70/1."),
    Stretch(Place.PARAGRAPH, 26, 49, 1, "1"),
    Stretch(Place.DROPPED, 50, len(TEXT), 2, "another resolution"),
)


def provision(symbol: str, paragraph: str, verb: str, *actors: str, **fields: Any) -> Provision:
    """A provision with the verb's kind and strength of ``VERBS``; ``fields`` replace what is derived."""
    kind, strength = next((k, s) for v, k, s, _ in VERBS if v == verb)
    text = fields.pop("text", f"{verb.title()}s {', '.join(actors)} to act")
    values: dict[str, Any] = {
        "symbol": symbol,
        "paragraph": paragraph,
        "position": 1,
        "ordinal": 1,
        "kind": Kind(kind),
        "verb": verb,
        "verb_phrase": f"{verb.title()}s",
        "strength": Strength(strength),
        "addressees": tuple(Addressee(a, NAMES.get(a, a.title()), NAMES.get(a, a.title())) for a in actors),
        "action": "to act",
        "qualifiers": (),
        "report": False,
        "due": (),
        "due_date": "",
        "references": (),
        "text": text,
        "start": 0,
        "end": len(text),
        "page": 2,
        "review": "",
        "evidence": (Evidence(What.VERB, 1, 0, len(verb) + 1, verb, f"verbs: {verb}", "practice", ""),),
    }
    return Provision(**(values | fields))


def document(symbol: str, provisions: tuple[Provision, ...] = (), **fields: Any) -> Document:
    """A document with one paragraph for each label of ``provisions``."""
    labels = list(dict.fromkeys(p.paragraph for p in provisions)) or ["1"]
    texts = {label: "; ".join(p.text for p in provisions if p.paragraph == label) for label in labels}
    place = count(0, 100)
    paragraphs = tuple(
        Paragraph(label, text, "", Part.OPERATIVE, 1, start, start + len(text))
        for (label, text), start in zip(texts.items(), place, strict=False)
    )
    values: dict[str, Any] = {
        "symbol": symbol,
        "kind": DocumentKind.RESOLUTION,
        "organ": "General Assembly",
        "session": "73",
        "title": "Countering trafficking in persons",
        "date": "2018-12-17",
        "agenda_item": "109",
        "origin": "A/73/589",
        "meeting": "56th plenary meeting",
        "vote": "",
        "preamble": "Recalling its earlier resolutions,",
        "paragraphs": paragraphs,
        "text": "\n".join(texts.values()),
        "warnings": (),
        "source": f"/resolutions/{symbol.replace('/', '_')}.pdf",
        "sha256": sha256(repr((symbol, texts, fields)).encode()).hexdigest(),
        "reader": "pdf/1",
        "pages": 3,
    }
    return Document(**(values | fields))


def reference(symbol: str) -> Reference:
    return Reference("resolution", symbol, f"resolution {symbol}")


def qualifier(type: str, words: str) -> Qualifier:
    return Qualifier(type, words)
