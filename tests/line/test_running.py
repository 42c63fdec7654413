"""What is told although nobody typed, wrong lines, other terminals, and the end."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.files import do, session
from typist import Typist, joining, typing

from facilitator.core import intents
from facilitator.core.events import Setting, Stop
from facilitator.line.reading import MOST_BYTES, Ended, Line, Lines


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """A person at a terminal; Ana speaks for 90 seconds."""
    with typing(tmp_path, by_hand=True) as found:
        found("begin", "next", "next")
        found.look()
        yield found


def later(typist: Typist, seconds: int) -> list[str]:
    """What is printed when so much time has gone by, in quarters of a minute."""
    told = []
    for _ in range(seconds // 5):
        typist.clock.move(5_000)
        told += typist.look()
    return told


def test_the_end_of_a_turn_is_told_once_and_gently_again_each_minute(typist: Typist) -> None:
    assert later(typist, 85) == []
    assert later(typist, 5) == ["Ana: time is up."]
    assert later(typist, 55) == []
    assert later(typist, 65) == ["Ana: 1 min over.", "Ana: 2 min over."]
    assert typist.roll.bells == 3


def test_more_time_lets_the_end_be_told_again(typist: Typist) -> None:
    later(typist, 90)
    typist("more 60")
    assert later(typist, 55) == []
    assert later(typist, 5) == ["Ana: time is up."]


def test_without_the_bell_the_end_is_said_once_and_nothing_rings(typist: Typist) -> None:
    do(typist.session, intents.Choose(Setting.BELL, on=False))
    assert later(typist, 300) == ["Ana: time is up."]
    assert typist.roll.bells == 0


def test_a_hidden_clock_a_pause_and_a_script_say_nothing_of_the_time(
    typist: Typist, tmp_path: Path
) -> None:
    typist("pause")
    assert later(typist, 300) == []
    typist("pause", "time clock hidden")
    assert later(typist, 300) == []
    (tmp_path / "script").mkdir()
    with typing(tmp_path / "script") as script:
        script("begin", "next", "next")
        assert later(script, 300) == []


def test_the_end_of_a_break_is_told(typist: Typist) -> None:
    typist("break 1", "next")
    assert typist.meeting.pauses[-1].stop is Stop.BREAK
    assert later(typist, 120) == ["Break: time is up. next goes on."]


def test_a_clock_that_was_set_back_is_told_and_goes_on(typist: Typist) -> None:
    typist.clock.move(10_000)
    typist.look()
    typist.clock.jump(-3_600_000)
    assert typist.look() == ["The computer's clock was set back by 1 h 00 min."]
    assert typist("state") == ["Ana speaks, 1:20 left; Bo next. 3 not yet."]


def test_enter_alone_says_how_things_stand_at_a_terminal(typist: Typist) -> None:
    assert typist("") == ["Ana speaks, 1:30 left; Bo next. 3 not yet."]


def test_in_a_script_an_empty_line_prints_nothing(tmp_path: Path) -> None:
    with typing(tmp_path) as script:
        assert script("", "  ", "# begin") == []
        assert script.meeting.opened is None


def test_what_is_done_elsewhere_is_told_in_few_words(typist: Typist, tmp_path: Path) -> None:
    with joining(tmp_path, typist.clock) as other:
        other("note from the other", "hand chidi")
        assert typist.look() == [
            "note “from the other” (terminal t2)",
            "Chidi raised a hand: speak (terminal t2)",
        ]
        typist("next")
        assert other.look() == ["Ana was heard; Bo speaks (terminal t1)"]
    assert typist.look() == []


def test_what_was_done_elsewhere_is_told_before_the_answer_to_a_line(
    typist: Typist, tmp_path: Path
) -> None:
    with joining(tmp_path, typist.clock) as other:
        other("note first")
        assert typist("note second") == ["note “first” (terminal t2)", "Noted for Ana."]


def test_next_typed_at_two_terminals_at_once_moves_the_circle_once(
    typist: Typist, tmp_path: Path
) -> None:
    with joining(tmp_path, typist.clock) as other:
        typist("next")
        assert other("next") == [
            "That turn is over already.",
            "Ana was heard; Bo speaks (terminal t1)",
            "Bo speaks, 1:30 left; Chidi next. 2 not yet.",
        ]
    typist.look()
    assert typist.speaker == "Bo"


def test_without_the_seat_notes_hands_silence_and_waiting_still_work(
    typist: Typist, tmp_path: Path
) -> None:
    with joining(tmp_path, typist.clock) as other:
        other.session.alive = lambda: frozenset({"t1", "t2"})
        other("next")
        assert other.status == 2
        assert other.speaker == "Ana"
        other.running.status = 0
        other("note a note", "hand bo", "wait", "wait", "silence", "silence", "! @bo sweep")
        assert other.status == 0
        other("seat")
        assert other.status == 2
        other.session.alive = lambda: frozenset({"t2"})
        other("seat", "next")
        assert other.speaker == "Bo"


def test_the_seat_is_passed_on_to_another_terminal(typist: Typist, tmp_path: Path) -> None:
    typist.session.alive = lambda: frozenset({"t1", "t2"})
    assert typist("seat") == [
        "This terminal, t1, has the facilitator's seat. Others: t2; seat t2 passes it on."
    ]
    typist("seat 2")
    assert typist.meeting.seat == (typist.session.journal.replica, "t2")


def test_a_wrong_line_says_where_it_is_and_the_next_one_is_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path) as script:
        script("begin", "nxt", "next", "next", "note kept")
        assert script.written == ["kept"]
        assert script.status == 2
    assert capsys.readouterr().err == "evening.txt:2: nxt: did you mean next?\n"


def test_at_a_terminal_a_wrong_line_is_answered_and_is_no_failure(typist: Typist) -> None:
    assert typist("nxt") == ["nxt: did you mean next?"]
    assert typist.status == 0


def test_a_question_without_an_answer_is_complained_of_with_its_own_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path) as script:
        script("begin", "close", "note one more")
        script.running.run()
        assert script.is_live()
        assert script.status == 2
    complained = "evening.txt:2: The circle was not closed, since the answer was not yes.\n"
    assert capsys.readouterr().err == complained


def test_at_the_end_of_the_lines_the_circle_stays_open_with_its_clocks_stopped(
    tmp_path: Path,
) -> None:
    with typing(tmp_path) as script:
        script("begin", "next", "next")
        script.running.run()
        assert script.roll.lines[-1] == "The circle stays open. Go on with: facilitator line --join"
        assert script.meeting.pauses[-1].stop is Stop.LEFT


def test_ctrl_c_in_a_script_is_no_script_that_was_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_seconds: float) -> Line:
        raise KeyboardInterrupt

    with typing(tmp_path) as script:
        script("begin")
        monkeypatch.setattr(script.running._lines, "next", interrupted)
        assert script.running.run() == 1
        assert script.is_live()
    assert capsys.readouterr().err == "evening.txt:1: Interrupted behind this line.\n"


def test_a_wording_that_waits_for_agreement_at_the_end_is_complained_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path) as script:
        script("begin", "= Doors open at 17:00")
        script.running.run()
        assert script.status == 2
    assert capsys.readouterr().err == (
        "evening.txt:2: Not recorded, since nobody said agreed: Doors open at 17:00\n"
    )


def test_a_file_that_cannot_be_written_stops_a_script_with_status_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path) as script:
        script("begin")
        script.session.journal.connection.execute("PRAGMA query_only = 1")
        script("note lost?")
        assert script.status == 1
        assert "evening.txt:2: " in capsys.readouterr().err
        script.session.journal.connection.execute("PRAGMA query_only = 0")


def test_time_in_which_the_program_was_gone_is_charged_to_nobody(tmp_path: Path) -> None:
    with typing(tmp_path) as typist:
        typist("begin", "next", "next")
        clock = typist.clock
    gone = clock.now()
    clock.move(600_000)
    with joining(tmp_path, clock, "t1") as again:
        again.session.last_seen = gone
        again.running.run()
        assert "Not counted: 10 min. undo counts it." in again.roll.lines
        assert "Ana speaks, 1:30 left; Bo next. 3 not yet." in again.roll.lines


@pytest.mark.parametrize(
    "name", ["\x1b[2J\x1b[31mred", "a\u202eb", "[/]", "<b>", "=cmd()", "a\tb", "\x9b1m", "\x00"]
)
def test_no_name_and_no_note_acts_on_the_terminal(tmp_path: Path, name: str) -> None:
    printed: list[str] = []
    with typing(tmp_path) as typist:
        for line in (
            *(f"arrive {name}", "who", "begin", "next", f"jump {name}", "state", f"note {name}"),
            *(f"! @ana {name} by {name}", f"= {name}", "yes", "history", "notes all", "time"),
            *(f"offer {name}", "claim", f"agenda add {name}", "agenda", f"{name}", "balance"),
            *(f"silence {name}", "silence", f"meet {name}", "close yes", "minutes"),
        ):
            printed += typist(line)
    assert len(printed) > 20
    assert all(line.isprintable() for line in printed)


def lines_of(data: bytes, at_once: int = 7) -> list[Line | Ended]:
    """What comes of some bytes that arrive bit by bit."""
    parts = [data[place : place + at_once] for place in range(0, len(data), at_once)]
    reader = Lines(lambda: parts.pop(0) if parts else b"")
    found: list[Line | Ended] = []
    while not (found and isinstance(found[-1], Ended)):
        item = reader.next(10)
        assert item is not None
        found.append(item)
    return found


def test_lines_are_numbered_however_the_bytes_arrive() -> None:
    assert lines_of(b"next\n\npass\r\nlast") == [
        Line(1, b"next"),
        Line(2, b""),
        Line(3, b"pass\r"),
        Line(4, b"last"),
        Ended(),
    ]


def test_a_line_end_of_windows_and_a_mark_at_the_beginning_are_no_words() -> None:
    assert Line(1, b"\xef\xbb\xbfnext\r").text == "next"


@pytest.mark.parametrize("raw", [b"caf\xe9", b"x" * (MOST_BYTES + 1)], ids=["latin-1", "long"])
def test_a_line_that_is_none_is_complained_of(
    tmp_path: Path, raw: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path) as script:
        script.running.take(Line(9, raw))
        assert script.status == 2
    assert capsys.readouterr().err.startswith("evening.txt:9: This line is ")


def test_a_line_without_an_end_does_not_fill_the_memory() -> None:
    [line, ended] = lines_of(b"x" * 3_000_000, at_once=65_536)
    assert isinstance(line, Line)
    assert len(line.raw) <= MOST_BYTES + 65_537
    assert ended == Ended()


def test_reading_that_fails_ends_the_lines_and_says_why() -> None:
    def fails() -> bytes:
        raise OSError(5, "Input/output error")

    assert Lines(fails).next(10) == Ended("input/output error")


def test_nobody_waits_for_a_reader_when_the_lines_are_closed() -> None:
    before = set(threading.enumerate())
    reader = Lines(lambda: b"next\n" * 1000)
    assert reader.next(10) is not None
    reader.close()
    for thread in set(threading.enumerate()) - before:
        thread.join(10)
    assert set(threading.enumerate()) <= before


def test_a_session_elsewhere_closes_the_circle_and_that_is_told(
    typist: Typist, tmp_path: Path
) -> None:
    with session(tmp_path / "circle.db", "t2", typist.clock) as other:
        do(other, intents.CloseCircle())
    assert typist.look()[0].endswith("circle closed (terminal t2)")
