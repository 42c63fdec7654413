"""Small agendas to play with."""

from __future__ import annotations

from facilitator.core.agenda import (
    Agenda,
    Closing,
    Commitments,
    Discussion,
    Filing,
    Muster,
    Opening,
    RoleOpening,
    Roles,
    Selection,
)
from facilitator.core.agenda import Round as RoundStep

DEBRIEF = Agenda(
    title="Debrief",
    purpose="Harvest what happened",
    steps=(
        Opening(title="Welcome", minutes=5, agreements=("Phones off",)),
        RoundStep(
            title="Witness",
            minutes=10,
            prompt="What did you witness?",
            seconds_each=90,
            filing=Filing.WITNESSED,
        ),
        RoundStep(
            title="Skill",
            minutes=8,
            prompt="What skill did you use?",
            seconds_each=60,
            filing=Filing.SKILL,
        ),
        Roles(
            title="Roles", minutes=7, openings=(RoleOpening("Pots"), RoleOpening("Calls", days=7))
        ),
        Commitments(title="Read back", minutes=3),
        Closing(title="Close", minutes=2),
    ),
)

ONE_ROUND = Agenda(
    title="One round",
    steps=(RoundStep(title="Round", minutes=4, prompt="How are you?", seconds_each=60),),
)

ASSEMBLY = Agenda(
    title="Assembly",
    steps=(
        Discussion(title="Pantry", minutes=20, prompt="Do we open a pantry?", seconds_each=120),
        RoundStep(
            title="Twice", minutes=12, prompt="What would you carry?", seconds_each=60, rounds=2
        ),
        Muster(title="Muster", minutes=5, prompt="Is everyone out?"),
        Closing(title="Close", minutes=2),
    ),
)
"""A stack, two rounds on one prompt, a muster."""

CHOICE = Agenda(
    title="Choice",
    steps=(
        Selection(
            title="Who keeps the pantry", minutes=20, role="Pantry", skills=("Keys",), months=2
        ),
        Closing(title="Close", minutes=2),
    ),
)
"""A selection for a stewardship of two months."""
