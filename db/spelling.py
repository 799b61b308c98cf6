"""How names, verbs and symbols are compared: forms in which people's spellings of one thing are equal."""

from __future__ import annotations

import re
import unicodedata

from documents import organs

# Words of names that people leave out or add, and spellings that they mix.
OMITTED = frozenset({"the", "of", "and", "for", "on", "all", "in"})
SPELLINGS = {
    "un": "united nation",
    "sg": "secretary general",
    "program": "programme",
    "center": "centre",
    "labor": "labour",
    "defense": "defence",
    "govt": "government",
    "dept": "department",
}
# Words of a symbol, or around it, that do not tell one document from another.
SYMBOL_WORDS = frozenset({"res", "resolution", "resolutions", "dec", "decision", "decisions", "no"})
IRREGULAR = {"took": "take", "taken": "take", "paid": "pay", "drew": "draw", "drawn": "draw", "bore": "bear"}


def fold(name: str) -> str:
    """A name as it is compared: no case, accents, hyphens, possessives, small words or plural endings.

    ``fold("the U.N. Programme's offices") == fold("united-nations program office")``
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"(?<=\b[a-z])\.(?=[a-z]\b)", "", plain)  # U.N. -> UN
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’](?:s\b)?", "", plain))
    return " ".join(_spelled(_singular(word)) for word in words if word not in OMITTED)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _spelled(word: str) -> str:
    return SPELLINGS.get(word, re.sub(r"isation\b", "ization", word))


def verb_forms(verb: str) -> set[str]:
    """The ways in which a verb with its particle is written: "calls upon", "called on", "urging"."""
    head, _, particle = verb.partition(" ")
    stem = head.removesuffix("e")
    heads = {head, head + "s", head + "es", stem + "ed", stem + "ing", head + head[-1] + "ed"}
    heads.update(past for past, base in IRREGULAR.items() if base == head)
    if re.search(r"[^aeiou]y$", head):
        heads.update((head[:-1] + "ies", head[:-1] + "ied"))
    particles = ("upon", "on") if particle == "upon" else (particle,)
    return {f"{form} {end}".strip() for form in heads for end in particles}


def short_symbol(symbol: str) -> str:
    """What tells a document from others of its organ, as it is compared and sorted.

    "000073 000186", "c 000003 000080 l 000049", "002341": numbers sort as numbers.
    """
    parts = re.findall(r"[a-z]+|\d+", re.sub(r"\(.*", "", _NAMES.sub(" ", symbol.lower())))
    told = (part for part in parts if part not in SYMBOL_WORDS and part not in _ORGAN_WORDS)
    return " ".join(part.zfill(6) if part.isdigit() else part for part in told)


def organ_of_symbol(symbol: str) -> str:
    """The name of the organ that a symbol, a name in it or its initials name ("GA resolution 73/186"), or
    "" if it names none."""
    text = re.sub(r"[_\s]+", "/", symbol.strip())
    if organ := organs.of_stem(text):
        return organ.name
    if found := _NAMES.search(symbol.lower()):
        named = organs.named(found[0])
        return named.name if named else ""
    words = (organs.named(word) for word in re.findall(r"[^\W\d_]+", symbol))
    return next((organ.name for organ in words if organ), "")


# Names of organs, and the words that stand in their symbols or are their initials.
_NAMES = re.compile(
    "|".join(re.escape(name.lower()) for organ in organs.ORGANS for name in (*organ.names, organ.name))
)
_STEMS = {stem for organ in organs.ORGANS for stem in organ.drafts}
_ORGAN_WORDS = frozenset(
    word.lower()
    for word in (
        *(word for organ in organs.ORGANS for word in organ.initials),
        *(word for stem in _STEMS for word in stem.split("/") if len(word) > 1 or stem == word),
    )
    if word.isalpha()
)
