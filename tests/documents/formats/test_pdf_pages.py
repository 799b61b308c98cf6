"""What stands on the pages of a PDF and is no text: running heads, feet, footnotes and their rules."""

from __future__ import annotations

from documents.document import Document, Place
from documents.formats import pdf
from documents.limits import Limits
from documents.reading import read_bytes
from tests.typeset import Style, typeset

HEAD = "United Nations A/RES/99/186\n\n**99/186. Safety of lighthouses\n\n\tThe General Assembly,\n\n"
FIRST = "\t1. Notes the report of the\nkeepers of the coast;\n\n\t2. Thanks the keepers who\nmend the lamps,^1^ and asks them\nto come again"
RULE = "~__________________\n"


def document(*pages: str, style: Style = Style()) -> Document:
    return read_bytes(typeset(HEAD + "\f".join(pages), style=style), "A_RES_99_186.pdf")


def texts(read: Document) -> dict[str, str]:
    return {each.label: each.text for each in read.paragraphs}


def noted(read: Document) -> list[tuple[str, str, int | None]]:
    return [(note.number, note.text, note.page) for note in read.notes]


def dropped(read: Document) -> list[tuple[str, str]]:
    return [(each.words, each.about) for each in read.account if each.place is Place.DROPPED]


def test_notes_stand_below_a_rule_whatever_their_size() -> None:
    for sign in ("~", ""):
        read = document(f"{FIRST};\n\n{RULE}{sign}^1^ Resolution 98/602.\n{sign}^2^ A/99/12.")
        assert noted(read) == [("1", "Resolution 98/602.", 1), ("2", "A/99/12.", 1)]
        assert texts(read)["2"] == "Thanks the keepers who mend the lamps, and asks them to come again;"
        assert dropped(read) == [("__________________", "rule")]


def test_small_lines_at_the_foot_that_begin_with_a_mark_are_notes_without_a_typed_rule() -> None:
    read = document(
        f"{FIRST}\n\n~^1^ See the report of\n~the keepers.",
        "and again;\n\n\t3. Thanks the keepers\nof capes.",
    )
    assert noted(read) == [("1", "See the report of the keepers.", 1)]
    assert texts(read)["2"].endswith("asks them to come again and again;")


def test_a_note_goes_on_below_the_text_of_the_next_page() -> None:
    read = document(
        f"{FIRST}\n{RULE}~^1^ See the report of the keepers and",
        f"and again;\n\n\t3. Thanks the keepers^2^\nof capes.\n{RULE}~the answer of the masters.\n~^2^ A/99/12.",
    )
    assert noted(read) == [
        ("1", "See the report of the keepers and the answer of the masters.", 1),
        ("2", "A/99/12.", 2),
    ]


def test_star_notes_and_the_stars_they_hang_on() -> None:
    read = read_bytes(
        typeset(
            "United Nations A/C.2/99/L.7\n\n**Bordavia and Ruritania:* draft resolution\n\n**Upkeep of lighthouses\n\n"
            f"\tThe General Assembly,\n\n{FIRST};\n\n~* Any changes to the list will be\n~shown in the record.\n~^1^ A/99/12."
        ),
        "A_C.2_99_L.7.pdf",
    )
    assert noted(read) == [
        ("*", "Any changes to the list will be shown in the record.", 1),
        ("1", "A/99/12.", 1),
    ]
    assert read.notes[0].part is Place.FRONT
    assert read.title == "Upkeep of lighthouses"
    assert list(texts(read)) == ["1", "2"]


def test_a_mark_that_hangs_on_two_places_has_one_note() -> None:
    read = document(f"{FIRST};\n\n\t3. Thanks the keepers^1^\nof capes.\n{RULE}~^1^ A/99/12.")
    assert [(note.number, note.paragraph) for note in read.notes] == [("1", "2")]


def test_numbers_of_notes_that_are_not_raised_go_by_their_order() -> None:
    read = document(f"{FIRST};\n\n{RULE}~1 See the reports of\n~12 May 2031 and\n~30 May.\n~2 A/99/12.")
    assert noted(read) == [("1", "See the reports of 12 May 2031 and 30 May.", 1), ("2", "A/99/12.", 1)]


def test_running_heads_in_any_size_and_feet_are_furniture() -> None:
    for sign in ("~", ""):
        read = document(
            FIRST,
            f"{sign}A/RES/99/186 Safety of lighthouses\n{sign}2/3 44-12345\n\nand again;\n\n\t3. Thanks the\nkeepers of",
            f"{sign}Safety of lighthouses\n{sign}A/RES/99/186\n{sign}3/3\n\ncapes.\n\n44-12345",
        )
        assert texts(read)["2"].endswith("to come again and again;")
        assert texts(read)["3"] == "Thanks the keepers of capes."
        assert {why for _, why in dropped(read)} == {"running header", "page furniture", "page number"}


def test_a_table_in_small_type_at_the_head_of_a_page_is_no_running_head() -> None:
    rows = [
        f"~Lamps of the {name} coast {at} 000"
        for at, name in enumerate(("north", "south", "east", "west"), 1)
    ]
    read = document(
        f"\t1. Approves the sums below\nfor the lamps of the coast:\n\n{rows[0]}\n{rows[1]}",
        f"~A/RES/99/186\n~2/2\n\n{rows[2]}\n{rows[3]}\n\n\t2. Thanks the keepers\nof capes.",
    )
    assert texts(read)["1"].endswith("of the east coast 3 000 Lamps of the west coast 4 000")
    assert texts(read)["2"] == "Thanks the keepers of capes."


def test_text_in_its_own_size_behind_the_notes_is_text() -> None:
    read = document(f"{FIRST}\n\n{RULE}~^1^ A/99/12.\nand again;\n\n\t3. Thanks the keepers.")
    assert texts(read)["2"].endswith("to come again and again;")
    assert texts(read)["3"] == "Thanks the keepers."


def test_every_word_of_the_pages_is_in_a_line() -> None:
    pages = [f"{FIRST}\n\n{RULE}~^1^ A/99/12.", "~A/RES/99/186\n~2/2\n\nand again;"]
    data = typeset(HEAD + "\f".join(pages))
    found = " ".join(line.text for line in pdf.lines(data, Limits()).lines).split()
    printed = (HEAD + " ".join(pages)).replace("**", " ").replace("~", " ").replace("^1^", " ").split()
    assert sorted(found) == sorted(printed)
