"""Calendar files read back: line by line as RFC 5545 has it, and by another library."""

from __future__ import annotations

from typing import Any

import vobject

HEAD = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Facilitator//Facilitator//EN"]
ONCE = ("UID:", "DTSTAMP:", "SEQUENCE:", "LAST-MODIFIED:", "DTSTART")


def lines_of(file: bytes) -> list[str]:
    """The content lines, unfolded; a physical line that breaks the format fails."""
    assert file.endswith(b"\r\n")
    physical = file[:-2].split(b"\r\n")
    for each in physical:
        assert len(each) <= 75
        assert each.strip()
        assert not set(b"\r\n") & set(each)
        each.decode()  # no character is cut in two
    return file[:-2].decode().replace("\r\n ", "").split("\r\n")


def well_formed(file: bytes, events: int) -> list[str]:
    """The content lines of a file that has so many events, and nothing in them that acts."""
    lines = lines_of(file)
    assert lines[:3] == HEAD
    assert lines[3] == "METHOD:PUBLISH"
    assert lines[4].startswith("X-WR-CALNAME:")
    marks = [line for line in lines if line.startswith(("BEGIN:", "END:"))]
    assert marks == [HEAD[0], *["BEGIN:VEVENT", "END:VEVENT"] * events, "END:VCALENDAR"]
    for name in ONCE:
        assert sum(line.startswith(name) for line in lines) == events
    for line in lines:
        assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in line)
        assert not any("\u202a" <= character <= "\u202e" for character in line)
    return lines


def read(file: bytes) -> tuple[str, list[Any]]:
    """What the calendar is called, and its events, as vobject has them."""
    (found,) = vobject.readComponents(file.decode())
    return found.x_wr_calname.value, list(found.contents.get("vevent", []))


def texts(event: Any) -> tuple[str, str, str, list[str]]:
    """The identity, title, details and categories of an event."""
    held = {name: children[0].value for name, children in event.contents.items()}
    return (
        held["uid"],
        held.get("summary", ""),
        held.get("description", ""),
        held.get("categories", []),
    )
