"""`facilitator people`: who the group knows, leaving, coming back, being forgotten."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from support.agendas import DEBRIEF
from support.clock import EVENING, HandClock
from support.files import ask, do, session, who

from facilitator.cli.main import main
from facilitator.core import intents
from facilitator.core.events import Mention, RoleKind, Sense
from facilitator.keeper import MinutesKeeper
from facilitator.line.paper_roll import PaperRoll
from facilitator.session import Session

DAY = 24 * 3_600_000
NAME = "Zinaida Quill"
LET_GO = (
    "Zinaida Quill left the group on Mon 24 Nov; "
    "“Pantry” released by Zinaida Quill in an emergency: left the group."
)
HOSTILE = "\x1b[2J\u202e[/]=cmd()"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A circle was held at which Zinaida took on the pantry, and was spoken of; a day went by."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FACILITATOR_DB", "circle.db")
    path = tmp_path / "circle.db"
    with session(path) as at:
        MinutesKeeper(at)
        do(at, intents.CallMeeting("Flood kitchen", DEBRIEF))
        do(at, *(intents.Welcome(name) for name in (NAME, "Bo", "Chidi")), intents.OpenCircle())
        told(at)
        do(at, intents.CloseCircle())
        at.enter("")
        do(at, intents.OfferRole("Pantry", months=2, role_kind=RoleKind.STEWARDSHIP))
        role = next(iter(at.state.roles))
        do(at, intents.ClaimRole(role, who(at, NAME)))
    return path


def told(at: Session) -> None:
    """She is named by reference in a note, has a promise and a skill."""
    zinaida = who(at, NAME)
    do(
        at,
        intents.TakeNote(("Ask ", Mention(zinaida), " for the keys"), "step-1"),
        intents.Commit(("borrow the PA",), "step-1", zinaida, "friday"),
        intents.FileSkill(zinaida, ("First aid",), Sense.USED),
    )


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(
        main, ["people", *arguments], obj=HandClock(EVENING + DAY), catch_exceptions=False
    )
    assert "Traceback" not in result.output
    return result


def lines(*arguments: str) -> list[str]:
    result = run(*arguments)
    assert (result.exit_code, result.stderr) == (0, ""), result.output
    return result.stdout.splitlines()


def sentence(*arguments: str, status: int = 2) -> str:
    result = run(*arguments)
    assert result.exit_code == status, result.output
    assert result.stdout == ""
    assert result.stderr.startswith("facilitator: ")
    assert result.stderr.rstrip("\n").isprintable()
    return result.stderr.removeprefix("facilitator: ").rstrip("\n")


def everything(folder: Path) -> bytes:
    """Every byte that lies in a folder, names of files too."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return b"".join(str(each).encode() + each.read_bytes() for each in files)


def minutes(folder: Path) -> str:
    (found,) = (folder / "minutes").glob("*.md")
    return found.read_text(encoding="utf-8")


def test_everyone_is_listed_with_roles_and_when_they_came_last() -> None:
    assert lines() == [
        "Bo                            1 circle, last Sun 23 Nov 2025",
        "Chidi                         1 circle, last Sun 23 Nov 2025",
        "Zinaida Quill                 1 circle, last Sun 23 Nov 2025; Pantry",
    ]
    assert lines("list") == lines()


def test_the_list_as_json_tells_the_same_by_identity(file: Path) -> None:
    run("leave", "bo")
    run("forget", "chidi", "--yes")
    found = json.loads(run("list", "--json").stdout)
    assert [(each["name"], each["left"], each["forgotten"]) for each in found] == [
        ("Bo", "2025-11-24", False),
        (NAME, None, False),
        (None, "2025-11-24", True),
    ]
    assert found[1]["roles"] == ["Pantry"]
    assert (found[1]["circles"], found[1]["last"]) == (1, "2025-11-23")
    assert ask(file, "SELECT count(*) FROM people WHERE id = ?", found[2]["id"]) == [(1,)]


def test_who_leaves_lets_go_of_roles_and_comes_back_without_them() -> None:
    assert lines("leave", "zin") == [LET_GO]
    assert "left the group Mon 24 Nov 2025" in lines()[2]
    assert run("leave", "zin").stdout == "Zinaida Quill has left the group already.\n"
    assert run("return", "zin").exit_code == 0
    assert lines()[2].endswith("1 circle, last Sun 23 Nov 2025")
    assert run("return", "zin").stdout == "Zinaida Quill is part of the group.\n"


def test_a_leaving_can_be_written_down_for_the_day_on_which_it_was() -> None:
    assert run("leave", "bo", "--on", "2025-11-23").exit_code == 0
    assert "left the group Sun 23 Nov 2025" in lines()[0]
    assert "still to come" in sentence("leave", "chidi", "--on", "2026-01-01")


def test_a_name_is_mended() -> None:
    assert lines("rename", "bo", " Bó  the Tall ") == ["Bo is called Bó the Tall."]
    assert lines()[0].startswith("Bó the Tall  ")
    assert sentence("rename", "chidi", " ") == "Type a name first."


def test_a_forgotten_person_is_someone_in_what_is_shown_and_in_no_byte_of_the_folder(
    file: Path,
) -> None:
    folder = file.parent
    assert NAME in minutes(folder)
    assert NAME.encode() in everything(folder)
    assert lines("forget", "zinaida", "--yes") == [
        "Zinaida Quill will be called someone, everywhere: minutes, roles, skills, commitments.",
        "Gone for good: the name, pronouns and contact. This can't be undone.",
        "Stays: what someone did, said and promised, since others build on it.",
        "Open again, as when somebody leaves the group: Pantry.",
        "Written anew: 1 file of minutes beside the journal.",
        "Not reached: copies of this journal on other laptops and in backups, minutes and "
        "calendars that were sent or printed, traces on the disk outside of this file.",
        LET_GO,
        "Zinaida Quill is forgotten, and is called someone from now on.",
    ]
    assert b"Zinaida" not in everything(folder)
    assert b"Quill" not in everything(folder)
    told = minutes(folder)
    assert "Ask someone for the keys" in told
    assert "someone" in told.split("---")[1]
    assert lines()[2:] == ["", "1 person was forgotten."]


@pytest.mark.parametrize(
    "command",
    [
        ["minutes", "show"],
        ["minutes", "show", "--json"],
        ["roles"],
        ["roles", "list", "--json"],
        ["roles", "show", "pantry"],
        ["skills"],
        ["skills", "list", "--json"],
        ["skills", "match"],
        ["calendar"],
        ["db", "rebuild"],
    ],
    ids=" ".join,
)
def test_every_command_goes_on_with_somebody_forgotten(command: list[str]) -> None:
    run("forget", "zinaida", "--yes")
    result = CliRunner().invoke(main, command, obj=HandClock(EVENING + DAY))
    assert (result.exit_code, result.exception) == (0, None)
    assert "Zinaida" not in result.output


def test_what_was_released_is_open_and_the_tables_keep_who_it_was(file: Path) -> None:
    with session(file) as at:
        zinaida = who(at, NAME)
    run("forget", "zinaida", "--yes")
    assert ask(file, "SELECT person, ending FROM terms") == [(zinaida, "released in an emergency")]
    assert ask(file, "SELECT owner FROM commitments") == [(zinaida,)]
    assert ask(file, "SELECT name, pronouns, contact, forgotten FROM identity WHERE person = ?",
               zinaida) == [(None, None, None, 1)]  # fmt: skip


def test_what_was_deleted_before_is_wiped_from_free_parts_of_the_file(file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("PRAGMA secure_delete = OFF")
        with other:
            rows = [(f"{place}@gone", f"Traces of it {place}") for place in range(500)]
            other.executemany("INSERT INTO identity (person, name, at) VALUES (?, ?, 0)", rows)
        with other:
            other.execute("DELETE FROM identity WHERE person LIKE '%@gone'")
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"Traces of it" in file.read_bytes()
    run("forget", "zinaida", "--yes")
    assert b"Traces of it" not in everything(file.parent)


def test_old_names_are_in_no_file_either(file: Path) -> None:
    run("rename", "zinaida", "Nadia")
    assert NAME in minutes(file.parent)
    run("forget", "nadia", "--yes")
    assert b"Quill" not in everything(file.parent)
    assert b"Nadia" not in everything(file.parent)


def test_a_name_that_was_typed_as_a_word_stays_and_is_told(file: Path) -> None:
    with session(file) as at:
        do(at, intents.TakeNote(("zinaida quill has the KEYS",), "step-1"))
    found = lines("forget", "zinaida", "--yes")
    place = found.index(
        "Stays, since it was typed as a word and not as @Zinaida Quill: “Zinaida Quill” in "
        "1 line, in minutes too:"
    )
    assert found[place + 1] == "  1 × Flood kitchen, Sun 23 Nov 2025"


def test_minutes_that_a_person_edited_are_kept_and_named(file: Path) -> None:
    (written,) = (file.parent / "minutes").glob("*.md")
    with written.open("a", encoding="utf-8") as more:
        more.write("\nZinaida Quill brought cake.\n")
    found = lines("forget", "zinaida", "--yes")
    assert found[-2:] == [
        "These files still hold “Zinaida Quill”. Look into them, and change or delete them:",
        f"  minutes/{written.stem} (edited by hand).md",
    ]
    assert "Zinaida" not in written.read_text(encoding="utf-8")


def test_half_typed_words_lose_the_name_and_nothing_else(file: Path) -> None:
    with session(file) as at:
        at.drafts.keep("capture", "and then zinaida quill said")
        at.drafts.keep("title", "Zínaida Quíll")
        at.drafts.keep("other", "untouched")
    assert "Taken out of 2 half-typed lines too." in lines("forget", "zinaida", "--yes")
    assert ask(file, "SELECT text FROM draft ORDER BY text") == [
        ("and then someone said",),
        ("untouched",),
    ]


def test_nobody_is_forgotten_without_being_asked(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "say --yes" in sentence("forget", "zinaida")
    assert NAME in minutes(file.parent)
    assert NAME in lines()[2]
    monkeypatch.setattr(PaperRoll, "at_a_terminal", lambda: True)
    for answer, code in (("n\n", 0), ("\n", 0), ("", 1)):
        result = CliRunner().invoke(main, ["people", "forget", "zinaida"], input=answer)
        assert result.exit_code == code
        assert "Forget Zinaida Quill for good? [y/N]" in result.output
        assert "is forgotten" not in result.output
        with session(file) as at:
            assert who(at, NAME) not in at.lasting().departed
    result = CliRunner().invoke(main, ["people", "forget", "zinaida"], input="y\n")
    assert "Zinaida Quill is forgotten" in result.output


def test_who_comes_again_under_that_name_is_a_new_person(file: Path) -> None:
    with session(file) as at:
        zinaida = who(at, NAME)
    run("forget", "zinaida", "--yes")
    with session(file, clock=HandClock(EVENING + 2 * DAY)) as at:
        do(at, intents.CallMeeting("", DEBRIEF), intents.Welcome(NAME))
        assert who(at, NAME) != zinaida
        refused = at.rename(zinaida, "Zinaida again")
        assert refused is not None
        assert refused.words.startswith("They were forgotten")


def test_somebody_is_forgotten_while_another_program_shows_the_circle(file: Path) -> None:
    with session(file) as at:
        zinaida = who(at, NAME)
        assert run("forget", "zinaida", "--yes").exit_code == 0
        assert at.catch_up()
        assert zinaida not in at.names
        do(at, intents.TakeNote(("goes on",), "step-1"))
    assert b"Quill" not in everything(file.parent)


def test_if_the_file_is_in_use_the_name_is_taken_out_and_the_wiping_is_done_again(
    file: Path,
) -> None:
    with session(file) as at:
        zinaida = who(at, NAME)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM identity").fetchall()
        result = run("forget", "zinaida", "--yes")
        assert result.exit_code == 1
        assert "traces of it may be left" in result.stderr
        assert f"facilitator people forget {zinaida}" in result.stderr
        other.execute("COMMIT")
    assert lines("list")[-1] == "1 person was forgotten."
    assert lines("forget", zinaida) == ["They were forgotten already. The file was wiped again."]
    assert b"Quill" not in everything(file.parent)


@pytest.mark.parametrize("command", ["leave", "return", "forget"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("eli", "The group knows nobody called eli."),
        (" @ ", "Whom? Type a name."),
        ("", "Whom? Type a name."),
        ("999@zzzz", "The group knows nobody called 999@zzzz."),
        (HOSTILE, "The group knows nobody called ␛[2J‹U+202E›[/]=cmd()."),
        ("\udce9", "The group knows nobody called ‹U+DCE9›."),
        ("'; DROP TABLE identity; --", "The group knows nobody called '; DROP TABLE identity; --."),
    ],
)
def test_nobody_is_meant_by_other_words(command: str, name: str, words: str) -> None:
    assert sentence(command, "--", name) == words


def test_people_of_one_name_are_told_apart_by_their_identities(file: Path) -> None:
    run("rename", "chidi", "Bo")
    first, second = (line[:28].strip() for line in lines()[:2])
    assert sentence("leave", "bo") == f"bo: {first} or {second}?"
    identity = second.removeprefix("Bo (").removesuffix(")")
    assert run("forget", identity, "--yes").exit_code == 0
    assert [line[:28].strip() for line in lines()[:2]] == ["Bo", NAME]


def test_a_hostile_name_acts_on_nothing_and_is_forgotten_like_any_other(file: Path) -> None:
    run("rename", "chidi", HOSTILE)
    listed = run("list").stdout
    assert listed.replace("\n", "").isprintable()
    with session(file) as at:
        person = who(at, HOSTILE)
    result = run("forget", person, "--yes")
    assert result.exit_code == 0
    assert result.output.replace("\n", "").isprintable()
    assert b"cmd()" not in everything(file.parent)


@pytest.mark.parametrize(
    "command",
    [["list"], ["leave", "x"], ["return", "x"], ["rename", "x", "y"], ["forget", "x", "--yes"]],
    ids=" ".join,
)
def test_without_a_journal_there_is_nobody(file: Path, command: list[str]) -> None:
    file.unlink()
    assert "There is no journal" in sentence(*command)
    assert not file.exists()


def test_an_undo_does_not_bring_back_who_was_forgotten(file: Path) -> None:
    assert run("forget", "zinaida", "--yes").exit_code == 0
    undo = CliRunner().invoke(main, ["roles", "undo"], obj=HandClock(EVENING + DAY))
    assert (undo.exit_code, undo.stdout) == (2, "")
    assert undo.stderr == (
        "facilitator: Somebody who left with that was forgotten for good, and is not brought back "
        "without a name. Whoever comes anew is seated as new.\n"
    )
    told = CliRunner().invoke(main, ["roles"], obj=HandClock(EVENING + DAY)).stdout
    assert told.startswith("Open\n  Pantry")


def test_an_undo_takes_back_that_somebody_left_who_has_a_name(file: Path) -> None:
    lines("leave", "zinaida")
    undo = CliRunner().invoke(main, ["roles", "undo"], obj=HandClock(EVENING + DAY))
    assert undo.stdout == f"Taken back: {LET_GO}\n"
    assert "Pantry" in lines()[2]
