"""Whose turn it is: turns, rounds, hands."""

from __future__ import annotations

from facilitator.commands.command import Command

TURNS = "Turns and rounds"
HANDS = "Hands and the stack"

NEXT = Command(
    "next",
    "n",
    "next",
    "Next: end this turn and let the next person speak; after the last, go to the next step.",
    "f2",
    more_keys=("ctrl+n",),
    group=TURNS,
    word="next",
)
PASS = Command(
    "pass", "p", "pass", "The speaker passes. That is always fine.", "f3", group=TURNS, word="pass"
)
LATER = Command(
    "later",
    "l",
    "later",
    "Come back to the speaker at the end of the round, or of the stack.",
    "f4",
    group=TURNS,
    word="later",
)
CALL_ON = Command(
    "call_on",
    "j",
    "jump",
    "Jump to anyone by name: they speak now, and the order goes on after that.",
    in_bar=False,
    at_once=True,
    group=TURNS,
    word="jump",
    takes="NAME",
)
ROUND = Command(
    "round",
    "r",
    "round",
    "The round: another one, who starts, which way, seconds for each, share what is left.",
    at_once=True,
    group=TURNS,
    word="round",
    takes="[again|start NAME|turn|each SECONDS|share MINUTES]",
)
HAND = Command(
    "hand",
    "h",
    "hand",
    "Raise a hand: type a name; behind it ? is a question, ! process, > a response, . a last word.",
    "ctrl+t",
    at_once=True,
    group=HANDS,
    word="hand",
    takes="NAME [speak|question|response|process|last]",
)
SUGGESTED = Command(
    "suggested",
    "s",
    "suggested",
    "Let the person speak who is suggested, because they were not heard in this step yet.",
    "ctrl+s",
    group=HANDS,
    word="suggested",
)
STACK = Command(
    "stack",
    "k",
    "stack",
    "The stack: call a hand out of order, lower it, or let others go first.",
    in_bar=False,
    at_once=True,
    group=HANDS,
    word="stack",
    takes="[call NAME|lower NAME|last NAME]",
)
FLOOR = Command(
    "floor",
    "f",
    "round/stack",
    "Change between round and stack; each stays where it is.",
    in_bar=False,
    group=HANDS,
    word="floor",
)
SHUT = Command(
    "shut",
    "K",
    "close stack",
    "Close the stack: who is on it is still heard, then one last word. Again opens it.",
    in_bar=False,
    group=HANDS,
    word="shut",
)
