"""The keys for what earlier meetings bring: whose turn it is, what was not reached."""

from __future__ import annotations

from facilitator.commands.command import Command

MEMORY = "From earlier circles"
SWAPS = "NAME, NAME|turns HAT NAME"
"""What two people can swap: seats, or turns at a hat."""

SUGGESTED = Command(
    "suggested",
    "s",
    "as suggested",
    "Give each hat that nobody has to the person whose turn it is.",
    "f3",
    group=MEMORY,
    word="suggested",
)
SKIP = Command(
    "skip",
    "p",
    "not this time",
    "Whoever has a hat, or is suggested, does not take it this time; they are asked next time.",
    group=MEMORY,
    word="skip",
    takes="[HAT]",
)
SWAP_TURNS = Command(
    "swap_turns",
    "w",
    "swap turns",
    "Somebody else takes a hat this time; whoever has it, or is suggested, has it the next time.",
    group=MEMORY,
    word="swap",
    takes=SWAPS,
)
LEFTOVERS = Command(
    "leftovers",
    "l",
    "not reached",
    "See what earlier circles did not reach: put it on the agenda, or let it go.",
    "f4",
    group=MEMORY,
    word="leftovers",
    takes="[N|let go N]",
)
SUGGESTED_NEXT = Command(
    "suggested",
    "s",
    "as suggested",
    "Name those whose turn it is for the hats of the next time.",
)
