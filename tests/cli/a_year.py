"""A group over months, through the commands as they are typed, with a clock that is set by hand."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import vobject
from click.testing import CliRunner

from facilitator.cli.main import main

ZONE = "CET-1CEST,M3.5.0,M10.5.0/3"
"""Central European time by its rule, so that no table of time zones is needed.

Summer time ends on Sunday 31 October 2027 and begins on Sunday 26 March 2028.
"""

OUR_CIRCLE = """\
title = "Our circle"
[[step]]
kind = "opening"
title = "Welcome"
[[step]]
kind = "handoffs"
title = "Roles change hands"
[[step]]
kind = "roles"
title = "Roles"
[[step]]
kind = "commitments"
title = "What we promised"
[[step]]
kind = "closing"
title = "Close"
"""


class WallClock:
    """The wall clock of the room in its time zone; it goes on when it is looked at."""

    def __init__(self) -> None:
        self.moment = 0
        self._steady = 0

    def set(self, local: str) -> None:
        """Set it to ``2027-08-31 19:00`` in the room."""
        self.moment = round(datetime.fromisoformat(local).astimezone().timestamp() * 1000)

    def now(self) -> int:
        self.moment += 1
        return self.moment

    def steady(self) -> int:
        self._steady += 1
        return self._steady

    def utc_offset(self) -> int:
        local = datetime.fromtimestamp(self.moment / 1000).astimezone()
        offset = local.utcoffset()
        assert offset is not None
        return round(offset.total_seconds() / 60)


class CalendarProgram:
    """What imports files: an entry that it has is changed, if the file's is not an older one.

    What is called off is taken out.
    """

    def __init__(self) -> None:
        self.entries: dict[str, Any] = {}

    def take(self, file: bytes) -> dict[str, Any]:
        """Import a file; what was in it, by identity."""
        (found,) = vobject.readComponents(file.decode())
        events = {event.uid.value: event for event in found.contents.get("vevent", [])}
        for uid, event in events.items():
            known = self.entries.get(uid)
            if known is None or int(known.sequence.value) <= int(event.sequence.value):
                self.entries[uid] = event
            if hasattr(event, "status") and event.status.value == "CANCELLED":
                del self.entries[uid]
        return events


class Group:
    """A group that uses the program; every command must do what it is asked.

    Attributes:
        exported: the entries of each calendar file that was written, by their titles.
        roles_then: the roles by their names, as they were at some moments.
        said: what was printed at some moments.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = WallClock()
        self.calendars = CalendarProgram()
        self.exported: dict[str, dict[str, Any]] = {}
        self.roles_then: dict[str, dict[str, Any]] = {}
        self.said: dict[str, str] = {}
        (folder / "names.txt").write_text("Ana\nBo\nChidi\nDee\nEli\n", encoding="utf-8")
        (folder / "our-circle.toml").write_text(OUR_CIRCLE, encoding="utf-8")

    def does(self, *words: str) -> str:
        """Type a command; what it printed."""
        result = CliRunner().invoke(main, words, obj=self.clock, catch_exceptions=False)
        assert result.exit_code == 0, (words, result.output)
        return result.stdout

    def is_refused(self, *words: str) -> str:
        """Type a command that is answered with a sentence."""
        result = CliRunner().invoke(main, words, obj=self.clock, catch_exceptions=False)
        assert result.exit_code == 2, (words, result.output)
        return result.stderr

    def roles(self, moment: str, *commands: str) -> None:
        """Commands about roles at ``2027-11-20 12:00``; ``|`` parts their words."""
        self.clock.set(moment)
        for command in commands:
            self.does("roles", *command.split("|"))

    def meets(self, evening: str, *lines: str, agenda: str = "./our-circle.toml") -> str:
        """A circle from its opening to its close, in lines; what was printed."""
        self.clock.set(evening)
        script = self.folder / "evening.txt"
        script.write_text("\n".join(["begin", *lines, "close", "yes"]), encoding="utf-8")
        return self.does(
            "line",
            agenda,
            "--people",
            "names.txt",
            "--title",
            evening[:10],
            "--script",
            str(script),
        )

    def minutes(self, day: str) -> str:
        """The minutes of the circle on a day, as they lie in their file."""
        (path,) = (self.folder / "minutes").glob(f"{day} *.md")
        return path.read_text(encoding="utf-8")

    def exports(self, when: str) -> None:
        """Write the calendar to a file, and import that; what is called off is left out."""
        self.does("calendar", "--output", str(self.folder / "group.ics"))
        events = self.calendars.take((self.folder / "group.ics").read_bytes())
        held = self.calendars.entries
        self.exported[when] = {
            event.summary.value: event for uid, event in events.items() if uid in held
        }

    def listed(self) -> dict[str, Any]:
        """The roles by their name, as other programs read them."""
        return {each["name"]: each for each in json.loads(self.does("roles", "list", "--json"))}


def days(entries: dict[str, Any]) -> dict[str, str]:
    """When each entry is, as an ISO date, or a moment with its distance from UTC."""
    return {what: event.dtstart.value.isoformat() for what, event in entries.items()}
