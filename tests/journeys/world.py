"""What a journal says has happened, read from a copy of the file of a program that lives or not."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support.files import journal, rebuilt, tables

from facilitator.core.events import MeetingGathered
from facilitator.core.facts import Fact
from facilitator.core.fold import fold
from facilitator.core.rounds import outcomes
from facilitator.core.stack import stack
from facilitator.core.state import Meeting, State
from facilitator.core.words import plain

# A field's name may be followed by the meeting that it belongs to.
_DRAFT = "SELECT text FROM draft WHERE terminal = ? AND field || ' ' LIKE ? || ' %' ORDER BY at"


@dataclass(frozen=True)
class World:
    """The latest circle as far as a person can tell it, and the words being typed."""

    stage: str = "gathering"
    seats: tuple[str, ...] = ()
    step: str = ""
    speaker: str = ""
    heard: tuple[str, ...] = ()
    standing: bool = False
    given: int = 0
    lines: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()
    when: str = ""
    draft: str = ""
    asked_again: bool = False
    read_back: str = ""
    floor: str = ""
    rounds: tuple[str, ...] = ()
    hands: tuple[str, ...] = ()
    shut: bool = False
    stop: str = ""
    break_planned: int = 0
    out: tuple[str, ...] = ()
    hats: tuple[str, ...] = ()
    mustered: tuple[str, ...] = ()
    plan: tuple[str, ...] = ()
    agreed: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """A journal, looked into."""

    world: World
    state: State
    names: dict[str, str]

    @property
    def facts(self) -> list[Fact]:
        """Everything that happened in the latest circle."""
        return self.state.facts

    @property
    def meeting(self) -> Meeting:
        """The latest circle."""
        return list(self.state.meetings.values())[-1]


def copied(db: Path, folder: Path) -> Path:
    """The file and what waits beside it, as they lie there at this moment."""
    for name in (db.name, f"{db.name}-wal"):
        source = db.with_name(name)
        if source.exists():
            shutil.copyfile(source, folder / name)
    return folder / db.name


def look(db: Path, field: str = "capture", terminal: str = "t1") -> Found:
    """What the file says. It must be sound, and its tables those that the facts make."""
    with tempfile.TemporaryDirectory() as folder, journal(copied(db, Path(folder))) as opened:
        sound = [row[0] for row in opened.connection.execute("PRAGMA integrity_check")]
        assert sound == ["ok"], sound
        before = tables(opened.connection)
        assert rebuilt(opened) == before
        called = [fact for fact in opened.facts() if isinstance(fact.body, MeetingGathered)]
        state = fold(opened.facts_of(called[-1].id) if called else [])
        names = opened.people.names()
        drafts = opened.connection.execute(_DRAFT, (terminal, field)).fetchall()
        draft = str(drafts[-1]["text"]) if drafts else ""
    return Found(_world(state, names, draft), state, names)


def _world(state: State, names: dict[str, str], draft: str) -> World:
    if not state.meetings:
        return World("nothing", draft=draft)
    meeting = list(state.meetings.values())[-1]
    turn, going = meeting.turn, meeting.round
    written = sorted(
        [
            *((each.id, plain(each.text, names)) for each in meeting.notes.values()),
            *((each.id, f"= {plain(each.text, names)}") for each in meeting.decisions.values()),
            *((each.id, f"! {plain(each.what, names)}") for each in state.commitments.values()),
        ],
        key=lambda line: int(line[0].partition("@")[0]),
    )
    said = outcomes(meeting, going) if going is not None else {}
    return World(
        stage="closed" if meeting.closed else "open" if meeting.opened else "gathering",
        seats=tuple(names[person] for person in meeting.present),
        step=meeting.step.title if meeting.step is not None else "",
        speaker=names[turn.person] if turn is not None else "",
        heard=tuple(f"{names[person]} {how.value}" for person, how in said.items()),
        standing=meeting.paused or (turn is not None and turn.paused),
        given=turn.seconds + turn.extended if turn is not None else 0,
        lines=tuple(words for _, words in written),
        claimed=tuple(
            f"{role.name}: {names[role.term.person]}"
            for role in state.roles.values()
            if role.term is not None
        ),
        when=meeting.next_meeting.when,
        draft=draft,
        asked_again=going is not None and going.asked_again,
        read_back=plain(meeting.read_back.text, names) if meeting.read_back is not None else "",
        **_around(meeting, names),
    )


def _around(meeting: Meeting, names: dict[str, str]) -> dict[str, Any]:
    """What the turns happen in: the agenda, the floor, the clocks, the room."""
    step, ticked = meeting.step_id or "", meeting.mustered.get(meeting.step_id or "", {})
    return {
        "floor": meeting.floor.value if meeting.floor is not None else "",
        "rounds": tuple(
            f"{names[each.start]} {each.direction.value} {each.seconds}"
            for each in meeting.rounds_of(step)
        ),
        "hands": tuple(f"{names[hand.person]} {hand.wish.value}" for hand in stack(meeting)),
        "shut": step in meeting.closed_stacks,
        "stop": meeting.pauses[-1].stop.value if meeting.paused else "",
        "break_planned": meeting.break_planned,
        "out": tuple(names[one] for one, was in meeting.attendance.items() if was.out),
        "hats": tuple(f"{hat.value}: {names[one]}" for hat, one in meeting.hats.items()),
        "mustered": tuple(names[person] for person in ticked),
        "plan": tuple(meeting.steps[each].title for each in meeting.plan),
        "agreed": tuple(
            f"{meeting.steps[each].title} {minutes:+}"
            for each, minutes in meeting.agreed_minutes.items()
        ),
        "chosen": tuple(
            f"{setting.value} {'on' if on else 'off'}" for setting, on in meeting.settings.items()
        ),
    }
