"""The names that the question tests know: the project's own actors and a handful of documents."""

from __future__ import annotations

from cli.questions import Names
from db.spelling import fold
from rules.lexicon import load

VERBS = {
    "directive": "appeal_to authorize call_for call_upon demand encourage instruct invite recommend remind "
    "request require urge warn",
    "decision": "decide endorse",
    "statement": "acknowledge commend condemn deplore express note recall reaffirm recognize reiterate "
    "stress support take_note welcome",
}
ORGANS = ("General Assembly", "Security Council", "Human Rights Council", "Economic and Social Council")
DOCUMENTS = (
    "A/RES/73/186",
    "A/RES/78/229",
    "A/RES/79/124",
    "A/RES/80/229",
    "A/HRC/RES/50/3",
    "A/C.3/80/L.49",
    "A/RES/174 (II)",
    "S/RES/2341 (2017)",
    "S/RES/1373 (2001)",
)


def find_documents(words: str) -> tuple[str, ...]:
    """As the register finds them: a whole symbol, or its distinctive end or beginning."""
    typed = words.upper()
    return tuple(
        symbol
        for symbol in DOCUMENTS
        if symbol == typed
        or symbol.endswith("/RES/" + typed)
        or symbol.partition(" ")[0].endswith("/RES/" + typed)
    )


ACTORS = {
    **{
        fold(name): actor.id
        for actor in load().actors.values()
        for name in (actor.id, actor.name, *actor.aliases)
    },
    "taliban": "taliban",
}
LABELS = {actor.id: actor.name for actor in load().actors.values()}

NAMES = Names.of(
    ACTORS,
    {verb.replace("_", " "): kind for kind, verbs in VERBS.items() for verb in verbs.split()},
    ORGANS,
    newest=("2026-03-01", 80),
    find_actors=lambda name: (ACTORS[fold(name)],),
    find_documents=find_documents,
    near_documents=lambda words: (),
    label=lambda id: LABELS.get(id, id),
)
