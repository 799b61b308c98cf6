"""The built-in lexicons: complete, consistent, with a source for every judgement."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest
import yaml

from documents.organs import ORGANS
from rules import lexicon
from rules.lexicon.patterns import compile_pattern

LEXICON = lexicon.load()
FOLDER = Path(lexicon.__file__).parent
REFERENCE = Path(__file__).parents[3] / "shared" / "reference" / "actors.csv"


def test_every_entry_names_its_source():
    sections = ("verbs", "modifiers", "qualifiers", "deadlines", "reporting", "references")
    entries = [*LEXICON.actors.values(), *(e for section in sections for e in getattr(LEXICON, section))]
    assert [entry.key for entry in entries if not entry.source] == []


def test_a_name_stands_for_one_actor_only():
    owners = defaultdict(set)
    for actor in LEXICON.actors.values():
        for name in (actor.name, *actor.aliases):
            owners[name.lower()].add(actor.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_parents_are_actors_and_form_no_circle():
    for actor in LEXICON.actors.values():
        seen = {actor.id}
        while actor.parent:
            assert actor.parent not in seen
            seen.add(actor.parent)
            actor = LEXICON.actors[actor.parent]


def test_every_pattern_is_in_the_notation():
    for section in ("qualifiers", "deadlines", "reporting"):
        for entry in getattr(LEXICON, section):
            for pattern in entry.patterns:
                compile_pattern(pattern, LEXICON.words)


def test_no_word_list_is_defined_in_two_files():
    names = Counter(
        name
        for path in FOLDER.glob("*.yaml")
        for name in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).get("words", {})
    )
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference list of actors is not on this machine")
def test_every_actor_of_the_reference_list_is_there_with_its_names():
    with REFERENCE.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert rows
    assert [row["id"] for row in rows if row["id"] not in LEXICON.actors] == []
    for row in rows:
        actor = LEXICON.actors[row["id"]]
        assert (actor.name, actor.group, actor.parent) == (row["name"], row["group"], row["parent"])
        assert {a for a in row["aliases"].split("|") if a} <= {actor.name, *actor.aliases}


def test_every_organ_is_the_organ_of_one_actor():
    owners = Counter(organ for actor in LEXICON.actors.values() for organ in actor.organ)
    assert owners == Counter(organ.name for organ in ORGANS)
