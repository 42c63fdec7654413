"""Assemblies by keys alone: hands instead of rounds, a muster, breaks, up to the minutes."""

from __future__ import annotations

import re
from pathlib import Path

from assembly import AGENDA
from person import Person, told
from support.terminal import Terminal
from world import look

from facilitator.core.events import Stop

PEOPLE = b"Ana\nBo\nChidi\nDee\nEli *\n"
START = ("--db", "circle.db", "start")


def hand(person: Person, words: str, seen: str) -> None:
    """Somebody's hand goes up; a sign behind the letters says what for."""
    person.press("h", "╭─ Whose hand is up")
    person.enter(words, rf"\A(?s:(?!.*╭─ Whose hand))(?s:.*){seen}")


def everyone(person: Person, names: str, then: str) -> None:
    """A round in which nobody does anything but speak."""
    for name in names.split():
        person.next(rf"▶ {name}")
    person.next("everyone has been heard")
    person.next(then)


def check_in(person: Person) -> None:
    """Bo passes, is asked once more, and speaks after all."""
    person.press("f2", "Welcome to the assembly")
    person.next("Ana begins")
    person.next("▶ Ana")
    person.next("▶ Bo")
    person.press("p", "▶ Chidi")
    person.next("▶ Dee")
    person.next("▶ Eli")
    person.next("not yet heard: Bo")
    person.next(r"once more: Bo\?")
    person.pick("j", "╭─ Who speaks now?", "Bo", "▶ Bo")
    person.next("everyone has been heard")


def first_matter(person: Person) -> None:
    """Hands of three kinds, one taken out of order, more minutes, and the stack closed."""
    hand(person, "Ana", "1 · Ana")
    hand(person, "Dee?", "1 · Dee +question")
    person.next("▶ Dee")
    person.next("▶ Ana")
    person.write("the pump is broken")
    hand(person, "Ana", "1 ✓ Ana")
    hand(person, "Chidi", "s: Chidi before Ana")
    person.press("s", "▶ Chidi")
    person.pick("m", "╭─ Time", "The room agreed", "How many more minutes did the room agree to")
    person.enter("5", r"of 25(:00| min)")
    person.press("K", "The stack is closed")
    person.next("▶ Ana")


def given_back(screen: str) -> bool:
    """Whether the wording stands in the line again, and the question about it is gone."""
    return "▏ = we dig a well" in screen and "is this agreed" not in screen


def proposals(person: Person) -> None:
    """A wording is read back, mended, and agreed."""
    person.press("=", "▏ =")
    person.enter("we dig a well", "is this agreed")
    person.press("escape", given_back)
    person.enter(" by May", "is this agreed")
    person.press("enter", r"\d\d:\d\d .*we dig a well by May")
    person.press("escape", r"\? keys")


def test_a_general_assembly_by_keys_alone(tmp_path: Path) -> None:
    with Terminal(*START, "general-assembly", "--people", "-", home=tmp_path, stdin=PEOPLE) as at:
        person = Person(at)
        at.wait_for("5 here")
        check_in(person)
        person.next("Consent to the agenda")
        person.press("]", "╭─ Leave this round")
        person.press("enter", "4/13  Reports")
        person.press("]", "╭─ Leave this round")
        person.press("enter", "5/13  First matter")
        first_matter(person)
        person.press("]", "Leaving “First matter”")
        person.nothing("6/13  Tea")
        person.pick("A", "╭─ Agenda", "defer a step", "╭─ Defer which step")
        person.choose("7  · Second matter", "6/12  Tea")
        person.next("7/12  Proposals")
        proposals(person)
        person.press("]", "Leaving “Proposals”: whose, by when")
        person.nothing("8/12  Decision")
        person.press("]", "╭─ Leave this round")
        person.press("enter", "9/12  Roles")
        person.pick("c", "╭─ Which role is claimed", "Tell those", "╭─ Who takes")
        person.choose("Eli", "(?s)Tell those.*Eli")
        person.next("What we promised")
        person.write("! @bo buy a pump by friday")
        person.press("C", "Read this aloud")
        person.press("d", "When do we meet again")
        person.enter("Sat 5 Dec, 10:00, park", "› Sat 5 Dec")
        person.press("enter", r"The circle is closed\. Its minutes:")
        person.press("escape", "1 circle in this group's memory")
        at.press("q")
        assert at.exit_status() == 0
        assert b"Traceback" not in at.raw
    [file] = (tmp_path / "minutes").iterdir()
    text = file.read_text(encoding="utf-8")
    for words in ("the pump is broken", "we dig a well by May", "buy a pump", "Sat 5 Dec", "Eli"):
        assert words in text
    assert re.search(r"Tell those.*Eli", text)
    assert "Deferred to the next meeting: Second matter." in text
    assert "the pump is broken" in told(tmp_path, "--db", "circle.db", "minutes", "show")


def test_a_small_assembly_with_a_muster_and_breaks_by_keys_alone(tmp_path: Path) -> None:
    (tmp_path / "small.toml").write_text(AGENDA, encoding="utf-8")
    with Terminal(*START, "./small.toml", "--people", "-", home=tmp_path, stdin=PEOPLE) as at:
        person = Person(at)
        at.wait_for("5 here")
        person.press("f2", "0 of 5 have arrived")
        person.press("y", "╭─ Who has arrived")
        for name in ("Dee", "Ana", "Bo", "Chidi"):
            person.choose(name, "Type a few letters")
        person.press("escape", "4 of 5 have arrived")
        person.next("Ana begins")
        everyone(person, "Ana Bo Chidi Dee Eli", "h raises a hand")
        hand(person, "Bo", "1 · Bo")
        person.next("▶ Bo")
        person.pick("b", "╭─ A break of how many", "7", "7 min break after this turn")
        person.next(r"break · back at \d")
        person.press("b", lambda screen: "back at" not in screen)
        person.next("Leaving “Water”: what came of it")
        person.nothing(lambda screen: "4/5  Tea" in screen and "break · back at" in screen)
        person.next("5/5  Close")
        person.press("C", "Read this aloud")
        person.press("enter", r"The circle is closed\. Its minutes:")
    [file] = (tmp_path / "minutes").iterdir()
    text = file.read_text(encoding="utf-8")
    assert re.search(r"4 of 5 there after", text)
    assert "Missing: Eli." in text
    found = look(tmp_path / "circle.db")
    assert found.world.stage == "closed"
    stood = found.meeting.pauses
    assert [(each.stop, each.ended is not None) for each in stood] == [(Stop.BREAK, True)] * 2
    assert [round((each.until - each.began) / 60_000) for each in stood] == [7, 10]
