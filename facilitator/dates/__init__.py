"""Dates in words: the day that a promise is due, and when a circle meets next."""

from facilitator.dates.commitments import (
    asked_about,
    completed_by,
    dated,
    due_on,
    new_date,
    with_day,
)
from facilitator.dates.meaning import day_meant, moment_meant
from facilitator.dates.meetings import planned_words, with_its_day

__all__ = [
    "asked_about",
    "completed_by",
    "dated",
    "day_meant",
    "due_on",
    "moment_meant",
    "new_date",
    "planned_words",
    "with_day",
    "with_its_day",
]
