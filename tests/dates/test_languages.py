"""Days in German, Spanish, French and Portuguese: the same days as in English."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.day_words import MOST_LETTERS, in_english
from facilitator.dates import day_meant

FRIDAY = date(2026, 11, 27)

SAME = {
    "friday": "Freitag | freitag. | am Freitag | viernes | el viernes | vendredi | sexta-feira"
    " | sexta",
    "next friday": "nächsten Freitag | kommenden Freitag | el próximo viernes"
    " | el viernes que viene | vendredi prochain | sexta que vem | próxima sexta-feira",
    "tuesday": "Dienstag | martes | mardi | terça-feira",
    "wednesday": "Mittwoch | miércoles | mercredi | quarta",
    "sunday": "Sonntag | domingo | dimanche",
    "tomorrow": "morgen | mañana | demain | amanhã",
    "the day after tomorrow": "übermorgen | pasado mañana | après-demain | depois de amanhã",
    "today": "heute | hoy | aujourd’hui | hoje",
    "in two weeks": "in zwei Wochen | binnen zwei Wochen | en dos semanas | dentro de dos semanas"
    " | dans deux semaines | em duas semanas | daqui a duas semanas",
    "in a week": "in einer Woche | en una semana | dans une semaine | em uma semana",
    "in three days": "in drei Tagen | en tres días | dans trois jours | em três dias",
    "in a month": "in einem Monat | en un mes | dans un mois | em um mês",
    "next week": "nächste Woche | la próxima semana | la semana que viene | la semaine prochaine"
    " | a próxima semana | semana que vem",
    "next month": "nächsten Monat | el próximo mes | le mois prochain | o próximo mês",
    "12 december": "12. Dezember | den 12. Dezember | el 12 de diciembre | le 12 décembre"
    " | 12 de dezembro",
    "1 march": "1. März | 1 de marzo | le 1er mars | 1 de março",
    "5 may 2027": "5. Mai 2027 | 5 de mayo de 2027 | 5 mai 2027 | 5 de maio de 2027",
    "saturday 12 december": "Samstag, 12. Dezember | sábado 12 de diciembre | samedi 12 décembre"
    " | sábado, 12 de dezembro",
    "weekend": "Wochenende | zum Wochenende | el fin de semana | le week-end | fim de semana",
    "end of the month": "Ende des Monats | fin de mes | fin du mois | fim do mês",
    "end of november": "Ende November | fin de noviembre | fin novembre | fim de novembro",
}
SAID = [
    pytest.param(words.strip(), english, id=words.strip())
    for english, others in SAME.items()
    for words in others.split("|")
]


@pytest.mark.parametrize(("words", "english"), SAID)
def test_a_day_is_the_same_in_every_language(words: str, english: str) -> None:
    day = day_meant(english, FRIDAY)
    assert day is not None
    assert day_meant(words, FRIDAY) == day


@pytest.mark.parametrize(
    "words",
    ["die Party", "la fiesta", "le parc", "zwei Eier", "dos amigos", "bis dann", "en casa", "in"],
)
def test_other_words_are_no_day(words: str) -> None:
    assert day_meant(words, FRIDAY) is None


@given(st.text(max_size=MOST_LETTERS + 10))
def test_any_words_are_read_without_trouble(words: str) -> None:
    assert in_english(in_english(words)) == in_english(words)
