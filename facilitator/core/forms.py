"""The forms of a line that is typed: a sign or a word at its beginning says what the line is.

The signs are the program's own; the words are those of note-takers elsewhere: ``#action`` of
MeetBot, ``ACTION:`` and ``RESOLUTION:`` of the W3C's scribes, and the same in four more languages.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct

from facilitator.core.letters import plain_letters


class Kind(StrEnum):
    """What a line is."""

    NOTE = "note"
    COMMITMENT = "commitment"
    DECISION = "decision"
    IDEA = "idea"
    QUESTION = "question"
    SKILL = "skill"
    ROLE = "role"
    LINK = "link"
    TOPIC = "topic"
    MENDING = "mending"


class Form(Struct, frozen=True):
    """One way in which a line can begin.

    Attributes:
        kind: what the line is.
        meaning: the same for people.
        sign: what it begins with; empty where only words say so.
        tags: words with a ``#``, of MeetBot.
        words: words that a colon follows, whatever the case; the first ones are of the W3C.
        example: a whole line.
    """

    kind: Kind
    meaning: str
    sign: str = ""
    tags: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    example: str = ""


USED_SIGN, WISHED_SIGN, QUESTION_SIGN = "+", "?", "??"
ROLE_SIGN, IDEA_SIGN, NOTE_SIGN = "%", "*", "\\"

FORMS = (
    Form(Kind.NOTE, "note", "", ("#info",), ("INFO",), "The gate was open at five."),
    Form(
        Kind.COMMITMENT,
        "commitment",
        "!",
        ("#action",),
        ("ACTION", "TODO", "AUFGABE", "ACCIÓN", "TAREA", "TÂCHE", "AÇÃO", "TAREFA"),
        "! @ana call the printer by friday",
    ),
    Form(
        Kind.DECISION,
        "decision, agreed wording",
        "=",
        ("#agreed", "#accepted", "#agree"),
        (
            *("RESOLUTION", "RESOLVED", "AGREED", "DECISION"),
            *("BESCHLUSS", "ACUERDO", "DECISIÓN", "DÉCISION", "DECISÃO"),
        ),
        "= Doors open at 17:00",
    ),
    Form(
        Kind.IDEA,
        "idea, build next",
        IDEA_SIGN,
        ("#idea",),
        ("IDEA", "IDEE", "IDÉE", "IDEIA"),
        "* a shelf for tools at the gate",
    ),
    Form(
        Kind.QUESTION,
        "question left open",
        QUESTION_SIGN,
        ("#help", "#question"),
        ("ISSUE", "QUESTION", "FRAGE", "PREGUNTA", "PERGUNTA"),
        "?? who has the second key",
    ),
    Form(Kind.SKILL, "skill that was used", USED_SIGN, example="+ first aid, cooking"),
    Form(Kind.SKILL, "skill that is wished for", WISHED_SIGN, example="? @bo sound system"),
    Form(Kind.ROLE, "role that somebody takes on", ROLE_SIGN, example="% pots: ana"),
    Form(
        Kind.LINK,
        "link",
        "",
        ("#link",),
        (),
        "https://example.org/plan the plan of the hall",
    ),
    Form(
        Kind.TOPIC,
        "step, topic",
        "",
        ("#topic", "#subtopic"),
        ("TOPIC", "SUBTOPIC", "THEMA", "TEMA", "SUJET", "ASSUNTO"),
        "TOPIC: the key of the shed",
    ),
)
"""Every form but ``Name: words``, ``... continued`` and ``s/old/new/``, which say no kind."""

MOST_OF_A_WORD = 20
"""A word with a colon behind it that says what a line is, is no longer."""

_TAG = re.compile(r"#\w+")
_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
_TODO = re.compile(r"TODO(?=\s|$)")
_BY_TAG = {tag: form for form in FORMS for tag in form.tags}
_BY_WORD = {plain_letters(word): form for form in FORMS for word in form.words}
_BY_SIGN = {form.sign: form for form in FORMS if form.sign}
_SIGNS = sorted(_BY_SIGN, key=len, reverse=True)
SIGNS = (*_SIGNS, NOTE_SIGN)
"""What a line can begin with, the longer ones first."""

_NOTE = FORMS[0]
_LINK = next(form for form in FORMS if form.kind is Kind.LINK)
_COMMITMENT = _BY_SIGN["!"]


def is_sign(words: str) -> bool:
    """Whether there is a sign with nothing behind it yet."""
    return words.strip() in _BY_SIGN


def form_of(line: str) -> tuple[Form, str]:
    """What a line is, and what stands behind the sign or the word that says so.

    ``+1`` agrees and is a note. A line that begins with a backslash is one, whatever follows.

    Args:
        line: as typed.
    """
    words = line.strip()
    if words.startswith(NOTE_SIGN):
        return _NOTE, words[1:].strip()
    for sign in _SIGNS:
        if words.startswith(sign):
            agrees = sign == USED_SIGN and words[1:2].isdecimal()
            return (_NOTE, words) if agrees else (_BY_SIGN[sign], words[len(sign) :].strip())
    if _ADDRESS.match(words):
        return _LINK, words
    tag = _TAG.match(words)
    if tag is not None and tag[0].casefold() in _BY_TAG:
        return _BY_TAG[tag[0].casefold()], words[tag.end() :].lstrip(": \t").strip()
    if _TODO.match(words):
        return _COMMITMENT, words[len("TODO") :].strip()
    return _worded(words)


def _worded(words: str) -> tuple[Form, str]:
    """A line with a word and a colon before it; a note without."""
    before, colon, _ = words[: MOST_OF_A_WORD + 2].partition(":")
    form = _BY_WORD.get(plain_letters(before.strip())) if colon else None
    return (_NOTE, words) if form is None else (form, words[len(before) + 1 :].strip())
