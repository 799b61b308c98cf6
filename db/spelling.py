"""How names, verbs and symbols are compared: forms in which people's spellings of one thing are equal."""

from __future__ import annotations

import re
import unicodedata

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
ORGANS = {
    "ga": "a",
    "unga": "a",
    "sc": "s",
    "unsc": "s",
    "ecosoc": "e",
    "hrc": "hrc",
    "a": "a",
    "s": "s",
    "e": "e",
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
    parts = _parts(re.sub(r"\(.*", "", symbol))
    return " ".join(part.zfill(6) if part.isdigit() else part for part in parts if part not in ORGANS)


def organ_of_symbol(symbol: str) -> str:
    """The organ that a symbol or its abbreviation names: "a", "s", "e", "hrc", or "" if it names none."""
    named = {ORGANS[part] for part in _parts(symbol) if part in ORGANS}
    return "hrc" if "hrc" in named else min(named, default="")


def _parts(symbol: str) -> list[str]:
    words = symbol.lower().replace("general assembly", "a").replace("security council", "s")
    words = words.replace("human rights council", "hrc").replace("economic and social council", "e")
    parts = re.findall(r"[a-z]+|\d+", words)
    return [part for part in parts if part not in SYMBOL_WORDS]
