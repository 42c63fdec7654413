"""Help in line mode, from the same definitions as the screens' help."""

from __future__ import annotations

from facilitator.commands.command import Command, key_name
from facilitator.commands.paper import SCREEN
from facilitator.line.desk import Desk
from facilitator.line.handling import does
from facilitator.line.orders import KEYS, WORDS, understood

OWN_WORDS = {
    "note": "Write a note under this step and this speaker.",
    "=": "Write down what was agreed. It is read back first; yes or agreed records it.",
    "hand": "Raise a hand, and say what for.",
    "agenda": "List the agenda by numbers; go to a step, add, move, drop or defer one.",
    "claim": "Someone claims a role for its term, by its name or number; alone it lists them.",
    "history": "List what happened by numbers; with a number, take that back.",
    "arrive": "People arrive; a comma parts several names, a * behind one marks a newcomer.",
    "hat": "Give a hat: facilitator, note-taker, timekeeper, guardian, greeter.",
    "drop": "Drop this circle, as long as nothing was said in it.",
    "time": "Tell the clocks; or give the step or the turn time, or show a clock otherwise.",
    "round": "Tell how the round goes; or begin another, or change who starts and for how long.",
    "stack": "List the hands that are up; call one out of order, lower it, or put it last.",
    "balance": "How speaking time is shared; with a name, the word that they chose for themselves.",
    "swap": "Two people change places; or somebody takes a hat this time, and its owner next time.",
    "tick": "Tick somebody off at the muster; alone it says who is missing.",
    "seat": "Take the facilitator's seat over from a silent terminal, or pass it to another.",
    "options": "List the options of the group; with on or off behind one, choose it.",
    "leftovers": "List what earlier circles did not reach; with a number, take it up or let it go.",
    "newcomer": "Mark somebody as a newcomer, or no longer.",
    "move": "Move somebody behind another's seat; alone, to the first seat.",
    "leave": "Someone leaves; their seat is kept.",
    "quit": "Leave the circle; it waits, and can be joined again.",
    "close": "Read back what was promised; yes closes the circle and writes the minutes.",
    "help": "List every word; help and a word explains it.",
}
"""What is said otherwise than on the screens, where a key asks and a word does not."""

GROUPS = {"": "Other", SCREEN: "The circle"}
"""Headings that are others than on the screens."""


@does("help")
def help_(desk: Desk, words: str) -> None:
    """Every word by groups; or one of them, explained."""
    if words:
        order = understood(words)
        if order is not None:
            desk.say(*explained(order.word))
        return
    groups: dict[str, list[str]] = {}
    for word, command in WORDS.items():
        groups.setdefault(GROUPS.get(command.group, command.group), []).append(word)
    desk.say(*(f"{group}: {', '.join(found)}." for group, found in groups.items()))
    desk.say(
        "help WORD explains one. The first letters of a word are enough.",
        "Enter alone says how things stand.",
    )


def explained(word: str) -> list[str]:
    """What a word does, what comes behind it, and its short form."""
    command: Command = WORDS[word]
    lines = [f"{word}: {OWN_WORDS.get(word, command.help)}"]
    if command.takes:
        lines.append(f"Type: {word} {command.takes}")
    if KEYS.get(key_name(command.key)) == word and key_name(command.key) != word:
        lines.append(f"Short: {key_name(command.key)}")
    return lines
