"""Whatever people type, paste or pipe in is shown as they wrote it, and nowhere acted on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from person import Person, at_the_line, told, told_data, with_the_keys
from support.files import ask
from support.terminal import Terminal
from world import look

from facilitator.core.visible import visible

ACTING = "\x1b[2J\x1b[66Cboo\x07"
REVERSED = "\u202egnp.evil"
LONG = "x" * 10_000
WORDS = (
    "[/]",
    "[bold]x",
    "[@click=app.quit]x[/]",
    "$x {y} %s",
    ACTING,
    "'\" drop table event --",
    "=cmd|'/c calc'!A1",
    "../../etc/passwd",
    REVERSED,
    "👩‍👩‍👧‍👦 family",
    "Zoë\u0308\u0301",
    LONG,
)
NEVER = (b"\x1b[66C", b"boo\x07", REVERSED.encode(), b"Traceback", b"MarkupError")


@contextmanager
def running(*command: str | Path, home: Path) -> Iterator[Person]:
    """A program that must never let anything hostile through to the terminal."""
    with Terminal("--db", "circle.db", *command, home=home, size=(120, 44)) as terminal:
        yield Person(terminal)
        output = terminal.raw
        assert [part for part in NEVER if part in output] == []


def showing(words: str) -> str:
    """A regular expression for the beginning of words as they must look."""
    return re.escape(visible(words)[:9].split("\u200d")[0])


def gone(title: str, screen: str) -> bool:
    """Whether a dialog is not there any more."""
    return title not in screen


def has_the_keys(title: str, screen: str) -> bool:
    """Whether a dialog is there, and the circle has no keys."""
    return title in screen and not with_the_keys(screen)


def pasted(words: str) -> str:
    """What reaches the program of words that are pasted: Textual lets no escape through."""
    return "^[2J^[66Cboo" if words == ACTING else words


def look_around(person: Person) -> None:
    """Everywhere that words of people are shown, and back."""
    for key, title in (
        ("H", "╭─ What happened"),
        ("x", "╭─ Who is leaving"),
        ("t", "╭─ Which hat"),
        ("ctrl+p", "Search"),
    ):
        # Drawn in parts, a box has no title for a moment: the bar says who has the keys.
        person.press(key, partial(has_the_keys, title))
        person.press("escape", with_the_keys)


def test_hostile_names_from_a_file_are_seated_as_they_are_written(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text("\n".join(("Ana", "", "   ", *WORDS, '"; drop table people')) + "\n\n")
    start = ("start", "debrief-commons", "--people", names, "--title", f"{WORDS[7]} {ACTING}")
    with running(*start, home=tmp_path) as person:
        for words in WORDS:
            person.terminal.wait_for(rf"· {showing(words)}")
        person.press("f2", "Welcome, everyone")
        person.next("Ana begins")
        person.next("▶ Ana")
        look_around(person)
        for words in WORDS[:3]:
            person.next(rf"▶ {showing(words)}")
    names_kept = {name for (name,) in ask(tmp_path / "circle.db", "SELECT name FROM identity")}
    assert {*WORDS, '"; drop table people', "Ana"} == names_kept


def test_hostile_names_that_are_pasted_are_seated_and_not_acted_on(tmp_path: Path) -> None:
    with running("start", "debrief-commons", home=tmp_path) as person:
        person.terminal.wait_for("a name and Enter")
        for count, words in enumerate(WORDS, start=1):
            person.terminal.paste(words)
            person.press("enter", rf"{count} here")
        # Terminals let no escape through in a paste, and Textual only one at its start.
        others = [words for words in WORDS if words != ACTING]
        person.terminal.paste("\n".join(f"{words} B" for words in others))
        person.terminal.wait_for(f"{len(WORDS) + len(others)} here")
        person.press("enter", "Type a name first")
    names_kept = {name for (name,) in ask(tmp_path / "circle.db", "SELECT name FROM identity")}
    assert {visible(pasted(words)) for words in WORDS} <= names_kept


def test_hostile_words_are_written_down_promised_offered_and_kept_literally(tmp_path: Path) -> None:
    names = tmp_path / "names.txt"
    names.write_text(f"Ana\n{ACTING}\n[/]\n")
    title = f"../../{ACTING}[/]=cmd|'/c calc'!A1"
    start = ("start", "debrief-commons", "--people", names, "--title", title)
    with running(*start, home=tmp_path) as person:
        person.terminal.wait_for("3 here")
        person.press("f2", "Welcome, everyone")
        person.press("/", at_the_line)
        for mark in ("\\", "! @ana ", "= "):
            for words in WORDS:
                person.terminal.type(mark)
                person.terminal.paste(words)
                person.terminal.press("enter")
                if mark == "= ":
                    person.terminal.wait_for("is this agreed")
                    person.press("enter", partial(gone, "is this agreed"))
        wanted = len(WORDS) * 3
        person.terminal.wait_for(lambda _: len(look(tmp_path / "circle.db").world.lines) == wanted)
        person.press("escape", with_the_keys)
        look_around(person)
        for words in WORDS[:8]:
            person.press("o", "╭─ Offer a role")
            person.terminal.paste(words)
            person.press("enter", partial(gone, "╭─ Offer a role"))
        person.press("c", "╭─ Which role is claimed")
        person.press("enter", "Who takes")
        person.press("enter", partial(gone, "Who takes"))
        person.press("C", "Read this aloud")
        for words in WORDS[:8]:
            person.press("d", "╭─ When do we meet again")
            person.terminal.press("ctrl+u")
            person.terminal.paste(words)
            person.press("enter", partial(gone, "╭─ When do we meet"))
        person.press("enter", r"The circle is closed\.")
        person.press("m", "# ")
        person.press("escape", r"The circle is closed\.")
        person.press("escape", "1 circle in this group's memory")
        person.press("m", "Whose minutes")
        person.press("enter", "# ")
    assert_the_minutes_are_literal(tmp_path, title)


def assert_the_minutes_are_literal(home: Path, title: str) -> None:
    lines = look(home / "circle.db").world.lines
    assert [line for line in lines if line[:2] not in ("! ", "= ")] == [
        visible(pasted(words)) for words in WORDS
    ]
    assert ask(home / "circle.db", "SELECT name FROM roles ORDER BY rowid")
    [file] = (home / "minutes").iterdir()
    assert file.resolve().parent == (home / "minutes").resolve()
    assert re.fullmatch(r"[\d-]{10} [\w ,.-]+\.md", file.name)
    for text in (
        file.read_text(encoding="utf-8"),
        told(home, "--db", "circle.db", "minutes", "show"),
        told(home, "--db", "circle.db", "minutes", "list"),
    ):
        assert "\x1b" not in text
        assert "\x07" not in text
        assert "\u202e" not in text
        assert "‹U+202E›" in text or "␛" in text
    # As data it is what was given, for programs that escape it themselves.
    data = told_data(home, "--db", "circle.db", "minutes", "list", "--json")
    assert data[0]["title"] == " ".join(title.split())


def test_an_empty_line_is_no_note_no_name_and_no_crash(tmp_path: Path) -> None:
    with running("start", "debrief-commons", home=tmp_path) as person:
        person.terminal.wait_for("a name and Enter")
        person.terminal.type("   ")
        person.press("enter", "Type a name first")
        person.enter("Ana", "1 here")
        person.press("f2", "Welcome, everyone")
        for words, answer in (("!", "What was promised"), ("=", "What was agreed"), ("  ", " n ")):
            person.press("/", at_the_line)
            person.terminal.press("ctrl+u")
            person.enter(words, answer)
            person.terminal.press("ctrl+u")
            if words.strip():
                person.press("escape", with_the_keys)
        person.terminal.wait_for(with_the_keys)
    assert look(tmp_path / "circle.db").world.lines == ()
