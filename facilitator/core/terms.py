"""How long a term lasts, in days or calendar months, and how long the group lets it be."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from msgspec import Struct

from facilitator.core.tenure import MICRO_DAYS, Role
from facilitator.core.vocabulary import RoleKind

LEAST_STEWARDSHIP, MOST_STEWARDSHIP = 28, 92
"""One to three months (PRACTICE: roles, terms, succession): the shortest February, July to
September."""

USUAL_MONTHS = 3
"""The length of a stewardship of which none is said."""

MOST_DAYS_EVER = 366
"""No group can choose more than a year: what has no end in sight is no term."""


OWN_BOUNDS = "A group sets its own bounds: facilitator roles bounds."
"""What to do where a length is beyond what is usual and not beyond what a group can choose."""


class Bounds(Struct, frozen=True):
    """How long the group lets terms be, in days: a micro-role at most, a stewardship from, to."""

    micro_days: int = MICRO_DAYS
    least_days: int = LEAST_STEWARDSHIP
    most_days: int = MOST_STEWARDSHIP

    def most(self, kind: RoleKind) -> int:
        """The most days that a term of a kind has."""
        return {RoleKind.HAT: 1, RoleKind.MICRO: self.micro_days}.get(kind, self.most_days)

    def least(self, kind: RoleKind) -> int:
        """The fewest days that a term of a kind has."""
        return self.least_days if kind is RoleKind.STEWARDSHIP else 1


def usual_length(kind: RoleKind) -> tuple[int, int]:
    """The days and months of a term of which no length is said."""
    if kind is RoleKind.STEWARDSHIP:
        return 0, USUAL_MONTHS
    return (1 if kind is RoleKind.HAT else MICRO_DAYS), 0


def months_later(day: date, months: int) -> date:
    """The same day some months on; where that month is shorter, its last day.

    Clamped to the last day there is.
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def days_later(day: date, days: int) -> date:
    """The day some days on; clamped to the last day there is."""
    return day + timedelta(days=max(0, min(days, (date.max - day).days)))


def day_of(iso: str) -> date | None:
    """The day that an ISO date names; ``None`` for what is none."""
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def term_ends(role: Role, starts: date, bounds: Bounds) -> date:
    """The day on which the next term can begin, within what the group lets terms be.

    An agenda may ask for more, or a stranger's fact: every term has an end all the same.
    """
    ends = months_later(starts, role.months) if role.months > 0 else days_later(starts, role.days)
    least, most = bounds.least(role.kind), max(1, bounds.most(role.kind))
    return max(days_later(starts, min(least, most)), min(ends, days_later(starts, most)))


def length_refused(kind: RoleKind, days: int, months: int, bounds: Bounds) -> str:
    """Why a term can't be so long, in a sentence; nothing if it can."""
    least, most = bounds.least(kind), bounds.most(kind)
    shortest, longest = _month_days(months) if months > 0 else (days, days)
    if longest > most:
        too_long = {
            RoleKind.HAT: "A hat is for one meeting. For longer it is a micro-role.",
            RoleKind.MICRO: (
                f"A micro-role lasts {most} days at most: small enough to say yes to. "
                "For longer it is a stewardship."
            ),
            RoleKind.STEWARDSHIP: (
                f"A stewardship lasts {most} days at most: a longer one wears out whoever has "
                "it, and nobody else learns it. The next term can begin then."
            ),
        }[kind]
        chosen = kind is not RoleKind.HAT and longest <= MOST_DAYS_EVER
        return f"{too_long} {OWN_BOUNDS}" if chosen else too_long
    if shortest < least:
        if kind is RoleKind.STEWARDSHIP:
            return (
                f"A stewardship lasts {least} days at least, so that there is time to train the "
                "next one. For less it is a micro-role."
            )
        return "A term lasts at least a day."
    return ""


def _month_days(months: int) -> tuple[int, int]:
    """The fewest and the most days that so many calendar months have."""
    if months > MOST_DAYS_EVER:
        return months, 28 * months
    starts = (date(year, month, 1) for year in (2023, 2024) for month in range(1, 13))
    lengths = [(months_later(start, months) - start).days for start in starts]
    return min(lengths), max(lengths)
