"""What a line is, by its sign or its first word, in five languages; whose it is, and by when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitator.core.capture import understand
from facilitator.core.events import Mention
from facilitator.core.forms import FORMS, Kind, form_of
from facilitator.core.mending import Mending, mending
from facilitator.core.vocabulary import Sense
from facilitator.core.words import plain

ANA, BO, CHIDI, INES, JOSE, MO, ZOE = (f"{place}@a" for place in range(1, 8))
NAMES = {
    ANA: "Ana",
    BO: "Bo",
    CHIDI: "Chidi Obi",
    INES: "Inês Araújo",
    JOSE: "José Luis",
    MO: "محمد",
    ZOE: "Zoë O'Neil",
}

KINDS = [
    ("The gate was open", Kind.NOTE, "The gate was open"),
    ("#info The gate was open", Kind.NOTE, "The gate was open"),
    ("INFO: The gate was open", Kind.NOTE, "The gate was open"),
    ("#action ana calls", Kind.COMMITMENT, "ana calls"),
    ("#Action: ana calls", Kind.COMMITMENT, "ana calls"),
    ("ACTION: call", Kind.COMMITMENT, "call"),
    ("action : call", Kind.COMMITMENT, "call"),
    ("TODO call", Kind.COMMITMENT, "call"),
    ("todo: call", Kind.COMMITMENT, "call"),
    ("todo el mundo", Kind.NOTE, "todo el mundo"),
    ("TODOS los días", Kind.NOTE, "TODOS los días"),
    ("Aufgabe: anrufen", Kind.COMMITMENT, "anrufen"),
    ("Tarea: llamar", Kind.COMMITMENT, "llamar"),
    ("Acción: llamar", Kind.COMMITMENT, "llamar"),
    ("Tâche : appeler", Kind.COMMITMENT, "appeler"),
    ("Tarefa: ligar", Kind.COMMITMENT, "ligar"),
    ("Ação: ligar", Kind.COMMITMENT, "ligar"),
    ("= We meet on Tuesdays", Kind.DECISION, "We meet on Tuesdays"),
    ("#agreed we meet", Kind.DECISION, "we meet"),
    ("#accepted we meet", Kind.DECISION, "we meet"),
    ("RESOLUTION: we meet", Kind.DECISION, "we meet"),
    ("RESOLVED: we meet", Kind.DECISION, "we meet"),
    ("Beschluss: dienstags", Kind.DECISION, "dienstags"),
    ("Acuerdo: los martes", Kind.DECISION, "los martes"),
    ("Décision : le mardi", Kind.DECISION, "le mardi"),
    ("Decisão: às terças", Kind.DECISION, "às terças"),
    ("* a shelf", Kind.IDEA, "a shelf"),
    ("#idea a shelf", Kind.IDEA, "a shelf"),
    ("Idee: ein Regal", Kind.IDEA, "ein Regal"),
    ("Idée : une étagère", Kind.IDEA, "une étagère"),
    ("Ideia: uma estante", Kind.IDEA, "uma estante"),
    ("?? who has the key", Kind.QUESTION, "who has the key"),
    ("#help who has the key", Kind.QUESTION, "who has the key"),
    ("ISSUE: who has the key", Kind.QUESTION, "who has the key"),
    ("Frage: wer hat ihn", Kind.QUESTION, "wer hat ihn"),
    ("Pregunta: quién", Kind.QUESTION, "quién"),
    ("Question : qui", Kind.QUESTION, "qui"),
    ("Pergunta: quem", Kind.QUESTION, "quem"),
    ("https://example.org/a#b the plan", Kind.LINK, "https://example.org/a#b the plan"),
    ("#link the plan https://example.org", Kind.LINK, "the plan https://example.org"),
    ("httpserver is down", Kind.NOTE, "httpserver is down"),
    ("#topic The shed", Kind.TOPIC, "The shed"),
    ("TOPIC: The shed", Kind.TOPIC, "The shed"),
    ("Thema: der Schuppen", Kind.TOPIC, "der Schuppen"),
    ("Tema: el cobertizo", Kind.TOPIC, "el cobertizo"),
    ("Sujet : la remise", Kind.TOPIC, "la remise"),
    ("Assunto: o galpão", Kind.TOPIC, "o galpão"),
    ("#pantry is short of rice", Kind.NOTE, "#pantry is short of rice"),
    ("#1 of three", Kind.NOTE, "#1 of three"),
    ("Doors open at 17:00", Kind.NOTE, "Doors open at 17:00"),
    ("action stations", Kind.NOTE, "action stations"),
    ("\\#action no", Kind.NOTE, "#action no"),
    ("\\TOPIC: no", Kind.NOTE, "TOPIC: no"),
    ("+1", Kind.NOTE, "+1"),
]


@pytest.mark.parametrize(("line", "kind", "words"), KINDS)
def test_a_line_is_what_its_beginning_says(line: str, kind: Kind, words: str) -> None:
    understood = understand(line, {})
    assert (understood.kind, plain(understood.text, {})) == (kind, words)


@pytest.mark.parametrize(
    ("line", "owners", "words", "due"),
    [
        ("! @ana @bo carry the tables", (ANA, BO), "carry the tables", ""),
        ("! @ana, @bo and @chidi: carry", (ANA, BO, CHIDI), "carry", ""),
        ("! Ana and Bo: carry", (ANA, BO), "carry", ""),
        ("! Ana und Bo → tragen bis Freitag", (ANA, BO), "tragen", "bis Freitag"),
        ("! Ana y José Luis: llamar antes del viernes", (ANA, JOSE), "llamar", "antes del viernes"),
        ("! Ana, Inês: ligar até sexta-feira", (ANA, INES), "ligar", "até sexta-feira"),
        ("! Ana et Zoë: appeler d’ici vendredi", (ANA, ZOE), "appeler", "d’ici vendredi"),
        ("! @محمد الاتصال", (MO,), "الاتصال", ""),
        ("! @zoe o'neil call", (ZOE,), "call", ""),
        ("ACTION: Ana to call the printer", (ANA,), "call the printer", ""),
        ("#action Chidi will call in two weeks", (CHIDI,), "call", "in two weeks"),
        ("ACTION: Chidi Obi to call", (CHIDI,), "call", ""),
        ("ACTION: somebody to call", (), "somebody to call", ""),
        ("ACTION: an to call", (), "an to call", ""),
        ("! @ana @zed carry", (ANA,), "@zed carry", ""),
        ("! Ana and Zed: carry", (), "Ana and Zed: carry", ""),
        ("! @ana @ana carry", (ANA,), "carry", ""),
        ("! cook in zwei Wochen", (), "cook", "in zwei Wochen"),
        ("! cook en dos semanas", (), "cook", "en dos semanas"),
        ("! cook dans deux semaines", (), "cook", "dans deux semaines"),
        ("! cook daqui a duas semanas", (), "cook", "daqui a duas semanas"),
        ("! bring soup in a pot", (), "bring soup in a pot", ""),
        ("! cocinar para la fiesta", (), "cocinar para la fiesta", ""),
        ("! kochen bis dann", (), "kochen bis dann", ""),
        ("! call in, then out", (), "call in, then out", ""),
    ],
)
def test_a_promise_is_of_all_whom_it_names(
    line: str, owners: tuple[str, ...], words: str, due: str
) -> None:
    meant = understand(line, NAMES)
    found = (meant.owner, *meant.others) if meant.owner else ()
    assert (found, plain(meant.text, NAMES), meant.due) == (owners, words, due)


def test_a_promise_can_be_told_to_have_no_date() -> None:
    meant = understand("! read the book by friday", {}, dated=False)
    assert (plain(meant.text, {}), meant.due) == ("read the book by friday", "")


@pytest.mark.parametrize(
    ("line", "person", "words"),
    [
        ("Chidi: we need shelves", CHIDI, "we need shelves"),
        ("chidi obi : we need shelves", CHIDI, "we need shelves"),
        ("INÊS: precisamos", INES, "precisamos"),
        ("ines: precisamos", INES, "precisamos"),
        ("محمد: نعم", MO, "نعم"),
        ("#info Ana: yes", ANA, "yes"),
        ("an: yes", "", "an: yes"),
        ("Zed: yes", "", "Zed: yes"),
        ("\\Ana: yes", "", "Ana: yes"),
        ("Ana is right: yes", "", "Ana is right: yes"),
    ],
)
def test_a_note_says_who_said_it(line: str, person: str, words: str) -> None:
    meant = understand(line, NAMES)
    assert (meant.kind, meant.owner, plain(meant.text, NAMES)) == (Kind.NOTE, person, words)


@pytest.mark.parametrize(
    ("line", "goes_on", "words"),
    [
        ("... and a roof", True, "and a roof"),
        ("…and a roof", True, "and a roof"),
        ("...", False, "..."),
        ("and ... a roof", False, "and ... a roof"),
        ("\\... and", False, "... and"),
    ],
)
def test_a_note_goes_on_with_the_last_one(line: str, goes_on: bool, words: str) -> None:
    meant = understand(line, NAMES)
    assert (meant.continues, plain(meant.text, NAMES)) == (goes_on, words)


@pytest.mark.parametrize(
    ("line", "projects"),
    [
        ("the shelf of #pantry and #Repair-clinic, #pantry", ("pantry", "Repair-clinic")),
        ("! @ana orders for #pantry", ("pantry",)),
        ("* #küche: a stove", ("küche",)),
        ("#1 and a#b and &#x; and http://a/#c", ()),
        ("# alone", ()),
    ],
)
def test_a_project_stands_behind_a_number_sign(line: str, projects: tuple[str, ...]) -> None:
    meant = understand(line, NAMES)
    assert meant.projects == projects
    assert all(f"#{word}" in plain(meant.text, NAMES) for word in projects)


@pytest.mark.parametrize(
    ("line", "mends"),
    [
        ("s/pots/cups/", Mending("pots", "cups")),
        ("s/pots/cups", Mending("pots", "cups")),
        ("s/pots/cups/g", Mending("pots", "cups", everywhere=True)),
        ("s/pots//", Mending("pots", "")),
        ("s|1/2|half|", Mending("1/2", "half")),
        (r"s/1\/2/half/", Mending("1/2", "half")),
        ("s/.*/x/", Mending(".*", "x")),
        ("  s/a b/c d/  ", Mending("a b", "c d")),
        ("s//x/", None),
        ("s/x/", None),
        ("s/a/b/c/d", None),
        ("s/a/b/later", None),
        ("see/the/thing", None),
        ("s", None),
        ("", None),
    ],
)
def test_a_line_mends_another(line: str, mends: Mending | None) -> None:
    assert mending(line) == mends
    assert understand(line, NAMES).mends == mends


def test_a_mending_takes_the_words_as_they_are() -> None:
    assert Mending(".", "!").mended("a.b.") == "a!b."
    assert Mending(".", "!", everywhere=True).mended("a.b.") == "a!b!"
    assert Mending("x", "y").mended("a.b.") == "a.b."


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.meaning)
def test_each_form_is_known_by_all_its_beginnings(form: object) -> None:
    (wanted,) = [each for each in FORMS if each is form]
    begun = [wanted.sign, *wanted.tags, *(f"{word}:" for word in wanted.words)]
    for each in filter(None, begun):
        assert form_of(f"{each} some words") == (wanted, "some words")
    assert form_of(wanted.example)[0] is wanted


def test_no_beginning_has_two_meanings() -> None:
    begun = [each for form in FORMS for each in (form.sign, *form.tags, *form.words) if each]
    assert len(begun) == len({each.casefold() for each in begun})


@given(st.text(max_size=60))
def test_any_line_has_a_form_and_keeps_its_words(line: str) -> None:
    _, words = form_of(line)
    assert words in line
    assert words == words.strip()


def test_used_and_wished_are_told_apart() -> None:
    assert understand("+ first aid", {}).sense is Sense.USED
    assert understand("? first aid", {}).sense is Sense.WISHED


def test_people_inside_any_kind_of_line_are_references() -> None:
    for line in ("* @ana's shelf", "?? who helps @ana", "#topic @ana's key", "= @ana keeps it"):
        assert Mention(ANA) in understand(line, NAMES).text
