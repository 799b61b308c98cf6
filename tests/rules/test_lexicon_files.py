"""A person's own lexicon: what it adds, what it overrides, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from rules import lexicon

BUILT_IN = lexicon.load()


@pytest.fixture
def own(tmp_path: Path):
    """Loads a lexicon file of this text."""

    def load(text: str) -> lexicon.Lexicon:
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        return lexicon.load(path)

    return load


def problems(own, text: str) -> list[tuple[int, str]]:
    with pytest.raises(lexicon.LexiconError) as caught:
        own(text)
    return [(problem.line, problem.message) for problem in caught.value.problems]


def test_a_known_actor_gets_one_more_alias_and_keeps_the_others(own):
    actor = own("actors:\n- id: unodc\n  aliases: [the Vienna crime office]\n").actors["unodc"]
    assert actor.aliases == (*BUILT_IN.actors["unodc"].aliases, "the Vienna crime office")
    assert actor.name == BUILT_IN.actors["unodc"].name


def test_replace_drops_what_was_built_in(own):
    text = "actors:\n- {id: unodc, name: Crime Office, group: secretariat, replace: true}\n"
    assert own(text).actors["unodc"].aliases == ()


def test_a_new_actor_stands_beside_the_others(own):
    found = own("actors:\n- {id: ferry-board, name: Ferry Board, group: own, parent: un-system}\n")
    assert found.actors["ferry-board"].parent == "un-system"
    assert len(found.actors) == len(BUILT_IN.actors) + 1


def test_a_verb_can_be_ranked_otherwise(own):
    found = own("verbs:\n- {verb: invite, strength: standard}\n")
    assert {v.verb: v.strength for v in found.verbs}["invite"] == "standard"


def test_an_entry_says_that_it_comes_from_the_own_file(own):
    found = own("source: handbook of our desk\nactors:\n- {id: unodc, short: [Bureau]}\n")
    assert found.actors["unodc"].source.endswith("; handbook of our desk")


def test_any_change_changes_the_fingerprint(own):
    changed = own("actors:\n- {id: unodc, short: [Bureau]}\n")
    assert changed.fingerprint != BUILT_IN.fingerprint


def test_an_empty_file_changes_nothing(own):
    assert own("").fingerprint == BUILT_IN.fingerprint


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("actors:\n- id: unodc\n  nmae: Office\n", 3, "nmae"),
        ("actors:\n- id: a-b\n  name: AB\n", 2, "group: is missing"),
        ("actors:\n- id: unodc\n  aliases: Office\n", 3, "must be a list"),
        ("actors:\n- id: 1540\n  name: X\n  group: own\n", 2, "put it in quotes"),
        ("actors:\n- {id: x, name: X, group: own}\n- {id: x, name: Y, group: own}\n", 3, "twice"),
        ("actors:\n- id: unodc\n  id: undp\n", 3, "twice"),
        ("actors:\n- {id: x, name: X, group: own, parent: nobody}\n", 2, "nobody"),
        ("verbs:\n- verb: implore\n  kind: order\n  strength: soft\n  forms: [implores]\n", 3, "kind"),
        ("actros: []\n", 1, "actros"),
        ("- unodc\n", 1, "mapping of sections"),
        ("actors:\n- {id: x, name: X\n", 3, "not valid YAML"),
        ("qualifiers:\n- id: upon-request\n  patterns: ['at [their wish']\n", 3, "']' is missing"),
        ("deadlines:\n- id: at-session\n  patterns: ['by {moon}']\n", 3, "{moon}"),
        ("x: {[a]: b}\n", 1, "put the text in quotes"),
    ],
)
def test_a_mistake_is_told_with_its_line(own, text: str, line: int, said: str):
    found = problems(own, text)
    assert any(line == at and said in message for at, message in found), found


def test_all_mistakes_of_a_file_are_told_at_once_in_its_order(own):
    text = "actors:\n- {id: a, nmae: A, group: own}\nverbs:\n- {verb: b, kind: order}\n"
    lines = [line for line, _ in problems(own, text)]
    assert lines == sorted(lines)
    assert set(lines) == {2, 4}


def test_a_file_that_is_no_text_or_not_there_is_told(tmp_path: Path):
    path = tmp_path / "mine.yaml"
    with pytest.raises(lexicon.LexiconError, match="cannot be read"):
        lexicon.load(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(lexicon.LexiconError, match="UTF-8"):
        lexicon.load(path)
