"""Time that passed unseen and time that is over, told in lines; breaks that stand on the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.agendas import ASSEMBLY
from support.files import do
from typist import Typist, joining, typing

from facilitator.core import intents
from facilitator.core.agenda import Agenda, Break, Closing, Discussion
from facilitator.core.events import Stop

SECOND, MINUTE = 1_000, 60_000
TEA = Agenda(
    title="Evening",
    steps=(
        Discussion(title="Talk", prompt="What now?", minutes=20),
        Break(title="Tea", minutes=10),
        Closing(title="Close", minutes=5),
    ),
)


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[Typist]:
    """A person at a terminal; Ana speaks for 90 seconds."""
    with typing(tmp_path, by_hand=True) as found:
        found("begin", "next", "next")
        found.clock.move(10 * SECOND)
        found.look()
        yield found


@pytest.fixture
def talking(tmp_path: Path) -> Iterator[Typist]:
    """A person at a terminal; a discussion of 20 minutes, and then tea."""
    with typing(tmp_path, by_hand=True, agenda=TEA) as found:
        found("begin")
        found.look()
        yield found


def slept(typist: Typist, minutes: int = 10) -> list[str]:
    typist.clock.sleep(minutes * MINUTE)
    return typist.look()


def test_after_sleep_nobody_is_charged_and_it_is_asked_whether_it_counts(typist: Typist) -> None:
    told = slept(typist)
    assert told[0].startswith("The computer slept for 10 min")
    assert told[1:] == ["Not counted: 10 min. Count it after all? yes or no."]
    assert typist("no") == ["10 min not counted."]
    assert typist("state") == ["Ana speaks, 1:20 left; Bo next. 3 not yet."]


def test_yes_counts_the_sleep_after_all(typist: Typist) -> None:
    slept(typist)
    assert typist("yes") == ["Counted: 10 min.", "Ana speaks, 8:40 over; Bo next. 3 not yet."]


def test_whoever_goes_on_without_an_answer_has_not_counted_it(typist: Typist) -> None:
    slept(typist)
    assert typist("state") == ["Ana speaks, 1:20 left; Bo next. 3 not yet."]
    assert typist("yes") == ["Nothing was asked."]


def test_undo_counts_the_sleep_as_well(typist: Typist) -> None:
    slept(typist)
    assert typist("undo") == [
        "Taken back: 10 min not counted.",
        "Ana speaks, 8:40 over; Bo next. 3 not yet.",
    ]


def test_a_question_that_sleep_puts_off_is_not_answered_by_its_yes(typist: Typist) -> None:
    typist("close")
    slept(typist)
    assert typist("yes")[0] == "Counted: 10 min."
    assert typist.meeting.closed is None


def test_a_question_that_another_one_puts_off_is_complained_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with typing(tmp_path) as script:
        script("begin", "next", "close", "step")
        assert capsys.readouterr().err == (
            "evening.txt:3: The circle was not closed, since the answer was not yes.\n"
        )


def test_a_script_decides_for_itself_and_says_so(tmp_path: Path) -> None:
    with typing(tmp_path) as script:
        script("begin", "next", "next")
        script.look()
        assert slept(script)[1:] == ["Not counted: 10 min. undo counts it."]
        script("undo")
        assert "over" in script("state")[0]


@pytest.mark.parametrize("line", ["silence", "wait", "pause"])
def test_sleep_while_the_clocks_stood_still_is_told_and_asks_nothing(
    typist: Typist, line: str
) -> None:
    if line == "pause":
        do(typist.session, intents.PauseCircle())
    else:
        typist(line)
    told = slept(typist)
    assert told[0].startswith("The computer slept for 10 min")
    assert told[1:] == ["Not counted: the clocks stood still."]
    assert typist("yes") == ["Nothing was asked."]


def gone(path: Path, *lines: str, by_hand: bool = True) -> list[str]:
    """What is printed for somebody who comes back after ten minutes without the program."""
    with typing(path, by_hand=by_hand) as typist:
        typist("begin", "next", "next", *lines)
        clock = typist.clock
    left = clock.now()
    clock.move(10 * MINUTE)
    with joining(path, clock, "t1") as again:
        again.session.last_seen = left
        again.desk.by_hand = by_hand
        again.running.run()
        return list(again.roll.lines)


def test_a_program_that_was_gone_asks_behind_how_things_stand(tmp_path: Path) -> None:
    told = gone(tmp_path)
    place = told.index("Ana speaks, 1:30 left; Bo next. 3 not yet.")
    assert told[place + 1 :][:2] == [
        "The program was gone for 10 min.",
        "Not counted: 10 min. Count it after all? yes or no.",
    ]


def test_a_program_that_was_gone_in_a_silence_says_that_nothing_was_counted(
    tmp_path: Path,
) -> None:
    assert "Not counted: the clocks stood still." in gone(tmp_path, "silence")


def test_whoever_left_with_the_clocks_stopped_is_told_nothing(tmp_path: Path) -> None:
    with typing(tmp_path, by_hand=True) as typist:
        typist("begin", "next", "next", "quit")
        typist.running.run()
        clock = typist.clock
        assert typist.meeting.stop is Stop.LEFT
    left = clock.now()
    clock.move(10 * MINUTE)
    with joining(tmp_path, clock, "t1") as again:
        again.session.last_seen = left
        again.running.run()
        assert not any("gone" in line or "counted" in line for line in again.roll.lines)


def test_a_step_that_is_a_break_says_until_when_and_next_goes_on(talking: Typist) -> None:
    assert talking("next") == ["Tea: step 2 of 3, 10 min.", "Break until 20:10."]
    talking.clock.move(10 * MINUTE)
    assert talking.look() == ["Break: time is up. next goes on."]
    assert talking("state") == ["Break is over since 20:10."]
    assert talking("next")[0] == "Close: step 3 of 3, 5 min."
    assert talking.meeting.stop is None


def test_undo_takes_the_break_back_with_its_step(talking: Typist) -> None:
    talking("next", "undo")
    assert (talking.meeting.stop, talking.meeting.step_id) == (None, "step-1")


def test_a_silence_in_a_break_comes_back_to_the_break(talking: Typist) -> None:
    talking("next")
    assert talking("silence") == ["Silence. Tea: 0:01 of 10 min."]
    assert talking("silence") == ["Break until 20:10."]
    assert talking("break") == ["Tea: 0:01 of 10 min."]


def test_break_in_a_silence_is_a_break_and_not_the_end_of_it(talking: Typist) -> None:
    talking("silence")
    assert talking("break 5") == ["Break until 20:05. Stack: no hands. Next step: Tea."]
    assert talking("silence", "break") == ["Break until 20:10. Stack: no hands. Next step: Tea."]


def test_the_end_of_a_steps_time_is_told_once_with_a_bell(talking: Typist) -> None:
    talking.clock.move(20 * MINUTE - 1)
    assert talking.look() == []
    talking.clock.move(1)
    assert talking.look() == ["Talk: time is up."]
    talking.clock.move(5 * MINUTE)
    assert talking.look() == []
    assert talking.roll.bells == 1
    assert "Step: 5:00 over 20 min." in talking("time")


def test_a_muster_that_is_over_its_time_is_told(tmp_path: Path) -> None:
    with typing(tmp_path, by_hand=True, agenda=ASSEMBLY) as found:
        found("begin", "agenda go 3 yes")
        found.look()
        found.clock.move(5 * MINUTE + 8 * SECOND)
        assert found.look() == ["Muster: time is up."]
        assert "0:08 over the 5 min planned" in found("state")[0]
