"""The program's colors: one theme for dark rooms, one for bright ones."""

from __future__ import annotations

from textual.theme import Theme

THEMES = (
    Theme(
        name="facilitator-dark",
        primary="#5f8a7d",
        secondary="#8fb8a8",
        accent="#7fd1ae",
        foreground="#e6e6e0",
        background="#101312",
        surface="#181c1b",
        panel="#1f2624",
        success="#7fd1ae",
        warning="#f2b84b",
        error="#f0766c",
        dark=True,
    ),
    Theme(
        name="facilitator-light",
        primary="#3f7265",
        secondary="#5f8a7d",
        accent="#1f6f54",
        foreground="#1b1f1e",
        background="#fbfaf5",
        surface="#f2f0e8",
        panel="#e7e5da",
        success="#1f6f54",
        warning="#9a6200",
        error="#b3261e",
        dark=False,
    ),
)
