"""``kill -9`` at fifty moments: nothing that was shown is gone, and nothing is ever half done."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from assembly import AGENDA, assembly
from clock_face import tells_the_time
from evening import debrief
from script import CLOSING, DIALOG, FIELD, GATHER, KEYS, LINE, Moment, Presses, Script, bursts
from support.terminal import Terminal
from world import Found, World, look

SIZE = (80, 24)
DOUBLE_PRESS = 0.32

RUNS = 2
KILLS_IN_RUN = 13
MANNERS = ("shown", "at once", "first output", "first write")


SCRIPTS = {"debrief-commons": debrief, "./assembly.toml": assembly}


class Evening:
    """A person who goes on with the script in whatever program is there, and one who kills it."""

    def __init__(self, home: Path, agenda: str, script: Script) -> None:
        self.home = home
        self.db = home / "circle.db"
        self.first, self.moments = script.first, script.moments
        self.done = 0
        self.shown = 0
        self.kills = 0
        self.place = GATHER
        self.behind = LINE
        self._done_at = 0.0
        (home / "assembly.toml").write_text(AGENDA, encoding="utf-8")
        self.terminal = self._open("start", agenda)
        self.terminal.wait_for("Who is here")

    def close(self) -> None:
        """End whatever runs."""
        self.terminal.close()

    def possible(self, more: int) -> list[World]:
        """What may be true if so many more keys were pressed: all from what was shown last."""
        worlds = [self.first, *(moment.after for moment in self.moments)]
        return worlds[self.shown : self.done + more + 1]

    def walk_to(self, index: int) -> None:
        """Press every key up to a place in the script, each once the one before has shown."""
        while self.done < index:
            moment = self.moments[self.done]
            self.lead(moment)
            self.press(moment)
            self._see(moment)
            self._follow(moment.trail)
            self.done += 1

    def _see(self, moment: Moment) -> None:
        """Wait until the work of the next key shows. A space at the end of a line can't be seen.

        A letter is drawn while it is written to disk: seeing it proves those before it.
        """
        self.terminal.wait_for(re.compile(moment.seen, re.MULTILINE))
        # The program's own moment of the key lies before this one, and after that of its press.
        self._done_at = time.monotonic()
        if moment.place == DIALOG:
            self.terminal.wait_for(lambda screen: _shows_place(screen, self.behind))
            self.place, self.behind = self.behind, LINE
        if moment.proof:
            letter = len(moment.key) == 1 and moment.flows
            self.shown = self.done if letter else self.done + 1

    def lead(self, moment: Moment) -> None:
        """Go where the next key is pressed: nothing is done by that."""
        self._go(moment.place)
        self._follow(moment.lead)
        if moment.proof and not moment.flows:
            seen = re.compile(moment.seen, re.MULTILINE)
            assert not seen.search(self.terminal.screen()), f"{moment.seen} says nothing"

    def press(self, *moments: Moment) -> None:
        """Press keys in one go."""
        if moments[0].key == "n":
            # So that it is no double press.
            time.sleep(max(0.0, self._done_at + DOUBLE_PRESS - time.monotonic()))
        self.terminal.press(*(moment.key for moment in moments))
        if moments[-1].key == "f2":
            self.place = KEYS

    def _follow(self, presses: Presses) -> None:
        for keys, seen in presses:
            self.terminal.press(*keys)
            self.terminal.wait_for(re.compile(seen, re.MULTILINE))

    def kill(self, manner: str) -> None:
        """Press the next keys, and kill the program before, while or after they do their work."""
        keys = list(bursts(self.moments, self.done, 1 if manner in MANNERS[:2] else 9))
        self.lead(keys[0])
        came, written = len(self.terminal.raw), _stamp(self.db)
        self.press(*keys)
        if manner == "shown":
            self._see(keys[0])
        elif manner == "first output":
            _until(lambda: len(self.terminal.raw) > came)
        elif manner == "first write":
            _until(lambda: _stamp(self.db) != written)
        self.close()
        self.kills += 1
        found = look(self.db, FIELD.get(keys[0].place, "capture"))
        possible = self.possible(len(keys))
        assert found.world in possible, (manner, found.world, possible)
        self.done = self.shown = self.shown + possible.index(found.world)
        self.resume(found)

    def resume(self, found: Found) -> None:
        """Open the program again: it shows what was found, and has changed nothing of it."""
        self.terminal = self._open("resume")
        world = found.world
        if world.stage == "gathering":
            self.place = GATHER
            self.terminal.wait_for("Who is here")
        elif world.read_back:
            self.place, self.behind = DIALOG, KEYS
            self.terminal.wait_for("is this agreed")
        else:
            self.place = LINE if world.draft else KEYS
            self.terminal.wait_for(lambda screen: _shows_place(screen, self.place))
        for words in _words_of(world):
            self.terminal.wait_for(words)
        # The question that is asked again covers the clock.
        if world.speaker and world.step != "Check-in" and not world.read_back:
            self.terminal.wait_for(lambda screen: tells_the_time(screen, found.meeting))
        again = look(self.db, FIELD.get(self.place, "capture"))
        assert again.facts == found.facts
        assert again.world == world

    def _go(self, place: str) -> None:
        """To the part of the program in which the next key is pressed."""
        if place in (self.place, DIALOG):
            # A dialog comes by itself.
            self.place = place
            return
        key = {LINE: "/", CLOSING: "C"}.get(place, "escape")
        if KEYS not in (place, self.place):
            self._go(KEYS)
        self.terminal.press(key)
        self.terminal.wait_for(lambda screen: _shows_place(screen, place))
        self.place = place

    def _open(self, *command: str) -> Terminal:
        return Terminal("--db", self.db, *command, home=self.home, size=SIZE)


def _shows_place(screen: str, place: str) -> bool:
    bar = screen.splitlines()[-1]
    begins = {KEYS: " n ", LINE: " F2 ", CLOSING: " Enter close"}
    return bar.startswith(begins[place])


def _stamp(db: Path) -> tuple[int, int]:
    found = db.with_name(f"{db.name}-wal").stat()
    return found.st_size, found.st_mtime_ns


def _until(happened: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end, "nothing happened"
        time.sleep(0.0005)


def _words_of(world: World) -> Iterator[str]:
    """What stands on the screen in any case, as regular expressions."""
    yield from map(re.escape, world.seats if world.step != "Welcome" else ())
    yield re.escape(world.draft.rstrip())
    if world.speaker:
        yield rf"▶ {world.speaker}"
    for line in world.lines[-2:]:
        yield re.escape(line.lstrip("!= "))
    if not world.read_back:
        yield from (rf"{place} .*{hand.split()[0]}" for place, hand in enumerate(world.hands, 1))
        yield from (f"○ {name}" for name in world.out)
        yield _STOPPED[world.stop]
        yield f"{world.break_planned} min break after" if world.break_planned else ""


_STOPPED = {
    "": "",
    "silence": "silence · g ends it",
    "catching up": "waiting for the notes",
    "break": r"break · back at \d",
}


@pytest.mark.parametrize("run", range(RUNS))
@pytest.mark.parametrize("agenda", SCRIPTS, ids=lambda agenda: Path(agenda).stem)
def test_a_killed_program_goes_on_where_it_was_shown_to_be(
    tmp_path: Path, agenda: str, run: int
) -> None:
    with closing(Evening(tmp_path, agenda, SCRIPTS[agenda]())) as going:
        last = len(going.moments) - 1
        for kill in range(KILLS_IN_RUN):
            place = (kill * RUNS + run) * last // (RUNS * KILLS_IN_RUN)
            going.walk_to(place)
            going.kill(MANNERS[(kill + run) % len(MANNERS)])
        going.walk_to(len(going.moments))
        assert going.kills == KILLS_IN_RUN
    assert look(tmp_path / "circle.db").world == going.moments[-1].after


def test_a_program_killed_while_it_starts_or_closes_has_done_so_or_not(tmp_path: Path) -> None:
    with closing(Evening(tmp_path, "debrief-commons", debrief())) as going:
        steps = [moment.after.step for moment in going.moments]
        going.walk_to(steps.index("Check-in") + 1)
    found = look(tmp_path / "circle.db")
    for sign in (b"", b"\x1b[?1049h", b"Check-in"):
        with going._open("resume") as starting:
            starting.wait_for_output(sign)
            starting.kill()
        assert look(tmp_path / "circle.db").facts == found.facts
    kept = shutil.copytree(tmp_path, tmp_path.with_name("kept"))
    for kill in range(5):
        shutil.rmtree(tmp_path)
        shutil.copytree(kept, tmp_path)
        _kill_at_the_close(going, found, kill)


def _kill_at_the_close(going: Evening, found: Found, kill: int) -> None:
    # It was alive a moment ago, so that nobody asks whether the time since counts.
    going.db.with_name(f"{going.db.name}-t1").touch()
    going.resume(found)
    with going.terminal as terminal:
        going._go(CLOSING)
        written = _stamp(going.db)
        terminal.press("enter")
        if kill in (1, 2):
            _until(lambda: _stamp(going.db) != written)
        if kill == 3:
            _until((going.home / "minutes").exists)
        if kill == 4:
            terminal.wait_for(r"The circle is closed\. Its minutes:")
    after = look(going.db)
    stages = ("closed",) if kill >= 3 else ("open", "closed")
    assert after.world.stage in stages
    if after.world.stage == "open":
        assert after.facts == found.facts
    if kill == 4:
        assert [path.suffix for path in (going.home / "minutes").iterdir()] == [".md"]
