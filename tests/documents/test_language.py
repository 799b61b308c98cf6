"""Texts in other languages are told by name; an English text is English whatever it quotes."""

from __future__ import annotations

import pytest

from documents.errors import UnreadableError
from documents.language import foreign
from documents.reading import read_bytes

ENGLISH = (
    "Requests the Secretary-General to count the lighthouses of each sea and to report to the General Assembly on"
    " the cost of the oil that is burned in them, with a list of those whose lamps are lit by day;"
)
OTHERS = {
    "French": "Prie le Secrétaire général de compter les phares de chaque mer et de rendre compte du prix de l’huile"
    " à l’Assemblée générale, avec une liste de ceux dont les lampes brûlent le jour sur toutes les côtes;",
    "Spanish": "Solicita al Secretario General que cuente los faros de cada mar y que informe a la Asamblea General"
    " sobre el costo del aceite, con una lista de los que arden por el día en las costas;",
    "Portuguese": "Solicita ao Secretário-Geral que conte os faróis de cada mar e que informe a Assembleia Geral do"
    " custo do óleo, com uma lista dos que ardem de dia em todas as costas e não para os navios;",
    "German": "ersucht den Generalsekretär, die Leuchttürme der Meere zu zählen und der Generalversammlung über die"
    " Kosten des Öls zu berichten, mit einer Liste der Lampen, die am Tag brennen, und von ihrer Zahl;",
    "Russian": "просит Генерального секретаря пересчитать маяки каждого моря и доложить Генеральной Ассамблее о"
    " стоимости масла, приложив список тех маяков, лампы которых горят днем на всех берегах;",
    "Arabic": "تطلب إلى الأمين العام أن يحصي منارات كل بحر وأن يقدم إلى الجمعية العامة تقريرا عن تكلفة الزيت مع"
    " قائمة بالمنارات التي تضاء مصابيحها نهارا على جميع السواحل وفي كل الجزر؛",
    "Chinese": "请秘书长清点每片海域的灯塔，并就灯油费用向大会提出报告，附上白天点灯的灯塔名单；",
}


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_in_another_language_is_told_by_name(language: str) -> None:
    assert foreign(f"A/RES/99/984\n\n{OTHERS[language]}") == language


@pytest.mark.parametrize("language", OTHERS)
def test_a_text_in_two_columns_is_english(language: str) -> None:
    assert foreign(f"{OTHERS[language]}\n{ENGLISH}\n" * 10) == ""


@pytest.mark.parametrize("language", OTHERS)
def test_a_long_quotation_leaves_a_text_english(language: str) -> None:
    assert foreign(f"{ENGLISH}\n{OTHERS[language] * 4}\n{ENGLISH}") == ""


@pytest.mark.parametrize("language", OTHERS)
def test_a_page_of_english_is_worth_reading_in_whatever_it_stands(language: str) -> None:
    assert foreign(OTHERS[language] * 200 + ENGLISH * 6) == ""


@pytest.mark.parametrize(
    "text",
    ["", "A/RES/99/984", "1. 2. 3.", "Los Angeles", "Médecins sans frontières", "Курск", "灯塔", ENGLISH],
)
def test_too_little_to_tell_is_no_other_language(text: str) -> None:
    assert foreign(text) == ""


def test_the_refusal_names_the_language_and_not_the_symbol() -> None:
    text = f"A/RES/99/981\n\nL’Assemblée générale,\n\n1. {OTHERS['French']}\n"
    with pytest.raises(UnreadableError, match="in French, and only English is read") as caught:
        read_bytes(text.encode(), "a.txt")
    assert "symbol" not in str(caught.value)
