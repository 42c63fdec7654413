"""Dates in words: the day that a promise is due, and when a circle meets next."""

from facilitator.dates.meaning import day_meant, moment_meant

__all__ = ["day_meant", "moment_meant"]
