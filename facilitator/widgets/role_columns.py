"""How wide each part of a line of the roles board is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from facilitator.ui.roles import RoleLine
from facilitator.ui.text import fit

LEAD = 3
"""Cells before a name: the cursor, the glyph, a space."""

GAP, NARROW_GAP, GAP_FROM = 2, 1, 112
"""Cells between two parts; the narrower ones below a width."""

BESIDE_FROM = 96
"""Cells from which on the line of days stands beside the words."""

FOLLOWING_FROM, WORDS_FROM = 60, 44
"""Cells of words from which on there is room for who is next, and for more than a glyph."""

SHARE_OF_TIME = 0.26
MOST_TIME = 130
NAME_BESIDE_TIME = 22
MOST = {"name": 30, "held": 34, "following": 36, "worry": 12}
FEWEST = {"name": 12, "held": 16, "following": 12}


class Columns(Struct, frozen=True):
    """Cells for each part of a line; 0 for what is not shown."""

    name: int = 0
    held: int = 0
    following: int = 0
    worry: int = 0
    time: int = 0
    gap: int = GAP

    @property
    def before_time(self) -> int:
        """The cells before the line of days."""
        words = [self.name, self.held, self.following, self.worry]
        return LEAD + sum(width + self.gap for width in words if width)


def columns(
    lines: Iterable[RoleLine], width: int, *, time: bool, most: Mapping[str, int] = MOST
) -> Columns:
    """The parts of a line that is so wide, with the line of days or without.

    Args:
        lines: what stands in the parts.
        width: cells of a line.
        time: whether the line of days is shown.
        most: the most cells that each part is given.
    """
    roles = [line for line in lines if line.role]
    wanted = {part: _widest(roles, part, cells) for part, cells in most.items()}
    if time and width < BESIDE_FROM:
        name = min(wanted["name"], NAME_BESIDE_TIME, max(8, width // 3))
        return Columns(name=name, time=max(0, width - LEAD - name - GAP))
    gap = GAP if not BESIDE_FROM <= width < GAP_FROM else NARROW_GAP
    room = width - LEAD - (round(width * SHARE_OF_TIME) + gap if time else 0)
    if room < FOLLOWING_FROM:
        wanted["following"] = 0
    if room < WORDS_FROM:
        wanted["worry"] = min(1, wanted["worry"])
    _shrink(wanted, room, gap)
    found = Columns(**wanted, gap=gap)
    return replace(found, time=min(MOST_TIME, width - found.before_time)) if time else found


def _widest(roles: list[RoleLine], part: str, most: int) -> int:
    return max((cell_len(fit(getattr(role, part), most)) for role in roles), default=0)


def _shrink(wanted: dict[str, int], room: int, gap: int) -> None:
    """Take cells from where there are most, until the parts fit."""
    parts = [part for part in wanted if wanted[part]]
    over = sum(wanted[part] for part in parts) + gap * (len(parts) - 1) - room
    for fewest in (FEWEST, dict.fromkeys(FEWEST, 4)):
        for part in ("following", "name", "held"):
            less = max(0, min(over, wanted[part] - fewest[part])) if wanted[part] else 0
            wanted[part] -= less
            over -= less
