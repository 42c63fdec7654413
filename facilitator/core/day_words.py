"""Days in four more languages, word by word in English: the shapes that days have are English.

``nächsten Freitag``, ``el viernes que viene``, ``vendredi prochain`` and ``sexta que vem`` are all
*next friday*. Which language it is does not matter: whatever does not become a day as a whole
means none.
"""

from __future__ import annotations

import re

from facilitator.core.letters import plain_letters

MOST_LETTERS = 80
"""Words that are longer say more than when."""

_WEEKDAYS = {
    "monday": "montag lunes lundi segunda",
    "tuesday": "dienstag martes mardi terca",
    "wednesday": "mittwoch miercoles mercredi quarta",
    "thursday": "donnerstag jueves jeudi quinta",
    "friday": "freitag viernes vendredi sexta",
    "saturday": "samstag sonnabend sabado samedi",
    "sunday": "sonntag domingo dimanche",
}
_MONTHS = {
    "january": "januar janner enero janvier janeiro",
    "february": "februar feber febrero fevrier fevereiro",
    "march": "marz marzo mars marco",
    "april": "abril avril",
    "may": "mai mayo maio",
    "june": "juni junio juin junho",
    "july": "juli julio juillet julho",
    "august": "agosto aout",
    "september": "septiembre setiembre septembre setembro",
    "october": "oktober octubre octobre outubro",
    "november": "noviembre novembre novembro",
    "december": "dezember diciembre decembre dezembro",
}
_COUNTS = {
    "one": "ein eine einem einer un una une um uma",
    "two": "zwei dos deux dois duas",
    "three": "drei tres trois",
    "four": "vier cuatro quatre quatro",
    "five": "funf cinco cinq",
    "six": "sechs seis",
    "seven": "sieben siete sept sete",
    "eight": "acht ocho huit oito",
    "ten": "zehn diez dix dez",
}
_UNITS = {
    "day": "tag tage tagen dia dias jour jours",
    "week": "woche wochen semana semanas semaine semaines",
    "month": "monat monate monaten monats mes meses mois",
    "year": "jahr jahre jahren jahres ano anos annee annees an ans",
}
_OTHERS = {
    "today": "heute hoy aujourdhui hoje",
    "tomorrow": "morgen manana demain amanha",
    "day after tomorrow": "ubermorgen apres-demain",
    "weekend": "wochenende",
    "next": "nachste nachsten nachster nachstes kommenden kommende kommender proximo proxima "
    "prochain prochaine",
    "end": "ende fin fins final fim",
    "beginning": "anfang principio principios debut comeco inicio",
    "1": "1er 1o",
    "in": "dans binnen dentro daqui",
}
_PASSED_OVER = frozenset(
    word
    for words in (
        "der die das den dem des zum zur am im von bis vor",
        "el la los las del de al por para hasta antes en",
        "le les du au jusqua avant dici pour",
        "o a os as do da no na em ate feira",
    )
    for word in words.split()
)
_SAME = {"in", "next", "end", "beginning", "today", "tomorrow", "weekend", "the"}

_ENGLISH = {
    word: english
    for table in (_WEEKDAYS, _MONTHS, _COUNTS, _UNITS, _OTHERS)
    for english, others in table.items()
    for word in others.split()
}
_PHRASES = (
    (re.compile(r"\b(?:que viene|que vem|qui vient)\b"), "proximo"),
    (re.compile(r"\b(?:pasado manana|depois de amanha)\b"), "ubermorgen"),
    (re.compile(r"\bfi(?:n|m) de semana\b|\bweek-end\b"), "wochenende"),
)
_NOUNS = {*_WEEKDAYS, *_UNITS}


def in_english(words: str) -> str:
    """Words about a day in German, Spanish, French or Portuguese, as English has them.

    Nothing, where a word is among them that says no day; English words come back as they are.
    """
    if len(words) > MOST_LETTERS:
        return ""
    plain = plain_letters(words)
    for phrase, other in _PHRASES:
        plain = phrase.sub(other, plain)
    found: list[str] = []
    for token in plain.replace("-feira", "").split():
        if token in _PASSED_OVER:
            continue
        english = _ENGLISH.get(token, token if token in _SAME or token in _KNOWN else "")
        if not english and not token.isdecimal():
            return ""
        found.append(english or token)
    return _in_order(found)


_KNOWN = {*_WEEKDAYS, *_MONTHS, *_COUNTS, *_UNITS, *(f"{unit}s" for unit in _UNITS)}


def _in_order(found: list[str]) -> str:
    """*friday next* is *next friday*, and *end month* the *end of the month*."""
    if len(found) > 1 and found[-1] == "next" and found[-2] in _NOUNS:
        found[-2:] = ["next", found[-2]]
    if len(found) > 1 and found[0] in ("end", "beginning"):
        of = ["of", "the"] if found[1] in _UNITS else ["of"]
        found[1:1] = of
    if len(found) == 3 and found[0] == "in" and found[2] in _UNITS and found[1] != "one":
        found[2] += "s"
    return " ".join(found)
