"""Roles at a circle: choosing somebody for one, and handing one over."""

from __future__ import annotations

from facilitator.commands.command import Command

CHOOSING = "Choosing and handing over"

VOICE = Command(
    "voice",
    "v",
    "nominate",
    "In a selection: whom the speaker nominates, and why; once somebody is proposed, an objection.",
    at_once=True,
    group=CHOOSING,
    word="nominate",
    takes="NAME [because WHY]",
)
PROPOSE = Command(
    "propose",
    "P",
    "propose",
    "Propose somebody for the role; everyone is asked for consent, the candidate last.",
    in_bar=False,
    at_once=True,
    group=CHOOSING,
    word="propose",
    takes="[NAME]",
)
HANDOFF = Command(
    "handoff",
    "d",
    "handoff",
    "Walk through a handoff: what was done, is left, is to be known, who takes it; both sign.",
    at_once=True,
    group=CHOOSING,
    word="handoff",
    takes="[ROLE [next NAME|shadow|led|tick SKILL|confirm SKILL|done|left|know WORDS|sign NAME]]",
)
