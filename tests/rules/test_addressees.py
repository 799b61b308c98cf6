"""Who is asked: coordination, inclusion, adjuncts, short forms, misprints."""

from __future__ import annotations

import pytest

from rules.classify import classify_text


def actors(text: str, organ: str = "General Assembly") -> list[str]:
    return [a.id for a in classify_text(text, organ)[-1].addressees]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Invites Member States, the private sector and academia to map wrecks;", "member-states;private-sector;academia"),
        ("Urges States that have not yet done so to map wrecks;", "states"),
        ("Urges States parties to the Convention against Corruption to map wrecks;", "states-parties"),
        ("Calls upon the United Nations, especially the United Nations Children's Fund, to map wrecks;",
         "un-system;unicef"),
        ("Encourages Member States, in particular developed countries, to map wrecks;", "member-states;developed-countries"),
        ("Encourages international, regional and subregional organizations to map wrecks;",
         "international-organizations;regional-organizations"),
        ("Requests the Secretary-General, in consultation with Member States, UNICEF and UNESCO, to map wrecks;",
         "secretary-general"),
        ("Requests, within existing resources, the Secretary-General to map wrecks;", "secretary-general"),
        ("Requests UNODC, through its regional offices, to assist Member States, upon request, in mapping wrecks;", "unodc"),
        ("Encourages relevant United Nations programmes, funds and specialized agencies to map wrecks;",
         "funds-and-programmes;specialized-agencies"),
        ("Invites the agencies and organizations of the United Nations system to map wrecks;", "un-system"),
        ("Calls upon Member States to consider ratifying, and for States parties, without delay, to apply the Protocol;",
         "member-states;states-parties"),
        ("Calls upon donors to pay, and upon all States to map wrecks;", "donors;states"),
        ("Calls upon donors to pay, and upon request to map wrecks;", "donors"),
        ("Urges the Governments of Malta and Cyprus to map wrecks;", "government-of:malta;government-of:cyprus"),
        ("Calls upon Malta to map wrecks;", "government-of:malta"),
        ("Requests the President of the Harbour Council to map wrecks;", "president-of-the-harbour-council"),
        ("Invites other interested parties to map wrecks;", "stakeholders"),
        ("Calls for continued efforts by Member States to map wrecks;", "member-states"),
        ("Calls for greater coordination among United Nations entities in mapping wrecks;", "un-system"),
        ("Calls for an immediate end to night crossings;", ""),
        ("Encourages further dialogue on wrecks;", ""),
        ("Recommends to the Economic and Social Council the adoption of the plan;", "ecosoc"),
        ("Recommends that Member States, as appropriate, adopt the plan;", "member-states"),
        ("Urges political leaders, public officials and/or authorities to map wrecks;",
         "political-leaders;public-officials;authorities"),
        ("Calls upon States not to tow wrecks;", "states"),
        ("Requests the United Office on Drugs and Crime to map wrecks;", "unodc"),
        ("Requests the Secretary General to map wrecks;", "secretary-general"),
    ],
)  # fmt: skip
def test_addressees(text: str, expected: str) -> None:
    assert ";".join(actors(text)) == expected


def test_a_short_form_stands_for_the_body_named_before() -> None:
    rows = classify_text("Welcomes the atlas of UNODC, and requests the Office to update it;")
    assert [a.id for a in rows[1].addressees] == ["unodc"]
    assert any(e.what == "short form" and "stands for" in e.note for e in rows[1].evidence)


def test_the_council_is_the_adopting_organ() -> None:
    text = "Requests the Council to keep the matter under review;"
    assert actors(text, "Human Rights Council") == ["hrc"]
    assert actors(text, "Security Council") == ["security-council"]


def test_the_high_commissioner_of_a_human_rights_council_text_is_ohchr() -> None:
    assert actors("Requests the High Commissioner to map wrecks;", "Human Rights Council") == ["ohchr"]


def test_it_and_them_are_those_asked_before() -> None:
    text = "Calls upon Member States to map wrecks and further calls on them to remove oil;"
    assert actors(text) == ["member-states"]


def test_a_body_no_entry_covers_gets_an_id_of_its_own_and_a_mark() -> None:
    (row,) = classify_text("Requests the Committee on Harbour Lights to map wrecks;")
    assert [a.id for a in row.addressees] == ["committee-on-harbour-lights"]
    assert row.review


def test_an_acronym_given_in_the_text_is_known_from_then_on() -> None:
    rows = classify_text(
        "Notes the work of the Panel on River Safety (PARS), and requests PARS to map wrecks;"
    )
    assert [a.id for a in rows[1].addressees] == ["panel-on-river-safety"]


def test_two_verbs_over_one_object_have_its_addressees() -> None:
    rows = classify_text("Urges and encourages Member States to map wrecks;")
    assert [[a.id for a in r.addressees] for r in rows] == [["member-states"], ["member-states"]]


def test_a_short_form_has_the_head_of_the_full_name() -> None:
    rows = classify_text(
        "Notes the note of the Bureau of the Harbour Commission and the plan of the Statistical Commission, and "
        "requests the Commission to go on;"
    )
    assert [a.id for a in rows[1].addressees] == ["statcom"]


def test_a_short_form_may_be_several_words() -> None:
    text = "Welcomes the Independent Commission of Inquiry on Ferries, and requests the Commission of Inquiry to report;"
    assert actors(text) == ["independent-commission-of-inquiry-on-ferries"]


def test_adjectives_before_a_name_do_not_hide_it() -> None:
    assert actors("Invites thematic special procedures to map wrecks;") == ["special-procedures"]


def test_a_name_that_begins_another_word_is_not_named() -> None:
    assert actors("Requests UN-Water to map wrecks;") == ["un-water"]
